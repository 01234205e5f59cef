"""Words that show that a posting says something: a long pattern, tried only where a word begins as its matches do.

The beginnings of all such patterns are looked for in one pass over the posting.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from postwright.guidelines.starts import match_starts
from postwright.late_pattern import late
from postwright.linting.requirements import unglued
from postwright.phrases import Phrases

if TYPE_CHECKING:
    from postwright.linting.rule import Context

_FIRST = 8
"""Searches that are done plainly: to learn the beginnings costs as much, and a single text is soon read."""


class Cues:
    """A pattern for lower-case text in which every match begins with a word."""

    def __init__(self, pattern: str) -> None:
        self.source = pattern
        self._pattern = late(pattern)
        self._searched = 0
        _known.append(self)

    def first(self, context: Context) -> re.Match[str] | None:
        """Return a match in the posting's unglued text; with several, any of them."""
        return next(self.all(context), None)

    def all(self, context: Context) -> Iterator[re.Match[str]]:
        """Yield the matches in the posting's unglued text, in no order; one can lie within another."""
        text = unglued(context)
        self._searched += 1
        if self._searched <= _FIRST or self in _beginnings(len(_known)).untold:
            yield from self._pattern.finditer(text)
            return
        for at in _places(context).get(self, ()):
            if found := self._pattern.match(text, at):
                yield found


_known: list[Cues] = []
"""All of this process; a rule's are made when its module is first imported."""


@dataclass(frozen=True)
class _Beginnings:
    """How the matches of all cues begin."""

    phrases: Phrases[list[Cues]]
    untold: frozenset[Cues]
    """Those of which it cannot be told."""


@lru_cache(maxsize=1)
def _beginnings(known: int) -> _Beginnings:
    """Return the beginnings of the first so many cues."""
    by_start: dict[str, list[Cues]] = {}
    untold = set()
    for cues in _known[:known]:
        starts = match_starts(cues.source)
        for start in starts:
            by_start.setdefault(start, []).append(cues)
        if not starts:
            untold.add(cues)
    return _Beginnings(Phrases(by_start), frozenset(untold))


def _places(context: Context) -> dict[Cues, list[int]]:
    """Return where in the unglued text words begin as matches do; found once for a posting."""
    fact = f"places of {len(_known)} cues"
    places = context.facts.get(fact)
    if places is None:
        text, found = unglued(context), defaultdict(list)
        for at, begun in _beginnings(len(_known)).phrases.places(text):
            if not (at and text[at - 1].isalnum()):
                for cues in begun:
                    found[cues].append(at)
        places = context.facts[fact] = found
    return cast("dict[Cues, list[int]]", places)
