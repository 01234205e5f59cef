"""The command line: `postwright draft | lint | read | cases | rules | explain | brief`.

Each command takes its options and returns an exit status; what it prints is made in `exchange`. Imports stand inside
the commands so that `lint` starts quickly: it loads neither database, documents' libraries nor the model stack unless
a file needs them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from postwright.cli_options import day, known, place_code, rule_named, selectors
from postwright.cli_parser import DRAFT_FORMATS, parser
from postwright.errors import DocumentError, InputError, PostwrightError
from postwright.model.words import LEVELS, SEVERITIES, Severity

if TYPE_CHECKING:
    import argparse

    from postwright.exchange.document import Imported
    from postwright.guidelines.records import Guidelines
    from postwright.model.brief import Brief, Organisation
    from postwright.model.finding import Finding

OK = 0
FOUND = 1
"""A finding at or above `--fail-on`."""
UNUSABLE = 2
"""Wrong usage, or an input that cannot be read; the others were done."""
INTERRUPTED = 130
BROKEN_PIPE = 141


def main(argv: list[str] | None = None) -> int:
    """Run the command line with `argv` (default: the process's arguments) and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        options = parser().parse_args(argv)
        status = COMMANDS[options.command](options)
        sys.stdout.flush()
        return status
    except SystemExit as finish:  # argparse has said what is wrong, or has shown its help
        return finish.code if isinstance(finish.code, int) else OK
    except PostwrightError as error:
        complain(error)
        return UNUSABLE
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _close_stdout()
        return BROKEN_PIPE
    except OSError as error:
        print(f"postwright: the output cannot be written: {error.strerror or error}.", file=sys.stderr)
        return UNUSABLE


def complain(error: PostwrightError) -> None:
    """Print an error and what to do about it on stderr."""
    from postwright.exchange.terminal import visible

    print("\n".join(visible(line) for line in f"postwright: {error}".splitlines()), file=sys.stderr)


def draft(options: argparse.Namespace) -> int:
    """Write the posting that a brief stands for; remarks on it go to standard error."""
    from postwright.drafting.compose import compose
    from postwright.drafting.render import to_markdown
    from postwright.exchange.exporting import export
    from postwright.exchange.save import save

    output = Path(options.output) if options.output else None
    format = draft_format(options.format, output)
    if output is not None and options.brief != "-" and output.resolve() == Path(options.brief).resolve():
        raise InputError(f"{output} is the brief itself.", hint="Choose another name with -o.")
    guidelines = house_rules()
    brief = brief_from(options.brief, guidelines)
    organisation = house_organisation()
    posting = compose(brief, organisation=organisation, guidelines=guidelines)
    text = to_markdown(posting)
    content = export(format, posting, text, brief, organisation)
    if output is not None:
        save(content, output)
    else:
        write_bytes(content)
    findings = findings_of_draft(text, brief, organisation, guidelines)
    print_remarks(findings, text, brief=brief, organisation=organisation, format=format, output=output)
    return OK


def draft_format(given: str, output: Path | None) -> str:
    """Return the format that is asked for, else that of the file's ending, else Markdown."""
    from postwright.exchange.exporting import format_of

    if given:
        format = str(known("format", given, DRAFT_FORMATS))
    elif output is None:
        format = "md"
    else:
        format = format_of(output.name) or str(known("format", output.suffix, DRAFT_FORMATS))
    if format == "docx" and output is None and sys.stdout.isatty():
        raise InputError("A Word document cannot be shown here.", hint="Name a file: -o posting.docx")
    return format


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


def read(options: argparse.Namespace) -> int:
    """Show what is understood of postings: sections, demands, degree, pay, technologies."""
    format = known("format", options.format, ("text", "jsonl"))
    guidelines = house_rules()
    if options.wrong or options.missed or options.should_be:
        return report_wrong_reading(options, guidelines)
    status = OK
    for imported in inputs(options.paths):
        if isinstance(imported, DocumentError):
            complain(imported)
            status = UNUSABLE
            continue
        show_notes(imported)
        _, reading = understood(imported, options.title, guidelines)
        if format == "jsonl":
            from postwright.exchange.lint_reports import json_line
            from postwright.exchange.reading_json import read_object

            sys.stdout.write(json_line(read_object(id=imported.id, reading=reading)))
        else:
            from postwright.exchange.reading_text import print_reading
            from postwright.exchange.terminal import console_for

            print_reading(console_for(sys.stdout), name=str(imported.id), reading=reading)
    return status


def report_wrong_reading(options: argparse.Namespace, guidelines: Guidelines) -> int:
    """Keep in the local file of cases that something was read wrongly or missed in one posting."""
    from postwright.exchange.cases import case_of, keep, missed_case, replace_kept
    from postwright.exchange.marks import marks_of
    from postwright.overlay import reading_cases_file

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
    path = reading_cases_file()
    is_new = keep(case, path)
    if not is_new and case.should_be:
        replace_kept(case, path)
    read_as = f", read as “{case.read}”" if case.read else ""
    verb = "Reported" if is_new else "Reported before, and noted again"
    print(f"{verb}: {case.about}{read_as}. Kept in {path}, on this machine only.", file=sys.stderr)
    return OK


def cases(options: argparse.Namespace) -> int:
    """List the reported readings, and which of them are read differently by now."""
    from postwright.exchange.cases import read_cases, recheck
    from postwright.exchange.cases_text import case_object, print_cases
    from postwright.exchange.terminal import console_for
    from postwright.overlay import reading_cases_file
    from postwright.reading.reader import read as read_text

    format = known("format", options.format, ("text", "jsonl"))
    path = Path(options.file) if options.file else reading_cases_file()
    if options.file and not path.is_file():
        raise InputError(f"{path} is no file.", hint="Name a file of reports, or leave --file out.")
    guidelines = house_rules()
    kept, broken = read_cases(path)
    for number in broken:
        print(f"postwright: {path}, line {number} is no reported reading; it is left out.", file=sys.stderr)
    checked = [
        (case, recheck(case, lambda text, title: read_text(text, title=title, guidelines=guidelines))) for case in kept
    ]
    if format == "jsonl":
        from postwright.exchange.lint_reports import json_line

        for case, still_so in checked:
            sys.stdout.write(json_line(case_object(case, still_so=still_so)))
    else:
        print_cases(console_for(sys.stdout), checked, path=path)
    return UNUSABLE if broken else OK


def rules(options: argparse.Namespace) -> int:
    """List all rules with their severities."""
    from postwright.exchange.rules_text import print_rules
    from postwright.exchange.terminal import console_for
    from postwright.linting.registry import all_rules

    guidelines = house_rules()
    print_rules(console_for(sys.stdout), all_rules(guidelines), guidelines.severities)
    return OK


def explain(options: argparse.Namespace) -> int:
    """Print a rule's record: what it finds, why, its source, and examples."""
    from postwright.exchange.rules_text import print_rule
    from postwright.exchange.terminal import console_for
    from postwright.linting.registry import all_rules

    guidelines = house_rules()
    rule = rule_named(options.rule, all_rules(guidelines))
    print_rule(console_for(sys.stdout), rule, severity=guidelines.severities.get(rule.id, rule.severity))
    return OK


def brief_template(options: argparse.Namespace) -> int:
    """Print a commented brief to fill in."""
    from postwright.exchange.brief_yaml import template_brief

    roles = house_rules().roles
    profile = roles[known("profile", options.profile, roles)] if options.profile else None
    print(template_brief(profile), end="")
    if profile is None:
        print(f"postwright: with --profile the brief offers usual duties: {', '.join(sorted(roles))}", file=sys.stderr)
    return OK


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "draft": draft,
    "lint": lint,
    "read": read,
    "cases": cases,
    "rules": rules,
    "explain": explain,
    "brief": brief_template,
}


