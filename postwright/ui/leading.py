"""From the text to the brief: a click beside the text leads to the group of fields in which a fact is filled in."""

from __future__ import annotations

import streamlit as st

_WANTED = "field wanted"


def to_brief(field: str) -> None:
    """Let the next run show the step Brief with the group of this field open."""
    st.session_state["step"] = "Brief"
    st.session_state[_WANTED] = field.partition(".")[0]


def wanted_field() -> str:
    """Return the field to which somebody was led, once; empty where nobody was."""
    return str(st.session_state.pop(_WANTED, ""))
