"""Does a regular expression hold repetition inside repetition? Such a pattern can take hours on a long line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

LONG = 256
"""A repetition that may go on for at least so many characters counts as endless."""


def nested_repetition(pattern: str) -> bool:
    r"""Return whether an endless repetition holds another one, as in `(a+)*`.

    >>> nested_repetition(r"(?:\w+\s?)+ years"), nested_repetition(r"\w+ years(?: of \w+)?")
    (True, False)
    """
    try:
        from re import _parser  # type: ignore[attr-defined]  # private, so its absence must only cost the check
    except ImportError:
        return False
    return _nested(list(_parser.parse(pattern, re.IGNORECASE)), inside=False)


def _nested(items: Sequence[Any], *, inside: bool) -> bool:
    return any(_is_nested(str(name), value, inside=inside) for name, value in items)


def _is_nested(name: str, value: Any, *, inside: bool) -> bool:
    """Return whether a node of a parsed pattern, `inside` an endless repetition or not, holds a nested one."""
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        endless = int(value[1]) >= LONG
        return (inside and endless) or _nested(list(value[2]), inside=inside or endless)
    if name == "BRANCH":
        return any(_nested(list(branch), inside=inside) for branch in value[1])
    if name == "SUBPATTERN":
        return _nested(list(value[-1]), inside=inside)
    if name in ("ASSERT", "ASSERT_NOT"):
        return _nested(list(value[1]), inside=inside)
    return False
