"""What a credential is for: "forklift licence" is not "driving licence", "Certificate III" is not "Certificate IV"."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Lexicon
from postwright.grounding.support import unsupported
from postwright.model.statement import GroundingFinding

_REACH = 3
"""Words on either side of a credential that can say what it is for."""


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield the words that say what a credential is for and have nothing behind them."""
    hits = statement.hits("credentials")
    if not hits:
        return
    tokens = statement.prepared.tokens
    for at in unsupported(statement, sources, lexicon):
        near = (hit for hit in hits if hit.first - _REACH <= at <= hit.last + _REACH)
        if any(tokens[hit.first].part == tokens[at].part for hit in near):
            words = f"“{tokens[at].text}”: no source says so of a credential."
            yield GroundingFinding("credential", tokens[at].start, tokens[at].end, words, True)
