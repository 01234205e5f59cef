"""Rewording the draft with a language model, on the step Text: what is sent, progress, what passed, what did not.

It runs in the background and is kept in the library; the page looks every half second and can be left at any time.
"""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from postwright.desk.rewriting_values import Rewriting, WhatIsSent
from postwright.desk.rewritings import Wish
from postwright.drafting.rewritten import ItemResult
from postwright.model.finding import Finding
from postwright.services import Opened
from postwright.ui.common import desk, escape, go, guarded, named, tell
from postwright.ui.words import refusal_name

WISHES: dict[Wish, str] = {"again": "Word it again", "shorter": "Shorter", "plainer": "Plainer"}
ENDED = {
    "stopped": "Stopped. What had come by then is here.",
    "failed": "It ended before all lines were done.",
    "interrupted": "The server was stopped in the middle. What had come by then is here; start it again for the rest.",
}
_EVERY = 0.5
"""Seconds between two looks at a rewriting under way."""


def show(opened: Opened) -> None:
    """Show the panel: nothing but one line where no model may be used."""
    in_use = desk().rewritings.model_in_use()
    rewriting = desk().rewritings.state(opened.id)
    if not in_use.ready and rewriting is None:
        with st.container(horizontal=True, vertical_alignment="center", key="no-model"):
            st.markdown(f":material/auto_awesome: {_why_not(in_use.name, in_use.allowed, in_use.problem)}")
            if st.button("About language models", type="tertiary"):
                go("model")
        return
    with st.container(border=True, key="rewriting"):
        st.subheader("Better words", anchor=False)
        if rewriting is not None and rewriting.running:
            _under_way(opened.id)
            return
        if in_use.ready:
            _start(opened, in_use.name)
        else:
            st.markdown(_why_not(in_use.name, in_use.allowed, in_use.problem))
        if rewriting is not None:
            _over(opened, rewriting)
        if in_use.ready:
            _reword_a_finding(opened)


def _why_not(name: str, allowed: bool, problem: str) -> str:
    if problem:
        return f"The language model cannot be used: {escape(problem)}"
    if not name:
        return "No language model is set, and none is needed: every line is worded by the house's templates."
    return "" if allowed else "The organisation has switched language models off."


# ---- before


def _start(opened: Opened, model: str) -> None:
    st.markdown(
        f"The language model **{escape(model)}** can word the draft better, and may only say what your brief says: "
        "each wording is checked before you see it, and lines that you edited are left alone."
    )
    headings = desk().rewritings.headings(opened.id)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.multiselect(
            "Sections",
            headings,
            key=f"{opened.id}:reword:headings",
            placeholder="All sections",
            help="Pay, benefits, place, times, the process and legal texts are never sent: they stay word for word.",
        )
        st.button(
            "Reword",
            type="primary",
            icon=":material/auto_awesome:",
            key=f"{opened.id}:reword",
            on_click=guarded(desk().rewritings.start, opened.id, headings=chosen),
        )
        for wish, label in WISHES.items():
            st.button(
                label,
                key=f"{opened.id}:reword:{wish}",
                help="For the sections that are chosen, or all of them.",
                on_click=guarded(desk().rewritings.start, opened.id, headings=chosen, wish=wish),
            )
    _edited_lines(opened)
    sent = st.expander(
        "See what will be sent", icon=":material/outgoing_mail:", key=f"{opened.id}:sent", on_change="rerun"
    )
    if sent.open:
        with sent:
            _what_is_sent(desk().rewritings.what_will_be_sent(opened.id, headings=chosen))


def _edited_lines(opened: Opened) -> None:
    """Offer the lines that somebody edited, which are left out unless they are chosen."""
    edited = {
        line.item: line.text.strip().lstrip("-* ")
        for line in desk().lines.sources(opened.id)
        if line.edited and line.item
    }
    if not edited:
        return
    with st.expander(
        "Lines that you edited are left alone; choose those to be reworded too", key=f"{opened.id}:edited"
    ):
        chosen = st.multiselect(
            "Edited lines", list(edited), key=f"{opened.id}:edited:lines", format_func=lambda item: edited[item][:80]
        )
        st.button(
            "Reword these lines",
            disabled=not chosen,
            key=f"{opened.id}:edited:reword",
            on_click=guarded(desk().rewritings.start, opened.id, items=chosen),
        )


