"""Many fixed phrases -> every place of a text where one of them stands, found in one pass over it.

The pass is native (Aho-Corasick), so that its cost hardly grows with the number of phrases.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

import ahocorasick

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases, each with a value; they are told apart by case, and found within words too."""

    def __init__(self, values: Mapping[str, T]) -> None:
        self._automaton = ahocorasick.Automaton()
        self._longest = 0
        for phrase, value in values.items():
            self._automaton.add_word(phrase, (len(phrase) - 1, value))
            self._longest = max(self._longest, len(phrase))
        self._automaton.make_automaton()
        self._is_empty = not values

    def places(self, text: str, low: int = 0, high: int | None = None) -> list[tuple[int, T]]:
        """Return where each phrase begins, with its value: in order of their ends, the longer first; overlapping too.

        Only those that begin in text[low:high] are returned, wherever they end.

        >>> Phrases({"team": 1, "teams": 2, "am": 3}).places("a team, teams")
        [(2, 1), (4, 3), (8, 1), (10, 3), (8, 2)]
        """
        if self._is_empty:
            return []
        if high is None or high >= len(text):
            return [(end - back, value) for end, (back, value) in self._automaton.iter(text, low)]
        found = self._automaton.iter(text, low, min(len(text), high + self._longest - 1))
        return [(end - back, value) for end, (back, value) in found if end - back < high]
