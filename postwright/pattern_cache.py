"""Compiled regular expressions on disk, so that a new process does not compile again what an earlier one did.

Compiling the patterns that one posting needs takes CPython 0.8 s, loading their codes 0.01 s. A code fits only the very
interpreter that made it, hence one file for each. Where the interpreter keeps its compiler elsewhere, or the file is
missing, read-only, full or broken, patterns are compiled as ever and nobody notices anything but the speed.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import marshal
import os
import re
import sys
import zlib
from array import array
from pathlib import Path
from typing import Any

MOST = 20_000
"""Patterns kept in a file; each takes about 2 KB."""
WORTH_WRITING = 8
"""New patterns that make it worth writing the file again."""

Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code words, number of groups, name -> group, and each group's name, as the interpreter's engine takes it."""


class PatternCache:
    """The codes of patterns, by pattern and flags, as an earlier process left them in a folder."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / f"patterns-{_interpreter()}" if folder else None
        self._kept = _Kept.read(self._path) if self._path else _Kept()
        self._new: dict[bytes, bytes] = {}

    def compile(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """Return what `re.compile` would; raises `re.error` as it does."""
        flags = int(flags)
        try:
            key = _digest(f"{flags} {pattern}".encode("utf-8", "surrogatepass"))
            code = self._kept.code(key)
            if code is None:
                code = _coded(pattern, flags)
                self._new[key] = marshal.dumps(code)
            return _made(pattern, code)
        except re.error:
            raise
        except Exception:  # whatever a foreign interpreter does not know: the ordinary way is always open
            return re.compile(pattern, flags)

    def write(self) -> None:
        """Leave the codes for the next process, whole or not at all; nothing where little or nothing is new."""
        if self._path is None or len(self._new) < WORTH_WRITING:
            return
        before = _Kept.read(self._path).rows() if len(self._kept) + len(self._new) <= MOST else {}
        content = _Kept.written({**before, **self._new})
        import tempfile

        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                os.replace(name, self._path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
            self._new.clear()


class _Kept:
    """A file's codes: an index of where each lies and its check sum, and the codes, of which few are ever needed."""

    def __init__(self, content: bytes = b"") -> None:
        self._content = content
        self._start = 0
        self._index: dict[bytes, tuple[int, int, int]] = {}
        length, total, index = content[:4], content[4:8], content[8 : 8 + int.from_bytes(content[:4], "little")]
        if content and zlib.crc32(index) == int.from_bytes(total, "little"):
            self._index = marshal.loads(index)
            self._start = 8 + int.from_bytes(length, "little")

    def __len__(self) -> int:
        return len(self._index)

    @classmethod
    def read(cls, path: Path) -> _Kept:
        """Return the file's; a missing or damaged one counts as empty."""
        try:
            return cls(path.read_bytes())
        except (OSError, EOFError, ValueError, TypeError):
            return cls()

    @staticmethod
    def written(rows: dict[bytes, bytes]) -> bytes:
        """Return a file's content."""
        index, at = {}, 0
        for key, row in rows.items():
            index[key] = (at, len(row), zlib.crc32(row))
            at += len(row)
        head = marshal.dumps(index)
        sums = len(head).to_bytes(4, "little") + zlib.crc32(head).to_bytes(4, "little")
        return b"".join((sums, head, *rows.values()))

    def rows(self) -> dict[bytes, bytes]:
        """Return all rows that are whole."""
        return {key: row for key in self._index if (row := self._row(key)) is not None}

    def code(self, key: bytes) -> Code | None:
        """Return the code of a pattern, or None where there is none or it is damaged."""
        row = self._row(key)
        return None if row is None else marshal.loads(row)

    def _row(self, key: bytes) -> bytes | None:
        at, length, total = self._index.get(key, (0, 0, 0))
        row = self._content[self._start + at : self._start + at + length]
        return row if row and zlib.crc32(row) == total else None


def cache_folder() -> Path | None:
    """Return the per-user cache folder, or None where the system names none."""
    if sys.platform == "linux":
        # What platformdirs answers there; importing it would cost a third of a warm load.
        home = os.environ.get("XDG_CACHE_HOME", "").strip() or os.path.expanduser("~/.cache")
        return Path(home) / "postwright"
    from platformdirs import user_cache_path

    try:
        return user_cache_path("postwright", appauthor=False)
    except (OSError, RuntimeError, KeyError):
        return None


_shared: list[PatternCache] = []


def shared() -> PatternCache:
    """Return this process's cache, read when first asked for and written when the process ends."""
    if not _shared:
        _shared.append(PatternCache(cache_folder()))
        atexit.register(_shared[0].write)
    return _shared[0]


# ---- the interpreter's own


def _interpreter() -> str:
    """Return what tells this interpreter and its engine from others, fit for a file name."""
    told = f"{sys.version} {sys.byteorder} {sys.maxunicode} {array('I').itemsize}"
    return f"{sys.implementation.cache_tag}-{hashlib.blake2b(told.encode(), digest_size=8).hexdigest()}"


def _coded(pattern: str, flags: int) -> Code:
    """Return the code that `re.compile` would give the engine: its three steps, before the last."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed: Any = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(parsed, flags))
    names: dict[str, int] = parsed.state.groupdict
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    return flags | parsed.state.flags, code.tobytes(), parsed.state.groups - 1, dict(names), tuple(by_number)


def _made(pattern: str, code: Code) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, words, groups, by_name, by_number = code
    made: re.Pattern[str] = _sre.compile(pattern, flags, array("I", words).tolist(), groups, by_name, by_number)
    return made


def _digest(key: bytes) -> bytes:
    return hashlib.blake2b(key, digest_size=12).digest()
