"""Wordings that a model brought into a line: what the linter says of it now and did not say before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from postwright.guidelines.records import Guidelines
from postwright.linting.engine import lint
from postwright.model.finding import Finding
from postwright.model.statement import GroundingFinding
from postwright.reading.document import parse
from postwright.reading.reader import read_document

RULES = ("wording/",)
"""Of a line by itself only wordings can be judged; what the whole posting says is linted on the page."""


def new_wordings(text: str, *, before: str, guidelines: Guidelines, date: dt.date) -> Iterator[GroundingFinding]:
    """Yield a finding that refuses for each remark on `text` that could not be made on `before`."""
    known = {(finding.rule, finding.quote.casefold()) for finding in _remarks(before, guidelines, date)}
    for finding in _remarks(text, guidelines, date):
        if finding.start is None or finding.end is None or finding.severity == "info":
            continue
        if (finding.rule, finding.quote.casefold()) not in known:
            yield GroundingFinding("wording", finding.start, finding.end, finding.message, refuses=True)


def _remarks(text: str, guidelines: Guidelines, date: dt.date) -> tuple[Finding, ...]:
    document = parse(text, format="plain")
    reading = read_document(document, title="", guidelines=guidelines)
    return lint(document, reading, guidelines=guidelines, date=date, select=RULES)
