"""Web and e-mail addresses: each must stand in a source, letter by letter."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Lexicon
from postwright.model.statement import GroundingFinding


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield every address that no source has."""
    known = {fact.key for source in sources for fact in source.facts_of_kind("link")}
    for fact in statement.facts_of_kind("link"):
        if fact.key not in known:
            words = statement.prepared.text[fact.start : fact.end]
            yield GroundingFinding("link", fact.start, fact.end, f"The address “{words}” stands in no source.", True)
