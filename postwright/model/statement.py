"""A statement of a posting with the sources that it cites, and what was found when the two were compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from postwright.model.words import SectionKind

BriefField = Literal[
    "title",
    "level",
    "team",
    "summary",
    "reporting_line",
    "location",
    "workplace",
    "employment_type",
    "hours",
    "pay",
    "other_compensation",
    "benefit",
    "must_have",
    "nice_to_have",
    "responsibility",
    "outcome",
    "education",
    "licence",
    "language",
    "travel",
    "on_call",
    "physical",
    "clearance",
    "visa",
    "process",
    "contact",
    "company",
]
"""What kind of entry a source is, whatever list of the brief or of the organisation it stands in."""
BRIEF_FIELDS: tuple[BriefField, ...] = get_args(BriefField)


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the brief, or a standing text of the house, that a statement cites."""

    field: BriefField
    text: str
    id: str = ""
    """`must_have.2`, `organisation.description`; empty where the source stands for itself."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or line of a posting with all that it may rest on."""

    text: str
    sources: tuple[Source, ...]
    section: SectionKind


@dataclass(frozen=True, slots=True)
class GroundingFinding:
    """Something in a statement that its sources do not say; the span counts characters of `Statement.text`."""

    kind: str
    start: int
    end: int
    message: str
    """What was found and why it matters, for a manager."""
    refuses: bool
    """Whether a model's item is refused for it; otherwise it is only shown."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The result for one statement."""

    supported: bool
    """Whether no finding refuses it."""
    findings: tuple[GroundingFinding, ...]
