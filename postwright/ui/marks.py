"""What the machine read, for a person to trust or correct: marked in the text, and listed with buttons to report it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from postwright.exchange.marks import Mark, MarkKind, marks_of, shortened
from postwright.exchange.reading_html import reading_html
from postwright.model.reading import Reading
from postwright.ui.common import desk, escape, guarded, named, tell

if TYPE_CHECKING:
    from postwright.exchange.cases import Case

_LISTED: dict[MarkKind, str] = {
    "title": "Title",
    "demand": "Experience asked",
    "degree": "Degree",
    "pay": "Pay",
    "credential": "Certificates and licences",
}
"""Kinds with a line for each mark."""
_PICKED: dict[MarkKind, str] = {"technology": "Technologies", "section": "Sections"}
"""Kinds of which a text has many: shown as a row of buttons."""
_LONGEST_QUOTE = 90
"""Characters of a quote beside its meaning."""
_MOST_BUTTONS = 100
"""Marks of one kind with a button; a browser stalls on thousands, and `postwright read --wrong N` takes any number."""


def show(reading: Reading, *, key: str) -> None:
    """Show what was understood of a text, and take reports of what was read wrongly."""
    marks = marks_of(reading)
    if not marks:
        st.info(f"This text is not English (it looks like “{reading.language}”), so nothing was read from it.")
        return
    reported = desk().reports.of_readings(reading)
    for kind, name in _LISTED.items():
        _list(reading, [mark for mark in marks if mark.kind == kind], name, reported, key=key)
    for kind, name in _PICKED.items():
        _pick(reading, [mark for mark in marks if mark.kind == kind], name, key=key)
    _missed(reading, key=key)
    _reports(reported, key=key)
    with st.container(key=f"{key}-marked"):
        st.markdown("**The text, as it was read**")
        st.html(reading_html(reading))


def _list(reading: Reading, marks: Sequence[Mark], name: str, reported: Sequence[Case], *, key: str) -> None:
    """Show a line for each mark, with its number in the text and a button."""
    st.markdown(f"**{name}**" if marks else f"**{name}** none read")
    known = {(case.about, case.start, case.end, case.read) for case in reported}
    for mark in marks[:_MOST_BUTTONS]:
        words, button = st.columns([5, 1.4], vertical_alignment="center")
        quote = (
            "" if mark.kind == "title" else f" — “{shortened(reading.text[mark.start : mark.end], to=_LONGEST_QUOTE)}”"
        )
        words.markdown(f"{mark.number}\\. {escape(mark.words)}{escape(quote)}")
        button.button(
            named("Wrong", f"{mark.number}, {mark.words}"),
            key=f"{key}:wrong:{mark.number}:{mark.words}",
            help="Keeps this text and what was read in a file on this machine, to be put right.",
            disabled=(mark.kind, mark.start, mark.end, mark.words) in known,
            on_click=guarded(_report, reading, mark),
        )
    _more(marks)


def _pick(reading: Reading, marks: Sequence[Mark], name: str, *, key: str) -> None:
    """Show many marks as a row of buttons; a click reports one."""
    if not marks:
        st.markdown(f"**{name}** none read")
        return
    by_label = {f"{mark.number} {mark.words}": mark for mark in marks[:_MOST_BUTTONS]}
    widget = f"{key}:pick:{name}"

    def picked() -> None:
        label = st.session_state.get(widget)
        st.session_state[widget] = None
        if label in by_label:
            _report(reading, by_label[label])

    st.pills(
        f"{name}: click one that was read wrongly",
        list(by_label),
        format_func=escape,
        key=widget,
        on_change=guarded(picked),
    )
    _more(marks)


def _more(marks: Sequence[Mark]) -> None:
    """Say what has no button."""
    if len(marks) > _MOST_BUTTONS:
        st.caption(f"And {len(marks) - _MOST_BUTTONS:,} more, marked in the text.")


def _missed(reading: Reading, *, key: str) -> None:
    with st.expander("Something was missed", icon=":material/search_off:"), st.form(f"{key}:missed", border=False):
        st.text_input("The words of the text, exactly as they stand there", key=f"{key}:missed:quote")
        st.text_input("What should have been read in them", key=f"{key}:missed:should_be")

        def report() -> None:
            quote, should_be = (st.session_state.get(f"{key}:missed:{name}", "") for name in ("quote", "should_be"))
            desk().reports.add_missed(reading, quote, should_be=should_be)
            tell("Reported. It is kept on this machine only.")

        st.form_submit_button("Report what was missed", on_click=guarded(report))


def _reports(reported: Sequence[Case], *, key: str) -> None:
    """Show what was reported of this text, each with what it should be and a way back."""
    if not reported:
        return
    st.markdown(f"**Reported as wrong** ({len(reported)})")
    where = escape(str(desk().reports.file))
    st.caption(f"Kept in {where}. `postwright cases` lists them and tells when they are mended.")
    for case in reported:
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"{escape(case.about)}: “{escape(shortened(case.quote, to=_LONGEST_QUOTE))}”")
            words, button = st.columns([5, 1.6], vertical_alignment="bottom")
            field = f"{key}:should_be:{case.id}"
            words.text_input(
                "What it should be", value=case.should_be, key=field, on_change=guarded(_correct, case, field)
            )
            button.button(
                named("Take back", case.quote[:60]),
                key=f"{key}:withdraw:{case.id}",
                on_click=guarded(desk().reports.withdraw, case),
            )


def _correct(case: Case, field: str) -> None:
    desk().reports.correct(case, should_be=st.session_state.get(field, ""))


def _report(reading: Reading, mark: Mark) -> None:
    desk().reports.add_reading(reading, mark)
    tell("Reported. You can say below what it should be.")
