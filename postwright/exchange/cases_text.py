"""Reports -> a list for people, or the object that `postwright cases --format jsonl` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from postwright.exchange.cases import FINDING, MISSED, Case, as_values
from postwright.exchange.marks import shortened
from postwright.exchange.terminal import count, visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.console import Console

_LONGEST_QUOTE = 120
"""Characters of the words in question that are shown."""


def case_object(case: Case, *, still_so: bool) -> dict[str, Any]:
    """Return a case as plain values, with whether the text is still read, or found, so."""
    return as_values(case) | {"still_so": still_so}


def print_cases(console: Console, checked: Sequence[tuple[Case, bool]], *, path: Path) -> None:
    """Print each case with whether it is still so."""
    for case, still_so in checked:
        console.print(Text.assemble((f"{case.reported[:10]}  {subject(case)}  ", "bold"), _state(case, still_so)))
        if case.quote:
            console.print(Text(f"    “{visible(shortened(case.quote, to=_LONGEST_QUOTE))}”"))
        if case.about != MISSED:
            console.print(Text(f"    {'said' if case.about == FINDING else 'read as'}: {visible(case.read)}"))
        if case.should_be:
            label = "wrong because" if case.about == FINDING else "should be"
            console.print(Text(f"    {label}: {visible(case.should_be)}"))
    still = sum(still_so for _, still_so in checked)
    console.print(f"{count(len(checked), 'report')} in {visible(str(path))}, {still} still so.")


def subject(case: Case) -> str:
    """Return what a case is about: "demand", "missed", "finding wording/age-young"."""
    return f"{case.about} {visible(case.rule)}" if case.about == FINDING else case.about


def state_in_words(case: Case, *, still_so: bool) -> str:
    """Return whether a case is still so: "still read so", "found differently now"."""
    verb = "found" if case.about == FINDING else "read"
    return f"still {verb} so" if still_so else f"{verb} differently now"


def _state(case: Case, still_so: bool) -> tuple[str, str]:
    return state_in_words(case, still_so=still_so), "yellow" if still_so else "green"
