"""The word lists of guidelines/grounding/, ready to be looked up in a prepared text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from postwright.grounding.grammar import CATEGORY, Grammar, grammar_of
from postwright.grounding.prepared import Prepared, unaccented
from postwright.grounding.stems import IRREGULAR, Stems
from postwright.guidelines.made_once import made_once
from postwright.guidelines.records import GroundingWords

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines

_JOINTS = frozenset((" ", "-", "/", "", " / ", " - ", "  ", "'", "' "))
"""What may stand between two words of a phrase."""
_NOT_SEARCHED = frozenset((CATEGORY, IRREGULAR))
"""Categories whose words are looked up one by one, not as phrases of a text."""
_WORD = re.compile(r"24/7|40[13]k|[^\s/-]+")


class Hit(NamedTuple):
    """A thing of the lexicon in a text, from token `first` to token `last` (inclusive)."""

    entry: GroundingWords
    first: int
    last: int
    start: int
    end: int


class Phrases:
    """Phrases by their first two words."""

    def __init__(self, entries: Iterable[GroundingWords], stem: Callable[[str], str]) -> None:
        self._by_first: dict[str, _Beginning] = {}
        self._endings: dict[str, list[tuple[tuple[str, ...], GroundingWords]]] = {}
        for entry in entries:
            for phrase in entry.words:
                for words in spelled_out(phrase, stem):
                    first = words[0]
                    if first.endswith("*"):
                        self._endings.setdefault(first[:2], []).append((words, entry))
                    else:
                        self._by_first.setdefault(first, _Beginning()).add(words, entry)

    def find(self, prepared: Prepared) -> Iterator[Hit]:
        """Yield what stands in the text, in order; of overlapping phrases the first and longest."""
        return longest(self.all(prepared))

    def all(self, prepared: Prepared) -> Iterator[Hit]:
        """Yield every phrase that stands in the text, in order, those within others too."""
        for at, token in enumerate(prepared.tokens):
            if token.kind == "word" or token.kind == "number":
                yield from self._at(prepared, at)

    def _at(self, prepared: Prepared, at: int) -> Iterator[Hit]:
        """Yield the phrases that begin at token `at`."""
        token = prepared.tokens[at]
        keys: tuple[str, ...] = (token.stem, f"={token.low}")
        if token.low[-1] == "s" and len(token.text) > 2 and token.text[:-1].isupper():
            keys = (*keys, f"={token.low[:-1]}")  # QSs
        for key in keys:
            beginning = self._by_first.get(key)
            if beginning is None:
                continue
            for entry in beginning.alone:
                yield Hit(entry, at, at, token.start, token.end)
            if beginning.longer:
                yield from _matching(prepared, at, beginning.candidates(prepared, at))
        if token.low[:2] in self._endings:
            yield from _matching(
                prepared, at, [each for each in self._endings[token.low[:2]] if token.low.startswith(each[0][0][:-1])]
            )


class _Beginning:
    """The phrases that begin with one word: those that are only this word, and the longer ones by their second."""

    def __init__(self) -> None:
        self.alone: list[GroundingWords] = []
        self.longer: dict[str, list[tuple[tuple[str, ...], GroundingWords]]] = {}

    def add(self, words: tuple[str, ...], entry: GroundingWords) -> None:
        if len(words) == 1:
            self.alone.append(entry)
        else:
            second = "*" if words[1].endswith("*") else words[1]
            self.longer.setdefault(second, []).append((words, entry))

    def candidates(self, prepared: Prepared, at: int) -> list[tuple[tuple[str, ...], GroundingWords]]:
        """Return the longer phrases whose second word may be the word behind token `at`."""
        following = prepared.word_behind(at)
        if following is None:
            return []
        found = self.longer.get(following.stem, [])
        for key in (f"={following.low}", "*"):
            if key in self.longer:
                found = found + self.longer[key]
        return found


def longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield those of hits in order that overlap none before them; of those that begin together the longest."""
    best: Hit | None = None
    past = 0
    for hit in hits:
        if best is not None and hit.first != best.first:
            yield best
            past, best = best.last + 1, None
        if hit.first >= past and (best is None or hit.last > best.last):
            best = hit
    if best is not None:
        yield best


