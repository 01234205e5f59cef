"""Stretch of a text -> the thing that it names: the stems of its telling words, a technology by its id.

Words that every requirement has ("strong knowledge of") tell nothing; they only say how much of the thing is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from postwright.late_pattern import late
from postwright.linting.requirements import stem
from postwright.linting.rule import Context
from postwright.reading.document import Sentence


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing in one clause: what it is, and how much of it is asked."""

    start: int
    end: int
    sentence: Sentence
    words: tuple[str, ...]
    """Stems, in order; a technology as its id behind a hash."""
    grade: int
    """0 not said, 1 knowledge, 2 experience, 3 more than that."""
    years: float | None
    either: bool
    """One of several alternatives."""
    example: bool = False
    """Only named as an example of what is preferred: "tools such as Git"."""

    @property
    def is_technology(self) -> bool:
        return all(word.startswith("#") for word in self.words)


_WORD = late(r"[a-z0-9][\w+#.]*(?:['][a-z]+)?")
_EMPTY = frozenset((
    "a", "ability", "able", "added", "advantage", "advantageous", "also", "an", "and", "any", "applicant",
    "applicants", "are", "as", "asset", "at", "attributes", "background", "be", "beneficial", "big", "bonus", "both",
    "bring", "but", "by", "candidate", "candidate's", "candidates", "capabilities", "comfort", "comfortable",
    "competence", "competency", "confidence", "confident", "considered", "could", "criteria", "current", "daily",
    "definite", "demonstrated", "ease", "desirable", "desired", "e.g", "essential", "etc", "existing", "experience",
    "experienced", "experiences", "exposure", "familiar", "familiarity", "familiarization", "fluency", "fluent",
    "fluently", "for", "from", "good", "great", "hands", "has", "have", "having", "helpful", "highly", "history",
    "hitting", "hold", "holds", "huge", "i.e", "ideally", "in", "include", "including", "is", "it", "its", "know",
    "knowing", "knowledge", "knowledgeable", "least", "mandatory", "minimum", "months", "more", "must", "need",
    "needed", "needs", "nice", "not", "of", "on", "optional", "or", "other", "our", "plus", "possess", "practical",
    "preferably", "preferred", "previous", "prior", "professional", "proficiency", "proficient", "proven",
    "real", "related", "relevant", "required", "requirements", "should", "similar",
    "skill", "skilled", "skills", "solid", "some", "strongly", "that", "the", "this", "to", "understanding", "use",
    "used", "using", "valid", "very", "we", "welcome", "who", "will", "with", "work", "working", "works", "would",
    "year", "years", "you", "your", "yrs", "conversational", "spoken", "daily", "basic", "general", "position", "role",
    "job", "post", "already", "only", "consider",
    "accept", "had", "held", "been", "before", "spent", "worked", "yet", "even", "do", "does", "if",
    "language", "languages", "speak", "speaking", "since", "because", "full", "previously", "us", "here", "there",
    "abilities", "everyday", "regular", "routine", "sound",
    "occasional", "occasionally", "yes", "no", "none", "never", "often", "physical", "kind",
    "sort", "level", "per", "they", "them", "somebody", "someone", "people", "those", "without",
))  # fmt: skip
_GRADES = (
    (3, late(r"\b(?:advanced|expert\w*|extensive|deep|in-depth|thorough|strong|excellent|exceptional|significant|"
                   r"substantial|master\w*|superior|senior|native|complex|multiple|large|commercial)\b")),
    (2, late(r"\b(?:experience\w*|hands[- ]on|proficien\w+|fluen\w+|track record|background|proven|skilled|"
                   r"worked|"
                   r"working knowledge|confident)\b")),
    (1, late(r"\b(?:knowledge|understanding|familiar\w*|basic|awareness|exposure|comfort\w*|skills?|general|"
                   r"conversational|spoken|some)\b")),
)  # fmt: skip
_PLAIN_WORDS = late(r"[a-z0-9]+")
_SPLIT = late(r",|;|(?:\band/or\b)|\b(?:and|plus|as well as)\b|&")
OR = late(r"\bor\b|/")
OPTION = late(r",? \bor\b|,|/")
"""What parts the members of a choice."""


