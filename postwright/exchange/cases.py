"""Reported readings: what a person says was read wrongly, or missed, is kept as a line of a local file.

A case holds the whole text, so that what was read can be repeated and put right; the file stays on this machine and can
be read by its owner only. `recheck` tells which cases are read differently by now.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

from postwright import __version__
from postwright.errors import InputError, StorageError
from postwright.exchange.marks import Mark, MarkKind, marks_of
from postwright.exchange.save import save
from postwright.model.reading import Reading

MISSED: Literal["missed"] = "missed"
"""What a case is about where nothing was read: a person names the words that were passed over."""


@dataclass(frozen=True, slots=True)
class Case:
    """One reported reading. Offsets index `text`; for something missed, `read` is empty."""

    id: str
    """Hash of text, place and what was read: the same report twice is one case."""
    reported: str
    """Date and time in ISO 8601, UTC."""
    version: str
    """The version of Postwright that read so."""
    about: MarkKind | Literal["missed"]
    start: int
    end: int
    quote: str
    read: str
    """What was understood, in the words of `postwright read`."""
    should_be: str
    """What it should have been, in the person's words; may be empty."""
    title: str
    text: str


def case_of(reading: Reading, mark: Mark, *, should_be: str = "", now: dt.datetime) -> Case:
    """Return the case that a mark was read wrongly. `now` is in UTC."""
    quote = reading.title if mark.kind == "title" else reading.text[mark.start : mark.end]
    return _case(reading, mark.kind, mark.start, mark.end, quote, mark.words, should_be, now)


def missed_case(reading: Reading, quote: str, *, should_be: str = "", now: dt.datetime) -> Case:
    """Return the case that nothing was read in the words `quote`; InputError where the text does not have them."""
    words = " ".join(quote.split())
    start = reading.text.find(quote.strip()) if words else -1
    if start < 0:
        raise InputError(
            f"The text does not say “{words[:80]}”." if words else "Name the words that were missed.",
            hint="Copy the words from the text exactly as they stand there.",
        )
    quote = quote.strip()
    return _case(reading, MISSED, start, start + len(quote), quote, "", should_be, now)


def keep(case: Case, path: Path) -> bool:
    """Add a case to the file unless it is there; tell whether it was not. StorageError says why it cannot be."""
    with _changing(path):
        kept = list(_lines(path))
        if any(_id_of(line) == case.id for line in kept):
            return False
        _append(_line(case), path, after_a_cut_line=bool(kept) and not kept[-1].endswith("\n"))
    return True


def replace_kept(case: Case, path: Path) -> None:
    """Put a case in the place of the kept one with its id: it says now what should have been read."""
    with _changing(path):
        save("".join(_line(case) if _id_of(line) == case.id else line for line in _lines(path)).encode(), path)


def withdraw(case: Case, path: Path) -> None:
    """Take a case out of the file again."""
    with _changing(path):
        save("".join(line for line in _lines(path) if _id_of(line) != case.id).encode(), path)


def read_cases(path: Path) -> tuple[tuple[Case, ...], tuple[int, ...]]:
    """Return the kept cases, oldest first, and the numbers of the lines that are none."""
    cases: list[Case] = []
    broken: list[int] = []
    try:
        for number, line in enumerate(_lines(path), start=1):
            case = _case_in(line)
            if case:
                cases.append(case)
            elif line.strip():
                broken.append(number)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be read: {error.strerror or error}.", hint="Mend the file's rights."
        ) from None
    return tuple(cases), tuple(broken)


def recheck(case: Case, read: Callable[[str, str], Reading]) -> bool:
    """Tell whether a case is still read as it was reported. `read` takes a text and a title."""
    marks = marks_of(read(case.text, case.title))
    if case.about == MISSED:
        return not any(
            mark.start < case.end and mark.end > case.start for mark in marks if mark.kind not in ("section", "title")
        )
    same = (case.about, case.start, case.end, case.read)
    return any((mark.kind, mark.start, mark.end, mark.words) == same for mark in marks)


def _case(
    reading: Reading,
    about: MarkKind | Literal["missed"],
    start: int,
    end: int,
    quote: str,
    read: str,
    should_be: str,
    now: dt.datetime,
) -> Case:
    whole = "\0".join((reading.title, reading.text, about, str(start), str(end), read))
    return Case(
        id=hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        reported=now.isoformat(timespec="seconds"),
        version=__version__,
        about=about,
        start=start,
        end=end,
        quote=quote,
        read=read,
        should_be=should_be.strip(),
        title=reading.title,
        text=reading.text,
    )


def _lines(path: Path) -> Iterator[str]:
    with contextlib.suppress(FileNotFoundError), path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        yield from lines


def _id_of(line: str) -> str:
    case = _case_in(line)
    return case.id if case else ""


def _case_in(line: str) -> Case | None:
    try:
        case = Case(**json.loads(line))
    except (ValueError, TypeError, RecursionError):
        return None
    words = (case.id, case.reported, case.version, case.quote, case.read, case.should_be, case.title, case.text)
    known = case.about in (*get_args(MarkKind), MISSED) and all(isinstance(word, str) for word in words)
    return case if known and isinstance(case.start, int) and isinstance(case.end, int) else None


def _line(case: Case) -> str:
    return json.dumps(asdict(case)) + "\n"


def _append(line: str, path: Path, *, after_a_cut_line: bool) -> None:
    with open(path, "a", encoding="utf-8", opener=_private) as file:
        file.write("\n" + line if after_a_cut_line else line)
        file.flush()
        os.fsync(file.fileno())


def _private(path: str, flags: int) -> int:
    """Open a file that, where it is new, its owner alone may read."""
    return os.open(path, flags, 0o600)


@contextlib.contextmanager
def _changing(path: Path) -> Iterator[None]:
    """Let one process at a time change the file; what fails becomes an error that says what to do."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path):
            yield
    except OSError as error:
        raise StorageError(
            f"The report cannot be kept in {path}: {error.strerror or error}.",
            hint="Free space or mend the folder, then try again.",
        ) from None


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Let one process at a time add to the file, where the system has locks of that kind."""
    try:
        import fcntl
    except ImportError:  # Windows: a line is added in one write
        yield
        return
    with open(path.with_name(f".{path.name}.lock"), "w", opener=_private) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
