"""The command `postwright review`: many postings beside each other, as tables on the terminal or as a file."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from postwright.cli_inputs import has_organisation, house_organisation, house_rules, show_note, standard_input
from postwright.cli_options import day, place_code, selectors_of
from postwright.cli_status import OK, UNUSABLE, complain
from postwright.errors import DocumentError, InputError

if TYPE_CHECKING:
    import argparse

    from postwright.desk.reviewing import Reviewer, Sift
    from postwright.exchange.document import Imported
    from postwright.exchange.review_files import Format
    from postwright.guidelines.records import Guidelines

_TABLES = (".csv", ".tsv")


def review(options: argparse.Namespace) -> int:
    """Compare postings: what each asks, and where those for one role and level do not agree."""
    from postwright.exchange.save import refuse_place, save

    files = [(Path(name), _format(name)) for name in options.out]
    for path, _ in files:
        refuse_place(path)
    columns = _columns(options.column)
    guidelines = house_rules()
    reviewer = _reviewer(options, guidelines)
    _take_in(options.paths, reviewer, columns=columns, sift=_sift(guidelines), leave_out=[path for path, _ in files])
    found = reviewer.review()
    made = reviewer.made(_name(options.paths))
    for path, format in files:
        save(format.export(found, guidelines, made), path)
    from postwright.exchange.review_text import print_review, print_total
    from postwright.exchange.terminal import console_for

    if files:
        console = console_for(sys.stderr)
        print_total(console, found, unread=reviewer.unread)
        show_note(f"written to {', '.join(str(path) for path, _ in files)}")
    else:
        print_review(console_for(sys.stdout), found, unread=reviewer.unread)
    return UNUSABLE if reviewer.unread else OK


def _reviewer(options: argparse.Namespace, guidelines: Guidelines) -> Reviewer:
    from postwright.consistency.registry import every_rule
    from postwright.desk.reviewing import Reviewer

    rules = every_rule(guidelines)
    return Reviewer(
        guidelines,
        date=day(options.date) or dt.date.today(),
        organisation=house_organisation() if has_organisation() else None,
        places=tuple(place_code(code) for code in options.place),
        select=selectors_of(options.select, rules),
        ignore=selectors_of(options.ignore, rules),
    )


def _sift(guidelines: Guidelines) -> Sift:
    """Return what leaves out the findings that were accepted in files beside the postings."""
    from postwright.exchange.accepted import Accepted
    from postwright.linting.registry import all_rules

    accepted = Accepted(on=dt.date.today(), rules=lambda: all_rules(guidelines))
    return lambda imported, text, findings: tuple(accepted.sift(imported, text, findings).open)


def _take_in(
    paths: list[str], reviewer: Reviewer, *, columns: dict[str, str], sift: Sift, leave_out: list[Path]
) -> None:
    """Read all postings into the reviewer; what cannot be read is said and noted, the others are done."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    with Progress(
        SpinnerColumn(), MofNCompleteColumn(), TextColumn("postings"), console=Console(stderr=True), transient=True,
        disable=not sys.stderr.isatty(),
    ) as progress:  # fmt: skip
        task = progress.add_task("", total=None)
        for found in _postings(paths, columns=columns, leave_out=leave_out):
            if isinstance(found, DocumentError):
                complain(found)
                reviewer.add_unread(str(found))
            else:
                reviewer.add(found, sift=sift)
                progress.advance(task)


def _postings(
    paths: list[str], *, columns: dict[str, str], leave_out: list[Path]
) -> Iterator[Imported | DocumentError]:
    """Yield the postings of all paths: documents, folders and lines of JSON as `lint` reads them, archives, tables."""
    from postwright.exchange.inputs import read_inputs

    written = [Path(os.path.realpath(path)) for path in leave_out]
    for path in paths:
        ending = Path(path).suffix.lower()
        if ending == ".zip" or ending in _TABLES:
            yield from _packed(Path(path), columns=columns)
        else:
            yield from read_inputs([path], stdin=standard_input(), note=show_note, leave_out=written)


def _packed(path: Path, *, columns: dict[str, str]) -> Iterator[Imported | DocumentError]:
    from postwright.exchange.csv_in import look_into, read_csv
    from postwright.exchange.folders import LeftOut
    from postwright.exchange.importing import unreadable
    from postwright.exchange.zip_in import read_zip

    try:
        with path.open("rb") as stream:
            if path.suffix.lower() in _TABLES:
                guess = look_into(stream, name=str(path)).guess
                yield from read_csv(stream, name=str(path), columns=replace(guess, **columns))
                return
            for found in read_zip(stream, name=str(path)):
                if isinstance(found, LeftOut):
                    show_note(str(found))
                else:
                    yield found
    except DocumentError as error:
        yield error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        yield unreadable(error, path, str(path))


def _columns(given: list[str]) -> dict[str, str]:
    """Return the columns that were named as "text=Job Description"."""
    from dataclasses import fields

    from postwright.exchange.csv_in import Columns

    known = [field.name for field in fields(Columns)]
    named = dict(each.partition("=")[::2] for each in given)
    for what, column in named.items():
        if what not in known or not column:
            raise InputError(
                f'"{what}={column}" names no column.',
                hint=f"Write it as text=NAME; what can be named: {', '.join(known)}.",
            )
    return named


def _format(name: str) -> Format:
    from postwright.exchange.review_files import FORMATS, format_of

    format = format_of(name)
    if format is None:
        raise InputError(f"{name}: a review is not written so.", hint=f"End it in .{', .'.join(FORMATS)}.")
    return format


def _name(paths: list[str]) -> str:
    """Return what was reviewed, without the folders that lead there: a review is mailed."""
    from postwright.exchange.jsonl_in import encodable

    first = "standard input" if paths[0] == "-" else encodable(Path(paths[0]).resolve().name)
    return first if len(paths) == 1 else f"{first} and {len(paths) - 1} more"
