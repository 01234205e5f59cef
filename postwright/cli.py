"""The command line: `postwright draft | lint | read | rules | explain | brief`.

Each command is its options and a call; what it prints is made in `exchange`. Imports stand inside the commands so that
`lint` starts quickly: it loads neither database, documents' libraries nor the model stack unless a file needs them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from postwright.cli_options import day, known, place_code, rule_named, selectors, unknown
from postwright.errors import DocumentError, InputError, PostwrightError
from postwright.model.words import LEVELS, SEVERITIES, Severity

if TYPE_CHECKING:
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

app = typer.Typer(
    name="postwright",
    help="Write job postings in which every line has a source, and find what is inflated or missing.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help=".txt, .md, .html, .docx, .pdf or .jsonl; - is standard input.", show_default=False
    ),
]


def main(argv: list[str] | None = None) -> int:
    """Run the command line with `argv` (default: the process's arguments) and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        status = typer.main.get_command(app)(args=argv, prog_name="postwright", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else OK
    except PostwrightError as error:
        complain(error)
        return UNUSABLE
    except typer.Exit as finish:
        return finish.exit_code
    except (KeyboardInterrupt, typer.Abort):
        print("Interrupted.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _close_stdout()
        return BROKEN_PIPE
    except OSError as error:
        print(f"postwright: the output cannot be written: {error.strerror or error}.", file=sys.stderr)
        return UNUSABLE
    except typer.TyperException as error:
        show = getattr(error, "show", None)
        show(file=sys.stderr) if show else print(f"postwright: {error}", file=sys.stderr)
        return UNUSABLE


def complain(error: PostwrightError, *, name: str = "") -> None:
    """Print an error and what to do about it on stderr."""
    from postwright.exchange.terminal import visible

    prefix = f"{name}: " if name else ""
    lines = f"postwright: {prefix}{error}".splitlines()
    print("\n".join(visible(line) for line in lines), file=sys.stderr)


@app.command()
def draft(
    brief_path: Annotated[
        str, typer.Argument(metavar="BRIEF", help="The brief, YAML or JSON; - is standard input.", show_default=False)
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of to standard output.")
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", metavar="md|html|docx|txt|jsonld|json", help="Default: by the ending of FILE, else md."
        ),
    ] = "",
) -> int:
    """Write the posting that a brief stands for; remarks on it go to standard error."""
    from postwright.drafting.compose import compose
    from postwright.drafting.render import to_markdown
    from postwright.exchange import exporting
    from postwright.exchange.save import save

    name = format or (exporting.format_of(output.name) if output else "md") or ""
    if name not in exporting.FORMATS:
        unknown("format", name or (output.suffix if output else ""), exporting.FORMATS)
    if name == "docx" and output is None and sys.stdout.isatty():
        raise InputError("A Word document cannot be shown here.", hint="Name a file: -o posting.docx")
    if output is not None and brief_path != "-" and output.resolve() == Path(brief_path).resolve():
        raise InputError(f"{output} is the brief itself.", hint="Choose another name with -o.")
    guidelines = house_rules()
    brief = brief_from(brief_path, guidelines)
    organisation = house_organisation()
    posting = compose(brief, organisation=organisation, guidelines=guidelines)
    text = to_markdown(posting)
    content = exporting.export(name, posting, text, brief, organisation)
    findings = findings_of_draft(text, brief, organisation, guidelines)
    if output is not None:
        save(content, output)
    else:
        write_bytes(content)
    print_remarks(findings, text, brief=brief, organisation=organisation, format=name, output=output)
    return OK


@app.command()
def lint(
    paths: Paths,
    brief_path: Annotated[
        str, typer.Option("--brief", metavar="BRIEF.yaml", help="The brief that the posting was written from.")
    ] = "",
    title: Annotated[str, typer.Option(metavar="T", help="The job title. Default: found in the text.")] = "",
    level: Annotated[str, typer.Option(metavar="L", help=f"One of {', '.join(LEVELS)}. Default: from the title.")] = "",
    profile: Annotated[str, typer.Option(metavar="P", help="Id of a role profile, to check its core skills.")] = "",
    place: Annotated[
        list[str], typer.Option(metavar="US-CO", help="Where the posting can be applied for; may be repeated.")
    ] = [],  # noqa: B006
    date: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="The posting's date. Default: today.")] = "",
    format: Annotated[str, typer.Option("--format", metavar="text|json|jsonl", help="text is for people.")] = "text",
    fail_on: Annotated[
        str,
        typer.Option("--fail-on", metavar="SEVERITY", help=f"Exit 1 from this severity on: {', '.join(SEVERITIES)}."),
    ] = "warning",
    select: Annotated[list[str], typer.Option(metavar="RULE", help="Only this rule or group; may be repeated.")] = [],  # noqa: B006
    ignore: Annotated[list[str], typer.Option(metavar="RULE", help="Not this rule or group; may be repeated.")] = [],  # noqa: B006
) -> int:
    """Find what is missing from postings and what is asked beyond what the role needs."""
    from postwright.linting.engine import lint as lint_document

    known("format", format, ("text", "json", "jsonl"))
    severity = known("severity", fail_on, SEVERITIES)
    guidelines = house_rules()
    brief = brief_from(brief_path, guidelines) if brief_path else None
    options: dict[str, Any] = {
        "guidelines": guidelines,
        "brief": brief,
        "organisation": house_organisation() if brief_path or overlay_has_organisation() else None,
        "date": day(date) or (brief.date_posted if brief else None) or dt.date.today(),
        "level": known("level", level, LEVELS) if level else None,
        "profile": known("profile", profile, guidelines.roles) if profile else "",
        "places": tuple(place_code(code) for code in place),
        "select": selectors(select, guidelines),
        "ignore": selectors(ignore, guidelines),
    }

    def findings_of(imported: Imported) -> tuple[str, tuple[Finding, ...]]:
        document, reading = understood(imported, title or (brief.title if brief else ""), guidelines)
        return reading.text, lint_document(document, reading, **options)

    return report_findings(inputs(paths), findings_of, format=format, fail_on=severity)


