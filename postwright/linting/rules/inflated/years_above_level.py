"""inflated/years-above-level: more years than are usual at the posting's level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from postwright.linting.experience import band_of, highest, in_words, required_demands, with_years
from postwright.linting.levels import (
    has_other_rungs,
    is_from_title,
    is_software,
    levels_of_grade,
    levels_of_line,
    manages_no_people,
)
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix
from postwright.model.words import Level, Severity

if TYPE_CHECKING:
    from postwright.guidelines.records import Band, LevelRecord
    from postwright.model.reading import Demand

_OTHER_RULE: tuple[Level, ...] = ("intern", "entry")
"""Levels that inflated/entry-level-years judges."""
_VARIES_BY_TRADE: tuple[Level, ...] = ("principal", "director", "executive", "staff")
"""Outside software these words mean different rungs in different trades."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on each required demand above the limit of its level's band."""
    levels = context.levels or levels_of_grade(context)
    if not levels or (is_from_title(context) and (manages_no_people(context) or has_other_rungs(context))):
        return
    software = is_software(context)
    for demand in required_demands(context):
        level = _level_of(context, demand, levels)
        if level is None or level in _OTHER_RULE:
            continue
        found = band_of(context, level, software=bool(software))
        if found and demand.min_years > found[1].flag_min_demand_above:
            finding = _finding(context, demand, *found, software=software)
            if context.levels and (level not in _VARIES_BY_TRADE or software or context.profile):
                yield finding
            elif finding.severity == "warning":  # far above: worth a look in any trade, no more
                yield replace(finding, severity="notice")


def _level_of(context: Context, demand: Demand, levels: tuple[Level, ...]) -> Level | None:
    """Return the level to judge a demand by: the one its line names, else the posting's, else the most generous.

    None where a posting for one level has a line for another.
    """
    named = levels_of_line(context, demand)
    if len(levels) > 1:
        attached = [level for level in named if level in levels]
        return attached[0] if len(attached) == 1 else highest(levels)
    return levels[0] if not named or levels[0] in named else None


def _finding(context: Context, demand: Demand, record: LevelRecord, band: Band, *, software: bool | None) -> Finding:
    level = record.id.replace("_", " ").capitalize()
    where = f" in {'software' if software else context.profile.name.lower() if context.profile else 'most fields'}"
    over = demand.min_years - band.flag_min_demand_above
    strong = context.guidelines.limits["strong_excess_years"]
    far = ", far above" if over >= strong.value else ""
    # Outside software the bands pool many trades: there only a strong excess is more than a notice.
    severity: Severity = "warning" if software or context.profile or far else "notice"
    usual = f"{band.min_years:g} to {in_words(band.max_years)}"
    return Finding(
        rule="",
        severity=severity,
        start=demand.start,
        end=demand.end,
        message=f"{level}{where}: {usual} is usual; this asks for {demand.min_years:g}{far}.",
        why="",
        source=f"guidelines/levels.yaml, {record.id}: {'; '.join(source.title for source in band.sources[:3])}",
        arithmetic=f"{demand.min_years:g} years asked, {band.flag_min_demand_above:g} at most are usual: "
        f"{over:g} more.",
        fixes=_fixes(demand, band),
        confidence=band.confidence,
    )


def _fixes(demand: Demand, band: Band) -> tuple[Fix, ...]:
    lower = with_years(demand.quote, minimum=band.typical_years, maximum=band.max_years)
    hint = Fix("Say what the person must be able to do instead of how long it took", "hint")
    if lower is None:
        return (hint,)
    return (Fix(f"Ask for “{lower}”", "unsafe", (Edit(demand.start, demand.end, lower),)), hint)


RULE = Rule(
    id="inflated/years-above-level",
    severity="warning",
    summary="More years than are usual at the level",
    why="People who could do the job count their years, and stay away; those who apply expect the next level's pay.",
    source="guidelines/levels.yaml: bands of years from public ladders, postings and O*NET",
    check=check,
    fires=(
        Example(
            text="Requirements:\n- 12+ years of software engineering experience",
            title="Senior Software Engineer",
            quote="12+ years",
        ),
        Example(
            text="Requirements:\n- At least 9 years of experience in Java",
            title="Java Developer",
            level="mid",
            quote="9 years",
        ),
    ),
    silent=(
        Example(text="Requirements:\n- 8+ years of software engineering experience", title="Senior Software Engineer"),
        Example(text="Requirements:\n- 12+ years of software engineering experience", title="Software Engineer"),
        Example(text="Requirements:\n- 12+ years of product management experience", title="Product Manager"),
        Example(text="Nice to have:\n- 12+ years of software engineering experience", title="Senior Software Engineer"),
        Example(text="Requirements:\n- 12+ years of nursing experience", title="Staff Nurse"),
    ),
    known_problems="Outside software the bands pool many trades, so small excesses are only notices there.",
)
