"""The posting's prose as measured by the reading rules: words, sentences, paragraphs and syllables."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from postwright.late_pattern import late
from postwright.linting.rule import Context

_WORD = late(r"[^\W_]+(?:['’.&/+-][^\W_]+)*")
_LETTERS = late(r"[A-Za-z]+")
_VOWELS = late(r"[aeiouy]+")
_SILENT_ENDING = late(r"(?<=[^aeiouyl])(?:e|es|ed)$")


_OF_SENTENCES, _OF_BLOCKS, _PROSE, _READ = "words of sentences", "words of blocks", "prose blocks", "read blocks"


def words_of_sentences(context: Context) -> list[list[str]]:
    """Return the words of each sentence of the document; "CI/CD" and "state-of-the-art" are one word each.

    Found once for a posting, whichever rule asks first.
    """
    found = context.facts.get(_OF_SENTENCES)
    if found is None:
        text = context.text
        found = [_WORD.findall(text, sentence.start, sentence.end) for sentence in context.document.sentences]
        context.facts[_OF_SENTENCES] = found
    return found  # type: ignore[return-value]


def words_of_blocks(context: Context) -> list[list[str]]:
    """Return the words of each block of the document."""
    found = context.facts.get(_OF_BLOCKS)
    if found is None:
        of_blocks: list[list[str]] = [[] for _ in context.document.blocks]
        for sentence, words in zip(context.document.sentences, words_of_sentences(context), strict=True):
            of_blocks[sentence.block] += words
        found = context.facts[_OF_BLOCKS] = of_blocks
    return found  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What stands on one line, or in one block that runs over several."""

    start: int
    end: int
    words: int
    is_list: bool


def paragraphs(context: Context) -> list[Paragraph]:
    """Return the paragraphs as a reader sees them: blocks on the same line belong together."""
    text = context.text
    found: list[Paragraph] = []
    for block, words in zip(context.document.blocks, words_of_blocks(context), strict=True):
        is_list = block.kind in ("bullet", "table_row")
        above = found[-1] if found else None
        if above is not None and text.find("\n", above.end, block.start) < 0:
            found[-1] = Paragraph(above.start, block.end, above.words + len(words), above.is_list and is_list)
        else:
            found.append(Paragraph(block.start, block.end, len(words), is_list))
    return found


def prose_blocks(context: Context) -> list[bool]:
    """Say of each block whether it is prose: a paragraph or list item, not a heading, the title, legal or company text.

    Found once for a posting, whichever rule asks first.
    """
    found = context.facts.get(_PROSE)
    if found is None:
        section_at = context.reading.section_at
        found = context.facts[_PROSE] = [
            block.kind != "heading" and section_at(block.start) not in ("title", "company", "equal_opportunity")
            for block in context.document.blocks
        ]
    return found  # type: ignore[return-value]


def read_blocks(context: Context) -> list[bool]:
    """Say of each block whether somebody reads it as text: prose, or what is said of the company.

    Found once for a posting, whichever rule asks first.
    """
    found = context.facts.get(_READ)
    if found is None:
        section_at = context.reading.section_at
        found = context.facts[_READ] = [
            is_prose or (block.kind != "heading" and section_at(block.start) == "company")
            for block, is_prose in zip(context.document.blocks, prose_blocks(context), strict=True)
        ]
    return found  # type: ignore[return-value]


def is_read(context: Context, offset: int) -> bool:
    """Say whether `offset` lies in a block that somebody reads as text."""
    blocks = context.document.blocks
    index = bisect.bisect_right(blocks, offset, key=lambda block: block.start) - 1
    return index >= 0 and offset < blocks[index].end and read_blocks(context)[index]


def count_read(context: Context) -> int:
    """Return the number of words in all blocks that somebody reads as text."""
    return sum(map(len, compress(words_of_blocks(context), read_blocks(context))))


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return about how many syllables an English word has: its groups of vowels, less a silent ending.

    >>> [syllables(word) for word in ("team", "manage", "responsibility", "table", "worked")]
    [1, 2, 6, 2, 1]
    """
    letters = "".join(_LETTERS.findall(word)).lower()
    return max(1, len(_VOWELS.findall(_SILENT_ENDING.sub("", letters))))
