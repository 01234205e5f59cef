"""What the store takes and gives: plain frozen values, no database in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Origin = Literal["brief", "import", "example"]
"""Where a posting came from; an example is one from a brief that nobody has made a posting of their own."""
Reason = Literal["start", "brief", "edit", "fix", "rewrite", "conflict", "restore"]
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


RewritingState = Literal["running", "done", "stopped", "failed", "interrupted"]
"""`interrupted`: the server went down in the middle; what was settled by then is there."""


@dataclass(frozen=True)
class RewritingRecord:
    """A rewriting of a posting by a model, under way or over. JSON values are plain; never change them in place."""

    id: int
    """0 until the store has numbered it."""
    posting_id: str
    owner: str
    """Machine, process and desk that do it, to notice that they are gone."""
    model: str
    wish: str
    """"", "again", "shorter" or "plainer"."""
    headings: tuple[str, ...]
    """Of the sections that were asked for; empty for all."""
    items: tuple[str, ...]
    """Ids of the items whose lines are to be settled, in the order of the text."""
    state: RewritingState = "running"
    results: tuple[Mapping[str, Any], ...] = ()
    """Settled lines, in the order of `items`."""
    problems: tuple[Mapping[str, Any], ...] = ()
    """What went wrong: message, hint, and the headings of the sections that it cost; none where it ended all."""
    prompts: tuple[str, ...] = ()
    """Prompts that were used, with their versions: "rewrite 1"."""
    asking: Mapping[str, Any] = field(default_factory=dict)
    """What is being waited for, by the number of the request: headings, and whether it is a repair."""
    input_tokens: int = 0
    output_tokens: int = 0
    started: dt.datetime = NEVER
    """Set by the store, as is `changed`."""
    changed: dt.datetime = NEVER
