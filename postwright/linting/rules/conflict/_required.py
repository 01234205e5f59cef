"""Whether a sentence makes what it names required: by its own words, or by the section that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from postwright.late_pattern import late
from postwright.linting.rule import Context
from postwright.linting.rules.conflict._things import pieces
from postwright.reading.document import Sentence

ASKING_NOTHING = frozenset(("benefits", "pay", "equal_opportunity"))
"""Sections whose sentences ask for nothing."""
HARD = late(
    r"\b(?:(?:is|are|be) (?:absolutely |strictly |also |an? absolute )?(?:an? )?(?:hard |firm |strict |"
    r"minimum |core |key )?(?:must|mandatory|essential|"
    r"required|needed|"
    r"requirement|necessary|indispensable|compulsory|vital|non[- ]negotiable|prerequisite|precondition|"
    r"condition)(?! to)|"
    r"must (?:also |already )?(?:have|hold|possess|own|bring|speak|know|be (?:fluent|proficient|familiar|"
    r"experienced|certified|"
    r"skilled|trained|qualified))|(?:required|mandatory|essential|must)\)|"
    r"(?:you|candidates?|applicants?)(?:'ll| will)? need (?:to (?:have|know|hold|speak|own) |an? |your |prior |"
    r"previous |"
    r"solid |good |strong |experience|fluen)|we (?:do )?(?:require|need|insist on) (?!you\b|to\b)|without which|"
    r"(?:cannot|can't|can not|will not|won't)\b[^.;]{0,50}\bwithout|without [^.;,]{2,50} (?:will not|cannot|won't|"
    r"can't|need not)|"
    r"(?:do not|don't) apply (?:if you (?:lack|have no)|without) |you(?:'ll| will) need (?!to\b)|"
    r"only (?:consider|accept|candidates|applicants|those|people)\b)|[:( -] ?(?:required|mandatory|essential|a must|"
    r"must have)\W*$"
)
"""Words that make a thing required wherever they stand."""
_SOME_OF = late(
    r"\b(?:or(?! (?:more|higher|above|greater|better|longer)\b)|either|one of|one or more|any of|similar|"
    r"equivalent|related|other|another|etc|at least one|some of|for example|combination|comparable|two of|three of)\b"
)
"""Words that make a sentence a choice or a list of examples: naming a member elsewhere contradicts nothing."""
_LATER = (
    r"learn\w*|willing\w*|interest(?:ed)?|eager\w*|desire|capable|aptitude|curio\w+|passion\w*|obtain\w*|acquire|"
    r"towards?|studying|enrolled|pursuing|eligib\w+|within \w+ (?:days|months|years?)|unless|depending|"
    r"will be (?:trained|taught)|we (?:will )?(?:train|teach)|opportunit\w+|substitut\w+|may|instead|lieu"
)
_NOT_YET_HARD = late(rf"\b(?:{_LATER})\b")
_NOT_YET = late(rf"\b(?:{_LATER}|able|ability|no|without|if|when|in addition to|beyond|some|stack|we use)\b")
"""Words of a sentence that asks for something less than having the thing, or only in some case."""
LONGEST_SENTENCE = 260
"""Characters."""


@cache
def _soft() -> re.Pattern[str]:
    return late(
        r"\b(?:prefer(?:red|abl[ey]|ence)|prefer (?:candidates|applicants|someone|people)|we prefer|desir(?:ed|"
        r"able)|nice[- ]to[- ]have|bonus|plus(?! (?:years?|\d))|ideally|"
        r"advantage(?:ous)?|(?<!fixed )asset(?!s| management)|optional(?:ly)?|helpful|beneficial|welcome|"
        r"not (?:be )?(?:required|essential|necessary|mandatory|needed|a must)|(?:great|good|nice) to have)\b"
    )


def requires(context: Context, sentence: Sentence, liked: list[tuple[int, int]]) -> bool:
    """Say whether a sentence makes what it names required, by its words or its section."""
    folded = context.document.folded
    if sentence.end - sentence.start > LONGEST_SENTENCE or _soft().search(folded, sentence.start, sentence.end):
        return False
    hard = HARD.search(folded, sentence.start, sentence.end) is not None
    if (_NOT_YET_HARD if hard else _NOT_YET).search(folded, sentence.start, sentence.end):
        return False
    if folded.startswith("(", sentence.start):
        return False
    if not hard and _APPLYING.search(folded, sentence.start, sentence.end):
        return False
    if _KEY_WORDS.match(folded, sentence.start, sentence.end):
        return False
    section = context.reading.section_at(sentence.start)
    if context.document.blocks[sentence.block].kind == "heading" or section in ASKING_NOTHING:
        return False
    if hard:
        return True
    return section == "requirements" and not any(start <= sentence.start < end for start, end in liked)


_APPLYING = late(r"\b(?:send|apply|applying|applications?|cv|cvs|resumes?|cover letter)\b")
"""Words of sentences that tell how to apply."""
_KEY_WORDS = late(
    r"\W*(?:(?:key)?\s?skills|key ?words|tags|technologies|tech(?:nical)? stack|stack)\s?[:-](?:[^,]*,){4}"
)
"""A line of key words at the end of an advertisement, which asks for nothing by itself."""


def sure_end(context: Context, sentence: Sentence) -> int:
    """Return where the sentence goes over to examples, or its end."""
    found = _EXAMPLES.search(context.document.folded, sentence.start, sentence.end)
    return found.start() if found else sentence.end


_EXAMPLES = late(r"\b(?:such as|like|including|e\.?g\b|i\.?e\b|for example|for instance)\b| - |\((?:[^(),]*,){2}")


def is_choice(context: Context, start: int, end: int, *, in_brackets: bool) -> bool:
    """Say whether a stretch offers a choice or gives examples; `in_brackets`: also one that stands in brackets."""
    folded = context.document.folded
    line = folded[start:end] if in_brackets else _IN_BRACKETS.sub(lambda found: " " * len(found[0]), folded[start:end])
    for technology in context.reading.technologies_in(start, end):  # "CI/CD" offers no choice
        low, high = technology.start - start, technology.end - start
        line = line[:low] + " " * (high - low) + line[high:]
    return _SOME_OF.search(line) is not None or ("/" in line and not HARD.search(folded, start, end))


_IN_BRACKETS = late(r"\([^()]{0,120}\)")


def pieces_in(context: Context, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of what commas and "and" part in a stretch."""
    yield from ((start + low, start + high) for low, high in pieces(context.document.folded[start:end]))
