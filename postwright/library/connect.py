"""A database address to an engine: SQLite with write-ahead log, waiting and foreign keys, or any other by its URL."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from postwright.errors import SettingsError

BUSY_TIMEOUT_MS = 5_000
"""How long a writer waits for another one before it gives up."""
_WRITING = "postwright_writing"


def connect(address: str) -> Engine:
    """Return an engine for `address`; nothing is opened yet."""
    try:
        url = make_url(address)
        if url.get_backend_name() != "sqlite":
            return create_engine(url, pool_pre_ping=True)
        engine = create_engine(url)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise SettingsError(
            "POSTWRIGHT_DATABASE_URL cannot be used: no such kind of database, or its driver is not installed.",
            hint="Leave it out for a file of your own, or write postgresql+psycopg://host/name and install psycopg.",
        ) from error
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def writing(engine: Engine) -> Engine:
    """Return `engine` with transactions that take SQLite's write lock at once.

    One that reads first and then finds that another wrote in between would fail; waiting in front cannot.
    """
    return engine.execution_options(**{_WRITING: True})


def file_of(url: URL) -> Path | None:
    """Return the file of a SQLite database; None for one in memory and for other kinds."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return Path(url2pathname(urlsplit(url.database).path)) if url.database.startswith("file:") else Path(url.database)


def _on_connect(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin by itself: `_on_begin` does
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}").close()
    _use_write_ahead_log(connection)
    for pragma in (
        "synchronous=NORMAL",  # with a write-ahead log: a killed process loses nothing
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _use_write_ahead_log(connection: Any) -> None:
    """Keep the database with a write-ahead log; two that open a new file at once take turns.

    For this one step SQLite does not wait by itself.
    """
    until = time.monotonic() + BUSY_TIMEOUT_MS / 1_000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITING) else "BEGIN")
