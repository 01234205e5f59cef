"""A finding that no fix mends by itself: ask the language model for other words, see them, take them or leave them."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from postwright.model.finding import Finding
from postwright.services import Opened
from postwright.ui.common import desk, escape, guarded, tell
from postwright.ui.differences import difference


def show(opened: Opened) -> None:
    """Offer a rewording for a finding that no fix mends by itself."""
    findings = [finding for finding in desk().findings(opened.id) if _wants_words(finding)]
    if not findings:
        return
    with st.expander("Suggest a rewording for a finding", icon=":material/lightbulb:", key=f"{opened.id}:for-finding"):
        key = f"{opened.id}:finding"
        number = st.selectbox(
            "Finding", range(len(findings)), key=key, format_func=lambda at: findings[at].message[:120]
        )
        if number is None or number >= len(findings):
            return
        if st.button("Suggest a rewording", key=f"{key}:suggest"):
            with st.spinner("The model is asked, and its wording checked"):
                st.session_state[f"{key}:suggestion"] = desk().rewritings.reword_finding(opened.id, findings[number])
        suggestion = st.session_state.get(f"{key}:suggestion")
        if suggestion is None:
            return
        if suggestion.fix is None:
            st.markdown(escape(suggestion.problem))
            return
        st.html(difference(suggestion.before, suggestion.after))
        with st.container(horizontal=True):
            st.button("Take it", key=f"{key}:take", type="primary", on_click=guarded(_taken(opened.id, key)))
            st.button("Leave it", key=f"{key}:leave", on_click=lambda: st.session_state.pop(f"{key}:suggestion", None))


def _wants_words(finding: Finding) -> bool:
    """Say whether words at a place are to be changed and no fix does it safely."""
    return finding.start is not None and not any(fix.safety == "safe" for fix in finding.fixes)


def _taken(posting_id: str, key: str) -> Callable[[], None]:
    def take() -> None:
        suggestion = st.session_state.pop(f"{key}:suggestion")
        desk().rewritings.take(posting_id, suggestion)
        tell("The line is reworded.")

    return take
