"""Patterns -> where in a text a match of any of them can begin: found for all of them in one pass.

To try a pattern at the few places where its matches can begin costs far less than to search the text for it.
"""

from __future__ import annotations

from collections import defaultdict

from postwright.guidelines.starts import begins_at_words, match_starts
from postwright.phrases import Phrases


class Beginnings:
    """Patterns for lower-case text, numbered as they are added."""

    def __init__(self) -> None:
        self._patterns: list[str] = []
        self._learnt = 0
        """Patterns whose beginnings are known."""
        self._by_start: dict[str, tuple[list[int], list[int]]] = {}
        """Beginning -> the patterns whose matches begin so where a word begins, and those where they may anywhere."""
        self._untold: set[int] = set()
        self._phrases: Phrases[tuple[list[int], list[int]]] = Phrases({})

    def __len__(self) -> int:
        return len(self._patterns)

    def add(self, pattern: str) -> int:
        """Add a pattern and return its number; how its matches begin is found out when that is first asked."""
        self._patterns.append(pattern)
        return len(self._patterns) - 1

    def told(self, number: int) -> bool:
        """Say whether it can be told how the matches of a pattern begin."""
        self._learn()
        return number not in self._untold

    def places(self, text: str) -> dict[int, list[int]]:
        """Return by pattern where in the text its matches can begin, in order; those without such a place left out."""
        self._learn()
        found: dict[int, list[int]] = defaultdict(list)
        for at, (at_words, anywhere) in self._phrases.places(text):
            amid_word = at and text[at].isalnum() and text[at - 1].isalnum()
            for number in anywhere if amid_word else (*at_words, *anywhere):
                found[number].append(at)
        for places in found.values():
            places.sort()
        return found

    def _learn(self) -> None:
        """Find out how the matches of new patterns begin."""
        if self._learnt == len(self._patterns):
            return
        for number in range(self._learnt, len(self._patterns)):
            pattern = self._patterns[number]
            starts, anywhere = match_starts(pattern), not begins_at_words(pattern)
            for start in starts:
                self._by_start.setdefault(start, ([], []))[anywhere].append(number)
            if not starts:
                self._untold.add(number)
        self._learnt = len(self._patterns)
        self._phrases = Phrases(self._by_start)
