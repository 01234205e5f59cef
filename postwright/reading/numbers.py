"""Amounts of time in a folded text: "5+ years", "three to five (5) yrs", "a decade", "6 months - 2 years" -> `Amount`.

What the time is for is not asked here. Every pattern is tried on a bounded window before a unit word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from postwright.late_pattern import late

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
NUMBER_WORDS = {**{word: value for value, word in enumerate(_UNITS.split())}, **_TENS, "dozen": 12}
_SMALL = "|".join(_UNITS.split()[1:10])
_WORDS = (
    rf"(?:twenty|thirty|forty|fifty)(?:[ -](?:{_SMALL}))?|dozen|"
    rf"{'|'.join(sorted(_UNITS.split(), key=len, reverse=True))}"
)

NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?(?:\s?½|\s1/2)?|(?<![a-z])(?:{_WORDS})(?![a-z]))"
_HALF = r"(?:\s(?:and\s(?:a|one)[\s-]half))"
_TWICE = rf"{NUMBER}{_HALF}?(?:\s?[(\[]\s?(?:{NUMBER})\s?(?:\+|plus)?\s?[)\]])?"
PLUS = (
    r"(?:\s?\+{1,2}|[\s-]?(?<![a-z])plus(?![a-z])|(?<=\d)plus(?![a-z])|\s?\(\+\)"
    r"|\s?\((?:or|and)\s(?:more|above|over|up)\)"
    r"|,?\s(?:or|and)\s?/?(?:or\s)?(?:more|above|over|greater|up|upwards?|higher|beyond|longer|better)(?![a-z]))"
)
_TO = (
    r"(?:\s{0,10}(?:-{1,2}|/|\bto\b|(?<=\d)to(?=\d)|-to-|\bthrough\b|\btill\b|\bup\sto\b|\bor\b|\band\b|"
    r"\bto\s(?:a\smaximum\sof|max\.?)\b)\s{0,10})"
)
_BETWEEN = (
    r"(?:\s(?:full|whole|complete|solid|calendar|total|overall|cumulative|combined|consecutive|continuous|recent|"
    r"additional|"
    r"further|minimum|min\.?|actual|relevant|solid|good|post|more|extra|progressive|proven|professional|full-time|"
    r"academic|verifiable|documented|prior|previous|successful|strong|the|to)){0,2}"
)
_AMOUNT = late(
    rf"(?P<low>{_TWICE})(?P<low_plus>{PLUS})?"
    rf"(?:(?P<to>{_TO})(?P<high>{_TWICE})(?P<high_plus>{PLUS})?)?"
    rf"(?P<between>\s?[)\]]?{_BETWEEN})[\s-]{{0,7}}\Z"
)
_WINDOW = 75
"""Characters before a unit word in which its number is looked for ("twenty-five (25) to thirty" fits)."""
_UNIT = late(
    r"(?:(?P<year>years?|yrs?|yoe|y(?=\s?(?:of\s)?exp))|(?P<month>months?|mths?|mos)|(?P<decade>decades?))(?:\(s\))?"
    r"(?:(?![a-z])|(?=(?:of|exp|work|in)[a-z ]))"
)
_ARTICLE = late(
    r"(?P<half>half[\s-]an?|(?<![a-z])an?(?:\s(?:full|whole|solid))?(?P<and_half>\syear\sand\sa\shalf)?)[\s-]{1,2}\Z"
)
_HALF_MORE = r"'?s?(?P<half>\sand\sa\shalf)?(?:'s)?(?P<plus>\s?\+|\s?plus|\sor\s(?:more|two))?"
_ARTICLE_FOLLOW = late(rf"{_HALF_MORE}\s(?:of\s)?(?:[a-z-]+\s){{0,3}}exp")
_ARTICLE_ACTIVITY = late(rf"{_HALF_MORE}\s(?:of\s)?(?:in|as|with|using|[a-z]{{3,}}ing)\b")
_LEAST = late(r"(?:\bleast|\bminimum(?:\sof)?|\bover|\bthan)\s\Z")
_AFTER = late(rf"\.?'?s?(?P<plus>{PLUS}|\s?\(?(?:minimum|min)\b\.?\)?)?")
_OR_LESS = late(r"\s?(?:or\s(?:less|fewer|under|below)|\(?max(?:imum)?\b\.?\)?)")
_AT_MOST = late(
    r"(?:(?<!not )(?<!no )(?:\bless\sthan|\bfewer\sthan)|\bup\s?to|\bno\smore\sthan|\bnot\smore\sthan|"
    r"(?<![a-z])(?:a\s)?max(?:imum)?(?:\sof|\.|:)?|(?<!just )\bunder|\bat\smost|\bnot\sexceeding|[<≤])\s?\Z"
)
_NOT_BEFORE = late(r"(?:[\d$£€¥₹#%]|\d[.,:/-]|[$£€₹]\s)\Z")
YEARS_OF = {"year": 1.0, "month": 1.0 / 12.0, "decade": 10.0}
MOST_YEARS = 60.0


@dataclass(frozen=True, slots=True)
class Amount:
    """A stretch of time in years; offsets cover number, unit and "or more"."""

    start: int
    end: int
    minimum: float
    maximum: float | None
    unit: str
    """year, month or decade."""
    compound: bool = False
    """Whether it stands before a noun like an adjective: "a 3-year plan", "two year degree"."""
    open: bool = False
    """Whether it says "+", "or more" or the like."""


def find_amounts(folded: str, borders: Sequence[int] = ()) -> list[Amount]:
    """Return every amount of time in a folded text, in order; none reaches over one of the ascending `borders`."""
    amounts: list[Amount] = []
    floor = 0
    for unit in _UNIT.finditer(folded):
        if folded[unit.start() - 1 : unit.start()].isalpha():
            continue
        at = bisect_right(borders, unit.start())
        line = borders[at - 1] if at else 0
        amount = _amount_before(folded, unit, max(floor, line, unit.start() - _WINDOW))
        if amount is None:
            continue
        floor = amount.end
        if amounts and amounts[-1].start >= line and (joined := _joined(folded, amounts[-1], amount)):
            amounts[-1] = joined
        else:
            amounts.append(amount)
    return amounts


def number_value(words: str) -> float:
    """Return the value of digits or number words, "eight (8)" and "one and a half" included.

    >>> number_value("twenty-five"), number_value("1 1/2"), number_value("eight (8)")
    (25.0, 1.5, 8.0)
    """
    half = 0.5 if "half" in words or "1/2" in words or "½" in words else 0.0
    digits = re.match(r"\d+(?:\.\d+)?", words)
    if digits:
        return float(digits[0]) + half
    first, *rest = re.findall(r"[a-z]+", words)
    value = float(NUMBER_WORDS[first])
    if value >= 20 and rest and rest[0] in NUMBER_WORDS and NUMBER_WORDS[rest[0]] < 10:
        value += NUMBER_WORDS[rest[0]]
    return value + half


def _amount_before(folded: str, unit: re.Match[str], floor: int) -> Amount | None:
    """Return the amount whose unit word was found, or None where no number stands before it."""
    kind = unit.lastgroup or "year"
    scale = YEARS_OF[kind]
    match = _AMOUNT.search(folded, floor, unit.start())
    if match is None:
        return _article_amount(folded, unit, kind, floor)
    start = match.start()
    if folded[start].isdigit() and _NOT_BEFORE.search(folded, max(0, start - 2), start):
        return None
    low, high = number_value(match["low"]), number_value(match["high"]) if match["high"] else None
    if high is not None and not _is_range(folded, match, low, high):
        start, low, high = match.start("high"), high, None
    bracket = folded[start - 1 : start] in ("(", "[") and match["between"][:2].strip() in (")", "]", ")", ") ")
    after = _AFTER.match(folded, unit.end())
    assert after is not None  # every part is optional
    plus = bool(after["plus"] or match["high_plus"] or (high is None and match["low_plus"]))
    end = after.end() if after["plus"] else unit.end()
    compound = folded[unit.start() - 1] == "-" or (not folded[unit.start() : unit.end()].endswith("s") and low != 1)
    amount = Amount(start - bracket, end, low * scale, None, kind, compound and kind != "decade", plus)
    if low * scale > MOST_YEARS:
        return None
    if high is not None and not plus:
        amount = replace(amount, maximum=high * scale)
    return _capped(folded, amount, low * scale)


def _is_range(folded: str, match: re.Match[str], low: float, high: float) -> bool:
    """Tell a range ("3 to 5") from two numbers that only stand side by side ("level 3 and 5 years")."""
    joiner = match["to"].strip()
    if high <= low and not (high == low and joiner == "-"):
        return False
    if joiner == "and":
        return "between" in folded[max(0, match.start() - 25) : match.start()]
    return not (joiner == "or" and high - low > 5)


def _capped(folded: str, amount: Amount, low: float) -> Amount:
    """Return the amount with "up to", "less than" and "or less" taken for a maximum."""
    before = _AT_MOST.search(folded, max(0, amount.start - 16), amount.start)
    less = _OR_LESS.match(folded, amount.end)
    if amount.maximum is not None or amount.open:
        return amount
    if before:
        return replace(amount, start=before.start(), minimum=0.0, maximum=low)
    if less:
        return replace(amount, end=less.end(), minimum=0.0, maximum=low)
    return amount


def _article_amount(folded: str, unit: re.Match[str], kind: str, floor: int) -> Amount | None:
    """Return "a decade", "half a year", "a year of experience"; a rate such as "twice a year" is none."""
    match = _ARTICLE.search(folded, floor, unit.start())
    if match is None:
        return None
    value = 0.5 if match["half"].startswith("half") else 1.0
    end = unit.end()
    if kind != "decade" and value == 1.0:
        going_on = _ARTICLE_FOLLOW.match(folded, unit.end())
        if going_on is None and _LEAST.search(folded, max(0, match.start() - 16), match.start()):
            going_on = _ARTICLE_ACTIVITY.match(folded, unit.end())
        if going_on is None:
            return None
        value += 0.5 if going_on["half"] else 0.0
        end = going_on.end("half") if going_on["half"] else end
    more = _AFTER.match(folded, end) if kind == "decade" else None
    plus = more is not None and more["plus"] is not None
    end = more.end() if more is not None and plus else end
    amount = Amount(match.start(), end, value * YEARS_OF[kind], None, kind, open=plus)
    return _capped(folded, amount, value * YEARS_OF[kind])


_RANGE_JOIN = late(r"\s?(?:-{1,2}|\bto\b|\bup\sto\b|\band\sup\sto\b|\band\b)\s?")
_SUM_JOIN = late(r"\s?(?:,|\band\b|&)?\s?")


def _joined(folded: str, first: Amount, second: Amount) -> Amount | None:
    """Return one amount for "6 months to 2 years" and for "1 year and 6 months"; None where the two stand alone."""
    between = folded[first.end : second.start]
    if len(between) > 12 or first.maximum is not None or first.open:
        return None
    if first.unit == "year" and second.unit == "month" and second.maximum is None and second.minimum < 1:
        if _SUM_JOIN.fullmatch(between):
            return replace(first, end=second.end, minimum=first.minimum + second.minimum, open=second.open)
        return None
    if not _RANGE_JOIN.fullmatch(between) or second.minimum < first.minimum:
        if (
            second.minimum == 0
            and second.maximum is not None
            and second.maximum > first.minimum
            and between.strip() in ("", "and", "-", "to")
        ):
            return replace(first, end=second.end, maximum=second.maximum)
        return None
    if between.strip() == "and" and "between" not in folded[max(0, first.start - 25) : first.start]:
        return None
    highest = None if second.open else (second.maximum if second.maximum is not None else second.minimum)
    return replace(first, end=second.end, maximum=highest, open=second.open)
