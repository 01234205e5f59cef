"""What every page uses: the shared desk, moving between pages, errors, and text shown as it is."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from postwright.errors import PostwrightError
from postwright.services import Desk, open_desk
from postwright.settings import load_settings


@st.cache_resource(show_spinner=False)
def desk() -> Desk:
    """Return the one desk of this server process; the library behind it is safe for many sessions."""
    return open_desk(load_settings())


def go(page: str, **query: str) -> None:
    """Move to another page by its url path ("" is the list of postings)."""
    st.switch_page(st.session_state["pages"][page], query_params=query)


def follow(key: str, stored: object) -> None:
    """Let the widget `key` show what is stored, whoever changed it; what was typed and refused stays."""
    seen = f"{key}:stored"
    if key not in st.session_state or seen not in st.session_state or st.session_state[seen] != stored:
        st.session_state[key] = stored
        st.session_state[seen] = stored


def guarded(action: Callable[..., object], *arguments: object, **named: object) -> Callable[[], None]:
    """Return a callback that keeps an error for the next run to show, so that what was typed stays on the page."""

    def run() -> None:
        try:
            action(*arguments, **named)
        except PostwrightError as error:
            st.session_state["failed"] = error

    return run


def show_failure() -> None:
    """Show the error of the last action, once."""
    if error := st.session_state.pop("failed", None):
        show_error(error)


def show_error(error: PostwrightError) -> None:
    """Show an error that a person can do something about."""
    st.error(f"{escape(error.message)}  \n{escape(error.hint)}".strip(), icon="⚠️")


def escape(text: str) -> str:
    """Return `text` so that Streamlit's Markdown shows it as it is: no formatting, links, math or directives."""
    return "".join(f"\\{letter}" if letter in _MARKDOWN else letter for letter in text).replace("\n", "  \n")


_MARKDOWN = frozenset("\\`*_{}[]()<>#+-!|~$:^=.&")
