"""What the rules on duties of law share: the laws that ask for a thing, and the finding that says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.linting.binding import duties, reach
from postwright.linting.law import Ruling
from postwright.linting.law_words import cited, explained, names
from postwright.model.finding import Finding, Fix
from postwright.model.words import SEVERITIES, Confidence, Severity

if TYPE_CHECKING:
    from postwright.guidelines.records import AdDuties
    from postwright.linting.rule import Context


@dataclass(frozen=True, slots=True)
class Asking:
    """The laws that ask for one thing, surely or perhaps, and whether any place was known at all."""

    all: tuple[Ruling, ...]
    place_known: bool

    def without(self, excused: Callable[[AdDuties], bool]) -> Asking:
        """Return these laws without those that are content with what the text says."""
        return Asking(tuple(law for law in self.all if not excused(law.jurisdiction.duties)), self.place_known)

    @property
    def severity(self) -> Severity:
        """The most that one of the laws bears out."""
        return min((law.severity for law in self.all), key=SEVERITIES.index)

    @property
    def foremost(self) -> tuple[Ruling, ...]:
        """The laws that bear out the severity: the finding names them."""
        return tuple(law for law in self.all if law.severity == self.severity)


def asking(context: Context, wants: Callable[[AdDuties], bool]) -> Asking:
    """Return the laws whose duties satisfy `wants` and that bind the posting or may bind it."""
    found = (law for law in duties(context) if law.standing != "does not bind" and wants(law.jurisdiction.duties))
    return Asking(tuple(found), reach(context).known)


def law_finding(
    context: Context,
    laws: Asking,
    *,
    message: str,
    fixes: tuple[Fix, ...],
    why: str = "",
    span: tuple[int, int] | None = None,
    field: str = "",
    ceiling: Severity = "error",
) -> Finding:
    """Return the finding that the laws ask for something; `message` has `{laws}` and `{ask}` to fill in.

    It is an error only where a law of high confidence binds for certain, and no more severe than `ceiling`.
    """
    foremost = laws.foremost
    surely = any(law.standing == "binds" for law in foremost)
    named = [law for law in foremost if law.standing == "binds"] or list(foremost)
    verb = "asks" if len(named) == 1 else "ask"
    text = message.format(laws=names(named), ask=verb if surely else "may ask")
    if not surely:
        text += f" {_condition(foremost)}"
    confidence: Confidence = "high" if any(law.jurisdiction.confidence == "high" for law in named) else "medium"
    return Finding(
        rule="",
        severity=max(laws.severity, ceiling, key=SEVERITIES.index),
        start=span[0] if span else None,
        end=span[1] if span else None,
        message=text,
        why=why,
        source=cited(context, laws.all),
        arithmetic=explained(laws.all),
        fixes=fixes,
        field=field,
        confidence=confidence,
    )


def house_finding(
    context: Context,
    *,
    message: str,
    fixes: tuple[Fix, ...],
    place_known: bool,
    field: str = "",
    severity: Severity = "notice",
) -> Finding:
    """Return the finding for what a house posting says where no law is known to ask for it."""
    ending = (
        "No law that is known for its places asks for it in the posting; it is a house rule."
        if place_known
        else "It is a house rule; give the place of the job to have the law checked too."
    )
    return Finding(
        rule="", severity=severity, start=None, end=None, message=f"{message} {ending}", why="", source="", fixes=fixes,
        field=field,
    )  # fmt: skip


def _condition(perhaps: Sequence[Ruling]) -> str:
    if len(perhaps) == 1 and perhaps[0].open_questions:
        questions = [question for question in perhaps[0].open_questions if question.startswith("if ")]
        if questions:
            return f"The law applies {' and '.join(questions)}."
    return "Whether the law applies depends on what is not known here: see the reasons."
