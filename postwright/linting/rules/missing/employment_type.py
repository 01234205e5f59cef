"""missing/employment-type: full-time or part-time, permanent or temporary, is not said.

What: looks for words on the kind of employment where they speak of the job: not in benefits ("for full-time staff"),
requirements ("contract law", "full-time study") or the equal-opportunity text. Shifts alone do not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from postwright.late_pattern import late
from postwright.linting.requirements import glued_at, unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix
from postwright.reading.sought import Sought

_CUES = (
    "full", "fulltime", "part", "parttime", "permanent", "temporary", "temp", "temps", "contract", "contractor",
    "fixed", "casual", "seasonal", "freelance", "freelancer", "intern", "interns", "internship", "internships",
    "apprentice", "apprenticeship", "diem", "prn", "zero", "fte", "w2", "w", "1099", "c2c", "corp", "exempt",
    "nonexempt", "hours", "hour", "hrs", "tenure", "postdoc", "postdoctoral", "fellowship", "residency", "secondment",
    "trainee", "traineeship", "interim", "maternity", "duration", "term", "status", "type", "types", "regular", "flsa",
    "monday", "mon", "tuesday", "wednesday", "thursday", "sunday", "f", "month", "months", "week", "cover",
)  # fmt: skip
"""Words of which every statement of the kind of employment has one."""
_NOT_THE_JOB = frozenset(("benefits", "equal_opportunity", "company", "requirements", "preferred", "process"))
"""Sections whose words speak of other people, or of what was done before."""


_NEVER_THE_JOB = ("benefits", "equal_opportunity")


@cache
def _sure() -> Sought:
    """Match what states the kind wherever it stands."""
    job = r"(?:role|position|job|post|vacancy|opportunity|appointment|assignment|employee|contract|basis|employment)"
    kind = (
        r"(?:full[- ]?time|part[- ]?time|permanent|temporary|temp|contract|fixed[- ]term|casual|seasonal|freelance|"
        r"interim|"
        r"per[- ]diem|prn|hourly|salaried|exempt|non-?exempt|zero[- ]hours?|term[- ]time|maternity cover)"
    )
    return Sought(
        rf"\b{kind}(?:[ ,/-]+(?:[a-z-]+ )?){{1,3}}{job}\b|\b(?:job|employment|position|contract|work|engagement) "
        rf"?(?:type|status|"
        rf"term|basis)s?\W{{1,4}}\w|\b(?:hiring|seeking|looking for|need|recruiting)(?: for)? an? {kind}\b|"
        rf"\b(?:this|position|role|job|post) is (?:an? |currently )?(?:[a-z]+ )?{kind}\b|\|\s*{kind}|{kind}\s*\||"
        rf"\b(?:status|type|term|terms|hours|schedule|basis|duration)\W{{1,4}}(?:[a-z]+,? )?{kind}\b|\({kind}\)|"
        r"\b\d{1,3}(?:\.\d{1,2})? ?(?:(?:-|to|–) ?\d{1,3})? ?\+? ?(?:hours?|hrs?|h) ?(?:a|per|each|/|every|in the|of "
        r"work per)? ?"
        r"(?:week|wk)\b|\bhours\W{1,6}\d{1,2}(?:\.\d{1,2})? ?(?:hours )?(?:a|per|each|/) ?(?:week|wk)\b|"
        r"\bhours per week\b|\bweekly hours\b|\b\d{2}[- ]hours? (?:work ?)?week\b|\b(?:1\.0|0\.\d{1,2}) "
        r"?fte\b|"
        r"\bfte\b|\bw-?2\b|\b1099\b|\bc2c\b|\bcorp[- ]to[- ]corp\b|\bcontract[- ]to[- ]hire\b|\bdirect hire\b|\bflsa\b|"
        r"\b(?:non-?)?exempt (?:position|status|role)\b|\btemp[- ]to[- ]\w+|\bterm of employment\b|\btenure[- "
        r"]track\b|\bpostdoc\w*|"
        r"\b(?:\d{1,2}|one|two|three|six|nine|twelve|eighteen)[- ](?:month|months|year|years) (?:fixed[- ]?term |"
        r"full[- ]?time |"
        r"part[- ]?time )?(?:contract|assignment|appointment|placement|position|internship|term|secondment)\b|"
        r"\b(?:contract|assignment|appointment|position|duration|term)[^.\n]{0,30} (?:of|for|:) (?:\d{1,2}|one|two|"
        r"three|six|nine|"
        r"twelve)\+? (?:months?|years?)\b|\bduration ?:|\bcontract length\b|\b(?:regular|limited[- ]term|limited "
        r"duration) "
        r"(?:full|part|employment|status|position|appointment|hire)|\bwork (?:full|part)[- ]?time\b|\b(?:full|part)[- "
        r"]time hours\b|"
        r"\b(?:mon|tues|wednes|thurs|sun)day (?:to|through|thru|-|–|until) (?:wednesday|thursday|friday|saturday|"
        r"sunday)\b|"
        r"\bmon ?- ?fri\b|\bterm ?: |\b(?:[2-6]|two|three|four|five|six)[- ]days?[- ](?:working )?week\b|"
        r"\b(?:[2-6]|two|three|four|five|six) (?:full |half )?(?:mornings|evenings|shifts|nights) (?:a|per|each|"
        r"every) week\b|"
        r"\bcover (?:for|of) (?:an? |the )?(?:\w+ )?(?:parental|maternity|paternity|adoption|sick\w*|career|study|"
        r"long-term)\b|"
        r"\b(?:parental|paternity|adoption|sickness) (?:leave )?cover\b"
    )


@cache
def _plain() -> re.Pattern[str]:
    """Match a word that tells the kind where the job is spoken of."""
    return late(
        r"\b(?:full[- ]?time|part[- ]?time|permanent(?! resid)|temporary|temps?|contract(?! (?:law|negotiat\w+|"
        r"manag\w+|"
        r"administrat\w+|review|terms|drafting|award\w*|vehicle|number|value|compliance|documents?|staff|employees|"
        r"workers|"
        r"renewal\w*|signing|and|with|bridge|manufactur\w+|"
        r"research)s?\b)(?!\W{0,3}:)(?<!to contract)(?<!signed contract)(?<!the "
        r"contract)|"
        r"contractor|fixed[- ]term|casual(?! (?:dress|environment|atmosphere|attire|office|work|dining|fridays?))|"
        r"seasonal|"
        r"freelancer?|internships?|interns?|apprentice(?:ship)?|per[- ]diem|prn|zero[- ]hours?|"
        r"secondment|trainee(?:ship)?|maternity (?:leave )?cover|fellowship|residency|interim|f/t|p/t)\b"
    )


def check(context: Context) -> Iterable[Finding]:
    """Remark where no word of the text or its title says what kind of employment it is."""
    if _is_said(context):
        return
    yield Finding(
        rule="",
        severity="notice",
        start=None,
        end=None,
        message="The posting does not say whether the job is full-time or part-time, permanent or temporary.",
        why="",
        source="",
        fixes=(Fix("Add the kind of employment and the hours", "hint"),),
        field="employment_type",
    )


def _is_said(context: Context) -> bool:
    title = context.reading.title.lower()
    if _plain().search(title) or _sure().pattern.search(title):
        return True
    words, folded = context.document.words, context.document.folded
    for word in _CUES:
        for at in words.get(word, ()):
            section = context.reading.section_at(at)
            plain = _plain().match(folded, at)
            if plain and not _OF_OTHERS.match(folded, plain.end()):
                elsewhere = _NEVER_THE_JOB if word in ("full", "part", "fulltime", "parttime") else _NOT_THE_JOB
                if section not in elsewhere:
                    return True
            if word in ("full", "part") and section != "equal_opportunity" and _open_posts().match(folded, at):
                return True
            if section == "process" and word in ("monday", "mon"):
                continue  # when interviews are
            sure = _sure().search(context.document, max(0, at - _NEAR), at + _NEAR)
            if sure and (section not in _NEVER_THE_JOB or sure[0].startswith(("job", "employ", "type", "this is"))):
                return True
    return bool(glued_at(context)) and _GLUED_LABEL.search(unglued(context)) is not None


_GLUED_LABEL = late(
    r"\b(?:role|type|contract|status|job|employment|hours|basis)\W{1,4}(?:permanent|full[- ]?time|part[- ]?time|"
    r"temporary|fixed[- ]term|contract)\b"
)
"""A field with its value where words lost the space behind them: "LeedsRole: PermanentApply now"."""


@cache
def _open_posts() -> re.Pattern[str]:
    """Match posts that are open, whatever else the section is on: "full and part time positions available"."""
    return late(
        r"(?:full|part)(?:[- ]?time)?(?:,? ?(?:and|or|/|&) ?(?:full|part)[- ]?time| time|-time) (?:positions?|roles?|"
        r"jobs?|posts?|vacanc(?:y|ies)|openings?|work|hours)(?: (?:are |is )?(?:available|open|offered))\b"
    )


_OF_OTHERS = late(
    r"s?[ -]+(?:staff|employees|people|workers|team members|colleagues|study|students?|education|experience|"
    r"equivalent|members|"
    r"nurses|studies|enrol\w*|faculty|law|degree|mba)\b"
)
_NEAR = 60
"""Characters on either side of a word in which it is looked for what it states."""


RULE = Rule(
    id="missing/employment-type",
    severity="notice",
    summary="The kind of employment is not said",
    why="Whether a job is full-time decides for many whether they can apply at all; job sites ask for it as a field.",
    source="schema.org JobPosting, employmentType; a house rule",
    check=check,
    fires=(
        Example(text="Potter for our workshop. You will throw and glaze."),
        Example(text="Potter. You will throw and glaze.\n\nRequirements:\n- Knowledge of contract law\n- Two years"),
        Example(
            text="Potter. You will throw and glaze in evening shifts.\n\nBenefits:\n- Insurance for full-time staff\n"
            "- A wheel of your own\n"
        ),
    ),
    silent=(
        Example(text="Potter for our workshop, full-time."),
        Example(text="Potter for our workshop, 20 hours a week."),
        Example(text="You will throw and glaze.", title="Pottery intern"),
        Example(text="Potter. Six-month contract with our workshop."),
        Example(text="Potter. Job type: Full-time. You will throw and glaze."),
        Example(text="Potter. You work Monday to Friday."),
        Example(text="Potter. You will throw and glaze. Place: LeedsRole: PermanentPotts and Sons is a pottery."),
        Example(text="Potter.\n\nBenefits:\n- A wheel of your own\n- Full and part time positions available"),
    ),
)
