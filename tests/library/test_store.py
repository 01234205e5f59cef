"""The library keeps what it is given, in several hands at once, and says plainly when it cannot."""

import datetime as dt
import sqlite3
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from postwright.errors import SettingsError, StorageError
from postwright.library.records import ExportRecord, PostingRecord
from postwright.library.store import Library, Stale, open_library
from postwright.model.waiver import Waiver

NURSE = PostingRecord(
    id="",
    origin="brief",
    title="Registered Nurse",
    text="# Registered Nurse\n\nYou care for twelve patients.\n",
    format="markdown",
    brief={"title": "Registered Nurse", "pay": [{"id": 1, "minimum": 70000.0}]},
    unsaved={"openings": {"value": "many", "problem": "give a whole number"}},
    base={"title": "Registered Nurse", "sections": []},
    conflicts=(("pay:pay.1", "USD 80,000", "USD 75,000"),),
    counts={"warning": 2},
    levels=("mid",),
    places=("US-CO",),
)


def address(folder: Path) -> str:
    return f"sqlite:///{(folder / 'library.sqlite3').as_posix()}"


@pytest.fixture
def library(tmp_path):
    opened = open_library(address(tmp_path))
    yield opened
    opened.close()


def same(posting: PostingRecord, other: PostingRecord | None) -> bool:
    """Compare whole postings but for the moments, which the store sets."""
    return other is not None and replace(posting, created=other.created, changed=other.changed) == other


def test_a_posting_comes_back_whole_after_the_library_was_opened_again(tmp_path):
    first = open_library(address(tmp_path))
    kept = first.add(NURSE)
    first.close()
    again = open_library(address(tmp_path))
    assert again.get(kept.id) == kept
    assert same(replace(NURSE, id=kept.id), kept)
    again.close()


def test_what_is_not_there_is_none(library: Library):
    assert library.get("nothing") is None
    assert library.summaries() == []


def test_the_list_shows_the_last_changed_first_and_leaves_deleted_ones_out(library: Library):
    old = library.add(replace(NURSE, title="Old"))
    new = library.add(replace(NURSE, title="New"))
    gone = library.add(replace(NURSE, title="Gone"))
    library.set_deleted(gone.id, deleted=True)
    library.save(old, replace(old, text="changed"), reason="edit")
    assert [row.title for row in library.summaries()] == ["Old", "New"]
    assert library.get(gone.id) is None
    library.set_deleted(gone.id, deleted=False)
    assert library.get(gone.id) == gone
    assert {row.title for row in library.summaries()} == {"Old", "New", "Gone"}
    summary = next(row for row in library.summaries() if row.id == new.id)
    assert (summary.levels, summary.places, summary.counts) == (("mid",), ("US-CO",), {"warning": 2})


def test_versions_count_the_text_and_the_brief_apart(library: Library):
    first = library.add(NURSE)
    text = library.save(first, replace(first, text="x"), reason="edit")
    brief = library.save(text, replace(text, brief={"title": "Nurse"}), reason="brief")
    neither = library.save(brief, replace(brief, counts={"error": 1}), reason="edit")
    versions = [(p.text_version, p.brief_version) for p in (first, text, brief, neither)]
    assert versions == [(1, 1), (2, 1), (2, 2), (2, 2)]
    assert neither.changed == brief.changed


def test_a_save_that_comes_too_late_changes_nothing_and_gets_what_is_kept(library: Library):
    read_by_both = library.add(NURSE)
    kept = library.save(read_by_both, replace(read_by_both, text="from the first window"), reason="edit")
    with pytest.raises(Stale) as late:
        library.save(read_by_both, replace(read_by_both, text="from the second window"), reason="edit")
    assert late.value.current == kept
    assert library.get(kept.id) == kept


def test_a_text_set_aside_is_among_the_revisions(library: Library):
    posting = library.add(NURSE)
    library.keep_aside(posting.id, "typed in the second window")
    newest = library.revisions(posting.id)[0]
    assert (newest.reason, newest.text) == ("conflict", "typed in the second window")
    assert library.text_at(posting.id, 1) == NURSE.text


def test_no_word_that_stood_for_a_moment_is_ever_lost(library: Library, monkeypatch):
    states = [(0, "One."), (70, "One. Two"), (71, "One. Two three."), (140, "One. three."), (141, "One. three. Four.")]
    assert typed(library, monkeypatch, states) == ["", "One. Two three.", "One. three. Four."]


