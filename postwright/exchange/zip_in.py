"""A .zip of a folder -> the postings in it, sorted by name; nothing is ever written to the disk.

An archive that is encrypted, broken, far too large unpacked, or whose names point outside it is refused whole. One
file that cannot be read is reported, and the others are still read.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from postwright.errors import DocumentError
from postwright.exchange.document import Imported
from postwright.exchange.folders import OWN_FILES, LeftOut
from postwright.exchange.importing import KINDS, READABLE, kind_of, read_document
from postwright.exchange.jsonl_in import encodable, lines_of, read_jsonl
from postwright.exchange.limits import (
    ARCHIVE_RATIO_FROM,
    MAX_ARCHIVE_BYTES,
    MAX_ARCHIVE_FILES,
    MAX_ARCHIVE_RATIO,
    MAX_BYTES,
)

_ENCRYPTED = 0x1
_LONGEST_NAME = 200
_SYSTEM_FOLDERS = ("__MACOSX",)
"""Folders that a system adds to archives of its own accord."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What the library raises for a damaged member, or one packed in a way that it does not know."""


def read_zip(stream: IO[bytes], *, name: str) -> Iterator[Imported | LeftOut | DocumentError]:
    """Yield every posting of an archive, what was left out, or what is wrong; the stream must be seekable."""
    try:
        archive = zipfile.ZipFile(stream)
    except (*_BROKEN, RecursionError):
        yield DocumentError(f"{name} is not a whole ZIP archive.", hint="Pack the folder again.")
        return
    with archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        try:
            _refuse(members, packed=_size(stream), name=name)
        except DocumentError as error:
            yield error
            return
        yield from _postings(archive, sorted(members, key=lambda member: member.filename), name=name)


def count_zip(stream: IO[bytes]) -> int:
    """Return how many files an archive holds, for a progress bar; 0 where it cannot be read."""
    try:
        with zipfile.ZipFile(stream) as archive:
            return len(archive.infolist())
    except (*_BROKEN, RecursionError):
        return 0


def _refuse(members: list[zipfile.ZipInfo], *, packed: int, name: str) -> None:
    """Raise DocumentError for an archive that is dangerous or cannot be read at all."""
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise DocumentError(f"{name} is protected by a password.", hint="Pack the folder again without one.")
    outside = next((member for member in members if _points_outside(member.filename)), None)
    if outside is not None:
        raise DocumentError(
            f"{name} is refused: its file “{_shown(outside.filename)}” points outside the archive.",
            hint="Pack the folder itself, with a tool you trust.",
        )
    total = sum(member.file_size for member in members)
    if len(members) > MAX_ARCHIVE_FILES or total > MAX_ARCHIVE_BYTES:
        raise DocumentError(
            f"{name} is too large: {len(members):,} files, {total / 1e6:,.0f} MB unpacked.",
            hint=f"At most {MAX_ARCHIVE_FILES:,} files and {MAX_ARCHIVE_BYTES / 1e6:,.0f} MB are read; split it.",
        )
    if total > ARCHIVE_RATIO_FROM and total > MAX_ARCHIVE_RATIO * max(packed, 1):
        raise DocumentError(
            f"{name} is refused: it would unpack to {total / max(packed, 1):,.0f} times its size.",
            hint="No folder of postings does that; pack it again.",
        )


def _points_outside(name: str) -> bool:
    """Return whether a name leads out of the folder that an archive would be unpacked to.

    >>> [_points_outside(name) for name in ("a/b.txt", "a/../../b.txt", "/etc/passwd", "C:\\\\b.txt", "a..b.txt")]
    [False, True, True, True, False]
    """
    plain = name.replace("\\", "/")
    return plain.startswith("/") or plain[1:2] == ":" or ".." in plain.split("/")


def _postings(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], *, name: str
) -> Iterator[Imported | LeftOut | DocumentError]:
    hidden, endings, found = 0, Counter[str](), 0
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.name.endswith(OWN_FILES) or path.parts[0] in _SYSTEM_FOLDERS:
            continue
        if any(part.startswith(".") for part in path.parts):
            hidden += 1
        elif not path.suffix or path.suffix.lower() not in KINDS:
            endings[encodable(path.suffix.lower()[:20])] += 1
        else:
            found += 1
            yield from _member(archive, member, kind=kind_of(path.suffix, path.name), shown=_shown(str(path)))
    if hidden or endings:
        yield LeftOut(name, hidden, tuple(sorted(endings.items(), key=lambda pair: (-pair[1], pair[0]))))
    if not found:
        yield DocumentError(f"{name} holds no posting.", hint=f"Postings are {READABLE}.")


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, *, kind: str, shown: str
) -> Iterator[Imported | DocumentError]:
    """Yield what one file of the archive holds; never more bytes of it are unpacked than it says it has."""
    try:
        if stat.S_ISLNK(member.external_attr >> 16):
            raise DocumentError(f"{shown} is a link, not a file.", hint="Pack the files themselves.")
        if kind != "jsonl" and member.file_size > MAX_BYTES:
            raise DocumentError(
                f"{shown} is too large: {member.file_size / 1e6:,.0f} MB.", hint="Remove its pictures, or split it."
            )
        with archive.open(member) as content:
            if kind == "jsonl":
                yield from read_jsonl(lines_of(content), name=shown)
            else:
                yield read_document(content.read(MAX_BYTES + 1), kind=kind, name=shown)
    except DocumentError as error:
        yield error
    except _BROKEN:
        yield DocumentError(f"{shown} is damaged in the archive.", hint="Pack the folder again.")


def _shown(name: str) -> str:
    plain = encodable(name)
    return plain if len(plain) <= _LONGEST_NAME else f"…{plain[-_LONGEST_NAME:]}"


def _size(stream: IO[bytes]) -> int:
    stream.seek(0, 2)
    size = stream.tell()
    stream.seek(0)
    return size
