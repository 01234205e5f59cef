"""Write one posting: its brief, its text with findings in it, and its exports; the draft is always on screen."""

from __future__ import annotations

import streamlit as st

from postwright.desk.examples import EXAMPLE, marked_title
from postwright.services import Opened, Stored
from postwright.ui import briefing, draft, export, leading, marks, rewriting
from postwright.ui.common import desk, go, guarded, show_posting
from postwright.ui.editor import editor
from postwright.ui.words import REASONS

STEPS = ("Brief", "Text", "Export")
_PLACEHOLDER = "Write or paste the posting here. Or fill in the brief: each of its fields becomes a line of the text."


def page() -> None:
    """Show the page for the posting that the address names, else for the one that was open last."""
    if "posting" not in st.query_params and (last := st.session_state.get("last")):
        st.query_params["posting"] = last
    posting_id = st.query_params.get("posting", "")
    opened = desk().open(posting_id) if posting_id else None
    if opened is None:
        st.session_state.pop("last", None)
        _choose(missing=bool(posting_id))
        return
    st.session_state["last"] = opened.id
    head, steps = st.columns([3, 2], vertical_alignment="center")
    with head:
        briefing.heading(opened.id)
    with steps:
        step = _step(opened)
    if opened.origin == EXAMPLE:
        _example(opened)
    if step == "Text":
        _text(opened)
    elif step == "Export":
        export.show(opened)
    else:
        briefing.show(opened)


def _step(opened: Opened) -> str:
    """Show the steps, bound to the address so that a link and a reload keep the step."""
    step = st.segmented_control(
        "Step",
        STEPS,
        default="Text" if opened.origin == "import" else "Brief",
        required=True,
        key="step",
        bind="query-params",
        label_visibility="collapsed",
        width="stretch",
    )
    return step or "Brief"


def _example(opened: Opened) -> None:
    """Say that this is an example, with a way to keep it and one to be rid of it."""
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="example"):
        st.markdown(
            "**An example to play with.** It counts in no review, and whatever is exported of it says that it is one.",
            width="content",
        )
        st.button(
            "Make it a posting of my own",
            icon=":material/person_edit:",
            on_click=guarded(desk().examples.make_own, opened.id),
        )
        if st.button("Delete the example", icon=":material/delete:"):
            desk().delete(opened.id)
            st.session_state["deleted"] = (opened.id, marked_title(opened.title))
            go("")


def _choose(*, missing: bool) -> None:
    st.title("Write", anchor=False)
    st.info(
        "There is no such posting: it may have been deleted."
        if missing
        else "No posting is open. Start one, or open one from the list.",
        icon=":material/info:",
    )
    with st.container(horizontal=True):
        if st.button("Start a posting", type="primary", icon=":material/add:"):
            go("new")
        if st.button("Go to the list", icon=":material/folder_open:"):
            go("")


def _text(opened: Opened) -> None:
    draft.show(opened, with_text=False)
    editor(
        opened.id,
        Stored(opened.text, opened.version),
        label="Text of the posting (Markdown)" if opened.format == "markdown" else "Text of the posting",
        lines=20,
        placeholder=_PLACEHOLDER,
        imported=opened.origin == "import",
        on_brief=leading.to_brief,
    )
    with st.container(key="below-text"):  # seen once the editor has its height: nothing moves away under a click
        _below_the_text(opened)


def _below_the_text(opened: Opened) -> None:
    rewriting.show(opened)
    with st.expander("Read it as a candidate will", icon=":material/visibility:"), st.container(key="preview"):
        show_posting(opened.text)
    read = st.expander(
        "What was read in the text", icon=":material/manage_search:", key="text-read-open", on_change="rerun"
    )
    if read.open:
        with read:
            marks.show(desk().reading(opened.id), key="text-read")
    with st.expander("Earlier versions", icon=":material/history:"):
        _versions(opened)


def _versions(opened: Opened) -> None:
    """Show earlier texts; one that is put back can itself be taken back."""
    texts = [revision for revision in desk().revisions(opened.id) if revision.text not in (None, opened.text)]
    if not texts:
        st.markdown("There is no earlier text yet. Once the text is changed, what it was before is kept here.")
        return
    names = {revision.id: f"{revision.at:%Y-%m-%d %H:%M:%S} UTC, {REASONS[revision.reason]}" for revision in texts}
    chosen = st.selectbox("Version", list(names), format_func=names.__getitem__, key=f"{opened.id}:version")
    text = next((revision.text for revision in texts if revision.id == chosen), "") or ""
    st.text_area("Text of that version", value=text, height=240, key=f"{opened.id}:version:{chosen}", disabled=True)
    st.button(
        "Put this text back", key=f"{opened.id}:restore", on_click=guarded(desk().restore_text, opened.id, chosen)
    )
