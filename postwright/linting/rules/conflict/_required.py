"""Whether a sentence makes what it names required: by its own words, or by the section that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from postwright.linting.rule import Context
from postwright.linting.rules.conflict._things import pieces
from postwright.reading.document import Sentence

ASKING_NOTHING = frozenset(("benefits", "pay", "equal_opportunity", "process"))
"""Sections whose sentences ask for nothing."""
HARD = re.compile(
    r"\b(?:(?:is|are|be) (?:absolutely |strictly |also )?(?:an? )?(?:must|mandatory|essential|required|needed|"
    r"requirement|"
    r"necessary|indispensable|compulsory)|must (?:have|hold|possess|own|bring)|(?:required|mandatory|essential|must)\))"
    r"|[:(-] ?(?:required|mandatory|essential|a must|must have)\W*$"
)
"""Words that make a thing required wherever they stand."""
_SOME_OF = re.compile(
    r"\b(?:or(?! (?:more|higher|above|greater|better|longer)\b)|either|one of|any of|similar|"
    r"equivalent|related|other|another|etc|at least one|some of|for example|combination|comparable|two of|three of)\b"
)
"""Words that make a sentence a choice or a list of examples: naming a member elsewhere contradicts nothing."""
_NOT_YET = re.compile(
    r"\b(?:learn\w*|willing\w*|interest(?:ed)?|eager\w*|desire|able|ability|capable|aptitude|curio\w+|passion\w*|"
    r"obtain\w*|"
    r"acquire|towards?|studying|enrolled|pursuing|eligib\w+|within \w+ (?:days|months|years?)|no|without|unless|if|"
    r"when|"
    r"depending|will be (?:trained|taught)|we (?:will )?(?:train|teach)|opportunit\w+|in addition to|beyond|"
    r"substitut\w+|may|instead|lieu|some|stack|we use)\b"
)
"""Words of a sentence that asks for something less than having the thing, or only in some case."""
LONGEST_SENTENCE = 260
"""Characters."""


@cache
def _soft() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:prefer(?:red|abl[ey]|ence)?|desir(?:ed|able)|nice[- ]to[- ]have|bonus|plus(?! (?:years?|\d))|ideally|"
        r"advantage(?:ous)?|(?<!fixed )asset(?!s| management)|optional(?:ly)?|helpful|beneficial|welcome|"
        r"not (?:be )?(?:required|essential|necessary|mandatory|needed|a must)|(?:great|good|nice) to have)\b"
    )


def requires(context: Context, sentence: Sentence, liked: list[tuple[int, int]]) -> bool:
    """Say whether a sentence makes what it names required, by its words or its section."""
    folded = context.document.folded
    if sentence.end - sentence.start > LONGEST_SENTENCE or _soft().search(folded, sentence.start, sentence.end):
        return False
    if _NOT_YET.search(folded, sentence.start, sentence.end):
        return False
    section = context.reading.section_at(sentence.start)
    if context.document.blocks[sentence.block].kind == "heading" or section in ASKING_NOTHING:
        return False
    if HARD.search(folded, sentence.start, sentence.end):
        return True
    return section == "requirements" and not any(start <= sentence.start < end for start, end in liked)


def sure_end(context: Context, sentence: Sentence) -> int:
    """Return where the sentence goes over to examples, or its end."""
    found = _EXAMPLES.search(context.document.folded, sentence.start, sentence.end)
    return found.start() if found else sentence.end


_EXAMPLES = re.compile(r"\b(?:such as|like|including|e\.?g\b|i\.?e\b|for example|for instance)\b| - |\((?:[^(),]*,){2}")


def is_choice(context: Context, start: int, end: int) -> bool:
    """Say whether a stretch offers a choice or gives examples."""
    folded = context.document.folded
    return _SOME_OF.search(folded, start, end) is not None or (
        "/" in folded[start:end] and not HARD.search(folded, start, end)
    )


def pieces_in(context: Context, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of what commas and "and" part in a stretch."""
    yield from ((start + low, start + high) for low, high in pieces(context.document.folded[start:end]))
