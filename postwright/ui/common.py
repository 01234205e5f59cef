"""What every page uses: the shared desk, moving between pages, errors, and text shown as it is."""

from __future__ import annotations

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


def show_error(error: PostwrightError) -> None:
    """Show an error that a person can do something about."""
    st.error(f"{escape(error.message)}  \n{escape(error.hint)}".strip(), icon="⚠️")


def escape(text: str) -> str:
    """Return `text` so that Streamlit's Markdown shows it as it is: no formatting, links, images, math or directives."""
    return "".join(f"\\{letter}" if letter in _MARKDOWN else letter for letter in text).replace("\n", "  \n")


_MARKDOWN = frozenset("\\`*_{}[]()<>#+-!|~$:^=.&")
