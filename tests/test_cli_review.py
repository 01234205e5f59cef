"""`postwright review`: what goes in, what comes out, and with which exit status."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from postwright.cli import main


@pytest.fixture(autouse=True)
def _own_house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in ("POSTWRIGHT_GUIDELINES", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path / "house"))
    monkeypatch.chdir(tmp_path)
    return


def weaver(years: int) -> str:
    return f"# Senior Weaver\n\n## Requirements\n\n- {years} years of weaving\n"


def folder() -> str:
    Path("jobs").mkdir()
    for number, years in enumerate((5, 5, 9, 5), 1):
        Path(f"jobs/{number}.md").write_text(weaver(years), encoding="utf-8")
    return "jobs"


def out(name: str) -> dict[str, object]:
    return dict(json.loads(Path(name).read_text(encoding="utf-8")))


def test_a_folder_is_reviewed_on_the_terminal(capsys):
    assert main(["review", folder(), "--date", "2026-11-20"]) == 0
    shown = capsys.readouterr().out
    assert "3 of 4 postings for Weaver (senior) ask 5 years; this one asks 9 years." in " ".join(shown.split())
    assert shown.splitlines()[-1].startswith("4 postings, 1 group of the same role and level; across postings: ")


def test_several_files_are_written_at_once_and_their_own_folder_is_not_read_again(capsys):
    argv = ["review", folder(), "--out", "jobs/r.html", "--out", "r.json", "--out", "r.csv", "--out", "r.xlsx"]
    assert main(argv) == 0
    assert main(argv) == 0
    shown, said = capsys.readouterr()
    assert shown == ""
    assert said.splitlines()[-1] == "postwright: written to jobs/r.html, r.json, r.csv, r.xlsx"
    assert [posting["id"] for posting in out("r.json")["postings"]] == [f"jobs/{n}.md" for n in (1, 2, 3, 4)]
    assert out("r.json")["reviewed"] == "jobs"


def test_archives_tables_and_lines_are_reviewed_together(capsys):
    with zipfile.ZipFile("jobs.zip", "w") as archive:
        archive.writestr("in/1.md", weaver(5))
    Path("jobs.csv").write_text(f'Title,Description,City\nSenior Weaver,"{weaver(5)}",Leeds\n', encoding="utf-8")
    line = {"id": 7, "title": "Senior Weaver", "text": weaver(5), "company": "Mill", "location": "Bath"}
    Path("jobs.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert main(["review", "jobs.zip", "jobs.csv", "jobs.jsonl", "--out", "r.json"]) == 0
    kept = [(posting["id"], posting["employer"], posting["place"]) for posting in out("r.json")["postings"]]
    assert kept == [("in/1.md", "", ""), ("jobs.csv:2", "", "Leeds"), (7, "Mill", "Bath")]
    assert out("r.json")["reviewed"] == "jobs.zip and 2 more"


def test_columns_of_a_table_can_be_said(capsys):
    Path("jobs.csv").write_text("Text,Really\nno,You weave wool by hand.\n", encoding="utf-8")
    assert main(["review", "jobs.csv", "--column", "text=Really", "--out", "r.json"]) == 0
    assert [posting["words"] for posting in out("r.json")["postings"]] == [5]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--column", "text"], '"text=" names no column. Write it as text=NAME; what can be named: text, title, id, '
         "place, employer."),
        (["--column", "words=Text"], '"words=Text" names no column. Write it as text=NAME; what can be named: text, '
         "title, id, place, employer."),
        (["--out", "r.pdf"], "r.pdf: a review is not written so. End it in .html, .xlsx, .csv, .json."),
        (["--select", "zzzz"], 'There is no rule "zzzz". `postwright rules` lists them all.'),
        (["--date", "soon"], '"soon" is not a date. Write it as 2026-12-31.'),
    ],
)  # fmt: skip
def test_wrong_usage_is_said_in_words(argv, words, capsys):
    Path("a.md").write_text(weaver(5), encoding="utf-8")
    assert main(["review", "a.md", *argv]) == 2
    assert capsys.readouterr().err == f"postwright: {words}\n"


def test_what_cannot_be_read_is_said_and_noted_and_the_others_are_reviewed(capsys):
    Path("a.md").write_text(weaver(5), encoding="utf-8")
    Path("bad.zip").write_bytes(b"no archive")
    Path("bad.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert main(["review", "a.md", "bad.zip", "bad.csv", "gone.csv", "--out", "r.json"]) == 2
    said = [
        "bad.zip is not a whole ZIP archive. Pack the folder again.",
        "No column of bad.csv looks like the postings' text. Say which one holds it. Its columns are a, b.",
        "gone.csv does not exist. Check the path.",
    ]
    assert capsys.readouterr().err.splitlines()[:3] == [f"postwright: {words}" for words in said]
    assert out("r.json")["unread"] == said
    assert len(out("r.json")["postings"]) == 1


def test_rules_of_the_linter_and_across_postings_can_be_chosen(capsys):
    assert main(["review", folder(), "--select", "consistency", "--out", "r.json"]) == 0
    assert [rule["rule"] for rule in out("r.json")["rules"]] == ["consistency/years-outlier"]
    assert main(["review", "jobs", "--ignore", "consistency", "--out", "r.json"]) == 0
    assert [rule["rule"] for rule in out("r.json")["rules"] if rule["rule"].startswith("consistency")] == []


def test_accepted_findings_are_left_out_as_in_lint(capsys):
    Path("a.md").write_text("# Weaver\n\nWe seek a rockstar.\n", encoding="utf-8")
    argv = ["--select", "wording/culture-cliche"]
    assert main(["waive", "a.md", "--finding", "1", "--reason", "It is our name", *argv]) == 0
    assert main(["review", "a.md", *argv, "--out", "r.json"]) == 0
    assert out("r.json")["rules"] == []


def test_the_rules_across_postings_are_listed_and_explained(capsys):
    assert main(["rules"]) == 0
    assert "consistency/years-outlier" in capsys.readouterr().out
    assert main(["explain", "years-outlier"]) == 0
    shown = capsys.readouterr().out
    assert "→ 3 of 4 postings for Weaver (senior) ask 5 years; this one asks 8 years." in shown


def test_standard_input_is_reviewed(monkeypatch, capsys):
    lines = "".join(json.dumps({"id": n, "text": weaver(5)}) + "\n" for n in (1, 2))
    monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": io.BytesIO(lines.encode())})())
    assert main(["review", "-", "--out", "r.json"]) == 0
    assert out("r.json")["reviewed"] == "standard input"
