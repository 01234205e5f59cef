"""What the rules on duties of law share: the laws that ask for a thing, and the finding that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from postwright.linting.law import NOT_ADVICE, Ruling, is_stale, month_in_words, reach_of, rulings
from postwright.model.finding import Finding, Fix
from postwright.model.words import Confidence, Severity

if TYPE_CHECKING:
    from postwright.guidelines.records import AdDuties
    from postwright.linting.rule import Context

MOST_NAMED = 6
"""Laws named one by one in a finding; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The laws that ask for one thing, surely or perhaps, and whether any place was known at all."""

    surely: tuple[Ruling, ...]
    perhaps: tuple[Ruling, ...]
    place_known: bool

    @property
    def all(self) -> tuple[Ruling, ...]:
        return (*self.surely, *self.perhaps)


def asking(context: Context, wants: Callable[[AdDuties], bool]) -> Asking:
    """Return the laws whose duties satisfy `wants` and that bind the posting or may bind it."""
    reach = reach_of(context)
    found = [ruling for ruling in _rulings(context) if wants(ruling.jurisdiction.duties)]
    return Asking(
        surely=tuple(ruling for ruling in found if ruling.standing == "binds"),
        perhaps=tuple(ruling for ruling in found if ruling.standing == "may bind"),
        place_known=reach.known or reach.remote_anywhere,
    )


def law_finding(
    context: Context,
    laws: Asking,
    *,
    message: str,
    fixes: tuple[Fix, ...],
    why: str = "",
    span: tuple[int, int] | None = None,
    field: str = "",
    ceiling: str = "error",
) -> Finding:
    """Return the finding that the laws ask for something; `message` has `{laws}` and `{ask}` to fill in.

    It is an error only where a law of high confidence binds for certain, and no more severe than `ceiling`.
    """
    certain = [ruling for ruling in laws.surely if ruling.certain]
    named = certain or list(laws.surely) or list(laws.perhaps)
    confidence: Confidence = "high" if certain else "medium"
    severity: Severity = "error" if certain and ceiling == "error" else "warning"
    if ceiling == "notice":
        severity = "notice"
    verb = "asks" if len(named) == 1 else "ask"
    text = message.format(laws=_names(named), ask=verb if laws.surely else "may ask")
    if not laws.surely:
        text += f" {_condition(laws.perhaps)}"
    return Finding(
        rule="",
        severity=severity,
        start=span[0] if span else None,
        end=span[1] if span else None,
        message=text,
        why=why,
        source=_source(context, laws.all),
        arithmetic=" ".join(_explained(ruling) for ruling in laws.all[:MOST_NAMED]) + _rest(laws.all),
        fixes=fixes,
        field=field,
        confidence=confidence,
    )


def house_finding(
    context: Context, *, message: str, fixes: tuple[Fix, ...], place_known: bool, field: str = ""
) -> Finding:
    """Return the notice for what a house posting says where no law is known to ask for it."""
    ending = (
        "No law of the places that are known asks for it in the posting; it is a house rule."
        if place_known
        else "No place is known, so no law was checked; it is a house rule."
    )
    return Finding(
        rule="", severity="notice", start=None, end=None, message=f"{message} {ending}", why="", source="", fixes=fixes,
        field=field,
    )  # fmt: skip


def _rulings(context: Context) -> tuple[Ruling, ...]:
    """Return the rulings for the posting, computed once for all rules on law."""
    known = context.facts.get("law")
    if known is None:
        headcount = context.organisation.headcount if context.organisation else ()
        known = rulings(reach_of(context), headcount=headcount, guidelines=context.guidelines, date=context.date)
        context.facts["law"] = known
    return cast("tuple[Ruling, ...]", known)


def _names(found: Iterable[Ruling]) -> str:
    names = [ruling.jurisdiction.name for ruling in found]
    if len(names) > MOST_NAMED:
        return f"{', '.join(names[: MOST_NAMED - 1])} and {len(names) - MOST_NAMED + 1} other places"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _condition(perhaps: tuple[Ruling, ...]) -> str:
    if len(perhaps) == 1 and perhaps[0].open_questions:
        questions = [question for question in perhaps[0].open_questions if question.startswith("if ")]
        if questions:
            return f"The law applies {' and '.join(questions)}."
    return "Whether the law applies depends on what is not known here: see the reasons."


def _explained(ruling: Ruling) -> str:
    law = ruling.jurisdiction
    parts = [*ruling.reasons, *ruling.open_questions]
    return f"{law.name} ({law.statute}): {'; '.join(parts) if parts else ruling.standing}."


def _rest(found: tuple[Ruling, ...]) -> str:
    more = len(found) - MOST_NAMED
    return f" And {more} more: {', '.join(r.jurisdiction.name for r in found[MOST_NAMED:])}." if more > 0 else ""


def _source(context: Context, found: tuple[Ruling, ...]) -> str:
    """Return the statutes with the month of the law, and a word about facts that have grown old."""
    statutes = "; ".join(f"{r.jurisdiction.name}: {r.jurisdiction.statute}" for r in found[:MOST_NAMED])
    months = sorted({r.jurisdiction.checked for r in found})
    as_of = f"law as of {month_in_words(months[0])}" if months else ""
    stale = any(is_stale(r.jurisdiction, context.guidelines, context.date) for r in found)
    old = " These facts are older than the house allows: check the statute before you rely on them." if stale else ""
    return f"{statutes} ({as_of}). {NOT_ADVICE}{old}"
