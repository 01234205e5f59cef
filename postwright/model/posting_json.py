"""Posting <-> plain JSON, as the library keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postwright.model.posting import Item, Posting, Section


def to_json(posting: Posting) -> dict[str, Any]:
    """Return `posting` as dicts, lists and strings."""
    return {
        "title": posting.title,
        "sections": [
            {"kind": section.kind, "heading": section.heading, "items": [_item_json(item) for item in section.items]}
            for section in posting.sections
        ],
    }


def from_json(value: Mapping[str, Any]) -> Posting:
    """Return the posting that `to_json` made `value` of."""
    return Posting(
        title=value["title"],
        sections=tuple(
            Section(
                kind=section["kind"],
                heading=section["heading"],
                items=tuple(Item(**{**item, "sources": tuple(item["sources"])}) for item in section["items"]),
            )
            for section in value["sections"]
        ),
    )


def _item_json(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "text": item.text,
        "sources": list(item.sources),
        "strength": item.strength,
        "form": item.form,
        "worded_by": item.worded_by,
    }
