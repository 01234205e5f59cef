"""What a form must draw again after a change of a brief: the fields in which more than what was typed is another."""

from __future__ import annotations

from typing import Any

from postwright.desk.values import Opened

Json = dict[str, Any]


def fields_to_draw(before: Opened, after: Opened, *, typed: str = "") -> frozenset[str]:
    """Return the fields of the brief that a form of `before` shows wrongly now.

    `typed` is the path whose new value the form shows already; it counts only where its value was refused, or is no
    longer.
    """
    one, other = _values(before), _values(after)
    _leave_out(one, typed.split("."))
    _leave_out(other, typed.split("."))
    changed = {name for name in one if one[name] != other.get(name)}
    return frozenset(changed | _told_differently(before, after))


def problems_differ(before: Opened, after: Opened) -> bool:
    """Return whether something else is wrong with what was typed than before."""
    return before.problems != after.problems


def _values(opened: Opened) -> Json:
    return opened.brief.model_dump(mode="json", warnings=False)  # an entry that says nothing yet is not valid


def _told_differently(before: Opened, after: Opened) -> set[str]:
    """Return the fields of which another input is refused, or for another reason."""
    paths = {*before.raw, *after.raw, *before.problems, *after.problems}
    return {
        path.partition(".")[0]
        for path in paths
        if before.raw.get(path) != after.raw.get(path) or before.problems.get(path) != after.problems.get(path)
    }


def _leave_out(values: Json, parts: list[str]) -> None:
    """Take the value at a path out; groups on the way that are not said stay as they are."""
    here: Any = values
    for part in parts[:-1]:
        here = _inside(here, part)
    if isinstance(here, dict):
        here.pop(parts[-1], None)


def _inside(here: Any, part: str) -> Any:
    if isinstance(here, list):
        return next((entry for entry in here if str(entry.get("id")) == part), None)
    return here.get(part) if isinstance(here, dict) else None