def _what_is_sent(sent: WhatIsSent) -> None:
    calls = len(sent.requests)
    if not calls:
        st.markdown("Nothing: every line was edited by you, or is never sent.")
        return
    tokens = sum(request.tokens for request in sent.requests)
    st.markdown(
        f"{calls} {'request' if calls == 1 else 'requests'}, about {tokens:,} tokens and the answers. Names of people, "
        "addresses and contacts are taken out; figures, technologies, places and names stand as numbered slots."
    )
    for number, request in enumerate(sent.requests, start=1):
        with st.popover(f"Request {number}: {request.lines} {'line' if request.lines == 1 else 'lines'}"):
            for message in request.messages:
                st.markdown(f"**{'Rules' if message.role == 'system' else 'This role'}**")
                st.code(message.text, language=None, wrap_lines=True)
    if sent.stays:
        with st.popover(f"{len(sent.stays)} lines that stay here"):
            st.markdown("\n".join(f"- {escape(line)}" for line in sent.stays))


# ---- under way


@st.fragment(run_every=_EVERY)
def _under_way(posting_id: str) -> None:
    rewriting = desk().rewritings.state(posting_id)
    if rewriting is None or not rewriting.running:
        st.rerun()
    settled = len(rewriting.results)
    doing = "putting right" if rewriting.repairing else "wording"
    where = f": {doing} {', '.join(rewriting.asking)}" if rewriting.asking else ""
    st.progress(
        settled / rewriting.lines if rewriting.lines else 0.0,
        text=f"{settled} of {rewriting.lines} lines{escape(where)}",
    )
    st.button(
        "Stop",
        icon=":material/stop_circle:",
        key=f"{posting_id}:reword:stop",
        on_click=guarded(desk().rewritings.stop, posting_id),
    )
    st.markdown("You can go on working, or leave this page; the wordings wait here.")
    for result in reversed(rewriting.results):
        if result.new:
            st.html(_difference(result.before, result.text))
        elif result.refused:
            st.markdown(f":material/undo: {escape(result.text)} *(a wording was refused)*")


# ---- over


def _over(opened: Opened, rewriting: Rewriting) -> None:
    report, left = rewriting.report, rewriting.acceptable
    if message := ENDED.get(rewriting.state):
        st.warning(message, icon=":material/info:")
    for message, hint in rewriting.problems:
        st.error(f"{escape(message)} {escape(hint)}", icon=":material/error:")
    st.markdown(
        f"**{_lines(report.kept)} kept, {report.repaired} repaired, {report.put_back} put back**  \n"
        f"Worded by {escape(rewriting.model)} ({escape(', '.join(rewriting.prompts))}), "
        f"{rewriting.usage.input_tokens + rewriting.usage.output_tokens:,} tokens."
    )
    if report.dropped_must_haves:
        composed = {result.item_id: result.composed for result in rewriting.results}
        dropped = "; ".join(escape(composed[item]) for item in report.dropped_must_haves)
        st.warning(f"The model left out a must. Put right, or as composed: {dropped}", icon=":material/warning:")
    with st.container(horizontal=True):
        if left:
            st.button(
                f"Take all {len(left)} new wordings" if len(left) > 1 else "Take the new wording",
                type="primary",
                icon=":material/done_all:",
                key=f"{opened.id}:take",
                on_click=guarded(desk().rewritings.accept, opened.id),
            )
        if rewriting.standing:
            st.button(
                "Put the composed wording back",
                icon=":material/undo:",
                key=f"{opened.id}:back",
                on_click=guarded(desk().rewritings.undo, opened.id),
            )
    for heading, results in _by_heading(result for result in rewriting.results if result.new):
        with st.expander(
            f"{heading}: {_lines(len(results))} in new words", key=f"{opened.id}:new:{heading}", expanded=bool(left)
        ):
            for result in results:
                _result(opened, result, stands=result.item_id in rewriting.standing)
    refused = [result for result in rewriting.results if result.refused]
    if refused:
        with st.expander(f"{_lines(len(refused))} with a wording that was refused", key=f"{opened.id}:refused"):
            for result in refused:
                _refused(result)


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _by_heading(results: Iterable[ItemResult]) -> list[tuple[str, list[ItemResult]]]:
    groups: dict[str, list[ItemResult]] = {}
    for result in results:
        groups.setdefault(result.heading, []).append(result)
    return list(groups.items())


