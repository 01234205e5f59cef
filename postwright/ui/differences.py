"""Two wordings, or one with marks -> HTML in which what differs is seen by more than its colour; all of it escaped."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Sequence


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return HTML of the text with what was refused marked; all of it escaped."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            parts += [html.escape(text[at:start]), f"<mark>{html.escape(text[start:end])}</mark>"]
            at = end
    return "".join([*parts, html.escape(text[at:])])


def difference(before: str, after: str) -> str:
    """Return HTML in which words that went are struck through and new ones marked; all of it escaped.

    >>> difference("You lead a team.", "You lead the team.")
    '<p class="difference">You lead <del>a</del> <ins>the</ins> team.</p>'
    """
    old, new = re.findall(r"\S+", before), re.findall(r"\S+", after)
    parts: list[str] = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(html.escape(" ".join(old[i:j])))
            continue
        if i < j:
            parts.append(f"<del>{html.escape(' '.join(old[i:j]))}</del>")
        if k < m:
            parts.append(f"<ins>{html.escape(' '.join(new[k:m]))}</ins>")
    return f'<p class="difference">{" ".join(parts)}</p>'
