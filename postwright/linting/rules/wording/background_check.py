"""wording/background-check: the posting speaks of a check of criminal records where the law forbids that.

What: in New York City any mention of such a check, in unincorporated Los Angeles County that one "must pass" it. Jobs
for which a law demands the check are left alone where the text says so. Why: people with a record stay away from a job
that they could do. Instead: leave it out; a check may follow the offer.
"""

from __future__ import annotations

from collections.abc import Iterable

from postwright.late_pattern import late
from postwright.linting.binding import advertising, reach
from postwright.linting.conditions import sentence_around
from postwright.linting.law_words import cited, explained
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

_LOOK = r"(?:check|screen|search|review|investigat|clearance|verification|vetting|inquir|look-?up)\w*"
_CHECK = (
    rf"(?:(?:criminal|conviction|arrest|court|police)[- ])(?:background|records?|history) (?:and \w+ )?{_LOOK}|"
    rf"(?:employment )?background(?:(?:,|/| and| or|,? \w+,? (?:and|or)) ?\w+)? {_LOOK}|"
    r"(?:criminal|convictions?|arrests?|police|fbi|state police|sheriff['’]?s?) (?:check|screen|search|clearance|"
    r"vetting|inquir|enquir|look-?up|report)\w*|(?:national|state|county|federal|multi-state|nationwide) criminal \w+|"
    r"(?:felon(?:y|ies)|misdemeanou?rs?|rap[- ]sheets?|court records?|offen[cs]es?|offenders?|prison|jail|"
    r"sex[- ]offender)(?:(?:,|/| and| or) (?:an? )?(?:felon(?:y|ies)|misdemeanou?rs?|arrests?|convictions?|records?))? "
    rf"(?:records? |history |registry )?{_LOOK}|"
    rf"vetting(?: (?:by|with|through|check|process))|records? checks? (?:with|by|through)|"
    r"(?<!licen[cs]e )(?<!driving )(?<!vehicle )(?<!motor )(?<!credit )(?<!medical )(?<!browser )"
    r"(?:records?|history) (?:and \w+ )?(?:check|screen|investigat|clearance)\w*"
)
_RECORD = (
    r"(?:(?:criminal|conviction|arrest|police|court) (?:history|histories|records?|past|background)|rap[- ]sheets?|"
    r"(?:past |prior |previous |any )?(?:convictions|arrests|felonies|misdemeanou?rs|offen[cs]es|charges))"
)
_ANY = late(
    rf"\b(?:(?:must|will|need to|required to|able to|have to|successfully) )*(?:pass(?:ing)?|complet(?:e|ing|ion of)|"
    rf"undergo|clear|submit to|subject to|contingent (?:up)?on|pending|get through|run|conduct)? ?(?:of )?"
    rf"(?:the |an? |our |your )?(?:successful(?:ly)? |satisfactory |pre-employment |full |thorough |clean )*"
    rf"(?:{_CHECK}|(?:consumer|background) reports?|"
    r"(?<!device )(?<!browser )(?<!digital )(?<!audio )fingerprint\w*)\b|"
    rf"\b{_RECORD} (?:will be|may be|can be|is|are|be|being|gets?) (?:\w+ )?"
    r"(?:check|review|search|look|consider|verif|screen|examin|assess|inspect|weigh|evaluat|taken into|asked|requested|"
    r"reported|disclosed|part of)\w*|"
    r"\b(?:ever|previously) (?:been )?(?:\w+ )?(?:arrested|convicted|charged|incarcerated|imprisoned|found guilty|"
    r"in (?:jail|prison))\b|"
    r"\b(?:disclose|declare|list|report|reveal|state|describe|explain|tell us (?:about|of)) (?:any |all |your |past |"
    r"prior |previous |criminal |pending )*(?:convictions?|arrests?|felon(?:y|ies)|misdemeanou?rs?|criminal \w+|"
    r"charges|offen[cs]es)\b|"
    r"\b(?:run|runs|order|orders|pass|perform|performs|conduct|undergo|complete|do|does|an?|the|your) (?:\w+ )?cbcs?\b|"
    r"\b(?:contact|call|ask|consult|write to|check with) (?:the )?(?:police|courts?|law enforcement|fbi|sheriff\w*) "
    r"(?:about|for|on|regarding|to (?:see|check|find|verify))\b|"
    r"\b(?:clean|clear|spotless|blank) (?:criminal |police )?(?:background|record)(?= ?(?:[.;,)]|$|is\b|required|"
    r"needed|a must))|"
    r"\b(?:records?|history|past) with (?:the )?(?:courts?|police|law)\b|\bcheck(?:s|ed)? with the police\b|"
    r"\bpolice (?:reports?|certificates?|clearances?|disclosures?)(?= ?(?:[.;,)]|$|is\b|with|from|of|required|at|"
    r"before))|"
    r"\b(?:check(?:s|ed|ing)?|verif\w+|search(?:es|ed|ing)?|review(?:s|ed|ing)?|vet(?:s|ted|ting)?|screen(?:s|ed|"
    r"ing)?|pull|obtain|"
    r"request)\b[^.;:]{0,30}\b(?:criminal|court|arrest|conviction|police) (?:records?|history|histories|files?)\b|"
    r"\b(?:check|verif(?:y|ies)|make sure|confirm)\b[^.;:]{0,30}\b(?:have|has|with) no (?:arrests?|convictions?|"
    r"criminal \w+|"
    r"felon(?:y|ies)|record)\b|"
    r"\b(?:check|search|review|screening|investigation) of (?:your |the |all |any |public )*(?:criminal|conviction|"
    r"arrest|court|police) \w+|"
    r"\b(?:vet(?:ted|s|ting)?|screen(?:ed|s|ing)?|check(?:ed|s|ing)?|search(?:ed|es|ing)?) "
    r"(?:\w+ ){0,3}?(?:for|against) "
    r"(?:\w+ ){0,3}?(?:offen[cs]es?|convictions?|crimes?|arrests?|criminal \w+|felon(?:y|ies)|police records?)\b|"
    r"\b(?:look(?:s|ing)?|digs?|digging|inquir(?:e|es)|check(?:s|ing)?) (?:in)?to (?:your |the applicant['’]s |their )?"
    r"(?:\w+ )?(?:criminal (?:past|history|record)|convictions?|arrests?|police record|past offen[cs]es)\b|"
    r"\b(?:check|review|examine|verify|pull|obtain)(?:s|ing)? your (?:criminal|police|conviction|arrest|court) "
    r"(?:past|history|records?|background)\b"
)
_MUST_PASS = late(
    rf"\b(?:(?:must|will|need to|needs to|have to|has to|required to|expected to|able to|ability to|subject to|"
    rf"contingent (?:up)?on|successfully) )*"
    rf"(?:pass(?:es|ed|ing)?|clear(?:s|ed|ing)?|get(?:ting)? through|com(?:e|ing) through|surviv(?:e|es|ing)|"
    rf"satisf(?:y|ies|ying)) (?:of )?(?:an? |our |the |your |all )?(?:\w+[,/]? (?:and )?){{0,2}}?(?:{_CHECK})|"
    rf"\b(?:clean|clear|spotless|satisfactory|favou?rable|flawless|unblemished) (?:\w+ )?(?:{_CHECK})|"
    rf"\b(?:{_CHECK}) (?:\w+ ){{0,3}}?(?:come[s]? back|be|is|with) (?:clean|clear|spotless|no findings|nothing)\b"
)
_PATTERNS = {"US-NYC-FCA": _ANY, "US-LAC-FCO": _MUST_PASS}
_BY_LAW = late(
    r"\b(?:required by (?:law|statute|regulation|the (?:state|city|federal))|as (?:the )?law requires|child\w*|minors|"
    r"students|schools?|vulnerable|patients|security clearance|public trust|law enforcement|peace officer|finra|fdic|"
    r"mandated|article|section \d|fair chance|"
    r"(?:conditional|contingent|job|employment|formal|written|firm|initial|final|an|any|your|the|after|upon|following|"
    r"post|of) offers?|offers? (?:of|has|is|letter)|federal|government|"
    r"police (?:officers?|departments?|force|service|stations?|academy)|state and national|"
    r"qualified appli(?:cants|cations) with|will be considered for|following (?:an?|"
    r"the) (?:conditional )?"
    r"offer|conditional offer|post-offer|candidates'? background|educational background)\b"
)
_FEDERAL = late(r"\busajobs\b|\bcitizens or nationals\b|\bgs-?\d\d?\b|\bcompetitive service\b")
"""Words of postings of federal agencies, which no law of a city binds."""
_WORDS = (
    "background",
    "criminal",
    "convict",
    "offen",
    "fingerprint",
    "consumer report",
    "arrest",
    "police",
    "record check",
    "court record",
    "record with",
    "vetting",
    "felon",
    "misdemean",
    "rap sheet",
    "rap-sheet",
    "cbc",
    "records check",
    "incarcerat",
    "law enforcement",
)
"""A posting with none of these speaks of no check."""
_AROUND = 140
"""Characters on either side in which a law is named that demands the check, or the offer that comes first."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on the first mention of a check that a law of the place forbids in postings."""
    folded = context.document.folded
    if not reach(context).known or not any(word in folded for word in _WORDS):
        return
    laws = [law for law in advertising(context) if law.jurisdiction.id in _PATTERNS and law.standing != "does not bind"]
    if not laws or _FEDERAL.search(folded):
        return
    for law in laws:
        pattern = _PATTERNS[law.jurisdiction.id]
        for found in pattern.finditer(folded):
            if not _is_of_the_applicant(context, found.start(), found.end()):
                continue
            if _BY_LAW.search(folded, max(0, found.start() - _AROUND), found.end() + _AROUND):
                continue
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Finding(
                rule="",
                severity="warning" if law.standing == "binds" else "notice",
                start=start,
                end=found.end(),
                message=f"{law.jurisdiction.name} forbids a posting to speak so of a check of criminal records.",
                why="",
                source=cited(context, [law]),
                arithmetic=explained([law]),
                fixes=(Fix("Leave it out; a check may follow a conditional offer", "hint"),),
            )
            return


