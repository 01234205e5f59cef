"""A table of postings (.csv, .tsv) -> postings, by a mapping of its columns; one bad row is reported with its number.

The header names the columns; which of them holds the text, the title and the rest is guessed from their names and can
be said. Commas, semicolons, tabs and bars are told apart by the header. Memory does not grow with the number of rows.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain, count, islice
from typing import IO

from postwright.errors import DocumentError
from postwright.exchange.document import Imported, cleaned
from postwright.exchange.limits import MAX_CHARACTERS
from postwright.exchange.nearest import did_you_mean

ENDINGS = (".csv", ".tsv")
PREVIEWED = 5
"""Rows that a preview shows."""
_BESIDE = 300
"""Characters of a title, id, place or employer."""
_MOST_COLUMNS = 500
_DELIMITERS = ",;\t|"
_PROSE = 200
"""Characters on average, from which an unnamed column is taken for the text."""
Row = list[str] | DocumentError
"""The cells of a row, or why it could not be taken apart."""
_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "posting text", "job description", "description", "full text", "posting", "body", "content",
             "advert", "ad text", "job text", "vacancy text", "jd"),
    "title": ("title", "job title", "posting title", "position title", "position", "role", "name", "job"),
    "id": ("id", "posting id", "job id", "requisition id", "requisition", "req id", "req", "job number", "reference",
           "ref", "number", "key"),
    "place": ("location", "place", "work location", "job location", "city", "site", "office"),
    "employer": ("company", "employer", "company name", "organisation", "organization", "legal entity"),
}  # fmt: skip
"""Names of columns, by what they hold, the surest first."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, by name; empty where none does. Only `text` must be known."""

    text: str = ""
    title: str = ""
    id: str = ""
    place: str = ""
    employer: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The head of a table: its columns, its first rows, and a guess at what the columns hold."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: Columns
    notes: tuple[str, ...] = ()


def look_into(stream: IO[bytes], *, name: str) -> Table:
    """Return the head of a table. Raises DocumentError where it is none."""
    text, notes = _text_of(stream, name)
    reader = _reader(text, name)
    header = _header(reader, name)
    head = (row for _, row in islice(_rows(reader), PREVIEWED))
    rows = tuple(tuple(row[: len(header)]) for row in head if isinstance(row, list))
    text.detach()  # the stream is the caller's
    return Table(header, rows, guessed(header, rows), notes)


