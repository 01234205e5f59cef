"""The command `postwright lint`: findings of any number of postings, in the form that is asked for."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from postwright.cli_inputs import (
    brief_from,
    has_organisation,
    house_organisation,
    house_rules,
    inputs,
    show_notes,
    understood,
)
from postwright.cli_options import day, known, place_code, selectors
from postwright.cli_status import FOUND, OK, UNUSABLE, complain
from postwright.errors import DocumentError
from postwright.model.words import LEVELS, SEVERITIES, Severity

if TYPE_CHECKING:
    import argparse

    from postwright.exchange.document import Imported
    from postwright.model.finding import Finding


def lint(options: argparse.Namespace) -> int:
    """Find what is missing from postings and what is asked beyond what the role needs."""
    from postwright.exchange.lint_reports import FORMATS
    from postwright.linting.engine import lint as lint_document

    format = known("format", options.format, FORMATS)
    fail_on = known("severity", options.fail_on, SEVERITIES)
    guidelines = house_rules()
    brief = brief_from(options.brief, guidelines) if options.brief else None
    what_is_known: dict[str, Any] = {
        "guidelines": guidelines,
        "brief": brief,
        "organisation": house_organisation() if brief or has_organisation() else None,
        "date": day(options.date) or (brief.date_posted if brief else None) or dt.date.today(),
        "level": known("level", options.level, LEVELS) if options.level else None,
        "profile": known("profile", options.profile, guidelines.roles) if options.profile else "",
        "places": tuple(place_code(code) for code in options.place),
        "select": selectors(options.select, guidelines),
        "ignore": selectors(options.ignore, guidelines),
    }

    def findings_of(imported: Imported) -> tuple[str, tuple[Finding, ...]]:
        document, reading = understood(imported, options.title or (brief.title if brief else ""), guidelines)
        return reading.text, lint_document(document, reading, **what_is_known)

    return report_findings(inputs(options.paths), findings_of, format=format, fail_on=fail_on)


def report_findings(
    postings: Iterable[Imported | DocumentError],
    findings_of: Callable[[Imported], tuple[str, tuple[Finding, ...]]],
    *,
    format: str,
    fail_on: Severity,
) -> int:
    """Print the findings of all postings as they come and return the exit status."""
    from postwright.exchange.lint_reports import report_of

    report = report_of(format, sys.stdout)
    counts: Counter[Severity] = Counter()
    done = unreadable = 0
    for imported in postings:
        if isinstance(imported, DocumentError):
            complain(imported)
            unreadable += 1
            continue
        show_notes(imported)
        text, findings = findings_of(imported)
        report.add(imported.id, text, findings)
        counts.update(finding.severity for finding in findings)
        done += 1
    report.end(done, counts, unreadable)
    if unreadable:
        return UNUSABLE
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return FOUND if any(counts[severity] for severity in failing) else OK
