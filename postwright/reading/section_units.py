"""Document -> the units that sections are made of: sentences and headings, each with what precedes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.reading.section_headings import LONGEST_RUN_IN
from postwright.reading.section_openings import capital_words, ends_sentence, run_in, split_at_headings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postwright.model.words import SectionKind
    from postwright.reading.document import Block, Document, Sentence
    from postwright.reading.section_headings import Headings

_WORDS = late(r"[A-Za-z][\w'’-]*")
_HEADING_START = late(r"(?:[A-Z][A-Za-z]*|&|and|or)(?: (?:[A-Z][A-Za-z]*|&|and|or)){0,2}")
_HEADING_REST = late(r"[A-Z][A-Za-z]*(?: (?:[A-Z][A-Za-z]*|&|and|or|of|for|the)){0,4} ?:")


@dataclass(slots=True)
class Unit:
    """A sentence, or a heading, with what precedes it up to the unit before."""

    start: int
    end: int
    block: int
    first: bool
    """Whether it opens its block."""
    border: str
    heading: SectionKind | None = None
    heading_span: tuple[int, int] | None = None
    alone: bool = False
    """Whether the heading is a line of its own."""
    unknown_heading: bool = False


def find_units(document: Document, headings: Headings) -> list[Unit]:
    """Return sentences and headings in order; each starts where the one before ends."""
    text, folded, blocks = document.text, document.folded, document.blocks
    units: list[Unit] = []
    above: Block | None = None
    last_block = -1
    capitals = capital_words(text, folded, headings)
    for sentence in _whole_headings(document):
        block = blocks[sentence.block]
        first = sentence.block != last_block
        if block.kind == "heading" and not first:  # a heading is one unit, however it is punctuated
            continue
        if first:
            border = _border(text, above, block)
            above, last_block = block, sentence.block
        else:
            border = "sentence"
        start = block.line_start if first else sentence.start
        stop_at = block.end if block.kind == "heading" else sentence.end
        pieces = split_at_headings(text, folded, sentence.start, stop_at, headings, capitals)
        for number, (at, stop) in enumerate(pieces):
            unit = Unit(
                start if number == 0 else at,
                stop,
                sentence.block,
                first and number == 0,
                border if number == 0 else "sentence",
            )
            _set_heading(document, unit, at, stop, block, headings)
            units.append(unit)
    for unit, following in pairwise(units):
        unit.end = following.start
    if units:
        units[0].start, units[-1].end = 0, len(text)
    return units


def _whole_headings(document: Document) -> Iterator[Sentence]:
    """Yield the sentences, a heading that was cut in two ("Desired | Qualifications: ...") put together again."""
    text = document.text
    above: Sentence | None = None
    for sentence in document.sentences:
        if above is not None and _is_cut_heading(text, above, sentence):
            above = replace(above, end=sentence.end)
            continue
        if above is not None:
            yield above
        above = sentence
    if above is not None:
        yield above


def _is_cut_heading(text: str, above: Sentence, below: Sentence) -> bool:
    return (
        text[above.end : below.start] in ("", " ")
        and _HEADING_START.fullmatch(text, above.start, above.end) is not None
        and _HEADING_REST.match(text, below.start, below.end) is not None
    )


def _border(text: str, above: Block | None, block: Block) -> str:
    if above is None:
        return "paragraph"
    gap = text[above.end : block.line_start]
    if above.kind == "bullet" and block.kind == "bullet":
        return "item"
    if gap.count("\n") > 1:
        return "paragraph"
    if "\n" not in gap:
        return "line" if block.kind != above.kind else "item"
    return "line" if above.kind == block.kind else "list"


def _set_heading(document: Document, unit: Unit, start: int, stop: int, block: Block, headings: Headings) -> None:
    """Find out whether a unit is a heading or begins with one."""
    text, folded = document.text, document.folded
    whole = unit.first and start <= block.start and stop >= block.end
    line = folded[start:stop]
    if whole and block.kind == "heading" and (is_own_line(text, block) or text[stop - 1] == ":"):
        kind = headings.of_line(line)
        if kind is None:
            kind = run_in(text, folded, start, stop, headings)[0]
        unit.heading, unit.alone, unit.unknown_heading = kind, True, kind is None
        unit.heading_span = (start, stop)
        return
    if whole and block.kind != "bullet" and len(line) <= LONGEST_RUN_IN and not ends_sentence(line):
        kind = headings.exact(line)
        if kind is None and is_own_line(text, block) and _looks_like_heading(text[start:stop]):
            kind = headings.of_line(line)
        if kind is not None and text[start : start + 1].isupper():
            unit.heading, unit.alone, unit.heading_span = kind, True, (start, stop)
            return
    kind, end = run_in(text, folded, start, stop, headings)
    if kind is not None:
        rest = text[end:stop].strip(" :*_\t")
        unit.heading, unit.heading_span, unit.alone = kind, (start, end), not rest and (whole or not unit.first)


def is_own_line(text: str, block: Block) -> bool:
    """Whether a block begins and ends where the text has line breaks, rather than where one was guessed."""
    return (block.line_start == 0 or text[block.line_start - 1] in "\n\r") and text[block.end : block.end + 1] in (
        "",
        "\n",
        "\r",
    )


def _looks_like_heading(line: str) -> bool:
    """Whether the words of a line are written with capitals, as only headings are."""
    if "," in line:
        return False
    words = [word for word in _WORDS.findall(line) if len(word) > 3]
    return bool(words) and len(words) <= 7 and all(word[0].isupper() for word in words)
