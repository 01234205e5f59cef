"""What people reported as wrong, for HR: each with its words and whether it is still so; to remove or to take away."""

from __future__ import annotations

import streamlit as st

from postwright.exchange.cases import FINDING, MISSED, Case
from postwright.exchange.cases_text import state_in_words
from postwright.exchange.marks import shortened
from postwright.ui.common import desk, escape, guarded, named

SHOWN = 50
"""The latest reports with a card; all are in the file."""
_LONGEST_QUOTE = 120


def show() -> None:
    """Show the reports in a part that is worked out when it is opened: each text is read and linted again."""
    st.header("Reported as wrong", anchor=False)
    st.markdown(
        "What people reported with “Wrong” or “This finding is wrong”: cases to put a rule or the reader right. "
        f"They are kept in `{desk().reports.file}`, on this machine only, each with its whole text."
    )
    opened = st.expander("The reports", key="organisation:reports", icon=":material/report:", on_change="rerun")
    if opened.open:
        with opened:
            _reports()


def _reports() -> None:
    checked, broken = desk().reports.checked()
    if broken:
        st.warning(f"{broken} line(s) of the file are no report; they are left out.", icon=":material/warning:")
    if not checked:
        st.markdown(
            "Nothing was reported yet. Whoever sees something wrong says so beside it: “This finding is wrong” at a "
            "finding, “Wrong” at what was read. It is listed here then."
        )
        return
    still = sum(still_so for _, still_so in checked)
    st.markdown(f"{len(checked)} reported, {still} still so by the present rules.")
    st.download_button(
        "Download all as .jsonl",
        desk().reports.as_lines,
        file_name="postwright-reports.jsonl",
        mime="application/jsonl",
        icon=":material/download:",
        on_click="ignore",
        help="One report a line, with its whole text; the form is docs/schemas/cases.schema.json.",
    )
    for case, still_so in checked[:SHOWN]:
        _card(case, still_so=still_so)
    if len(checked) > SHOWN:
        st.caption(f"And {len(checked) - SHOWN:,} older ones, in the file.")


def _card(case: Case, *, still_so: bool) -> None:
    with st.container(border=True, gap="xsmall"):
        colour = "orange" if still_so else "green"
        what = f"`{case.rule}`" if case.about == FINDING else escape(case.about)
        state = state_in_words(case, still_so=still_so)
        st.markdown(f"{case.reported[:10]} · {what} · :{colour}[{escape(state)}]")
        where = f" in “{escape(shortened(case.title, to=_LONGEST_QUOTE))}”" if case.title else ""
        if case.quote:
            st.markdown(f"“{escape(shortened(case.quote, to=_LONGEST_QUOTE))}”{where}")
        if case.about != MISSED:
            st.markdown(f"{'It said' if case.about == FINDING else 'Read as'}: {escape(case.read)}")
        if case.should_be:
            st.markdown(f"{'Wrong because' if case.about == FINDING else 'Should be'}: {escape(case.should_be)}")
        st.button(
            named("Remove", f"the report of {case.reported[:10]}, {case.rule or case.about}, {case.quote[:60]}"),
            key=f"organisation:report:{case.id}",
            icon=":material/delete:",
            type="tertiary",
            on_click=guarded(desk().reports.withdraw, case),
        )
