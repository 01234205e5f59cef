"""Write one posting: its brief, its text with findings beside it, and its exports; the draft is always on screen."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from postwright.desk.reports import finding_key
from postwright.errors import TextConflict
from postwright.model.finding import Finding, Fix
from postwright.services import Opened
from postwright.ui import brief_form, export, findings, marks
from postwright.ui.common import desk, escape, follow, go, guarded, named, show_posting, signed_in_user, tell
from postwright.ui.fields import Form
from postwright.ui.words import REASONS

STEPS = ("Brief", "Text", "Export")


def page() -> None:
    """Show the page for the posting that the address names, else for the one that was open last."""
    if "posting" not in st.query_params and (last := st.session_state.get("last")):
        st.query_params["posting"] = last
    posting_id = st.query_params.get("posting", "")
    opened = desk().open(posting_id) if posting_id else None
    if opened is None:
        st.session_state.pop("last", None)
        _choose(missing=bool(posting_id))
        return
    st.session_state["last"] = opened.id
    head, steps = st.columns([3, 2], vertical_alignment="center")
    head.title(escape(opened.brief.title or opened.title or "Untitled posting"), anchor=False)
    with steps:
        step = _step(opened)
    if step == "Text":
        _text(opened)
    elif step == "Export":
        export.show(opened)
    else:
        _brief(opened)


def _step(opened: Opened) -> str:
    """Show the steps, bound to the address so that a link and a reload keep the step."""
    step = st.segmented_control(
        "Step",
        STEPS,
        default="Text" if opened.origin == "import" else "Brief",
        required=True,
        key="step",
        bind="query-params",
        label_visibility="collapsed",
        width="stretch",
    )
    return step or "Brief"


def _choose(*, missing: bool) -> None:
    st.title("Write", anchor=False)
    st.info(
        "There is no such posting: it may have been deleted."
        if missing
        else "No posting is open. Start one, or open one from the list.",
        icon=":material/info:",
    )
    with st.container(horizontal=True):
        if st.button("Start a posting", type="primary", icon=":material/add:"):
            go("write", posting=desk().new_posting())
        if st.button("Go to the list", icon=":material/folder_open:"):
            go("")


def _brief(opened: Opened) -> None:
    form, preview = st.columns([1, 1], gap="large")
    with form:
        brief_form.show(Form(desk(), opened.id, opened.brief, opened.raw, opened.problems))
    with preview, st.container(border=True, key="preview"):
        _merge_report(opened)
        if not opened.title:
            st.info(
                "Your posting appears here. Begin with the job title on the left: each field that you fill in becomes "
                "a sentence at once, and nothing else is put in.",
                icon=":material/info:",
            )
        else:
            st.markdown(findings.summary(desk().findings(opened.id)))
        show_posting(opened.text)


def _text(opened: Opened) -> None:
    left, right = st.columns([3, 2], gap="large")
    with left:
        _merge_report(opened)
        editor = Editor(opened)
        editor.show()
        with st.expander("Read it as a candidate will", icon=":material/visibility:"), st.container(key="preview"):
            show_posting(opened.text)
        with st.expander("Where each line comes from", icon=":material/source:"):
            _sources(opened)
        read = st.expander(
            "What was read in the text", icon=":material/manage_search:", key="text-read-open", on_change="rerun"
        )
        if read.open:
            with read:
                marks.show(desk().reading(opened.id), key="text-read")
        with st.expander("Earlier versions", icon=":material/history:"):
            _versions(opened)
    with right, st.container(key="findings"):
        _findings(opened, editor)


class Editor:
    """The text as a plain field, saved when it is left.

    A click on a button leaves the field, so its new text and the click can arrive together and in any order: whatever
    changes the text calls `flush` first.
    """

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.key = f"{opened.id}:text"
        self.conflict = f"{opened.id}:conflict"

    def show(self) -> None:
        """Show the field, when it was saved, and both texts where another window saved in between."""
        opened = self.opened
        follow(self.key, opened.text)
        st.text_area(
            "Text of the posting (Markdown)",
            key=self.key,
            height=560,
            on_change=guarded(self.flush),
            help="Saved when you leave the field: Tab, a click elsewhere, or Ctrl+Enter.",
        )
        st.markdown(f"Saved {opened.changed:%Y-%m-%d %H:%M:%S} UTC · {len(opened.text.split())} words")
        self._both_texts()

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        typed, seen = st.session_state.get(self.key), f"{self.key}:stored"
        if typed is None or typed == st.session_state.get(seen):
            return
        try:
            desk().save_text(self.opened.id, typed, expected_version=self.opened.version)
        except TextConflict as conflict:
            st.session_state[self.conflict] = (typed, conflict.stored)
        st.session_state[seen] = typed

    def _both_texts(self) -> None:
        if self.conflict not in st.session_state:
            return
        typed, stored = st.session_state[self.conflict]

        def keep_typed() -> None:
            desk().save_text(
                self.opened.id,
                st.session_state[f"{self.conflict}:typed"],
                expected_version=self.opened.version,
            )
            del st.session_state[self.conflict]

        def keep_stored() -> None:
            st.session_state[self.key] = self.opened.text
            del st.session_state[self.conflict]

        with st.container(border=True):
            st.warning(
                "This posting was changed in another window. Both texts are here: choose the one to keep, or copy from "
                "one into the other first.",
                icon=":material/warning:",
            )
            left, right = st.columns(2)
            with left:
                st.text_area("Typed here", value=typed, height=240, key=f"{self.conflict}:typed")
                st.button("Keep what I typed here", on_click=guarded(keep_typed))
            with right:
                st.text_area("Saved in the other window", value=stored, height=240, key=f"{self.conflict}:stored")
                st.button("Keep the other window's text", on_click=guarded(keep_stored))


def _findings(opened: Opened, editor: Editor) -> None:
    undo = f"{opened.id}:before-fix"

    def apply(finding: Finding, fix: Fix) -> None:
        editor.flush()
        text = desk_text(opened.id)
        wanted = (finding, fix) if text == opened.text else _same_fix(opened.id, finding, fix)
        if wanted is None:
            tell("Your typing is saved. The fix was not applied: the text it was made for has changed.")
            return
        fixed = desk().apply_fix(opened.id, *wanted, expected_text=text)
        st.session_state[undo] = (text, fixed.text, fix.label)

    def take_back() -> None:
        editor.flush()
        before, after, _ = st.session_state.pop(undo)
        now = desk().open(opened.id)
        if now is None or now.text != after:
            tell("The fix was not taken back: the text has changed since. See “Earlier versions”.")
            return
        desk().save_text(opened.id, before, expected_version=now.version)

    def ignore(finding: Finding, reason: str, until: dt.date | None) -> None:
        editor.flush()
        desk().ignore(opened.id, finding, reason=reason, owner=signed_in_user(), expires=until, text=opened.text)

    def report(finding: Finding, because: str) -> None:
        desk().reports.add_finding(finding, checked.reading, given=checked.given, because=because)

    if undo in st.session_state:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f"Done: {escape(st.session_state[undo][2])}", width="content")
            st.button(
                named("Undo", "the last fix"), key=f"{undo}:undo", icon=":material/undo:", on_click=guarded(take_back)
            )
    _safe_fixes(opened, editor, undo)
    checked, sifted = desk().checked(opened.id), desk().sifted(opened.id)
    known = desk().reports.of_findings(checked.reading.title)
    actions = findings.Actions(
        report=report,
        reported=lambda finding: known.get(finding_key(finding, opened.text)),
        apply=apply,
        ignore=ignore,
    )
    findings.show(sifted.open, opened.text, key=opened.id, actions=actions)
    findings.show_ignored(sifted, key=opened.id, remove=partial(desk().stop_ignoring, opened.id))


def _safe_fixes(opened: Opened, editor: Editor, undo: str) -> None:
    """Offer all safe fixes at once: what they would change is shown before anything is changed."""
    mending = desk().safe_fixes(opened.id)
    if not mending.done:
        return
    asked = f"{opened.id}:safe-fixes"
    many = len(mending.done)
    words = "the safe fix" if many == 1 else f"all {many} safe fixes"

    def apply() -> None:
        st.session_state[asked] = False
        editor.flush()
        before = desk_text(opened.id)
        if before != opened.text:
            tell("Your typing is saved. Nothing was fixed: the text has changed. Look at the safe fixes again.")
            return
        fixed = desk().apply_safe_fixes(opened.id, shown=mending.text, expected_text=before)
        st.session_state[undo] = (before, fixed.text, f"Applied {words}")

    def ask(answer: bool) -> None:
        st.session_state[asked] = answer

    if not st.session_state.get(asked):
        st.button(
            f"Apply {words}",
            key=f"{asked}:ask",
            icon=":material/auto_fix_high:",
            help="Shows what would change first. Safe fixes keep the meaning.",
            on_click=ask,
            args=(True,),
        )
        return
    with st.container(border=True, gap="xsmall", key=f"{asked}:shown"):
        st.markdown(f"**What {words} would change**")
        findings.show_changes(opened.text, mending.text)
        with st.container(horizontal=True):
            st.button("Apply them", key=f"{asked}:yes", type="primary", on_click=guarded(apply))
            st.button("Leave it as it is", key=f"{asked}:no", on_click=ask, args=(False,))


def desk_text(posting_id: str) -> str:
    """Return the stored text as it is now."""
    now = desk().open(posting_id)
    return now.text if now else ""


def _same_fix(posting_id: str, finding: Finding, fix: Fix) -> tuple[Finding, Fix] | None:
    """Return the same fix in the text as it is now, where there is exactly one."""
    same = [
        (other, way)
        for other in desk().findings(posting_id)
        if (other.rule, other.quote, other.message) == (finding.rule, finding.quote, finding.message)
        for way in other.fixes
        if way.label == fix.label
    ]
    return same[0] if len(same) == 1 else None


def _sources(opened: Opened) -> None:
    for line in desk().sources_of_lines(opened.id):
        if line.text.strip() and line.label != "Heading":
            st.markdown(f"{escape(line.text.strip())}  \n*{escape(line.label)}*")


def _versions(opened: Opened) -> None:
    """Show earlier texts; one that is put back can itself be taken back."""
    texts = [revision for revision in desk().revisions(opened.id) if revision.text not in (None, opened.text)]
    if not texts:
        st.markdown("There is no earlier text yet.")
        return
    names = {revision.id: f"{revision.at:%Y-%m-%d %H:%M:%S} UTC, {REASONS[revision.reason]}" for revision in texts}
    chosen = st.selectbox("Version", list(names), format_func=names.__getitem__, key=f"{opened.id}:version")
    text = next((revision.text for revision in texts if revision.id == chosen), "") or ""
    st.text_area("Text of that version", value=text, height=240, key=f"{opened.id}:version:{chosen}", disabled=True)
    st.button(
        "Put this text back", key=f"{opened.id}:restore", on_click=guarded(desk().restore_text, opened.id, chosen)
    )


def _merge_report(opened: Opened) -> None:
    """Say what became of edited lines when the brief changed."""
    for conflict in opened.conflicts:
        with st.container(border=True):
            st.markdown("**The brief changed a line that you had edited. Which one should stand?**")
            st.markdown(f"Your line: {escape(conflict.edited)}")
            st.markdown(f"The brief now says: {escape(conflict.composed or 'nothing: the entry was removed')}")
            with st.container(horizontal=True):
                for label, take in (("Keep my line", False), ("Take the brief's", True)):
                    st.button(
                        named(label, conflict.edited[:60]),
                        key=f"{opened.id}:{conflict.item}:{take}",
                        on_click=guarded(desk().resolve_conflict, opened.id, conflict.item, take_composed=take),
                    )
    if opened.kept:
        many = len(opened.kept)
        words = "1 edited line stays as you wrote it" if many == 1 else f"{many} edited lines stay as you wrote them"
        with st.expander(f"{words} when the brief changes", key=f"{opened.id}:kept"):
            st.markdown("\n".join(f"- {escape(line)}" for line in opened.kept))
    if opened.missing:
        many = len(opened.missing)
        words = "1 line that you took out stays out" if many == 1 else f"{many} lines that you took out stay out"
        with st.expander(words, key=f"{opened.id}:missing"):
            st.markdown("\n".join(f"- {escape(line)}" for line in opened.missing))
