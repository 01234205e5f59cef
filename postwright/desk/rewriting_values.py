"""What the use cases of rewriting return, and how settled lines are kept as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from postwright.drafting.rewritten import Attempt, ItemResult, Report, report
from postwright.drafting.writer import Message, Usage
from postwright.library.records import RewritingRecord, RewritingState
from postwright.model.finding import Fix
from postwright.model.statement import GroundingFinding, Source


@dataclass(frozen=True, slots=True)
class SentRequest:
    """One call of the model, word for word."""

    prompt: str
    """With its version: "rewrite 1"."""
    messages: tuple[Message, ...]
    lines: int
    tokens: int
    """About, of the messages; the answer costs some more."""


@dataclass(frozen=True, slots=True)
class WhatIsSent:
    """All that a rewriting would send, and the lines that stay here."""

    requests: tuple[SentRequest, ...]
    stays: tuple[str, ...]
    """Lines that are never sent, or were left out because somebody edited them."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A rewriting under way or over."""

    id: int
    state: RewritingState
    model: str
    prompts: tuple[str, ...]
    """Used so far, with versions: "rewrite 1", "repair 1"."""
    wish: str
    headings: tuple[str, ...]
    """Sections that were asked for; empty for all."""
    lines: int
    """How many are to be settled; `len(results)` are."""
    results: tuple[ItemResult, ...]
    standing: frozenset[str]
    """Ids of the items whose new wording stands in the text now."""
    asking: tuple[str, ...]
    """Headings of the sections that are being waited for."""
    repairing: bool
    problems: tuple[tuple[str, str], ...]
    """What went wrong: message and hint."""
    usage: Usage
    started: dt.datetime
    changed: dt.datetime

    @property
    def running(self) -> bool:
        return self.state == "running"

    @property
    def report(self) -> Report:
        """The counts of the lines settled so far."""
        return report(self.results)

    @property
    def acceptable(self) -> tuple[ItemResult, ...]:
        """Results whose wording passed, differs from what stood there, and does not stand in the text yet."""
        return tuple(result for result in self.results if result.new and result.item_id not in self.standing)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rewording for one finding: take it with `Rewritings.take`, or tell why there is none."""

    before: str
    """The line as it stands."""
    after: str = ""
    """The rewording; empty where there is none."""
    fix: Fix | None = None
    """None where every rewording was refused, or did not mend the finding."""
    refused: tuple[Attempt, ...] = ()
    """Rewordings that say something else than the line, with what was found in them."""
    problem: str = ""
    """Why there is no fix, for a person."""
    worded_by: str = ""
    """Model and prompt."""
    item: str = ""
    """The item whose line it is; empty for a person's own."""


def rewriting_of(record: RewritingRecord, *, standing: frozenset[str]) -> Rewriting:
    """Return what is shown of a kept rewriting."""
    asking = record.asking if record.state == "running" else {}
    return Rewriting(
        id=record.id,
        state=record.state,
        model=record.model,
        prompts=record.prompts,
        wish=record.wish,
        headings=record.headings,
        lines=record.lines,
        results=tuple(result_of(each) for each in record.results),
        standing=standing,
        asking=tuple(asking.get("headings", ())),
        repairing=bool(asking.get("repair")),
        problems=tuple((each["message"], each["hint"]) for each in record.problems),
        usage=Usage(record.input_tokens, record.output_tokens),
        started=record.started,
        changed=record.changed,
    )


def result_json(result: ItemResult) -> dict[str, Any]:
    """Return a settled line as plain values."""
    return asdict(result)


def result_of(value: Mapping[str, Any]) -> ItemResult:
    """Return the settled line that `result_json` made `value` of."""
    attempts = tuple(
        Attempt(
            **{
                **attempt,
                "findings": tuple(GroundingFinding(**finding) for finding in attempt["findings"]),
                "source_ids": tuple(attempt["source_ids"]),
            }
        )
        for attempt in value["attempts"]
    )
    sources = tuple(Source(**source) for source in value["sources"])
    return ItemResult(**{**value, "sources": sources, "attempts": attempts})
