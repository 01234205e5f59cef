"""clarity/reading-grade: how many years of school the prose asks of its reader.

What: the Flesch-Kincaid grade (Kincaid and others 1975) of paragraphs and list items: 0.39 x words per sentence + 11.8
x syllables per word - 15.59. Why: a rough sign that sentences or words are long; nobody has tested it on postings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, cast

from postwright.linting.plain_prose import is_legal, is_run_together
from postwright.linting.prose import prose_blocks, read_blocks, syllables, words_of_sentences
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.sources import cited
from postwright.model.finding import Finding

if TYPE_CHECKING:
    from postwright.reading.document import Sentence

    _Counted = tuple[Sentence, list[str]]
    """A sentence with its words."""


def check(context: Context) -> Iterator[Finding]:
    """Yield one finding where the grade is above the limit and there is enough text, else one for a paragraph."""
    yield from _of_posting(context) or _of_paragraphs(context)


@dataclass(frozen=True, slots=True)
class Measured:
    """How hard the prose of a posting is to read, and what that was counted from."""

    grade: float
    """Flesch-Kincaid, in US school years."""
    words: int
    sentences: int
    syllables: float
    """A word."""
    highest: float
    """Grade from which no figure is given."""

    @property
    def arithmetic(self) -> str:
        return (
            f"{self.words} words in {self.sentences} sentences, {self.syllables:.2f} syllables a word; Flesch-Kincaid "
            f"grade {self.grade:.1f}"
        )

    @property
    def figure(self) -> int:
        """The grade as a whole number; the formula falls below 1 for the plainest prose."""
        return max(1, round(self.grade))

    @property
    def in_words(self) -> str:
        """What the grade means, in a sentence."""
        if self.grade >= self.highest:
            return f"The prose reads at grade {self.highest:g} or above: harder than texts written for graduates."
        many = "1 year" if self.figure == 1 else f"{self.figure} years"
        return f"The prose reads at grade {self.figure}: about {many} of school to follow it easily."


def measured(context: Context) -> Measured | None:
    """Return how the posting's prose reads; None where there is too little of it to tell."""
    everything = _prose(context)
    sentences = [pair for pair in everything if _is_a_sentence(context, *pair)]
    words = sum(len(words) for _, words in sentences)
    if words < _fewest_words(context, everything):
        return None
    highest = context.guidelines.limits["reading_grade_shown_max"].value
    a_word = _syllables(context, sentences) / words
    return Measured(_grade(context, sentences), words, len(sentences), a_word, highest)


def _fewest_words(context: Context, everything: list[_Counted]) -> float:
    """Return how many words of sentences it takes to measure a posting."""
    limits, words = context.guidelines.limits, sum(len(words) for _, words in everything)
    return max(limits["reading_grade_words_min"].value, words * limits["graded_share_min"].value)


def _of_posting(context: Context) -> tuple[Finding, ...]:
    limits = context.guidelines.limits
    limit, least = limits["reading_grade_max"], limits["reading_grade_words_min"]
    if not _is_above(context, _prose(context), limit.value, least.value):
        return ()  # most postings need not be looked at further
    found = measured(context)
    if found is None or round(found.grade, 1) <= limit.value:  # as it is shown
        return ()
    finding = Finding(
        rule=RULE.id,
        severity="info",
        start=None,
        end=None,
        message=found.in_words,
        why=limit.why,
        source=cited(limit.sources),
        arithmetic=f"{found.arithmetic}; the house's limit is {limit.value:g}",
    )
    return (finding,)


