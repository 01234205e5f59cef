"""Sentences that should read the same in every posting, and where a posting's own sentence left them.

A standard sentence comes from the organisation's approved text, else from the house text that ships, else from what
most postings of an employer say word for word. Case, marks and spacing never count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from postwright.consistency.record import BoilerplateKind, ReviewedPosting
from postwright.consistency.rule import Piece
from postwright.consistency.shingles import shingles_of, words_of
from postwright.reading.document import parse

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.model.brief import Organisation

Authority = Literal["approved", "house", "common"]
_HOUSE_TEXTS: dict[BoilerplateKind, tuple[str, ...]] = {"equal_opportunity": ("equal_opportunity", "accommodation")}


@dataclass(frozen=True, slots=True)
class Standard:
    """A sentence that should read the same everywhere."""

    text: str
    words: tuple[str, ...]
    pairs: frozenset[bytes]
    """Hashes of its pairs of words."""
    authority: Authority
    share: tuple[int, int] = (0, 0)
    """For a common one: how many postings have it, and of how many."""


@dataclass(frozen=True, slots=True)
class Drift:
    """A posting's sentence and the standard one that it left."""

    standard: Standard
    sentence: str
    difference: tuple[Piece, ...]


def approved_standards(
    organisation: Organisation | None, guidelines: Guidelines, kind: BoilerplateKind
) -> list[Standard]:
    """Return the sentences of the approved text of a kind; those of the house where the organisation gives none."""
    given: list[str] = []
    if organisation is not None:
        texts = {
            "equal_opportunity": [organisation.equal_opportunity, organisation.accommodation],
            "company": [organisation.description],
        }
        given = [text for text in texts.get(kind, []) if text.strip()]
    if given:
        return [standard for text in given for standard in _standards(_sentences(text), "approved")]
    house = [guidelines.boilerplate[name] for name in _HOUSE_TEXTS.get(kind, ()) if name in guidelines.boilerplate]
    return [standard for text in house for standard in _standards(_sentences(text), "house")]


def common_standards(
    postings: Iterable[ReviewedPosting], kind: BoilerplateKind, *, least: int, share: float
) -> list[Standard]:
    """Return the sentences that at least `least` postings, and `share` (0 to 1) of those with such a section, have."""
    having: Counter[tuple[str, ...]] = Counter()
    texts: dict[tuple[str, ...], str] = {}
    of = 0
    for posting in postings:
        sentences = sentences_of(posting, kind)
        of += bool(sentences)
        found = {tuple(words_of(sentence)): sentence for sentence in sentences}
        having.update(found.keys())
        for words, sentence in found.items():
            texts.setdefault(words, sentence)
    common = [words for words, count in having.items() if count >= max(least, share * of)]
    return [
        standard for words in common for standard in _standards([texts[words]], "common", share=(having[words], of))
    ]


def sentences_of(posting: ReviewedPosting, kind: BoilerplateKind) -> tuple[str, ...]:
    """Return the posting's sentences of a kind."""
    return next((sentences for own, sentences in posting.boilerplate if own == kind), ())


class Comparer:
    """Finds drifted sentences; what it worked out for a sentence it keeps, for most stand in many postings."""

    def __init__(self, *, likeness: float) -> None:
        self._likeness = likeness
        self._words: dict[str, tuple[str, ...]] = {}
        self._pairs: dict[str, frozenset[bytes]] = {}
        self._differences: dict[tuple[str, str], tuple[Piece, ...]] = {}

    def drifts(self, sentences: Sequence[str], standards: Sequence[Standard]) -> Iterator[Drift]:
        """Yield the standards that the sentences do not have word for word but nearly, each with the nearest one."""
        whole = f" {' '.join(word for sentence in sentences for word in self.words(sentence))} "
        missing = [standard for standard in standards if f" {' '.join(standard.words)} " not in whole]
        kept = {standard.words for standard in standards}
        own = [sentence for sentence in sentences if self.words(sentence) not in kept]
        for standard in missing:
            nearest = max(own, key=lambda sentence: self._alike(sentence, standard), default=None)
            if nearest is not None and self._alike(nearest, standard) >= self._likeness:
                yield Drift(standard, nearest, self._difference(standard.text, nearest))

    def words(self, sentence: str) -> tuple[str, ...]:
        """Return the words of a sentence."""
        if sentence not in self._words:
            self._words[sentence] = tuple(words_of(sentence))
        return self._words[sentence]

    def _alike(self, sentence: str, standard: Standard) -> float:
        if sentence not in self._pairs:
            self._pairs[sentence] = _pairs(self.words(sentence))
        pairs = self._pairs[sentence]
        shared = len(pairs & standard.pairs)
        return shared / (len(pairs) + len(standard.pairs) - shared) if shared else 0.0

    def _difference(self, standard: str, sentence: str) -> tuple[Piece, ...]:
        key = (standard, sentence)
        if key not in self._differences:
            self._differences[key] = difference(standard, sentence)
        return self._differences[key]


def difference(approved: str, sentence: str) -> tuple[Piece, ...]:
    """Return how a sentence differs from the approved one, word by word; case and marks never count.

    >>> [(piece.change, piece.words) for piece in difference("We hire on skill alone.", "we hire on skill and luck")]
    [('same', 'We hire on skill'), ('missing', 'alone.'), ('added', 'and luck')]
    """
    before, after = approved.split(), sentence.split()
    first, second = ([" ".join(words_of(word)) for word in words] for words in (before, after))
    pieces: list[Piece] = []
    for change, low, high, start, end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if change == "equal":
            pieces.append(Piece("same", " ".join(before[low:high])))
            continue
        for name, words in (("missing", before[low:high]), ("added", after[start:end])):
            if any(words_of(word) for word in words):
                pieces.append(Piece(name, " ".join(words)))
    return tuple(pieces)


def _sentences(text: str) -> list[str]:
    document = parse(text, format="plain")
    return [" ".join(text[sentence.start : sentence.end].split()) for sentence in document.sentences]


def _standards(
    sentences: Iterable[str], authority: Authority, *, share: tuple[int, int] = (0, 0)
) -> Iterator[Standard]:
    for sentence in sentences:
        words = tuple(words_of(sentence))
        yield Standard(sentence, words, _pairs(words), authority, share)


def _pairs(words: Sequence[str]) -> frozenset[bytes]:
    runs = shingles_of(words, run=2)
    return frozenset(runs[at : at + 4] for at in range(0, len(runs), 4))
