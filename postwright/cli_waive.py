"""The command `postwright waive`, and what `postwright lint` leaves out because somebody accepted it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from postwright.cli_inputs import house_rules, inputs, show_note
from postwright.cli_linter import linter, rules_run
from postwright.cli_options import day
from postwright.cli_status import OK
from postwright.errors import InputError

if TYPE_CHECKING:
    import argparse

    from postwright.exchange.accepted import Accepted
    from postwright.exchange.document import Imported
    from postwright.guidelines.records import Guidelines
    from postwright.model.finding import Finding


def accepted_in(options: argparse.Namespace, guidelines: Guidelines) -> Accepted:
    """Return what was accepted, in the file that `options` name or beside the postings."""
    from postwright.exchange.accepted import Accepted

    file = Path(options.waivers) if options.waivers else None
    return Accepted(on=dt.date.today(), file=file, rules=lambda: rules_run(options, guidelines))


def waive(options: argparse.Namespace) -> int:
    """Accept findings of one posting: write the records beside it, for `lint` to leave them out."""
    from postwright.exchange.accepted import in_words, name_for
    from postwright.exchange.waiver_file import FiledWaiver, add_waiver
    from postwright.model.waiver import waiver_of

    until, today = day(options.until), dt.date.today()
    guidelines = house_rules()
    imported = one_posting(options.path, options.posting)
    text, findings = linter(options, guidelines)(imported)
    path = file_for(options, imported)
    waivers = [
        waiver_of(
            finding, text, reason=options.reason, owner=options.owner or system_user(), expires=until, today=today
        )
        for finding in (numbered(findings, number) for number in options.finding)
    ]
    for waiver in waivers:
        record = FiledWaiver(waiver, name_for(imported, path))
        again = add_waiver(record, path)
        ends = f" until {until}" if until else ""
        show_note(f"{'Accepted anew' if again else 'Accepted'}{ends}: {in_words(record)}. Kept in {path}.")
    return OK


def one_posting(path: str, id: str) -> Imported:
    """Return the one posting in a file, or the one with this id where the file holds many."""
    found: list[Imported] = []
    for imported in inputs([path]):
        if isinstance(imported, Exception):
            if not id:
                raise imported
        elif id in ("", str(imported.id)):
            found.append(imported)
            if len(found) > 1:
                break
    if not found:
        raise InputError(f"{path} has no posting {id}.", hint="`postwright lint` shows the ids.")
    if len(found) > 1:
        raise InputError(f"{path} holds more than one posting.", hint="Say which: --posting ID.")
    return found[0]


def numbered(findings: tuple[Finding, ...], number: int) -> Finding:
    """Return the finding that the text form of `lint` shows with this number."""
    if not 1 <= number <= len(findings):
        many = f"`postwright lint` shows 1 to {len(findings)}" if findings else "Nothing was found in this posting"
        raise InputError(
            f"There is no finding {number}.", hint=f"{many}; give the same options as there (--place, --level ...)."
        )
    return findings[number - 1]


def file_for(options: argparse.Namespace, imported: Imported) -> Path:
    """Return the file for a new record: the one named, else one that is there, else one beside the posting."""
    from postwright.exchange.waiver_file import own_file, waiver_files

    if options.waivers:
        return Path(options.waivers)
    if imported.path is None:
        raise InputError("Standard input has no place beside it.", hint="Name the file of records: --waivers FILE.")
    return next(iter(waiver_files(imported.path)), own_file(imported.path))


def system_user() -> str:
    """Return the name of whoever runs the command, or "" where the system does not tell."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