# --- the house


def house_rules() -> Guidelines:
    """Return the guidelines with the organisation's overlay."""
    from postwright.guidelines.load import load_guidelines
    from postwright.overlay import overlay_folder

    return load_guidelines(overlay_folder())


def has_organisation() -> bool:
    """Return whether the organisation's facts are there to be read: they cost pydantic's start."""
    from postwright.guidelines.files import ORGANISATION_FILE
    from postwright.overlay import overlay_folder

    folder = overlay_folder()
    return folder is not None and (folder / ORGANISATION_FILE).is_file()


def house_organisation() -> Organisation:
    """Return the organisation's standing facts; empty where there are none."""
    from postwright.guidelines.organisation import load_organisation
    from postwright.overlay import overlay_folder

    return load_organisation(overlay_folder())


# --- inputs


def inputs(paths: Iterable[str]) -> Iterator[Imported | DocumentError]:
    """Yield every posting of every path, or what is wrong with it."""
    from postwright.exchange.importing import read_path, read_stream

    for path in paths:
        if path == "-":
            yield from read_stream(sys.stdin.buffer.read())
        else:
            yield from read_path(Path(path), name=path)


def brief_from(path: str, guidelines: Guidelines) -> Brief:
    """Return the brief in a file. Raises BriefError or DocumentError with what to do."""
    from postwright.exchange.brief_yaml import check_profile, load_brief
    from postwright.exchange.importing import read_brief_file

    text = read_brief_file(sys.stdin.buffer.read() if path == "-" else Path(path), name=path)
    brief = load_brief(text, name="the brief" if path == "-" else path)
    check_profile(brief, guidelines.roles)
    return brief


