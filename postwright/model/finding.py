"""A rule's result at a place in a text, with its arithmetic, its source and its fixes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from postwright.model.words import Confidence, Severity

Safety = Literal["safe", "unsafe", "hint"]
"""safe: mechanical, meaning unchanged; unsafe: a rewording to confirm; hint: words of advice, nothing to apply."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace text[start:end] by `replacement`."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding; a hint has no edits."""

    label: str
    safety: Safety
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about a text. `start` is None for what is missing and so has no place."""

    rule: str
    severity: Severity
    start: int | None
    end: int | None
    message: str
    why: str
    source: str
    quote: str = ""
    arithmetic: str = ""
    fixes: tuple[Fix, ...] = ()
    field: str = ""
    """The brief's field that this is about (`must_have.2`, `pay.1`), where there is one."""
    confidence: Confidence = "high"
    """How sure the fact behind it is; the engine makes no error of one that is less than high."""


def apply_fix(text: str, fix: Fix) -> str:
    """Return `text` with the edits of `fix` applied, last one first so that offsets hold.

    >>> apply_fix("a rockstar coder", Fix("replace", "unsafe", (Edit(2, 10, "skilled"),)))
    'a skilled coder'
    """
    for edit in sorted(fix.edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text
