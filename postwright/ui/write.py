"""Write one posting: its brief, its text with findings beside it, and its exports; the draft is always on screen."""

from __future__ import annotations

import streamlit as st

from postwright.errors import InputError
from postwright.model.finding import Finding, Fix
from postwright.model.words import SEVERITIES
from postwright.services import Opened, TextConflict
from postwright.ui import brief_form, findings
from postwright.ui.common import desk, escape, go, show_error
from postwright.ui.fields import Form

STEPS = {"brief": "1 · Brief", "text": "2 · Text and findings", "export": "3 · Export"}


def page() -> None:
    """Show the page for the posting that the address names."""
    posting_id = st.query_params.get("posting", "")
    opened = desk().open(posting_id) if posting_id else None
    if opened is None:
        _choose()
        return
    head, steps = st.columns([3, 3], vertical_alignment="center")
    head.markdown(f"## {escape(opened.brief.title or opened.title or 'Untitled posting')}")
    with steps:
        step = st.segmented_control(
            "Step", list(STEPS), default="brief", required=True, key="step", format_func=STEPS.__getitem__,
            bind="query-params", label_visibility="collapsed", width="stretch",
        )
    if step == "text":
        _text(opened)
    elif step == "export":
        _export(opened)
    else:
        _brief(opened)


def _choose() -> None:
    st.title("Write")
    st.info("No posting is open. Start a new one, or open one from the list.")
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
        st.markdown(findings.summary(desk().findings(opened.id)))
        if opened.text.strip():
            _show_text(opened)
        else:
            st.markdown("The posting appears here as soon as the brief says something. Begin with the job title.")


def _text(opened: Opened) -> None:
    left, right = st.columns([3, 2], gap="large")
    with left:
        _merge_report(opened)
        _editor(opened)
        with st.expander("Where each line comes from", icon=":material/source:"):
            for line in desk().sources_of_lines(opened.id):
                st.markdown(f"{escape(line.text)}  \n:gray[{escape(line.label)}]")
        with st.expander("What the machine read", icon=":material/visibility:"):
            _reading(opened)
    with right:
        found = desk().findings(opened.id)

        def apply(finding: Finding, fix: Fix) -> None:
            desk().apply_fix(opened.id, finding, fix, expected_text=opened.text)
            st.session_state.pop(_editor_key(opened), None)

        def ignore(finding: Finding, reason: str) -> None:
            desk().ignore(opened.id, finding, reason=reason)

        findings.show(found, opened.text, key=opened.id, apply=apply, ignore=ignore)


def _editor_key(opened: Opened) -> str:
    return f"{opened.id}:text:{opened.version}"
