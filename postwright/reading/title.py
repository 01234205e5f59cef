"""Job title -> rung of the level ladder; text -> its own title line.

A level word counts only where it means a level: "Staff Nurse", "Lead Generation" and "Executive Assistant" name no
rung, a bare "Associate" neither, and government grades ("GS-12", "Band 6") are another ladder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postwright.guidelines.made_once import made_once
from postwright.late_pattern import late
from postwright.model.words import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postwright.guidelines.records import Guidelines
    from postwright.model.reading import SectionSpan
    from postwright.reading.document import Document

_LONGEST_TITLE = 300
"""Characters of a title that are looked at."""

_NOT_THE_ROLE = late(
    r"\b(?:assistant|secretary|aide|deputy|adviser|advisor) (?:to|for) .*"  # "Assistant to the City Manager"
    r"|\b(?:executive|personal|administrative) assistant\b.*|\b(?:office|report) of (?:the )?\w+|\b(?:full|"
    r"part)[- ]?time (?:\+|&|and|or|/) interns?\b"
    r"|\((?:to|reporting to|reports to) [^()]*\)"
    r"|\breport(?:s|ing) to\b.*"
    r"|\b(?:band|grade|gs|gg|ns|nf|fsn|fp|class|tier|group|scale|pay ?band)[ -]*\d+\b(?:\s*[-/–]\s*\d+\b)?"
    r"|\b\d+(?:\s*[-–]\s*\d+)?\s*(?:\+\s*)?(?:years?|yrs?|months?|hours?|positions?|openings?|days?|vacanc\w+)\b",
)

_TECHNICAL_ROLE = r"(?:engineers?|scientists?|developers?|designers?|architects?|programmers?|researchers?|sre|swe)"
_FEW_WORDS = r"(?:[\w&/+#.()-]+ ){0,4}?"
_CIVIL = r"(?!.*\b(?:civil|geotechnical|environmental|structural|geolog\w+|transportation|water)\b)"

# In this order: the first that matches gives the level. A word for how early a career is outranks the rest ("Junior
# Project Manager", "Manager Trainee"); then the highest rung counts ("Senior Director").
_LEVEL_PATTERNS: tuple[tuple[Level, str], ...] = (
    (
        "intern",
        r"\b(?:interns?|internships?)\b(?! (?:program\w*|coordinator|manager|supervisor|recruit\w+))"
        r"|\bco-?op\b(?! (?:program|coordinator|manager|bank|store|food))|\bworking student\b|"
        r"\bwerkstudent(?:in)?\b"
        r"|\b(?:student|industrial|summer) placement\b|\bplacement (?:student|year)\b|\bstudent trainee\b"
        r"|\bsummer (?:analyst|associate)\b",
    ),
    (
        "entry",
        r"\b(?:junior|jr|jnr)\b(?! (?:high|school|college|league|doctors?\b))"
        r"|\b(?:entry|early)[- ](?:level|career)(?![/-]mid)|\btrainees?\b|\bnew[- ]grad(?:uate)?s?\b"
        r"|\bgraduates?\b(?! (?:school|schools|stud\w+|admission\w*|program\w*|recruit\w+|education|"
        r"medical|council|centre|center|college|research assistant|assistant|advis\w+))"
        r"(?<!post graduate)(?<!post-graduate)(?<!under-graduate)"
        r"|\bapprentic(?:e|es|eship|eships)\b(?! (?:program\w*|manager|coordinator|assessor|advis\w+|"
        r"tutor|trainer))"
        r"|^associate (?:[\w&/+#.-]+ ){0,3}?(?:software|web|java|python|data|ml|ai|devops|cloud|"
        r"full[- ]stack|front[- ]end|back[- ]end|systems?|qa|test|network)[\w&/+#. -]* ?(?:engineer|"
        r"developer|programmer)\b"
        r"|^associate (?:engineer|developer|programmer)\b",
    ),
    (
        "executive",
        r"\b(?:ceo|cto|cfo|coo|cio|ciso|cmo|cpo|chro|cdo)\b"
        r"|\bchief(?: [\w&-]+){1,4}? officer\b|^chief executive\b|^chief (?:[\w&-]+ ){0,2}?scientist\b"
        r"|\b(?:e|s|a|f)?vp\b|\b(?<!to the )vice[- ]president\b|(?<!vice )(?<!vice-)\bpresident\b(?!['’]s)",
    ),
    (
        "director",
        r"\bdirectors?\b(?!['’]s| (?:of|for) first impressions)|\bhead of\b(?! school)|\bhead\b(?=[,:(-]| \()",
    ),
    (
        "manager",
        r"\bmanagers?\b(?!['’]s)|\bsupervisors?\b(?!['’]s)|\bmgr\b|(?<=\w )\bchief\b(?=$| ?[-,(|/])",
    ),
    (
        "lead",
        r"\bleads?\b(?![- ](?:gen\b|generat\w+|qualif\w+|research\w*|free|paint|abatement|inspector|"
        r"hazard|poisoning|acid|based|management|nurtur\w+|conversion|time|smelt\w*|mine))"
        r"|\b(?:team|shift|group|squad|section|crew|project|practice|technical|tech)[- ]?leader\b|"
        r"\bteamlead\b|\btechlead\b",
    ),
    (
        "principal",
        r"\bprincipal\b(?!['’]s| (?:investigator|secretary|(?:accounting|executive|financial|operating) officer))"
        r"(?<!school principal)(?<!assistant principal)(?<!vice principal)(?<!deputy principal)(?<!vice-principal)"
        r"|\bdistinguished\b|\b(?:engineering|technical|research) fellow\b",
    ),
    (
        "staff",
        rf"{_CIVIL}(?:\bstaff (?:or |/ ?)?{_FEW_WORDS}{_TECHNICAL_ROLE}\b|"
        rf"\b{_TECHNICAL_ROLE},? ?[-–(]? ?staff\b(?! [a-z]))"
        r"|\bstaff[- ]level\b|\bstaff (?:technical |data |software )?product manager\b",
    ),
    (
        "senior",
        r"\bsenior\b(?! (?:living|care|center|centre|citizens?|services?\b|housing|community|"
        r"communities|companions?|home|homes|adults?|health|high|school|move))"
        r"|\b(?:sr|snr)\b|\bsenior-level\b",
    ),
    (
        "mid",
        (
            r"\bmid(?:dle)?[- ](?:level|senior|career|weight)\b|\bmidweight\b|\bintermediate\b(?! (?:school|"
            r"care|algebra))|[(,/-] ?mid\b(?=$|[ ),/-])|^mid\b"
        ),
    ),
)
_LEVELS = tuple((level, late(pattern)) for level, pattern in _LEVEL_PATTERNS)
_ALTERNATIVES = late(
    r"\b(junior|jr|mid|mid[- ]level|intermediate|senior|sr|staff|lead|principal)\.?(?:[- ]level)?"
    r"\s*(?:/|\bor\b|\||,)\s*(?:junior|jr|mid|mid[- ]level|intermediate|senior|sr|staff|lead|principal)\b"
)
_FIRST_ALTERNATIVE: dict[str, Level] = {
    "junior": "entry",
    "jr": "entry",
    "senior": "senior",
    "sr": "senior",
    "staff": "staff",
    "lead": "lead",
    "principal": "principal",
}

_ROLE_NOUN = (
    r"(?:\w*(?:er|or|ist|yst|ian|ant|ent|ive|ect)s?|tech|clerk|aide|nurse|rn|associate|rep|sde|swe|sdet|sre|secretary|"
    r"development|engineering|software|hand|staff|dba)"
)
_NUMERAL = late(
    rf"\b{_ROLE_NOUN}\)?\s*[-,–(]?\s*(?:level |lvl )?(i{{1,3}}|iv|v|[1-5])\b(?!\s*[.:%+]?\d|\s*(?:shift|"
    rf"st\b|nd\b|rd\b|th\b|x\b)|[/-]\w{{2,}}|['’])"
)
_BY_NUMERAL: dict[str, Level] = {
    "i": "entry", "1": "entry", "ii": "mid", "2": "mid", "iii": "senior", "3": "senior",
    "iv": "senior", "4": "senior", "v": "staff", "5": "staff",
}  # fmt: skip

_HANDLED = late(
    r"senior|\bsr\b|staff|lead|principal|fellow|manager|supervisor|director|head of|\bvp\b|president|chief|"
    r"\bc[etfo]o\b|"
    r"\bsvp\b|intern|co.?op|placement|trainee|graduate|grad\b|junior|\bjr\b|entry|associate|mid|advanced|architect|"
    r"executive|student|\b(?:ii?i?|iv|l\d)$|[()]"
)
"""Title words of the guidelines that the patterns above treat with more care than a bare word could."""


def title_level(title: str, guidelines: Guidelines) -> Level | None:
    """Return the level that the words of a job title name, or None where they name none.

    >>> title_level("Staff Nurse", guidelines), title_level("Software Engineer II", guidelines)  # doctest: +SKIP
    (None, 'mid')
    """
    plain = _NOT_THE_ROLE.sub(" ", re.sub(r"[_\s]+", " ", title[:_LONGEST_TITLE]).lower().strip())
    plain = plain.replace("sr.", "sr ").replace("jr.", "jr ").replace("snr.", "snr ").replace("  ", " ")
    alternatives = _ALTERNATIVES.search(plain)
    if alternatives and not re.search(r"\b(?:manager|director|head of|supervisor)\b", plain):
        return _FIRST_ALTERNATIVE.get(alternatives.group(1), "mid")
    for level, pattern in _LEVELS:
        if pattern.search(plain):
            return level
    for level, pattern in _house_patterns(guidelines):
        if pattern.search(plain):
            return level
    numeral = _NUMERAL.search(plain)
    return _BY_NUMERAL[numeral.group(1)] if numeral else None


@made_once
def _house_patterns(guidelines: Guidelines) -> tuple[tuple[Level, re.Pattern[str]], ...]:
    """Return what an organisation's own title words add, highest rung first."""
    own = [
        (record.ladder, [re.escape(word.lower()) for word in record.title_words if not _HANDLED.search(word.lower())])
        for record in guidelines.levels.values()
    ]
    return tuple((level, late(rf"\b(?:{'|'.join(words)})\b")) for level, words in reversed(own) if words)


