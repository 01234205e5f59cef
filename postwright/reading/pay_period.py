"""What a sum is paid for: the hour, the day, the week, the month or the year, by its words or by its size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postwright.late_pattern import late

if TYPE_CHECKING:
    from postwright.model.words import PayPeriod
    from postwright.reading.pay_amounts import Money

_PERIOD_WORDS: tuple[tuple[PayPeriod, str], ...] = (
    ("hour", r"hours?|hr|hrs|ph|hourly|h"),
    ("day", r"days?|daily|pd|diem"),
    ("week", r"weeks?|weekly|wk|pw"),
    ("month", r"months?|monthly|mo|mth|pcm"),
    ("year", r"years?|yr|yrs|yearly|annum|annual|annually|pa|p\.a\.?|lpa|per-annum"),
)
_PERIOD_AFTER = late(
    r"[\s),]{0,3}(?:(?:gross|net|base|usd|eur|gbp|cad|aud|fte|in|paid)\s+){0,2}"
    r"(?:(?:/|per|an|a|each|every|p)[ ]?(?P<unit>hours?|hr|hrs|h|days?|diem|weeks?|wk|months?|mo|mth|"
    r"years?|yr|annum|a)\b"
    r"|(?P<word>hourly|daily|weekly|monthly|yearly|annually|annual|hour|hr|year|month|day|week|pa|p\.a|ph|"
    r"pcm|pw|pd)\b(?! of\b))",
)
_PERIOD_BEFORE = late(
    r"\b(hourly|per hour|daily(?! hours)|day rate|weekly(?! hours)|monthly(?! hours)|per month|annual|annually|yearly|"
    r"annum|ctc)\b"
)
PLAUSIBLE: dict[PayPeriod, tuple[float, float]] = {
    "hour": (2, 1_500), "day": (15, 20_000), "week": (50, 60_000), "month": (50, 5_000_000), "year": (1_000, 1e9),
}  # fmt: skip
"""Bounds of what a figure per period can be in any currency: outside, the number is something else."""


def period_of_amount(
    lowered: str, low: Money, high: Money | None, end: int, before: str, label: str
) -> tuple[PayPeriod | None, int]:
    """Return the period and the offset where its words end (0 where it stands before the amount or nowhere)."""
    match = _PERIOD_AFTER.match(lowered, end, end + 40)
    if match is not None:
        return _period_of(match["unit"] or match["word"]), match.end()
    if high is not None:
        match = _PERIOD_AFTER.match(lowered, low.end, high.start)
        if match is not None:
            return _period_of(match["unit"] or match["word"]), end
    if low.scale == "lpa" or (high is not None and high.scale == "lpa"):
        return "year", end
    said = last_match(_PERIOD_BEFORE, f"{label} {before}")
    if said is not None:
        word = said.group(1)
        if "rate" in word:
            return "day", 0
        period = _period_of("year" if word == "ctc" else word.removeprefix("per "))
        if period is not None and PLAUSIBLE[period][0] <= (high or low).value:
            return period, 0
    return None, 0


def _period_of(word: str) -> PayPeriod | None:
    word = "annum" if word == "a" else word
    return next((period for period, words in _PERIOD_WORDS if re.fullmatch(words, word)), None)


def period_by_size(minimum: float, maximum: float, low: Money, high: Money | None) -> PayPeriod | None:
    """Guess the period that nobody wrote from the size of the figure, where that leaves no doubt."""
    if low.scale in ("k", "lakh", "lakhs", "lac", "lacs", "lpa") or (high is not None and high.scale in ("k", "lakhs")):
        return "year"
    strong = low.currency in ("$", "USD", "GBP", "EUR", "CAD", "AUD", "NZD", "CHF", "SGD")
    if strong and maximum >= 14_000:
        return "year"
    if strong and maximum <= 250 and minimum >= 5:
        return "hour"
    return None


def last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match in a short text."""
    return next(reversed(list(pattern.finditer(text))), None)