def thing_in(context: Context, sentence: Sentence, start: int, end: int) -> Thing | None:
    """Return what a stretch of a sentence names, or None where its words say nothing particular."""
    words = words_in(context, start, end)
    if not words:
        return None
    folded = context.document.folded
    line = folded[start:end]
    grade = next((grade for grade, pattern in _GRADES if pattern.search(line)), 0)
    years = next((d.min_years for d in context.reading.demands_in(start, end)), None)
    return Thing(start, end, sentence, tuple(words), grade, years, either=False)


_stem = lru_cache(maxsize=4096)(stem)


def words_in(context: Context, start: int, end: int) -> list[str]:
    """Return the stems of the words in a stretch that tell something; a technology as "#id"."""
    folded = context.document.folded
    named = [
        t for t in context.reading.technologies_in(start, end) if t.end <= end and not folded.startswith("'s", t.end)
    ]
    covered = [(t.start, t.end) for t in named]
    covered += [(d.start, d.end) for d in context.reading.demands_in(start, end)]
    found = [(t.start, f"#{t.id}") for t in named]
    names = _names(context)
    for word in _WORD.finditer(folded, start, end):
        plain = word[0].strip(".'").removesuffix("'s")
        if (
            plain in _EMPTY
            or plain.isdigit()
            or _is_level(folded, word)
            or any(low <= word.start() < high for low, high in covered)
        ):
            continue
        known = names.get(plain) if word[0] == plain and context.text[word.start()].isupper() else None
        found.append((word.start(), f"#{known}" if known else _stem(plain)))
    return [word for _, word in sorted(found)]


def _is_level(folded: str, word: re.Match[str]) -> bool:
    """Say whether a word is a level of a language: "at level C1", "German (B2)"."""
    return _LEVEL.fullmatch(word[0]) is not None and folded[max(0, word.start() - 6) : word.start()].endswith(
        ("level ", "(", " at ")
    )


_LEVEL = late(r"[abc][12]\+?")


def _names(context: Context) -> dict[str, str]:
    """Return the ids of the technologies by the names under which the posting speaks of them ("go", "spring")."""
    known = context.facts.get("names of technologies")
    if known is None:
        folded = context.document.folded
        named = {folded[t.start : t.end]: t.id for t in context.reading.technologies}
        short = {name.split()[-1]: id for name, id in named.items() if name.startswith(_MAKERS)}
        known = context.facts["names of technologies"] = {**short, **named}
    return cast("dict[str, str]", known)


_MAKERS = ("microsoft ", "ms ", "google ", "apache ", "amazon ", "adobe ")
"""What a name begins with that people leave out elsewhere: "Microsoft Excel", "Excel"."""


def recurs(context: Context, start: int, end: int) -> bool:
    """Say whether all telling words of a stretch stand elsewhere too; most do not, and need no further look."""
    if context.reading.technologies_in(start, end):
        return True
    places = stems(context)
    telling = [word for word in _PLAIN_WORDS.findall(context.document.folded, start, end) if word not in _EMPTY]
    return all(len(places.get(_stem(word), ())) > 1 for word in telling)


def stems(context: Context) -> dict[str, list[int]]:
    """Return the offsets of the text's words by stem, in order."""
    known = context.facts.get("stems of words")
    if known is None:
        found, known = context.document.words, dict[str, list[int]]()
        for word, places in found.items():
            own = _stem(word)
            known[own] = sorted(known[own] + places) if own in known else places
        context.facts["stems of words"] = known
    return cast("dict[str, list[int]]", known)


def is_name(name: str) -> bool:
    """Say whether one telling word is a name: letters such as QTS, or a capital inside the line ("Fluent German")."""
    first, *others = name.split()
    return any(len(word) > 1 and word.isupper() for word in (first, *others)) or any(
        word[0].isupper() for word in others
    )


def pieces(line: str, start: int = 0, end: int | None = None, cuts: re.Pattern[str] = _SPLIT) -> list[tuple[int, int]]:
    end = len(line) if end is None else end
    found: list[tuple[int, int]] = []
    at = start
    for cut in [*cuts.finditer(line, start, end), None]:
        stop = cut.start() if cut else end
        piece = line[at:stop]
        left, right = len(piece) - len(piece.lstrip(" .-")), len(piece.rstrip(" .:-"))
        if left < right:
            found.append((at + left, at + right))
        at = cut.end() if cut else end
    return found
