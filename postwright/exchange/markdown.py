"""The edited text as a Markdown file: it is Markdown already and leaves as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postwright.model.brief import Brief, Organisation
    from postwright.model.posting import Posting


def export(posting: Posting | None, text: str, brief: Brief | None, organisation: Organisation) -> str:
    """Return the text, ending in one line feed."""
    return text.rstrip() + "\n"
