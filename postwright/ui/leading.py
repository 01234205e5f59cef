"""To the brief: a click beside the text, or on what is missing, leads to the fields in which a fact is filled in."""

from __future__ import annotations

from typing import Any

import streamlit as st

from postwright.desk.offering import offered_duties, offered_skills
from postwright.services import Opened
from postwright.ui.common import desk

FRESH = "fresh posting"
"""Holds the id of a posting that was just begun, until its page has greeted the person."""
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
_FIRST_GROUP = "The role"
_BEGINS_WITH = {
    "pay": "Add pay",
    "responsibilities": "Responsibilities, one a line, the main ones first",
    "must_have": "Add a must-have",
    "benefits": "Benefits of this role, one a line",
    "locations": "Add a location",
    "apply": "Address of the application form",
    "employment_type": "Employment type",
    "summary": "What the role is for",
    "reporting_line": "Reports to (job title)",
    "closing": "Closing date",
}
"""The field, or the button, of which a person who wants to fill in a fact has need first."""


def to_step(step: str) -> None:
    """Let the next run show a step of the page Write."""
    st.session_state["step"] = step


def to_brief(field: str) -> None:
    """Let the next run show the step Brief with the group of this field open."""
    to_step("Brief")
    st.session_state[_WANTED] = field.partition(".")[0]


def group_wanted(first: str) -> str:
    """Return the label of the group that is to be open: that of the field to which somebody was led, else the first."""
    field = st.session_state.get(_WANTED, "")
    return _group_of(field) or first


def first_facts(opened: Opened) -> list[dict[str, Any]]:
    """Return what a posting should say first, with the place of the brief where that is filled in, for the page.

    What of it is missing the findings tell; of the summary, which is always drafted, the brief does.
    """
    rules = desk().guidelines()
    offered = {
        "responsibilities": len(offered_duties(opened.brief, rules)),
        "must_have": len(offered_skills(opened.brief, rules)),
    }
    return [
        {
            "field": fact.id,
            "asks": fact.asks,
            "why": fact.why,
            "empty": fact.id == "summary" and not opened.brief.summary,
            "offers": offered.get(fact.id, 0),
            "group": _group_of(fact.id) or _FIRST_GROUP,
            "begin": _BEGINS_WITH.get(fact.id, ""),
        }
        for fact in desk().first_postings.first_facts()
    ]


def _group_of(field: str) -> str:
    return next((label for label, fields in _GROUPS.items() if field in fields), "")
