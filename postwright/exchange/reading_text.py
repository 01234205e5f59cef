"""A reading -> the posting's text with everything that was understood marked where it stands."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from postwright.exchange.terminal import Row, carets, count, marked, rows_of, visible
from postwright.model.reading import DegreeRead, Demand, PayRead, Reading

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {
    "demand": "bold magenta", "degree": "bold blue", "pay": "bold green", "technology": "bold cyan",
    "credential": "bold yellow",
}  # fmt: skip
_GUTTER = 18
"""Columns for the kind of section: the longest is `responsibilities`."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something understood, at its place, in words."""

    start: int
    end: int
    kind: str
    words: str


def print_reading(console: Console, *, name: str, reading: Reading) -> None:
    """Print a posting with its sections at the side and each thing that was read below the words it was read from."""
    console.print(Text.assemble((visible(name), "bold"), f"  {_heading(reading)}"))
    if reading.language not in ("en", ""):
        console.print(f"The text is not English ({reading.language}); nothing is claimed about it.")
    waiting = deque(marks_of(reading))
    within: list[Mark] = []
    for kind, row in _rows(reading, width=console.width - _GUTTER - 3):
        while waiting and waiting[0].start < row.end:
            within.append(waiting.popleft())
        within = [mark for mark in within if mark.end > row.start]
        spans = [(mark.start, mark.end, f"{_STYLES[mark.kind]} underline") for mark in within]
        _print_row(console, kind, marked(reading.text, row, list(spans)))
        for words, group in _by_words(mark for mark in within if mark.start >= row.start).items():
            _print_row(console, "", _under(reading.text, row, group, words))
    console.print()
    console.print(Text(_summary(reading), style="bold"))
    console.print()


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """Return everything that has a place in the text, by place."""
    marks = [
        *(Mark(d.start, d.end, "demand", f"demand {n}: {demand_words(d)}") for n, d in enumerate(reading.demands, 1)),
        *(Mark(use.start, use.end, "technology", f"technology: {use.name}") for use in reading.technologies),
        *(Mark(c.start, c.end, "credential", f"credential: {c.name}, {c.strength}") for c in reading.credentials),
    ]
    if reading.degree:
        marks.append(
            Mark(reading.degree.start, reading.degree.end, "degree", f"degree: {degree_words(reading.degree)}")
        )
    if reading.pay:
        marks.append(Mark(reading.pay.start, reading.pay.end, "pay", f"pay: {pay_words(reading.pay)}"))
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def demand_words(demand: Demand) -> str:
    """Return a demand in words: "5 to 7 years, Python, required, skill"."""
    least, most = f"{demand.min_years:g}", demand.max_years
    amount = f"{least} years or more" if most is None else f"{least} to {most:g} years"
    parts = [amount, demand.subject or "in nothing named", demand.strength, demand.kind.replace("_", " ")]
    if demand.group is not None:
        parts.append(f"alternative in group {demand.group}")
    if demand.part_of is not None:
        parts.append(f"part of demand {demand.part_of + 1}")
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
    return f"{amount} {pay.currency or '(currency not said)'}" + (f" a {pay.period}" if pay.period else "")


def _heading(reading: Reading) -> str:
    title = f"“{visible(reading.title)}”" if reading.title else "no title found"
    return f"{title}, level {reading.title_level or 'not said'}"


def _rows(reading: Reading, *, width: int) -> Iterator[tuple[str, Row]]:
    """Yield the rows of the text, the first of each section with the section's kind."""
    for section in reading.sections:
        kind: str = section.kind
        position = section.start
        while position < section.end:
            stop = reading.text.find("\n", position, section.end)
            stop = section.end if stop < 0 else stop
            for row in rows_of(reading.text, position, stop, width=width):
                yield kind, row
                kind = ""
            position = stop + 1


def _print_row(console: Console, kind: str, content: Text) -> None:
    line = Text.assemble((f"{kind.replace('_', ' '):>{_GUTTER}} │ ", "dim"), content)
    console.print(line, no_wrap=True, crop=False, overflow="ignore")


def _by_words(marks: Iterator[Mark]) -> dict[tuple[str, str], list[Mark]]:
    """Return marks by kind and words, so that a technology named three times in a row is written once."""
    groups: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        groups.setdefault((mark.kind, mark.words), []).append(mark)
    return groups


def _under(text: str, row: Row, marks: list[Mark], words: tuple[str, str]) -> Text:
    line = ""
    for mark in marks:
        under = carets(text, row, mark.start, min(mark.end, row.end))
        line += under[len(line) :]
    kind, said = words
    return Text(f"{line} {visible(said)}", style=_STYLES[kind])


def _summary(reading: Reading) -> str:
    technologies = sorted({use.name for use in reading.technologies})
    parts = [
        count(len(reading.demands), "demand"),
        f"degree {degree_words(reading.degree)}" if reading.degree else "no degree",
        f"pay {pay_words(reading.pay)}" if reading.pay else "no pay",
        f"technologies {', '.join(technologies)}" if technologies else "no technologies",
    ]
    return "Read: " + "; ".join(parts)
