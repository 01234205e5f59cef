"""A long pattern, sought in the folded text of a document only where its matches can begin.

Where that is, is found out for all such patterns in one pass over the document (see beginnings.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.guidelines.beginnings import Beginnings
from postwright.late_pattern import late

if TYPE_CHECKING:
    from postwright.reading.document import Document

FIRST = 8
"""Searches that are done plainly: to learn the beginnings costs as much, and a single text is soon read."""
_BEGINNINGS = Beginnings()


class Sought:
    """A pattern for folded text whose matches begin where a word does, or with a mark."""

    def __init__(self, pattern: str) -> None:
        self.pattern = late(pattern)
        self._number = _BEGINNINGS.add(pattern)
        self._searched = 0

    def search(self, document: Document, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in document.folded[start:end], as `re.Pattern.search` would."""
        return next(self.finditer(document, start, end), None)

    def finditer(self, document: Document, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Yield the matches in document.folded[start:end], as `re.Pattern.finditer` would."""
        folded = document.folded
        stop = len(folded) if end is None else end
        self._searched += 1
        if self._searched <= FIRST or not _BEGINNINGS.told(self._number):
            yield from self.pattern.finditer(folded, start, stop)
            return
        places = _places(document).get(self._number, ())
        past = start
        for number in range(bisect_left(places, start), len(places)):
            at = places[number]
            if at >= stop:
                return
            if at >= past and (found := self.pattern.match(folded, at, stop)):
                past = found.end()
                yield found


def _places(document: Document) -> dict[int, list[int]]:
    """Return by pattern where its matches can begin; found once for a document."""
    key = ("sought", len(_BEGINNINGS))
    places = document.found.get(key)
    if places is None:
        places = document.found[key] = _BEGINNINGS.places(document.folded)
    return places  # type: ignore[return-value]
