"""Which laws bind a posting, how surely, and what would decide the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.linting.headcount import Employees, employees_at, employees_in_all, within
from postwright.linting.law import Ruling, is_stale, month_in_words, rulings
from postwright.linting.reach import Reach, reach_of_brief
from postwright.model.brief import Brief, Headcount, Organisation

GUIDELINES = load_guidelines()
DATE = dt.date(2026, 11, 20)


def headcount(**employees: int) -> tuple[Headcount, ...]:
    return tuple(Headcount(place=place.replace("_", "-"), employees=number) for place, number in employees.items())


def ruled(reach: Reach, rows: Iterable[Headcount] = (), date: dt.date = DATE) -> dict[str, Ruling]:
    found = rulings(reach, laws=GUIDELINES.jurisdictions.values(), headcount=tuple(rows), date=date)
    return {ruling.jurisdiction.id: ruling for ruling in found}


def standing(law: str, reach: Reach, rows: Iterable[Headcount] = (), date: dt.date = DATE) -> str:
    ruling = ruled(reach, rows, date).get(law)
    return ruling.standing if ruling else "not reached"


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [("US-NY-NYC", "US-NY", True), ("US-NY", "US", True), ("US-NY", "US-NY", True), ("US-NY", "US-NYC", False)],
)
def test_a_place_lies_in_itself_and_in_wider_places(inner: str, outer: str, expected: bool) -> None:
    assert within(inner, outer) is expected


def test_a_job_done_in_colorado_is_bound_by_its_law_whatever_the_headcount() -> None:
    ruling = ruled(Reach(located=("US-CO",)))["US-CO"]
    assert (ruling.standing, ruling.certain, ruling.reasons) == ("binds", True, ("the work is done in Colorado",))


def test_remote_work_in_the_country_reaches_colorado_with_one_employee_there() -> None:
    reach = Reach(remote=("US",))
    assert standing("US-CO", reach, headcount(US_CO=1, US_TX=80)) == "binds"


def test_remote_work_does_not_reach_colorado_when_nobody_works_there() -> None:
    reach = Reach(remote=("US",))
    assert standing("US-CO", reach, headcount(US_TX=80)) == "does not bind"


def test_remote_work_with_unknown_headcount_names_the_condition() -> None:
    ruling = ruled(Reach(remote=("US",)))["US-CO"]
    assert (ruling.standing, ruling.certain) == ("may bind", False)
    assert ruling.open_questions == ("if you have an employee in Colorado",)


def test_new_york_city_counts_all_employees_when_one_works_there() -> None:
    reach = Reach(located=("US-NY-NYC",))
    assert standing("US-NYC", reach, headcount(US_NY_NYC=1, US_TX=3)) == "binds"
    assert standing("US-NYC", reach, headcount(US_NY_NYC=1, US_TX=2)) == "does not bind"


def test_new_york_city_with_unknown_headcount_asks_for_four_employees() -> None:
    ruling = ruled(Reach(located=("US-NY-NYC",)))["US-NYC"]
    assert (ruling.standing, ruling.open_questions) == ("may bind", ("if you have 4 or more employees",))


def test_a_job_in_the_city_is_under_the_state_law_too() -> None:
    found = ruled(Reach(located=("US-NY-NYC",)), headcount(US_NY_NYC=9))
    assert {law for law, ruling in found.items() if ruling.standing == "binds"} >= {"US-NYC", "US-NY"}


def test_a_supervisor_in_new_york_brings_work_done_elsewhere_under_its_law() -> None:
    reach = Reach(located=("US-TX",), supervisors=("US-NY",))
    ruling = ruled(reach, headcount(US_NY=10, US_TX=2))["US-NY"]
    assert (ruling.standing, ruling.reasons[0]) == ("binds", "the role reports to a supervisor in New York State")


def test_a_supervisor_in_california_does_not() -> None:
    assert standing("US-CA", Reach(located=("US-TX",), supervisors=("US-CA",)), headcount(US_CA=99)) == "not reached"


def test_supervisors_that_may_lead_the_role_leave_the_question_open() -> None:
    reach = Reach(located=("US-TX",), possible_supervisors=("US-IL",))
    ruling = ruled(reach, headcount(US_IL=20))["US-IL"]
    assert ruling.standing == "may bind"
    assert ruling.open_questions == ("if the role reports to your supervisor in Illinois",)


def test_a_law_that_begins_later_does_not_bind_yet() -> None:
    reach = Reach(located=("US-DE",))
    before = ruled(reach, headcount(US_DE=50))["US-DE"]
    assert (before.standing, before.reasons[-1]) == ("does not bind", "its duties begin on 26 September 2027")
    assert standing("US-DE", reach, headcount(US_DE=50), date=dt.date(2027, 9, 26)) == "binds"


def test_ontario_counts_employees_in_ontario() -> None:
    reach = Reach(located=("CA-ON",))
    assert standing("CA-ON", reach, headcount(CA_ON=25)) == "binds"
    assert standing("CA-ON", reach, headcount(CA_ON=24, CA_BC=400)) == "does not bind"
    assert ruled(reach)["CA-ON"].open_questions == ("if you have 25 or more employees in Ontario",)
    assert standing("CA-ON", reach, headcount(CA_ON=25), date=dt.date(2025, 12, 31)) == "does not bind"


def test_a_member_state_of_the_union_is_under_the_directive() -> None:
    found = ruled(Reach(located=("PT",)))
    assert {law: ruling.standing for law, ruling in found.items()} == {"EU": "may bind"}
    assert found["EU"].open_questions == ("if the member state has taken the directive into its law",)
    assert found["EU"].severity == "notice"


def test_a_member_state_with_a_row_of_its_own_is_judged_by_that_row() -> None:
    assert {law: ruling.standing for law, ruling in ruled(Reach(located=("IT",))).items()} == {"EU-IT": "binds"}
    assert set(ruled(Reach(located=("DE",)))) == {"EU-DE"}


def test_the_united_kingdom_asks_for_no_pay_in_the_posting() -> None:
    found = ruled(Reach(located=("GB",)))
    assert [ruling.jurisdiction.duties.pay_in_ad for ruling in found.values()] == ["none"]


def test_british_columbia_reaches_remote_work_without_anybody_there() -> None:
    assert standing("CA-BC", Reach(remote=("CA",)), headcount(CA_ON=5)) == "binds"


def test_a_law_silent_on_remote_work_may_bind_a_job_that_names_its_place() -> None:
    ruling = ruled(Reach(remote=("US-MA",)), headcount(US_MA=30))["US-MA"]
    assert ruling.standing == "may bind"


def test_a_place_without_a_row_has_no_ruling_of_its_own() -> None:
    assert set(ruled(Reach(located=("US-TX",)))) == {"US-FED"}


def test_a_wider_row_bounds_the_employees_of_a_place_inside_it() -> None:
    rows = headcount(US=100, US_CO=3)
    assert employees_at("US-CO", rows) == Employees(3, 3)
    assert employees_at("US-WA", rows) == Employees(0, 97)
    assert employees_at("DE", rows) is None
    assert employees_in_all(rows) == Employees(100, 100)


def test_rows_inside_a_place_bound_it_from_below() -> None:
    assert employees_at("US-NY", headcount(US_NY_NYC=7)) == Employees(7)


def test_a_brief_reaches_its_locations_or_where_a_remote_person_may_live() -> None:
    on_site = Brief.model_validate({"locations": [{"place": "US-CO"}], "reporting_line": {"place": "US-NY"}})
    assert reach_of_brief(on_site, None) == Reach(located=("US-CO",), supervisors=("US-NY",))
    remote = Brief.model_validate({"locations": [{"place": "US-CO"}], "workplace": "remote", "remote_from": ["US"]})
    organisation = Organisation.model_validate({"supervisors_at": ["US-IL"]})
    assert reach_of_brief(remote, organisation) == Reach(remote=("US",), possible_supervisors=("US-IL",))
    anywhere = Brief.model_validate({"workplace": "remote"})
    assert reach_of_brief(anywhere, None) == Reach(remote_anywhere=True)


def test_facts_grow_old_after_the_days_that_the_house_allows() -> None:
    law = GUIDELINES.jurisdictions["US-CO"]  # checked in November 2026
    assert not is_stale(law.checked, GUIDELINES, dt.date(2027, 2, 28))
    assert is_stale(law.checked, GUIDELINES, dt.date(2027, 3, 1))
    assert month_in_words("2026-11") == "November 2026"


def test_a_law_that_is_not_enforced_yet_is_advice() -> None:
    reach, rows = Reach(located=("US-OH-CMH",)), headcount(US_OH_CMH=20)
    before = ruled(reach, rows, dt.date(2026, 12, 31))["US-OH-CMH"]
    assert (before.standing, before.certain, before.severity) == ("binds", False, "notice")
    assert before.reasons[-1] == "advice until it is enforced from 1 January 2027"
    after = ruled(reach, rows, dt.date(2027, 1, 1))["US-OH-CMH"]
    assert (after.standing, after.certain, after.severity) == ("binds", True, "error")


def test_a_brief_that_names_a_city_of_the_state_decides_on_the_law_of_the_city() -> None:
    def laws(city: str) -> dict[str, str]:
        brief = Brief.model_validate({"locations": [{"place": "US-NY", "city": city}]})
        found = ruled(reach_of_brief(brief, None), headcount(US_NY=40))
        return {law: ruling.standing for law, ruling in found.items() if law != "US-FED"}

    assert laws("Brooklyn") == {"US-NY": "binds", "US-NYC": "binds"}
    assert laws("Albany") == {"US-NY": "binds"}
    assert laws("") == {"US-NY": "binds", "US-NYC": "may bind"}


def test_a_place_that_is_not_known_closely_enough_makes_a_notice_at_most() -> None:
    ruling = ruled(Reach(located=("US",)))["US-CO"]
    assert (ruling.standing, ruling.place_open, ruling.severity) == ("may bind", True, "notice")
    assert ruling.open_questions == ("if the work is done in Colorado", "if you have an employee in Colorado")


def test_the_places_of_the_organisation_are_asked_about_where_the_brief_names_none() -> None:
    reach = Reach(possible=("US-CO",))
    ruling = ruled(reach, headcount(US_CO=3))["US-CO"]
    assert (ruling.standing, ruling.severity) == ("may bind", "notice")
    assert ruling.open_questions == ("if the work is done in Colorado",)
    assert set(ruled(Reach(possible=("AM",)))) == set()


def test_shutting_out_the_people_of_colorado_does_not_escape_its_law() -> None:
    reach = Reach(remote=("US-TX", "US-UT"))
    ruling = ruled(reach, headcount(US_CO=2, US_TX=9))["US-CO"]
    assert (ruling.standing, ruling.severity) == ("may bind", "notice")
    assert standing("US-CO", reach, headcount(US_TX=9)) == "not reached"
    assert standing("US-CA", reach, headcount(US_CA=99)) == "not reached"


def test_vermont_follows_its_supervisors_for_remote_work_only() -> None:
    rows = headcount(US_VT=3, US_TX=9)
    assert standing("US-VT", Reach(remote=("US-TX",), supervisors=("US-VT",)), rows) == "binds"
    assert standing("US-VT", Reach(located=("US-TX",), supervisors=("US-VT",)), rows) == "not reached"
