"""Write one posting: its brief, its text with findings beside it, and its exports; the draft is always on screen."""

from __future__ import annotations

import streamlit as st

from postwright.errors import TextConflict
from postwright.exchange.html import fragment
from postwright.model.finding import Finding, Fix
from postwright.services import Opened
from postwright.ui import brief_form, export, findings, marks
from postwright.ui.common import desk, escape, follow, go, guarded
from postwright.ui.fields import Form

STEPS = {"brief": "1 · Brief", "text": "2 · Text and findings", "export": "3 · Export"}


def page() -> None:
    """Show the page for the posting that the address names."""
    posting_id = st.query_params.get("posting", "")
    opened = desk().open(posting_id) if posting_id else None
    if opened is None:
        _choose(missing=bool(posting_id))
        return
    head, steps = st.columns([3, 3], vertical_alignment="center")
    head.markdown(f"## {escape(opened.brief.title or opened.title or 'Untitled posting')}")
    with steps:
        step = st.segmented_control(
            "Step",
            list(STEPS),
            default="text" if opened.origin == "import" else "brief",
            required=True,
            key="step",
            format_func=STEPS.__getitem__,
            bind="query-params",
            label_visibility="collapsed",
            width="stretch",
        )
    if step == "text":
        _text(opened)
    elif step == "export":
        export.show(opened)
    else:
        _brief(opened)


def _choose(*, missing: bool) -> None:
    st.title("Write")
    st.info("There is no such posting: it may have been deleted." if missing else "No posting is open.")
    with st.container(horizontal=True):
        if st.button("Start a posting", type="primary", icon=":material/add:"):
            go("write", posting=desk().new_posting())
        if st.button("Go to the list", icon=":material/folder_open:"):
            go("")


def _brief(opened: Opened) -> None:
    form, preview = st.columns([1, 1], gap="large")
    with form:
        brief_form.show(Form(desk(), opened.id, opened.brief, opened.raw, opened.problems))
    with preview, st.container(border=True, key="preview"):
        _merge_report(opened)
        if opened.text.strip():
            st.markdown(findings.summary(desk().findings(opened.id)))
            st.html(fragment(opened.text))
        else:
            st.markdown("The posting appears here as soon as the brief says something. Begin with the job title.")


def _text(opened: Opened) -> None:
    left, right = st.columns([3, 2], gap="large")
    with left:
        _merge_report(opened)
        _editor(opened)
        with st.expander("Where each line comes from", icon=":material/source:"):
            for line in desk().sources_of_lines(opened.id):
                st.markdown(f"{escape(line.text)}  \n:small[{escape(line.label)}]")
        with st.expander("What the machine read", icon=":material/visibility:"):
            marks.show(desk().reading(opened.id))
    with right:
        _findings(opened)


def _editor(opened: Opened) -> None:
    key = f"{opened.id}:text"
    follow(key, opened.text)

    def save() -> None:
        typed = st.session_state[key]
        try:
            desk().save_text(opened.id, typed, expected_version=opened.version)
        except TextConflict as conflict:
            st.session_state[f"{opened.id}:conflict"] = (typed, conflict.stored)

    st.text_area(
        "Text of the posting (Markdown)",
        key=key,
        height=620,
        on_change=guarded(save),
        help="Saved when you leave the field (Tab, a click elsewhere, or Ctrl+Enter).",
    )
    st.markdown(f":small[Saved {opened.changed:%Y-%m-%d %H:%M:%S} UTC · {len(opened.text.split())} words]")
    _two_texts(opened)


def _two_texts(opened: Opened) -> None:
    """Show both texts where another window saved in between; the person chooses."""
    both = f"{opened.id}:conflict"
    if both not in st.session_state:
        return
    typed, stored = st.session_state[both]

    def keep_typed() -> None:
        desk().save_text(opened.id, st.session_state[f"{both}:typed"], expected_version=opened.version)
        del st.session_state[both]

    def keep_stored() -> None:
        st.session_state[f"{opened.id}:text"] = opened.text
        del st.session_state[both]

    st.warning("This posting was changed in another window. Both texts are here: choose the one to keep.")
    left, right = st.columns(2)
    with left:
        st.text_area("Typed here", value=typed, height=240, key=f"{both}:typed")
        st.button("Keep what I typed here", on_click=guarded(keep_typed))
    with right:
        st.text_area("Saved in the other window", value=stored, height=240, key=f"{both}:stored", disabled=True)
        st.button("Keep the other window's text", on_click=guarded(keep_stored))


def _findings(opened: Opened) -> None:
    undo = f"{opened.id}:before-fix"

    def apply(finding: Finding, fix: Fix) -> None:
        desk().apply_fix(opened.id, finding, fix, expected_text=opened.text)
        st.session_state[undo] = opened.text

    def take_back() -> None:
        desk().save_text(opened.id, st.session_state.pop(undo), expected_version=opened.version)

    def ignore(finding: Finding, reason: str) -> None:
        desk().ignore(opened.id, finding, reason=reason)

    if undo in st.session_state:
        st.button("Undo the last fix", icon=":material/undo:", on_click=guarded(take_back))
    findings.show(desk().findings(opened.id), opened.text, key=opened.id, apply=apply, ignore=ignore)
    if ignored := desk().ignored(opened.id):
        with st.expander(f"Ignored ({len(ignored)})"):
            for number, (finding, reason) in enumerate(ignored):
                st.markdown(f"{escape(finding.message)}  \nReason: {escape(reason)}")
                st.button(
                    "Show it again",
                    key=f"{opened.id}:ignored:{number}",
                    on_click=guarded(desk().stop_ignoring, opened.id, finding),
                )


def _merge_report(opened: Opened) -> None:
    """Say what became of edited lines when the brief changed."""
    for conflict in opened.conflicts:
        with st.container(border=True):
            st.markdown("**The brief changed a line that you had edited. Which one should stand?**")
            st.markdown(f"Your line: {escape(conflict.edited)}")
            st.markdown(f"The brief now says: {escape(conflict.composed or 'nothing: the entry was removed')}")
            with st.container(horizontal=True):
                for label, take in (("Keep my line", False), ("Take the brief's", True)):
                    st.button(
                        label,
                        key=f"{opened.id}:{conflict.item}:{take}",
                        on_click=guarded(desk().resolve_conflict, opened.id, conflict.item, take_composed=take),
                    )
    if opened.kept:
        with st.expander(f"{len(opened.kept)} edited line(s) stay as you wrote them when the brief changes"):
            for line in opened.kept:
                st.markdown(f"- {escape(line)}")
