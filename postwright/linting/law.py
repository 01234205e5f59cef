"""Brief and organisation -> which laws on job advertisements bind a posting, how surely, what would decide the rest.

Screening, not legal advice. Three questions are asked of every jurisdiction: can the job be done there (or does it
report there), is the law in force on the posting's date, and is the employer large enough. What is not known stays
not known: the duty is then named together with the question that decides it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines, Jurisdiction
    from postwright.linting.rule import Context
    from postwright.model.brief import Brief, Headcount, Organisation

Standing = Literal["binds", "may bind", "does not bind"]
UNBOUNDED = 10**9
"""Employees: no upper bound is known."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NOT_ADVICE = "This is screening, not legal advice."


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the work of a posting can be done and to whom it reports; place codes as in a brief."""

    located: tuple[str, ...] = ()
    """Where the work is done on site."""
    remote: tuple[str, ...] = ()
    """Where a remote person may live."""
    remote_anywhere: bool = False
    """Remote, and nothing says from where."""
    supervisors: tuple[str, ...] = ()
    """Where this role's supervisor sits."""
    possible_supervisors: tuple[str, ...] = ()
    """Where the organisation has supervisors, when this role's is not known."""

    @property
    def known(self) -> bool:
        return bool(self.located or self.remote)


@dataclass(frozen=True, slots=True)
class Employees:
    """A number of employees that is known only within bounds, both included."""

    least: int = 0
    most: int = UNBOUNDED


@dataclass(frozen=True, slots=True)
class Ruling:
    """How one jurisdiction's law stands to a posting, with the reasons in words."""

    jurisdiction: Jurisdiction
    standing: Standing
    reasons: tuple[str, ...]
    """Half sentences: "the work is done in Colorado"."""
    open_questions: tuple[str, ...] = ()
    """Conditions that would make a law that may bind bind: "if you have 15 or more employees"."""

    @property
    def certain(self) -> bool:
        """Whether the law binds and its facts are sure enough for an error."""
        return self.standing == "binds" and self.jurisdiction.confidence == "high"


def reach_of(context: Context) -> Reach:
    """Return what brief, organisation and the caller's places say about where the posting reaches."""
    brief = context.brief
    if brief is None or not (brief.locations or brief.remote_from or brief.reporting_line.place):
        remote = bool(brief and brief.workplace == "remote")
        return Reach(
            located=() if remote else context.places,
            remote=context.places if remote else (),
            remote_anywhere=remote and not context.places,
        )
    return reach_of_brief(brief, context.organisation)


def reach_of_brief(brief: Brief, organisation: Organisation | None) -> Reach:
    """Return where the brief's posting reaches; a remote job's locations are where it may be done from."""
    places = tuple(dict.fromkeys(location.place for location in brief.locations))
    supervisor = brief.reporting_line.place
    others = organisation.supervisors_at if organisation and not supervisor else ()
    is_remote = brief.workplace == "remote"
    remote = brief.remote_from or (places if is_remote else ())
    return Reach(
        located=() if is_remote else places,
        remote=tuple(remote),
        remote_anywhere=is_remote and not remote,
        supervisors=(supervisor,) if supervisor else (),
        possible_supervisors=tuple(others),
    )


def rulings(
    reach: Reach, *, headcount: Sequence[Headcount], guidelines: Guidelines, date: dt.date
) -> tuple[Ruling, ...]:
    """Return the ruling for every jurisdiction that the posting could reach, in the order of the guidelines."""
    found = (_ruling(law, reach, headcount=headcount, date=date) for law in guidelines.jurisdictions.values())
    return tuple(ruling for ruling in found if ruling is not None)


def within(inner: str, outer: str) -> bool:
    """Say whether the place `inner` is `outer` or lies in it: US-NY-NYC lies in US-NY and in US."""
    return inner == outer or inner.startswith(outer + "-")


def employees_at(place: str, headcount: Sequence[Headcount]) -> Employees | None:
    """Return how many employees work at `place`, or None where no row says anything about it.

    A row for a wider place bounds the number from above; rows for places inside it from below.
    """
    exact = next((row.employees for row in headcount if row.place == place), None)
    if exact is not None:
        return Employees(exact, exact)
    inside = sum(row.employees for row in _widest(row for row in headcount if within(row.place, place)))
    around = [row for row in headcount if within(place, row.place)]
    if not around and not inside:
        return None
    most = UNBOUNDED
    if around:
        narrowest = max(around, key=lambda row: len(row.place))
        elsewhere = [
            row
            for row in headcount
            if row is not narrowest and within(row.place, narrowest.place) and not within(row.place, place)
        ]
        most = max(narrowest.employees - sum(row.employees for row in _widest(elsewhere)), inside)
    return Employees(inside, most)


def employees_in_all(headcount: Sequence[Headcount]) -> Employees:
    """Return how many employees the organisation has; a row for a wider place includes the rows inside it."""
    if not headcount:
        return Employees()
    total = sum(row.employees for row in _widest(headcount))
    return Employees(total, total)


def is_stale(law: Jurisdiction, guidelines: Guidelines, date: dt.date) -> bool:
    """Say whether the row was checked so long before `date` that it may be out of date."""
    limit = guidelines.limits.get("facts_stale_days")
    checked = _end_of_month(law.checked)
    return bool(limit and checked and (date - checked).days > limit.value)


