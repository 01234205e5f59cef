"""Words with places on pages -> lines in reading order -> Markdown.

Pages are cut recursively: along a gutter that no word crosses, where both sides are columns of running text; else at
the widest blank band. Sizes are in points, as in the PDF.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from postwright.exchange.blocks import Blocks, looks_like_heading
from postwright.late_pattern import late

_GUTTER = 9.0
"""Points: the narrowest space between columns; between words of justified text it stays below."""
_LEAST_LINES = 4
"""Lines that each side of a gutter must have to be a column."""
_LEAST_WIDTH = 0.22
"""Share of the page's width that each column must have; a strip of dates or bullets has less."""
_LEAST_FILL = 0.5
"""Share of a column's width that its lines fill on average; the labels of a form fill less."""
_HEADING_SIZE = 1.12
"""Times the body's size from which a short line is a heading."""
_PARAGRAPH_GAP = 0.75
"""Times the line's height of space above which a new paragraph begins."""
_FULL_LINE = 0.8
"""Share of the column's width that a line fills if its text runs on in the next one."""
_BULLETS = "•◦▪▫■□●○‣⁃∙·\uf0b7\uf0a7➢➤✓✔–"
_BULLET = late(rf"(?:[{_BULLETS}]\s*|[-*—o]\s+)(?=\S)")
_NUMBER = late(r"\d{1,2}[.)]\s+(?=\S)")
_KEPT_HYPHENS = frozenset({
    "all", "anti", "best", "cost", "co", "cross", "cutting", "data", "day", "decision", "end", "ex", "fast", "first",
    "five", "four", "full", "hands", "high", "in", "large", "long", "low", "mid", "multi", "non", "off", "on", "open",
    "part", "post", "problem", "real", "self", "short", "six", "state", "ten", "third", "three", "time", "two", "user",
    "well", "world",
})  # fmt: skip
"""First halves of words that keep their hyphen ("cross-functional") where the document does not tell."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box; y grows downwards."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Words beside each other, and the column they stand in."""

    words: tuple[Word, ...]
    column: tuple[float, float]
    """Left and right edge of the column."""
    block: int
    """Lines of one block stand in one column without anything between."""

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def fill(self) -> float:
        left, right = self.column
        return (self.words[-1].x1 - left) / max(right - left, 1.0)


def lines_in_reading_order(words: Sequence[Word], *, page_width: float) -> list[Line]:
    """Return the lines of one page, column after column."""
    lines: list[Line] = []
    for block, region in enumerate(_regions(list(words), page_width)):
        column = (min(word.x0 for word in region), max(word.x1 for word in region))
        lines.extend(Line(row, column, block) for row in _rows(region))
    return lines


def _regions(words: list[Word], page_width: float) -> list[list[Word]]:
    """Cut a page into regions in reading order: bands first, a band with a gutter into its columns."""
    if not words:
        return []
    columns = _columns(words, page_width)
    if columns:
        return [region for column in columns for region in _regions(column, page_width)]
    rows = _rows(words)
    for index in _band_starts(rows):
        upper = [word for row in rows[:index] for word in row]
        lower = [word for row in rows[index:] for word in row]
        if _columns(lower, page_width) or _columns(upper, page_width):
            return [*_regions(upper, page_width), *_regions(lower, page_width)]
    return [words]


def _band_starts(rows: Sequence[tuple[Word, ...]]) -> list[int]:
    """Return the rows, at most eight, before which a cut may free columns: under wide or set-apart rows."""
    bottoms = [max(word.bottom for word in row) for row in rows]
    gaps = [(rows[i][0].top - bottoms[i - 1], i) for i in range(1, len(rows))]
    return [index for _, index in sorted(gaps, reverse=True)[:8]]


def _columns(words: list[Word], page_width: float) -> list[list[Word]]:
    """Return the two sides of a gutter, left first, or nothing where there is none."""
    edge = 0.0
    ordered = sorted(words, key=lambda word: word.x0)
    for index, word in enumerate(ordered):
        if index and word.x0 - edge >= _GUTTER:
            left, right = ordered[:index], ordered[index:]
            if _is_column(left, page_width) and _is_column(right, page_width):
                return [left, right]
        edge = max(edge, word.x1)
    return []


