"""Which saved states are kept: every one that holds a word which the next one no longer has.

An editor saves twice a second, in the middle of words: what was typed and taken back within a moment is not kept,
unless it is a longer passage. What stood for a moment is, and of steady typing a state for every moment.
"""

from __future__ import annotations

import datetime as dt

SAME_SITTING = dt.timedelta(minutes=10)
"""Typing within this time may share one revision; older ones stay as milestones."""


A_MOMENT = dt.timedelta(minutes=1)
"""What was changed again sooner is no state of its own, unless something longer would be lost."""
FEW = 200
"""Characters: about two lines."""


def only_adds(before: str, after: str) -> bool:
    """Return whether `after` is `before` with something put in at one place, so that `before` loses nothing.

    >>> only_adds("We pay", "We always pay"), only_adds("We pay well", "We pay")
    (True, False)
    """
    if len(after) < len(before):
        return False
    head = _common(before, after)
    return before[head:] == after[len(after) - (len(before) - head) :]


def loses_little(before: str, after: str) -> bool:
    """Return whether at most `FEW` characters of `before` are changed or missing in `after`.

    >>> loses_little("We pay wel", "We pay weekly"), loses_little("a" * 500, "")
    (True, False)
    """
    head = _common(before, after)
    rest, new_rest = before[head:], after[head:]
    return len(rest) - _common(rest[::-1], new_rest[::-1]) <= FEW


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
