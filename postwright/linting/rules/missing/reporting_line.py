"""missing/reporting-line: not said to whom the role reports.

What: looks for words such as "reports to", "you work for the head of" or "under the supervision of". Why: the
supervisor's title tells the level of a role better than its own title does, and pay law can follow the supervisor.
Known problems: a hint only, since many good postings leave it out; a notice where the brief knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from postwright.late_pattern import late
from postwright.linting.cues import Cues
from postwright.linting.requirements import mentions, unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix
from postwright.model.words import Severity

_PEOPLE = (
    r"(?:managers?|directors?|supervisors?|heads?|leads?|leaders?|chief|president|vp|vice|ceo|cto|cfo|coo|cio|cmo|"
    r"owners?|"
    r"founders?|co-?founders?|principal|superintendent|partners?|officer|chair|dean|editor|foreperson|coordinator|"
    r"executives?|controller|administrator|engineer|professor|mayor|board|sister|matron|team leader)"
)
_REPORTS = Cues(
    r"\b(?:report(?:s|ing|ed)?(?!s? (?:and|or|for|on|in|from|are|is)\b)(?: \w+){0,2} (?:in)?to\b|reports? ?:|"
    r"reporting (?:line|manager|structure|"
    r"relationship)s?\b|"
    r"line manage(?:r|ment|d)\b|(?:direct|immediate|your|this role'?s|functional) (?:supervisor|manager|boss)\b|"
    r"supervisor(?:'s)? ?(?:title|name)?\s?:|(?:accountable|responsible|answer(?:s|able)?) to (?:the|our|a)\b|"
    r"under (?:the )?(?:\w+ ){0,3}(?:supervision|direction|guidance|leadership|oversight|management)(?: and \w+)? of|"
    r"(?:supervised|managed|led|overseen|directed|guided|mentored) by\b|"
    rf"(?:work(?:s|ing)?|partner(?:s|ing)?) (?:\w+ ){{0,3}}?(?:for|under|with) (?:our|the|a|two|three|"
    rf"your) (?:[\w&,'’/-]+ ){{0,4}}?{_PEOPLE}\b|"
    rf"(?:support|assist)(?:s|ing)? (?:our|the) (?:[\w&,'’/-]+ ){{0,3}}?{_PEOPLE}\b|"
    rf"(?:receives?|takes?) (?:\w+ ){{0,2}}(?:direction|instructions|supervision|guidance)\b)"
)
_SURE = Cues(
    r"\b(?:report(?:s|ing|ed)?(?!s? (?:and|or|for|on|in|from|are|is)\b)(?: \w+){0,2} (?:in)?to\b|reports? ?:|"
    r"reporting (?:line|manager|structure|relationship)s?\b|line manage(?:r|d)\b|"
    r"(?:direct|immediate) (?:supervisor|manager|boss)\b|supervisor(?:'s)? ?(?:title|name)?\s?:|"
    r"under (?:the )?(?:\w+ ){0,3}(?:supervision|direction|guidance|leadership|oversight|management)(?: and \w+)? of|"
    r"(?:supervised|managed|led|overseen|directed) by\b|your (?:\w+ )?(?:boss|manager|supervisor) (?:is|will be)\b)"
)
"""Words that name the supervisor; where the brief has a title, praise of the people around is not enough."""
_PAPER = late(
    r"\b(?:weekly|monthly|daily|quarterly|annual|yearly|regular|status|progress|written|verbal|financial|write|"
    r"writing|prepare|preparing|send|sending|give|giving|make|making|produce|submit|deliver|present|"
    r"provide|issue|draft) $"
)
"""What stands before reports that are papers: "weekly reports to customers"."""
_NOBODY = late(
    r" (?:the |our |a )?(?:customers?|clients?|stakeholders?|regulators?|authorit\w+|police|public|media|press|yard|"
    r"site|office|depot|warehouse|work|reception|gate|shop|funders?|donors?|investors?|agenc\w+|duty|location)\b"
)
"""Whom or where one reports to without being led: "report to the yard at 7"."""


def _is_of_paper(match: re.Match[str]) -> bool:
    """Say whether reports are papers, or the word says where to be in the morning."""
    if not match[0].startswith("report") or not match[0].endswith("to"):
        return False
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    if match[0].startswith(("reports", "reporting")) and _PAPER.search(before):
        return True
    return _NOBODY.match(match.string, match.end()) is not None and not _SOMEBODY.match(match.string, match.end())


_SOMEBODY = late(rf" (?:[\w&'’/-]+ ){{0,5}}?{_PEOPLE}\b")
_BEFORE = 14
"""Characters before "reports to" in which a word makes it a paper."""
_LEADING = late(
    r"\b(?:report\w*|supervis\w+|manage[sdr]\b|managed by|led|overseen|direct(?:ed|ion|s)|guid(?:ed|ance)|under|"
    r"answer\w*|accountable|"
    r"responsible to|work\w* (?:\w+ ){0,2}(?:for|to)|assist\w*|support\w*|boss)\b|:"
)
_SHORTEST = 60
"""Words; a shorter text is a line in a list of jobs."""


def check(context: Context) -> Iterable[Finding]:
    """Remark where nothing tells to whom the role reports."""
    brief = context.brief
    title = brief.reporting_line.title if brief else ""
    if title and any(mentions(title, sentence) for sentence in _sentences_on_leading(context)):
        return
    text = unglued(context)
    cues = _SURE if title else _REPORTS
    if any(not _is_of_paper(match) for match in cues.all(context)) or (
        not title and len(text.split(None, _SHORTEST)) <= _SHORTEST
    ):
        return
    severity: Severity = "notice" if title else "info"
    message = "The posting does not say to whom the role reports"
    yield Finding(
        rule="",
        severity=severity,
        start=None,
        end=None,
        message=f"{message}; the brief says: {title}." if title else f"{message}.",
        why="",
        source="",
        fixes=(Fix(f"Add: “You report to the {title}.”" if title else "Add the supervisor's title", "hint"),),
        field="reporting_line",
    )


def _sentences_on_leading(context: Context) -> Iterator[str]:
    """Yield the sentences, folded, that can say who leads whom."""
    folded = context.document.folded
    for sentence in context.document.sentences:
        if _LEADING.search(folded, sentence.start, sentence.end):
            yield folded[sentence.start : sentence.end]


_BRIEF = {"title": "Glazier", "reporting_line": {"title": "Workshop manager"}}

RULE = Rule(
    id="missing/reporting-line",
    severity="notice",
    summary="To whom the role reports is not said",
    why="The supervisor's title tells the level of a role, and the law on pay can follow the supervisor's place.",
    source="A house rule; guidelines/jurisdictions.yaml: laws that follow the supervisor",
    check=check,
    fires=(Example(text="Glazier for our workshop. You cut and fit panes.", brief=_BRIEF),),
    silent=(
        Example(text="Glazier for our workshop. You report to the workshop manager.", brief=_BRIEF),
        Example(text="Glazier for our workshop. You work under the supervision of the master glazier.", brief=_BRIEF),
        Example(
            text="Glazier for our workshop. You work under the direction and control of the workshop manager.",
            brief=_BRIEF,
        ),
        Example(text="Glazier for our workshop. You cut and fit panes."),
    ),
    known_problems="Without a brief it is only a hint (info): many good postings leave it out.",
)
