"""A review -> the figures behind its plots: years by level with the usual band, pay by level, findings by rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from postwright.consistency.record import ReviewedPosting
from postwright.consistency.review import Review
from postwright.model.words import LEVELS, SEVERITIES, Level, Severity

if TYPE_CHECKING:
    from postwright.guidelines.records import Band, Guidelines


@dataclass(frozen=True, slots=True)
class YearsAtLevel:
    """The least years that the postings of one level ask, beside the band that is usual."""

    level: Level | None
    """None for postings that name no level, or several."""
    software: bool
    """Which of the level's bands it is: software, or most fields."""
    usual: tuple[float, float] | None
    """Least and most years that are usual; None where no level is known."""
    limit: float | None
    """More than this many years is above the level."""
    asked: tuple[tuple[float, int], ...]
    """Years with the position of the posting that asks them, rising."""
    silent: int
    """Postings of the level that ask no years."""

    @property
    def middle(self) -> float | None:
        """The median of the years asked."""
        return median(years for years, _ in self.asked) if self.asked else None

    @property
    def above(self) -> int:
        """How many ask more than the level's limit."""
        return 0 if self.limit is None else sum(1 for years, _ in self.asked if years > self.limit)


@dataclass(frozen=True, slots=True)
class PayAtLevel:
    """What the postings of one level pay in one currency, for a year of full-time work."""

    level: Level | None
    currency: str
    ranges: tuple[tuple[float, float, int], ...]
    """Least and most pay with the position of the posting, rising; a single figure has both the same."""

    @property
    def middle(self) -> float:
        """The median of the ranges' middles."""
        return median((least + most) / 2 for least, most, _ in self.ranges)


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule was remarked on, and in how many postings."""

    rule: str
    counts: tuple[tuple[Severity, int], ...]
    """Findings by severity, most severe first: a rule may lower some of its findings."""
    postings: int

    @property
    def findings(self) -> int:
        """All findings."""
        return sum(number for _, number in self.counts)

    @property
    def severity(self) -> Severity:
        """The worst severity of its findings."""
        return self.counts[0][0]


def years_by_level(review: Review, guidelines: Guidelines) -> tuple[YearsAtLevel, ...]:
    """Return a row for each level and kind of work that postings have, in the order of the ladder."""
    asked: defaultdict[tuple[int, bool], list[tuple[float, int]]] = defaultdict(list)
    silent: Counter[tuple[int, bool]] = Counter()
    for index, posting in enumerate(review.postings):
        key = (_rung(posting), bool(posting.software))
        if posting.years is None:
            silent[key] += 1
        else:
            asked[key].append((posting.years, index))
    return tuple(
        _at_level(rung, software, asked[rung, software], silent[rung, software], guidelines)
        for rung, software in sorted(asked.keys() | silent.keys())
    )


def pay_by_level(review: Review) -> tuple[PayAtLevel, ...]:
    """Return a row for each currency and level, the commonest currency first, then in the order of the ladder."""
    ranges: defaultdict[tuple[str, int], list[tuple[float, float, int]]] = defaultdict(list)
    currencies: Counter[str] = Counter()
    for index, posting in enumerate(review.postings):
        pay = posting.pay
        if pay is None or not pay.currency or pay.year_minimum is None or pay.year_maximum is None:
            continue
        currencies[pay.currency] += 1
        ranges[pay.currency, _rung(posting)].append((pay.year_minimum, pay.year_maximum, index))
    order = sorted(ranges, key=lambda key: (-currencies[key[0]], key[0], key[1]))
    return tuple(PayAtLevel(_level(rung), currency, tuple(sorted(ranges[currency, rung]))) for currency, rung in order)


def findings_by_rule(review: Review) -> tuple[RuleCount, ...]:
    """Return the rules of the linter and those across postings that remarked on something, the worst first."""
    findings: Counter[tuple[str, Severity]] = Counter()
    postings: Counter[str] = Counter()
    for posting in review.postings:
        findings.update({(rule, severity): count for rule, severity, count in posting.rules})
        postings.update({rule for rule, _, _ in posting.rules})
    for remark in review.remarks:
        findings[remark.rule, remark.severity] += 1
        postings[remark.rule] += len(remark.postings)
    counts = (RuleCount(rule, _by_severity(rule, findings), postings[rule]) for rule in postings)
    return tuple(sorted(counts, key=lambda count: (SEVERITIES.index(count.severity), -count.findings, count.rule)))


def remarks_on(review: Review) -> tuple[int, ...]:
    """Return for each posting how many remarks across postings are about it."""
    counts = [0] * len(review.postings)
    for remark in review.remarks:
        for index in remark.postings:
            counts[index] += 1
    return tuple(counts)


def _by_severity(rule: str, findings: Counter[tuple[str, Severity]]) -> tuple[tuple[Severity, int], ...]:
    return tuple((severity, findings[rule, severity]) for severity in SEVERITIES if findings[rule, severity])


def _rung(posting: ReviewedPosting) -> int:
    """Return the level's place on the ladder; beyond its end where none is named, or several are."""
    return LEVELS.index(posting.levels[0]) if len(set(posting.levels)) == 1 else len(LEVELS)


def _level(rung: int) -> Level | None:
    return LEVELS[rung] if rung < len(LEVELS) else None


def _at_level(
    rung: int, software: bool, asked: list[tuple[float, int]], silent: int, guidelines: Guidelines
) -> YearsAtLevel:
    level = _level(rung)
    band = _band(level, software, guidelines)
    return YearsAtLevel(
        level=level,
        software=software,
        usual=(band.min_years, band.max_years) if band else None,
        limit=band.flag_min_demand_above if band else None,
        asked=tuple(sorted(asked)),
        silent=silent,
    )


def _band(level: Level | None, software: bool, guidelines: Guidelines) -> Band | None:
    record = next((record for record in guidelines.levels.values() if level and record.id == level), None)
    return None if record is None else record.software if software else record.general