@app.command()
def read(
    paths: Paths,
    title: Annotated[str, typer.Option(metavar="T", help="The job title. Default: found in the text.")] = "",
    format: Annotated[
        str, typer.Option("--format", metavar="text|jsonl", help="text marks what was understood.")
    ] = "text",
) -> int:
    """Show what is understood of postings: sections, demands, degree, pay, technologies."""
    known("format", format, ("text", "jsonl"))
    guidelines = house_rules()
    status = OK
    for imported in inputs(paths):
        if isinstance(imported, DocumentError):
            complain(imported)
            status = UNUSABLE
            continue
        show_notes(imported)
        _, reading = understood(imported, title, guidelines)
        if format == "jsonl":
            from postwright.exchange.lint_reports import json_line
            from postwright.exchange.reading_json import read_object

            sys.stdout.write(json_line(read_object(id=imported.id, reading=reading)))
        else:
            from postwright.exchange.reading_text import print_reading
            from postwright.exchange.terminal import console_for

            print_reading(console_for(sys.stdout), name=str(imported.id), reading=reading)
    return status


@app.command()
def rules() -> int:
    """List all rules with their severities."""
    from postwright.exchange.rules_text import print_rules
    from postwright.exchange.terminal import console_for
    from postwright.linting.registry import all_rules

    guidelines = house_rules()
    print_rules(console_for(sys.stdout), all_rules(guidelines), guidelines.severities)
    return OK


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="Its id, as a finding shows it.", show_default=False)],
) -> int:
    """Print a rule's record: what it finds, why, its source, and examples."""
    from postwright.exchange.rules_text import print_rule
    from postwright.exchange.terminal import console_for
    from postwright.linting.registry import all_rules

    guidelines = house_rules()
    found = rule_named(rule, all_rules(guidelines))
    print_rule(console_for(sys.stdout), found, severity=guidelines.severities.get(found.id, found.severity))
    return OK


@app.command("brief")
def brief_template(
    profile: Annotated[
        str, typer.Option(metavar="ID", help="A role profile whose usual duties and skills are offered.")
    ] = "",
) -> int:
    """Print a commented brief to fill in."""
    from postwright.exchange.brief_yaml import template_brief

    roles = house_rules().roles
    print(template_brief(roles[known("profile", profile, roles)] if profile else None), end="")
    if not profile:
        print(f"postwright: with --profile the brief offers usual duties: {', '.join(sorted(roles))}", file=sys.stderr)
    return OK


# --- the house


def house_rules() -> Guidelines:
    """Return the guidelines with the organisation's overlay."""
    from postwright.guidelines.load import load_guidelines
    from postwright.overlay import overlay_folder

    return load_guidelines(overlay_folder())


def overlay_has_organisation() -> bool:
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
    postings: Iterable[Imported | DocumentError], findings_of: Any, *, format: str, fail_on: Severity
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
