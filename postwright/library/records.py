"""What the store takes and gives: plain frozen values, no database in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Origin = Literal["brief", "import"]
Reason = Literal["start", "brief", "edit", "fix", "conflict", "restore"]
"""Why a revision exists; `conflict` keeps a text that could not be saved because another window had saved."""
NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True)
class PostingRecord:
    """A posting as it is kept. JSON values are plain dicts and lists; never change them in place."""

    id: str
    origin: Origin
    title: str
    text: str
    format: Literal["plain", "markdown"]
    brief: Mapping[str, Any] = field(default_factory=dict)
    unsaved: Mapping[str, Any] = field(default_factory=dict)
    base: Mapping[str, Any] | None = None
    conflicts: tuple[tuple[str, str, str], ...] = ()
    """(item id, composed line, edited line)."""
    counts: Mapping[str, int] = field(default_factory=dict)
    levels: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    text_version: int = 1
    brief_version: int = 1
    created: dt.datetime = NEVER
    """Set by the store, as is `changed`."""
    changed: dt.datetime = NEVER


@dataclass(frozen=True, slots=True)
class PostingSummary:
    """What the list needs, without text and brief."""

    id: str
    origin: Origin
    title: str
    levels: tuple[str, ...]
    places: tuple[str, ...]
    counts: Mapping[str, int]
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """A state that a posting had; `text` or `brief` is None where only the other one changed."""

    id: int
    reason: Reason
    text: str | None
    text_version: int
    brief: Mapping[str, Any] | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """An export as it was made, with what was known of the text then."""

    format: str
    text: str
    brief: Mapping[str, Any]
    findings: tuple[Mapping[str, Any], ...]
    waived: tuple[Mapping[str, Any], ...]
    warnings: tuple[str, ...]
    ruleset: str
    law_as_of: dt.date
    at: dt.datetime | None = None
    """Set by the store."""
