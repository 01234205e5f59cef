"""Numbers, money and stretches of time: each must stand in a source with the same unit, the same bounds and both ends.

"up to 5%" is not 5%, "3 to 5 years" is not "3 years or more", an hour is not a shift, €62,000 gross is not net.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import isclose

from postwright.grounding.amounts import Amount, same_unit
from postwright.grounding.clocks import MINUTES_OF_DAY
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Lexicon
from postwright.model.statement import GroundingFinding

_NONE_OF = frozenset(("not", "without", "never"))
Known = tuple[Examined, Amount]
"""An amount with the source that it stands in."""

_SHARES = frozenset(("part", "times"))
"""Forms of numbers that can be written in per cent."""
_CALENDAR = frozenset(("minute", "day", "month"))
_TIMES = frozenset(("minute", "day", "month", "season", "term", "shift", "night", "evening", "morning", "weekend"))


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield every amount that no source gives so."""
    known = [(source, amount) for source in sources for amount in source.amounts]
    covered = statement.said_otherwise(sources, category="abbreviations")
    for amount in statement.amounts:
        if _is_one_of(statement, amount) or _comes_to_a_period(statement, amount, sources):
            continue
        if all(at in covered for at in range(amount.first, amount.last + 1)) or _is_one(statement, amount, sources):
            continue
        finding = _judged(statement, amount, known)
        if finding is not None:
            yield finding
    yield from _one_of_two(statement, sources)


def _is_one_of(statement: Examined, amount: Amount) -> bool:
    """Say whether a number only picks out: "one of your targets"."""
    following = statement.prepared.tokens[amount.last + 1 : amount.last + 2]
    tokens = statement.prepared.tokens
    if amount.first and amount.plain == (1.0,) and tokens[amount.first - 1].low in _NONE_OF:
        return True  # not a minute of overtime
    is_bare = amount.weak and not amount.unit and amount.comparator == "exact"
    return is_bare and any(token.low == "of" for token in following)


def _is_one(statement: Examined, amount: Amount, sources: tuple[Examined, ...]) -> bool:
    """Say whether "one season" is what a source calls "a season"."""
    if not (amount.weak and amount.unit and amount.comparator == "exact"):
        return False
    unit = statement.prepared.tokens[amount.last].stem
    following = [token.low for token in statement.prepared.tokens[amount.last + 1 : amount.last + 2]]
    if following == ["off"]:  # a day off
        return any(
            one.stem == unit and two.low == "off" for source in sources for one, two in pairwise(source.prepared.tokens)
        )
    return any(
        token.low in ("a", "an") and following.stem == unit
        for source in sources
        for token, following in pairwise(source.prepared.tokens)
    )


def _judged(statement: Examined, amount: Amount, known: list[Known]) -> GroundingFinding | None:
    if len(amount.values) == 2:
        return _judged_range(statement, amount, known)
    return _judged_single(statement, amount, 0, known)


def _judged_range(statement: Examined, amount: Amount, known: list[Known]) -> GroundingFinding | None:
    same = [k for k in known if len(k[1].values) == 2 and all(matches(statement, amount, n, *k, n) for n in (0, 1))]
    if same:
        return _bound_moved(statement, amount, same)
    if amount.joint == "or":
        found = (_judged_single(statement, amount, n, known) for n in (0, 1))
        return next(filter(None, found), None)
    ranges = [k for k in known if len(k[1].values) == 2]
    if any(all(matches(statement, amount, n, *k, 1 - n) for n in (0, 1)) for k in ranges):
        return _finding(statement, amount, "range", "the sources have it the other way round")
    if amount.is_clock and all(any(matches(statement, amount, end, *k, 0) for k in known) for end in (0, 1)):
        return None  # "starts at 9 and ends at 5"
    for end in (0, 1):
        if not any(matches(statement, amount, end, *k, n) for k in known for n in range(len(k[1].values))):
            return _unknown(statement, amount, known)
    return _finding(statement, amount, "range", "the sources give no such range")


def _judged_single(statement: Examined, amount: Amount, end: int, known: list[Known]) -> GroundingFinding | None:
    found = [(k, n) for k in known for n in range(len(k[1].values)) if matches(statement, amount, end, *k, n)]
    if not found:
        if _next_to(statement, amount, known):
            return None
        is_counted = amount.form == "times" and any(k.form == "times" for _, k in known)
        is_idle = (amount.weak and not amount.unit and not is_counted) or _counts_the_list(statement, amount)
        is_idle = is_idle or _is_a_period(amount, known)
        return None if is_idle else _unknown(statement, amount, known)
    singles = [k for k, _ in found if len(k[1].values) == 1]
    if singles:
        return _bound_moved(statement, amount, singles)
    for (source, whole), n in found:
        if whole.joint == "or" or _elsewhere(statement, amount, source, whole, 1 - n):
            moved = amount.comparator in ("more", "less", "least", "most", "about") and whole.comparator == "exact"
            return _bound_moved(statement, amount, [(source, whole)]) if moved else None
    source, whole = found[0][0]
    said = source.words(whole.first, whole.last)
    return _finding(statement, amount, "range", f"the sources say “{said}”; one end of it says something else")


