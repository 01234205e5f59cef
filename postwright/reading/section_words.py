"""What the words of a unit say about its kind, whatever it stands under: learned weights, added up.

The weights of one word for all kinds are packed into one whole number, 16 bits a kind, so that those of a sentence are
added up by one call of `sum`.
"""

from __future__ import annotations

import base64
import struct
from itertools import pairwise
from typing import TYPE_CHECKING

from postwright.guidelines.made_once import made_once
from postwright.late_pattern import late
from postwright.model.words import SECTION_KINDS
from postwright.reading.section_headings import SAY_WISHED, WISHED
from postwright.reading.section_openings import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postwright.guidelines.records import Guidelines
    from postwright.reading.document import Document
    from postwright.reading.section_units import Unit

KIND_INDEX = {kind: index for index, kind in enumerate(SECTION_KINDS)}
KINDS = len(SECTION_KINDS)
LONGEST_SCORE = 7.0
"""Score of the kind that a unit's words fit best; a kind that is less likely by this much or more gets nothing."""

_WORDS = late(r"[a-z0-9&+']+|[$£€@?]")
MOST_WORDS = 120
"""Words of a unit that are looked at; more would not fit into 16 bits a kind."""
_MOST_SPACE = 60
"""Characters at the end of a unit in which its last full stop is looked for."""
_UNIT = 0.1
"""Weights are whole tenths of a natural logarithm."""
_PACKED = struct.Struct(f"<{KINDS}H")
_SHAPES = 6
"""Features of every unit that are no words; where nothing else is known, nothing is said."""
_PLACES = ("#p0", "#p1", "#p2", "#p3", "#p4", "#p4")
"""By fifths of the text."""
BASE = "#"
"""The feature that every unit has."""


def features(document: Document, unit: Unit, start: int) -> set[str]:
    """Return what the weights are looked up by: words, pairs, the first ones (`^`), and the shape of the unit (`#`)."""
    words = _WORDS.findall(document.folded, start, unit.end)
    if not words:
        return set()
    del words[MOST_WORDS:]
    count = len(words)
    found = {*words, *map(" ".join, pairwise(words))}
    text = document.text
    found |= {
        "^" + words[0],
        f"^{words[0]} {words[1]}" if count > 1 else BASE,
        BASE,
        "#n0" if count <= 3 else "#n1" if count <= 8 else "#n2" if count <= 20 else "#n3" if count <= 40 else "#n4",
        _PLACES[5 * unit.start // len(text)],
        "#head" if unit.alone else "#bullet" if document.blocks[unit.block].kind == "bullet" else "#para",
        "#stop" if ends_sentence(text[max(start, unit.end - _MOST_SPACE) : unit.end]) else "#open",
    }
    if unit.start == 0:
        found.add("#start")
    return found


def _leave_wishes_to_words(folded: str, start: int, end: int, found: set[str], sums: list[int]) -> None:
    """Count what resembles a list of wishes as requirements, unless the unit says that it is one."""
    wished, required = KIND_INDEX["preferred"], KIND_INDEX["requirements"]
    if SAY_WISHED.isdisjoint(found) or WISHED.search(folded, start, end) is None:
        sums[required] = max(sums[required], sums[wished])
        sums[wished] = min(sums)


def _packed(phrases: str, weights: bytes) -> Iterator[tuple[str, int]]:
    """Yield each phrase of a table (one a line) with its weights (a byte a kind) in one number, 16 bits a kind."""
    wide = bytearray(2 * len(weights))
    wide[::2] = weights
    rows = (wide[at : at + _PACKED.size] for at in range(0, len(wide), _PACKED.size))
    return zip(phrases.split("\n"), (int.from_bytes(row, "little") for row in rows), strict=True)


class Weights:
    """The learned weights of the guidelines, ready to be added up."""

    def __init__(self, guidelines: Guidelines) -> None:
        self._packed: dict[str, int] = {}
        for table in guidelines.section_words.values():
            self._packed.update(_packed(table.phrases, base64.b64decode(table.weights)))

    def scores(self, document: Document, unit: Unit) -> list[float]:
        """Return for each kind how well the words of a unit fit it: `LONGEST_SCORE` for the best, down to 0."""
        start = unit.heading_span[1] if unit.heading_span and not unit.alone else unit.start
        found = features(document, unit, start)
        if not found:
            return [0.0] * KINDS
        known = list(filter(None, map(self._packed.get, found)))
        if len(known) <= _SHAPES:
            return [0.0] * KINDS
        total = sum(known)
        sums = list(_PACKED.unpack(total.to_bytes(_PACKED.size, "little")))
        _leave_wishes_to_words(document.folded, start, unit.end, found, sums)
        least = max(sums) - LONGEST_SCORE / _UNIT
        return [(value - least) * _UNIT if value > least else 0.0 for value in sums]


weights_of = made_once(Weights)
