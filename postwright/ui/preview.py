"""The posting as candidates will see it: the exported page in a frame that runs nothing, and copying it formatted."""

from __future__ import annotations

import streamlit as st

from postwright.services import Opened
from postwright.ui.common import desk

_WORDS = {
    "width": "Width of the preview",
    "page": "Careers page",
    "phone": "Phone",
    "scheme": "Colours of the preview",
    "light": "Light",
    "dark": "Dark",
    "frame": "The posting as candidates will see it",
    "copy": "Copy with formatting",
    "copied": "Copied. Paste it into your careers site, an e-mail or a document.",
    "refused": "This browser does not let the page copy. Click into the preview, press Ctrl+A (on a Mac ⌘A), then "
    "Ctrl+C (⌘C); or download the Word document.",
    "links": "Links do not open in the preview. They work in what you export.",
}


def show(opened: Opened) -> None:
    """Show the page that the export “Web page” makes; the component brings widths, colours and the copy button."""
    component = st.components.v2.component(  # cheap, and only known to a server that runs already
        "postwright.preview", html='<div class="preview"></div>', css="preview.css", js="preview.js"
    )
    shown = desk().preview(opened.id)
    component(
        key=f"{opened.id}:preview",
        data=[  # in a list: Streamlit looks through a dictionary's values for tables, with pandas
            {
                "pages": {"light": shown.light, "dark": shown.dark},
                "rich": shown.rich,
                "plain": shown.plain,
                "words": _WORDS,
            }
        ],
    )
