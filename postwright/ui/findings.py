"""Findings beside a text: counted, grouped by severity, each with its reason, source and fixes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha1

import streamlit as st

from postwright.exchange.cases import Case
from postwright.exchange.difference import changes
from postwright.exchange.marks import shortened
from postwright.model.finding import Finding, Fix
from postwright.model.waiver import Sifted, Waiver
from postwright.model.words import SEVERITIES
from postwright.ui.common import desk, escape, guarded, named, tell
from postwright.ui.words import SEVERITY_NAMES, badge, counts_in_words

_LONGEST_QUOTE = 60
"""Characters of the words in question beside a record that does nothing."""
_LONGEST_CHANGE = 300
"""Characters of a changed line that are shown."""
FIX_HELP = {"safe": "Keeps the meaning.", "unsafe": "Changes the wording: read the line again afterwards."}


def summary(findings: Sequence[Finding]) -> str:
    """Return badges that count findings by severity."""
    return counts_in_words(Counter(finding.severity for finding in findings))


@dataclass(frozen=True)
class Actions:
    """What a page lets a person do with a finding; a page leaves out what it has no place for."""

    report: Callable[[Finding, str], object]
    """Takes a finding that is wrong, and why, in words that may be empty."""
    reported: Callable[[Finding], Case | None]
    """Returns the report of a finding, where there is one."""
    apply: Callable[[Finding, Fix], None] | None = None
    ignore: Callable[[Finding, str, dt.date | None], None] | None = None
    """Takes a finding, the reason, and the last day on which it is ignored."""


def show(findings: Sequence[Finding], text: str, *, key: str, actions: Actions) -> None:
    """Show all findings, most severe first, with what can be done about each."""
    st.markdown(summary(findings))
    keys = dict(zip(map(id, findings), stable_keys(findings), strict=True))
    for severity in SEVERITIES:
        group = [finding for finding in findings if finding.severity == severity]
        if not group:
            continue
        st.subheader(badge(f"{SEVERITY_NAMES[severity]} ({len(group)})", severity), anchor=False)
        for finding in group:
            _one(finding, text, key=f"{key}:{keys[id(finding)]}", actions=actions)


def stable_keys(findings: Sequence[Finding]) -> list[str]:
    """Return a key for each finding that stays the same while text is typed elsewhere.

    A click that arrives after such typing was saved must still meet its button, so no offset is part of a key.
    """
    seen: Counter[str] = Counter()
    keys = []
    for finding in findings:
        words = sha1(f"{finding.quote}\0{finding.field}\0{finding.message}".encode()).hexdigest()[:12]
        name = f"{finding.rule}:{words}"
        keys.append(f"{name}:{seen[name]}")
        seen[name] += 1
    return keys


def _one(finding: Finding, text: str, *, key: str, actions: Actions) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{escape(finding.message)}**")
        if finding.start is not None and finding.end is not None:
            line = text.count("\n", 0, finding.start) + 1
            st.markdown(f"Line {line}: {in_context(text, finding.start, finding.end)}")
        if finding.arithmetic:
            st.markdown(escape(finding.arithmetic))
        for number, fix in enumerate(finding.fixes):
            if fix.safety == "hint" or not fix.edits:
                st.markdown(f":material/lightbulb: {escape(fix.label)}")
            elif actions.apply:
                st.button(
                    named(escape(fix.label), f"in line {text.count(chr(10), 0, fix.edits[0].start) + 1}"),
                    key=f"{key}:fix{number}",
                    icon=":material/auto_fix_high:",
                    help=FIX_HELP[fix.safety],
                    on_click=guarded(actions.apply, finding, fix),
                )
        with st.expander("Why, and where this comes from", key=f"{key}:why"):
            st.markdown(escape(finding.why))
            st.markdown(f"Source: {escape(finding.source)}")
            st.markdown(f"Rule: `{finding.rule}`")
        _disagree(finding, key=key, actions=actions)


def _disagree(finding: Finding, *, key: str, actions: Actions) -> None:
    """Show what a person who disagrees can do: ignore the finding for a reason, report that it is wrong, or both."""
    case = actions.reported(finding)
    if case:
        _reported(finding, case, key=key, actions=actions)
    label = "Ignore it, or say that it is wrong" if actions.ignore else "Say that it is wrong"
    with st.expander(label, key=f"{key}:disagree"):
        st.text_input("Why", key=f"{key}:reason", placeholder="It is the name of our band")
        if actions.ignore:
            st.date_input("Ignore it until (empty: for ever)", value=None, key=f"{key}:until", format="YYYY-MM-DD")
        with st.container(horizontal=True):
            if actions.ignore:
                st.button(
                    named("Ignore", finding.message),
                    key=f"{key}:ignore",
                    icon=":material/visibility_off:",
                    on_click=guarded(_ignore, finding, key, actions.ignore),
                )
            st.button(
                named("This finding is wrong", finding.message),
                key=f"{key}:wrong",
                icon=":material/report:",
                help="Keeps this text and the finding in a file on this machine, for HR to put the rule right.",
                disabled=case is not None,
                on_click=guarded(_report, finding, key, actions.report),
            )


def _reported(finding: Finding, case: Case, *, key: str, actions: Actions) -> None:
    """Say that a finding was reported, with the ways on: take the report back, or ignore the finding too."""
    because = f": {escape(case.should_be)}" if case.should_be else ""
    st.markdown(f":material/report: Reported as wrong{because}.")
    with st.container(horizontal=True):
        st.button(
            named("Take the report back", finding.message),
            key=f"{key}:withdraw",
            icon=":material/undo:",
            on_click=guarded(desk().reports.withdraw, case),
        )
        if actions.ignore:
            st.button(
                named("Ignore it too", finding.message),
                key=f"{key}:ignore_too",
                icon=":material/visibility_off:",
                on_click=guarded(actions.ignore, finding, case.should_be or "The finding is wrong; reported.", None),
            )


def _ignore(finding: Finding, key: str, ignore: Callable[[Finding, str, dt.date | None], None]) -> None:
    """Accept a finding; the click reads reason and day itself, for all can arrive at once."""
    ignore(finding, st.session_state.get(f"{key}:reason") or "", st.session_state.get(f"{key}:until"))


def _report(finding: Finding, key: str, report: Callable[[Finding, str], object]) -> None:
    report(finding, st.session_state.get(f"{key}:reason") or "")
    tell("Reported. It is kept on this machine only; HR finds it on the page Organisation.")


def show_ignored(sifted: Sifted, *, key: str, remove: Callable[[Waiver], object]) -> None:
    """Show what is ignored, why and by whom, and the records that do nothing any more, each with a way to end it."""
    if sifted.waived:
        with st.expander(f"Ignored ({len(sifted.waived)})", key=f"{key}:ignored"):
            for number, (finding, waiver) in enumerate(sifted.waived):
                st.markdown(f"{escape(finding.message)}  \n{_who_and_why(waiver)}")
                st.button(
                    named("Show it again", finding.message),
                    key=f"{key}:ignored:{number}:{waiver.context}",
                    on_click=guarded(remove, waiver),
                )
    idle = [(waiver, f"ended on {waiver.expires}: it is found again") for waiver in sifted.expired]
    idle += [(waiver, "nothing in the text needs it any more") for waiver in sifted.unused]
    if idle:
        with st.expander(f"Ignored once, and no longer ({len(idle)})", key=f"{key}:idle"):
            for number, (waiver, state) in enumerate(idle):
                quote = f" “{escape(shortened(waiver.quote, to=_LONGEST_QUOTE))}”" if waiver.quote else ""
                st.markdown(f"`{waiver.rule}`{quote}: {state}.  \n{_who_and_why(waiver)}")
                st.button(
                    named("Remove", f"{waiver.rule} {waiver.quote}"),
                    key=f"{key}:idle:{number}:{waiver.context}",
                    icon=":material/delete:",
                    on_click=guarded(remove, waiver),
                )


def _who_and_why(waiver: Waiver) -> str:
    """Return reason, owner and last day of a record, as Markdown."""
    until = f", until {waiver.expires}" if waiver.expires else ""
    return f"Reason: {escape(waiver.reason)}{f' ({escape(waiver.owner)})' if waiver.owner else ''}{until}"


def show_changes(old: str, new: str) -> None:
    """Show what differs between two versions of a text."""
    for change in changes(old, new):
        before, after = escape(change.before), escape(change.after)
        gone = f":red-background[~~{_on_one_line(change.old)}~~] " if change.old.strip() else ""
        come = f":green-background[{_on_one_line(change.new)}]" if change.new.strip() else ""
        st.markdown(f"Line {change.line}: {before}{gone}{come}{after}")


def _on_one_line(words: str) -> str:
    return escape(" ⏎ ".join(shortened(line, to=_LONGEST_CHANGE) for line in words.split("\n")).strip())


def in_context(text: str, start: int, end: int, *, around: int = 45) -> str:
    """Return the marked span with a little of its line on both sides, as Markdown."""
    left = max(text.rfind("\n", 0, start) + 1, start - around)
    stop = text.find("\n", end)
    right = min(len(text) if stop < 0 else stop, end + around)
    marked = " ".join(text[start : min(end, start + 120)].split())
    cut = "…" if left > 0 and text[left - 1] != "\n" else ""
    return f"{cut}{escape(text[left:start])}**:orange-background[{escape(marked)}]**{escape(text[end:right])}"
