"""Accepted findings beside postings: one YAML record each, read back whole, and everything else in the file kept."""

from __future__ import annotations

import datetime as dt

import pytest

from postwright.errors import InputError, StorageError
from postwright.exchange.waiver_file import FiledWaiver, add_waiver, own_file, read_waivers, waiver_files
from postwright.model.waiver import Waiver

BAND = Waiver("wording/culture-cliche", "c0ffee" * 5, "rockstar", "the name of our band", "Ada", dt.date(2999, 3, 31))
LONG = Waiver("clarity/length", "beef" * 8, "", "all of it is needed: #1, “yes”")


def test_a_record_is_written_for_people_and_read_back_whole(tmp_path):
    path = tmp_path / "nurse.md.waivers.yaml"
    assert add_waiver(FiledWaiver(BAND), path) is False
    assert add_waiver(FiledWaiver(LONG, "nurse.md"), path) is False
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert lines == [
        "waivers:",
        "  - rule: wording/culture-cliche",
        "    quote: rockstar",
        "    reason: the name of our band",
        "    owner: Ada",
        "    until: 2999-03-31",
        f"    context: {'c0ffee' * 5}",
        "  - posting: nurse.md",
        "    rule: clarity/length",
        "    reason: 'all of it is needed: #1, “yes”'",
        f"    context: {'beef' * 8}",
    ]
    assert read_waivers(path) == (FiledWaiver(BAND), FiledWaiver(LONG, "nurse.md"))


def test_a_new_record_for_the_same_words_takes_the_place_of_the_old_one_and_comments_stay(tmp_path):
    path = tmp_path / "w.yaml"
    path.write_text(
        "# HR keeps this file\nwaivers:\n"
        "- {rule: clarity/length, reason: old, context: abc}   # agreed in May\n\n"
        "# the band\n"
        "- rule: wording/culture-cliche\n  reason: a band\n  context: def\n# the end\n",
        encoding="utf-8",
    )
    assert add_waiver(FiledWaiver(Waiver("clarity/length", "abc", "", "new")), path) is True
    assert path.read_text(encoding="utf-8") == (
        "# HR keeps this file\nwaivers:\n"
        "- rule: clarity/length\n  reason: new\n  context: abc\n\n"
        "# the band\n"
        "- rule: wording/culture-cliche\n  reason: a band\n  context: def\n# the end\n"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("- a\n", "w.yaml is no file of accepted findings. Its one key is `waivers`, with a list."),
        ("waivers: yes\n", "w.yaml, key waivers: it should be a list. Begin each record with `- rule:`."),
        ("waivers: [x]\n", "w.yaml, record 1: it should hold keys and values."),
        ("waivers: [{rule: a/b, context: c}]\n", "w.yaml, record 1, key reason: it is missing. Say why"),
        ("waivers: [{rule: a/b, reason: '  ', context: c}]\n", "w.yaml, record 1, key reason: it is missing."),
        ("waivers: [{rule: a/b, reason: r, context: c, untl: x}]\n", 'key untl: unknown key. Did you mean "until"?'),
        ("waivers: [{rule: a/b, reason: r, context: c, until: soon}]\n", 'key until: "soon" is not a date.'),
        ("waivers: [*a]\n", "w.yaml, line 1: the alias `*a` is not allowed."),
    ],
)
def test_a_file_that_is_not_right_is_refused_with_the_place(tmp_path, content, said):
    path = tmp_path / "w.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_waivers(path)
    assert said in str(caught.value)
    with pytest.raises(InputError):
        add_waiver(FiledWaiver(BAND), path)
    assert path.read_text(encoding="utf-8") == content


def test_an_empty_file_holds_no_record_and_takes_one(tmp_path):
    path = tmp_path / "w.yaml"
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert read_waivers(path) == ()
    add_waiver(FiledWaiver(LONG), path)
    assert read_waivers(path) == (FiledWaiver(LONG),)
    assert path.read_text(encoding="utf-8").startswith("# nothing yet\nwaivers:\n")


def test_what_cannot_be_written_leaves_everything_as_it_was(tmp_path):
    with pytest.raises(StorageError, match="cannot be written"):
        add_waiver(FiledWaiver(BAND), tmp_path / "gone" / "w.yaml")


def test_words_of_a_posting_cannot_break_the_file(tmp_path):
    path = tmp_path / "w.yaml"
    odd = Waiver("a/b", "1" * 8, "x: [y]\n- 'z' #\x00\u2028 *a", "&a !!python/object: {}", "- o:", None)
    add_waiver(FiledWaiver(odd, "a: b.md"), path)
    (read,) = read_waivers(path)
    assert (read.waiver.reason, read.waiver.owner, read.posting) == ("&a !!python/object: {}", "- o:", "a: b.md")


def test_a_posting_has_its_own_file_and_that_of_its_folder(tmp_path):
    posting = tmp_path / "nurse.md"
    assert waiver_files(posting) == ()
    (tmp_path / ".postwright-waivers.yaml").touch()
    own_file(posting).touch()
    assert [path.name for path in waiver_files(posting)] == ["nurse.md.waivers.yaml", ".postwright-waivers.yaml"]
