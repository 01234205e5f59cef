"""The tables of the library, for SQLite and PostgreSQL alike. A change here needs a migration beside it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, Index, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""Names for all constraints: a migration can only change what has a name."""


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment in UTC; SQLite forgets time zones, so they are put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads a plain class attribute
        dict[str, Any]: JSON(none_as_null=True),
        list[Any]: JSON(),
        dt.datetime: UtcDateTime,
        str: Text,
    }


PostingId = String(32)


class PostingTable(Base):
    """A posting as it stands now."""

    __tablename__ = "posting"

    id: Mapped[str] = mapped_column(PostingId, primary_key=True)
    origin: Mapped[str] = mapped_column(String(16))
    title: Mapped[str]
    brief: Mapped[dict[str, Any]]
    unsaved: Mapped[dict[str, Any]]
    """Inputs of the brief that are not valid (yet), by path."""
    brief_version: Mapped[int]
    base: Mapped[dict[str, Any] | None]
    """What `compose` made last: the common ancestor of the next merge."""
    text: Mapped[str]
    format: Mapped[str] = mapped_column(String(16))
    text_version: Mapped[int]
    conflicts: Mapped[list[Any]]
    """Lines that both brief and person changed and nobody has settled: [item, composed, edited]."""
    counts: Mapped[dict[str, Any]]
    levels: Mapped[list[Any]]
    places: Mapped[list[Any]]
    created: Mapped[dt.datetime]
    changed: Mapped[dt.datetime]
    deleted_at: Mapped[dt.datetime | None]

    __table_args__ = (Index("ix_posting_changed", "deleted_at", "changed"),)


class RevisionTable(Base):
    """A state that a posting's text and brief had, to look at and to restore."""

    __tablename__ = "revision"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    posting_id: Mapped[str] = mapped_column(PostingId, ForeignKey("posting.id", ondelete="CASCADE"))
    reason: Mapped[str] = mapped_column(String(16))
    text: Mapped[str | None]
    """None where only the brief changed."""
    text_version: Mapped[int]
    brief: Mapped[dict[str, Any] | None]
    """None where only the text changed."""
    at: Mapped[dt.datetime]

    __table_args__ = (Index("ix_revision_posting_id", "posting_id", "id"),)


class WaiverTable(Base):
    """An accepted finding."""

    __tablename__ = "waiver"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    posting_id: Mapped[str] = mapped_column(PostingId, ForeignKey("posting.id", ondelete="CASCADE"), index=True)
    rule: Mapped[str] = mapped_column(String(200))
    context: Mapped[str] = mapped_column(String(64))
    """Hash of the words around (`postwright.model.waiver.context_of`)."""
    quote: Mapped[str]
    reason: Mapped[str]
    owner: Mapped[str]
    expires: Mapped[dt.date | None]
    created: Mapped[dt.datetime]


class ExportTable(Base):
    """What was exported, when, and what was known about it then."""

    __tablename__ = "export_record"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    posting_id: Mapped[str] = mapped_column(PostingId, ForeignKey("posting.id", ondelete="CASCADE"), index=True)
    format: Mapped[str] = mapped_column(String(16))
    text: Mapped[str]
    brief: Mapped[dict[str, Any]]
    findings: Mapped[list[Any]]
    waived: Mapped[list[Any]]
    warnings: Mapped[list[Any]]
    ruleset: Mapped[str] = mapped_column(String(128))
    law_as_of: Mapped[dt.date]
    at: Mapped[dt.datetime]


class RewritingTable(Base):
    """A rewriting by a model: how far it is, what it made, and by which model and prompts."""

    __tablename__ = "rewriting"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    posting_id: Mapped[str] = mapped_column(PostingId, ForeignKey("posting.id", ondelete="CASCADE"))
    owner: Mapped[str] = mapped_column(String(200))
    state: Mapped[str] = mapped_column(String(16))
    stop_asked: Mapped[bool]
    """Whether somebody, maybe through another process, has asked to stop it."""
    model: Mapped[str]
    wish: Mapped[str] = mapped_column(String(16))
    headings: Mapped[list[Any]]
    items: Mapped[list[Any]]
    results: Mapped[list[Any]]
    problems: Mapped[list[Any]]
    prompts: Mapped[list[Any]]
    asking: Mapped[dict[str, Any]]
    input_tokens: Mapped[int]
    output_tokens: Mapped[int]
    started: Mapped[dt.datetime]
    changed: Mapped[dt.datetime]

    __table_args__ = (Index("ix_rewriting_posting_id", "posting_id", "id"),)
