"""Which levels a posting is for: by the words of its title and of its lines, the band that applies, government grades.

A title may name several ("Engineer II/III", "Mid/Senior"), and a line may be for one of them ("Level II: 5 years").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.occupation import names, occupation
from postwright.linting.requirements import title_of
from postwright.model.words import LEVELS, Level

if TYPE_CHECKING:
    from postwright.linting.rule import Context
    from postwright.model.reading import Demand
    from postwright.reading.document import Block


def is_software(context: Context) -> bool | None:
    """Say whether the software bands of the ladder apply: by the profile, else the title; None where neither tells."""
    if context.profile is not None:
        return context.profile.band == "software"
    title = title_of(context)
    if names(title, "not_software", context.guidelines):
        return False
    if names(title, "software", context.guidelines):
        return True
    known = occupation(context)
    return True if known is not None and known.soc.startswith(_SOFTWARE_CODES) else None


_SOFTWARE_CODES = ("15-124", "15-125", "15-1221", "15-1299.0", "15-2051.00")
"""O*NET-SOC codes of those who build and run software: 15-1252 are software developers."""


def manages_no_people(context: Context) -> bool:
    """Say whether "manager" in the title may be the name of a craft: product, project, account manager and the like."""
    title = title_of(context)
    before = [title[: match.start()].split()[-_NEAR_A_MANAGER:] for match in _MANAGER.finditer(title)]
    return any(names(" ".join(words), "crafts_of_managers", context.guidelines) for words in before)


_NEAR_A_MANAGER = 3
"""Words before "manager" that say what is managed: "Product Marketing Manager"."""


_MANAGER = late(r"\b(?:manager|lead)s?\b", re.IGNORECASE)


_RUNG_IN_HEADING = late(
    r"\b(?:junior|jr|intermediate|senior|sr|staff|principal|lead|manager|director|vp|vice president)\b"
)
_LONGEST_NAME = 80
"""Characters of a heading that may be a job's name."""


_WORDS = late(r"[a-z]+")


def has_other_rungs(context: Context) -> bool:
    """Say whether headings give the title's job further levels: a page of a job family has several under one title."""
    folded, title = context.document.folded, set(_WORDS.findall(title_of(context).lower()))
    for block in context.document.blocks[1:]:
        if block.kind == "heading" and block.end - block.start <= _LONGEST_NAME:
            words = set(_WORDS.findall(folded, block.start, block.end))
            rungs = set(_RUNG_IN_HEADING.findall(folded, block.start, block.end))
            shared = {word for word in words & title if _RUNG_IN_HEADING.fullmatch(word) is None and len(word) > 3}
            if rungs - title and shared:
                return True
    return False


_LEVEL_WORDS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("intern", late(r"\bintern(?:ship)?\b")),
    (
        "entry",
        late(
            r"\b(?:junior|jr|entry[- ]level|graduate level|level (?:i|1)(?![iv\d])|"
            r"(?:engineer|developer|analyst) (?:i|1)(?![iv\d]))\b"
        ),
    ),
    ("mid", late(r"\b(?:mid[- ]level|intermediate|level (?:ii|2)|(?:engineer|developer|analyst) (?:ii|2))\b")),
    (
        "senior",
        late(
            r"\b(?:senior(?![- ](?:leaders\w*|executive\w*|manage\w*|stakeholder\w*|staff|people|team|"
            r"level (?:leader|exec)\w*))|sr|level (?:iii|3)|(?:engineer|developer|analyst) (?:iii|3))\b"
        ),
    ),
    ("staff", late(r"\bstaff (?:engineer|developer|scientist|level|software)\b|^staff\b")),
    ("principal", late(r"\bprincipal\b|\blevel (?:iv|4)\b")),
)


def levels_in(text: str) -> tuple[Level, ...]:
    """Return the levels that a line names ("Senior: 6+ years")."""
    lowered = text.lower()
    return tuple(level for level, pattern in _LEVEL_WORDS if pattern.search(lowered))


# ---- several levels in one title

_RUNG = (
    r"(?:junior|jr|entry(?:[- ]level)?|graduate|mid(?:[- ]?(?:level|career|weight))?|intermediate|senior|sr|staff|"
    r"principal|lead|manager|director)"
)
_SEVERAL = late(rf"\b{_RUNG}\.?(?:(?:\s*(?:/|,|&|\||–|-|\bto\b|\bor\b|\band\b)\s*)+{_RUNG}\.?(?!\w))+")
_NUMERALS = late(
    r"(?<=[a-z] )(?<!band )(?<!grade )(?<!class )(?<!tier )(?<!group )(?<!scale )(?<!gs )(?<!shift )"
    r"(?:i{1,3}|iv|v|[1-5])(?:(?:\s*(?:/|,|&|\||–|-|\bto\b|\bor\b|\band\b)\s*)+(?:i{1,3}|iv|v|[1-5])\b)+"
    r"(?!\s*(?:\w|[.:%]\d))"
)
_RUNGS: dict[str, Level] = {
    "junior": "entry", "jr": "entry", "entry": "entry", "graduate": "entry", "mid": "mid", "intermediate": "mid",
    "senior": "senior", "sr": "senior", "staff": "staff", "principal": "principal", "lead": "lead",
    "manager": "manager", "director": "director",
}  # fmt: skip
_BY_NUMERAL: dict[str, Level] = {
    "i": "entry", "1": "entry", "ii": "mid", "2": "mid", "iii": "senior", "3": "senior", "iv": "senior",
    "4": "senior", "v": "staff", "5": "staff",
}  # fmt: skip
_WIDE_OPEN = late(r"\b(?:all|multiple|various|several|any|different) (?:experience |seniority )?levels?\b")
_PARTS = late(r"\s*(?:/|\bor\b|\|)\s*")


