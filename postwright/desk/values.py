"""What the use cases return: frozen values for a page or a command to show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from postwright.exchange.cases import Given
from postwright.guidelines.profile import HouseSeverity
from postwright.library.records import Origin
from postwright.linting.rule import RuleRecord
from postwright.model.brief import Brief
from postwright.model.finding import Finding
from postwright.model.reading import Reading
from postwright.model.waiver import Sifted
from postwright.model.words import Level, Severity


@dataclass(frozen=True, slots=True)
class PostingRow:
    """A posting as the list shows it; `counts` were made when it was last saved or opened."""

    id: str
    title: str
    levels: tuple[Level, ...]
    places: tuple[str, ...]
    counts: Mapping[Severity, int]
    changed: dt.datetime
    """UTC."""
    origin: Origin


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """A line that both the brief and the person changed."""

    item: str
    composed: str
    """What the brief makes of it now."""
    edited: str
    """What the text says."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A posting with everything a page needs."""

    id: str
    origin: Origin
    title: str
    text: str
    format: str
    version: int
    """Of the text: give it back as `expected_version`."""
    brief: Brief
    """With entries that were added and not filled in yet, for the form; `Desk.valid_brief` leaves those out."""
    brief_version: int
    raw: Mapping[str, Any]
    """Inputs that were refused, by path: shown again, so that nothing typed is lost."""
    problems: Mapping[str, str]
    """What is wrong with each of them."""
    kept: tuple[str, ...]
    """Lines that were edited: they stay as they are when the brief changes."""
    conflicts: tuple[MergeConflict, ...]
    """Lines that both changed and nobody has settled."""
    missing: tuple[str, ...]
    """Composed lines that the person took out."""
    created: dt.datetime
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class LineSource:
    """A line of the text and where it comes from; `label` is for people and empty sources mean a line of one's own."""

    text: str
    start: int
    end: int
    sources: tuple[str, ...]
    label: str
    edited: bool
    item: str = ""
    """Id of the item that the line is, or was made from; a heading's key; empty for a line of one's own."""
    worded_by: str = ""
    """The model and prompt that worded it; empty where none did."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export; `warnings` are what the person is told before it is used."""

    content: bytes
    filename: str
    mime: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as HR sees it."""

    id: str
    summary: str
    example: str
    """A text in which it finds something; empty where it needs more than a short text."""
    shipped: HouseSeverity
    """Its severity without the house's word: the highest of its findings."""
    house: HouseSeverity | None
    """What the house has set; None where it has set nothing."""


def example_of(rule: RuleRecord) -> str:
    """Return the shortest text in which the rule finds something, on one line."""
    texts = [" / ".join(p.text.strip().splitlines()) for each in rule.fires for p in each.postings[:1]]
    return min((" ".join(text.split()) for text in texts if text), key=len, default="")


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that was read and linted."""

    reading: Reading
    findings: tuple[Finding, ...]
    given: Given
    """What was known beside the text."""


@dataclass(frozen=True, slots=True)
class Linted:
    """A text of a posting that was read and linted while somebody types."""

    reading: Reading
    sifted: Sifted
    given: Given
    """What was known beside the text."""
    order: int
    """The stored text's, to notice that another window has changed it."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a posting looks like when it has left the house, made as the exports make it, and kept nowhere."""

    light: str
    """The whole page of the HTML export, as a browser shows it that asks for light colours."""
    dark: str
    """The same in dark colours."""
    rich: str
    """The posting as a piece of HTML, to paste into another page or a document."""
    plain: str
    """The same for what takes no formatting."""
