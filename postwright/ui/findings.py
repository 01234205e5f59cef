"""Findings beside a text: counted, grouped by severity, each with its reason, source and fixes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from postwright.model.finding import Finding, Fix
from postwright.model.words import SEVERITIES
from postwright.ui.common import escape, guarded
from postwright.ui.words import SEVERITY_MARKS, SEVERITY_NAMES


def summary(findings: Sequence[Finding]) -> str:
    """Return one line that counts findings by severity, for example "1 must fix, 3 worth a look"."""
    counts = [
        f"{SEVERITY_MARKS[severity]} {n} {SEVERITY_NAMES[severity].lower()}"
        for severity in SEVERITIES
        if (n := sum(f.severity == severity for f in findings))
    ]
    return " · ".join(counts) or "✅ Nothing to remark on"


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
    for severity in SEVERITIES:
        group = [f for f in findings if f.severity == severity]
        if not group:
            continue
        st.markdown(f"##### {SEVERITY_MARKS[severity]} {SEVERITY_NAMES[severity]} ({len(group)})")
        for finding in group:
            _one(
                finding,
                text,
                key=f"{key}:{finding.rule}:{finding.start}:{finding.field}:{findings.index(finding)}",
                apply=apply,
                ignore=ignore,
            )


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
            st.markdown(
                f"Line {text.count(chr(10), 0, finding.start) + 1}: {in_context(text, finding.start, finding.end)}"
            )
        if finding.arithmetic:
            st.markdown(escape(finding.arithmetic))
        for number, fix in enumerate(finding.fixes):
            if fix.safety == "hint" or not fix.edits:
                st.markdown(f"💡 {escape(fix.label)}")
            elif apply:
                st.button(
                    fix.label,
                    key=f"{key}:fix{number}",
                    icon=":material/auto_fix_high:",
                    help="Keeps the meaning."
                    if fix.safety == "safe"
                    else "Changes the wording: read it again afterwards.",
                    on_click=guarded(apply, finding, fix),
                )
        with st.expander("Why, and where this comes from"):
            st.markdown(escape(finding.why))
            st.markdown(f"Source: {escape(finding.source)}")
            st.markdown(f"Rule: `{finding.rule}`")
            if ignore:
                reason = st.text_input(
                    "Reason for ignoring it", key=f"{key}:reason", placeholder="Agreed with the works council"
                )
                st.button(
                    "Ignore",
                    key=f"{key}:ignore",
                    disabled=not reason.strip(),
                    on_click=guarded(ignore, finding, reason),
                )


def in_context(text: str, start: int, end: int, *, around: int = 45) -> str:
    """Return the marked span with a little of its line on both sides, as Markdown."""
    left = max(text.rfind("\n", 0, start) + 1, start - around)
    stop = text.find("\n", end)
    right = min(len(text) if stop < 0 else stop, end + around)
    marked = " ".join(text[start : min(end, start + 120)].split())
    cut = "…" if left > 0 and text[left - 1] != "\n" else ""
    return f"{cut}{escape(text[left:start])}**:orange-background[{escape(marked)}]**{escape(text[end:right])}"
