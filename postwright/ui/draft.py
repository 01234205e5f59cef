"""The draft beside the brief, with what has just changed marked; a choice where brief and person changed one line."""

from __future__ import annotations

import streamlit as st

from postwright.desk.two_lines import told_apart
from postwright.exchange.html import fragment
from postwright.services import Opened
from postwright.ui.common import desk, escape, guarded
from postwright.ui.editor import token_for
from postwright.ui.words import SEVERITY_NAMES

_WORDS = {
    "just": "Just changed:",
    "lines": ["line", "lines"],
    "out": ["line taken out", "lines taken out"],
    "changed": "Has just changed",
    "question": "The brief changed a line that you had edited. Which one should stand?",
    "asked": "An edited line and the brief disagree: choose between them above the draft.",
    "mine": "Your line",
    "brief": "The brief now says",
    "gone": "Nothing any more: its entry was removed",
    "keep": "Keep my line",
    "take": "Take the brief's",
    "remove": "Take the line out",
    "settled": "Settled: brief and text agree on these lines again.",
    "nothing": "Nothing to remark on",
    "severities": {severity: name.lower() for severity, name in SEVERITY_NAMES.items()},
}


def show(opened: Opened, *, with_text: bool) -> None:
    """Show what is to be chosen and, `with_text`, the posting as it stands; then what became of edited lines."""
    if with_text or opened.conflicts:
        _component(opened, with_text=with_text)
    if with_text and not opened.text.strip():
        st.markdown("The text is empty.")
    _stays(opened.kept, "edited line stays as you wrote it", "edited lines stay as you wrote them", f"{opened.id}:kept")
    _stays(
        opened.missing, "line that you took out stays out", "lines that you took out stay out", f"{opened.id}:missing"
    )


def _component(opened: Opened, *, with_text: bool) -> None:
    component = st.components.v2.component(  # cheap, and only known to a server that runs already
        "postwright.draft",
        html='<div class="pw-draft"></div>',
        css="draft.css",
        js="draft.js",
        isolate_styles=False,
    )
    key = f"{opened.id}:draft:{'text' if with_text else 'choice'}"

    def chosen() -> None:
        if choice := st.session_state[key].choice:
            desk().resolve_conflict(opened.id, str(choice["item"]), take_composed=bool(choice["take"]))

    component(
        key=key,
        data={
            "html": fragment(opened.text) if with_text else None,
            "text": opened.text if with_text else "",
            "token": token_for(opened.id),
            "conflicts": [
                dict(zip(("edited", "composed"), told_apart(conflict.edited, conflict.composed), strict=True))
                | {"item": conflict.item}
                for conflict in opened.conflicts
            ],
            "words": _WORDS,
        },
        on_choice_change=guarded(chosen),
    )


def _stays(lines: tuple[str, ...], one: str, more: str, key: str) -> None:
    """List lines that do not follow the brief, where there are any."""
    if lines:
        words = f"1 {one}" if len(lines) == 1 else f"{len(lines)} {more}"
        with st.expander(f"{words} when the brief changes", key=key):
            st.markdown("\n".join(f"- {escape(line)}" for line in lines))
