"""Text -> the sums of money that it names, and which two of them make a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from postwright.late_pattern import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODES = (
    "USD|GBP|EUR|CAD|AUD|NZD|SGD|HKD|INR|CHF|JPY|CNY|SEK|NOK|DKK|PLN|CZK|HUF|RON|AED|SAR|QAR|ZAR|BRL|MXN|ILS|AMD|GEL|"
    "KES|NGN|PHP|MYR|THB|IDR|KRW|TWD|TRY|UAH|BGN|PKR|LKR|BDT|EGP"
)
_SIGNS = {
    "c$": "CAD", "ca$": "CAD", "cad$": "CAD", "cad $": "CAD", "cdn$": "CAD", "a$": "AUD", "au$": "AUD", "aud$": "AUD",
    "aud $": "AUD", "nz$": "NZD", "nzd$": "NZD", "s$": "SGD", "sg$": "SGD", "hk$": "HKD", "us$": "USD", "usd$": "USD",
    "usd $": "USD",
    "r$": "BRL", "$": "$", "£": "GBP", "€": "EUR", "eur €": "EUR", "₹": "INR", "rs.": "INR", "rs": "INR",
    "inr": "INR", "¥": "JPY", "zł": "PLN", "₪": "ILS", "₱": "PHP", "₩": "KRW", "₴": "UAH", "₺": "TRY", "kr": "SEK",
    "ft": "HUF", "kč": "CZK", "lei": "RON",
}  # fmt: skip
_SIGN_BEFORE = (
    rf"(?:cad \$|aud \$|usd \$|eur €|(?:c|ca|cad|cdn|a|au|aud|nz|nzd|s|sg|hk|us|usd|r)?\$|£|€|₹|¥|₪|₱|₩|₴|₺|"
    rf"\brs\.?|\b(?:{_CODES.lower()}))"
)
_SIGN_AFTER = rf"(?:€|£|\$|zł|kr\b|kč|ft\b|lei\b|(?:{_CODES.lower()})\b|euros?\b|pounds?\b|(?:us )?dollars?\b|rupees\b)"
_WORD_SIGNS = {
    "euro": "EUR",
    "euros": "EUR",
    "pound": "GBP",
    "pounds": "GBP",
    "dollar": "$",
    "dollars": "$",
    "us dollar": "USD",
    "us dollars": "USD",
    "rupees": "INR",
}
_NUMBER = r"\d{1,9}(?:(?:, |[,.'’ ])\d{3}(?!\d)|,\d{2}(?=,\d)){0,3}(?:[.,]\d{1,2}(?!\d))?"
_SCALE = r"(?:k\b|lakhs?\b|lacs?\b|lpa\b|thousand\b|m\b|mm\b|mn\b|b\b|bn\b|million\b|billion\b|crores?\b|cr\b)"
_MONEY = late(
    rf"(?:(?P<before>{_SIGN_BEFORE})[ \u00a0]?~?|(?<![\w.,/])(?<![a-jl-z]-)~?)(?P<number>{_NUMBER})(?!\d)"
    rf"[ \u00a0]?(?P<scale>{_SCALE})?\+?[ \u00a0]?(?:(?P<after>{_SIGN_AFTER})(?! ?\d))?",
)
_BETWEEN = late(
    r"[\s,;:|*).]{0,4}"
    r"(?:(?:(?:per|an|a|/)[ ]?(?:hours?|hr|days?|weeks?|months?|years?|yr|annum)|/?(?:hr|yr|year|hour|month)|annually|"
    rf"\(?step \d+\)|in our lowest [a-z ]{{3,30}}?(?= up to)|(?:{_CODES.lower()}))\b[\s,;:|*.]{{0,3}}){{0,3}}"
    r"(?P<joint>-|–|—|−|--|to (?:a )?(?:maximum|max) (?:of )?|to gs-\d+,? step \d+(?: -)?|"
    r"to step \d+(?: -)?|to\b|and up to\b|"
    r"through\b|thru\b|up to\b|rising to\b|until\b|~"
    r"|[(]?(?:expected |annual |hourly )?(?:salary |pay |hiring )?(?:maximum|max)\.?(?: (?:of|hiring rate|"
    r"hourly|annual|salary|pay|rate))?[:)]?|and\b)?"
    r"[\s:]{0,3}$",
)
_SAID_BETWEEN = late(r"\b(?:between|from|range[sd]?(?: is| of| from)?|ranging)\b[^.;\n]{0,40}$")
TOO_LARGE = frozenset(("m", "mm", "mn", "b", "bn", "million", "billion"))
SCALES = {
    "k": 1_000.0,
    "thousand": 1_000.0,
    "lakh": 100_000.0,
    "lakhs": 100_000.0,
    "lac": 100_000.0,
    "lacs": 100_000.0,
    "lpa": 100_000.0,
    "crore": 1e7,
    "crores": 1e7,
    "cr": 1e7,
}
MOST_AMOUNTS = 2_000
"""Numbers looked at: far more than any posting has, so that a table of figures cannot slow the reading."""


@dataclass(frozen=True, slots=True)
class Money:
    start: int
    end: int
    value: float
    scale: str
    currency: str
    decimals: bool


def _amounts(lowered: str) -> Iterator[re.Match[str]]:
    """Yield the numbers with their signs; the costly pattern is tried only where there are digits."""
    past = 0
    for digits in _DIGITS.finditer(lowered):
        if digits.start() < past:
            continue
        match = _MONEY.search(lowered, max(past, digits.start() - _LONGEST_SIGN), digits.end() + _LONGEST_AMOUNT)
        if match is not None and match.start() <= digits.start():
            past = match.end()
            yield match


_DIGITS = late(r"\d+")
_LONGEST_SIGN = 8
_LONGEST_AMOUNT = 40
"""Characters before a number's first digit, and after its first run of digits, that can belong to the amount."""