def _result(opened: Opened, result: ItemResult, *, stands: bool) -> None:
    with st.container(border=True, gap="xsmall"):
        st.html(_difference(result.before, result.text))
        sources = "; ".join(dict.fromkeys(source.text for source in result.sources[1:])) or result.composed
        st.caption(f"Rests on: {escape(sources)}")
        label, action, icon = (
            ("Put back", desk().rewritings.undo, ":material/undo:")
            if stands
            else ("Take it", desk().rewritings.accept, ":material/check:")
        )
        st.button(
            named(label, result.text[:60]),
            key=f"{opened.id}:{label}:{result.item_id}",
            icon=icon,
            on_click=guarded(action, opened.id, items=[result.item_id]),
        )


def _refused(result: ItemResult) -> None:
    """Show what the model wrote of a line, what was found in it, and what stands instead."""
    with st.container(border=True, gap="xsmall"):
        for attempt in result.refused:
            spans = [(f.start, f.end) for f in attempt.findings if f.refuses and f.end > f.start]
            st.html(f'<p class="refused">{_marked(attempt.text, spans)}</p>' if attempt.text else "<p>(no wording)</p>")
            for finding in attempt.findings:
                if finding.refuses:
                    st.markdown(f":material/block: **{refusal_name(finding.kind)}**: {escape(finding.message)}")
        st.markdown(f"What stands: {escape(result.text)}")


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return HTML of the text with what was refused marked; all of it escaped."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            parts += [html.escape(text[at:start]), f"<mark>{html.escape(text[start:end])}</mark>"]
            at = end
    return "".join([*parts, html.escape(text[at:])])


def _difference(before: str, after: str) -> str:
    """Return HTML in which words that went are struck through and new ones marked; all of it escaped.

    >>> _difference("You lead a team.", "You lead the team.")
    '<p class="difference">You lead <del>a</del> <ins>the</ins> team.</p>'
    """
    old, new = re.findall(r"\S+", before), re.findall(r"\S+", after)
    parts: list[str] = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(html.escape(" ".join(old[i:j])))
            continue
        if i < j:
            parts.append(f"<del>{html.escape(' '.join(old[i:j]))}</del>")
        if k < m:
            parts.append(f"<ins>{html.escape(' '.join(new[k:m]))}</ins>")
    return f'<p class="difference">{" ".join(parts)}</p>'


# ---- one finding


def _reword_a_finding(opened: Opened) -> None:
    """Offer a rewording for a finding that no fix mends by itself."""
    findings = [finding for finding in desk().findings(opened.id) if _wants_words(finding)]
    if not findings:
        return
    with st.expander("Suggest a rewording for a finding", icon=":material/lightbulb:", key=f"{opened.id}:for-finding"):
        key = f"{opened.id}:finding"
        number = st.selectbox(
            "Finding", range(len(findings)), key=key, format_func=lambda at: findings[at].message[:120]
        )
        if number is None or number >= len(findings):
            return
        if st.button("Suggest a rewording", key=f"{key}:suggest"):
            with st.spinner("The model is asked, and its wording checked"):
                st.session_state[f"{key}:suggestion"] = desk().rewritings.reword_finding(opened.id, findings[number])
        suggestion = st.session_state.get(f"{key}:suggestion")
        if suggestion is None:
            return
        if suggestion.fix is None:
            st.markdown(escape(suggestion.problem))
            return
        st.html(_difference(suggestion.before, suggestion.after))
        with st.container(horizontal=True):
            st.button("Take it", key=f"{key}:take", type="primary", on_click=guarded(_taken(opened.id, key)))
            st.button("Leave it", key=f"{key}:leave", on_click=lambda: st.session_state.pop(f"{key}:suggestion", None))


def _wants_words(finding: Finding) -> bool:
    """Say whether words at a place are to be changed and no fix does it safely."""
    return finding.start is not None and not any(fix.safety == "safe" for fix in finding.fixes)


def _taken(posting_id: str, key: str) -> Callable[[], None]:
    def take() -> None:
        suggestion = st.session_state.pop(f"{key}:suggestion")
        desk().rewritings.take(posting_id, suggestion)
        tell("The line is reworded.")

    return take
