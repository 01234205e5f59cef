"""missing/ai-use: nothing about the use of artificial intelligence in hiring, where the law of a place asks for a word.

What: some laws ask that the posting itself says so where software screens, assesses or selects applicants. Whether it
does is not in the text; the organisation's profile can say it. Unknown stays a notice, and "we use none" is silence.
Why: applicants have a right to know who judges them. Instead: one sentence, put in with the fix.
"""

from __future__ import annotations

from collections.abc import Iterable

from postwright.late_pattern import late
from postwright.linting.requirements import unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._additions import appended
from postwright.linting.rules.missing._duties import asking, law_finding
from postwright.model.finding import Finding

_MACHINE = (
    r"(?:artificial intelligence|a\.?i\.?|ai[- ](?:\w+ )?(?:tools?|systems?|software|technology|assisted|powered|based|"
    r"driven|enabled|supported)|machine learning|automated (?:\w+ ){0,3}(?:tools?|systems?|decisions?|"
    r"decision[- ]making|"
    r"screening|processing|assessment)|algorithms?|automated means)"
)
_HIRING = (
    r"(?:screen\w*|sort\w*|shortlist\w*|short-list\w*|assess(?!ment tools for)\w*|select(?:ion|ing|s)?(?: process)?|"
    r"rank\w*|"
    r"evaluat\w*|"
    r"review\w*|filter\w*|match\w*|hiring|hire|recruit\w*|applications?|applicants?|candidates?|resum[eé]s?|résumés?|"
    r"cvs?|"
    r"interview\w*)"
)
_PEOPLE = late(
    r"\b(?:applications?|applicants?|candidates?|resum[eé]s?|résumés?|cvs?|hiring|recruitment|recruiting|interviews?|"
    r"who(?:m)? (?:we|to) (?:hire|employ|invite|choose)|selection|shortlist\w*|application process|"
    r"screening process|your application|you apply)\b"
)
_BOTH = late(rf"\b{_MACHINE}\b[^.\n]{{0,140}}\b{_HIRING}\b|\b{_HIRING}\b[^.\n]{{0,140}}\b{_MACHINE}\b")
_WORK = late(r"\b(?:you will|you'll|experience|knowledge|build|develop|design|implement|engineer\w*|our product\w*)\b")
_SENTENCE = "We use artificial intelligence to screen, assess or select applicants."


def check(context: Context) -> Iterable[Finding]:
    """Remark where a law asks for a word on the use of AI and the text has none."""
    laws = asking(context, lambda duties: duties.ai_use_disclosure is True)
    if not laws.all:
        return
    used = context.organisation.ai_in_hiring if context.organisation else None
    if used is False or _says(unglued(context)):
        return
    if used:
        message = "{laws} {ask} that the posting says that AI screens, assesses or selects applicants; yours does so."
    else:
        message = (
            "{laws} {ask} that the posting says so where AI screens, assesses or selects applicants; this one says "
            "nothing. Nothing is needed if you use none: the organisation's profile can say so."
        )
    yield law_finding(
        context,
        laws,
        message=message,
        fixes=(appended(context, _SENTENCE, label="Add that AI is used, if it is"),),
        ceiling="error" if used else "notice",
    )


def _says(text: str) -> bool:
    """Say whether a sentence speaks of machines that judge applicants, and not of the work itself."""
    for match in _BOTH.finditer(text):
        begin = max(text.rfind(mark, 0, match.start()) for mark in (".", "\n", "!", ":"))
        if _PEOPLE.search(match[0]) and not _WORK.search(text, max(begin + 1, match.start() - 60), match.end()):
            return True
    return False


_ONTARIO = {"headcount": [{"place": "CA-ON", "employees": 60}]}

RULE = Rule(
    id="missing/ai-use",
    severity="error",
    summary="Nothing about the use of AI in hiring where the law of a place asks for a word",
    why="Applicants have a right to know whether software judges them, and some laws put that into the posting.",
    source="guidelines/jurisdictions.yaml: duties on AI use by place, with statutes",
    check=check,
    fires=(
        Example(text="Shift planner for our depot. CAD 58,000 to 66,000 a year.", places=("CA-ON",)),
        Example(
            text="Shift planner for our depot. You will build AI systems that review applications for loans.",
            places=("CA-ON",),
            organisation={**_ONTARIO, "ai_in_hiring": True},
        ),
    ),
    silent=(
        Example(text="Shift planner. We use artificial intelligence to screen applications.", places=("CA-ON",)),
        Example(text="Shift planner. No AI is used to select candidates.", places=("CA-ON",)),
        Example(text="Shift planner. CAD 58,000 to 66,000 a year.", places=("US-CO",)),
        Example(
            text="Shift planner. CAD 58,000 to 66,000 a year.",
            places=("CA-ON",),
            organisation={**_ONTARIO, "ai_in_hiring": False},
        ),
    ),
    known_problems="Whether AI is used is not in the text; unless the organisation's profile says so it is a notice.",
)