def _money(match: re.Match[str]) -> Money | None:
    number, scale = match["number"], match["scale"] or ""
    before = match["before"] or ""
    after = (match["after"] or "").strip()
    sign = before or after
    currency = _SIGNS.get(sign) or _WORD_SIGNS.get(sign) or (sign.upper() if len(sign) == 3 else "")
    if before == "$" and after in ("usd", "cad", "aud", "nzd", "sgd", "hkd"):
        currency = after.upper()
    if scale in ("lpa", "lakh", "lakhs", "lac", "lacs", "crore", "crores", "cr"):
        currency = currency or "INR"
    if before == "ca$" and match.string[: match.start()].endswith(", "):  # "San Mateo, CA$80/hour"
        currency = "$"
    value = _value(number)
    before_it = match.string[max(0, match.start() - 8) : match.start()]
    if _VAGUE_BEHIND.match(match.string, match.end("number")):
        return None
    if value is None or (number == "401" and scale == "k") or (not sign and _STEP.search(before_it)):
        return None
    end = match.end()
    if match.string[match.start() : end].rstrip().endswith(" +"):  # "129,000 + bonus": what is added is not the end
        end = match.string.rindex("+", 0, end)
    while match.string[end - 1] in " \u00a0":
        end -= 1
    return Money(match.start(), end, value * SCALES.get(scale, 1.0), scale, currency, "." in number[-3:])


_VAGUE_BEHIND = late(r"-?(?:something|ish)\b|s-something\b")
"""Behind a number, what makes it no figure: "$20-something an hour"."""
_STEP = late(r"\b(?:step|grade|level|band|tier|class) $")


def _value(number: str) -> float | None:
    plain = re.sub(r"[ '’]", "", number)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", plain):  # 53.900 or 53.900,00 as on the Continent
        plain = plain.replace(".", "").replace(",", ".")
    else:
        if re.fullmatch(r"\d+,\d{1,2}", plain):
            plain = plain.replace(",", ".")
        plain = plain.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return None


def sums(lowered: str) -> Iterator[tuple[Money, Money | None]]:
    """Yield the sums in a text in lower case, the two ends of a range together."""
    amounts = islice(_amounts(lowered), MOST_AMOUNTS)
    found = [money for match in amounts if (money := _money(match)) is not None]
    index = 0
    while index < len(found):
        low = found[index]
        high = found[index + 1] if index + 1 < len(found) else None
        pair = high if high is not None and is_range(lowered, low, high) else None
        yield low, pair
        index += 2 if pair is not None else 1


def is_range(lowered: str, low: Money, high: Money) -> bool:
    if high.start - low.end > 40 or low.scale in TOO_LARGE or high.scale in TOO_LARGE:
        return False
    if not (low.currency or high.currency or low.scale or high.scale or low.value >= 1_000):
        return False
    gap = lowered[low.end : high.start]
    match = _BETWEEN.match(gap)
    if match is None:
        return False
    joint = match["joint"]
    if joint == "and":
        return bool(_SAID_BETWEEN.search(lowered[max(0, low.start - 60) : low.start])) and high.value > low.value
    if not joint:  # two figures side by side with nothing between: "$37,822 $53,470"
        return bool(low.currency and high.currency and not gap.strip() and "\n" not in gap) and high.value > low.value
    if low.value * 20 < high.value and not high.scale:  # "$40-65,000", but not "Step 1 - $108,885"
        return bool(low.currency) and low.value < 1_000 and joint in "-–—−"
    return high.value >= low.value or bool(low.scale and not high.scale and high.value < 1_000) or _scaled(low, high)


def _scaled(low: Money, high: Money) -> bool:
    """Whether only one of two figures carries the "k" of both: "£30-45k"."""
    return bool(high.scale) and low.value < 1_000
