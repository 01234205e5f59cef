"""Text -> `Document`: its blocks (headings, paragraphs, bullets, table rows) and sentences, as offsets into the text.

Line breaks that were lost on the way ("our teamRequirements:5 years") are put back as block borders; the text itself is
never changed, so that every offset indexes what the caller passed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate, islice, pairwise
from typing import Literal

from postwright.late_pattern import late
from postwright.reading import glue
from postwright.reading.folding import fold
from postwright.reading.sentences import sentence_starts
from postwright.reading.stretches import Remembered, Stretch, stretches_of

BlockKind = Literal["heading", "paragraph", "bullet", "table_row"]
TextFormat = Literal["plain", "markdown"]

LONGEST_HEADING = 90
"""Characters; a longer line is prose even where it ends with a colon."""
MOST_HEADING_WORDS = 12
PLAIN_HEADING_LEVEL = 2
"""Level of headings that no mark ranks: capitals, bold lines, lines that end with a colon."""
WRAPPED_LINE = 45
"""Characters; a shorter line was broken by its author, a longer one perhaps by a mail program."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line, a wrapped paragraph, or the part of a line between two lost line breaks."""

    kind: BlockKind
    start: int
    """Start of the content, after list marker or heading marks."""
    end: int
    level: int = 0
    """Rank of a heading (1 is the highest); depth of a bullet (0 is the outermost)."""
    line_start: int = 0
    """Where the block begins with its marker."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence within one block, without the space around it."""

    start: int
    end: int
    block: int
    """Index of the block."""


@dataclass(frozen=True)
class Document:
    """A text with its structure."""

    text: str
    format: TextFormat
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    remembered: Remembered | None = field(default=None, compare=False, repr=False)
    """What was found in the lines of earlier texts; None where no other version of the text is looked at."""

    @cached_property
    def folded(self) -> str:
        """The text in lower case with plain dashes, quotes and spaces; same length, so offsets agree."""
        return fold(self.text)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The text in pieces in which what was found before need not be sought again."""
        return stretches_of(self.text, self.folded, (block.line_start for block in self.blocks), self.remembered)

    @cached_property
    def found(self) -> dict[object, object]:
        """What has been found in the text so far, by whoever looked first, for those who look again."""
        return {}

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Every word (letters a to z and digits) of the folded text, with the offsets at which it begins, in order."""
        found: dict[str, list[int]] = {}
        pieces = _WORD.split(self.folded)  # what stands before a word, the word, and so on
        for word, start in zip(pieces[1::2], islice(accumulate(map(len, pieces)), 0, None, 2), strict=False):
            if word in found:
                found[word].append(start)
            else:
                found[word] = [start]
        return found


def parse(text: str, *, format: TextFormat | None = None, remembered: Remembered | None = None) -> Document:
    """Return the structure of a text; the format is guessed from its marks where none is given.

    `remembered` is for a text that is looked at again and again while it is typed.
    """
    form: TextFormat = format or ("markdown" if _MARKDOWN.search(text) else "plain")
    blocks = tuple(piece for line in _rejoined(text, _lines(text)) for piece in _pieces(text, line))
    sentences = tuple(
        Sentence(start, end, index) for index, block in enumerate(blocks) for start, end in _sentence_spans(text, block)
    )
    return Document(text=text, format=form, blocks=blocks, sentences=sentences, remembered=remembered)


