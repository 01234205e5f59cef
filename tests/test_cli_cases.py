"""On the command line a wrong reading is reported by its number, listed, and told from one that was mended."""

from __future__ import annotations

import json

import pytest

from postwright.cli import main
from postwright.exchange.cases import read_cases
from postwright.overlay import reading_cases_file

TEXT = "# Ferry Captain\n\n## What you need\n\n- 4 years on passenger ferries\n"


@pytest.fixture
def posting(tmp_path, monkeypatch):
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path / "home"))
    path = tmp_path / "ferry.md"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def number_of(capsys, posting, kind):
    assert main(["read", posting]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if f" {kind}: " in f" {line}")
    return line.split(f" {kind}: ")[0].split()[-1]


def kept():
    return [(case.about, case.quote, case.should_be) for case in read_cases(reading_cases_file())[0]]


def test_a_number_of_the_shown_reading_is_reported(capsys, posting):
    number = number_of(capsys, posting, "demand")
    assert main(["read", posting, "--wrong", number]) == 0
    assert "Reported: demand, read as “4 years or more" in capsys.readouterr().err
    assert main(["read", posting, "--wrong", number, "--should-be", "4 years of ferries"]) == 0
    assert kept() == [("demand", "4 years", "4 years of ferries")]


def test_words_that_were_passed_over_are_reported(posting):
    assert main(["read", posting, "--missed", "passenger ferries", "--should-be", "a subject"]) == 0
    assert kept() == [("missed", "passenger ferries", "a subject")]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--wrong", "99"], "Nothing that was read has the number 99. `postwright read` shows 1 to "),
        (["--missed", "a submarine"], "The text does not say “a submarine”."),
        (["--should-be", "more"], "Say what is wrong."),
        (["--wrong", "1", "--missed", "ferries"], "Say what is wrong."),
    ],
)
def test_a_report_that_names_nothing_is_refused(capsys, posting, options, said):
    assert main(["read", posting, *options]) == 2
    assert said in capsys.readouterr().err
    assert kept() == []


def test_reports_are_listed_with_whether_they_are_still_so(capsys, posting):
    assert main(["cases"]) == 0
    assert capsys.readouterr().out.startswith("0 reports in ")
    main(["read", posting, "--wrong", "1"])
    capsys.readouterr()
    path = reading_cases_file()
    mended = json.loads(path.read_text(encoding="utf-8")) | {"id": "0", "read": "“Ferry”, level lead"}
    with path.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(mended) + "\n")
    assert main(["cases"]) == 0
    shown = capsys.readouterr().out
    assert "title  still read so\n" in shown
    assert "title  read differently now\n" in shown
    assert main(["cases", "--format", "jsonl"]) == 0
    assert [json.loads(line)["still_so"] for line in capsys.readouterr().out.splitlines()] == [True, False]


def test_a_line_that_is_no_report_is_named(capsys, posting):
    main(["read", posting, "--wrong", "1"])
    with reading_cases_file().open("a", encoding="utf-8") as lines:
        lines.write("scribble\n")
    assert main(["cases"]) == 2
    assert "line 2 is no report; it is left out." in capsys.readouterr().err


OFFER = "# Ferry Captain\n\nWe want a rockstar at the helm and a ninja of knots.\n"
ONLY = ("--select", "wording/culture-cliche", "--level", "senior", "--date", "2026-11-20")


@pytest.fixture
def offer(tmp_path, posting):
    path = tmp_path / "offer.md"
    path.write_text(OFFER, encoding="utf-8")
    return str(path)


def test_a_finding_is_reported_by_its_number_with_what_was_known(capsys, offer):
    assert main(["lint", offer, *ONLY, "--wrong", "2", "--because", "the club is called so"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "postwright: Reported: wording/culture-cliche: “ninja” is a cliché that says nothing about the work. "
        f"Kept in {reading_cases_file()}, on this machine only.",
        f'postwright: To ignore it too: postwright waive {offer} --finding 2 --reason "..."',
    ]
    (case,) = read_cases(reading_cases_file())[0]
    assert (case.about, case.rule, case.quote, case.should_be) == (
        "finding", "wording/culture-cliche", "ninja", "the club is called so",
    )  # fmt: skip
    assert case.given == {"format": "markdown", "date": "2026-11-20", "level": "senior"}


@pytest.mark.parametrize(
    ("more", "said"),
    [(["--wrong", "7"], "There is no finding 7. `postwright lint` shows 1 to 2"), (["--wrong", "-1"], "There is no")],
)
def test_a_finding_that_there_is_not_is_refused(capsys, offer, more, said):
    assert main(["lint", offer, *ONLY, *more]) == 2
    assert said in capsys.readouterr().err
    assert kept() == []


def test_reports_of_both_kinds_are_listed_and_a_rule_that_was_switched_off_finds_differently(capsys, offer, tmp_path):
    main(["lint", offer, *ONLY, "--wrong", "1", "--because", "our band"])
    main(["read", offer, "--wrong", "1"])
    capsys.readouterr()
    assert main(["cases"]) == 0
    shown = [line.partition("  ")[2] for line in capsys.readouterr().out.splitlines() if line[:1].isdigit()]
    assert shown[:2] == ["finding wording/culture-cliche  still found so", "title  still read so"]
    (tmp_path / "home" / "guidelines").mkdir()
    profile = tmp_path / "home" / "guidelines" / "profile.yaml"
    profile.write_text("severities: {wording/culture-cliche: off}\n", encoding="utf-8")
    assert main(["cases", "--format", "jsonl"]) == 0
    assert [json.loads(line)["still_so"] for line in capsys.readouterr().out.splitlines()] == [False, True]
