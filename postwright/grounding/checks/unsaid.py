"""Pay, benefits, hours and places are facts from end to end: one word there with nothing behind it is too much."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Lexicon
from postwright.grounding.support import unsupported
from postwright.model.statement import GroundingFinding

KINDS = {"benefits": "benefit", "pay": "benefit", "schedule": "schedule", "location": "place"}
"""The sections, with the kind of finding that a word without support gives."""


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield the words of such a section that have nothing behind them."""
    kind = KINDS.get(statement.section)
    if kind is None:
        return
    for at in unsupported(statement, sources, lexicon):
        token = statement.prepared.tokens[at]
        yield GroundingFinding(kind, token.start, token.end, f"“{token.text}”: no source says so.", True)
