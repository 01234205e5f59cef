"""A text -> how many people it says are hired."""

from __future__ import annotations

from dataclasses import dataclass

from postwright.reading.document import Document
from postwright.reading.sought import Sought

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_OPENINGS = Sought(
    rf"\b(?:filling|hiring (?:for )?|have|there are|recruiting(?: for)?) {_COUNT} (?:open )?(?:positions|openings|"
    rf"vacancies|posts|roles|"
    rf"places)\b|\b(?:number of (?:positions|openings|vacancies|posts)|(?:openings|vacancies|positions available|"
    rf"headcount)) ?: ?\**"
    rf"{_COUNT.replace('count', 'listed')}\b"
)


@dataclass(frozen=True, slots=True)
class OpeningsSaid:
    """A number of openings, said at text[start:end]."""

    number: int
    start: int
    end: int


def openings_said(document: Document) -> OpeningsSaid | None:
    """Return the number of openings that a text names first, or None."""
    found = _OPENINGS.search(document)
    if found is None:
        return None
    group = "count" if found["count"] else "listed"
    return OpeningsSaid(_NUMBERS.get(found[group]) or int(found[group]), *found.span(group))
