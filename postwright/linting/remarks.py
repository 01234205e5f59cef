"""Does a wording deserve a remark where it stands? Its section, its sentence, and what else the posting says decide."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from postwright.linting.rule import Context

if TYPE_CHECKING:
    from postwright.guidelines.records import WordingEntry

AROUND = 100
"""Characters before and after a hit in which its `exceptions` and its `within` are searched (guidelines/wording)."""


@lru_cache(maxsize=8192)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a guideline's pattern, compiled when it is first needed."""
    return re.compile(pattern, re.IGNORECASE)


def span_to_mark(entry: WordingEntry, start: int, end: int, context: Context) -> tuple[int, int] | None:
    """Return what to mark for the entry's match text[start:end], or None where it deserves no remark.

    The wording must be the posting's own: in a section that it concerns, not denied, not quoted.
    """
    section = context.reading.section_at(start)
    if section == "equal_opportunity" or (entry.sections and section not in entry.sections):
        return None
    text = context.text
    span = _widened(entry, text, start, end)
    if span is None:
        return None
    start, end = span
    sentence_start, sentence_end = sentence_around(context, start, end)
    if (
        _LEGAL.search(text, sentence_start, sentence_end)
        or _is_denied(text, max(sentence_start, start - AROUND), start)
        or _is_quoted(text, start, end)
        or any(_CONDITIONS[name](context, start, end) for name in entry.unless)
    ):
        return None
    return span


