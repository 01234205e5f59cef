"""A line among requirements -> whether it asks or only prefers, by its own words, else by its heading and section."""

from __future__ import annotations

from postwright.model.reading import SectionSpan
from postwright.model.words import Strength
from postwright.reading.context import Contexts
from postwright.reading.document import Document
from postwright.reading.numbers import Amount
from postwright.reading.strength import strength_of


def strength_of_line(document: Document, sections: tuple[SectionSpan, ...], start: int) -> Strength:
    """Return the strength of what is asked in the line that begins at `start`, as if it were an amount of time."""
    context = Contexts(document, sections).of(Amount(start, start, 0.0, None, "year"), None, None)
    return "required" if context is None else strength_of(context)
