"""The numbers of a text -> amounts: what is counted, in which unit, and how the number is bounded.

"at least 5 years", "£31-37k", "between a year and a half and three years", "half the price", "from 2 pm to 10.30 pm".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from postwright.grounding.bounds import bounded
from postwright.grounding.figures import Figure, figures
from postwright.grounding.lexicon import Hit, Lexicon
from postwright.grounding.prepared import Prepared, Token

if TYPE_CHECKING:
    from postwright.guidelines.records import GroundingWords

CENTS = 100
"""How many of the small coins make one of the large."""
SIGNS = {"£": "GBP", "$": "$", "€": "EUR", "₹": "INR", "¥": "JPY", "₦": "NGN", "₱": "PHP", "₺": "TRY", "₪": "ILS"}
_SIGN_LETTERS = {
    "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD", "aud": "AUD", "us": "USD", "usd": "USD",
    "nz": "NZD", "s": "SGD", "hk": "HKD", "r": "BRL",
}  # fmt: skip
_NO_UNIT_AFTER = frozenset((
    "of", "and", "or", "in", "on", "at", "to", "for", "from", "by", "with", "as", "is", "are", "per", "a", "an",
    "the", ",", ".", ";", ":", "(", ")", "/", "+", "each", "every",
))  # fmt: skip
"""What ends the search for a unit behind a number."""
_JOINTS = frozenset(("-", "to", "and", "or", "until", "till", "through", "/", "up", "into"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range, from token `first` to token `last`; values are in the base unit (months, minutes, ...)."""

    first: int
    last: int
    values: tuple[float, ...]
    """One value, or the two ends of a range, in the order of the text."""
    plain: tuple[float, ...]
    """The same as written, without the unit."""
    unit: str
    """minute, day, month, %, money:GBP, ...; empty where a noun is counted."""
    joint: str = ""
    """How the two ends are joined: "to", "or", "and"; empty for one value."""
    comparator: str = "exact"
    """exact, least, most, more, less, about, from, within."""
    form: str = "cardinal"
    clock: tuple[tuple[int, ...], ...] = ()
    is_clock: bool = False
    scale: float = 1.0
    """What a number was multiplied by as written: 1,000 for "45k"."""
    weak: bool = False
    """Whether it is "one", "a" or the like, which says little about how many there are."""
    comparator_at: tuple[int, int] | None = None
    """The tokens of the comparator."""

    @property
    def is_money(self) -> bool:
        return self.unit.startswith("money:")


def amounts_of(prepared: Prepared, lexicon: Lexicon, taken: frozenset[int]) -> tuple[Amount, ...]:
    """Return all amounts in order; tokens in `taken` say how often something happens and are left out."""
    units = {hit.first: hit for hit in lexicon.find(prepared, "units")}
    money = {hit.first: hit for hit in lexicon.find(prepared, "currencies")}
    found: list[Amount] = []
    for figure in figures(prepared, lexicon):
        if figure.first in taken or (found and figure.first <= found[-1].last):
            continue
        amount = _amount(prepared.tokens, figure, units, money)
        if amount is not None:
            found.append(amount)
    found = _with_small_coins(found)
    paired = [a for a in _paired(prepared, found) if not (a.weak and a.form == "ordinal" and not a.unit)]
    bounds = lexicon.all(prepared, "comparators")
    return tuple(bounded(prepared.tokens, paired, at, bounds) for at in range(len(paired)))


def _with_small_coins(found: list[Amount]) -> list[Amount]:
    """Return the amounts with "eleven pounds ninety" as one."""
    kept: list[Amount] = []
    for amount in found:
        last = kept[-1] if kept else None
        is_rest = last is not None and last.is_money and amount.form == last.form == "cardinal"
        is_beside = last is not None and (amount.first, amount.unit) in ((last.last + 1, ""), (last.last, last.unit))
        if last is not None and is_rest and is_beside and amount.values[0] < CENTS and last.values[0] % 1 == 0:
            whole = last.values[0] + amount.values[0] / CENTS
            kept[-1] = replace(last, last=amount.last, values=(whole,), plain=(whole,))
        else:
            kept.append(amount)
    return kept


def unit_of(entry: GroundingWords) -> tuple[str, float]:
    """Return the base unit of a unit, and how many of it the unit holds."""
    base, _, size = entry.value.partition(" ")
    return base, float(size or 1)


# ---- one number with its unit


