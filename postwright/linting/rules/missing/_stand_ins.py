"""Text -> words that stand in for what was never written: sample lines, notes, empty fields, broken links.

Each kind has a cheap sign that is looked for first; most texts have none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.phrases import Phrases

if TYPE_CHECKING:
    from postwright.reading.document import Document

Span = tuple[int, int]

_FIELD = (
    r"(?:salary|pay|wage|rate|compensation|location|place of work|hours|working pattern|reports to|reporting to|"
    r"line manager|manager|supervisor|department|team|title|job title|grade|band|closing date|deadline|contact|"
    r"start date|contract|benefits)"
)
_BY_SIGN: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...] = (
    (("@@", "##", "$"), late(r"(?<!\w)(@@|##|\$)[A-Z][A-Z_ ]{2,30}\1(?!\w)")),
    (("XYZ",), late(r"\bXYZ(?: (?:Company|Corp\w*|Ltd|Limited|Inc|LLC|Organi[sz]ation|Group))?\b|\bCompany XYZ\b")),
    (("#N/A", "#REF!", "#VALUE!", "#NAME?", "Error!"), late(
        r"#N/A|#REF!|#VALUE!|#NAME\?|Error! (?:Reference source not found|Bookmark not defined)\.?")),
    (("X ", "N ", "X+", " n years"), late(
        r"(?<![\w.+-])(?<!Gen )(?<!Generation )(?:X|N)(?=\+? (?:years?|yrs?|months?|direct reports|employees|"
        r"team members)\b)"
        r"|(?<= (?:in|of|by|to) )[XN](?= (?!rays?\b|axes|is\b|was\b|has\b|does\b|plus\b)[a-z]{3,}s\b)"
        r"|(?<= (?:over|with|have|than) )[XN](?= (?!rays?\b|axes|is\b|was\b|has\b|does\b|plus\b)[a-z]{3,}s\b)"
        r"|(?<=at least )n years\b|(?<=have )n years\b|(?<=with )n years\b")),
    (("... ", "… "), late(
        r"(?<=have )(?:\.{3}|…) (?:years|months)\b|(?<=least )(?:\.{3}|…) (?:years|months)\b"
        r"|(?<=with )(?:\.{3}|…) (?:years|months)\b|(?<=minimum )(?:\.{3}|…) (?:years|months)\b")),
    (("@company.", "@yourcompany.", "@domain.", ".yourcompany.", ".yourwebsite.", ".yourdomain."), late(
        r"[\w.-]+@(?:your)?(?:company|domain)\.(?:com|co\.uk|org|net)\b|\bwww\.your(?:company|website|domain)\.\w+")),
    ((" NAME", " OF "), late(
        r"(?<=[a-z,:] )(?:ROLE|JOB|POST|CLIENT|EMPLOYER|SCHOOL|TEAM|DEPARTMENT|MANAGER|CITY|EMPLOYER) NAME\b"
        r"|\b(?:ROLE|POST|CLIENT|EMPLOYER|SCHOOL|TEAM|DEPARTMENT|MANAGER|CITY) NAME(?= [a-z])"
        r"|\b(?:TITLE|NAME) OF (?:POST|ROLE|COMPANY|SCHOOL|TEAM|MANAGER|DEPARTMENT|EMPLOYER|SITE)\b")),
    (("TK:", "DRAFT", "ote to", "OTE TO", "HR", "HM:", "ecruiter:", "anager:"), late(
        r"(?m)\bTK:|\bDRAFT\b[^\n]{0,24}(?i:do not (?:publish|post|circulate)|not for (?:publication|circulation))"
        r"|^\W{0,4}(?i:note to (?:hr|self|recruiters?|(?:the )?hiring manager|editors?|reviewers?))\b"
        r"|^\W{0,4}(?:HR|HM|Recruiter|Hiring manager|Hiring Manager): (?:please |pls )?(?:check|confirm|add|insert|"
        r"review|"
        r"complete|update|amend|fill|provide)\b")),
    (("[ ", "[]"), late(
        r"(?<=[a-z] )\[ {2,30}\](?=[.,;])|(?<=[$£€])\[ {0,6}\]|(?m:(?<=: )\[ {0,6}\](?= ?$))")),
)  # fmt: skip
"""Signs, and the pattern that is tried where one of them stands; in the text's own case."""

