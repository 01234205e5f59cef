"""What a review keeps of one posting: what it asks, its findings in numbers, and the words that others may repeat.

A record is some kilobytes whatever the posting's length, so that ten thousand fit into memory; texts and documents are
let go of.
"""

from __future__ import annotations

from dataclasses import dataclass

from postwright.model.reading import DegreeStrength
from postwright.model.words import DegreeLevel, Level, PayPeriod, SectionKind, Severity, Strength

BoilerplateKind = SectionKind
"""A kind of section whose sentences are the same in many postings: equal_opportunity, company."""


@dataclass(frozen=True, slots=True)
class PayAsked:
    """The pay that a posting states, as it stands there and for a year of full-time work."""

    minimum: float
    maximum: float
    currency: str
    """ISO 4217; empty where the text does not tell."""
    period: PayPeriod | None
    year_minimum: float | None
    """None where the period is not known."""
    year_maximum: float | None
    is_range: bool


@dataclass(frozen=True, slots=True)
class ThingAsked:
    """A technology or another thing that is asked for, with its strength beyond doubt."""

    key: str
    """Equal in all postings that ask for the same."""
    name: str
    strength: Strength
    years: float | None = None


@dataclass(frozen=True, slots=True)
class SeriousFinding:
    """An error or warning of the linter, in words."""

    severity: Severity
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class ReviewedPosting:
    """One posting of a review."""

    id: str | int
    title: str
    employer: str
    place: str
    language: str
    """ISO 639-1; nothing is claimed about a posting that is not English."""
    levels: tuple[Level, ...]
    role: str
    """`RoleTitle.key`; empty where the title says nothing."""
    role_name: str
    rung: str
    """`RoleTitle.rung`."""
    software: bool | None
    """Whether the software bands of the ladder apply; None where that is not known."""
    years: float | None
    """The highest least amount of required experience; None where no years are asked."""
    degree: DegreeLevel | None
    degree_strength: DegreeStrength | None
    must_haves: int
    """Requirements counted in the lists; 0 where there is no list."""
    pay: PayAsked | None
    words: int
    counts: tuple[tuple[Severity, int], ...]
    """Findings of the linter by severity, most severe first, without zeros."""
    rules: tuple[tuple[str, Severity, int], ...]
    """Findings of the linter by rule and severity."""
    serious: tuple[SeriousFinding, ...]
    """Its errors and warnings, most severe first, the first of them."""
    asked: tuple[ThingAsked, ...]
    technologies: tuple[str, ...]
    """Names of all technologies that the text mentions."""
    boilerplate: tuple[tuple[BoilerplateKind, tuple[str, ...]], ...]
    """Sentences of the sections that repeat from posting to posting, by kind."""
    shingles: bytes
    """Hashes of all runs of words, four bytes each, in rising order (see shingles.py)."""
    link: str = ""
    """Id of the posting in the library, where it is kept there."""