def typed(library: Library, monkeypatch, states: list[tuple[float, str]]) -> list[str]:
    """Save texts at seconds after each other; return the texts that are kept, oldest first."""
    start = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
    monkeypatch.setattr("postwright.library.store._now", lambda: start)
    kept = library.add(replace(NURSE, text=""))
    for seconds, text in states:
        monkeypatch.setattr("postwright.library.store._now", lambda at=seconds: start + dt.timedelta(seconds=at))
        kept = library.save(kept, replace(kept, text=text), reason="edit")
    return [revision.text or "" for revision in reversed(library.revisions(kept.id))]


def test_of_words_typed_and_taken_back_within_a_moment_the_last_state_is_kept(library: Library, monkeypatch):
    states = [(1, "We lok"), (2, "We lo"), (3, "We look"), (4, "We look for"), (5, "We want")]
    assert typed(library, monkeypatch, states) == ["", "We want"]


def test_a_state_is_kept_for_every_minute_in_which_words_were_taken_out(library: Library, monkeypatch):
    states = [(1, "We care"), (90, "We nurse"), (95, "We heal"), (200, "We mend")]
    assert typed(library, monkeypatch, states) == ["", "We care", "We nurse", "We heal", "We mend"]


def test_a_long_passage_that_is_taken_out_is_kept_whenever_it_was_typed(library: Library, monkeypatch):
    passage = "We care for twelve patients. " * 20
    assert typed(library, monkeypatch, [(1, passage), (2, "We")]) == ["", passage, "We"]


def test_an_entry_that_was_removed_from_the_brief_is_among_the_revisions(library: Library):
    posting = library.add(replace(NURSE, brief={"must_have": [{"id": 1, "text": "Triage"}]}))
    posting = library.save(posting, replace(posting, brief={}), reason="brief")
    library.save(posting, replace(posting, brief={"title": "Nurse"}), reason="brief")
    assert [r.brief for r in library.revisions(posting.id)] == [
        {"title": "Nurse"},
        {"must_have": [{"id": 1, "text": "Triage"}]},
    ]


def test_a_waiver_is_kept_once_for_the_same_words(library: Library):
    posting = library.add(NURSE)
    first = Waiver("wording/cliches", "abc", "rockstar", "it is a band", "Ann", dt.date(2027, 1, 31))
    second = replace(first, reason="it really is a band")
    library.add_waiver(posting.id, first)
    library.add_waiver(posting.id, second)
    assert library.waivers(posting.id) == (second,)
    library.remove_waiver(posting.id, rule="wording/cliches", context="abc")
    assert library.waivers(posting.id) == ()


