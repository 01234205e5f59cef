"""What becomes a slot of a line: the facts that grounding finds, and what is withheld from a model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postwright.drafting.slots import FindFacts, Span
from postwright.drafting.withheld import withheld
from postwright.grounding.examined import Examined, examined
from postwright.grounding.lexicon import Lexicon
from postwright.grounding.prepared import Token

_INSIDE_NAMES = frozenset(("of", "and", "the", "for", "&", "-", "/", "'s"))
"""What may stand between two capitals of one name: "Head of Platform Engineering"."""


def fact_finder(lexicon: Lexicon, *, names: Iterable[str] = ()) -> FindFacts:
    """Return how the facts of a line are found; `names` are people whose names are withheld."""
    people = tuple(names)

    def found(text: str) -> list[Span]:
        line = examined(text, lexicon)
        facts = [
            Span(line.prepared.back(start), line.prepared.back(end, is_end=True), kind)
            for start, end, kind in (*_amounts(line), *_technologies(line), *_names(line))
        ]
        hidden = [Span(part.start, part.end, "withheld", part.shown) for part in withheld(text, names=people)]
        return [*facts, *hidden]

    return found


def _amounts(line: Examined) -> Iterator[tuple[int, int, str]]:
    """Yield numbers with their units and limits, and how often things happen: "at least 5 years", "one week in six"."""
    for amount in line.amounts:
        if amount.weak:
            continue
        first, last = amount.first, amount.last
        if amount.comparator_at is not None:
            first, last = min(first, amount.comparator_at[0]), max(last, amount.comparator_at[1])
        yield (*line.span(first, last), "money" if amount.is_money else "number")
    for period in line.periods:
        if period.last > period.first:  # "weekly" is a word like others; grounding compares it
            yield (*line.span(period.first, period.last), "number")


def _technologies(line: Examined) -> Iterator[tuple[int, int, str]]:
    for _, first, last in line.technologies:
        yield (*line.span(first, last), "technology")


def _names(line: Examined) -> Iterator[tuple[int, int, str]]:
    """Yield what is written with capitals inside a sentence: teams, titles, places, certificates, products."""
    tokens = line.prepared.tokens
    at = 0
    while at < len(tokens):
        if not _is_capital(tokens[at]):
            at += 1
            continue
        last = _end_of_name(tokens, at)
        says_nothing = tokens[at].opens and not _is_acronym(tokens[at])
        if says_nothing and (last == at or _is_acronym(tokens[at + 1])):
            at += 1  # the capital of the sentence: "Some GPU programming"
            continue
        yield (*line.span(at, last), "name")
        at = last + 1


def _end_of_name(tokens: tuple[Token, ...], first: int) -> int:
    """Return the last token of the name that begins with token `first`."""
    last, at = first, first + 1
    while at < len(tokens) and at - last <= 2:
        if _is_capital(tokens[at]):
            last = at
        elif tokens[at].low not in _INSIDE_NAMES:
            break
        at += 1
    return last


def _is_acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _is_capital(token: Token) -> bool:
    return token.kind == "word" and token.text[0].isupper() and token.text != "I"
