"""What else a posting says that leaves no reason for a remark on its wording: pay in figures, a clearance, ..."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter

from postwright.late_pattern import late
from postwright.linting.cues import Cues
from postwright.linting.rule import Context
from postwright.pattern_cache import shared


@lru_cache(maxsize=8192)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a guideline's pattern, compiled when it is first needed."""
    return shared().compile(pattern, re.IGNORECASE)


_START = attrgetter("start")


def sentence_around(context: Context, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence in which `start` lies, or of the words themselves outside all sentences."""
    sentences = context.document.sentences
    index = bisect.bisect_right(sentences, start, key=_START) - 1
    if index >= 0 and sentences[index].end > start:
        return sentences[index].start, max(sentences[index].end, end)
    return start, end


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


def _is_religious_employer(context: Context, start: int, end: int) -> bool:
    """Say whether the employer is a religious one; what the words themselves name in passing shows nothing."""
    sentence_start, sentence_end = sentence_around(context, start, end)
    return any(
        match.end() <= sentence_start
        or match.start() >= sentence_end
        or _OF_THE_EMPLOYER.search(context.text, sentence_start, match.start())
        for match in compiled(_RELIGIOUS).finditer(context.text)
    )


def _is_proper_name(context: Context, start: int, end: int) -> bool:
    """Say whether one word with a capital names a product or a place: "maintain Mailman", "on Ladies' Mile".

    Amid a sentence a word for a person has an article before it, or a word that chooses; a name has neither.
    """
    text = context.text
    word, after = text[start:end], text[end : end + 30]
    if not word[:1].isupper() or word.isupper() or " " in word:
        return False
    if text[start - 1 : start] in ("“", '"', "‘"):
        return compiled(_NAME_GOES_ON).match(after) is not None
    before = compiled(_WORD_BEFORE).search(text, max(0, start - 20), start)
    if before is None or not before[1].islower():
        return False
    if before[1] == "the":
        return compiled(_KIND_OF_NAME).match(after) is not None or compiled(_OWN_PLACE).match(after) is not None
    if compiled(_NO_NAME_AFTER).fullmatch(before[1]) or compiled(_TRAIT_AFTER).match(after):
        return False
    return not word.lower().endswith(("s", "men")) or compiled(_NAME_GOES_ON).match(after) is not None


def _text_says(pattern: str) -> _Condition:
    """Return whether the posting has such words somewhere; the pattern is of lower case, and begins with words."""
    cues, fact = Cues(pattern), f"says {pattern}"

    def says(context: Context, _start: int, _end: int) -> bool:
        if fact not in context.facts:
            context.facts[fact] = cues.first(context) is not None
        return bool(context.facts[fact])

    return says


_WORD_BEFORE = r"(?<![\w-])([\w-]+) \Z"
_NO_NAME_AFTER = (
    r"an?|our|your|my|his|her|their|this|that|as|are|is|be|being|become|for|and|or|any|every|each|another|one|two|no|"
    r"not|needs?|wants?|hir(?:e|es|ing)|seek(?:s|ing)?|requir(?:e|es|ed|ing)|prefer(?:s|red)?|experienced|certified|"
    r"senior|junior|lead|new|female|male|young|good|great|true|real|strong"
)
"""Words after which a word with a capital is a person, not a name."""
_NAME_GOES_ON = r"(?-i:[’']?s?[’']? [A-Z0-9])"
_OWN_PLACE = r"(?-i:[’']s? [A-Z])"
_KIND_OF_NAME = (
    r"(?:[’']s)? (?:apps?|brands?|products?|tools?|plug-?ins?|servers?|projects?|shows?|museum|streets?|software|"
    r"librar(?:y|ies)|frameworks?|platform|lists?|drinks?|cakes?|cookware|musical|film|series|games?|house|hotel)\b"
)
_TRAIT_AFTER = r" (?:skills?|mindset|attitude|mentality|spirit|energy|status|level|qualit(?:y|ies))\b"
_STUDENT_ROLE = r"\b(?:intern(?:ship)?s?|students?|co-?op|apprentice(?:ship)?|trainee(?:ship)?|work placement)\b"
_GRADUATE_ROLE = r"\b(?:graduates?|grads?|freshers?|campus|early careers?|rotation(?:al)?|leadership development)\b"
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
    r"\bclearance\b|\bcleared\b|\bitar\b|\bexport[- ](?:control|administration|licen[cs])|\bclassified\b|"
    r"\bdepartment of defen[cs]e\b|\bministry of defence\b|\bdod\b|\bmod\b|\bpublic trust\b|\bpolygraph\b|"
    r"\b(?:federal|government) (?:\w+ ){0,2}(?:agenc|employ|contract|position|service|job|fellow)|"
    r"\bu\.?s\.? government\b|\b(?:excepted|competitive|civil|secret|foreign) service\b|\busajobs\b|\bgs-?\d|"
    r"\b(?:required|demanded|laid down) by (?:\w+ ){0,3}(?:law|statute|contract|regulation|order)|"
    r"\bselective service\b|"
    r"\b(?:executive order|statute|regulation)s? requires?\b|\bnationality (?:rules|requirements)\b|"
    r"\breserved posts?\b|"
    r"\bgovernment of canada\b|\bcanadian (?:digital|museum)|\bcrown corporation\b|"
    r"\b(?:police|peace|sworn|correctional) officers?\b|\b(?:elections?|registrar of voters|peace corps)\b|"
    r"\b(?:army|navy|naval|air force|embassy|consulate)\b"
)
_PUBLIC_HEALTH = r"\bnhs\b|\bagenda for change\b|\bband [2-9][a-d]?\b"
_RELIGIOUS = (
    r"\b(?:church|dioces\w+|parish|mosque|synagogue|temple|seminary|ministry|ministries|chaplain\w*|pastor\w*|"
    r"congregation|imam|rabbi|mission(?:ary|aries)|faith[- ]based|"
    r"religious (?:order|charity|organi[sz]ation|community)|occupational requirement|"
    r"(?:catholic|christian|jewish|islamic|muslim|hindu|sikh|lutheran|baptist|faith) (?:\w+ )?"
    r"(?:school|college|university|charity|academy|hospital|organi[sz]ation|community|centre|center|publisher))\b"
)
_OF_THE_EMPLOYER = late(r"\b(?:our|this|as an?|we are an?) (?:[\w-]+ ){0,2}\Z", re.IGNORECASE)
"""What stands before the word where the employer speaks of itself."""
CONDITIONS: dict[str, _Condition] = {
    "accommodation": _text_says(_ACCOMMODATION),
    "benefits_listed": _lists_benefits,
    "government_reason": _text_says(_GOVERNMENT),
    "graduate_role": _is_for_graduates,
    "only_preferred": _is_only_preferred,
    "pay_figure": _has_pay_figure,
    "proper_name": _is_proper_name,
    "public_health_service": _text_says(_PUBLIC_HEALTH),
    "religious_employer": _is_religious_employer,
    "student_role": _is_for_students,
}
"""The conditions that `unless` of a wording can name."""
