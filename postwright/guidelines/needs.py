"""A pattern -> words of which every match has one: a text without them need not be searched.

What surrounds a wording is searched for its `within` and `exceptions`; most of them have a word that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

MOST = 24
"""Words after which looking for them costs what the search does."""
SHORTEST = 2
"""Characters of a word that is worth looking for."""
LONG = 6
"""Characters after which a longer word is no better."""


def needed_words(pattern: str) -> tuple[str, ...]:
    r"""Return strings, lower case, one of which stands in every match of `pattern`; none where that cannot be told.

    >>> needed_words(r"\b(?:no|not) more than \d+ years?\b")
    (' more than ',)
    >>> needed_words(r"\w+ (?:staff|teams?|crew)\b")
    ('crew', 'staff', 'team')
    >>> needed_words(r"(?:years? )?\d+")
    ()
    """
    try:
        from re import _parser  # type: ignore[attr-defined]  # private, so its absence must only cost speed
    except ImportError:
        return ()
    return tuple(sorted(_sequence(list(_parser.parse(pattern, re.IGNORECASE)))))


def _sequence(items: Sequence[Any]) -> frozenset[str]:
    """Return the best of the sets that the items, one after the other, give."""
    found: list[frozenset[str]] = []
    run = ""
    for item in items:
        name, value = str(item[0]), item[1]
        if name == "LITERAL":
            run += chr(value).lower()
            continue
        found += [frozenset((run,)), _item(name, value)]
        run = ""
    best = max([*found, frozenset((run,))], key=_worth)
    return best if _worth(best) else frozenset()


def _item(name: str, value: Any) -> frozenset[str]:
    if name == "SUBPATTERN":
        return _sequence(list(value[-1]))
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, _, inner = value
        return _sequence(list(inner)) if least else frozenset()
    if name == "BRANCH":
        branches = [_sequence(list(branch)) for branch in value[1]]
        if not all(map(_worth, branches)):
            return frozenset()
        words = frozenset[str]().union(*branches)
        return frozenset(word for word in words if not any(other in word for other in words if other != word))
    return frozenset()


def _worth(words: frozenset[str]) -> float:
    """Return how much is gained by looking for the words: the more, the longer and fewer they are; 0 for none."""
    shortest = min(map(len, words), default=0)
    return min(shortest, LONG) / len(words) ** 0.5 if shortest >= SHORTEST and len(words) <= MOST else 0
