"""An output of JSON lines that grows beside its final name, so that an interrupted run can be gone on with.

The lines stand in `FILE.part` until the run is complete. They are in the order of the postings, so what is done is told
by place, id and text together: the same id twice is no trouble, and other postings are noticed.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from postwright.errors import DocumentError, InputError
from postwright.exchange.inputs import Input, read_input
from postwright.exchange.save import mode_of, saving, storage_errors
from postwright.model.words import Severity

PART = ".part"
_MOST_UNDONE = 1_000
"""Postings without a line (a process died of them) above which the lines are taken for those of another run."""


def part_of(path: Path) -> Path:
    """Return where the lines stand until all are there."""
    target = Path(os.path.realpath(path))
    return target.with_name(target.name + PART)


@dataclass
class Earlier:
    """The lines that an earlier run has written; when they were read, `end` and `lines` tell how far they are whole."""

    path: Path
    end: int = 0
    """Bytes up to the end of the last whole line."""
    lines: int = 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Yield the objects of all whole lines; a last line without its end was cut by the interruption."""
        self.end = self.lines = 0
        with storage_errors(self.path), self.path.open("rb") as stream:
            for line in stream:
                if not line.endswith(b"\n"):
                    return
                yield self._object(line)
                self.end += len(line)
                self.lines += 1

    def _object(self, line: bytes) -> dict[str, Any]:
        with contextlib.suppress(ValueError, AttributeError, RecursionError):
            value = json.loads(line)
            if {"id", "text", "findings"} <= value.keys():
                return dict(value)
        raise InputError(
            f"{self.path}, line {self.lines + 1} is none that `postwright lint` has written.",
            hint="--resume goes on with an output of --format jsonl; name that file with -o.",
        )


def earlier_of(path: Path) -> Earlier | None:
    """Return what an interrupted run has left of the output `path`, or a shell of its output; None for nothing."""
    for candidate in (part_of(path), Path(os.path.realpath(path))):
        if candidate.is_file():
            return Earlier(candidate)
    return None


def refuse_to_lose(path: Path) -> None:
    """Raise InputError where an interrupted run has left lines that a run from the beginning would replace."""
    part = part_of(path)
    if part.is_file() and part.stat().st_size:
        with part.open("rb") as stream:
            _take(stream, part, path)
        raise InputError(
            f"{part} holds the lines of an interrupted run.", hint="Go on with it: --resume; or remove it first."
        )


def still_to_do(
    inputs: Iterator[Input | DocumentError],
    earlier: Earlier,
    *,
    count: Callable[[Iterable[tuple[Severity, str]]], None],
    report: Callable[[DocumentError], None],
) -> Iterator[Input | DocumentError]:
    """Return the inputs that have no line yet; what was passed over comes first.

    `count` gets severity and rule of the findings of each posting that is done, `report` what cannot be read. Raises
    InputError where the lines are not those of these inputs; nothing has been written then.
    """
    undone: list[Input] = []
    written = earlier.path.stat().st_mtime
    for value in earlier:
        for found in inputs:
            if isinstance(found, DocumentError):
                report(found)
                continue
            try:
                if _is(found, value, written):
                    break
            except DocumentError as error:
                report(error)
                continue
            undone.append(found)
            if found.content is not None and len(undone) > _MOST_UNDONE:
                raise _other(earlier, value)
        else:
            raise _other(earlier, value)
        count([(finding["severity"], finding["rule"]) for finding in value["findings"]])
    return itertools.chain(undone, inputs)


@contextlib.contextmanager
def growing(path: Path, earlier: Earlier | None) -> Iterator[IO[bytes]]:
    """Give a stream whose lines stay when the block ends in an error; without one they become the file `path`."""
    target = Path(os.path.realpath(path))
    with storage_errors(path):
        mode = mode_of(target)
        if mode is not None and not stat.S_ISREG(mode):
            with saving(path) as stream:
                yield stream
            return
        part = earlier.path if earlier else part_of(path)
        with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b") as stream:
            _take(stream, part, path)
            stream.truncate(earlier.end if earlier else 0)
            stream.seek(0, os.SEEK_END)
            try:
                yield stream
            except BaseException:
                stream.flush()
                if not stream.tell():
                    part.unlink()
                raise
            stream.flush()
            os.fsync(stream.fileno())
        if part != target:
            os.replace(part, target)


def _take(stream: IO[bytes], part: Path, path: Path) -> None:
    """Keep other runs from writing the lines of `part` too, where the system has locks of that kind.

    Raises InputError where another run does, or has just made them the file `path`; nothing is changed then.
    """
    with contextlib.suppress(ImportError):  # Windows: it does not let a file that is written be put in place
        import fcntl

        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            taken = os.path.samestat(os.fstat(stream.fileno()), part.stat())
        except (BlockingIOError, FileNotFoundError):
            taken = False
        if not taken:
            raise InputError(f"Another run is writing {path}.", hint="Wait for it, or choose another name with -o.")


def _is(found: Input, value: dict[str, Any], written: float) -> bool:
    """Say whether a line is about this input. A file that is older than the output is known by its name alone."""
    if found.content is None and found.path is not None:
        with contextlib.suppress(OSError):
            if found.path.stat().st_mtime < written:
                return bool(value["id"] == found.name)
    posting = read_input(found)
    return bool(posting.id == value["id"] and posting.text == value["text"])


def _other(earlier: Earlier, value: dict[str, Any]) -> InputError:
    return InputError(
        f"{earlier.path}, line {earlier.lines + 1} ({value['id']}) is about none of these postings.",
        hint="Give the same postings as before, unchanged and in the same order, or another file with -o.",
    )
