"""A table of postings: its columns guessed and checked, every row read or reported."""

from __future__ import annotations

import io

import pytest

from postwright.errors import DocumentError
from postwright.exchange.csv_in import Columns, guessed, look_into, read_csv
from postwright.exchange.document import Imported


def rows(content: str | bytes, columns: Columns | None = None) -> list[Imported | str]:
    data = content if isinstance(content, bytes) else content.encode()
    found = read_csv(io.BytesIO(data), name="jobs.csv", columns=columns)
    return [str(row) if isinstance(row, DocumentError) else row for row in found]


TABLE = 'Req ID;Job Title;Job Description;City;Company\n7;Nurse;"You nurse; you chart.\nAt night.";Leeds;Mill Ltd\n'


def test_a_row_becomes_a_posting_with_what_stands_beside_its_text():
    assert rows(TABLE) == [
        Imported(
            "You nurse; you chart.\nAt night.", None, title="Nurse", place="Leeds", employer="Mill Ltd", id="7"
        )
    ]  # fmt: skip


def test_the_head_of_a_table_is_shown_with_a_guess():
    table = look_into(io.BytesIO(TABLE.encode()), name="jobs.csv")
    assert table.header == ("Req ID", "Job Title", "Job Description", "City", "Company")
    assert table.rows == (("7", "Nurse", "You nurse; you chart.\nAt night.", "Leeds", "Mill Ltd"),)
    assert table.guess == Columns("Job Description", "Job Title", "Req ID", "City", "Company")


def test_looking_into_a_table_leaves_the_stream_open_for_reading_it():
    stream = io.BytesIO(TABLE.encode())
    look_into(stream, name="jobs.csv")
    assert len(list(read_csv(stream, name="jobs.csv"))) == 1
    assert not stream.closed


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (("id", "title", "text"), Columns("text", "title", "id")),
        (("Posting Text", "Position", "Reference"), Columns("Posting Text", "Position", "Reference")),
        (("Title", "Full job description (HTML)"), Columns("Full job description (HTML)", "Title")),
        (("a", "b"), Columns()),
    ],
)
def test_columns_are_guessed_from_their_names(header, columns):
    assert guessed(header) == columns


def test_a_column_without_a_telling_name_is_the_text_where_it_is_prose():
    assert guessed(("a", "b"), [("x", "word " * 60)]).text == "b"


def test_other_columns_can_be_said():
    table = "text,really,name\nshort,You weave by hand.,Weaver\n"
    assert rows(table, Columns(text="really", title="name")) == [
        Imported("You weave by hand.", None, title="Weaver", id="jobs.csv:2")
    ]


def test_a_column_that_is_not_there_is_refused_with_the_nearest():
    assert rows("text,title\na,b\n", Columns(text="txt")) == [
        'jobs.csv has no column “txt”. Did you mean "text"? Its columns are text, title.'
    ]


def test_a_table_without_a_text_is_refused_with_its_columns():
    assert rows("a,b\n1,2\n") == [
        "No column of jobs.csv looks like the postings' text. Say which one holds it. Its columns are a, b."
    ]


def test_a_bad_row_is_reported_by_its_number_in_the_spreadsheet_and_the_others_are_read():
    found = rows(f"id,text\n1,You weave.\n,\n3,\n4,{'x' * 2_000_001}\n5,You dye.\n")
    assert found == [
        Imported("You weave.", None, id="1"),
        "jobs.csv, row 4 holds no text.",
        "jobs.csv, row 5: a cell is too long. At most 2,000,000 characters are read; is a quote not closed?",
        Imported("You dye.", None, id="5"),
    ]


def test_missing_and_extra_cells_do_no_harm():
    assert rows("text,title\nYou weave.\nYou dye.,Dyer,more,and more\n") == [
        Imported("You weave.", None, id="jobs.csv:2"),
        Imported("You dye.", None, title="Dyer", id="jobs.csv:3"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encodings_of_spreadsheets_are_read(encoding):
    assert rows("text,title\nYou bake cafés’ bread.,Bäcker\n".encode(encoding)) == [
        Imported("You bake cafés’ bread.", None, title="Bäcker", id="jobs.csv:2")
    ]


def test_windows_letters_are_noted():
    table = look_into(io.BytesIO("text\ncafé bread\n".encode("cp1252")), name="jobs.csv")
    assert table.notes == (
        "jobs.csv is not UTF-8 and was read as Windows-1252; save it as UTF-8 if letters look wrong.",
    )


def test_twice_the_same_column_name_is_told_apart():
    assert look_into(io.BytesIO(b"text,text,\na,b,c\n"), name="jobs.csv").header == ("text", "text (2)", "column 3")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "jobs.csv holds no table. Its first line must name the columns."),
        (b"\n\n", "jobs.csv holds no table. Its first line must name the columns."),
        (
            b"PK\x03\x04xl/workbook",
            "jobs.csv is not a table in text form. In your spreadsheet, save it as CSV (UTF-8).",
        ),
        (b",".join([b"a"] * 600), "jobs.csv has 600 columns. Is it a table of postings?"),
    ],
)
def test_what_is_no_table_of_postings_is_refused_in_words(content, words):
    assert rows(content) == [words]


def test_hidden_characters_and_formulas_are_only_text():
    assert rows("text,title\na\x00b\u202ec,=HYPERLINK(1)\n") == [
        Imported(
            "abc", None, title="=HYPERLINK(1)", id="jobs.csv:2",
            notes=("1 control character(s) were removed.",
                   "1 character(s) that change the direction of writing were removed."),
        )
    ]  # fmt: skip
