"""Offset -> the kind of the section around it, found in logarithmic time however many sections a text has."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from postwright.model.reading import SectionSpan
    from postwright.model.words import SectionKind


class SectionKinds:
    """The kinds of a text's sections by offset."""

    def __init__(self, sections: Sequence[SectionSpan], *, default: SectionKind = "other") -> None:
        self._sections = sections
        self._starts = [section.start for section in sections]
        self._default = default

    def at(self, offset: int) -> SectionKind:
        """Return the kind of the section that covers `offset`, or the default where none does."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._sections[index].end:
            return self._default
        return self._sections[index].kind
