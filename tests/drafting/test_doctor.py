"""The doctor tries each thing that drafting needs on a real server, explains it, and remembers it."""

from __future__ import annotations

import threading

import pytest

from postwright.drafting.abilities import Abilities, AbilityBook
from postwright.drafting.doctor import Check, examine
from postwright.drafting.endpoint import Endpoint, endpoints_of
from postwright.settings import Settings
from tests.servers.fake_openai import Asked, FakeOpenAI, Reply, failure, items

ANSWER = items(("A", "First line.", ["S"]), ("B", "Second line.", ["S"]))


def answering(**more):
    """Return a server's replies: a greeting in plain words, the items where they are asked for."""

    def reply(asked: Asked) -> Reply:
        good = ANSWER if "First line" in asked.text else Reply("Hello.")
        return Reply(good.text, **more)

    return reply


def endpoint_of(url: str, *, model: str = "fake", key: str | None = "sk-secret") -> Endpoint:
    return endpoints_of(Settings(model=model, base_url=url, api_key=key))[0]


def examined(endpoint: Endpoint, book: AbilityBook) -> list[tuple[str, str, str]]:
    checks = list(examine(endpoint, book, seconds=20, stop=threading.Event()))
    assert all(check.hint for check in checks if check.result == "failed")
    return [(check.name, check.result, check.message) for check in checks]


@pytest.fixture
def book(tmp_path):
    return AbilityBook(tmp_path / "abilities.json")


def test_a_server_that_can_do_everything(book):
    with FakeOpenAI(answering()) as server:
        assert examined(endpoint_of(server.url), book) == [
            ("address", "ok", f"{server.url} may be called, directly and with the key of POSTWRIGHT_API_KEY."),
            ("models", "ok", "The server has fake (it lists 1)."),
            ("chat", "ok", "fake answers."),
            ("usage", "ok", "It counts tokens."),
            ("strict schema", "ok", "It keeps to a strict JSON schema."),
            ("streaming", "ok", "Answers come piece by piece."),
            ("finish reason", "ok", "It says when an answer is complete."),
        ]
        assert book.of(endpoint_of(server.url)) == Abilities("json_schema")
        assert server.asked_forms == ["plain", "json_schema"]


@pytest.mark.parametrize(
    ("forms", "said"),
    [
        (("tools", "plain"), "It takes no strict JSON schema; answers come as calls of a tool."),
        (
            ("json_object", "plain"),
            "It takes neither a strict JSON schema nor tools; answers come as JSON that is checked here.",
        ),
        (
            ("plain",),
            "It takes no form at all; it is asked for JSON in words, once more where it gives something else.",
        ),
    ],
)
def test_what_a_lesser_server_can_do_is_found_and_remembered(book, forms, said):
    with FakeOpenAI(
        answering(finish_reason=None, piece=10_000), forms=forms, counts_tokens=False, models=None
    ) as server:
        assert examined(endpoint_of(server.url, key=None), book) == [
            ("address", "ok", f"{server.url} may be called, directly and without a key."),
            ("models", "limited", "The server does not list its models."),
            ("chat", "ok", "fake answers."),
            ("usage", "limited", "It does not count tokens: the budget of a draft goes by an estimate."),
            ("strict schema", "limited", said),
            ("streaming", "limited", "Answers come all at once: lines appear together, after a while."),
            (
                "finish reason",
                "limited",
                "It never says that an answer is complete: a whole JSON object is taken for that from now on.",
            ),
        ]
        assert book.of(endpoint_of(server.url)) == Abilities(forms[0], usage=False, finish_reason=False)


def test_a_model_that_the_server_does_not_list_is_told_with_those_that_it_does(book):
    names = tuple(f"model-{number}" for number in range(9))
    with FakeOpenAI(answering(), models=names) as server:
        check = list(examine(endpoint_of(server.url), book, seconds=20, stop=threading.Event()))[1]
    assert check == Check(
        "models",
        "limited",
        "The server lists 9 models, and fake is not among them: " + ", ".join(names[:8]) + ", ….",
        "If the next call fails, set POSTWRIGHT_MODEL to one of these.",
    )


@pytest.mark.parametrize(
    ("reply", "last"),
    [
        (failure(401), ("chat", "failed", "127.0.0.1 does not accept the key of POSTWRIGHT_API_KEY.")),
        (failure(404), ("chat", "failed", "127.0.0.1 has no model fake.")),
        (failure(429), ("chat", "failed", "127.0.0.1 gets too many requests with this key.")),
        (failure(500), ("chat", "failed", "127.0.0.1 has an error of its own (500).")),
        (Reply(""), ("chat", "failed", "The model answers nothing.")),
        (
            Reply("Hello."),
            (
                "strict schema",
                "failed",
                "It answers in no form that can be read: no JSON schema, tool, JSON object or plain JSON.",
            ),
        ),
    ],
)
def test_the_first_failure_ends_it_and_nothing_is_remembered(book, reply, last):
    with FakeOpenAI(reply) as server:
        assert examined(endpoint_of(server.url), book)[-1] == last
        assert book.of(endpoint_of(server.url)) is None


def test_a_server_that_is_not_there(book):
    with FakeOpenAI(ANSWER) as server:
        endpoint = endpoint_of(server.url)
    message = f"Nothing answers at 127.0.0.1, port {endpoint.location.port}."
    assert examined(endpoint, book)[1:] == [("models", "failed", message)]


def test_an_address_that_may_not_be_called(book):
    (check,) = examine(endpoint_of("http://169.254.169.254/v1"), book, seconds=20, stop=threading.Event())
    assert (check.name, check.result) == ("address", "failed")
    assert check.message.startswith("169.254.169.254 is an address (169.254.169.254) where machines keep credentials")


def test_a_server_that_falls_silent_is_not_waited_for_longer_than_set(book):
    with FakeOpenAI(Reply("Hello.", silent=True)) as server:

        class Clock:
            def now(self):
                return 21.0 if server.asked_forms else 0.0

        checks = list(examine(endpoint_of(server.url), book, seconds=20, stop=threading.Event(), clock=Clock()))
    assert (checks[-1].name, checks[-1].result) == ("chat", "failed")
    assert checks[-1].message == "No whole answer came within 20 seconds."


def test_stop_ends_it_quietly(book):
    stop = threading.Event()
    stop.set()
    with FakeOpenAI(ANSWER) as server:
        assert list(examine(endpoint_of(server.url), book, seconds=20, stop=stop)) == []
        assert server.requests == []


def test_nothing_of_a_brief_and_no_more_than_needed_is_sent(book):
    with FakeOpenAI(answering()) as server:
        examined(endpoint_of(server.url), book)
    sent = [asked.text for asked in server.requests if asked.body]
    assert sent[0].endswith("Say hello.")
    assert all(len(text) < 400 for text in sent)
