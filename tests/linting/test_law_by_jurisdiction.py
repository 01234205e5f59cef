"""Every duty of every jurisdiction in guidelines/: a posting that breaks it, one that meets it, and when it is silent.

The table is made from the guidelines themselves: a duty that is added there is tested here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import AdDuties, Jurisdiction
from postwright.linting.engine import lint
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding
from postwright.reading.document import parse
from postwright.reading.reader import read_document

GUIDELINES = load_guidelines()
LATER = dt.date(2028, 1, 1)
"""A day on which every law of the table is in force and enforced."""

MEETS_ALL = """\
Shift planner

You plan the shifts of our depot. You need a steady hand with timetables.

Pay: 52,000 to 58,000 a year, and a yearly bonus. Benefits: health insurance, a pension and 25 days of paid leave.

Apply by 30 November with a letter to jobs@example.com. This posting is for an existing vacancy.
We use artificial intelligence to screen applications.
"""
BREAKS = {
    "pay": ("missing/pay-range", "Pay: 52,000 to 58,000 a year, and a yearly bonus.", "There is a yearly bonus."),
    "closed": ("missing/pay-range", "52,000 to 58,000", "from 52,000"),
    "width": ("missing/pay-range", "52,000 to 58,000", "52,000 to 118,000"),
    "benefits": ("missing/benefits", "Benefits: health insurance, a pension and 25 days of paid leave.", ""),
    "other compensation": ("missing/other-compensation", ", and a yearly bonus", ""),
    "deadline": ("missing/deadline", "Apply by 30 November with", "Apply with"),
    "how to apply": (
        "missing/how-to-apply",
        "Apply by 30 November with a letter to jobs@example.com. ",
        "Until filled. ",
    ),
    "vacancy": ("missing/vacancy-status", "This posting is for an existing vacancy.", ""),
    "ai": ("missing/ai-use", "We use artificial intelligence to screen applications.", ""),
    "past pay": ("wording/salary-history", "with a letter", "with a letter that tells us your current salary"),
}
"""Per duty: the rule, and the change of the posting that breaks the duty."""


def duties_of(duties: AdDuties) -> Iterator[str]:
    """Yield the names in BREAKS of what the row asks for."""
    if duties.pay_in_ad == "required":
        yield "pay"
        if duties.open_ended_pay_allowed is False:
            yield "closed"
    asked = {
        "width": duties.range_width_max,
        "benefits": duties.benefits_in_ad,
        "other compensation": duties.other_compensation_in_ad,
        "deadline": duties.deadline_in_ad,
        "how to apply": duties.how_to_apply_in_ad,
        "vacancy": duties.vacancy_status,
        "ai": duties.ai_use_disclosure,
        "past pay": duties.salary_history_question_banned,
    }
    yield from (name for name, is_asked in asked.items() if is_asked)


@dataclass(frozen=True)
class Case:
    law: Jurisdiction
    duty: str

    @property
    def broken(self) -> str:
        _, old, new = BREAKS[self.duty]
        assert old in MEETS_ALL
        return MEETS_ALL.replace(old, new)

    @property
    def statute(self) -> str:
        law = self.law
        return (law.salary_history_law or law.statute) if self.duty == "past pay" else law.statute

    @property
    def first_day(self) -> dt.date:
        duties = self.law.duties
        first = (self.duty == "past pay" and duties.salary_history_from) or duties.effective
        assert first is not None
        return first


CASES = [
    Case(law, duty)
    for law in GUIDELINES.jurisdictions.values()
    if law.status != "transposition_due"
    for duty in duties_of(law.duties)
]


def found(case: Case, text: str, *, date: dt.date = LATER, employees: int | None = 5000) -> tuple[Finding, ...]:
    """Return the findings of the case's rule that name the case's statute."""
    place = case.law.places[0]
    brief: dict[str, Any] = {"locations": [{"place": place}], "other_compensation": ["A yearly bonus"]}
    organisation: dict[str, Any] = {"ai_in_hiring": True}
    if employees is not None:
        organisation["headcount"] = [{"place": place, "employees": employees}]
    document = parse(text)
    findings = lint(
        document,
        read_document(document, guidelines=GUIDELINES),
        guidelines=GUIDELINES,
        date=date,
        brief=Brief.model_validate(brief),
        organisation=Organisation.model_validate(organisation),
        select=(BREAKS[case.duty][0],),
    )
    return tuple(finding for finding in findings if f"{case.law.name}: {case.statute}" in finding.source)


def each(cases: list[Case] = CASES) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.law.id} {case.duty}") for case in cases])


@each()
def test_a_posting_that_breaks_the_duty_is_found_with_its_statute(case: Case) -> None:
    (finding,) = found(case, case.broken)
    expected = {"high": "error", "medium": "warning", "low": "notice"}[case.law.confidence]
    if case.duty == "past pay" and case.law.confidence != "high":
        expected = "warning"  # what the wording is without the law of the place
    assert finding.severity == expected
    assert "law as of November 2026" in finding.source
    assert "This is screening, not legal advice." in finding.source
    assert f"the work is done in {case.law.name}" in finding.arithmetic


@each()
def test_a_posting_that_meets_the_duty_is_left_alone(case: Case) -> None:
    assert found(case, MEETS_ALL) == ()


@each()
def test_nothing_is_asked_the_day_before_the_law_is_in_force(case: Case) -> None:
    assert found(case, case.broken, date=case.first_day - dt.timedelta(days=1)) == ()
    assert len(found(case, case.broken, date=case.first_day)) == 1


@each([case for case in CASES if (case.law.duties.employer_min or 0) > 1])
def test_nothing_is_asked_of_an_employer_below_the_headcount(case: Case) -> None:
    least = case.law.duties.employer_min
    assert least is not None
    assert found(case, case.broken, employees=least - 1) == ()
    assert len(found(case, case.broken, employees=least)) == 1


@each([case for case in CASES if (case.law.duties.employer_min or 0) > 1 and case.law.confidence == "high"])
def test_an_unknown_headcount_lowers_the_severity_and_is_said(case: Case) -> None:
    (finding,) = found(case, case.broken, employees=None)
    assert finding.severity == "warning"
    question = f"if you have {case.law.duties.employer_min} or more employees"
    assert question in finding.message + finding.arithmetic


@each([case for case in CASES if case.duty == "pay" and (case.law.duties.employer_min or 0) > 1])
def test_the_employees_that_the_law_counts_are_counted(case: Case) -> None:
    """A law that counts employees anywhere counts those of other places; one that counts them there does not."""
    least = case.law.duties.employer_min or 0
    place = case.law.places[0]
    elsewhere = "US-TX" if place.startswith("US") else "JP"
    document = parse(case.broken)
    findings = lint(
        document,
        read_document(document, guidelines=GUIDELINES),
        guidelines=GUIDELINES,
        date=LATER,
        brief=Brief.model_validate({"locations": [{"place": place}]}),
        organisation=Organisation.model_validate(
            {"headcount": [{"place": place, "employees": 1}, {"place": elsewhere, "employees": least}]}
        ),
        select=("missing/pay-range",),
    )
    certain = [f for f in findings if case.law.statute in f.source and f.severity == "error"]
    counted = case.law.duties.employees_counted
    assert bool(certain) == (counted in ("anywhere", "anywhere_one_there") and case.law.confidence == "high")


def test_every_kind_of_duty_is_in_the_table() -> None:
    assert {case.duty for case in CASES} == BREAKS.keys()


def test_the_directive_is_a_notice_where_no_law_of_the_member_state_is_known() -> None:
    law = GUIDELINES.jurisdictions["EU"]
    case = Case(law, "pay")
    place = "PT"
    document = parse(case.broken)
    (finding,) = lint(
        document,
        read_document(document, guidelines=GUIDELINES),
        guidelines=GUIDELINES,
        date=LATER,
        places=(place,),
        select=("missing/pay-range",),
    )
    assert finding.severity == "notice"
    assert finding.message == (
        "European Union Directive 2023/970 may ask that applicants learn the pay before the interview; the posting is "
        "the easiest place, and this one names none. The law applies if the member state has taken the directive into "
        "its law."
    )
