"""Facts of the job that are a number: hours, holiday, openings, length of contract, travel, days on site, notice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.rules.conflict._stated import Pair, are_apart, is_of_the_job

if TYPE_CHECKING:
    from postwright.linting.rule import Context

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: float(number) for number, word in enumerate(_WORDS, 1)}
_ONE = rf"\d{{1,3}}(?:\.\d{{1,2}})?|{'|'.join(_WORDS)}"
_N = rf"(?<![\w.,/$£€-])(?P<limit>(?:up to|max(?:imum)?(?: of)?|at least|min(?:imum)?(?: of)?) )?(?P<low>{_ONE})" + (
    rf"(?: ?\(\d{{1,3}}\))?(?P<open>\+)?(?: ?(?:-|to) ?(?P<high>{_ONE}))?"
)
"""A number or a range, digits or word; named groups can stand only once, so that each pattern has one of it."""
_WEEKLY = r"(?:(?:a|per|each|every) |/ ?)(?:week|wk)"
_LEAVE = (
    r"annual (?:leave|holiday)|holiday(?: entitlement| allowance)?|"
    r"paid leave(?! of)|vacation(?: leave| time)?|pto|paid time off"
)
_ON_SITE = (
    r"(?:on[- ]?site|in(?:to)? (?:the|our) (?:\w+ )?office|in[- ]office|(?:at|from) (?:the|our) (?:\w+ )?office|"
    r"office[- ]based)"
)
_POSTS = r"(?:positions|openings|vacancies|posts|roles)"
_AT_HOME = r"(?:from home|at home|wfh|remotely|remote|working from home|of home[- ]working)"


@dataclass(frozen=True, slots=True)
class _Fact:
    id: str
    """Of its word list in guidelines/stated_twice.yaml."""
    name: str
    signs: tuple[str, ...]
    """Words, of which one must stand in the text twice before a pattern is tried."""
    patterns: tuple[re.Pattern[str], ...]
    least: float
    most: float
    of: str = ""
    """A list, one of whose words must stand in the sentence."""


@dataclass(frozen=True, slots=True)
class _Amount:
    start: int
    end: int
    least: float
    most: float
    name: str


_FACTS = (
    _Fact(
        "hours", "hours a week", ("week", "weekly", "wk"),
        (
            late(rf"{_N}[- ]?(?:hours?|hrs?)(?: of work)? ?-?(?:{_WEEKLY}|weekly|week|wk|p/?w)\b"),
            late(rf"\b(?:hours (?:per|a) week|weekly hours|hours weekly)(?: is| are)? ?:? {{1,3}}{_N}(?![\d.]| ?[%:])"),
            late(rf"\b(?:working|contract(?:ed)?|weekly) hours ?: {{0,3}}{_N} ?(?:hours? )?{_WEEKLY}\b"),
            late(rf"\b(?:working )?week (?:has|is|of) {_N} hours\b"),
        ),
        4, 84, "of_job.hours",
    ),
    _Fact(
        "holiday", "days of holiday", ("leave", "holiday", "vacation", "pto", "off"),
        (
            late(
                rf"{_N} (?:working |paid |business )?(?P<unit>days?|weeks?)'?(?: of)?(?: paid| your)? "
                rf"(?P<name>{_LEAVE})\b(?!s)"
            ),
            late(rf"{_N} (?P<name>vacation|pto|annual leave|holiday) (?P<unit>days|weeks)\b"),
            late(rf"\b(?P<name>{_LEAVE}) ?(?::|of|is|-) ?{_N} (?:working |paid )?(?P<unit>days?|weeks?)\b"),
        ),
        8, 60,
    ),
    _Fact(
        "openings", "openings", ("positions", "openings", "vacancies", "posts", "roles", "headcount",
         "hiring", "recruiting", "looking", "seeking"),
        (
            late(rf"\b(?:filling|hiring for|recruiting(?: for)?) {_N} (?:open )?{_POSTS}\b"),
            late(rf"\b(?:number of {_POSTS}|openings|vacancies|headcount) ?: {{0,3}}{_N}(?![\w.,/%-])"),
            late(
                rf"\b(?:hiring|recruiting|looking for|seeking) {_N} (?:new )?"
                r"(?:people|colleagues|persons|team members)\b"
            ),
            late(rf"\b(?:there are|we have) {_N} (?:open )?{_POSTS}(?: open| available| to fill)?\b"),
        ),
        1, 500,
    ),
    _Fact(
        "length", "the length of the contract", ("contract", "fixed", "appointment", "term"),
        (
            late(
                rf"{_N}[- ](?P<unit>months?|years?)'?[- ]"
                r"(?:fixed[- ]term(?: contract)?|ftc|contract|temporary contract|appointment)\b"
            ),
            late(
                r"\b(?:fixed[- ]term(?: contract| appointment)?|ftc|contract(?: length| duration| term)|"
                r"duration of contract|contract(?: runs| lasts)?|appointment lasts)(?: is)? ?(?::|for|of|-|,|\(|"
                rf"(?<=runs)|(?<=lasts)) {{0,2}}{_N}[- ](?P<unit>months?|years?)\b(?! (?:of )?experience)"
            ),
        ),
        1, 72,
    ),
    _Fact(
        "travel", "the share of travel", ("travel", "travelling", "traveling"),
        (
            late(
                r"\btravel(?:l?ing)?(?: required| is| requirements?| expected| needed| anticipated)?(?: ?[:(-])? {0,3}"
                rf"(?:is |of |about |approximately |around |~ ?){{0,2}}{_N} ?(?:%|percent\b|per cent\b)"
            ),
            late(rf"{_N} ?(?:%|percent|per cent) (?:of the time )?travel(?:l?ing)?\b(?! \w+ ?%)"),
        ),
        1, 100,
    ),
    _Fact(
        "days_on_site", "days on site", ("week", "remote", "office"),
        (
            late(rf"{_N} days? {_WEEKLY} (?P<where>{_ON_SITE}|{_AT_HOME})\b"),
            late(
                r"(?P<where>\b(?:work(?:ing)? )?from home|\b(?:to|in) the office|"
                rf"\b{_ON_SITE}),? {_N} days? {_WEEKLY}\b"
            ),
            late(rf"{_N} (?P<where>office|remote|home[- ]office) days? {_WEEKLY}\b"),
            late(
                r"\b(?:this (?:is a|(?:role|position|job) is) |location ?: )?(?P<where>(?:fully|100%|"
                r"completely) remote)"
                r"(?= (?:role|position|job|contract|work)\b|[.,;]|$)"
            ),
        ),
        0, 5,
    ),
    _Fact(
        "days", "days of work a week", ("week",),
        (
            late(rf"{_N}[- ]days? (?:working |work )?week\b"),
            late(
                rf"\b(?:you|work(?:ing)?|hours ?:|schedule ?:) (?:will )?(?:work )?{_N} days {_WEEKLY}"
                r"(?!,? (?:in|at|from|on|remote|with|of))"
            ),
        ),
        1, 7,
    ),
    _Fact(
        "probation", "the probation", ("probation", "probationary", "trial"),
        (
            late(
                rf"\b(?:probation(?:ary period| period)?|trial period) ?(?::|of|is|lasts|for|-) {{0,3}}{_N}[- ]"
                r"(?P<unit>weeks?|months?)\b"
            ),
            late(rf"{_N}[- ](?P<unit>weeks?|months?)'?s?[- ](?:probation(?:ary period| period)?|trial period)\b"),
        ),
        7, 800,
    ),
    _Fact(
        "bonus", "the bonus", ("bonus",),
        (
            late(rf"\bbonus ?(?::|of|is|-|\() {{0,3}}{_N} ?(?:%|per ?cent\b)"),
            late(rf"{_N} ?(?:%|per ?cent) (?:annual |yearly |performance |target ){{0,2}}bonus\b"),
        ),
        1, 100,
    ),
    _Fact(
        "notice", "the period of notice", ("notice",),
        (
            late(rf"\bnotice period ?(?::|of|is|-) {{0,3}}{_N} (?P<unit>days?|weeks?|months?)\b"),
            late(rf"{_N} (?P<unit>days?|weeks?|months?)'?s? notice(?: period)?\b"),
        ),
        5, 400,
    ),
)  # fmt: skip


def conflicts(context: Context) -> Iterator[Pair]:
    """Yield for each fact the first two amounts that cannot both hold, where the text states just two."""
    words = context.document.words
    for fact in _FACTS:
        places = sorted(at for sign in fact.signs for at in words.get(sign, ()))
        if len(places) >= _TWICE:
            pair = _pair(context, fact, list(_amounts(context, fact, places)))
            if pair is not None:
                yield pair


_TWICE = 2
_AROUND = 70
"""Characters around a sign in which a pattern is tried; the longest statement is shorter."""


def _pair(context: Context, fact: _Fact, amounts: list[_Amount]) -> Pair | None:
    if len({(amount.least, amount.most, amount.name) for amount in amounts}) > _TWICE:
        return None  # a table, a choice, or amounts of several things
    for one, other in pairwise(amounts):
        if one.name == other.name and not _can_both_hold(context, fact, one, other):
            first, second = (one.start, one.end), (other.start, other.end)
            return Pair(fact.name, first, second, "warning") if are_apart(context, first, second) else None
    return None


def _can_both_hold(context: Context, fact: _Fact, one: _Amount, other: _Amount) -> bool:
    gap = max(one.least - other.most, other.least - one.most)
    limits = context.guidelines.limits
    with_public = limits["public_holidays_least"].value <= gap <= limits["public_holidays_most"].value
    return gap <= 0 or (fact.id == "holiday" and with_public)


def _amounts(context: Context, fact: _Fact, places: list[int]) -> Iterator[_Amount]:
    """Yield the amounts of a fact that hold for the job as such, in the order of the text."""
    past = 0
    for match in _matches(context.document.folded, fact, places):
        if match.start() < past:
            continue
        past = match.end()
        amount = _amount(fact, match)
        if not fact.least <= amount.least <= amount.most <= fact.most:
            continue
        if is_of_the_job(context, *match.span(), unless=("other.any", f"other.{fact.id}"), of=fact.of):
            yield amount


def _matches(folded: str, fact: _Fact, places: list[int]) -> list[re.Match[str]]:
    """Return what the patterns find around the signs, in order."""
    found: list[re.Match[str]] = []
    past = 0
    for at in places:
        start, end = max(past, at - _AROUND), at + _AROUND
        matches = [match for pattern in fact.patterns for match in pattern.finditer(folded, start, end)]
        found += matches
        past = max([past, at, *(match.end() for match in matches)])
    return sorted(found, key=lambda match: match.span())


def _amount(fact: _Fact, match: re.Match[str]) -> _Amount:
    said = match.groupdict()
    if said.get("low") is None:  # fully remote
        return _Amount(*match.span(), 0, 0, "")
    least = _number(said["low"])
    most = _number(said["high"]) if said["high"] else least
    shorter, longer = _UNITS.get(fact.id, {}).get((said.get("unit") or "").rstrip("s"), (1, 1))
    least, most = least * shorter, most * longer
    limit = said["limit"] or ""
    if limit.startswith(("up", "max")):
        least = fact.least
    elif limit or said["open"]:
        most = fact.most
    where = said.get("where") or ""
    if where and not re.search(r"site|(?<!home )(?<!home-)office", where):
        least, most = 5 - most, 5 - least
    return _Amount(*match.span(), least, most, _NAMES.get(said.get("name") or "", said.get("name") or ""))


_UNITS: dict[str, dict[str, tuple[float, float]]] = {
    "holiday": {"week": (5, 5)},
    "length": {"year": (12, 12)},
    "notice": {"week": (7, 7), "month": (28, 31)},
    "probation": {"week": (7, 7), "month": (28, 31)},
}
"""Days or months to a unit, least and most: four weeks can be a month."""
_NAMES = {
    "pto": "paid time off", "annual holiday": "annual leave", "holiday": "annual leave", "paid leave": "annual leave",
    "holiday entitlement": "annual leave",
    "holiday allowance": "annual leave", "vacation leave": "vacation", "vacation time": "vacation",
}  # fmt: skip


def _number(word: str) -> float:
    return _NUMBERS.get(word) or float(word)
