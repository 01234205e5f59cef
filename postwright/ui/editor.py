"""The editor on a page: one for the text of a posting with its findings, one for each long field of its brief.

It saves and lints over HTTP by itself (`postwright.web`) and never loses what was typed; a page only shows it, and is
run again after a save so that what stands beside it follows.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from functools import lru_cache

import streamlit as st

from postwright.exchange.limits import MAX_TYPED_CHARACTERS
from postwright.services import Stored
from postwright.settings import load_settings
from postwright.ui.common import signed_in_user
from postwright.web.tokens import Grant, Tokens, secret_of

RENEWED_AFTER = 3600.0
"""Seconds after which a page gives its editor a new token."""


@lru_cache(maxsize=1)
def tokens() -> Tokens:
    """Return what signs and reads the tokens of this process."""
    return Tokens(secret_of(load_settings()))


def editor(
    posting_id: str,
    stored: Stored,
    *,
    label: str,
    field: str = "",
    lines: int = 5,
    note: str = "",
    placeholder: str = "",
    imported: bool = False,
    on_saved: Callable[[], None] = lambda: None,
    on_brief: Callable[[str], None] = lambda field: None,
) -> None:
    """Show an editor for the text of a posting, with its findings beside it, or for a long field of its brief.

    `stored` is what the library has: whatever changed it, the editor takes it in and keeps what is being typed.
    `lines` is the least height; `note` is read out with the label; `on_saved` is called before the page runs again.
    `imported` says that no line was drafted from the brief; `on_brief` is called with the field of the brief to which
    the person wants to go.
    """
    component = st.components.v2.component(  # cheap, and only known to a server that runs already
        "postwright.editor", html='<div class="pw"></div>', css="editor.css", js="editor-*.js"
    )
    key = f"{posting_id}:editor:{field or 'text'}"
    component(
        key=key,
        data={
            "posting": posting_id,
            "field": field,
            "text": stored.text,
            "order": stored.order,
            "token": token_for(posting_id),
            "label": label,
            "note": note,
            "placeholder": placeholder,
            "lines": lines,
            "lint": not field,
            "imported": imported,
            "longest": MAX_TYPED_CHARACTERS,
        },
        on_saved_change=on_saved,
        on_brief_change=lambda: on_brief(st.session_state[key].brief),
    )


def token_for(posting_id: str) -> str:
    """Return this session's token for a posting; the same one for a while, so that a rerun changes nothing."""
    key, now = f"{posting_id}:token", time.monotonic()
    kept = st.session_state.get(key)
    if kept is None or now - kept[1] > RENEWED_AFTER:
        session = st.session_state.setdefault("session", secrets.token_urlsafe(12))
        kept = (tokens().issue(Grant(posting_id, signed_in_user(), session)), now)
        st.session_state[key] = kept
    return str(kept[0])
