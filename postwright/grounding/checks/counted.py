"""What a number counts, and for what each sum is paid: "14 schools" is not "14 boxes", £30 a text not £30 a night."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.amounts import Amount
from postwright.grounding.checks.amounts import matches
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Lexicon
from postwright.model.statement import GroundingFinding

_EACH = (("for", "each"), ("for", "every"), ("per",), ("a",), ("an",), ("each",), ("every",), ("/",))
_ONLY = frozenset(("only", "sole", "single"))
_LONGEST = 4
"""Words that name what is counted at most."""


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield every number that counts something else than in the sources, and every sum paid for something else."""
    yield from _only_one(statement, sources)
    spelled = set[int]()
    if statement.amounts:
        spelled = statement.spelled_out(sources) | statement.said_otherwise(sources, category="abbreviations")
        stems = frozenset[str]().union(*(source.prepared.stems for source in sources))
        spelled = {at for at in spelled if statement.prepared.tokens[at].stem not in stems}
    for said in statement.amounts:
        if said.last + 1 in spelled or said.weak or len(said.values) > 1:
            continue
        given = [
            (source, known)
            for source in sources
            for known in source.amounts
            if len(known.values) == 1 and matches(statement, said, 0, source, known, 0)
        ]
        if not given:
            continue
        if said.is_money:
            ours, theirs = _paid_for(statement, said), [_paid_for(source, known) for source, known in given]
            if ours and all(theirs) and all(ours.isdisjoint(other) for other in theirs):
                yield _finding(statement, said, "money", "the sources give it for something else")
        elif not said.unit and not said.is_clock:
            ours, theirs = _counted(statement, said), [_counted(source, known) for source, known in given]
            is_known = any(not ours.isdisjoint(source.meaning.all_concepts) for source, _ in given)
            if ours and is_known and all(theirs) and all(ours.isdisjoint(other) for other in theirs):
                yield _finding(statement, said, "binding", "the sources count something else")


def _only_one(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield "the only recruiter" where a source counts two."""
    tokens = statement.prepared.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.low not in _ONLY:
            continue
        ours = _meant(statement, at + 1)
        for source in sources:
            many = [
                a for a in source.amounts if len(a.values) == 1 and not a.unit and a.values[0] > 1 and not a.is_clock
            ]
            if ours and any(not ours.isdisjoint(_counted(source, amount)) for amount in many):
                start, end = token.start, tokens[at + 1].end
                words = statement.prepared.text[start:end]
                yield GroundingFinding("number", start, end, f"“{words}”: the sources count more than one.", True)
                return


def _counted(text: Examined, amount: Amount) -> frozenset[str]:
    """Return what the words right behind a number mean, those of one part and before any preposition."""
    return _meant(text, amount.last + 1)


def _paid_for(text: Examined, amount: Amount) -> frozenset[str]:
    """Return what stands behind "per" and the like after a sum."""
    tokens = text.prepared.tokens
    for words in _EACH:
        behind = tokens[amount.last + 1 : amount.last + 1 + len(words)]
        if tuple(token.low for token in behind) == words:
            return _meant(text, amount.last + 1 + len(words))
    return frozenset()


def _meant(text: Examined, begin: int) -> frozenset[str]:
    tokens, telling = text.prepared.tokens, text.meaning.telling
    found: set[str] = set()
    for at in range(begin, min(begin + _LONGEST, len(tokens))):
        if at not in telling or tokens[at].kind != "word" or tokens[at].part != tokens[begin].part:
            break
        found.update(text.meaning.concepts[at])
    return frozenset(found)


def _finding(statement: Examined, amount: Amount, kind: str, why: str) -> GroundingFinding:
    words = statement.words(amount.first, amount.last)
    return GroundingFinding(kind, *statement.span(amount.first, amount.last), f"“{words}”: {why}.", True)
