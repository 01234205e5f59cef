"""Where a posting reaches -> which laws on job advertisements bind it, how surely, and what would decide the rest.

Screening, not legal advice. Three questions are asked of every jurisdiction: can the job be done there (or does it
report there), is the law in force on the posting's date, and is the employer large enough. What is not known stays
not known: the duty is then named together with the question that decides it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from postwright.linting.headcount import Employees, employees_at, employees_in_all, within
from postwright.linting.reach import Reach

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines, Jurisdiction
    from postwright.model.brief import Headcount
    from postwright.model.words import Severity

Standing = Literal["binds", "may bind", "does not bind"]
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NOT_ADVICE = "This is screening, not legal advice."
_DIRECTIVE = "transposition_due"
"""Status of a directive, which binds employers only through a law of their member state."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """How one jurisdiction's law stands to a posting, with the reasons in words."""

    jurisdiction: Jurisdiction
    standing: Standing
    reasons: tuple[str, ...]
    """Half sentences: "the work is done in Colorado"."""
    open_questions: tuple[str, ...] = ()
    """Conditions that would make a law that may bind bind: "if you have 15 or more employees"."""
    place_open: bool = False
    """Whether it is open that the law reaches the work at all, not only whether the employer is large enough."""
    advice: bool = False
    """Whether the law is in force but not enforced yet."""

    @property
    def certain(self) -> bool:
        """Whether the law binds and its facts are sure enough for an error."""
        return self.standing == "binds" and self.jurisdiction.confidence == "high" and not self.advice

    @property
    def severity(self) -> Severity:
        """The most that a finding may claim that rests on this law alone."""
        if self.certain:
            return "error"
        if self.place_open or self.advice or self.jurisdiction.confidence == "low":
            return "notice"
        return "warning"


def rulings(
    reach: Reach, *, laws: Iterable[Jurisdiction], headcount: Sequence[Headcount], date: dt.date
) -> tuple[Ruling, ...]:
    """Return the ruling for each of `laws` that the posting could reach, in their order."""
    laws = tuple(laws)
    own = {place for law in laws if law.status != _DIRECTIVE for place in law.places}
    found = (_ruling(law, reach, own=own, headcount=headcount, date=date) for law in laws)
    return tuple(ruling for ruling in found if ruling is not None)


def is_stale(checked: str, guidelines: Guidelines, date: dt.date) -> bool:
    """Say whether a fact was checked (a month, "2026-11") so long before `date` that it may be out of date."""
    limit = guidelines.limits.get("facts_stale_days")
    day = _end_of_month(checked)
    return bool(limit and day and (date - day).days > limit.value)


def month_in_words(month: str) -> str:
    """Return "2026-11" as "November 2026"; anything else as it is."""
    year, _, number = month.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}" if number.isdigit() and 1 <= int(number) <= 12 else month


def _ruling(
    law: Jurisdiction, reach: Reach, *, own: set[str], headcount: Sequence[Headcount], date: dt.date
) -> Ruling | None:
    # A member state's own row says what became of a directive there, also where that is nothing yet.
    places = [place for place in law.places if law.status != _DIRECTIVE or place not in own]
    reached = [found for place in places if (found := _covers(law, place, reach, headcount))]
    if not reached:
        return None
    best = min(reached, key=lambda found: _ORDER[found.standing])
    for check in (_in_time(law, date), _size(law, best, headcount), _taken_over(law)):
        if check.standing == "does not bind":
            return Ruling(law, "does not bind", (*best.reasons, *check.reasons))
        best = _both(best, check)
    enforced = law.duties.enforced_from
    advice = bool(enforced and date < enforced)
    reasons = (*best.reasons, f"advice until it is enforced from {day_in_words(enforced)}") if advice else best.reasons
    return Ruling(law, best.standing, reasons, best.open_questions, place_open=best.place_open, advice=advice)


_ORDER: dict[Standing, int] = {"binds": 0, "may bind": 1, "does not bind": 2}


