"""Folded text -> the words that name a degree, each with its level: "bachelor's", "law degree", "degree in Music".

A cheap search for letter groups finds the places; only there are the patterns of that letter group tried, within a
window, so that a text without such words costs nothing and a hostile one stays linear.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from postwright.late_pattern import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postwright.model.words import DegreeLevel

BACK, AHEAD = 60, 90
"""Characters before and after a letter group that its patterns may look at."""


class Naming(NamedTuple):
    """Words that name a degree."""

    level: DegreeLevel
    start: int
    end: int


_FOUR_YEARS = r"(?:undergraduate |college |university |accredited |technical |or |/ ?)*"
_SCHOOL_TOO = r"(?:u\.?s\.? |standard |a |an |the )*"
_HEALTH = (
    r"(?:mental health|social work|nursing|clinical|medical|midwifery|occupational therapy|physiotherapy|therapy|"
    r"psychology|health(?: ?care)?|health (?:and|or) social care|dental|pharmacy|veterinary|legal|law)"
)
_PROFESSION = r"(?:nursing|medicine|dentistry|pharmacy|veterinary|law|jurisprudence)"

_HIGH_SCHOOL = (
    r"\b(?:complet\w+|graduat\w+|finish\w+|equivalent|diploma) (?:of|from|in|to)? ?"
    + _SCHOOL_TOO
    + r"(?:high|secondary)[- ]?school\b(?! (?:student|teacher|algebra))"
    r"|(?<!post-)(?<!post )\b(?:high|secondary)[- ]?school(?: level)?,? (?:diploma|degree|graduat\w+|education|"
    r"certificat\w+|completion|(?:or|and/or) (?:an? |its |satisfactory |the |state |some )*(?:equivalen\w+|ged\b|"
    r"g\.e\.d|"
    r"higher|above)|equivalen\w+|required|preferred)"
    r"|\bhigh[- ]?school(?= ?(?:[/(,] ?|or )(?:or )?(?:ged|g\.e\.d|equivalen|diploma|required|preferred))"
    r"|\bhigh[- ]?school\b(?= *(?:$|\.$))"
)
_BACHELOR_STUDENT = (
    r"\b(?:enroll?ed|current\w*|rising|pursuing|registered|final[- ]year|penultimate|recent)\b[^.;]{0,40}"
    r"\bundergrad(?:uate)?\b(?: or graduate)?(?: \w+)? (?:student|senior|junior|program\w*)"
)
_MASTER = (
    r"\bmaster s(?= (?:degree|or|and|in) )|(?<!scrum )(?<!web )(?<!the )\bmaster(?:'s|s'|s|`s)(?!\w)(?! (?:the|new|"
    r"programs?\b(?! in)))"
    r"|(?<!scrum )(?<!web )\bmaster(?= (?:degree|of (?:science|arts|business|public|engineering|social|education|"
    r"library|fine|health|laws?|technology|computer|commerce)|level|in \w|or (?:ph|doct|bach|higher|mba|above)|and ph|"
    r"preferred|required|qualification|student)|(?: ?/|\)|,? ?\()|,? ph\.?d|, (?:mba|doct))"
)
_GRADUATE_DEGREE = (
    r"\b(?:post-? ?)?graduate(?:[- ]level)?(?:/professional| or (?:professional|higher|advanced))? "
    r"(?:degree|qualification|diploma|education|level degree)\b|\badvanced (?:\w+,? ){0,2}?(?:university )?degree\b"
    r"|\bpost-? ?graduate\b(?! (?:stud|superv|course|train|certif|research|program|year|educat|diploma in educ))"
)
_DOCTOR = (
    r"\bph\.? ?d\b\.?(?:'?s)?|\bph\.d\.?(?:'?s)?(?=in\b|\b)|\bdoctora(?:te|l)\b|\bd\.?phil\b|\bdoctor of "
    r"philosophy|\bdoctor'?s'? degree"
)
_DOCTOR_OF = r"\bdoctor of (?:medicine|pharmacy|veterinary|law|dental|osteopath|optometry|jurisprudence)"
_SCHOOL_OF = (
    r"\b(?:graduat(?:e|es|ion|ed)|complet\w+) (?:of |from )?(?:an? |the )?(?:\w+[,-]? ){0,3}?(?:(?:school|program|"
    r"college) "
    r"(?:of|in|for) (?:professional |practical |registered |vocational )?(?:nursing|medicine|law\b)|"
    r"nurs(?:e|ing) (?:education )?(?:program|school|college)|(?:medical|law|dental|pharmacy|nursing) school)"
    r"|\b(?:accredited|approved|recognised|recognized) (?:registered |professional )?nurs(?:e|ing) (?:program|school|"
    r"education)"
    r"|\b(?:medical|law) (?:school )?graduate"
)
_PROFESSIONAL_DEGREE = (
    rf"\b(?:law|medical|nursing|medicine|dental|dentistry|veterinary|pharmacy)(?: \(\w+\))? (?:degree|diploma)\b"
    rf"|\b(?:degree|diploma|qualification)s? in {_PROFESSION}\b(?!, (?:public )?(?:health|social))"
)
_QUALIFICATION = (
    rf"\bprofessional (?:\w+ ){{0,2}}?{_HEALTH} (?:or \w+ )?qualification|\b{_HEALTH},? (?:or [\w ]{{1,20}}? )?"
    rf"(?:professional |degree )?qualification|\bprofessional qualification in (?:\w+ )?{_HEALTH}"
)
_ASSOCIATE = (
    r"\bassociate'?s?'?(?:'s)? (?:level )?degree|\bassociates? of (?:arts|science|applied)|\bassociate's(?!\w)"
    r"|\bassociate(?:s|'s)?(?= ?(?:/|or|, ?or|,) (?:an? )?bachelor|/bachelor)|\bassociates? in (?:arts|science|"
    r"applied|nursing)"
    r"|\bassociate(?= \((?:required|preferred)\))|\bassociates(?= (?:required|preferred|degree))"
)
_TWO_YEARS = (
    r"\b(?:two|2)[- ]years? (?:college |technical |university |vocational |or )*(?:degree|college|program|diploma)"
)
_BELOW_BACHELOR = (
    r"\b(?:technical (?:institute|college|school)|foundation) degree|\bhn[dc]\b|\bhigher national diploma\b"
)
_NO_MEASURE = (
    r"(?<!\bhigh )(?<!higher )(?<!highest )(?<!some )(?<!certain )(?<!great )(?<!greater )(?<!greatest )(?<!large )"
    r"(?<!full )(?<!significant )(?<!exceptional )(?<!varying )(?<!strong )(?<!considerable )(?<!reasonable )(?<!good )"
    r"(?<!\d[- ])(?<!\d)(?<!no )(?<!what )(?<!this )(?<!to that )(?<!utmost )(?<!of the )"
)
_DEGREE = (
    rf"{_NO_MEASURE}\bdegree\b(?!'s)(?! of (?!science|arts|engineering|business|bachelor|master|doctor))"
    r"(?! (?:celsius|fahrenheit|c\b|f\b|feedback|view|angle|days?\b|heat|programs? (?:and|are|at|that)))"
    r"|(?<=[a-z] )\bdegrees(?= (?:in|from) )(?<!advanced degrees)"
)
_GRADUATE_OF = (
    r"\bgraduates? (?:of|from|in) (?:an? |the )?(?:\w+ )?(?:university|college|institution|[a-z]+ (?:science|"
    r"engineering|"
    r"field)|statistics|mathematics|computer|engineering|business)"
    r"|\bgraduat(?:ed|ion) from (?:an? )?(?:\w+ ){0,2}(?:college|university)\b"
    r"|\bgraduates? (?:of|in) any (?:discipline|subject|field|stream)\b|\buniversity[- ]educated\b"
    r"|\bmust be (?:an? )?(?:university |college )?graduates?\b(?! (?:of|from) (?:an? |the )?(?:[\w-]+ )?(?:high|"
    r"secondary|program|academy|course|apprentic))"
    r"|\b(?:university|tertiary) (?:\w+ )?(?:education|qualifications?|graduate|level education)\b|\btertiary qualified"
    r"|\bhigher (?:\w+ )?education\b(?= (?:in|is|required|degree|diploma|preferred|or\b)|[,;.)]|$)(?! or research)"
)
_COLLEGE_GRADUATE = (
    r"\bcollege (?:or university )?graduates?\b(?= (?:with|in|or|preferred|required|from)|[,.;)]|$)(?! requirements)"
    r"|\bany graduate\b|\bgraduates only\b|\bgraduate \(any (?:discipline|subject|stream|field)|"
    r"(?<=education: )[\w/&, ]{2,40}? graduate\b|(?<=qualification: )[\w/&, ]{2,40}? graduate\b"
)

_BY_LETTERS: tuple[tuple[tuple[str, ...], DegreeLevel, str], ...] = (
    (("school",), "high_school", _HIGH_SCHOOL),
    (("secondary",), "high_school", r"(?<!post-)(?<!post )\bsecondary (?:education\b|diploma|level education)"),
    (("g.e.d",), "high_school", r"\bg\.e\.d\b"),
    (("diploma",), "high_school", r"\b(?:hs|h\.s\.|general education(?:al)?) diploma"),
    (("gcse", "levels"), "high_school",
     r"\bgcses?\b(?= (?:grade|in|or|maths|including|passes|level|english))|\ba[- ]levels\b"),
    ((" grade",), "high_school", r"\b(?:12th|twelfth) grade\b"),
    (("associate",), "associate", _ASSOCIATE),
    (("college", "universit", "degree", "diploma"), "associate", _TWO_YEARS),
    (("degree", "hnd", "hnc", "diploma"),
     "associate", _BELOW_BACHELOR),
    (("bachel", "b achel", "baccal"), "bachelor", r"\bbachelor(?:s'|'s|'`s|''s|s|`s|')?(?:[- ]level)?(?!\w)"
     r"|\bbachel[eo]rs?\b(?: s\b)?|\bb achelor'?s?\b|\bbaccalaureate\b"),
    (("college", "universit", "degree"), "bachelor",
     rf"\b(?:four|4)[- ]?years?,? {_FOUR_YEARS}(?:degree|college|university|program|ba\b|bs\b)|"
     r"(?:degree|college|university) \(?(?:four|4)[- ]years?"),
    (("grad",), "bachelor",
     rf"\bundergrad(?:uate)?(?:[- ]level)?,? (?:(?:or|and) (?:post)?graduate )?(?:[\w/&]+,? ){{0,4}}?(?:degree|"
     rf"qualification)\b|"
     rf"{_BACHELOR_STUDENT}"),
    (("degree",), "bachelor",
     r"\b(?:honou?rs|first|first[- ]class|second[- ]class|(?:2[:.][12]|2\.ii?)(?: \(?hons\)?| honou?rs)?) degree\b"),
    (("grad",), "bachelor", _COLLEGE_GRADUATE),
    (("master",), "master", _MASTER),
    (("grad", "degree"), "master", _GRADUATE_DEGREE),
    (("phd", "ph.", "ph d", "dphil", "doctor"), "doctorate", _DOCTOR),
    (("doctor",), "professional", _DOCTOR_OF),
    (("degree", "diploma", "qualification"), "professional", _PROFESSIONAL_DEGREE),
    (("juris", "doctor"), "professional",
     r"\bjuris doctor(?:ate)?|\bmedical doctor\b"),
    (("nurs", "medic", "law"), "professional", _SCHOOL_OF),
    (("qualification",), "professional", _QUALIFICATION),
    (("legal ed", "medic"), "professional",
     r"\b(?:higher )?(?:legal|medical) education\b(?=,? (?:is|in|or|from|and|with|degree|required|preferred|"
     r"diploma)\b|[,.;]| *$)"),
    (("degree",), "unspecified", _DEGREE),
    (("diploma",), "unspecified",
     r"\b(?:college|vocational|trade school|post-?secondary|polytechnic|university|engineering|technical) diploma\b|"
     r"\bdiploma in\b"),
    (("grad", "universit", "tertiary", "higher "), "unspecified", _GRADUATE_OF),
)  # fmt: skip

_PATTERNS_OF: dict[str, tuple[int, ...]] = {}
for _number, (_groups, _level, _pattern) in enumerate(_BY_LETTERS):
    for _group in _groups:
        _PATTERNS_OF[_group] = (*_PATTERNS_OF.get(_group, ()), _number)


@cache
def _compiled(number: int) -> re.Pattern[str]:
    """Return a pattern, compiled when the first text needs it: most texts need few of them."""
    return late(_BY_LETTERS[number][2])


def letter_groups(folded: str, most: int) -> Iterator[tuple[int, str]]:
    """Yield where each letter group stands that a degree word can hold, at most `most` times each, out of order."""
    for group in _PATTERNS_OF:
        at = folded.find(group)
        left = most
        while at >= 0 and left:
            yield at, group
            left -= 1
            at = folded.find(group, at + len(group))


def namings_at(text: str, folded: str, at: int, group: str, start: int, end: int) -> Iterator[Naming]:
    """Yield the words around a letter group, within folded[start:end], that name a degree."""
    least, most = max(start, at - BACK), min(end, at + AHEAD)
    if at > start and text[at].isupper() and text[at - 1].islower():  # a lost line break: "skillsDegree in"
        least = at
    window = folded[least:most]
    for number in _PATTERNS_OF[group]:
        for match in _compiled(number).finditer(window):
            if match.start() > at - least + len(group):
                break
            if match.end() >= at - least:
                yield Naming(_BY_LETTERS[number][1], least + match.start(), least + match.end())
