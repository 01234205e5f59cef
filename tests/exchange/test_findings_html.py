"""The HTML report: the whole text with every finding in it, nothing from elsewhere, nothing that runs."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_findings import finding, hint, linted, rule, run

from postwright.exchange.lint_reports import report_of
from postwright.exchange.linted import Linted, Run, Totals
from postwright.model.finding import Edit, Finding, Fix
from postwright.model.waiver import Waiver
from postwright.model.words import SEVERITIES

TEXT = "# Nurse\n\nWe want a rockstar of care & <love>.\n"


def page(*postings: Linted, of: Run | None = None, problems: tuple[str, ...] = ()) -> str:
    stream, totals = io.StringIO(), Totals()
    report = report_of("html", stream, of or run(rule()))
    for posting in postings:
        report.add(posting)
        totals.add((found.severity, found.rule) for found in posting.sifted.open)
    for problem in problems:
        report.problem(problem)
        totals.unreadable += 1
    report.end(totals)
    return stream.getvalue()


class Shape(HTMLParser):
    """The elements, ids, links and texts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.marked: list[str] = []
        self._in_text = self._number = self._odd = False
        self.feed(html)
        assert self.open == []
        self.ids = [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self._odd = dict(attrs).get("class") == "odd"
        self._in_text |= dict(attrs).get("class") == "text"
        self._number |= self._in_text and tag == "a"
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        self._in_text &= tag != "div"
        self._number &= tag != "a"

    def handle_data(self, data):
        if self._in_text and not self._number:
            self.text += chr(int(data.removeprefix("U+"), 16)) if self._odd else data
        self._odd = False
        if "mark" in self.open:
            self.marked[-1] += data


def test_a_finding_is_marked_in_the_text_and_explained_beside_it():
    found = finding(
        TEXT,
        "rockstar",
        arithmetic="1 of 1",
        fixes=(Fix("Name the work", "unsafe", (Edit(19, 27, "nurse"),)), hint("Or leave it out")),
    )
    html = page(linted(TEXT, found, title="Nurse & more"))
    assert (
        '<b># Nurse</b>\n\nWe want a <span id="p1m1"></span><mark class="notice">rockstar</mark>'
        '<a class="n notice" href="#p1f1" title="Something about rockstar.">1</a> of care &amp; &lt;love&gt;.\n</div>'
    ) in html
    article = html[html.index("<article") : html.index("</article>")]
    assert article == (
        '<article class="finding notice" id="p1f1">\n'
        '<h4><a class="n notice" href="#p1m1" title="Show in the text">1</a> Something about rockstar.</h4>'
        '<p class="place">Line 3: “rockstar”</p><p>1 of 1</p>'
        "<p><b>Fix</b> Name the work: <del>rockstar</del> → <ins>nurse</ins></p><p><b>Fix</b> Or leave it out</p>"
        '<p><b>Why</b> Because.</p><p class="source"><b>Source</b> A study (2020)</p>'
        '<p class="rule"><code>wording/cliche</code></p>\n'
    )
    assert "<h1>Nurse &amp; more</h1>" in html
    assert 'Checked on 25 November 2026 · p.md · <span class="word notice">1 worth a look</span>' in html


def test_a_page_asks_for_nothing_and_runs_nothing():
    html = page(linted(TEXT, finding(TEXT, "rockstar")))
    assert "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" in html
    assert not re.search(r"<(script|link|img|iframe|object|base|form)|url\(|@import|\bon\w+=|javascript:", html)
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html
    assert "@media (max-width" in html


HOSTILE = "</style><script>alert(1)</script> \u202eevil\u2066 \x1b[31m \" onmouseover='x' &lt; <!-- ]]> \u200b"


def test_a_hostile_posting_stays_text_and_what_hides_is_shown():
    made = finding(HOSTILE, HOSTILE, message=HOSTILE, arithmetic=HOSTILE, why=HOSTILE, source=HOSTILE,
                   fixes=(Fix(HOSTILE, "unsafe", (Edit(0, 8, HOSTILE),)),))  # fmt: skip
    posting = linted(HOSTILE, made, id=HOSTILE, title=HOSTILE)
    html = page(posting, posting, problems=(HOSTILE,), of=run(rule(summary=HOSTILE)))
    shape = Shape(html)
    assert {tag for tag, _ in shape.tags} & {"script", "img", "link"} == set()
    assert [tag for tag, _ in shape.tags].count("style") == 1
    assert not any(name.startswith("on") for _, attributes in shape.tags for name in attributes)
    assert not set(html) & set("\u202e\u2066\u200b\x1b")
    assert '<span class="odd">U+202E</span>evil' in html


def test_line_ends_of_windows_are_line_ends():
    assert "\n\nWe care.\n</div>" in page(linted("Nurse\r\n\r\nWe care.\r\n", title="x"))


def test_findings_that_overlap_are_all_there_and_the_inner_one_is_marked():
    text = "a long paragraph with one rockstar of care in it, " * 8
    whole = finding(text, text, severity="warning", rule="clarity/wall")
    inner = finding(text, "rockstar", severity="info")
    crossing = finding(text, "one rockstar of", severity="error", rule="wording/other")
    html = page(linted(text, crossing, whole, inner))
    start = html.index('<div class="text"')
    assert html[start:].startswith(
        '<div class="text" dir="auto"><span id="p1m2"></span>'
        '<a class="n warning" href="#p1f2" title="' + f"Something about {text}"[:199].rstrip() + '…">2</a>'
        '<mark class="warning wide">a long paragraph with </mark>'
        '<span id="p1m1"></span><mark class="error">one </mark>'
        '<span id="p1m3"></span><mark class="info">rockstar</mark>'
        '<a class="n info" href="#p1f3" title="Something about rockstar.">3</a>'
        '<mark class="error"> of</mark>'
        '<a class="n error" href="#p1f1" title="Something about one rockstar of.">1</a>'
        '<mark class="warning wide"> care in it, '
    )


def test_of_two_findings_about_the_same_words_the_graver_is_marked_and_both_are_numbered_in_order():
    html = page(linted(TEXT, finding(TEXT, "rockstar", severity="error"), finding(TEXT, "rockstar", severity="info")))
    assert '<mark class="error">rockstar</mark><a class="n error" href="#p1f1"' in html
    assert html.index('href="#p1f1"') < html.index('href="#p1f2"') < html.index(" of care")


def test_why_and_source_are_said_once_for_each_rule():
    text = "rockstar ninja guru"
    html = page(linted(text, *(finding(text, word) for word in text.split())))
    assert html.count("<b>Why</b> Because.") == 1
    assert html.count('Why and source: as for <a href="#p1f1">1</a>') == 2


def test_what_has_no_place_is_told_apart():
    html = page(linted(TEXT, finding(TEXT, rule="missing/pay"), finding(TEXT, rule="clarity/length")))
    assert re.findall(r'<p class="place">([^<]*)', html) == ["Not in the text", "The whole text"]


def test_several_postings_have_contents_and_counts_by_rule():
    first = linted(TEXT, finding(TEXT, "rockstar"), finding(TEXT, "care"), title="Nurse")
    second = linted("Cook", id=7, title="")
    html = page(
        first, second, linted(TEXT, finding(TEXT, "love", severity="error"), id="c.md"), problems=("d is broken.",)
    )
    assert "<h1>Job postings</h1>" in html
    assert (
        'Checked on 25 November 2026 · 3 postings: <span class="word error">1 must fix</span>, '
        '<span class="word notice">2 worth a look</span>'
    ) in html
    assert "<h3>1 input could not be read</h3><ul><li>d is broken.</li></ul>" in html
    cells = re.findall(r"<tr>(.*?)</tr>", html)
    assert [re.sub(r"(?:<[^>]*>)+", "|", cell) for cell in cells if "<td" in cell] == [
        "|Must fix|Words that say nothing |wording/cliche|1|1|",
        "|Worth a look|Words that say nothing |wording/cliche|2|1|",
        "|1|Nurse| |p.md|2|",
        "|2|7|",
        "|3|c.md|1|",
    ]
    assert '<p class="clean">Nothing was found.</p>' in html


def test_accepted_findings_are_counted_and_listed_where_they_are_asked_for():
    waived = ((finding(TEXT, "rockstar"), Waiver("wording/cliche", "x", "rockstar", "our <band>", "ada")),)
    posting = linted(TEXT, waived=waived)
    assert "nothing found, 1 accepted" in page(posting)
    assert "our &lt;band&gt;" not in page(posting)
    assert "<p>our &lt;band&gt; (ada)</p>" in page(posting, of=run(show_waived=True))


def test_of_nothing_there_is_a_page_too():
    assert "0 postings: nothing found" in page()


spans = st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(SEVERITIES))


@given(st.text(max_size=60), st.lists(spans, max_size=8))
def test_nothing_of_a_text_is_lost_and_every_link_leads_somewhere(text, places):
    findings = tuple(
        Finding("wording/cliche", severity, start, min(start + length, len(text)), "m", "w", "s")
        for start, length, severity in places
        if start < len(text)
    )
    shape = Shape(page(linted(text, *dict.fromkeys(findings))))
    assert "".join(shape.text.split()) == "".join(text.split())
    links = [attributes["href"] for tag, attributes in shape.tags if tag == "a"]
    assert {link.removeprefix("#") for link in links} <= set(shape.ids)
    assert len(shape.ids) == len(set(shape.ids))


@pytest.mark.parametrize("number", [1, 3])
def test_long_runs_wait_on_disk_not_in_memory(number):
    report = report_of("html", io.StringIO(), run())
    for each in range(number):
        report.add(linted(TEXT, finding(TEXT, "rockstar"), id=each))
    assert "rockstar" not in str(vars(report)["entries"])
