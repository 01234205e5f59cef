"""Words of a text -> hashes of its runs of words, by which the likeness of two texts is told.

The likeness is Jaccard's: the runs that both texts have, of all runs that either has.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Sequence

RUN = 5
"""Words in a run: long enough that two texts share few by chance, short enough that a changed word costs only five."""
MOST_WORDS = 20_000
"""Words of a text that are looked at: more than any posting has."""
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text, case folded, without marks."""
    return _WORD.findall(text.casefold())


def shingles_of(words: Sequence[str], *, run: int = RUN) -> bytes:
    """Return the hashes of all runs of `run` words, without doubles, in rising order, four bytes each.

    >>> len(shingles_of("we bake bread for the whole town".split())) // 4
    3
    """
    last = min(len(words), MOST_WORDS) - run
    if last < 0:
        return b""
    runs = {zlib.crc32(" ".join(words[at : at + run]).encode("utf-8", "replace")) for at in range(last + 1)}
    return array("I", sorted(runs)).tobytes()


def numbers(shingles: bytes) -> array[int]:
    """Return the hashes as numbers."""
    found = array("I")
    found.frombytes(shingles)
    return found


def likeness(first: bytes, second: bytes) -> tuple[int, int]:
    """Return how many runs both texts have, and how many either has."""
    if first == second:
        return len(first) // 4, len(first) // 4
    one, other = frozenset(numbers(first)), frozenset(numbers(second))
    shared = len(one & other)
    return shared, len(one) + len(other) - shared
