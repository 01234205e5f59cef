"""Bring a library to the newest revision when it is opened; a SQLite file is copied first."""

from __future__ import annotations

import datetime as dt
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, text

from postwright.errors import StorageError
from postwright.library.connect import file_of, writing

MIGRATIONS = Path(__file__).parent / "migrations"
COPIES = "copies"
"""Folder beside the SQLite file."""
_ONE_AT_A_TIME = threading.Lock()
"""Alembic keeps its context in module globals: two threads that migrate at once would wait for each other for ever."""
_LOCK_KEY = 0x706F7374
"""Any number that nothing else in the database locks."""


def migrate(engine: Engine) -> Path | None:
    """Upgrade the library; return the copy that was made before, or None where none was needed.

    Of several processes that open it at once one migrates, the others wait and find it done.
    """
    head = newest_revision()
    with engine.connect() as connection:
        if _revision(connection) == head:
            return None
    with _ONE_AT_A_TIME, writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":  # SQLite's write lock is taken already
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})
        found = _revision(connection)
        if found == head:
            return None
        _refuse_newer(found)
        file = file_of(engine.url)
        made = copy_library(file, revision=found) if file and found else None
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return made


def newest_revision() -> str:
    """Return the revision that this program works with."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None
    return head


def copy_library(file: Path, *, revision: str) -> Path:
    """Copy a SQLite library that may be in use; the copy is named after revision and time (UTC)."""
    folder = file.parent / COPIES
    folder.mkdir(exist_ok=True)
    now = dt.datetime.now(dt.UTC)
    target = folder / f"{file.stem}-{revision}-{now:%Y%m%dT%H%M%S%f}Z{file.suffix}"
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return target


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(revision: str | None) -> None:
    if revision is None:
        return
    try:
        known = ScriptDirectory.from_config(_config()).get_revision(revision)
    except CommandError:
        known = None
    if known is None:
        raise StorageError(
            f"The library was written by a newer Postwright (revision {revision}).",
            hint="Update Postwright, or set POSTWRIGHT_DATA_DIR to another folder. Nothing was changed.",
        )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    return config
