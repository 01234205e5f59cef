"""Short postings for the examples of the rules."""

from __future__ import annotations

from postwright.linting.rule import Example


def asking(title: str, *lines: str, places: tuple[str, ...] = ()) -> Example:
    """Return a posting with a title and lines of requirements."""
    items = "\n".join(f"- {line}" for line in lines)
    return Example(title=title, text=f"Requirements:\n{items}", places=places)


def years(title: str, amount: int) -> Example:
    """Return a posting that asks some years."""
    return asking(title, f"{amount} years of experience with looms")
