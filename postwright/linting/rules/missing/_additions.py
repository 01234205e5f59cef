"""A sentence that a posting lacks -> the fix that puts it at the posting's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.model.finding import Edit, Fix

if TYPE_CHECKING:
    from postwright.linting.rule import Context


def appended(context: Context, sentence: str, *, label: str) -> Fix:
    """Return the fix, to be confirmed, that adds `sentence` as a paragraph after the last line of the text."""
    end = len(context.text.rstrip())
    gap = "\n\n" if end else ""
    return Fix(label, "unsafe", (Edit(end, end, f"{gap}{sentence}"),))
