"""A text -> what it says of the job's terms, for its brief: place, workplace, kind, hours, dates, address, degree.

Only what is said once and clearly: a text that names two towns, or calls the job remote and hybrid, proposes nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from postwright.desk.standing import plain_words
from postwright.drafting.places import place_names
from postwright.drafting.withheld import EMAIL
from postwright.late_pattern import late
from postwright.linting.dates import Date, dates_after
from postwright.linting.job_terms import (
    CLOSING,
    EMPLOYMENT_KINDS,
    PLACE,
    WEEKLY_HOURS,
    employment_said,
    known_region,
    places_with_region,
    workplaces_said,
)
from postwright.model.brief import Brief
from postwright.model.reading import Reading
from postwright.model.words import EmploymentType
from postwright.reading.document import Block, Document


@dataclass(frozen=True, slots=True)
class Term:
    """A value for a field of the brief, said at text[start:end]; of a list, the values of the new entry."""

    field: str
    start: int
    end: int
    values: Mapping[str, Any]


def terms_of(document: Document, reading: Reading, brief: Brief) -> Iterator[Term]:
    """Yield the terms that a text says and a brief does not."""
    for find in (_place, _workplace, _remote_from, _employment, _hours, _closing, _apply):
        yield from find(document, reading, brief)


_OTHERS = ("company", "team", "benefits", "equal_opportunity")
"""Sections whose places, hours and kinds of employment are those of others."""


# ---- place and workplace

_LINE = late(r"(?m)^[ \t*_#>|-]{0,6}(?P<city>[A-Z][\w’'.-]+(?: [A-Z][\w’'-]+){0,2}), (?P<region>[A-Z][^\n(|·]{1,40}?)"
             r"[ \t*_|·]{0,6}(?:\([^()\n]{1,30}\))?[ \t*_|]{0,6}$")  # fmt: skip
"""A line of its own near the top: "Denver, Colorado (hybrid)"."""
_TOP = 600
"""Characters at the top of a text in which such a line stands."""


def _place(document: Document, reading: Reading, brief: Brief) -> Iterator[Term]:
    if brief.locations or brief.remote_from:
        return
    text = reading.text
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for match in (*PLACE.finditer(text), *places_with_region(reading), *_LINE.finditer(text, 0, _TOP)):
        code, name = _code(match["region"] or "")
        if code and reading.section_at(match.start()) not in _OTHERS:
            start = match.start("city")
            found.setdefault((match["city"], code), (start, match.start("region") + len(name)))
    if len(found) == 1:
        (((city, code), span),) = found.items()
        if _MORE.match(text, span[1]):
            return
        yield Term("locations", *span, {"city": city, "place": code})


_MORE = late(r"[ \t]*(?:[;/|&]|and\b|or\b)[ \t]*[A-Z]")
"""Behind a place, another one."""


def _code(words: str) -> tuple[str, str]:
    """Return code and name of the region or country that `words` are or begin with, or two empty strings."""
    code, name = known_region(words)
    if code:
        return code, name
    plain = words.strip(" .*_")
    code = _countries().get(plain.removeprefix("the "), "")
    return (code, plain) if code else ("", "")


@cache
def _countries() -> Mapping[str, str]:
    names = {name.removeprefix("the "): code for code, name in place_names().names.items() if "-" not in code}
    return {**names, **place_names().short}


def _workplace(document: Document, reading: Reading, brief: Brief) -> Iterator[Term]:
    said = workplaces_said(document)
    if brief.workplace is None and len(said) == 1:
        ((workplace, span),) = said.items()
        if reading.section_at(span[0]) not in _OTHERS:
            yield Term("workplace", *span, {"value": workplace})


_FROM = late(
    r"(?:\b[Rr]emote(?:ly)?(?: (?:role|position|job))?,? (?:from|in|within|based in)|"
    r"\b(?:live|reside|living|residing) in|"
    r"\b(?:from )?[Aa]nywhere (?:in|within)) (?P<names>(?:the )?[A-Z][^.;:()\n]{1,120})"
)
"""Where a remote person may live: "to work remotely from Colorado, Illinois or Minnesota"."""
_JOINED = late(r",? (?:or|and) |, | & |/")


def _remote_from(document: Document, reading: Reading, brief: Brief) -> Iterator[Term]:
    said = workplaces_said(document)
    if brief.remote_from or brief.locations or list(said) != ["remote"]:
        return
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    for match in _FROM.finditer(reading.text):
        codes = tuple(_code(name)[0] for name in _JOINED.split(match["names"]))
        if all(codes) and reading.section_at(match.start()) not in _OTHERS:
            found.setdefault(codes, match.span("names"))
    if len(found) == 1:
        ((codes, span),) = found.items()
        yield Term("remote_from", *span, {"value": list(codes)})


# ---- kind of employment, hours

_TYPES: tuple[EmploymentType, ...] = get_args(EmploymentType)


_NOT_THE_KIND = (*_OTHERS, "requirements", "preferred", "process")
_PLURAL = late(r"s\b")
"""Behind "full-time role": many of them are those of others."""


def _employment(document: Document, reading: Reading, brief: Brief) -> Iterator[Term]:
    if brief.employment_type is not None:
        return
    kinds = (kind for kind in _TYPES if kind in EMPLOYMENT_KINDS)
    said = {kind: span for kind in kinds if (span := employment_said(document, kind))}
    if len(said) == 1:
        ((kind, span),) = said.items()
        if reading.section_at(span[0]) not in _NOT_THE_KIND and not _PLURAL.match(document.folded, span[1]):
            yield Term("employment_type", *_trimmed(reading.text, *span), {"value": kind})


_BOUND = late(r"(?:\d ?(?:-|to) ?|\bup to |\bmax(?:imum)?\.? (?:of )?|\bleast |\bthan )$")
"""Before a number of hours that is one end of a range."""


def _hours(document: Document, reading: Reading, brief: Brief) -> Iterator[Term]:
    found = [m for m in WEEKLY_HOURS.finditer(document.folded) if reading.section_at(m.start()) not in _OTHERS]
    if any(_BOUND.search(document.folded, max(0, match.start() - 12), match.start()) for match in found):
        return
    if not brief.hours and len({float(match[1]) for match in found}) == 1:
        start, end = found[0].span()
        yield Term("hours", start, end, {"value": reading.text[start:end]})


# ---- closing date, where to apply


def _closing(document: Document, reading: Reading, brief: Brief) -> Iterator[Term]:
    if brief.closing.date or brief.closing.rolling:
        return
    folded = document.folded
    dates = [
        date
        for date in dates_after(CLOSING, document)
        if not date.either_order and not _BEGINS.search(folded, max(0, date.start - 30), date.start)
    ]
    days = {day for date in dates if (day := _day(date))}
    if len(days) == 1:
        yield Term("closing.date", dates[0].start, dates[0].end, {"value": days.pop()})


_BEGINS = late(r"\b(?:begin|start|open|commence)s?\b")
"""Before a date from which applications are looked at."""


def _day(date: Date) -> dt.date | None:
    """Return the day that a date names; None where its year is not said, or it is the 31st of June."""
    try:
        return dt.date(date.year, date.month, date.day) if date.year else None
    except ValueError:
        return None


_ADDRESS = late(r"https://[^\s<>\"”’)\]]{1,300}[^\s<>\"”’)\].,;:!?]")
_APPLYING = late(r"\bappl(?:y|ication|ications)\b|\b(?:send|submit|email) (?:your|a|us) ")


def _apply(document: Document, reading: Reading, brief: Brief) -> Iterator[Term]:
    """Yield the one mailbox and the one address in sentences on applying."""
    sentences = [
        sentence
        for sentence in document.sentences
        if _APPLYING.search(document.folded, sentence.start, sentence.end)
        and reading.section_at(sentence.start) != "equal_opportunity"
    ]
    for field, pattern, has in (
        ("apply.email", EMAIL, brief.apply.email),
        ("apply.address", _ADDRESS, brief.apply.address),
    ):
        found = [m for each in sentences for m in pattern.finditer(reading.text, each.start, each.end)]
        if not has and len({match[0] for match in found}) == 1:
            yield Term(field, *found[0].span(), {"value": found[0][0]})


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    edges = " \t\n*|"
    return start + len(words) - len(words.lstrip(edges)), end - len(words) + len(words.rstrip(edges))


# ---- a line of the requirements that is a field of its own

_LONGEST_DEGREE = 140
"""Characters of a line that asks for a degree and nothing else."""
_LONGEST_LICENCE = 9
"""Words of a line that asks for a licence or certificate and nothing else."""
_FIELD_OF_STUDY = late(
    r"^(?:(?!\bwith\b)[^.;:()]){0,50}?\b(?:degree|diploma|bachelor\S{0,4}|master\S{0,4}|b\.?[as]c?\.?|m\.?[as]c?\.?|"
    r"ph\.?d\.?|qualifications?) (?:in|of) (?P<field>(?:(?!,? \bor (?:an? |the )?(?:equivalent|comparable|similar)\b|"
    r"\b(?:is |strongly |highly )?(?:required|preferred|desired|desirable|essential|plus)\b|\bwith\b|[.;:()]).){2,90})",
    re.IGNORECASE,
)
_LONGEST_FIELD = 90
_SAYS_STRENGTH = late(
    r"[\s,(–-]*(?:(?:is|are|strongly|highly) )*(?:required|preferred|desired|desirable|essential|mandatory|a plus|"
    r"an advantage|nice to have)[\s).]*$",
    re.IGNORECASE,
)


def term_of_line(reading: Reading, block: Block) -> Term | None:
    """Return the degree, the licence or the certificate that a line asks for and nothing else, or None."""
    start, end = block.start, block.end
    if reading.demands_in(start, end):
        return None
    mentions = [mention for mention in reading.credentials if start <= mention.start < end]
    degree = reading.degree
    if degree and start <= degree.start < end and not mentions:
        if end - start > _LONGEST_DEGREE:
            return None
        return Term("education", start, end, {"value": _education(reading, start, end)})
    words = " ".join(plain_words(reading.text[start:end]).split())
    if len(mentions) != 1 or len(words.split()) > _LONGEST_LICENCE:
        return None
    name = _SAYS_STRENGTH.sub("", words).rstrip(" .")
    return Term("licences", start, end, {"name": name, "strength": mentions[0].strength}) if name else None


def has(brief: Brief, term: Term) -> bool:
    """Return whether a brief has what `term_of_line` returned."""
    if term.field == "education":
        return brief.education is not None
    return term.values["name"].casefold() in {licence.name.casefold() for licence in brief.licences}


def _education(reading: Reading, start: int, end: int) -> Mapping[str, Any]:
    degree = reading.degree
    if degree is None:
        raise ValueError("the text asks for no degree")
    words = " ".join(plain_words(reading.text[degree.start : end]).split())
    study = _FIELD_OF_STUDY.match(words)
    field = study["field"].rstrip(" ,") if study and len(study["field"]) < _LONGEST_FIELD else ""
    return {
        "level": degree.level,
        "field": field,
        "equivalent": degree.strength == "required_or_equivalent",
        "strength": "preferred" if degree.strength == "preferred" else "required",
    }