def _elsewhere(statement: Examined, amount: Amount, source: Examined, whole: Amount, end: int) -> bool:
    """Say whether the other end of a source's range stands elsewhere in the statement."""
    return any(
        matches(statement, other, n, source, whole, end)
        for other in statement.amounts
        if other is not amount or len(other.values) > 1
        for n in range(len(other.values))
    )


def matches(statement: Examined, amount: Amount, end: int, source: Examined, known: Amount, other: int) -> bool:
    """Say whether one end of a statement's amount is one end of a source's: the same number of the same thing."""
    if amount.clock and known.clock and (amount.is_clock or known.is_clock or not (amount.unit or known.unit)):
        here, there = amount.clock[min(end, len(amount.clock) - 1)], known.clock[min(other, len(known.clock) - 1)]
        if set(here) & set(there):
            return True
        if len(here) == len(there) == 1 and amount.is_clock and known.is_clock:
            return False
    if amount.is_clock != known.is_clock:
        return False
    if amount.unit and known.unit:
        if {amount.unit, known.unit} == {"money:GBP", "lb"} and not _has_sign(statement if amount.is_money else source):
            return isclose(amount.plain[end], known.plain[other], rel_tol=1e-4)
        if same_unit(amount.unit, known.unit):
            return isclose(amount.values[end], known.values[other], rel_tol=1e-4)
        return {amount.unit, known.unit} == {"day", "minute"} and _in_minutes(amount, end) == _in_minutes(known, other)
    if "%" in (amount.unit, known.unit):
        one, two = (a.plain[n] * (100 if a.form in _SHARES else 1) for a, n in ((amount, end), (known, other)))
        return isclose(one, two, rel_tol=2e-2 if "part" in (amount.form, known.form) else 1e-6)
    if amount.unit in _CALENDAR and _counts_a_noun(source, known):
        return False
    if known.unit in _CALENDAR and _counts_a_noun(statement, amount):
        return False
    if amount.is_money or known.is_money:
        return isclose(amount.values[end], known.values[other], rel_tol=1e-6) and not _counts_a_noun(source, known)
    is_one_ordinal = (amount.form == "ordinal") != (known.form == "ordinal") and amount.plain[end] > 2
    if is_one_ordinal and _is_numbered(statement, amount, source, known):
        return True
    if is_one_ordinal and not (_names_a_month(statement) and _is_a_date(source, known)):
        return False
    return isclose(amount.plain[end], known.plain[other], rel_tol=1e-6)


def _has_sign(examined: Examined) -> bool:
    """Say whether the text gives sums in pounds by their sign; "fifty pounds" without one may be a weight."""
    return "£" in examined.prepared.text


def _counts_a_noun(examined: Examined, amount: Amount) -> bool:
    """Say whether the word behind a number without a unit is what it counts."""
    tokens = examined.prepared.tokens
    after = tokens[amount.last + 1] if amount.last + 1 < len(tokens) else None
    if after is None or after.kind != "word":
        return False
    plain = examined.lexicon.idle
    return after.low not in plain and after.stem not in plain


def _in_minutes(amount: Amount, end: int) -> float:
    """Return a stretch of time in minutes, a day as 24 hours."""
    return amount.values[end] * (MINUTES_OF_DAY if amount.unit == "day" else 1)


def _is_a_date(examined: Examined, amount: Amount) -> bool:
    """Say whether a month stands near a number: "6 January", "6 and 7 January"."""
    beside = range(amount.first - 1, amount.last + 5)
    return any(hit.entry.value == "capital" and hit.first in beside for hit in examined.hits("time_words"))


def _is_numbered(statement: Examined, amount: Amount, source: Examined, known: Amount) -> bool:
    """Say whether "the tenth month" is what a source calls "month 10"."""
    unit = statement.prepared.tokens[amount.last].stem
    before = source.prepared.tokens[known.first - 1].stem if known.first else ""
    return amount.form == "ordinal" and unit == before and isclose(amount.plain[0], known.plain[0])


def _names_a_month(examined: Examined) -> bool:
    return any(hit.entry.value == "capital" for hit in examined.hits("time_words"))


def _is_a_period(amount: Amount, known: list[Known]) -> bool:
    """Say whether "a week" is what the sources say by "£180 a week": "A week on call pays £180"."""
    if amount.plain != (1.0,) or amount.comparator != "exact":
        return False
    return any(period.key == (amount.unit, amount.values[0]) for source, _ in known for period in source.periods)


