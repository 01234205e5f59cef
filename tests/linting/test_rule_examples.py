"""Every example in every rule's record, through the whole pipeline: parse, read, lint."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.linting.registry import all_rules
from postwright.linting.rule import Example, Rule
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding
from postwright.reading.document import parse
from postwright.reading.reader import read_document

RULES = all_rules(load_guidelines())


def cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES.values()
        for number, example in enumerate(getattr(rule, kind), start=1)
    ]


def findings(rule: Rule, example: Example) -> tuple[Finding, ...]:
    guidelines = load_guidelines()
    document = parse(example.text)
    reading = read_document(document, title=example.title, guidelines=guidelines)
    return lint(
        document,
        reading,
        guidelines=guidelines,
        date=example.date,
        brief=Brief.model_validate(example.brief) if example.brief is not None else None,
        organisation=Organisation.model_validate(example.organisation) if example.organisation is not None else None,
        level=example.level,
        profile=example.profile,
        places=example.places,
        select=(rule.id,),
    )


@pytest.mark.parametrize(("rule", "example"), cases("fires"))
def test_a_firing_example_gives_its_one_finding(rule: Rule, example: Example) -> None:
    found = findings(rule, example)
    assert [(finding.rule, finding.quote or None) for finding in found] == [(rule.id, example.quote)]


@pytest.mark.parametrize(("rule", "example"), cases("silent"))
def test_a_near_miss_gives_none(rule: Rule, example: Example) -> None:
    assert findings(rule, example) == ()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_examples_of_both_kinds(rule: Rule) -> None:
    assert len(rule.fires) >= 1
    assert len(rule.silent) >= 1
