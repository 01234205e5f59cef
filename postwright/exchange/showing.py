"""What all reports for people share: counts and severities in words, places, and text that steers nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from postwright.late_pattern import late
from postwright.model.words import SEVERITIES, Severity

SEVERITY_NAMES: Mapping[Severity, str] = {
    "error": "Must fix",
    "warning": "Should fix",
    "notice": "Worth a look",
    "info": "For information",
}


@lru_cache(maxsize=1)
def steering() -> re.Pattern[str]:
    """Return what finds characters that move a cursor, turn the direction of writing or hide."""
    return late(r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def visible(text: str) -> str:
    """Return `text` with each character that could steer a terminal replaced by one that shows; same length.

    >>> visible("a\\x1b[31mb\\tc")
    'a\ufffd[31mb c'
    """
    return steering().sub(lambda found: " " if found[0] in "\t\n\r" else "\ufffd", text)


def count(number: int, word: str) -> str:
    """Return "1 error", "2 errors"; "info" has no plural."""
    return f"{number:,} {word if number == 1 or word == 'info' else word + 's'}"


def counts_in_words(counts: Mapping[Severity, int] | Counter[Severity]) -> str:
    """Return counts by severity in words, most severe first: "1 error, 2 notices"."""
    return ", ".join(count(counts[each], each) for each in SEVERITIES if counts.get(each)) or "no findings"


class Lines:
    """Where the lines of a text begin: turns an offset into line and column, however many are asked for."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        position = text.find("\n")
        while position >= 0:
            self._starts.append(position + 1)
            position = text.find("\n", position + 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both counted from 1; a column is a code point.

        >>> Lines("ab\\ncd").place(4)
        (2, 2)
        """
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
