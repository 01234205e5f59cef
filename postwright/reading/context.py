"""An amount of time with the words around it: what `exclusions`, `evidence`, `subjects` and `strength` look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from postwright.model.reading import SectionSpan
from postwright.model.words import SectionKind
from postwright.reading.document import Block, Document, Sentence
from postwright.reading.numbers import Amount

LONGEST_REACH = 260
"""Characters on either side of an amount that are looked at: a sentence, but never a page without a full stop."""


@dataclass(frozen=True, slots=True)
class Context:
    """An amount in its sentence, every text folded: `left` ends where the amount starts, `right` begins at its end."""

    amount: Amount
    quote: str
    left: str
    right: str
    """Up to the end of the sentence or to the next amount in it, whichever comes first."""
    rest: str
    """Up to the end of the sentence."""
    sentence: Sentence
    block: Block
    block_index: int
    section: SectionKind
    heading: str
    """The heading above, folded; empty where there is none."""
    first_in_block: bool
    previous_end: int
    """Where the amount before this one ends, if it stands in the same sentence; else where the sentence starts."""

    left_offsets: tuple[int, ...] | None = None
    """Offset in the text of each character of `left`, where white space in it was drawn together."""
    right_offsets: tuple[int, ...] | None = None

    def at_right(self, index: int) -> int:
        """Return the offset in the text of a character of `right` or `rest`."""
        return self.amount.end + index if self.right_offsets is None else self.right_offsets[index]

    def at_left(self, index: int) -> int:
        """Return the offset in the text of a character of `left`."""
        return self.amount.start - len(self.left) + index if self.left_offsets is None else self.left_offsets[index]


def _single_spaced(folded: str, start: int, end: int) -> tuple[str, tuple[int, ...] | None]:
    """Return a stretch with runs of spaces made one (emphasis marks leave them), and where each character came from."""
    stretch = folded[start:end]
    if "  " not in stretch:
        return stretch, None
    offsets = tuple(
        start + index
        for index, character in enumerate(stretch)
        if character != " " or stretch[index - 1 : index] != " "
    )
    return "".join(folded[offset] for offset in offsets), offsets


class Contexts:
    """Makes the context of each amount of one document."""

    def __init__(self, document: Document, sections: tuple[SectionSpan, ...]) -> None:
        self._document = document
        self._sections = sections
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._section_starts = [section.start for section in sections]

    def of_all(self, amounts: list[Amount]) -> Iterator[Context]:
        """Yield the context of each of the ascending amounts that stands in a sentence."""
        if not amounts:
            return
        for before, amount, after in zip([None, *amounts[:-1]], amounts, [*amounts[1:], None], strict=True):
            context = self.of(amount, before, after)
            if context is not None:
                yield context

    def of(self, amount: Amount, before: Amount | None, after: Amount | None) -> Context | None:
        """Return the amount's context; None where it stands outside every sentence (in a marker or a rule)."""
        document, folded = self._document, self._document.folded
        index = bisect_right(self._sentence_starts, amount.start) - 1
        if index < 0 or document.sentences[index].end <= amount.start:
            return None
        sentence = document.sentences[index]
        end = sentence.end
        while amount.end > end and index + 1 < len(document.sentences):  # a sentence border inside the amount is none
            index += 1
            end = document.sentences[index].end
        left_start = max(sentence.start, amount.start - LONGEST_REACH)
        rest_end = min(end, amount.end + LONGEST_REACH)
        same = before is not None and before.end > left_start
        left, left_offsets = _single_spaced(folded, left_start, amount.start)
        rest, right_offsets = _single_spaced(folded, amount.end, rest_end)
        next_start = rest_end if after is None or after.start >= rest_end else after.start
        reach = bisect_right(right_offsets, next_start - 1) if right_offsets else next_start - amount.end
        return Context(
            amount=amount,
            quote=folded[amount.start : amount.end],
            left=left,
            right=rest[:reach],
            rest=rest,
            sentence=sentence,
            block=document.blocks[sentence.block],
            block_index=sentence.block,
            section=self._section_at(amount.start),
            heading=self.heading_above(sentence.block),
            first_in_block=sentence.start == document.blocks[sentence.block].start,
            previous_end=before.end if same and before is not None else left_start,
            left_offsets=left_offsets,
            right_offsets=right_offsets,
        )

    def _section_at(self, offset: int) -> SectionKind:
        index = bisect_right(self._section_starts, offset) - 1
        return self._sections[index].kind if index >= 0 else "other"

    def heading_above(self, block_index: int) -> str:
        """Return the nearest heading above a block (or the block itself, where it is one), folded."""
        document = self._document
        for index in range(block_index, max(-1, block_index - 40), -1):
            block = document.blocks[index]
            if block.kind == "heading":
                return document.folded[block.start : block.end]
        return ""
