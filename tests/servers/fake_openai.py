"""A scripted OpenAI-compatible server on this machine, for tests: every answer, and every failure, on demand.

Give it a function from what was asked to a `Reply`, or replies to send in turn (the last one again and again).
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

FORMS = ("json_schema", "tools", "json_object", "plain")


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]

    @property
    def form(self) -> str:
        """How the answer is asked for."""
        if self.body.get("tools"):
            return "tools"
        return self.body.get("response_format", {}).get("type", "plain")

    @property
    def text(self) -> str:
        """All messages."""
        return "\n\n".join(message["content"] for message in self.body["messages"])


@dataclass(frozen=True)
class Reply:
    """An answer, or what goes wrong with it."""

    text: str = ""
    finish_reason: str | None = "stop"
    refusal: str = ""
    status: int = 200
    error: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    """Sent as it is, in place of a stream."""
    cut: str = ""
    """After half of the text: "clean" ends the stream properly, "broken" breaks the connection."""
    silent: bool = False
    """After half of the text nothing more comes until the server is closed."""
    no_choice: bool = False
    usage: bool = True
    piece: int = 7


def items(*pairs: tuple[str, str] | tuple[str, str, list[str]], **more: Any) -> Reply:
    """Return a good answer: (id, text) or (id, text, source ids) of each item."""
    entries = [{"id": id_, "text": text, "source_ids": (rest or [[]])[0]} for id_, text, *rest in pairs]
    return Reply(json.dumps({"items": entries}), **more)


def failure(status: int, code: str = "", message: str = "", **headers: str) -> Reply:
    """Return an error; headers with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status=status, error={"message": message or "It failed.", "code": code or None}, headers=named)


class FakeOpenAI:
    """The server; use it in a `with`. `requests` has what was asked."""

    def __init__(
        self,
        *replies: Reply | Callable[[Asked], Reply],
        forms: tuple[str, ...] = FORMS,
        counts_tokens: bool = True,
        models: tuple[str, ...] | None = ("fake",),
        port: int = 0,
        pause: float = 0.0,
    ) -> None:
        self.requests: list[Asked] = []
        self.closing = threading.Event()
        self._replies = list(replies)
        self._forms = forms
        self._counts_tokens = counts_tokens
        self._models = models
        self.pause = pause
        """Seconds after each piece, for whoever watches."""
        self._server = _Server(("127.0.0.1", port), _handler(self))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    @property
    def asked_forms(self) -> list[str]:
        return [asked.form for asked in self.requests if asked.body]

    def __enter__(self) -> FakeOpenAI:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    def reply_to(self, asked: Asked) -> Reply:
        self.requests.append(asked)
        if not asked.body:
            return self._model_list()
        if asked.form not in self._forms:
            return failure(400, "unsupported_value", f"{asked.form} is not supported")
        if "stream_options" in asked.body and not self._counts_tokens:
            return failure(400, "unknown_parameter", "stream_options is not known")
        reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        return reply(asked) if callable(reply) else reply

    def _model_list(self) -> Reply:
        if self._models is None:
            return failure(404)
        entries = [{"id": id_, "object": "model", "created": 0, "owned_by": "tests"} for id_ in self._models]
        return Reply(body=json.dumps({"object": "list", "data": entries}).encode())


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of callers who hang up: that is what many tests are about."""


def _handler(fake: FakeOpenAI) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            self._answer({})

        def do_POST(self) -> None:
            self._answer(json.loads(self.rfile.read(int(self.headers["content-length"]))))

        def _answer(self, body: Mapping[str, Any]) -> None:
            asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
            reply = fake.reply_to(asked)
            try:
                if reply.error is not None:
                    self._send(reply, json.dumps({"error": reply.error}).encode(), "application/json")
                elif reply.body is not None:
                    self._send(reply, reply.body, "application/json")
                else:
                    self._stream(asked, reply)
            except OSError:  # whoever asked has gone
                self.close_connection = True

        def _send(self, reply: Reply, content: bytes, kind: str) -> None:
            self.send_response_only(reply.status)
            for name, value in {"content-type": kind, "content-length": str(len(content)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def _stream(self, asked: Asked, reply: Reply) -> None:
            self.send_response_only(reply.status)
            self.send_header("content-type", "text/event-stream")
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            events = list(_events(asked, reply))
            half = len(events) // 2
            for number, event in enumerate(events):
                if reply.silent and number == half:
                    fake.closing.wait(30)
                if reply.cut and number == half:
                    break
                self._chunk(b"data: " + event + b"\n\n")
                fake.closing.wait(fake.pause)
            if reply.cut == "broken":
                self.close_connection = True
                self.connection.close()
                return
            if not reply.cut:
                self._chunk(b"data: [DONE]\n\n")
            self._chunk(b"")

        def _chunk(self, content: bytes) -> None:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(content), content))
            self.wfile.flush()

    return Handler


def _events(asked: Asked, reply: Reply) -> Iterator[bytes]:
    base = {"id": "1", "created": 1, "model": asked.body["model"], "object": "chat.completion.chunk"}

    def event(delta: Mapping[str, Any], finish_reason: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
        return json.dumps({**base, "choices": [] if reply.no_choice else [choice]}).encode()

    yield event({"role": "assistant", "content": ""})
    for start in range(0, len(reply.text), reply.piece):
        yield event(_delta(asked, reply.text[start : start + reply.piece], first=start == 0))
    if reply.refusal:
        yield event({"refusal": reply.refusal})
    yield event({}, reply.finish_reason)
    if reply.usage and asked.body.get("stream_options", {}).get("include_usage"):
        counted = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
        yield json.dumps({**base, "choices": [], "usage": counted}).encode()


def _delta(asked: Asked, piece: str, *, first: bool) -> Mapping[str, Any]:
    if asked.form != "tools":
        return {"content": piece}
    named = {"id": "call_1", "type": "function"} if first else {}
    function = {"name": "answer", "arguments": piece} if first else {"arguments": piece}
    return {"tool_calls": [{"index": 0, **named, "function": function}]}
