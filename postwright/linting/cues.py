"""Words that show that a posting says something: a long pattern, tried only where a word begins as its matches do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.requirements import glued_at, unglued

if TYPE_CHECKING:
    from postwright.linting.rule import Context

_FIRST = 8
"""Texts that are searched plainly: to learn the beginnings costs as much, and a single text is soon read."""
_MOST_WORDS = 50_000
"""Words whose beginnings are remembered."""
_WORD = late(r"[a-z0-9]+")


class Cues:
    """A pattern for lower-case text in which every match begins with a word."""

    def __init__(self, pattern: str) -> None:
        self._source = pattern
        self._pattern: re.Pattern[str] | None = None
        self._searched = 0
        self._starts: dict[str, list[str]] = {}
        """Beginnings of matches by their first letter."""
        self._can_begin: dict[str, bool] = {}
        """Whether a match can begin with a word, for the words met so far."""

    def first(self, context: Context) -> re.Match[str] | None:
        """Return a match in the posting's unglued text; with several, any of them."""
        return next(self.all(context), None)

    def all(self, context: Context) -> Iterator[re.Match[str]]:
        """Yield the matches in the posting's unglued text, in no order; one can lie within another."""
        text = unglued(context)
        if self._pattern is None:
            self._pattern = late(self._source)
        if not self._starts:
            self._searched += 1
            if self._searched <= _FIRST or not self._learn():
                yield from self._pattern.finditer(text)
                return
        for at in self._places(context, text):
            if found := self._pattern.match(text, at):
                yield found

    def _learn(self) -> bool:
        """Find out how matches begin; say whether that can be told."""
        from postwright.guidelines.starts import match_starts

        starts = match_starts(self._source)
        for start in starts:
            self._starts.setdefault(start[0], []).append(start)
        self._can_begin.clear()
        return bool(starts)

    def _places(self, context: Context, text: str) -> Iterator[int]:
        """Yield where in the unglued text a match can begin."""
        joints = glued_at(context)
        known = self._can_begin
        for word, places in context.document.words.items():
            can = known.get(word)
            if can if can is not None else self._meet(word):
                for at in places:
                    yield at + bisect_right(joints, at)
        for number, joint in enumerate(joints, start=1):
            word_there = _WORD.match(text, joint + number)
            if word_there and (known[word_there[0]] if word_there[0] in known else self._meet(word_there[0])):
                yield joint + number

    def _meet(self, word: str) -> bool:
        if len(self._can_begin) >= _MOST_WORDS:
            self._can_begin.clear()
        can = any(_agree(word, start) for start in self._starts.get(word[0], ()))
        self._can_begin[word] = can
        return can


def _agree(word: str, start: str) -> bool:
    """Say whether a text can go on as `start` does where `word` begins."""
    if len(start) <= len(word):
        return word.startswith(start)
    return start.startswith(word) and not start[len(word)].isalnum()
