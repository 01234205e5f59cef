"""Which saved states are kept: every one that holds a word which the next one no longer has."""

from __future__ import annotations

import datetime as dt

SAME_SITTING = dt.timedelta(minutes=10)
"""Typing within this time may share one revision; older ones stay as milestones."""


def only_adds(before: str, after: str) -> bool:
    """Return whether `after` is `before` with something put in at one place, so that `before` loses nothing.

    >>> only_adds("We pay", "We always pay"), only_adds("We pay well", "We pay")
    (True, False)
    """
    if len(after) < len(before):
        return False
    head = _common(before, after)
    return before[head:] == after[len(after) - (len(before) - head) :]


def _common(one: str, other: str) -> int:
    """Return the length of the common beginning, by halving: comparing slices is fast, comparing letters is not."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
