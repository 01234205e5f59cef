"""An imported text with what was read in it -> entries for its brief, each with the line that it comes from.

They are proposals: a person looks at them and takes those that are right. Only lines of sections that the reader knows
are proposed, word for word, and facts that it reads as a whole (title, level, pay, openings, the job's terms).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from postwright.desk.brief_edits import Draft
from postwright.desk.checks import Checks
from postwright.desk.read_terms import Term, has, term_of_line, terms_of
from postwright.desk.standing import plain_words
from postwright.desk.stored_brief import stored_brief, stored_draft
from postwright.library.records import PostingRecord, Reason
from postwright.linting.engine import UNDERSTOOD
from postwright.linting.openings import openings_said
from postwright.model.brief import Brief
from postwright.model.reading import PayRead, Reading, SectionSpan
from postwright.model.words import SectionKind
from postwright.reading.document import Block, Document, parse
from postwright.reading.line_strength import strength_of_line

_LISTS: Mapping[SectionKind, str] = {
    "responsibilities": "responsibilities",
    "requirements": "must_have",
    "preferred": "nice_to_have",
    "benefits": "benefits",
}
"""Lists of the brief by the section whose lines they hold."""
_LONGEST_LINE = 600
"""Characters that an entry of the brief may have."""
_LONGEST_SUMMARY = 1_500
"""Characters of an opening that still is a summary."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry for the brief, read at text[start:end]."""

    id: str
    field: str
    words: str
    """What it says, as it stands in the text."""
    start: int
    end: int
    line: int
    values: Mapping[str, Any]
    """Of the new entry; of a field that is no list only `value`."""


class ReadBriefs:
    """Proposes entries for the briefs of imported postings, and takes them in; `kept` returns a posting by its id."""

    def __init__(
        self,
        checks: Checks,
        *,
        kept: Callable[[str], PostingRecord],
        change: Callable[[str, Callable[[PostingRecord], PostingRecord], Reason], object],
        recompose: Callable[[PostingRecord, Draft], PostingRecord],
    ) -> None:
        self._checks, self._kept, self._change, self._recompose = checks, kept, change, recompose

    def understood(self, posting_id: str) -> bool:
        """Return whether the text is in a language that the reader understands."""
        return self._checks.of(self._kept(posting_id)).reading.language in UNDERSTOOD

    def proposals(self, posting_id: str) -> tuple[Proposal, ...]:
        """Return what the text of an imported posting says and its brief does not yet, in the order of the text."""
        return self._proposals(self._kept(posting_id))

    def take(self, posting_id: str, proposals: Collection[str]) -> None:
        """Take proposals, by their ids, into the brief; those that the text does not make any more are left out."""

        def taken(posting: PostingRecord) -> PostingRecord:
            draft = stored_draft(posting.brief, posting.unsaved)
            for proposal in self._proposals(posting):
                if proposal.id in proposals:
                    draft = _with(draft, proposal)
            return self._recompose(posting, draft)

        self._change(posting_id, taken, "brief")

    def _proposals(self, posting: PostingRecord) -> tuple[Proposal, ...]:
        if posting.origin != "import":
            return ()
        document = parse(posting.text, format=posting.format)
        return proposals_of(document, self._checks.of(posting).reading, stored_brief(posting.brief))


def proposals_of(document: Document, reading: Reading, brief: Brief) -> tuple[Proposal, ...]:
    """Return the entries that a text proposes for a brief, without those that the brief has."""
    if reading.language not in UNDERSTOOD:
        return ()
    found = [
        *_title(reading, brief),
        *_summary(document, reading, brief),
        *_lines(document, reading, brief),
        *_pay(reading, brief),
        *_openings(document, reading, brief),
        *(_of_term(reading, term) for term in terms_of(document, reading, brief)),
    ]
    return tuple(sorted(found, key=lambda proposal: proposal.start))


def _with(draft: Draft, proposal: Proposal) -> Draft:
    if "value" in proposal.values:
        return draft.set(proposal.field, proposal.values["value"])
    return draft.add(proposal.field, **proposal.values)


