"""What the use cases of rewriting return, and how settled lines are kept as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
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
class Waiting:
    """A request that is being waited for."""

    headings: tuple[str, ...]
    repairing: bool
    """Whether it is about wordings that were refused."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, for a person."""

    message: str
    hint: str
    headings: tuple[str, ...]
    """Sections with lines that got no answer for it; empty where it ended the whole rewriting."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A rewriting under way or over."""

    id: int
    state: RewritingState
    model: str
    """Which was asked: of two models both names. `models` wrote."""
    prompts: tuple[str, ...]
    """Used so far, with versions: "rewrite 1", "repair 1"."""
    wish: str
    headings: tuple[str, ...]
    """Sections that were asked for; empty for all."""
    items: tuple[str, ...]
    """Ids of the items whose lines are to be settled, in the order of the text; those of `results` are."""
    results: tuple[ItemResult, ...]
    standing: frozenset[str]
    """Ids of the items whose new wording stands in the text now."""
    asking: tuple[Waiting, ...]
    problems: tuple[Problem, ...]
    usage: Usage
    started: dt.datetime
    changed: dt.datetime

    @property
    def running(self) -> bool:
        return self.state == "running"

    @property
    def models(self) -> tuple[str, ...]:
        """The models whose wordings passed."""
        passed = (result.attempts[-1].model for result in self.results if result.outcome != "put_back")
        return tuple(dict.fromkeys(passed))

    @property
    def left(self) -> tuple[str, ...]:
        """Ids of the items whose lines are not settled, or got no answer."""
        answered = {result.item_id for result in self.results if not result.unanswered}
        return tuple(item for item in self.items if item not in answered)

    def to_ask_again(self, *, edited: Mapping[str, str], headings: Collection[str]) -> list[str]:
        """Return those of `left` that nobody edited since; of some sections only those that got no answer.

        `edited` are the words of the lines that a person edited, by item.
        """
        sent = {result.item_id: result for result in self.results}
        same = [
            item for item in self.left if item not in edited or (item in sent and sent[item].before == edited[item])
        ]
        return [item for item in same if not headings or (item in sent and sent[item].heading in headings)]

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
    asking = record.asking.values() if record.state == "running" else ()
    return Rewriting(
        id=record.id,
        state=record.state,
        model=record.model,
        prompts=record.prompts,
        wish=record.wish,
        headings=record.headings,
        items=record.items,
        results=tuple(result_of(each) for each in record.results),
        standing=standing,
        asking=tuple(Waiting(tuple(each["headings"]), each["repair"]) for each in asking),
        problems=tuple(Problem(each["message"], each["hint"], tuple(each["headings"])) for each in record.problems),
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


def with_what_stood(
    record: RewritingRecord, before: RewritingRecord | None, lines: Mapping[str, str]
) -> RewritingRecord:
    """Return a rewriting that begins, with what an earlier one has settled of other lines of the posting.

    `lines` are the posting's lines by item, as composed, in the order of the text; an earlier result counts while its
    line is still composed so.
    """
    kept = [
        result
        for result in (before.results if before else ())
        if result["item_id"] not in record.items and lines.get(result["item_id"]) == result["composed"]
    ]
    unanswered = {each.heading for each in map(result_of, kept) if each.unanswered}
    items = {*record.items, *(result["item_id"] for result in kept)}
    problems = [problem for problem in (before.problems if before else ()) if unanswered & {*problem["headings"]}]
    return replace(
        record,
        items=tuple(item for item in lines if item in items),
        results=tuple(kept),
        problems=tuple(problems),
    )
