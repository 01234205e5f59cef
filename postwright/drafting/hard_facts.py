"""What becomes a slot of a line: the facts that grounding finds, and what is withheld from a model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postwright.drafting.slots import FindFacts, Span
from postwright.drafting.withheld import withheld
from postwright.grounding.facts import Fact, facts_of
from postwright.grounding.lexicon import Lexicon
from postwright.grounding.prepared import Prepared, Token

_ALWAYS = frozenset(("number", "technology", "name", "link"))
_WITH_CAPITAL = frozenset(("place", "credential"))
"""Facts only where they are written as names: "a forklift certificate" is left to the model's words."""
_INSIDE_NAMES = frozenset(("of", "and", "the", "for", "&", "-", "/", "'s"))
"""What may stand between two capitals of one name: "Head of Platform Engineering"."""


def fact_finder(lexicon: Lexicon, *, names: Iterable[str] = ()) -> FindFacts:
    """Return how the facts of a line are found; `names` are people whose names are withheld."""
    people = tuple(names)

    def found(text: str) -> list[Span]:
        prepared = Prepared(text, lexicon.stem)
        facts = [
            (fact.start, fact.end, fact.kind)
            for fact in facts_of(prepared, lexicon)
            if _counts(fact, prepared, is_word=fact.key in lexicon.entries)
        ]
        hidden = [Span(part.start, part.end, "withheld", part.shown) for part in withheld(text, names=people)]
        back = [
            Span(prepared.back(start), prepared.back(end, is_end=True), kind)
            for start, end, kind in (*facts, *_names(prepared))
        ]
        return [*back, *hidden]

    return found


def _counts(fact: Fact, prepared: Prepared, *, is_word: bool) -> bool:
    """Whether a fact becomes a slot; `is_word` for phrases of the lexicon ("stock"), which grounding compares."""
    token = prepared.tokens[fact.first]
    if fact.kind in _WITH_CAPITAL:
        return token.text[0].isupper() and not token.opens
    if fact.kind in ("time", "money"):  # "weekly" is left to the model's words
        return not is_word and (fact.kind == "money" or fact.last > fact.first)
    return fact.kind in _ALWAYS


def _names(prepared: Prepared) -> Iterator[tuple[int, int, str]]:
    """Yield what is written with capitals inside a sentence: teams, titles, places, certificates, products."""
    tokens = prepared.tokens
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
        yield tokens[at].start, tokens[last].end, "name"
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
