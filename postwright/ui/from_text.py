"""The brief of an imported text: what was read in it, line by line with its place, to be taken in or left."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from postwright.desk.read_brief import Proposal
from postwright.model.brief import Brief
from postwright.services import Opened
from postwright.ui.common import desk, escape, guarded, tell
from postwright.ui.words import DEGREES, EMPLOYMENT_TYPES, LEVEL_NAMES, WORKPLACES, places

_LABELS = {
    "title": "Job title",
    "levels": "Level",
    "openings": "Openings",
    "locations": "Place of work",
    "workplace": "Where the work is done",
    "remote_from": "Where a remote person may live",
    "employment_type": "Kind of employment",
    "hours": "Hours",
    "summary": "What the role is for",
    "responsibilities": "Responsibilities",
    "must_have": "Must-haves",
    "nice_to_have": "Nice-to-haves",
    "education": "Degree",
    "licences": "Licences and certificates",
    "benefits": "Benefits",
    "pay": "Pay",
    "closing.date": "Closing date",
    "apply.email": "E-mail for applications",
    "apply.address": "Web address for applications",
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
        for field in sorted({proposal.field for proposal in proposals}, key=list(_LABELS).index):
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
    value = _value(proposal)
    says = f"{value}, from “{proposal.words}”" if value else proposal.words
    return f"{escape(says)} :small[· line {proposal.line}]"


def _value(proposal: Proposal) -> str:
    """Return what the field of the form will show, where that is not what the text says word for word."""
    values = proposal.values
    match proposal.field:
        case "levels":
            return LEVEL_NAMES[values["level"]]
        case "locations":
            return f"{values['city']}: {places()[values['place']]}"
        case "remote_from":
            return "; ".join(places()[code] for code in values["value"])
        case "workplace":
            return WORKPLACES[values["value"]]
        case "employment_type":
            return EMPLOYMENT_TYPES[values["value"]]
        case "education":
            return DEGREES[values["value"]["level"]]
        case "closing.date":
            return f"{values['value']:%d %B %Y}".lstrip("0")
        case _:
            return ""


def _key(posting_id: str, proposal: Proposal) -> str:
    return f"{posting_id}:from-text:{proposal.id}"


def _take(posting_id: str, proposals: Sequence[Proposal]) -> None:
    chosen = [proposal.id for proposal in proposals if st.session_state.get(_key(posting_id, proposal))]
    desk().read_briefs.take(posting_id, chosen)
    tell(f"{len(chosen)} taken into the brief." if chosen else "Nothing was ticked, so nothing was taken.")
