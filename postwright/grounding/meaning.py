"""A prepared text -> what its words mean: which of them carry content, and which other words say the same.

The word lists of guidelines/grounding/ are looked up once for a text; `comparison.py` sets a statement against its
sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.grounding.lexicon import Hit

if TYPE_CHECKING:
    from postwright.grounding.lexicon import Lexicon
    from postwright.grounding.prepared import Prepared, Token
    from postwright.model.statement import BriefField

FREE = ("plain_words", "function", "house", "numbers", "units", "comparators", "currencies")
"""Lists of words that a line may add and drop: what they do to meaning is judged by checks of their own."""
SAME = ("same_verbs", "same_nouns", "synonyms", "abbreviations", "days")
"""Lists of words and phrases of which one may stand for another."""
CUES = ("strength", "degrees", "involvement", "polarity", "conditions", "exceptions", "hierarchy", "moments")
"""Lists of words that change what the words around them say."""
_LISTS = (*FREE, *SAME, *CUES, "claims", "fields", "light", "actors")
SHORTEST_PERSON = 5
"""Letters of the shortest word that may name one who does a thing."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the tokens of a text mean, by index."""

    concepts: tuple[frozenset[str], ...]
    """Stem and ids of all groups that a token belongs to, alone or in a phrase."""
    content: tuple[int, ...]
    """The words that carry content: neither free nor a mark, number or address."""
    telling: tuple[int, ...]
    """The words of content, and all others but those that only hold a sentence together."""
    phrases: tuple[int, ...]
    """Words that carry content only together: "on time"."""
    claims: frozenset[int]
    """The words that praise the employer or say what it is."""
    light: frozenset[int]
    """Common words that say little by themselves."""
    all_concepts: frozenset[str]
    hits: tuple[Hit, ...]
    """All that the lists found, in order."""

    by_category: Mapping[str, tuple[Hit, ...]]

    def of(self, category: str) -> tuple[Hit, ...]:
        """Return what one list found, in order."""
        return self.by_category.get(category, ())

    def said_by(self, field: BriefField | None) -> Iterator[Hit]:
        """Yield the words that an entry of this field says by standing where it stands."""
        return (hit for hit in self.of("fields") if hit.entry.id == f"field.{field}")


def meaning_of(prepared: Prepared, lexicon: Lexicon, *, speaks_of: str = "") -> Meaning:
    """Return the meaning of a text's words; `speaks_of` is its section or field, where some words are no content."""
    tokens = prepared.tokens
    shouted = prepared.text.isupper()
    names = {at for at, token in enumerate(tokens) if token.text.isupper() and len(token.text) > 1 and not shouted}
    function = {hit.first for hit in lexicon.all(prepared, "function")} - names  # CAN is a bus, IT a department
    concepts: list[set[str]] = [
        {f"={token.low}"} if at in function else {token.stem, _verb_of(token.low, lexicon)}
        for at, token in enumerate(tokens)
    ]
    free: set[int] = set()
    claims: set[int] = set()
    light: set[int] = set()
    harmless: set[int] = set()
    together: list[range] = []
    framed: list[range] = []
    hits = lexicon.all(prepared, *_LISTS)
    for hit in hits:
        category = hit.entry.category
        if category in SAME:
            for at in range(hit.first, hit.last + 1):
                concepts[at].update(lexicon.wider(hit.entry.id))
            if hit.last > hit.first:
                together.append(range(hit.first, hit.last + 1))
        elif category in ("function", "plain_words") and hit.first in names and hit.first == hit.last:
            continue
        elif category in FREE and (hit.entry.value in ("", speaks_of) or category != "house"):
            free.update(range(hit.first, hit.last + 1))
            if hit.last > hit.first:
                harmless.update(range(hit.first, hit.last + 1))
                framed.append(range(hit.first, hit.last + 1))
        elif category == "strength":
            harmless.update(range(hit.first, hit.last + 1))
        elif category == "polarity" and hit.entry.value == "ease":
            free.update(range(hit.first, hit.last + 1))
        elif category == "light":
            light.update(range(hit.first, hit.last + 1))
        elif category == "claims":
            claims.update(range(hit.first, hit.last + 1))
    claims -= harmless
    content = tuple(at for at, token in enumerate(tokens) if token.kind == "word" and (at in claims or at not in free))
    return Meaning(
        concepts=tuple(map(frozenset, concepts)),
        content=content,
        telling=tuple(
            at
            for at, token in enumerate(tokens)
            if token.kind in ("word", "number") and (at in content or at not in function)
        ),
        phrases=tuple(sorted(_of_free_words(_not_within(together, framed), content, function, tokens))),
        claims=frozenset(claims),
        light=frozenset(light),
        all_concepts=frozenset(_all(concepts)),
        hits=hits,
        by_category={
            **{category: lexicon.all(prepared, category) for category in (*CUES, "fields", "actors", "claims", *FREE)},
            "degrees": tuple(_outside(lexicon.all(prepared, "degrees"), lexicon.all(prepared, "house"))),
        },
    )


def _outside(hits: tuple[Hit, ...], house: tuple[Hit, ...]) -> Iterator[Hit]:
    """Yield what is no part of a recruiter's longer phrase: "be aware that" is no basic knowledge."""
    frames = [hit for hit in house if hit.entry.id == "house.frames" and hit.last > hit.first]
    for hit in hits:
        if not any(f.first <= hit.first and hit.last <= f.last for f in frames):
            yield hit


def _not_within(phrases: list[range], others: list[range]) -> list[range]:
    """Return the phrases that are no part of longer ones: the "at home" of "at home with"."""
    return [
        phrase
        for phrase in phrases
        if not any(
            other.start <= phrase.start and phrase.stop <= other.stop and len(other) > len(phrase) for other in others
        )
    ]


def _of_free_words(
    together: list[range], content: tuple[int, ...], function: set[int], tokens: tuple[Token, ...]
) -> set[int]:
    """Return the words of phrases that mean something though each of their words is free: "start date"."""
    return {
        at
        for phrase in together
        if not any(word in content for word in phrase)
        for at in phrase
        if at not in function and tokens[at].kind == "word"
    }


def _verb_of(word: str, lexicon: Lexicon) -> str:
    """Return the stem of the verb of one who does a thing: "make" of "maker"; the word itself where it names nobody."""
    if len(word) < SHORTEST_PERSON or not word.endswith(("er", "or")):
        return word
    return lexicon.stem(word[:-3] if word.endswith("ier") else word[:-1])


def _all(concepts: Iterable[set[str]]) -> set[str]:
    return set().union(*concepts)
