"""A model's server -> what is found when each thing that drafting needs is tried there, one small call after another.

What the server can do is remembered, so that drafts need not find it out. Nothing of any brief is sent.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from postwright.drafting.abilities import FORMS, Abilities, AbilityBook, Form
from postwright.drafting.answers import AnswerReader
from postwright.drafting.chat import Chat
from postwright.drafting.connection import route_to
from postwright.drafting.endpoint import Endpoint
from postwright.drafting.guarded import Clock, StopOrDeadline, SystemClock
from postwright.drafting.langchain_writer import with_schema
from postwright.drafting.writer import Message
from postwright.errors import (
    AnswerError,
    KeyRefused,
    ModelUnknown,
    NoConnection,
    RequestRefused,
    ServerTrouble,
    TimedOut,
    WriterError,
)

Result = Literal["ok", "limited", "failed"]
"""limited: drafting works, with what the message says."""
MOST_TOKENS = 2_000
"""Of an answer: it needs sixty, but models that think first need room for that."""
_NAMES_SHOWN = 8
_LONGEST_NAME = 80
_ENTRY = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "enum": ["A", "B"]},
        "text": {"type": "string"},
        "source_ids": {"type": "array", "items": {"type": "string", "enum": ["S"]}},
    },
    "required": ["id", "text", "source_ids"],
    "additionalProperties": False,
}
_SCHEMA = {
    "type": "object",
    "properties": {"items": {"type": "array", "items": _ENTRY}},
    "required": ["items"],
    "additionalProperties": False,
}
_MESSAGES = (
    Message("system", "You help to test a connection. Do exactly what is asked, in as few words as you can."),
    Message(
        "user",
        'Return an object whose "items" are two: id "A" with the text "First line.", and id "B" with the text '
        '"Second line."; "source_ids" of both is ["S"].',
    ),
)
_HELLO = (_MESSAGES[0], Message("user", "Say hello."))


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried."""

    name: str
    result: Result
    message: str
    hint: str = ""
    """What to do about it; empty where nothing need be done."""


def examine(
    endpoint: Endpoint, book: AbilityBook, *, seconds: float, stop: threading.Event, clock: Clock | None = None
) -> Iterator[Check]:
    """Yield one check after another, up to the first that fails; remember what the server can do.

    `seconds` is the limit of each call. Ends quietly once `stop` is set.
    """
    tried = _Trial(Chat(endpoint), seconds, stop, clock or SystemClock())
    for step in (_address, _models, _chat, _form, _streaming, _finish_reason):
        for check in step(endpoint, tried):
            if stop.is_set():
                return
            yield check
            if check.result == "failed":
                return
    if tried.form is not None:
        book.remember(endpoint, Abilities(tried.form, usage=tried.counts, finish_reason=tried.finishes))


@dataclass
class _Heard:
    """What came of one call."""

    text: str = ""
    parts: int = 0
    finish_reason: str | None = None
    counted: bool = False
    refused: bool = False


@dataclass
class _Trial:
    """The calls, and what was found by them so far."""

    chat: Chat
    seconds: float
    stop: threading.Event
    clock: Clock
    form: Form | None = None
    counts: bool = True
    finishes: bool = True
    heard: _Heard = field(default_factory=_Heard)

    def call(self, messages: tuple[Message, ...], form: Form, *, usage: bool) -> _Heard:
        """Return what a call brings. Raises a `WriterError`."""
        heard, until = _Heard(), self.until()
        for part in self.chat.stream(
            messages, form=form, schema=_SCHEMA, max_output_tokens=MOST_TOKENS, usage=usage, stop=until
        ):
            heard.text += part.text
            heard.parts += bool(part.text)
            heard.finish_reason = part.finish_reason or heard.finish_reason
            heard.counted = heard.counted or part.usage is not None
            heard.refused = heard.refused or part.refused
        self.in_time(until)
        return heard

    def until(self) -> StopOrDeadline:
        return StopOrDeadline(self.stop, self.clock, self.seconds)

    def in_time(self, until: threading.Event) -> None:
        if until.is_set() and not self.stop.is_set():
            raise TimedOut(
                f"No whole answer came within {self.seconds:g} seconds.",
                hint="Is the server busy, or the model large? POSTWRIGHT_MODEL_TIMEOUT gives it longer.",
            )


