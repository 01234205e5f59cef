"""What a posting says of the level of its own job, other than by a name: "a first job after school", "you lead a team".

Each statement is for beginners or for people far above them; the rule compares that with the level of the title.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.reading.sought import Sought

if TYPE_CHECKING:
    from postwright.linting.rule import Context

_JOB = r"(?:role|position|job|post|vacancy|opportunity|opening)"
_OF_THE_JOB = rf"\b(?:it|this|(?:this|the|our) (?:[a-z-]+ )?{_JOB}) (?:is|will be|would be) (?:at )?(?:an? |the )?"
_END = rf"(?:[- ]level)?(?: (?:one|{_JOB}|level))?(?=\W*$|[.,;!:)]| (?:for|in|with|and|that|where|who|within|on|at)\b)"
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several|up to \d+)"
_PEOPLE = (
    r"(?:people|staff|employees|direct reports|reports|engineers|developers|nurses|colleagues|managers|accountants|"
    r"analysts|associates|technicians|officers|teachers|workers|operators|assistants|clerks|members of staff|"
    r"specialists)"
)
_LEVEL_LABEL = r"level(?: ?: ?|(?<=seniority level)\s{1,3})"
"""A label and what parts it from its value: a colon, or the end of its line."""

_EARLY = Sought(
    rf"{_OF_THE_JOB}(?:[a-z]+ )?(?:entry[- ]level|entry|junior|trainee|graduate|beginner'?s?|starter|apprentice){_END}|"
    rf"\b(?:ideal|perfect|great|good|excellent|suits?|suited|suitable|meant|intended|designed|aimed|"
    rf"right) (?:as an? |as )?"
    r"(?:(?:for|to|at) )?(?:an? |your |the )?(?:(?:recent|new|fresh) )?(?:first (?:job|role|position)\b|graduates?\b|"
    r"school[- ]leavers?\b|career starters?\b|beginners?\b)|"
    r"\b(?:suits?|suited|suitable|ideal|perfect|meant|right|seek|seeking|looking for|for) (?:to |for )?(?:people|"
    r"someone|"
    r"somebody|candidates|those|anyone|an? person) (?:who (?:is|are) )?(?:just |still )?(?:at|starting|"
    r"beginning)(?: out)? ?"
    r"(?:the (?:very )?(?:start|beginning|outset) of|in)? (?:their|your|his|her|a) (?:careers?|working li\w+)|"
    r"\bfor (?:recent graduates|school[- ]leavers|career starters|complete beginners)\b|"
    r"\byou are an? (?:recent|fresh|new) graduate\b|"
    r"\b(?:you (?:need|require) no|you (?:do not|don't) need (?:any )?|no) (?:prior |previous |work |relevant )?"
    r"experience(?: at all)?(?: (?:is )?(?:needed|necessary|required|whatsoever)\b|(?= ?[:;.,!]))|"
    r"\b(?:hiring|looking for|seeking|recruiting|want|join (?:us|our team|the team) as|you will join as|join as) an? "
    r"(?:[a-z]+ )?(?:intern|trainee|apprentice)\b|"
    r"\b(?:looking for|seek(?:ing)?|want|hiring|recruiting|need) (?:somebody|someone|people|an?) (?:(?:person|"
    r"colleague|member of staff|employee) )?(?:(?:at )?(?:the )?(?:entry|junior)[- ]level\b|junior (?:colleague|"
    r"member|person|employee|professional)\b)|"
    r"\b(?:an?|the|your|their) first (?:job|step) (?:for|in|into|after|out of)\b|"
    r"\bfor (?:an? )?(?:complete |total )?(?:beginners?|school[- ]leavers?|novices?)\b|"
    r"\bthis (?:apprenticeship|internship|traineeship)\b|"
    r"\b(?:join (?:us|our team|the team)|work) as an? (?:junior|trainee|intern|apprentice)\b|"
    r"\b(?:start|launch|begin|kick-?start) (?:your|a) career[^.;]{0,30} as an? (?:junior|trainee|graduate)\b|"
    r"\byour (?:junior|trainee|entry[- ]level) (?:role|position|job)\b|"
    r"\bas an? (?:entry[- ]level|junior) (?:employee|member|colleague|team member|hire)\b|"
    r"\b(?:for|suits?|to) (?:someone|somebody|people|those|anyone) (?:who (?:is|are) )?(?:just )?(?:starting out|"
    r"new to (?:the|this) (?:profession|field|trade|industry))\b|"
    r"\bno (?:\w+ or )experience (?:is |are )?(?:needed|required|necessary)\b|"
    r"(?:^|(?<=[.!?;:] ))(?:prior |previous |work )?experience (?:is )?not (?:needed|required|necessary)\b"
    r"(?! (?:in|with|of))|"
    r"\byou are (?:just )?(?:starting|beginning) (?:out in )?your (?:first |working )?(?:career|life)\b|"
    r"\b(?:candidate|applicant|person) (?:will be|is) an? (?:recent|fresh|new) graduate\b|"
    rf"\b(?:seniority|career|experience|job|{_JOB})? ?{_LEVEL_LABEL}(?:entry|junior|trainee|graduate|intern|"
    r"beginner)\w*"
)
_LATE = Sought(
    rf"{_OF_THE_JOB}(?:[a-z]+ )?(?:senior|director|executive|management|managerial|leadership|board|principal|c)"
    rf"{_END}|"
    rf"\byou (?:will |'ll |would )?(?:also )?(?:lead|head|manage|supervise|direct|run) (?:an? |the |our |your )?"
    rf"(?:\w+ )?(?:team|group|crew|staff|department) of {_NUMBER}\b|"
    rf"\byou (?:will |'ll )?(?:also )?(?:lead|manage|supervise) {_NUMBER} (?:people|staff|employees|direct reports|"
    r"engineers|developers|nurses|colleagues|managers)\b|"
    r"\byou (?:will |'ll )(?:head|lead|run) (?:the|our) (?:whole |entire )?(?:\w+ )?(?:department|division|"
    r"organi[sz]ation)\b(?!')|"
    rf"\b(?:you(?:'ll| will)?|the (?:person|candidate|successful candidate|role|position|job|post|post-?holder)"
    rf"(?: will)?) (?:also )?(?:line[- ])?(?:lead|manage|supervise|direct)s? (?:the work of )?"
    rf"(?:an? (?:\w+ )?(?:team|group|department|staff) of {_NUMBER}\b|{_NUMBER} (?:junior |senior )?{_PEOPLE}\b)|"
    rf"(?<!help )(?<!to )(?<!who )\b(?:lead|manage|head) an? (?:\w+ )?(?:department|team|group) of {_NUMBER}\b|"
    rf"(?<!help )(?<!to )(?<!who )\b(?:lead|manage|supervise|oversee) {_NUMBER} (?:direct reports|reports|people|"
    rf"employees|"
    r"members of staff|subordinates)\b|"
    r"\byou (?:lead|head|manage|run) (?:the|our) (?:whole |entire )?(?:\w+ )?(?:department|division)\b(?!')|"
    r"\b(?:looking for|seek|seeking|need|want|hiring) an? (?:seasoned|veteran|(?:very|highly|"
    r"extremely) experienced)(?= [a-z])|"
    r"\b(?:overall|full|sole) responsibility for (?:an?|the|our) (?:\w+ )?(?:department|division|team|function)\b|"
    r"\b(?:part|member) of (?:the|our) (?:executive|senior management|senior leadership|management|leadership) (?:team|"
    r"board|committee)\b|\bas an? senior member of\b|"
    r"\b(?:looking for|seek|seeking|need|want|hiring) an? (?:highly |very )?(?:seasoned|experienced) (?:expert|manager|"
    r"leader|executive|director)\b|"
    r"\b(?:you (?:are|will be)|as) (?:the|our) most (?:senior|experienced) \w+|"
    r"\bas (?:the|our) (?:head|director|vice president|chief) (?:of )?[a-z]+,? |"
    r"\byou (?:will be|are|'ll be) (?:the|our) (?:head|director|chief|principal|lead|most senior) (?:of )?[a-z]+|"
    rf"\b(?:seniority|career|experience|job|{_JOB})? ?{_LEVEL_LABEL}(?:senior|director|executive|lead|principal|head)\b"
)
_EARLY_CUES = (
    "entry", "junior", "trainee", "graduate", "graduates", "intern", "apprentice", "beginner", "beginners",
    "beginner's", "starter", "starters", "leavers", "leaver", "career", "careers", "experience", "first", "starting",
    "profession", "novice", "apprenticeship", "internship", "traineeship", "trade", "industry",
)  # fmt: skip
_LATE_CUES = (
    "senior", "director", "executive", "management", "managerial", "leadership", "board", "principal", "team", "group",
    "crew", "staff", "department", "division", "people", "employees", "reports", "experienced", "head", "chief", "lead",
    "organisation", "organization", "supervise", "manage", "direct", "seasoned", "veteran", "responsibility",
    "committee",
)  # fmt: skip
_REACH = 90
"""Characters on either side of a word in which the statement stands that it belongs to."""


def for_beginners(context: Context) -> Iterator[tuple[int, int]]:
    """Yield where the text says that the job is for beginners."""
    yield from _said(context, _EARLY, _EARLY_CUES)


def for_seniors(context: Context) -> Iterator[tuple[int, int]]:
    """Yield where the text says that the job is far above a beginner's."""
    yield from _said(context, _LATE, _LATE_CUES)


def _said(context: Context, pattern: Sought, cues: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    document, seen = context.document, -1
    for at in sorted(place for cue in cues for place in document.words.get(cue, ())):
        match = pattern.search(document, max(0, at - _REACH), at + _REACH) if at >= seen else None
        if match is not None:
            seen = match.end()
            yield match.span()
