"""A Word document holds what Word and LibreOffice expect: parts, styles, lists of levels, language, properties."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pdfplumber
import pytest
from lxml import etree

from postwright.exchange.exporting import export
from postwright.model.brief import Organisation
from tests.exchange.conftest import NOT_TRIED

SOFFICE = shutil.which("soffice")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = """# Night Nurse

We run a *small* ward; ask שרה לוי, 020 7946.

## What you need

- A licence from [the board](https://example.com/board)
  - deeper
    - deepest

1. Call
2. Visit

Then:

7. Start

- שרה לוי
"""


def made(text: str = TEXT) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(export("docx", None, text, None, Organisation(name="Acme & Söhne"))))


def part(name: str, text: str = TEXT) -> etree._Element:
    return etree.fromstring(made(text).read(name))


def styled(text: str) -> list[tuple[str, str, bool]]:
    """Return style and words of every paragraph, and whether it stays on the page of the next one."""
    return [
        (
            style.get(f"{W}val") if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is not None else "Normal",
            "".join(paragraph.itertext()),
            paragraph.find(f"{W}pPr/{W}keepNext") is not None,
        )
        for paragraph in part("word/document.xml", text).iter(f"{W}p")
    ]


def numbers_of(text: str = TEXT) -> list[tuple[str, str, str]]:
    """Return style, level and numbering of every paragraph in a list."""
    found = []
    for paragraph in part("word/document.xml", text).iter(f"{W}p"):
        for number in paragraph.iter(f"{W}numPr"):
            style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            found.append((style, *(number.find(f"{W}{name}").get(f"{W}val") for name in ("ilvl", "numId"))))
    return found


def test_every_part_is_well_formed_and_every_relation_leads_to_a_part():
    archive = made()
    names = set(archive.namelist())
    assert archive.testzip() is None
    assert "docProps/thumbnail.jpeg" not in names
    for name in names:
        if name.endswith((".xml", ".rels")):
            etree.fromstring(archive.read(name))
    for name in (name for name in names if name.endswith(".rels")):
        base = Path(name).parent.parent
        for relation in etree.fromstring(archive.read(name)):
            if relation.get("TargetMode") != "External":
                target = relation.get("Target")
                assert os.path.normpath(target.lstrip("/") if target.startswith("/") else base / target) in names


def test_lists_have_levels_and_numbered_ones_start_anew():
    assert numbers_of() == [
        ("ListBullet", "0", "1"),
        ("ListBullet2", "1", "1"),
        ("ListBullet3", "2", "1"),
        ("ListNumber", "0", "3"),
        ("ListNumber", "0", "3"),
        ("ListNumber", "0", "4"),
        ("ListBullet", "0", "1"),
    ]
    numbering = part("word/numbering.xml")
    kinds = {
        abstract.get(f"{W}abstractNumId"): [level.get(f"{W}val") for level in abstract.iter(f"{W}numFmt")]
        for abstract in numbering.iter(f"{W}abstractNum")
    }
    assert kinds == {"0": ["bullet"] * 3, "1": ["decimal"] * 3}
    starts = {
        number.get(f"{W}numId"): (number.find(f"{W}abstractNumId").get(f"{W}val"), start.get(f"{W}val"))
        for number in numbering.iter(f"{W}num")
        for start in number.iter(f"{W}startOverride")
    }
    assert starts == {"3": ("1", "1"), "4": ("1", "7")}


def test_a_list_style_and_its_level_name_each_other():
    styles = {style.get(f"{W}styleId"): style for style in part("word/styles.xml").iter(f"{W}style")}
    for level in part("word/numbering.xml").iter(f"{W}lvl"):
        style = styles[level.find(f"{W}pStyle").get(f"{W}val")]
        number = style.find(f"{W}pPr/{W}numPr")
        assert number.find(f"{W}ilvl").get(f"{W}val") == level.get(f"{W}ilvl")


def test_headings_have_outline_levels_and_every_style_used_is_there():
    styles = {style.get(f"{W}styleId"): style for style in part("word/styles.xml").iter(f"{W}style")}
    used = {each.get(f"{W}val") for name in ("pStyle", "rStyle") for each in part("word/document.xml").iter(W + name)}
    assert used == {"Heading1", "Heading2", "ListBullet", "ListBullet2", "ListBullet3", "ListNumber", "Hyperlink"}
    assert used <= set(styles)
    levels = [styles[f"Heading{n}"].find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") for n in (1, 2, 3)]
    assert levels == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("text", "language"),
    [(TEXT, "en"), ("Wir suchen eine Pflegekraft, die mit uns auf der Station arbeitet und sich einbringt.", "de")],
)
def test_the_language_of_the_text_stands_in_styles_and_properties(text, language):
    lang = next(part("word/styles.xml", text).iter(f"{W}lang"))
    assert lang.get(f"{W}val") == language
    assert f"<dc:language>{language}</dc:language>".encode() in made(text).read("docProps/core.xml")


def test_title_and_author_stand_in_the_properties():
    core = part("docProps/core.xml")
    words = {etree.QName(each).localname: each.text for each in core}
    assert (words["title"], words["creator"]) == ("Night Nurse", "Acme & Söhne")


def test_it_opens_in_no_compatibility_mode():
    modes = [
        setting.get(f"{W}val")
        for setting in part("word/settings.xml").iter(f"{W}compatSetting")
        if setting.get(f"{W}name") == "compatibilityMode"
    ]
    assert modes == ["15"]


def test_a_text_without_a_table_makes_a_document_without_one():
    assert list(part("word/document.xml").iter(f"{W}tbl")) == []


def test_right_to_left_words_are_marked_and_what_follows_stays_behind_them():
    paragraphs = list(part("word/document.xml").iter(f"{W}p"))
    mixed = [(run.find(f"{W}rPr/{W}rtl") is not None, "".join(run.itertext())) for run in paragraphs[1].iter(f"{W}r")]
    assert mixed[-3:] == [(True, "שרה לוי"), (False, "\u200e"), (False, ", 020 7946.")]
    assert [paragraph.find(f"{W}pPr/{W}bidi") is not None for paragraph in paragraphs][-1] is True
    assert paragraphs[1].find(f"{W}pPr/{W}bidi") is None


@pytest.mark.skipif(SOFFICE is None, reason=NOT_TRIED)
def test_libreoffice_opens_it_and_sees_headings_lists_and_links(tmp_path: Path):
    (tmp_path / "posting.docx").write_bytes(export("docx", None, TEXT, None, Organisation()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    for form in ("pdf", "html"):
        command = [str(SOFFICE), profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path)]
        subprocess.run([*command, str(tmp_path / "posting.docx")], check=True, capture_output=True, timeout=300)
    page = (tmp_path / "posting.html").read_text(encoding="utf-8")
    headings = re.findall(r"<h([12]).*?>\s*([\w ]+)</h", page, re.DOTALL)
    assert headings == [("1", "Night Nurse"), ("2", "What you need")]
    assert (page.count("<ul"), page.count("<ol"), page.count("<table")) == (4, 2, 0)
    assert 'href="https://example.com/board"' in page
    with pdfplumber.open(tmp_path / "posting.pdf") as document:
        text = document.pages[0].extract_text().split("\n")
    plain = [line for line in text if line.isascii()]
    assert plain == ["Night Nurse", "What you need", "1. Call", "2. Visit", "Then:", "7. Start"]
    assert {"• A licence from the board", "– deeper", "• deepest"} <= set(text)


def test_headings_begin_at_the_first_level_and_skip_none():
    text = "## Night Nurse\n\nWe run a ward.\n\n#### What you need\n"
    assert [each[:2] for each in styled(text)] == [
        ("Heading1", "Night Nurse"),
        ("Normal", "We run a ward."),
        ("Heading2", "What you need"),
    ]


def test_what_opens_a_list_stays_on_its_page():
    text = "We run a ward.\n\nOn top of the pay:\n\n- Meals\n- A locker\n"
    assert [each[1:] for each in styled(text)] == [
        ("We run a ward.", False),
        ("On top of the pay:", True),
        ("Meals", False),
        ("A locker", False),
    ]
