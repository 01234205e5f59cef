"""How far somebody answers for a task: helping with it, doing it and leading it are three things."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Hit
from postwright.model.statement import GroundingFinding

DONE: frozenset[str | None] = frozenset(("responsibility", "outcome", "must_have"))
"""Fields that say what somebody does or has done."""
_GIVEN: frozenset[str | None] = frozenset(("benefit", "other_compensation", "visa"))
"""Fields that say what the employer gives."""
_HELPS, _ANSWERS, _LEADS = "1", "2", "3"


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield helping where the source has doing or leading, and the other way round."""
    for index, source in enumerate(compared.sources):
        if source.field in DONE:
            yield from _of_source(compared, index, source)
        elif source.field in _GIVEN:
            yield from _of_offer(compared, source)


def _of_offer(compared: Comparison, source: Examined) -> Iterator[GroundingFinding]:
    """Yield help of the employer that has become the whole: "help with childcare costs"."""
    helps = [hit for hit in source.meaning.of("involvement") if hit.entry.value == _HELPS and not _is_name(source, hit)]
    said = any(hit.entry.value == _HELPS for hit in compared.statement.meaning.of("involvement"))
    partly = {"subsid", "contribut", "part", "toward", "contribution", "towards"} & {
        t.low for t in compared.statement.prepared.tokens
    }
    if helps and not said and not partly and not _matched(compared, source, _HELPS):
        kind = "benefit" if source.field == "benefit" else "strength_raised"
        yield GroundingFinding(
            kind, *_whole(compared), "The entry only offers help; the line promises the whole.", True
        )


def _of_source(compared: Comparison, index: int, source: Examined) -> Iterator[GroundingFinding]:
    hopes = {at for hit in source.meaning.of("strength") for at in range(hit.first, hit.last + 1)}
    known = {
        hit.entry.value
        for hit in source.meaning.of("involvement")
        if hit.first not in hopes and not _is_name(source, hit)
    }
    wishes = {at for hit in compared.statement.meaning.of("strength") for at in range(hit.first, hit.last + 1)}
    said = [
        hit
        for hit in compared.about(index, "involvement")
        if hit.first not in wishes and not _is_name(compared.statement, hit)
    ]
    values = {hit.entry.value for hit in said}
    if _HELPS in known and not known & {_ANSWERS, _LEADS}:
        more = [hit for hit in said if hit.entry.value != _HELPS]
        if _HELPS not in values and more:
            yield _raised(more[0], "the entry only asks to help.")
        elif _HELPS not in values and not _matched(compared, source, _HELPS):
            yield _raised(_whole(compared), "the entry only asks to help; the line does not say so.")
    if _HELPS in values and _HELPS not in known:
        helps = [hit for hit in said if hit.entry.value == _HELPS and not _is_known(compared, hit)]
        if helps and not values & {_ANSWERS, _LEADS}:
            yield _lowered(helps[0], "the entry asks for more than help.")
    if _LEADS in values and _LEADS not in known:
        leads = [hit for hit in said if hit.entry.value == _LEADS and not _is_known(compared, hit)]
        if leads:
            yield _raised(leads[0], "no entry says that the person leads or owns this.")
    if _LEADS in known and not values and not _matched(compared, source, _LEADS):
        yield _lowered(_whole(compared), "the entry says that the person leads or owns this; the line does not.")


def _is_name(text: Examined, hit: Hit) -> bool:
    """Say whether the words are part of a name: "Basic Life Support"."""
    token = text.prepared.tokens[hit.first]
    return token.text[0].isupper() and not token.opens


def _is_known(compared: Comparison, hit: Hit) -> bool:
    return any(
        not compared.statement.meaning.concepts[at].isdisjoint(compared.known) for at in range(hit.first, hit.last + 1)
    )


def _matched(compared: Comparison, source: Examined, value: str) -> bool:
    """Say whether the line has another word for what the source says of leading or helping."""
    known = compared.statement.meaning.all_concepts
    return any(
        not source.meaning.concepts[at].isdisjoint(known)
        for hit in source.meaning.of("involvement")
        if hit.entry.value == value
        for at in range(hit.first, hit.last + 1)
    )


def _whole(compared: Comparison) -> tuple[int, int]:
    return 0, len(compared.statement.prepared.text)


def _finding(kind: str, where: Hit | tuple[int, int], message: str) -> GroundingFinding:
    start, end = (where.start, where.end) if isinstance(where, Hit) else where
    return GroundingFinding(kind, start, end, f"{message[0].upper()}{message[1:]}", True)


def _raised(where: Hit | tuple[int, int], message: str) -> GroundingFinding:
    return _finding("strength_raised", where, message)


def _lowered(where: Hit | tuple[int, int], message: str) -> GroundingFinding:
    return _finding("strength_lowered", where, message)
