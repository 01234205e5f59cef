"""The closing date or the start, stated twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.linting.dates import Date, first_date
from postwright.linting.rules.conflict._stated import Pair, is_of_the_job
from postwright.reading.sought import Sought

if TYPE_CHECKING:
    from postwright.linting.rule import Context

_CUE = Sought(
    r"\b(?:apply (?:by|before|until|no later than|on or before)|"
    r"(?:applications?|apply)(?:[^.\n]|\.(?=\S)){0,70} (?:by|before|no later than|until)|"
    r"clos(?:ing|es) (?:date|on)(?: for applications)?|"
    r"(?:the )?(?:application |closing )?deadline(?: for applications| to apply)?|"
    r"applications? (?:close on|close|are open until|are due|due|must be received|will be accepted until)(?: by| on)?|"
    r"(?:role|posting|position|job|vacancy) closes(?: on)?)\b(?: is| is on| on)? ?:? {0,3}"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:(?:the )|(?:at )?(?:midnight|noon|\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\.?),? (?:on )?)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
)
_START = Sought(
    r"\b(?:start(?:ing)? date|date of (?:start|joining)|joining date|starts? on|you(?:'ll| will)? (?:start|begin|"
    r"join us)"
    r"(?: work)?(?: on)?|(?:job|role|position|post|contract|appointment|work) (?:starts|begins|commences|will start|"
    r"will "
    r"begin)(?: on)?|commenc(?:es|ing|ement) (?:on|date)|to (?:start|begin|commence) on)\b(?: is| is on| on)? ?:? {0,3}"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
)
_LONGEST_DATE = 22
"""Characters of a date, which must follow at once."""
_FACTS = (
    (
        "the closing date",
        _CUE,
        ("apply", "closing", "closes", "deadline", "applications", "application"),
        "other.closing",
    ),
    (
        "the start",
        _START,
        ("start", "starts", "starting", "begin", "begins", "joining", "join", "commences"),
        "other.start",
    ),
)
"""Name, what stands before the date, words of which two stand in the text, list of guidelines/stated_twice.yaml."""


def conflicts(context: Context) -> Iterator[Pair]:
    """Yield the pairs of dates of one fact that cannot be one day, where the text names just two."""
    words = context.document.words
    for fact, cue, signs, unless in _FACTS:
        if sum(len(words.get(sign, ())) for sign in signs) < _TWICE:
            continue
        dates = list(_dates(context, cue, unless))
        if len(dates) == _TWICE and not dates[0].agrees_with(dates[1]):  # more are those of a list of posts
            one, other = dates
            certain = not (one.either_order or other.either_order)
            yield Pair(fact, (one.start, one.end), (other.start, other.end), "error" if certain else "warning")


_TWICE = 2


def _dates(context: Context, cue: Sought, unless: str) -> Iterator[Date]:
    folded = context.document.folded
    for match in cue.finditer(context.document):
        date = first_date(folded, match.end(), match.end() + _LONGEST_DATE)
        if (
            date is not None
            and date.start == match.end()
            and is_of_the_job(context, date.start, date.end, unless=(unless,))
        ):
            yield date
