"""Which words of a statement have nothing behind them in its sources?

A word is supported where a source has its stem, where it is part of a phrase that says what a phrase of a source
says (synonyms, abbreviations), where it spells out an abbreviation of a source, or where it is one of the plain words
that any rewording may add.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.grounding.prepared import LONGEST_ABBREVIATION, Prepared, Token

if TYPE_CHECKING:
    from postwright.grounding.examined import Examined
    from postwright.grounding.lexicon import Lexicon

_LEFT_OUT = frozenset(("of", "and", "the", "for", "in", "to", "on", "a", "an", "&", "as", "at", "by", "with"))
"""Words that abbreviations leave out."""


def unsupported(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> tuple[int, ...]:
    """Return the indexes of the statement's tokens that are words with nothing behind them."""
    stems = frozenset[str]().union(*(source.prepared.stems for source in sources))
    plain = _plain_stems(lexicon)
    fields = {f"field.{source.field}" for source in sources}
    stems |= lexicon.stems_of(*sorted(fields))
    covered = statement.said_otherwise(sources) | statement.spelled_out(sources) | statement.once(counted)
    covered |= plain_phrases(statement) | same_things(statement, sources, lexicon)
    covered |= {hit.first for hit in statement.meaning.of("function")}
    whole = [token.low for source in sources for token in source.prepared.words if len(token.low) >= SHORTEST_COMPOUND]
    return tuple(
        index
        for index, token in enumerate(statement.prepared.tokens)
        if token.kind == "word"
        and token.stem not in stems
        and index not in covered
        and token.low not in plain
        and token.stem not in plain
        and not _is_part_of(token.low, whole)
    )


def _is_part_of(word: str, compounds: list[str]) -> bool:
    """Say whether a word is the first or the last part of a compound: "child" of "childcare"."""
    if len(word) < SHORTEST_PART:
        return False
    for compound in compounds:
        rest = ""
        if compound.startswith(word):
            rest = compound[len(word) :]
        elif compound.endswith(word):
            rest = compound[: -len(word)]
        if len(rest) >= SHORTEST_PART and rest not in _NO_PARTS:
            return True
    return False


SHORTEST_COMPOUND, SHORTEST_PART = 8, 4
_NO_PARTS = frozenset(
    ("over", "under", "super", "inter", "counter", "ation", "ations", "ness", "ment", "ments", "able", "less")
)


def said_otherwise(statement: Examined, sources: tuple[Examined, ...], *, category: str = "") -> set[int]:
    """Return the indexes of tokens in phrases of which a source has a synonym; of one category, where it is given."""
    known = {hit.entry.id for source in sources for hit in source.synonyms}
    return {
        at
        for hit in statement.synonyms
        if hit.entry.id in known and category in ("", hit.entry.category)
        for at in range(hit.first, hit.last + 1)
    }


def same_things(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> set[int]:
    """Return the indexes of tokens that name a technology or a place of a source by another name.

    A wider place may stand beside a narrower one that the sources have: "Leeds, England".
    """
    found: set[int] = set()
    known = {id for source in sources for id, _, _ in source.technologies}
    for id, first, last in statement.technologies:
        if id in known:
            found.update(range(first, last + 1))
    places = {hit.entry.id for source in sources for hit in source.hits("places")}
    here = statement.hits("places")
    for hit in here:
        beside = any(
            other.entry.id in places
            and hit.entry.id in lexicon.wider(other.entry.id)
            and 0 < hit.first - other.last <= 2
            for other in here
        )
        if hit.entry.id in places or beside:
            found.update(range(hit.first, hit.last + 1))
    return found


def plain_phrases(examined: Examined) -> set[int]:
    """Return the indexes of tokens in plain phrases of more than one word: "on top"."""
    hits = examined.hits("plain_words")
    return {at for hit in hits if hit.last > hit.first for at in range(hit.first, hit.last + 1)}


def counted(examined: Examined) -> set[int]:
    """Return the indexes of tokens that say how much, how often or when: other checks judge them."""
    found: set[int] = set()
    tokens, cycles = examined.prepared.tokens, examined.lexicon.stems_of("counting.cycle")
    for amount in examined.amounts:
        found.update(range(amount.first, amount.last + 1))
        if amount.last + 1 < len(tokens) and tokens[amount.last + 1].stem in cycles:
            found.add(amount.last + 1)
        if amount.comparator_at is not None:
            found.update(range(amount.comparator_at[0], amount.comparator_at[1] + 1))
    for first, last in (
        *((period.first, period.last) for period in examined.periods),
        *((hit.first, hit.last) for hit in examined.hits("units", "currencies", "days", "comparators", "numbers")),
    ):
        found.update(range(first, last + 1))
    return found


def spelled_out_in(prepared: Prepared, sources: tuple[Examined, ...]) -> set[int]:
    """Return the indexes of tokens that spell out an abbreviation of a source, or abbreviate words of one."""
    words = [(index, token) for index, token in enumerate(prepared.tokens) if token.kind == "word"]
    found: set[int] = set()
    for source in sources:
        for letters in source.abbreviations:
            found |= _spelling(words, letters)
        source_words = list(enumerate(source.prepared.words))
        for index, letters in prepared.abbreviations:
            if letters not in source.abbreviations and _spelling(source_words, letters):
                found.add(index)
        found |= _spelled_out_before_brackets(prepared, source)
    return found


def _spelled_out_before_brackets(prepared: Prepared, source: Examined) -> set[int]:
    """Return the words that spell out an abbreviation of a source in brackets behind them: "… therapist (PT)"."""
    tokens = prepared.tokens
    known = {token.low for token in source.prepared.words if len(token.low) <= LONGEST_ABBREVIATION}
    found: set[int] = set()
    for at in range(2, len(tokens)):
        if tokens[at - 1].text == "(" and tokens[at].low in known and len(tokens[at].text) > 1:
            before = range(max(0, at - 1 - 2 * len(tokens[at].text)), at - 1)
            found |= _spelling([(n, tokens[n]) for n in before if tokens[n].kind == "word"], tokens[at].low)
    return found


def _spelling(words: list[tuple[int, Token]], letters: str) -> set[int]:
    """Return the indexes of the words in a row whose first letters are `letters`; empty where there are none."""
    first: set[int] = set()
    for begin, (_, token) in enumerate(words):
        if token.low[0] == letters[0] and (found := _spelling_from(words, begin, letters)):
            capitals = sum(word.text[0].isupper() for at, word in words if at in found)
            if capitals >= len(letters):
                return found  # "approved by an American …" begins with the same letters as the name
            first = first or found
    return first


def _spelling_from(words: list[tuple[int, Token]], begin: int, letters: str) -> set[int]:
    return _spelled(words[begin : begin + 2 * len(letters) + 1], letters)


def _spelled(words: list[tuple[int, Token]], letters: str) -> set[int]:
    """Return the words that the letters stand for, from the first on; small words may be left out."""
    if not letters or not words:
        return set()
    (index, word), rest = words[0], words[1:]
    if word.low in _LEFT_OUT and (found := _spelled(rest, letters)):
        return {index, *found}
    if word.low[0] != letters[0]:
        return set()
    found = _spelled(rest, letters[1:])
    return {index, *found} if found or len(letters) == 1 else set()


def _plain_stems(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.stems("plain_words")
