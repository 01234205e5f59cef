"""All postings: open one, start one, copy one, delete one (and take that back)."""

from __future__ import annotations

import streamlit as st

from postwright.model.words import SEVERITIES
from postwright.services import PostingRow
from postwright.ui.common import desk, escape, go
from postwright.ui.words import LEVEL_NAMES, SEVERITY_MARKS, SEVERITY_NAMES, place_name


def page() -> None:
    """Show the page."""
    head, action = st.columns([4, 1], vertical_alignment="bottom")
    head.title("Postings")
    with action:
        if st.button("New posting", type="primary", icon=":material/add:", width="stretch"):
            go("write", posting=desk().new_posting())
    _undo()
    rows = desk().list_postings()
    if not rows:
        _empty()
        return
    wanted = st.text_input("Search", key="search", placeholder="Title, level or place", live=True)
    found = [row for row in rows if all(word in _haystack(row) for word in (wanted or "").lower().split())]
    if not found:
        st.info("No posting has these words in its title, level or place.")
    for row in found:
        _row(row)


def _empty() -> None:
    with st.container(border=True):
        st.subheader("No postings yet")
        st.markdown(
            "Start with a role: you enter what it is for, what it does and what it needs, and see a complete posting "
            "at once. Or look at an example first."
        )
        with st.container(horizontal=True):
            if st.button("Start a posting", icon=":material/edit:"):
                go("write", posting=desk().new_posting())
            if st.button("Open an example", icon=":material/lightbulb:"):
                go("write", posting=desk().new_example())
            if st.button("Check a text you already have", icon=":material/fact_check:"):
                go("check")


def _row(row: PostingRow) -> None:
    with st.container(border=True):
        words, actions = st.columns([5, 3], vertical_alignment="center")
        with words:
            st.markdown(f"**{escape(row.title or 'Untitled posting')}**")
            level = ", ".join(LEVEL_NAMES[level] for level in row.levels) or "No level"
            place = ", ".join(place_name(place) for place in row.places) or "No place"
            st.markdown(f"{escape(level)} · {escape(place)} · changed {row.changed:%Y-%m-%d %H:%M} UTC")
            st.markdown(_counts(row))
        with actions, st.container(horizontal=True, horizontal_alignment="right"):
            name = row.title or "untitled posting"
            if st.button("Open", key=f"open:{row.id}", help=f"Open {name}", type="primary"):
                go("write", posting=row.id)
            if st.button("Duplicate", key=f"copy:{row.id}", help=f"Copy {name}"):
                desk().duplicate(row.id)
                st.rerun()
            if st.button("Delete", key=f"delete:{row.id}", help=f"Delete {name}; you can take it back"):
                desk().delete(row.id)
                st.session_state["deleted"] = (row.id, name)
                st.rerun()


def _undo() -> None:
    if not (deleted := st.session_state.get("deleted")):
        return
    posting_id, name = deleted
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f"Deleted: {escape(name)}")
        if st.button("Undo", icon=":material/undo:"):
            desk().undo_delete(posting_id)
            del st.session_state["deleted"]
            st.rerun()


def _counts(row: PostingRow) -> str:
    parts = [
        f"{SEVERITY_MARKS[severity]} {row.counts[severity]} {SEVERITY_NAMES[severity].lower()}"
        for severity in SEVERITIES
        if row.counts.get(severity)
    ]
    return " · ".join(parts) or "✅ Nothing to remark on"


def _haystack(row: PostingRow) -> str:
    return " ".join([row.title, *row.levels, *row.places, *(place_name(place) for place in row.places)]).lower()
