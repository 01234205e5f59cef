"""A page under Streamlit's AppTest, with a desk whose library is empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from page_parts import dicts
from streamlit.testing.v1 import AppTest

from postwright.services import Desk, open_desk
from postwright.settings import Settings

APP = Path(__file__).resolve().parents[2] / "app.py"
OpenPage = Callable[..., AppTest]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Return a desk over the library that the pages of this test use."""
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path))
    st.cache_resource.clear()
    desk = open_desk(Settings())
    yield desk
    desk.close()
    st.cache_resource.clear()


@pytest.fixture
def open_page(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """Return a function that runs one page by its module's name, with query parameters."""
    monkeypatch.setattr("postwright.ui.common.go", lambda page, **query: st.session_state.update(went=(page, query)))

    def run(name: str, **query: str) -> AppTest:
        script = f"from postwright.ui import common, {name}\ncommon.show_failure()\n{name}.page()"
        app = AppTest.from_string(script, default_timeout=120)  # a busy machine is no failure
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception
        return app

    return run


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return what the components of a page are given, in order."""
    given: list[Any] = []
    monkeypatch.setattr(
        st.components.v2, "component", lambda *_, **__: lambda *, data, **___: given.extend(dicts(data))
    )
    return given
