"""What only leads up to a line: "No need to bring lunch: the canteen is free", "Coming by car? Parking costs nothing".

Such a lead-in says nothing that a source must have, as long as it names no fact and a statement follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postwright.grounding.examined import Examined

MOST_WORDS = 9
"""Tokens of a lead-in; a longer one tells something of its own."""
_FACTS = ("numbers", "units", "benefits", "credentials", "pay_terms", "currencies", "claims", "degrees", "places")
"""Lists of what makes of a lead-in a statement."""


def framing_of(text: Examined) -> frozenset[int]:
    """Return the tokens of a lead-in that ends with a colon, a question mark or a dash; none where it names a fact."""
    tokens = text.prepared.tokens
    end = next((at for at, token in enumerate(tokens) if token.clause > 0), len(tokens))
    if not 0 < end <= MOST_WORDS or end >= len(tokens) - 1 or not _ends(text, end):
        return frozenset()
    names = any(token.kind != "word" or (token.text[0].isupper() and not token.opens) for token in tokens[: end - 1])
    facts = any(hit.first < end for category in _FACTS for hit in text.hits(category))
    if names or facts or any(first < end for _, first, _ in text.technologies):
        return frozenset()
    return frozenset(range(end))


def _ends(text: Examined, end: int) -> bool:
    """Say whether the mark at the end of the first clause is one that leads on."""
    mark = (
        text.prepared.tokens[end - 1].text
        if text.prepared.tokens[end - 1].kind == "mark"
        else text.prepared.tokens[end].text
    )
    return mark in ":?-!"
