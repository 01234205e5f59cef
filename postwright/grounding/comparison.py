"""A statement set against its sources: which of its words have nothing behind them, which of theirs are missing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from postwright.grounding.support import counted, same_things

if TYPE_CHECKING:
    from postwright.grounding.examined import Examined
    from postwright.grounding.lexicon import Hit, Lexicon

SHORTEST_FAMILY = 5
"""Letters that two words of one family share at least: "purify" and "purification"."""
LONGEST_ENDING = 5
"""Letters that may follow in each of the two."""
LEAST_SPOKEN = 0.5
"""A statement speaks of a source of which it has that share of words, of those that it lacks."""
_NAMING: frozenset[str | None] = frozenset(("must_have", "nice_to_have", "summary", "licence", "language", "education"))
"""Fields whose entries may name things without a verb."""
_NOT_WORKED = frozenset(("free", "off"))
"""Words for a time that a source says is not worked."""
_BETWEEN = frozenset((",", "and", "or", "&", "/", "plus"))
"""What stands between the members of a list."""
_NEIGHBOURS = 3
"""Tokens from what stands between the members of a list to their words."""
FAR, FARTHER = 10, 50
"""Tokens that a word in another part and in another clause of a sentence counts as farther away."""


class Comparison:
    """A statement and its sources, with what only one side has."""

    def __init__(self, statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> None:
        self.statement = statement
        self.sources = sources
        self.lexicon = lexicon

    @cached_property
    def known(self) -> frozenset[str]:
        """Stems and groups of all words of the sources."""
        return frozenset[str]().union(*(source.meaning.all_concepts for source in self.sources))

    @cached_property
    def _covered(self) -> set[int]:
        """The statement's tokens that stand for something of a source as a whole, or are judged by checks on facts."""
        found = _known_otherwise(self.statement, self.sources, self.lexicon)
        for field in {source.field for source in self.sources}:
            for hit in self.statement.meaning.said_by(field):
                found.update(range(hit.first, hit.last + 1))
        if self.statement.section == "schedule" and any(source.meaning.of("polarity") for source in self.sources):
            found.update(at for at, token in enumerate(self.statement.prepared.tokens) if token.low in _NOT_WORKED)
        return found

    @cached_property
    def added(self) -> tuple[int, ...]:
        """The tokens of the statement that carry content which no source has."""
        found = set(_without(self.statement, self.known, self._covered)) | self._doubled - self._covered
        found -= self._activities(found)
        found -= self.statement.framing | _heads(self.statement, self.sources)
        return tuple(sorted({*found, *self._unsaid_claims()}))

    def _activities(self, added: set[int]) -> set[int]:
        """Return the verbs that only say what is done with a thing that an entry names."""
        if not _NAMING.issuperset(source.field for source in self.sources):
            return set()
        tokens, content = self.statement.prepared.tokens, self.statement.meaning.content
        found = set()
        for hit in self.statement.hits("activities"):
            behind = next((at for at in content if at > hit.last), None)
            if behind is not None and behind not in added and tokens[behind].part == tokens[hit.first].part:
                found.add(hit.first)
        return found

    def _unsaid_claims(self) -> Iterator[int]:
        """Yield the words of praise that stand in no source themselves: those of one list are not the same."""
        said = frozenset[str]().union(*(source.prepared.stems for source in self.sources))
        lows = [token.low for token in self.statement.prepared.tokens]
        same = {hit.entry.id for source in self.sources for hit in source.meaning.of("claims") if hit.entry.value}
        claims = self.statement.meaning.claims
        for hit in self.statement.meaning.of("claims"):
            tokens = range(hit.first, hit.last + 1)
            if hit.first and lows[hit.first] == "best" and lows[hit.first - 1] == "your":
                continue
            if self._is_answer(hit):
                continue
            if hit.entry.id not in same and claims.issuperset(tokens) and not self._covered.issuperset(tokens):
                every = (self.statement.prepared.tokens[at] for at in tokens)
                stems = [token.stem for token in every if token.kind == "word"]
                if (len(stems) < len(tokens) and not self._claims_so(stems)) or not all(
                    stem in said or has_family(stem, said) for stem in stems
                ):
                    yield from tokens

    def _claims_so(self, stems: list[str]) -> bool:
        """Say whether a source has these words in a row: the start-up of "start-up meeting"."""
        return any(
            stems == [token.stem for token in source.prepared.tokens[hit.first : hit.last + 1] if token.kind == "word"]
            for source in self.sources
            for hit in source.meaning.of("claims")
        )

    def _is_answer(self, hit: Hit) -> bool:
        """Say whether a word of praise is all that stands between a comma and the end: "If you know it, great"."""
        tokens = self.statement.prepared.tokens
        is_last = (
            hit.last == len(tokens) - 1
            or tokens[hit.last + 1].clause != tokens[hit.last].clause
            or tokens[hit.last + 1].text in ".!"
        )
        return is_last and hit.first > 0 and tokens[hit.first - 1].text in ",?"

    @cached_property
    def missing(self) -> tuple[tuple[int, ...], ...]:
        """For each source the tokens that carry content which the statement does not have."""
        known = self.statement.meaning.all_concepts
        return tuple(
            _without(
                source,
                known,
                _known_otherwise(source, (self.statement,), self.lexicon) | _heads(source, (self.statement,)),
                source.meaning.phrases,
            )
            for source in self.sources
        )

    @cached_property
    def _doubled(self) -> set[int]:
        """The tokens of the statement for which a source has only a word that stands beside them itself."""
        found = [doubled(self.statement, source) for source in self.sources]
        return set[int].intersection(*found) if found else set()

    @cached_property
    def all_missing(self) -> int:
        """How many words of content are missing of the sources that the statement speaks of."""
        return sum(
            len(missing)
            for source, missing in zip(self.sources, self.missing, strict=True)
            if len(self.sources) == 1 or len(source.meaning.content) - len(missing) >= LEAST_SPOKEN * len(missing)
        )

    def shares(self, one: int, source: Examined, other: int) -> bool:
        """Say whether a token of the statement and one of a source mean the same."""
        return not self.statement.meaning.concepts[one].isdisjoint(source.meaning.concepts[other])

    @cached_property
    def owners(self) -> tuple[int, ...]:
        """For each token of the statement the source that it speaks of: the one with the nearest word of its own."""
        tokens = self.statement.prepared.tokens
        if len(self.sources) == 1:
            return (0,) * len(tokens)
        anchors = self._anchors()
        if not anchors:
            return (0,) * len(tokens)
        return tuple(
            min(
                anchors,
                key=lambda anchor: (
                    abs(anchor[0] - at)
                    + FAR * (tokens[anchor[0]].part != token.part)
                    + FARTHER * (tokens[anchor[0]].clause != token.clause),
                    anchor[0] < at,
                ),
            )[1]
            for at, token in enumerate(tokens)
        )

    def _anchors(self) -> list[tuple[int, int]]:
        """Return the tokens of the statement that mean something of one source only, with that source."""
        meaning = self.statement.meaning
        found = []
        for at in meaning.content:
            concepts = meaning.concepts[at]
            having = [
                index
                for index, source in enumerate(self.sources)
                if not concepts.isdisjoint(source.meaning.all_concepts)
            ]
            if len(having) == 1:
                found.append((at, having[0]))
        return found

    def about(self, source: int, category: str) -> list[Hit]:
        """Return what one list found in the part of the statement that speaks of a source."""
        return [hit for hit in self.statement.meaning.of(category) if self.owners[hit.first] == source]


