"""The library: postings with their versions, waivers and export records, kept so that nothing saved is lost.

Several processes and threads may use one library at once. A writer never overwrites what it has not seen: `save`
compares versions, and a text that comes too late is kept as a revision all the same.
"""

from __future__ import annotations

import datetime as dt
import json
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, delete, select, update
from sqlalchemy.orm import Session

from postwright.errors import StorageError
from postwright.library.connect import connect, file_of, writing
from postwright.library.faults import storage_faults
from postwright.library.migrate import migrate
from postwright.library.records import ExportRecord, PostingRecord, PostingSummary, Reason, Revision
from postwright.library.revisions import A_MOMENT, SAME_SITTING, loses_little, only_adds
from postwright.library.tables import ExportTable, PostingTable, RevisionTable, WaiverTable
from postwright.model.waiver import Waiver


class Stale(Exception):
    """The posting was saved by somebody else since it was read; `current` is what is kept now."""

    def __init__(self, current: PostingRecord) -> None:
        super().__init__(current.id)
        self.current = current


def open_library(address: str) -> Library:
    """Open the library at a SQLAlchemy address, made or migrated where needed."""
    engine = connect(address)
    place = engine.url.render_as_string(hide_password=True)
    if file := file_of(engine.url):
        place = str(file)
        _make_folder(file.parent)
    with storage_faults(place):
        migrate(engine)
    return Library(engine, place=place)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"The folder for the library cannot be made: {error.strerror} ({folder}).",
            hint="Give yourself the right to write there, or set POSTWRIGHT_DATA_DIR to a folder of your own.",
        ) from error


