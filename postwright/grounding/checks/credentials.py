"""What a credential is for: "forklift licence" is not "driving licence", "Certificate III" is not "Certificate IV"."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.checks.strength import ASKED
from postwright.grounding.comparison import Comparison
from postwright.model.statement import GroundingFinding

_REACH = 3
"""Words on either side of a credential that can say what it is for."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield the words that say what a credential is for and have nothing behind them."""
    hits = compared.statement.hits("credentials")
    if not hits or ASKED.isdisjoint(source.field for source in compared.sources):
        return
    tokens = compared.statement.prepared.tokens
    for at in compared.added:
        near = (hit for hit in hits if hit.first - _REACH <= at <= hit.last + _REACH)
        if any(tokens[hit.first].part == tokens[at].part for hit in near):
            words = f"“{tokens[at].text}”: no source says so of a credential."
            yield GroundingFinding("credential", tokens[at].start, tokens[at].end, words, True)
