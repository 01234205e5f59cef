"""What a document says of itself: its title and its day, and text without characters that no XML may hold."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from postwright.exchange.markup import first_heading
from postwright.late_pattern import late

if TYPE_CHECKING:
    from postwright.model.brief import Brief
    from postwright.model.posting import Posting

_FORBIDDEN = late(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NO_DAY = dt.date(2000, 1, 1)
"""Stands in for the day of posting where there is none, so that the same text gives the same file."""


def without_forbidden(text: str) -> str:
    """Return `text` without control characters, halves of characters and non-characters (XML 1.0, section 2.2)."""
    return _FORBIDDEN.sub("", text)


def title_of(text: str, posting: Posting | None, brief: Brief | None) -> str:
    """Return what a document of the text is called; never empty, at most 255 characters."""
    title = first_heading(text) or (posting.title if posting else "") or (brief.title if brief else "")
    return without_forbidden(title).strip()[:255] or "Job posting"


def day_of(brief: Brief | None) -> dt.date:
    """Return the day that a document gives as its own."""
    return (brief.date_posted if brief else None) or _NO_DAY
