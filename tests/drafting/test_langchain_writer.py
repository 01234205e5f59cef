"""The real adapter against a scripted server: what comes through, what it finds out, and how each failure is told."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from postwright.drafting.abilities import Abilities, AbilityBook
from postwright.drafting.addresses import located
from postwright.drafting.chat import Chat
from postwright.drafting.connection import route_to
from postwright.drafting.endpoint import Endpoint, endpoints_of
from postwright.drafting.langchain_writer import LangchainWriter
from postwright.drafting.writer import Message, RenderedPrompt, Usage, WriteRequest, WrittenItem
from postwright.errors import (
    AddressRefused,
    AnswerBroken,
    AnswerCut,
    AnswerEmpty,
    AnswerNotJson,
    AnswerRefused,
    AnswerTooLong,
    CertificateProblem,
    KeyRefused,
    ModelUnknown,
    NoConnection,
    NoStructuredOutput,
    ProxyProblem,
    QuotaSpent,
    RateLimited,
    RequestRefused,
    RequestTooLong,
    ServerTrouble,
    WriterError,
)
from postwright.settings import Settings
from tests.servers.fake_openai import FakeOpenAI, Reply, failure, items

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = {
    "title": "answer",
    "type": "object",
    "properties": {"items": {"type": "array", "items": {"type": "object"}}},
    "required": ["items"],
    "additionalProperties": False,
}
MESSAGES = (Message("system", "Reword it."), Message("user", "The night shift of Ana Sorel"))
REQUEST = WriteRequest(RenderedPrompt("rewrite", "1", MESSAGES, SCHEMA), (), 1000)
GOOD = items(("a", "One"), ("b", "Two", ["must_have.1"]))
A, B = WrittenItem("a", "One", (), "fake"), WrittenItem("b", "Two", ("must_have.1",), "fake")
COUNTED = Usage(100, 20)


@pytest.fixture
def book(tmp_path):
    return AbilityBook(tmp_path / "model-abilities.json")


def endpoint_of(url: str, *, key: str | None = "sk-secret", model: str = "fake") -> Endpoint:
    return endpoints_of(Settings(model=model, base_url=url, api_key=key))[0]


def written(url: str, book: AbilityBook, *, stop: threading.Event | None = None, endpoint: Endpoint | None = None):
    """Return what the writer gives, and the error that ended it."""
    found = []
    try:
        for each in LangchainWriter(Chat(endpoint or endpoint_of(url)), book).write(
            REQUEST, stop=stop or threading.Event()
        ):
            found.append(each)
    except WriterError as error:
        return found, error
    return found, None


# --- what the server can do


@pytest.mark.parametrize(
    ("forms", "asked"),
    [
        (("json_schema",), ["json_schema"]),
        (("tools",), ["json_schema", "tools"]),
        (("json_object", "plain"), ["json_schema", "tools", "json_object"]),
        (("plain",), ["json_schema", "tools", "json_object", "plain"]),
    ],
)
def test_the_best_form_that_the_server_understands_is_found_and_remembered(book, forms, asked):
    with FakeOpenAI(GOOD, forms=forms) as server:
        assert written(server.url, book) == ([A, B, COUNTED], None)
        assert written(server.url, book) == ([A, B, COUNTED], None)
        assert server.asked_forms == [*asked, asked[-1]]
        assert book.of(endpoint_of(server.url)) == Abilities(asked[-1])


def test_a_server_that_does_not_count_tokens_is_asked_without(book):
    with FakeOpenAI(GOOD, forms=("plain",), counts_tokens=False) as server:
        found, error = written(server.url, book)
        assert (found[:2], error) == ([A, B], None)
        assert found[2].output_tokens == round(len(GOOD.text) / 4.3)
        assert book.of(endpoint_of(server.url)) == Abilities("plain", usage=False)


def test_a_server_that_was_changed_is_found_out_anew(book):
    with FakeOpenAI(GOOD, forms=("tools",)) as server:
        book.remember(endpoint_of(server.url), Abilities("json_schema"))
        assert written(server.url, book) == ([A, B, COUNTED], None)
        assert book.of(endpoint_of(server.url)) == Abilities("tools")


def test_a_server_that_takes_no_notice_of_the_form_is_asked_in_plain_words(book):
    prose = Reply("Here is the text that you wanted.")
    with FakeOpenAI(lambda asked: GOOD if asked.form == "plain" else prose) as server:
        found, error = written(server.url, book)
        assert ([each for each in found if each != COUNTED], error) == ([A, B], None)
        assert book.of(endpoint_of(server.url)) == Abilities("plain")


def test_what_is_sent(book):
    with FakeOpenAI(GOOD) as server:
        written(server.url, book)
    (asked,) = server.requests
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == "Bearer sk-secret"
    assert asked.body == {
        "model": "fake",
        "messages": [
            {"role": "system", "content": "Reword it."},
            {"role": "user", "content": "The night shift of Ana Sorel"},
        ],
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_tokens": 1000,
        "response_format": {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": SCHEMA}},
    }


def test_where_the_server_does_not_take_the_schema_it_stands_in_the_messages(book):
    with FakeOpenAI(GOOD, forms=("plain",)) as server:
        written(server.url, book)
    assert json.dumps(SCHEMA, separators=(",", ":")) in server.requests[-1].text
    assert "response_format" not in server.requests[-1].body


def test_without_a_key_none_is_sent(book):
    with FakeOpenAI(GOOD) as server:
        assert written(server.url, book, endpoint=endpoint_of(server.url, key=None)) == ([A, B, COUNTED], None)
    assert "authorization" not in server.requests[0].headers


def test_azure_is_called_by_deployment_and_version(book):
    with FakeOpenAI(GOOD) as server:
        url = server.url.removesuffix("/v1")
        endpoint = Endpoint("azure", "drafts", located(url), endpoint_of(url).key, "POSTWRIGHT_API_KEY", "2024-10-21")
        written_by = [replace(each, model="azure:drafts") for each in (A, B)]
        assert written(url, book, endpoint=endpoint) == ([*written_by, COUNTED], None)
    (asked,) = server.requests
    assert asked.path == "/openai/deployments/drafts/chat/completions?api-version=2024-10-21"
    assert (asked.headers["api-key"], asked.body["max_completion_tokens"]) == ("sk-secret", 1000)


def test_an_item_comes_while_the_rest_is_still_being_written(book):
    with FakeOpenAI(items(("a", "One"), ("b", "Two " * 50), silent=True)) as server:
        stop = threading.Event()
        answer = LangchainWriter(Chat(endpoint_of(server.url)), book).write(REQUEST, stop=stop)
        assert next(answer) == A
        stop.set()
        assert all(isinstance(each, Usage) for each in answer)


def test_stop_is_heard_while_the_server_is_silent(book):
    with FakeOpenAI(Reply(silent=True)) as server:
        stop = threading.Event()
        found: list[object] = []
        caller = threading.Thread(target=lambda: found.append(written(server.url, book, stop=stop)))
        caller.start()
        while not server.requests:
            caller.join(0.02)
        stop.set()
        caller.join(10)
        assert not caller.is_alive()  # the server says nothing for 30 seconds
    ((given, error),) = found
    assert ([each for each in given if isinstance(each, WrittenItem)], error) == ([], None)
    assert book.of(endpoint_of(server.url)) is None


# --- answers that cannot be used


@pytest.mark.parametrize(
    ("reply", "given", "error", "message"),
    [
        (
            Reply(GOOD.text, cut="clean"),
            [A],
            AnswerCut,
            "The model's answer ended without saying that it was complete.",
        ),
        (Reply(GOOD.text, cut="broken"), [A], AnswerCut, "The model's answer ended in the middle."),
        (
            Reply(GOOD.text, finish_reason=None),
            [A, B],
            AnswerCut,
            "The model's answer ended without saying that it was complete.",
        ),
        (
            Reply(GOOD.text[:60], finish_reason="length"),
            [A],
            AnswerTooLong,
            "The model's answer is longer than it may be.",
        ),
        (Reply(finish_reason="content_filter"), [], AnswerRefused, "The model declined to answer."),
        (Reply(refusal="I can't help with that."), [], AnswerRefused, "The model declined to answer."),
        (Reply(""), [], AnswerEmpty, "The model answered nothing."),
        (
            Reply(GOOD.text, no_choice=True),
            [],
            AnswerCut,
            "The model's answer ended without saying that it was complete.",
        ),
        (Reply("word " * 9000, piece=4000), [], AnswerTooLong, "The model's answer is longer than it may be."),
    ],
)
@pytest.mark.parametrize("form", ["json_schema", "tools", "plain"])
def test_an_answer_that_cannot_be_used_is_told_and_paid_for(book, reply, given, error, message, form):
    with FakeOpenAI(reply, forms=(form,)) as server:
        book.remember(endpoint_of(server.url), Abilities(form))
        found, raised = written(server.url, book)
    assert [each for each in found if isinstance(each, WrittenItem)] == given
    assert [type(each) for each in found if not isinstance(each, WrittenItem)] == [Usage]
    assert (type(raised), raised.message) == (error, message)
    assert raised.hint


def raw(content: bytes) -> Reply:
    return Reply(body=content, headers={"content-type": "text/event-stream"})


def event(content: str) -> bytes:
    choice = {"index": 0, "delta": {"content": content}, "finish_reason": None}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (raw(event("{") + b'data: {"choices": "\xff\xfe"}\n\n'), AnswerBroken),
        (raw(event("{") + b"data: not json\n\n"), ServerTrouble),
        (raw(event("{") + b'data: {"error": {"message": "secret words", "code": "overloaded"}}\n\n'), ServerTrouble),
        (raw(event("x" * 10_000_000)), AnswerTooLong),
        (raw(event("x" * 19_000) * 600), AnswerTooLong),
        (raw(b""), AnswerEmpty),
        (Reply(body=b"<html>secret words</html>", headers={"content-type": "text/html"}), ServerTrouble),
        (Reply(body=GOOD.text.encode(), headers={"content-encoding": "gzip"}), ServerTrouble),
        (Reply(body=b"{}"), AnswerEmpty),
    ],
)
def test_what_is_no_answer_at_all_is_told_without_its_words(book, reply, error):
    with FakeOpenAI(reply) as server:
        _, raised = written(server.url, book)
    assert type(raised) is error
    assert "secret" not in str(raised)


@pytest.mark.parametrize("around", ["```json\n%s\n```", "Here it is: %s Anything else?"])
def test_a_fenced_answer_is_read(book, around):
    with FakeOpenAI(Reply(around % GOOD.text)) as server:
        assert written(server.url, book) == ([A, B, COUNTED], None)


@pytest.mark.parametrize("form", ["json_schema", "json_object", "plain"])
def test_an_answer_of_another_form_is_asked_for_once_more_with_the_reason(book, form):
    with FakeOpenAI(Reply("It reads well."), GOOD) as server:
        book.remember(endpoint_of(server.url), Abilities(form))
        assert written(server.url, book) == ([COUNTED, A, B, COUNTED], None)
        assert server.requests[1].body["messages"][-1]["content"] == (
            "Your last answer could not be used: It was not the JSON object that was asked for. "
            "Answer again, with the JSON object only."
        )
        assert len(server.requests) == 2


def test_once_more_and_not_again(book):
    with FakeOpenAI(Reply("It reads well.")) as server:
        book.remember(endpoint_of(server.url), Abilities("json_schema"))
        found, error = written(server.url, book)
        assert (found, type(error), len(server.requests)) == ([COUNTED, COUNTED], AnswerNotJson, 2)


def test_entries_of_another_form_are_left_out_and_asked_for_again(book):
    half = Reply('{"items": [{"id": "a", "text": "One", "source_ids": []}, {"id": "b", "words": "Two"}]}')
    with FakeOpenAI(half, GOOD) as server:
        book.remember(endpoint_of(server.url), Abilities("json_schema"))
        assert written(server.url, book) == ([A, COUNTED, B, COUNTED], None)


def test_a_server_that_gives_no_form_that_can_be_read_is_told(book):
    with FakeOpenAI(Reply("It reads well.")) as server:
        _, error = written(server.url, book)
        assert (type(error), error.message) == (
            NoStructuredOutput,
            "fake does not answer in any form that can be read.",
        )


def test_ids_and_sources_that_nobody_asked_for_are_left_to_whoever_asked(book):
    with FakeOpenAI(items(("zz", "One", ["R99"]))) as server:
        assert written(server.url, book)[0][0] == WrittenItem("zz", "One", ("R99",), "fake")


def test_a_server_known_to_give_no_finish_reason_may_leave_it_out_but_not_the_end_of_its_answer(book):
    whole, cut = Reply(GOOD.text, finish_reason=None), Reply(GOOD.text[:60], finish_reason=None)
    with FakeOpenAI(whole, cut) as server:
        book.remember(endpoint_of(server.url), Abilities("json_schema", finish_reason=False))
        assert written(server.url, book) == ([A, B, COUNTED], None)
        found, error = written(server.url, book)
        assert (found, type(error)) == ([A, COUNTED, COUNTED], AnswerNotJson)


# --- troubles told by the server


@pytest.mark.parametrize(
    ("reply", "error", "message"),
    [
        (failure(401), KeyRefused, "127.0.0.1 does not accept the key of POSTWRIGHT_API_KEY."),
        (failure(403), KeyRefused, "127.0.0.1 does not let this key use fake."),
        (failure(404, "model_not_found"), ModelUnknown, "127.0.0.1 has no model fake."),
        (failure(429), RateLimited, "127.0.0.1 gets too many requests with this key."),
        (failure(429, "insufficient_quota"), QuotaSpent, "The account at 127.0.0.1 has no credit left."),
        (failure(500), ServerTrouble, "127.0.0.1 has an error of its own (500)."),
        (failure(503, "overloaded"), ServerTrouble, "127.0.0.1 has an error of its own (503, overloaded)."),
        (
            failure(400, "context_length_exceeded", "Your context length is too long"),
            RequestTooLong,
            "This is more than fake can take in at once.",
        ),
        (failure(413), RequestTooLong, "This is more than fake can take in at once."),
        (failure(400, "content_filter"), AnswerRefused, "The model declined to answer."),
        (failure(418, "teapot"), RequestRefused, "127.0.0.1 refuses the request (418, teapot)."),
        (
            failure(302, location="http://127.0.0.1:1/v1"),
            AddressRefused,
            "127.0.0.1 sends on to another address, which is not followed.",
        ),
        (failure(407), None, "The proxy does not let 127.0.0.1 be called."),
    ],
)
def test_each_trouble_is_told_with_what_to_do(book, reply, error, message):
    with FakeOpenAI(reply) as server:
        book.remember(endpoint_of(server.url), Abilities("json_schema"))
        _, raised = written(server.url, book)
    assert raised.message == message
    assert error is None or type(raised) is error
    assert raised.hint


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry_after": "7"}, 7.0),
        ({"retry_after_ms": "1500"}, 1.5),
        ({"retry_after": "Mon, 02 Nov 2026 10:00:30 GMT", "date": "Mon, 02 Nov 2026 10:00:10 GMT"}, 20.0),
        ({"retry_after": "soon"}, None),
        ({"retry_after": "9" * 400}, None),
        ({}, None),
    ],
)
def test_the_time_to_come_again_is_read(book, headers, seconds):
    with FakeOpenAI(failure(429, **headers)) as server:
        _, error = written(server.url, book)
    assert error.retry_after == seconds


def test_a_missing_key_is_told_by_the_variable_to_set(book):
    with FakeOpenAI(failure(401)) as server:
        _, error = written(server.url, book, endpoint=endpoint_of(server.url, key=None))
    assert str(error) == "127.0.0.1 wants a key, and there is none. Set POSTWRIGHT_API_KEY."


def test_what_a_server_says_in_words_is_not_passed_on(book):
    reply = failure(400, "bad key sk-secret of Ana Sorel", "The night shift of Ana Sorel is not allowed; key sk-secret")
    with FakeOpenAI(reply) as server:
        _, error = written(server.url, book)
    assert str(error) == "127.0.0.1 refuses the request (400). `postwright doctor` finds out what the server can do."
    assert (error.__cause__, error.__context__) == (None, None)


# --- ways to a server


def test_nothing_that_listens_is_told(book):
    with FakeOpenAI(GOOD) as server:
        url = server.url
    _, error = written(url, book)
    assert (type(error), error.message) == (NoConnection, f"Nothing answers at 127.0.0.1, port {located(url).port}.")


def test_an_address_with_credentials_is_refused_before_anything_is_sent(book):
    endpoint = Endpoint("openai", "fake", located("http://models.example/v1"))
    chat = Chat(endpoint, resolve=lambda host, port: ["169.254.169.254"])
    with pytest.raises(AddressRefused, match="where machines keep credentials"):
        list(LangchainWriter(chat, book).write(REQUEST, stop=threading.Event()))


def test_the_address_that_was_judged_is_the_one_that_is_called_under_the_servers_name(book):
    with FakeOpenAI(GOOD) as server:
        port = located(server.url).port
        endpoint = Endpoint("openai", "fake", located(f"http://models.invalid:{port}/v1"))
        chat = Chat(endpoint, resolve=lambda host, port: ["127.0.0.1"])
        answer = list(LangchainWriter(chat, book).write(REQUEST, stop=threading.Event()))
    assert answer == [A, B, COUNTED]
    assert server.requests[0].headers["host"] == f"models.invalid:{port}"


def test_the_next_address_of_a_name_is_tried(book):
    with FakeOpenAI(GOOD) as server:
        port = located(server.url).port
        endpoint = Endpoint("openai", "fake", located(f"http://localhost:{port}/v1"))
        chat = Chat(endpoint, resolve=lambda host, port: ["::1", "127.0.0.1"])
        assert list(LangchainWriter(chat, book).write(REQUEST, stop=threading.Event())) == [A, B, COUNTED]


def test_a_certificate_that_is_none_is_told(book):
    with FakeOpenAI(GOOD) as server:
        url = server.url.replace("http:", "https:")
        _, error = written(url, book)
    assert error.message == "No safe connection to 127.0.0.1 can be made."
    assert error.hint == "Does it speak https on this port, or plain http?"


def test_a_proxy_of_the_environment_is_used_but_never_for_this_machine(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "inside.example")
    known = {"models.example": [], "inside.example": ["10.0.0.5"], "localhost": ["127.0.0.1"]}

    def route(url):
        endpoint = Endpoint("openai", "fake", located(url))
        found = route_to(endpoint, resolve=lambda host, port: known[host])
        return found.addresses, found.proxy

    assert route("https://models.example/v1") == ((), "http://proxy.example:3128")
    assert route("https://inside.example/v1") == (("10.0.0.5",), None)
    assert route("http://localhost:11434/v1") == (("127.0.0.1",), None)


def test_a_proxy_that_refuses_is_told(book, monkeypatch):
    with FakeOpenAI(failure(407)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        _, error = written("https://models.example/v1", book)
    assert error.message == "The proxy does not let models.example be called."


@pytest.mark.parametrize("proxy", ["http://user:secret-words@127.0.0.1:9", "http://p.invalid:1"])
def test_a_proxy_that_is_not_there_is_told(book, monkeypatch, proxy):
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    monkeypatch.delenv("NO_PROXY", raising=False)
    _, error = written("https://models.example/v1", book)
    assert (type(error), error.message) == (
        ProxyProblem,
        "The proxy on the way to models.example cannot be reached.",
    )


def test_an_address_of_a_proxy_that_is_none_is_told_without_its_password(book, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "foo://user:secret-words@proxy.example:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    _, error = written("https://models.example/v1", book)
    assert (type(error), error.message) == (ProxyProblem, "The address of the proxy cannot be used.")
    route = route_to(endpoint_of("https://models.example/v1"), resolve=lambda host, port: [])
    assert "secret-words" not in f"{error} {error!r} {route!r}"


def test_a_file_of_certificates_that_is_not_there_is_told(book, monkeypatch, tmp_path):
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with FakeOpenAI(GOOD) as server:
        _, error = written(server.url, book)
    assert (type(error), error.message) == (CertificateProblem, "The certificates of this machine cannot be read.")
    assert "SSL_CERT_FILE" in error.hint


# --- what stays inside


def test_neither_key_nor_prompt_nor_answer_is_logged_whatever_the_environment_says(book, caplog, monkeypatch):
    monkeypatch.setenv("OPENAI_LOG", "debug")
    caplog.set_level(logging.DEBUG)
    for name in ("openai", "httpx2", "httpcore2", "langchain_openai", "langchain_core"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    with FakeOpenAI(GOOD, failure(500), Reply("odd")) as server:
        for _ in range(3):
            written(server.url, book)
    assert not [word for word in ("sk-secret", "Ana Sorel", "Two") if word in caplog.text]


def test_no_call_is_traced_elsewhere(book, monkeypatch):
    with FakeOpenAI(GOOD) as server, FakeOpenAI(GOOD) as tracer:
        for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
            monkeypatch.setenv(name, "true")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", tracer.url)
        monkeypatch.setenv("LANGSMITH_API_KEY", "key")
        from langsmith import utils

        utils.get_env_var.cache_clear()
        assert written(server.url, book) == ([A, B, COUNTED], None)
        utils.get_env_var.cache_clear()
        assert tracer.requests == []


STACK = """
import sys
from pathlib import Path
import postwright.cli, postwright.services, postwright.ui.shell, postwright.drafting.guarded
import postwright.drafting.langchain_writer, postwright.drafting.abilities, postwright.drafting.endpoint
print([name for name in ("langchain", "langchain_core", "langchain_openai", "openai", "httpx2") if name in sys.modules])
"""


def test_without_a_call_the_model_stack_is_not_loaded():
    done = subprocess.run(
        [sys.executable, "-c", STACK],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout == "[]\n"