def _widened(entry: WordingEntry, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the first `within` of the entry that overlaps text[start:end]; the span itself without any."""
    if not entry.within:
        return start, end
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    for pattern in entry.within:
        for match in compiled(pattern).finditer(text, low, high):
            if match.start() < end and match.end() > start:
                return min(start, match.start()), max(end, match.end())
    return None


_LEGAL = re.compile(
    r"\b(?:regardless of|without regard to|irrespective of|without discrimination|equal (?:employment )?opportunit|"
    r"discriminat(?:e|es|ed|ing|ion) (?:against|on|based|because|in)|not discriminate|"
    r"protected (?:class|characteristic|status|veteran)|"
    r"reasonable (?:accommodation|adjustment)s? )",
    re.IGNORECASE,
)
"""A sentence that says whom the employer does not exclude names the groups without meaning them."""
_DENIED = re.compile(
    r"(?:\b(?:do|does|did|are|is|need|must|should|will|would|can)(?: not|n['’]t)|\bnever|\bwithout|\brather than|"
    r"\binstead of|\bno need (?:for|to)|\bnot(?! only)|\bno longer)\s+(?:[\w,’'-]+\s+){0,5}[\"“‘']?$",
    re.IGNORECASE,
)
"""What stands before a wording that the posting says it does not want; at the end of what is searched."""
_NEGATION = re.compile(r"not|n['’]t|never|without|rather|instead|\bno\b", re.IGNORECASE)


def _is_denied(text: str, start: int, end: int) -> bool:
    """Say whether text[start:end] ends with words that deny what follows; few texts have such words at all."""
    negation = _NEGATION.search(text, start, end)
    return negation is not None and _DENIED.search(text, max(start, negation.start() - 12), end) is not None


_QUOTES = {'"': '"', "“": "”", "‘": "’", "«": "»"}


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Say whether quotation marks enclose exactly these words."""
    return start > 0 and end < len(text) and _QUOTES.get(text[start - 1]) == text[end]


def sentence_around(context: Context, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence in which `start` lies, or of the words themselves outside all sentences."""
    sentences = context.document.sentences
    index = bisect.bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    if index >= 0 and sentences[index].end > start:
        return sentences[index].start, max(sentences[index].end, end)
    return start, end


# ---- what a posting may say that leaves no reason for a remark

_Condition = Callable[[Context, int, int], bool]


def _has_pay_figure(context: Context, _start: int, _end: int) -> bool:
    pay = context.reading.pay
    return pay is not None and pay.kind != "vague"


def _lists_benefits(context: Context, _start: int, _end: int) -> bool:
    return any(section.kind == "benefits" for section in context.reading.sections)


def _is_for_students(context: Context, _start: int, _end: int) -> bool:
    return "intern" in context.levels or bool(compiled(_STUDENT_ROLE).search(context.reading.title))


def _is_for_graduates(context: Context, start: int, end: int) -> bool:
    if _is_for_students(context, start, end) or compiled(_GRADUATE_ROLE).search(context.reading.title):
        return True
    return bool(compiled(_GRADUATE_SCHEME).search(context.text))


def _is_only_preferred(context: Context, start: int, end: int) -> bool:
    """Say whether the words stand among what is merely preferred, or their sentence says so."""
    if context.reading.section_at(start) == "preferred":
        return True
    return bool(compiled(_PREFERRED).search(context.text, *sentence_around(context, start, end)))


def _text_says(pattern: str) -> _Condition:
    return lambda context, _start, _end: bool(compiled(pattern).search(context.text))


_STUDENT_ROLE = r"\b(?:intern(?:ship)?s?|students?|co-?op|apprentice(?:ship)?|trainee(?:ship)?|work placement)\b"
_GRADUATE_ROLE = r"\b(?:graduates?|grads?|campus|early careers?|rotation(?:al)?|leadership development)\b"
_GRADUATE_SCHEME = (
    r"\b(?:graduate|grad|rotation(?:al)?|early[- ]careers?|leadership development) "
    r"(?:\w+ ){0,2}(?:program(?:me)?s?|schemes?|track|cohort|intake|rotation)\b"
)
_PREFERRED = r"\b(?:prefer\w*|nice to have|desir\w+|an? (?:plus|bonus|advantage|asset)|ideally|would be helpful)\b"
_ACCOMMODATION = (
    r"\bwith(?:,)? or without,? (?:an? )?(?:reasonable )?(?:accommodation|adjustment|aid|assistance)|"
    r"\breasonable (?:accommodation|adjustment)s?\b|"
    r"\b(?:accommodation|adjustment)s? (?:\w+ ){0,4}(?:available|possible|request|made|provided|offered|discuss\w*)|"
    r"\b(?:offer|provide|make|discuss|arrange)s? (?:\w+ ){0,2}(?:accommodation|adjustment)s?\b"
)
_GOVERNMENT = (
    r"\bclearance\b|\bcleared\b|\bITAR\b|\bexport[- ](?:control|administration|licen[cs])|\bclassified\b|"
    r"\bDepartment of Defen[cs]e\b|\bMinistry of Defence\b|\bDoD\b|\bMOD\b|\bpublic trust\b|\bpolygraph\b|"
    r"\b(?:federal|government) (?:\w+ ){0,2}(?:agenc|employ|contract|position|service|job|fellow)|"
    r"\bU\.?S\.? government\b|\b(?:excepted|competitive|civil|secret|foreign) service\b|\bUSAJOBS\b|\bGS-?\d|"
    r"\b(?:required|demanded|laid down) by (?:\w+ ){0,3}(?:law|statute|contract|regulation|order)|"
    r"\bSelective Service\b|"
    r"\b(?:executive order|statute|regulation)s? requires?\b|\bnationality (?:rules|requirements)\b|"
    r"\breserved posts?\b|"
    r"\b(?:police|peace|sworn|correctional) officers?\b|\b(?:Army|Navy|Naval|Air Force|embassy|consulate|Peace Corps)\b"
)
_PUBLIC_HEALTH = r"\bNHS\b|\bAgenda for Change\b|\bBand [2-9][a-d]?\b"
_RELIGIOUS = (
    r"\b(?:church|dioces\w+|parish|mosque|synagogue|temple|seminary|ministry|ministries|chaplain\w*|pastor\w*|"
    r"congregation|imam|rabbi|mission(?:ary|aries)|faith[- ]based|"
    r"religious (?:order|charity|organi[sz]ation|community)|occupational requirement|"
    r"(?:catholic|christian|jewish|islamic|muslim|hindu|sikh|lutheran|baptist|faith) (?:\w+ )?"
    r"(?:school|college|university|charity|academy|hospital|organi[sz]ation|community|centre|center|publisher))\b"
)
_CONDITIONS: dict[str, _Condition] = {
    "accommodation": _text_says(_ACCOMMODATION),
    "benefits_listed": _lists_benefits,
    "government_reason": _text_says(_GOVERNMENT),
    "graduate_role": _is_for_graduates,
    "only_preferred": _is_only_preferred,
    "pay_figure": _has_pay_figure,
    "public_health_service": _text_says(_PUBLIC_HEALTH),
    "religious_employer": _text_says(_RELIGIOUS),
    "student_role": _is_for_students,
}
"""The conditions that `unless` of a wording can name."""
