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
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Waiver], ...], tuple[Waiver, ...]]:
    """Return the findings that no waiver covers, those that one does, and the waivers in force that cover nothing."""
    in_force = [waiver for waiver in waivers if waiver.expires is None or on <= waiver.expires]
    used: set[Waiver] = set()
    open_findings: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    for finding in findings:
        context = context_of(text, finding)
        covers = [waiver for waiver in in_force if waiver.rule == finding.rule and waiver.context == context]
        used.update(covers)
        if covers:
            waived.append((finding, covers[0]))
        else:
            open_findings.append(finding)
    return tuple(open_findings), tuple(waived), tuple(waiver for waiver in in_force if waiver not in used)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:32]
