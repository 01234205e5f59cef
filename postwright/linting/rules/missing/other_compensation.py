"""missing/other-compensation: the brief has bonus, commission or equity, the law asks for it, the posting is silent.

What: compares the brief's other compensation with the text, kind by kind. Why: several places require a general
description of it beside the pay. Known problems: without a brief it is not known whether there is any, so nothing is
said. Instead: one sentence beside the pay.
"""

from __future__ import annotations

from collections.abc import Iterable

from postwright.late_pattern import late
from postwright.linting.requirements import key_words, unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._duties import asking, law_finding
from postwright.model.finding import Finding, Fix

_KINDS = tuple(
    late(pattern)
    for pattern in (
        r"\b(?:bonus(?:es)?|incentives?|variable (?:pay|compensation)|on-target|ote|performance pay)\b",
        r"\bcommissions?\b",
        r"\b(?:equity\b(?!,? (?:and|&) inclusion|, inclusion| research| markets?)(?<!diversity, equity)(?<!pay equity)|"
        r"stock (?:options?|grants?|units?|plan|awards?|purchase)|stock\b(?= (?:is|are) (?:granted|offered))|"
        r"(?:company|employee|share) (?:shares?|stock|options?)|shares? (?:in|of) (?:the|our) company|rsus?|esop)\b",
        r"\bprofit[- ]sharing|\bshare of (?:the )?profits?\b",
        r"\b(?:tips|gratuit(?:y|ies)|service charge)\b",
        r"\b(?:overtime|shift (?:premium|differential|allowance|pay)|night premium|on[- ]call (?:pay|allowance))\b",
        r"\b(?:allowances?|stipends?|per diem|car (?:allowance|scheme)|mileage)\b",
    )
)


def check(context: Context) -> Iterable[Finding]:
    """Remark on other compensation of the brief of which the text says nothing, where a law asks for it."""
    brief = context.brief
    if brief is None or not brief.other_compensation:
        return
    silent_about = [entry for entry in brief.other_compensation if not _is_told(entry.text, context)]
    laws = asking(context, lambda duties: duties.other_compensation_in_ad is True)
    if not silent_about or not laws.all:
        return
    names = ", ".join(f"“{_braceless(entry.text)}”" for entry in silent_about)
    yield law_finding(
        context,
        laws,
        message=f"{{laws}} {{ask}} for other compensation in the posting; the brief has {names}, the text does not.",
        fixes=(Fix("Describe it in a sentence beside the pay", "hint"),),
        field=f"other_compensation.{silent_about[0].id}",
    )


def _is_told(entry: str, context: Context) -> bool:
    """Say whether the text names the entry's kind of pay or, for a kind not known here, half of its key words."""
    text, lowered = unglued(context), entry.lower()
    kinds = [kind for kind in _KINDS if kind.search(lowered)]
    if kinds:
        return any(kind.search(text) for kind in kinds)
    words = key_words(entry)
    return bool(words) and len(words & key_words(context.text)) * 2 >= len(words)


def _braceless(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


_BRIEF = {
    "title": "Sales assistant",
    "locations": [{"city": "Boulder", "place": "US-CO"}],
    "other_compensation": ["A yearly bonus of up to 5 percent"],
}
_EQUITY = {**_BRIEF, "other_compensation": ["Equity in the company"]}

RULE = Rule(
    id="missing/other-compensation",
    severity="error",
    summary="Bonus, commission or equity that the law wants described is not",
    why="Several places require a general description of all other compensation beside the pay.",
    source="guidelines/jurisdictions.yaml: duties on other compensation by place, with statutes",
    check=check,
    fires=(
        Example(text="Sales assistant. Pay: $20 to $22 per hour.", brief=_BRIEF),
        Example(text="Sales assistant. Pay: $20 to $22 per hour. Diversity, equity and inclusion.", brief=_EQUITY),
    ),
    silent=(
        Example(text="Sales assistant. Pay: $20 to $22 per hour and a yearly bonus.", brief=_BRIEF),
        Example(text="Sales assistant. Pay: $20 to $22 per hour.", places=("US-CO",)),
    ),
    known_problems="Without a brief it is not known whether there is any other compensation, so nothing is said.",
)