def _is_column(words: list[Word], page_width: float) -> bool:
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    rows = _rows(words)
    if len(rows) < _LEAST_LINES or right - left < _LEAST_WIDTH * page_width:
        return False
    return sum(row[-1].x1 - row[0].x0 for row in rows) / len(rows) >= _LEAST_FILL * (right - left)


def _rows(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Return words grouped into rows from top to bottom, each from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.bottom, word.x0)):
        row = rows[-1] if rows else None
        if row and word.top < row[0].bottom - 0.5 * min(word.bottom - word.top, row[0].bottom - row[0].top):
            row.append(word)
        else:
            rows.append([word])
    return [tuple(sorted(row, key=lambda word: word.x0)) for row in rows]


def markdown_of(lines: Sequence[Line]) -> str:
    """Return lines as Markdown: headings by size or weight, bullets by their mark, wrapped lines joined."""
    if not lines:
        return ""
    body = median(word.size for line in lines for word in line.words)
    vocabulary = _vocabulary(lines)
    blocks = Blocks()
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _continues(paragraph[-1], line, body):
            _add(blocks, paragraph, body, vocabulary)
            paragraph = []
        paragraph.append(line)
    _add(blocks, paragraph, body, vocabulary)
    return blocks.text()


def _continues(line: Line, following: Line, body: float) -> bool:
    """Return whether the text of `line` runs on in `following`."""
    if _is_heading(line, body) != _is_heading(following, body) or _marker(following.text):
        return False
    if abs(line.size - following.size) > 0.06 * body:
        return False
    if line.block != following.block or following.top < line.top:  # over a column's or page's end
        return line.fill >= _FULL_LINE and following.text[:1].islower()
    if following.top - line.bottom > _PARAGRAPH_GAP * line.size:
        return False
    return line.fill >= _FULL_LINE or following.text[:1].islower()


def _is_heading(line: Line, body: float) -> bool:
    stands_out = line.size >= _HEADING_SIZE * body or line.bold
    return stands_out and looks_like_heading(line.text) and not _marker(line.text)


def _marker(text: str) -> str:
    """Return the Markdown mark for the list mark that opens `text`, or nothing."""
    if _BULLET.match(text):
        return "- "
    found = _NUMBER.match(text)
    return found[0] if found else ""


def _add(blocks: Blocks, lines: list[Line], body: float, vocabulary: frozenset[str]) -> None:
    text = _joined([line.text for line in lines], vocabulary)
    marker = _marker(text)
    if marker == "- ":
        blocks.bullet(_BULLET.sub("", text, count=1))
    elif marker:
        blocks.bullet(_NUMBER.sub("", text, count=1), marker=marker)
    elif _is_heading(lines[0], body):
        blocks.heading(text, level=1 if lines[0].size >= 1.4 * body else 2)
    elif text.strip(_BULLETS + " "):
        blocks.paragraph(text)


def _joined(texts: Sequence[str], vocabulary: frozenset[str]) -> str:
    result = texts[0]
    for text in texts[1:]:
        result = _mended(result, text, vocabulary) or f"{result} {text}"
    return result


def _mended(before: str, after: str, vocabulary: frozenset[str]) -> str | None:
    """Return two lines joined over a word broken by a hyphen, or None where none is broken."""
    first = re.search(r"([^\W\d_]+)[-\u00ad\u2010]$", before)
    second = re.match(r"[^\W\d_]+", after)
    if not first or not second or not after[:1].islower():
        return None
    whole = (first[1] + second[0]).lower()
    keeps = f"{first[1]}-{second[0]}".lower() in vocabulary or (
        whole not in vocabulary and first[1].lower() in _KEPT_HYPHENS
    )
    return f"{before[:-1]}{'-' if keeps else ''}{after}"


def _vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words of the document, to tell "team-work" from "experi-ence"."""
    return frozenset(word.text.strip(".,;:()!?").lower() for line in lines for word in line.words)
