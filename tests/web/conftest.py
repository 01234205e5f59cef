"""The routes over a desk with an empty library, and what an editor sends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from postwright.model.brief import Brief
from postwright.services import Desk, open_desk
from postwright.settings import Settings
from postwright.web.routes import Api
from postwright.web.tokens import Grant, Tokens

TODAY = dt.date(2026, 11, 20)
SECRET = "for these tests only, and thirty-two characters"
Ask = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a desk whose library is empty."""
    desk = open_desk(Settings(data_dir=tmp_path), today=lambda: TODAY)
    yield desk
    desk.close()


@pytest.fixture
def client(desk: Desk) -> TestClient:
    """Return a client of the routes."""
    return TestClient(Starlette(routes=Api(lambda: desk, lambda: Tokens(SECRET), clock=lambda: 0.0).routes()))


@pytest.fixture
def posting(desk: Desk) -> str:
    """Return the id of a posting with one finding, a gendered title."""
    return desk.new_from_brief(Brief.model_validate({"title": "Nurse", "responsibilities": ["Ask the chairman"]}))


@pytest.fixture
def ask(client: TestClient, posting: str) -> Ask:
    """Return a function that asks as the editor of the posting does: it gives the status and what was answered."""

    def asked(method: str, path: str, body: object, *, session: str = "window", token: str | None = None):
        signed = Tokens(SECRET).issue(Grant(posting, "Ada", session)) if token is None else token
        answer = client.request(method, f"/api/{path}", json=body, headers={"X-Postwright-Token": signed})
        return answer.status_code, answer.json()

    return asked
