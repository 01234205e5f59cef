"""The text of a posting by its items: which line each item is, which were edited, other wordings in their place."""

from __future__ import annotations

import re
from dataclasses import replace

from postwright.desk.wordings import Wording, base_of, composed_posting, with_wordings, wordings_of
from postwright.drafting.markdown_escape import unescape
from postwright.drafting.render import item_line
from postwright.drafting.trace import Traced, trace
from postwright.library.records import PostingRecord
from postwright.model.posting import Item, Posting

_LIST_MARK = re.compile(r"\s*(?:[-*+•]|\d{1,9}[.)])\s+")


class Standing:
    """What stands in a posting's text, item by item; changes are gathered and given back as a posting."""

    def __init__(self, posting: PostingRecord) -> None:
        self._posting = posting
        self.composed: Posting = composed_posting(posting)
        """What the brief makes, without a model."""
        self._wordings = wordings_of(posting)
        self._items = {item.id: item for item in self.composed.items()}
        self._text = posting.text

    def posting(self) -> PostingRecord:
        """Return the posting with all changes."""
        if self._posting.base is None:
            return self._posting
        base = base_of(self.composed, self._wordings, organisation=self._posting.base.get("organisation", ""))
        return replace(self._posting, text=self._text, base=base)

    def lines(self) -> dict[str, str]:
        """Return the words of each item's line, plain, in the order of the text; items without a line are left out."""
        return {item: plain_words(line.text) for item, line in self._traced().items()}

    def composed_lines(self) -> dict[str, str]:
        """Return the composed wording of each item that has a line, in the order of the text."""
        return {item: self._items[item].text for item in self._traced()}

    def edited(self) -> dict[str, str]:
        """Return the words of the lines that a person edited."""
        return {item: plain_words(line.text) for item, line in self._traced().items() if line.edited}

    def worded(self) -> frozenset[str]:
        """Return the items whose line is as a model worded it."""
        worded = {item.id: item for item in self._worded().items() if item.worded_by}
        return frozenset(item for item, line in self._traced().items() if item in worded and not line.edited)

    def item_at(self, offset: int) -> str | None:
        """Return the item whose line holds the place of the text; None where it is a person's own, or a heading."""
        found = (item for item, line in self._traced().items() if line.start <= offset <= line.end)
        return next(found, None)

    def put(self, item_id: str, wording: Wording, *, instead_of: str) -> bool:
        """Put a wording in an item's place, where its line is still `instead_of` or nobody's but ours; tell whether."""
        item, line = self._items.get(item_id), self._traced().get(item_id)
        if item is None or line is None or item.text != wording.composed:
            return False
        if line.edited and plain_words(line.text) != instead_of:
            return False
        self._wordings[item_id] = wording
        self._replace(line, item, wording.text)
        return True

    def reword(self, item_id: str, text: str, *, by: str, instead_of: str) -> None:
        """Put another wording in an item's place, where its line is still `instead_of`."""
        item, line = self._items.get(item_id), self._traced().get(item_id)
        if item is not None and line is not None and plain_words(line.text) == instead_of:
            self._wordings[item_id] = Wording(item.text, text, by)
            self._replace(line, item, text)

    def take_back(self, item_id: str) -> None:
        """Put the composed wording of an item back in the place of a model's."""
        self._replace(self._traced()[item_id], self._items[item_id], self._items[item_id].text)
        del self._wordings[item_id]

    def _replace(self, line: Traced, item: Item, text: str) -> None:
        written = item_line(replace(item, text=text)).text
        self._text = f"{self._text[: line.start]}{written}{self._text[line.end :]}"

    def _worded(self) -> Posting:
        return with_wordings(self.composed, self._wordings)

    def _traced(self) -> dict[str, Traced]:
        """Return the line of each item."""
        found: dict[str, Traced] = {}
        for line in trace(self._worded(), self._text):
            if line.base is not None and line.base.key in self._items:
                found.setdefault(line.base.key, line)
        return found


def list_mark(line: str) -> str:
    """Return the list mark of a line with the blanks around it; empty where it has none."""
    mark = _LIST_MARK.match(line)
    return mark[0] if mark else ""


def plain_words(line: str) -> str:
    """Return a line of Markdown without its list mark and escapes.

    >>> plain_words("- Use C\\\\# and \\\\*nix")
    'Use C# and *nix'
    """
    return unescape(line[len(list_mark(line)) :]).strip()
