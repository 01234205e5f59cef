"""Which words of a statement have nothing behind them in its sources?

A word is supported where a source has its stem, where it is part of a phrase that says what a phrase of a source
says (synonyms, abbreviations), where it spells out an abbreviation of a source, or where it is one of the plain words
that any rewording may add.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.grounding.prepared import Prepared, Token

if TYPE_CHECKING:
    from postwright.grounding.examined import Examined
    from postwright.grounding.lexicon import Lexicon

_LEFT_OUT = frozenset(("of", "and", "the", "for", "in", "to", "on", "a", "an", "&"))
"""Words that abbreviations leave out."""
LONGEST_ABBREVIATION = 6


def unsupported(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> tuple[int, ...]:
    """Return the indexes of the statement's tokens that are words with nothing behind them."""
    stems = frozenset[str]().union(*(source.prepared.stems for source in sources))
    plain = _plain_stems(lexicon)
    covered = said_otherwise(statement, sources) | spelled_out_in(statement.prepared, sources) | counted(statement)
    return tuple(
        index
        for index, token in enumerate(statement.prepared.tokens)
        if token.kind == "word"
        and token.stem not in stems
        and index not in covered
        and token.low not in plain
        and token.stem not in plain
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


def counted(examined: Examined) -> set[int]:
    """Return the indexes of tokens that say how much, how often or when: other checks judge them."""
    found: set[int] = set()
    for amount in examined.amounts:
        found.update(range(amount.first, amount.last + 1))
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
        for index, token in words:
            letters = abbreviation(token)
            if letters and letters not in source.abbreviations and _spelling(source_words, letters):
                found.add(index)
    return found


def abbreviation(token: Token) -> str:
    """Return the letters of a word in capitals ("KPIs" -> "kpi"), or nothing where it is no abbreviation.

    Two letters are none: they stand for too many things.
    """
    letters = token.text.removesuffix("s").replace(".", "")
    is_one = 3 <= len(letters) <= LONGEST_ABBREVIATION and letters.isupper() and letters.isalpha()
    return letters.lower() if is_one else ""


def _spelling(words: list[tuple[int, Token]], letters: str) -> set[int]:
    """Return the indexes of the words in a row whose first letters are `letters`; empty where there are none."""
    for begin, (_, token) in enumerate(words):
        if token.low[0] == letters[0] and (found := _spelling_from(words, begin, letters)):
            return found
    return set()


def _spelling_from(words: list[tuple[int, Token]], begin: int, letters: str) -> set[int]:
    indexes: list[int] = []
    rest = letters
    for index, word in words[begin : begin + 2 * len(letters)]:
        if not rest:
            break
        if word.low in _LEFT_OUT and (len(indexes) == 0 or word.low[0] != rest[0]):
            indexes.append(index)
        elif word.low[0] == rest[0]:
            indexes.append(index)
            rest = rest[1:]
        else:
            return set()
    return set() if rest else set(indexes)


def _plain_stems(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.stems("plain_words")
