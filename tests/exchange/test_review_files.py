"""A review as a file: every form holds the same facts, and nothing in a posting gets out of its cell or its element."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from postwright.consistency.recording import Known, Recorder
from postwright.consistency.review import Review, review
from postwright.exchange.cells import cell
from postwright.exchange.review_files import FORMATS, Made, format_of, to_csv
from postwright.exchange.review_rows import postings_table, remarks_table, tables
from postwright.exchange.review_text import print_review
from postwright.exchange.terminal import console_for
from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.reading.document import parse
from postwright.reading.reader import read_document

ROOT = Path(__file__).resolve().parents[2]
GUIDELINES = load_guidelines()
HOSTILE = "=cmd|' /C calc'!A0"
SCRIPT = "</td><script>alert(1)</script>\"'\x1b[2J\u202e"
MADE = Made("jobs.zip", "2026-11-20", ("a.png: .png files are not read. </li><b>",))
DAY = dt.date(2026, 11, 20)


def weaver(years: int) -> str:
    return f"# Senior Weaver\n\nSalary: £40,000 - £45,000 per year.\n\n## Requirements\n\n- {years} years of weaving\n"


def a_review() -> Review:
    """Return four postings for one role, of which one is out of line, and two with hostile titles."""
    recorder = Recorder(GUIDELINES, date=DAY)
    texts = [weaver(5), weaver(5), weaver(9), weaver(5), weaver(4), "We seek a young rockstar."]
    titles = ["Senior Weaver", "Sr. Weaver", "Senior Weaver", "Senior Weaver", HOSTILE, SCRIPT]
    records = []
    for number, (text, title) in enumerate(zip(texts, titles, strict=True), 1):
        document = parse(text)
        reading = read_document(document, title=title, guidelines=GUIDELINES)
        findings = lint(document, reading, guidelines=GUIDELINES, date=DAY)
        id_ = f"+{number}" if number == 1 else number
        place = "@Leeds" if number == 2 else ""
        records.append(recorder.record(Known(id_, title=title, place=place), document, reading, findings))
    return review(records, guidelines=GUIDELINES)


REVIEW = a_review()


def exported(name: str) -> bytes:
    return FORMATS[name].export(REVIEW, GUIDELINES, MADE)


# --- tables


def test_the_table_of_postings_has_a_row_for_each():
    table = postings_table(REVIEW)
    first = dict(zip(table.columns, table.rows[0], strict=True))
    words = {name: first[name] for name in table.columns if name not in ("Errors", "Warnings", "Notices", "Infos")}
    assert words == {
        "No.": 1, "Id": "+1", "Title": "Senior Weaver", "Employer": "", "Place": "", "Role": "Weaver",
        "Level": "senior", "Years": 5.0, "Degree": "", "Must-haves": 1, "Pay from": 40_000.0, "Pay to": 45_000.0,
        "Currency": "GBP", "Pay per": "year", "Across postings": 0, "Words": 14,
    }  # fmt: skip
    assert len(table.rows) == 6


def test_the_table_of_findings_carries_numbers_arithmetic_and_source():
    table = remarks_table(REVIEW)
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert (row["Rule"], row["About"], row["Compared with"]) == ("consistency/years-outlier", "3", "1, 2, 4")
    assert row["What"] == "3 of 4 postings for Weaver (senior) ask 5 years; this one asks 9 years."
    assert row["Arithmetic"] == "Years asked: 5, 5, 5, 9. The middle is 5; 9 is 4 years more."


def test_every_table_has_as_many_values_as_columns():
    for table in tables(REVIEW, GUIDELINES):
        assert {len(row) for row in table.rows} <= {len(table.columns)}


# --- CSV


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＋1", "－1", "＠x"]
)
def test_text_that_a_spreadsheet_would_work_out_stays_text(text):
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Nurse", "5-7 years", "a = b", "", "£5", "e-mail@x.org"])
def test_other_text_is_left_alone(text):
    assert cell(text) == text


def test_the_csv_can_be_read_back_and_holds_no_formula():
    data = exported("csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row[1] for row in rows[1:3]] == ["'+1", "2"]
    assert rows[2][4] == "'@Leeds"
    assert rows[5][2] == f"'{HOSTILE}"
    assert [row for row in rows for value in row if value[:1] in "=+-@\t\r" and value] == []


def test_every_text_of_a_csv_is_quoted_so_that_no_other_separator_makes_a_cell():
    table = postings_table(REVIEW)
    assert b"\"'=cmd|' /C calc'!A0\"" in to_csv(table)


# --- workbook


def sheet_cells(data: bytes, number: int) -> list[list[tuple[str, str]]]:
    """Return (type, value) of the cells of a sheet, row by row."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    assert root.findall(f".//{space}f") == []  # no formula anywhere
    return [
        [(each.get("t", "n"), "".join(each.itertext())) for each in row.findall(f"{space}c")]
        for row in root.iter(f"{space}row")
    ]


