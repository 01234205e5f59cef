"""What bounds an offer: "meals on working days" is not "meals", "every second Sunday" is not Sundays.

A shorter line is no lie, but where pay, benefits, hours and places are given, what stands behind "on", "in" or "for"
says how far they go; and "only" bounds whatever it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from postwright.grounding.amounts import Amount, unit_of
from postwright.grounding.checks.amounts import matches
from postwright.grounding.checks.parts import WHOLE
from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Hit
from postwright.model.statement import GroundingFinding

_OFFERED: frozenset[str | None] = frozenset(
    (
        "benefit",
        "pay",
        "other_compensation",
        "hours",
        "travel",
        "on_call",
        "workplace",
        "employment_type",
        "visa",
        "process",
    )
)
"""Fields of which a line may not leave out how far they go."""
_COUNTED: frozenset[str | None] = frozenset(("hours", "on_call", "travel"))
"""Fields of which every number bounds something."""
_BOUNDED = frozenset(("least", "most", "more", "less", "within"))
_BOUNDS = frozenset(("who", "on", "in", "during", "for", "at", "within", "outside", "except", "under"))
"""Words behind which stands how far a thing goes."""
_ENDS = _BOUNDS | frozenset(
    ("to", "from", "of", "by", "with", "after", "until", "before", "if", "when", "that", "which")
)
_WHOLE, _ALL = 100.0, frozenset(("all", "full", "entir", "whol", "complet"))
"""Per cent that are the whole, and stems one of which says so too."""
_SUM_BOUNDS = frozenset(("with", "from", "under", "over"))
_YEAR = 12.0
_PICKS = frozenset(("from", "of", "in", "with", "as", "at"))
_CALENDAR = frozenset(("minute", "day", "month"))
_ONE = frozenset(("one", "single"))
_ONE_TOO = _ONE | frozenset(("a", "an", "per", "each", "1", "first"))
_JOINED = (["and"], ["or"], [","], ["&"], ["and", "the"], ["as", "well", "as"], ["/"])
"""What joins two opposites that both hold."""
_THINGS = frozenset(("night", "evening", "morning", "weekend"))
"""Units that are things of their own: "nights and weekends"."""
_ONLY = frozenset(("only", "solely", "exclusively"))
_ONLY_TOO = frozenset(
    ("just", "alone", "nothing", "nobody", "except", "unless", "without", "no", "not", "never", "limited")
)
"""Words one of which says "only" too."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield the bounds of each source that the line leaves out."""
    for index, source in enumerate(compared.sources):
        bounds = [*_days(compared, source), *_only(compared, source), *_halves(compared, source)]
        bounds += _numbers(compared, source)
        bounds += _above_that(compared, source)
        if source.field in _COUNTED:
            bounds += _between(compared, source)
            bounds += _clocks(compared, source)
            bounds += _seasons(compared, index, source)
        if source.field in _OFFERED:
            bounds += _behind(compared, index, source)
            bounds += _single(compared, source)
            bounds += _sums(compared, index, source)
        if source.field in WHOLE or source.field in _COUNTED:
            bounds += _lone_units(compared, source)
        for first, last in bounds[:1]:
            words, end = source.words(first, last), len(compared.statement.prepared.text)
            yield GroundingFinding("dropped_part", 0, end, f"The entry says “{words}”; the line does not.", True)


