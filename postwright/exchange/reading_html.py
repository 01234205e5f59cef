"""A reading -> HTML: the posting's text under its sections, each thing that was read marked and numbered.

Everything from the text is escaped; meaning never hangs on a colour alone: the number leads to the words in the list.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import escape

from postwright.exchange.marks import Mark, inside, marks_of, pieces
from postwright.model.reading import Reading


def reading_html(reading: Reading) -> str:
    """Return a fragment for a page; its classes begin with `read-` and are styled by the page."""
    marks = marks_of(reading)
    underlined = inside(marks)
    sections = [mark for mark in marks if mark.kind == "section"] or [Mark(0, "section", 0, len(reading.text), "")]
    starts = [mark.start for mark in underlined]
    return "\n".join(
        _section_html(
            reading.text, section, underlined[bisect_left(starts, section.start) : bisect_left(starts, section.end)]
        )
        for section in sections
    )


def _section_html(text: str, section: Mark, within: tuple[Mark, ...]) -> str:
    """Return one section with the marks that begin in it."""
    label = f'<div class="read-kind">{section.number} · {escape(section.words)}</div>' if section.number else ""
    lines = "".join(_marked(text, section, within)).strip("\n")
    return f'<div class="read-section">{label}<div class="read-text" dir="auto">{lines}</div></div>'


def _marked(text: str, section: Mark, marks: tuple[Mark, ...]) -> Iterator[str]:
    """Yield the section's text, a <mark> around each piece that was read; the innermost where one holds another."""
    within: dict[int, Mark] = {}
    for piece in pieces([(mark.start, mark.end) for mark in marks], section.start, section.end):
        within.update((number, marks[number]) for number in piece.begin)
        words = text[piece.start : piece.end]
        if within:
            innermost = next(reversed(within.values()))
            yield _mark_html(words, innermost, numbers=[marks[number].number for number in piece.end_here])
        else:
            yield escape(words)
        for number in piece.end_here:
            del within[number]


def _mark_html(words: str, mark: Mark, *, numbers: Sequence[int]) -> str:
    tip = escape(f"{mark.kind}: {mark.words}", quote=True)
    shown = "".join(f'<sup class="read-number">{number}</sup>' for number in numbers)
    return f'<mark class="read-{mark.kind}" title="{tip}">{escape(words)}{shown}</mark>'
