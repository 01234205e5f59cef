"""Text -> base pay: a range, a single figure, only vague words, or nothing.

An amount of money is base pay when the words of its own clause, its label or its section say so and none of them says
otherwise: bonuses, allowances, budgets, funding and the like are money too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from postwright.model.reading import PayRead
from postwright.reading.section_kinds import SectionKinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postwright.model.reading import SectionSpan
    from postwright.model.words import PayPeriod
    from postwright.reading.document import Document

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
_MONEY = re.compile(
    rf"(?:(?P<before>{_SIGN_BEFORE})[ \u00a0]?~?|(?<![\w.,/])(?<![a-jl-z]-)~?)(?P<number>{_NUMBER})(?!\d)"
    rf"[ \u00a0]?(?P<scale>{_SCALE})?\+?[ \u00a0]?(?:(?P<after>{_SIGN_AFTER})(?! ?\d))?",
)
_PERIOD_WORDS: tuple[tuple[PayPeriod, str], ...] = (
    ("hour", r"hours?|hr|hrs|ph|hourly|h"),
    ("day", r"days?|daily|pd|diem"),
    ("week", r"weeks?|weekly|wk|pw"),
    ("month", r"months?|monthly|mo|mth|pcm"),
    ("year", r"years?|yr|yrs|yearly|annum|annual|annually|pa|p\.a\.?|lpa|per-annum"),
)
_PERIOD_AFTER = re.compile(
    r"[\s),]{0,3}(?:(?:gross|net|base|usd|eur|gbp|cad|aud|fte|in|paid)\s+){0,2}"
    r"(?:(?:/|per|an|a|each|every|p)[ ]?(?P<unit>hours?|hr|hrs|h|days?|diem|weeks?|wk|months?|mo|mth|"
    r"years?|yr|annum|a)\b"
    r"|(?P<word>hourly|daily|weekly|monthly|yearly|annually|annual|hour|hr|year|month|day|week|pa|p\.a|ph|"
    r"pcm|pw|pd)\b(?! of\b))",
)
_PERIOD_BEFORE = re.compile(
    r"\b(hourly|per hour|daily|day rate|weekly|monthly|per month|annual|annually|yearly|annum|ctc)\b"
)
_BETWEEN = re.compile(
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
_SAID_BETWEEN = re.compile(r"\b(?:between|from|range[sd]?(?: is| of| from)?|ranging)\b[^.;\n]{0,40}$")

_LABEL = (
    r"salar(?:y|ies)|compensation|comp|remuneration|renumeration|pay(?! (?:stub|off|equity))|paid|wages?|"
    r"hourly|hiring range|base|earn(?:ing)?s?|"
    r"ote|rate|ctc|per annum|annum|stipend|package|grade|pay ?scale|gross"
)
_SAYS_PAY = re.compile(rf"\b(?:{_LABEL})\b|salary|payscale")
_SAYS_PAY_STRONGLY = re.compile(
    r"salary|\bpay\b|\bwages?\b|\bcompensation\b|\bremuneration\b|\bhourly\b|\bbase\b|\bhiring (?:range|"
    r"rate)\b|\brate\b"
)
_SAYS_OTHER_BEFORE = re.compile(
    r"\b(?:bonus(?:es)?|sign[- ]?on|signing|referral|allowances?|reimburse\w*|401 ?\(?k\)?|match(?:ing)?|"
    r"contribut\w+|budgets?|"
    r"revenues?|funding|fund|raised|raise|invest\w*|valu(?:ed|ation)|worth|assets|sales|quota|deductibles?|"
    r"insurance|cover(?:age)?|fee|fees|"
    r"fines?|costs?|vouchers?|discounts?|donat\w+|grants?|awards?|awarded|equity|relocation|tuition|prize|"
    r"subsid\w+|stipends?(?! of| is|:)|"
    r"commissions?|savings?|hsa|fsa|co-?pays?|premiums?|purchas\w+|spend\w*|spent|portfolio|contracts?|"
    r"projects?|deals?|accounts?|"
    r"transactions?|loans?|debt|cap|market|industry|opportunity|turnover|profits?|ebitda|arr|aum|credit|"
    r"perks?|gift|differential|"
    r"supplement|loading|per diem|mileage|gym|wellness|equipment|training|learning|development|conference|"
    r"housing|incentives?|"
    r"shift premium|registration|deposit|ticket|billing|billed|claims?|penalt\w+|losses|damages|rent|"
    r"donors?|gifts?|stock|shares?|rsus?|"
    r"pension|superannuation|enrol\w*|eligible for|weighting)\b"
)
_SAYS_OTHER_AFTER = re.compile(
    r"^[\s,)+]{0,3}(?:\w+[\s-]){0,3}?(?:bonus(?:es)?|sign[- ]?on|signing|referral|allowances?|reimburse\w*|"
    r"revenues?|budgets?|in (?:funding|"
    r"revenue|assets|sales|equity|stock|total funding|annual|venture)|funding|fund\b|investment|invested|"
    r"deductibles?|voucher|discount|gift|"
    r"stipend|quota|arr\b|aum|valuation|market|industry|business|company|companies|organization|"
    r"organisation|insurance|"
    r"co-?pays?|fee\b|cash back|credit|match|maximum\)|to use|toward|towards|for (?:your|professional|"
    r"training|learning|home|"
    r"equipment|each|every|relocation)|relocation|tuition|worth|loan|program\b|project\b|contract\b|"
    r"commission|ote|when you)"
)
_EXTRA_PAY = re.compile(
    r"\b(?:longevity|overtime|severance|hazard|sick|holiday|vacation|shift|on-call|standby|premium|incentive|merit|"
    r"bereavement|jury|training|bilingual|education(?:al)?) pay\b[^.;\n]*$"
)
_TOO_LARGE = frozenset(("m", "mm", "mn", "b", "bn", "million", "billion"))
_SCALES = {
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

_PLAUSIBLE: dict[PayPeriod, tuple[float, float]] = {
    "hour": (2, 1_500), "day": (15, 20_000), "week": (50, 60_000), "month": (50, 5_000_000), "year": (1_000, 1e9),
}  # fmt: skip
"""Bounds of what a figure per period can be in any currency: outside, the number is something else."""

_VAGUE_WORDS = (
    r"(?:(?:very |highly |extremely |market )?(?:competitive|attractive|excellent|generous|great|good|top|"
    r"above[- ]market|"
    r"market[- ]leading|industry[- ]leading|lucrative|negotiable|commensurate|handsome|fair|"
    r"best[- ]in[- ]class|outstanding)"
    r"(?:,? (?:and |& )?(?:[a-z-]+),?){0,2}? (?:base |annual |total |starting |monthly )?"
    r"(?:salary|salaries|pay|compensation|remuneration|wages?|renumeration)\b(?! (?:transparency|equity|"
    r"increases?|reviews?|time|raises?))"
    r"|(?:salary|salaries|pay|compensation|remuneration|wages?|hourly rate|pay rate)"
    r"(?: (?:range|package|rate|level|offered|for this (?:position|role)|and benefits))?"
    r"(?:(?: is| are| will be| to be| shall be|:|/ ?salary:?| -| –)+| ?\()? ?(?:highly |very |fully )?"
    r"(?:competitive|commensurate|negotiable|doe\b|dependent (?:on|upon)|depend(?:s|ing) (?:on|upon)|"
    r"based (?:on|upon)|according to|"
    r"open to (?:discussion|negotiation)|open\b(?! until)|tbd\b|tbc\b|to be (?:discussed|determined|agreed|"
    r"confirmed|negotiated)|attractive|"
    r"determined by|per company|market)"
    r"|(?:competitive|commensurate) (?:with|to) (?:experience|qualifications|skills|education)"
    r"|paid (?:competitively|internship\b|position|fellowship)|remuneration/ ?salary: ?open)"
)
_VAGUE = re.compile(rf"\b{_VAGUE_WORDS}")
_GLUED_VAGUE = re.compile(_VAGUE_WORDS)
_GLUE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_VAGUE_ABBREVIATION = re.compile(
    r"\b(?i:salary|pay|rates?|wages?|compensation|remuneration|package|hour(?:ly)?|annum|year|\d[\d,.]*k?)"
    r"\b[^;\n]{0,30}?\b(?P<after>DOE)\b(?!['’]s)|(?:^|, )(?P<alone>DOE)[ .]*$",
    re.MULTILINE,
)
_CLAUSE_END = re.compile(r"[.!?](?=\s+[A-Z\n£$€₹]|[A-Z]|$)|[\n;•]|(?<=[a-z)])(?=[A-Z][a-z])")
_COUNTRIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "CAD",
        re.compile(
            r"\b(?:Canada|Canadian|Ontario|Toronto|Vancouver(?!, WA)|Montreal|Montréal|British Columbia|Québec|"
            r"Quebec|Alberta|Calgary|Ottawa)\b"
        ),
    ),
    (
        "AUD",
        re.compile(
            r"\b(?:Australia|Australian|Sydney|Melbourne(?!, FL)|Brisbane|Perth|Adelaide|Canberra|superannuation|"
            r"Queensland|NSW)\b"
        ),
    ),
    ("NZD", re.compile(r"\b(?:New Zealand|Auckland|Wellington|Christchurch|Aotearoa)\b")),
    ("SGD", re.compile(r"\bSingapore\b")),
    ("HKD", re.compile(r"\bHong Kong\b")),
)
_AMERICAN = re.compile(
    r"\b(?:United States|USA|U\.S\.|US citizen|401\(?k|New York|California|Texas|E-Verify|FLSA|W-?2)\b|"
    r", [A-Z]{2} \d{5}\b"
    r"|, (?:AL|AK|AZ|AR|CA|CO|CT|DC|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|"
    r"NJ|NM|NV|NY|OH|OK|OR|PA|RI|"
    r"SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY)\b"
)
_MOST_AMOUNTS = 2_000
"""Numbers looked at: far more than any posting has, so that a table of figures cannot slow the reading."""
_NEAR = 60
"""Characters before a figure without a sign in which a word for pay must stand."""
_CLAUSE = 160
"""Characters before an amount that can belong to its clause."""


@dataclass(frozen=True, slots=True)
class _Money:
    start: int
    end: int
    value: float
    scale: str
    currency: str
    decimals: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    minimum: float
    maximum: float
    currency: str
    period: PayPeriod | None
    weight: float

    @property
    def is_range(self) -> bool:
        return self.maximum != self.minimum


def find_pay(document: Document, sections: Sequence[SectionSpan]) -> PayRead | None:
    """Return the base pay that the text states, or None where it says nothing about it.

    The first range that is plainly pay wins over a single figure, a figure over vague words. Amounts are in units of
    the currency per period; "k" and lakh are multiplied out.
    """
    text = document.text
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when lowered; offsets must not
        lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    best: _Candidate | None = None
    for candidate in _candidates(text, lowered, SectionKinds(sections)):
        if best is None or candidate.weight > best.weight:
            best = candidate
    if best is not None:
        kind = "range" if best.is_range else "single"
        currency = _currency(best.currency, text)
        return PayRead(kind, best.minimum, best.maximum, currency, best.period, best.start, best.end)  # type: ignore[arg-type]
    return _vague(text, lowered)


def _candidates(text: str, lowered: str, kinds: SectionKinds) -> Iterator[_Candidate]:
    amounts = islice(_amounts(lowered), _MOST_AMOUNTS)
    found = [money for match in amounts if (money := _money(match)) is not None]
    index = 0
    while index < len(found):
        low = found[index]
        high = found[index + 1] if index + 1 < len(found) else None
        pair = high if high is not None and _is_range(lowered, low, high) else None
        candidate = _candidate(text, lowered, kinds, low, pair)
        if candidate is not None:
            yield candidate
        index += 2 if pair is not None else 1


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


_DIGITS = re.compile(r"\d+")
_LONGEST_SIGN = 8
_LONGEST_AMOUNT = 40
"""Characters before a number's first digit, and after its first run of digits, that can belong to the amount."""


