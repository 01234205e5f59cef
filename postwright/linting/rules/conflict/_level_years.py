"""A title's level, and years that are far below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.levels import is_software, manages_no_people
from postwright.linting.sources import cited
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.linting.rule import Context
    from postwright.model.words import Level


def too_few_years(context: Context, level: Level) -> Iterator[Finding]:
    """Yield a notice where the most that is required lies well below the level's least years."""
    required = [d for d in context.reading.demands if d.strength == "required" and d.group is None]
    software = is_software(context)
    if not required or software is None or level == "lead" or manages_no_people(context):
        return
    record = next((r for r in context.guidelines.levels.values() if r.ladder == level), None)
    if record is None:
        return
    band = record.software if software else record.general
    margin = context.guidelines.limits["understated_margin_years"]
    most = max(required, key=lambda demand: demand.min_years)
    near = context.document.folded[max(0, most.start - _NEAR) : most.end + _NEAR]
    if most.kind != "general" or _OTHER_LADDER.search(near) or most.min_years >= band.min_years - margin.value:
        return
    yield Finding(
        rule="conflict/title-level",
        severity="notice",
        start=most.start,
        end=most.end,
        message=f"The title says {level}, but the most experience asked for is “{most.quote}”.",
        why=margin.why,
        source=cited(band.sources),
        arithmetic=(
            f"{level} in {'software' if software else 'general'}: {band.min_years:g} to {band.max_years:g} years is "
            f"usual; this asks for {most.min_years:g}"
        ),
        fixes=(Fix("Check the title: is this the level you would hire at?", "hint"),),
        confidence=band.confidence,
    )


_OTHER_LADDER = late(r"\bspeciali[sz]ed experience|\bgrade\b|\bgs-?\d|\bnext lower")
"""Words of a civil service, which counts years within its own grades."""
_NEAR = 120
"""Characters on either side of the amount in which they stand."""
