"""The posting's prose as measured by the reading rules: words, sentences, paragraphs and syllables."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from functools import lru_cache

from postwright.linting.rule import Context

_WORD = re.compile(r"[^\W_]+(?:['’.&/+-][^\W_]+)*")
_LETTERS = re.compile(r"[A-Za-z]+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_ENDING = re.compile(r"(?<=[^aeiouyl])(?:e|es|ed)$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What stands on one line, or in one block that runs over several."""

    start: int
    end: int
    words: int
    is_list: bool


def count_words(text: str, start: int = 0, end: int | None = None) -> int:
    """Return the number of words in text[start:end]; "CI/CD" and "state-of-the-art" are one word each."""
    return len(_WORD.findall(text, start, len(text) if end is None else end))


def words_in(text: str, start: int, end: int) -> list[str]:
    """Return the words of text[start:end]."""
    return _WORD.findall(text, start, end)


def paragraphs(context: Context) -> list[Paragraph]:
    """Return the paragraphs as a reader sees them: blocks on the same line belong together."""
    text = context.text
    spans: list[tuple[int, int, bool]] = []
    for block in context.document.blocks:
        is_list = block.kind in ("bullet", "table_row")
        if spans and "\n" not in text[spans[-1][1] : block.start]:
            start, _, was_list = spans[-1]
            spans[-1] = (start, block.end, was_list and is_list)
        else:
            spans.append((block.start, block.end, is_list))
    return [Paragraph(start, end, count_words(text, start, end), is_list) for start, end, is_list in spans]


def is_prose(context: Context, offset: int) -> bool:
    """Say whether `offset` lies in a paragraph or list item, not in a heading, the title, legal or company text."""
    blocks = context.document.blocks
    index = bisect.bisect_right(blocks, offset, key=lambda block: block.start) - 1
    if index < 0 or offset >= blocks[index].end or blocks[index].kind == "heading":
        return False
    return context.reading.section_at(offset) not in ("title", "company", "equal_opportunity")


def prose_spans(context: Context) -> list[tuple[int, int]]:
    """Return the spans of all blocks that are prose."""
    return [(block.start, block.end) for block in context.document.blocks if is_prose(context, block.start)]


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return about how many syllables an English word has: its groups of vowels, less a silent ending.

    >>> [syllables(word) for word in ("team", "manage", "responsibility", "table", "worked")]
    [1, 2, 6, 2, 1]
    """
    letters = "".join(_LETTERS.findall(word)).lower()
    return max(1, len(_VOWELS.findall(_SILENT_ENDING.sub("", letters))))
