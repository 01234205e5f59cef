"""A statement with its sources -> a judgement: does it say only what they say?

Every check is a function `check(statement, sources, lexicon)` that yields findings with spans in the prepared text;
they are listed here, and their spans are led back to the text as given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from postwright.grounding.checks import (
    amounts,
    binding,
    concepts,
    counted,
    days,
    limits,
    links,
    meaning,
    moments,
    names,
    opposites,
    periods,
)
from postwright.grounding.examined import Examined, examined, examined_source
from postwright.grounding.lexicon import Lexicon
from postwright.grounding.prepared import MOST_CHARACTERS
from postwright.model.statement import GroundingFinding, Judgement, Statement

Check = Callable[[Examined, tuple[Examined, ...], Lexicon], Iterator[GroundingFinding]]

CHECKS: tuple[Check, ...] = (
    amounts.check,
    periods.check,
    days.check,
    moments.check,
    binding.check,
    counted.check,
    links.check,
    concepts.check,
    opposites.check,
    limits.check,
    names.check,
    meaning.check,
)  # fmt: skip
"""In the order in which their findings explain themselves best: facts first, then meaning."""


def verify(statement: Statement, *, lexicon: Lexicon) -> Judgement:
    """Return the judgement on a statement; its findings are in the order of the text, the first of each span."""
    text = statement.text
    if len(text) > MOST_CHARACTERS:
        return _refused(
            "too_long", text, f"The line has {len(text):,} characters; {MOST_CHARACTERS} are judged at most."
        )
    if not any(source.text.strip() for source in statement.sources):
        return _refused("unknown_source", text, "The line names no source.")
    said = examined(text, lexicon, section=statement.section)
    sources = tuple(examined_source(source, lexicon) for source in statement.sources)
    found = [finding for check in CHECKS for finding in check(said, sources, lexicon)]
    placed: dict[tuple[int, int, bool], GroundingFinding] = {}
    for finding in found:
        span = said.prepared.back(finding.start), said.prepared.back(finding.end, is_end=True)
        placed.setdefault((*span, finding.refuses), replace(finding, start=span[0], end=span[1]))
    findings = tuple(sorted(placed.values(), key=lambda f: (f.start, f.end, not f.refuses)))
    return Judgement(not any(finding.refuses for finding in findings), findings)


def _refused(kind: str, text: str, message: str) -> Judgement:
    return Judgement(False, (GroundingFinding(kind, 0, len(text), message, refuses=True),))
