"""The exports of a posting, with what should be known before one is used."""

from __future__ import annotations

import streamlit as st

from postwright.exchange.html import fragment
from postwright.services import Opened
from postwright.ui import findings
from postwright.ui.common import desk, escape

FORMATS = {
    "md": ("Markdown", "For a wiki or a careers page that takes Markdown"),
    "html": ("Web page", "One self-contained page"),
    "docx": ("Word document", "With real headings and lists"),
    "txt": ("Plain text", "For a form that takes no formatting"),
    "jsonld": ("JobPosting (JSON-LD)", "For search engines, from the brief's facts"),
    "json": ("JSON", "The posting with its brief and the source of every line"),
}


def show(opened: Opened) -> None:
    """Show all formats and the posting as it will be read."""
    left, right = st.columns([1, 1], gap="large")
    with left:
        found = desk().findings(opened.id)
        st.markdown(findings.summary(found))
        if any(finding.severity == "error" for finding in found):
            st.warning("There are findings that must be fixed before this is published: see “Text and findings”.")
        for name, (label, use) in FORMATS.items():
            _format(opened, name, label, use)
    with right, st.container(border=True, key="preview"):
        st.html(fragment(opened.text))


def _format(opened: Opened, name: str, label: str, use: str) -> None:
    with st.container(border=True):
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
        if warnings := desk().before_export(opened.id, name):
            with st.expander(f"{len(warnings)} thing(s) to know first", expanded=name == "jsonld"):
                for warning in warnings:
                    st.markdown(f"- {escape(warning)}")
