"""Material -> reworded lines, each shown only after it has been grounded.

    material ──request──▶ writer ──▶ slots filled ──▶ judged ──▶ kept
                                          │ refused
                                          ▼
                             asked once more, told why ──▶ repaired | put back

A line that is refused twice, comes back twice or not at all, or cites what it may not, is as it was before.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from postwright.drafting.material import Material, MaterialLine
from postwright.drafting.requests import Asker, batches
from postwright.drafting.rewritten import (
    LEFT_OUT,
    NO_ANSWER,
    AnswerUnusable,
    Asking,
    Attempt,
    Event,
    ItemResult,
    Outcome,
    Started,
)
from postwright.drafting.slots import FindFacts, fill
from postwright.drafting.wording import bullet, line, sentence
from postwright.drafting.writer import Usage, Writer, WriteRequest, WrittenItem
from postwright.errors import AnswerError
from postwright.model.statement import GroundingFinding, Judgement, Statement

Judge = Callable[[Statement], Judgement]
"""Grounding, and whatever else may refuse a wording."""


@dataclass(frozen=True)
class Rewriter:
    """A writer with all that its words are measured by."""

    writer: Writer
    asker: Asker
    judge: Judge
    find_facts: FindFacts

    def rewrite(self, material: Material, *, wish: str = "", stop: threading.Event) -> Iterator[Event]:
        """Yield what happens until every line is settled; ends early, and leaves lines unsettled, once `stop` is set.

        Raises `WriterError` where the model cannot be used; the lines settled before that stay settled.
        """
        yield Started(len(material.lines))
        for lines in batches(material.lines):
            if stop.is_set():
                return
            yield from self._batch(material, lines, wish=wish, stop=stop)

    def mend(self, material: Material, request: WriteRequest, *, stop: threading.Event) -> ItemResult | None:
        """Return the first line of `material` after one request and, where it is refused, its repair."""
        settled = self._settled(material, material.lines[:1], request, stop=stop)
        return next((event for event in settled if isinstance(event, ItemResult)), None)

    def _batch(
        self, material: Material, lines: Sequence[MaterialLine], *, wish: str, stop: threading.Event
    ) -> Iterator[Event]:
        request = self.asker.rewrite(material, lines, wish=wish)
        yield Asking(_headings(lines), request.prompt.label, repair=False)
        yield from self._settled(material, lines, request, stop=stop)

    def _settled(
        self, material: Material, lines: Sequence[MaterialLine], request: WriteRequest, *, stop: threading.Event
    ) -> Iterator[Event]:
        """Yield the results of a request's lines: kept ones as they come, the others after their repair."""
        answer = _Answer(self, lines)
        refused: list[tuple[MaterialLine, Attempt]] = []
        for event in answer.read(request, stop=stop):
            if not isinstance(event, _Worded):
                yield event
            elif event.attempt.refused:
                refused.append((event.line, event.attempt))
            else:
                yield _result(event.line, "kept", event.attempt)
        if stop.is_set():
            return
        missing = answer.missing()
        if answer.unusable:
            yield from (_result(each, "put_back", _no_answer(answer.unusable)) for each in missing)
        else:
            refused += [(each, _left_out()) for each in missing]
        if refused:
            yield from self._repaired(material, refused, stop=stop)

    def _repaired(
        self, material: Material, refused: Sequence[tuple[MaterialLine, Attempt]], *, stop: threading.Event
    ) -> Iterator[Event]:
        lines, first = [each for each, _ in refused], {each.item.id: attempt for each, attempt in refused}
        request = self.asker.repair(material, refused)
        yield Asking(_headings(lines), request.prompt.label, repair=True)
        answer = _Answer(self, lines)
        for event in answer.read(request, stop=stop):
            if isinstance(event, _Worded):
                outcome: Outcome = "put_back" if event.attempt.refused else "repaired"
                yield _result(event.line, outcome, first[event.line.item.id], event.attempt)
            else:
                yield event
        for each in answer.missing() if not stop.is_set() else ():
            second = _no_answer(answer.unusable) if answer.unusable else _left_out()
            yield _result(each, "put_back", first[each.item.id], second)

    def attempt(self, line_: MaterialLine, written: WrittenItem, *, prompt: str = "") -> Attempt:
        """Return a wording of `prompt` as it is judged: slots filled, sources checked, grounded."""
        wording = line(written.text)
        cited = tuple(dict.fromkeys(id_ for id_ in written.source_ids if id_ in line_.item.sources))
        filled = fill(wording, line_.sent, find_facts=self.find_facts)
        text = sentence(filled.text) if line_.item.form == "paragraph" else bullet(filled.text)
        findings = filled.findings
        if not cited:
            findings += (_about_all(text, "unknown_source", "It cites no source of this line."),)
        unchanged = text == line_.text
        if not unchanged and not any(finding.refuses for finding in findings):
            findings += self.judge(line_.statement(text, cited)).findings
        return Attempt(text, findings, wording, cited, prompt)


@dataclass(frozen=True, slots=True)
class _Worded:
    line: MaterialLine
    attempt: Attempt


class _Answer:
    """An answer while it is read: which of the lines asked for have come."""

    def __init__(self, rewriter: Rewriter, lines: Sequence[MaterialLine]) -> None:
        self._rewriter = rewriter
        self._waiting = {each.item.id: each for each in lines}
        self._headings = _headings(lines)
        self.unusable: AnswerError | None = None

    def read(self, request: WriteRequest, *, stop: threading.Event) -> Iterator[_Worded | Usage | AnswerUnusable]:
        """Yield each line as it comes; what was not asked for, or comes twice, is passed over."""
        try:
            for given in self._rewriter.writer.write(request, stop=stop):
                if isinstance(given, Usage):
                    yield given
                elif given.id in self._waiting and not stop.is_set():
                    wanted = self._waiting.pop(given.id)
                    attempt = self._rewriter.attempt(wanted, given, prompt=request.prompt.label)
                    yield _Worded(wanted, attempt)
        except AnswerError as error:
            self.unusable = error
            yield AnswerUnusable(self._headings, error.message, error.hint)

    def missing(self) -> list[MaterialLine]:
        """Return the lines that have not come."""
        return list(self._waiting.values())


def _result(of: MaterialLine, outcome: Outcome, *attempts: Attempt) -> ItemResult:
    stands = attempts[-1] if outcome != "put_back" else None
    cited = stands.source_ids if stands else tuple(source.id for source in of.entries)
    return ItemResult(
        item_id=of.item.id,
        section=of.section.kind,
        heading=of.section.heading,
        outcome=outcome,
        composed=of.item.text,
        before=of.text,
        text=stands.text if stands else of.text,
        sources=of.statement("", cited).sources,
        attempts=attempts,
    )


def _headings(lines: Sequence[MaterialLine]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.section.heading for each in lines))


def _left_out() -> Attempt:
    return Attempt("", (_about_all("", LEFT_OUT, "The model left this line out."),))


def _no_answer(error: AnswerError) -> Attempt:
    return Attempt("", (_about_all("", NO_ANSWER, error.message),))


def _about_all(text: str, kind: str, message: str) -> GroundingFinding:
    return GroundingFinding(kind, 0, len(text), message, refuses=True)