def _is_of_the_applicant(context: Context, start: int, end: int) -> bool:
    """Say whether the check is the applicant's: elsewhere the job is to check others, or the employer sells checks."""
    section = context.reading.section_at(start)
    if section == "company":
        return _OF_APPLICANTS.search(context.document.folded, *sentence_around(context, start, end)) is not None
    return section != "responsibilities"


_OF_APPLICANTS = late(
    r"\b(?:you|your|must|applicants?|candidates?|employees|required|needed|necessary|mandatory|contingent|subject to|"
    r"finalists?|hires|hiring|before (?:interview|hir|start)|every|everyone|everybody|all (?:staff|new|final))\b"
)
"""Words of a sentence about the employer that speaks of those who apply."""


RULE = Rule(
    id="wording/background-check",
    severity="warning",
    summary="A check of criminal records is mentioned where the law forbids it in postings",
    why="People with a record stay away from a job that they could do; the check may follow the offer.",
    source="guidelines/advertising.yaml: fair-chance laws of New York City and Los Angeles County",
    check=check,
    fires=(
        Example(text="Ticket seller.\nBackground check required.", places=("US-NY-NYC",), quote="Background check"),
        Example(
            text="Ticket seller.\nYou must pass a background check.",
            places=("US-CA-LAC",),
            quote="must pass a background check",
        ),
        Example(
            text="Ticket seller.\nA clean background check is a condition.",
            places=("US-CA-LAC",),
            quote="clean background check",
        ),
        Example(
            text="Ticket seller.\nYour arrest record will be reviewed.",
            places=("US-NY-NYC",),
            quote="arrest record will be reviewed",
        ),
        Example(
            text="Ticket seller.\nWe check court records of all applicants.",
            places=("US-NY-NYC",),
            quote="check court records",
        ),
        Example(text="Ticket seller.\nA clean background is a must.", places=("US-NY-NYC",), quote="clean background"),
        Example(text="Ticket seller.\nHave you ever been arrested?", places=("US-NY-NYC",), quote="ever been arrested"),
        Example(
            text="Ticket seller.\nWe offer a pension.\nA felony search is made of everyone.",
            places=("US-NY-NYC",),
            quote="A felony search",
        ),
        Example(
            text="About us\n\nWe run three cinemas. All candidates must pass a background check.",
            places=("US-NY-NYC",),
            quote="must pass a background check",
        ),
    ),
    silent=(
        Example(text="Ticket seller.\nBackground check required.", places=("US-CA-LAC",)),
        Example(text="Ticket seller.\nBackground check required.", places=("US-TX",)),
        Example(text="Ticket seller.\nBackground check required."),
        Example(text="Developer.\nRequirements:\n- You know device fingerprinting", places=("US-NY-NYC",)),
        Example(text="Driver.\nRequirements:\n- A license record check each year", places=("US-NY-NYC",)),
        Example(text="About us\n\nWe sell background screening to landlords.", places=("US-NY-NYC",)),
        Example(text="Nanny.\nA background check is required by law for work with children.", places=("US-NY-NYC",)),
        Example(text="Archivist.\nTasks:\n- You review court records of the county", places=("US-NY-NYC",)),
        Example(text="Usher.\nAfter a conditional offer we run a criminal records check.", places=("US-NY-NYC",)),
        Example(text="Analyst.\nYou have a background in statistics and check figures.", places=("US-NY-NYC",)),
    ),
    known_problems="Whether a law demands the check for the job is only known where the text says so.",
)
