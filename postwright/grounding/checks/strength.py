"""What is a must and what is nice to have, and how well a thing must be known: no more and no less than the source."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Hit, longest
from postwright.model.statement import GroundingFinding

MUST: frozenset[str | None] = frozenset(
    ("must_have", "licence", "education", "language", "level", "physical", "clearance")
)
"""Fields whose entries are asked for, unless their words say otherwise."""
ASKED = MUST | {"nice_to_have"}
_MAY = frozenset(("may", "might"))
NEAR = 3
"""Tokens that a denial stands before what it denies at most."""
WELL = 3
"""Degree from which a word that no source has is more than "experience"."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield what asks for more or less than the source."""
    for index, source in enumerate(compared.sources):
        if source.field in ASKED or source.field == "responsibility":
            yield from _of_source(compared, index, source)
        if source.field in ASKED:
            yield from _degree(compared, index, source)


def _of_source(compared: Comparison, index: int, source: Examined) -> Iterator[GroundingFinding]:
    greets = {
        at
        for hit in compared.about(index, "strength")
        if hit.entry.value == "none"
        for at in range(hit.first, hit.last + 1)
    }
    asks = list(longest(compared.about(index, "strength")))
    nice = [hit for hit in asks if hit.entry.value == "nice" and hit.first not in greets]
    if source.field == "responsibility":
        if (at := _may(compared, index, source)) is not None:
            yield _lowered(compared.statement.span(at, at), "The entry is a task, but the line leaves it open.")
    elif _is_nice(source):
        must = [
            hit for hit in compared.about(index, "strength") if hit.entry.value == "must" and not _denied(compared, hit)
        ]
        if must and not nice:
            yield _raised(must[0], "The entry is only nice to have, but the line demands it.")
        elif not nice and compared.statement.section != "preferred":
            yield _raised(_all(compared, index), "The entry is only nice to have, but the line takes it for granted.")
    elif source.field in MUST:
        if (at := _may(compared, index, source)) is not None:
            yield _lowered(compared.statement.span(at, at), "The entry is a must, but the line leaves it open.")
        elif nice and not _says_nice(source) and not _is_asked_too(compared, index, nice[0]):
            yield _lowered(nice[0], "The entry is a must, but the line makes it a wish.")
        elif compared.statement.section == "preferred":
            yield _lowered(_all(compared, index), "The entry is a must, but the line stands among the wishes.")


def _may(compared: Comparison, index: int, source: Examined) -> int | None:
    """Return the "may" of what the line says of a demand, where the entry leaves nothing open."""
    if any(hit.entry.value in ("choice", "weak", "vague", "trigger") for hit in source.meaning.of("conditions")):
        return None
    tokens = compared.statement.prepared.tokens
    bounds = {at for hit in compared.statement.meaning.of("comparators") for at in range(hit.first, hit.last + 1)}
    said = (
        at
        for at, token in enumerate(tokens)
        if token.text in _MAY
        and at not in bounds
        and compared.owners[at] == index
        and not (source.field == "responsibility" and _is_only(compared.statement, at) and _is_only(source))
    )
    return next(said, None)


def _is_only(text: Examined, may: int | None = None) -> bool:
    """Say whether "only" stands beside a "may", or anywhere: "you may only enter with a key" leaves nothing open."""
    lows = [token.low for token in text.prepared.tokens]
    return "only" in (lows if may is None else lows[max(0, may - 3) : may + 4])


def _is_nice(source: Examined) -> bool:
    return source.field == "nice_to_have" or _says_nice(source)


def _says_nice(source: Examined) -> bool:
    return any(
        hit.entry.value == "nice" and not source.prepared.tokens[hit.first].low.startswith("no")
        for hit in source.meaning.of("strength")
    )


def _is_asked_too(compared: Comparison, index: int, nice: Hit) -> bool:
    """Say whether the words demand a thing beside a wish: "the ideal candidate must be able to"."""
    part = compared.statement.prepared.tokens[nice.first].part
    return any(
        hit.entry.value == "must"
        and compared.statement.prepared.tokens[hit.first].part == part
        and not nice.first <= hit.first <= nice.last
        and not _denied(compared, hit)
        for hit in longest(compared.about(index, "strength"))
    )


def _denied(compared: Comparison, hit: Hit) -> bool:
    """Say whether "not" or the like stands just before the words."""
    return any(
        0 < hit.first - no.last <= NEAR and no.entry.value == "no" for no in compared.statement.meaning.of("polarity")
    )


def _degree(compared: Comparison, index: int, source: Examined) -> Iterator[GroundingFinding]:
    asked = max((int(hit.entry.value) for hit in _degrees(source)), default=0)
    if asked == WELL - 1 and any(hit.entry.value == "1" for hit in _degrees(source)):
        asked = 1  # basic knowledge
    said = [hit for hit in _degrees(compared.statement) if compared.owners[hit.first] == index]
    most = max((h for h in said if _is_new(compared, h)), key=lambda hit: int(hit.entry.value), default=None)
    known = max((int(hit.entry.value) for hit in said), default=0)
    if asked == 1 and known == WELL - 1 and any(hit.entry.value == "1" for hit in said):
        known = 1
    if most is not None and int(most.entry.value) > max(asked, WELL - 1):
        yield _raised(most, "The entry asks for less than the line says.")
    elif asked == 1 and known != 1 and most is not None:
        yield _raised(most, "The entry asks only for a basic degree.")
    elif asked == 1 and known == 0:
        yield _raised(_all(compared, index), "The entry asks only for a basic degree; the line does not say so.")
    elif asked >= WELL and known < WELL:
        yield _lowered(most or _all(compared, index), "The entry asks for more than the line says.")
    elif most is not None and known == 1 and asked != 1 and source.field != "nice_to_have":
        yield _lowered(most, "The entry asks for more than a basic degree.")


def _degrees(text: Examined) -> Iterator[Hit]:
    tokens = text.prepared.tokens
    return (
        hit for hit in text.meaning.of("degrees") if not (tokens[hit.first].text[0].isupper() and _is_name(text, hit))
    )


def _is_name(text: Examined, hit: Hit) -> bool:
    """Say whether the words behind have capitals too: "Basic Life Support" is a name."""
    tokens = text.prepared.tokens
    following = [token for token in tokens[hit.last + 1 : hit.last + 4] if token.low not in ("of", "in", "and")]
    wanted = 2 if tokens[hit.first].opens else 1
    return len(following) >= wanted and all(token.text[0].isupper() for token in following[:wanted])


def _is_new(compared: Comparison, hit: Hit) -> bool:
    """Say whether the words of a degree stand in no source as they are."""
    return compared.statement.prepared.tokens[hit.last].stem not in compared.known


def _all(compared: Comparison, index: int) -> tuple[int, int]:
    """Return the span of what the line says of a source."""
    tokens = compared.statement.prepared.tokens
    own = [token for token, owner in zip(tokens, compared.owners, strict=True) if owner == index] or tokens
    return own[0].start, own[-1].end


def _span(where: Hit | tuple[int, int]) -> tuple[int, int]:
    return (where.start, where.end) if isinstance(where, Hit) else where


def _raised(where: Hit | tuple[int, int], message: str) -> GroundingFinding:
    return GroundingFinding("strength_raised", *_span(where), message, True)


def _lowered(where: Hit | tuple[int, int], message: str) -> GroundingFinding:
    return GroundingFinding("strength_lowered", *_span(where), message, True)
