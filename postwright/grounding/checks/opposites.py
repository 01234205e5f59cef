"""Moments and sums turned round: the start for the end, "plus" for "including"."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.amounts import Amount
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Hit, Lexicon
from postwright.model.statement import GroundingFinding

_SUMS = frozenset(("opposite.including", "opposite.besides"))
_CONVERSE = frozenset(
    (
        "opposite.buy",
        "opposite.sell",
        "opposite.lend",
        "opposite.borrow",
        "opposite.give_feedback",
        "opposite.get_feedback",
    )
)
"""What the one does who deals with one that does the opposite."""
_COVERED = "opposite.covered"
_ORDER = frozenset(("opposite.before", "opposite.after"))
_KINDS = {
    "opposite.some": "strength_lowered",
    **dict.fromkeys(_SUMS, "benefit"),
    **dict.fromkeys(_CONVERSE, "role_swapped"),
}
"""Kinds of findings that are not on time."""
_JOINS = frozenset(("or", "and"))
_WITHIN_PHRASES = "same_verbs"
"""The list whose phrases may hold such a word without its meaning: "look after"."""


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield each word whose opposite stands in the sources instead."""
    hits = [hit for hit in statement.hits("opposites") if not _is_within(statement, hit)]
    said = {hit.entry.id for hit in hits}
    given = {
        hit.entry.id: (source, hit)
        for source in sources
        for hit in source.hits("opposites")
        if not _is_within(source, hit)
    }
    named = {hit.entry.id for source in sources for hit in source.hits("opposites")}
    for at, hit in enumerate(hits):
        other = hit.entry.value
        if hit.entry.id in named or other not in given:
            continue
        source, known = given[other]
        if other in said and not _is_both(statement, hit, hits[at - 1 : at] + hits[at + 1 : at + 2]):
            continue
        if hit.entry.id in _CONVERSE and not _does_same(statement, hit, source, known):
            continue
        if hit.entry.id == _COVERED and any(_is_share(amount) for amount in statement.amounts):
            continue
        if hit.entry.id in _SUMS and statement.section not in ("benefits", "pay", "schedule"):
            continue
        if _is_denied(statement, hit) or _is_denied(source, known):
            continue
        if hit.entry.id in _ORDER and _is_turned_round(statement, hit, source, known):
            continue
        words, theirs = statement.words(hit.first, hit.last), source.words(known.first, known.last)
        kind = _KINDS.get(hit.entry.id, "time")
        yield GroundingFinding(kind, hit.start, hit.end, f"“{words}”: the sources say “{theirs}”.", True)


def _does_same(statement: Examined, said: Hit, source: Examined, known: Hit) -> bool:
    """Say whether the same does both: customers who buy are those to whom the reader sells."""
    ours = [doing.agents for doing in statement.doings(reader_does=True) if doing.verb == said.first]
    theirs = [doing.agents for doing in source.doings(reader_does=True) if doing.verb == known.first]
    return any(not one.isdisjoint(other) for one in ours for other in theirs)


def _is_share(amount: Amount) -> bool:
    """Say whether a number says how much of a price is paid."""
    return amount.form == "part" or amount.unit == "%" or amount.is_money


def _is_within(text: Examined, hit: Hit) -> bool:
    return any(period.first <= hit.first <= period.last for period in text.periods) or any(
        other.first <= hit.first <= hit.last <= other.last and other.last - other.first > hit.last - hit.first
        for other in text.meaning.hits
        if other.entry.category == _WITHIN_PHRASES
    )


def _is_denied(text: Examined, hit: Hit) -> bool:
    """Say whether "not … before" stands for "after"."""
    tokens = text.prepared.tokens
    return any(
        no.entry.value == "no" and no.last < hit.first and tokens[no.first].clause == tokens[hit.first].clause
        for no in text.meaning.of("polarity")
    )


def _is_both(text: Examined, hit: Hit, beside: list[Hit]) -> bool:
    """Say whether a line leaves both open: "before or after midnight"."""
    tokens = text.prepared.tokens
    return any(
        other.entry.id == hit.entry.value
        and [token.low in _JOINS for token in tokens[min(hit.last, other.last) + 1 : max(hit.first, other.first)]]
        == [True]
        for other in beside
    )


def _is_turned_round(statement: Examined, said: Hit, source: Examined, known: Hit) -> bool:
    """Say whether the two things changed places as well: "the visit before the offer", "the offer after the visit"."""
    behind = _concepts(statement, _behind(statement, said))
    first = [at for at in source.meaning.telling if at < known.first]
    then = _behind(source, known)
    return not behind.isdisjoint(_concepts(source, first)) and behind.isdisjoint(_concepts(source, then))


def _behind(text: Examined, hit: Hit) -> list[int]:
    """Return the words that tell something behind a word, up to the end of its part."""
    tokens = text.prepared.tokens
    return [at for at in text.meaning.telling if at > hit.last and tokens[at].part == tokens[hit.last].part]


def _concepts(text: Examined, where: list[int]) -> frozenset[str]:
    return frozenset[str]().union(*(text.meaning.concepts[at] for at in where))
