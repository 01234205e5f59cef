"""How often: "a week" is not "a month", every third weekend is not every weekend."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.amounts import Amount, unit_of
from postwright.grounding.checks.amounts import matches
from postwright.grounding.clocks import MINUTES_OF_DAY
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Hit, Lexicon
from postwright.grounding.periods import Period
from postwright.model.statement import GroundingFinding

_CALENDAR = frozenset(("minute", "day", "month"))
_FROM = frozenset(("of", "after", "from", "before", "following", "into", "since"))
"""Words behind which stands from when a time is counted."""
_MONTH = ("month", 1.0)
_YEAR, _WEEK = ("month", 12.0), ("day", 7.0)


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield every period that no source has, and every amount that the sources give for another period."""
    known = {key for source in sources for period in source.periods for key in _keys(period)}
    known |= {key for source in sources for key in source.once(frequencies).values()}
    ours = statement.once(frequencies)
    for period in statement.periods:
        if any(hit.first <= period.first and period.last < hit.last for hit in statement.meaning.of("house")):
            continue  # your daily business
        if not known.isdisjoint(_keys(period)) or ours.get(period.first) in known:
            continue
        if _goes_without_saying(period, statement, sources):
            continue
        given = [source.words(p.first, p.last) for source in sources for p in source.periods]
        says = f"the sources say “{'”, “'.join(dict.fromkeys(given[:3]))}”" if given else "no source says so"
        start, end = statement.span(period.first, period.last)
        kind = "schedule" if statement.section in ("schedule", "location") else "time"
        yield GroundingFinding(kind, start, end, f"“{statement.words(period.first, period.last)}”: {says}.", True)
    yield from _moved(statement, sources)
    yield from _anchored(statement, sources)
    yield from _totals(statement, sources)
    yield from _bare_units(statement, sources)


def frequencies(text: Examined) -> dict[int, tuple[str, float]]:
    """Return what "twice a year" and the like come to, each six months, by the first token of the period."""
    times = {amount.last + 1: amount.values[0] for amount in text.amounts if amount.form == "times"}
    return {
        period.first: (period.unit, round(period.size / times[period.first], 4))
        for period in text.periods
        if times.get(period.first, 0) > 1
    }


def _keys(period: Period) -> tuple[tuple[str, float], ...]:
    """Return a period, and for whole days also its hours: every two days is every 48 hours."""
    if period.unit == "day":
        return period.key, ("minute", round(period.size * MINUTES_OF_DAY, 4))
    return (period.key,)


def _goes_without_saying(period: Period, statement: Examined, sources: tuple[Examined, ...]) -> bool:
    """Say whether a period that no source writes is meant all the same: a salary is for a year, hours for a week."""
    units = {p.unit for source in sources for p in source.periods}
    if period.key == _MONTH and any(_is_of_month(source) for source in sources):
        return True
    if _is_of_one(period, statement, sources) or _is_of_each(period, statement, sources):
        return True
    if period.unit not in _CALENDAR:
        return period.size == 1 and period.unit not in units and _is_named(period, statement, sources)
    if period.key == _WEEK and _are_hours(period, statement, sources):
        return True
    if units & _CALENDAR:
        return False
    if _is_a_cycle(period, sources):
        return True
    amounts = [amount for source in sources for amount in source.amounts]
    if period.key == _YEAR:
        least = statement.lexicon.guidelines.limits["least_yearly_pay"].value
        is_salary = any(amount.is_money and max(amount.values) >= least for amount in amounts)
        return is_salary or any(hit.entry.id == "same.holiday" for source in sources for hit in source.synonyms)
    fields = {source.field for source in sources}
    return (
        period.key == _WEEK
        and bool(fields & {"hours", "employment_type", "workplace"})
        and any(a.unit in ("minute", "day") for a in amounts)
    )


