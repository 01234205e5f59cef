"""Rewritings in the library: begun, saved line by line, stopped from anywhere, found again after a restart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from postwright.library.records import RewritingRecord
from postwright.library.store import Library
from postwright.library.tables import RewritingTable

IsGone = Callable[[RewritingRecord], bool]
"""Whether a rewriting that is said to run has nobody any more who does it."""


class RewritingStore:
    """The rewritings of all postings."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def begin(self, record: RewritingRecord, *, is_gone: IsGone) -> RewritingRecord | None:
        """Keep a new rewriting; None, and nothing kept, where one of the same posting is under way."""
        now = _now()
        with self._library.writing() as session:
            self._library.locked(session, record.posting_id)
            last = _latest(session, record.posting_id)
            if last is not None and last.state == "running":
                if not is_gone(_record(last)):
                    return None
                last.state = "interrupted"
            row = RewritingTable(**_columns(record), stop_asked=False, started=now, changed=now)
            session.add(row)
            session.flush()
            return _record(row)

    def save(self, record: RewritingRecord) -> bool:
        """Keep how far a rewriting is; tell whether somebody has asked to stop it, or its posting is gone."""
        with self._library.writing() as session:
            row = session.get(RewritingTable, record.id)
            if row is None:
                return True
            for name, value in _columns(record).items():
                setattr(row, name, value)
            row.changed = _now()
            return row.stop_asked

    def ask_to_stop(self, rewriting_id: int) -> None:
        """Ask whoever does it to stop."""
        with self._library.writing() as session:
            session.execute(update(RewritingTable).where(RewritingTable.id == rewriting_id).values(stop_asked=True))

    def is_to_stop(self, rewriting_id: int) -> bool:
        """Tell whether somebody has asked to stop it, or its posting is gone."""
        with self._library.reading() as session:
            row = session.get(RewritingTable, rewriting_id)
            return row is None or row.stop_asked

    def latest(self, posting_id: str, *, is_gone: IsGone) -> RewritingRecord | None:
        """Return the last rewriting of a posting; one that nobody does any more is kept as interrupted."""
        with self._library.reading() as session:
            row = _latest(session, posting_id)
            found = None if row is None else _record(row)
        if found is None or found.state != "running" or not is_gone(found):
            return found
        with self._library.writing() as session:
            row = session.get(RewritingTable, found.id)
            if row is not None and row.state == "running":
                row.state = "interrupted"
            return None if row is None else _record(row)


def _latest(session: Session, posting_id: str) -> RewritingTable | None:
    table = RewritingTable
    return session.scalar(select(table).where(table.posting_id == posting_id).order_by(table.id.desc()).limit(1))


def _columns(record: RewritingRecord) -> dict[str, object]:
    return {
        "posting_id": record.posting_id,
        "owner": record.owner,
        "state": record.state,
        "model": record.model,
        "wish": record.wish,
        "headings": list(record.headings),
        "items": list(record.items),
        "results": [dict(result) for result in record.results],
        "problems": [dict(problem) for problem in record.problems],
        "prompts": list(record.prompts),
        "asking": dict(record.asking),
        "input_tokens": record.input_tokens,
        "output_tokens": record.output_tokens,
    }


def _record(row: RewritingTable) -> RewritingRecord:
    return RewritingRecord(
        id=row.id,
        posting_id=row.posting_id,
        owner=row.owner,
        model=row.model,
        wish=row.wish,
        headings=tuple(row.headings),
        items=tuple(row.items),
        state=row.state,  # type: ignore[arg-type]  # a closed set, written by us alone
        results=tuple(row.results),
        problems=tuple(row.problems),
        prompts=tuple(row.prompts),
        asking=row.asking,
        input_tokens=row.input_tokens,
        output_tokens=row.output_tokens,
        started=row.started,
        changed=row.changed,
    )


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
