"""The record of a rule that looks at many postings, what it may look at, and what it says.

A module under `consistency/rules/` named after its rule (`consistency/years-outlier` lives in `rules/years_outlier.py`)
defines `RULE`, a `SetRule`. The registry finds it; tests, `postwright explain` and docs/rules.md come from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.consistency.groups import Group
from postwright.consistency.record import ReviewedPosting
from postwright.linting.rule import Example
from postwright.model.words import Confidence, Severity

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.model.brief import Organisation


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of two texts that were compared."""

    change: str
    """"same", "missing" (the approved text has it, the posting not) or "added"."""
    words: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of postings beside others. A posting is its position in the review, from 0."""

    postings: tuple[int, ...]
    """Those that it is about; it is shown at the first."""
    others: tuple[int, ...]
    """Those that they are compared with; of very many the first `COMPARED`."""
    message: str
    arithmetic: str
    severity: Severity
    rule: str = ""
    """Filled in by the review, as are why and source where a rule leaves them empty."""
    why: str = ""
    source: str = ""
    group: str = ""
    """The label of the group that was compared, where it was one."""
    difference: tuple[Piece, ...] = ()
    confidence: Confidence = "high"


@dataclass(frozen=True)
class ReviewContext:
    """All that a rule may use."""

    postings: Sequence[ReviewedPosting]
    employers: Sequence[str]
    """For each posting what is the same for all of its employer (see groups.employers_of)."""
    groups: tuple[Group, ...]
    guidelines: Guidelines
    organisation: Organisation | None = None

    def limit(self, name: str) -> float:
        """Return a threshold of the house."""
        return self.guidelines.limits[name].value


Check = Callable[[ReviewContext], Iterable[Remark]]


@dataclass(frozen=True)
class SetExample:
    """A few short postings beside each other."""

    postings: tuple[Example, ...]
    """An example's `places` name where the work is; its `organisation` holds for all postings of the set."""
    message: str = ""
    """For an example that fires: what is said."""


@dataclass(frozen=True)
class SetRule:
    """One check across postings with its reason, its source and its examples."""

    id: str
    severity: Severity
    summary: str
    why: str
    source: str
    check: Check
    fires: tuple[SetExample, ...]
    silent: tuple[SetExample, ...]
    known_problems: str = ""


LISTED = 5
"""Postings that a message names."""
COMPARED = 200
"""Postings that a remark remembers as compared with: all of them, for each of ten thousand, would fill the memory."""


def named(indices: Sequence[int], *, of: int | None = None) -> str:
    """Return the numbers of postings as a review shows them; `of` is how many they are, where some are left out.

    >>> named((2,)), named((0, 4)), named(tuple(range(9)))
    ('no. 3', 'no. 1 and 5', 'no. 1, 2, 3, 4, 5 and 4 more')
    """
    shown, number = [str(index + 1) for index in indices[:LISTED]], len(indices) if of is None else of
    if number > LISTED:
        return f"no. {', '.join(shown)} and {number - LISTED:,} more"
    return f"no. {', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else f"no. {shown[0]}"


def listed(amounts: Sequence[float]) -> str:
    """Return amounts in rising order, many of them with how often each comes.

    >>> listed((5, 8, 5)), listed([5.0] * 40 + [8])
    ('5, 5, 8', '5 (40 times), 8')
    """
    values = sorted(amounts)
    if len(values) <= 12:
        return ", ".join(f"{value:g}" for value in values)
    counts = {value: values.count(value) for value in dict.fromkeys(values)}
    shown = [f"{value:g} ({count:,} times)" if count > 1 else f"{value:g}" for value, count in counts.items()]
    return ", ".join(shown[:20]) + (", …" if len(shown) > 20 else "")
