"""Saving while somebody types: a text may replace a stored one that it follows, known by a short fingerprint.

An editor cannot always know whether its last save arrived. So each save names the fingerprints of all texts that it
may follow; where the stored text is one of them nothing is lost by it, whichever window or process stored it.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from postwright.model.brief import Brief


@dataclass(frozen=True, slots=True)
class Stored:
    """A text as it is stored now."""

    text: str
    order: int
    """Grows with every change: tells a later state from an earlier one."""

    @property
    def mark(self) -> str:
        """The fingerprint of the text."""
        return fingerprint_of(self.text)


def fingerprint_of(text: str) -> str:
    """Return what tells a text from its other versions, as the editor computes it too: CRC-32 and bytes of its UTF-8.

    >>> fingerprint_of("We pay"), fingerprint_of("")
    ('506735c1-6', '00000000-0')
    """
    octets = text.encode("utf-8", "surrogatepass")
    return f"{zlib.crc32(octets):08x}-{len(octets)}"


def may_follow(stored: str, text: str, follows: Collection[str]) -> bool:
    """Return whether `text` may take the place of what is stored."""
    return stored == text or fingerprint_of(stored) in follows


def text_of_field(brief: Brief, raw: Mapping[str, Any], path: str) -> str:
    """Return what a long field shows: what was typed and refused, else the brief's words, one entry a line."""
    here: Any = raw.get(path, brief)
    for part in () if path in raw else path.split("."):
        if isinstance(here, tuple):
            here = next((entry for entry in here if str(entry.id) == part), None)
        else:
            here = getattr(here, part, None)
    if isinstance(here, tuple):
        return "\n".join(entry.text for entry in here)
    return "" if here is None else str(here)
