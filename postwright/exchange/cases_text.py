"""Reported readings -> a list for people, or the object that `postwright cases --format jsonl` prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.text import Text

from postwright.exchange.cases import MISSED, Case
from postwright.exchange.marks import shortened
from postwright.exchange.terminal import count, visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.console import Console

_LONGEST_QUOTE = 120
"""Characters of the words in question that are shown."""


def case_object(case: Case, *, still_so: bool) -> dict[str, Any]:
    """Return a case as plain values, with whether the text is still read so."""
    return asdict(case) | {"still_so": still_so}


def print_cases(console: Console, checked: Sequence[tuple[Case, bool]], *, path: Path) -> None:
    """Print each case with whether it is still read so."""
    for case, still_so in checked:
        state = ("still read so", "yellow") if still_so else ("read differently now", "green")
        console.print(Text.assemble((f"{case.reported[:10]}  {case.about}  ", "bold"), state))
        console.print(Text(f"    “{visible(shortened(case.quote, to=_LONGEST_QUOTE))}”"))
        if case.about != MISSED:
            console.print(Text(f"    read as: {visible(case.read)}"))
        if case.should_be:
            console.print(Text(f"    should be: {visible(case.should_be)}"))
    still = sum(still_so for _, still_so in checked)
    console.print(f"{count(len(checked), 'report')} in {visible(str(path))}, {still} still read so.")