def _between(compared: Comparison, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield the word between a number and its unit that the line lacks: two consecutive days."""
    known = compared.statement.meaning.all_concepts
    for amount in source.amounts:
        inner = [at for at in range(amount.first + 1, amount.last) if at in source.meaning.content]
        if not amount.is_clock and any(source.meaning.concepts[at].isdisjoint(known) for at in inner):
            yield amount.first, amount.last


def _clocks(compared: Comparison, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield a time of day where the line has another of the same entry: earlies from 5, lates until 11."""
    clocks = [amount for amount in source.amounts if amount.is_clock]
    said = [_is_said(compared, source, amount) for amount in clocks]
    if any(said):
        for amount, is_said in zip(clocks, said, strict=True):
            if not is_said:
                yield amount.first, amount.last


def _sums(compared: Comparison, index: int, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield a sum that holds only with something, of which the line has nothing: "£33,000 with a certificate"."""
    tokens = source.prepared.tokens
    for amount in source.amounts:
        behind = amount.last + 1
        if not amount.is_money or behind >= len(tokens) or tokens[behind].low not in _SUM_BOUNDS:
            continue
        ages = [n for n in _bound(source, behind) if tokens[n].kind == "number"]
        said = {token.text for token in compared.statement.prepared.tokens}
        is_aged = source.field in ("pay", "other_compensation") and ages == _bound(source, behind)
        if is_aged and all(tokens[n].text not in said for n in ages) and _is_said(compared, source, amount):
            yield amount.first, ages[-1]
        bound = [at for at in _bound(source, behind) if at in source.meaning.content]
        if bound and all(at in compared.missing[index] for at in bound) and _is_said(compared, source, amount):
            yield amount.first, bound[-1]


def _seasons(compared: Comparison, index: int, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield the season right before a thing that the line has for the whole year: summer Fridays."""
    lost, tokens = compared.missing[index], source.prepared.tokens
    known = compared.statement.meaning.all_concepts
    for hit in source.hits("time_words"):
        behind = hit.last + 1
        is_kept = behind < len(tokens) and not source.meaning.concepts[behind].isdisjoint(known)
        if hit.first in lost and is_kept and tokens[behind].part == tokens[hit.first].part:
            yield hit.first, behind


def _is_said(compared: Comparison, source: Examined, amount: Amount) -> bool:
    if amount.unit == "month" and amount.values == (_YEAR,) and _says_last_year(compared.statement):
        return True
    if amount.unit == "%" and amount.plain == (_WHOLE,) and not _ALL.isdisjoint(compared.statement.prepared.stems):
        return True
    return any(
        matches(compared.statement, said, n, source, amount, end)
        for said in compared.statement.amounts
        for n in range(len(said.values))
        for end in range(len(amount.values))
    )


def _says_last_year(text: Examined) -> bool:
    return any(one.low in ("last", "past") and two.low == "year" for one, two in pairwise(text.prepared.tokens))


def _above_that(compared: Comparison, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield "above that" and the like where the line has no word that says so."""
    limits = compared.lexicon.stems("limits")
    if any(token.low in limits for token in compared.statement.prepared.tokens):
        return
    for at, (token, following) in enumerate(pairwise(source.prepared.tokens)):
        if token.low in limits and following.low in ("that", "this", "it"):
            yield at, at + 1


def _halves(compared: Comparison, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield one of two opposites that a source names together, "early and late", where the line has only the other."""
    given = {hit.entry.id: hit for hit in source.hits("opposites")}
    said = {hit.entry.id for hit in compared.statement.hits("opposites")}
    known = compared.statement.meaning.all_concepts
    for id, hit in given.items():
        other = given.get(hit.entry.value)
        if other is None or id in said or other.entry.id not in said or not _are_joined(source, hit, other):
            continue
        if all(source.meaning.concepts[at].isdisjoint(known) for at in range(hit.first, hit.last + 1)):
            yield hit.first, hit.last


def _are_joined(source: Examined, one: Hit, other: Hit) -> bool:
    first, last = sorted((one, other), key=lambda hit: hit.first)
    return [token.low for token in source.prepared.tokens[first.last + 1 : last.first]] in _JOINED


def _lone_units(compared: Comparison, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield "nights" or "weekends" of a demand or of hours, where they count nothing and the line has neither."""
    known = compared.statement.meaning.all_concepts
    shifts = {hit.entry.id for hit in compared.statement.hits("schedule")}
    for hit in source.hits("schedule") if source.field in WHOLE else ():
        words = range(hit.first, hit.last + 1)
        is_lost = all(source.meaning.concepts[at].isdisjoint(known) for at in words if at in source.meaning.telling)
        if is_lost and hit.entry.id.startswith("shift.") and hit.entry.id not in shifts:
            yield hit.first, hit.last
    said = {hit.entry.id for hit in compared.statement.hits("units")} | {
        hit.entry.id.replace("day.", "unit.") for hit in compared.statement.hits("days")
    }
    counted = {at for amount in source.amounts for at in range(amount.first, amount.last + 1)}
    counted |= {at for period in source.periods for at in range(period.first, period.last + 1)}
    for hit in source.hits("units"):
        token = source.prepared.tokens[hit.first]
        is_thing = unit_of(hit.entry)[0] in _THINGS and token.low.endswith("s") and hit.first not in counted
        if is_thing and hit.entry.id not in said and source.meaning.concepts[hit.first].isdisjoint(known):
            yield hit.first, hit.last


def _single(compared: Comparison, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield the "one" of "one paid training day" where the line has days without a number."""
    statement = compared.statement
    tokens = source.prepared.tokens
    for amount in source.amounts:
        if tokens[amount.first].low not in _ONE:
            continue
        near = [
            token for token in tokens[amount.first + 1 : amount.first + 4] if token.part == tokens[amount.first].part
        ]
        many = {token.stem for token in near if not token.low.endswith("s")}
        if any(
            token.stem in many and token.low.endswith("s") and token.low != token.stem
            for token in statement.prepared.words
        ) and not any(token.low in _ONE_TOO for token in statement.prepared.tokens):
            yield amount.first, amount.last


def _numbers(compared: Comparison, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield a number of a demand, or one that bounds a thing, where the line has the words around it without it."""
    known = compared.statement.meaning.all_concepts
    for amount in source.amounts:
        is_kept = amount.comparator in _BOUNDED or _is_of_them(source, amount)
        is_weak = amount.weak and not (is_kept and source.field in WHOLE)
        if is_weak or amount.form == "ordinal" or not _is_bound(source, amount):
            continue
        if any(period.key == (amount.unit, amount.values[0]) for period in compared.statement.periods):
            continue
        if _is_said(compared, source, amount):
            continue
        if any(not source.meaning.concepts[at].isdisjoint(known) for at in _around(source, amount)):
            yield amount.first, amount.last


def _is_of_them(source: Examined, amount: Amount) -> bool:
    """Say whether a "one" picks out of what was counted before: "three references, one from your employer"."""
    tokens = source.prepared.tokens
    before, behind = tokens[amount.first - 1 : amount.first], tokens[amount.last + 1 : amount.last + 2]
    is_further = any(token.text == "," for token in before) and any(
        other.last < amount.first for other in source.amounts
    )
    return is_further and any(token.low in _PICKS for token in behind)


def _around(source: Examined, amount: Amount) -> list[int]:
    """Return the words of content that a number stands with: those of its part, else of its clause, else all."""
    tokens, content = source.prepared.tokens, source.meaning.content
    first = tokens[amount.first]
    part = [at for at in content if tokens[at].part == first.part]
    return part or [at for at in content if tokens[at].clause == first.clause] or list(content)


def _is_bound(source: Examined, amount: Amount) -> bool:
    """Say whether a thing is less without a number: "at most ten", "half of it", "for three months"."""
    if source.field in WHOLE or amount.comparator in _BOUNDED:
        return True
    before = {token.low for token in source.prepared.tokens[max(0, amount.first - 2) : amount.first]}
    if source.field in _OFFERED and "from" in before and amount.unit and not amount.is_money:
        return True  # travel costs from 10 km
    is_share = amount.form == "part" or amount.unit == "%"
    return source.field in _OFFERED and (is_share or bool(before & _BOUNDS) or source.field in _COUNTED)


def _behind(compared: Comparison, index: int, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield "on working days" and the like where the line has what it bounds and nothing of it."""
    tokens, telling = source.prepared.tokens, set(source.meaning.telling)
    known = compared.statement.meaning.all_concepts
    lost = set(compared.missing[index])
    measured = {
        at
        for category in ("comparators", "conditions")
        for hit in source.meaning.of(category)
        for at in range(hit.first, hit.last + 1)
    }
    for at, token in enumerate(tokens):
        if token.low not in _BOUNDS or at in measured:
            continue
        before = next((i for i in range(at - 1, -1, -1) if i in telling or tokens[i].part != token.part), -1)
        if before < 0 or tokens[before].part != token.part or before in lost:
            continue
        if source.meaning.concepts[before].isdisjoint(known):
            continue
        bound = _bound(source, at)
        if _is_one_only(compared.statement, source, bound):
            yield at, bound[-1]
        named = [i for i in bound if i in telling and tokens[i].kind == "word"]
        if named and all(i in lost for i in named if i in source.meaning.content) and _is_unsaid(source, named, known):
            yield at, bound[-1]


def _bound(source: Examined, at: int) -> list[int]:
    """Return the tokens behind a preposition that belong to it."""
    tokens = source.prepared.tokens
    bound: list[int] = []
    for i in range(at + 1, len(tokens)):
        if tokens[i].text == "-" and tokens[i].glued:
            continue  # own-brand goods
        if tokens[i].part != tokens[at].part or tokens[i].low in _ENDS or tokens[i].kind not in ("word", "number"):
            break
        bound.append(i)
    while len(bound) > 1 and tokens[bound[-1]].low.endswith("ed"):  # meals on working days included
        bound.pop()
    return bound


def _is_one_only(statement: Examined, source: Examined, bound: list[int]) -> bool:
    """Say whether "for one child" bounds what the line says of all."""
    return any(source.prepared.tokens[at].low in _ONE for at in bound[:1]) and not any(
        token.low in _ONE_TOO for token in statement.prepared.tokens
    )


def _is_unsaid(source: Examined, words: list[int], known: frozenset[str]) -> bool:
    counted = {at for amount in source.amounts for at in range(amount.first, amount.last + 1)}
    counted |= {at for period in source.periods for at in range(period.first, period.last + 1)}
    return all(at not in counted and source.meaning.concepts[at].isdisjoint(known) for at in words)


def _days(compared: Comparison, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield "every second Sunday" where the line has all Sundays."""
    statement = compared.statement
    said = {period.unit for period in statement.periods}
    for period in source.periods:
        named = source.prepared.tokens[period.last].stem
        is_all = named in statement.prepared.stems and period.unit not in said | _CALENDAR
        if period.size > 1 and is_all:
            yield period.first, period.last
    days = {hit.entry.id for hit in statement.hits("days")}
    for hit in source.hits("days"):
        after = [period for period in source.periods if 0 < period.first - hit.last <= 2]
        if after and hit.entry.id in days and not statement.periods and not _is_counted(statement):
            yield hit.first, after[0].last  # one Saturday a month


def _is_counted(statement: Examined) -> bool:
    return any(amount.last + 1 == hit.first for amount in statement.amounts for hit in statement.hits("days"))


def _only(compared: Comparison, source: Examined) -> Iterator[tuple[int, int]]:
    """Yield "only" where the line bounds nothing."""
    lows = {token.low for token in compared.statement.prepared.tokens}
    if lows & (_ONLY | _ONLY_TOO) or any(
        hit.entry.value == "limit" for hit in compared.statement.meaning.of("exceptions")
    ):
        return
    for at, token in enumerate(source.prepared.tokens):
        if token.low in _ONLY and not (at and source.prepared.tokens[at - 1].low == "not"):
            yield max(0, at - 2), min(at + 2, len(source.prepared.tokens) - 1)
