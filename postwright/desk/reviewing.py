"""Postings, one after the other -> their review; only records are kept, so that ten thousand fit into memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from postwright.consistency.record import ReviewedPosting
from postwright.consistency.recording import Known, Recorder
from postwright.consistency.review import Review, review
from postwright.exchange.document import Imported
from postwright.exchange.review_files import Made
from postwright.linting.engine import lint
from postwright.reading.document import parse
from postwright.reading.reader import read_document

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.model.brief import Organisation
    from postwright.model.finding import Finding
    from postwright.model.reading import Reading
    from postwright.reading.document import Document

UNREAD_KEPT = 200
"""Inputs that could not be read and are named in the review; all are counted."""
Sift = Callable[[Imported, str, "tuple[Finding, ...]"], "tuple[Finding, ...]"]
"""Takes a posting, the text that offsets index, and its findings; returns those that nobody has accepted."""


class Reviewer:
    """Takes in postings and makes a review of them.

    `date` is the day on which ages and laws are judged, `places` codes of where the work can be done; `select` and
    `ignore` hold rule ids or their beginnings, of the linter and across postings.
    """

    def __init__(
        self,
        guidelines: Guidelines,
        *,
        date: dt.date,
        organisation: Organisation | None = None,
        places: tuple[str, ...] = (),
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
    ) -> None:
        self._guidelines = guidelines
        self._date = date
        self._organisation = organisation
        self._places = places
        self._select = select
        self._ignore = ignore
        self._recorder = Recorder(guidelines, date=date)
        self._records: list[ReviewedPosting] = []
        self._unread: list[str] = []
        self._unread_count = 0

    def add(self, imported: Imported, *, sift: Sift | None = None) -> None:
        """Read, lint and record a posting."""
        document = parse(imported.text, format=imported.format)
        reading = read_document(document, title=imported.title, guidelines=self._guidelines)
        findings = lint(
            document, reading, guidelines=self._guidelines, date=self._date, organisation=self._organisation,
            places=self._places, select=self._select, ignore=self._ignore,
        )  # fmt: skip
        if sift is not None:
            findings = sift(imported, reading.text, findings)
        known = Known(imported.id, title=imported.title, employer=imported.employer, place=imported.place)
        self.add_checked(known, document, reading, findings)

    def add_checked(self, known: Known, document: Document, reading: Reading, findings: Sequence[Finding]) -> None:
        """Record a posting that was read and linted already."""
        self._records.append(self._recorder.record(known, document, reading, findings))

    def add_unread(self, words: str) -> None:
        """Note an input that could not be read."""
        self._unread_count += 1
        if len(self._unread) < UNREAD_KEPT:
            self._unread.append(words)

    @property
    def done(self) -> int:
        """How many postings were taken in."""
        return len(self._records)

    @property
    def unread(self) -> int:
        """How many inputs could not be read."""
        return self._unread_count

    def review(self) -> Review:
        """Return the postings taken in so far beside each other."""
        return review(
            self._records,
            guidelines=self._guidelines,
            organisation=self._organisation,
            select=self._select,
            ignore=self._ignore,
        )

    def made(self, name: str) -> Made:
        """Return what the review is made of; `name` is what was reviewed."""
        rest = self._unread_count - len(self._unread)
        unread = (*self._unread, f"and {rest:,} more") if rest else tuple(self._unread)
        return Made(name, self._date.isoformat(), unread)
