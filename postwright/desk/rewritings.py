"""Rewording postings with a language model: see what is sent, start, stop, look, take over, take back."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, cast

from postwright.desk.checks import Checks
from postwright.desk.house import House
from postwright.desk.line_lint import new_wordings
from postwright.desk.model import Model, ModelAddress, ModelInUse, model_in_use
from postwright.desk.rewording import Line, reword
from postwright.desk.rewriting_jobs import Jobs, is_gone
from postwright.desk.rewriting_values import (
    Rewriting,
    SentRequest,
    Suggestion,
    WhatIsSent,
    result_of,
    rewriting_of,
    with_what_stood,
)
from postwright.desk.standing import Standing, plain_words
from postwright.desk.stored_brief import stored_brief
from postwright.desk.values import Opened
from postwright.desk.wordings import Wording
from postwright.drafting.hard_facts import fact_finder
from postwright.drafting.material import Material, material
from postwright.drafting.requests import Asker, estimated_tokens, rewrite_requests
from postwright.drafting.rewriting import Rewriter
from postwright.drafting.rewritten import ItemResult
from postwright.drafting.withheld import people
from postwright.drafting.writer import Writer
from postwright.errors import InputError, SettingsError, StorageError
from postwright.grounding.lexicon import lexicon_of
from postwright.grounding.verify import verify
from postwright.library.records import PostingRecord, Reason, RewritingRecord
from postwright.library.rewritings import RewritingStore
from postwright.library.store import Library
from postwright.model.finding import Finding, apply_fix
from postwright.model.statement import Judgement, Statement

if TYPE_CHECKING:
    import threading

    from postwright.drafting.doctor import Check

Wish = Literal["", "again", "shorter", "plainer"]
Change = Callable[[str, Callable[[PostingRecord], PostingRecord], Reason], Opened]
"""Saves what a function makes of a posting, worked out again where somebody else saved in between."""


class Rewritings:
    """What a model may do to the postings of a desk; nothing is called before `start`."""

    def __init__(
        self,
        library: Library,
        house: House,
        model: Model,
        *,
        checks: Checks,
        change: Change,
        today: Callable[[], dt.date],
    ) -> None:
        self._library = library
        self._house = house
        self._model = model
        self._checks = checks
        self._change = change
        self._today = today
        self._store = RewritingStore(library)
        self._jobs = Jobs(self._store)
        self._secret = secrets.token_bytes(32)

    def close(self) -> None:
        """Stop what is under way; it is kept as interrupted."""
        self._jobs.close()

    def model_in_use(self) -> ModelInUse:
        """Return which model rewords drafts and whether it may; calls nothing."""
        return model_in_use(self._model, allowed=self._house.organisation.language_models)

    def models(self) -> tuple[ModelAddress, ...]:
        """Return the model that is set and the one that takes over from it; SettingsError for a wrong setting."""
        return self._model.addresses()

    def try_model(self, stop: threading.Event) -> Iterator[Check]:
        """Yield what is found when the model is tried; nothing of any posting is sent.

        SettingsError where the organisation has switched models off.
        """
        self._may_be_used()
        return self._model.tried(stop)

    def headings(self, posting_id: str) -> tuple[str, ...]:
        """Return the headings of the sections of which a model may reword something."""
        lines = self._material(self._kept(posting_id), headings=(), items=(), wish="").lines
        return tuple(dict.fromkeys(line.section.heading for line in lines))

    def what_will_be_sent(
        self, posting_id: str, *, headings: Collection[str] = (), items: Collection[str] = (), wish: Wish = ""
    ) -> WhatIsSent:
        """Return what `start` with the same arguments would send, word for word, and the lines that stay here."""
        posting = self._kept(posting_id)
        chosen = self._material(posting, headings=headings, items=items, wish=wish)
        sent = {line.item.id for line in chosen.lines}
        requests = [
            SentRequest(
                prompt=request.prompt.label,
                messages=request.prompt.messages,
                lines=len(request.items),
                tokens=estimated_tokens(message.text for message in request.prompt.messages),
            )
            for request in rewrite_requests(chosen, self._asker(), wish=wish)
        ]
        stays = tuple(text for item, text in Standing(posting).lines().items() if item not in sent)
        return WhatIsSent(tuple(requests), stays)

    def start(
        self, posting_id: str, *, headings: Collection[str] = (), items: Collection[str] = (), wish: Wish = ""
    ) -> Rewriting:
        """Begin to reword in the background and return at once; `state` tells how far it is.

        `headings` are those of the sections that are wanted, none for all; edited lines are left out unless `items`
        names them. InputError where nothing is to be reworded or a rewriting is under way; SettingsError where no model
        may be used; other errors of the model are told by `state`. What the last rewriting settled of other lines
        stays.
        """
        posting = self._kept(posting_id)
        chosen = self._material(posting, headings=headings, items=items, wish=wish)
        if not chosen.lines:
            raise InputError(
                "There is nothing here that a model may reword.",
                hint="Edited lines are left out unless you select them; pay, place, times and legal text always.",
            )
        rewriter = self._rewriter(self._writer(), chosen)
        record = RewritingRecord(
            id=0,
            posting_id=posting_id,
            owner="",
            model=rewriter.writer.name,
            wish=wish,
            headings=tuple(headings),
            items=tuple(line.item.id for line in chosen.lines),
        )
        record = with_what_stood(record, self._latest(posting_id), Standing(posting).composed_lines())
        begun = self._jobs.begin(record, lambda stop: rewriter.rewrite(chosen, wish=wish, stop=stop))
        if begun is None:
            raise InputError("This posting is being reworded already.", hint="Wait for it, or stop it.")
        return rewriting_of(begun, standing=frozenset())

    def again(self, posting_id: str, *, headings: Collection[str] = ()) -> Rewriting:
        """Begin again with the lines that got no answer, or that had not come when it ended; see `start`.

        `headings` leave only lines of these sections that got no answer. Lines edited since they were sent are left
        out.
        """
        rewriting, edited = self.state(posting_id), Standing(self._kept(posting_id)).edited()
        items = rewriting.to_ask_again(edited=edited, headings=headings) if rewriting else []
        if rewriting is None or not items:
            raise InputError(
                "No line is left to be reworded.", hint="Edited lines are left out; select them to send them."
            )
        return self.start(posting_id, items=items, wish=cast(Wish, rewriting.wish))

    def state(self, posting_id: str) -> Rewriting | None:
        """Return the last rewriting of a posting, under way or over; None where there was none."""
        record = self._latest(posting_id)
        if record is None:
            return None
        return rewriting_of(record, standing=Standing(self._kept(posting_id)).worded())

    def stop(self, posting_id: str) -> None:
        """Ask the rewriting of a posting to stop; what is settled stays settled."""
        record = self._latest(posting_id)
        if record is not None and record.state == "running":
            self._jobs.stop(record)

    def wait(self, posting_id: str) -> Rewriting | None:
        """Wait until the rewriting of a posting is over, where this desk does it, and return it."""
        record = self._latest(posting_id)
        if record is not None:
            self._jobs.wait(record)
        return self.state(posting_id)

    def accept(self, posting_id: str, *, items: Collection[str] = ()) -> Opened:
        """Put the wordings that passed into the text: of these items, or of all.

        A line that was edited since it was sent, or whose brief has changed, stays as it is.
        """
        record = self._latest(posting_id)
        results = [] if record is None else [result_of(each) for each in record.results]
        wanted = [result for result in results if result.new and (not items or result.item_id in items)]

        def accepted(posting: PostingRecord) -> PostingRecord:
            standing = Standing(posting)
            for result in wanted:
                standing.put(result.item_id, _wording(result), instead_of=result.before)
            return standing.posting()

        return self._change(posting_id, accepted, "rewrite")

    def undo(self, posting_id: str, *, items: Collection[str] = ()) -> Opened:
        """Put the composed wording back: of these items, or of all that a model worded and nobody edited since."""

        def undone(posting: PostingRecord) -> PostingRecord:
            standing = Standing(posting)
            for item in standing.worded():
                if not items or item in items:
                    standing.take_back(item)
            return standing.posting()

        return self._change(posting_id, undone, "rewrite")

    def reword_finding(self, posting_id: str, finding: Finding) -> Suggestion:
        """Return a model's rewording that mends a finding of the text as it stands, or why there is none.

        It is grounded and linted; `take` puts it into the text. This waits for the model. SettingsError and WriterError
        where it cannot be used.
        """
        posting = self._kept(posting_id)
        line = Line(posting, finding)
        brief = stored_brief(posting.brief)
        finder = fact_finder(lexicon_of(self._house.guidelines), names=people(brief))
        sent = line.material(self._checks, self._house.organisation, finder) if line.is_one else None
        if sent is None or not sent.lines:
            return Suggestion(
                line.words, problem="This line is never sent to a model, or is too long or too short for it."
            )
        return reword(line, sent, self._rewriter(self._writer(), sent), self._checks)

    def take(self, posting_id: str, suggestion: Suggestion) -> Opened:
        """Put a suggested rewording into the text; a line that was changed since stays as it is."""

        def taken(posting: PostingRecord) -> PostingRecord:
            fix, standing = suggestion.fix, Standing(posting)
            if fix is None:
                return posting
            if suggestion.item:
                standing.reword(
                    suggestion.item, suggestion.after, by=suggestion.worded_by, instead_of=suggestion.before
                )
                return standing.posting()
            edit = fix.edits[0]
            if plain_words(posting.text[edit.start : edit.end]) != suggestion.before:
                return posting
            return replace(posting, text=apply_fix(posting.text, fix))

        return self._change(posting_id, taken, "rewrite")

    # --- how it is done

    def _kept(self, posting_id: str) -> PostingRecord:
        posting = self._library.get(posting_id)
        if posting is None:
            raise StorageError("This posting is not in the library any more.", hint="Go back to the list.")
        return posting

    def _latest(self, posting_id: str) -> RewritingRecord | None:
        return self._store.latest(posting_id, is_gone=is_gone)

    def _material(
        self, posting: PostingRecord, *, headings: Collection[str], items: Collection[str], wish: Wish
    ) -> Material:
        standing, brief = Standing(posting), stored_brief(posting.brief)
        edited = standing.edited()
        wanted = set(standing.lines())
        if headings:
            sections = [section for section in standing.composed.sections if section.heading in headings]
            wanted &= {item.id for section in sections for item in section.items}
        wanted = wanted & set(items) if items else wanted - set(edited)
        return material(
            standing.composed,
            brief,
            self._house.organisation,
            find_facts=fact_finder(lexicon_of(self._house.guidelines), names=people(brief)),
            edited=edited,
            only=wanted,
            seen=self._seen(posting.id) if wish == "again" else None,
        )

    def _seen(self, posting_id: str) -> dict[str, str]:
        """Return what the model wrote last time of the lines that it did not get wrong."""
        record = self._latest(posting_id)
        results = [] if record is None else [result_of(each) for each in record.results]
        return {result.item_id: result.attempts[-1].written for result in results if result.outcome != "put_back"}

    def _may_be_used(self) -> None:
        if not self._house.organisation.language_models:
            raise SettingsError(
                "The organisation has switched language models off.", hint="The page Organisation switches them on."
            )

    def _writer(self) -> Writer:
        self._may_be_used()
        return self._model.writer()

    def _asker(self) -> Asker:
        return Asker(self._house.guidelines, self._house.overlay, self._secret)

    def _rewriter(self, writer: Writer, chosen: Material) -> Rewriter:
        finder = fact_finder(lexicon_of(self._house.guidelines), names=chosen.names)
        return Rewriter(writer, self._asker(), self._judge, finder, at_once=self._model.at_once)

    def _judge(self, statement: Statement) -> Judgement:
        """Ground a wording, then lint it: what passes says what its sources say, in words that are not remarked on."""
        judgement = verify(statement, lexicon=lexicon_of(self._house.guidelines))
        if not judgement.supported:
            return judgement
        before = statement.sources[0].text
        remarks = tuple(
            new_wordings(statement.text, before=before, guidelines=self._house.guidelines, date=self._today())
        )
        return Judgement(not remarks, (*judgement.findings, *remarks))


def _wording(result: ItemResult) -> Wording:
    return Wording(result.composed, result.text, result.attempts[-1].by)