def _amount(tokens: Sequence[Token], figure: Figure, units: dict[int, Hit], money: dict[int, Hit]) -> Amount | None:
    first, last = figure.first, figure.last
    currency, first, last, divided = _currency(tokens, first, last, money)
    value = figure.value / divided
    if currency and figure.form == "article" and first < figure.first:
        return None  # the "a" of "45 pence a mile"
    if currency:
        return Amount(first, last, (value,), (value,), f"money:{currency}", form=figure.form, scale=figure.scale)
    plain, form = value, figure.form
    weak = figure.word or (value == 1 and figure.form != "cardinal")
    if last + 1 < len(tokens) and tokens[last + 1].text == "%":
        return Amount(first, last + 1, (value,), (plain,), "%", form=form)
    hit = None if figure.is_clock else _unit(tokens, last, units)
    if hit is not None and figure.form in ("times", "ordinal", "article") and hit.first != last + 1:
        hit = None
    if hit is not None and _is_of_noun(tokens, hit, value):
        hit = None
    if hit is None:
        if figure.form == "article":
            return None
        clock = (figure.clock,) if figure.clock else ()
        return Amount(
            first, last, (value,), (plain,), "", form=form, clock=clock, is_clock=figure.is_clock,
            scale=figure.scale, weak=weak,
        )  # fmt: skip
    unit, size = unit_of(hit.entry)
    if figure.form == "article" and unit not in ("minute", "day", "month"):
        return None
    last = hit.last
    if [token.low for token in tokens[last + 1 : last + 4]] == ["and", "a", "half"]:
        value, plain, last = value + 0.5, plain + 0.5, last + 3
    if figure.form == "ordinal" and figure.value != 1:
        return Amount(first, last, (value * size,), (plain,), unit, form=form)
    return Amount(first, last, (value * size,), (plain,), unit, form="cardinal" if form == "article" else form)


def _is_of_noun(tokens: Sequence[Token], hit: Hit, value: float) -> bool:
    """Say whether a unit only stands before what is counted: "18 shift leaders" are no shifts."""
    following = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    is_one = tokens[hit.last].low == tokens[hit.last].stem and value != 1
    is_noun = following is not None and following.kind == "word" and following.low.endswith("s")
    return is_one and is_noun and unit_of(hit.entry)[0] not in _LENGTHS


_LENGTHS = frozenset(("minute", "day", "month", "%", "mile", "km", "kg", "lb", "byte", "metre", "point"))
"""Units that stand before nouns without an s: "12 week courses"."""


def _unit(tokens: Sequence[Token], last: int, units: dict[int, Hit]) -> Hit | None:
    """Return the unit behind a number, with at most one other word between."""
    at = last + 1
    if at < len(tokens) and tokens[at].text == "-":
        at += 1
    if at < len(tokens) and tokens[at].text == "(" and at + 2 < len(tokens) and tokens[at + 2].text == ")":
        at += 3  # five (5) years
    hit = units.get(at)
    if hit is None and at < len(tokens) and tokens[at].low in ("of", "an", "a") and tokens[at - 1].low in _PART_WORDS:
        at += 2 if tokens[at].low == "of" else 1  # three quarters of an hour, half an hour
        hit = units.get(at)
    if hit is not None:
        is_adverb = tokens[hit.first].low in _ADVERBS
        return units.get(hit.last + 1, hit) if is_adverb else hit  # 37 weekly hours
    if at < len(tokens) and tokens[at].kind == "word" and tokens[at].low not in _NO_UNIT_AFTER:
        hit = units.get(at + 1)  # 22 class hours, 5 plus years
        return None if hit is not None and tokens[hit.first].low in _ADVERBS else hit
    return None


_ADVERBS = frozenset(("weekly", "daily", "monthly", "yearly", "annual", "annually", "quarterly"))
_PART_WORDS = frozenset(("half", "quarter", "quarters", "third", "thirds", "½", "¼", "¾"))


