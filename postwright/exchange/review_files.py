"""A review -> the bytes of a file: one HTML page, a workbook, a table as CSV, or JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from postwright.consistency.review import Review
from postwright.exchange.cells import cell
from postwright.exchange.review_rows import Table, postings_table

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines


@dataclass(frozen=True, slots=True)
class Made:
    """What a review was made of, for its head."""

    name: str
    """What was reviewed: "the library", "postings.zip"."""
    on: str
    """Date, ISO 8601."""
    unread: tuple[str, ...] = ()
    """What could not be read, in words."""


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a review is written."""

    name: str
    mime: str
    export: Callable[[Review, Guidelines, Made], bytes]


def to_csv(table: Table) -> bytes:
    """Return a table as CSV that spreadsheets open as it is: UTF-8 with its mark, every text quoted, no formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([cell(value) if isinstance(value, str) else "" if value is None else value for value in row])
    return stream.getvalue().encode("utf-8-sig")


def _csv(review: Review, guidelines: Guidelines, made: Made) -> bytes:
    return to_csv(postings_table(review))


def _xlsx(review: Review, guidelines: Guidelines, made: Made) -> bytes:
    from postwright.exchange.review_xlsx import to_xlsx

    return to_xlsx(review, guidelines, made)


def _json(review: Review, guidelines: Guidelines, made: Made) -> bytes:
    from postwright.exchange.review_json import to_json

    return to_json(review, guidelines, made).encode()


def _html(review: Review, guidelines: Guidelines, made: Made) -> bytes:
    from postwright.exchange.review_html import to_html

    return to_html(review, guidelines, made).encode()


FORMATS: dict[str, Format] = {
    "html": Format("html", "text/html", _html),
    "xlsx": Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "csv": Format("csv", "text/csv", _csv),
    "json": Format("json", "application/json", _json),
}


def format_of(filename: str) -> Format | None:
    """Return the format that a file's ending asks for, or None."""
    ending = PurePath(filename).suffix.lower().removeprefix(".")
    return FORMATS.get({"htm": "html"}.get(ending, ending))
