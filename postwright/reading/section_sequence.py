"""Scores by unit -> the likeliest sequence of kinds, where to change the kind has its price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.model.words import SECTION_KINDS, SectionKind
from postwright.reading.section_scores import FIELDS

if TYPE_CHECKING:
    from postwright.reading.section_units import Unit

_KINDS = len(SECTION_KINDS)
_CHANGE = {"sentence": 2.8, "item": 1.7, "line": 1.8, "list": 2.5, "paragraph": 1.7, "heading": 0.25, "field": 1.0}
"""Cost of changing the kind at each sort of border."""
_STICKY: SectionKind = "equal_opportunity"
_LEAVING = 1.5
"""What leaving it costs on top: legal texts speak of everything."""
_STUCK = SECTION_KINDS.index(_STICKY)


def likeliest(units: list[Unit], scores: list[list[float]]) -> list[int]:
    """Return the sequence of kinds with the highest score, changes of kind paid for (Viterbi, linear in the units)."""
    totals = list(scores[0])
    steps: list[tuple[list[float], float, int]] = []
    """For each border: the totals before it, what a change gives at most, and the kind that is then left."""
    for before, unit, score in zip(units, units[1:], scores[1:], strict=False):
        cost = _CHANGE["heading"] if unit.heading is not None else _CHANGE[unit.border]
        if before.heading in FIELDS and not before.alone:
            cost = min(cost, _CHANGE["field"])
        most = max(totals)
        best = totals.index(most)
        if best == _STUCK:
            leaving = [*totals[:_STUCK], most - _LEAVING, *totals[_STUCK + 1 :]]
            most = max(leaving)
            best = leaving.index(most)
        changed = most - cost
        steps.append((totals, changed, best))
        totals = [(total if total >= changed else changed) + gain for total, gain in zip(totals, score, strict=True)]
    kind = max(range(_KINDS), key=totals.__getitem__)
    kinds = [kind]
    for totals, changed, best in reversed(steps):
        kind = kind if totals[kind] >= changed else best
        kinds.append(kind)
    kinds.reverse()
    return kinds