def _address(endpoint: Endpoint, tried: _Trial) -> Iterator[Check]:
    try:
        route = route_to(endpoint)
    except WriterError as error:
        yield _failed("address", error)
        return
    key = f"with the key of {endpoint.key_from}" if endpoint.key else "without a key"
    way = "through the proxy of this machine" if route.proxy else "directly"
    yield Check("address", "ok", f"{endpoint.location.url} may be called, {way} and {key}.")


def _models(endpoint: Endpoint, tried: _Trial) -> Iterator[Check]:
    if endpoint.provider == "azure":
        return  # a resource lists what could be deployed there, not what is
    until = tried.until()
    try:
        names = tried.chat.models(stop=until)
        tried.in_time(until)
    except (KeyRefused, NoConnection, TimedOut) as error:
        yield _failed("models", error)
    except WriterError:
        yield Check("models", "limited", "The server does not list its models.")
    else:
        if endpoint.model in names:
            yield Check("models", "ok", f"The server has {endpoint.model} (it lists {len(names)}).")
            return
        listed = [name[:_LONGEST_NAME] for name in sorted(names)[:_NAMES_SHOWN]]
        shown = ", ".join(listed) + (", …" if len(names) > _NAMES_SHOWN else "")
        many = "1 model" if len(names) == 1 else f"{len(names)} models"
        yield Check(
            "models", "limited", f"The server lists {many}, and {endpoint.model} is not among them: {shown}.",
            "If the next call fails, set POSTWRIGHT_MODEL to one of these.",
        )  # fmt: skip


def _chat(endpoint: Endpoint, tried: _Trial) -> Iterator[Check]:
    try:
        try:
            heard = tried.call(_HELLO, "plain", usage=True)
        except RequestRefused:
            heard = tried.call(_HELLO, "plain", usage=False)
            tried.counts = False
    except WriterError as error:
        yield _failed("chat", error)
        return
    if not heard.text.strip():
        yield Check("chat", "failed", "The model answers nothing.", "Set another model in POSTWRIGHT_MODEL.")
        return
    yield Check("chat", "ok", f"{endpoint.model} answers.")
    if heard.counted:
        yield Check("usage", "ok", "It counts tokens.")
    else:
        yield Check("usage", "limited", "It does not count tokens: the budget of a draft goes by an estimate.")


def _form(endpoint: Endpoint, tried: _Trial) -> Iterator[Check]:
    for form in FORMS:
        try:
            heard = tried.call(with_schema(_MESSAGES, _SCHEMA, form), form, usage=tried.counts)
        except (RequestRefused, AnswerError, ServerTrouble, ModelUnknown):
            continue
        except WriterError as error:
            yield _failed("strict schema", error)
            return
        if _fits(heard.text, endpoint):
            tried.form, tried.heard = form, heard
            yield _found(form)
            return
    said = "It answers in no form that can be read: no JSON schema, tool, JSON object or plain JSON."
    yield Check("strict schema", "failed", said, "Set a model that can give JSON.")


def _fits(text: str, endpoint: Endpoint) -> bool:
    """Return whether an answer is of the form that was asked for; what its items say is not judged."""
    reader = AnswerReader(endpoint.name)
    found = list(reader.feed(text))
    return reader.whole and all(item.id in ("A", "B") for item in found)


def _found(form: Form) -> Check:
    said = {
        "json_schema": "It keeps to a strict JSON schema.",
        "tools": "It takes no strict JSON schema; answers come as calls of a tool.",
        "json_object": "It takes neither a strict JSON schema nor tools; answers come as JSON that is checked here.",
        "plain": "It takes no form at all; it is asked for JSON in words, once more where it gives something else.",
    }[form]
    return Check("strict schema", "ok" if form == "json_schema" else "limited", said)


def _streaming(endpoint: Endpoint, tried: _Trial) -> Iterator[Check]:
    if tried.heard.parts > 1:
        yield Check("streaming", "ok", "Answers come piece by piece.")
    else:
        yield Check("streaming", "limited", "Answers come all at once: lines appear together, after a while.")


def _finish_reason(endpoint: Endpoint, tried: _Trial) -> Iterator[Check]:
    tried.finishes = tried.heard.finish_reason is not None
    if tried.finishes:
        yield Check("finish reason", "ok", "It says when an answer is complete.")
    else:
        said = "It never says that an answer is complete: a whole JSON object is taken for that from now on."
        yield Check("finish reason", "limited", said)


def _failed(name: str, error: WriterError) -> Check:
    return Check(name, "failed", error.message, error.hint)
