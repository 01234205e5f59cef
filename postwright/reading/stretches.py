"""A text cut into its lines, each with a bit of what stands around it, and what was found in such a stretch before.

While somebody types, one line changes and all others stay. What is found in a stretch may rest on the stretch alone, so
that whoever remembers it need not look again: not for the next key press, nor in another text with the same line.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from postwright.late_pattern import late
from postwright.reading.folding import fold

Found = TypeVar("Found")
Facts = dict[Hashable, object]
BEFORE, AFTER = 120, 220
"""Characters before and after a stretch that may decide what is found in it: a wording counts by what stands within
100 characters of it."""


_ODD = late(r"\s{60}|\S{150}")
"""What may make a pattern look farther than that: such a text is looked at as a whole."""


class Stretch:
    """text[start:end], which is around[low:high]."""

    __slots__ = ("_facts", "_folded", "around", "high", "low", "start")

    def __init__(self, start: int, around: str, low: int, high: int, *, folded: str = "", facts: Facts | None = None):
        self.start, self.around, self.low, self.high = start, around, low, high
        self._folded = folded
        self._facts = facts

    @property
    def folded(self) -> str:
        """`around`, folded."""
        self._folded = self._folded or fold(self.around)
        return self._folded

    @property
    def shift(self) -> int:
        """What an offset in `around` lacks to one in the text."""
        return self.start - self.low

    def once(self, name: Hashable, find: Callable[[Stretch], Found]) -> Found:
        """Return what `find` makes of `around`, `low` and `high`; it must not look at `start`."""
        facts = self._facts
        if facts is None:
            return find(self)
        try:
            return facts[name]  # type: ignore[return-value]
        except KeyError:
            found = facts[name] = find(self)
            return found


class Remembered:
    """What was found in the latest stretches of many texts; safe for many threads."""

    def __init__(self, most: int = 4_000) -> None:
        self._half = max(1, most // 2)
        self._recent: dict[tuple[str, int, int], Facts] = {}
        self._older: dict[tuple[str, int, int], Facts] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._recent) + len(self._older)

    def facts(self, keys: Iterable[tuple[str, int, int]]) -> list[Facts]:
        """Return for each stretch (around, low, high) what was found in it, to be added to."""
        with self._lock:
            return [self._facts(key) for key in keys]

    def _facts(self, key: tuple[str, int, int]) -> Facts:
        facts = self._recent.get(key)
        if facts is not None:
            return facts
        if len(self._recent) >= self._half:  # what was not asked for since the last time is forgotten
            self._older, self._recent = self._recent, {}
        facts = self._recent[key] = self._older.pop(key, {})
        return facts


def stretches_of(text: str, folded: str, starts: Iterable[int], remembered: Remembered | None) -> tuple[Stretch, ...]:
    """Return the stretches of a text between the given offsets, in order; together they are the whole text.

    Where nothing is to be remembered the text is one stretch.
    """
    if remembered is None or _ODD.search(text):
        return (Stretch(0, text, 0, len(text), folded=folded),)
    borders = sorted({0, *starts, len(text)})
    spans = [(start, end, max(0, start - BEFORE)) for start, end in pairwise(borders)]
    keys = [(text[first : end + AFTER], start - first, end - first) for start, end, first in spans]
    return tuple(
        Stretch(start, *key, facts=facts)
        for (start, _, _), key, facts in zip(spans, keys, remembered.facts(keys), strict=True)
    )


def found_in(
    stretches: Iterable[Stretch], name: Hashable, find: Callable[[Stretch], Iterable[Found]]
) -> Iterator[tuple[int, Found]]:
    """Yield what is found in each stretch, with the shift of its offsets."""
    for stretch in stretches:
        found = stretch.once(name, lambda each: tuple(find(each)))
        if found:
            shift = stretch.shift
            for each in found:
                yield shift, each
