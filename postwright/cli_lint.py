"""The command `postwright lint`: findings of any number of postings, in the form that is asked for."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.cli_cases import report_wrong_finding
from postwright.cli_fix import mend
from postwright.cli_inputs import house_rules, inputs, show_note, show_notes
from postwright.cli_linter import Linter, linter
from postwright.cli_options import known
from postwright.cli_status import FOUND, OK, UNUSABLE, complain
from postwright.cli_waive import accepted_in
from postwright.errors import DocumentError
from postwright.model.words import SEVERITIES, Severity

if TYPE_CHECKING:
    import argparse

    from postwright.exchange.accepted import Accepted
    from postwright.exchange.document import Imported
    from postwright.exchange.lint_reports import Report


def lint(options: argparse.Namespace) -> int:
    """Find what is missing from postings and what is asked beyond what the role needs."""
    from postwright.exchange.lint_reports import FORMATS, report_of

    format = known("format", options.format, FORMATS)
    fail_on = known("severity", options.fail_on, SEVERITIES)
    guidelines = house_rules()
    if options.wrong:
        return report_wrong_finding(options, guidelines)
    if options.fix or options.unsafe_fixes:
        return mend(options, guidelines)
    accepted = accepted_in(options, guidelines)
    report = report_of(format, sys.stdout, show_waived=options.show_waived)
    status = report_findings(inputs(options.paths), linter(options, guidelines), accepted, report, fail_on=fail_on)
    for line in accepted.complaints():
        show_note(line)
    return status


def report_findings(
    postings: Iterable[Imported | DocumentError],
    findings_of: Linter,
    accepted: Accepted,
    report: Report,
    *,
    fail_on: Severity,
) -> int:
    """Print the findings of all postings as they come and return the exit status."""
    counts: Counter[Severity] = Counter()
    done = unreadable = 0
    for imported in postings:
        if isinstance(imported, DocumentError):
            complain(imported)
            unreadable += 1
            continue
        show_notes(imported)
        text, findings = findings_of(imported)
        sifted = accepted.sift(imported, text, findings)
        report.add(imported.id, text, sifted)
        counts.update(finding.severity for finding in sifted.open)
        done += 1
    report.end(done, counts, unreadable)
    if unreadable:
        return UNUSABLE
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return FOUND if any(counts[severity] for severity in failing) else OK
