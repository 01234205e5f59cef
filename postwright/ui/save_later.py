"""What a field of a brief could not save, the disk being full or the database away: kept, shown, and tried again.

The editors of long fields do that in the browser (`editor/src/saver.js`); this does it for all other fields.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from postwright.errors import PostwrightError, StorageError
from postwright.ui.common import desk, tell

PROBLEM = "it could not be saved, and is tried again by itself"
"""Stands beneath such a field, as what is wrong with what was typed."""
_EVERY = 3.0
"""Seconds between two tries."""


@dataclass
class _Waiting:
    """The values of one posting that wait to be saved, by path, and when that was tried last."""

    values: dict[str, Any] = field(default_factory=dict)
    tried: float = 0.0


def waiting(posting_id: str) -> Mapping[str, Any]:
    """Return the values that could not be saved yet in this session, by path."""
    return _of(posting_id).values


def set_field(posting_id: str, path: str, value: Any) -> None:
    """Set a field of a brief; where the library cannot keep the value it waits here, and the error is raised."""
    here = _of(posting_id)
    try:
        desk().set_field(posting_id, path, value)
    except StorageError:
        here.values[path], here.tried = value, time.monotonic()
        raise
    here.values.pop(path, None)


def try_again(posting_id: str) -> None:
    """Try now and then to save what waits; draw the page anew once all is saved."""
    if waiting(posting_id):
        _trying(posting_id)


@st.fragment(run_every=_EVERY)
def _trying(posting_id: str) -> None:
    here = _of(posting_id)
    if time.monotonic() - here.tried < _EVERY / 2:  # a run of the whole page, in which it failed just now
        return
    try:
        for path, value in list(here.values.items()):
            set_field(posting_id, path, value)
    except StorageError:
        return  # it stands at the field
    except PostwrightError as error:  # the entry that the field belonged to is gone
        here.values.clear()
        st.session_state["failed"] = error
    else:
        tell("What could not be saved before is saved now.")
    st.rerun()


def _of(posting_id: str) -> _Waiting:
    kept: _Waiting = st.session_state.setdefault(f"{posting_id}:waiting", _Waiting())
    return kept
