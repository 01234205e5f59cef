"""What the reader found in a text. Offsets count code points of `Reading.text`, end exclusive."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from postwright.model.words import DegreeLevel, Level, PayPeriod, SectionKind, Strength

_start, _end = attrgetter("start"), attrgetter("end")

DemandKind = Literal["skill", "management", "general", "credential_path"]
DegreeStrength = Literal["required", "required_or_equivalent", "preferred"]
PayKind = Literal["range", "single", "vague"]


@dataclass(frozen=True, slots=True)
class SectionSpan:
    """A contiguous run of one kind; the heading that opens it belongs to it."""

    kind: SectionKind
    start: int
    end: int
    heading: tuple[int, int] | None = None
    """Span of the heading line, where there is one."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A quantified amount of experience asked of the candidate, in years (6 months = 0.5)."""

    start: int
    end: int
    quote: str
    min_years: float
    max_years: float | None
    subject: str
    """What the experience is in, verbatim where possible; empty where the text names nothing."""
    strength: Strength
    kind: DemandKind
    group: int | None = None
    """Demands with the same number are alternatives to each other."""
    part_of: int | None = None
    """Index of the demand that includes this one ("including two years supervising")."""
    subject_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class DegreeRead:
    """The lowest degree level that the text accepts as sufficient."""

    level: DegreeLevel
    strength: DegreeStrength
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PayRead:
    """Base pay. `minimum` = `maximum` for a single figure; amounts are None where pay is vague."""

    kind: PayKind
    minimum: float | None
    maximum: float | None
    currency: str
    """ISO 4217, or empty where the text does not tell."""
    period: PayPeriod | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TechnologyMention:
    """A technology or product by its guideline name, at one place of the text."""

    name: str
    """`Technology.name` of the guideline record."""
    id: str
    """`Technology.id` of the guideline record."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CredentialMention:
    """A certificate or licence by its guideline record, at one place of the text."""

    id: str
    name: str
    strength: Strength
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was understood of one text; computed once, shared by all rules."""

    text: str
    title: str
    """The job title, from the caller or from the text's own title line; empty where unknown."""
    language: str
    """ISO 639-1 code of the text; the reader claims nothing about a text that is not "en"."""
    title_level: Level | None
    sections: tuple[SectionSpan, ...]
    demands: tuple[Demand, ...]
    degree: DegreeRead | None
    pay: PayRead | None
    technologies: tuple[TechnologyMention, ...]
    credentials: tuple[CredentialMention, ...]

    def section_at(self, offset: int) -> SectionKind:
        """Return the kind of the section that covers `offset`; "other" where none does."""
        section = self.section_around(offset)
        return section.kind if section else "other"

    def section_around(self, offset: int) -> SectionSpan | None:
        """Return the section that covers `offset`, or None where none does; sections are in order and apart."""
        at = bisect_right(self.sections, offset, key=_start) - 1
        return self.sections[at] if at >= 0 and offset < self.sections[at].end else None

    def technologies_in(self, start: int, end: int) -> tuple[TechnologyMention, ...]:
        """Return the mentions that begin in text[start:end]; mentions are in order."""
        low, high = (bisect_left(self.technologies, offset, key=_start) for offset in (start, end))
        return self.technologies[low:high]

    def demands_in(self, start: int, end: int) -> tuple[Demand, ...]:
        """Return the demands that share a character with text[start:end]; demands are in order and apart."""
        low, high = bisect_right(self.demands, start, key=_end), bisect_left(self.demands, end, key=_start)
        return self.demands[low:high]
