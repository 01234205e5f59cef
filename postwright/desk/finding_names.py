"""A name for each finding of a text that stays the same while text is typed elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha1

from postwright.model.finding import Finding


def names_of(findings: Sequence[Finding]) -> list[str]:
    """Return a name for each finding, without offsets: a click that arrives after typing still meets its own."""
    seen: Counter[str] = Counter()
    names = []
    for finding in findings:
        words = sha1(f"{finding.quote}\0{finding.field}\0{finding.message}".encode()).hexdigest()[:12]
        name = f"{finding.rule}:{words}"
        names.append(f"{name}:{seen[name]}")
        seen[name] += 1
    return names
