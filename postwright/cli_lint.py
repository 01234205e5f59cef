"""The command `postwright lint`: findings of any number of postings, in the form that is asked for."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from postwright.cli_cases import report_wrong_finding
from postwright.cli_checking import Checked, check_all
from postwright.cli_fix import mend
from postwright.cli_inputs import house_rules, show_note, show_notes, standard_input
from postwright.cli_linter import linter, rules_run
from postwright.cli_options import known, number_of_jobs, selection_notes
from postwright.cli_progress import progress
from postwright.cli_status import FOUND, OK, UNUSABLE, complain
from postwright.cli_waive import accepted_in
from postwright.errors import DocumentError, InputError
from postwright.model.words import SEVERITIES, Severity

if TYPE_CHECKING:
    import argparse

    from postwright.exchange.accepted import Accepted
    from postwright.exchange.inputs import Input
    from postwright.exchange.lint_reports import Report
    from postwright.exchange.linted import Totals
    from postwright.exchange.resume import Earlier


def lint(options: argparse.Namespace) -> int:
    """Find what is missing from postings and what is asked beyond what the role needs."""
    from postwright.exchange.lint_reports import report_of
    from postwright.exchange.linted import Run, Totals

    refuse_idle(options)
    output = output_of(options)
    format = format_of(options.format, output)
    fail_on = known("severity", options.fail_on, SEVERITIES)
    jobs = number_of_jobs(options.jobs)
    guidelines = house_rules()
    if options.wrong:
        return report_wrong_finding(options, guidelines)
    if options.fix or options.unsafe_fixes:
        return mend(options, guidelines)
    lints = linter(options, guidelines)
    if options.select or options.ignore:
        for note in selection_notes(options, rules_run(options, guidelines), guidelines):
            show_note(note)
    accepted = accepted_in(options, guidelines)
    run = Run(dt.date.today(), lambda: rules_run(options, guidelines), show_waived=options.show_waived)
    totals = Totals()
    with progress(options.paths, output, totals) as advance:
        inputs = inputs_to_check(options.paths, output, advance)
        earlier = None
        if options.resume:
            inputs, earlier = resumed(inputs, output, format, totals)
        with destination(output, format, earlier) as stream:
            report = report_of(format, stream, run)
            write(report, totals, check_all(inputs, lints, jobs=jobs), accepted)
            report.end(totals)
    if output is not None and sys.stderr.isatty():
        say_where(output, totals)
    for line in accepted.complaints():
        show_note(line)
    return status_of(totals, fail_on)


def refuse_idle(options: argparse.Namespace) -> None:
    """Refuse an option that would do nothing without another one, or beside it."""
    if options.yes and not (options.fix or options.unsafe_fixes):
        raise InputError("--yes says yes to what --fix would change.", hint="Give --fix too, or leave it out.")
    if options.because and not options.wrong:
        raise InputError("--because says why a finding is wrong.", hint="Name the finding: --wrong N.")
    if options.posting and not options.wrong:
        raise InputError("--posting says which posting a wrong finding is of.", hint="Name the finding: --wrong N.")
    if (options.fix or options.unsafe_fixes) and (options.output or options.format):
        raise InputError(
            "--fix and --unsafe-fixes write into the postings themselves.", hint="Leave -o and --format out."
        )


def say_where(output: Path, totals: Totals) -> None:
    """Print on a terminal what was found and where it is written: silence would look like nothing done."""
    from postwright.exchange.findings_text import print_total
    from postwright.exchange.terminal import console_for

    print_total(console_for(sys.stderr), totals)
    show_note(f"written to {output}")


def output_of(options: argparse.Namespace) -> Path | None:
    """Return the file to write to, where one is named; it must be none of the postings."""
    if not options.output:
        return None
    output = Path(options.output)
    if any(path != "-" and os.path.realpath(path) == os.path.realpath(output) for path in options.paths):
        raise InputError(f"{output} is one of the postings.", hint="Choose another name with -o.")
    return output


def format_of(given: str, output: Path | None) -> str:
    """Return the format that is asked for, else that of the file's ending, else text."""
    from postwright.exchange.lint_reports import ENDINGS, FORMATS

    if given:
        return str(known("format", given, FORMATS))
    if output is None:
        return "text"
    format = ENDINGS.get(output.suffix.lower())
    if format is None:
        endings = ", ".join(sorted(ENDINGS))
        raise InputError(f"{output}: the ending tells no format.", hint=f"Give --format, or one of {endings}.")
    return format