_MARKDOWN = late(r"^(?:#{1,6} \S|[*_]{2}\S.{0,100}[*_]{2}|\| ?:?-{3,})|\]\(https?:", re.MULTILINE)
_WORD = late(r"([a-z0-9]+)")
_LINE = late(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SPACE = " \t\u00a0\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u3000\ufeff\xad\x00"
_MARKS = "•·∙●○◦▪▫■□◆◇❖➢➤►▶→⇒✓✔✅☑‣⁃»\uf0b7\uf0a7\uf0d8\uf076\uf0fc\u2219"
_BULLET = late(
    rf"[{_MARKS}]\s{{0,8}}(?=\S)|[-–—*+]\s{{1,8}}(?=\S)|[-–—*](?=[A-Za-z\"“‘'(])|[-–—*](?=\d{{1,2}}\+?\s(?:ye|yr|"
    rf"mo))|>\s{{1,8}}(?=\S)"
    r"|[o§Ø]\s{1,8}(?=[A-Z0-9])|â€¢\s{0,8}|â\x80¢\s{0,8}|\[[ xX]?\]\s{1,8}|&(?:bull|middot);\s{0,8}"
)
_NUMBERED = late(r"(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{2,4}[.)])\s{1,8}(?=\S)")
_LONGEST_MARK = 5
"""Characters of a number with its dot: lines that open with as many letters have no mark."""
_HASHES = late(r"(#{1,6})\s{0,4}(?=[^\s#])")
_BOLD_LINE = late(
    r"([*_]{2,3})\s?([^*_\n]{2,90}?)\s?\1\s?:?\s*$|<(?:b|strong|h[1-6])>([^<\n]{2,90})</(?:b|strong|h[1-6])>\s*$"
)
_ENDS_OPEN = late(r"(?<![a-z])(?:of|least|minimum|than|to|with|and|or|for|in|the|a|an)$")
_ONLY_MARKS = late(r"[\W_]*$")
_SENTENCE_END = late(r"[.!?;,]['\"”’)]?\s*$")


def _lines(text: str) -> Iterator[Block]:
    """Yield one block for each line that says something."""
    for match in _LINE.finditer(text):
        start = _skip(text, match.start(), match.end())
        end = _skip_back(text, start, match.end())
        if start < end and (text[start].isalnum() or not _ONLY_MARKS.match(text[start : min(end, start + 400)])):
            yield _line_block(text, match.start(), start, end)


def _line_block(text: str, line_start: int, start: int, end: int) -> Block:
    """Return the block that one trimmed line makes."""
    hashes = _HASHES.match(text, start, end) if text[start] == "#" else None
    if hashes:
        stop = _skip_back(text, hashes.end(), end, _SPACE + "#*_")
        return Block("heading", _skip(text, hashes.end(), stop, _SPACE + "*_"), stop, len(hashes[1]), start)
    if text[start] == "|" or text.count(" | ", start, end) >= 3:
        return Block(
            "table_row", _skip(text, start, end, _SPACE + "|"), _skip_back(text, start, end, _SPACE + "|"), 0, start
        )
    depth = min((start - line_start) // 2, 6)
    is_word = text[start : start + _LONGEST_MARK].isalpha()
    marked = None if is_word else _BULLET.match(text, start, end) or _NUMBERED.match(text, start, end)
    content = marked.end() if marked and marked.end() < end else start
    if content > start and text[start] in "*_" and text[start + 1] in "*_":
        content = start  # emphasis, not a list
    heading = _heading_span(text, content, end)
    if heading and (content == start or text[end - 1] in ":*_"):
        return Block("heading", *heading, PLAIN_HEADING_LEVEL, start)
    if content > start:
        return Block("bullet", content, end, depth, start)
    if glue.is_heading_line(text, start, end):
        return Block("heading", start, end, PLAIN_HEADING_LEVEL, start)
    return Block("paragraph", start, end, 0, start)


def _heading_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the words of an unranked heading: a bold line, a short line in capitals, or one closed by a colon."""
    if end - start > LONGEST_HEADING:
        return None
    bold = _BOLD_LINE.match(text, start, end) if text[start] in "*_<" else None
    if bold:
        start, end = bold.span(2) if bold[2] else bold.span(3)
        return None if _SENTENCE_END.search(text, start, end) else (start, end)
    line = text[start:end]
    if len(line.split()) > MOST_HEADING_WORDS:
        return None
    if line.rstrip("*_ ")[-1:] in (":", "："):
        return (start, end) if ". " not in line and any(c.isalpha() for c in line) else None
    if not line.isupper() or line[-1] in ".,;" or sum(c.isalpha() for c in line) < 4:
        return None
    return None if any(c.isdigit() for c in line) else (start, end)


def _rejoined(text: str, lines: Iterable[Block]) -> Iterator[Block]:
    """Put together the lines that a mail program wrapped: a long line, then one that goes on in lower case."""
    above: Block | None = None
    for line in lines:
        if above is None:
            above = line
        elif _goes_on(text, above, line):
            above = replace(above, end=line.end)
        else:
            yield above
            above = line
    if above is not None:
        yield above


def _goes_on(text: str, above: Block, line: Block) -> bool:
    if line.kind != "paragraph" or above.kind not in ("paragraph", "bullet"):
        return False
    between = text[above.end : line.line_start]
    if between.count("\n") > 1 or between.count("\r") > 1:
        return False
    last_line = above.end - 1 - text.rfind("\n", max(above.start, above.end - 200), above.end)
    if min(last_line, above.end - above.start) < WRAPPED_LINE or text[above.end - 1] in ".!?:;":
        return False
    return (
        text[line.start].islower() or _ENDS_OPEN.search(text, max(above.start, above.end - 12), above.end) is not None
    )


def _pieces(text: str, block: Block) -> Iterator[Block]:
    """Yield the blocks between the lost line breaks of one line, each heading apart from what follows it."""
    if block.kind == "table_row" or (block.kind == "heading" and block.end - block.start < 12):
        yield block
        return
    cuts: list[tuple[int, int, BlockKind]] = [(at, at, "paragraph") for at in glue.joins(text, block.start, block.end)]
    cuts += [(before, at, "bullet") for before, at in glue.list_marks(text, block.start, block.end)]
    if not cuts:
        yield block
        return
    kind: BlockKind = block.kind
    start, line_start, level, glued = block.start, block.line_start, block.level, False
    for before, after, following in [*sorted(cuts), (block.end, block.end, "paragraph")]:
        if before < start:
            continue
        yield from _piece(text, Block(kind, start, before, level, line_start), glued=glued)
        start, kind, line_start, level, glued = after, following, before, 0, True


def _piece(text: str, block: Block, *, glued: bool) -> Iterator[Block]:
    """Yield one part of a line, as heading and rest where it opens with a heading."""
    start, end = _skip(text, block.start, block.end), _skip_back(text, block.start, block.end)
    if start >= end:
        return
    block = replace(block, start=start, end=end)
    if block.kind == "paragraph" and glue.is_heading_line(text, start, end):
        block = replace(block, kind="heading", level=PLAIN_HEADING_LEVEL)
    if glued and block.kind == "paragraph":
        stop = glue.heading_end(text, start, end)
        if stop > start:
            yield Block("heading", start, stop, PLAIN_HEADING_LEVEL, block.line_start)
            rest = _skip(text, stop, end)
            if rest < end:
                yield Block("paragraph", rest, end, 0, rest)
            return
    yield block


def _sentence_spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    starts = {*sentence_starts(text, block.start, block.end), *glue.soft_joins(text, block.start, block.end)}
    borders = [block.start, *sorted(starts), block.end]
    for start, end in pairwise(borders):
        end = _skip_back(text, start, end)
        if start < end:
            yield start, end


def _skip(text: str, start: int, end: int, characters: str = _SPACE) -> int:
    """Return the first offset from `start` on whose character is none of `characters`."""
    while start < end and (text[start] in characters or text[start].isspace()):
        start += 1
    return start


def _skip_back(text: str, start: int, end: int, characters: str = _SPACE) -> int:
    """Return the offset after the last character before `end` that is none of `characters`."""
    while end > start and (text[end - 1] in characters or text[end - 1].isspace()):
        end -= 1
    return end
