"""Messages -> the parts of a model's answer as they come, by langchain.

A call runs on a thread of its own, so that it can be left at any moment, also while the server is silent. Nothing of
it is logged or traced anywhere, whatever the environment says. The stack is imported with the first call.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import queue
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from postwright.drafting.abilities import Form
from postwright.drafting.addresses import Resolve
from postwright.drafting.endpoint import Endpoint
from postwright.drafting.writer import Message, Usage

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

T = TypeVar("T")
POLL_SECONDS = 0.05
"""How soon a call notices that it is to stop."""
ANSWER = "answer"
"""What the schema, or the tool that takes the answer, is called."""
_loading = threading.Lock()
_TALKATIVE = ("openai", "httpx2", "httpcore2", "langchain", "langchain_core", "langchain_openai", "langsmith")
"""Loggers that would write prompts, addresses or headers."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something of an answer; each part has what came with it only."""

    text: str = ""
    finish_reason: str | None = None
    refused: bool = False
    usage: Usage | None = None


class Chat:
    """One model at its address."""

    def __init__(self, endpoint: Endpoint, *, resolve: Resolve | None = None) -> None:
        self.endpoint = endpoint
        self._resolve = resolve

    def stream(
        self,
        messages: Sequence[Message],
        *,
        form: Form,
        schema: Mapping[str, Any],
        max_output_tokens: int,
        usage: bool,
        stop: threading.Event,
    ) -> Iterator[Part]:
        """Yield the parts of one answer; ends quietly once `stop` is set. Raises a `WriterError`.

        `usage` asks the server to count tokens. The plain form leaves the schema to the messages.
        """

        async def parts() -> AsyncIterator[Part]:
            async with self._model(usage=usage) as model:
                bound = model.bind(**self._bound(form, schema, max_output_tokens))
                async for chunk in bound.astream(_messages(messages), config={"callbacks": []}):
                    yield _part(chunk, form)

        yield from _Call(parts, self.endpoint).results(stop)

    def models(self, *, stop: threading.Event) -> tuple[str, ...]:
        """Return the names of the models that the server says it has. Raises a `WriterError`."""

        async def names() -> AsyncIterator[str]:
            async with self._model(usage=False) as model:
                async for found in model.root_async_client.models.list():  # type: ignore[attr-defined]
                    yield str(found.id)

        return tuple(_Call(names, self.endpoint).results(stop))

    @contextlib.asynccontextmanager
    async def _model(self, *, usage: bool) -> AsyncIterator[BaseChatModel]:
        """Give langchain's chat model on a connection that is closed afterwards."""
        chat_model = chat_models().chat_model
        from langsmith import tracing_context

        from postwright.drafting.connection import client_for, route_to

        _hush()
        route = await asyncio.to_thread(route_to, self.endpoint, resolve=self._resolve)
        async with client_for(self.endpoint, route) as client:
            with tracing_context(enabled=False):
                yield chat_model(self.endpoint, client, usage=usage)

    def _bound(self, form: Form, schema: Mapping[str, Any], tokens: int) -> dict[str, Any]:
        """Return what asks for an answer in a form, of at most so many tokens.

        A format goes into `extra_body`: as `response_format` langchain would give the answer to a helper of the SDK
        that copies all of it again with every piece. OpenAI's newer models know the limit only by its newer name,
        other servers only by the older one.
        """
        own = self.endpoint.is_providers_own
        extra = {**_format(form, schema), **({} if own else {"max_tokens": tokens})}
        return {**_tool(form, schema), **({"max_completion_tokens": tokens} if own else {}), "extra_body": extra}


def _format(form: Form, schema: Mapping[str, Any]) -> dict[str, Any]:
    if form == "json_schema":
        named = {"name": ANSWER, "strict": True, "schema": dict(schema)}
        return {"response_format": {"type": "json_schema", "json_schema": named}}
    return {"response_format": {"type": "json_object"}} if form == "json_object" else {}


def _tool(form: Form, schema: Mapping[str, Any]) -> dict[str, Any]:
    if form != "tools":
        return {}
    function = {"name": ANSWER, "description": "Take the answer.", "parameters": dict(schema), "strict": True}
    return {
        "tools": [{"type": "function", "function": function}],
        "tool_choice": {"type": "function", "function": {"name": ANSWER}},
    }


def _messages(messages: Sequence[Message]) -> list[BaseMessage]:
    from langchain_core.messages import HumanMessage, SystemMessage

    kinds = {"system": SystemMessage, "user": HumanMessage}
    return [kinds[message.role](message.text) for message in messages]


def _part(chunk: Any, form: Form) -> Part:
    """Return what is of use in a message chunk of langchain."""
    if form == "tools":
        text = "".join(call.get("args") or "" for call in chunk.tool_call_chunks)
    else:
        text = chunk.content if isinstance(chunk.content, str) else ""
    counted = chunk.usage_metadata
    return Part(
        text=text,
        finish_reason=chunk.response_metadata.get("finish_reason"),
        refused=bool(chunk.additional_kwargs.get("refusal")),
        usage=Usage(counted["input_tokens"], counted["output_tokens"]) if counted else None,
    )


def chat_models() -> ModuleType:
    """Return the model stack, loaded by one thread at a time: two at once can meet a module that is half loaded."""
    with _loading:
        from postwright.drafting import chat_models

        return chat_models


def _hush() -> None:
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class _End:
    """Stands in the queue for the end of the results."""


class _Call(Generic[T]):
    """An asynchronous generator run on a thread, its results taken by another one."""

    def __init__(self, results: Callable[[], AsyncIterator[T]], endpoint: Endpoint) -> None:
        self._make = results
        self._endpoint = endpoint
        self._found: queue.SimpleQueue[T | BaseException | _End] = queue.SimpleQueue()
        self._left = threading.Event()

    def results(self, stop: threading.Event) -> Iterator[T]:
        """Yield the results; leaves the call within `POLL_SECONDS` of `stop`, whatever the server does."""
        threading.Thread(target=self._run, name="model", daemon=True).start()
        answering = False
        try:
            while not stop.is_set():
                try:
                    found = self._found.get(timeout=POLL_SECONDS)
                except queue.Empty:
                    continue
                if isinstance(found, _End):
                    return
                if isinstance(found, BaseException):
                    raise self._told(found, answering=answering)
                answering = True
                yield found
        finally:
            self._left.set()

    def _told(self, error: BaseException, *, answering: bool) -> BaseException:
        with _loading:
            from postwright.drafting.faults import told

        return told(error, self._endpoint, answering=answering)

    def _run(self) -> None:
        try:
            asyncio.run(self._collect())
            self._found.put(_End())
        except BaseException as error:  # whatever it is, the other thread says it
            self._found.put(error)

    async def _collect(self) -> None:
        work = asyncio.ensure_future(self._put_all())
        while not work.done():
            await asyncio.wait([work], timeout=POLL_SECONDS)
            if self._left.is_set():
                work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await work

    async def _put_all(self) -> None:
        async for result in self._make():
            self._found.put(result)
