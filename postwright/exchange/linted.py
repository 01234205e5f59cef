"""What the reports of `postwright lint` are made from: a posting with its findings, the totals, the run."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from postwright.exchange.document import Imported
from postwright.model.waiver import Sifted
from postwright.model.words import SEVERITIES, Severity

if TYPE_CHECKING:
    from postwright.linting.rule import Rule


@dataclass(frozen=True, slots=True)
class Linted:
    """One posting and what was found in it; the findings' offsets index `posting.text`."""

    posting: Imported
    sifted: Sifted
    title: str = ""
    """The job title, given or read; empty where unknown."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a report may tell of the whole run."""

    date: dt.date
    """The day of the run."""
    rules: Callable[[], Mapping[str, Rule]] = dict
    """The rules that are checked, by id, with the house's severities."""
    show_waived: bool = False


@dataclass(frozen=True, slots=True)
class RuleTotal:
    """How often a rule found something at one severity, and in how many postings."""

    rule: str
    severity: Severity
    findings: int
    postings: int


@dataclass
class Totals:
    """Counts over a run; its size follows the number of rules, not of postings."""

    postings: int = 0
    unreadable: int = 0
    findings: Counter[tuple[Severity, str]] = field(default_factory=Counter)
    """By severity and rule."""
    _touched: Counter[tuple[Severity, str]] = field(default_factory=Counter)
    """Postings by severity and rule."""

    def add(self, found: Iterable[tuple[Severity, str]]) -> None:
        """Count one posting, with severity and rule of each of its findings."""
        counted = Counter(found)
        self.postings += 1
        self.findings.update(counted)
        self._touched.update(counted.keys())

    @property
    def by_severity(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        counts: Counter[Severity] = Counter()
        for (severity, _), number in self.findings.items():
            counts[severity] += number
        return counts

    def by_rule(self) -> list[RuleTotal]:
        """Return the counts of each rule: the most severe first, then the most frequent."""
        totals = [
            RuleTotal(rule, severity, number, self._touched[severity, rule])
            for (severity, rule), number in self.findings.items()
        ]
        return sorted(totals, key=lambda each: (SEVERITIES.index(each.severity), -each.findings, each.rule))
