"""Job title -> the role without its level, written so that near-identical titles are one, and the rung it stands on.

"Sr. Platform Engineer", "Senior Engineer, Platform" and "Senior Platform Engineer (m/f/d)" are one role on one rung;
"Platform Engineer II" is the same role on another; "Product Engineer" is another role. Words are compared whole and
never by likeness: titles that differ in one word are different roles.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.linting.place_words import place_names
from postwright.model.words import LEVELS, Level
from postwright.reading.folding import fold

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines

_LONGEST_TITLE = 300
"""Characters of a title that are looked at."""
_SEPARATOR = re.compile(r"\s+-\s+|\s*[|/•·;,:()\[\]]\s*")
_WORD = re.compile(r"[^\W_](?:[\w+#.&'-]*[\w+#])?")
_SPELLINGS = (
    (re.compile(r"\bdev[- ]ops\b"), "devops"),
    (re.compile(r"\bfront[- ]end\b"), "frontend"),
    (re.compile(r"\bback[- ]end\b"), "backend"),
    (re.compile(r"\bfull[- ]stack\b"), "fullstack"),
    (re.compile(r"\beng(?:r|g)?\b\.?"), "engineer"),
    (re.compile(r"\bdev\b\.?"), "developer"),
    (re.compile(r"\bmgr\b\.?"), "manager"),
    (re.compile(r"\basst\b\.?"), "assistant"),
    (re.compile(r"\brep\b\.?"), "representative"),
    (re.compile(r"\bprogramme\b"), "program"),
    (re.compile(r"\badviser"), "advisor"),
    (re.compile(r"\borganiser"), "organizer"),
)
_EMPTY = frozenset(("job", "role", "position", "vacancy", "opening", "opportunity"))
_JOINING = frozenset(("a", "an", "the", "of", "and", "in", "at", "with"))
"""Words that a name keeps and a key does not."""
_ASIDE = frozenset(
    (
        "m", "f", "d", "w", "x", "all genders", "all gender", "remote", "hybrid", "onsite", "on site", "on-site",
        "full time", "full-time", "fulltime", "part time", "part-time", "parttime", "permanent", "temporary", "temp",
        "contract", "contractor", "fixed term", "fixed-term", "ftc", "perm", "evergreen", "urgent", "new",
        "we are hiring", "hiring now", "remote us", "us remote", "remote or hybrid", "home based", "home-based",
        "100% remote", "fully remote", "remote first", "internal", "external",
    )
)  # fmt: skip
"""Parts of a title that say nothing about the role."""
_REFERENCE = re.compile(r"#?(?:req|ref|id|job|jr|r|no\.?)?[-# ]*\d{3,}[\w-]*|\d+%(?:-\d+%)?")
_GRADE = re.compile(
    r"\b(?:(?:pay ?)?band|grade|gs|class|tier|scale|l|ic)[ -]*(\d{1,2}[a-d]?)\b(?:\s*(?:[-/]|to|and|or)\s*\d{1,2}\b)*"
)
"""A rung of another ladder: "Band 6", "GS-12", "L5"."""
_RUNG = r"(?:junior|jr|mid|mid[- ]level|intermediate|senior|sr|staff|lead|principal|i{1,3}|iv|v|[1-5])"
_SEVERAL = re.compile(rf"\b{_RUNG}\.?(?:\s*(?:/|,|&|-|\bor\b|\band\b|\bto\b|\|)\s*{_RUNG}\b\.?)+")
"""A choice of rungs: "Senior/Staff", "I or II"."""
_STATES = (
    r"a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[at]|w[aivy]"
)
_TOWN = re.compile(rf"\s-\s+[a-z][a-z .'-]{{1,30}}, ?(?:{_STATES})(?: \d{{5}})?$")

_LEVEL_WORDS: dict[Level, frozenset[str]] = {
    "intern": frozenset(),  # an internship is a kind of job, not a rung of another one
    "entry": frozenset(
        ("junior", "jr", "jnr", "entry", "entry-level", "graduate", "associate", "level", "early", "career")
    ),
    "mid": frozenset(("mid", "middle", "mid-level", "midlevel", "intermediate", "level", "midweight", "mid-weight")),
    "senior": frozenset(("senior", "sr", "snr", "senior-level", "level")),
    "staff": frozenset(("staff", "level")),
    "principal": frozenset(("principal", "level")),
    "lead": frozenset(("lead", "technical", "tech")),
    "manager": frozenset(),
    "director": frozenset(),
    "executive": frozenset(),
}
"""Words that stand for the level in a title of that level; a manager's or director's title keeps its noun."""
_MAY_BE_THE_ROLE = frozenset(("lead", "associate", "graduate", "technical", "tech", "career", "staff"))
"""Level words that are also nouns of their own: "Team Lead, Customer Service", "Sales Associate"."""
_RAISING = frozenset(("senior", "sr", "snr"))
"""Words that raise a rung that another word names: a senior manager stands above a manager."""
_NUMERALS = {"i": 1, "1": 1, "ii": 2, "2": 2, "iii": 3, "3": 3, "iv": 4, "4": 4, "v": 5, "5": 5}
_USUAL_NUMERAL: dict[Level, int] = {"entry": 1, "mid": 2, "senior": 3}
_BEFORE_NUMERAL = re.compile(
    r"\w{2,}(?:er|or|ist|yst|ian|ant|ent|ive|ect|nurse|clerk|aide|tech)s?|nurse|clerk|level|associate"
)
_ROLE_NOUN = re.compile(
    r"(?:accountant|administrator|advisor|agent|analyst|architect|artist|assistant|associate|attorney|auditor|"
    r"buyer|chef|chemist|clerk|coach|consultant|controller|coordinator|counsel|designer|developer|editor|"
    r"electrician|engineer|estimator|executive|generalist|inspector|instructor|investigator|librarian|manager|"
    r"mechanic|nurse|officer|operator|partner|planner|producer|programmer|recruiter|representative|researcher|"
    r"scientist|specialist|strategist|supervisor|surveyor|teacher|technician|technologist|tester|therapist|trainer|"
    r"underwriter|worker|writer|sre|swe|sdet|dba)s?"
)


@dataclass(frozen=True, slots=True)
class RoleTitle:
    """What a title says besides its level."""

    key: str
    """Equal for near-identical titles; empty where the title says nothing."""
    name: str
    """The role's words in their order, for people: "Platform Engineer"."""
    rung: str
    """What the title says of the rung beyond its level: "senior" of a manager, "iv", "grade 12"; mostly empty."""


