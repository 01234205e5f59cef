"""The command line: `postwright draft | lint | review | waive | read | ground | cases | rules | explain | ...`.

Each command takes its options and returns an exit status; what it prints is made in `exchange`. Imports stand inside
the commands so that `lint` starts quickly: it loads neither database, documents' libraries nor the model stack unless
a file needs them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from postwright.cli_cases import cases, report_wrong_reading
from postwright.cli_doctor import doctor
from postwright.cli_ground import ground
from postwright.cli_inputs import (
    brief_from,
    house_organisation,
    house_rules,
    inputs,
    show_notes,
    understood,
)
from postwright.cli_lint import lint
from postwright.cli_options import known, rule_named
from postwright.cli_parser import DRAFT_FORMATS, parser
from postwright.cli_review import review
from postwright.cli_status import BROKEN_PIPE, INTERRUPTED, OK, UNUSABLE, complain
from postwright.cli_waive import waive
from postwright.errors import DocumentError, InputError, PostwrightError

if TYPE_CHECKING:
    import argparse

    from postwright.guidelines.records import Guidelines
    from postwright.model.brief import Brief, Organisation
    from postwright.model.finding import Finding


def main(argv: list[str] | None = None) -> int:
    """Run the command line with `argv` (default: the process's arguments) and return the exit status."""
    if sys.stdout is None:  # closed by whoever started this: writing must fail, and be said
        sys.stdout = open(os.devnull, encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
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


def draft(options: argparse.Namespace) -> int:
    """Write the posting that a brief stands for; remarks on it go to standard error."""
    from postwright.drafting.compose import compose
    from postwright.drafting.render import to_markdown
    from postwright.exchange.exporting import export
    from postwright.exchange.save import refuse_place, save

    output = Path(options.output) if options.output else None
    if output is not None:
        refuse_place(output)
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
    if format in ("docx", "pdf") and output is None and sys.stdout.isatty():
        raise InputError(f"A .{format} file cannot be shown here.", hint=f"Name a file: -o posting.{format}")
    return format


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


def rules(options: argparse.Namespace) -> int:
    """List all rules with their severities."""
    from postwright.consistency.registry import every_rule

    format = known("format", options.format, ("text", "json"))
    guidelines = house_rules()
    if format == "json":
        from postwright.exchange.rules_json import rules_json

        sys.stdout.write(rules_json(every_rule(guidelines), guidelines.severities))
        return OK
    from postwright.exchange.rules_text import print_rules
    from postwright.exchange.terminal import console_for

    print_rules(console_for(sys.stdout), every_rule(guidelines), guidelines.severities)
    return OK


def explain(options: argparse.Namespace) -> int:
    """Print a rule's record: what it finds, why, its source, and examples."""
    from postwright.consistency.registry import every_rule
    from postwright.exchange.rules_text import print_rule
    from postwright.exchange.terminal import console_for

    guidelines = house_rules()
    rule = rule_named(options.rule, every_rule(guidelines))
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
    "waive": waive,
    "review": review,
    "read": read,
    "ground": ground,
    "cases": cases,
    "rules": rules,
    "explain": explain,
    "brief": brief_template,
    "doctor": doctor,
}


# --- output


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
