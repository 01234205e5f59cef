"""A kind of wording, as the rules and their page describe it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postwright.linting.rule import Example


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of wording."""

    summary: str
    """One line: what is remarked on."""
    says: str
    """Completes "“<the words>” ..." in the message."""
    why: str
    fires: tuple[Example, ...] = ()
    silent: tuple[Example, ...] = ()
    known_problems: str = ""
    ground: str = ""
    """What law protects, where the category is about that: remarks about different grounds stand beside each other."""
    hints: str = ""
    """Stands in for `says` where the entry is only a hint (info)."""


def category(
    summary: str,
    *,
    says: str,
    why: str,
    fires: Sequence[tuple[str, str]],
    silent: Sequence[str],
    known_problems: str = "",
    ground: str = "",
    hints: str = "",
) -> Category:
    """Return a category, its examples given as plain strings."""
    return Category(
        summary=summary,
        says=says,
        why=why,
        fires=tuple(Example(text=text, quote=quote) for text, quote in fires),
        silent=tuple(Example(text=text) for text in silent),
        known_problems=known_problems,
        ground=ground,
        hints=hints,
    )
