"""Is a stretch of text a sentence or paragraph that its writer could have put shorter?

Not where the law wrote it (equal opportunity, disability, how pay is set), and not where several lines were run
together on the way here, which shows in words joined without a space and in list marks within a line.
"""

from __future__ import annotations

import re

from postwright.late_pattern import late

_LEGAL = late(
    r"\b(discriminat|equal|opportunit|diversity|divers|inclusi|disabilit|disabled|accommodat|adjustments?\b|race\b|"
    r"religio|veteran|protected|harass|retaliat|ethnic|origin\b|gender|sex\b|sexual|pregnan|marital|civil rights|"
    r"essential functions?|americans with|at[- ]will|affirmative|legally|law\b|laws\b|statut|"
    r"criminal|arrest|conviction|"
    r"base salary|salary range|pay range|compensation range|labor markets?|geographic|pay transparency|"
    r"drug[- ]free|e-?verify|privacy|personal data)",
    re.IGNORECASE,
)
_JOINED = late(
    r"[a-z]{2}[.!?:;)](?:\d[A-Z]|[A-Z][a-z])|[a-z]{3}[-–—][A-Z][a-z]{2}|[•·§●▪◦]|€¢|Â·|\*{2,}|"
    r"\s[-–*]\s[A-Z]|;[^;]{3,}?;|\b\d{1,2}[.)]\s[A-Z]|\b[A-E][.)]\s[A-Z]"
)
_CAMELS = late(r"[a-z]{4}[A-Z][a-z]{2,}|[a-z]{4}[A-Z]{3,}")
_STARTS_WITHIN = late(r"[a-z,)] [A-Z][a-z]{3,} (?:[a-z]{2,})")
_OPENS_WITHIN = late(
    r"[a-z)] (?:Experience|Ability|Knowledge|Proven|Demonstrated|Familiarity|Excellent|Must|Strong|Responsible|"
    r"Create|Provide|Manage|Maintain|Develop|Oversee|Ensure|Assist|Perform|Prepare|Coordinate|"
    r"An? [a-z]{4,}) (?:[a-z]{2,})|[a-z)] Salary [Rr]ange\b"
)
"""A requirement or a duty that begins amid a sentence: the line before it lost its end."""
MANY_STARTS = 4
"""Words with a capital amid a sentence, followed by small ones, after which it is a list without its breaks."""


def is_legal(text: str, start: int, end: int, *, words: float) -> bool:
    """Say whether text[start:end] has at least so many different words of legal text, or says how pay is set."""
    found = {found.lower() for found in _LEGAL.findall(text, start, end)}
    return len(found) >= words or _FACTORS.search(text, start, end) is not None


_FACTORS = late(
    r"\b(?:considers?|based on|depend\w* (?:up)?on|variety of|number of|such) (?:\w+ ){0,3}factors\b", re.IGNORECASE
)
"""How pay is set, as pay-transparency laws have it said."""


def is_run_together(text: str, start: int, end: int) -> bool:
    """Say whether text[start:end] is several lines that lost their breaks."""
    stretch = text[start:end]
    return (
        _JOINED.search(stretch) is not None
        or len(_CAMELS.findall(stretch)) > 1
        or _OPENS_WITHIN.search(stretch) is not None
        or len(_STARTS_WITHIN.findall(stretch)) >= MANY_STARTS
    )
