"""Text -> base pay: a range, a single figure, only vague words, or nothing.

An amount of money is base pay when the words of its own clause, its label or its section say so and none of them says
otherwise: bonuses, allowances, budgets, funding and the like are money too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.model.reading import PayRead
from postwright.reading.pay_amounts import SCALES, TOO_LARGE, Money, sums
from postwright.reading.pay_currency import currency_code
from postwright.reading.pay_period import PLAUSIBLE, last_match, period_by_size, period_of_amount
from postwright.reading.pay_vague import vague_pay
from postwright.reading.section_kinds import SectionKinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from postwright.model.reading import PayKind, SectionSpan
    from postwright.model.words import PayPeriod
    from postwright.reading.document import Document

_LABEL = (
    r"salar(?:y|ies)|compensat(?:ion|ed?)|comp|remuneration|renumeration|pay(?! (?:stub|off|equity))|paye|paid|wages?|"
    r"hourly|hiring range|base|earn(?:ing)?s?|"
    r"ote|rate|ctc|per annum|annum|stipend|package|grade|pay ?scale|gross"
)
_SAYS_PAY = late(rf"\b(?:{_LABEL})\b|salary|payscale")
_SAYS_PAY_STRONGLY = late(
    r"salary|\bpaye?\b|\bwages?\b|\bcompensat(?:ion|ed?)\b|\bremuneration\b|\bhourly\b|\bbase\b|\bhiring (?:range|"
    r"rate)\b|\brate\b"
)
_SAYS_OTHER_BEFORE = late(
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
_SAYS_OTHER_AFTER = late(
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
_BASE_PAY = late(r"\s?bas(?:e|ic) (?:salary|pay|compensation|wage)\b")
_ADDED_TO = late(
    r"[\s,)+]{0,3}(?:(?:per|an?|/) ?(?:hour|hr|day|week|month|year|annum)\s)?"
    r"(?:\+|(?:base|basic|plus|and|with|annual(?:ly)? base|salary)\b)"
)
"""What is named behind the amount comes on top of it: "4,000 per month plus commission"."""
_SHARE_OF_PAY = late(
    r"\d ?(?:%|per ?cent) of (?:the |your |their )?(?:basic |base |annual |gross )?(?:salary|pay)\b[^.;\n]*$"
)
"""A supplement that is reckoned from the pay: "15 % of the basic salary, with a minimum of"."""
_OTE = late(r"[\s,)+(]{0,3}ote\b")
_SALARY_OF = late(r"\b(?:salary|pay|wage|compensation|package) (?:range )?(?:of|is|at|from|:) ?$")
_EXTRA_PAY = late(
    r"\b(?:longevity|overtime|severance|hazard|sick|holiday|vacation|shift|on-call|standby|premium|incentive|merit|"
    r"bereavement|jury|training|bilingual|education(?:al)?) pay\b[^.;\n]*$"
)
_CLAUSE_END = late(r"[.!?](?=\s+[A-Z\n£$€₹]|[A-Z]|$)|[\n;•|]|(?<=[a-z)])(?=[A-Z][a-z])")
_OTHER_UNIT = late(r"\+?[ -]?(?:%|(?:days?|weeks?|hours?|years?|people|employees|positions?|vacanc|shifts?)\b)")
_NEAR = 60
"""Characters before a figure without a sign in which a word for pay must stand."""
_FEWEST_ABOUT_PAY = 150
"""Characters of a section of pay without a heading that lend their meaning to a sum in it."""
_LABEL_REACH = 120
"""Characters before a clause in which the line above it is looked for."""
_CLAUSE = 160
"""Characters before an amount that can belong to its clause."""


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
    lowered = _lowered(document.text)
    best: _Candidate | None = None
    for candidate in _all(document, lowered, sections):
        if best is None or candidate.weight > best.weight:
            best = candidate
    return vague_pay(document.text, lowered) if best is None else _read(best, document.text)


def stated_pay(document: Document, sections: Sequence[SectionSpan], *, least_weight: float) -> Iterator[PayRead]:
    """Yield every figure and range that may be base pay, in order; `least_weight` is how sure that must be, 0 to 11."""
    for candidate in _all(document, _lowered(document.text), sections):
        if candidate.weight >= least_weight:
            yield _read(candidate, document.text)


def _all(document: Document, lowered: str, sections: Sequence[SectionSpan]) -> Iterator[_Candidate]:
    kinds, spoken_of = SectionKinds([*filter(_is_about_pay, sections)]), _SpokenOf(document)
    return _candidates(document.text, lowered, kinds, spoken_of)


def _lowered(text: str) -> str:
    """Return the text in lower case with its length kept: a few letters grow when lowered; offsets must not."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _read(candidate: _Candidate, text: str) -> PayRead:
    kind: PayKind = "range" if candidate.is_range else "single"
    currency = currency_code(candidate.currency, text)
    return PayRead(
        kind, candidate.minimum, candidate.maximum, currency, candidate.period, candidate.start, candidate.end
    )


def _is_about_pay(section: SectionSpan) -> bool:
    """Whether a section of pay is more than one sentence that was taken for it because it names a sum."""
    return section.heading is not None or section.end - section.start >= _FEWEST_ABOUT_PAY


