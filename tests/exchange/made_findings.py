"""Postings with made-up findings, for the reports."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from postwright.exchange.document import Imported
from postwright.exchange.linted import Linted, Run
from postwright.linting.rule import Example, Rule
from postwright.model.finding import Finding, Fix
from postwright.model.waiver import Sifted, Waiver
from postwright.model.words import Severity

DAY = dt.date(2026, 11, 25)


def finding(
    text: str, quote: str = "", *, rule: str = "wording/cliche", severity: Severity = "notice", **more: Any
) -> Finding:
    """Return a finding about the first place of `quote`, or about something missing."""
    start = text.index(quote) if quote else None
    return Finding(
        rule=rule,
        severity=severity,
        start=start,
        end=None if start is None else start + len(quote),
        message=more.pop("message", f"Something about {quote or 'the whole'}."),
        why=more.pop("why", "Because."),
        source=more.pop("source", "A study (2020)"),
        quote=quote,
        **more,
    )


def linted(
    text: str,
    *findings: Finding,
    id: str | int = "p.md",
    path: str | None = "p.md",
    line: int | None = None,
    in_file: Any = "exact",
    title: str = "",
    waived: tuple[tuple[Finding, Waiver], ...] = (),
) -> Linted:
    """Return a posting with its findings."""
    posting = Imported(text, None, id=id, path=Path(path) if path else None, line=line, in_file=in_file)
    everything = (*findings, *(each for each, _ in waived))
    return Linted(posting, Sifted(everything, tuple(findings), waived, (), ()), title)


def rule(
    id: str = "wording/cliche", *, severity: Severity = "notice", summary: str = "Words that say nothing."
) -> Rule:
    return Rule(
        id=id,
        severity=severity,
        summary=summary,
        why="Readers skip {them} and [more](x).",
        source="A study (2020)",
        check=lambda context: (),
        fires=(Example("x"),),
        silent=(Example("y"),),
    )


def run(*rules: Rule, show_waived: bool = False) -> Run:
    return Run(DAY, lambda: {each.id: each for each in rules}, show_waived=show_waived)


def hint(label: str) -> Fix:
    return Fix(label, "hint")
