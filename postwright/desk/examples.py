"""The example briefs -> examples to play with, marked as such wherever they go, until somebody makes one their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from postwright.exchange.brief_yaml import load_brief
from postwright.library.records import Origin, PostingRecord, PostingSummary, Reason
from postwright.library.store import Library
from postwright.model.brief import Brief

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "briefs"
EXAMPLE: Origin = "example"
SOUND, FAULTY = "senior_platform_engineer", "inflated_junior_developer"
"""The two that the pages offer: one to look at, and one that asks too much, to mend."""
_MARK = "Example"
_HEADING = "# "

Change = Callable[[str, Callable[[PostingRecord], PostingRecord], Reason], object]


class Examples:
    """Examples to play with; `keep` starts a posting from a brief, `change` saves what a function makes of one."""

    def __init__(self, library: Library, *, keep: Callable[[Brief, Origin], str], change: Change) -> None:
        self._library, self._keep, self._change = library, keep, change

    def open(self, name: str) -> str:
        """Return the id of the example made from an example brief; it is made where there is none."""
        brief = example_brief(name)
        known = (row.id for row in self._library.summaries() if is_example(row) and row.title == brief.title)
        return next(known, None) or self._keep(brief, EXAMPLE)

    def make_own(self, posting_id: str) -> None:
        """Make an example a posting of one's own, which counts like all others."""
        self._change(posting_id, lambda posting: replace(posting, origin="brief") if is_example(posting) else posting,
                     "brief")  # fmt: skip


def example_names() -> tuple[str, ...]:
    """Return the names of the example briefs."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.yaml")))


def example_brief(name: str) -> Brief:
    """Return an example brief."""
    file = FOLDER / f"{name}.yaml"
    return load_brief(file.read_text(encoding="utf-8"), name=file.name)


def is_example(posting: PostingRecord | PostingSummary) -> bool:
    """Return whether a posting is an example to play with."""
    return posting.origin == EXAMPLE


def marked_title(title: str) -> str:
    """Return a title that says that it is an example's.

    >>> marked_title("Nurse"), marked_title("")
    ('Example: Nurse', 'Example')
    """
    return f"{_MARK}: {title}" if title else _MARK


def marked_text(text: str) -> str:
    """Return the text of an example with the mark in its title, or before the text where that has none.

    >>> marked_text("# Nurse\\n\\nCare.\\n")
    '# Example: Nurse\\n\\nCare.\\n'
    >>> marked_text("Care.\\n")
    '# Example\\n\\nCare.\\n'
    """
    if text.startswith(_HEADING):
        return f"{_HEADING}{marked_title(text.removeprefix(_HEADING))}"
    return f"{_HEADING}{_MARK}\n\n{text}"