def role_title(
    title: str, guidelines: Guidelines, *, levels: Sequence[Level], place: str = "", employer: str = ""
) -> RoleTitle:
    """Return the role that a title names; `place` and `employer` are what may stand beside it in the title.

    >>> from postwright.guidelines.load import load_guidelines
    >>> known = load_guidelines()
    >>> role_title("Sr. Platform Engineer", known, levels=("senior",))
    RoleTitle(key='engineer platform', name='Platform Engineer', rung='')
    >>> role_title("Platform Engineer II", known, levels=("mid",)).key
    'engineer platform'
    """
    folded = _TOWN.sub("", " ".join(fold(title[:_LONGEST_TITLE]).split()))
    for pattern, spelling in _SPELLINGS:
        folded = pattern.sub(spelling, folded)
    several = _SEVERAL.search(folded)
    grades = [f"grade {match[1]}" for match in _GRADE.finditer(folded)]
    parts = _SEPARATOR.split(_GRADE.sub(" ", _SEVERAL.sub(" ", folded)))
    names = place_names(guidelines)
    kept = [part for part in (part.strip(" .-") for part in parts) if not _says_nothing(part, place, employer, names)]
    words = [word for part in kept for word in _words(part)]
    numeral = _numeral(words)
    words = [word for word in words if word != numeral] if numeral else words
    role, raising = _without_level(words, levels)
    rung = [several[0]] if several else [*raising, *_unusual(numeral, levels)]
    key = " ".join(sorted({_singular(word) for word in role if word not in _JOINING}))
    return RoleTitle(key, _name(role), " ".join([*rung, *dict.fromkeys(grades)]))