class Library:
    """An open library; made by `open_library`."""

    def __init__(self, engine: Engine, *, place: str) -> None:
        self.place = place
        """Where it is, for people; never holds a password."""
        self._read = engine
        self._write = writing(engine)
        self._in_turn: AbstractContextManager[object] = (
            threading.Lock() if engine.dialect.name == "sqlite" else nullcontext()
        )
        """SQLite takes one writer at a time and lets the others look again now and then; with many, one starves."""

    def close(self) -> None:
        """Let go of all connections."""
        self._read.dispose()

    # --- postings

    def add(self, posting: PostingRecord) -> PostingRecord:
        """Keep a new posting; an empty `id` is filled in."""
        now = _now()
        posting = replace(posting, id=posting.id or uuid.uuid4().hex, created=now, changed=now)
        with self.writing() as session:
            session.add(PostingTable(**_columns(posting), created=now, changed=now, deleted_at=None))
            session.flush()  # the posting first: its revision refers to it
            session.add(_revision(posting, reason="start", text=posting.text, brief=posting.brief, at=now))
        return posting

    def get(self, posting_id: str) -> PostingRecord | None:
        """Return a posting, or None where there is none or it was deleted."""
        with self.looking() as connection:
            return _posting(connection, posting_id)

    def summaries(self) -> list[PostingSummary]:
        """Return all postings that are not deleted, last changed first."""
        table = PostingTable
        query = (
            select(table.id, table.origin, table.title, table.levels, table.places, table.counts, table.changed)
            .where(table.deleted_at.is_(None))
            .order_by(table.changed.desc(), table.id)
        )
        with self.reading() as session:
            return [
                PostingSummary(
                    id=row.id,
                    origin=row.origin,
                    title=row.title,
                    levels=tuple(row.levels),
                    places=tuple(row.places),
                    counts=row.counts,
                    changed=row.changed,
                )
                for row in session.execute(query)
            ]

    def save(self, before: PostingRecord, after: PostingRecord, *, reason: Reason) -> PostingRecord:
        """Put `after` in the place of `before` and return it with its new versions.

        Raises `Stale` and changes nothing where the kept posting is no longer `before`.
        """
        text_changed = after.text != before.text
        brief_changed = (after.brief, after.unsaved) != (before.brief, before.unsaved)
        now = _now()
        after = replace(
            after,
            text_version=before.text_version + text_changed,
            brief_version=before.brief_version + brief_changed,
            changed=now if text_changed or brief_changed else before.changed,
        )
        with self.writing() as session:
            row = self.locked(session, before.id)
            if (row.text_version, row.brief_version) != (before.text_version, before.brief_version):
                raise Stale(_record(row))
            for name, value in _columns(after).items():
                setattr(row, name, value)
            row.changed = after.changed
            if text_changed or brief_changed:
                text = after.text if text_changed else None
                brief = after.brief if after.brief != before.brief else None
                self._add_revision(session, _revision(after, reason=reason, text=text, brief=brief, at=now))
        return after

    def keep_aside(self, posting_id: str, text: str) -> None:
        """Keep a text that could not be saved (another window had saved) among the revisions."""
        with self.writing() as session:
            row = self.locked(session, posting_id)
            session.add(_revision(_record(row), reason="conflict", text=text, brief=None, at=_now()))

    def set_counts(self, posting_id: str, counts: Mapping[str, int]) -> None:
        """Renew the counts of findings without calling the posting changed."""
        with self.writing() as session:
            session.execute(update(PostingTable).where(PostingTable.id == posting_id).values(counts=dict(counts)))

    def set_deleted(self, posting_id: str, *, deleted: bool) -> None:
        """Take a posting off the list, or put it back."""
        with self.writing() as session:
            row = session.get(PostingTable, posting_id)
            if row is None:
                raise StorageError("This posting is not in the library any more.", hint="Go back to the list.")
            row.deleted_at = _now() if deleted else None

    # --- revisions

    def revisions(self, posting_id: str) -> list[Revision]:
        """Return the states that a posting had, newest first."""
        query = select(RevisionTable).where(RevisionTable.posting_id == posting_id).order_by(RevisionTable.id.desc())
        with self.reading() as session:
            return [
                Revision(row.id, row.reason, row.text, row.text_version, row.brief, row.at)  # type: ignore[arg-type]
                for row in session.scalars(query)
            ]

    def text_at(self, posting_id: str, version: int) -> str | None:
        """Return the text that had `version`, or None where it was typed over and nothing was lost by that."""
        query = (
            select(RevisionTable.text)
            .where(
                RevisionTable.posting_id == posting_id,
                RevisionTable.text_version == version,
                RevisionTable.text.is_not(None),
                RevisionTable.reason != "conflict",
            )
            .order_by(RevisionTable.id.desc())
            .limit(1)
        )
        with self.reading() as session:
            return session.scalar(query)

    def _add_revision(self, session: Session, new: RevisionTable) -> None:
        """Add a revision; one of the same sitting gives way that loses nothing by it, or was only a moment's state."""
        query = select(RevisionTable).where(RevisionTable.posting_id == new.posting_id)
        last, earlier = (*session.scalars(query.order_by(RevisionTable.id.desc()).limit(2)), None, None)[:2]
        if last is not None and last.reason == new.reason and new.at - last.at < SAME_SITTING:
            moment = earlier is not None and max(new.at - last.at, last.at - earlier.at) < A_MOMENT
            if _holds(new, last, loses_little if moment else only_adds):
                session.delete(last)
        session.add(new)

    def get_with_waivers(self, posting_id: str) -> tuple[PostingRecord | None, tuple[Waiver, ...]]:
        """Return a posting, as `get` does, with its accepted findings."""
        with self.looking() as connection:
            return _posting(connection, posting_id), _waivers(connection, posting_id)

    # --- waivers

    def waivers(self, posting_id: str) -> tuple[Waiver, ...]:
        """Return the accepted findings of a posting."""
        with self.looking() as connection:
            return _waivers(connection, posting_id)

    def add_waiver(self, posting_id: str, waiver: Waiver) -> None:
        """Keep an accepted finding; it takes the place of an earlier one for the same words."""
        with self.writing() as session:
            self.locked(session, posting_id)
            session.execute(_same_waiver(posting_id, waiver.rule, waiver.context))
            session.add(
                WaiverTable(
                    posting_id=posting_id,
                    rule=waiver.rule,
                    context=waiver.context,
                    quote=waiver.quote,
                    reason=waiver.reason,
                    owner=waiver.owner,
                    expires=waiver.expires,
                    created=_now(),
                )
            )

    def remove_waiver(self, posting_id: str, *, rule: str, context: str) -> None:
        """Forget an accepted finding."""
        with self.writing() as session:
            session.execute(_same_waiver(posting_id, rule, context))

    # --- exports

    def add_export(self, posting_id: str, record: ExportRecord) -> None:
        """Keep what was exported."""
        with self.writing() as session:
            self.locked(session, posting_id)
            session.add(
                ExportTable(
                    posting_id=posting_id,
                    format=record.format,
                    text=record.text,
                    brief=dict(record.brief),
                    findings=[dict(finding) for finding in record.findings],
                    waived=[dict(finding) for finding in record.waived],
                    warnings=list(record.warnings),
                    ruleset=record.ruleset,
                    law_as_of=record.law_as_of,
                    at=_now(),
                )
            )

    def exports(self, posting_id: str) -> list[ExportRecord]:
        """Return the export records of a posting, newest first."""
        query = select(ExportTable).where(ExportTable.posting_id == posting_id).order_by(ExportTable.id.desc())
        with self.reading() as session:
            return [
                ExportRecord(
                    format=row.format,
                    text=row.text,
                    brief=row.brief,
                    findings=tuple(row.findings),
                    waived=tuple(row.waived),
                    warnings=tuple(row.warnings),
                    ruleset=row.ruleset,
                    law_as_of=row.law_as_of,
                    at=row.at,
                )
                for row in session.scalars(query)
            ]

    # --- transactions

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session to read in; faults of the database become `StorageError`."""
        with storage_faults(self.place), Session(self._read) as session:
            yield session

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """Give a connection to read rows in, without objects made of them: what every key press asks for."""
        with storage_faults(self.place), self._read.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session whose changes are kept together, or not at all where an error is raised."""
        faults = storage_faults(self.place, saving=True)
        with faults, self._in_turn, Session(self._write, expire_on_commit=False) as session, session.begin():
            yield session

    def locked(self, session: Session, posting_id: str) -> PostingTable:
        """Return a posting that nobody else changes before the session ends; `StorageError` where there is none."""
        row = session.get(PostingTable, posting_id, with_for_update=True)
        if row is None:
            raise StorageError("This posting is not in the library any more.", hint="Go back to the list.")
        return row


