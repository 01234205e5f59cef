"""Every form of the report writes all findings as they come; totals are counts, not postings."""

from __future__ import annotations

import io

import pytest
from made_findings import finding, linted, rule, run

from postwright.exchange.lint_reports import FORMATS, report_of
from postwright.exchange.linted import RuleTotal, Totals
from postwright.exchange.showing import Lines
from postwright.model.finding import Finding

SIGNS = {
    "text": ". notice  ", "json": '"rule": ', "jsonl": '"rule": ', "sarif": '"ruleId": ', "github": "::notice ",
    "html": "<article ",
}  # fmt: skip


@pytest.mark.parametrize("format", FORMATS)
def test_thousands_of_findings_of_one_posting_are_all_written(format):
    number = 2_000 if format == "text" else 10_000  # a terminal's form is made line by line
    text = "a rockstar of bread\n" * number
    findings = tuple(
        Finding("wording/cliche", "notice", at, at + 8, f"Remark {at}", "Because.", "A study", "rockstar")
        for at in range(2, len(text), 20)
    )
    stream = io.StringIO()
    report = report_of(format, stream, run(rule()))
    report.add(linted(text, *findings))
    report.end(Totals())
    assert stream.getvalue().count(SIGNS[format]) == number


def test_totals_count_findings_and_postings_by_rule_the_gravest_first():
    totals = Totals()
    totals.add([("notice", "a/x"), ("notice", "a/x"), ("error", "b/y")])
    totals.add([("notice", "a/x"), ("info", "a/x")])
    totals.add([])
    assert (totals.postings, dict(totals.by_severity)) == (3, {"error": 1, "notice": 3, "info": 1})
    assert totals.by_rule() == [
        RuleTotal("b/y", "error", 1, 1),
        RuleTotal("a/x", "notice", 3, 2),
        RuleTotal("a/x", "info", 1, 1),
    ]


def test_a_sarif_log_of_nothing_is_whole():
    stream = io.StringIO()
    report_of("sarif", stream, run()).end(Totals())
    assert stream.getvalue().startswith('{\n"$schema"')
    assert stream.getvalue().endswith("}\n")


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (3, (1, 4)), (4, (2, 1)), (5, (3, 1)), (6, (3, 2))])
def test_an_offset_becomes_line_and_column(offset, place):
    assert Lines("abc\n\nde").place(offset) == place


def test_findings_without_a_place_are_written_in_every_format():
    for format in FORMATS:
        report = report_of(format, io.StringIO(), run(rule()))
        report.add(linted("", finding("", rule="missing/pay")))
        report.end(Totals())
