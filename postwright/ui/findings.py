"""Findings beside a text: counted, grouped by severity, each with its reason, source and fixes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from postwright.desk.finding_names import names_of
from postwright.exchange.cases import Case
from postwright.model.finding import Finding
from postwright.model.words import SEVERITIES
from postwright.ui.common import desk, escape, guarded, named, tell
from postwright.ui.words import SEVERITY_NAMES, badge, counts_in_words


def summary(findings: Sequence[Finding]) -> str:
    """Return badges that count findings by severity."""
    return counts_in_words(Counter(finding.severity for finding in findings))


@dataclass(frozen=True)
class Actions:
    """What a person can do about a finding of a text that is only looked at; the editor has its own way."""

    report: Callable[[Finding, str], object]
    """Takes a finding that is wrong, and why, in words that may be empty."""
    reported: Callable[[Finding], Case | None]
    """Returns the report of a finding, where there is one."""


def show(findings: Sequence[Finding], text: str, *, key: str, actions: Actions, looked_at: str) -> None:
    """Show all findings, most severe first, with what can be done about each; `looked_at` is said where none is."""
    st.markdown(summary(findings))
    if not findings:
        st.markdown(looked_at)
    keys = dict(zip(map(id, findings), names_of(findings), strict=True))
    for severity in SEVERITIES:
        group = [finding for finding in findings if finding.severity == severity]
        if not group:
            continue
        st.header(badge(f"{SEVERITY_NAMES[severity]} ({len(group)})", severity), anchor=False)
        for finding in group:
            _one(finding, text, key=f"{key}:{keys[id(finding)]}", actions=actions)


def _one(finding: Finding, text: str, *, key: str, actions: Actions) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{escape(finding.message)}**")
        if finding.start is not None and finding.end is not None:
            line = text.count("\n", 0, finding.start) + 1
            st.markdown(f"Line {line}: {in_context(text, finding.start, finding.end)}")
        if finding.arithmetic:
            st.markdown(escape(finding.arithmetic))
        for fix in finding.fixes:
            st.markdown(f":material/lightbulb: {escape(fix.label)}")
        with st.expander("Why, and where this comes from", key=f"{key}:why"):
            st.markdown(escape(finding.why))
            st.markdown(f"Source: {escape(finding.source)}")
            st.markdown(f"Rule: `{finding.rule}`")
        _disagree(finding, key=key, actions=actions)


def _disagree(finding: Finding, *, key: str, actions: Actions) -> None:
    """Show what a person who disagrees can do: report that the finding is wrong, or take the report back."""
    case = actions.reported(finding)
    if case:
        because = f": {escape(case.should_be)}" if case.should_be else ""
        st.markdown(f":material/report: Reported as wrong{because}.")
        st.button(
            named("Take the report back", finding.message),
            key=f"{key}:withdraw",
            icon=":material/undo:",
            on_click=guarded(desk().reports.withdraw, case),
        )
        return
    with st.expander("Say that it is wrong", key=f"{key}:disagree"):
        st.text_input("Why", key=f"{key}:reason", placeholder="It is the name of our band")
        st.button(
            named("This finding is wrong", finding.message),
            key=f"{key}:wrong",
            icon=":material/report:",
            help="Keeps this text and the finding in a file on this machine, for HR to put the rule right.",
            on_click=guarded(_report, finding, key, actions.report),
        )


def _report(finding: Finding, key: str, report: Callable[[Finding, str], object]) -> None:
    report(finding, st.session_state.get(f"{key}:reason") or "")
    tell("Reported. It is kept on this machine only; HR finds it on the page Organisation.")


def in_context(text: str, start: int, end: int, *, around: int = 45, most: int = 160) -> str:
    """Return the marked span, of a long one the beginning, with whole words of its line on both sides, as Markdown."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    before, after = text[first:start], text[end : len(text) if last < 0 else last]
    if len(before) > around:
        _, blank, words = before[-around:].partition(" ")
        before = f"…{words if blank else before[-around:]}"
    marked = " ".join(text[start:end].split())
    if len(marked) > most:
        marked, after = f"{_whole_words(marked, most)}…", ""
    elif len(after) > around:
        after = f"{_whole_words(after, around)}…"
    return f"{escape(before)}**:orange-background[{escape(marked)}]**{escape(after)}"


def _whole_words(text: str, most: int) -> str:
    """Return the whole words at the beginning of a text that is longer than `most` characters."""
    words, blank, _ = text[:most].rpartition(" ")
    return words if blank else text[:most]