def _matching(
    prepared: Prepared, at: int, candidates: Iterable[tuple[tuple[str, ...], GroundingWords]]
) -> Iterator[Hit]:
    for words, entry in candidates:
        last = _end_of(prepared, at, words)
        if last is not None:
            yield Hit(entry, at, last, prepared.tokens[at].start, prepared.tokens[last].end)


def _end_of(prepared: Prepared, at: int, words: tuple[str, ...]) -> int | None:
    """Return the index of the last token where `words` stand from token `at` on."""
    tokens = prepared.tokens
    for word in words[1:]:
        before = at
        at += 1
        while at < len(tokens) and tokens[at].kind == "mark":
            at += 1
        if (
            at >= len(tokens)
            or not _is(tokens[at].low, tokens[at].stem, word)
            or prepared.between(before, at) not in _JOINTS
        ):
            return None
    return at


def _is(low: str, stemmed: str, word: str) -> bool:
    if word[0] == "=":
        return low == word[1:]
    return low.startswith(word[:-1]) if word[-1] == "*" else stemmed == word


def spelled_out(phrase: str, stem: Callable[[str], str]) -> tuple[tuple[str, ...], ...]:
    """Return a phrase's words as stems, one tuple for each way in which its alternatives and optional words can go.

    >>> spelled_out("private? medical|health insurance", str.upper)[:2]
    (('PRIVATE', 'MEDICAL', 'INSURANCE'), ('PRIVATE', 'HEALTH', 'INSURANCE'))
    """
    ways: list[list[tuple[str, ...]]] = []
    for word in phrase.split():
        optional = word.endswith("?")
        choices = [_stems(choice, stem) for choice in word.removesuffix("?").split("|")]
        ways.append([*choices, ()] if optional else choices)
    made = (tuple(part for choice in chosen for part in choice) for chosen in product(*ways))
    return tuple(words for words in dict.fromkeys(made) if words)


def _stems(word: str, stem: Callable[[str], str]) -> tuple[str, ...]:
    """Return the stems of a word written with hyphens; `=word` is kept as it is, `word*` too."""
    word = word if word.isascii() else unaccented(word)
    if word[0] == "=" or word[-1] == "*":
        return (word,)
    return tuple(stem(part) for part in _WORD.findall(word))


