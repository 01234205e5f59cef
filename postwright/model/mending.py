"""Many fixes at once: those that do not touch the same words are applied together, the rest after another look."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from postwright.model.finding import Edit, Finding, Fix, Safety

MOST_ROUNDS = 10
"""Looks at a text after which mending stops; each applies at least one fix, and few need more than two."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after its fixes, and what was done to it."""

    text: str
    done: tuple[tuple[Finding, Fix], ...]


def mended(text: str, find: Callable[[str], Iterable[Finding]], *, safety: Safety = "safe") -> Mended:
    """Return `text` with every fix of a safety applied. `find` returns the findings of a text.

    Of fixes that overlap the first found is applied; the others get their turn when the text is looked at again.
    """
    done: list[tuple[Finding, Fix]] = []
    for _ in range(MOST_ROUNDS):
        together = without_overlap((finding, fix) for finding in find(text) for fix in _first(finding, safety))
        changed = applied(text, [fix for _, fix in together])
        if changed == text:
            break
        text = changed
        done += together
    return Mended(text, tuple(done))


def without_overlap(fixes: Iterable[tuple[Finding, Fix]]) -> list[tuple[Finding, Fix]]:
    """Return the fixes that can be applied together, in order: none touches words that an earlier one changes."""
    kept: list[tuple[Finding, Fix]] = []
    taken: set[Edit] = set()
    for finding, fix in fixes:
        new = set(fix.edits) - taken
        if fix.edits and not any(_touch(edit, other) for edit in new for other in taken):
            kept.append((finding, fix))
            taken |= new
    return kept


def applied(text: str, fixes: Iterable[Fix]) -> str:
    """Return `text` with the edits of fixes that do not overlap; an edit that two of them share is made once."""
    for edit in sorted({edit for fix in fixes for edit in fix.edits}, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def _first(finding: Finding, safety: Safety) -> list[Fix]:
    """Return the first fix of that safety: the others are other ways to do the same."""
    return [fix for fix in finding.fixes if fix.safety == safety and fix.edits][:1]


def _touch(first: Edit, second: Edit) -> bool:
    """Say whether two edits change the same words, or put something in at the same place."""
    if first.start == first.end or second.start == second.end:
        return first.start <= second.end and second.start <= first.end
    return first.start < second.end and second.start < first.end
