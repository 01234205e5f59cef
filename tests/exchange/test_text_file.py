"""A text file comes back byte for byte but for what was changed; what would not is refused."""

from __future__ import annotations

import codecs

import pytest

from postwright.errors import InputError
from postwright.exchange.difference import Change, changes
from postwright.exchange.text_file import open_for_change


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("Café\nold\n".encode(), "Café\nnew\n".encode()),
        ("Café\r\nold\r\n".encode(), "Café\r\nnew\r\n".encode()),
        (codecs.BOM_UTF8 + b"old", codecs.BOM_UTF8 + b"new"),
        (codecs.BOM_UTF16_LE + "old\r\n".encode("utf-16-le"), codecs.BOM_UTF16_LE + "new\r\n".encode("utf-16-le")),
        ("\u200bold \x0b".encode(), "\u200bnew \x0b".encode()),
    ],
)
def test_encoding_mark_and_line_ends_stay(tmp_path, content, wanted):
    path = tmp_path / "p.md"
    path.write_bytes(content)
    file = open_for_change(path)
    file.write(file.text.replace("old", "new"))
    assert path.read_bytes() == wanted


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("p.docx", b"old", "is no text file: fixes are written to .txt and .md only"),
        ("p.jsonl", b"{}", "is no text file"),
        ("p.txt", b"caf\xe9", "is not UTF-8 text"),
        ("p.txt", b"a\r\nb\n", "mixes two kinds of line ends"),
        ("gone.txt", None, "cannot be read"),
    ],
)
def test_what_would_not_come_back_is_refused(tmp_path, name, content, said):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=said):
        open_for_change(path)


def test_a_file_that_somebody_changed_meanwhile_is_left_alone(tmp_path):
    path = tmp_path / "p.md"
    path.write_bytes(b"old")
    file = open_for_change(path)
    path.write_bytes(b"other")
    with pytest.raises(InputError, match="changed by somebody else"):
        file.write("new")
    assert path.read_bytes() == b"other"


def test_a_changed_line_is_cut_to_what_changed():
    line = "word " * 30
    assert list(changes(f"a\n{line}old one {line}\nz", f"a\n{line}new one {line}\nz")) == [
        Change(2, "…" + line[-40:], "old", "new", " one " + line[:35] + "…")
    ]


def test_lines_that_were_added_or_taken_out_are_shown_whole():
    assert list(changes("a\nb\nc", "a\nc\nd")) == [Change(2, "", "b", "", ""), Change(4, "", "", "d", "")]
    assert list(changes("same", "same")) == []
