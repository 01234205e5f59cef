"""What Postwright is, where its facts come from, and what it does not do."""

from __future__ import annotations

import streamlit as st

from postwright import __version__
from postwright.ui.common import desk


def page() -> None:
    """Show the page."""
    st.title("About Postwright", anchor=False)
    st.markdown(
        f"Version {__version__}. House rules `{desk().ruleset()[:12]}`, law as of {desk().law_as_of():%B %Y}.\n\n"
        "Postwright helps to write a job posting in which **nothing is invented**, **nothing is inflated and nothing "
        "is missing**. It works on this machine: no key, no network, no account.\n\n"
        "Findings about law are screening, not legal advice."
    )
    st.header("Where the facts come from", anchor=False)
    st.markdown(desk().attribution())
    st.header("Where your postings are", anchor=False)
    st.markdown(_kept_at(desk().location()))


def _kept_at(location: str) -> str:
    """Return where the postings are, a file or the address of a database, and how a copy of them is made."""
    if "://" in location:
        return f"In the database `{location}`. Whoever runs it makes the copies."
    return f"In the file `{location}`. Copy the folder in which it lies to keep a copy of everything."
