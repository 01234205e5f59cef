"""Web pages: the posting without what stands around it."""

from __future__ import annotations

import pytest

from postwright.errors import DocumentError
from postwright.exchange.html_in import read_html

PAGE = """<!DOCTYPE html><html><head><title>Careers</title><style>p { color: red }</style></head><body>
<nav><a href="/">Home</a></nav>
<header><h1>Warehouse  Associate</h1></header>
<div>Night shift<br>in Leeds</div>
<script>var years = "10 years";</script>
<p style="display: none">hidden</p><!-- a remark -->
<p><strong>What you need</strong></p>
<ul><li>Six months of <b>warehouse</b> work<ul><li>or retail</li></ul></li>
<li><p>Good English</p><p>or Polish</p></li></ul>
<ol><li>Call</li><li>Visit</li></ol>
<table><tr><th>Shift</th><th>Rate</th></tr><tr><td>Night</td><td>£13</td></tr></table>
<form><button>Apply now</button></form><footer>Cookies</footer></body></html>"""


def test_headings_lists_and_tables_are_kept_and_menus_and_scripts_dropped():
    imported = read_html(PAGE.encode(), name="w.html")
    assert (imported.format, imported.id) == ("markdown", "w.html")
    assert imported.text == (
        "# Warehouse Associate\n\nNight shift\n\nin Leeds\n\n### What you need\n\n"
        "- Six months of warehouse work\n  - or retail\n- Good English\n  or Polish\n1. Call\n2. Visit\n\n"
        "| Shift | Rate |\n| --- | --- |\n| Night | £13 |\n"
    )


def test_a_page_with_one_main_part_is_read_there():
    words = "care for patients on the ward and more " * 8
    page = f"<body><div>Cookies? Yes</div><main><h2>Nurse</h2><p>{words}</p></main></body>"
    assert read_html(page.encode(), name="n.html").text == f"## Nurse\n\n{words.strip()}\n"


def test_the_encoding_that_a_page_names_is_used():
    page = '<meta charset="windows-1252"><p>Café – Zürich</p>'
    assert read_html(page.encode("cp1252"), name="n.html").text == "Café – Zürich\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<script>only()</script><nav>menu</nav>", "n.html holds no text besides menus and scripts."),
        (b"\x00\x01\x02", "n.html is a binary file, not text."),
    ],
)
def test_a_page_without_a_posting_gets_one_clear_message(data, message):
    with pytest.raises(DocumentError) as caught:
        read_html(data, name="n.html")
    assert caught.value.message == message
    assert caught.value.hint


def test_a_page_nested_deeper_than_any_real_one_is_refused():
    assert read_html(b"<div>" * 190 + b"Nurse wanted", name="n.html").text == "Nurse wanted\n"
    with pytest.raises(DocumentError, match=r"n\.html is nested too deeply to be read\."):
        read_html(b"<div>" * 100_000 + b"Nurse wanted", name="n.html")
