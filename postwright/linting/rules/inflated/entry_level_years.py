"""inflated/entry-level-years: an entry-level posting that asks for years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.experience import in_words, required_demands, with_years
from postwright.linting.levels import is_from_title, is_software, levels_in
from postwright.linting.requirements import title_of
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix
from postwright.model.words import Level, Severity
from postwright.reading.sought import Sought

if TYPE_CHECKING:
    from postwright.model.reading import Demand

_EARLY: tuple[Level, ...] = ("intern", "entry")
_SAYS_ENTRY = Sought(
    r"\b(?:this (?:is|role is|position is|job is) (?:an? )?(?:exciting |full[- ]time )?entry[- ]level|"
    r"entry[- ]level (?:role|position|job|opportunity)(?! (?:or|and) above))\b"
)
_PLAIN_WORD = late(
    r"\b(?:junior|jr|entry|graduate|grad|trainee|intern\w*|apprentice|working student|"
    r"associate (?=(?:\w+ ){0,2}(?:engineer|developer|programmer)))\b",
    re.IGNORECASE,
)


_NO_YEARS = late(r"\b(?:graduate|grad|trainee|apprentice|working student)\b", re.IGNORECASE)
"""Words of a title for people who come straight from school or training."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on each required demand of an entry-level or intern posting that asks for years of experience."""
    level = _early_level(context)
    if level is None:
        return
    limits = context.guidelines.limits
    contradiction, edge = limits["entry_years_contradiction"].value, limits["entry_years_notice"].value
    for demand in required_demands(context):
        if _is_for_another_level(context, demand):
            continue
        if level == "intern" and demand.min_years >= 1:
            yield _finding(context, demand, level, "warning")
        elif demand.min_years >= contradiction:
            yield _finding(context, demand, level, "warning" if _is_sure(context) else "notice")
        elif demand.min_years >= edge and _NO_YEARS.search(title_of(context)):
            yield _finding(context, demand, level, "notice")


def _early_level(context: Context) -> Level | None:
    """Return the level where all of the posting's levels are early ones, or the text says so of itself.

    In software an associate is a beginner; in public service, civil engineering and trade unions none.
    """
    if "associate" in title_of(context).lower() and not _is_sure(context):
        return None
    if context.levels:
        return context.levels[-1] if all(level in _EARLY for level in context.levels) else None
    return "entry" if _SAYS_ENTRY.search(context.document) else None


def _is_sure(context: Context) -> bool:
    """Say whether the level does not rest on a numeral alone: "Mechanic I" is a rung that differs by employer."""
    word = _PLAIN_WORD.search(title_of(context))
    is_associate = word is not None and word[0].lower().startswith("associate")
    return not is_from_title(context) or (word is not None and (not is_associate or bool(is_software(context))))


def _is_for_another_level(context: Context, demand: Demand) -> bool:
    block = next((b for b in context.document.blocks if b.start <= demand.start < b.end), None)
    named = levels_in(context.text[block.start : demand.start]) if block else ()
    return any(level not in _EARLY for level in named)


def _finding(context: Context, demand: Demand, level: Level, severity: Severity) -> Finding:
    asked = in_words(demand.min_years)
    band = context.guidelines.levels[level].general
    noun = "an internship" if level == "intern" else "an entry-level job"
    usual = "none is usual" if band.max_years == 0 else f"0 to {in_words(band.max_years)} is usual"
    at_most = in_words(band.max_years) if band.max_years else "none"
    is_edge = demand.min_years <= band.max_years
    says = f"{asked} is the most of it, and the title names a beginner" if is_edge else f"this asks for {asked}"
    return Finding(
        rule="",
        severity=severity,
        start=demand.start,
        end=demand.end,
        message=f"For {noun} {usual}; {says}.",
        why="",
        source=f"guidelines/levels.yaml, {level}; "
        f"{context.guidelines.limits['entry_years_contradiction'].sources[-1].title}",
        arithmetic=f"{asked} asked, at most {at_most} usual.",
        fixes=_fixes(demand, level),
    )


def _fixes(demand: Demand, level: Level) -> tuple[Fix, ...]:
    hint = Fix("Take the years out, or raise the level and the pay", "hint")
    lower = None if level == "intern" else with_years(demand.quote, minimum=1, maximum=1)
    if lower is None:
        return (hint,)
    return (Fix(f"Ask for “{lower}”", "unsafe", (Edit(demand.start, demand.end, lower),)), hint)


RULE = Rule(
    id="inflated/entry-level-years",
    severity="warning",
    summary="An entry-level posting that asks for years of experience",
    why="Those whom the title invites are turned away by the demand, and those who meet it pass over the title.",
    source="guidelines/levels.yaml; TalentWorks (2018): 61 percent of entry-level postings ask for three years or more",
    check=check,
    fires=(
        Example(
            text="Requirements:\n- 3+ years of experience in bookkeeping", title="Junior Bookkeeper", quote="3+ years"
        ),
        Example(
            text="Requirements:\n- 2 years of experience in Java", title="Graduate Java Developer", quote="2 years"
        ),
        Example(text="Requirements:\n- 1 year of experience in Python", title="Data Science Intern", quote="1 year"),
    ),
    silent=(
        Example(text="Requirements:\n- 1 year of experience in bookkeeping", title="Junior Bookkeeper"),
        Example(text="Requirements:\n- 2 years of experience in bookkeeping", title="Junior Bookkeeper"),
        Example(text="Requirements:\n- 3+ years of experience in bookkeeping", title="Bookkeeper"),
        Example(text="Nice to have:\n- 3 years of experience in bookkeeping", title="Junior Bookkeeper"),
    ),
    known_problems="A numeral in the title (“Mechanic I”) is a rung that differs by employer: notice only, from "
    "three years.",
)
