"""The draft beside the brief, with what has just changed marked; a choice where brief and person changed one line."""

from __future__ import annotations

import streamlit as st

from postwright.desk.two_lines import told_apart
from postwright.exchange.html import fragment
from postwright.services import Opened
from postwright.ui.common import desk, escape, guarded
from postwright.ui.editor import token_for
from postwright.ui.leading import FRESH, first_facts
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
    "missing": "Still missing",
    "order": "What candidates look at first stands first.",
    "more": ["more thing", "more things"],
    "law": "The law asks for it",
    "nothing_missing": "Nothing is missing",
    "whole": "Read it through on the step Text, then take it out on the step Export.",
    "greeting": "Your first draft stands.",
    "todo": ["thing is still missing", "things are still missing"],
    "offers": "to pick from the role profile",
    "go": ["Show the draft", "Back to the brief"],
    "severities": {severity: name.lower() for severity, name in SEVERITY_NAMES.items()},
}


def show(opened: Opened, *, with_text: bool) -> None:
    """Show what is to be chosen and, `with_text`, the posting as it stands with what is missing and was edited."""
    if with_text or opened.conflicts:
        _component(opened, with_text=with_text)
    if not with_text:
        return
    if not opened.text.strip():
        st.markdown("The text is empty. Fill in a field, or write on the step Text.")
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
        data=[  # in a list: Streamlit looks through a dictionary's values for tables, with pandas
            {
                "html": fragment(opened.text) if with_text else None,
                "text": opened.text if with_text else "",
                "token": token_for(opened.id),
                "conflicts": [
                    dict(zip(("edited", "composed"), told_apart(conflict.edited, conflict.composed), strict=True))
                    | {"item": conflict.item}
                    for conflict in opened.conflicts
                ],
                "first": first_facts(opened) if with_text else [],
                "fresh": with_text and _is_fresh(opened),
                "words": _WORDS,
            }
        ],
        on_choice_change=guarded(chosen),
    )


def _is_fresh(opened: Opened) -> bool:
    """Return, once, whether the posting was just begun: the person is led to what is missing."""
    if st.session_state.get(FRESH) != opened.id:
        return False
    del st.session_state[FRESH]
    return True


def _stays(lines: tuple[str, ...], one: str, more: str, key: str) -> None:
    """List lines that do not follow the brief, where there are any."""
    if lines:
        words = f"1 {one}" if len(lines) == 1 else f"{len(lines)} {more}"
        with st.expander(f"{words} when the brief changes", key=key):
            st.markdown("\n".join(f"- {escape(line)}" for line in lines))
