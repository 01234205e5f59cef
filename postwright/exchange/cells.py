"""Text for a cell of a spreadsheet: it stays text, whatever it begins with."""

from __future__ import annotations

from postwright.late_pattern import late

_FORMULA = late(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How a cell begins that a spreadsheet would work out: = + - @, their wide forms, and what hides them (OWASP, CSV
Injection)."""
_UNWRITABLE = late(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold."""


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet could take a text for a formula.

    >>> [is_formula(text) for text in ("=1+1", " @SUM(A1)", "\\tx", "-5", "a=b", "")]
    [True, True, True, True, False, False]
    """
    return bool(_FORMULA.match(text))


def writable(text: str) -> str:
    """Return a text without characters that a spreadsheet's file cannot hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def cell(text: str) -> str:
    """Return a text for a CSV file: one that looks like a formula begins with an apostrophe.

    >>> cell("=cmd|' /C calc'!A0"), cell("Nurse")
    ("'=cmd|' /C calc'!A0", 'Nurse')
    """
    plain = writable(text)
    return f"'{plain}" if is_formula(plain) else plain
