"""A posting with its reading and findings -> the record that a review keeps of it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.consistency.asked import asked
from postwright.consistency.record import (
    BoilerplateKind,
    PayAsked,
    ReviewedPosting,
    SeriousFinding,
    ThingAsked,
)
from postwright.consistency.role_titles import role_title
from postwright.consistency.shingles import shingles_of, words_of
from postwright.linting.engine import levels_of
from postwright.linting.experience import required_demands
from postwright.linting.levels import is_software
from postwright.linting.must_haves import requirement_lines
from postwright.linting.rule import Context
from postwright.model.words import SEVERITIES, Level, PayPeriod, Severity, Strength

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.model.brief import Brief
    from postwright.model.finding import Finding
    from postwright.model.reading import PayRead, Reading
    from postwright.reading.document import Document

BOILERPLATE_KINDS: tuple[BoilerplateKind, ...] = ("equal_opportunity", "company")
_SENTENCES_KEPT = 40
"""Of each kind of boilerplate; what comes later in a section of that length is no boilerplate."""
_SENTENCE_WORDS = (6, 150)
"""Shorter sentences are labels, longer ones lists that lost their line breaks."""
_SERIOUS_KEPT = 12
_NAME_LENGTH = 80
_EXAMPLES = re.compile(r"\b(?:e\.? ?g|i\.? ?e)\.[^\n]*$", re.IGNORECASE)
"""Words before a thing that make it an example, where a sentence seemed to end at their full stop."""
_BEFORE = 60
"""Characters before a thing in which such words are looked for."""
_PLACE = re.compile(r"(?:job |work |office |primary )?locations?\s?[:–-]\s?(\S.{1,60}?)\s*$", re.IGNORECASE)
_PLACE_LINES = 15
"""Blocks at the head of a text in which a labelled place is looked for."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a posting beside its text; empty where it is not."""

    id: str | int
    title: str = ""
    employer: str = ""
    place: str = ""
    level: Level | None = None
    brief: Brief | None = None
    link: str = ""


