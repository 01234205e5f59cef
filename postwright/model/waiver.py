"""An accepted finding: it stays silent as long as the words around it stay, wherever in the text they move."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from postwright.model.finding import Finding

WORDS_AROUND = 4
"""Words of the same line before and after the quote that are part of its context."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Who accepted a finding, why, and until when (the last day on which it holds; None for ever)."""

    rule: str
    context: str
    """`context_of` the finding when it was accepted."""
    quote: str
    reason: str
    owner: str = ""
    expires: dt.date | None = None

    def holds(self, finding: Finding, context: str, *, on: dt.date) -> bool:
        """Return whether the waiver covers `finding` with that context on a day."""
        return self.rule == finding.rule and self.context == context and (self.expires is None or on <= self.expires)


def context_of(text: str, finding: Finding) -> str:
    """Return a hash of the finding's quote and the words around it on its line.

    A finding without a place (something missing) is known by its message and the field it is about: one place's law
    may ask for what another's does not.
    """
    if finding.start is None or finding.end is None:
        return _hash(f"missing {finding.field} {finding.message}")
    line_start = text.rfind("\n", 0, finding.start) + 1
    line_end = text.find("\n", finding.end)
    before = _words(text[line_start : finding.start])[-WORDS_AROUND:]
    after = _words(text[finding.end : len(text) if line_end < 0 else line_end])[:WORDS_AROUND]
    return _hash(" ".join([*before, "[", *_words(text[finding.start : finding.end]), "]", *after]))


def split(
    findings: Iterable[Finding], text: str, waivers: Iterable[Waiver], *, on: dt.date
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Waiver], ...]]:
    """Return the findings that no waiver covers, and those that one does."""
    kept = tuple(waivers)
    open_findings: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    for finding in findings:
        context = context_of(text, finding)
        cover = next((waiver for waiver in kept if waiver.holds(finding, context, on=on)), None)
        if cover:
            waived.append((finding, cover))
        else:
            open_findings.append(finding)
    return tuple(open_findings), tuple(waived)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:32]
