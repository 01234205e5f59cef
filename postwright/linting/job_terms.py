"""What a text says of its job: place, workplace, kind of employment, weekly hours, closing date.

The rules compare these with the brief, and the brief of an imported text is proposed from them: a value that is said
of somebody else ("support for remote teams") is not one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.place_names import regions
from postwright.model.words import Workplace
from postwright.reading.sought import Sought

if TYPE_CHECKING:
    from postwright.model.reading import Reading
    from postwright.reading.document import Document

# ---- place

PLACE = late(
    r"\b(?:[Ww]ork(?:s|ing)? (?:on[- ]site )?in|[Bb]ased in|[Ll]ocated in|[Rr]ole is in|[Jj]ob is in|[Oo]ffice in|"
    r"[Ss]ite in|"
    r"[Oo]n[- ]site in|[Ll]ocation ?:\**|[Pp]lace of work ?:\**)\s+(?:our\s+)?"
    r"(?P<city>[A-Z][\w’'.-]+(?: [A-Z][\w’'-]+){0,2})(?:, (?P<region>[A-Z][\w.]+(?: [A-Z][\w]+){0,2}))?"
)
_CITY_AND_REGION = late(
    r"\bin (?P<city>[A-Z][\w’'.-]+(?: [A-Z][\w’'-]+){0,2}), (?P<region>[A-Z][\w.]+(?: [A-Z][\w]+){0,2})"
)
_OF_THE_JOB = ("title", "summary", "location", "other")
"""Sections in which a city with its state is where the job is."""


def places_with_region(reading: Reading) -> Iterator[re.Match[str]]:
    """Yield "in Boise, Idaho" (groups `city`, `region`) where the posting speaks of the job itself."""
    for match in _CITY_AND_REGION.finditer(reading.text):
        if reading.section_at(match.start()) in _OF_THE_JOB and known_region(match["region"])[0]:
            yield match


def known_region(words: str) -> tuple[str, str]:
    """Return code and name of the region that `words` begin with, or two empty strings."""
    parts = words.rstrip(".").split()
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count])
        if name in regions():
            return regions()[name], name
    return "", ""


# ---- workplace

_REMOTE = Sought(
    r"\bthis is a (?:fully |100% )?remote\b|\b(?:fully|100%|completely|entirely) remote(?:ly)?\b|"
    r"\bremote(?:[- ]first)? (?:role|position|job|opportunity|contract)\b(?! (?:is|are) not)|\(remote\)|"
    r"\bwork from anywhere\b|"
    r"\b(?:location|workplace|work mode|work type) ?: ?\**(?:fully )?remote\b|\bjob is (?:fully )?remote\b|"
    r"\bwork from home full[- ]time\b"
)
_HYBRID = Sought(
    r"\bhybrid (?:role|position|job|work\w*|model|schedule|arrangement|basis|opportunity|set-?up|environment)\b|"
    r"\(hybrid\)|"
    r"\b(?:location|workplace|work mode|work type) ?: ?\**hybrid\b|\bjob is hybrid\b|"
    r"\b(?:\d|one|two|three|four) days? (?:a|per|each) week (?:on[- ]?site|in (?:the|our) office|at (?:the|our) office|"
    r"from home|at home|remote)"
)
_ON_SITE = Sought(
    r"\bthis is an on[- ]?site\b|\b(?:fully|100%|entirely) on[- ]?site\b|\bon[- ]?site (?:role|position|job)\b|"
    r"\bno remote work\b|\bin[- ]person (?:role|position|job)\b|\(on[- ]?site\)|\bnot (?:a )?remote\b|"
    r"\b(?:location|workplace|work mode|work type) ?: ?\**on[- ]?site\b|\bjob is on[- ]?site\b|"
    r"\bfive days a week (?:in (?:the|our) office|on[- ]?site)\b"
)
_NOT = late(r"\b(?:not|no|never|isn't|isn’t|than|non)[- ](?:a |an |be )?$")
_CLAIMS: dict[Workplace, Sought] = {"remote": _REMOTE, "hybrid": _HYBRID, "on_site": _ON_SITE}


def workplaces_said(document: Document) -> Mapping[Workplace, tuple[int, int]]:
    """Return the workplaces that a text claims, each with the span of its first claim."""
    return {place: found for place, cue in _CLAIMS.items() if (found := _claim(cue, document))}


def _claim(cue: Sought, document: Document) -> tuple[int, int] | None:
    folded = document.folded
    for found in cue.finditer(document):
        if not _NOT.search(folded, max(0, found.start() - 12), found.start()):
            return found.span()
    return None


# ---- kind of employment and hours

_JOB = (
    r"(?:role|position|job|contract|basis|opportunity|post|vacancy|employment|employee|hours|appointment|engagement|"
    r"\w+er\b)"
)
_LABEL = (
    r"(?:job|employment|position|work|contract|appointment)? ?(?:type|status|basis|schedule|time)s? ?: ?\**\s{0,2}"
    r"(?:\w+,? ){0,2}?"
)
EMPLOYMENT_KINDS = {
    "full_time": r"full[- ]?time",
    "part_time": r"part[- ]?time",
    "permanent": r"permanent",
    "contractor": r"(?:freelance|contractor|independent contractor|1099)",
    "temporary": r"(?:temporary|seasonal|fixed[- ]term)",
    "volunteer": r"(?:volunteer|unpaid)",
    "per_diem": r"(?:per[- ]diem|prn)",
}
_EMPLOYMENT = {
    kind: late(
        rf"\b{words},? (?:[\w-]+ ){{0,2}}?{_JOB}|\b{_LABEL}{words}\b|\b(?:hiring|seeking|looking for|"
        rf"recruiting) (?:for )?(?:an? )?{words}\b|"
        rf"\((?:[\w ,-]{{0,20}}\b)?{words}\)|(?:^|[|\n]) *\**{words}\**,? *(?:$|[|\n])"
    )
    for kind, words in EMPLOYMENT_KINDS.items()
}


def employment_said(document: Document, kind: str) -> tuple[int, int] | None:
    """Return where a text first calls its job full-time, part-time, ... (a key of `EMPLOYMENT_KINDS`), or None."""
    found = _EMPLOYMENT[kind].search(document.folded)
    return found.span() if found else None


def employment_word(document: Document, kind: str, start: int, end: int) -> tuple[int, int]:
    """Return the word for the kind of employment in text[start:end]; where there is none, the whole."""
    word = late(EMPLOYMENT_KINDS[kind]).search(document.folded, start, end)
    return word.span() if word else (start, end)


WEEKLY_HOURS = late(
    r"\b(\d{1,2}(?:\.\d{1,2})?)(?:[- ]hours?|hrs?|h| hrs?)(?: of work)? ?(?:a|per|each|every|/|-)? ?(?:week|wk)\b"
)
"""Hours a week in lower-case text; the number is group 1."""

# ---- dates

CLOSING = Sought(
    r"\b(?:apply (?:by|before|until|no later than|on or before)|clos(?:ing|e|es) (?:date|on)|"
    r"(?:application )?deadline|applications? "
    r"(?:close|are due|due|must be received|will be accepted (?:until|through))|(?:role|posting|position|job|"
    r"vacancy) closes|"
    r"(?:send|submit|apply)(?:[^.\n]|\.(?=\S)){0,90} (?:by|before|no later than))\b"
)
"""What stands before the last day for applications, in lower-case text."""
