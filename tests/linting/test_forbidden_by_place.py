"""Where the place of a posting is known, a wording is judged by the laws of that place."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding
from postwright.reading.document import parse
from postwright.reading.reader import read_document

GUIDELINES = load_guidelines()


def found(
    rule: str,
    text: str,
    place: str = "",
    *,
    employees: int | None = None,
    city: str = "",
    date: dt.date = dt.date(2026, 11, 20),
) -> tuple[Finding, ...]:
    document = parse(text)
    brief: dict[str, Any] = {"locations": [{"place": place, "city": city}]} if place else {}
    organisation = {"headcount": [{"place": place, "employees": employees}]} if employees is not None else {}
    return lint(
        document,
        read_document(document, guidelines=GUIDELINES),
        guidelines=GUIDELINES,
        date=date,
        brief=Brief.model_validate(brief),
        organisation=Organisation.model_validate(organisation),
        select=(rule,),
    )


PAST_PAY = "wording/salary-history"
ASKS = "Tell us your current salary."


def test_past_pay_is_a_warning_where_no_place_is_known() -> None:
    (finding,) = found(PAST_PAY, ASKS)
    assert (finding.severity, finding.quote, finding.arithmetic) == ("warning", "Tell us your current salary", "")


def test_past_pay_is_an_error_where_a_ban_surely_binds() -> None:
    (finding,) = found(PAST_PAY, ASKS, "US-NY", city="Albany", employees=40)
    assert finding.severity == "error"
    assert finding.source == (
        "New York State: Labor Law 194-a (law as of November 2026). This is screening, not legal advice."
    )
    assert finding.arithmetic == (
        "New York State (Labor Law 194-a): the work is done in New York State; you have 40 employees, 4 are enough."
    )


def test_past_pay_stays_a_warning_where_the_headcount_is_open_or_nothing_is_banned() -> None:
    assert [f.severity for f in found(PAST_PAY, ASKS, "US-CA")] == ["warning"]
    assert [f.severity for f in found(PAST_PAY, ASKS, "GB")] == ["warning"]


def test_a_ban_that_began_later_than_the_duty_on_pay_is_judged_on_its_own_day() -> None:
    day = dt.date(2026, 6, 7)
    assert [f.severity for f in found(PAST_PAY, ASKS, "LT", employees=9, date=day)] == ["error"]
    (before,) = found(PAST_PAY, ASKS, "LT", employees=9, date=day - dt.timedelta(days=1))
    assert before.severity == "warning"


CANADIAN = "Canadian experience required."


@pytest.mark.parametrize(
    ("employees", "date", "severity"),
    [
        (25, dt.date(2026, 1, 1), "error"),
        (24, dt.date(2026, 1, 1), "warning"),
        (25, dt.date(2025, 12, 31), "warning"),
        (None, dt.date(2026, 1, 1), "warning"),
    ],
)
def test_canadian_experience_is_an_error_in_ontario_only(employees: int | None, date: dt.date, severity: str) -> None:
    (finding,) = found("wording/nationality-language", CANADIAN, "CA-ON", employees=employees, date=date)
    assert finding.severity == severity
    (elsewhere,) = found("wording/nationality-language", CANADIAN, "CA-AB", employees=employees, date=date)
    assert (elsewhere.severity, elsewhere.arithmetic) == ("warning", "")


YOUNG = "You are a digital native."


def test_an_age_wording_names_the_law_of_the_place() -> None:
    (american,) = found("wording/age-young", YOUNG, "US-TX", employees=20)
    assert american.severity == "error"
    assert american.source.startswith("the United States: ADEA; 29 CFR 1625.4 (law as of November 2026).")
    (german,) = found("wording/age-young", YOUNG, "DE")
    assert german.source.startswith("Germany: AGG ss. 1, 7, 11, 15, 22 (law as of November 2026).")


def test_an_error_falls_to_a_warning_where_the_law_leaves_out_small_employers() -> None:
    (finding,) = found("wording/age-young", YOUNG, "US-TX", employees=19)
    assert finding.severity == "warning"
    assert "it counts employers of 20 or more employees; you have 19" in finding.arithmetic


def test_a_place_whose_laws_are_not_in_the_table_lowers_nothing() -> None:
    (finding,) = found("wording/age-young", YOUNG, "FR", employees=19)
    assert (finding.severity, finding.arithmetic) == ("error", "")
