"""What a posting states of one fact of the job, with its place, and whether two such statements can both hold."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.guidelines.made_once import made_once
from postwright.late_pattern import late
from postwright.linting.conditions import sentence_around

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.linting.rule import Context
    from postwright.model.words import Severity
    from postwright.reading.document import Sentence


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of one fact that cannot both hold, in the order of the text."""

    fact: str
    """As the message names it: "hours a week"."""
    first: tuple[int, int]
    second: tuple[int, int]
    severity: Severity


_OF_THE_EMPLOYER = ("company", "team", "equal_opportunity")
"""Sections whose figures are those of the employer."""
_NAMES_JOB = late(
    r"\b(?:(?:you(?:'ll)? (?:will |would )?(?:have|get|earn|work|are|be|come|receive|start)|your (?:salary|pay|hours|"
    r"holiday|contract|place of work)|(?:this|the) (?:job|role|position|post|contract|vacancy|salary|closing date|"
    r"deadline|application deadline)|apply (?:by|before|until|no later)|applications? (?:must|close|are|should|due|"
    r"until)|(?:we )?accept applications|we pay)\b|(?:closing date|deadline|salary|pay|hours|location|holiday)s? ?:)"
)
"""Words of a sentence that speak of the job itself, also where the story of the employer stands around it."""
_NEAR = 14
"""Characters on either side of a figure in which a word ties it to another figure."""
_REACH = 140
"""Characters on either side of a figure in which its sentence is searched."""


def is_of_the_job(
    context: Context, start: int, end: int, *, unless: Sequence[str], of: str = "", names_job: bool = False
) -> bool:
    """Say whether text[start:end] states a fact of the job: under no heading about the employer, on no condition.

    Where the words themselves name the job (`names_job`), the heading above does not matter.

    `unless` and `of` name lists of guidelines/stated_twice.yaml: no word of the first may stand in the sentence, and
    one of the second must.
    """
    section = context.reading.section_around(start)
    words, folded = _patterns(context.guidelines), context.document.folded
    first, last = sentence_around(context, start, end)
    first, last = max(first, start - _REACH), min(last, end + _REACH)
    if section is not None and section.heading is not None and section.kind in _OF_THE_EMPLOYER:
        names_job = names_job or (
            section.kind != "equal_opportunity" and _NAMES_JOB.search(folded, first, last) is not None
        )
        if not names_job:
            return False
    if words["near.before"].search(folded, max(first, start - _NEAR), start):
        return False
    if words["near.after"].search(folded, end, min(last, end + _NEAR)):
        return False
    if of and words[of].search(folded, first, last) is None:
        return False
    return not any(words[other].search(folded, *side) for other in unless for side in ((first, start), (end, last)))


def names_several_posts(context: Context) -> bool:
    """Say whether the posting speaks of several posts, levels or places, each of which may have a value of its own."""
    return _patterns(context.guidelines)["several.posts"].search(context.document.folded) is not None


def are_apart(context: Context, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Say whether two places lie apart: not in neighbouring sentences of one paragraph, nor lines of one list or table.

    What stands side by side is told apart by its words: "Bakers have 25 days. Drivers have 28 days."
    """
    blocks = [_block(context, start) for start, _ in (one, other)]
    if blocks[0] == blocks[1]:
        sentences = context.document.sentences
        first, last = (bisect.bisect_right(sentences, start, key=_start) for start, _ in (one, other))
        return last - first > 1
    kinds = {context.document.blocks[number].kind for number in blocks}
    return blocks[1] - blocks[0] > 1 or kinds not in ({"bullet"}, {"table_row"})


def _start(piece: Sentence) -> int:
    return piece.start


def _block(context: Context, offset: int) -> int:
    blocks = context.document.blocks
    return max((number for number, block in enumerate(blocks) if block.start <= offset), default=0)


@made_once
def _patterns(guidelines: Guidelines) -> dict[str, re.Pattern[str]]:
    return {
        id_: late(
            rf"(?<![\w-])(?:{'|'.join(re.escape(w).replace(chr(92) + '*', chr(92) + 'w*') for w in row.words)})(?!\w)"
        )
        for id_, row in guidelines.stated_twice.items()
        if id_ != "cities"
    }
