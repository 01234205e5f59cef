"""The posting as JSON for other programs: the edited text, the brief, and every item with its sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from postwright.model.brief import Brief, Organisation
    from postwright.model.posting import Item, Posting

FORM = "postwright/posting/1"
"""Name and version of this form; it changes when a field changes its meaning."""


def export(posting: Posting | None, text: str, brief: Brief | None, organisation: Organisation) -> str:
    """Return the posting as one JSON object; `posting` and `brief` are null where there is none."""
    from postwright.exchange.brief_yaml import filled_values

    value = {
        "form": FORM,
        "text": text,
        "posting": _posting(posting) if posting else None,
        "brief": filled_values(brief) if brief else None,
        "organisation": organisation.model_dump(mode="json", exclude_defaults=True),
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _posting(posting: Posting) -> dict[str, Any]:
    return {
        "title": posting.title,
        "sections": [
            {"kind": section.kind, "heading": section.heading, "items": [_item(item) for item in section.items]}
            for section in posting.sections
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    worded = {"worded_by": item.worded_by} if item.worded_by else {}
    return {
        "id": item.id, "text": item.text, "form": item.form, "strength": item.strength, "sources": list(item.sources),
        **worded,
    }  # fmt: skip
