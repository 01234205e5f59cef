"""What a kept posting was composed as, and the wordings of a model that stand in the place of composed ones.

They are kept beside the composed posting, by item, with the composed wording they were made of: an item whose composed
wording is another by now is as composed again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from postwright.library.records import PostingRecord
from postwright.model.posting import Item, Posting
from postwright.model.posting_json import from_json, to_json

WRITTEN = "written"
"""Key of the wordings in a posting's base."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A model's wording of an item."""

    composed: str
    """What it stands in the place of."""
    text: str
    by: str
    """Model, and prompt with its version: "openai:gpt-5-mini, rewrite 1"."""


def composed_posting(posting: PostingRecord) -> Posting:
    """Return what was composed last; nothing for an imported text."""
    return Posting("", ()) if posting.base is None else from_json(posting.base)


def worded_posting(posting: PostingRecord) -> Posting:
    """Return what was composed last, with the wordings of a model in their places: what the text was made of."""
    return with_wordings(composed_posting(posting), wordings_of(posting))


def wordings_of(posting: PostingRecord) -> dict[str, Wording]:
    """Return the wordings of a model by item id."""
    kept: Mapping[str, Mapping[str, str]] = (posting.base or {}).get(WRITTEN, {})
    return {item: Wording(**values) for item, values in kept.items()}


def with_wordings(posting: Posting, wordings: Mapping[str, Wording]) -> Posting:
    """Return a composed posting with those wordings whose composed wording is still the same."""

    def worded(item: Item) -> Item:
        wording = wordings.get(item.id)
        if wording is None or wording.composed != item.text:
            return item
        return replace(item, text=wording.text, worded_by=wording.by)

    sections = tuple(replace(section, items=tuple(map(worded, section.items))) for section in posting.sections)
    return replace(posting, sections=sections)


def base_of(composed: Posting, wordings: Mapping[str, Wording], *, organisation: str) -> dict[str, Any]:
    """Return what is kept of a composed posting; `organisation` is the fingerprint of the facts it was composed with.

    Wordings of items that are gone are dropped.
    """
    ids = {item.id for item in composed.items()}
    kept = {
        id_: {"composed": wording.composed, "text": wording.text, "by": wording.by}
        for id_, wording in wordings.items()
        if id_ in ids
    }
    return {**to_json(composed), "organisation": organisation, **({WRITTEN: kept} if kept else {})}
