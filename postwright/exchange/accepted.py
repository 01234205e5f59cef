"""What was accepted beside the postings of one run: left out of their findings, and told where it does nothing.

`Accepted` looks into the files of `waiver_file` as postings come, and remembers which records were needed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from postwright.exchange.document import Imported
from postwright.exchange.importing import KINDS
from postwright.exchange.marks import shortened
from postwright.exchange.waiver_file import OF_FOLDER, FiledWaiver, own_file, read_waivers, waiver_files
from postwright.model.finding import Finding
from postwright.model.waiver import Sifted, Waiver, split

_LONGEST_QUOTE = 60
"""Characters of the words in question in a line about a record."""


@dataclass
class _File:
    """A file of records, and what the run has seen of it."""

    path: Path
    records: tuple[FiledWaiver, ...]
    is_of_folder: bool = False
    needed: set[int] = field(default_factory=set)
    """Numbers of the records that cover a finding, counted from 0."""
    awaited: frozenset[str] = frozenset()
    """Names of the postings that must be checked before a record can be called unused."""
    seen: set[str] = field(default_factory=set)
    """Those of them that were checked."""

    def __post_init__(self) -> None:
        beside = _postings_in(self.path.parent) if self.is_of_folder else ()
        self.awaited = frozenset([*beside, *(record.posting for record in self.records)])

    def was_seen(self, record: FiledWaiver) -> bool:
        """Say whether all postings that a record may be about were checked."""
        if record.posting:
            return record.posting in self.seen
        return self.awaited <= self.seen if self.is_of_folder else bool(self.seen)


class Accepted:
    """The accepted findings of a run.

    `on` is the day of the run, `file` replaces the files beside the postings, `rules` tells the ids of the rules that
    are run: a record for another one cannot be called unused.
    """

    def __init__(self, *, on: dt.date, file: Path | None = None, rules: Callable[[], Container[str]]) -> None:
        self._on = on
        self._rules = rules
        self._given = _File(file, read_waivers(file)) if file else None
        self._files: dict[Path, _File] = {}
        self._beside: dict[Path, tuple[_File, ...]] = {}

    def sift(self, imported: Imported, text: str, findings: Sequence[Finding]) -> Sifted:
        """Return the findings of a posting apart by whether somebody accepted them.

        `text` is what the findings' offsets index. Raises InputError for a file of records that cannot be read.
        """
        files = [file for file in self._files_of(imported) if file.records]
        if not files:
            return split(findings, text, (), on=self._on)
        about: dict[Waiver, list[tuple[_File, int]]] = {}
        for file in files:
            names = names_of(imported, file.path)
            file.seen.update(names & file.awaited)
            for number, record in enumerate(file.records):
                if record.posting in names:
                    about.setdefault(record.waiver, []).append((file, number))
        sifted = split(findings, text, about, on=self._on)
        for waiver in about.keys() - {*sifted.unused, *sifted.expired}:
            for file, number in about[waiver]:
                file.needed.add(number)
        return sifted

    def complaints(self) -> Iterator[str]:
        """Yield a line for each record that does nothing: past its day, or nothing in its postings needs it."""
        idle = [
            (file, record)
            for file in (*([self._given] if self._given else []), *self._files.values())
            for number, record in enumerate(file.records)
            if number not in file.needed and file.was_seen(record)
        ]
        rules = self._rules() if idle else ()
        for file, record in idle:
            if record.waiver.rule not in rules:
                continue
            if record.waiver.holds_on(self._on):
                yield f"{file.path}: {in_words(record)}: nothing needs it; take the record out."
            else:
                yield f"{file.path}: {in_words(record)}: it ended on {record.waiver.expires} and no longer holds."

    def _files_of(self, imported: Imported) -> tuple[_File, ...]:
        if self._given:
            return (self._given,)
        path = imported.path
        if path is None:
            return ()
        if path not in self._beside:
            self._beside[path] = tuple(self._opened(file) for file in waiver_files(path))
        return self._beside[path]

    def _opened(self, path: Path) -> _File:
        if path not in self._files:
            self._files[path] = _File(path, read_waivers(path), is_of_folder=path.name == OF_FOLDER)
        return self._files[path]


def names_of(imported: Imported, beside: Path) -> frozenset[str]:
    """Return the names by which a record in the file `beside` may mean a posting; "" means each."""
    path, names = imported.path, {"", str(imported.id)}
    if path is not None:
        names.add(_relative(path, beside))
    return frozenset({name_for(imported, beside), *names})


def name_for(imported: Imported, beside: Path) -> str:
    """Return how a new record in the file `beside` names the posting; "" where the file has no other."""
    path = imported.path
    is_own = path is not None and own_file(path) == beside
    if path is None or (is_own and imported.line is not None):
        return str(imported.id)
    if imported.line is not None:
        return f"{_relative(path, beside)}#{imported.id}"
    return "" if is_own else _relative(path, beside)


def in_words(record: FiledWaiver) -> str:
    """Return what a record accepts, in a few words."""
    about = f" of {record.posting}" if record.posting else ""
    quote = f" “{shortened(record.waiver.quote, to=_LONGEST_QUOTE)}”" if record.waiver.quote else ""
    return f"{record.waiver.rule}{quote}{about} ({shortened(record.waiver.reason, to=_LONGEST_QUOTE)})"


def _relative(path: Path, beside: Path) -> str:
    """Return the posting's path as seen from the folder of the file `beside`."""
    try:
        return path.resolve().relative_to(beside.resolve().parent).as_posix()
    except (OSError, ValueError):
        return path.name


def _postings_in(folder: Path) -> set[str]:
    try:
        return {
            entry.name
            for entry in folder.iterdir()
            if entry.suffix and KINDS.get(entry.suffix.lower(), "jsonl") != "jsonl"
        }
    except OSError:
        return set()
