"""Rewording the draft with a language model, on the step Text: what is sent, progress, what passed, what did not.

It runs in the background and is kept in the library; the page looks every half second and can be left at any time.
"""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from postwright.desk.rewriting_values import Problem, Rewriting, WhatIsSent
from postwright.desk.rewritings import Wish
from postwright.drafting.rewritten import NO_ANSWER, Attempt, ItemResult
from postwright.services import Opened
from postwright.ui import reword_finding
from postwright.ui.common import desk, escape, go, guarded, named
from postwright.ui.differences import difference, marked
from postwright.ui.words import refusal_name

WISHES: dict[Wish, str] = {"again": "Word it again", "shorter": "Shorter", "plainer": "Plainer"}
ENDED = {
    "stopped": "Stopped. What had come by then is here.",
    "failed": "It ended before all lines were done.",
    "interrupted": "The server was stopped in the middle. What had come by then is here; you can have the rest worded.",
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
        st.header("Better words", anchor=False)
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
            reword_finding.show(opened)


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
    if not headings:
        st.info(_nothing_to_reword(opened), icon=":material/info:")
        _edited_lines(opened)
        return
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


def _nothing_to_reword(opened: Opened) -> str:
    """Return why there is nothing that a model may word as a whole, and what can be done."""
    if opened.origin == "import":
        return (
            "This text was not drafted from a brief, so there is nothing to hold a new wording against, and none of "
            "its lines is reworded as a whole. Below, a rewording can be suggested for a single finding."
        )
    return (
        "There is nothing to reword yet: fill in what the person will do and needs. Lines that you edited, pay, "
        "benefits, place, times, the process and legal texts stay as they are."
    )


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
    settled, lines = len(rewriting.results), len(rewriting.items)
    st.progress(settled / max(lines, 1), text=f"{settled} of {lines} lines{escape(_doing(rewriting))}")
    st.button(
        "Stop",
        icon=":material/stop_circle:",
        key=f"{posting_id}:reword:stop",
        on_click=guarded(desk().rewritings.stop, posting_id),
    )
    st.markdown("You can go on working, or leave this page; the wordings wait here.")
    for result in reversed(rewriting.results):
        if result.new:
            st.html(difference(result.before, result.text))
        elif result.unanswered:
            st.markdown(f":material/undo: {escape(result.text)} *(no answer came)*")
        elif result.refused:
            st.markdown(f":material/undo: {escape(result.text)} *(a wording was refused)*")


def _doing(rewriting: Rewriting) -> str:
    """Say what is being waited for: ": wording About the role; putting right What you need"."""
    doing = [
        f"{'putting right' if each.repairing else 'wording'} {', '.join(each.headings)}" for each in rewriting.asking
    ]
    return f": {'; '.join(doing)}" if doing else ""


# ---- over


def _over(opened: Opened, rewriting: Rewriting) -> None:
    report, left = rewriting.report, rewriting.acceptable
    if message := ENDED.get(rewriting.state):
        st.warning(message, icon=":material/info:")
    for number, problem in enumerate(rewriting.problems):
        _problem(opened, rewriting, problem, number)
    _rest(opened, rewriting)
    told = [f"{_lines(report.kept)} passed the check"]
    told += [f"{report.repaired} more on the second try"] if report.repaired else []
    told += [f"{report.put_back} refused: there the old wording stays"] if report.put_back else []
    told += [f"{report.unanswered} without an answer"] if report.unanswered else []
    st.markdown(
        f"**{', '.join(told)}**  \n"
        f"Worded by {escape(', '.join(rewriting.models) or rewriting.model)} ({escape(', '.join(rewriting.prompts))}), "
        f"{rewriting.usage.input_tokens + rewriting.usage.output_tokens:,} tokens."
    )
    if report.dropped_must_haves:
        composed = {result.item_id: result.composed for result in rewriting.results}
        dropped = "; ".join(escape(composed[item]) for item in report.dropped_must_haves)
        st.warning(
            f"The model left out a must; it stands in the text all the same: {dropped}", icon=":material/warning:"
        )
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
    refused = [result for result in rewriting.results if any(_is_wrong(attempt) for attempt in result.refused)]
    if refused:
        with st.expander(f"{_lines(len(refused))} with a wording that was refused", key=f"{opened.id}:refused"):
            for result in refused:
                _refused(result)


def _problem(opened: Opened, rewriting: Rewriting, problem: Problem, number: int) -> None:
    """Name the sections that a problem cost, if it did not end all, and offer to ask for them again."""
    lines = [result for result in rewriting.results if result.unanswered and result.heading in problem.headings]
    sections = " and ".join(f"“{heading}”" for heading in problem.headings)
    stays = f"{sections}: {_lines(len(lines))} as before. " if sections else ""
    st.error(escape(f"{stays}{problem.message} {problem.hint}"), icon=":material/error:")
    if lines and desk().rewritings.model_in_use().ready:
        st.button(
            f"Word {escape(sections)} again",
            icon=":material/refresh:",
            key=f"{opened.id}:again:{number}",
            on_click=guarded(desk().rewritings.again, opened.id, headings=problem.headings),
        )


def _rest(opened: Opened, rewriting: Rewriting) -> None:
    """Offer to go on where it ended before all lines were settled."""
    left = len(rewriting.left)
    if len(rewriting.results) < len(rewriting.items) and desk().rewritings.model_in_use().ready:
        st.button(
            f"Word the other {left} lines" if left > 1 else "Word the other line",
            icon=":material/resume:",
            key=f"{opened.id}:rest",
            on_click=guarded(desk().rewritings.again, opened.id),
        )


def _is_wrong(attempt: Attempt) -> bool:
    """Say whether a model got a line wrong: a line without an answer is told with its section."""
    return any(finding.kind != NO_ANSWER for finding in attempt.findings if finding.refuses)


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"


def _by_heading(results: Iterable[ItemResult]) -> list[tuple[str, list[ItemResult]]]:
    groups: dict[str, list[ItemResult]] = {}
    for result in results:
        groups.setdefault(result.heading, []).append(result)
    return list(groups.items())


def _result(opened: Opened, result: ItemResult, *, stands: bool) -> None:
    with st.container(border=True, gap="xsmall"):
        st.html(difference(result.before, result.text))
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
            if attempt.text:
                st.html(f'<p class="refused">{marked(attempt.text, spans)}</p>')
            for finding in attempt.findings:
                if finding.refuses:
                    st.markdown(f":material/block: **{refusal_name(finding.kind)}**: {escape(finding.message)}")
        st.markdown(f"What stands: {escape(result.text)}")
