"""Document -> its sections: contiguous runs of one kind that cover the whole text.

Headings settle most of it, in every form that postings give them: lines of their own, run-in ("Location: Leeds"), glued
to the text that follows. Between headings, and where there are none, each sentence is weighed by what it says, and the
likeliest sequence of kinds is taken: to change the kind costs more within a paragraph or a list than at a blank line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.model.reading import SectionSpan
from postwright.model.words import SECTION_KINDS
from postwright.reading.section_headings import HEADING_WORDS, Headings, headings_of
from postwright.reading.section_scores import unit_scores
from postwright.reading.section_sequence import likeliest
from postwright.reading.section_units import Unit, find_units, is_own_line
from postwright.reading.section_words import KIND_INDEX, weights_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postwright.guidelines.records import Guidelines
    from postwright.reading.document import Document

_FEWEST_HOUSE_HEADINGS = 4
"""With so many headings exactly as a draft writes them, a text is one of our own drafts."""


def find_sections(document: Document, guidelines: Guidelines) -> tuple[SectionSpan, ...]:
    """Return the sections of a text in order: they touch, and together cover all of it."""
    if not document.text:
        return ()
    headings = headings_of(guidelines)
    units = find_units(document, headings)
    if not units:
        return (SectionSpan("other", 0, len(document.text)),)
    openers = _house_headings(document, units, headings)
    kinds = (
        _as_headed(units, openers)
        if openers
        else likeliest(units, list(unit_scores(document, units, weights_of(guidelines))))
    )
    return tuple(_spans(document, units, kinds))


def _house_headings(document: Document, units: list[Unit], headings: Headings) -> frozenset[int]:
    """Return which units open the sections of one of our own drafts; none where the text is another's."""
    text, folded = document.text, document.folded
    alone = [
        (number, document.blocks[unit.block])
        for number, unit in enumerate(units)
        if unit.heading is not None and unit.alone and is_own_line(text, document.blocks[unit.block])
    ]
    house = [
        (number, block)
        for number, block in alone
        if " ".join(HEADING_WORDS.findall(folded[block.start : block.end])) in headings.house
    ]
    if len({folded[block.start : block.end] for _, block in house}) < _FEWEST_HOUSE_HEADINGS or 2 * len(house) < len(
        alone
    ):
        return frozenset()
    marked = text[house[0][1].line_start] == "#"
    return frozenset(
        number
        for number, block in alone
        if not marked or (text[block.line_start] == "#" and block.level == house[0][1].level)
    )


def _as_headed(units: list[Unit], openers: frozenset[int]) -> list[int]:
    """Return the kinds of a draft's units: what its headings say, and the title line above them."""
    kind = KIND_INDEX["title"]
    kinds = []
    for number, unit in enumerate(units):
        if number in openers:
            kind = KIND_INDEX[unit.heading]  # type: ignore[index]
        elif kind == KIND_INDEX["title"] and number > 0 and unit.heading is None and not unit.unknown_heading:
            kind = KIND_INDEX["summary"]
        else:
            unit.alone = False
        kinds.append(kind)
    return kinds


def _only_heading(unit: Unit) -> bool:
    return unit.alone and unit.heading is not None


def _spans(document: Document, units: list[Unit], kinds: list[int]) -> Iterator[SectionSpan]:
    """Yield one span for each run of a kind; a heading line opens a new one even where the kind stays."""
    start, heading = 0, None
    for number, (unit, kind) in enumerate(zip(units, kinds, strict=True)):
        fitting = unit.heading is not None and unit.heading == SECTION_KINDS[kind]
        changes = number > 0 and (
            kind != kinds[number - 1] or (fitting and unit.alone and not _only_heading(units[number - 1]))
        )
        if changes:
            yield SectionSpan(SECTION_KINDS[kinds[number - 1]], start, unit.start, heading)
            start, heading = unit.start, None
        if fitting and heading is None and (changes or number == 0):
            heading = unit.heading_span
    yield SectionSpan(SECTION_KINDS[kinds[-1]], start, len(document.text), heading)
