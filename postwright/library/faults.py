"""What a database says when it fails, turned into a `StorageError` that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from postwright.errors import StorageError

_STILL_HERE = (
    "What you typed is still on the page: a text and a brief are saved by themselves as soon as this is mended, any "
    "other field when you change it again."
)

# The first part of SQLite's result code name (https://sqlite.org/rescode.html) to what is wrong and what to do.
_SQLITE = {
    "SQLITE_FULL": ("The disk that holds the library is full.", "Free some space there."),
    "SQLITE_READONLY": (
        "The library cannot be written: its file or folder is read-only.",
        "Give yourself the right to write there, or set POSTWRIGHT_DATA_DIR to a folder of your own.",
    ),
    "SQLITE_CANTOPEN": (
        "The library cannot be opened: its folder is missing or may not be written.",
        "Give yourself the right to write there, or set POSTWRIGHT_DATA_DIR to a folder of your own.",
    ),
    "SQLITE_BUSY": (
        "Another program is holding the library.",
        "Wait a moment; close other programs that have the file open.",
    ),
    "SQLITE_LOCKED": ("Another program is holding the library.", "Wait a moment."),
    "SQLITE_CORRUPT": (
        "The library's file is damaged.",
        "Stop Postwright, set the file aside and put back a copy (the folder `copies` beside it has some).",
    ),
    "SQLITE_NOTADB": (
        "The library's file is no SQLite database.",
        "Set POSTWRIGHT_DATA_DIR to another folder, or put back a copy (the folder `copies` beside it has some).",
    ),
    "SQLITE_IOERR": (
        "The disk that holds the library failed to read or write.",
        "Check that it is connected and has space left.",
    ),
}


@contextmanager
def storage_faults(place: str, *, saving: bool = False) -> Iterator[None]:
    """Turn every failure of the database at `place` into a `StorageError`; the cause stays chained for the log."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise storage_error(error, place, saving=saving) from error


def storage_error(error: Exception, place: str, *, saving: bool) -> StorageError:
    """Return what to tell the person about `error`."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if isinstance(cause, OSError):
        message, hint = f"{cause.strerror or 'The library cannot be reached'}.", "Check the folder and its rights."
    else:
        name = getattr(cause, "sqlite_errorname", "") or ""
        message, hint = _SQLITE.get(
            "_".join(name.split("_")[:2]),
            ("The library cannot be reached.", "Check that its database is running and its address is right."),
        )
    return StorageError(f"{message} ({place})", hint=f"{hint} {_STILL_HERE}" if saving else hint)