def guessed(header: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> Columns:
    """Return which column probably holds what.

    >>> guessed(("Req ID", "Job Title", "Job Description", "City"))
    Columns(text='Job Description', title='Job Title', id='Req ID', place='City', employer='')
    """
    plain = {column: " ".join(re.findall(r"[a-z0-9]+", column.lower())) for column in header}
    found: dict[str, str] = {}
    for what, names in _NAMES.items():
        free = [column for column in header if column not in found.values()]
        exact = next((column for name in names for column in free if plain[column] == name), "")
        if column := exact or next((column for name in names[:4] for column in free if name in plain[column]), ""):
            found[what] = column
    if "text" not in found:
        found["text"] = _longest(header, rows, taken=list(found.values()))
    return Columns(**found)


def read_csv(stream: IO[bytes], *, name: str, columns: Columns | None = None) -> Iterator[Imported | DocumentError]:
    """Yield the posting of each row, or what is wrong with it; the columns are guessed where none are given."""
    try:
        text, _ = _text_of(stream, name)
        reader = _reader(text, name)
        header = _header(reader, name)
        rows = _rows(reader)
        head = list(islice(rows, PREVIEWED))
        chosen = checked(columns or guessed(header, [row for _, row in head if isinstance(row, list)]), header, name)
    except DocumentError as error:
        yield error
        return
    places = {field.name: header.index(getattr(chosen, field.name)) for field in fields(chosen)
              if getattr(chosen, field.name)}  # fmt: skip
    for number, row in chain(head, rows):
        yield _posting(row, places, number=number, name=name)
    text.detach()  # the stream is the caller's


def checked(columns: Columns, header: Sequence[str], name: str) -> Columns:
    """Return the columns; a name that the table does not have, or no column for the text, raises DocumentError."""
    for field in fields(columns):
        column = getattr(columns, field.name)
        if column and column not in header:
            raise DocumentError(
                f"{name} has no column “{column}”.{did_you_mean(column, list(header))}",
                hint=f"Its columns are {', '.join(header[:20])}.",
            )
    if not columns.text:
        raise DocumentError(
            f"No column of {name} looks like the postings' text.",
            hint=f"Say which one holds it. Its columns are {', '.join(header[:20])}.",
        )
    return columns


def _posting(row: Row, places: Mapping[str, int], *, number: int, name: str) -> Imported | DocumentError:
    """Return the posting of a row, the `number`th of the table as a spreadsheet counts."""
    where = f"{name}, row {number}"
    if isinstance(row, DocumentError):
        return DocumentError(f"{where}: {row.message}", hint=row.hint)

    def cell(what: str) -> str:
        at = places.get(what, len(row))
        return row[at] if at < len(row) else ""

    def beside(what: str) -> str:
        return " ".join(cell(what)[:_BESIDE].split())

    if not cell("text").strip():
        return DocumentError(f"{where} holds no text.")
    try:
        imported = cleaned(Imported(cell("text"), None, id=where))
    except DocumentError as error:
        return error
    return replace(
        imported, id=beside("id") or f"{name}:{number}", title=beside("title"), place=beside("place"),
        employer=beside("employer"),
    )  # fmt: skip


def _longest(header: Sequence[str], rows: Sequence[Sequence[str]], *, taken: Sequence[str]) -> str:
    """Return the column whose cells are prose, by their length; empty where none is."""
    lengths = {
        column: sum(len(row[at]) for row in rows if at < len(row)) / max(len(rows), 1)
        for at, column in enumerate(header)
        if column not in taken
    }
    best = max(lengths, key=lambda column: lengths[column], default="")
    return best if lengths.get(best, 0) >= _PROSE else ""


def _header(reader: Iterator[list[str]], name: str) -> tuple[str, ...]:
    try:
        row = next((row for row in reader if any(cell.strip() for cell in row)), None)
    except csv.Error:
        row = None
    if row is None:
        raise DocumentError(f"{name} holds no table.", hint="Its first line must name the columns.")
    if len(row) > _MOST_COLUMNS:
        raise DocumentError(f"{name} has {len(row):,} columns.", hint="Is it a table of postings?")
    names: list[str] = []
    for number, cell in enumerate(row, 1):
        plain = " ".join(cell.replace("\x00", "").split())[:_BESIDE] or f"column {number}"
        names.append(plain if plain not in names else f"{plain} ({number})")
    return tuple(names)


def _rows(reader: Iterator[list[str]]) -> Iterator[tuple[int, Row]]:
    """Yield the rows that hold something with their numbers, the header's being 1."""
    for number in count(2):
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            hint = f"At most {MAX_CHARACTERS:,} characters are read; is a quote not closed?"
            yield number, DocumentError("a cell is too long.", hint=hint)
            continue
        if any(cell.strip() for cell in row):
            yield number, row


def _reader(text: io.TextIOWrapper, name: str) -> Iterator[list[str]]:
    """Return a reader of the rows, its delimiter told by the first line."""
    csv.field_size_limit(max(csv.field_size_limit(), MAX_CHARACTERS))
    first = text.readline(1_000_000)
    text.seek(0)
    outside = re.sub(r'"[^"]*"', "", first)
    delimiter = max(_DELIMITERS, key=lambda mark: (outside.count(mark), -_DELIMITERS.index(mark)))
    return csv.reader(text, delimiter=delimiter)


def _text_of(stream: IO[bytes], name: str) -> tuple[io.TextIOWrapper, tuple[str, ...]]:
    """Return the stream as text: UTF-8, UTF-16 with its mark, else Windows-1252, and a note that says so."""
    encoding, notes = _encoding_of(stream, name)
    stream.seek(0)
    return io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline=""), notes


def _encoding_of(stream: IO[bytes], name: str) -> tuple[str, tuple[str, ...]]:
    stream.seek(0)
    head = stream.read(4)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", ()
    if head.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise DocumentError(f"{name} is not a table in text form.", hint="In your spreadsheet, save it as CSV (UTF-8).")
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    stream.seek(0)
    try:
        while chunk := stream.read(1 << 20):
            decoder.decode(chunk)
    except UnicodeDecodeError:
        return "cp1252", (f"{name} is not UTF-8 and was read as Windows-1252; save it as UTF-8 if letters look wrong.",)
    return "utf-8-sig", ()