def understood(imported: Imported, title: str, guidelines: Guidelines) -> tuple[Any, Any]:
    """Return the document and the reading of a posting."""
    from postwright.reading.document import parse
    from postwright.reading.reader import read_document

    document = parse(imported.text, format=imported.format)
    return document, read_document(document, title=title or imported.title, guidelines=guidelines)


def show_notes(imported: Imported) -> None:
    """Print on stderr what was noticed while a posting was read."""
    for note in imported.notes:
        print(f"postwright: {imported.id}: {note}", file=sys.stderr)


# --- output


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


def write_bytes(content: bytes) -> None:
    """Write an export to standard output, whatever encoding the console has."""
    stream: IO[bytes] | None = getattr(sys.stdout, "buffer", None)
    sys.stdout.flush()
    if stream is None:
        sys.stdout.write(content.decode("utf-8", errors="replace"))
    else:
        stream.write(content)
        stream.flush()


def findings_of_draft(
    text: str, brief: Brief, organisation: Organisation, guidelines: Guidelines
) -> tuple[Finding, ...]:
    """Return what the linter says of a draft."""
    from postwright.linting.engine import lint as lint_document
    from postwright.reading.document import parse
    from postwright.reading.reader import read_document

    document = parse(text, format="markdown")
    reading = read_document(document, title=brief.title, guidelines=guidelines)
    date = brief.date_posted or dt.date.today()
    return lint_document(document, reading, guidelines=guidelines, date=date, brief=brief, organisation=organisation)


def print_remarks(
    findings: Sequence[Finding],
    text: str,
    *,
    brief: Brief,
    organisation: Organisation,
    format: str,
    output: Path | None,
) -> None:
    """Print on stderr where the posting went, what the linter says and what a search engine will miss."""
    from postwright.exchange.findings_text import print_serious, summary
    from postwright.exchange.terminal import console_for

    console = console_for(sys.stderr)
    where = f"{output}: " if output else ""
    console.print(f"{where}{summary(findings)}")
    print_serious(console, findings)
    if format == "jsonld":
        from postwright.exchange.jsonld import google_missing

        for missing in google_missing(brief, organisation, text=text):
            verb = "requires" if missing.need == "required" else "recommends"
            console.print(f"  Google {verb} {missing.words} ({missing.field})")


def _close_stdout() -> None:
    """Keep the interpreter from complaining about the closed pipe when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
