"""A folder -> the postings in it, sorted, those of its own folders included; what is left out is counted."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from postwright.errors import DocumentError
from postwright.exchange.importing import KINDS, READABLE, unreadable
from postwright.exchange.jsonl_in import encodable
from postwright.exchange.waiver_file import OF_FOLDER, OF_ONE

OWN_FILES = (OF_ONE, OF_FOLDER)
"""Endings of the names of accepted findings, which stand beside postings; they are passed over without a word."""
_MOST_NAMED = 5
"""Endings that are named in a note."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many files of a folder are not read: those whose name begins with a dot, and the others by ending."""

    folder: str
    hidden: int
    by_ending: tuple[tuple[str, int], ...]
    """Most frequent first, then by name; "" stands for no ending."""

    def __str__(self) -> str:
        parts = [f"{self.hidden:,} hidden"] if self.hidden else []
        parts += [f"{number:,} {ending or 'without an ending'}" for ending, number in self.by_ending[:_MOST_NAMED]]
        if rest := sum(number for _, number in self.by_ending[_MOST_NAMED:]):
            parts.append(f"{rest:,} of other kinds")
        total = self.hidden + sum(number for _, number in self.by_ending)
        return f"{self.folder}: {total:,} {'file is' if total == 1 else 'files are'} left out: {', '.join(parts)}."


def files_in(folder: Path, *, leave_out: Collection[Path] = ()) -> Iterator[Path | LeftOut | DocumentError]:
    """Yield the files that can be postings, sorted by path, then what was left out; links to folders are not followed.

    A file without an ending is read only when it is named itself: in folders such are mostly no postings. Files in
    `leave_out` (real paths, such as a report that is written there) are passed over.
    """
    hidden, endings, found, closed = 0, Counter[str](), 0, False
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if path is folder or _is_folder(path):
                waiting += sorted(_entries(path), reverse=True)
                continue
        except OSError as error:
            closed = True
            yield unreadable(error, path, shown(path))
            continue
        if path.name.endswith(OWN_FILES):
            continue
        if path.name.startswith("."):
            hidden += 1
        elif _is_left_out(path, leave_out) or not path.is_file():
            continue
        elif path.suffix.lower() in KINDS and path.suffix:
            found += 1
            yield path
        else:
            endings[encodable(path.suffix.lower())] += 1
    if hidden or endings:
        yield LeftOut(shown(folder), hidden, tuple(sorted(endings.items(), key=lambda pair: (-pair[1], pair[0]))))
    if not found and not closed:
        yield DocumentError(f"{shown(folder)} holds no posting.", hint=f"Postings are {READABLE}.")


def shown(path: PurePath) -> str:
    """Return a path as text that can be written everywhere: names on disk need not be valid text."""
    return encodable(str(path))


def _is_left_out(path: Path, leave_out: Collection[Path]) -> bool:
    return bool(leave_out) and Path(os.path.realpath(path)) in leave_out


def _is_folder(path: Path) -> bool:
    return not path.name.startswith(".") and path.is_dir() and not path.is_symlink()


def _entries(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        return [folder / entry.name for entry in entries]
