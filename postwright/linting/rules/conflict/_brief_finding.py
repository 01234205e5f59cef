"""The finding that text and brief state two values for one thing."""

from __future__ import annotations

from postwright.model.finding import Edit, Finding, Fix

CORRECT = Fix("Correct the text, or the brief if the text is right", "hint")
ID = "conflict/brief-text"


def differs(start: int, end: int, message: str, *, field: str, fixes: tuple[Fix, ...] = ()) -> Finding:
    """Return the finding at text[start:end] about the brief's `field`."""
    return Finding(
        rule=ID,
        severity="error",
        start=start,
        end=end,
        message=message,
        why="",
        source="",
        fixes=fixes or (CORRECT,),
        field=field,
    )


def written(start: int, end: int, replacement: str) -> Fix:
    """Return the fix, to be confirmed, that writes what the brief says."""
    return Fix(f"Write {replacement}, as the brief says", "unsafe", (Edit(start, end, replacement),))
