"""Web and e-mail addresses: each must stand in a source, letter by letter."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.examined import Examined
from postwright.grounding.facts import link_key
from postwright.grounding.lexicon import Lexicon
from postwright.model.statement import GroundingFinding


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield every address that no source has."""
    known = {link_key(token) for source in sources for token in source.prepared.tokens if token.kind == "link"}
    for token in statement.prepared.tokens:
        if token.kind == "link" and link_key(token) not in known:
            words = f"The address “{token.text}” stands in no source."
            yield GroundingFinding("link", token.start, token.end, words, True)
