"""The writer behind a real server: asks in the best form that it understands, and remembers which one that is.

From the surest: a strict JSON schema, a tool call, a JSON object, plain words. Where an answer is not of the form asked
for, it is asked for once more, with the reason.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Generator, Iterator, Mapping
from typing import Any

from postwright.drafting.abilities import FORMS, Abilities, AbilityBook, Form
from postwright.drafting.answers import MOST_ITEMS, AnswerReader
from postwright.drafting.chat import Chat
from postwright.drafting.requests import CHARACTERS_A_TOKEN, estimated_tokens
from postwright.drafting.writer import Message, Usage, WriteRequest, WrittenItem
from postwright.errors import (
    AnswerCut,
    AnswerEmpty,
    AnswerError,
    AnswerNotJson,
    AnswerRefused,
    AnswerTooLong,
    NoStructuredOutput,
    RequestRefused,
    RequestTooLong,
    WriterError,
)

MOST_CHARACTERS_PER_TOKEN = 20
"""No tokeniser packs more into each token of an answer: a server that sends more does not keep to the limit."""
_TRIES: tuple[tuple[Form, bool], ...] = (*((form, True) for form in FORMS), ("plain", False))
"""What is tried with a server that is not known yet: the form, and whether it is asked to count tokens."""


class LangchainWriter:
    """A `Writer` on `Chat`."""

    def __init__(self, chat: Chat, book: AbilityBook) -> None:
        self._chat = chat
        self._book = book

    @property
    def name(self) -> str:
        """The model's name, as people see it."""
        return self._chat.endpoint.name

    def write(self, request: WriteRequest, *, stop: threading.Event) -> Iterator[WrittenItem | Usage]:
        """Yield items and usage as the port says."""
        answers = _Answers(self._chat, request, stop)
        if (known := self._book.of(self._chat.endpoint)) is not None:
            try:
                yield from answers.with_repair(known)
                return
            except RequestTooLong:
                raise
            except RequestRefused:  # it could do this before: find out anew
                self._book.forget(self._chat.endpoint)
        found = yield from self._found_out(answers)
        if not stop.is_set():
            self._book.remember(self._chat.endpoint, found)

    def _found_out(self, answers: _Answers) -> Generator[WrittenItem | Usage, None, Abilities]:
        """Try the forms in turn; return what was understood. Raises what the server said first if none was."""
        first: RequestRefused | AnswerNotJson | None = None
        last: RequestRefused | AnswerNotJson | None = None
        for form, usage in _TRIES:
            if not usage and not isinstance(last, RequestRefused):
                break  # it did answer: counting tokens was not the trouble
            abilities = Abilities(form, usage)
            try:
                yield from answers.with_repair(abilities) if form == "plain" else answers.once(abilities)
                return abilities
            except RequestTooLong:
                raise
            except (RequestRefused, AnswerNotJson) as error:
                first, last = first or error, error
        assert first is not None
        if isinstance(first, RequestRefused):
            raise first
        raise NoStructuredOutput(
            f"{self.name} does not answer in any form that can be read.",
            hint="Set a model that can give JSON; `postwright doctor` tells.",
        )


class _Answers:
    """The answers to one request; an item that came in an earlier one is not given again."""

    def __init__(self, chat: Chat, request: WriteRequest, stop: threading.Event) -> None:
        self._chat = chat
        self._request = request
        self._stop = stop
        self._given: set[str] = set()

    def with_repair(self, abilities: Abilities) -> Iterator[WrittenItem | Usage]:
        """Ask, and once more where the answer is not of the form asked for."""
        try:
            yield from self.once(abilities)
        except AnswerNotJson as error:
            yield from self.once(abilities, complaint=error.message)

    def once(self, abilities: Abilities, *, complaint: str = "") -> Iterator[WrittenItem | Usage]:
        """Yield the items of one answer, then what it cost; raises an `AnswerError` where it is not whole."""
        request, reader = self._request, AnswerReader(self._chat.endpoint.name)
        prompt = request.prompt
        messages = _complaining(with_schema(prompt.messages, prompt.schema, abilities.form), complaint)
        finish_reason, refused, usage = None, False, None
        try:
            for part in self._chat.stream(
                messages,
                form=abilities.form,
                schema=prompt.schema,
                max_output_tokens=request.max_output_tokens,
                usage=abilities.usage,
                stop=self._stop,
            ):
                for item in reader.feed(part.text):
                    if item.id not in self._given:
                        self._given.add(item.id)
                        yield item
                _check_length(reader, request)
                finish_reason = part.finish_reason or finish_reason
                refused = refused or part.refused
                usage = part.usage or usage
        except WriterError as error:
            if isinstance(error, AnswerError) or reader.characters:  # what was written is paid for
                yield usage or _estimate(messages, reader)
            raise
        if self._stop.is_set():
            yield usage or _estimate(messages, reader)
            return
        yield usage or _estimate(messages, reader)
        _check_whole(reader, finish_reason, refused=refused, said_at_all=abilities.finish_reason)


def with_schema(messages: tuple[Message, ...], schema: Mapping[str, Any], form: Form) -> tuple[Message, ...]:
    """Return what is sent in a form: the messages, and the schema in words where the server does not take it."""
    if form in ("json_schema", "tools"):
        return messages
    written = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    asked = f"Answer with one JSON object and nothing else. It follows this JSON schema: {written}"
    return (*messages, Message("user", asked))


def _complaining(messages: tuple[Message, ...], complaint: str) -> tuple[Message, ...]:
    if not complaint:
        return messages
    said = f"Your last answer could not be used: {complaint} Answer again, with the JSON object only."
    return (*messages, Message("user", said))


def _estimate(messages: tuple[Message, ...], reader: AnswerReader) -> Usage:
    return Usage(estimated_tokens(message.text for message in messages), round(reader.characters / CHARACTERS_A_TOKEN))


def _check_length(reader: AnswerReader, request: WriteRequest) -> None:
    if reader.characters > request.max_output_tokens * MOST_CHARACTERS_PER_TOKEN or reader.items > MOST_ITEMS:
        raise AnswerTooLong("The model's answer is longer than it may be.", hint="Reword fewer lines at a time.")


def _check_whole(reader: AnswerReader, finish_reason: str | None, *, refused: bool, said_at_all: bool) -> None:
    """Raise what is wrong with an answer that has come to its end."""
    if refused or finish_reason == "content_filter":
        raise AnswerRefused(
            "The model declined to answer.",
            hint="The composed text stands. Look for words in the brief that a filter could take amiss.",
        )
    if finish_reason == "length":
        raise AnswerTooLong("The model's answer is longer than it may be.", hint="Reword fewer lines at a time.")
    if finish_reason is None and said_at_all:
        raise AnswerCut(
            "The model's answer ended without saying that it was complete.",
            hint="Try again; where it is always so, run `postwright doctor`: it remembers servers that never say it.",
        )
    if reader.empty:
        raise AnswerEmpty("The model answered nothing.", hint="Try again.")
    if not reader.whole:
        raise AnswerNotJson(
            "It was not the JSON object that was asked for."
            if not reader.items
            else "Some of its entries were not of the form that was asked for.",
            hint="Try again, or set a model that can give JSON.",
        )