def _currency(tokens: Sequence[Token], first: int, last: int, money: dict[int, Hit]) -> tuple[str, int, int, float]:
    """Return the currency of a number, its tokens with the currency's, and by what the number is divided (pence)."""
    before = tokens[first - 1] if first else None
    if before is not None and before.text in SIGNS:
        letters = tokens[first - 2].low if first > 1 and before.glued else ""
        if letters in _SIGN_LETTERS:
            return _SIGN_LETTERS[letters], first - 2, last, 1.0
        if before.text == "€" and first > 1 and tokens[first - 2].low == "eur":
            return "EUR", first - 2, last, 1.0
        named = _named_after(tokens, last, money)
        if named is not None:
            return named.entry.value, first - 1, named.last, 1.0
        return SIGNS[before.text], first - 1, last, 1.0
    named_at = first - 2 if before is not None and before.text == "." and before.glued and first > 1 else first - 1
    if before is not None and (hit := money.get(named_at)) is not None and hit.last == named_at:
        return hit.entry.value, named_at, last, 1.0
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if after is not None and after.text in SIGNS and tokens[last].low not in ("a", "an"):
        return SIGNS[after.text], first, last + 1, 1.0
    named = _named_after(tokens, last, money)
    if named is None and tokens[last].low == "half" and last + 2 < len(tokens) and tokens[last + 1].low == "a":
        named = money.get(last + 2)  # half a dollar
        last += named is not None
    if named is None or (len(tokens[last + 1].low) == 1 and not tokens[last + 1].glued):
        return "", first, last, 1.0
    currency, _, part = named.entry.value.partition("/")
    return currency, first, named.last, float(part or 1)


def _named_after(tokens: Sequence[Token], last: int, money: dict[int, Hit]) -> Hit | None:
    hit = money.get(last + 1)
    if hit is None and last + 2 < len(tokens) and tokens[last + 1].text == "(":
        hit = money.get(last + 2)
    return hit


# ---- ranges


def _paired(prepared: Prepared, found: list[Amount]) -> list[Amount]:
    """Return the amounts with the two ends of each range made one."""
    paired: list[Amount] = []
    for amount in found:
        joint = _joint(prepared, paired[-1], amount) if paired else ""
        whole = _range(paired[-1], amount, joint) if joint else None
        if whole is not None:
            paired[-1] = whole
        else:
            paired.append(amount)
    return paired


def _joint(prepared: Prepared, low: Amount, high: Amount) -> str:
    """Return the word or mark between two amounts that makes them a range; empty where there is none."""
    tokens = prepared.tokens
    between = [token.low for token in tokens[low.last + 1 : high.first]]
    if len(low.values) > 1 or not 1 <= len(between) <= 4 or "article" in (low.form,):
        return ""
    words = [word for word in between if word not in ("£", "$", "€", "₹", "¥", "a", "the", "about", "up")]
    if len(words) != 1 or words[0] not in _JOINTS:
        return ""
    if words[0] == "/" and not (low.is_money or high.is_money):
        return ""
    if words[0] == "and":
        before = [token.low for token in tokens[max(0, low.first - 4) : low.first]]
        return "to" if "between" in before or "from" in before else ""
    return "or" if words[0] == "or" else "to"


def _range(low: Amount, high: Amount, joint: str) -> Amount | None:
    """Return two amounts as one range, or None where they do not count the same."""
    if low.form == "ordinal" or high.form == "ordinal":
        if low.form != high.form or joint != "to":
            return None
        return replace(
            low, last=high.last, values=low.values + high.values, plain=low.plain + high.plain, joint=joint, weak=False
        )
    unit = low.unit or high.unit
    if low.unit and high.unit and not same_unit(low.unit, high.unit):
        return None
    if not high.unit and low.unit and joint != "or" and not low.is_money:
        return None
    first, second = low.values[0], high.values[0]
    if low.unit != unit and not low.is_clock and not unit.startswith("money:") and high.plain[0]:
        first *= second / high.plain[0]  # the unit stands only behind the second: "3-5 years"
    if low.scale == 1 < high.scale and first <= second / high.scale:
        first *= high.scale  # "£24-32k", "₹24-32 LPA", "70-85k EUR", "two to three thousand"
    if high.unit != unit and not high.is_clock and not low.is_money and low.plain[0]:
        second *= first / low.plain[0]
    clock = low.clock + high.clock if low.clock and high.clock and not unit else ()
    if joint == "or" and not unit and not (low.form == high.form == "cardinal"):
        return None
    return Amount(
        low.first, high.last, (first, second), low.plain + high.plain, unit, joint, form=high.form, clock=clock,
        is_clock=bool(clock) and (low.is_clock or high.is_clock),
    )  # fmt: skip


def same_unit(one: str, other: str) -> bool:
    """Say whether two units are the same; the bare dollar is any dollar."""
    if one == other:
        return True
    dollars = ("money:$", "money:USD", "money:CAD", "money:AUD", "money:NZD", "money:SGD", "money:HKD")
    return "money:$" in (one, other) and one in dollars and other in dollars