def _proposal(field: str, reading: Reading, start: int, end: int, values: Mapping[str, Any]) -> Proposal:
    words = " ".join(plain_words(reading.text[start:end]).split())
    return Proposal(f"{field}:{words}", field, words, start, end, reading.text.count("\n", 0, start) + 1, values)


def _title(reading: Reading, brief: Brief) -> Iterator[Proposal]:
    start = reading.text.find(reading.title) if reading.title else -1
    if start < 0:
        return
    end = start + len(reading.title)
    if not brief.title:
        yield _proposal("title", reading, start, end, {"value": reading.title})
    if not brief.levels and reading.title_level:
        yield _proposal("levels", reading, start, end, {"level": reading.title_level})


def _summary(document: Document, reading: Reading, brief: Brief) -> Iterator[Proposal]:
    """Yield the paragraphs of the first section that says what the role is for."""
    section = next((section for section in reading.sections if section.kind == "summary"), None)
    blocks = _blocks_of(document, section) if section and not brief.summary else []
    if not blocks or any(block.kind != "paragraph" for block in blocks):
        return
    start, end = blocks[0].start, blocks[-1].end
    if end - start <= _LONGEST_SUMMARY:
        words = "\n\n".join(" ".join(reading.text[block.start : block.end].split()) for block in blocks)
        yield _proposal("summary", reading, start, end, {"value": words})


def _lines(document: Document, reading: Reading, brief: Brief) -> Iterator[Proposal]:
    known = {name: {_key(entry.text) for entry in getattr(brief, name)} for name in (*_LISTS.values(), "nice_to_have")}
    for section in reading.sections:
        if section.kind not in _LISTS:
            continue
        for block in _blocks_of(document, section):
            if block.kind != "bullet" or block.end - block.start > _LONGEST_LINE:
                continue
            term = term_of_line(reading, block) if section.kind in ("requirements", "preferred") else None
            if term is not None:
                if not has(brief, term):
                    yield _of_term(reading, term)
                continue
            proposal = _proposal(_field_of(document, reading, section, block), reading, block.start, block.end, {})
            if _key(proposal.words) not in known[proposal.field]:
                known[proposal.field].add(_key(proposal.words))
                yield replace(proposal, values={"text": proposal.words})


def _of_term(reading: Reading, term: Term) -> Proposal:
    return _proposal(term.field, reading, term.start, term.end, term.values)


def _field_of(document: Document, reading: Reading, section: SectionSpan, block: Block) -> str:
    if section.kind == "requirements" and strength_of_line(document, reading.sections, block.start) == "preferred":
        return "nice_to_have"
    return _LISTS[section.kind]


def _blocks_of(document: Document, section: SectionSpan) -> list[Block]:
    """Return the blocks of a section, without its heading."""
    after = section.heading[1] if section.heading else section.start
    return [block for block in document.blocks if after <= block.start < section.end and block.kind != "heading"]


def _pay(reading: Reading, brief: Brief) -> Iterator[Proposal]:
    read = reading.pay
    if read is not None and not brief.pay and read.kind != "vague" and read.currency and read.period:
        yield _proposal("pay", reading, read.start, read.end, _pay_values(read))


def _pay_values(read: PayRead) -> Mapping[str, Any]:
    values = {"minimum": read.minimum, "currency": read.currency, "period": read.period}
    return values if read.kind == "single" else {**values, "maximum": read.maximum}


def _openings(document: Document, reading: Reading, brief: Brief) -> Iterator[Proposal]:
    """Yield the number of openings where it is not the one that a brief begins with."""
    said = openings_said(document)
    if said is not None and brief.openings == Brief().openings < said.number:
        around = (sentence for sentence in document.sentences if sentence.start <= said.start < sentence.end)
        line = next(around, said)
        yield _proposal("openings", reading, line.start, line.end, {"value": said.number})


def _key(words: str) -> str:
    return " ".join(words.casefold().split())
