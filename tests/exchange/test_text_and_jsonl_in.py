"""Text files, pasted texts and JSON lines, as they come."""

from __future__ import annotations

import pytest

from postwright.errors import DocumentError
from postwright.exchange.document import Imported
from postwright.exchange.importing import read_brief_file, read_paste, read_upload
from postwright.exchange.jsonl_in import read_jsonl
from postwright.exchange.text_in import read_text

NURSE = "Café nurse\n- 2 years’ experience\n"


@pytest.mark.parametrize(
    "data",
    [
        NURSE.encode(),
        b"\xef\xbb\xbf" + NURSE.encode(),
        b"\xff\xfe" + NURSE.encode("utf-16-le"),
        b"\xfe\xff" + NURSE.encode("utf-16-be"),
        NURSE.replace("\n", "\r\n").encode(),
        NURSE.replace("\n", "\r").encode(),
    ],
)
def test_every_kind_of_unicode_text_and_line_break_reads_the_same(data):
    assert read_text(data, name="a.txt") == Imported(NURSE, None, id="a.txt")


def test_windows_text_is_read_and_said():
    note = "It is not UTF-8 and was read as Windows-1252; save it as UTF-8 if letters look wrong."
    assert read_text(NURSE.encode("cp1252"), name="a.txt") == Imported(NURSE, None, id="a.txt", notes=(note,))


def test_a_few_broken_bytes_in_utf_8_do_not_turn_the_rest_into_gibberish():
    data = "Café, Zürich\nnaïve ".encode() + b"\xc3 text\n"
    note = "1 place(s) are not valid UTF-8, the first in line 2; they read as \ufffd."
    assert read_text(data, name="a") == Imported("Café, Zürich\nnaïve \ufffd text\n", None, id="a", notes=(note,))


def test_control_and_direction_characters_are_removed_and_said():
    text = "Nurse\x1b[31m\x00\u202ered\u202c ward\u200b\x0cNext\u2028line\tend"
    imported = read_paste(text)
    assert imported == Imported(
        "Nurse[31mred ward\nNext\nline\tend",
        None,
        id="The pasted text",
        notes=(
            "2 control character(s) were removed.",
            "2 character(s) that change the direction of writing were removed.",
            "1 invisible character(s) were removed.",
        ),
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x7fELF\x02\x01\x01\x00\x00", "a.txt is a binary file, not text."),
        (bytes(range(256)) * 40, "a.txt is a binary file, not text."),
        (b"%PDF-1.7 ...", "a.txt is not text but a PDF document."),
        (b"PK\x03\x04rest", "a.txt is not text but a ZIP archive (a Word document?)."),
        (b"caf\x81 \x8d", "a.txt is neither UTF-8 nor Windows-1252 text (line 1)."),
        (b"", "a.txt holds no text."),
        (b" \n\t\n", "a.txt holds no text."),
        (b"a" * 2_000_001, "a.txt is too long for a posting: 2,000,001 characters."),
        (b"a" * 8_000_001, "a.txt is too long for a posting: 8,000,001 bytes."),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(data, message):
    with pytest.raises(DocumentError) as caught:
        read_text(data, name="a.txt")
    assert caught.value.message == message
    assert caught.value.hint


def test_a_paste_of_five_megabytes_is_refused_with_what_to_do():
    with pytest.raises(DocumentError) as caught:
        read_paste("years " * 900_000)
    assert str(caught.value) == (
        "The pasted text is too long for a posting: 5,400,000 characters. At most 2,000,000 characters are read at "
        "once; give the posting alone, or a .jsonl file with one posting a line."
    )


def test_bad_lines_are_reported_and_the_others_are_read_exactly():
    lines = [
        b'\xef\xbb\xbf{"id": "a", "title": "Nurse", "text": "2 years\\r\\n\\u202e care"}\n',
        b"\n",
        b"not json\n",
        b'["a list"]\n',
        b'{"id": "b", "title": "no text"}\n',
        b'{"id": 7, "text": "one"}\n',
        b'{"text": "two", "title": null}\n',
        b'{"text": "\xff"}\n',
        b'{"id": "c", "text": "half \\ud800 pair"}\n',
        b'{"text": ' + b"[" * 100_000 + b"\n",
    ]
    found = [entry if isinstance(entry, Imported) else entry.message for entry in read_jsonl(lines, name="p.jsonl")]
    assert found == [
        Imported("2 years\r\n\u202e care", None, title="Nurse", id="a"),
        "p.jsonl, line 3 is not valid JSON: Expecting value.",
        "p.jsonl, line 4 is not a JSON object.",
        'p.jsonl, line 5 has no "text".',
        Imported("one", None, id=7),
        Imported("two", None, id="p.jsonl:7"),
        "p.jsonl, line 8 is not valid UTF-8.",
        Imported("half \ufffd pair", None, id="c"),
        "p.jsonl, line 10 is nested too deeply.",
    ]


def test_an_upload_is_read_by_its_name():
    assert read_upload(b"# Nurse", name="n.md") == Imported("# Nurse", "markdown", id="n.md")
    with pytest.raises(DocumentError, match=r"many\.jsonl holds many postings\."):
        read_upload(b"{}", name="many.jsonl")
    with pytest.raises(DocumentError, match="more than 25 MB"):
        read_upload(b" " * 25_000_001, name="n.docx")


def test_a_brief_file_is_decoded_like_any_text(tmp_path):
    path = tmp_path / "b.yaml"
    path.write_bytes(b"\xff\xfe" + "title: Café".encode("utf-16-le"))
    assert read_brief_file(path, name="b.yaml") == "title: Café"
    with pytest.raises(DocumentError, match=r"b\.yaml is no text"):
        read_brief_file(b"title: \x00", name="b.yaml")