def _known_otherwise(text: Examined, others: tuple[Examined, ...], lexicon: Lexicon) -> set[int]:
    """Return the tokens of a text that others say in another way, and those that checks on facts compare."""
    return (
        text.spelled_out(others) | text.once(counted) | text.said_otherwise(others) | same_things(text, others, lexicon)
    )


def _heads(text: Examined, others: tuple[Examined, ...]) -> set[int]:
    """Return the nouns that only say what an abbreviation of another text is, behind the words that spell it out."""
    tokens = text.prepared.tokens
    hits = [hit for hit in text.hits("heads") if hit.first and tokens[hit.first].clause == tokens[hit.first - 1].clause]
    if not hits:
        return set()
    stems = frozenset[str]().union(*(other.prepared.stems for other in others))
    spelled = text.spelled_out(others) | text.said_otherwise(others, category="abbreviations")
    proofs = {at for hit in text.hits("credentials") for at in range(hit.first, hit.last + 1)}
    given = {hit.entry.id for other in others for hit in other.hits("credentials")}
    return {
        hit.first
        for hit in hits
        for before in _before_brackets(text, hit.first)
        if before in spelled and tokens[before].stem not in stems
        if hit.entry.value != "proof" or (given and before in proofs | spelled)
    }


def _before_brackets(text: Examined, at: int) -> tuple[int, ...]:
    """Return the two tokens before a word, those before brackets where it stands behind some: "… gas (TIG) welding"."""
    tokens = text.prepared.tokens
    if at > 2 and tokens[at - 1].text == ")" and tokens[at - 3].text == "(":
        at -= 3
    return at - 1, at - 2