def test_an_export_is_recorded_with_all_that_was_known(library: Library):
    posting = library.add(NURSE)
    record = ExportRecord(
        format="docx",
        text=NURSE.text,
        brief=NURSE.brief,
        findings=({"rule": "missing/benefits"},),
        waived=({"rule": "clarity/length", "reason": "short on purpose"},),
        warnings=("no benefits",),
        ruleset="f00",
        law_as_of=dt.date(2026, 11, 20),
    )
    library.add_export(posting.id, record)
    (kept,) = library.exports(posting.id)
    assert replace(kept, at=None) == record
    assert kept.at is not None
    assert kept.at.tzinfo == dt.UTC


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_process_loses_nothing_that_it_had_saved(tmp_path):
    writer = """
        import os, signal, sys
        from dataclasses import replace
        from postwright.library.records import PostingRecord
        from postwright.library.store import open_library
        library = open_library(sys.argv[1])
        posting = library.add(PostingRecord(id="p", origin="brief", title="T", text="", format="markdown"))
        for n in range(20):
            posting = library.save(posting, replace(posting, text=posting.text + f"line {n}\\n"), reason="edit")
        os.kill(os.getpid(), signal.SIGKILL)
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(writer), address(tmp_path)], check=False)
    assert ended.returncode == -9
    library = open_library(address(tmp_path))
    posting = library.get("p")
    assert posting is not None
    assert posting.text == "".join(f"line {n}\n" for n in range(20))
    assert posting.text_version == 21
    library.close()


def test_processes_that_open_and_write_at_once_lose_nothing(tmp_path):
    writer = """
        import sys
        from dataclasses import replace
        from postwright.library.records import PostingRecord
        from postwright.library.store import Stale, open_library
        library = open_library(sys.argv[1])
        for n in range(15):
            library.add(PostingRecord(id=f"{sys.argv[2]}-{n}", origin="brief", title="T", text="x", format="markdown"))
    """
    command = [sys.executable, "-c", textwrap.dedent(writer), address(tmp_path)]
    running = [subprocess.Popen([*command, name]) for name in ("a", "b", "c")]
    assert [process.wait() for process in running] == [0, 0, 0]
    library = open_library(address(tmp_path))
    assert {row.id for row in library.summaries()} == {f"{name}-{n}" for name in "abc" for n in range(15)}
    library.close()


def test_many_writers_of_one_process_wait_for_each_other_however_long_that_takes(tmp_path, monkeypatch):
    monkeypatch.setattr("postwright.library.connect.BUSY_TIMEOUT_MS", 0)  # SQLite itself gives up at once
    library = open_library(address(tmp_path))

    def write(name: int) -> None:
        for _ in range(5):
            library.add(replace(NURSE, title=f"{name}"))

    with ThreadPoolExecutor(12) as writers:
        for done in [writers.submit(write, name) for name in range(12)]:
            done.result()
    assert len(library.summaries()) == 60
    library.close()


def test_a_full_disk_is_said_and_what_was_kept_stays(library: Library):
    posting = library.add(NURSE)
    with library._write.connect() as connection:  # the pool's one connection: SQLite itself reports SQLITE_FULL
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(StorageError) as full:
        library.save(posting, replace(posting, text="word " * 100_000), reason="edit")
    assert full.value.message.startswith("The disk that holds the library is full.")
    assert full.value.hint == (
        "Free some space there. What you typed is still on the page: a text and a brief are saved by themselves as "
        "soon as this is mended, any other field when you change it again."
    )
    assert library.get(posting.id) == posting
    with library._write.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    saved = library.save(posting, replace(posting, text="word " * 100_000), reason="edit")
    assert library.get(posting.id) == saved


def test_a_read_only_library_can_be_read_and_says_why_it_cannot_be_written(tmp_path, monkeypatch):
    first = open_library(address(tmp_path))
    posting = first.add(NURSE)
    first.close()
    monkeypatch.chdir(tmp_path)
    library = open_library(f"sqlite:///file:{tmp_path / 'library.sqlite3'}?mode=ro&uri=true")
    assert library.get(posting.id) == posting
    assert not (tmp_path / "file:").exists(), "an address in URI form names a file, not a folder to be made"
    with pytest.raises(StorageError) as refused:
        library.save(posting, replace(posting, text="x"), reason="edit")
    assert refused.value.message.startswith("The library cannot be written: its file or folder is read-only.")
    assert "POSTWRIGHT_DATA_DIR" in refused.value.hint


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StorageError) as refused:
        open_library(address(tmp_path / "taken" / "data"))
    assert str(tmp_path / "taken" / "data") in refused.value.message
    assert "POSTWRIGHT_DATA_DIR" in refused.value.hint


def test_a_library_that_another_program_holds_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("postwright.library.connect.BUSY_TIMEOUT_MS", 20)
    library = open_library(address(tmp_path))
    posting = library.add(NURSE)
    with closing(sqlite3.connect(tmp_path / "library.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="Another program is holding the library"):
            library.save(posting, replace(posting, text="x"), reason="edit")
    assert library.save(posting, replace(posting, text="x"), reason="edit").text == "x"
    library.close()


def test_a_file_that_is_no_database_is_left_alone(tmp_path):
    file = tmp_path / "library.sqlite3"
    file.write_bytes(b"a letter to a friend " * 100)
    with pytest.raises(StorageError, match="no SQLite database"):
        open_library(address(tmp_path))
    assert file.read_bytes() == b"a letter to a friend " * 100


def test_a_damaged_library_is_said_and_left_alone(tmp_path):
    first = open_library(address(tmp_path))
    for n in range(40):
        first.add(replace(NURSE, title=f"T{n}", text="word " * 500))
    first.close()
    file = tmp_path / "library.sqlite3"
    content = bytearray(file.read_bytes())
    content[4096:-4096] = b"\x5a" * (len(content) - 8192)
    file.write_bytes(content)
    with pytest.raises(StorageError, match="damaged"):
        open_library(address(tmp_path)).summaries()


def test_an_address_that_is_none_is_a_matter_of_settings():
    with pytest.raises(SettingsError, match="POSTWRIGHT_DATABASE_URL"):
        open_library("nonsense")
    with pytest.raises(SettingsError, match="POSTWRIGHT_DATABASE_URL"):
        open_library("cobol://host/name")


def test_a_password_in_the_address_is_never_shown(tmp_path):
    from sqlalchemy.engine import make_url

    assert (
        make_url("postgresql://u:secret@host/db").render_as_string(hide_password=True) == "postgresql://u:***@host/db"
    )
