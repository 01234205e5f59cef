"""The step Export: the posting as candidates will see it, beside it all formats, and first what should be known."""

from __future__ import annotations

import streamlit as st

from postwright.services import Opened
from postwright.ui import findings, leading, preview
from postwright.ui.common import desk, escape, named

FORMATS = {
    "docx": ("Word document", "To edit and restyle: real headings and lists"),
    "pdf": ("PDF", "To mail or print: tagged for screen readers (PDF/UA)"),
    "html": ("Web page", "One self-contained page, as in the preview"),
    "md": ("Markdown", "For a wiki or a careers page that takes Markdown"),
    "txt": ("Plain text", "For a form that takes no formatting"),
    "jsonld": ("JSON-LD", "A schema.org JobPosting for search engines, from the brief's facts"),
    "json": ("JSON", "The posting with its brief and the source of every line"),
}


def show(opened: Opened) -> None:
    """Show the posting as it will be read, and every way to take it out."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        if opened.text.strip():
            preview.show(opened)
        else:
            st.info(
                "The text is empty. Fill in the brief, or write the text: the posting appears here as candidates will "
                "see it.",
                icon=":material/info:",
            )
            with st.container(horizontal=True):
                for step, label in (("Brief", "Fill in the brief"), ("Text", "Write the text")):
                    st.button(label, key=f"{opened.id}:export:to {step}", on_click=leading.to_step, args=(step,))
    with right:
        _know_first(opened)
        common = _common_warnings(opened)
        with st.container(border=True, gap="small", key="formats"):
            for name, (label, use) in FORMATS.items():
                _format(opened, name, label, use, known=common)


def _know_first(opened: Opened) -> None:
    st.markdown(findings.summary(desk().findings(opened.id)))
    if warnings := _common_warnings(opened):
        listed = "\n".join(f"- {escape(warning)}" for warning in warnings)
        st.warning(f"**Before you publish it**\n{listed}", icon=":material/warning:")


def _common_warnings(opened: Opened) -> list[str]:
    """Return what holds for every format, so that it is said once."""
    return list(desk().before_export(opened.id, "md"))


def _format(opened: Opened, name: str, label: str, use: str, *, known: list[str]) -> None:
    """Show one format with its button; one that cannot be made says why."""
    words, action = st.columns([3, 2], vertical_alignment="center")
    words.markdown(f"**{label}**  \n{use}")
    problem = desk().export_problem(opened.id, name)
    action.download_button(
        named("Download", label),
        data=lambda: desk().export(opened.id, name).content,
        file_name=desk().export_filename(opened.id, name),
        mime=desk().export_mime(name),
        key=f"{opened.id}:export:{name}",
        icon=":material/download:",
        on_click="ignore",
        width="stretch",
        disabled=bool(problem),
    )
    if problem:
        st.markdown(escape(problem))
    if own := [warning for warning in desk().before_export(opened.id, name) if warning not in known]:
        with st.expander(f"Know first ({len(own)})", key=f"{opened.id}:know:{name}"):
            st.markdown("\n".join(f"- {escape(warning)}" for warning in own))