_LABEL = late(
    r"^\W*(?:job title|position title|title of position|position|job|role|title|vacancy|vacancy title|"
    r"post)\s*[:–-]\s*(.+)$",
    re.IGNORECASE,
)
_ROLE_WORD = late(
    r"\b(?:engineer|developer|manager|director|analyst|scientist|nurse|accountant|associate|specialist|coordinator|"
    r"assistant|officer|designer|architect|administrator|representative|executive|consultant|technician|lead|intern|"
    r"supervisor|clerk|driver|teacher|attorney|counsel|paralegal|recruiter|editor|writer|operator|mechanic|planner|"
    r"researcher|therapist|physician|chef|cook|cashier|agent|advisor|adviser|auditor|buyer|strategist|producer|"
    r"programmer|tester|worker|head|president|chief|fellow|professor|lecturer|instructor|trainer|librarian|secretary|"
    r"electrician|plumber|welder|carpenter|inspector|investigator|pharmacist|dentist|radiographer|receptionist|"
    r"controller|bookkeeper|estimator|surveyor|superintendent|underwriter|actuary|economist|statistician|chemist|"
    r"biologist|curator|archivist|registrar|host|server|barista|bartender|guard|paramedic|caregiver|tutor|coach)s?\b",
    re.IGNORECASE,
)
_ABOUT_ROLE = late(r"^about the (.+?) (?:role|position|job|opportunity|vacancy)$", re.IGNORECASE)
_LONGEST_TITLE_WORDS = 14


