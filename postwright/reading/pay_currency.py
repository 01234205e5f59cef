"""The currency of a bare dollar sign, from the places that a text names."""

from __future__ import annotations

import re

from postwright.late_pattern import late

_COUNTRIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "CAD",
        late(
            r"\b(?:Canada|Canadian|Ontario|Toronto|Vancouver(?!, WA)|Montreal|Montréal|British Columbia|Québec|"
            r"Quebec|Alberta|Calgary|Ottawa)\b"
        ),
    ),
    (
        "AUD",
        late(
            r"\b(?:Australia|Australian|Sydney|Melbourne(?!, FL)|Brisbane|Perth|Adelaide|Canberra|superannuation|"
            r"Queensland|NSW)\b"
        ),
    ),
    ("NZD", late(r"\b(?:New Zealand|Auckland|Wellington|Christchurch|Aotearoa)\b")),
    ("SGD", late(r"\bSingapore\b")),
    ("HKD", late(r"\bHong Kong\b")),
)
_AMERICAN = late(
    r"\b(?:United States|USA|U\.S\.|US citizen|401\(?k|New York|California|Texas|E-Verify|FLSA|W-?2)\b|"
    r", [A-Z]{2} \d{5}\b"
    r"|, (?:AL|AK|AZ|AR|CA|CO|CT|DC|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|"
    r"NJ|NM|NV|NY|OH|OK|OR|PA|RI|"
    r"SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY)\b"
)


def currency_code(currency: str, text: str) -> str:
    """Return the ISO code; a bare dollar sign is the dollar of the one country that the text names."""
    if currency != "$":
        return currency
    if _AMERICAN.search(text):
        return "USD"
    named = [code for code, country in _COUNTRIES if country.search(text)]
    return named[0] if len(named) == 1 else "USD"