def rung_words(levels: Sequence[Level], rung: str) -> str:
    """Return the rung for people: "senior", "mid or senior", "senior manager", "level not said".

    >>> rung_words(("senior", "mid"), ""), rung_words((), "grade 12"), rung_words(("manager",), "senior")
    ('mid or senior', 'grade 12', 'senior manager')
    """
    if len(rung) > len("senior") and _SEVERAL.match(rung):
        return rung
    named = " or ".join(sorted(set(levels), key=LEVELS.index))
    parts = (rung[:6], named, rung[6:].strip()) if rung.startswith("senior") else (named, rung)
    return " ".join(part for part in parts if part) or "level not said"


def has_several_rungs(rung: str) -> bool:
    """Return whether a title leaves the rung open: "Senior/Staff Engineer"."""
    return bool(_SEVERAL.match(rung))


def _says_nothing(part: str, place: str, employer: str, names: re.Pattern[str]) -> bool:
    """Return whether a part of a title is beside the role: a place, the employer, the terms, a reference."""
    if not part or part in _ASIDE or _REFERENCE.fullmatch(part) or part == fold(employer).strip():
        return True
    words = set(_WORD.findall(part))
    return bool(words) and (words <= set(_WORD.findall(fold(place))) or _is_place(part, names))


def _is_place(part: str, names: re.Pattern[str]) -> bool:
    if re.fullmatch(rf"(?:{_STATES})(?: \d{{5}})?", part):
        return True
    return bool(names.search(part)) and not re.search(r"[a-z]{3,}", names.sub(" ", part))


def _words(part: str) -> Iterable[str]:
    words = (word.strip(".'&-") for word in _WORD.findall(part))
    return (word for word in words if word not in _EMPTY)


def _numeral(words: Sequence[str]) -> str:
    """Return the numeral that counts rungs: the word after the role's noun."""
    pairs = itertools.pairwise(words)
    return next((word for before, word in pairs if word in _NUMERALS and _BEFORE_NUMERAL.fullmatch(before)), "")


def _unusual(numeral: str, levels: Sequence[Level]) -> list[str]:
    """Return the numeral where the level's word does not say as much: a IV stands above other seniors."""
    number = _NUMERALS.get(numeral, 0)
    if not number or (len(levels) == 1 and _USUAL_NUMERAL.get(levels[0]) == number):
        return []
    return [("i", "ii", "iii", "iv", "v")[number - 1]]


def _without_level(words: list[str], levels: Sequence[Level]) -> tuple[list[str], list[str]]:
    """Return the role's words and those that raise its rung; a level word that is the role's own noun stays."""
    said = frozenset[str]().union(*(_LEVEL_WORDS[level] for level in levels))
    raising = frozenset[str]() if set(levels) & {"entry", "mid", "senior"} else _RAISING if levels else frozenset()
    role = [word for word in words if word not in said and word not in raising]
    if not any(_ROLE_NOUN.fullmatch(word) for word in role):
        role = [word for word in words if word in _MAY_BE_THE_ROLE or (word not in said and word not in raising)]
    return role or words, ["senior"] if role and any(word in raising for word in words) else []


def _name(role: Sequence[str]) -> str:
    """Return the role for people; joining words at either end are what a level word left behind."""
    words = list(role)
    while words and words[0] in _JOINING:
        words.pop(0)
    while words and words[-1] in _JOINING:
        words.pop()
    return " ".join(map(_capitalised, words))


def _singular(word: str) -> str:
    """Return a word without the ending of a plural.

    >>> [_singular(word) for word in ("engineers", "systems", "analysis", "business", "sales")]
    ['engineer', 'system', 'analysis', 'business', 'sale']
    """
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _capitalised(word: str) -> str:
    if word in _JOINING or word in ("to", "for", "on", "or"):
        return word
    return word.upper() if len(word) == 2 or not re.search(r"[aeiouy]", word) else word[:1].upper() + word[1:]
