"""Exports publish the edited text: as text, never as markup, links or templates of its own."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile

import docx
import pytest

from postwright.exchange.docx_in import read_docx
from postwright.exchange.exporting import FORMATS, export, filename, format_of
from postwright.exchange.html import fragment
from postwright.exchange.plain import plain_text
from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.model.brief import Brief, Organisation, TextEntry
from postwright.model.posting import Item, Posting, Section
from postwright.reading.document import parse
from postwright.reading.reader import read_document

ACME = Organisation(name="Acme & Sons <Ltd>", benefits=(TextEntry(id=1, text="Sick pay"),))
TEXT = """# Nurse \\{{ 7*7 }}

We are <b>kind</b> & open.

## What you need

- A **licence** from [the board](https://example.com/board)
- Not [this](javascript:alert(1)), nor ![that](https://example.com/x.png)
  - deeper

1. Call
2. Visit

Then:

1. Start

| Shift | Rate |
| --- | --- |
| Night | $40 |

Write to jobs@example.com or see https://example.com/jobs.
"""
HTML = """<h1>Nurse {{ 7*7 }}</h1>
<p>We are &lt;b&gt;kind&lt;/b&gt; &amp; open.</p>
<h2>What you need</h2>
<ul>
<li>A <strong>licence</strong> from <a href="https://example.com/board">the board</a></li>
<li>Not [this](javascript:alert(1)), nor !<a href="https://example.com/x.png">that</a>
<ul>
<li>deeper</li>
</ul>
</li>
</ul>
<ol>
<li>Call</li>
<li>Visit</li>
</ol>
<p>Then:</p>
<ol>
<li>Start</li>
</ol>
<table>
<thead>
<tr>
<th>Shift</th>
<th>Rate</th>
</tr>
</thead>
<tbody>
<tr>
<td>Night</td>
<td>$40</td>
</tr>
</tbody>
</table>
<p>Write to <a href="mailto:jobs@example.com">jobs@example.com</a> or see <a href="https://example.com/jobs">https://example.com/jobs</a>.</p>
"""
PLAIN = """Nurse {{ 7*7 }}

We are <b>kind</b> & open.

What you need

- A licence from the board (https://example.com/board)
- Not [this](javascript:alert(1)), nor !that (https://example.com/x.png)
  - deeper

1. Call
2. Visit

Then:

1. Start

Shift | Rate
Night | $40

Write to jobs@example.com or see https://example.com/jobs.
"""


def made(name: str, text: str = TEXT, brief: Brief | None = None, posting: Posting | None = None) -> str:
    return export(name, posting, text, brief, ACME).decode()


def test_markdown_leaves_as_it_is():
    assert made("md") == TEXT


def test_a_fragment_holds_the_text_as_text():
    assert fragment(TEXT) == HTML
    assert fragment(TEXT, with_title=False) == HTML.partition("\n")[2]


def test_a_page_is_self_contained_and_inert():
    page = made("html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n')
    assert "<title>Nurse {{ 7*7 }} – Acme &amp; Sons &lt;Ltd&gt;</title>" in page
    body = page[page.index("<article>\n") + len("<article>\n") : page.index("</article>")]
    sections = HTML.replace("<h2>", "<section>\n<h2>") + "</section>\n"
    assert body == sections
    assert not re.search(r"<script|<img|<link|\bsrc=|url\(|@import|\bon\w+=", page)
    assert set(re.findall(r'href="([^"]*)"', page)) == {
        "https://example.com/board",
        "https://example.com/x.png",
        "mailto:jobs@example.com",
        "https://example.com/jobs",
    }


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "http://example.com",
        "file:///etc/passwd",
        "//x.com",
        "https://good.example@evil.example/",
        "https://good.example\\@evil.example",
    ],
)
def test_links_go_to_https_and_mail_only(address):
    assert "<a" not in fragment(f"[x]({address}) and <{address}>")


def test_plain_text_keeps_the_structure():
    assert plain_text(TEXT) == PLAIN
    assert made("txt") == PLAIN


def test_an_empty_text_makes_empty_exports_and_no_error():
    assert (plain_text(""), fragment("")) == ("", "")
    for name in FORMATS:
        assert isinstance(export(name, None, "", None, Organisation()), bytes)


def opened(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


def test_a_word_document_has_real_headings_lists_and_links():
    document = opened(export("docx", None, TEXT, None, ACME))
    assert [(p.style.name, p.text) for p in document.paragraphs if p.text] == [
        ("Heading 1", "Nurse {{ 7*7 }}"),
        ("Normal", "We are <b>kind</b> & open."),
        ("Heading 2", "What you need"),
        ("List Bullet", "A licence from the board"),
        ("List Bullet", "Not [this](javascript:alert(1)), nor !that"),
        ("List Bullet 2", "deeper"),
        ("List Number", "Call"),
        ("List Number", "Visit"),
        ("Normal", "Then:"),
        ("List Number", "Start"),
        ("Normal", "Write to jobs@example.com or see https://example.com/jobs."),
    ]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Shift", "Rate"],
        ["Night", "$40"],
    ]
    targets = {part.target_ref for part in document.part.rels.values() if part.is_external}
    assert targets == {
        "https://example.com/board",
        "https://example.com/x.png",
        "mailto:jobs@example.com",
        "https://example.com/jobs",
    }
    assert document.core_properties.title == "Nurse {{ 7*7 }}"


def test_numbered_lists_in_word_start_anew():
    document = opened(export("docx", None, TEXT, None, ACME))
    numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2]


def test_a_word_document_reads_back_as_the_same_structure():
    text = "# Nurse\n\nA ward.\n\n## Needs\n\n- A licence\n  - in Leeds\n- English\n\n1. Call\n2. Visit\n"
    back = read_docx(export("docx", None, text, None, ACME), name="n.docx").text
    assert back == "# Nurse\n\nA ward.\n\n## Needs\n\n- A licence\n  - in Leeds\n- English\n1. Call\n2. Visit\n"


def test_characters_that_xml_forbids_do_not_break_the_word_document():
    content = export("docx", None, "# A\x00B\n\nc\x1b\ud800d\ufffe", Brief(title="x"), Organisation(name="\x01"))
    assert [p.text for p in opened(content).paragraphs] == ["AB", "cd"]
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None


def test_json_carries_text_brief_and_the_sources_of_every_item():
    item = Item(id="requirements:must_have.2", text="Go", sources=("must_have.2",), strength="required")
    posting = Posting(title="Coder", sections=(Section(kind="requirements", heading="Needs", items=(item,)),))
    assert json.loads(made("json", "# Coder\n", Brief(title="Coder", openings=2), posting)) == {
        "form": "postwright/posting/1",
        "text": "# Coder\n",
        "posting": {
            "title": "Coder",
            "sections": [
                {
                    "kind": "requirements",
                    "heading": "Needs",
                    "items": [
                        {
                            "id": "requirements:must_have.2",
                            "text": "Go",
                            "form": "bullet",
                            "strength": "required",
                            "sources": ["must_have.2"],
                        }
                    ],
                }
            ],
        },
        "brief": {"title": "Coder", "openings": 2},
        "organisation": {"name": "Acme & Sons <Ltd>", "benefits": [{"id": 1, "text": "Sick pay"}]},
    }


def test_file_names_suit_every_system():
    assert [filename(title, "docx") for title in ("Ingénieur / C++", "../../etc/passwd", "con", "护士", "a" * 99)] == [
        "ingenieur-c.docx",
        "etc-passwd.docx",
        "posting-con.docx",
        "posting.docx",
        f"{'a' * 60}.docx",
    ]
    assert [format_of(name) for name in ("a.DOCX", "b.markdown", "c.jsonld", "d.json", "e.rtf")] == [
        "docx",
        "md",
        "jsonld",
        "json",
        None,
    ]


def test_a_pay_edited_in_the_text_disagrees_with_the_brief():
    brief = Brief.model_validate(
        {"title": "Nurse", "pay": [{"minimum": 60_000, "maximum": 70_000, "currency": "USD", "period": "year"}]}
    )
    guidelines = load_guidelines()
    date = dt.date(2026, 11, 20)

    def quotes(pay: str) -> list[tuple[str, str]]:
        text = f"# Nurse\n\n## Pay\n\nThe base salary is {pay} a year.\n"
        document = parse(text, format="markdown")
        reading = read_document(document, title=brief.title, guidelines=guidelines)
        found = lint(
            document,
            reading,
            guidelines=guidelines,
            date=date,
            brief=brief,
            organisation=ACME,
            select=("conflict/brief-text",),
        )
        return [(finding.rule, finding.severity) for finding in found]

    assert quotes("$60,000 to $70,000") == []
    assert quotes("$60,000 to $75,000") == [("conflict/brief-text", "error")]
