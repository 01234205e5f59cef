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
from postwright.exchange.case_check import still_so
from postwright.exchange.cases import case_of, finding_case, keep, missed_case, read_cases, replace_kept, withdraw
from postwright.exchange.marks import marks_of
from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.reading.document import parse
from postwright.reading.reader import read, read_document

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
    def so(case):
        return still_so(case, guidelines=load_guidelines())

    wrong = case_of(reading, mark_of(reading, "demand"), now=NOW)
    assert so(wrong)
    assert not so(dataclasses.replace(wrong, read="9 years or more, trams"))
    assert so(missed_case(reading, "A calm voice", now=NOW))
    assert not so(missed_case(reading, "3 years", now=NOW))


OFFER = "# Tram Driver\n\nWe want a rockstar at the wheel, for $20 an hour.\n"


def found(rule, **options):
    guidelines = load_guidelines()
    document = parse(OFFER)
    one = read_document(document, title="", guidelines=guidelines)
    (finding,) = lint(document, one, guidelines=guidelines, date=NOW.date(), select=(rule,), **options)
    return finding


def test_a_wrong_finding_is_kept_with_what_was_known_beside_the_text(tmp_path):
    path = tmp_path / "cases.jsonl"
    given = {"date": "2026-11-25", "level": "mid", "places": ["US-CO"]}
    case = finding_case(
        found("wording/culture-cliche"), text=OFFER, title="Tram Driver", given=given, because=" a band ", now=NOW
    )
    assert keep(case, path)
    assert read_cases(path) == ((case,), ())
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert {key: kept[key] for key in ("about", "rule", "quote", "read", "should_be", "given")} == {
        "about": "finding",
        "rule": "wording/culture-cliche",
        "quote": "rockstar",
        "read": "“rockstar” is a cliché that says nothing about the work.",
        "should_be": "a band",
        "given": given,
    }


def test_a_finding_is_no_longer_so_when_its_rule_finds_other_words_or_is_switched_off():
    guidelines = load_guidelines()
    case = finding_case(found("wording/culture-cliche"), text=OFFER, title="", given={}, now=NOW)
    assert still_so(case, guidelines=guidelines)
    assert not still_so(dataclasses.replace(case, start=case.start + 1), guidelines=guidelines)
    assert not still_so(dataclasses.replace(case, rule="wording/gone"), guidelines=guidelines)
    off = dataclasses.replace(guidelines, severities={"wording/culture-cliche": "off"})
    assert not still_so(case, guidelines=off)


def test_a_finding_is_repeated_with_the_place_and_the_date_of_then():
    finding = found("missing/deadline", places=("US-CO",))
    case = finding_case(finding, text=OFFER, title="", given={"places": ["US-CO"], "date": "2026-11-25"}, now=NOW)
    assert still_so(case, guidelines=load_guidelines())
    assert not still_so(dataclasses.replace(case, given={}), guidelines=load_guidelines())


@pytest.mark.parametrize("given", [{"brief": {"titel": 1}}, {"date": 3, "level": "x", "places": 1, "format": []}])
def test_a_case_that_somebody_wrote_by_hand_does_no_harm(given):
    case = finding_case(found("wording/culture-cliche"), text=OFFER, title="", given=given, now=NOW)
    assert still_so(case, guidelines=load_guidelines())


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
