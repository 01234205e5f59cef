"""A PDF of the posting says what the text says, is tagged for screen readers, and nothing in the text is its source."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys

import pdfplumber
import pytest

from postwright.errors import ExportError
from postwright.exchange import pdf
from postwright.exchange.exporting import export
from postwright.exchange.limits import MAX_PDF_CHARACTERS
from postwright.exchange.markup import tokens_of
from postwright.exchange.pdf_content import blocks_of
from postwright.model.brief import Brief, Organisation

ACME = Organisation(name="Acme & Söhne <Ltd>")
TEXT = """# Night Nurse

We run a *small* ward.

## What you need

- A **licence** from [the board](https://example.com/board)
- Not [this](javascript:alert(1))
  - deeper

3. Call
4. Visit

| Shift | Rate |
| --- | --- |
| Night | $40 |

Write to jobs@example.com.
"""


def made(text: str, brief: Brief | None = None) -> bytes:
    return export("pdf", None, text, brief, ACME)


def lines(text: str) -> list[str]:
    with pdfplumber.open(io.BytesIO(made(text))) as document:
        return [line for page in document.pages for line in page.extract_text().split("\n")]


def tags(element: dict) -> object:
    """Return a tree of structure elements as nested lists of their names; marked content is left out."""
    inside = [tags(child) for child in element.get("children", ())]
    return [element["type"], *inside] if inside else element["type"]


def test_a_pdf_says_what_the_text_says():
    assert lines(TEXT) == [
        "Night Nurse", "We run a small ward.", "What you need", "• A licence from the board",
        "• Not [this](javascript:alert(1))", "– deeper", "3. Call", "4. Visit", "Shift Rate", "Night $40",
        "Write to jobs@example.com.",
    ]  # fmt: skip


def test_headings_lists_tables_and_links_are_tagged_as_what_they_are():
    with pdfplumber.open(io.BytesIO(made(TEXT))) as document:
        assert tags(document.structure_tree[0]) == [
            "Document",
            "H1",
            ["P", "Span"],
            "H2",
            [
                "L",
                ["LI", "Lbl", ["LBody", ["P", "Span", ["Link", "Span"]]]],
                ["LI", "Lbl", ["LBody", "P"]],
                ["L", ["LI", "Lbl", ["LBody", "P"]]],
            ],
            ["L", ["LI", "Lbl", ["LBody", "P"]], ["LI", "Lbl", ["LBody", "P"]]],
            [
                "Table",
                ["THead", ["TR", ["TH", "Span"], ["TH", "Span"]]],
                ["TBody", ["TR", "TD", "TD"]],
            ],
            ["P", ["Link", "Span"]],
        ]


def test_a_pdf_has_language_title_author_day_and_claims_the_standard():
    brief = Brief(title="Nurse", date_posted=dt.date(2026, 11, 2))
    content = made(TEXT, brief)
    with pdfplumber.open(io.BytesIO(content)) as document:
        assert document.doc.catalog["Lang"] == b"en"
        assert document.doc.catalog["MarkInfo"]["Marked"] is True
        assert document.doc.catalog["ViewerPreferences"]["DisplayDocTitle"] is True
        assert document.metadata["Title"] == "Night Nurse"
        assert document.metadata["Author"] == "Acme & Söhne <Ltd>"
        assert document.metadata["CreationDate"].startswith("D:20261102000000")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert content == made(TEXT, brief)


def test_a_german_text_says_that_it_is_german():
    text = "# Pflegekraft\n\nWir suchen eine Pflegekraft, die mit uns auf der Station arbeitet und sich einbringt.\n"
    with pdfplumber.open(io.BytesIO(made(text))) as document:
        assert document.doc.catalog["Lang"] == b"de"


def test_all_fonts_are_inside():
    content = made("# Nurse **bold** *slanted*\n\nשרה محمد 🚀 ✓\n")
    with pdfplumber.open(io.BytesIO(content)) as document:
        names = {char["fontname"].split("+")[1] for char in document.chars}
        assert names >= {"NotoSans-Bold", "NotoSans-Regular", "NotoSansHebrew-Regular", "NotoSansArabic-Regular"}
        assert all("+" in char["fontname"] for char in document.chars)
    assert content.count(b"/FontFile2") >= len(names)


def test_links_go_to_https_and_mail_only():
    text = TEXT + "\n[a](http://example.com) [b](file:///etc/passwd) [c](//x.example) <https://example.com/d>\n"
    with pdfplumber.open(io.BytesIO(made(text))) as document:
        assert {link["uri"] for link in document.hyperlinks} == {
            "https://example.com/board",
            "mailto:jobs@example.com",
            "https://example.com/d",
        }


@pytest.mark.parametrize(
    "words",
    [
        '#eval("1+1") #read("/etc/passwd") #import "x.typ"',
        "$x^2$ @ref <label> *x _y_ = a // b /* c */ -- ~ ... \\u{41}",
        "#{panic()} ] [ } { #sys.inputs.posting",
        "{{ 7*7 }} {% raw %} <b>x</b> &amp; %PDF (\\) 'q' \"r\"",
    ],
)
def test_what_would_be_markup_of_the_typesetter_stands_as_typed(words):
    typed = "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#&" else letter for letter in words)
    assert " ".join(lines(f"### {typed}\n\n{typed}\n")) == f"{words} {words}"


def test_a_name_in_another_direction_leaves_its_line_in_order():
    with pdfplumber.open(io.BytesIO(made("Ask שרה לוי, 020 7946 or محمد العلي (HR), 5 years.\n"))) as document:
        words = [word["text"] for word in document.pages[0].extract_words()]
    assert [word for word in words if word.isascii()] == ["Ask", "020", "7946", "or", "(HR),", "5", "years."]
    assert words.index("020") > next(n for n, word in enumerate(words) if "\u05e9" in word)


def test_a_block_of_right_to_left_words_begins_on_the_right():
    with pdfplumber.open(io.BytesIO(made("# שרה לוי\n\n- محمد\n- علي\n"))) as document:
        page = document.pages[0]
        assert all(word["x0"] > page.width / 2 for word in page.extract_words())


def test_long_words_stay_on_the_page():
    text = f"# {'Donaudampfschifffahrtsgesellschaftskapitän' * 3}\n\n{'x' * 500} {'9' * 300} {'ab/' * 200}\n"
    with pdfplumber.open(io.BytesIO(made(text))) as document:
        assert all(char["x1"] < page.width - 50 for page in document.pages for char in page.chars)


def test_headings_begin_at_level_one_and_skip_none():
    levels = [block["level"] for block in blocks_of(tokens_of("### a\n\n###### b\n\n# c\n\n### d\n"))]
    assert levels == [1, 2, 1, 2]


def test_a_longer_posting_has_page_numbers_and_a_short_one_none():
    found = [line for line in lines("# A\n\n" + "Words.\n\n" * 80) if line != "Words."]
    assert found == ["A", "1 / 2", "2 / 2"]
    assert lines("# A\n") == ["A"]


@pytest.mark.parametrize(
    "text",
    ["", "-\n-\n\n1.\n", "|a|\n|-|\n", ">" * 60 + " x", "\n".join("  " * n + "- x" for n in range(40)), "A\x00\ud800B"],
    ids=["nothing", "empty items", "a bare table", "quotes in quotes", "deep lists", "forbidden characters"],
)
def test_odd_texts_make_a_pdf(text):
    assert made(text).startswith(b"%PDF-1.7")


def test_a_character_without_a_font_is_named_with_what_to_do():
    with pytest.raises(ExportError) as refused:
        made("# Nurse \u0378\n")
    assert str(refused.value) == (
        "The PDF could not be made: no font of this machine has “\\u{378}”. Take it out, install a font that has it "
        "(for Chinese, Japanese and Korean: Noto Sans CJK), or export it as a Word document."
    )


def test_a_text_of_book_length_is_refused():
    with pytest.raises(ExportError, match="too long for a PDF: 200,001 characters"):
        made("x" * (MAX_PDF_CHARACTERS + 1))


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ExportError) as refused:
        made(TEXT)
    assert "PDF needs the package typst" in refused.value.message
    assert refused.value.hint == "Install it: pip install -r requirements.txt"


def test_the_text_reaches_the_typesetter_as_data_only(monkeypatch):
    seen = []
    monkeypatch.setattr(pdf, "_typeset", lambda value, moment: seen.append(json.loads(value)) or b"")
    made('# A #eval("x")\n')
    line = [{"text": 'A #eval("x")'}]
    assert seen == [
        {
            "title": 'A #eval("x")',
            "author": "Acme & Söhne <Ltd>",
            "lang": "en",
            "blocks": [{"kind": "heading", "level": 1, "line": line}],
        }
    ]
    assert b"eval" not in pdf._layout()


ENGLISH = "You look after the gardens of the town, its trees and its hedges, and you talk with those who live there."


def test_a_mark_of_a_list_stands_where_the_words_begin():
    with pdfplumber.open(io.BytesIO(made(f"{ENGLISH}\n\n- Work with us\n- שרה לוי\n- Rest\n"))) as document:
        page = document.pages[0]
        marks = [character["x0"] > page.width / 2 for character in page.chars if character["text"] == "•"]
    assert marks == [False, True, False]
