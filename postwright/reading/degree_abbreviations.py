"""Text as written -> abbreviated degrees with their level: "B.Sc.", "BA/MA", "MBBS", "a BS in Botany".

Capitals tell them from words. An abbreviation that is also a state, a product's maker or a trade ("MD", "MS", "BA")
counts only in a chain of degrees or where the words around it speak of a degree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from postwright.late_pattern import late
from postwright.reading.degree_words import Naming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postwright.model.words import DegreeLevel

_PLAIN: dict[DegreeLevel, str] = {
    "high_school": "GED",
    "bachelor": "BSc BSC BEng BEngg BENG BTech BTECH BCom BBA BCA BSN BSEE BSCS BSME BSBA BSCE BSIT BSW BEd "
    "BPharm BPharma BMus",
    "master": "MSc MSC MEng MTech MTECH MPhil MBA EMBA MCA MCom MSN MSW MSEE MSCS MLIS MPharm MEd PGDM MSIS "
    "MSBA MMath MChem",
    "doctorate": "PhD PHD Phd EdD DPhil DNP PsyD DSc",
    "professional": "PharmD LLB MBBS MBChB DVM DDS DrPH",
}
_DOUBTFUL: dict[DegreeLevel, str] = {
    "associate": "AA AS AAS ADN",
    "bachelor": "BS BA BE BFA BBS AB",
    "master": "MS MA ME MPA MPP MPH MFA MLS LLM MPS MM",
    "doctorate": "DBA",
    "professional": "JD MD DO",
}
_LEVELS: dict[str, DegreeLevel] = {
    name: level for names in (_PLAIN, _DOUBTFUL) for level, written in names.items() for name in written.split()
}
_NEED_CONTEXT = frozenset(name for written in _DOUBTFUL.values() for name in written.split())
_WITH_POINTS = frozenset(
    [
        "BS",
        "BA",
        "BE",
        "BSc",
        "BTech",
        "BCom",
        "BEng",
        "BFA",
        "BEd",
        "MS",
        "MA",
        "ME",
        "MSc",
        "MTech",
        "MBA",
        "MCA",
        "MCom",
        "MPhil",
        "MEng",
        "PhD",
        "JD",
        "MD",
        "DO",
        "LLM",
        "LLB",
        "AA",
        "AS",
        "AAS",
        "EdD",
        "MFA",
        "MPA",
        "MPH",
        "MPP",
        "MEd",
    ]
)
"""What is beyond doubt when written with points: "B.S.", "M.D."."""

_TOKEN = late(
    r"(?<![A-Z0-9&$@])(?<![A-Z]\.)(?:(?P<points>(?:B|M|Ph|J|D|A|LL|Ed|Pharm|L\.L)\. ?(?:Sc|Tech|Com|Eng|Phil|Ed|"
    r"[A-Z])\b\.?(?:[A-Z]\b\.?){0,2})|"
    r"(?P<plain>[BMJDAPLEG][A-Za-z]{1,5}(?![A-Za-z])))"
)
_MAY_BEGIN = late(
    r"(?:B[SAETCFBP.]|M[SABPLFCETDM.]|P[hH][aD. ]|J\.?D|LL|L\.L|D[BNVDPSO.]|DrP|A[ASDB]|A\.|E[MdD]\.?[BD]|GED|PGD|Psy)"
)
"""How every abbreviation above begins."""

_FIELD = (
    r"(?:Computer|Comp\b|Engineering|Electrical|Mechanical|Civil|Chemical|Math|Statistics|Business|Economics|Finance|"
    r"Accounting|Biology|Chemistry|Physics|Information|Data|Nursing|Marketing|Science|Psychology|Communications?|"
    r"Library|Software|Health|Public|Biomedical|Environmental|Education|Social|Management|IT\b|CS\b)"
)
_SPEAKS_AFTER = late(
    r"(?:'?s\b)?(?:,? (?:in (?!Office|Excel|Word|SQL|Access|Teams|Outlook|the\b|our\b|a\b|this\b)|or (?:the "
    r")?(?:equivalent|"
    r"higher|above|better|comparable|foreign|related|greater|similar|\d|[a-z]+ years)|degree|required|preferred|"
    r"desired|"
    r"level\b|plus\b|with (?:a |an |at least )?(?:\d|[a-z]+ years|minimum|major|emphasis|relevant)|from (?:an?\b|"
    r"accredited)|"
    rf"is (?:required|preferred|a\b|strongly|highly)|and (?:\d|at least|relevant|minimum)|{_FIELD})|\+ ?\d| ?\+|"
    rf" ?\((?:required|preferred|or|in |minimum|\d)|: {_FIELD}|/[SA]\b)"
)
_SPEAKS_BEFORE = late(
    r"(?:\b(?:degree|diploma|bachelor'?s?|master'?s?|doctorate|hold(?:s|ing)? an?|have an?|with an?|possess an?|"
    r"minimum(?: of)?"
    r"(?: an?)?|education|educational|qualifications?|obtain\w*|complet\w+|undergraduate|graduate|equivalent|"
    r"accredited|UG|PG)"
    r"[\s:(,-]{1,3}|^\W{0,3})$",
    re.IGNORECASE,
)
_JOINED = late(
    r"(?:'?s)?(?: degree)?[\s.]{0,2}(?:/|,|\(|or|and|and/or|&|\||;|-|to)?[\s/]{0,2}(?:or |and |an? |higher )?(?:an? )?$"
)
_OTHER_MS = late(
    r" ?(?:Office|Excel|Word|SQL|Access|Teams|Outlook|Windows|Project|Visio|Power|Azure|Dynamics|Suite|365|Exchange|"
    r"Server|"
    r"Visual|Share|Applications|products|access|word|excel|office|project|team\b|Edwards|here|Technology\b)"
)
_CLOSES = late(r"\s*(?:$|[.;)])")
_STATE_BEFORE = late(r"[A-Z][a-z]+, $")
_FURTHEST_JOINED = 16
"""Characters between two neighbours of a chain."""


def may_abbreviate(text: str) -> Iterator[int]:
    """Yield offsets at which an abbreviated degree may stand."""
    for match in _MAY_BEGIN.finditer(text):
        yield match.start()


def abbreviations(text: str, start: int, end: int, named: list[Naming]) -> Iterator[Naming]:
    """Yield the abbreviated degrees in text[start:end]; `named` are the degrees there that words name."""
    tokens = [
        _Token(match.start(), match.end(), name, name not in _NEED_CONTEXT or _has_points(match, name))
        for match in _TOKEN.finditer(text, start, end)
        if (name := match.group().replace(".", "").replace(" ", "")) in _LEVELS
        and not (name == "MS" and _OTHER_MS.match(text, match.end(), end))
    ]
    for index, token in enumerate(tokens):
        beside = [tokens[item] for item in (index - 1, index + 1) if 0 <= item < len(tokens)]
        if token.certain or _is_degree(text, token, start, end) or _is_joined(text, token, [*beside, *named]):
            yield Naming(_LEVELS[token.name], token.start, token.end)


class _Token(NamedTuple):
    start: int
    end: int
    name: str
    certain: bool


def _has_points(match: re.Match[str], name: str) -> bool:
    return match["points"] is not None and name in _WITH_POINTS


def _is_degree(text: str, token: _Token, start: int, end: int) -> bool:
    """Whether the words around a doubtful abbreviation speak of a degree."""
    before = text[max(start, token.start - 40) : token.start]
    if _STATE_BEFORE.search(before):  # "Boston, MA"
        return False
    if _SPEAKS_AFTER.match(text, token.end, min(end, token.end + 40)):
        return True
    return _SPEAKS_BEFORE.search(before) is not None and _CLOSES.match(text, token.end, end) is not None


def _is_joined(text: str, token: _Token, others: Sequence[Naming | _Token]) -> bool:
    """Whether a degree stands right beside in a chain: "BS/MS", "Bachelor's (BA)"."""
    for other in others:
        left_end, right_start = (other.end, token.start) if other.start < token.start else (token.end, other.start)
        if 0 <= right_start - left_end <= _FURTHEST_JOINED and _JOINED.match(text[left_end:right_start]):
            return True
    return False
