"""What a posting says of the level of its own job, other than by a name: "a first job after school", "you lead a team".

Each statement is for beginners or for people far above them; the rule compares that with the level of the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.late_pattern import late

if TYPE_CHECKING:
    from postwright.linting.rule import Context

_JOB = r"(?:role|position|job|post|vacancy|opportunity|opening)"
_OF_THE_JOB = rf"\b(?:it|this|(?:this|the|our) (?:[a-z-]+ )?{_JOB}) (?:is|will be|would be) (?:at )?(?:an? |the )?"
_END = rf"(?:[- ]level)?(?: (?:one|{_JOB}|level))?(?=\W*$|[.,;!:)]| (?:for|in|with|and|that|where|who|within|on|at)\b)"
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several|up to \d+)"

_EARLY = late(
    rf"{_OF_THE_JOB}(?:[a-z]+ )?(?:entry[- ]level|entry|junior|trainee|graduate|beginner'?s?|starter|apprentice){_END}|"
    rf"\b(?:ideal|perfect|great|good|excellent|suited|suitable|meant|intended|designed|aimed|right) (?:as an? |as )?"
    r"(?:(?:for|to|at) )?(?:an? |your |the )?(?:(?:recent|new|fresh) )?(?:first (?:job|role|position)\b|graduates?\b|"
    r"school[- ]leavers?\b|career starters?\b|beginners?\b)|"
    r"\b(?:suited|suitable|ideal|perfect|meant|right|seek|seeking|looking for|for) (?:to |for )?(?:people|someone|"
    r"somebody|candidates|those|anyone|an? person) (?:who (?:is|are) )?(?:just )?(?:at|starting|beginning)(?: out)? ?"
    r"(?:the (?:very )?(?:start|beginning|outset) of|in)? (?:their|your|his|her|a) (?:careers?|working li\w+)|"
    r"\bfor (?:recent graduates|school[- ]leavers|career starters|complete beginners)\b|"
    r"\byou are an? (?:recent|fresh|new) graduate\b|"
    r"\b(?:you (?:need|require) no|you (?:do not|don't) need (?:any )?|no) (?:prior |previous |work |relevant )?"
    r"experience(?: at all)?(?: (?:is )?(?:needed|necessary|required|whatsoever)\b|(?= ?[:;.,!]))|"
    r"\b(?:hiring|looking for|seeking|recruiting|want|join (?:us|our team|the team) as|you will join as|join as) an? "
    r"(?:[a-z]+ )?(?:intern|trainee|apprentice)\b|"
    rf"\b(?:seniority|career|experience|job|{_JOB})? ?level ?: ?(?:entry|junior|trainee|graduate|intern|beginner)\w*"
)
_LATE = late(
    rf"{_OF_THE_JOB}(?:[a-z]+ )?(?:senior|director|executive|management|managerial|leadership|board|principal|c)"
    rf"{_END}|"
    rf"\byou (?:will |'ll |would )?(?:also )?(?:lead|head|manage|supervise|direct|run) (?:an? |the |our |your )?"
    rf"(?:\w+ )?(?:team|group|crew|staff|department) of {_NUMBER}\b|"
    rf"\byou (?:will |'ll )?(?:also )?(?:lead|manage|supervise) {_NUMBER} (?:people|staff|employees|direct reports|"
    r"engineers|developers|nurses|colleagues|managers)\b|"
    r"\byou (?:will |'ll )(?:head|lead|run) (?:the|our) (?:whole |entire )?(?:\w+ )?(?:department|division|"
    r"organi[sz]ation)\b(?!')|"
    r"\b(?:you (?:are|will be)|as) (?:the|our) most (?:senior|experienced) \w+|"
    r"\bas (?:the|our) (?:head|director|vice president|chief) (?:of )?[a-z]+,? |"
    r"\byou (?:will be|are|'ll be) (?:the|our) (?:head|director|chief|principal|lead|most senior) (?:of )?[a-z]+|"
    rf"\b(?:seniority|career|experience|job|{_JOB})? ?level ?: ?(?:senior|director|executive|lead|principal|head)\b"
)
_EARLY_CUES = (
    "entry", "junior", "trainee", "graduate", "graduates", "intern", "apprentice", "beginner", "beginners",
    "beginner's", "starter", "starters", "leavers", "leaver", "career", "careers", "experience", "first",
)  # fmt: skip
_LATE_CUES = (
    "senior", "director", "executive", "management", "managerial", "leadership", "board", "principal", "team", "group",
    "crew", "staff", "department", "division", "people", "employees", "reports", "experienced", "head", "chief", "lead",
    "organisation", "organization",
)  # fmt: skip
_REACH = 90
"""Characters on either side of a word in which the statement stands that it belongs to."""


def for_beginners(context: Context) -> Iterator[tuple[int, int]]:
    """Yield where the text says that the job is for beginners."""
    yield from _said(context, _EARLY, _EARLY_CUES)


def for_seniors(context: Context) -> Iterator[tuple[int, int]]:
    """Yield where the text says that the job is far above a beginner's."""
    yield from _said(context, _LATE, _LATE_CUES)


def _said(context: Context, pattern: re.Pattern[str], cues: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    folded, seen = context.document.folded, -1
    for at in sorted(place for cue in cues for place in context.document.words.get(cue, ())):
        match = pattern.search(folded, max(0, at - _REACH), at + _REACH) if at >= seen else None
        if match is not None:
            seen = match.end()
            yield match.span()
