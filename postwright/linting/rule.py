"""The record of a rule and what a rule may look at.

A module under `linting/rules/` named after its rule (`inflated/years-above-level` lives in
`rules/inflated/years_above_level.py`) defines `RULE`, a `Rule`. The registry finds it; tests, `postwright explain`
and docs/rules.md come from it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from postwright.model.finding import Finding
from postwright.model.reading import Reading
from postwright.model.words import Level, Severity

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines, RoleProfile
    from postwright.model.brief import Brief, Organisation
    from postwright.reading.document import Document


@dataclass(frozen=True)
class Context:
    """All that a rule may use. What is not known is None or empty, and a rule that needs it stays silent."""

    document: Document
    reading: Reading
    guidelines: Guidelines
    date: dt.date
    """The posting's date: technology ages and laws are judged on it."""
    levels: tuple[Level, ...] = ()
    """From the brief, else the caller's flag, else the title's words."""
    places: tuple[str, ...] = ()
    """Place codes that the posting can reach, from the brief or the caller's flag."""
    profile: RoleProfile | None = None
    brief: Brief | None = None
    organisation: Organisation | None = None
    facts: dict[str, object] = field(default_factory=dict)
    """Shared values computed once per posting by rules that need the same thing."""

    @property
    def text(self) -> str:
        return self.reading.text


Check = Callable[[Context], Iterable[Finding]]


@dataclass(frozen=True)
class Example:
    """A short posting and how it is given to the rule."""

    text: str
    title: str = ""
    level: Level | None = None
    profile: str = ""
    places: tuple[str, ...] = ()
    date: dt.date = dt.date(2026, 11, 20)
    brief: Mapping[str, object] | None = None
    organisation: Mapping[str, object] | None = None
    quote: str | None = None
    """For an example that fires: the text marked; None where the finding has no place."""

    @property
    def postings(self) -> tuple[Example, ...]:
        """The postings of this example: itself alone."""
        return (self,)

    @property
    def message(self) -> str:
        """What is said, where that belongs to the example: a mark in the text says it for one posting."""
        return ""


class ShownExample(Protocol):
    """What the pages about rules show of an example: one posting, or several beside each other."""

    @property
    def postings(self) -> tuple[Example, ...]: ...

    @property
    def message(self) -> str: ...


class RuleRecord(Protocol):
    """What the pages about rules show of a rule, whether it looks at one posting or at many."""

    @property
    def id(self) -> str: ...

    @property
    def severity(self) -> Severity: ...

    @property
    def summary(self) -> str: ...

    @property
    def why(self) -> str: ...

    @property
    def source(self) -> str: ...

    @property
    def known_problems(self) -> str: ...

    @property
    def fires(self) -> Sequence[ShownExample]: ...

    @property
    def silent(self) -> Sequence[ShownExample]: ...


@dataclass(frozen=True)
class Rule:
    """One check with its reason, its source and its examples."""

    id: str
    severity: Severity
    """The default; a finding may carry a lower one where its fact is less sure."""
    summary: str
    """One line: what is remarked on."""
    why: str
    """Why it matters, for the person who wrote the posting."""
    source: str
    check: Check
    fires: tuple[Example, ...]
    """Postings in which the rule must find exactly the example's quote."""
    silent: tuple[Example, ...]
    """Near-misses in which it must find nothing."""
    known_problems: str = ""
