"""inflated/skill-above-total: more years in one skill than in all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.linting.experience import in_words, required_demands, with_years
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix

if TYPE_CHECKING:
    from postwright.model.reading import Demand

_WORDS_OF_A_TOTAL = frozenset(
    [
        "total",
        "overall",
        "professional",
        "industry",
        "work",
        "working",
        "full",
        "time",
        "commercial",
        "software",
        "engineering",
        "development",
        "engineer",
        "developer",
        "programming",
        "it",
        "experience",
        "of",
        "in",
        "the",
        "as",
        "a",
        "an",
        "and",
        "or",
        "field",
        "prior",
        "progressive",
        "practical",
    ]
)
"""Words of a subject that takes in everything a person has done in the trade; any other word narrows it."""


_SAYS_TOTAL = re.compile(r"\b(?:total|overall|in all)\b")
_NEAR = 24
"""Characters on either side of an amount in which "total" belongs to it."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on each skill that asks for more years than the posting asks for in total."""
    if len(context.levels) > 1:
        return
    demands = [demand for demand in required_demands(context) if demand.group is None and demand.part_of is None]
    skills: list[Demand] = []
    others: list[Demand] = []
    for demand in demands:
        if _is_skill(context, demand):
            skills.append(demand)
        elif demand.kind in ("general", "skill"):
            others.append(demand)
    if not others or not all(_is_total(context, demand) for demand in others):
        return  # a demand in something narrower leaves open what the total is
    total = max(others, key=lambda demand: demand.min_years)
    for demand in skills:
        if demand.min_years > (total.max_years or total.min_years):
            yield _finding(demand, total)


def _is_skill(context: Context, demand: Demand) -> bool:
    """Say whether the years are counted in one tool: the subject is a technology, not a trade that uses some."""
    if demand.kind == "management" or not demand.subject:
        return False
    span = demand.subject_span
    named = span is not None and bool(context.reading.technologies_in(*span))
    return named or (demand.kind == "skill" and not _is_total(context, demand))


def _is_total(context: Context, demand: Demand) -> bool:
    words = re.findall(r"[a-z]+", demand.subject.lower())
    if words:
        return _WORDS_OF_A_TOTAL.issuperset(words)
    return bool(_SAYS_TOTAL.search(context.document.folded[max(0, demand.start - _NEAR) : demand.end + _NEAR]))


def _finding(demand: Demand, total: Demand) -> Finding:
    lower = with_years(demand.quote, minimum=total.min_years, maximum=total.min_years)
    fix = Fix(f"Ask for “{lower}”", "unsafe", (Edit(demand.start, demand.end, lower),)) if lower else None
    skill = demand.subject or "the skill"
    return Finding(
        rule="",
        severity="warning",
        start=demand.start,
        end=demand.end,
        message=f"{in_words(demand.min_years).capitalize()} of {skill}, but only {in_words(total.min_years)} in all: "
        f"nobody with {in_words(total.min_years)} can have that.",
        why="",
        source="",
        arithmetic=f"“{demand.quote}” is {demand.min_years - total.min_years:g} more than “{total.quote}”.",
        fixes=(*([fix] if fix else []), Fix("Raise the total, or lower the years of the skill", "hint")),
    )


RULE = Rule(
    id="inflated/skill-above-total",
    severity="warning",
    summary="More years in one skill than in all",
    why="The two demands contradict each other; the larger one is what screening will apply.",
    source="Arithmetic of the posting's own figures",
    check=check,
    fires=(
        Example(
            text="Requirements:\n- 3+ years of professional software development experience\n- 5+ years of "
            "experience with Python",
            quote="5+ years",
        ),
    ),
    silent=(
        Example(
            text="Requirements:\n- 5+ years of professional software development experience\n- 3+ years of "
            "experience with Python",
        ),
        Example(
            text="Requirements:\n- 3+ years of professional software development experience\nNice to have:\n"
            "- 5+ years of experience with Python",
        ),
    ),
)
