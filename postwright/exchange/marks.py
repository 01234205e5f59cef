"""A reading -> marks: everything understood that has a place in the text, numbered by place and put in words.

The terminal's and the pages' views show the same marks with the same numbers; by number a wrong one is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from postwright.english import each
from postwright.model.reading import DegreeRead, Demand, PayRead, Reading
from postwright.model.words import Level

MarkKind = Literal["title", "section", "demand", "degree", "pay", "technology", "credential"]
WHOLE_TEXT: tuple[MarkKind, ...] = ("title", "section")
"""Kinds of marks that are shown beside the text or above it, not inside."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something understood, at its place, in words; numbered from 1 in the order of the text."""

    number: int
    kind: MarkKind
    start: int
    end: int
    words: str


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """Return all marks: the title first, then by place; a section before what stands in it."""
    if reading.language not in ("en", ""):
        return ()
    found: list[tuple[int, int, MarkKind, str]] = []
    found += [(s.start, s.end, "section", s.kind.replace("_", " ")) for s in reading.sections]
    found += [(d.start, d.end, "demand", demand_words(d, reading.demands)) for d in reading.demands]
    found += [(use.start, use.end, "technology", use.name) for use in reading.technologies]
    found += [(c.start, c.end, "credential", f"{c.name}, {c.strength}") for c in reading.credentials]
    if degree := reading.degree:
        found.append((degree.start, degree.end, "degree", degree_words(degree)))
    if pay := reading.pay:
        found.append((pay.start, pay.end, "pay", pay_words(pay)))
    found.sort(key=lambda mark: (mark[0], mark[2] != "section", mark[1]))
    title: tuple[int, int, MarkKind, str] = (0, 0, "title", title_words(reading.title, reading.title_level))
    return tuple(
        Mark(number, kind, start, end, words) for number, (start, end, kind, words) in enumerate([title, *found], 1)
    )


def inside(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return the marks that underline words of the text, by place."""
    return tuple(sorted((m for m in marks if m.kind not in WHOLE_TEXT), key=attrgetter("start", "end")))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text in which the same spans hold; spans are named by their place in the list they came in."""

    start: int
    end: int
    begin: tuple[int, ...]
    """Spans that begin at `start`."""
    end_here: tuple[int, ...]
    """Spans that end at `end`."""


def pieces(spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[Piece]:
    """Yield text[start:end] cut wherever a span begins or ends, without gaps; spans may overlap.

    Takes n log n steps for n spans, however they overlap. A span outside is cut at the border, an empty one left out.

    >>> [(piece.start, piece.end, piece.begin, piece.end_here) for piece in pieces([(2, 5), (4, 6)], 0, 6)]
    [(0, 2, (), ()), (2, 4, (0,), ()), (4, 5, (1,), (0,)), (5, 6, (), (1,))]
    """
    begin: dict[int, list[int]] = {}
    end_at: dict[int, list[int]] = {}
    for number, (first, last) in enumerate(spans):
        first, last = max(first, start), min(last, end)
        if first < last:
            begin.setdefault(first, []).append(number)
            end_at.setdefault(last, []).append(number)
    cuts = sorted({start, end, *begin, *end_at})
    for first, last in pairwise(cuts):
        yield Piece(first, last, tuple(begin.get(first, ())), tuple(end_at.get(last, ())))


def shortened(quote: str, *, to: int) -> str:
    """Return words of a text on one line of at most `to` characters.

    >>> shortened("a ward  of\\nthirty beds", to=10)
    'a ward of…'
    """
    words = " ".join(quote.split())
    return words if len(words) <= to else f"{words[: to - 1].rstrip()}…"


def title_words(title: str, level: Level | None) -> str:
    """Return what is known of the title in words: "“Staff Nurse”, level not said"."""
    return f"{f'“{title}”' if title else 'no title found'}, level {level or 'not said'}"


def demand_words(demand: Demand, demands: tuple[Demand, ...]) -> str:
    """Return a demand in words: "5 to 7 years, Python, required, skill"."""
    least, most = f"{demand.min_years:g}", demand.max_years
    unit = "year" if least == "1" else "years"
    amount = f"{least} {unit} or more" if most is None else f"{least} to {most:g} years"
    parts = [amount, demand.subject or "in nothing named", demand.strength, demand.kind.replace("_", " ")]
    if demand.group is not None:
        others = [other.quote for other in demands if other.group == demand.group and other is not demand]
        parts.append(f"alternative to {' or '.join(f'“{quote}”' for quote in others)}" if others else "alternative")
    if demand.part_of is not None:
        parts.append(f"part of “{demands[demand.part_of].quote}”")
    return ", ".join(parts)


def degree_words(degree: DegreeRead) -> str:
    """Return a degree in words: "bachelor, required or equivalent"."""
    return f"{degree.level.replace('_', ' ')}, {degree.strength.replace('_', ' ')}"


def pay_words(pay: PayRead) -> str:
    """Return pay in words: "80,000 to 95,000 USD a year"."""
    if pay.minimum is None and pay.maximum is None:
        return "in words only, no figure"
    figures = [f"{figure:,.2f}".removesuffix(".00") for figure in (pay.minimum, pay.maximum) if figure is not None]
    amount = " to ".join(dict.fromkeys(figures))
    return f"{amount} {pay.currency or '(currency not said)'}" + (f" {each(pay.period)}" if pay.period else "")
