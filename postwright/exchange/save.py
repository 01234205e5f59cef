"""Write a file whole or not at all: what was there before stays until the new one is complete."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from postwright.errors import StorageError


def save(content: bytes, path: Path) -> None:
    """Write `content` to `path`. Raises StorageError with what to do; the file is then as it was before."""
    target = Path(os.path.realpath(path))
    try:
        mode = _mode_of(target)
        if mode is not None and not stat.S_ISREG(mode):  # a pipe, a terminal: nothing to keep whole
            target.write_bytes(content)
            return
        _replace(content, target, mode)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StorageError(
            f"{path} cannot be written: {reason}.",
            hint="Nothing was changed. Free space, or choose another place with -o.",
        ) from None


def _mode_of(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _replace(content: bytes, target: Path, mode: int | None) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
