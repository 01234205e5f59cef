"""A SARIF log says of a place in a file only what holds there, and nothing of a posting becomes a link or a command."""

from __future__ import annotations

import io
import json
from typing import Any

import jsonschema
import pytest
from made_findings import finding, hint, linted, rule, run
from sarif_schema import SARIF

from postwright.exchange.lint_reports import report_of
from postwright.exchange.linted import Linted, Run, Totals
from postwright.model.finding import Edit, Fix
from postwright.model.waiver import Waiver, context_of

TEXT = "Nurse\n\nWe want a rockstar\nof care.\n"
FIX = Fix("Say what the work is", "unsafe", (Edit(17, 25, "skilled nurse"),))


def log(*postings: Linted, of: Run | None = None, problems: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the log of some postings, checked against the schema."""
    stream, totals = io.StringIO(), Totals()
    report = report_of("sarif", stream, of or run(rule()))
    for posting in postings:
        report.add(posting)
    for problem in problems:
        report.problem(problem)
        totals.unreadable += 1
    report.end(totals)
    value = json.loads(stream.getvalue())
    jsonschema.Draft202012Validator(SARIF).validate(value)
    return value


def result(posting: Linted) -> dict[str, Any]:
    (found,) = log(posting)["runs"][0]["results"]
    return found


def test_a_result_says_where_why_and_how_to_mend_it():
    found = finding(TEXT, "rockstar", arithmetic="1 of 1", fixes=(FIX, hint("Or leave it out")))
    assert result(linted(TEXT, found, title="Nurse")) == {
        "ruleId": "wording/cliche",
        "level": "note",
        "message": {"text": "Something about rockstar. 1 of 1"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "p.md"},
                    "region": {
                        "startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 19, "charOffset": 17,
                        "charLength": 8, "snippet": {"text": "rockstar"},
                    },
                },
                "logicalLocations": [{"name": "Nurse", "fullyQualifiedName": "p.md", "kind": "posting"}],
            }
        ],
        "partialFingerprints": {"postwrightContext/v1": context_of(TEXT, found)},
        "ruleIndex": 0,
        "fixes": [
            {
                "description": {"text": "Say what the work is"},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": "p.md"},
                        "replacements": [
                            {
                                "deletedRegion": {
                                    "startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 19,
                                    "charOffset": 17, "charLength": 8,
                                },
                                "insertedContent": {"text": "skilled nurse"},
                            }
                        ],
                    }
                ],
                "properties": {"safety": "unsafe"},
            }
        ],
        "properties": {
            "severity": "notice", "why": "Because.", "source": "A study (2020)", "quote": "rockstar",
            "advice": ["Or leave it out"],
        },
    }  # fmt: skip


@pytest.mark.parametrize(
    ("posting", "region", "has_fix"),
    [
        ({"in_file": "exact"}, {"startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength",
         "snippet"}, True),
        ({"in_file": "columns"}, {"startLine", "startColumn", "endLine", "endColumn", "snippet"}, True),
        ({"in_file": "lines"}, {"startLine", "endLine"}, False),
        ({"in_file": "no", "path": "p.docx"}, set(), False),
        ({"in_file": "no", "path": "p.jsonl", "line": 7}, {"startLine"}, False),
        ({"in_file": "no", "path": None}, set(), False),
    ],
)  # fmt: skip
def test_only_what_holds_in_the_file_is_said_of_a_place(posting, region, has_fix):
    found = result(linted(TEXT, finding(TEXT, "rockstar", fixes=(FIX,)), **posting))
    place = found["locations"][0]["physicalLocation"]
    assert set(place.get("region", ())) == region
    assert ("fixes" in found, found["properties"].get("advice")) == (has_fix, None if has_fix else [FIX.label])
    assert place.get("region", {}).get("startLine", 0) == {"p.jsonl": 7, "p.md": 3}.get(posting.get("path", "p.md"), 0)


def test_line_ends_of_windows_are_kept_by_a_fix():
    edit = Edit(17, 25, "nurse\nor two")
    found = result(linted(TEXT, finding(TEXT, "rockstar", fixes=(Fix("x", "unsafe", (edit,)),)), in_file="columns"))
    (change,) = found["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "nurse\r\nor two"}


def test_what_is_missing_stands_at_the_first_line_of_a_text():
    found = result(linted(TEXT, finding(TEXT, rule="missing/pay", severity="error")))
    assert (found["level"], found["locations"][0]["physicalLocation"]["region"]) == ("error", {"startLine": 1})
    assert "ruleIndex" not in found  # a rule that is not in the list, such as a crashed one


def test_an_accepted_finding_is_suppressed_with_its_reason():
    waived = ((finding(TEXT, "rockstar"), Waiver("wording/cliche", "x", "rockstar", "our band", "ada")),)
    assert result(linted(TEXT, waived=waived))["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "our band (ada)"}
    ]


def test_words_of_a_posting_become_no_link_no_placeholder_and_steer_nothing():
    text = "a {0} [click](https://evil.example) \u202e\x1b[2J"
    message = result(linted(text, finding(text, text, message=f"“{text}” is odd.")))["message"]["text"]
    assert message == "“a {{0}} [click] (https://evil.example) \ufffd\ufffd[2J” is odd."


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("job ads/a:b, 100%.md", "job%20ads/a%3Ab%2C%20100%25.md"),
        ("../x/café.md", "../x/caf%C3%A9.md"),
        ("in/caf\udce9.md", "in/caf%E9.md"),
        (None, "stdin"),
    ],
)
def test_a_path_becomes_an_address_whatever_its_name(path, uri):
    found = result(linted(TEXT, finding(TEXT), path=path))
    assert found["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_rules_have_help_tags_and_the_houses_level():
    value = log(of=run(rule(severity="warning"), rule("missing/pay", summary="No pay.")))
    driver = value["runs"][0]["tool"]["driver"]
    assert driver["rules"][0] == {
        "id": "wording/cliche",
        "name": "WordingCliche",
        "shortDescription": {"text": "Words that say nothing."},
        "fullDescription": {"text": "Readers skip {{them}} and [more] (x)."},
        "help": {
            "text": "Why: Readers skip {{them}} and [more] (x).\n\nSource: A study (2020)",
            "markdown": "**Why:** Readers skip {{them}} and \\[more\\] (x).\n\n**Source:** A study (2020)",
        },
        "defaultConfiguration": {"level": "warning"},
        "properties": {"tags": ["job-posting", "wording"], "severity": "warning"},
    }
    assert [each["id"] for each in driver["rules"]] == ["wording/cliche", "missing/pay"]
    assert value["runs"][0]["invocations"] == [{"executionSuccessful": True}]
    assert value["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_what_could_not_be_read_is_told():
    (invocation,) = log(problems=("b.pdf is broken.",))["runs"][0]["invocations"]
    assert invocation == {
        "executionSuccessful": False,
        "toolExecutionNotifications": [{"level": "error", "message": {"text": "b.pdf is broken."}}],
    }
