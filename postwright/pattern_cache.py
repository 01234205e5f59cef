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
from array import array
from pathlib import Path
from typing import Any

MOST = 20_000
"""Patterns kept in a file; each takes about 3 KB."""
WORTH_WRITING = 8
"""New patterns that make it worth writing the file again."""

Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code words, number of groups, name -> group, and each group's name, as the interpreter's engine takes it."""


class PatternCache:
    """The codes of patterns, by pattern and flags, as an earlier process left them in a folder."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / f"patterns-{_interpreter()}" if folder else None
        self._codes = _read(self._path) if self._path else {}
        self._used: dict[tuple[str, int], Code] = {}
        self._new = 0

    def compile(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """Return what `re.compile` would; raises `re.error` as it does."""
        flags = int(flags)
        known = self._codes.get((pattern, flags))
        try:
            if known is None:
                known = _coded(pattern, flags)
                self._new += 1
            made = _made(pattern, known)
        except re.error:
            raise
        except Exception:  # whatever a foreign interpreter does not know: the ordinary way is always open
            return re.compile(pattern, flags)
        self._used[pattern, flags] = known
        return made

    def write(self) -> None:
        """Leave the codes for the next process, whole or not at all; nothing where little or nothing is new."""
        if self._path is None or self._new < WORTH_WRITING:
            return
        codes = {**_read(self._path), **self._used}
        body = marshal.dumps(codes if len(codes) <= MOST else self._used)
        import tempfile

        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_digest(body) + body)
                os.replace(name, self._path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
            self._new = 0


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


def _read(path: Path) -> dict[tuple[str, int], Code]:
    """Return the codes of the file; a damaged file counts as none."""
    try:
        content = path.read_bytes()
    except OSError:
        return {}
    digest, body = content[:16], content[16:]
    if digest != _digest(body):
        return {}
    try:
        codes = marshal.loads(body)
    except (EOFError, ValueError, TypeError):
        return {}
    return codes if isinstance(codes, dict) else {}


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).digest()
