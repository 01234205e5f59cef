"""What laws want said agrees with the rules that look for it."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import context_of
from postwright.linting.law_duties import duties_by_law
from postwright.linting.registry import all_rules
from postwright.linting.rule import Example
from postwright.model.brief import Brief, Organisation
from postwright.reading.document import parse
from postwright.reading.reader import read_document

GUIDELINES = load_guidelines()
OF_LAW = (
    "missing/pay-range", "missing/other-compensation", "missing/benefits", "missing/how-to-apply", "missing/deadline",
    "missing/vacancy-status", "missing/ai-use",
)  # fmt: skip
FIRING = [
    pytest.param(rule, example, id=f"{rule}-{number}")
    for rule in OF_LAW
    for number, example in enumerate(all_rules(GUIDELINES)[rule].fires, start=1)
]


def asked(example: Example) -> dict[str, set[str]]:
    document = parse(example.text)
    context = context_of(
        document,
        read_document(document, title=example.title, guidelines=GUIDELINES),
        guidelines=GUIDELINES,
        date=example.date,
        brief=Brief.model_validate(example.brief) if example.brief is not None else None,
        organisation=Organisation.model_validate(example.organisation) if example.organisation is not None else None,
        places=example.places,
    )
    return {duty.rule: {law.jurisdiction.name for law in duty.laws} for duty in duties_by_law(context)}


@pytest.mark.parametrize(("rule", "example"), FIRING)
def test_where_a_rule_speaks_of_a_law_that_law_is_listed_and_where_no_place_is_known_none_is(rule, example):
    if example.places or example.brief:
        assert asked(example)[rule]
    else:
        assert asked(example) == {}


def test_each_law_is_listed_only_for_what_it_asks():
    found = asked(Example(text="Shift planner for our depot.", places=("US-CO", "CA-ON")))
    assert found == {
        "missing/pay-range": {"Colorado", "Ontario"},
        "missing/other-compensation": {"Colorado"},
        "missing/benefits": {"Colorado"},
        "missing/how-to-apply": {"Colorado"},
        "missing/deadline": {"Colorado"},
        "missing/vacancy-status": {"Ontario"},
        "missing/ai-use": {"Ontario"},
    }