@dataclass(frozen=True, slots=True)
class _Answer:
    """The answer to one of the questions."""

    standing: Standing
    reasons: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    place: str = ""
    located: bool = False
    place_open: bool = False


def _maybe(reason: str, question: str, place: str) -> _Answer:
    """Return the answer that it is open whether the law reaches the work."""
    return _Answer("may bind", (reason,), (question,), place, place_open=True)


def _both(first: _Answer, second: _Answer) -> _Answer:
    return replace(
        first,
        standing=max(first.standing, second.standing, key=_ORDER.__getitem__),
        reasons=(*first.reasons, *second.reasons),
        open_questions=(*first.open_questions, *second.open_questions),
        place_open=first.place_open or second.place_open,
    )


# ---- does the work fall under it


def _covers(law: Jurisdiction, place: str, reach: Reach, headcount: Sequence[Headcount]) -> _Answer | None:
    """Answer whether work of the posting falls under the law at `place`; None where it is not reached at all."""
    if any(within(code, place) for code in reach.located) or _in_city(law, place, reach, reach.located):
        return _Answer("binds", (f"the work is done in {law.name}",), place=place, located=True)
    is_remote = bool(reach.remote or reach.remote_anywhere)
    follows = law.duties.remote_reach == "reports_there" and (is_remote or not law.duties.reports_there_if_remote)
    if follows and any(within(code, place) for code in reach.supervisors):
        return _Answer("binds", (f"the role reports to a supervisor in {law.name}",), place=place, located=True)
    if any(within(code, place) for code in reach.remote) or _in_city(law, place, reach, reach.remote):
        return _named_for_remote_work(law, place)
    if reach.remote_anywhere or any(within(place, code) for code in reach.remote):
        return _open_to_remote_work(law, place, reach, headcount)
    if any(_may_be_around(law, place, code, reach) for code in reach.located):
        return _maybe(f"the work may be done in {law.name}", f"if the work is done in {law.name}", place)
    if any(within(code, place) for code in reach.possible):
        return _maybe(f"you have employees in {law.name}", f"if the work is done in {law.name}", place)
    if follows and any(within(code, place) for code in reach.possible_supervisors):
        question = f"if the role reports to your supervisor in {law.name}"
        return _maybe(f"you have supervisors in {law.name}", question, place)
    return _shut_out(law, place, reach, headcount)


def _in_city(law: Jurisdiction, place: str, reach: Reach, codes: Sequence[str]) -> bool:
    """Say whether the brief names the law's city for one of `codes`, which is a wider place."""
    names = {city.lower() for city in law.cities}
    return any(code in codes and within(place, code) and city in names for code, city in reach.cities)


def _may_be_around(law: Jurisdiction, place: str, code: str, reach: Reach) -> bool:
    """Say whether the work, somewhere in `code`, may be done in the narrower `place`: its city is not named."""
    return within(place, code) and not (law.cities and any(code == named for named, _ in reach.cities))


def _named_for_remote_work(law: Jurisdiction, place: str) -> _Answer:
    reason = f"the job can be done remotely from {law.name}"
    if law.duties.remote_reach == "unknown":
        return _maybe(reason, "the law does not say whether it covers remote work", place)
    return _Answer("binds", (reason,), place=place, located=True)


def _open_to_remote_work(law: Jurisdiction, place: str, reach: Reach, headcount: Sequence[Headcount]) -> _Answer | None:
    """Answer for a job that can be done from a wider place, of which the law's is one part."""
    duties = law.duties
    if duties.remote_reach == "none":
        return None
    reason = f"remote work could be done from {law.name}"
    if duties.remote_reach == "any_employee_there":
        if reach.remote_anywhere:
            return _maybe(reason, f"if people in {law.name} can do the job", place)
        return _Answer("binds", (reason,), place=place)
    there = employees_at(place, headcount) if headcount else Employees()
    if there is None or there.most == 0:
        return None  # nobody works there: only a wide reading would cover it
    return _maybe(reason, f"if somebody in {law.name} is hired or sought", place)


