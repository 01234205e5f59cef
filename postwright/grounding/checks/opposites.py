"""Moments and sums turned round: the start for the end, "plus" for "including"."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Lexicon
from postwright.model.statement import GroundingFinding


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield each word whose opposite stands in the sources instead."""
    said = {hit.entry.id for hit in statement.hits("opposites")}
    given = {hit.entry.id: source.words(hit.first, hit.last) for source in sources for hit in source.hits("opposites")}
    for hit in statement.hits("opposites"):
        other = hit.entry.value
        if hit.entry.id in given or other not in given or other in said:
            continue
        is_sum = hit.entry.id in ("opposite.including", "opposite.besides")
        if is_sum and statement.section not in ("benefits", "pay", "schedule"):
            continue
        words = statement.words(hit.first, hit.last)
        kind = "benefit" if is_sum else "time"
        yield GroundingFinding(kind, hit.start, hit.end, f"“{words}”: the sources say “{given[other]}”.", True)
