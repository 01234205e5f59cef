"""The brief of an imported text: what was read in it, line by line with its place, to be taken in or left."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from postwright.desk.read_brief import Proposal
from postwright.model.brief import Brief
from postwright.services import Opened
from postwright.ui.common import desk, escape, guarded, tell
from postwright.ui.words import LEVEL_NAMES

_LABELS = {
    "title": "Job title",
    "levels": "Level",
    "openings": "Openings",
    "summary": "What the role is for",
    "responsibilities": "Responsibilities",
    "must_have": "Must-haves",
    "nice_to_have": "Nice-to-haves",
    "benefits": "Benefits",
    "pay": "Pay",
}
"""What the fields that can be read are called in the form."""


def show(opened: Opened) -> None:
    """Show what the text proposes for the brief, for an imported posting."""
    if opened.origin != "import":
        return
    proposals = desk().read_briefs.proposals(opened.id)
    with st.container(border=True, key="from-text"):
        st.header("From the text to its brief", anchor=False)
        if proposals:
            _proposals(opened.id, proposals)
        elif opened.brief != Brief():
            st.markdown("The brief has all that was read in the text. Other facts of the job are filled in below.")
        else:
            st.markdown(_nothing(opened.id))


def _nothing(posting_id: str) -> str:
    if not desk().read_briefs.understood(posting_id):
        return "Only English texts are read, and this one looks like another language. Fill in the brief below."
    return (
        "Nothing was read that could go into the brief: the text has no lists under headings such as duties or "
        "requirements. Fill in the fields below; or add single lines on the step Text, under “Where lines come from”."
    )


def _proposals(posting_id: str, proposals: Sequence[Proposal]) -> None:
    st.markdown(
        "Read in the text, and not in the brief until you take it. Leave out what is wrong. The text stays as it is; "
        "with a brief, facts are checked, and search engines get them."
    )
    many = f"{len(proposals)} lines" if len(proposals) > 1 else "1 line"
    with st.form(f"{posting_id}:from-text", border=False), st.container(gap="xsmall"):
        for field in dict.fromkeys(proposal.field for proposal in proposals):
            st.markdown(f"**{_LABELS[field]}**")
            for proposal in (each for each in proposals if each.field == field):
                st.checkbox(_words(proposal), value=True, key=_key(posting_id, proposal))
        st.form_submit_button(
            f"Take what is ticked of {many} into the brief",
            type="primary",
            icon=":material/playlist_add_check:",
            on_click=guarded(_take, posting_id, proposals),
        )


def _words(proposal: Proposal) -> str:
    level = proposal.values.get("level")
    says = f"{LEVEL_NAMES[level]}, from “{proposal.words}”" if level else proposal.words
    return f"{escape(says)} :small[· line {proposal.line}]"


def _key(posting_id: str, proposal: Proposal) -> str:
    return f"{posting_id}:from-text:{proposal.id}"


def _take(posting_id: str, proposals: Sequence[Proposal]) -> None:
    chosen = [proposal.id for proposal in proposals if st.session_state.get(_key(posting_id, proposal))]
    desk().read_briefs.take(posting_id, chosen)
    tell(f"{len(chosen)} taken into the brief." if chosen else "Nothing was ticked, so nothing was taken.")
