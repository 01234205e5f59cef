"""A new posting in three answers: role, level, place. What a role profile suggests stays one until it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import streamlit as st

from postwright.desk.examples import FAULTY, SOUND
from postwright.desk.first_posting import first_brief
from postwright.guidelines.records import RoleProfile
from postwright.model.brief import Brief
from postwright.model.words import Workplace
from postwright.ui import common
from postwright.ui.common import desk, escape, show_posting
from postwright.ui.leading import FRESH
from postwright.ui.words import LEVEL_NAMES, WORKPLACES, places

ROLE, OFFER, LEVEL, PLACE, WORKPLACE = (f"start:{name}" for name in ("role", "offer", "level", "place", "workplace"))
_LONGEST = 200
"""Characters of a title that the field takes, too."""
NOT_SAID = "Not said yet"
_WORDS = {
    "label": "Which role is it?",
    "placeholder": "Registered nurse",
    "titles": "Job titles to choose",
    "one": "1 title to choose below: arrow keys, then Enter.",
    "many": "{} titles to choose below: arrow keys, then Enter.",
}


_WORKPLACES: tuple[Workplace, ...] = get_args(Workplace)


def page() -> None:
    """Show the page."""
    st.title("New posting", anchor=False)
    st.markdown("Three answers make a first draft. Each can be left open, and all of it can be changed later.")
    _questions()


@st.fragment
def _questions() -> None:
    left, right = st.columns([1, 1], gap="large")
    with left:
        brief = _asked()
        _ways_on(brief)
    with right, st.container(border=True, key="preview"):
        _draft(brief)


def _asked() -> Brief:
    """Show the three questions; return the brief that the answers make."""
    title = _title()
    profile = _profile(title)
    said = desk().first_postings.level(title)
    level = _choice(
        "At which level?", LEVEL_NAMES, key=LEVEL, open=f"As the title says: {LEVEL_NAMES[said]}" if said else NOT_SAID
    )
    place = _choice("In which country or region?", _places(), key=PLACE, open=NOT_SAID)
    workplace = st.radio(
        "Where is the work done?",
        _WORKPLACES,
        key=WORKPLACE,
        index=None,
        format_func=WORKPLACES.__getitem__,
        horizontal=True,
    )
    return first_brief(
        title=title,
        profile=profile.id if profile else "",
        level=level or said,
        place=place,
        workplace=workplace,
    )


def _title() -> str:
    """Show the question for the role with titles to choose; return what was typed or chosen."""
    component = st.components.v2.component(  # cheap, and only known to a server that runs already
        "postwright.start", html='<div class="pw-role"></div>', css="start.css", js="start.js"
    )
    typed = st.session_state.get(ROLE)
    title = str(typed.title or "")[:_LONGEST] if typed else ""
    roles = desk().guidelines().roles
    offered = [
        {
            "title": each.title,
            "note": _note(each.title, roles[each.profile].name) if each.profile else "",
        }
        for each in desk().first_postings.titles(title)
        if each.title.casefold() != title.casefold()
    ]
    component(
        key=ROLE,
        data=[
            {"title": title, "options": offered, "words": _WORDS}
        ],  # in a list: Streamlit looks through a dictionary's values for tables, with pandas
        default={"title": ""},
        on_title_change=lambda: None,
    )
    return title.strip()


def _note(title: str, profile: str) -> str:
    """Return what choosing this title brings with it; the profile is named where it is called otherwise."""
    return "With usual duties and skills" + ("" if title.casefold() == profile.casefold() else f" ({profile})")


def _profile(title: str) -> RoleProfile | None:
    """Return the role profile that a title names or comes nearest to, where the person wants what it offers."""
    exact = (each.profile for each in desk().first_postings.titles(title) if each.title.casefold() == title.casefold())
    profile = desk().guidelines().roles.get(next(exact, "")) or desk().first_postings.profile(title)
    nearest = desk().first_postings.nearest_profile(title) if profile is None else None
    offered = profile or nearest
    if offered is None:
        return None
    whose = "such a role" if profile else "the nearest role that is known"
    wanted = st.checkbox(
        f"Offer me what {whose} usually does and needs ({escape(offered.name)})",
        value=profile is not None,
        key=f"{OFFER}:{offered.id}",
        help="Nothing of it goes into the posting until you pick it.",
    )
    return offered if wanted else None


def _choice(label: str, names: Mapping[Any, str], *, key: str, open: str) -> Any:
    """Show a choice of one that may stay open; `open` is what it says then."""
    return st.selectbox(label, list(names), key=key, index=None, format_func=names.__getitem__, placeholder=open)


def _places() -> Mapping[str, str]:
    """Return the places to choose from; those where the organisation has people come first."""
    names = places()
    own = [row.place for row in desk().organisation().headcount if row.place in names]
    return {code: names[code] for code in dict.fromkeys([*own, *names])}


def _ways_on(brief: Brief) -> None:
    """Show the button that makes the draft, and the ways around these questions."""
    if st.button("Write the first draft", type="primary", icon=":material/edit_document:"):
        if brief.title:
            begin(brief)
        st.warning("Say which role it is, or start with an empty brief.", icon=":material/info:")
    st.markdown("Or another way:")
    with st.container(horizontal=True, key="other-ways"):
        if st.button("Start with an empty brief", icon=":material/draft:"):
            common.go("write", posting=desk().new_posting(), step="Brief")
        if st.button("Paste or upload a posting", icon=":material/content_paste:"):
            common.go("check")
        examples()


def begin(brief: Brief) -> None:
    """Start a posting and go to its brief."""
    posting = desk().new_from_brief(brief)
    st.session_state[FRESH] = posting
    for key in [key for key in st.session_state if str(key).startswith("start:")]:
        del st.session_state[key]
    common.go("write", posting=posting, step="Brief")


def examples() -> None:
    """Show the buttons that open an example to play with."""
    if st.button("Open an example", icon=":material/lightbulb:"):
        common.go("write", posting=desk().examples.open(SOUND), step="Brief")
    if st.button("Open an example with faults", icon=":material/bug_report:", help="It asks too much: mend it."):
        common.go("write", posting=desk().examples.open(FAULTY), step="Text")


def _draft(brief: Brief) -> None:
    """Show the draft that the answers make, and apart from it what the role profile would offer."""
    if brief == Brief():
        st.info("The first draft appears here while you answer. Nothing is put in that you did not say.",
                icon=":material/info:")  # fmt: skip
        return
    show_posting(desk().first_postings.draft(brief))
    if profile := desk().guidelines().roles.get(brief.profile):
        with st.container(border=True, key="offered"):
            st.markdown(
                f"**Suggested for such a role** ({escape(profile.name)}). Not in the posting until you take it:"
            )
            groups = ", ".join(group.group for group in profile.skill_groups)
            listed = [*profile.duties, f"Skills: {groups}"] if groups else list(profile.duties)
            st.markdown("\n".join(f"- {escape(each)}" for each in listed))
