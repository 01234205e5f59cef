"""What every page stands in: page setup, navigation, the routes beside them, and who may reach the server."""

from __future__ import annotations

import gc
import ipaddress
import re
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from postwright.errors import PostwrightError
from postwright.settings import Settings, load_settings
from postwright.ui import about, check, model, organisation, postings, review, shortcuts, start, write
from postwright.ui.common import desk, escape, show_error, show_failure
from postwright.ui.editor import tokens
from postwright.web.policy import Policy
from postwright.web.routes import Api

STYLE = Path(__file__).with_name("style.css")
SCRIPT = Path(__file__).with_name("script.py")
SWITCH_AFTER = 0.001
"""Seconds after which a thread that lints lets another one run: the default makes each step of a save wait 5 ms."""
INDEX = Path(st.__file__).parent / "static" / "index.html"


def middleware() -> list[Middleware]:
    """Return what stands before every page and route; Streamlit's own first page has one inline script."""
    scripts = re.findall(r"<script>(.*?)</script>", INDEX.read_text(encoding="utf-8"), re.DOTALL)
    return [Middleware(Policy, allow_remote=lambda: load_settings().allow_remote, scripts=scripts)]


def routes() -> list[Route]:
    """Return the routes of the editor, over the desk that the pages use."""
    return Api(desk, tokens).routes()


@asynccontextmanager
async def warmed(app: st.App) -> AsyncIterator[dict[str, object]]:
    """Read the house rules while the server starts, so that the first page need not wait for them."""
    sys.setswitchinterval(SWITCH_AFTER)
    threading.Thread(target=_warm, daemon=True).start()
    yield {}


def _warm() -> None:
    with suppress(PostwrightError):  # the first page says what is wrong
        desk().check(desk().read_pasted("# Gardener\n\nYou will cut the hedges."))
        desk().first_postings.titles("gardener")  # the titles are unpacked when they are first asked for
    gc.collect()
    gc.freeze()  # what was made by now stays: looking through it for garbage would stop everybody for 100 ms


def run() -> None:
    """Set up the page and run the one that was asked for."""
    st.set_page_config(page_title="Postwright", page_icon="✒️", layout="wide")
    pages = {
        "": st.Page(postings.page, title="Postings", icon=":material/folder_open:", url_path="postings", default=True),
        "write": st.Page(write.page, title="Write", icon=":material/edit_document:", url_path="write"),
        "new": st.Page(start.page, title="New posting", url_path="new", visibility="hidden"),
        "check": st.Page(check.page, title="Check a text", icon=":material/fact_check:", url_path="check"),
        "review": st.Page(review.page, title="Review", icon=":material/table_view:", url_path="review"),
        "organisation": st.Page(
            organisation.page, title="Organisation", icon=":material/domain:", url_path="organisation"
        ),
        "model": st.Page(model.page, title="Language model", icon=":material/auto_awesome:", url_path="model"),
        "about": st.Page(about.page, title="About", icon=":material/info:", url_path="about"),
    }
    st.session_state["pages"] = pages
    page = st.navigation(list(pages.values()), position="top")
    st.html(STYLE)
    shortcuts.show()
    try:
        refuse_open_address(load_settings())
        with st.empty(), st.container():  # always there: an element more would close what is open below it
            show_failure()
        page.run()
    except PostwrightError as error:
        show_error(error)


def refuse_open_address(settings: Settings) -> None:
    """Stop where the server listens on more than this machine and nobody said that this is meant."""
    address = str(st.get_option("server.address") or "")
    if is_loopback(address) or settings.allow_remote:
        return
    st.error(
        f"This server listens on {escape(address or 'all addresses')}, and anybody who reaches it could read "
        "and change every posting. Start it with `--server.address 127.0.0.1`, or set `POSTWRIGHT_ALLOW_REMOTE=true` "
        "if a proxy with sign-in stands before it.",
        icon=":material/lock:",
    )
    st.stop()


def is_loopback(address: str) -> bool:
    """Return whether `address` is reached from this machine only."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
