"""Two versions of a text -> the lines that differ, each cut to what changed and a few words around it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

AROUND = 40
"""Characters of an unchanged line that are shown on either side of what changed."""
CUT = "…"


@dataclass(frozen=True, slots=True)
class Change:
    """A changed stretch of lines. `line` counts from 1 in the old text; "" for what was added or taken out whole."""

    line: int
    before: str
    old: str
    """What stood there, between `before` and `after`."""
    new: str
    after: str


def changes(old: str, new: str) -> Iterator[Change]:
    """Yield what differs, from top to bottom."""
    first, second = old.split("\n"), new.split("\n")
    for tag, a, b, c, d in difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if tag == "replace" and b - a == d - c:
            yield from (_in_line(a + n + 1, first[a + n], second[c + n]) for n in range(b - a))
        else:
            yield Change(a + 1, "", "\n".join(first[a:b]), "\n".join(second[c:d]), "")


def _in_line(line: int, old: str, new: str) -> Change:
    """Return the change of one line, what both versions begin and end with left out but for a few words."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    start = old.rfind(" ", 0, start) + 1
    end = 0
    while end < min(len(old), len(new)) - start and old[len(old) - 1 - end] == new[len(new) - 1 - end]:
        end += 1
    while end and not old[len(old) - end].isspace():  # whole words are read more easily
        end -= 1
    stop, new_stop = len(old) - end, len(new) - end
    before, after = old[max(0, start - AROUND) : start], old[stop : stop + AROUND]
    return Change(
        line,
        CUT * (start > AROUND) + before,
        old[start:stop],
        new[start:new_stop],
        after + CUT * (len(old) - stop > AROUND),
    )
