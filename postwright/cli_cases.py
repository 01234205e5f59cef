"""Reports of what is wrong: `postwright read --wrong | --missed`, `postwright lint --wrong`, and `postwright cases`."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from postwright.cli_inputs import has_organisation, house_organisation, house_rules, inputs, show_note, understood
from postwright.cli_linter import Linter, linter
from postwright.cli_options import known
from postwright.cli_status import OK, UNUSABLE
from postwright.cli_waive import numbered, one_posting
from postwright.errors import DocumentError, InputError

if TYPE_CHECKING:
    import argparse

    from postwright.exchange.cases import Case, Given
    from postwright.exchange.document import Imported
    from postwright.guidelines.records import Guidelines


def report_wrong_reading(options: argparse.Namespace, guidelines: Guidelines) -> int:
    """Keep in the local file of cases that something was read wrongly or missed in one posting."""
    from postwright.exchange.cases import case_of, missed_case
    from postwright.exchange.marks import marks_of

    if bool(options.wrong) == bool(options.missed):
        raise InputError("Say what is wrong.", hint="Give --wrong with a number, or --missed with words of the text.")
    imported, *more = inputs(options.paths)
    if isinstance(imported, DocumentError):
        raise imported
    if more:
        raise InputError("Only one posting can be reported at a time.", hint="Name a file that holds one posting.")
    _, reading = understood(imported, options.title, guidelines)
    now = dt.datetime.now(dt.UTC)
    if options.missed:
        case = missed_case(reading, options.missed, should_be=options.should_be, now=now)
    else:
        marks = marks_of(reading)
        mark = next((mark for mark in marks if mark.number == options.wrong), None)
        if mark is None:
            raise InputError(
                f"Nothing that was read has the number {options.wrong}.",
                hint=f"`postwright read` shows 1 to {len(marks)}." if marks else "Nothing was read in this text.",
            )
        case = case_of(reading, mark, should_be=options.should_be, now=now)
    keep_report(case, f"{case.about}, read as {_quoted(case.read)}" if case.read else case.about)
    return OK


def _quoted(words: str) -> str:
    """Return words in quotation marks, where they have none of their own."""
    return words if "“" in words else f"“{words}”"


def report_wrong_finding(options: argparse.Namespace, guidelines: Guidelines) -> int:
    """Keep in the local file of cases that a finding of one posting is wrong."""
    from postwright.exchange.cases import finding_case

    path, *more = options.paths
    if more:
        raise InputError("Only one posting can be reported at a time.", hint="Name one file.")
    imported, lints = one_posting(path, options.posting), linter(options, guidelines)
    reading, findings = lints.read_and_lint(imported)
    case = finding_case(
        numbered(findings, options.wrong),
        text=reading.text,
        title=reading.title,
        given=given_to(lints, imported),
        because=options.because,
        now=dt.datetime.now(dt.UTC),
    )
    keep_report(case, f"{case.rule}: {case.read}")
    show_note(f'To ignore it too: postwright waive {path} --finding {options.wrong} --reason "..."')
    return OK


def given_to(lints: Linter, imported: Imported) -> Given:
    """Return what was known beside a text when it was linted, as a case keeps it."""
    from postwright.exchange.cases import given_of

    known = lints.known
    return given_of(
        format=imported.format,
        date=known["date"],
        level=known["level"],
        profile=known["profile"],
        places=known["places"],
        brief=known["brief"],
    )


def keep_report(case: Case, words: str) -> None:
    """Keep a case, or note it anew with what was said of it this time."""
    from postwright.exchange.cases import keep, replace_kept
    from postwright.overlay import reading_cases_file

    path = reading_cases_file()
    is_new = keep(case, path)
    if not is_new and case.should_be:
        replace_kept(case, path)
    verb = "Reported" if is_new else "Reported before, and noted again"
    show_note(f"{verb}: {words.rstrip('.')}. Kept in {path}, on this machine only.")


def cases(options: argparse.Namespace) -> int:
    """List what was reported as wrong, and what of it is read or found differently by now."""
    from postwright.exchange.case_check import still_so
    from postwright.exchange.cases import read_cases
    from postwright.exchange.cases_text import case_object, print_cases
    from postwright.exchange.terminal import console_for
    from postwright.overlay import reading_cases_file

    format = known("format", options.format, ("text", "jsonl"))
    path = Path(options.file) if options.file else reading_cases_file()
    if options.file and not path.is_file():
        raise InputError(f"{path} is no file.", hint="Name a file of reports, or leave --file out.")
    guidelines = house_rules()
    kept, broken = read_cases(path)
    for number in broken:
        show_note(f"{path}, line {number} is no report; it is left out.")
    organisation = house_organisation() if has_organisation() else None
    checked = [(case, still_so(case, guidelines=guidelines, organisation=organisation)) for case in kept]
    if format == "jsonl":
        from postwright.exchange.lint_reports import json_line

        for case, is_still_so in checked:
            sys.stdout.write(json_line(case_object(case, still_so=is_still_so)))
    else:
        print_cases(console_for(sys.stdout), checked, path=path)
    return UNUSABLE if broken else OK