def _same_waiver(posting_id: str, rule: str, context: str) -> Any:
    table = WaiverTable
    return delete(table).where(table.posting_id == posting_id, table.rule == rule, table.context == context)


def _holds(new: RevisionTable, last: RevisionTable, holds: Callable[[str, str], bool]) -> bool:
    """Return whether text and brief of `last`, where it has them, are held by those of `new`."""
    text_held = last.text is None or (new.text is not None and holds(last.text, new.text))
    brief_held = last.brief is None or (new.brief is not None and holds(_flat(last.brief), _flat(new.brief)))
    return text_held and brief_held


def _flat(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _revision(
    posting: PostingRecord, *, reason: Reason, text: str | None, brief: Mapping[str, Any] | None, at: dt.datetime
) -> RevisionTable:
    return RevisionTable(
        posting_id=posting.id,
        reason=reason,
        text=text,
        text_version=posting.text_version,
        brief=None if brief is None else dict(brief),
        at=at,
    )


def _columns(posting: PostingRecord) -> dict[str, Any]:
    return {
        "id": posting.id,
        "origin": posting.origin,
        "title": posting.title,
        "brief": dict(posting.brief),
        "unsaved": dict(posting.unsaved),
        "brief_version": posting.brief_version,
        "base": None if posting.base is None else dict(posting.base),
        "text": posting.text,
        "format": posting.format,
        "text_version": posting.text_version,
        "conflicts": [list(conflict) for conflict in posting.conflicts],
        "counts": dict(posting.counts),
        "levels": list(posting.levels),
        "places": list(posting.places),
    }


_POSTING = select(PostingTable.__table__).where(PostingTable.id == bindparam("id"))
_WAIVERS = (
    select(
        WaiverTable.rule,
        WaiverTable.context,
        WaiverTable.quote,
        WaiverTable.reason,
        WaiverTable.owner,
        WaiverTable.expires,
    )
    .where(WaiverTable.posting_id == bindparam("id"))
    .order_by(WaiverTable.id)
)


def _posting(connection: Connection, posting_id: str) -> PostingRecord | None:
    row = connection.execute(_POSTING, {"id": posting_id}).one_or_none()
    return None if row is None or row.deleted_at else _record(row)


def _waivers(connection: Connection, posting_id: str) -> tuple[Waiver, ...]:
    return tuple(Waiver(*row) for row in connection.execute(_WAIVERS, {"id": posting_id}))


def _record(row: PostingTable | Row[Any]) -> PostingRecord:
    return PostingRecord(
        id=row.id,
        origin=row.origin,  # type: ignore[arg-type]  # closed sets, written by us alone
        title=row.title,
        text=row.text,
        format=row.format,  # type: ignore[arg-type]
        brief=row.brief,
        unsaved=row.unsaved,
        base=row.base,
        conflicts=tuple((item, composed, edited) for item, composed, edited in row.conflicts),
        counts=row.counts,
        levels=tuple(row.levels),
        places=tuple(row.places),
        text_version=row.text_version,
        brief_version=row.brief_version,
        created=row.created,
        changed=row.changed,
    )


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


__all__ = ["Library", "Stale", "open_library"]