def test_the_workbook_holds_text_as_text_and_numbers_as_numbers():
    rows = sheet_cells(exported("xlsx"), 1)
    assert rows[1][:3] == [("n", "1"), ("inlineStr", "+1"), ("inlineStr", "Senior Weaver")]
    assert rows[5][2] == ("inlineStr", HOSTILE)
    assert ("n", "40000") in rows[1]


def test_the_workbook_has_a_sheet_for_each_table_and_one_about_itself():
    with zipfile.ZipFile(io.BytesIO(exported("xlsx"))) as archive:
        names = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        assert names == [*(table.title for table in tables(REVIEW, GUIDELINES)), "About"]
        assert not any("hyperlink" in archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


# --- JSON


def test_the_json_holds_to_its_schema_and_names_postings_by_number():
    schema = json.loads((ROOT / "docs" / "schemas" / "review.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    value = json.loads(exported("json"))
    jsonschema.Draft202012Validator(schema).validate(value)
    found = value["findings"][0]
    assert (found["rule"], found["postings"], found["compared_with"]) == ("consistency/years-outlier", [3], [1, 2, 4])
    assert value["groups"] == [{"role": "Weaver", "level": "senior", "postings": [1, 2, 3, 4]}]
    assert [posting["title"] for posting in value["postings"]][4:] == [HOSTILE, SCRIPT]


# --- HTML


class Elements(HTMLParser):
    """Collects elements, their attributes and the text outside of script and style."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag if tag in ("script", "style") else self._inside

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.text.append(data)


def page() -> Elements:
    parsed = Elements()
    parsed.feed(exported("html").decode())
    return parsed


def test_the_page_loads_nothing_and_runs_only_its_own_script():
    parsed = page()
    assert sum(tag == "script" for tag, _ in parsed.elements) == 1
    assert {tag for tag, _ in parsed.elements} & {"link", "img", "iframe", "object", "form", "input", "base"} == set()
    names = {name for _, attributes in parsed.elements for name in attributes}
    assert [name for name in names if name.startswith("on") or name in ("src", "srcset", "action")] == []
    styles = {attributes["style"] for _, attributes in parsed.elements if attributes.get("style")}
    assert [style for style in styles if not re.fullmatch(r"(?:[a-z-]+:[\d.]+(?:%|px);?)+", style)] == []
    links = [attributes["href"] for tag, attributes in parsed.elements if tag == "a"]
    assert links
    assert [link for link in links if not link.startswith("#")] == []
    policy = next(a["content"] for t, a in parsed.elements if t == "meta" and "http-equiv" in a)
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")


def test_every_link_of_the_page_leads_somewhere():
    parsed = page()
    ids = [attributes["id"] for _, attributes in parsed.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {attributes["href"][1:] for tag, attributes in parsed.elements if tag == "a"}
    assert targets - set(ids) == set()


def test_hostile_words_stand_on_the_page_as_words():
    words = "".join(page().text)
    assert HOSTILE in words
    assert "</td><script>alert(1)</script>" in words
    assert "a.png: .png files are not read. </li><b>" in words


def test_the_page_has_table_groups_findings_and_plots_with_their_numbers():
    parsed = page()
    words = " ".join("".join(parsed.text).split())
    for title in ("What the postings say differently", "All postings", "The same role and level", "Years by level",
                  "Pay by level", "Findings by rule", "What could not be read"):  # fmt: skip
        assert title in words
    plots = [attributes["aria-label"] for _, attributes in parsed.elements if attributes.get("role") == "img"]
    assert plots[0] == (
        "Years asked by level. Senior, most fields: 4 ask 5 to 9, 4 to 8 usual; Level not said or several, most "
        "fields: 1 asks 4 to 4."
    )
    assert plots[1].startswith("Pay a year in GBP by level. Senior: 4 from 40,000 to 45,000, middle 42,500;")
    assert plots[2].startswith("Findings by rule: ")
    triangles = [attributes for tag, attributes in parsed.elements if attributes.get("class") == "rv-over"]
    assert len(triangles) == 1


def test_a_review_of_nothing_is_written_in_every_form():
    nothing = review([], guidelines=GUIDELINES)
    for format in FORMATS.values():
        assert format.export(nothing, GUIDELINES, Made("nothing", "2026-11-20"))


def test_the_form_is_told_by_the_ending():
    assert [format_of(name) and format_of(name).name for name in ("a.HTM", "b.xlsx", "c.csv", "d.json", "e.pdf")] == [
        "html", "xlsx", "csv", "json", None,
    ]  # fmt: skip


# --- terminal


def test_the_terminal_shows_postings_groups_and_findings_and_is_not_steered():
    stream = io.StringIO()
    print_review(console_for(stream), REVIEW, unread=2)
    shown = stream.getvalue()
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    lines = [line.strip() for line in shown.splitlines()]
    end = " ".join(shown.split())
    assert "Weaver (senior): no. 1, 2, 3, 4" in lines
    assert "warning consistency/years-outlier  no. 3" in " ".join(lines).replace("   ", " ")
    assert "6 postings, 1 group of the same role and level; across postings: 1 warning" in end
    assert end.endswith("2 inputs could not be read")
