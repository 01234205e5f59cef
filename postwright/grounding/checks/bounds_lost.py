"""What bounds an offer and is gone in the line: "for the first year", "while on call", "free of meetings", who pays."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.agent_words import YOU
from postwright.grounding.checks.amounts import matches
from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.model.statement import GroundingFinding

_OFFERED: frozenset[str | None] = frozenset(("benefit", "pay", "other_compensation"))
_WORKING = frozenset(("working", "business"))
_PAY = "pay"
_YOU = frozenset(("you", "your", "yours"))


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield the bounds of each source that the line turns into none."""
    for index, source in enumerate(compared.sources):
        yield from _freed(compared, source)
        yield from _without(compared, source)
        yield from _days(compared, source)
        if source.field in _OFFERED:
            yield from _for_the_first(compared, source)
            yield from _while(compared, index, source)
            yield from _paid_by_reader(compared, source)


def _lows(text: Examined) -> list[str]:
    return [token.low for token in text.prepared.tokens]


def _freed(compared: Comparison, source: Examined) -> Iterator[GroundingFinding]:
    """Yield "free" where the source says of what a time is free."""
    ours, theirs = _lows(compared.statement), _lows(source)
    known = compared.statement.meaning.all_concepts
    for at in range(len(theirs) - 2):
        if theirs[at] == "free" and theirs[at + 1] in ("of", "from") and "free" in ours:
            behind = range(at + 2, min(at + 5, len(theirs)))
            if all(source.meaning.concepts[n].isdisjoint(known) for n in behind):
                yield _finding(compared, "schedule", f"The entry says “{source.words(at, at + 2)}”; the line does not.")


def _without(compared: Comparison, source: Examined) -> Iterator[GroundingFinding]:
    """Yield "without" alone where the source has "with or without"."""
    ours = _lows(compared.statement)
    if "with or without" in " ".join(_lows(source)) and "without" in ours and "or" not in ours:
        yield _finding(compared, "alternative", "The entry says “with or without”; the line does not.")


def _days(compared: Comparison, source: Examined) -> Iterator[GroundingFinding]:
    """Yield days within which something is done where the source counts working days only, or the other way round."""
    for said in compared.statement.amounts:
        for known in source.amounts:
            if said.unit != "day" or known.unit != "day" or "within" not in (said.comparator, known.comparator):
                continue
            words = [
                not _WORKING.isdisjoint(_lows(text)[amount.first : amount.last + 1])
                for text, amount in ((compared.statement, said), (source, known))
            ]
            if words[0] != words[1] and said.plain == known.plain:
                yield _finding(compared, "time", f"The entry says “{source.words(known.first, known.last)}”.")
                return


def _for_the_first(compared: Comparison, source: Examined) -> Iterator[GroundingFinding]:
    """Yield where an offer for the first months has become one for good."""
    theirs = _lows(source)
    for amount in source.amounts:
        before = theirs[max(0, amount.first - 3) : amount.first]
        if before[-3:] != ["for", "the", "first"] or not amount.unit or "first" in _lows(compared.statement):
            continue
        if not any(matches(compared.statement, said, 0, source, amount, 0) for said in compared.statement.amounts):
            words = source.words(amount.first - 3, amount.last)
            yield _finding(compared, "condition", f"The entry says “{words}”; without it the line promises more.")


def _while(compared: Comparison, index: int, source: Examined) -> Iterator[GroundingFinding]:
    """Yield where an offer that holds "while you are …" has lost that."""
    tokens = source.prepared.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.low != "while" or tokens[at + 1].low != "you":
            continue
        behind = [n for n in source.meaning.content if n > at and tokens[n].clause == token.clause]
        if behind and set(behind) <= set(compared.missing[index]):
            words = source.words(at, behind[-1])
            yield _finding(compared, "condition", f"The entry says “{words}”; without it the line promises more.")


def _paid_by_reader(compared: Comparison, source: Examined) -> Iterator[GroundingFinding]:
    """Yield where the reader pays what the employer pays in the source."""
    stem = compared.lexicon.stem(_PAY)
    tokens = source.prepared.tokens
    by_others = any(
        token.low == "pays" or (token.low == _PAY and at and tokens[at - 1].low == "we")
        for at, token in enumerate(tokens)
    )
    if not by_others or not _YOU.isdisjoint(_lows(source)):
        return
    for doing in compared.statement.doings(reader_does=True):
        token = compared.statement.prepared.tokens[doing.verb]
        if token.stem == stem and doing.agents == {YOU} and _is_share_behind(compared.statement, doing.verb):
            message = f"“{token.text}”: in the entry somebody else does this than in the line."
            yield GroundingFinding("role_swapped", token.start, token.end, message, True)


def _is_share_behind(text: Examined, verb: int) -> bool:
    return any(amount.first - verb in (1, 2) for amount in text.amounts)


def _finding(compared: Comparison, kind: str, message: str) -> GroundingFinding:
    return GroundingFinding(kind, 0, len(compared.statement.prepared.text), message, True)
