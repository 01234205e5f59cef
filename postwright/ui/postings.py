"""All postings: open one, start one, copy one, delete one (and take that back)."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from postwright.desk.examples import EXAMPLE
from postwright.services import PostingRow
from postwright.ui import start
from postwright.ui.common import desk, escape, go, named
from postwright.ui.words import LEVEL_NAMES, counts_in_words, place_name

PLACES_SHOWN = 3


def page() -> None:
    """Show the page."""
    rows = desk().list_postings()
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("Postings", anchor=False, width="content")
        if rows and st.button("New posting", type="primary", icon=":material/add:"):
            go("new")
    _undo()
    if not rows:
        _empty()
        return
    wanted = st.text_input("Search", key="search", placeholder="Title, level or place", type="search", live=True)
    found = [row for row in rows if all(word in _haystack(row) for word in (wanted or "").casefold().split())]
    if not found:
        st.info("No posting has these words in its title, level or place.", icon=":material/search_off:")
    for row in found:
        _row(row)


def _empty() -> None:
    with st.container(border=True):
        st.header("No postings yet", anchor=False)
        st.markdown(
            "Enter what a role is for, what it does and what it needs, and see a complete posting at once. "
            "Every line says where it comes from, and what is missing or asked too much is pointed out."
        )
        with st.container(horizontal=True):
            if st.button("Start a posting", icon=":material/edit:", type="primary"):
                go("new")
            start.examples()
            if st.button("Check a text you already have", icon=":material/fact_check:"):
                go("check")
        st.markdown(
            "Worth doing once: tell Postwright about your **organisation** (benefits, headcount by place, legal "
            "texts); it then fills every brief."
        )
        if st.button("Set up the organisation", icon=":material/domain:", type="tertiary"):
            go("organisation")


def _row(row: PostingRow) -> None:
    name = row.title or "Untitled posting"
    with st.container(border=True):
        words, actions = st.columns([5, 3], vertical_alignment="center")
        with words, st.container(gap="xxsmall"):
            mark = " :gray-badge[:material/lightbulb: Example]" if row.origin == EXAMPLE else ""
            st.markdown(f"**{escape(name)}**{mark}")
            level = ", ".join(LEVEL_NAMES[level] for level in row.levels) or "No level"
            st.markdown(f"{escape(level)} · {escape(_places(row))} · changed {ago(row.changed)}")
            st.markdown(counts_in_words(row.counts))
        with actions, st.container(horizontal=True, horizontal_alignment="right"):
            if st.button(named("Open", name), key=f"open:{row.id}", icon=":material/edit_document:"):
                go("write", posting=row.id)
            if st.button(
                named("Duplicate", name), key=f"copy:{row.id}", type="tertiary", icon=":material/content_copy:"
            ):
                desk().duplicate(row.id)
                st.rerun()
            if st.button(named("Delete", name), key=f"delete:{row.id}", type="tertiary", icon=":material/delete:"):
                desk().delete(row.id)
                st.session_state["deleted"] = (row.id, name)
                st.rerun()


def _undo() -> None:
    if not (deleted := st.session_state.get("deleted")):
        return
    posting_id, name = deleted
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f"Deleted: {escape(name)}", width="content")
        if st.button(named("Undo", "the deletion"), key="undo-delete", icon=":material/undo:"):
            desk().undo_delete(posting_id)
            del st.session_state["deleted"]
            st.rerun()


def _places(row: PostingRow) -> str:
    names = [place_name(place) for place in row.places]
    more = f" and {len(names) - PLACES_SHOWN} more" if len(names) > PLACES_SHOWN else ""
    return "; ".join(names[:PLACES_SHOWN]) + more if names else "No place"


def ago(moment: dt.datetime, *, now: dt.datetime | None = None) -> str:
    """Return how long ago something was, and the day where that is longer than a day.

    >>> ago(dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC), now=dt.datetime(2026, 1, 1, 11, 30, tzinfo=dt.UTC))
    '2 hours ago'
    """
    minutes = int(((now or dt.datetime.now(dt.UTC)) - moment).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} minute{'s' if minutes > 1 else ''} ago"
    if minutes < 24 * 60:
        hours = minutes // 60
        return f"{hours} hour{'s' if hours > 1 else ''} ago"
    return f"on {moment:%Y-%m-%d}"


def _haystack(row: PostingRow) -> str:
    levels = (LEVEL_NAMES[level] for level in row.levels)
    return " ".join([row.title, *levels, *row.places, *map(place_name, row.places)]).casefold()
