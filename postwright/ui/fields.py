"""Form fields bound to one path of a brief: seeded from the library, saved on every change, problems shown beneath.

A path names a field (`title`, `closing.date`) or a field of a numbered entry (`must_have.2.text`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.elements.widgets import text_widgets

from postwright.desk.following import text_of_field
from postwright.model.brief import Brief
from postwright.services import Desk, Stored
from postwright.ui import save_later
from postwright.ui.common import bound, escape, guarded, named
from postwright.ui.editor import editor

text_widgets._DEFAULT_LIVE_DEBOUNCE_MS = 100  # type: ignore[misc]
"""Milliseconds without a key after which a line is saved. Streamlit reads `live="150ms"` with pandas, which costs the
first brief a second and the server 90 MB; a test holds this to the Streamlit that is pinned."""


@dataclass(frozen=True)
class Form:
    """One posting's brief on the page."""

    desk: Desk
    posting_id: str
    brief: Brief
    raw: Mapping[str, Any]
    """Inputs that were refused or wait to be saved, by path: they are shown again so that nothing typed is lost."""
    problems: Mapping[str, str]
    version: int
    """Of the brief."""
    changed: Callable[[str], None]
    """Called after something was kept, with the path of the field that shows its new value already, or ""."""

    def key(self, path: str) -> str:
        """Return the widget key of `path`; it holds the posting's id so that two postings never share a value."""
        return f"{self.posting_id}:{path}"

    def value(self, path: str) -> Any:
        """Return what stands at `path`: the refused input where there is one, else the brief's value."""
        if path in self.raw:
            return self.raw[path]
        here: Any = self.brief
        for part in path.split("."):
            if isinstance(here, tuple):
                here = next((entry for entry in here if str(entry.id) == part), None)
            else:
                here = getattr(here, part, None)
        return here

    def bound(
        self,
        widget: Callable[..., Any],
        label: str,
        path: str,
        *,
        seed: Any,
        to_brief: Callable[[Any], Any],
        **options: Any,
    ) -> None:
        """Show `widget` for `path`, save its value on change and show what is wrong with it."""
        key = self.key(path)

        def save() -> None:
            save_later.set_field(self.posting_id, path, to_brief(st.session_state[key]))

        bound(widget, label, key=key, stored=seed, on_change=self.keeping(save, typed=path), **options)
        self._problem(path)

    def keeping(self, action: Callable[..., object], *arguments: object, typed: str = "") -> Callable[[], None]:
        """Return a callback that keeps something and then lets the page follow; an error is shown, and nothing lost."""
        keep = guarded(action, *arguments)

        def run() -> None:
            keep()
            self.changed(typed)

        return run

    def _problem(self, path: str) -> None:
        """Say what is wrong with what was typed."""
        if problem := self.problems.get(path):
            words = escape(f"Not in the posting yet. {problem[0].upper()}{problem[1:]}.")
            st.markdown(f":red[:material/error: {words}]")

    def line(self, label: str, path: str, **options: Any) -> None:
        """Show a field of one line: saved while it is typed, but for one that is wrong until it is whole."""
        options.setdefault("live", True)
        self.bound(st.text_input, label, path, seed=_text(self.value(path)), to_brief=_text, **options)

    def area(self, label: str, path: str, *, lines: int = 3, help: str = "", placeholder: str = "") -> None:
        """Show a field of several lines: saved while it is typed, so that nothing waits for it to be left."""
        stored = Stored(text_of_field(self.brief, self.raw, path), self.version)
        editor(
            self.posting_id,
            stored,
            label=label,
            field=path,
            lines=lines,
            note=help,
            placeholder=placeholder,
            on_saved=lambda: self.changed(path),
        )
        self._problem(path)

    def lines(self, label: str, path: str, *, lines: int = 4, help: str = "", placeholder: str = "") -> None:
        """Show a list of short texts, one a line; entries keep their ids as long as their line lives."""
        self.area(label, path, lines=lines, help=help, placeholder=placeholder)

    def choice(self, label: str, path: str, options: Mapping[Any, str], **more: Any) -> None:
        """Show a choice of one; the key None of `options` stands for "not said"."""
        values = list(options)
        value = self.value(path)
        if None in options:  # Streamlit shows the choice None as if nothing was chosen
            more["placeholder"] = options[None]
        self.bound(
            st.selectbox,
            label,
            path,
            seed=value if value in options else values[0],
            to_brief=lambda chosen: chosen,
            options=values,
            format_func=lambda chosen: options.get(chosen, str(chosen)),
            **more,
        )

    def number(self, label: str, path: str, *, step: float = 1.0, **options: Any) -> None:
        """Show a number that may stay empty; what is too large or too small is the brief's to say."""
        value = self.value(path)
        seed = float(value) if isinstance(value, (int, float)) else None
        self.bound(
            st.number_input,
            label,
            path,
            seed=seed,
            to_brief=lambda number: number,
            step=step,
            format="%.12g",
            **options,
        )

    def tick(self, label: str, path: str, **options: Any) -> None:
        """Show a yes-or-no field."""
        self.bound(st.checkbox, label, path, seed=bool(self.value(path)), to_brief=bool, **options)

    def date(self, label: str, path: str, **options: Any) -> None:
        """Show a date that may stay empty."""
        value = self.value(path)
        seed = value if isinstance(value, dt.date) else None
        self.bound(
            st.date_input,
            label,
            path,
            seed=seed,
            to_brief=lambda day: day,
            format="YYYY-MM-DD",
            **options,
        )

    def several(
        self, label: str, path: str, options: Sequence[str], *, format_func: Callable[[str], str] = str, **more: Any
    ) -> None:
        """Show a choice of several, new ones may be typed."""
        value = self.value(path) or ()
        chosen = [value] if isinstance(value, str) else list(value)
        self.bound(
            st.multiselect,
            label,
            path,
            seed=chosen,
            to_brief=list,
            options=list(dict.fromkeys([*options, *chosen])),
            format_func=format_func,
            wrap=True,
            **more,
        )

    def add_button(self, label: str, path: str) -> None:
        """Show a button that adds an empty entry to the list at `path`."""
        st.button(
            label,
            key=self.key(f"{path}:add"),
            icon=":material/add:",
            on_click=self.keeping(self.desk.add_entry, self.posting_id, path),
        )

    def remove_button(self, path: str, entry_id: int, *, what: str) -> None:
        """Show a button that removes one entry; `what` names it for screen readers."""
        st.button(
            named("Remove", what),
            key=self.key(f"{path}.{entry_id}:remove"),
            icon=":material/delete:",
            type="tertiary",
            on_click=self.keeping(self.desk.remove_entry, self.posting_id, path, entry_id),
        )


def _text(value: Any) -> str:
    return "" if value is None else str(value)
