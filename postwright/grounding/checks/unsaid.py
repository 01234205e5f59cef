"""Pay, benefits, hours and places are facts from end to end: one word there with nothing behind it is too much."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.comparison import Comparison, has_family
from postwright.grounding.support import unsupported
from postwright.model.statement import GroundingFinding

_LIGHT_VERBS = frozenset(("light.verbs", "light.more_verbs"))
_OPENING = frozenset(("if", "when", "whenever", "should"))
KINDS = {"benefits": "benefit", "pay": "benefit", "schedule": "schedule", "location": "place"}
"""The sections, with the kind of finding that a word without support gives."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield the words of such a section that have nothing behind them; common verbs that say little are let pass."""
    kind = KINDS.get(compared.statement.section)
    if kind is None:
        return
    statement = compared.statement
    verbs = {hit.first for hit in statement.meaning.hits if hit.entry.id in _LIGHT_VERBS}
    frames = (hit for hit in statement.meaning.hits if hit.entry.id == "house.frames")
    framed = {at for hit in frames for at in range(hit.first, hit.last + 1)}
    anyone = {hit.first for hit in statement.meaning.of("actors") if hit.entry.id == "actor.anyone"}
    for at in unsupported(statement, compared.sources, compared.lexicon):
        is_time_off = kind == "schedule" and statement.prepared.tokens[at].low == "free"
        if at in statement.framing or is_time_off or at in framed:
            continue
        if at in statement.meaning.content and at not in compared.added:
            continue  # of the family of a word that a source has
        if at in anyone and _is_doing_known(compared, at):
            continue
        if at not in verbs and statement.meaning.concepts[at].isdisjoint(compared.known):
            token = statement.prepared.tokens[at]
            yield GroundingFinding(kind, token.start, token.end, f"“{token.text}”: no source says so.", True)


def _is_doing_known(compared: Comparison, at: int) -> bool:
    """Say whether anybody does what a source says is done: "if a pupil cancels" for "cancelled lessons"."""
    tokens = compared.statement.prepared.tokens
    opens = any(token.low in _OPENING for token in tokens[max(0, at - 3) : at])
    return opens and at + 1 < len(tokens) and has_family(tokens[at + 1].stem, compared.known)
