"""Pay, benefits, hours and places are facts from end to end: one word there with nothing behind it is too much."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.comparison import Comparison
from postwright.model.statement import GroundingFinding

KINDS = {"benefits": "benefit", "pay": "benefit", "schedule": "schedule", "location": "place"}
"""The sections, with the kind of finding that a word without support gives."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield the words of such a section that have nothing behind them; common words that say little are let pass."""
    kind = KINDS.get(compared.statement.section)
    if kind is None:
        return
    for at in compared.added:
        if at not in compared.statement.meaning.light:
            token = compared.statement.prepared.tokens[at]
            yield GroundingFinding(kind, token.start, token.end, f"“{token.text}”: no source says so.", True)
