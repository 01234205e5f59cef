"""The step Brief: the form and, beside it, the draft; a change runs again only the parts of the page that it changes.

Each group of fields, the list of problems, the page's heading and the draft are fragments. A field that was typed in
shows its new value already, so its group is left alone unless more than that changed: focus and place stay. The fields
of a group are drawn once it is opened: all of them at once cost a browser more than a second.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from postwright.desk.brief_changes import fields_to_draw, problems_differ
from postwright.desk.examples import EXAMPLE, marked_title
from postwright.desk.offering import offered_duties, offered_skills
from postwright.services import Opened
from postwright.ui import brief_form, draft, from_text, save_later
from postwright.ui.brief_form import DUTIES_OFFERED, GROUPS, SKILLS_OFFERED, Group
from postwright.ui.common import desk, escape
from postwright.ui.fields import Form
from postwright.ui.leading import group_wanted

HEADING, PROBLEMS, DRAFT = "heading", "problems", "draft"
"""Keys of the fragments besides those of the groups."""
_DRAWN = "groups drawn"
"""Holds the keys of the groups whose fields are drawn; they stay when one is closed, until the page is drawn anew."""


@st.fragment(key=HEADING)
def heading(posting_id: str) -> None:
    """Show the title of the posting as the page's heading."""
    if opened := desk().open(posting_id):
        title = opened.brief.title or opened.title or "Untitled posting"
        st.title(escape(marked_title(title) if opened.origin == EXAMPLE else title), anchor=False)


def show(opened: Opened) -> None:
    """Show form and draft of a posting."""
    _remember(opened)
    form, beside = st.columns([1, 1], gap="large")
    wanted = group_wanted(GROUPS[0].label)
    st.session_state[_DRAWN] = set()
    with form:
        from_text.show(opened)
        _problems(opened.id)
        save_later.try_again(opened.id)
        for group in GROUPS:
            _fragment_of(group)(opened.id, expanded=group.label == wanted)
    with beside, st.container(border=True, key="preview"):
        _draft(opened.id)


@st.fragment(key=PROBLEMS)
def _problems(posting_id: str) -> None:
    with st.container():  # there even where it is empty: what stands below keeps its place
        if form := _form(posting_id):
            brief_form.problems(form)


@st.fragment(key=DRAFT)
def _draft(posting_id: str) -> None:
    opened = desk().open(posting_id)
    if opened is None:
        return
    if not opened.title and opened.origin != "import":
        st.info(
            "Your posting appears here. Begin with the job title: each field that you fill in becomes a sentence at "
            "once, and nothing else is put in.",
            icon=":material/info:",
        )
    draft.show(opened, with_text=True)


def _key(group: Group) -> str:
    return f"group {group.label}"


def place_key(posting_id: str, group: Group) -> str:
    """Return the key of what opens a group; its value says whether the group is open."""
    return f"{posting_id}:group:{group.label}"


def _fragment_of(group: Group):  # type: ignore[no-untyped-def]  # st.fragment keeps the type of what it wraps
    @st.fragment(key=_key(group))
    def fields(posting_id: str, *, expanded: bool) -> None:
        key, drawn = place_key(posting_id, group), st.session_state.setdefault(_DRAWN, set())
        place = st.expander(group.label, icon=group.icon, expanded=expanded, key=key, on_change="rerun")
        if place.open:
            drawn.add(key)
        if key in drawn and (form := _form(posting_id)):
            with place:
                group.show(form)

    return fields


def _form(posting_id: str) -> Form | None:
    opened = desk().open(posting_id)
    if opened is None:
        return None
    waiting = save_later.waiting(posting_id)
    raw, problems = {**opened.raw, **waiting}, {**opened.problems, **dict.fromkeys(waiting, save_later.PROBLEM)}
    changed = partial(_follow, posting_id)
    return Form(desk(), posting_id, opened.brief, raw, problems, opened.brief_version, changed)


def _remember(opened: Opened) -> None:
    """Keep what the form shows, to know after a change what of it is wrong."""
    st.session_state["form shows"] = opened


def _follow(posting_id: str, typed: str) -> None:
    """Run again the parts of the page that a change has made wrong; the whole page where something failed."""
    before: Opened | None = st.session_state.get("form shows")
    after = desk().open(posting_id)
    if after is None or before is None or before.id != posting_id or "failed" in st.session_state:
        st.rerun()
    _remember(after)
    st.rerun(_parts(before, after, typed))


def _parts(before: Opened, after: Opened, typed: str) -> list[str]:
    changed = set(fields_to_draw(before, after, typed=typed))
    rules = desk().guidelines()
    for offer, options in ((DUTIES_OFFERED, offered_duties), (SKILLS_OFFERED, offered_skills)):
        if options(before.brief, rules) != options(after.brief, rules):
            changed.add(offer)
    parts = [DRAFT]
    if (before.brief.title, before.title) != (after.brief.title, after.title):
        parts.append(HEADING)
    if problems_differ(before, after):
        parts.append(PROBLEMS)
    return parts + [_key(group) for group in GROUPS if changed & group.fields]
