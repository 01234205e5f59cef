"""Material -> reworded lines, each shown only after it has been grounded.

    material ──request──▶ writer ──▶ slots filled ──▶ judged ──▶ kept
                                          │ refused
                                          ▼
                             asked once more, told why ──▶ repaired | put back

A line that is refused twice, comes back twice or not at all, or cites what it may not, is as it was before. Requests go
out side by side; one that gets no answer costs its own lines only, save where no other would get one either.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from postwright.drafting.material import Material, MaterialLine
from postwright.drafting.requests import Asker, batches
from postwright.drafting.rewritten import (
    LEFT_OUT,
    NO_ANSWER,
    Asking,
    Attempt,
    Event,
    ItemResult,
    Outcome,
    Over,
    Started,
    Unanswered,
)
from postwright.drafting.side_by_side import side_by_side
from postwright.drafting.slots import FindFacts, fill
from postwright.drafting.wording import bullet, line, sentence
from postwright.drafting.writer import Usage, Writer, WriteRequest, WrittenItem
from postwright.errors import WriterError
from postwright.model.statement import GroundingFinding, Judgement, Statement

Judge = Callable[[Statement], Judgement]
"""Grounding, and whatever else may refuse a wording."""


@dataclass(frozen=True)
class Rewriter:
    """A writer with all that its words are measured by."""

    writer: Writer
    asker: Asker
    judge: Judge
    """May be called by several threads at once."""
    find_facts: FindFacts
    at_once: int = 1
    """Requests under way at once."""

    def rewrite(self, material: Material, *, wish: str = "", stop: threading.Event) -> Iterator[Event]:
        """Yield what happens until every line is settled; ends early, and leaves lines unsettled, once `stop` is set.

        Requests are begun in the order of the text; what comes of those under way at once comes mixed. Raises at the
        end a `WriterError` that is `lasting`; the lines settled before that stay settled.
        """
        yield Started(len(material.lines))
        requests = [
            partial(self._batch, material, lines, number, wish) for number, lines in enumerate(batches(material.lines))
        ]
        yield from side_by_side(requests, at_once=self.at_once, stop=stop)

    def mend(
        self, material: Material, request: WriteRequest, *, stop: threading.Event
    ) -> ItemResult | Unanswered | None:
        """Return the first line of `material` after one request and, where it is refused, its repair.

        None where it was stopped. Raises a `WriterError` that is `lasting`.
        """
        settled = self._settled(material, material.lines[:1], request, number=0, stop=stop)
        return next((event for event in settled if isinstance(event, ItemResult | Unanswered)), None)

    def _batch(
        self, material: Material, lines: Sequence[MaterialLine], number: int, wish: str, stop: threading.Event
    ) -> Iterator[Event]:
        request = self.asker.rewrite(material, lines, wish=wish)
        yield Asking(number, _headings(lines), request.prompt.label, repair=False)
        yield from self._settled(material, lines, request, number=number, stop=stop)
        yield Over(number)

    def _settled(
        self,
        material: Material,
        lines: Sequence[MaterialLine],
        request: WriteRequest,
        *,
        number: int,
        stop: threading.Event,
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
        fault, missing = answer.fault, answer.missing()
        if fault is not None and fault.lasting:
            yield from (_result(each, "put_back", attempt) for each, attempt in refused)
            raise fault
        if fault is not None:
            yield _unanswered(missing, fault)
            yield from (_result(each, "put_back", _no_answer(fault)) for each in missing)
        else:
            refused += [(each, _left_out()) for each in missing]
        if refused:
            yield from self._repaired(material, refused, number=number, stop=stop)

    def _repaired(
        self,
        material: Material,
        refused: Sequence[tuple[MaterialLine, Attempt]],
        *,
        number: int,
        stop: threading.Event,
    ) -> Iterator[Event]:
        lines, first = [each for each, _ in refused], {each.item.id: attempt for each, attempt in refused}
        request = self.asker.repair(material, refused)
        yield Asking(number, _headings(lines), request.prompt.label, repair=True)
        answer = _Answer(self, lines)
        for event in answer.read(request, stop=stop):
            if isinstance(event, _Worded):
                outcome: Outcome = "put_back" if event.attempt.refused else "repaired"
                yield _result(event.line, outcome, first[event.line.item.id], event.attempt)
            else:
                yield event
        if stop.is_set():
            return
        fault, missing = answer.fault, answer.missing()
        if fault is not None and not fault.lasting:
            yield _unanswered(missing, fault)
        for each in missing:
            second = _left_out() if fault is None else _no_answer(fault)
            yield _result(each, "put_back", first[each.item.id], second)
        if fault is not None and fault.lasting:
            raise fault

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
        return Attempt(text, findings, wording, cited, prompt, written.model)


@dataclass(frozen=True, slots=True)
class _Worded:
    line: MaterialLine
    attempt: Attempt


class _Answer:
    """An answer while it is read: which of the lines asked for have come."""

    def __init__(self, rewriter: Rewriter, lines: Sequence[MaterialLine]) -> None:
        self._rewriter = rewriter
        self._waiting = {each.item.id: each for each in lines}
        self.fault: WriterError | None = None
        """Why there is no answer for the lines that are missing."""

    def read(self, request: WriteRequest, *, stop: threading.Event) -> Iterator[_Worded | Usage]:
        """Yield each line as it comes; what was not asked for, or comes twice, is passed over."""
        try:
            for given in self._rewriter.writer.write(request, stop=stop):
                if isinstance(given, Usage):
                    yield given
                elif given.id in self._waiting and not stop.is_set():
                    wanted = self._waiting.pop(given.id)
                    attempt = self._rewriter.attempt(wanted, given, prompt=request.prompt.label)
                    yield _Worded(wanted, attempt)
        except WriterError as error:
            self.fault = error if self._waiting else None  # what comes after the last line costs nothing

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


def _no_answer(error: WriterError) -> Attempt:
    return Attempt("", (_about_all("", NO_ANSWER, error.message),))


def _unanswered(lines: Sequence[MaterialLine], error: WriterError) -> Unanswered:
    return Unanswered(_headings(lines), error.message, error.hint)


def _about_all(text: str, kind: str, message: str) -> GroundingFinding:
    return GroundingFinding(kind, 0, len(text), message, refuses=True)