def _money(match: re.Match[str]) -> _Money | None:
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
    if value is None or (number == "401" and scale == "k") or (not sign and _STEP.search(before_it)):
        return None
    end = match.end()
    while match.string[end - 1] in " \u00a0":
        end -= 1
    return _Money(match.start(), end, value * _SCALES.get(scale, 1.0), scale, currency, "." in number[-3:])


_STEP = re.compile(r"\b(?:step|grade|level|band|tier|class) $")


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


def _is_range(lowered: str, low: _Money, high: _Money) -> bool:
    if high.start - low.end > 40 or low.scale in _TOO_LARGE or high.scale in _TOO_LARGE:
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


def _scaled(low: _Money, high: _Money) -> bool:
    """Whether only one of two figures carries the "k" of both: "£30-45k"."""
    return bool(high.scale) and low.value < 1_000


def _candidate(text: str, lowered: str, kinds: SectionKinds, low: _Money, high: _Money | None) -> _Candidate | None:
    end = high.end if high else low.end
    minimum, maximum = low.value, high.value if high else low.value
    if high is not None:
        if high.scale and not low.scale and low.value * 100 < high.value:
            minimum = low.value * _SCALES.get(high.scale, 1.0)
        elif not high.scale and low.value * 100 < high.value:  # "£40-65,000"
            minimum = low.value * 1_000
        if low.scale and not high.scale and high.value < 1_000:  # "$30k-45"
            maximum = high.value * _SCALES.get(low.scale, 1.0)
        if minimum > maximum:
            return None
    if low.scale in _TOO_LARGE or maximum <= 0:
        return None
    before, label = _before(text, lowered, low.start)
    after = _after(text, lowered, end)
    has_sign = bool(low.currency or (high and high.currency) or low.scale or (high and high.scale))
    period, period_end = _period(lowered, low, high, end, before, label)
    in_pay = kinds.at(low.start) == "pay"
    said = bool(_SAYS_PAY.search(before) or _SAYS_PAY.search(label) or _SAYS_PAY.search(after[:50]))
    strongly = bool(_SAYS_PAY_STRONGLY.search(before) or _SAYS_PAY_STRONGLY.search(label))
    named = bool(_SAYS_PAY_STRONGLY.search(f"{label} {before}"[-_NEAR:]))
    if not has_sign and not (named and (period or (maximum >= 1_000 and high is not None))):
        return None
    if not (said or period_end or in_pay):
        if high is None or not (low.currency or high.currency) or not _looks_like_salary(minimum, maximum):
            return None
        if not _standing_alone(text, low.start, end):
            return None
    if _is_other_money(before, after, strongly):
        return None
    if period is None:
        period = _by_size(minimum, maximum, low, high)
    if period is not None and not _PLAUSIBLE[period][0] <= maximum <= _PLAUSIBLE[period][1]:
        return None
    if period is None and not strongly:
        return None
    weight = 4.0 * (high is not None) + 3.0 * strongly + 1.0 * (period_end > 0) + 2.0 * in_pay + 1.0 * said
    currency = low.currency if low.currency not in ("", "$") else ((high.currency if high else "") or low.currency)
    return _Candidate(low.start, max(end, period_end), minimum, maximum, currency, period, weight)


