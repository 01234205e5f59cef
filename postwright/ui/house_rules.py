"""The severity of each rule, for HR to set: what it finds, an example, and how grave the house takes it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import streamlit as st

from postwright.desk.values import RuleRow
from postwright.exchange.marks import shortened
from postwright.guidelines.profile import HOUSE_SEVERITIES
from postwright.ui.common import bound, desk, escape, guarded
from postwright.ui.words import SEVERITY_NAMES

_NAMES: Mapping[str, str] = {str(severity): name for severity, name in SEVERITY_NAMES.items()} | {"off": "Off"}
_LONGEST_EXAMPLE = 220
_GROUPS = {
    "missing": "Missing",
    "inflated": "Inflated",
    "conflict": "Conflict",
    "wording": "Wording",
    "clarity": "Clarity",
    "grounding": "Grounding",
    "consistency": "Across postings",
}


def show() -> None:
    """Show the rules of one group at a time, in a part that is made when it is opened."""
    st.header("Rules", anchor=False)
    st.markdown(
        "How serious each rule is for you, or whether it is off. What is set here is written to "
        "`profile.yaml` in the folder of your own guidelines, and holds on the command line too."
    )
    opened = st.expander(
        "Set the severity of rules", key="organisation:rules", icon=":material/rule:", on_change="rerun"
    )
    if opened.open:
        with opened:
            _rules(desk().rules())


def _rules(rows: tuple[RuleRow, ...]) -> None:
    changed = [row for row in rows if row.house]
    if changed:
        listed = "\n".join(f"- {_code(row.id)}: {_in_words(row)}" for row in changed)
        st.markdown(f"**Set by this house** ({len(changed)})\n{listed}")
    groups = [group for group, _ in itertools.groupby(rows, key=lambda row: row.id.partition("/")[0])]
    left, right = st.columns([1, 1])
    group = left.selectbox(
        "Group", groups, format_func=lambda name: _GROUPS.get(name, name.title()), key="organisation:rules:group"
    )
    wanted = right.text_input("Or search all rules", key="organisation:rules:search", placeholder="years").casefold()
    shown = [row for row in rows if _is_shown(row, group=group, wanted=wanted.strip())]
    if not shown:
        st.markdown("No rule has these words. Try others, or leave the search empty and choose a group.")
    for row in shown:
        _rule(row)
    st.caption(
        "The gravest findings of a rule get the severity that is set; those that the rule takes more lightly stay "
        "lighter by as much. What rests on a fact that is not sure never becomes “Must fix”."
    )


def _is_shown(row: RuleRow, *, group: str, wanted: str) -> bool:
    return wanted in f"{row.id} {row.summary}".casefold() if wanted else row.id.startswith(f"{group}/")


def _rule(row: RuleRow) -> None:
    key = f"organisation:rule:{row.id}"

    def save() -> None:
        desk().set_severity(row.id, st.session_state[key] or None)

    with st.container(border=True, gap="xsmall"):
        left, right = st.columns([3, 2], vertical_alignment="center")
        with left:
            st.markdown(f"**{escape(row.summary.rstrip('.'))}**  \n{_code(row.id)}")
            if row.example:
                st.caption(f"For example: {escape(shortened(row.example, to=_LONGEST_EXAMPLE))}")
        with right:
            bound(
                st.selectbox,
                f"Severity of {row.id}",
                key=key,
                stored=row.house or "",
                options=["", *HOUSE_SEVERITIES],
                format_func=lambda value: _NAMES[value] if value else f"As it ships: {_NAMES[row.shipped]}",
                on_change=guarded(save),
                label_visibility="collapsed",
            )


def _in_words(row: RuleRow) -> str:
    return f"{_NAMES[row.house] if row.house else ''} (ships as {_NAMES[row.shipped]})"


def _code(rule: str) -> str:
    return f"`{rule.replace('`', '')}`"
