"""Times of day in digits and words: which minutes after midnight "8", "14:00", "half past seven" or "noon" can mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postwright.grounding.prepared import Token

MINUTES_OF_DAY = 24 * 60
_HALF_DAY = MINUTES_OF_DAY // 2
_HALVES = frozenset(("am", "a.m.", "a.m", "pm", "p.m.", "p.m"))
_DAY_PARTS = {
    ("in", "the", "morning"): 0, ("in", "the", "evening"): 1, ("in", "the", "afternoon"): 1, ("at", "night"): 1,
    ("at", "noon"): 1,
}  # fmt: skip
_PARTS_OF_DAY = {"morning": 0, "mornings": 0, "afternoon": 1, "afternoons": 1, "evening": 1, "evenings": 1}
_PARTS_OF_HOUR = {"half": 30, "quarter": 15}
CLOCK_WORDS = frozenset(("a", "half", "quarter"))
"""Words other than numbers with which a time of day may begin."""
_SPOKEN_MINUTES = frozenset((5, 10, 15, 20, 25))


def clock_of(text: str) -> tuple[int, ...]:
    """Return the minutes of the day that digits can mean: 8 or 20 hours for "8", one of them for "14:00"."""
    match = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?", text)
    if match is None:
        return ()
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 24 or minute > 59:
        return ()
    first = (hour * 60 + minute) % MINUTES_OF_DAY
    is_exact = hour > 12 or hour == 0 or (":" in text and len(match[1]) == 2)
    return (first,) if is_exact else (first, (first + _HALF_DAY) % MINUTES_OF_DAY)


def spoken_clock(tokens: Sequence[Token], at: int, named: dict[str, str]) -> tuple[int, tuple[int, ...]] | None:
    """Return the last token and the minutes of a time of day said in words: "a quarter to eight", "six o'clock"."""
    begin = at + 1 if tokens[at].low == "a" and _low(tokens, at + 1) == "quarter" else at
    minutes = _PARTS_OF_HOUR.get(tokens[begin].low)
    joint = begin + 1
    if minutes is None:
        number = _number(tokens, begin, named)
        if number is None:
            return None
        if [token.low for token in tokens[begin + 1 : begin + 4]] == ["o", "'", "clock"]:
            return begin + 3, clock_of(str(number))
        if number not in _SPOKEN_MINUTES:
            return None
        minutes = number
        joint += _low(tokens, joint) == "minutes"
    word = _low(tokens, joint)
    if word not in ("past", "to") or (word == "to" and joint == begin + 1 and minutes != 15):
        return None
    hour = _number(tokens, joint + 1, named)
    if hour is None or not 1 <= hour <= 24:
        return None
    step = minutes if word == "past" else -minutes
    return joint + 1, tuple((minute + step) % MINUTES_OF_DAY for minute in clock_of(str(hour)))


def half_of_day(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the last token of "am", "pm" or a part of the day that begins at `at`, and the half of the day it says."""
    low = _low(tokens, at)
    if low in _HALVES:
        return at, int(low[0] == "p")
    if low == "on" and (half := _PARTS_OF_DAY.get(_low(tokens, at + 2))) is not None:
        return at + 2, half  # on Friday afternoon
    for words, half in _DAY_PARTS.items():
        if all(_low(tokens, at + n) == word for n, word in enumerate(words)):
            return at + len(words) - 1, half
    return None


def in_half(clock: tuple[int, ...], half: int) -> tuple[int, ...]:
    """Return the time of day in the first or the second half of the day."""
    return (clock[0] % _HALF_DAY + half * _HALF_DAY,)


def _number(tokens: Sequence[Token], at: int, named: dict[str, str]) -> int | None:
    low = _low(tokens, at)
    said = low if low.isdigit() and len(low) <= 2 else named.get(low, "")
    return int(said) if said.isdigit() else None


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) else ""
