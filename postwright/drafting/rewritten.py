"""What becomes of each line that a model reworded, and the report on them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from postwright.drafting.writer import Usage
from postwright.model.statement import GroundingFinding, Source
from postwright.model.words import SectionKind

Outcome = Literal["kept", "repaired", "put_back"]
"""The first wording stands; the second one does; neither does, and the line is as it was."""

LEFT_OUT = "left_out"
"""Kind of the finding on a line that the model did not give back."""
DROPPED = frozenset({LEFT_OUT, "dropped_part"})
"""Kinds of findings that say that a line, or a part of it, was dropped."""
NO_ANSWER = "no_answer"
"""Kind of the finding on lines whose answer could not be used."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A wording that a model made, with its slots filled, and what was found in it."""

    text: str
    findings: tuple[GroundingFinding, ...]
    """Spans count characters of `text`."""
    written: str = ""
    """As the model wrote it, with slots."""
    source_ids: tuple[str, ...] = ()
    """What it cited and may cite."""
    prompt: str = ""
    """The prompt that asked for it, with its version: "rewrite 1"."""
    model: str = ""
    """The model that wrote it; empty where none did."""

    @property
    def refused(self) -> bool:
        return any(finding.refuses for finding in self.findings)

    @property
    def by(self) -> str:
        """What is kept with it where it stands: "openai:gpt-5-mini, rewrite 1"."""
        return ", ".join(filter(None, (self.model, self.prompt)))


@dataclass(frozen=True, slots=True)
class ItemResult:
    """A line after its rewording."""

    item_id: str
    section: SectionKind
    heading: str
    outcome: Outcome
    composed: str
    """What compose made of the brief."""
    before: str
    """What stood there and was sent; another text than `composed` where a person had edited the line."""
    text: str
    """What stands now: the new wording, or `before`."""
    sources: tuple[Source, ...]
    """What `text` rests on."""
    attempts: tuple[Attempt, ...]
    """At most two: the first wording and its repair."""

    @property
    def new(self) -> bool:
        """Whether a wording passed that differs from what stood there."""
        return self.outcome != "put_back" and self.text != self.before

    @property
    def refused(self) -> tuple[Attempt, ...]:
        """The wordings that were thrown out."""
        return tuple(attempt for attempt in self.attempts if attempt.refused)

    @property
    def unanswered(self) -> bool:
        """Whether the last request about it brought no answer, so that it may be asked for again."""
        return any(finding.kind == NO_ANSWER for finding in self.attempts[-1].findings)

    @property
    def dropped_must_have(self) -> bool:
        """Whether a model left a must-have, or a part of it, out of one of its wordings."""
        return self.sources[0].field == "must_have" and any(
            finding.kind in DROPPED for attempt in self.refused for finding in attempt.findings
        )


@dataclass(frozen=True, slots=True)
class Started:
    """A rewriting begins: how many lines will be sent."""

    lines: int


@dataclass(frozen=True, slots=True)
class Asking:
    """A request goes out: for which sections, by which prompt ("repair 1"), and whether it is a repair."""

    request: int
    """Its number in the order of the text, from 0; a repair has that of the request whose lines it repairs."""
    headings: tuple[str, ...]
    prompt: str
    repair: bool


@dataclass(frozen=True, slots=True)
class Over:
    """Nothing more comes of a request and its repair."""

    request: int


@dataclass(frozen=True, slots=True)
class Unanswered:
    """No answer that can be used came for lines of these sections: they are as before, and may be asked for again."""

    headings: tuple[str, ...]
    message: str
    hint: str


Event = Started | Asking | Over | ItemResult | Unanswered | Usage
"""What happens while a posting is reworded; an `ItemResult` comes only when its line is settled."""


@dataclass(frozen=True, slots=True)
class Report:
    """The counts of a rewriting."""

    kept: int
    repaired: int
    put_back: int
    """Refused twice, and as before."""
    unanswered: int
    """As before, since no answer came."""
    dropped_must_haves: tuple[str, ...]
    """Ids of the items."""


def report(results: Iterable[ItemResult]) -> Report:
    """Return the counts of settled lines."""
    settled = tuple(results)
    unanswered = sum(result.unanswered for result in settled)
    counts = {
        outcome: sum(result.outcome == outcome for result in settled) for outcome in ("kept", "repaired", "put_back")
    }
    dropped = tuple(result.item_id for result in settled if result.dropped_must_have)
    return Report(counts["kept"], counts["repaired"], counts["put_back"] - unanswered, unanswered, dropped)
