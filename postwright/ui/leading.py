"""From the text to the brief: a click beside the text leads to the group of fields in which a fact is filled in."""

from __future__ import annotations

import streamlit as st

_WANTED = "field wanted"
_GROUPS = {
    "Place and time": ("locations", "employment_type", "closing"),
    "Pay and benefits": ("pay", "other_compensation", "benefits"),
    "What the person will do": ("responsibilities",),
    "What the person needs": ("must_have", "licences", "languages", "education"),
    "Conditions": ("travel", "on_call", "physical", "clearance"),
    "Applying": ("apply",),
}
"""Fields to which a text leads, by the label of their group; all others are in the first."""


def to_brief(field: str) -> None:
    """Let the next run show the step Brief with the group of this field open."""
    st.session_state["step"] = "Brief"
    st.session_state[_WANTED] = field.partition(".")[0]


def group_wanted(first: str) -> str:
    """Return the label of the group that is to be open: that of the field to which somebody was led, else the first."""
    field = st.session_state.get(_WANTED, "")
    return next((label for label, fields in _GROUPS.items() if field in fields), first)
