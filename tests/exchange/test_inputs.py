"""Files, folders, lines and standard input, mixed, become postings in order; nothing is passed over in silence."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from postwright.errors import DocumentError
from postwright.exchange.document import Imported
from postwright.exchange.inputs import inputs_of, read_inputs
from postwright.exchange.limits import MAX_LINE_BYTES


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def put(name: str, content: str | bytes = "Nurse") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(*paths: str, stdin: bytes = b"") -> tuple[list[object], list[str]]:
    """Return the ids of the postings, or what is wrong, and the notes."""
    notes: list[str] = []
    found = read_inputs(paths, stdin=io.BytesIO(stdin), note=notes.append)
    return [entry.message if isinstance(entry, DocumentError) else entry.id for entry in found], notes


def test_a_path_that_cannot_be_read_says_what_to_do():
    put("nurse.txt")
    put("old.doc")
    names = ["nurs.txt", "old.doc", "a.exe", "bad\0name", ""]
    found = [str(entry) for entry in read_inputs(names)]
    assert found == [
        'nurs.txt does not exist. Did you mean "nurse.txt"?',
        "old.doc: .doc files are not read. Open it in Word or LibreOffice and save it as .docx.",
        'a.exe: .exe files are not read. Postings are .txt, .md, .html, .docx, .pdf or .jsonl. Did you mean ".text"?',
        "bad\0name cannot be read: embedded null byte. Check the path.",
        "A path is empty. Name a file or a folder.",
    ]


def test_standard_input_is_told_apart_by_its_first_bytes():
    def found(data: bytes) -> list[Imported | DocumentError]:
        return list(read_inputs(["-"], stdin=io.BytesIO(data)))

    jsonl = json.dumps({"id": 1, "text": "a"}) + "\r\n\n" + json.dumps({"id": 2, "text": "b"})
    assert found(jsonl.encode()) == [Imported("a", None, id=1, line=1), Imported("b", None, id=2, line=3)]
    assert found(b"{braces} in a text") == [Imported("{braces} in a text", None, id="-")]
    assert found(b"<!DOCTYPE html><p>Nurse</p>") == [Imported("Nurse\n", "markdown", id="-")]
    assert [str(entry) for entry in read_inputs(["-"])] == ["There is no standard input. Name a file."]


def test_lines_of_standard_input_are_read_as_they_come():
    first = {"id": 1, "text": "a" * 3000}
    stream = io.BytesIO("".join(json.dumps({**first, "id": number}) + "\n" for number in range(50)).encode())
    found = read_inputs(["-"], stdin=stream)
    assert next(found) == Imported("a" * 3000, None, id=0, line=1)
    assert stream.tell() < 10_000
    assert [entry.id for entry in found if isinstance(entry, Imported)] == list(range(1, 50))


def test_a_folder_is_walked_in_the_order_of_its_names_and_what_is_left_out_is_counted():
    for name in ("b.md", "a/2.txt", "a/10.txt", "a.txt", "c/deep/er/x.HTML", "c/y.jsonl"):
        put(f"postings/{name}", '{"id": 7, "text": "Cook"}' if name.endswith("jsonl") else "<p>Nurse</p>")
    for name in (
        ".git/config.txt",
        ".hidden.md",
        "logo.png",
        "photo.PNG",
        "notes.docx.bak",
        "LICENSE",
        "b.md.waivers.yaml",
        ".postwright-waivers.yaml",
    ):
        put(f"postings/{name}")
    assert read("postings") == (
        ["postings/a/10.txt", "postings/a/2.txt", "postings/a.txt", "postings/b.md", "postings/c/deep/er/x.HTML", 7],
        ["postings: 6 files are left out: 2 hidden, 2 .png, 1 without an ending, 1 .bak."],
    )


def test_files_folders_lines_and_standard_input_may_be_mixed():
    put("one/a.txt")
    put("two.jsonl", '{"text": "Cook"}\nnonsense\n')
    put("LICENSE")
    found, notes = read("LICENSE", "one", "gone.txt", "two.jsonl", "-", "one/a.txt", stdin=b"Porter")
    assert (found, notes) == (
        [
            "LICENSE",
            "one/a.txt",
            "gone.txt does not exist.",
            "two.jsonl:1",
            "two.jsonl, line 2 is not valid JSON: Expecting value.",
            "-",
            "one/a.txt",
        ],
        [],
    )


def test_each_posting_knows_its_file_and_its_line_there():
    put("in/a.md")
    put("in/b.jsonl", '\n{"text": "Cook"}\n')
    found = [
        (entry.path, entry.line)
        for entry in read_inputs(["in", "-"], stdin=io.BytesIO(b"x"))
        if isinstance(entry, Imported)
    ]
    assert found == [(Path("in/a.md"), None), (Path("in/b.jsonl"), 2), (None, None)]


def test_a_folder_without_postings_is_said():
    put("pictures/a.png")
    Path("empty").mkdir()
    assert read("pictures", "empty") == (
        ["pictures holds no posting.", "empty holds no posting."],
        ["pictures: 1 file is left out: 1 .png."],
    )


def test_a_report_that_is_written_into_the_folder_is_no_posting():
    put("in/a.txt")
    report = put("in/report.html")
    names = [found.name for found in inputs_of(["../" + Path.cwd().name + "/in"], leave_out={report.resolve()})]
    assert [Path(name).name for name in names] == ["a.txt"]


def test_links_to_folders_are_not_followed_so_that_a_circle_ends():
    put("in/a.txt")
    Path("in/again").symlink_to(Path("in").absolute(), target_is_directory=True)
    Path("in/broken.txt").symlink_to("nowhere")
    Path("in/linked.txt").symlink_to("a.txt")
    assert read("in") == (["in/a.txt", "in/linked.txt"], [])
    assert read("in/again")[0] == ["in/again/a.txt", "in/again/linked.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")
def test_a_name_that_is_no_text_is_read_and_shown():
    Path("in").mkdir()
    with open(os.fsencode("in/") + b"caf\xe9.txt", "wb") as file:
        file.write(b"Nurse")
    (found,) = read_inputs(["in"])
    assert isinstance(found, Imported)
    assert (found.id, found.text) == ("in/caf\ufffd.txt", "Nurse")
    assert found.path is not None
    assert found.path.read_bytes() == b"Nurse"


def test_a_line_that_never_ends_takes_no_more_memory_than_a_line_may():
    class Endless(io.RawIOBase):
        """A first line of three times the length allowed, then a good one."""

        def __init__(self) -> None:
            self.left = 3 * MAX_LINE_BYTES
            self.largest = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            self.largest = max(self.largest, size)
            if self.left <= 0:
                line, self.left = (b'{"id": 2, "text": "Cook"}\n' if self.left > -1 else b""), -1
                return line
            taken = min(size, self.left)
            self.left -= taken
            return b"{" * taken if self.left else b"{" * (taken - 1) + b"\n"

        def read(self, size: int = -1, /) -> bytes:
            return b'{"id": 1, "text": "Nurse"}\n'

    stream = Endless()
    found = list(read_inputs(["-"], stdin=stream))  # type: ignore[arg-type]
    assert [entry.message if isinstance(entry, DocumentError) else entry.id for entry in found] == [
        1,
        "-, line 2 is too long.",
        2,
    ]
    assert stream.largest == MAX_LINE_BYTES + 1


@pytest.mark.parametrize(
    ("data", "holds"),
    [
        (b"Nurse\nCook\n", "exact"),
        (b"\xef\xbb\xbfNurse\n", "exact"),
        (b"Nurse\r\nCook\r\n", "columns"),
        ("Nurse\u202e\nCook".encode(), "lines"),
        (b"Nurse\rCook", "no"),
    ],
)
def test_what_of_a_place_holds_in_the_file_is_known(data, holds):
    put("a.txt", data)
    (found,) = read_inputs(["a.txt"])
    assert isinstance(found, Imported)
    assert found.in_file == holds
