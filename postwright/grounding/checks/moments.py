"""Where a thing begins and where it ends: "until 31 August" is not "from 31 August"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postwright.grounding.amounts import Amount
from postwright.grounding.checks.amounts import matches
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Lexicon
from postwright.model.statement import GroundingFinding

_NEAR = 5
"""Tokens before a date in which a word says whether something begins or ends there."""
_TO = frozenset(("to", "-", "until", "till", "through"))


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time of day, and whether something begins or ends there."""

    amount: Amount
    month: str
    role: str


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield every beginning that is an end in the sources, and the other way round."""
    for said in statement.once(_moments):
        given = {
            known.role
            for source in sources
            for known in source.once(_moments)
            if known.month == said.month and matches(statement, said.amount, 0, source, known.amount, 0)
        }
        if given and said.role not in given:
            words = statement.words(said.amount.first, said.amount.last)
            start, end = statement.span(said.amount.first, said.amount.last)
            why = "something ends" if said.role == "start" else "something begins"
            yield GroundingFinding("time", start, end, f"“{words}”: in the sources {why} then.", True)


def _moments(text: Examined) -> tuple[Moment, ...]:
    """Return the dates and times of day of a text at which something begins or ends."""
    return tuple(_found(text))


def _found(text: Examined) -> Iterator[Moment]:
    """Yield the dates and times of day of a text of which it says whether something begins or ends there."""
    tokens = text.prepared.tokens
    months = {hit.first: hit.entry.id for hit in text.hits("time_words") if hit.entry.value == "capital"}
    past = 0
    for amount in text.amounts:
        beside = [months[at] for at in range(amount.first - 1, amount.last + 3) if at in months]
        if len(amount.values) > 1 or not (amount.is_clock or beside or amount.form == "ordinal"):
            continue
        cues = [
            hit
            for hit in text.meaning.of("moments")
            if max(past, amount.first - _NEAR) <= hit.first < amount.first
            and tokens[hit.first].clause == tokens[amount.first].clause
        ]
        before = tokens[amount.first - 1].low if amount.first else ""
        role = "end" if before in _TO and past else cues[-1].entry.value if cues else ""
        past = amount.last + 1
        if role:
            yield Moment(amount, beside[0] if beside else "", role)
