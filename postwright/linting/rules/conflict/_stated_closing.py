"""The closing date, stated twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.rules.conflict._dates import Date, first_date
from postwright.linting.rules.conflict._stated import Pair, is_of_the_job

if TYPE_CHECKING:
    from postwright.linting.rule import Context

_CUE = late(
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
_LONGEST_DATE = 22
"""Characters of a date, which must follow at once."""
_SIGNS = ("apply", "closing", "closes", "deadline", "applications", "application")


def conflicts(context: Context) -> Iterator[Pair]:
    """Yield the pair of closing dates that cannot be one day, where the text names just two."""
    words = context.document.words
    if sum(len(words.get(sign, ())) for sign in _SIGNS) < _TWICE:
        return
    dates = list(_dates(context))
    if len(dates) == _TWICE and not dates[0].agrees_with(dates[1]):  # more are those of a list of posts
        one, other = dates
        certain = not (one.either_order or other.either_order)
        yield Pair(
            "the closing date", (one.start, one.end), (other.start, other.end), "error" if certain else "warning"
        )


_TWICE = 2


def _dates(context: Context) -> Iterator[Date]:
    folded = context.document.folded
    for cue in _CUE.finditer(folded):
        date = first_date(folded, cue.end(), cue.end() + _LONGEST_DATE)
        if (
            date is not None
            and date.start == cue.end()
            and is_of_the_job(context, date.start, date.end, unless=("other.closing",))
        ):
            yield date