def _is_of_month(source: Examined) -> bool:
    """Say whether a source numbers a day as months do: "every first Tuesday"."""
    days = {hit.first for hit in source.hits("days")}
    return any(amount.form == "ordinal" and amount.last + 1 in days for amount in source.amounts)


def _are_hours(period: Period, statement: Examined, sources: tuple[Examined, ...]) -> bool:
    """Say whether a week's hours are those that a source gives for no period: "€62,000 a year at 40 hours"."""
    rated = [amount for source in sources for amount, _ in _rates(source)]
    return any(
        other is period and amount.unit == "minute" and known not in rated and _same(statement, amount, source, known)
        for amount, other in _rates(statement)
        for source in sources
        for known in source.amounts
    )


def _is_a_cycle(period: Period, sources: tuple[Examined, ...]) -> bool:
    """Say whether a source has "5-year cycle" for "every five years"."""
    for source in sources:
        cycles = source.lexicon.stems_of("counting.cycle")
        for amount in source.amounts:
            following = source.prepared.tokens[amount.last + 1 : amount.last + 2]
            if (amount.unit, amount.values[0]) == period.key and any(token.stem in cycles for token in following):
                return True
    return False


def _is_of_each(period: Period, statement: Examined, sources: tuple[Examined, ...]) -> bool:
    """Say whether "the first of each month" is what a source calls "the first of the month"."""
    tokens = statement.prepared.tokens
    if period.is_article or not period.first or tokens[period.first - 1].low != "of":
        return False
    unit = tokens[period.last].stem
    return any(
        [token.low for token in around[:2]] == ["of", "the"] and around[2].stem == unit
        for source in sources
        for around in zip(source.prepared.tokens, source.prepared.tokens[1:], source.prepared.tokens[2:], strict=False)
    )


def _is_of_one(period: Period, statement: Examined, sources: tuple[Examined, ...]) -> bool:
    """Say whether "a monthly salary" is what a source calls "a month's salary"."""
    said = statement.prepared.tokens[period.last]
    unit = said.stem.removesuffix("li")
    return said.low.endswith("ly") and any(
        token.low.endswith("'s") and token.stem == unit for source in sources for token in source.prepared.tokens
    )


def _is_named(period: Period, statement: Examined, sources: tuple[Examined, ...]) -> bool:
    """Say whether a source names the unit, if not as a period: "on nights" for "every night"."""
    last = statement.prepared.tokens[period.last].stem
    days = {hit.entry.id for source in sources for hit in source.hits("days")}
    return period.unit in days or any(last in source.prepared.stems for source in sources)


