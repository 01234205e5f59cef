"""A posting with the sources of its brief -> a judgement on each sentence that a person wrote.

A person cites nothing, so the sources that a sentence most likely rests on are looked for: the one that shares most
with it, then those that have what is still without support.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from postwright.grounding.examined import Examined, examined, examined_source
from postwright.grounding.lexicon import Lexicon
from postwright.grounding.prepared import MOST_CHARACTERS
from postwright.grounding.verify import verify
from postwright.model.reading import Reading
from postwright.model.statement import GroundingFinding, Judgement, Source, Statement
from postwright.model.words import SectionKind
from postwright.reading.document import Document

MOST_CITED = 6
"""Sources of one sentence: more than any line should rest on."""
_WORDS = frozenset(("residue", "added_duty", "borrowed_fact"))
"""Kinds of findings on single words."""
ADDED = _WORDS | {
    "number", "money", "technology", "benefit", "credential", "place", "schedule", "time", "claim", "name", "link",
    "no_overlap",
}  # fmt: skip
"""Kinds of findings on what no source has. The others compare with one source, and which a person meant is a guess."""
_LEFT_OUT: frozenset[SectionKind] = frozenset(("equal_opportunity", "title"))
"""Sections whose text is the house's or the law's, not a claim about the role."""

Judged = dict[tuple[str, SectionKind], tuple[tuple[Source, ...], tuple[GroundingFinding, ...]]]
"""What sentences rest on and add, by their words and section; offsets count from the sentence's start."""
MOST_JUDGED = 300
"""Sentences of one brief that are remembered."""


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """A sentence at text[start:end] of a posting; the spans of its findings are those of the posting."""

    start: int
    end: int
    section: SectionKind
    sources: tuple[Source, ...]
    judgement: Judgement


def own_sentences(
    document: Document,
    reading: Reading,
    sources: Sequence[Source],
    *,
    lexicon: Lexicon,
    leave_out: Callable[[str], bool] = lambda text: False,
    judged: Judged | None = None,
) -> Iterator[OwnSentence]:
    """Yield the judgement on each sentence of a posting, but not on headings, legal text and what is to be left out.

    `judged` holds what was found of sentences before, with the same sources and lexicon; it is added to.
    """
    judged = {} if judged is None else judged
    for sentence in document.sentences:
        section = reading.section_at(sentence.start)
        text = document.text[sentence.start : sentence.end]
        if document.blocks[sentence.block].kind == "heading" or section in _LEFT_OUT or not any(map(str.isalpha, text)):
            continue
        if leave_out(text):
            continue
        known = judged.get((text, section))
        if known is None:
            cited = likely_sources(text, sources, lexicon=lexicon, section=section)
            known = cited, tuple(added(Statement(text, cited, section), lexicon=lexicon))
            if len(judged) >= MOST_JUDGED:
                judged.clear()
            judged[text, section] = known
        cited, found = known
        findings = tuple(
            replace(finding, start=finding.start + sentence.start, end=finding.end + sentence.start)
            for finding in found
        )
        supported = not any(finding.refuses for finding in findings)
        yield OwnSentence(sentence.start, sentence.end, section, cited, Judgement(supported, findings))


def added(statement: Statement, *, lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield what a statement adds to all of its sources; what it leaves out or words otherwise, a person may.

    Words without support count where they are many, or most of what the sentence says.
    """
    findings = [each for each in verify(statement, lexicon=lexicon).findings if each.kind in ADDED]
    meaning = examined(statement.text[:MOST_CHARACTERS], lexicon).meaning
    unsupported = [each for each in findings if each.kind in _WORDS]
    many = len(unsupported) > 1 or 2 * len(unsupported) >= len(meaning.content)
    for finding in findings:
        yield replace(finding, refuses=many) if finding.kind in _WORDS else finding


def likely_sources(
    text: str, sources: Sequence[Source], *, lexicon: Lexicon, section: SectionKind = "other"
) -> tuple[Source, ...]:
    """Return the sources that a text most likely rests on; those that share most come first. All where none shares."""
    said = examined(text[:MOST_CHARACTERS], lexicon, section=section)
    missing = _marks(said) - lexicon.stems("plain_words")
    known = [(source, _marks(examined_source(source, lexicon))) for source in sources]
    chosen: list[Source] = []
    while missing and len(chosen) < MOST_CITED:
        best, marks = max(known, key=lambda pair: (len(pair[1] & missing), -len(pair[1])), default=(None, frozenset()))
        if best is None or not marks & missing:
            break
        chosen.append(best)
        missing -= marks
        known = [pair for pair in known if pair[0] is not best]
    return tuple(chosen) or tuple(sources)


def _marks(examined_text: Examined) -> frozenset[str]:
    """Return what a text and its source share: stems, ids of things, figures with their units."""
    amounts = (f"{value:g}" for amount in examined_text.amounts for value in amount.values)
    links = (token.low for token in examined_text.prepared.tokens if token.kind == "link")
    things = (hit.entry.id for hit in examined_text.synonyms)
    technologies = (id for id, _, _ in examined_text.technologies)
    return examined_text.prepared.stems.union(amounts, links, things, technologies)
