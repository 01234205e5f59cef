"""The known name that a mistyped one most likely meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_ALIKE = 0.6
"""Share of letters in common below which a suggestion would only confuse (difflib's own default)."""


def nearest(name: str, known: Iterable[str], *, alike: float = _ALIKE) -> str | None:
    """Return the most similar of `known`, or None where nothing is similar.

    >>> nearest("must_haves", ["must_have", "nice_to_have"])
    'must_have'
    """
    by_folded = {_folded(candidate): candidate for candidate in known}
    found = difflib.get_close_matches(_folded(name[:200]), by_folded, n=1, cutoff=alike)
    return by_folded[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str], *, alike: float = _ALIKE) -> str:
    """Return ' Did you mean "x"?' or an empty string."""
    best = nearest(name, known, alike=alike)
    return f' Did you mean "{best}"?' if best else ""


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-").replace(" ", "-")