def find_title(document: Document, sections: Sequence[SectionSpan]) -> str:
    """Return the job title that the text itself states, or an empty string where that is unclear."""
    text = document.text
    header = next(
        (section for section in sections if section.kind == "title" and section.start == sections[0].start), None
    )
    labelled = _labelled_title(document)
    if labelled:
        return labelled
    if not document.blocks:
        return ""
    first = document.blocks[0]
    line = text[first.start : first.end].strip(" \t*_#:")
    if not line or "\n" in line or len(line.split()) > _LONGEST_TITLE_WORDS or line.endswith((".", "!", "?", ";")):
        return ""
    about = _ABOUT_ROLE.match(line)
    if about:
        return about.group(1)
    is_heading = first.kind == "heading" and first.level == 1
    if is_heading and header is not None:
        return line
    return line if header is not None and _ROLE_WORD.search(line) else ""


def _labelled_title(document: Document) -> str:
    """Return what stands after "Job title:" in one of the first lines."""
    for block in document.blocks[:12]:
        match = _LABEL.match(document.text[block.start : min(block.end, block.start + _LONGEST_TITLE)])
        if match and _ROLE_WORD.search(match.group(1)) and len(match.group(1).split()) <= _LONGEST_TITLE_WORDS:
            return match.group(1).strip(" *_.")
    return ""
