"""missing/other-compensation: the brief has bonus, commission or equity, the law asks for it, the posting is silent."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postwright.linting.requirements import key_words, unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._duties import asking, law_finding
from postwright.model.finding import Finding, Fix

_OTHER_PAY = re.compile(
    r"\b(?:bonus(?:es)?|commissions?|equity|stock|shares|rsus?|options|incentives?|profit[- ]sharing|tips?|"
    r"gratuit\w+|overtime|"
    r"shift (?:premium|differential|allowance)|allowances?|on-target|ote|variable (?:pay|compensation))\b"
)


def check(context: Context) -> Iterable[Finding]:
    """Remark on other compensation of the brief of which the text says nothing, where a law asks for it."""
    brief = context.brief
    if brief is None or not brief.other_compensation or _OTHER_PAY.search(unglued(context)):
        return
    said = key_words(context.text)
    silent_about = [entry for entry in brief.other_compensation if not key_words(entry.text) & said]
    laws = asking(context, lambda duties: duties.other_compensation_in_ad is True)
    if not silent_about or not laws.all:
        return
    names = ", ".join(f"“{entry.text}”" for entry in silent_about)
    yield law_finding(
        context,
        laws,
        message=f"{{laws}} {{ask}} for other compensation in the posting; the brief has {names}, the text does not.",
        fixes=(Fix("Describe it in a sentence beside the pay", "hint"),),
        field=f"other_compensation.{silent_about[0].id}",
    )


_BRIEF = {
    "title": "Sales assistant",
    "locations": [{"city": "Boulder", "place": "US-CO"}],
    "other_compensation": ["A yearly bonus of up to 5 percent"],
}

RULE = Rule(
    id="missing/other-compensation",
    severity="error",
    summary="Bonus, commission or equity that the law wants described is not",
    why="Several places require a general description of all other compensation beside the pay.",
    source="guidelines/jurisdictions.yaml: duties on other compensation by place, with statutes",
    check=check,
    fires=(Example(text="Sales assistant. Pay: $20 to $22 per hour.", brief=_BRIEF),),
    silent=(
        Example(text="Sales assistant. Pay: $20 to $22 per hour and a yearly bonus.", brief=_BRIEF),
        Example(text="Sales assistant. Pay: $20 to $22 per hour.", places=("US-CO",)),
    ),
    known_problems="Without a brief it is not known whether there is any other compensation, so nothing is said.",
)
