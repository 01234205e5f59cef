"""Paths as people type them (files, folders, .jsonl, - for standard input) -> their postings, one after the other.

In two steps, so that the second can be done elsewhere and many times at once: `inputs_of` finds what holds a posting
and reads nothing but lines; `read_input` turns one into text. Memory does not grow with the number of postings.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from postwright.errors import DocumentError
from postwright.exchange.document import Imported
from postwright.exchange.folders import LeftOut, files_in, shown
from postwright.exchange.importing import check_size, content_of, kind_of, read_document, sniffed, unreadable
from postwright.exchange.jsonl_in import encodable, is_blank, lines_of, read_line
from postwright.exchange.limits import MAX_BYTES, MAX_LINE_BYTES

STDIN = "-"
_SNIFFED = 2048
"""Bytes by which the format of standard input is told."""


@dataclass(frozen=True, slots=True)
class Input:
    """What holds one posting: a file, one line of a .jsonl file, or standard input."""

    name: str
    """The file as a person knows it; "-" for standard input."""
    path: Path | None = None
    line: int | None = None
    """The line's number from 1, where the file holds one posting a line."""
    content: bytes | None = None
    """The line, or all of standard input; None where the file is still to be read."""


def read_inputs(
    paths: Iterable[str],
    *,
    stdin: IO[bytes] | None = None,
    note: Callable[[str], None] = lambda words: None,
    leave_out: Collection[Path] = (),
) -> Iterator[Imported | DocumentError]:
    """Yield every posting of every path, or what is wrong with it; `note` hears how much of a folder is left out."""
    for found in inputs_of(paths, stdin=stdin, leave_out=leave_out):
        if isinstance(found, LeftOut):
            note(str(found))
        elif isinstance(found, DocumentError):
            yield found
        else:
            try:
                yield read_input(found)
            except DocumentError as error:
                yield error


def inputs_of(
    paths: Iterable[str], *, stdin: IO[bytes] | None = None, leave_out: Collection[Path] = ()
) -> Iterator[Input | LeftOut | DocumentError]:
    """Yield what holds a posting, in the order of the paths; folders are walked, but for the files in `leave_out`."""
    for given in paths:
        if not given:  # an unset variable in a script: "" must not stand for the folder one is in
            yield DocumentError("A path is empty.", hint="Name a file or a folder.")
        elif given == STDIN:
            yield from _inputs_of_stream(stdin, name=STDIN)
        elif _is_folder(Path(given)):
            for found in files_in(Path(given), leave_out=leave_out):
                yield from _inputs_of_file(found, name=shown(found)) if isinstance(found, Path) else (found,)
        else:
            yield from _inputs_of_file(Path(given), name=encodable(given))


def read_input(found: Input) -> Imported:
    """Return the posting that an input holds. Raises DocumentError with what to do."""
    if found.line is not None and found.content is not None:
        imported = read_line(found.content, number=found.line, name=found.name)
    elif found.content is not None:
        imported = read_document(found.content, kind=sniffed(found.content), name=found.name)
    else:
        imported = _read_file(found.path or Path(found.name), found.name)
    return replace(imported, path=found.path, line=found.line)


def _read_file(path: Path, name: str) -> Imported:
    try:
        return read_document(content_of(path, name), kind=kind_of(path.suffix, name), name=name)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise unreadable(error, path, name) from None


def _inputs_of_file(path: Path, *, name: str) -> Iterator[Input | DocumentError]:
    try:
        if kind_of(path.suffix, name) != "jsonl":
            yield Input(name, path)
            return
        with path.open("rb") as stream:
            yield from _inputs_of_lines(lines_of(stream), path=path, name=name)
    except DocumentError as error:
        yield error
    except (OSError, ValueError) as error:
        yield unreadable(error, path, name)


def _inputs_of_lines(lines: Iterable[bytes], *, path: Path | None, name: str) -> Iterator[Input]:
    for number, line in enumerate(lines, start=1):
        if not is_blank(line):
            yield Input(name, path, number, line)


def _inputs_of_stream(stream: IO[bytes] | None, *, name: str) -> Iterator[Input | DocumentError]:
    """Yield what standard input holds: lines as they come, anything else whole."""
    if stream is None:
        yield DocumentError("There is no standard input.", hint="Name a file.")
        return
    head = stream.read(_SNIFFED)
    if not head.endswith(b"\n"):
        head += stream.readline(MAX_LINE_BYTES)
    if sniffed(head) == "jsonl":
        lines = itertools.chain(lines_of(io.BytesIO(head)), lines_of(stream))
        yield from _inputs_of_lines(lines, path=None, name=name)
        return
    content = head + stream.read(MAX_BYTES + 1)
    try:
        check_size(len(content), name)
        yield Input(name, content=content)
    except DocumentError as error:
        yield error


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
