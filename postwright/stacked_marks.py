"""Text -> the same without marks piled up on its letters, which nobody writes and which can cover the lines around."""

from __future__ import annotations

import re

MOST_MARKS = 4
"""On one letter: Vietnamese needs two, phonetic writing three."""
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACKED = re.compile(f"({_MARK}{{{MOST_MARKS}}}){_MARK}+")


def unstacked(text: str) -> tuple[str, int]:
    """Return `text` with at most `MOST_MARKS` marks on a letter, and the number of letters that had more.

    >>> unstacked("Z" + "\\u0351" * 900 + "o\\u0308")
    ('Z\u0351\u0351\u0351\u0351o\u0308', 1)
    """
    return _STACKED.subn(r"\1", text) if not text.isascii() else (text, 0)