def _moved(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield where an amount is for another period than in its source, though both periods stand there."""
    for amount, period in _rates(statement):
        given = [
            other for source in sources for known, other in _rates(source) if _same(statement, amount, source, known)
        ]
        before = {p.key for p in statement.periods if p.last < amount.first and _in_one_clause(statement, p, amount)}
        if not given and _has_no_period(statement, amount, sources):
            start, end = statement.span(amount.first, max(amount.last, period.last))
            words = statement.prepared.text[start:end]
            yield GroundingFinding("money", start, end, f"“{words}”: the sources give it for no period.", True)
        if given and all(other.key != period.key and other.key not in before for other in given):
            start, end = statement.span(amount.first, max(amount.last, period.last))
            words = statement.prepared.text[start:end]
            kind = "money" if amount.is_money else "schedule"
            yield GroundingFinding(kind, start, end, f"“{words}”: the sources give it for another period.", True)


def _anchored(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield a stretch of time that is counted from something else than in the sources."""
    for amount in statement.amounts:
        ours = _anchor(statement, amount) if amount.unit in _CALENDAR else None
        if ours is None:
            continue
        given = [
            theirs.entry.id
            for source in sources
            for known in source.amounts
            if _same(statement, amount, source, known) and (theirs := _anchor(source, known)) is not None
        ]
        if given and ours.entry.id not in given:
            start, end = statement.span(amount.first, ours.last)
            words = statement.words(amount.first, ours.last)
            yield GroundingFinding("time", start, end, f"“{words}”: the sources count it from something else.", True)


def _anchor(text: Examined, amount: Amount) -> Hit | None:
    """Return the words behind "of", "after" and the like that say from when a stretch of time is counted."""
    tokens = text.prepared.tokens
    behind = amount.last + 1
    if behind >= len(tokens) or tokens[behind].low not in _FROM:
        return None
    near = range(behind + 1, min(behind + 5, len(tokens)))
    inner = (hit for hit in text.hits("anchors") if hit.first in near and tokens[hit.first].part == tokens[behind].part)
    return next(inner, None)


def _has_no_period(statement: Examined, amount: Amount, sources: tuple[Examined, ...]) -> bool:
    """Say whether a sum stands without a period in an entry that gives another sum for one."""
    for source in sources if amount.is_money else ():
        tokens = source.prepared.tokens
        rated = {tokens[known.first].clause for known, _ in _rates(source) if known.is_money}
        for known in source.amounts:
            is_apart = rated and tokens[known.first].clause not in rated
            if known.is_money and is_apart and _same(statement, amount, source, known):
                return True
    return False


def _bare_units(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield units of time that stand alone and are not those that the sources let stand alone: a trial week, or day."""
    given = {hit.entry.id for source in sources for hit in source.hits("units") if unit_of(hit.entry)[0] in _CALENDAR}
    alone = {hit.entry.id for source in sources for hit in _alone(source)}
    if not alone:
        return
    weekly = any(source.field in ("hours", "employment_type") for source in sources)
    for hit in _alone(statement):
        if hit.entry.id not in given and not (weekly and unit_of(hit.entry) == ("day", 7.0)):
            words = statement.words(hit.first, hit.last)
            yield GroundingFinding("time", hit.start, hit.end, f"“{words}”: the sources say otherwise.", True)


def _alone(examined: Examined) -> Iterator[Hit]:
    """Yield the units of time that are in no amount and no period."""
    taken = {at for amount in examined.amounts for at in range(amount.first, amount.last + 1)}
    taken |= {at for period in examined.periods for at in range(period.first, period.last + 1)}
    for hit in examined.hits("units"):
        if hit.first not in taken and unit_of(hit.entry)[0] in _CALENDAR:
            yield hit


def _in_one_clause(statement: Examined, period: Period, amount: Amount) -> bool:
    tokens = statement.prepared.tokens
    return tokens[period.first].clause == tokens[amount.first].clause


def _totals(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield sums that the line gives "in all" and a source for each period."""
    for hit in statement.hits("totals"):
        before = [amount for amount in statement.amounts if amount.last < hit.first and amount.is_money]
        if not before or any(amount is before[-1] for amount, _ in _rates(statement)):
            continue
        if any(_same(statement, before[-1], source, known) for source in sources for known, _ in _rates(source)):
            start, end = statement.span(before[-1].first, hit.last)
            words = statement.words(before[-1].first, hit.last)
            yield GroundingFinding("money", start, end, f"“{words}”: the sources give it for each period.", True)


def _same(statement: Examined, amount: Amount, source: Examined, known: Amount) -> bool:
    ends = range(len(amount.values))
    return all(matches(statement, amount, n, source, known, min(n, len(known.values) - 1)) for n in ends)


def _rates(examined: Examined) -> Iterator[tuple[Amount, Period]]:
    """Yield the amounts with the period that stands behind each, before the next amount."""
    amounts = examined.amounts
    tokens = examined.prepared.tokens
    for at, amount in enumerate(amounts):
        end = amounts[at + 1].first if at + 1 < len(amounts) else len(tokens)
        for period in examined.periods:
            if amount.last < period.first < end and tokens[period.first].clause == tokens[amount.last].clause:
                yield amount, period
                break