def doubled(text: Examined, other: Examined) -> set[int]:
    """Return words of a list of which another text has only the next: "phone" of "chat and phone" where it has "chat".

    Such a word means nearly what its neighbour means, but whoever names both means two things.
    """
    found: set[int] = set()
    theirs = other.prepared.stems
    for one, two in _listed(text):
        for at, beside in ((one, two), (two, one)):
            token, neighbour = text.prepared.tokens[at], text.prepared.tokens[beside]
            if token.stem in theirs or neighbour.stem not in theirs or token.stem == neighbour.stem:
                continue
            concepts = text.meaning.concepts[at]
            behind = {
                there.stem
                for n, there in enumerate(other.prepared.tokens)
                if there.kind == "word" and not concepts.isdisjoint(other.meaning.concepts[n])
            }
            if behind == {neighbour.stem}:
                found.add(at)
    return found


def _listed(text: Examined) -> Iterator[tuple[int, int]]:
    """Yield the words of content of which "and", "or" or a comma stands between two."""
    tokens, content = text.prepared.tokens, text.meaning.content
    for at, token in enumerate(tokens):
        if token.low not in _BETWEEN:
            continue
        before = [n for n in content if n < at and tokens[n].clause == token.clause and at - n <= _NEIGHBOURS]
        behind = [n for n in content if n > at and tokens[n].clause == token.clause and n - at <= _NEIGHBOURS]
        for one in before:
            for two in behind:
                yield one, two


def _without(
    text: Examined, known: frozenset[str], covered: set[int], besides: tuple[int, ...] = ()
) -> tuple[int, ...]:
    meaning, tokens = text.meaning, text.prepared.tokens
    families = {word[:SHORTEST_FAMILY] for word in known if len(word) >= SHORTEST_FAMILY}
    return tuple(
        at
        for at in sorted((*meaning.content, *besides))
        if at not in covered
        and meaning.concepts[at].isdisjoint(known)
        and not _is_done_again(tokens[at].stem, known)
        and not (tokens[at].stem[:SHORTEST_FAMILY] in families and has_family(tokens[at].stem, known))
    )


def _is_done_again(word: str, known: frozenset[str]) -> bool:
    """Say whether a known word differs only by "re": refill and fill."""
    if word.startswith("re") and len(word) > SHORTEST_FAMILY and word[2:] in known:
        return True
    return len(word) >= SHORTEST_FAMILY - 1 and f"re{word}" in known


def has_family(word: str, known: frozenset[str]) -> bool:
    """Say whether a known word is of the same family."""
    for other in known:
        if other[:SHORTEST_FAMILY] == word[:SHORTEST_FAMILY]:
            shared = SHORTEST_FAMILY
            while shared < min(len(word), len(other)) and word[shared] == other[shared]:
                shared += 1
            if len(word) - shared <= LONGEST_ENDING and len(other) - shared <= LONGEST_ENDING:
                return True
    return False
