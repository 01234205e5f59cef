"""A prepared text -> its hard facts: what can be checked word by word against a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from postwright.grounding.lexicon import Lexicon
    from postwright.grounding.prepared import Prepared

FactKind = Literal[
    "number", "money", "technology", "credential", "benefit", "schedule", "workplace", "place", "time", "name", "link"
]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something checkable, at text[start:end] of the prepared text; `first` and `last` are its tokens."""

    kind: FactKind
    key: str
    """What it is, however it is written: the id of an entry or technology, a figure with its unit, an address."""
    first: int
    last: int
    start: int
    end: int


def facts_of(prepared: Prepared, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Return all hard facts of a text, in order."""
    return tuple(_links(prepared))


def _links(prepared: Prepared) -> list[Fact]:
    return [
        Fact("link", token.low.rstrip("/"), index, index, token.start, token.end)
        for index, token in enumerate(prepared.tokens)
        if token.kind == "link"
    ]