def resumed(
    inputs: Iterator[Input | DocumentError], output: Path | None, format: str, totals: Totals
) -> tuple[Iterator[Input | DocumentError], Earlier | None]:
    """Return the inputs that an interrupted run has left, and the lines that it has written; these are counted."""
    from postwright.exchange.resume import earlier_of, still_to_do

    if output is None or format != "jsonl":
        raise InputError("--resume goes on with an output of JSON lines.", hint="Name it: -o FILE.jsonl --resume.")
    earlier = earlier_of(output)
    if earlier is None:
        show_note(f"There is no output to go on with; {output} is begun.")
        return inputs, None

    def report(error: DocumentError) -> None:
        complain(error)
        totals.unreadable += 1

    inputs = still_to_do(inputs, earlier, count=totals.add, report=report)
    show_note(f"{earlier.lines:,} postings are done already.")
    return inputs, earlier


@contextlib.contextmanager
def destination(output: Path | None, format: str, earlier: Earlier | None) -> Iterator[IO[str]]:
    """Give the stream for a report: standard output, or a file that takes its place when it is complete."""
    if output is None:
        if format == "html":  # says of itself that it is UTF-8
            with contextlib.suppress(AttributeError, ValueError):
                sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield sys.stdout
        return
    with file_for(output, format, earlier) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="\n")
        try:
            yield text
        finally:
            text.detach()  # writes what it holds; the file itself is closed by whoever opened it


@contextlib.contextmanager
def file_for(output: Path, format: str, earlier: Earlier | None) -> Iterator[IO[bytes]]:
    """Give the stream of a file: JSON lines stay when the run is interrupted, all else is whole or not at all."""
    if format != "jsonl":
        from postwright.exchange.save import saving

        with saving(output) as stream:
            yield stream
        return
    from postwright.exchange.resume import growing, part_of, refuse_to_lose

    if earlier is None:
        refuse_to_lose(output)
    try:
        with growing(output, earlier) as stream:
            yield stream
    except InputError:  # nothing was begun: the lines are those of another run
        raise
    except BaseException:
        kept = earlier.path if earlier else part_of(output)
        if kept.is_file():
            show_note(f"What is done is kept in {kept}; --resume goes on with it.")
        raise


def inputs_to_check(
    paths: Iterable[str], output: Path | None, advance: Callable[[Input | DocumentError], None]
) -> Iterator[Input | DocumentError]:
    """Yield what holds a posting; say on stderr what of a folder is left out."""
    from postwright.exchange.folders import LeftOut
    from postwright.exchange.inputs import inputs_of

    leave_out = {Path(os.path.realpath(path)) for path in ((str(output), f"{output}.part") if output else ())}
    for found in inputs_of(paths, stdin=standard_input(), leave_out=leave_out):
        if isinstance(found, LeftOut):
            show_note(str(found))
        else:
            advance(found)
            yield found


def write(report: Report, totals: Totals, checked: Iterable[Checked | DocumentError], accepted: Accepted) -> None:
    """Write the findings of all postings as they come, and count them."""
    from postwright.exchange.linted import Linted

    for found in checked:
        if isinstance(found, DocumentError):
            complain(found)
            report.problem(str(found))
            totals.unreadable += 1
            continue
        show_notes(found.posting)
        sifted = accepted.sift(found.posting, found.posting.text, found.findings)
        report.add(Linted(found.posting, sifted, found.title))
        totals.add((finding.severity, finding.rule) for finding in sifted.open)


def status_of(totals: Totals, fail_on: Severity) -> int:
    """Return the exit status: 2 where something could not be read, 1 where something was found, else 0."""
    if totals.unreadable:
        return UNUSABLE
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return FOUND if any(totals.by_severity[severity] for severity in failing) else OK
