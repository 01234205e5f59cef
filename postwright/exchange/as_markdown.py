"""A plain text with its structure written in Markdown, so that the editor and every export show what the reader saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.reading.document import LONGEST_HEADING

if TYPE_CHECKING:
    from postwright.model.reading import Reading
    from postwright.reading.document import Block, Document

_SECTION = 2
"""Level of the headings that open sections."""
_LONE_NUMBER = late(r"^(\d{1,9})([.)])$")
"""Markdown would take it for an item without words."""
_INDENT = "  "


def as_markdown(document: Document, reading: Reading) -> str:
    """Return the text of a document with headings and bullets marked; a Markdown text is returned as it is.

    Words and their order stay. Lines of nothing but strokes go: blank lines part the blocks instead.
    """
    if document.format == "markdown":
        return document.text
    headings = {section.heading[0] for section in reading.sections if section.heading}
    lines: list[str] = []
    before: Block | None = None
    number = 0
    for block in document.blocks:
        words = document.text[block.start : block.end]
        follows = before is not None and before.kind == block.kind == "bullet"
        if block.kind == "bullet":
            mark = document.text[block.line_start : block.start].strip()
            number = number if follows else 0
            lines.append(_INDENT * block.level + _item(mark, words, after=number))
            number = _number(mark) or 0
        elif before is None and _same(words, reading.title):
            lines.append(f"# {words}")
        elif (block.kind == "heading" or block.start in headings) and _only_opens(words):
            lines.append(f"{'#' * max(block.level, _SECTION)} {words}")
        else:
            lines.append(_LONE_NUMBER.sub(r"\1\\\2", words))
        if before is not None:
            lines[-1] = ("\n" if follows else "\n\n") + lines[-1]
        before = block
    return "".join(lines) + "\n"


def _same(words: str, title: str) -> bool:
    """Return whether a line is the title, which may have been given in other letters and with other blanks.

    >>> _same("STAFF  NURSE", "Staff Nurse")
    True
    """
    return words.casefold().split() == title.casefold().split()


def _only_opens(words: str) -> bool:
    """Return whether a line is a heading and nothing else: no "Place: Leeds", no heading that lost its line break."""
    return len(words) <= LONGEST_HEADING and not words.partition(":")[2].strip()


def _item(mark: str, words: str, *, after: int) -> str:
    """Return an item of a list; what counts keeps its own number or letter, also where Markdown would count on."""
    number = _number(mark)
    if number is None:
        return f"- {mark} {words}" if any(letter.isalnum() for letter in mark) else f"- {words}"
    return f"{number}. {words}" if not after or number == after + 1 else rf"- {number}\) {words}"


def _number(mark: str) -> int | None:
    """Return the number in a mark such as "3." or "(3)"; None for a stroke or a letter."""
    digits = mark.strip("().")
    return int(digits) if digits.isascii() and digits.isdecimal() else None
