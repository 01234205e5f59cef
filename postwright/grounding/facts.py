"""A prepared text -> its hard facts: what can be checked word by word against a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from postwright.grounding.amounts import Amount, amounts_of
from postwright.grounding.periods import periods_of

if TYPE_CHECKING:
    from postwright.grounding.lexicon import Lexicon
    from postwright.grounding.prepared import Prepared, Token

FactKind = Literal[
    "number", "money", "technology", "credential", "benefit", "schedule", "workplace", "place", "time", "name", "link"
]

_CATEGORIES: dict[str, FactKind] = {
    "credentials": "credential", "benefits": "benefit", "schedule": "schedule", "days": "schedule",
    "workplace": "workplace", "places": "place", "reach": "place", "pay_terms": "money", "time_words": "time",
}  # fmt: skip
"""Categories of the lexicon whose phrases are facts."""
_SHAPE = re.compile(r"[a-z][A-Z]|[A-Z]{2}|[A-Za-z]\d|\d[A-Za-z]|[+#]\Z|\A\.[A-Z]")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something checkable, at text[start:end] of the prepared text; `first` and `last` are its tokens."""

    kind: FactKind
    key: str
    """What it is, however it is written: the id of an entry or technology, a figure with its unit, an address."""
    first: int
    last: int
    start: int
    end: int


def facts_of(prepared: Prepared, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Return all hard facts of a text, in order; of overlapping ones the longest. A weak "one" is none."""
    periods = periods_of(prepared, lexicon)
    taken = frozenset(at for period in periods for at in range(period.first, period.last + 1))
    found = [
        *_links(prepared),
        *(
            _of_amount(prepared, amount)
            for amount in amounts_of(prepared, lexicon, taken)
            if amount.unit or not amount.weak
        ),
        *(_fact(prepared, "time", f"{period.size:g} {period.unit}", period.first, period.last) for period in periods),
        *(_fact(prepared, "technology", id, first, last) for id, first, last in lexicon.technologies_in(prepared)),
        *_named(prepared, lexicon),
        *_names(prepared),
    ]
    kept: list[Fact] = []
    held: set[int] = set()
    for fact in sorted(found, key=lambda fact: (fact.first - fact.last, fact.first)):
        tokens = range(fact.first, fact.last + 1)
        if held.isdisjoint(tokens):
            held.update(tokens)
            kept.append(fact)
    return tuple(sorted(kept, key=lambda fact: fact.start))


def is_shaped_as_a_name(token: Token) -> bool:
    """Say whether a word is written as only names are: NetSuite, SAP, B1, C++."""
    return bool(_SHAPE.search(token.text))


def link_key(token: Token) -> str:
    """Return what tells addresses apart; telephone numbers are told apart by their digits."""
    low = token.low.rstrip("/")
    return low if any(character.isalpha() for character in low) else re.sub(r"[^\d+]", "", low)


def _fact(prepared: Prepared, kind: FactKind, key: str, first: int, last: int) -> Fact:
    return Fact(kind, key, first, last, prepared.tokens[first].start, prepared.tokens[last].end)


def _links(prepared: Prepared) -> Iterator[Fact]:
    for index, token in enumerate(prepared.tokens):
        if token.kind == "link":
            yield _fact(prepared, "link", link_key(token), index, index)


def _of_amount(prepared: Prepared, amount: Amount) -> Fact:
    first, last = amount.first, amount.last
    if amount.comparator_at is not None:
        first, last = min(first, amount.comparator_at[0]), max(last, amount.comparator_at[1])
    key = f"{amount.comparator} {'-'.join(f'{value:g}' for value in amount.values)} {amount.unit}".strip()
    return _fact(prepared, "money" if amount.is_money else "number", key, first, last)


def _named(prepared: Prepared, lexicon: Lexicon) -> Iterator[Fact]:
    for category, kind in _CATEGORIES.items():
        for hit in lexicon.find(prepared, category):
            if hit.entry.value != "capital" or prepared.tokens[hit.first].text[0].isupper():
                yield _fact(prepared, kind, hit.entry.id, hit.first, hit.last)


def _names(prepared: Prepared) -> Iterator[Fact]:
    """Yield runs of words with a capital inside a sentence, or of the shape of names."""
    first: int | None = None
    tokens = prepared.tokens
    for at, token in enumerate((*tokens, None)):
        is_one = (
            token is not None
            and token.kind == "word"
            and (is_shaped_as_a_name(token) or (token.text[0].isupper() and not token.opens))
            and token.text != "I"
        )
        if not is_one and first is not None:
            yield _fact(
                prepared, "name", prepared.text[tokens[first].start : tokens[at - 1].end].lower(), first, at - 1
            )
            first = None
        if is_one and first is None:
            first = at