def _shut_out(law: Jurisdiction, place: str, reach: Reach, headcount: Sequence[Headcount]) -> _Answer | None:
    """Answer for a remote job that does not take people of the place, where that does not escape the law."""
    same_country = any(code.split("-")[0] == place.split("-")[0] for code in reach.remote)
    there = employees_at(place, headcount)
    if not (law.duties.reach_despite_exclusion and same_country and there and there.least):
        return None
    question = f"if the job could be done in {law.name}: not taking its people does not escape the law"
    return _maybe(f"you have employees in {law.name}", question, place)


# ---- is it in force, is the employer large enough


def _in_time(law: Jurisdiction, date: dt.date) -> _Answer:
    effective, ends = law.duties.effective, law.duties.ends
    if effective and date < effective:
        return _Answer("does not bind", (f"its duties begin on {day_in_words(effective)}",))
    if ends and date > ends:
        return _Answer("does not bind", (f"its duties ended on {day_in_words(ends)}",))
    return _Answer("binds")


def _taken_over(law: Jurisdiction) -> _Answer:
    if law.status != _DIRECTIVE:
        return _Answer("binds")
    return _Answer("may bind", (), ("if the member state has taken the directive into its law",), place_open=True)


def _size(law: Jurisdiction, covered: _Answer, headcount: Sequence[Headcount]) -> _Answer:
    """Answer whether the employer is large enough, by the employees that the law counts."""
    duties = law.duties
    least = duties.employer_min
    if least is None:
        return _Answer("binds")
    there = employees_at(covered.place, headcount)
    if there is None:
        # A list of places that lacks this one says that nobody works there, unless the job itself is there.
        there = Employees() if covered.located or not headcount else Employees(0, 0)
    else:
        there = Employees(there.least, max(there.least, min(there.most, employees_in_all(headcount).most)))
    counted = there if duties.employees_counted == "there" else employees_in_all(headcount)
    counted = Employees(max(counted.least, there.least), max(counted.most, there.most))
    if duties.employees_counted == "there" and covered.located and least <= 1 and counted.most > 0:
        return _Answer("binds")  # whoever is hired works there
    if duties.employees_counted == "anywhere" and least <= 1:
        return _Answer("binds")
    answer = _compared(law, least, counted)
    if answer.standing != "does not bind" and duties.employees_counted == "anywhere_one_there":
        if there.most < 1:
            return _Answer("does not bind", (f"nobody is employed in {law.name}",))
        if there.least < 1 and headcount and not covered.located:  # whoever is hired there will work there
            question = f"if one of them works in {law.name}"
            return _Answer("may bind", answer.reasons, (*answer.open_questions, question))
    if answer.standing == "binds" and duties.employees_counted == "not_said" and there.least < least and least > 1:
        question = f"if employees outside {law.name} count, which the law does not say"
        return _Answer("may bind", answer.reasons, (question,))
    return answer


def _compared(law: Jurisdiction, least: int, counted: Employees) -> _Answer:
    where = f" in {law.name}" if law.duties.employees_counted == "there" else ""
    noun = "employee" if least == 1 else "or more employees"
    if counted.most < least:
        return _Answer("does not bind", (f"it counts employers of {least} {noun}{where}; you have {counted}",))
    if counted.least >= least:
        return _Answer("binds", (f"you have {counted} employees{where}, {least} are enough",))
    question = f"if you have an employee{where}" if least == 1 else f"if you have {least} or more employees{where}"
    return _Answer("may bind", (), (question,))


def _end_of_month(month: str) -> dt.date | None:
    year, _, number = month.partition("-")
    if not (year.isdigit() and number.isdigit()):
        return None
    first = dt.date(int(year), int(number), 1)
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def day_in_words(date: dt.date | None) -> str:
    """Return 1 January 2027; "" for no date."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}" if date else ""
