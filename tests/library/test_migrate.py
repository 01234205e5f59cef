"""A library is made, or brought to the newest revision after a copy was made; tables and migrations agree."""

import json
import re
import shutil
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from postwright.errors import StorageError
from postwright.library import migrate as migrating
from postwright.library.connect import connect, writing
from postwright.library.migrate import migrate, newest_revision
from postwright.library.records import PostingRecord
from postwright.library.rewritings import RewritingStore
from postwright.library.store import open_library
from postwright.library.tables import Base

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "0002test"
down_revision = "{newest}"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("posting", sa.Column("note", sa.Text, nullable=True))
    {then}
"""


@pytest.fixture
def address(tmp_path):
    return f"sqlite:///{(tmp_path / 'library.sqlite3').as_posix()}"


@pytest.fixture
def with_next(tmp_path, monkeypatch):
    """Return a function that puts a further migration beside the real ones."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrating.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def add(then: str = "pass") -> None:
        (folder / "versions" / "0002_test.py").write_text(NEXT.format(newest=newest_revision(), then=then))
        monkeypatch.setattr(migrating, "MIGRATIONS", folder)

    return add


def test_the_migrations_make_exactly_the_tables(address):
    engine = connect(address)
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_a_new_library_needs_no_copy_and_opening_again_does_nothing(address, tmp_path):
    engine = connect(address)
    assert migrate(engine) is None
    assert migrate(engine) is None
    engine.dispose()
    assert not (tmp_path / "copies").exists()


def test_a_copy_is_made_before_a_migration_and_holds_everything(address, tmp_path, with_next):
    old_revision = newest_revision()
    library = open_library(address)
    posting = library.add(PostingRecord(id="", origin="brief", title="T", text="words", format="markdown"))
    library.close()
    with_next()
    engine = connect(address)
    copy = migrate(engine)
    engine.dispose()
    assert copy is not None
    assert re.fullmatch(rf"library-{old_revision}-\d{{8}}T\d{{12}}Z\.sqlite3", copy.name)
    assert copy.parent == tmp_path / "copies"
    with closing(sqlite3.connect(copy)) as kept, closing(sqlite3.connect(tmp_path / "library.sqlite3")) as now:
        assert kept.execute("SELECT id, text FROM posting").fetchall() == [(posting.id, "words")]
        assert now.execute("SELECT id, text, note FROM posting").fetchall() == [(posting.id, "words", None)]
        assert kept.execute("SELECT version_num FROM alembic_version").fetchall() == [(old_revision,)]
        assert now.execute("SELECT version_num FROM alembic_version").fetchall() == [("0002test",)]


def test_a_migration_that_fails_leaves_the_library_as_it_was(address, tmp_path, with_next):
    old_revision = newest_revision()
    open_library(address).close()
    with_next(then='op.execute("SELECT * FROM no_such_table")')
    with pytest.raises(StorageError):
        open_library(address)
    with closing(sqlite3.connect(tmp_path / "library.sqlite3")) as now:
        assert now.execute("SELECT version_num FROM alembic_version").fetchall() == [(old_revision,)]
        assert "note" not in [row[1] for row in now.execute("PRAGMA table_info(posting)")]


def test_a_library_of_a_newer_program_is_refused_and_left_alone(address, tmp_path):
    open_library(address).close()
    with closing(sqlite3.connect(tmp_path / "library.sqlite3")) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
        other.commit()
    with pytest.raises(StorageError) as refused:
        open_library(address)
    assert refused.value.message == "The library was written by a newer Postwright (revision 9999)."
    assert "Update Postwright" in refused.value.hint


def test_the_library_waits_logs_ahead_and_checks_foreign_keys(address):
    engine = connect(address)
    migrate(engine)
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "busy_timeout", "foreign_keys", "synchronous")
        }
    engine.dispose()
    assert found == {"journal_mode": "wal", "busy_timeout": 5000, "foreign_keys": 1, "synchronous": 1}


def test_rewritings_kept_before_models_were_named_by_line_are_kept(address, tmp_path):
    engine = connect(address)
    with writing(engine).begin() as connection:
        config = migrating._config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
    engine.dispose()
    attempts = [{"text": "Bake", "findings": [], "written": written, "prompt": "rewrite 1"} for written in ("Bake", "")]
    kept = {
        "results": [{"item_id": "summary:summary", "attempts": attempts}],
        "problems": [{"message": "It took too long.", "hint": "Try again."}],
        "asking": {"headings": ["About the role"], "repair": False},
        "headings": [],
        "prompts": ["rewrite 1"],
    }
    columns = {name: json.dumps(value) for name, value in kept.items()} | {
        "id": 1,
        "posting_id": "p",
        "owner": "m|1|x",
        "state": "failed",
        "stop_asked": 0,
        "model": "one, else two",
        "wish": "",
        "lines": 4,
        "input_tokens": 5,
        "output_tokens": 6,
        "started": "2026-11-20 10:00:00",
        "changed": "2026-11-20 10:00:00",
    }
    with closing(sqlite3.connect(tmp_path / "library.sqlite3")) as old:
        needed = [row[1] for row in old.execute("PRAGMA table_info(posting)") if row[3]]
        for table, row in (("posting", dict.fromkeys(needed, "[]") | {"id": "p"}), ("rewriting", columns)):
            names, marks = ", ".join(row), ", ".join("?" * len(row))
            old.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", [*row.values()])
        old.commit()
    library = open_library(address)
    record = RewritingStore(library).latest("p", is_gone=lambda record: False)
    library.close()
    assert record.results == (
        {
            "item_id": "summary:summary",
            "attempts": [{**attempts[0], "model": "one, else two"}, {**attempts[1], "model": ""}],
        },
    )
    assert record.problems == ({"message": "It took too long.", "hint": "Try again.", "headings": []},)
    assert (record.items, record.asking, record.output_tokens) == (("summary:summary",), {}, 6)


def test_the_tables_can_be_made_on_postgresql():
    made = [str(CreateTable(table).compile(dialect=postgresql.dialect())) for table in Base.metadata.sorted_tables]
    assert all("TIMESTAMP WITH TIME ZONE" in sql for sql in made)


def test_many_that_open_a_new_library_at_once_take_turns(tmp_path):
    for number in range(20):
        address = f"sqlite:///{tmp_path}/{number}.sqlite3"
        together = threading.Barrier(8)

        def journal(address=address, together=together):
            engine = connect(address)
            together.wait()
            with engine.connect() as connection:
                return connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()

        with ThreadPoolExecutor(8) as pool:
            assert {each.result() for each in [pool.submit(journal) for _ in range(8)]} == {"wal"}