def levels_of_title(title: str, level: Level | None) -> tuple[Level, ...]:
    """Return all levels that a title names, lowest first; `level` is what the reader made of it as a whole.

    Nothing where the title is open to all, or to people without a level word too ("Analyst / Junior Analyst").

    >>> levels_of_title("Engineer II/III", "mid"), levels_of_title("Mid/Senior Java Developer", "mid")
    (('mid', 'senior'), ('mid', 'senior'))
    >>> levels_of_title("Senior Engineer", "senior"), levels_of_title("Analyst / Junior Analyst", "entry")
    (('senior',), ())
    """
    lowered = " ".join(title[:_LONGEST_TITLE].lower().split())
    several = _SEVERAL.search(lowered)
    numerals = _NUMERALS.search(lowered) if several is None else None
    if (level is None and numerals is None) or _WIDE_OPEN.search(lowered) or _has_part_without_level(lowered):
        return ()
    found: set[Level] = {level} if level else set()
    if several:
        found |= {_RUNGS[word] for word in re.findall(r"[a-z]+", several[0]) if word in _RUNGS}
    elif numerals:
        found |= {_BY_NUMERAL[word] for word in re.findall(r"[iv]+|[1-5]", numerals[0]) if word in _BY_NUMERAL}
    return tuple(sorted(found, key=LEVELS.index))


_LONGEST_TITLE = 200
"""Characters of a title that are looked at."""


def _has_part_without_level(title: str) -> bool:
    """Say whether of two names of one job ("Scientist / Senior Scientist") one has no word of level."""
    parts = _PARTS.split(title)
    if len(parts) != 2 or not all(parts):
        return False
    one, other = (re.findall(r"[a-z]+", part) for part in parts)
    if len(one) < len(other):
        one, other = other, one
    extra = one[: len(one) - len(other)]
    return bool(other) and one[len(extra) :] == other and any(word in _RUNGS for word in extra)


def is_from_title(context: Context) -> bool:
    """Say whether nobody gave the level, so that only the title's words tell it."""
    given = context.brief is not None and context.brief.levels
    return not given and context.levels == levels_of_title(context.reading.title, context.reading.title_level)


# ---- the level of one line


def levels_of_line(context: Context, demand: Demand) -> tuple[Level, ...]:
    """Return the levels named in the demand's line, else in the heading above it."""
    blocks = context.document.blocks
    index = next((i for i, b in enumerate(blocks) if b.start <= demand.start < b.end), None)
    if index is None:
        return ()
    sentence = next((s for s in context.document.sentences if s.start <= demand.start < s.end), None)
    start = sentence.start if sentence else blocks[index].start
    own = levels_in(context.text[start : demand.start])
    if own:
        return own
    heading = next((b for b in reversed(blocks[:index]) if b.kind == "heading" or _opens_list(context, b)), None)
    if heading is None:
        return ()
    words = context.text[heading.start : heading.end]
    is_title = heading is blocks[0] and words.strip(" #*:\n") in ("", context.reading.title)
    return () if is_title else levels_in(words)


def _opens_list(context: Context, block: Block) -> bool:
    """Say whether a block may be the heading of a list without being marked as one: a few words, no sentence."""
    if block.kind != "paragraph" or block.end - block.start > _LONGEST_HEADING:
        return False
    words = context.document.folded[block.start : block.end].rstrip()
    return words[-1:] not in (".", "!", "?", ";") and "\n" not in words


_LONGEST_HEADING = 80
"""Characters."""


# ---- grades of the United States government

_GS = late(r"\b(?:gs|gg)[- ]?(?:\d{3,4}[- ])?(\d{1,2})(?!\d)")


def levels_of_grade(context: Context) -> tuple[Level, ...]:
    """Return the levels that a General Schedule grade in the title stands for ("GS-12", "GS-2210-13"), else none.

    The lowest grades stand for none: their standard asks for a degree or for years, and counts one as the other.
    """
    grades = {int(grade) for grade in _GS.findall(title_of(context).lower())}
    return tuple(
        dict.fromkeys(
            record.ladder for record in context.guidelines.levels.values() if grades & frozenset(record.gs_grades)
        )
    )
