"""An archive of postings: read without touching the disk, refused where it is dangerous, one bad file reported."""

from __future__ import annotations

import io
import stat
import zipfile

import pytest

from postwright.errors import DocumentError
from postwright.exchange import zip_in
from postwright.exchange.document import Imported
from postwright.exchange.zip_in import read_zip


def packed(*files: tuple[str | zipfile.ZipInfo, str | bytes]) -> io.BytesIO:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return stream


def found(stream: io.BytesIO) -> list[tuple[str | int, str] | str]:
    return [
        (each.id, each.text) if isinstance(each, Imported) else str(each) for each in read_zip(stream, name="jobs.zip")
    ]


def test_postings_come_sorted_and_what_is_left_out_is_counted():
    stream = packed(
        ("jobs/b.md", "# Dyer"), ("jobs/a.txt", "Weaver"), ("jobs/photo.png", b"\x89PNG"), ("__MACOSX/jobs/._a", "x"),
        ("jobs/.DS_Store", "x"), ("jobs/more.jsonl", '{"id": 7, "text": "Carder"}\n{"id": 8}\n'), ("jobs/", ""),
    )  # fmt: skip
    assert found(stream) == [
        ("jobs/a.txt", "Weaver"),
        ("jobs/b.md", "# Dyer"),
        (7, "Carder"),
        'jobs/more.jsonl, line 2 has no "text". Each line must be an object such as {"id": "1", "title": "Nurse", '
        '"text": "..."}.',
        "jobs.zip: 2 files are left out: 1 hidden, 1 .png.",
    ]


@pytest.mark.parametrize("name", ["../evil.txt", "a/../../evil.txt", "/etc/evil.txt", "C:/evil.txt", "..\\evil.txt"])
def test_names_that_point_outside_refuse_the_archive(name):
    assert found(packed(("good.txt", "Weaver"), (name, "x"))) == [
        f"jobs.zip is refused: its file “{name.replace('..', '..')}” points outside the archive. Pack the folder "
        "itself, with a tool you trust."
    ]


def test_a_password_refuses_the_archive():
    stream = packed(("a.txt", "Weaver"))
    data = bytearray(stream.getvalue())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert found(io.BytesIO(bytes(data))) == ["jobs.zip is protected by a password. Pack the folder again without one."]


def test_an_archive_that_unpacks_to_far_more_than_its_size_is_refused():
    said = found(packed(*((f"{n}.txt", bytes(9_000_000)) for n in range(3))))
    assert len(said) == 1
    assert said[0].startswith("jobs.zip is refused: it would unpack to ")


def test_an_archive_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(zip_in, "MAX_ARCHIVE_BYTES", 1_000_000)
    assert found(packed(("a.txt", b"ab" * 700_000))) == [
        "jobs.zip is too large: 1 files, 1 MB unpacked. At most 50,000 files and 1 MB are read; split it."
    ]


def test_a_huge_file_is_reported_and_the_others_are_read(monkeypatch):
    monkeypatch.setattr(zip_in, "MAX_BYTES", 1_000)
    assert found(packed(("a.txt", b"ab" * 700), ("b.txt", "Dyer"))) == [
        "a.txt is too large: 0 MB. Remove its pictures, or split it.",
        ("b.txt", "Dyer"),
    ]


def test_a_size_that_lies_gives_no_more_bytes_than_it_says():
    stream = packed(("a.txt", "Weaver " * 1000), ("b.txt", "Dyer"))
    data = bytearray(stream.getvalue())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    said = found(io.BytesIO(bytes(data)))
    assert said[1:] == [("b.txt", "Dyer")]
    assert said[0] in ("a.txt is damaged in the archive. Pack the folder again.", ("a.txt", "Weaver Wea"))


def test_a_damaged_file_is_reported_and_the_others_are_read():
    stream = packed(("a.txt", "Weaver " * 50), ("b.txt", "Dyer"))
    data = bytearray(stream.getvalue())
    data[data.index(b"a.txt") + 8] ^= 0xFF
    assert found(io.BytesIO(bytes(data))) == [
        "a.txt is damaged in the archive. Pack the folder again.", ("b.txt", "Dyer"),
    ]  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 broken", b"PK\x05\x06" + bytes(10)])
def test_what_is_no_archive_is_said_in_one_sentence(content):
    assert found(io.BytesIO(content)) == ["jobs.zip is not a whole ZIP archive. Pack the folder again."]


def test_a_link_is_not_followed():
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert found(packed((link, "/etc/passwd"))) == ["a.txt is a link, not a file. Pack the files themselves."]


def test_archives_in_archives_are_left_out_and_an_empty_one_is_said_so():
    inner = packed(("a.txt", "Weaver")).getvalue()
    assert found(packed(("inner.zip", inner))) == [
        "jobs.zip: 1 file is left out: 1 .zip.",
        "jobs.zip holds no posting. Postings are .txt, .md, .html, .docx, .pdf or .jsonl.",
    ]


def test_an_error_is_an_error_of_documents():
    assert isinstance(next(iter(read_zip(io.BytesIO(b"x"), name="jobs.zip"))), DocumentError)
