"""The closed vocabularies that every layer shares (see the words in CONTRIBUTING.md)."""

from __future__ import annotations

from typing import Literal, get_args

Level = Literal["intern", "entry", "mid", "senior", "staff", "principal", "lead", "manager", "director", "executive"]
LEVELS: tuple[Level, ...] = get_args(Level)

Strength = Literal["required", "preferred"]

SectionKind = Literal[
    "title",
    "summary",
    "company",
    "team",
    "responsibilities",
    "requirements",
    "preferred",
    "pay",
    "benefits",
    "location",
    "schedule",
    "process",
    "equal_opportunity",
    "other",
]
SECTION_KINDS: tuple[SectionKind, ...] = get_args(SectionKind)

Severity = Literal["error", "warning", "notice", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # most severe first

DegreeLevel = Literal["high_school", "associate", "bachelor", "master", "doctorate", "professional", "unspecified"]

PayPeriod = Literal["hour", "day", "week", "month", "year"]

Workplace = Literal["on_site", "hybrid", "remote"]

EmploymentType = Literal[
    "full_time", "part_time", "contractor", "temporary", "intern", "volunteer", "per_diem", "other"
]

Confidence = Literal["high", "medium", "low"]
