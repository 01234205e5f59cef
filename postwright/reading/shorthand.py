"""Amounts that leave their unit out, because the words around supply it.

"Years of experience: 5+", "5 years, two of which in sales", "3+ years with Go and 5 in distributed systems",
"BS + 5 or MS + 3", "5 years required, 7 preferred".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postwright.late_pattern import late
from postwright.reading.numbers import NUMBER, PLUS, Amount, number_value

_RANGE = (
    rf"(?P<low>{NUMBER})(?:\s?\(\d{{1,2}}\))?(?P<low_plus>{PLUS})?"
    rf"(?:\s?(?:-|to)\s?(?P<high>{NUMBER})(?P<high_plus>{PLUS})?)?"
)
_UNITLESS = r"(?![\w%$/])(?!\s?(?:years?|yrs?|months?|weeks?|days?|hours?|hrs|am|pm|%|-\d|\.\d|,\d{3}))"
_LABELS = (
    late(
        rf"(?<![a-z])(?:years?|yrs?)\.?(?:\sof)?(?:\s(?:relevant|total|work|required|overall|prior|professional|"
        rf"industry))?\s(?:experience|exp)\b\.?"
        rf"(?:\s(?:required|needed|range|level))?\s?(?:\([a-z ]{{3,20}}\)\s?)?[:=-]{{1,2}}\s?{_RANGE}{_UNITLESS}"
    ),
    late(
        rf"(?<![a-z])(?:experience|exp)\b\.?\s?(?:required|range|level)?\s?(?:\(\s?in\s|\(|in\s|\[)\s?(?:years?|"
        rf"yrs?)\.?\s?[)\]]?\s?[:=-]{{1,2}}\s?{_RANGE}{_UNITLESS}"
    ),
    late(rf"(?<![a-z])yoe\s?[:=-]\s?{_RANGE}{_UNITLESS}"),
)
_DEGREE_PLUS = late(
    rf"(?<![a-z])(?:b\.?s\.?c?|b\.?a|m\.?s\.?c?|m\.?a|ph\.?\s?d|mba|bachelor'?s?|master'?s?|doctorate|degree|"
    rf"diploma|ged|hs)\.?(?:\sdegree)?\s?(?:\+|plus|with|w/|and|/|&)\s?(?P<low>{NUMBER})(?P<low_plus>{PLUS})?"
    rf"(?:\s?(?:-|to)\s?(?P<high>{NUMBER})(?P<high_plus>{PLUS})?)?(?=\s?(?:[,;.)]|\bor\b|\band\b|/|$|\s(?:with|"
    rf"and)\s(?:an?\s)?(?:ms|master|phd)))"
)
_WITH_DEGREE = late(
    rf"(?:\bor\b|[,;(/]|\band\b)\s?(?:at\sleast\s|only\s)?(?P<low>{NUMBER})(?P<low_plus>{PLUS})?(?=\s(?:with|and|"
    rf"plus|\+)\s(?:an?\s)?(?:relevant\s|related\s|advanced\s)?(?:m\.?s\.?c?|master'?s?|ph\.?d|mba|doctorate|"
    rf"b\.?s\.?c?|bachelor'?s?|degree|advanced)(?![a-z]))"
)
_OF_WHICH = late(
    rf"(?<![\w.-])(?P<low>{NUMBER})(?:\s?\(\d{{1,2}}\))?(?P<low_plus>{PLUS})?(?=\sof\s(?:which|those|these|them|"
    rf"that\stime)\b)"
)
_WHICH_OF = late(
    rf"\bof\s(?:which|those|these|them)\s(?:at\sleast\s)?(?P<low>{NUMBER})(?P<low_plus>{PLUS})?{_UNITLESS}"
    rf"(?=\s(?:in|with|as|using|on|of|must|should|[a-z]{{3,}}ing)\b)"
)
_FOR_TOO = late(
    rf"\s(?:with|in|on|using|as)\s[a-z0-9][^.;:,]{{1,40}}\sfor\s(?:at\sleast\s|over\s)?(?P<low>{NUMBER})"
    rf"(?P<low_plus>{PLUS})?(?=\s?(?:[.,;]|$|\band\b|\bor\b))"
)
"""A further skill of somebody who has worked with one "for three years, with Kafka for two"."""
_CONTINUED = late(
    rf"(?:\band\b|\bor\b|,|\bplus\b|\bincluding\b|&|\bwith\b)\s(?:at\sleast\s|a\sminimum\sof\s|minimum\s(?:of\s)?|"
    rf"over\s)?(?P<low>{NUMBER})(?P<low_plus>{PLUS})?(?:\s?(?:-|to)\s?(?P<high>{NUMBER})(?P<high_plus>{PLUS})?)?"
    rf"(?=\s(?:in|with|as|using|on|managing|leading|working|developing|building|doing)\s(?!the\s(?:last|past|next)|"
    rf"a\srow|\d|one\b|total))"
)
_RATED = late(
    rf"[,;(]\s?(?P<low>{NUMBER})(?P<low_plus>{PLUS})?(?=\s(?:is\s|are\s)?(?:strongly\s|highly\s)?(?:preferred|"
    rf"desired|ideal|a\splus|would\sbe\sideal)(?![a-z]))"
)
_UNIT_NEAR = late(r"(?<![a-z])(?:years?|yrs?)(?![a-z])")
_VALUE = late(r"[:=-]{1,2}\s?\d")
_LABEL_REACH = 70
"""Characters before a value in which its label begins."""
_ADDED = late(r"\d")
MOST_YEARS = 20.0


def find_labelled(folded: str) -> list[Amount]:
    """Return the amounts whose unit stands in a label before them: "Years of experience: 3-5"."""
    found: list[Amount] = []
    for value in _VALUE.finditer(folded):
        start, end = max(0, value.start() - _LABEL_REACH), min(len(folded), value.end() + _LABEL_REACH // 2)
        if "exp" not in folded[start : value.start()] and "yoe" not in folded[start : value.start()]:
            continue
        for pattern in _LABELS:
            for match in pattern.finditer(folded, start, end):
                if match.start() <= value.start() < match.end() and (amount := _amount(match, whole=True)):
                    found.append(amount)
    return found


def find_degree_sums(folded: str, start: int, end: int) -> list[Amount]:
    """Return the numbers that are added to a degree in one sentence ("BS + 5 or MS + 3"), if years are spoken of."""
    found = [a for m in _DEGREE_PLUS.finditer(folded, start, end) if (a := _amount(m))]
    found += [a for m in _WITH_DEGREE.finditer(folded, start, end) if (a := _amount(m))]
    return found if _UNIT_NEAR.search(folded, start, end) or len(found) > 1 else []


def may_be_added(folded: str) -> Iterator[int]:
    """Yield the offsets of numbers that something adds to something: "+ 5", "with 5", "and 5", "/5"."""
    for digit in _ADDED.finditer(folded):
        at = digit.start()
        before = folded[at - 2 : at - 1] if folded[at - 1 : at] == " " else folded[at - 1 : at]
        if before and before in "+/&hsd":
            yield at


def find_continued(folded: str, start: int, end: int) -> list[Amount]:
    """Return the numbers between two offsets, behind a demand of the same sentence, that go on counting in its unit."""
    patterns = (_OF_WHICH, _WHICH_OF, _FOR_TOO, _CONTINUED, _RATED)
    found = [a for p in patterns for m in p.finditer(folded, start, end) if (a := _amount(m))]
    return [
        amount
        for amount in found
        if not (amount.minimum == 1 and folded[amount.start] == "o" and not _OF_WHICH.match(folded, amount.start))
    ]


def _amount(match: re.Match[str], *, whole: bool = False) -> Amount | None:
    groups = match.groupdict()
    low = number_value(groups["low"])
    high = number_value(groups["high"]) if groups.get("high") else None
    is_open = bool(groups.get("high_plus") or (high is None and groups.get("low_plus")))
    if low > MOST_YEARS or (high is not None and high <= low):
        return None
    return Amount(
        match.start() if whole else match.start("low"),
        match.end(),
        low,
        None if is_open else high,
        "year",
        False,
        is_open,
    )