def _of_paragraphs(context: Context) -> tuple[Finding, ...]:
    """Return a finding for the paragraph that is hardest to read, the company's own too, where one is far above any."""
    limits = context.guidelines.limits
    limit, least = limits["paragraph_grade_max"], limits["paragraph_grade_words_min"]
    fewest, highest = limits["paragraph_grade_sentences_min"].value, limits["reading_grade_shown_max"].value
    hard = []
    for index, pairs in groupby(_sentences(context, read_blocks(context)), key=lambda pair: pair[0].block):
        block = context.document.blocks[index]
        sentences = [(sentence, words) for sentence, words in pairs if block.kind == "paragraph"]
        if len(sentences) < fewest or not _is_above(context, sentences, limit.value, least.value):
            continue
        measured = [pair for pair in sentences if _is_a_sentence(context, *pair)]
        if len(measured) >= fewest and _is_above(context, measured, limit.value, least.value):
            hard.append((_grade(context, measured), block.start, block.end))
    if not hard:
        return ()
    grade, start, end = max(hard)
    return (
        Finding(
            rule=RULE.id,
            severity="info",
            start=start,
            end=end,
            message=f"This paragraph reads at grade {highest:g} or above: harder than texts written for graduates.",
            why=limit.why,
            source=cited(limit.sources),
            arithmetic=f"Flesch-Kincaid grade {grade:.1f}, the house's limit for a paragraph is {limit.value:g}",
        ),
    )


def _is_above(context: Context, sentences: list[_Counted], limit: float, least: float) -> bool:
    """Say whether the sentences have at least `least` words and read at a grade above `limit`."""
    return sum(len(words) for _, words in sentences) >= least and _grade(context, sentences) > limit


def _grade(context: Context, sentences: list[_Counted]) -> float:
    words = sum(len(words) for _, words in sentences)
    return flesch_kincaid(words=words, sentences=len(sentences), syllables=_syllables(context, sentences))


def _syllables(context: Context, sentences: list[_Counted]) -> int:
    """Return how many syllables the sentences have; each sentence's are counted once for a posting."""
    known = cast("dict[int, int]", context.facts.setdefault("syllables of sentences", {}))
    for sentence, words in sentences:
        if sentence.start not in known:
            known[sentence.start] = sum(map(syllables, words))
    return sum(known[sentence.start] for sentence, _ in sentences)


def _prose(context: Context) -> list[_Counted]:
    return _sentences(context, prose_blocks(context))


def _sentences(context: Context, in_blocks: list[bool]) -> list[_Counted]:
    pairs = zip(context.document.sentences, words_of_sentences(context), strict=True)
    return [(sentence, words) for sentence, words in pairs if in_blocks[sentence.block]]


def _is_a_sentence(context: Context, sentence: Sentence, words: list[str]) -> bool:
    """Say whether it is no legal text and no list that lost its breaks, whose length says nothing."""
    limits = context.guidelines.limits
    return (
        len(words) <= limits["graded_sentence_words_max"].value
        and not is_run_together(context.text, sentence.start, sentence.end)
        and not is_legal(context.text, sentence.start, sentence.end, words=limits["sentence_legal_words"].value)
    )


def flesch_kincaid(*, words: int, sentences: int, syllables: int) -> float:
    """Return the Flesch-Kincaid grade, in US school years (Kincaid, Fishburne, Rogers and Chissom 1975).

    >>> round(flesch_kincaid(words=100, sentences=5, syllables=150), 2)
    9.91
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


_HARD = (
    "You will demonstrate extraordinarily sophisticated communication capabilities, administering multidisciplinary "
    "documentation requirements and coordinating organisational transformation initiatives internationally. "
)
_EASY = "You count the stock each day. You put it on the shelf. You tell us what is gone. We order it the same day. "

RULE = Rule(
    id="clarity/reading-grade",
    severity="info",
    summary="The prose asks many years of school of its reader.",
    why=(
        "Long sentences and long words make a posting hard to follow, most of all for people who read in a second "
        "language. Guides advise grade 8; no study tested the grade on postings."
    ),
    source="Kincaid, Fishburne, Rogers and Chissom (1975); GOV.UK content design (2024)",
    check=check,
    fires=(Example(text=_HARD * 8), Example(text=f"{_EASY * 20}\n\n{_HARD * 3}", quote=(_HARD * 3).strip())),
    silent=(Example(text=_EASY * 6), Example(text=_HARD)),
    known_problems="Names of products count as long words, so technical postings read harder than they are.",
)
