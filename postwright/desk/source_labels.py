"""Source ids of items -> what a person reads: `must_have.2` -> "Brief: must-have 2, “Triage”"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from postwright.exchange.brief_fields import field_label
from postwright.guidelines.records import Guidelines
from postwright.model.brief import Brief, Model, Organisation

LONGEST_VALUE = 60
"""Characters of a value that are shown."""

_CLOSED = frozenset({"employment_type", "workplace"})
"""Fields whose words are of a closed set: `full_time` is shown as "full-time"."""


def label(sources: Iterable[str], *, brief: Brief, organisation: Organisation, guidelines: Guidelines) -> str:
    """Return all sources of an item for people, joined by semicolons."""
    return "; ".join(_label(source, brief, organisation, guidelines) for source in sources)


def _label(source: str, brief: Brief, organisation: Organisation, guidelines: Guidelines) -> str:
    kind, _, rest = source.partition(".")
    if kind == "organisation":
        return _named("Organisation", rest, organisation)
    if kind == "boilerplate":
        return f"House text: {rest.replace('_', ' ')}"
    if kind == "profile" and rest:
        role = guidelines.roles.get(rest)
        return f"Role profile: {role.name if role else rest}"
    return _named("Brief", source, brief)


def _named(where: str, path: str, model: Model) -> str:
    name, _, entry_id = path.partition(".")
    value = getattr(model, name, None)
    words = field_label(name)
    if isinstance(value, tuple) and entry_id:
        ids = [str(getattr(entry, "id", "")) for entry in value]
        if entry_id not in ids:
            return f"{where}: {words} {entry_id} (removed since)"
        words = f"{words} {ids.index(entry_id) + 1}"
        value = value[ids.index(entry_id)]
    shown = _shown(value).replace("_", "-") if name in _CLOSED else _shown(value)
    return f"{where}: {words}, “{shown}”" if shown else f"{where}: {words}"


def _shown(value: Any) -> str:
    """Return the words of a value, shortened; empty for one that has none of its own."""
    if isinstance(value, Model):
        names = ("text", "name", "title", "level", "address", "city")
        words = [getattr(value, name, "") for name in names] + [" or ".join(getattr(value, "alternatives", ()))]
        value = next((word for word in words if word), "")
    if not isinstance(value, (str, int, float)) or value == "":
        return ""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1].rstrip()}…"
