"""How the tests of the pages find a widget."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest


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