class Lexicon:
    """All word lists, by category, and what lies within what."""

    def __init__(self, guidelines: Guidelines) -> None:
        self.guidelines = guidelines
        self.entries: Mapping[str, GroundingWords] = MappingProxyType(guidelines.grounding)
        by_category: dict[str, list[GroundingWords]] = {}
        for entry in guidelines.grounding.values():
            by_category.setdefault(entry.category, []).append(entry)
        self._by_category = by_category
        self.number_words = {
            word.removeprefix("="): entry.value
            for entry in self.of("numbers")
            for word in entry.words
            if " " not in word
        }
        """Words that stand for numbers, with what `numbers.yaml` says of their value."""
        self.stem = Stems({word: entry.value for entry in self.of(IRREGULAR) for word in entry.words})
        self._stems: dict[str, frozenset[str]] = {}
        self._wider: dict[str, frozenset[str]] = {}

    def of(self, category: str) -> tuple[GroundingWords, ...]:
        """Return the entries of a category."""
        return tuple(self._by_category.get(category, ()))

    @cached_property
    def _phrases(self) -> Phrases:
        searched = (entry for entry in self.entries.values() if entry.category not in _NOT_SEARCHED)
        return Phrases(searched, self.stem)

    def all(self, prepared: Prepared, *categories: str) -> tuple[Hit, ...]:
        """Return every phrase of some categories that stands in a text, in order, those within others too.

        A text is searched once, for all categories.
        """
        kept = prepared.hits
        if kept is None or kept[0] is not self:
            every = tuple(self._phrases.all(prepared))
            kept = prepared.hits = (self, {(): every, **_by_category(every)})
        found = kept[1].get(categories)
        if found is None:
            if len(categories) == 1:
                return ()
            found = kept[1][categories] = tuple(hit for hit in kept[1][()] if hit.entry.category in categories)
        return found

    def find(self, prepared: Prepared, *categories: str) -> tuple[Hit, ...]:
        """Return the same, of overlapping phrases only the first and longest."""
        return tuple(longest(self.all(prepared, *categories)))

    def stems(self, category: str) -> frozenset[str]:
        """Return the single words of a category, as stems; made once."""
        found = self._stems.get(category)
        if found is None:
            found = self._stems[category] = _single_words(self.of(category), self.stem)
        return found

    def stems_of(self, *ids: str) -> frozenset[str]:
        """Return the single words of some entries, as stems; made once."""
        key = "\n".join(ids)
        found = self._stems.get(key)
        if found is None:
            found = self._stems[key] = _single_words((self.entries[id] for id in ids if id in self.entries), self.stem)
        return found

    def technologies_in(self, prepared: Prepared) -> Iterator[tuple[str, int, int]]:
        """Yield the known technologies that a text names; a common word counts only as the name is written."""
        for hit in self._technologies.find(prepared):
            token = prepared.tokens[hit.first]
            is_opening = token.opens and token.text[0].isupper()
            if hit.entry.value and (is_opening or prepared.text[hit.start : hit.end] != hit.entry.value):
                continue
            yield hit.entry.id, hit.first, hit.last

    @cached_property
    def _technologies(self) -> Phrases:
        """The names of all technologies; `value` of an ambiguous one is how it is written."""
        entries = []
        for record in self.guidelines.technologies.values():
            for name in (record.name, *record.aliases):
                tokens = (token for token in Prepared(name, self.stem).tokens if token.kind in ("word", "number"))
                written = name if name.lower() in self.guidelines.ambiguous_terms else ""
                if words := " ".join(f"={token.low}" for token in tokens):
                    entries.append(GroundingWords(record.id, "technologies", (words,), (), written, (), "high"))
        return Phrases(entries, self.stem)

    @cached_property
    def idle(self) -> frozenset[str]:
        """The plain words that cannot be what a number counts, as stems."""
        return self.stems("plain_words") - self.stems_of("plain.people")

    @cached_property
    def grammar(self) -> Grammar:
        """The closed classes of words."""
        return grammar_of(self.of(CATEGORY))

    @cached_property
    def times(self) -> frozenset[str]:
        """The units and days, as stems."""
        return self.stems("units") | self.stems("days")

    def wider(self, id: str) -> frozenset[str]:
        """Return the ids of all that the thing lies within, itself included."""
        found = self._wider.get(id)
        if found is None:
            found = frozenset((id,))
            entry = self.entries.get(id)
            for parent in entry.within if entry else ():
                found |= self.wider(parent)
            self._wider[id] = found
        return found


def _by_category(hits: Iterable[Hit]) -> dict[tuple[str, ...], tuple[Hit, ...]]:
    found: dict[tuple[str, ...], list[Hit]] = {}
    for hit in hits:
        found.setdefault((hit.entry.category,), []).append(hit)
    return {categories: tuple(own) for categories, own in found.items()}


def _single_words(entries: Iterable[GroundingWords], stem: Callable[[str], str]) -> frozenset[str]:
    spelled = (words for entry in entries for phrase in entry.words for words in spelled_out(phrase, stem))
    return frozenset(words[0].removeprefix("=") for words in spelled if len(words) == 1)


@made_once
def lexicon_of(guidelines: Guidelines) -> Lexicon:
    """Return the lexicon of the guidelines; made once for each version of them."""
    return Lexicon(guidelines)
