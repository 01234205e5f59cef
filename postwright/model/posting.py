"""The structured posting: sections of items; an item has text, a strength and its sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from postwright.model.words import SectionKind, Strength

Form = Literal["paragraph", "bullet"]


@dataclass(frozen=True, slots=True)
class Item:
    """One line or paragraph of a posting."""

    id: str
    """Stable across composes of the same brief: section kind and field (`requirements:must_have.2`)."""
    text: str
    """Plain text; user words are data and are escaped by each export."""
    sources: tuple[str, ...]
    """Field ids: of the brief (`must_have.2`), the organisation (`organisation.benefits.1`), a house text."""
    strength: Strength | None = None
    form: Form = "bullet"
    worded_by: str = ""
    """The model whose wording `text` is, with its prompt; empty for a composed one."""


@dataclass(frozen=True, slots=True)
class Section:
    """A run of items under one heading."""

    kind: SectionKind
    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Posting:
    """A whole posting; `title` is the job title line."""

    title: str
    sections: tuple[Section, ...]

    def items(self) -> tuple[Item, ...]:
        """Return the items of all sections in order."""
        return tuple(item for section in self.sections for item in section.items)
