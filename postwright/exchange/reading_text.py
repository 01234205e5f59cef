"""A reading -> the posting's text with everything that was understood marked where it stands."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from postwright.exchange.marks import Mark, degree_words, inside, marks_of, pay_words
from postwright.exchange.terminal import Row, carets, count, marked, rows_of, visible
from postwright.model.reading import Reading

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {
    "demand": "bold magenta", "degree": "bold blue", "pay": "bold green", "technology": "bold cyan",
    "credential": "bold yellow",
}  # fmt: skip
_GUTTER = 22
"""Columns for number and kind of a section: the longest is `responsibilities`."""


def print_reading(console: Console, *, name: str, reading: Reading) -> None:
    """Print a posting with its sections at the side and each thing that was read below the words it was read from."""
    marks = marks_of(reading)
    console.print(Text(visible(name), style="bold"))
    if not marks:
        console.print(f"The text is not English ({reading.language}); nothing is claimed about it.")
    for mark in marks[:1]:
        console.print(Text(visible(f"{mark.number} title: {mark.words}")))
    waiting = deque(inside(marks))
    within: list[Mark] = []
    for kind, row in _rows(reading, marks, width=console.width - _GUTTER - 3):
        while waiting and waiting[0].start < row.end:
            within.append(waiting.popleft())
        within = [mark for mark in within if mark.end > row.start]
        spans = [(mark.start, mark.end, f"{_STYLES[mark.kind]} underline") for mark in within]
        _print_row(console, kind, marked(reading.text, row, list(spans)))
        for group in _by_words(mark for mark in within if mark.start >= row.start):
            _print_row(console, "", _under(reading.text, row, group))
    console.print()
    console.print(Text(visible(_summary(reading)), style="bold"))
    console.print()


def _rows(reading: Reading, marks: tuple[Mark, ...], *, width: int) -> Iterator[tuple[str, Row]]:
    """Yield the rows of the text, the first of each section with the section's number and kind."""
    named = [(mark.start, mark.end, f"{mark.number} {mark.words}") for mark in marks if mark.kind == "section"]
    for start, end, label in named or [(0, len(reading.text), "")]:
        position = start
        while position < end:
            stop = reading.text.find("\n", position, end)
            stop = end if stop < 0 else stop
            for row in rows_of(reading.text, position, stop, width=width):
                yield label, row
                label = ""
            position = stop + 1


def _print_row(console: Console, kind: str, content: Text) -> None:
    line = Text.assemble((f"{kind:>{_GUTTER}} │ ", "dim"), content)
    console.print(line, no_wrap=True, crop=False, overflow="ignore")


def _by_words(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Return marks by kind and words, so that a technology named three times in a row is written once."""
    groups: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        groups.setdefault((mark.kind, mark.words), []).append(mark)
    return list(groups.values())


def _under(text: str, row: Row, marks: list[Mark]) -> Text:
    line = ""
    for mark in marks:
        under = carets(text, row, mark.start, min(mark.end, row.end))
        line += under[len(line) :]
    numbers = ", ".join(str(mark.number) for mark in marks)
    return Text(f"{line} {numbers} {marks[0].kind}: {visible(marks[0].words)}", style=_STYLES[marks[0].kind])


def _summary(reading: Reading) -> str:
    technologies = sorted({use.name for use in reading.technologies})
    parts = [
        count(len(reading.demands), "demand"),
        f"degree {degree_words(reading.degree)}" if reading.degree else "no degree",
        f"pay {pay_words(reading.pay)}" if reading.pay else "no pay",
        f"technologies {', '.join(technologies)}" if technologies else "no technologies",
    ]
    return "Read: " + "; ".join(parts)
