"""Days of the week: those of a line must be those of its sources; "Monday to Friday" is five of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Hit, Lexicon
from postwright.model.statement import GroundingFinding

_JOINTS = frozenset(("to", "-", "until", "till", "through"))
Week = tuple[str, Hit, Hit]
"""Days as digits, Monday first, with the phrases that name the first and the last."""


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield the days that no source has, and a day taken out of a stretch of days."""
    yield from _months(statement, sources)
    said = _weeks(statement)
    if not said:
        return
    given = [week for source in sources for week in _weeks(source)]
    all_given = set().union(*(set(days) for days, _, _ in given))
    all_said = set().union(*(set(days) for days, _, _ in said))
    for days, first, last in said:
        whole = next(
            (g for g, _, _ in given if len(g) > len(days) and set(days) < set(g) and not set(g) <= all_said), ""
        )
        if set(days) <= all_given and not whole:
            continue
        words = statement.words(first.first, last.last)
        why = "the sources say more days" if whole else "the sources say other days" if given else "no source says so"
        yield GroundingFinding("schedule", first.start, last.end, f"“{words}”: {why}.", True)


def _months(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield a month at one end of a stretch of which the line has no other end: March to December."""
    said = {hit.entry.id: hit for hit in _named_months(statement)}
    for source in sources:
        for one, other in pairwise(_named_months(source)):
            between = source.prepared.tokens[one.last + 1 : other.first]
            if not 1 <= len(between) <= 3 or between[0].low not in _JOINTS:
                continue
            here = [said.get(hit.entry.id) for hit in (one, other)]
            if any(here) and not all(here):
                hit = here[0] or here[1]
                assert hit is not None  # one of the two stands in the line
                why = f"the sources say “{source.words(one.first, other.last)}”"
                words = statement.words(hit.first, hit.last)
                yield GroundingFinding("range", hit.start, hit.end, f"“{words}”: {why}.", True)


def _named_months(text: Examined) -> list[Hit]:
    tokens = text.prepared.tokens
    return [
        hit for hit in text.hits("time_words") if hit.entry.value == "capital" and tokens[hit.first].text[0].isupper()
    ]


def _weeks(examined: Examined) -> Sequence[Week]:
    """Return the days that a text names, a stretch of days as one."""
    tokens = examined.prepared.tokens
    hits = examined.hits("days")
    found: list[Week] = []
    at = 0
    while at < len(hits):
        first = last = hits[at]
        days = first.entry.value
        between = tokens[first.last + 1 : hits[at + 1].first] if at + 1 < len(hits) else ()
        if len(between) == 1 and between[0].low in _JOINTS and len(days) == 1:
            last = hits[at + 1]
            days = _from_to(days, last.entry.value[-1])
            at += 1
        found.append((days, first, last))
        at += 1
    return found


def _from_to(first: str, last: str) -> str:
    """Return all days from one to another, over the weekend where the last comes first.

    >>> _from_to("1", "5"), _from_to("6", "2")
    ('12345', '6712')
    """
    week = "12345671234567"
    begin = week.index(first)
    return week[begin : week.index(last, begin) + 1]
