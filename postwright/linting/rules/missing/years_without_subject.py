"""missing/years-without-subject: years of experience, but not in what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.model.reading import Demand

_NOTHING_ELSE = re.compile(r"\W{0,3}(?:of )?(?:prior |previous |work |working |job )?experience\W{0,3}")
_ONLY_THE_AMOUNT = re.compile(
    r"(?:\W|\b(?:you have|you need|must have|at least|minimum|a minimum of|min|of|with)\b){0,6}"
)


def check(context: Context) -> Iterable[Finding]:
    """Remark on each demand that names nothing and whose sentence names nothing either."""
    for demand in context.reading.demands:
        if demand.subject or demand.min_years == 0 or not _is_whole_line(context, demand):
            continue
        yield Finding(
            rule="",
            severity="notice",
            start=demand.start,
            end=demand.end,
            message=f"“{demand.quote}”: experience in what?",
            why="",
            source="",
            fixes=(Fix("Say in what the experience should be", "hint"),),
        )


def _is_whole_line(context: Context, demand: Demand) -> bool:
    """Say whether the line holds the amount and the word experience only, under a heading that does not explain it."""
    blocks, folded = context.document.blocks, context.document.folded
    index = next((i for i, b in enumerate(blocks) if b.start <= demand.start < b.end), None)
    if index is None or context.reading.section_at(demand.start) != "requirements":
        return False
    block = blocks[index]
    if index and "experience" in folded[blocks[index - 1].start : blocks[index - 1].end]:
        return False
    return bool(
        _ONLY_THE_AMOUNT.fullmatch(folded, block.start, demand.start)
        and _NOTHING_ELSE.fullmatch(folded, demand.end, block.end)
    )


RULE = Rule(
    id="missing/years-without-subject",
    severity="notice",
    summary="Years of experience, but not in what",
    why="Readers cannot tell whether their experience counts, and screeners will each decide for themselves.",
    source="Coffman, Collis & Kulkarni (2024), Whether to Apply: clear, exact bars help qualified people to apply",
    check=check,
    fires=(Example(text="Requirements:\n- 5 years of experience\n- A steady hand", quote="5 years"),),
    silent=(
        Example(text="Requirements:\n- 5 years of experience in glass blowing\n- A steady hand"),
        Example(text="Requirements:\n- A steady hand"),
    ),
)
