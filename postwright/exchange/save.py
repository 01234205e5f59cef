"""Write a file whole or not at all: what was there before stays until the new one is complete."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from postwright.errors import StorageError


def save(content: bytes, path: Path) -> None:
    """Write `content` to `path`. Raises StorageError with what to do; the file is then as it was before."""
    with saving(path) as stream:
        stream.write(content)


@contextlib.contextmanager
def saving(path: Path) -> Iterator[IO[bytes]]:
    """Give a stream whose content takes the place of `path` when the block ends, and none when it ends in an error.

    Raises StorageError with what to do, at once where nothing can be written there.
    """
    target = Path(os.path.realpath(path))
    with storage_errors(path):
        mode = mode_of(target)
        if mode is not None and not stat.S_ISREG(mode):  # a pipe, a terminal: nothing to keep whole
            with target.open("wb") as stream:
                yield stream
            return
        with _replacing(target, mode) as stream:
            yield stream


def refuse_place(path: Path) -> None:
    """Raise StorageError where `path` is a folder or lies in none, so that long work is not done in vain."""
    with storage_errors(path):
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not Path(os.path.realpath(path)).parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))


@contextlib.contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what the system says of writing `path` into StorageError."""
    try:
        yield
    except BrokenPipeError:  # whoever read the pipe has gone: no fault of the place
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise StorageError(
            f"{path} cannot be written: {reason}.", hint=f"Nothing was changed. {_what_to_do(error, path)}"
        ) from None


def _what_to_do(error: OSError, path: Path) -> str:
    """Return what a person can do where `path` cannot be written."""
    folder = Path(os.path.realpath(path)).parent
    if error.errno in (errno.ENOENT, errno.ENOTDIR) and not folder.is_dir():
        return f"There is no folder {path.parent}: make it, or choose another place."
    if error.errno == errno.EISDIR:
        return "It is a folder: add the name of a file."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "Free space, or choose another place."
    return "Choose another place, or mend what the system says."


def mode_of(target: Path) -> int | None:
    """Return the mode of a file, or None where there is none."""
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


@contextlib.contextmanager
def _replacing(target: Path, mode: int | None) -> Iterator[IO[bytes]]:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
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
