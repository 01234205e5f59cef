"""missing/deadline: no closing date, where the law of a place asks for one or for a word that there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postwright.linting.requirements import unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._duties import asking, law_finding
from postwright.model.finding import Finding, Fix

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}})"
_DEADLINE = re.compile(
    r"\b(?:closing date|closes? on|deadline|applications? (?:close|are due|due|must be (?:received|submitted)|"
    r"window|period|will close|"
    r"(?:are|will be) (?:accepted|reviewed|considered|open|taken))|rolling(?: basis)?|until (?:it is |"
    r"the (?:position|role|job|post|vacancy) is )?filled|"
    r"open until|ongoing basis|no (?:closing date|deadline|application deadline)|accepting applications|"
    r"apply (?:by|before|until|no later than|on or before)|"
    r"last (?:day|date) (?:to|for)|posting (?:end|close|expir)\w*|(?:will|is expected to) (?:close|remain open|"
    r"be posted)|expires?)\b"
    rf"|\b(?:by|before|until|no later than|on or before) (?:\w+day,? )?{_DAY}"
)


def check(context: Context) -> Iterable[Finding]:
    """Remark where a law asks for the deadline and the text has neither a date nor a rolling intake."""
    laws = asking(context, lambda duties: duties.deadline_in_ad is True)
    if not laws.all or _DEADLINE.search(unglued(context)):
        return
    yield law_finding(
        context,
        laws,
        message="{laws} {ask} for the last day for applications, or a word that there is none; this posting has "
        "neither.",
        fixes=(Fix("Add the closing date, or that applications are taken on a rolling basis", "hint"),),
        field="closing",
    )


RULE = Rule(
    id="missing/deadline",
    severity="error",
    summary="No closing date where the law of a place asks for one",
    why="Applicants need to know how long they have, and the law of some places says so.",
    source="guidelines/jurisdictions.yaml: duties on deadlines by place, with statutes",
    check=check,
    fires=(Example(text="Ski instructor. Pay: $25 to $35 per hour. Write to jobs@example.com.", places=("US-CO",)),),
    silent=(
        Example(text="Ski instructor. Please apply by 30 November 2026.", places=("US-CO",)),
        Example(text="Ski instructor. Applications are accepted on a rolling basis.", places=("US-CO",)),
        Example(text="Ski instructor. Pay: $25 to $35 per hour.", places=("US-CA",)),
        Example(text="Ski instructor. Pay: $25 to $35 per hour."),
    ),
)
