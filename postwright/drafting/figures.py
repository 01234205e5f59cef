"""Numbers as a posting writes them: amounts of experience, money and dates. the words are in templates/."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from postwright.model.brief import Pay, YearRange

SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹"}
"""Currencies whose symbol alone is understood; every other one is written by its ISO 4217 code."""
MONTH_FIRST = ("US", "PH", "BZ", "FM", "MH", "PW")
"""Countries that write the month before the day (Unicode CLDR, dateFormats/long)."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of experience in words to be: `least` to `most` of `unit`; `most` empty means "or more"."""

    least: str
    most: str
    unit: str


def amount(years: YearRange) -> Amount | None:
    """Return `years` as it is said, in months below two years where years do not come out even; None for no experience.

    >>> amount(YearRange(minimum=4, maximum=6)), amount(YearRange(minimum=0.5))
    (Amount(least='4', most='6', unit='years'), Amount(least='6', most='', unit='months'))
    """
    least, most = years.minimum, years.maximum
    if least == 0 and not most:
        return None
    uneven = any(bound is not None and bound != int(bound) for bound in (least, most))
    if uneven and max(least, most or 0) <= 2:
        return Amount(plain(least * 12), "" if most is None else plain(most * 12), "months")
    largest = least if most is None else most
    return Amount(plain(least), "" if most is None else plain(most), "year" if largest == 1 else "years")


def plain(number: float) -> str:
    """Return `number` without needless decimals, at most two.

    >>> plain(2.0), plain(2.5)
    ('2', '2.5')
    """
    return f"{round(number, 2):.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class Money:
    """Pay with its currency written: `least` to `most` a `period`; `most` empty for a single figure."""

    least: str
    most: str
    period: str


def money(pay: Pay, *, spell_dollars: bool = False) -> Money | None:
    """Return the pay as written, or None where it has no figure.

    `spell_dollars` writes USD instead of "$", for a posting in which that could mean another country's dollar.
    """
    if pay.minimum is None:
        return None
    figures = [pay.minimum] if pay.maximum in (None, pay.minimum) else [pay.minimum, pay.maximum or 0.0]
    cents = any(figure != int(figure) for figure in figures)
    written = [f"{figure:,.2f}" if cents else f"{figure:,.0f}" for figure in figures]
    is_spelled = spell_dollars and pay.currency == "USD"
    symbol = "" if is_spelled else SYMBOLS.get(pay.currency or "", "")
    if symbol:
        written = [f"{symbol}{figure}" for figure in written]
    elif pay.currency:
        written[0] = f"{pay.currency} {written[0]}"
    return Money(written[0], written[1] if len(written) > 1 else "", pay.period)


def date(day: dt.date, *, country: str = "") -> str:
    """Return a date in long form, in the order that `country` (ISO 3166) writes it.

    >>> date(dt.date(2027, 1, 5), country="US"), date(dt.date(2027, 1, 5))
    ('January 5, 2027', '5 January 2027')
    """
    month = MONTHS[day.month - 1]
    return f"{month} {day.day}, {day.year}" if country in MONTH_FIRST else f"{day.day} {month} {day.year}"
