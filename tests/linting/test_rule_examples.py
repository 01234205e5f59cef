"""Every example in every rule's record, through the whole pipeline: parse, read, lint."""

from __future__ import annotations

import pytest
from linted import linted

from postwright.guidelines.load import load_guidelines
from postwright.linting.registry import all_rules
from postwright.linting.rule import Example, Rule
from postwright.model.finding import Finding

RULES = all_rules(load_guidelines())


def cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES.values()
        for number, example in enumerate(getattr(rule, kind), start=1)
    ]


def findings(rule: Rule, example: Example) -> tuple[Finding, ...]:
    return linted(example, select=(rule.id,))


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
