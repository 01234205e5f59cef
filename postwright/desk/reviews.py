"""Reviews of the library, or of an upload, for a page: each made once and exported in any form."""

from __future__ import annotations

import datetime as dt
import io
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from postwright.consistency.recording import Known
from postwright.consistency.review import Review
from postwright.desk.checks import is_plain_import, not_asked
from postwright.desk.examples import is_example
from postwright.desk.house import House, fingerprint
from postwright.desk.reviewing import Reviewer
from postwright.desk.stored_brief import stored_brief
from postwright.errors import DocumentError
from postwright.exchange import csv_in, importing
from postwright.exchange.csv_in import Columns, Table
from postwright.exchange.document import Imported
from postwright.exchange.folders import LeftOut
from postwright.exchange.jsonl_in import lines_of, read_jsonl
from postwright.exchange.review_files import FORMATS, Made, to_csv
from postwright.exchange.review_rows import remarks_table
from postwright.exchange.zip_in import count_zip, read_zip
from postwright.guidelines.records import Guidelines
from postwright.library.records import PostingRecord
from postwright.library.store import Library
from postwright.linting.engine import lint
from postwright.model.brief import Brief
from postwright.model.waiver import split
from postwright.reading.document import parse
from postwright.reading.reader import read_document

Progress = Callable[[int, int], None]
"""Hears how many postings are done, and of how many; 0 where that is not known."""
UPLOADS = ("zip", "csv", "tsv", "jsonl", "ndjson")
"""Endings of the files that a review takes."""
MAX_UPLOAD_MB = 60
_LIBRARY = "the library"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review with what it was made of, and the rules by which its figures are drawn."""

    review: Review
    made: Made
    guidelines: Guidelines
    notes: tuple[str, ...] = ()
    """What a person should know and nobody must act on: files that were left out."""


class Reviews:
    """Makes reviews; the last one of the library is kept, so that going to a posting and back costs nothing."""

    def __init__(
        self, library: Library, house: House, *, today: Callable[[], dt.date], place_name: Callable[[str], str]
    ) -> None:
        self._library = library
        self._house = house
        self._today = today
        self._place_name = place_name
        self._last: tuple[tuple[object, ...], Reviewed] | None = None
        self._lock = threading.Lock()

    def of_library_if_made(self) -> Reviewed | None:
        """Return the last review of the library where nothing has changed since, else None."""
        with self._lock:
            return self._last[1] if self._last is not None and self._last[0] == self._state() else None

    def of_library(self, *, progress: Progress = lambda done, total: None) -> Reviewed:
        """Review all postings that are kept, their accepted findings left out."""
        if known := self.of_library_if_made():
            return known
        state = self._state()
        guidelines = self._house.guidelines
        reviewer = Reviewer(guidelines, date=self._today(), organisation=self._house.organisation)
        summaries = [summary for summary in self._library.summaries() if not is_example(summary)]
        for number, summary in enumerate(summaries, 1):
            posting = self._library.get(summary.id)
            if posting is not None:  # it may be deleted meanwhile
                self._add(posting, reviewer, guidelines)
            progress(number, len(summaries))
        reviewed = Reviewed(reviewer.review(), reviewer.made(_LIBRARY), guidelines)
        with self._lock:
            self._last = (state, reviewed)
        return reviewed

    def table_of(self, content: bytes, name: str) -> Table | None:
        """Return the head of an uploaded table, for choosing its columns; None for an upload that is none.

        `DocumentError` where it cannot be read.
        """
        if PurePath(name).suffix.lower() not in csv_in.ENDINGS:
            return None
        return csv_in.look_into(io.BytesIO(content), name=name)

    def of_upload(
        self, content: bytes, name: str, *, columns: Columns | None = None,
        progress: Progress = lambda done, total: None,
    ) -> Reviewed:  # fmt: skip
        """Review an uploaded .zip, .csv or .jsonl; what cannot be read is named in the review, the others are done.

        `columns` says what the columns of a table hold; without it that is guessed. `DocumentError` where the upload
        holds no posting at all.
        """
        guidelines = self._house.guidelines
        reviewer = Reviewer(guidelines, date=self._today(), organisation=self._house.organisation)
        notes, errors = [], []
        total = _count(content, name)
        for number, found in enumerate(_postings(content, name, columns), 1):
            if isinstance(found, LeftOut):
                notes.append(str(found))
            elif isinstance(found, DocumentError):
                errors.append(found)
                reviewer.add_unread(str(found))
            else:
                reviewer.add(found)
            progress(min(number, total) if total else number, total)
        if not reviewer.done:
            raise errors[0] if errors else DocumentError(f"{name} holds no posting.", hint="Is it the right file?")
        return Reviewed(reviewer.review(), reviewer.made(name), guidelines, tuple(notes))

    def formats(self) -> tuple[str, ...]:
        """Return the names of the forms in which a review is written."""
        return tuple(FORMATS)

    def export(self, reviewed: Reviewed, format: str) -> bytes:
        """Return a review as a file."""
        return FORMATS[format].export(reviewed.review, reviewed.guidelines, reviewed.made)

    def mime(self, format: str) -> str:
        """Return the media type of a form."""
        return FORMATS[format].mime

    def findings_csv(self, reviewed: Reviewed) -> bytes:
        """Return the findings across postings as a table."""
        return to_csv(remarks_table(reviewed.review))

    def _state(self) -> tuple[object, ...]:
        """Return what a review of the library depends on."""
        own = (row for row in self._library.summaries() if not is_example(row))
        postings = tuple((row.id, row.changed, tuple(row.counts.items())) for row in own)
        house = self._house
        return (postings, house.guidelines.fingerprint, fingerprint(house.organisation), self._today())

    def _add(self, posting: PostingRecord, reviewer: Reviewer, guidelines: Guidelines) -> None:
        brief = None if is_plain_import(posting) else stored_brief(posting.brief)
        document = parse(posting.text, format=posting.format)
        reading = read_document(document, title=posting.title, guidelines=guidelines)
        found = lint(
            document, reading, guidelines=guidelines, date=(brief and brief.date_posted) or self._today(), brief=brief,
            organisation=self._house.organisation, ignore=not_asked(posting),
        )  # fmt: skip
        sifted = split(found, posting.text, self._library.waivers(posting.id), on=self._today())
        known = Known(
            posting.id, title=posting.title, brief=brief, place=self._place(brief) if brief else "", link=posting.id
        )
        reviewer.add_checked(known, document, reading, sifted.open)

    def _place(self, brief: Brief) -> str:
        """Return where the brief says the work is."""
        named = [", ".join(filter(None, (at.city, self._place_name(at.place)))) for at in brief.locations]
        return "; ".join(dict.fromkeys(named))


def _postings(content: bytes, name: str, columns: Columns | None) -> Iterator[Imported | LeftOut | DocumentError]:
    ending = PurePath(name).suffix.lower()
    stream = io.BytesIO(content)
    if ending == ".zip":
        return read_zip(stream, name=name)
    if ending in csv_in.ENDINGS:
        return csv_in.read_csv(stream, name=name, columns=columns)
    if importing.KINDS.get(ending) == "jsonl":
        return read_jsonl(lines_of(stream), name=name)
    return iter(
        [DocumentError(f"{name} is no collection of postings.", hint="Upload a .zip, a .csv or a .jsonl file.")]
    )


def _count(content: bytes, name: str) -> int:
    """Return how many postings an upload holds at most, for the progress; 0 where only reading tells."""
    ending = PurePath(name).suffix.lower()
    if ending == ".zip":
        return count_zip(io.BytesIO(content))
    return content.count(b"\n") if importing.KINDS.get(ending) == "jsonl" else 0
