"""Annotations for GitHub: each finding one command, and nothing in a posting can begin another."""

from __future__ import annotations

import io

import pytest
from made_findings import finding, hint, linted, run

from postwright.exchange.github import command
from postwright.exchange.lint_reports import report_of

TEXT = "Nurse\n\nWe want a rockstar\nof care.\n"


def annotated(posting, *, problem: str = "") -> list[str]:
    stream = io.StringIO()
    report = report_of("github", stream, run())
    report.add(posting)
    if problem:
        report.problem(problem)
    return stream.getvalue().splitlines()


def test_each_finding_is_an_annotation_at_its_place():
    found = finding(TEXT, "rockstar", severity="warning", arithmetic="1 of 1", fixes=(hint("Say: nurse"),))
    assert annotated(linted(TEXT, found, finding(TEXT, severity="info"))) == [
        "::warning file=p.md,line=3,endLine=3,col=11,endColumn=19,title=wording/cliche::"
        "Something about rockstar. 1 of 1%0AWhy: Because.%0ASource: A study (2020)%0AFix: Say: nurse",
        "::notice file=p.md,title=wording/cliche::Something about the whole.%0AWhy: Because.%0ASource: A study (2020)",
    ]


@pytest.mark.parametrize(
    ("posting", "place"),
    [
        ({"in_file": "columns"}, "file=p.md,line=3,endLine=3,col=11,endColumn=19,"),
        ({"in_file": "lines"}, "file=p.md,line=3,endLine=3,"),
        ({"in_file": "no", "path": "a, b/p:1.docx"}, "file=a%2C b/p%3A1.docx,"),
        ({"in_file": "no", "path": "p.jsonl", "line": 7}, "file=p.jsonl,line=7,"),
        ({"in_file": "no", "path": None}, ""),
    ],
)
def test_a_place_is_given_as_far_as_it_holds_in_the_file(posting, place):
    (line,) = annotated(linted(TEXT, finding(TEXT, "rockstar"), **posting))
    assert line.startswith(f"::notice {place}title=wording/cliche::")
    assert ("In p.md: “rockstar”" in line) == (posting["in_file"] == "no")


def test_columns_are_for_a_place_within_one_line():
    (line,) = annotated(linted(TEXT, finding(TEXT, "rockstar\nof care")))
    assert line.startswith("::notice file=p.md,line=3,endLine=4,title=")


def test_nothing_in_a_posting_begins_a_command_or_ends_one():
    text = "100%\r\n::error::x\n##[group]\x1b[2J\u2028::set-output name=a::b"
    lines = annotated(linted(text, finding(text, text, message=f"“{text}”")), problem="a.pdf\n::stop-commands::x")
    assert [line.partition("::“")[0] for line in lines] == [
        "::notice file=p.md,line=1,endLine=3,title=wording/cliche",
        "::error title=postwright::a.pdf ::stop-commands::x",
    ]
    assert "100%25  ::error::x ##[group]\ufffd[2J\ufffd::set-output name=a::b" in lines[0]


def test_escapes_are_those_of_github():
    assert command("error", "a%\r\n:,", {"file": "a%\r\n:,"}) == "::error file=a%25%0D%0A%3A%2C::a%25%0D%0A:,"
    assert command("error", "a", {}) == "::error::a"
