"""The help sheet of keyboard shortcuts, on every page: a button at the top, and the key that the sheet itself lists.

`shortcuts/shortcuts.json` is the one list: the sheet shows it, and the editor binds its keys from it when it is built.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

_LIST = Path(__file__).with_name("shortcuts") / "shortcuts.json"
_WORDS = {
    "keyboard": "Keyboard",
    "shortcuts": "Shortcuts",
    "close": "Close",
    "or": "or",
    "alone": "Keys that are pressed alone do something",
}


def show() -> None:
    """Show the button that opens the sheet."""
    component = st.components.v2.component(  # cheap, and only known to a server that runs already
        "postwright.shortcuts", html='<div class="shortcuts"></div>', css="shortcuts.css", js="shortcuts.js"
    )
    with st.container(key="shortcuts"):
        component(
            key="keyboard-shortcuts",
            data=[
                {"groups": _groups(), "words": _WORDS}
            ],  # in a list: Streamlit looks through a dictionary's values for tables, with pandas
        )


@lru_cache(maxsize=1)
def _groups() -> list[dict[str, Any]]:
    """Return the shortcuts by the place where they work."""
    groups: list[dict[str, Any]] = json.loads(_LIST.read_text(encoding="utf-8"))
    return groups
