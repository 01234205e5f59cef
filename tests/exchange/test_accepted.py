"""A run leaves out what was accepted beside its postings, and tells which records do nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from postwright.exchange.accepted import Accepted, name_for
from postwright.exchange.document import Imported
from postwright.exchange.waiver_file import OF_FOLDER, FiledWaiver, add_waiver, own_file
from postwright.model.finding import Finding
from postwright.model.waiver import Waiver, context_of, waiver_of

TODAY = dt.date(2026, 11, 20)
TEXT = "We look for a rockstar who ships.\n"


def finding(text: str = TEXT, rule: str = "wording/culture-cliche") -> Finding:
    start = text.index("rockstar")
    return Finding(rule, "notice", start, start + 8, "m", "w", "s", quote="rockstar")


FOUND = finding()
MUSIC = waiver_of(FOUND, TEXT, reason="a band", today=TODAY)
ENDED = Waiver(FOUND.rule, context_of(TEXT, FOUND), "rockstar", "for now", "Ada", dt.date(2026, 11, 19))
OTHER = Waiver("clarity/length", "abc", "", "needed")


@pytest.fixture
def nurse(tmp_path: Path) -> Imported:
    path = tmp_path / "nurse.md"
    path.write_text(TEXT, encoding="utf-8")
    return Imported(TEXT, "markdown", id=str(path), path=path)


def accepted(**options: object) -> Accepted:
    rules = {"wording/culture-cliche", "clarity/length"}
    return Accepted(on=TODAY, **{"rules": lambda: rules, **options})  # type: ignore[arg-type]


def test_a_record_beside_the_posting_leaves_its_finding_out(nurse):
    add_waiver(FiledWaiver(MUSIC), own_file(nurse.path))
    run = accepted()
    assert run.sift(nurse, TEXT, [FOUND]).waived == ((FOUND, MUSIC),)
    assert list(run.complaints()) == []


def test_an_ended_record_and_an_unused_one_are_told(nurse):
    path = own_file(nurse.path)
    for waiver in (ENDED, OTHER):
        add_waiver(FiledWaiver(waiver), path)
    run = accepted()
    assert run.sift(nurse, TEXT, [FOUND]).open == (FOUND,)
    assert list(run.complaints()) == [
        f"{path}: wording/culture-cliche “rockstar” (for now): it ended on 2026-11-19 and no longer holds.",
        f"{path}: clarity/length (needed): nothing needs it; take the record out.",
    ]


def test_a_rule_that_was_not_run_makes_no_record_unused(nurse):
    add_waiver(FiledWaiver(OTHER), own_file(nurse.path))
    run = accepted(rules=lambda: {"wording/culture-cliche"})
    run.sift(nurse, TEXT, [FOUND])
    assert list(run.complaints()) == []


def test_a_record_of_the_folder_holds_for_the_posting_it_names_or_for_all(nurse, tmp_path):
    path = tmp_path / OF_FOLDER
    add_waiver(FiledWaiver(MUSIC, "baker.md"), path)
    assert accepted().sift(nurse, TEXT, [FOUND]).open == (FOUND,)
    add_waiver(FiledWaiver(MUSIC, "nurse.md"), path)
    assert accepted().sift(nurse, TEXT, [FOUND]).open == ()
    path.unlink()
    add_waiver(FiledWaiver(MUSIC), path)
    assert accepted().sift(nurse, TEXT, [FOUND]).open == ()


def test_a_record_of_the_folder_is_unused_only_when_all_its_postings_were_checked(nurse, tmp_path):
    add_waiver(FiledWaiver(OTHER), tmp_path / OF_FOLDER)
    baker = Imported("Bakes.\n", "markdown", id="b", path=tmp_path / "baker.md")
    baker.path.write_text("Bakes.\n", encoding="utf-8")
    run = accepted()
    run.sift(nurse, TEXT, [FOUND])
    assert list(run.complaints()) == []
    run.sift(baker, "Bakes.\n", [])
    assert len(list(run.complaints())) == 1


def test_a_record_that_names_a_posting_that_was_not_checked_is_not_unused(nurse, tmp_path):
    add_waiver(FiledWaiver(OTHER, "baker.md"), tmp_path / OF_FOLDER)
    run = accepted()
    run.sift(nurse, TEXT, [FOUND])
    assert list(run.complaints()) == []


def test_lines_of_json_are_told_apart_by_their_ids(tmp_path):
    path = tmp_path / "many.jsonl"
    one, two = (Imported(TEXT, None, id=number, path=path, line=number) for number in (1, 2))
    add_waiver(FiledWaiver(MUSIC, name_for(one, own_file(path))), own_file(path))
    add_waiver(FiledWaiver(OTHER, name_for(two, tmp_path / OF_FOLDER)), tmp_path / OF_FOLDER)
    assert [name_for(two, beside) for beside in (own_file(path), tmp_path / OF_FOLDER)] == ["2", "many.jsonl#2"]
    run = accepted()
    assert [len(run.sift(each, TEXT, [FOUND]).open) for each in (one, two)] == [0, 1]
    assert len(list(run.complaints())) == 1


def test_a_file_that_is_given_replaces_those_beside_the_postings(nurse, tmp_path):
    add_waiver(FiledWaiver(MUSIC), own_file(nurse.path))
    given = tmp_path / "elsewhere.yaml"
    add_waiver(FiledWaiver(OTHER), given)
    run = accepted(file=given)
    assert run.sift(nurse, TEXT, [FOUND]).open == (FOUND,)
    pasted = Imported(TEXT, None, id="-")
    assert run.sift(pasted, TEXT, [FOUND]).open == (FOUND,)
    assert len(list(run.complaints())) == 1
