"""Reported readings are kept in a local file, each once, and are checked again."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import stat
import sys
import threading

import pytest

from postwright.errors import InputError, StorageError
from postwright.exchange.cases import case_of, keep, missed_case, read_cases, recheck, replace_kept, withdraw
from postwright.exchange.marks import marks_of
from postwright.guidelines.load import load_guidelines
from postwright.reading.reader import read

NOW = dt.datetime(2026, 11, 25, 9, 30, tzinfo=dt.UTC)
TEXT = "# Tram Driver\n\n## What you need\n\n- 3 years of driving trams\n- A calm voice\n"


@pytest.fixture
def reading():
    return read(TEXT, guidelines=load_guidelines())


def mark_of(reading, kind):
    return next(mark for mark in marks_of(reading) if mark.kind == kind)


def test_a_wrong_reading_is_kept_with_all_that_repeats_it(reading, tmp_path):
    path = tmp_path / "new" / "cases.jsonl"
    mark = mark_of(reading, "demand")
    assert keep(case_of(reading, mark, should_be=" 2 years ", now=NOW), path)
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert {key: kept[key] for key in ("reported", "about", "quote", "read", "should_be", "title", "text")} == {
        "reported": "2026-11-25T09:30:00+00:00",
        "about": "demand",
        "quote": "3 years",
        "read": mark.words,
        "should_be": "2 years",
        "title": "Tram Driver",
        "text": TEXT,
    }
    assert TEXT[kept["start"] : kept["end"]] == "3 years"


@pytest.mark.skipif(sys.platform == "win32", reason="rights of that kind are not known there")
def test_only_the_owner_can_read_the_file(reading, tmp_path):
    path = tmp_path / "cases.jsonl"
    case = case_of(reading, mark_of(reading, "demand"), now=NOW)
    keep(case, path)
    replace_kept(dataclasses.replace(case, should_be="none"), path)
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def test_the_same_report_twice_is_one_case_and_can_be_corrected_and_taken_back(reading, tmp_path):
    path = tmp_path / "cases.jsonl"
    demand, title = (case_of(reading, mark_of(reading, kind), now=NOW) for kind in ("demand", "title"))
    assert [keep(case, path) for case in (demand, title, demand)] == [True, True, False]
    corrected = dataclasses.replace(demand, should_be="3 years, preferred")
    replace_kept(corrected, path)
    assert read_cases(path) == ((corrected, title), ())
    withdraw(demand, path)
    assert read_cases(path) == ((title,), ())


def test_missed_words_must_stand_in_the_text(reading):
    case = missed_case(reading, "A calm voice", should_be="a demand", now=NOW)
    assert (case.about, TEXT[case.start : case.end], case.read) == ("missed", "A calm voice", "")
    with pytest.raises(InputError, match="does not say “a loud voice”"):
        missed_case(reading, "a loud voice", now=NOW)
    with pytest.raises(InputError, match="Name the words"):
        missed_case(reading, "  \n", now=NOW)


def test_a_case_is_no_longer_so_when_its_text_is_read_differently(reading):
    def read_again(text, title):
        return read(text, title=title, guidelines=load_guidelines())

    wrong = case_of(reading, mark_of(reading, "demand"), now=NOW)
    assert recheck(wrong, read_again)
    assert not recheck(dataclasses.replace(wrong, read="9 years or more, trams"), read_again)
    assert recheck(missed_case(reading, "A calm voice", now=NOW), read_again)
    assert not recheck(missed_case(reading, "3 years", now=NOW), read_again)


def test_lines_that_are_no_case_are_told_by_number_and_left_as_they_are(reading, tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text('{"id": 1}\nnonsense\n\n{"half": ', encoding="utf-8")
    case = case_of(reading, mark_of(reading, "demand"), now=NOW)
    keep(case, path)
    assert read_cases(path) == ((case,), (1, 2, 4))
    withdraw(case, path)
    assert path.read_text(encoding="utf-8") == '{"id": 1}\nnonsense\n\n{"half": \n'


def test_a_file_that_is_not_there_holds_no_case(tmp_path):
    assert read_cases(tmp_path / "none.jsonl") == ((), ())


def test_a_folder_in_the_way_is_said(reading, tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(StorageError, match="cannot be kept in"):
        keep(case_of(reading, mark_of(reading, "demand"), now=NOW), tmp_path / "taken" / "cases.jsonl")


def test_many_reports_at_once_are_all_kept(tmp_path):
    path = tmp_path / "cases.jsonl"
    readings = [read(f"# Clerk {number}\n\nAbout us.\n", guidelines=load_guidelines()) for number in range(24)]
    threads = [threading.Thread(target=keep, args=(case_of(one, marks_of(one)[0], now=NOW), path)) for one in readings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept, broken = read_cases(path)
    assert ({case.title for case in kept}, broken) == ({one.title for one in readings}, ())


def test_any_text_can_be_reported(tmp_path):
    odd = "Title\u2028with \ud800 and \x85 odd \x00 characters, 3 years of tea tasting required\n"
    one = read(odd.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), guidelines=load_guidelines())
    path = tmp_path / "cases.jsonl"
    for mark in marks_of(one):
        keep(case_of(one, mark, now=NOW), path)
    kept, broken = read_cases(path)
    assert (len(kept), broken) == (len(marks_of(one)), ())
    assert {case.text for case in kept} == {one.text}
