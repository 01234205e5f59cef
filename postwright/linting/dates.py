"""Dates as postings write them, compared with a date of the brief."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.late_pattern import late

if TYPE_CHECKING:
    from postwright.reading.document import Document
    from postwright.reading.sought import Sought

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DATE = late(
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/(?P<years>\d{{4}})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_NAME})(?:,? (?P<year>\d{{4}}))?"
    rf"|(?P<month2>{_NAME}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<year2>\d{{4}}))?"
)
_REACH = 60
"""Characters after a cue in which its date stands."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date in a text; the year may be left out."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    either_order: bool = False
    """Whether day and month may be the other way round: 3/4/2027."""

    def may_be(self, date: dt.date) -> bool:
        """Say whether this can be `date`."""
        same = (self.month, self.day) == (date.month, date.day)
        turned = self.either_order and (self.day, self.month) == (date.month, date.day)
        return (same or turned) and self.year in (None, date.year)

    def agrees_with(self, other: Date) -> bool:
        """Say whether both can be the same day."""
        mine, its = {(self.month, self.day)}, {(other.month, other.day)}
        if self.either_order:
            mine.add((self.day, self.month))
        if other.either_order:
            its.add((other.day, other.month))
        return bool(mine & its) and (None in (self.year, other.year) or self.year == other.year)


def dates_after(cue: Sought, document: Document) -> Iterator[Date]:
    """Yield the first date that stands shortly behind each match of `cue`."""
    for match in cue.finditer(document):
        found = first_date(document.folded, match.end(), match.end() + _REACH)
        if found:
            yield found


def first_date(folded: str, start: int, end: int) -> Date | None:
    """Return the first date in folded[start:end]."""
    found = _DATE.search(folded, start, end)
    return _date(found) if found else None


def _date(found: re.Match[str]) -> Date:
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        return Date(found.start(), found.end(), year, month, day)
    if found["one"]:
        one, two, year = int(found["one"]), int(found["two"]), int(found["years"])
        return Date(found.start(), found.end(), year, one, two, either_order=True)
    name, number = found["month"] or found["month2"], found["day"] or found["day2"]
    written = found["year"] or found["year2"]
    return Date(found.start(), found.end(), int(written) if written else None, _MONTHS.index(name[:3]) + 1, int(number))
