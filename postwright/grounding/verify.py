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
    credentials,
    links,
    meaning,
    names,
    opposites,
    periods,
    unsaid,
)
from postwright.grounding.examined import Examined, examined, examined_source
from postwright.grounding.lexicon import Lexicon
from postwright.grounding.prepared import MOST_CHARACTERS
from postwright.model.statement import GroundingFinding, Judgement, Statement

Check = Callable[[Examined, tuple[Examined, ...], Lexicon], Iterator[GroundingFinding]]

CHECKS: tuple[Check, ...] = (
    amounts.check,
    periods.check,
    binding.check,
    links.check,
    names.check,
    concepts.check,
    credentials.check,
    opposites.check,
    unsaid.check,
    meaning.check,
)  # fmt: skip
"""In the order in which their findings explain themselves best: facts first, then meaning."""


def verify(statement: Statement, *, lexicon: Lexicon) -> Judgement:
    """Return the judgement on a statement; its findings are in the order of the text."""
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
    placed = {
        replace(f, start=said.prepared.back(f.start), end=said.prepared.back(f.end, is_end=True)): None for f in found
    }
    findings = tuple(sorted(placed, key=lambda f: (f.start, f.end, not f.refuses)))
    return Judgement(not any(finding.refuses for finding in findings), findings)


def _refused(kind: str, text: str, message: str) -> Judgement:
    return Judgement(False, (GroundingFinding(kind, 0, len(text), message, refuses=True),))
