"""A review -> a workbook with one sheet for each table; every text is written as text, never as a formula or a link."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import xlsxwriter

from postwright.consistency.review import Review
from postwright.exchange.cells import is_formula, writable
from postwright.exchange.review_files import Made
from postwright.exchange.review_rows import Table, Value, tables

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines

_LONGEST_CELL = 32_767
"""Characters that a cell can hold."""
_WIDTHS = {"Title": 38, "Role": 28, "What": 70, "Arithmetic": 50, "Difference": 70, "Why": 50, "Source": 50, "Id": 24,
           "Place": 22, "Employer": 22, "Rule": 30, "Numbers": 24, "About": 14, "Compared with": 24, "Level": 16,
           "Degree": 20}  # fmt: skip
"""Widths of columns in characters; the others take 11."""


def to_xlsx(review: Review, guidelines: Guidelines, made: Made) -> bytes:
    """Return the workbook."""
    stream = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False, "nan_inf_to_errors": True}  # fmt: skip
    with xlsxwriter.Workbook(stream, options) as workbook:
        workbook.set_properties({"title": "Review of postings", "comments": "Made by Postwright"})
        formats = {
            "head": workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            "text": workbook.add_format({"valign": "top"}),
            "wrapped": workbook.add_format({"valign": "top", "text_wrap": True}),
            "quoted": workbook.add_format({"valign": "top", "quote_prefix": True}),
            "number": workbook.add_format({"valign": "top", "num_format": "#,##0.##"}),
        }
        about = Table("About", ("Reviewed", "On", "Postings", "Not read"), _about(review, made))
        for table in (*tables(review, guidelines), about):
            _sheet(workbook, table, formats)
    return stream.getvalue()


def _about(review: Review, made: Made) -> tuple[tuple[Value, ...], ...]:
    first: tuple[Value, ...] = (made.name, made.on, len(review.postings), made.unread[0] if made.unread else "")
    return (first, *((None, None, None, words) for words in made.unread[1:]))


def _sheet(workbook: Any, table: Table, formats: dict[str, Any]) -> None:
    sheet = workbook.add_worksheet(table.title)
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, _WIDTHS.get(column, 11))
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    for number, column in enumerate(table.columns):
        sheet.write_string(0, number, column, formats["head"])
    for row_number, row in enumerate(table.rows, 1):
        for number, value in enumerate(row):
            _write(sheet, row_number, number, value, table.columns[number], formats)


def _write(sheet: Any, row: int, column: int, value: Value, name: str, formats: dict[str, Any]) -> None:
    if isinstance(value, str):
        wide = _WIDTHS.get(name, 0) >= 50
        format = formats["quoted"] if is_formula(value) else formats["wrapped" if wide else "text"]
        sheet.write_string(row, column, writable(value)[:_LONGEST_CELL], format)
    elif value is not None:
        sheet.write_number(row, column, value, formats["number"])
