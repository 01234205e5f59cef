"""How a number is bounded: "at least", "up to", "about" and the like, before it or behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from postwright.grounding.lexicon import Hit
from postwright.grounding.prepared import Token

if TYPE_CHECKING:
    from postwright.grounding.amounts import Amount

_FILLERS = frozenset((
    "a", "an", "the", "of", "your", "our", "their", "another", "first", "next", "last", "-", "~", "(", ".", "£", "$",
    "€", "₹", "¥", "to", "than", "age", "ages", "aged",
))  # fmt: skip
"""What may stand between a comparator and its number."""
FURTHEST = 7
"""Tokens behind a number in which "or more", "at most" and the like still belong to it."""


def bounded(tokens: Sequence[Token], amounts: list[Amount], at: int, bounds: Sequence[Hit]) -> Amount:
    """Return an amount with the comparator that stands before or behind it."""
    amount = amounts[at]
    begin = amounts[at - 1].last + 1 if at else 0
    end = amounts[at + 1].first if at + 1 < len(amounts) else len(tokens)
    if amount.last + 1 < len(tokens) and tokens[amount.last + 1].text == "+" and tokens[amount.last + 1].glued:
        return replace(amount, comparator="least", comparator_at=(amount.last + 1, amount.last + 1))
    if any(token.low in ("+", "plus") for token in tokens[amount.first : amount.last + 1]):
        return replace(amount, comparator="least", comparator_at=(amount.last, amount.last))
    near = bisect_left(bounds, begin, key=_first), bisect_left(bounds, amount.last + FURTHEST, key=_first)
    found = [hit for hit in bounds[near[0] : near[1]] if _bounds(tokens, amount, hit, begin, end)]
    if found:
        found = [hit for hit in found if not any(_is_within(hit, other) for other in found)]
        return _with_comparator(tokens, amount, min(found, key=lambda hit: hit.entry.value in ("after", "exact")))
    if amount.first and tokens[amount.first - 1].text in ("~", "≈"):
        return replace(amount, comparator="about", comparator_at=(amount.first - 1, amount.first - 1))
    if amount.first and tokens[amount.first - 1].text in (">", "<", "≥", "≤"):
        said = {">": "more", "<": "less", "≥": "least", "≤": "most"}[tokens[amount.first - 1].text]
        return replace(amount, comparator=said, comparator_at=(amount.first - 1, amount.first - 1))
    return amount


def _is_within(hit: Hit, other: Hit) -> bool:
    return other.first <= hit.first and hit.last <= other.last and other.last - other.first > hit.last - hit.first


def _first(hit: Hit) -> int:
    return hit.first


def _bounds(tokens: Sequence[Token], amount: Amount, hit: Hit, begin: int, end: int) -> bool:
    """Say whether a comparator is that of an amount; the amounts beside it end before `begin` and begin at `end`."""
    side = hit.entry.id.partition(".")[0]
    if side in ("before", "both") and begin <= hit.first and hit.last < amount.first:
        gap = tokens[hit.last + 1 : amount.first]
        return len(gap) <= 3 and all(token.low in _FILLERS for token in gap)
    if side == "before" or not amount.last < hit.first < min(end, amount.last + FURTHEST):
        return False
    gap = tokens[hit.last + 1 : end]
    if side == "both" and end < len(tokens) and len(gap) <= 3 and all(token.low in _FILLERS for token in gap):
        return False  # it stands right before the next amount: "4 weeks, at least 5 days"
    inner = tokens[amount.last + 1 : hit.first]
    return tokens[hit.first].clause == tokens[amount.last].clause and "," not in [token.low for token in inner[-1:]]


def _with_comparator(tokens: Sequence[Token], amount: Amount, hit: Hit) -> Amount:
    said = hit.entry.value
    before = {token.low for token in tokens[max(0, hit.first - 4) : hit.first]}
    if said in ("more", "less") and before & {"never", "not", "no", "nobody", "rarely"}:
        said = "most" if said == "more" else "least"
    if said == "more" and tokens[hit.first].low == "over" and _is_span(tokens, amount):
        said = "exact"
    if said == "more" and tokens[hit.first].low == "past" and before & {"the", "these", "those", "our"}:
        said = "exact"  # in the past three years
    if said == "most" and tokens[hit.last].low == "to" and _is_of_month(tokens, amount):
        said = "exact"  # up to 12 January
    if said == "within" and not (amount.unit in _TIMES | _DISTANCES or amount.clock):
        said = "exact"
    if said == "less" and tokens[hit.first].low == "inside" and amount.unit in _TIMES:
        said = "within"
    if said == "from" and tokens[hit.first].stem == "start" and _is_raised(tokens, amount):
        said = "exact"
    if said == "from" and tokens[hit.last + 1].low in _AGES:
        return replace(amount, comparator=said, comparator_at=(hit.first, hit.last))
    if said == "from" and (amount.joint or amount.clock or (amount.unit not in ("", "%") and not amount.is_money)):
        said = "exact"
    return replace(amount, comparator=said, comparator_at=(hit.first, hit.last))


_AGES = frozenset(("age", "ages", "aged"))
_DISTANCES = frozenset(("mile", "km", "metre"))
_TIMES = frozenset(("minute", "day", "month", "season", "term", "shift", "night", "week"))


def _is_of_month(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether a name in capitals stands behind a day: "12 January"."""
    following = [token for token in tokens[amount.last + 1 : amount.last + 3] if token.low != "of"][:1]
    return not amount.unit and any(token.text[0].isupper() and token.kind == "word" for token in following)


def _is_raised(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether another sum follows a first one: "you start at £13 and get £14 after a year"."""
    return amount.is_money and any(token.kind == "number" for token in tokens[amount.last + 1 :])


def _is_span(tokens: Sequence[Token], amount: Amount) -> bool:
    """Say whether "over" means "during": "over 4 or 5 days", but not "over 5 years of experience"."""
    after = tokens[amount.last + 1].low if amount.last + 1 < len(tokens) else ""
    return amount.unit == "day" and after not in (
        "of",
        "in",
        "experience",
        "with",
        "old",
        "late",
        "overdue",
        "ago",
        "long",
    )