_BY_WORD: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    (frozenset(("confirmed", "determined", "announced", "advised")), late(
        r"(?im)^\W{0,4}(?:salary|pay|wage|rate|compensation|location|place of work|hours|reports to|job title|title|"
        r"grade|band|"
        r"closing date|deadline|contact)\**\s{0,2}[:–-]\**\s{0,3}(to be (?:confirmed|determined|announced|advised))\b"
        r"(?! (?:by|based|depending|according|in|with|on))")),
    (frozenset(("yyyy", "month", "xx")), late(
        r"(?i)\b(dd[ /.-]mon(?:th)?[ /.-]yy(?:yy)?|xx[ /.-](?:month|mon|xx)[ /.-](?:yyyy|yy|20\d\d))\b")),
    (frozenset(("null", "undefined", "nan")), late(rf"(?im)^\W{{0,4}}{_FIELD}\W{{1,6}}(null|undefined|nan)\W*$")),
    (frozenset(("none",)), late(
        r"(?im)^\W{0,4}(?:salary|pay|location|job title|title|hours|closing date)\W{1,6}(none)\W*$")),
    (frozenset(("text", "here", "placeholder")), late(
        r"(?i)\b((?:add|put|write|paste|insert|enter|type)(?: (?:your|own|the|some|more|further|"
        r"any))*(?: \w+)? (?:text|"
        r"details|"
        r"description|content|duties|bullets?) here|your (?:own )?(?:text|content|description) here|"
        r"(?:heading|headline|copy|paragraph|text) goes here|(?:sample|dummy|filler|template) text(?! (?:messages?|"
        r"data))|"
        r"this is (?:just |only )?a placeholder)\b")),
    (frozenset(("salary", "pay", "compensation", "wage")), late(
        r"(?i)\b(?:salary|pay|compensation|wage)(?: range| rate)?(?: for (?:this|the) (?:role|job|position|post))?"
        r"(?: ?[:=] ?| is (?:between |from )?)([$£€] ?0(?:\.00)?(?![\d.,]*\d)"
        r"(?: ?(?:-|to|–|and) ?[$£€] ?[01](?:\.00)?(?![\d.,]*\d))?)")),
    (frozenset(("salary", "pay", "rate")), late(
        r"(?im)^\W{0,4}(?:salary|pay|rate)(?: range)?\W{1,6}?([$£€]{2,4})\W*$")),
)  # fmt: skip
"""Words, and the pattern whose first group is the stand-in."""

_EMPTY_FIELD = late(
    r"(?im)^\W{0,4}(?:salary|pay|location|reports to|reporting to|line manager|job title|closing date|hours)\**: ?\**"
    r"[ \t]{0,3}([-–—?]{1,3})[ \t]*$"
)
_EMPTY = tuple(f":{gap}{mark}" for gap in ("", " ", "  ", "\t", "** ", "**") for mark in "-–—?")
"""Signs of a field with nothing but a dash or question mark behind its colon."""
_SAMPLES = frozenset(
    ("duty", "responsibility", "bullet", "requirement", "benefit", "skill", "task", "item", "point", "qualification",
     "perk", "enter", "type", "add", "template")
)  # fmt: skip
"""Words, one of which every sample line has."""
_SAMPLE_LINE = late(
    r"(?:duty|responsibility|bullet(?: point)?|requirement|benefit|skill|task|item|point|qualification|"
    r"perk) ?#?\d{1,2}|"
    r"bullet(?: point)?|enter text|type here|add text|(?:job|role) (?:description|posting|advert|ad) template"
)
_LONGEST_SAMPLE = 30
"""Characters of a line that is only a stand-in."""


def stand_ins(document: Document) -> Iterator[Span]:
    """Yield the spans of what stands in for words that were never written; they may overlap."""
    text, folded, words = document.text, document.folded, document.words
    for pattern in {pattern: None for _, pattern in _signs().places(text)}:
        yield from (match.span(1 if pattern is _EMPTY_FIELD else 0) for match in pattern.finditer(text))
    for cues, pattern in _BY_WORD:
        lines = {_lines_to(text, at) for cue in cues & words.keys() for at in words[cue]}
        yield from {match.span(1) for start, end in lines for match in pattern.finditer(text, start, end)}
    for block in document.blocks if not words.keys().isdisjoint(_SAMPLES) else ():
        if block.end - block.start <= _LONGEST_SAMPLE and _SAMPLE_LINE.fullmatch(folded, block.start, block.end):
            yield block.start, block.end


@cache
def _signs() -> Phrases[re.Pattern[str]]:
    """Return the signs of all patterns, ready to be looked for in one pass."""
    signs = {sign: pattern for signs, pattern in _BY_SIGN for sign in signs}
    return Phrases({**signs, **dict.fromkeys(_EMPTY, _EMPTY_FIELD)})


def _lines_to(text: str, at: int) -> Span:
    """Return the span of the line at `at` with the two before it, in which its label may stand."""
    start, end = at, text.find("\n", at)
    for _ in range(3):
        start = max(text.rfind("\n", 0, start), 0)
    return start, len(text) if end < 0 else end