def month_in_words(month: str) -> str:
    """Return "2026-11" as "November 2026"; anything else as it is."""
    year, _, number = month.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}" if number.isdigit() and 1 <= int(number) <= 12 else month


def _ruling(law: Jurisdiction, reach: Reach, *, headcount: Sequence[Headcount], date: dt.date) -> Ruling | None:
    covered = [_covers(law, place, reach, headcount) for place in law.places]
    reached = [found for found in covered if found is not None]
    if not reached:
        return None
    best = min(reached, key=lambda found: _ORDER[found.standing])
    for check in (_in_time(law, date), _size(law, best, headcount)):
        if check.standing == "does not bind":
            return Ruling(law, "does not bind", (*best.reasons, *check.reasons))
        best = _both(best, check)
    return Ruling(law, best.standing, best.reasons, best.open_questions)


_ORDER: dict[Standing, int] = {"binds": 0, "may bind": 1, "does not bind": 2}


@dataclass(frozen=True, slots=True)
class _Answer:
    """The answer to one of the questions."""

    standing: Standing
    reasons: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    place: str = ""
    located: bool = False


def _both(first: _Answer, second: _Answer) -> _Answer:
    return _Answer(
        max(first.standing, second.standing, key=_ORDER.__getitem__),
        (*first.reasons, *second.reasons),
        (*first.open_questions, *second.open_questions),
        first.place,
        first.located,
    )


def _covers(law: Jurisdiction, place: str, reach: Reach, headcount: Sequence[Headcount]) -> _Answer | None:
    """Answer whether work of the posting falls under the law at `place`; None where it is not reached at all."""
    if any(within(code, place) for code in reach.located):
        return _Answer("binds", (f"the work is done in {law.name}",), place=place, located=True)
    if law.duties.remote_reach == "reports_there" and any(within(code, place) for code in reach.supervisors):
        return _Answer("binds", (f"the role reports to a supervisor in {law.name}",), place=place, located=True)
    if any(within(code, place) for code in reach.remote):
        return _named_for_remote_work(law, place)
    if reach.remote_anywhere or any(within(place, code) for code in reach.remote):
        return _open_to_remote_work(law, place, reach, headcount)
    if any(within(place, code) for code in reach.located) and law.duties.pay_in_ad == "required":
        question = f"if the work is done in {law.name}"
        return _Answer("may bind", (f"the work may be done in {law.name}",), (question,), place)
    if law.duties.remote_reach == "reports_there" and any(within(c, place) for c in reach.possible_supervisors):
        question = f"if the role reports to your supervisor in {law.name}"
        return _Answer("may bind", (f"you have supervisors in {law.name}",), (question,), place)
    return None


def _named_for_remote_work(law: Jurisdiction, place: str) -> _Answer:
    reasons = (f"the job can be done remotely from {law.name}",)
    if law.duties.remote_reach == "unknown":
        return _Answer("may bind", reasons, ("the law does not say whether it covers remote work",), place)
    return _Answer("binds", reasons, place=place, located=True)


def _open_to_remote_work(law: Jurisdiction, place: str, reach: Reach, headcount: Sequence[Headcount]) -> _Answer | None:
    """Answer for a job that can be done from a wider place, of which the law's is one part."""
    duties = law.duties
    if duties.remote_reach == "none":
        return None
    reasons = (f"remote work could be done from {law.name}",)
    if duties.remote_reach == "any_employee_there":
        standing: Standing = "may bind" if reach.remote_anywhere else "binds"
        questions = (f"if people in {law.name} can do the job",) if reach.remote_anywhere else ()
        return _Answer(standing, reasons, questions, place)
    there = employees_at(place, headcount) if headcount else Employees()
    if there is None or there.most == 0:
        return None  # nobody works there: only a wide reading would cover it
    question = f"if somebody in {law.name} is hired or sought"
    return _Answer("may bind", reasons, (question,), place)


def _in_time(law: Jurisdiction, date: dt.date) -> _Answer:
    effective, ends = law.duties.effective, law.duties.ends
    if effective and date < effective:
        return _Answer("does not bind", (f"its duties begin on {_day(effective)}",))
    if ends and date > ends:
        return _Answer("does not bind", (f"its duties ended on {_day(ends)}",))
    return _Answer("binds")


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
        if there.least < 1 and headcount:
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
        return _Answer("does not bind", (f"it counts employers of {least} {noun}{where}; you have {_number(counted)}",))
    if counted.least >= least:
        return _Answer("binds", (f"you have {_number(counted)} employees{where}, {least} are enough",))
    question = f"if you have an employee{where}" if least == 1 else f"if you have {least} or more employees{where}"
    return _Answer("may bind", (), (question,))


def _number(counted: Employees) -> str:
    if counted.least == counted.most:
        return str(counted.least)
    return f"{counted.least} or more" if counted.most == UNBOUNDED else f"{counted.least} to {counted.most}"


def _widest(rows: Iterable[Headcount]) -> list[Headcount]:
    """Return the rows that lie in no other row, so that nobody is counted twice."""
    rows = list(rows)
    return [row for row in rows if not any(other is not row and within(row.place, other.place) for other in rows)]


def _end_of_month(month: str) -> dt.date | None:
    year, _, number = month.partition("-")
    if not (year.isdigit() and number.isdigit()):
        return None
    first = dt.date(int(year), int(number), 1)
    return (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def _day(date: dt.date) -> str:
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"
