"""Limits that a line takes away: near for in, only for also, with somebody for alone, and praise without measure."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Lexicon
from postwright.model.statement import GroundingFinding

_NARROWS = frozenset(("reach.near", "reach.outskirts", "reach.centre"))
_ONLY, _ALSO = frozenset(("only", "solely", "exclusively")), (("as", "well", "as"), ("not", "only"), ("in", "addition"))
_SUPERLATIVE, _NO_QUALITY = ("the", "most"), frozenset(("of", "out", "and", "or", "a", "per", "you", "we", "that"))
_PLACES: frozenset[str | None] = frozenset(("location", "workplace", "travel", "company", "summary", "team"))
_COMPASS = frozenset(("north", "south", "east", "west", "inner", "outer"))
_PREFIX, _SHORTEST_NAME = 4, 6


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield each limit of a source that the line takes away."""
    stems = frozenset[str]().union(*(source.prepared.stems for source in sources))
    lows = [token.low for token in statement.prepared.tokens]
    yield from _moved_in(statement, sources)
    yield from _widened(statement, sources)
    yield from _misspelt(statement, sources, stems)
    for at in range(len(lows) - 2):
        is_most = tuple(lows[at : at + 2]) == _SUPERLATIVE and "most" not in stems
        if is_most and lows[at + 2].isalpha() and lows[at + 2] not in _NO_QUALITY and lows[at - 1 if at else 0] != "at":
            yield _finding(statement, "claim", at, at + 2, "no entry says that nothing exceeds it.")
    if stems & _ONLY and not _ONLY.intersection(lows):
        for words in _ALSO:
            for at in range(len(lows) - len(words)):
                if tuple(lows[at : at + len(words)]) == words:
                    yield _finding(statement, "negation", at, at + len(words) - 1, "the entry says “only”.")
    for hit in statement.hits("opposites"):
        if hit.entry.id == "opposite.alone" and _goes_with_somebody(statement, sources):
            yield _finding(statement, "condition", hit.first, hit.last, "in the entry somebody else is there.")


def _moved_in(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield "in Leeds" for "near Leeds"."""
    said = {hit.entry.id for hit in statement.hits("reach")}
    for source in sources:
        if source.field not in _PLACES:
            continue
        narrow = [(h.first, h.last) for h in source.hits("reach") if h.entry.id in _NARROWS and h.entry.id not in said]
        tokens = source.prepared.tokens
        stems = statement.prepared.stems
        narrow += [(at, at) for at, t in enumerate(tokens) if t.low in _COMPASS and t.stem not in stems]
        for first, last in narrow:
            past = last + 1
            while past < len(tokens) and tokens[past].low in ("of", "the"):
                past += 1
            if past < len(tokens) and tokens[past].kind == "word" and tokens[past].stem in stems:
                words = source.words(first, last)
                end = len(statement.prepared.text)
                yield GroundingFinding("place", 0, end, f"The entry says “{words}”; the line does not.", True)


def _widened(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield "all over Kent" where the source has only Kent, or places in it."""
    given = {hit.entry.id for source in sources for hit in source.hits("extent")}
    if given:
        return
    tokens = statement.prepared.tokens
    for hit in statement.hits("extent"):
        behind = next((t for t in tokens[hit.last + 1 : hit.last + 4] if t.low not in ("the", "of", "our")), None)
        if behind is not None and behind.kind == "word" and behind.text[0].isupper():
            yield _finding(statement, "place", hit.first, hit.last, "no source says that it is the whole of it.")


def _goes_with_somebody(statement: Examined, sources: tuple[Examined, ...]) -> bool:
    """Say whether a source has "with" somebody, of whom the line says nothing."""
    for source in sources:
        tokens = source.prepared.tokens
        people = {hit.first for hit in source.meaning.of("actors") if hit.entry.value}
        for at, token in enumerate(tokens):
            if token.low == "with":
                near = [n for n in range(at + 1, min(at + 4, len(tokens))) if n in people]
                if near and tokens[near[0]].stem not in statement.prepared.stems:
                    return True
    return False


def _misspelt(statement: Examined, sources: tuple[Examined, ...], stems: frozenset[str]) -> Iterator[GroundingFinding]:
    """Yield the name at the beginning of a sentence that is nearly one of the sources: another name."""
    names = {t.low for source in sources for t in source.prepared.words if t.text[0].isupper()}
    for at, token in enumerate(statement.prepared.tokens):
        if not token.opens or len(token.low) < _SHORTEST_NAME or token.stem in stems or token.low in names:
            continue
        if any(
            len(name) == len(token.low)
            and name[:_PREFIX] == token.low[:_PREFIX]
            and sum(one != other for one, other in zip(name, token.low, strict=True)) == 1
            for name in names
        ):
            yield _finding(statement, "name", at, at, "the entries write the name in another way.")


def _finding(statement: Examined, kind: str, first: int, last: int, why: str) -> GroundingFinding:
    start, end = statement.span(first, last)
    return GroundingFinding(kind, start, end, f"“{statement.words(first, last)}”: {why}", True)