class Recorder:
    """Makes the records of one review; a sentence that many postings have is kept once."""

    def __init__(self, guidelines: Guidelines, *, date: dt.date) -> None:
        self._guidelines = guidelines
        self._date = date
        self._texts: dict[str, str] = {}

    def record(
        self, known: Known, document: Document, reading: Reading, findings: Sequence[Finding]
    ) -> ReviewedPosting:
        """Return the record of a posting that was read and linted."""
        levels = levels_of(known.brief, known.level, reading)
        context = Context(
            document=document, reading=reading, guidelines=self._guidelines, date=self._date, levels=levels,
            profile=self._guidelines.roles.get(known.brief.profile) if known.brief else None, brief=known.brief,
        )  # fmt: skip
        title = known.title or reading.title
        place = known.place or place_in(document)
        role = role_title(title, self._guidelines, levels=levels, place=place, employer=known.employer)
        demands = required_demands(context)
        degree = reading.degree
        words = words_of(document.text)
        return ReviewedPosting(
            id=known.id,
            title=title,
            employer=known.employer,
            place=place,
            language=reading.language,
            levels=levels,
            role=role.key,
            role_name=role.name,
            rung=role.rung,
            software=is_software(context),
            years=max((demand.min_years for demand in demands), default=None),
            degree=degree.level if degree else None,
            degree_strength=degree.strength if degree else None,
            must_haves=sum(line.count for line in requirement_lines(context)),
            pay=pay_asked(reading.pay, self._guidelines),
            words=len(words),
            counts=_counts(findings),
            rules=self._by_rule(findings),
            serious=self._serious(findings),
            asked=self._asked(context),
            technologies=tuple(dict.fromkeys(mention.name for mention in reading.technologies)),
            boilerplate=self._boilerplate(context),
            shingles=shingles_of(words),
            link=known.link,
        )

    def _kept(self, text: str) -> str:
        return self._texts.setdefault(text, text)

    def _by_rule(self, findings: Sequence[Finding]) -> tuple[tuple[str, Severity, int], ...]:
        counts = Counter((self._kept(finding.rule), finding.severity) for finding in findings)
        return tuple((rule, severity, count) for (rule, severity), count in sorted(counts.items()))

    def _serious(self, findings: Sequence[Finding]) -> tuple[SeriousFinding, ...]:
        serious = [finding for finding in findings if finding.severity in ("error", "warning")]
        return tuple(
            SeriousFinding(finding.severity, self._kept(finding.rule), self._kept(finding.message))
            for finding in serious[:_SERIOUS_KEPT]
        )

    def _asked(self, context: Context) -> tuple[ThingAsked, ...]:
        """Return what is asked for; what the posting itself asks in both strengths has none."""
        things: dict[str, ThingAsked] = {}
        strengths: dict[str, set[Strength]] = {}
        for thing in asked(context):
            if _EXAMPLES.search(context.text, max(thing.start - _BEFORE, 0), thing.start):
                continue
            named = context.reading.technologies_in(thing.start, thing.end)
            name = named[0].name if named else " ".join(context.text[thing.start : thing.end].split())[:_NAME_LENGTH]
            strengths.setdefault(thing.key, set()).add(thing.strength)
            things.setdefault(
                thing.key, ThingAsked(self._kept(thing.key), self._kept(name), thing.strength, thing.years)
            )
        return tuple(thing for key, thing in things.items() if len(strengths[key]) == 1)

    def _boilerplate(self, context: Context) -> tuple[tuple[BoilerplateKind, tuple[str, ...]], ...]:
        found: dict[BoilerplateKind, list[str]] = {kind: [] for kind in BOILERPLATE_KINDS}
        for sentence in context.document.sentences:
            kind = context.reading.section_at(sentence.start)
            if kind in found and len(found[kind]) < _SENTENCES_KEPT:
                words = " ".join(context.text[sentence.start : sentence.end].split())
                if _SENTENCE_WORDS[0] <= len(words.split()) <= _SENTENCE_WORDS[1]:
                    found[kind].append(self._kept(words))
        return tuple((kind, tuple(sentences)) for kind, sentences in found.items() if sentences)


def place_in(document: Document) -> str:
    """Return the place that a labelled line at the head of a text names ("Location: Leeds"), or nothing."""
    for block in document.blocks[:_PLACE_LINES]:
        if block.end - block.start <= 90 and (found := _PLACE.match(document.text[block.start : block.end])):
            return " ".join(found[1].strip(" *_").split())
    return ""


def place_key(place: str) -> str:
    """Return what is the same for all spellings of a place.

    >>> place_key("Leeds, UK") == place_key("leeds UK")
    True
    """
    return " ".join(words_of(place))


def pay_asked(pay: PayRead | None, guidelines: Guidelines) -> PayAsked | None:
    """Return the pay that a posting states in figures, and what it is for a year of full-time work."""
    if pay is None or pay.minimum is None or pay.maximum is None:
        return None
    times = times_a_year(pay.period, guidelines) if pay.period else None
    return PayAsked(
        minimum=pay.minimum,
        maximum=pay.maximum,
        currency=pay.currency,
        period=pay.period,
        year_minimum=pay.minimum * times if times else None,
        year_maximum=pay.maximum * times if times else None,
        is_range=pay.kind == "range" and pay.minimum < pay.maximum,
    )


def times_a_year(period: PayPeriod, guidelines: Guidelines) -> float:
    """Return how many of a period of full-time work a year has."""
    if period in ("hour", "day"):
        return guidelines.limits["hours_a_year" if period == "hour" else "days_a_year"].value
    return {"week": 52.0, "month": 12.0}.get(period, 1.0)


def _counts(findings: Iterable[Finding]) -> tuple[tuple[Severity, int], ...]:
    counts = Counter(finding.severity for finding in findings)
    return tuple((severity, counts[severity]) for severity in SEVERITIES if counts[severity])