def _before(text: str, lowered: str, start: int) -> tuple[str, str]:
    """Return the clause before an amount, and the line above it where the clause says nothing."""
    window = max(0, start - _CLAUSE)
    cut = window
    for match in _CLAUSE_END.finditer(text, window, min(start + 1, len(text))):  # the end must see what follows
        if match.end() > start:
            break
        cut = match.end()
    before = lowered[cut:start]
    label = ""
    if len(before.strip(" *_#|:-–•\t")) < 12:
        label = lowered[max(0, cut - 120) : cut].rstrip()
        label = re.split(r"[\n;]", label)[-1]
    return before, label


def _after(text: str, lowered: str, end: int) -> str:
    match = _CLAUSE_END.search(text, end, min(len(text), end + 120))
    return lowered[end : match.start() if match else min(len(text), end + 120)]


def _period(
    lowered: str, low: _Money, high: _Money | None, end: int, before: str, label: str
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
    said = _last(_PERIOD_BEFORE, f"{label} {before}")
    if said is not None:
        word = said.group(1)
        if "rate" in word:
            return "day", 0
        period = _period_of("year" if word == "ctc" else word.removeprefix("per "))
        if period is not None and _PLAUSIBLE[period][0] <= (high or low).value:
            return period, 0
    return None, 0


def _period_of(word: str) -> PayPeriod | None:
    word = "annum" if word == "a" else word
    return next((period for period, words in _PERIOD_WORDS if re.fullmatch(words, word)), None)


def _by_size(minimum: float, maximum: float, low: _Money, high: _Money | None) -> PayPeriod | None:
    """Guess the period that nobody wrote from the size of the figure, where that leaves no doubt."""
    if low.scale in ("k", "lakh", "lakhs", "lac", "lacs", "lpa") or (high is not None and high.scale in ("k", "lakhs")):
        return "year"
    strong = low.currency in ("$", "USD", "GBP", "EUR", "CAD", "AUD", "NZD", "CHF", "SGD")
    if strong and maximum >= 14_000:
        return "year"
    if strong and maximum <= 250 and minimum >= 5:
        return "hour"
    return None


def _looks_like_salary(minimum: float, maximum: float) -> bool:
    return 14_000 <= minimum <= maximum <= 3_000_000 and maximum <= 4 * minimum


def _standing_alone(text: str, start: int, end: int) -> bool:
    """Whether the amount is a field of a line ("| Remote | $120k-150k |") or the line itself."""
    before, after = text[max(0, start - 3) : start].rstrip(" "), text[end : end + 3].lstrip(" ")
    return (not before or before[-1] in "\n|-–•*(:,") and (
        not after or after[0] in "\n|+•*),;." or after.startswith(("US", "EU", "GB"))
    )


def _is_other_money(before: str, after: str, strongly: bool) -> bool:
    """Whether the clause says that the amount is a bonus, an allowance, a budget or the like."""
    if _EXTRA_PAY.search(before):
        return True
    if _SAYS_OTHER_AFTER.match(after):
        return not re.match(r"[\s,)+]{0,3}(?:base|\+|plus|and|with|annual(?:ly)? base|salary)\b", after)
    last_other = _last(_SAYS_OTHER_BEFORE, before)
    if last_other is None:
        return False
    last_pay = _last(_SAYS_PAY_STRONGLY, before)
    return last_pay is None or (
        last_pay.start() < last_other.start() and not _same_phrase(before, last_pay.end(), last_other.start())
    )


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match in a short text."""
    return next(reversed(list(pattern.finditer(text))), None)


def _same_phrase(before: str, pay_end: int, other_start: int) -> bool:
    """Whether the other word only adds to the pay word: "the pay for this project is"."""
    between = before[pay_end:other_start]
    return bool(re.match(r"^ (?:range |rate |band |offered )?(?:for|of) (?:this|the|a) [^,.]{0,40}$", between))


def _currency(currency: str, text: str) -> str:
    """Return the ISO code; a bare dollar sign is the dollar of the one country that the text names."""
    if currency != "$":
        return currency
    if _AMERICAN.search(text):
        return "USD"
    named = [code for code, country in _COUNTRIES if country.search(text)]
    return named[0] if len(named) == 1 else "USD"


def _vague_words(text: str, lowered: str) -> re.Match[str] | None:
    """Return the first vague statement around one of the words for pay."""
    past = 0
    for word in islice(_PAY_WORD.finditer(lowered), _MOST_AMOUNTS):
        start, end = max(past, word.start() - _VAGUE_REACH), word.end() + _VAGUE_REACH
        match = _VAGUE.search(lowered, start, end)
        if match is not None:
            return match
        for joint in _GLUE.finditer(text, start, min(word.end(), end)):
            match = _GLUED_VAGUE.match(lowered, joint.start())
            if match is not None:
                return match
        past = word.start()
    return None


_PAY_WORD = re.compile(
    r"salar|\bpay\b|compensation|remuneration|renumeration|wage|rate\b|commensurate|\bpaid\b|competitive (?:with|to)"
)
_VAGUE_REACH = 70


def _vague(text: str, lowered: str) -> PayRead | None:
    words = _vague_words(text, lowered)
    abbreviation = None if words else _VAGUE_ABBREVIATION.search(text)
    if words:
        start, end = words.span()
    elif abbreviation:
        start, end = abbreviation.span("after" if abbreviation["after"] else "alone")
    else:
        return None
    return PayRead("vague", None, None, "", None, start, end)
