"""The closed classes of English words of guidelines/grounding/grammar.yaml, each under its name, looked up fast."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from postwright.guidelines.records import GroundingWords

CATEGORY = "grammar"
_PLACE = "place_"
_ENDINGS = frozenset(("participle_endings", "noun_endings", "people_endings"))


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words in small letters, and endings; what each class is for stands beside it in the guidelines."""

    you: frozenset[str]
    we: frozenset[str]
    be: frozenset[str]
    helpers: frozenset[str]
    own_verbs: frozenset[str]
    empty_verbs: frozenset[str]
    modals: frozenset[str]
    passive: frozenset[str]
    bare_participles: frozenset[str]
    participle_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    people_endings: tuple[str, ...]
    before_names: frozenset[str]
    before_nouns: frozenset[str]
    before_verbs: frozenset[str]
    objects: frozenset[str]
    stranded: frozenset[str]
    together: frozenset[str]
    relative: frozenset[str]
    openers: frozenset[str]
    clause_openers: frozenset[str]
    joined: frozenset[str]
    or_more: frozenset[str]
    or_ways: frozenset[str]
    choosing: frozenset[str]
    choice: frozenset[str]
    so_would: frozenset[str]
    side_you: frozenset[str]
    side_we: frozenset[str]
    elliptic: frozenset[str]
    counting_often: frozenset[str]
    in_order: frozenset[str]
    numbered: frozenset[str]
    cut_first: frozenset[str]
    cut_next: frozenset[str]
    cut_last: frozenset[str]
    no_names: frozenset[str]
    """Words that are no part of what somebody is called: several of the classes together."""
    places: dict[str, str]
    """Prepositions with the place that stands behind each."""


def grammar_of(entries: Iterable[GroundingWords]) -> Grammar:
    """Return the classes of the guidelines by their names."""
    words = {entry.id.removeprefix(f"{CATEGORY}."): entry.words for entry in entries if entry.category == CATEGORY}
    places = {word: name.removeprefix(_PLACE) for name, own in words.items() if name.startswith(_PLACE) for word in own}
    made: dict[str, Any] = {"places": places, "no_names": frozenset(_no_names(words))}
    for each in fields(Grammar):
        if each.name not in made:
            made[each.name] = words[each.name] if each.name in _ENDINGS else frozenset(words[each.name])
    return Grammar(**made)


def names_of_classes() -> frozenset[str]:
    """Return the names of the classes that the guidelines must have, prepositions of places apart."""
    return frozenset(each.name for each in fields(Grammar)) - {"places", "no_names"}


def _no_names(words: dict[str, tuple[str, ...]]) -> Iterable[str]:
    for name in ("before_nouns", "before_names", "helpers", "you", "we", "relative", "openers", "be"):
        yield from words[name]
