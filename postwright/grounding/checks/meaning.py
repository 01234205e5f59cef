"""All checks on meaning: they share what the comparison of a statement with its sources found."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from postwright.grounding.checks import (
    additions,
    alternatives,
    bounds_lost,
    conditions,
    credentials,
    directions,
    exchanges,
    hierarchy,
    involvement,
    parts,
    polarity,
    restrictions,
    roles,
    strength,
    unsaid,
)
from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Lexicon
from postwright.model.statement import GroundingFinding

MEANING: tuple[Callable[[Comparison], Iterator[GroundingFinding]], ...] = (
    credentials.check,
    unsaid.check,
    additions.check,
    parts.check,
    restrictions.check,
    bounds_lost.check,
    roles.check,
    directions.check,
    exchanges.check,
    hierarchy.check,
    strength.check,
    polarity.check,
    alternatives.check,
    conditions.check,
    involvement.check,
)  # fmt: skip


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield what the line says that its sources do not mean."""
    compared = Comparison(statement, sources, lexicon)
    for each in MEANING:
        yield from each(compared)
