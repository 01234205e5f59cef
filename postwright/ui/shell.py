"""What every page stands in: page setup, navigation and the check of the address that the server listens on."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import streamlit as st

from postwright.errors import PostwrightError
from postwright.settings import Settings, load_settings
from postwright.ui import about, check, organisation, postings, review, write
from postwright.ui.common import escape, show_error, show_failure

STYLE = Path(__file__).with_name("style.css")


def run() -> None:
    """Set up the page and run the one that was asked for."""
    st.set_page_config(page_title="Postwright", page_icon="✒️", layout="wide")
    pages = {
        "": st.Page(postings.page, title="Postings", icon=":material/folder_open:", url_path="postings", default=True),
        "write": st.Page(write.page, title="Write", icon=":material/edit_document:", url_path="write"),
        "check": st.Page(check.page, title="Check a text", icon=":material/fact_check:", url_path="check"),
        "review": st.Page(review.page, title="Review", icon=":material/table_view:", url_path="review"),
        "organisation": st.Page(
            organisation.page, title="Organisation", icon=":material/domain:", url_path="organisation"
        ),
        "about": st.Page(about.page, title="About", icon=":material/info:", url_path="about"),
    }
    st.session_state["pages"] = pages
    page = st.navigation(list(pages.values()), position="top")
    st.html(STYLE)
    try:
        refuse_open_address(load_settings())
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
