"""The text of a model's answer, piece by piece -> its items, each as soon as it is complete.

Each character is looked at once. What stands around the JSON (a fence, a remark) is passed over, since servers without
structured answers write it; what is no item of the form asked for is counted and never shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from postwright.drafting.writer import WrittenItem

MOST_ITEMS = 500
"""More than any draft has: an answer that goes on repeating itself is stopped."""
_OUTSIDE = re.compile(r'["{}\[\]]')
_UNWRITABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
"""Control characters, and halves of surrogate pairs, which cannot even be written as UTF-8."""
_INSIDE = re.compile(r'["\\]')


class AnswerReader:
    """Reads one answer of `model`: give it each piece with `feed`, then see whether it was whole."""

    def __init__(self, model: str) -> None:
        self._model = model
        self.characters = 0
        self.items = 0
        self.unusable = 0
        """Entries of the list that are no items: without a text, with other types, with broken characters."""
        self._text = ""
        self._position = 0
        self._open: list[str] = []
        self._in_string = False
        self._begins: int | None = None
        self._closed = False
        self._blank = True

    @property
    def whole(self) -> bool:
        """Whether the JSON value came to its end and held a list of items that can all be used."""
        return self._closed and self.unusable == 0 and self.items > 0

    @property
    def empty(self) -> bool:
        """Whether nothing but blanks came."""
        return self._blank

    def feed(self, piece: str) -> Iterator[WrittenItem]:
        """Yield the items that `piece` completes."""
        self.characters += len(piece)
        self._blank = self._blank and not piece.strip()
        if self._closed:
            return
        self._text += piece
        for start, end in self._objects():
            if (item := _item(self._text[start:end], self._model)) is None:
                self.unusable += 1
            else:
                self.items += 1
                yield item
        self._drop_what_is_read()

    def _objects(self) -> Iterator[tuple[int, int]]:
        """Yield where the objects of the list of items that are complete by now start and end."""
        while not self._closed:
            found = (_INSIDE if self._in_string else _OUTSIDE).search(self._text, self._position)
            if found is None:
                self._position = len(self._text)
                return
            mark, here = found.group(), found.start()
            if mark == "\\":
                if here + 1 == len(self._text):  # what it escapes comes with the next piece
                    self._position = here
                    return
                self._position = here + 2
                continue
            self._position = here + 1
            if mark == '"':
                self._in_string = bool(self._open) and not self._in_string
            elif mark in "{[":
                if not self._open and mark == "[":
                    continue  # a remark before the object; the answer is an object
                self._open.append(mark)
                if self._open == ["{", "[", "{"]:
                    self._begins = here
            elif self._open:
                if len(self._open) == 3 and self._begins is not None:
                    yield self._begins, here + 1
                    self._begins = None
                self._open.pop()
                self._closed = not self._open

    def _drop_what_is_read(self) -> None:
        """Keep only the object that is not complete yet, so that pieces are not copied again and again."""
        keep = self._position if self._begins is None else self._begins
        self._text = self._text[keep:]
        self._position -= keep
        self._begins = None if self._begins is None else 0


def _item(text: str, model: str) -> WrittenItem | None:
    """Return the item that an object stands for, or None where it is none."""
    try:
        value: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    id_, text_, sources = value.get("id"), value.get("text"), value.get("source_ids")
    if not isinstance(id_, str) or not isinstance(text_, str) or not isinstance(sources, list):
        return None
    words = " ".join(text_.split())
    if not words or not all(isinstance(source, str) for source in sources):
        return None
    if _UNWRITABLE.search("".join((id_, words, *sources))):
        return None
    return WrittenItem(id=id_, text=words, source_ids=tuple(sources), model=model)
