"""Brief and organisation -> sources: every filled entry in plain words, with the id by which items cite it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from postwright.english import article_of
from postwright.model.brief import (
    Brief,
    Credential,
    Education,
    Language,
    LevelEntry,
    Location,
    Organisation,
    Pay,
    Requirement,
    YearRange,
)
from postwright.model.statement import BriefField, Source

PlaceName = Callable[[str], str]
"""Place code (`US-CO`) -> how a sentence names it."""

_LISTS: tuple[tuple[str, BriefField], ...] = (
    ("other_compensation", "other_compensation"),
    ("benefits", "benefit"),
    ("responsibilities", "responsibility"),
    ("process", "process"),
)
"""Lists of short texts, and what a source of each is."""

_PLAIN: tuple[tuple[str, BriefField], ...] = (
    ("title", "title"),
    ("summary", "summary"),
    ("experience_in", "level"),
    ("hours", "hours"),
    ("start", "hours"),
    ("travel", "travel"),
    ("on_call", "on_call"),
    ("clearance", "clearance"),
    ("visa", "visa"),
)
"""Fields that are one text."""


def sources_of(brief: Brief, organisation: Organisation, *, place_name: PlaceName = str) -> tuple[Source, ...]:
    """Return all that may be cited, in the order of the brief, the organisation last; nothing for empty fields."""
    found = (*_of_brief(brief, place_name), *_of_organisation(organisation))
    return tuple(source for source in found if source.text.strip())


def _of_brief(brief: Brief, place_name: PlaceName) -> Iterator[Source]:
    for name, field in _PLAIN:
        yield Source(field, getattr(brief, name), name)
    yield Source("team", _team(brief), "team")
    yield Source("reporting_line", brief.reporting_line.title, "reporting_line")
    if brief.reporting_line.title and brief.reporting_line.place:  # apart: only some lines say it
        yield Source("reporting_line", f"based in {place_name(brief.reporting_line.place)}", "reporting_line.place")
    yield from (Source("level", _level(entry), f"levels.{entry.id}") for entry in brief.levels)
    yield from _of_place_and_time(brief, place_name)
    pays = [(f"pay.{pay.id}", pay) for pay in brief.pay]
    pays += [(f"levels.{entry.id}", entry.pay) for entry in brief.levels if entry.pay]
    yield from (Source("pay", _pay(pay, place_name), id_) for id_, pay in pays)
    for name, field in _LISTS:
        yield from (Source(field, entry.text, f"{name}.{entry.id}") for entry in getattr(brief, name))
    yield from (Source("outcome", _joined([o.text, o.by], ", by "), f"outcomes.{o.id}") for o in brief.outcomes)
    yield from (Source("must_have", _requirement(entry), f"must_have.{entry.id}") for entry in brief.must_have)
    yield from (Source("nice_to_have", _requirement(entry), f"nice_to_have.{entry.id}") for entry in brief.nice_to_have)
    yield from _of_qualifications(brief)
    for demand in brief.physical:
        yield Source("physical", _joined([demand.text, demand.function], ", for "), f"physical.{demand.id}")
    yield Source("contact", _joined([brief.contact.name, brief.contact.email, brief.contact.phone], ", "), "contact")
    yield Source("process", _joined([brief.apply.address, brief.apply.email, brief.apply.instructions], ". "), "apply")
    yield Source("process", _closing(brief), "closing")
    yield Source("process", brief.requisition_id, "requisition_id")


def _of_place_and_time(brief: Brief, place_name: PlaceName) -> Iterator[Source]:
    yield from (Source("location", _location(at, place_name), f"locations.{at.id}") for at in brief.locations)
    yield Source("location", _either(map(place_name, brief.remote_from)), "remote_from")
    yield Source("workplace", (brief.workplace or "").replace("_", "-"), "workplace")
    if brief.days_on_site:
        yield Source("workplace", f"{_figure(brief.days_on_site)} days a week on site", "days_on_site")
    yield Source("employment_type", (brief.employment_type or "").replace("_", "-"), "employment_type")
    if brief.contract_end:
        yield Source("employment_type", f"until {_day(brief.contract_end)}", "contract_end")
    if brief.openings > 1:
        yield Source("title", f"{brief.openings} openings", "openings")


def _of_qualifications(brief: Brief) -> Iterator[Source]:
    if brief.education:
        yield Source("education", _education(brief.education), "education")
    yield from (Source("licence", _licence(entry), f"licences.{entry.id}") for entry in brief.licences)
    yield from (Source("language", _language(entry), f"languages.{entry.id}") for entry in brief.languages)


def _of_organisation(organisation: Organisation) -> Iterator[Source]:
    yield Source("company", organisation.name, "organisation.name")
    yield Source("company", organisation.description, "organisation.description")
    yield from (Source("benefit", entry.text, f"organisation.benefits.{entry.id}") for entry in organisation.benefits)
    yield Source("process", organisation.careers_address, "organisation.careers_address")


def _team(brief: Brief) -> str:
    """Return name and purpose; a purpose that begins small goes on from the name: "Web builds the shop"."""
    return _joined([brief.team.name, brief.team.purpose], " " if brief.team.purpose[:1].islower() else ". ")


def _level(entry: LevelEntry) -> str:
    years = f"{_years(entry.years)} of experience" if entry.years else ""
    return _joined([f"{entry.level} level", years], ", ")


def _requirement(entry: Requirement) -> str:
    years = f"{_years(entry.years)} of" if entry.years else ""
    leading = "leading people" if entry.leadership else ""
    named = all(each.casefold() in entry.text.casefold() for each in entry.alternatives)
    alternatives = "" if named and entry.text else _either(entry.alternatives)
    words = _joined(
        [years, entry.text or leading, f"({alternatives})" if entry.text and alternatives else alternatives]
    )
    learnable = "which you can learn on the job" if entry.can_be_learned else ""
    return _joined([words, leading if entry.text else "", learnable], ", ")


def _years(years: YearRange) -> str:
    """Return the range; in months up to two years where years do not come out even."""
    bounds = [years.minimum] if years.maximum in (None, years.minimum) else [years.minimum, years.maximum or 0.0]
    in_months = any(bound != int(bound) for bound in bounds) and max(bounds) <= 2
    span = " to ".join(_figure(bound * 12 if in_months else bound) for bound in bounds)
    unit = "months" if in_months else "year" if bounds == [1] else "years"
    return f"{'' if years.maximum is not None else 'at least '}{span} {unit}"


def _education(education: Education) -> str:
    degree = f"{education.level.replace('_', ' ')} degree" if education.level != "unspecified" else "degree"
    equivalent = "or equivalent experience" if education.equivalent else ""
    return _preferred(_joined([degree, f"in {education.field}" if education.field else "", equivalent]), education)


def _licence(entry: Credential) -> str:
    return _preferred(entry.name, entry)


def _language(entry: Language) -> str:
    return _preferred(_joined([entry.name, f"({entry.level})" if entry.level else ""]), entry)


def _preferred(text: str, entry: Education | Credential | Language) -> str:
    return f"{text}, preferred" if text and entry.strength == "preferred" else text


def _location(at: Location, place_name: PlaceName) -> str:
    return _joined([at.street, _joined([at.city, at.postal_code]), place_name(at.place)], ", ")


def _pay(pay: Pay, place_name: PlaceName) -> str:
    if pay.minimum is None:
        return ""
    figures = [pay.minimum] if pay.maximum in (None, pay.minimum) else [pay.minimum, pay.maximum or 0.0]
    amount = " to ".join(f"{figure:,.2f}".removesuffix(".00") for figure in figures)
    where = f"in {place_name(pay.place)}" if pay.place else ""
    return _joined([amount, pay.currency or "", f"{article_of(pay.period)} {pay.period}", where])


def _closing(brief: Brief) -> str:
    if brief.closing.date:
        return f"apply by {_day(brief.closing.date)}"
    return "applications are read as they come" if brief.closing.rolling else ""


def _figure(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _either(values: Iterable[str]) -> str:
    *first, last = [*values] or [""]
    return f"{', '.join(first)} or {last}" if first else last


def _joined(parts: Iterable[str], joint: str = " ") -> str:
    return joint.join(part for part in parts if part)


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _day(date: dt.date) -> str:
    """Return a day in both forms, since a person may write it in either: "2027-01-22 (22 January 2027)"."""
    return f"{date.isoformat()} ({date.day} {_MONTHS[date.month - 1]} {date.year})"