class _SpokenOf:
    """Where words stand that speak of pay strongly (`_SAYS_PAY_STRONGLY`)."""

    def __init__(self, document: Document) -> None:
        words = document.words
        self._places = sorted(at for word in words if word in _STRONG or "salary" in word for at in words[word])

    def near(self, offset: int) -> bool:
        """Say whether one of them stands where the clause before `offset`, or the line above it, can have it."""
        number = bisect_left(self._places, offset)
        return number > 0 and self._places[number - 1] > offset - _CLAUSE - 2 * _LABEL_REACH


_STRONG = frozenset(
    ("pay", "wage", "wages", "compensation", "remuneration", "hourly", "base", "hiring", "rate", "salary")
)


def _candidates(text: str, lowered: str, kinds: SectionKinds, spoken_of: _SpokenOf) -> Iterator[_Candidate]:
    for low, high in sums(lowered):
        candidate = _candidate(text, lowered, kinds, spoken_of, low, high)
        if candidate is not None:
            yield candidate


def _candidate(
    text: str, lowered: str, kinds: SectionKinds, spoken_of: _SpokenOf, low: Money, high: Money | None
) -> _Candidate | None:
    end = high.end if high else low.end
    minimum, maximum = low.value, high.value if high else low.value
    if high is not None:
        if high.scale and not low.scale and low.value * 100 < high.value:
            minimum = low.value * SCALES.get(high.scale, 1.0)
        elif not high.scale and low.value * 100 < high.value:  # "£40-65,000"
            minimum = low.value * 1_000
        if low.scale and not high.scale and high.value < 1_000:  # "$30k-45"
            maximum = high.value * SCALES.get(low.scale, 1.0)
        if minimum > maximum:
            return None
    if low.scale in TOO_LARGE or maximum <= 0:
        return None
    has_sign = bool(low.currency or (high and high.currency) or low.scale or (high and high.scale))
    if not has_sign and not spoken_of.near(low.start):
        return None  # as most numbers: years, dates, telephone numbers
    before, label = _before(text, lowered, low.start)
    after = _after(text, lowered, end)
    period, period_end = period_of_amount(lowered, low, high, end, before, label)
    in_pay = kinds.at(low.start) == "pay"
    said = bool(_SAYS_PAY.search(before) or _SAYS_PAY.search(label) or _SAYS_PAY.search(after[:50]))
    strongly = bool(_SAYS_PAY_STRONGLY.search(before) or _SAYS_PAY_STRONGLY.search(label))
    named = bool(_SAYS_PAY_STRONGLY.search(f"{label} {before}"[-_NEAR:]))
    figured = period or (maximum >= 1_000 and high is not None)
    if not has_sign and not (named and figured and not _OTHER_UNIT.match(lowered, end)):
        return None
    if not (said or period_end or in_pay):
        if high is None or not (low.currency or high.currency) or not _looks_like_salary(minimum, maximum):
            return None
        if not _standing_alone(text, low.start, end):
            return None
    if _is_other_money(before, after, strongly):
        return None
    if period is None or (strongly and not PLAUSIBLE[period][0] <= maximum):
        period = period_by_size(minimum, maximum, low, high)
    if period is not None and not PLAUSIBLE[period][0] <= maximum <= PLAUSIBLE[period][1]:
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
        label = lowered[max(0, cut - _LABEL_REACH) : cut].rstrip()
        label = re.split(r"[\n;]", label)[-1]
    return before, label


def _after(text: str, lowered: str, end: int) -> str:
    match = _CLAUSE_END.search(text, end, min(len(text), end + 120))
    return lowered[end : match.start() if match else min(len(text), end + 120)]


def _looks_like_salary(minimum: float, maximum: float) -> bool:
    return 14_000 <= minimum <= maximum <= 3_000_000 and maximum <= 4 * minimum


def _standing_alone(text: str, start: int, end: int) -> bool:
    """Whether the amount is a field of a line ("| Remote | $120k-150k |") or the line itself."""
    before, after = text[max(0, start - 3) : start].rstrip(" "), text[end : end + 3].lstrip(" ")
    if after.startswith("|"):
        return True
    glued_before = text[start - 1 : start].islower() and not text[start].isalnum()  # "What's in it for you$110-130k"
    return (not before or before[-1] in "\n|-–•*(:," or glued_before) and (
        not after or after[0] in "\n|+•*),;." or after.startswith(("US", "EU", "GB")) or text[end : end + 1].isupper()
    )


def _is_other_money(before: str, after: str, strongly: bool) -> bool:
    """Whether the clause says that the amount is a bonus, an allowance, a budget or the like."""
    if _BASE_PAY.match(after):
        return False
    if _EXTRA_PAY.search(before) or _SHARE_OF_PAY.search(before):
        return True
    if _SAYS_OTHER_AFTER.match(after):
        return not (_ADDED_TO.match(after) or (_OTE.match(after) and _SALARY_OF.search(before)))
    last_other = last_match(_SAYS_OTHER_BEFORE, before)
    if last_other is None:
        return False
    last_pay = last_match(_SAYS_PAY_STRONGLY, before)
    return last_pay is None or (
        last_pay.start() < last_other.start() and not _same_phrase(before, last_pay.end(), last_other.start())
    )


def _same_phrase(before: str, pay_end: int, other_start: int) -> bool:
    """Whether the other word only adds to the pay word: "the pay for this project is"."""
    between = before[pay_end:other_start]
    return bool(re.match(r"^ (?:range |rate |band |offered )?(?:for|of) (?:this|the|a) [^,.]{0,40}$", between))
