"""How much one session may ask, who is answered at all, and what the browser is told."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from postwright.web.limits import Rate, RateLimit
from postwright.web.policy import Policy, content_security_policy


def test_a_session_may_ask_many_at_once_and_then_at_a_steady_rate():
    now = [100.0]
    limit = RateLimit(Rate(per_second=2, at_once=3), clock=lambda: now[0])
    assert [limit.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert limit.wait("b") == 0
    now[0] += 0.5
    assert [limit.wait("a"), limit.wait("a")] == [0, 0.5]
    now[0] += 60
    assert [limit.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]


def client(address: str, *, allow_remote: bool = False) -> TestClient:
    app = Starlette(
        routes=[Route("/", lambda request: PlainTextResponse("here"))],
        middleware=[Middleware(Policy, allow_remote=lambda: allow_remote, scripts=["let a = 1"])],
    )
    return TestClient(app, client=(address, 50_000))


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_is_answered(address):
    assert client(address).get("/").text == "here"


@pytest.mark.parametrize("address", ["192.168.1.4", "::ffff:192.168.1.4", "2001:db8::1", "elsewhere"])
def test_another_machine_is_refused_unless_that_is_allowed(address):
    assert client(address).get("/").status_code == 403
    assert "POSTWRIGHT_ALLOW_REMOTE" in client(address).get("/").text
    assert client(address, allow_remote=True).get("/").text == "here"


def test_every_answer_has_the_policy():
    for path in ("/", "/nowhere"):
        headers = client("127.0.0.1").get(path).headers
        assert headers["content-security-policy"] == content_security_policy(["let a = 1"])
        assert headers["x-content-type-options"] == "nosniff"


def test_scripts_run_only_from_the_server_itself_or_by_their_hash():
    policy = dict(part.split(" ", 1) for part in content_security_policy(["let a = 1"]).split("; "))
    assert policy["default-src"] == policy["connect-src"] == "'self'"
    assert policy["script-src"].startswith("'self' 'sha256-")
    assert policy["font-src"] == "'self' data:"
    assert "unsafe" not in policy["script-src"]
