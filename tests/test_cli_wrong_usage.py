"""Clumsy usage of the command line: what is wrong is said where it is wrong, and with what to do."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from postwright.cli import main
from postwright.exchange.importing import read_brief_file

POSTING = "# Senior Gardener\n\n## Requirements\n\n- At least 12 years of gardening\n"


@pytest.fixture(autouse=True)
def _own_house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in ("POSTWRIGHT_GUIDELINES", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path / "house"))
    monkeypatch.chdir(tmp_path)
    Path("posting.md").write_text(POSTING, encoding="utf-8")
    Path("folder").mkdir()
    return


def said(*argv: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(list(argv)) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


# --- briefs


@pytest.mark.parametrize(
    ("brief", "message"),
    [
        (
            "title: Gardener\nlevels: [senior]\n",
            "brief.yaml cannot be used: line 2, level 1: it must be a group of `name: value` lines, such as "
            "`level: senior`. Mend what is named here and try again.",
        ),
        (
            "locatoin: Leeds\ntitle: Gardener\n\nmust_have: Hedges\nclosing: 2027-01-30\n",
            "brief.yaml cannot be used:\n"
            '  line 1, locatoin: there is no field "locatoin" here. Did you mean "locations"?\n'
            "  line 4, must-have: it must be a list; start each entry with `- `, such as `- text: Hedges`.\n"
            "  line 5, closing date: it must be a group of `name: value` lines, such as `date: 2027-01-30`.\n"
            "Mend what is named here and try again.",
        ),
        (
            "must_have:\n  -\n  - text: Hedges\n    years: -3\n",
            "brief.yaml cannot be used: line 4, must-have 1, years, minimum: -3 is too small; 0 is the least. "
            "Mend what is named here and try again.",
        ),
        (
            "title: Gardener\nmust_have:\n  - {text: hedges, lawns and flower beds}\n",
            "brief.yaml cannot be used: line 3, must-have 1, lawns and flower beds: "
            '"lawns and flower beds" stands where a field must: put words that hold a comma in quotation marks. '
            "Mend what is named here and try again.",
        ),
        (
            '{\n"title": "Gardener",\n"openings": "two"\n}',
            "brief.yaml cannot be used: line 3, openings: it must be a number. Mend what is named here and try again.",
        ),
    ],
    ids=[
        "a word for a group",
        "several, in the order of their lines",
        "an empty entry is not counted",
        "a comma",
        "JSON",
    ],
)
def test_what_is_wrong_with_a_brief_is_named_with_its_line_and_how_to_write_it(brief, message, capsys):
    Path("brief.yaml").write_text(brief, encoding="utf-8")
    assert said("draft", "brief.yaml", capsys=capsys) == f"postwright: {message}\n"


def test_a_posting_or_a_binary_file_is_no_brief(capsys):
    Path("zero.yaml").write_bytes(b"title: Gar\0den\n")
    assert said("draft", "posting.md", capsys=capsys) == (
        "postwright: posting.md is no brief: a brief is YAML or JSON. "
        "`postwright brief --profile ID` prints one to fill in.\n"
    )
    assert said("draft", "zero.yaml", capsys=capsys) == (
        "postwright: zero.yaml is no text. A brief is YAML or JSON, saved as UTF-8.\n"
    )


def test_a_brief_in_another_encoding_is_read_and_that_is_said():
    Path("brief.yaml").write_bytes("title: Gärtner\n".encode("cp1252"))
    heard: list[str] = []
    assert read_brief_file(Path("brief.yaml"), name="brief.yaml", note=heard.append) == "title: Gärtner\n"
    assert heard == [
        "brief.yaml: It is not UTF-8 and was read as Windows-1252; save it as UTF-8 if letters look wrong."
    ]


# --- values and options


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["lint", "posting.md", "--place", "US-CX"], '"US-CX" is not a place. Did you mean "US-'),
        (["lint", "posting.md", "--place", "DE-XY"], '"DE-XY" is not a place. Did you mean "DE-'),
        (["lint", "posting.md", "--yes"], "--yes says yes to what --fix would change. Give --fix too"),
        (["lint", "posting.md", "--because", "it is"], "--because says why a finding is wrong. Name the finding"),
        (["lint", "posting.md", "--posting", "a"], "--posting says which posting a wrong finding is of."),
        (["lint", "posting.md", "--fix", "--format", "json"], "Leave -o and --format out."),
        (["lint", "posting.md", "--wrong", "x"], "Argument --wrong: 'x' is no whole number."),
        (["explain", "inflated"], '"inflated" is a group of rules. Name one of them: inflated/advanced-degree, '),
        (["explain", "strength"], '"strength" is the name of several rules. Name one of them: conflict/strength, con'),
        (["lint", "missing.md"], "missing.md does not exist. Check the path."),
        (["lint", "postings.md"], 'postings.md does not exist. Did you mean "posting.md"?'),
    ],
)
def test_wrong_usage_is_said_with_what_to_do(argv, message, capsys):
    assert message in said(*argv, capsys=capsys)


@pytest.mark.parametrize("place", ["US-NY-NYC", "US-GU", "uk", "GB-LND", "IN-TN"])
def test_a_place_that_there_is_is_taken_whether_or_not_its_region_has_a_name_here(place):
    assert main(["lint", "posting.md", "--place", place, "--fail-on", "error", "--select", "clarity"]) == 0


def test_a_rule_is_explained_however_its_name_is_spelt(capsys):
    assert main(["explain", "INFLATED/years_above_level"]) == 0
    assert capsys.readouterr().out.startswith("inflated/years-above-level  warning\n")


# --- outputs


@pytest.mark.parametrize(
    ("argv", "what_to_do"),
    [
        (["lint", "posting.md", "-o", "nowhere/report.html"], "There is no folder nowhere: make it, or choose"),
        (["review", "posting.md", "--out", "nowhere/review.html"], "There is no folder nowhere: make it, or choose"),
        (["draft", "brief.yaml", "-o", "nowhere/posting.md"], "There is no folder nowhere: make it, or choose"),
        (["draft", "brief.yaml", "-o", "folder"], "It is a folder: add the name of a file."),
        (["lint", "posting.md", "--format", "html", "-o", "folder"], "It is a folder: add the name of a file."),
        (["lint", "posting.md", "--format", "jsonl", "-o", "folder"], "It is a folder: add the name of a file."),
    ],
)
def test_where_nothing_can_be_written_the_reason_and_a_way_out_are_said(argv, what_to_do, capsys):
    assert f"Nothing was changed. {what_to_do}" in said(*argv, capsys=capsys)


def test_a_review_is_not_made_in_vain(monkeypatch, capsys):
    monkeypatch.setattr("postwright.cli_review.house_rules", lambda: pytest.fail("the work was begun"))
    assert "There is no folder nowhere" in said("review", "posting.md", "--out", "nowhere/a.html", capsys=capsys)


def test_two_runs_do_not_write_one_output():
    lines = json.dumps({"id": "posting.md", "text": POSTING, "findings": []}) + "\n"
    Path("out.jsonl.part").write_text(lines, encoding="utf-8")
    command = [sys.executable, "-m", "postwright", "lint", "posting.md", "-o", "out.jsonl"]
    with open("out.jsonl.part", "rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        for resume in ([], ["--resume"]):
            ran = subprocess.run([*command, *resume], capture_output=True, text=True, env=os.environ)
            assert (ran.returncode, ran.stdout) == (2, "")
            assert "Another run is writing out.jsonl. Wait for it" in ran.stderr
            assert "--resume goes on with it" not in ran.stderr
            assert Path("out.jsonl.part").read_text(encoding="utf-8") == lines
            assert not Path("out.jsonl").exists()


# --- what may not be read


def test_a_data_folder_that_may_not_be_read_is_named(monkeypatch, capsys):
    def closed(path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", closed)
    assert said("rules", capsys=capsys) == (
        f"postwright: The data folder {os.environ['POSTWRIGHT_DATA_DIR']} may not be read. "
        "Ask for the right to read it, or name another one in POSTWRIGHT_DATA_DIR.\n"
    )


def test_a_folder_that_may_not_be_read_is_one_error(monkeypatch, capsys):
    def closed(path: str) -> list[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("postwright.exchange.folders._entries", closed)
    assert main(["lint", "folder"]) == 2
    assert capsys.readouterr().err == "postwright: folder may not be read. Ask for the right to read it.\n"


# --- words for people


def test_a_report_of_words_in_quotation_marks_has_one_pair_of_them(capsys):
    assert main(["read", "posting.md", "--wrong", "1"]) == 0
    assert "Reported: title, read as “Senior Gardener”, level senior. Kept in" in capsys.readouterr().err


def test_the_table_of_a_review_says_what_its_columns_mean(capsys):
    assert main(["review", "posting.md"]) == 0
    out = capsys.readouterr().out
    assert "  1  Senior Gardener " in out
    assert "must: requirements; E/W/N: errors, warnings and notices of the posting itself; across:" in out


def test_a_run_into_a_file_says_on_a_terminal_what_was_found_and_where_it_is(monkeypatch, capsys):
    assert main(["lint", "posting.md", "--select", "inflated", "-o", "report.html"]) == 1
    assert "written to" not in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["lint", "posting.md", "--select", "inflated", "-o", "report.html"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "1 posting: 1 warning" in captured.err
    assert captured.err.endswith("postwright: written to report.html\n")
