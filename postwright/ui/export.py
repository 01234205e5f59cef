"""The exports of a posting, with what should be known before one is used."""

from __future__ import annotations

import streamlit as st

from postwright.services import Opened
from postwright.ui import findings
from postwright.ui.common import desk, escape, show_posting

FORMATS = {
    "md": ("Markdown", "For a wiki or a careers page that takes Markdown"),
    "html": ("Web page", "One self-contained page"),
    "docx": ("Word document", "With real headings and lists"),
    "pdf": ("PDF", "To mail or to print: tagged for screen readers (PDF/UA), fonts inside"),
    "txt": ("Plain text", "For a form that takes no formatting"),
    "jsonld": ("JSON-LD", "A schema.org JobPosting for search engines, from the brief's facts"),
    "json": ("JSON", "The posting with its brief and the source of every line"),
}


def show(opened: Opened) -> None:
    """Show all formats and the posting as it will be read."""
    left, right = st.columns([1, 1], gap="large")
    with left:
        _know_first(opened)
        common = _common_warnings(opened)
        for name, (label, use) in FORMATS.items():
            _format(opened, name, label, use, known=common)
    with right, st.container(border=True, key="preview"):
        show_posting(opened.text)


def _know_first(opened: Opened) -> None:
    st.markdown(findings.summary(desk().findings(opened.id)))
    if warnings := _common_warnings(opened):
        listed = "\n".join(f"- {escape(warning)}" for warning in warnings)
        st.warning(f"**Before you publish it**\n{listed}", icon=":material/warning:")


def _common_warnings(opened: Opened) -> list[str]:
    """Return what holds for every format, so that it is said once."""
    return list(desk().before_export(opened.id, "md"))


def _format(opened: Opened, name: str, label: str, use: str, *, known: list[str]) -> None:
    with st.container(border=True, gap="xsmall"):
        words, action = st.columns([3, 2], vertical_alignment="center")
        words.markdown(f"**{label}**  \n{use}")
        with action:
            st.download_button(
                f"Download {label}",
                data=lambda: desk().export(opened.id, name).content,
                file_name=desk().export_filename(opened.id, name),
                mime=desk().export_mime(name),
                key=f"{opened.id}:export:{name}",
                icon=":material/download:",
                on_click="ignore",
                width="stretch",
            )
        if own := [warning for warning in desk().before_export(opened.id, name) if warning not in known]:
            st.markdown("**Know first**\n" + "\n".join(f"- {escape(warning)}" for warning in own))
