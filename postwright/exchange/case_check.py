"""A report -> whether it is still so by the present rules and guidelines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from postwright.exchange.cases import FINDING, MISSED, Case, reported_finding
from postwright.exchange.marks import marks_of
from postwright.linting.engine import lint
from postwright.model.finding import Finding
from postwright.model.waiver import context_of
from postwright.model.words import LEVELS
from postwright.reading.document import parse
from postwright.reading.reader import read, read_document

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.model.brief import Brief, Organisation


def still_so(case: Case, *, guidelines: Guidelines, organisation: Organisation | None = None) -> bool:
    """Tell whether a case is still read, or found, as it was reported."""
    if case.about == FINDING:
        return _is_found(case, guidelines, organisation)
    marks = marks_of(read(case.text, title=case.title, guidelines=guidelines))
    if case.about == MISSED:
        return not any(
            mark.start < case.end and mark.end > case.start for mark in marks if mark.kind not in ("section", "title")
        )
    same = (case.about, case.start, case.end, case.read)
    return any((mark.kind, mark.start, mark.end, mark.words) == same for mark in marks)


def _is_found(case: Case, guidelines: Guidelines, organisation: Organisation | None) -> bool:
    """Tell whether the case's rule still remarks on the same words; of what has no place, still says the same."""
    given = case.given
    format = given.get("format")
    document = parse(case.text, format=format if format in ("plain", "markdown") else None)
    level, places = given.get("level"), given.get("places")
    found = lint(
        document,
        read_document(document, title=case.title, guidelines=guidelines),
        guidelines=guidelines,
        date=_day(given.get("date")) or dt.date.fromisoformat(case.reported[:10]),
        brief=_brief(given),
        organisation=organisation,
        level=level if level in LEVELS else None,
        profile=str(given.get("profile", "")),
        places=tuple(map(str, places)) if isinstance(places, list) else (),
        select=(case.rule,),
    )
    if guidelines.severities.get(case.rule) == "off":
        return False
    return any(_same(finding, case) for finding in found)


def _same(finding: Finding, case: Case) -> bool:
    if finding.rule != case.rule:
        return False
    reported = reported_finding(case)
    if finding.start is None or reported.start is None:
        return finding.start is reported.start and context_of(case.text, finding) == context_of(case.text, reported)
    return (finding.start, finding.end) == (reported.start, reported.end)


def _day(given: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(given)
    except (TypeError, ValueError):
        return None


def _brief(given: Mapping[str, Any]) -> Brief | None:
    """Return the brief of a case; None where it had none, or one that is no longer valid."""
    if not given.get("brief"):
        return None
    from pydantic import ValidationError

    from postwright.model.brief import Brief

    try:
        return Brief.model_validate(given["brief"])
    except ValidationError:
        return None
