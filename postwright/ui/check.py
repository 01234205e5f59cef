"""Check a text that exists already: paste it or upload a document, read it, lint it, keep it if wanted."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from postwright.desk.reports import finding_key
from postwright.errors import InputError
from postwright.exchange.document import Imported
from postwright.linting.registry import OF_MANY
from postwright.model.words import Level
from postwright.services import Checked
from postwright.ui import findings, marks
from postwright.ui.common import desk, escape, go, show_error
from postwright.ui.words import LEVEL_NAMES, place_name, place_options


def page() -> None:
    """Show the page."""
    st.title("Check a text", anchor=False)
    st.markdown(
        "For a posting that exists already. Nothing is kept unless you say so, and nothing leaves this machine."
    )
    left, right = st.columns([1, 1], gap="large")
    with left:
        pasted = st.text_area("Paste a posting", height=260, key="check:text")
        # Leaving the field is enough, but who knows that?
        st.button("Check it", type="primary", icon=":material/fact_check:")
        upload = st.file_uploader("Or upload one", type=["txt", "md", "docx", "html", "htm", "pdf"], key="check:file")
        title = st.text_input("Job title, if the text does not say it", key="check:title")
        level = st.selectbox(
            "Level",
            list(LEVEL_NAMES),
            index=None,
            key="check:level",
            format_func=LEVEL_NAMES.__getitem__,
            placeholder="As the title says",
        )
        places = st.multiselect(
            "Places the job can be done in",
            [c for c in place_options(empty=False) if c],
            key="check:places",
            format_func=place_name,
            help="Their pay laws are checked.",
        )
        profile_names = {"": "None"} | {role.id: role.name for role in desk().profiles()}
        profile = st.selectbox(
            "Role profile", list(profile_names), key="check:profile", format_func=profile_names.__getitem__
        )
    with right:
        try:
            imported = _imported(upload, pasted)
        except InputError as error:
            show_error(error)
            return
        if imported is None:
            st.info(
                "Paste a text or upload a document: what it asks for and what is missing appears here.",
                icon=":material/info:",
            )
            return
        _result(imported, title=title, level=level, places=tuple(places), profile=profile)


def _imported(upload: UploadedFile | None, pasted: str) -> Imported | None:
    """Return the text to check, of the file before the field; None where there is neither."""
    if upload:
        return desk().read_upload(upload.getvalue(), upload.name)
    return desk().read_pasted(pasted) if pasted.strip() else None


def _result(imported: Imported, *, title: str, level: Level | None, places: tuple[str, ...], profile: str) -> None:
    """Show what was found and read in a text, and the button that keeps it."""
    for note in imported.notes:
        st.info(escape(note), icon=":material/info:")
    checked = desk().check(imported, title=title, level=level, places=places, profile=profile)
    if st.button("Keep it in your postings and edit it", icon=":material/save:"):
        go("write", posting=desk().keep_import(imported, title=title), step="Text")
    if not checked.reading.title and checked.reading.language == "en":
        st.info(
            "The text does not say its job title. Say it on the left: what is asked is then held against its "
            "level, and the posting has a name when it is kept.",
            icon=":material/info:",
        )
    by_findings, by_reading = st.tabs(["Findings", "What was read in the text"])
    with by_findings:
        findings.show(
            checked.findings,
            checked.reading.text,
            key="check",
            actions=_actions(checked),
            looked_at=_looked_at(places),
        )
    with by_reading:
        marks.show(checked.reading, key="check-read")


def _looked_at(places: Sequence[str]) -> str:
    """Return in words what was looked at where nothing was found."""
    rules = sum(row.house != "off" and not row.id.startswith(OF_MANY) for row in desk().rules())
    law = f"the law of {'; '.join(map(place_name, places))}" if places else "no law, because no place was said"
    return (
        f"Nothing found. Looked at: what is missing, inflated or contradictory, wording and clarity ({rules} rules), "
        f"and {escape(law)}."
    )


def _actions(checked: Checked) -> findings.Actions:
    """Return what can be done about the findings of a text that is not kept: say that they are wrong."""
    reading, reports = checked.reading, desk().reports
    known = reports.of_findings(reading.title)
    return findings.Actions(
        report=lambda finding, because: reports.add_finding(finding, reading, given=checked.given, because=because),
        reported=lambda finding: known.get(finding_key(finding, reading.text)),
    )