def _comes_to_a_period(statement: Examined, amount: Amount, sources: tuple[Examined, ...]) -> bool:
    """Say whether "twice a year" is what the sources say by "every six months"."""
    at = amount.last + 1
    period = next((each for each in statement.periods if each.first == at), None)
    if amount.form != "times" or period is None:
        return False
    key = period.unit, round(period.size / amount.values[0], 4)
    return any(
        each.key == key and not each.is_article
        for source in sources
        if not any(known.is_money for known in source.amounts)
        for each in source.periods
    )


def _counts_the_list(statement: Examined, amount: Amount) -> bool:
    """Say whether a number counts what the statement itself lists: "There are two steps: ...", "all three"."""
    tokens = statement.prepared.tokens
    after = tokens[amount.last + 1] if amount.last + 1 < len(tokens) else None
    if amount.unit or amount.comparator != "exact":
        return False
    before = tokens[amount.first - 1].low if amount.first else ""
    if before in ("all", "the", "other", "remaining") and (after is None or after.low == "of" or after.kind == "mark"):
        return True
    return after is not None and after.stem in statement.lexicon.stems_of("counting.steps")


def _next_to(statement: Examined, amount: Amount, known: list[Known]) -> bool:
    """Say whether "two or more" stands for "more than one", or the like."""
    if amount.unit or len(amount.values) > 1 or amount.comparator not in ("least", "most"):
        return False
    step, said = (-1, "more") if amount.comparator == "least" else (1, "less")
    return any(k.comparator == said and k.plain == (amount.plain[0] + step,) for _, k in known)


# ---- bounds

_SAME = frozenset(
    pair
    for one, other in (
        ("from", "least"), ("within", "most"), ("within", "exact"), ("after", "exact"), ("after", "more"),
        ("after", "least"),
    )
    for pair in ((one, other), (other, one))
)  # fmt: skip
"""Bounds that may stand for each other."""


def _bound_moved(statement: Examined, amount: Amount, known: list[Known]) -> GroundingFinding | None:
    """Return a finding where every source bounds the number in another way."""
    if amount.is_clock or (amount.form == "ordinal" and not amount.unit):
        return None
    if any(_same_bound(amount, k) and not _by_or_to(statement, amount, s, k) for s, k in known):
        return None
    source, other = known[0]
    first, last = other.first, other.last
    if other.comparator_at is not None:
        first, last = min(first, other.comparator_at[0]), max(last, other.comparator_at[1])
    return _finding(statement, amount, "comparator", f"the sources say “{source.words(first, last)}”")


def _by_or_to(statement: Examined, amount: Amount, source: Examined, known: Amount) -> bool:
    """Say whether one of two is a step and the other where it leads: "by 20%", "to 20%"."""
    said = statement.prepared.tokens[amount.first - 1].low if amount.first else ""
    given = source.prepared.tokens[known.first - 1].low if known.first else ""
    return len(amount.values) == 1 and {said, given} == {"by", "to"} and not amount.clock


def _same_bound(amount: Amount, known: Amount) -> bool:
    said, given = amount.comparator, known.comparator
    if said == given or (said, given) in _SAME:
        return True
    return known.is_clock


def _one_of_two(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield where a source gives two ranges or times to choose from and the statement has only one of them."""
    for source in sources:
        for one, other in pairwise(source.amounts):
            tokens = source.prepared.tokens[one.last + 1 : other.first]
            if [token.low for token in tokens] != ["or"] or len(one.values) != len(other.values):
                continue
            here = [_stands_in(statement, source, whole) for whole in (one, other)]
            if any(here) and not all(here):
                amount = here[0] or here[1]
                assert amount is not None  # one of the two stands in the statement
                said = source.words(one.first, other.last)
                yield _finding(statement, amount, "range", f"the sources say “{said}”, and it is one of the two")


def _stands_in(statement: Examined, source: Examined, whole: Amount) -> Amount | None:
    for amount in statement.amounts:
        if len(amount.values) == len(whole.values) and all(
            matches(statement, amount, n, source, whole, n) for n in range(len(whole.values))
        ):
            return amount
    return None


# ---- words


def _unknown(statement: Examined, amount: Amount, known: list[Known]) -> GroundingFinding:
    kind = "money" if amount.is_money else "time" if amount.is_clock or amount.unit in _TIMES else "number"
    like = (k for k in known if k[1].unit == amount.unit and k[1].is_clock == amount.is_clock)
    alike = [source.words(k.first, k.last) for source, k in like]
    given = f"; they say “{'”, “'.join(dict.fromkeys(alike[:3]))}”" if alike else ""
    return _finding(statement, amount, kind, f"it stands in no source{given}")


def _finding(statement: Examined, amount: Amount, kind: str, why: str) -> GroundingFinding:
    first, last = amount.first, amount.last
    if amount.comparator_at is not None:
        first, last = min(first, amount.comparator_at[0]), max(last, amount.comparator_at[1])
    start, end = statement.span(first, last)
    return GroundingFinding(kind, start, end, f"“{statement.words(first, last)}”: {why}.", True)
