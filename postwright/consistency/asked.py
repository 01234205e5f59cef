"""What a posting asks for, thing by thing, with the strength of each: what consistency/strength compares."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from postwright.linting.rule import Context
from postwright.model.words import Strength


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that the posting asks for."""

    key: str
    """The thing, without the words that every requirement has; a technology by its id."""
    start: int
    end: int
    strength: Strength
    years: float | None


_PREFERRED = re.compile(
    r"\b(?:prefer(?:red|ably|ence)?|desir(?:ed|able)|nice[- ]to[- ]have|bonus|plus|ideally|advantage(?:ous)?|asset|"
    r"optional(?:ly)?|helpful|beneficial|not (?:required|essential|necessary|mandatory)|would be (?:great|good|nice))\b"
)
_REQUIRED = re.compile(r"\b(?:required|must|essential|mandatory)\b")
_OPEN_LIST = re.compile(
    r"\b(?:or|either|one of|any of|such as|like|e\.g|similar|equivalent|including|related|other|another|etc|"
    r"at least one|ideally)\b|/"
)
"""Words that make a line a choice or a list of examples: naming a member elsewhere contradicts nothing."""
_SPLIT = re.compile(r"[,;]|\s(?:and|&)\s")
_WORD = re.compile(r"[a-z0-9][\w+#./'-]*")
_EMPTY = frozenset(
    (
        *(
            "a",
            "an",
            "the",
            "of",
            "in",
            "with",
            "to",
            "for",
            "on",
            "and",
            "is",
            "are",
            "be",
            "have",
            "you",
            "your",
            "some",
        ),
        *(
            "experience",
            "experienced",
            "knowledge",
            "familiarity",
            "familiar",
            "understanding",
            "proficiency",
            "proficient",
        ),
        *(
            "skills",
            "skill",
            "skilled",
            "ability",
            "able",
            "hands-on",
            "working",
            "work",
            "using",
            "use",
            "good",
            "strong",
        ),
        *(
            "solid",
            "proven",
            "practical",
            "professional",
            "plus",
            "bonus",
            "preferred",
            "preferably",
            "required",
            "must",
        ),
        *("essential", "mandatory", "desired", "desirable", "nice", "nice-to-have", "asset", "advantage", "helpful"),
        *("year", "years", "yrs", "minimum", "least", "at", "or", "more", "big", "huge", "definite", "optional", "not"),
        *(
            "comfortable",
            "confident",
            "previous",
            "prior",
            "demonstrated",
            "excellent",
            "fluency",
            "fluent",
            "fluently",
        ),
    )
)


def asked(context: Context) -> Iterator[Asked]:
    """Yield the things asked for under requirements and preferred, whose strength is beyond doubt."""
    text, folded = context.text, context.document.folded
    for block in context.document.blocks:
        section = context.reading.section_at(block.start)
        if block.kind == "heading" or section not in ("requirements", "preferred"):
            continue
        for sentence in _sentences(context, block.start, block.end):
            line = folded[sentence[0] : sentence[1]]
            if _OPEN_LIST.search(line) or len(line) > _LONGEST_LINE:
                continue
            preferred = section == "preferred" or bool(_PREFERRED.search(line))
            if preferred and _REQUIRED.search(line):
                continue
            pieces = list(_pieces(text, *sentence))
            if any(len(text[start:end].split()) > _LONGEST_PIECE for start, end in pieces):
                continue
            for start, end in pieces:
                own = folded[start:end]
                if preferred and section != "preferred" and len(pieces) > 1 and not _PREFERRED.search(own):
                    continue  # "Java, Rust a plus": how far the last word reaches is open
                key = _key(context, start, end)
                if key.startswith(_TECHNOLOGY) or (key and len(pieces) == 1):
                    yield Asked(key, start, end, "preferred" if preferred else "required", _years(context, start, end))


_TECHNOLOGY = "technology "
"""Beginning of the keys of technologies: only they can be told in a list of several things."""
_LONGEST_LINE = 240
"""Characters; in longer ones a comma seldom separates things asked for."""
_LONGEST_PIECE = 8
"""Words; a line with a longer piece is a sentence, whose commas separate other things too."""
_HEADING = re.compile(r"\b(?:requirements?|responsibilit|none listed)|\bqual")


def _sentences(context: Context, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences that begin in text[start:end]."""
    sentences = context.document.sentences
    low = bisect.bisect_left(sentences, start, key=lambda sentence: sentence.start)
    high = bisect.bisect_left(sentences, end, key=lambda sentence: sentence.start)
    return [(sentence.start, sentence.end) for sentence in sentences[low:high]]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for cut in [*_SPLIT.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        piece = text[at:stop]
        left = len(piece) - len(piece.lstrip(" \t(*_"))
        right = len(piece.rstrip(" \t.)*_:"))
        if left < right:
            yield at + left, at + right
        at = cut.end() if cut else end


def _key(context: Context, start: int, end: int) -> str:
    """Return what the piece asks for, or "" where it is too vague or too particular to compare."""
    folded = context.document.folded
    named = [t for t in context.reading.technologies_in(start, end) if t.end <= end]
    covered = [(t.start, t.end) for t in named] + [
        (d.start, d.end) for d in context.reading.demands_in(start, end) if not d.subject_span
    ]
    words = [
        word[0].strip("./'-")
        for word in _WORD.finditer(folded, start, end)
        if not any(low <= word.start() < high for low, high in covered)
    ]
    content = [word for word in words if word not in _EMPTY and not re.fullmatch(r"[\d.+-]+", word)]
    if len(named) == 1 and not content:
        return f"{_TECHNOLOGY}{named[0].id}"
    if named or not 2 <= len(content) <= _LONGEST_NAME or _HEADING.search(folded, start, end):
        return ""
    return " ".join(content)


_LONGEST_NAME = 5
"""Words; a longer piece is a clause."""


def _years(context: Context, start: int, end: int) -> float | None:
    return next((d.min_years for d in context.reading.demands_in(start, end)), None)
