"""Words that show that a posting says something: a long pattern, tried only where a word begins as its matches do.

The beginnings of all such patterns are looked for in one pass over the posting (see beginnings.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from postwright.guidelines.beginnings import Beginnings
from postwright.late_pattern import late
from postwright.linting.requirements import unglued
from postwright.reading.sought import FIRST

if TYPE_CHECKING:
    from postwright.linting.rule import Context

_BEGINNINGS = Beginnings()


class Cues:
    """A pattern for lower-case text in which every match begins with a word."""

    def __init__(self, pattern: str) -> None:
        self._pattern = late(pattern)
        self._number = _BEGINNINGS.add(pattern)
        self._searched = 0

    def first(self, context: Context) -> re.Match[str] | None:
        """Return a match in the posting's unglued text; with several, any of them."""
        return next(self.all(context), None)

    def all(self, context: Context) -> Iterator[re.Match[str]]:
        """Yield the matches in the posting's unglued text, in no order; one can lie within another."""
        text = unglued(context)
        self._searched += 1
        if self._searched <= FIRST or not _BEGINNINGS.told(self._number):
            yield from self._pattern.finditer(text)
            return
        for at in _places(context).get(self._number, ()):
            if found := self._pattern.match(text, at):
                yield found


def _places(context: Context) -> dict[int, list[int]]:
    """Return by pattern where in the unglued text its matches can begin; found once for a posting."""
    fact = f"places of {len(_BEGINNINGS)} cues"
    places = context.facts.get(fact)
    if places is None:
        places = context.facts[fact] = _BEGINNINGS.places(unglued(context))
    return cast("dict[int, list[int]]", places)
