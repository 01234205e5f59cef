"""What the brief or a law asks for and the posting does not say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding, apply_fix
from postwright.reading.document import parse
from postwright.reading.reader import read_document

GUIDELINES = load_guidelines()
DATE = dt.date(2026, 11, 20)


def found(
    rule: str,
    text: str,
    *,
    brief: dict[str, Any] | None = None,
    organisation: dict[str, Any] | None = None,
    places: tuple[str, ...] = (),
    date: dt.date = DATE,
    profile: str = "",
) -> tuple[Finding, ...]:
    document = parse(text)
    return lint(
        document,
        read_document(document, guidelines=GUIDELINES),
        guidelines=GUIDELINES,
        date=date,
        brief=Brief.model_validate(brief) if brief is not None else None,
        organisation=Organisation.model_validate(organisation) if organisation is not None else None,
        places=places,
        profile=profile,
        select=(rule,),
    )


MUSTS = "missing/must-have"


@pytest.mark.parametrize(
    ("must_have", "line"),
    [
        (
            {"text": "Production experience with Kubernetes"},
            "You have run Kubernetes clusters that customers depend on",
        ),
        ({"text": "A typed language", "alternatives": ["Go", "Rust", "C++"]}, "Fluent in C++"),
        ({"text": "Negotiating contracts with suppliers"}, "You negotiated supplier contracts before"),
        ({"text": "Night shifts"}, "Willing to work shifts at night"),
        ({"text": "Clean driving record"}, "Your driving record is clean"),
    ],
)
def test_a_must_have_in_other_words_is_there(must_have: dict[str, Any], line: str) -> None:
    assert found(MUSTS, f"# Job\n\n## What you need\n\n- {line}\n- Patience\n", brief={"must_have": [must_have]}) == ()


def test_a_dropped_must_have_is_an_error_with_its_field_and_a_fix_that_adds_it() -> None:
    text = "# Florist\n\n## What you need\n\n- An eye for colour\n- Early mornings\n\n## Pay\n\nEUR 16 an hour\n"
    brief = {"must_have": [{"text": "An eye for colour"}, {"text": "Wreath binding", "years": {"minimum": 2}}]}
    (finding,) = found(MUSTS, text, brief=brief)
    assert (finding.severity, finding.field) == ("error", "must_have.2")
    assert finding.message == "The brief asks for “Wreath binding (2+ years)”; the posting does not say so."
    (fix,) = finding.fixes
    assert fix.safety == "unsafe"
    assert "- Early mornings\n- Wreath binding (2+ years)\n\n## Pay" in apply_fix(text, fix)


def test_a_required_licence_must_be_there_and_a_preferred_one_need_not() -> None:
    brief = {"licences": [{"name": "Forklift licence"}, {"name": "Crane licence", "strength": "preferred"}]}
    findings = found(MUSTS, "## What you need\n\n- Patience\n", brief=brief)
    assert [(finding.field, finding.severity) for finding in findings] == [("licences.1", "error")]


PAY = "missing/pay-range"
TEXT = "Payroll clerk. You will run the weekly payroll."


def test_pay_is_an_error_where_the_law_surely_asks_for_it() -> None:
    (finding,) = found(PAY, TEXT, places=("US-CO",))
    assert finding.severity == "error"
    assert finding.message == "Colorado asks for the pay or the pay range in the posting; this one names none."
    assert finding.source == "Colorado: C.R.S. 8-5-201 (law as of November 2026). This is screening, not legal advice."
    assert finding.arithmetic == "Colorado (C.R.S. 8-5-201): the work is done in Colorado."


def test_pay_is_a_warning_where_the_headcount_decides() -> None:
    (finding,) = found(PAY, TEXT, places=("US-CA",))
    assert finding.severity == "warning"
    assert finding.message == (
        "California may ask for the pay or the pay range in the posting; this one names none. "
        "The law applies if you have 15 or more employees."
    )


def test_remote_work_reaches_colorado_by_one_employee_there() -> None:
    brief = {"workplace": "remote", "remote_from": ["US"]}
    with_one = {"headcount": [{"place": "US-CO", "employees": 1}, {"place": "US-TX", "employees": 2}]}
    without = {"headcount": [{"place": "US-TX", "employees": 2}]}
    assert [f.severity for f in found(PAY, TEXT, brief=brief, organisation=with_one)] == ["error"]
    (finding,) = found(PAY, TEXT, brief=brief, organisation=without)
    assert "Colorado" not in finding.message + finding.arithmetic


def test_pay_is_a_house_notice_where_no_place_is_known_or_no_law_asks() -> None:
    (unknown,) = found(PAY, TEXT)
    assert unknown.severity == "notice"
    assert unknown.message == (
        "The posting names no pay. It is a house rule; give the place of the job to have the law checked too."
    )
    (british,) = found(PAY, TEXT, places=("GB",))
    assert (british.severity, "No law that is known for its places" in british.message) == ("notice", True)


def test_the_directive_asks_before_the_interview_only() -> None:
    (finding,) = found(PAY, TEXT, places=("PT",))
    assert finding.severity == "notice"
    assert "before the interview" in finding.message


def test_open_ended_pay_is_refused_where_the_law_refuses_it() -> None:
    (finding,) = found(PAY, "Pay: $24 per hour and up.", places=("US-CO",))
    assert (finding.severity, finding.message) == (
        "error",
        "Colorado asks for a range that is closed at both ends; this one is open.",
    )
    assert found(PAY, "Pay: $24 to $29 per hour.", places=("US-CO",)) == ()


def test_one_figure_is_worth_a_look_where_both_ends_are_asked_for() -> None:
    brief = {"locations": [{"place": "US-NY-NYC"}]}
    organisation = {"headcount": [{"place": "US-NY-NYC", "employees": 40}]}
    (finding,) = found(PAY, "Salary: $70,000 per year.", brief=brief, organisation=organisation)
    assert finding.severity == "notice"
    assert finding.message.startswith("New York City asks for the least and the most pay")


def test_old_facts_say_so() -> None:
    (finding,) = found(PAY, TEXT, places=("US-CO",), date=dt.date(2027, 6, 1))
    assert finding.source.endswith(
        "These facts are older than the house allows: check the statute before you rely on them."
    )


def test_colorado_asks_for_the_deadline_and_how_to_apply_and_benefits() -> None:
    text = "Pay: $24 to $29 per hour."
    severities = {
        rule: [finding.severity for finding in found(rule, text, places=("US-CO",))]
        for rule in ("missing/deadline", "missing/how-to-apply", "missing/benefits")
    }
    assert severities == {
        "missing/deadline": ["error"],
        "missing/how-to-apply": ["error"],
        "missing/benefits": ["error"],
    }


def test_a_core_skill_is_missed_only_with_a_profile_given() -> None:
    text = "Backend engineer. You build services in Java with a REST API."
    (finding,) = found("missing/core-skill", text, profile="backend_engineer")
    assert finding.severity == "notice"  # the profile is of medium confidence
    assert finding.message.startswith("A backend engineer usually needs “data stores”; the posting names none of: SQL")
    assert found("missing/core-skill", text) == ()
