"""How often something happens: "a week", "every third weekend", "one week in five", "monthly" -> periods.

A period is a unit with how many of it pass: each month and monthly are ("month", 1), twice as long is ("month", 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.grounding.amounts import unit_of
from postwright.grounding.figures import Figure, figures
from postwright.grounding.lexicon import Hit, Lexicon
from postwright.grounding.prepared import Prepared, Token

if TYPE_CHECKING:
    from postwright.guidelines.records import GroundingWords

_NO_PERIOD_AFTER = frozenset((
    "for", "within", "half", "quarter", "inside", "in", "after", "of", "over", "least", "than", "with", "have", "has",
    "had", "is", "was", "about", "around", "to", "most", "as", "by", "before", "until", "till", "lasts", "take",
    "takes", "last", "bring", "under", "during", "into", "from", "first", "and", "or", "be", "spend", "spent",
    "minimum", "maximum", "at", "on", "up", "also", "get", "offer", "there's", "you've", "that's", "means",
))  # fmt: skip
"""Words after which "a year" is a stretch of time, not a period."""
_BEFORE_OR_AFTER = frozenset(("ahead", "ago", "later", "earlier", "beforehand", "early", "late", "apart"))
"""Words behind which "a week" is a stretch of time."""
_LONG = frozenset(("week", "fortnight", "month", "quarter", "year"))
"""Units that may be a period behind "in the"."""
_CALENDAR = frozenset(("minute", "day", "month"))
_COUNTED = frozenset(("once", "twice", "times", "hours", "days", "pounds", "euros", "dollars", "p", "k"))
_ADVERBS = frozenset((
    "weekly", "daily", "monthly", "yearly", "annual", "annually", "quarterly", "hourly", "nightly", "fortnightly",
    "termly", "seasonal", "annum", "p.a.", "pa", "lpa",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """A period, from token `first` to token `last`; `size` counts base units."""

    first: int
    last: int
    unit: str
    size: float
    is_article: bool = False
    """Whether it is said as "a week" and so belongs to the number before it."""

    @property
    def key(self) -> tuple[str, float]:
        return self.unit, round(self.size, 4)


def periods_of(prepared: Prepared, lexicon: Lexicon) -> tuple[Period, ...]:
    """Return all periods of a text, in order."""
    tokens = prepared.tokens
    units = {hit.first: hit for hit in lexicon.find(prepared, "units")}
    days = {hit.first: hit for hit in lexicon.find(prepared, "days")}
    numbers = {figure.first: figure for figure in figures(prepared, lexicon)}
    found: list[Period] = []
    at = 0
    while at < len(tokens):
        period = _period(tokens, at, units, days, numbers)
        if period is not None:
            found.append(period)
            at = period.last
        at += 1
    return tuple(found)


def _period(
    tokens: Sequence[Token], at: int, units: dict[int, Hit], days: dict[int, Hit], numbers: dict[int, Figure]
) -> Period | None:
    low = tokens[at].low
    if low in ("every", "each", "per", "alternate", "alternating", "/"):
        return _every(tokens, at, units, days, numbers)
    if low in _ADVERBS and (hit := units.get(at)) is not None:
        return _made(at, hit.last, hit.entry, 1)
    if low in ("a", "an") and (hit := units.get(at + 1)) is not None and _is_rate(tokens, at, hit, numbers):
        return _made(at, hit.last, hit.entry, 1, is_article=True)
    if low == "in" and at + 2 < len(tokens) and tokens[at + 1].low == "the" and _is_number_before(tokens, at, numbers):
        hit = units.get(at + 2)
        is_end = (
            hit is not None
            and tokens[at + 2].low in _LONG
            and (hit.last + 1 == len(tokens) or tokens[hit.last + 1].kind == "mark")
        )
        return _made(at, hit.last, hit.entry, 1, is_article=True) if hit is not None and is_end else None
    if (figure := numbers.get(at)) is not None and figure.form in ("cardinal", "article") and figure.value == 1:
        return _one_in(tokens, figure, {**days, **units}, numbers)
    if (figure := numbers.get(at)) is not None and figure.form == "ordinal" and figure.value > 1:
        before = tokens[at - 1].low if at else ""
        if before in ("every", "each") and (hit := units.get(figure.last + 1) or days.get(figure.last + 1)):
            return _made(at, hit.last, hit.entry, figure.value)
    return None


def _every(
    tokens: Sequence[Token], at: int, units: dict[int, Hit], days: dict[int, Hit], numbers: dict[int, Figure]
) -> Period | None:
    """Return "every week", "every other week", "every 4 hours", "every third weekend", "/week"."""
    low, after = tokens[at].low, at + 1
    if low == "/" and (tokens[at - 1].text == "/" if at else True):
        return None
    count = 2.0 if low.startswith("alternat") else 1.0
    following = tokens[after].low if after < len(tokens) else ""
    if low in ("every", "each"):
        if following in ("other", "alternate"):
            count, after = 2.0, after + 1
        elif (figure := numbers.get(after)) is not None:
            count, after = figure.value, figure.last + 1
            if figure.form == "part":
                return None
        elif following in ("working", "calendar", "single", "full"):
            after += 1
    hit = units.get(after) or (days.get(after) if low != "/" else None)
    if hit is not None and [token.low for token in tokens[hit.last : hit.last + 3]] == ["quarter", "of", "an"]:
        whole = units.get(hit.last + 3)
        return _made(at, whole.last, whole.entry, count / 4) if whole is not None else None
    if hit is None and low in ("every", "each") and after + 1 < len(tokens):
        hit = units.get(after + 1) if tokens[after].kind == "word" and count == 1.0 and following == "class" else None
    return _made(at, hit.last, hit.entry, count) if hit is not None else None


def _is_rate(tokens: Sequence[Token], at: int, hit: Hit, numbers: dict[int, Figure]) -> bool:
    """Say whether "a week" is a period ("two days a week"), not a stretch of time ("a week of training")."""
    following = tokens[hit.last + 1].low if hit.last + 1 < len(tokens) else ""
    if following in ("of", "and", "or", "long") and not _is_number_before(tokens, at, numbers):
        return False
    is_before = following == "in" and hit.last + 2 < len(tokens) and tokens[hit.last + 2].low == "advance"
    if (following in _BEFORE_OR_AFTER or is_before) and not _is_number_before(tokens, at, numbers):
        return False
    if tokens[hit.last].text.endswith("'s") or (following in ("to", "past") and tokens[hit.last].low == "quarter"):
        return False
    before = tokens[at - 1] if at else None
    if before is None or before.kind == "mark":
        return before is not None and (before.text in "%€£" or before.text == ")")
    if unit_of(hit.entry)[0] not in _CALENDAR and before.kind != "number" and before.low not in _COUNTED:
        return False  # a night premium
    return before.low not in _NO_PERIOD_AFTER


def _is_number_before(tokens: Sequence[Token], at: int, numbers: dict[int, Figure]) -> bool:
    return any(before in numbers or tokens[before].kind == "number" for before in range(max(0, at - 3), at))


def _one_in(
    tokens: Sequence[Token], figure: Figure, units: dict[int, Hit], numbers: dict[int, Figure]
) -> Period | None:
    """Return "one week in five", "one weekend out of three", "one week in every five"."""
    hit = units.get(figure.last + 1)
    if hit is None:
        return None
    at = hit.last + 1
    words: list[str] = []
    while at < len(tokens) and tokens[at].low in ("in", "out", "of", "every", "each") and len(words) < 3:
        words.append(tokens[at].low)
        at += 1
    other = numbers.get(at)
    if not words or words[0] not in ("in", "out", "of") or other is None or other.form != "cardinal":
        return None
    if other.value < 2 or units.get(other.last + 1) is not None:
        return None
    return _made(figure.first, other.last, hit.entry, other.value)


def _made(first: int, last: int, entry: GroundingWords, count: float, *, is_article: bool = False) -> Period:
    unit, size = unit_of(entry) if entry.category == "units" else (entry.id, 1.0)
    return Period(first, last, unit, size * count, is_article)
