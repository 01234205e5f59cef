"""Findings beside a text: counted, grouped by severity, each with its reason, source and fixes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha1

import streamlit as st

from postwright.model.finding import Finding, Fix
from postwright.model.words import SEVERITIES
from postwright.ui.common import escape, guarded, named, tell
from postwright.ui.words import SEVERITY_NAMES, badge, counts_in_words

FIX_HELP = {"safe": "Keeps the meaning.", "unsafe": "Changes the wording: read the line again afterwards."}


def summary(findings: Sequence[Finding]) -> str:
    """Return badges that count findings by severity."""
    return counts_in_words(Counter(finding.severity for finding in findings))


def show(
    findings: Sequence[Finding],
    text: str,
    *,
    key: str,
    apply: Callable[[Finding, Fix], None] | None = None,
    ignore: Callable[[Finding, str], None] | None = None,
) -> None:
    """Show all findings, most severe first; `apply` and `ignore` add their buttons."""
    st.markdown(summary(findings))
    keys = dict(zip(map(id, findings), stable_keys(findings), strict=True))
    for severity in SEVERITIES:
        group = [finding for finding in findings if finding.severity == severity]
        if not group:
            continue
        st.subheader(badge(f"{SEVERITY_NAMES[severity]} ({len(group)})", severity), anchor=False)
        for finding in group:
            _one(finding, text, key=f"{key}:{keys[id(finding)]}", apply=apply, ignore=ignore)


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


def _one(
    finding: Finding,
    text: str,
    *,
    key: str,
    apply: Callable[[Finding, Fix], None] | None,
    ignore: Callable[[Finding, str], None] | None,
) -> None:
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
            elif apply:
                st.button(
                    named(escape(fix.label), f"in line {text.count(chr(10), 0, fix.edits[0].start) + 1}"),
                    key=f"{key}:fix{number}",
                    icon=":material/auto_fix_high:",
                    help=FIX_HELP[fix.safety],
                    on_click=guarded(apply, finding, fix),
                )
        with st.expander("Why, and where this comes from", key=f"{key}:why"):
            st.markdown(escape(finding.why))
            st.markdown(f"Source: {escape(finding.source)}")
            st.markdown(f"Rule: `{finding.rule}`")
            if ignore:
                _ignore(finding, key=key, ignore=ignore)


def _ignore(finding: Finding, *, key: str, ignore: Callable[[Finding, str], None]) -> None:
    """Show what accepts a finding; the click reads the reason itself, for both can arrive at once."""
    reason = f"{key}:reason"

    def accept() -> None:
        if words := st.session_state.get(reason, "").strip():
            ignore(finding, words)
        else:
            tell("Say why it can be ignored: whoever reads the posting later will want to know.")

    st.text_input("Reason for ignoring it", key=reason, placeholder="Agreed with the works council")
    st.button(named("Ignore", finding.message), key=f"{key}:ignore", on_click=guarded(accept))


def in_context(text: str, start: int, end: int, *, around: int = 45) -> str:
    """Return the marked span with a little of its line on both sides, as Markdown."""
    left = max(text.rfind("\n", 0, start) + 1, start - around)
    stop = text.find("\n", end)
    right = min(len(text) if stop < 0 else stop, end + around)
    marked = " ".join(text[start : min(end, start + 120)].split())
    cut = "…" if left > 0 and text[left - 1] != "\n" else ""
    return f"{cut}{escape(text[left:start])}**:orange-background[{escape(marked)}]**{escape(text[end:right])}"
