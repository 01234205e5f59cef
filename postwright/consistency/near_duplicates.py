"""Hashes of runs of words -> clusters of texts that are nearly the same, without comparing each with each.

One-permutation MinHash (Li, Owen and Zhang 2012): each run falls into one of `BANDS * ROWS` bins by its hash, the least
of a bin stands for it. Texts whose bins agree in a whole band (Leskovec, Rajaraman and Ullman, Mining of Massive
Datasets, 3.4) are candidates, and only those are compared run by run. With 24 bands of 4 a pair that shares 80 % of
its runs is missed once in 300,000 times, and one that shares 30 % is compared in 18 of 100. A bucket remembers few
texts and a text meets few candidates, so the cost grows with the number of texts only, even where all are the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from postwright.consistency.shingles import likeness, numbers

BANDS, ROWS = 24, 4
_BINS = BANDS * ROWS
_EMPTY = 1 << 32
_BUCKET = 6
"""Texts that a bucket remembers; a text that is nearly the same as one of them need not be remembered."""
_CANDIDATES = 24
"""Texts that a text is compared with, those that agree in most bands first."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Texts that are nearly the same, in the order in which they came."""

    members: tuple[int, ...]
    shared: tuple[tuple[int, int], ...]
    """For each member after the first: the runs that it shares with the member it was told by, and all runs of both."""


def clusters(texts: Sequence[bytes], *, least: float, runs: int) -> list[Cluster]:
    """Return the clusters of two texts and more that share `least` (0 to 1) of their runs; shorter texts are left out.

    `runs` is the least number of runs that a text must have.
    """
    buckets: dict[tuple[int, ...], list[int]] = defaultdict(list)
    cluster_of: dict[int, int] = {}
    found: dict[int, list[tuple[int, tuple[int, int]]]] = {}
    for index, text in enumerate(texts):
        if len(text) < 4 * runs:
            continue
        bands = _bands(text)
        partner, shared = _partner(index, bands, buckets, texts, least=least)
        first = cluster_of.get(partner, partner) if partner >= 0 else index
        cluster_of[index] = first
        if partner >= 0:
            found.setdefault(first, []).append((index, shared))
        if partner < 0 or shared[0] != shared[1]:  # a true copy adds nothing to what the buckets know
            for band in bands:
                if len(buckets[band]) < _BUCKET:
                    buckets[band].append(index)
    return [
        Cluster((first, *(index for index, _ in members)), tuple(shared for _, shared in members))
        for first, members in sorted(found.items())
    ]


def _partner(
    index: int, bands: list[tuple[int, ...]], buckets: dict[tuple[int, ...], list[int]], texts: Sequence[bytes], *,
    least: float,
) -> tuple[int, tuple[int, int]]:  # fmt: skip
    """Return the earlier text that is most like the text `index`, and in how many runs; -1 where none is enough."""
    met: Counter[int] = Counter()
    for band in bands:
        met.update(buckets.get(band, ()))
    best, shared = -1, (0, 1)
    for candidate, _ in met.most_common(_CANDIDATES):
        both, either = likeness(texts[index], texts[candidate])
        if both >= least * either and both * shared[1] > shared[0] * either:
            best, shared = candidate, (both, either)
    return best, shared


def _bands(text: bytes) -> list[tuple[int, ...]]:
    """Return the bins of a text in bands, each with its number."""
    bins = [_EMPTY] * _BINS
    for number in numbers(text):  # rising: the first that falls into a bin is its least
        place = number % _BINS
        if bins[place] == _EMPTY:
            bins[place] = number
    filled = _filled(bins)
    return [(band, *filled[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS)]


def _filled(bins: list[int]) -> list[int]:
    """Return the bins with each empty one filled from the next that is not (Shrivastava and Li 2014)."""
    result = list(bins)
    borrowed = 0
    following = next((value for value in bins if value != _EMPTY), _EMPTY)
    for place in range(len(bins) - 1, -1, -1):
        if bins[place] == _EMPTY:
            borrowed += 1
            result[place] = following + borrowed * _EMPTY
        else:
            following, borrowed = bins[place], 0
    return result
