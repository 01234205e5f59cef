"""How the tests of the pages find a widget."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from postwright.ui.brief_form import GROUPS
from postwright.ui.briefing import place_key


def dicts(data: Any) -> list[Any]:
    """Return what a component is given, which is in a list where it holds more than plain values."""
    return data if isinstance(data, list) else [data]


def label_of(app: AppTest, kind: str, label: str) -> Any:
    """Return the one widget of a kind with this label."""
    found = [each for each in getattr(app, kind) if each.label.split(" :small[")[0] == label]
    assert len(found) == 1, f"{label}: {[each.label for each in getattr(app, kind)]}"
    return found[0]


def words(app: AppTest) -> str:
    """Return what a page says, but for labels and headings under its title."""
    return "\n".join(
        each.value for kind in ("markdown", "title", "info", "warning", "error") for each in getattr(app, kind)
    )


def open_groups(app: AppTest, posting: str) -> None:
    """Open all groups of the brief's fields, as clicks on their names do; a page draws only the fields of open ones."""
    for group in GROUPS:
        app.session_state[place_key(posting, group)] = True
    app.run()
