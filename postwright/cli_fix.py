"""`postwright lint --fix` and `--unsafe-fixes`: postings are mended in place, never without asking."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from postwright.cli_inputs import inputs, show_note
from postwright.cli_linter import linter
from postwright.cli_status import FOUND, OK, UNUSABLE, complain
from postwright.cli_waive import accepted_in
from postwright.errors import InputError, PostwrightError

if TYPE_CHECKING:
    import argparse

    from postwright.exchange.accepted import Accepted
    from postwright.exchange.document import Imported
    from postwright.exchange.text_file import TextFile
    from postwright.guidelines.records import Guidelines
    from postwright.model.finding import Finding, Fix

Find = Callable[[str], "tuple[Finding, ...]"]


def mend(options: argparse.Namespace, guidelines: Guidelines) -> int:
    """Mend the postings that `options` name, each with its difference shown and a question before it is written."""
    if options.unsafe_fixes and not sys.stdin.isatty():
        raise InputError(
            "--unsafe-fixes asks about each fix, so it needs a terminal.", hint="--fix --yes does not ask."
        )
    lints, accepted = linter(options, guidelines), accepted_in(options, guidelines)
    status = OK
    for imported in inputs(options.paths):
        if isinstance(imported, Exception):
            complain(imported)
            status = UNUSABLE
            continue

        def find(text: str, imported: Imported = imported) -> tuple[Finding, ...]:
            return accepted_out(accepted, imported, *lints(replace(imported, text=text)))

        try:
            is_left = _mend_file(_file_of(imported), find, options)
        except PostwrightError as error:
            complain(error)
            status = UNUSABLE
            continue
        status = max(status, FOUND if is_left else OK)
    return status


def accepted_out(
    accepted: Accepted, imported: Imported, text: str, findings: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """Return the findings that nobody has accepted."""
    return accepted.sift(imported, text, findings).open


def _file_of(imported: Imported) -> TextFile:
    from postwright.exchange.text_file import open_for_change

    if imported.path is None or imported.line is not None:
        raise InputError(f"{imported.id} cannot be written back.", hint="Name a .txt or .md file.")
    file = open_for_change(imported.path)
    if file.text != imported.text:
        raise InputError(
            f"{imported.id} holds characters that nobody can see; they would be lost.",
            hint="Save it without them (plain text, UTF-8), then fix it.",
        )
    return file


def _mend_file(file: TextFile, find: Find, options: argparse.Namespace) -> bool:
    """Mend one file; tell whether fixes were left undone."""
    from postwright.model.mending import mended

    text = file.text
    if options.fix:
        text = mended(text, find).text
        if text != file.text and not _agreed(file.path, file.text, text, options):
            return True
    is_left = False
    if options.unsafe_fixes:
        text, is_left = _one_by_one(text, find)
    if text == file.text:
        if not is_left:
            show_note(f"{file.path}: nothing to mend.")
        return is_left
    file.write(text)
    show_note(f"{file.path}: mended.")
    return is_left


def _agreed(path: Path, old: str, new: str, options: argparse.Namespace) -> bool:
    """Show what changes and ask; without a terminal only --yes agrees."""
    from postwright.exchange.terminal import console_for, print_changes

    print_changes(console_for(sys.stdout), str(path), old, new)
    if options.yes:
        return True
    if not sys.stdin.isatty():
        show_note(f"{path}: nothing was written. Give --yes to write these changes.")
        return False
    return _answer(f"Write these changes to {path}? [y/N] ") == "y"


def _one_by_one(text: str, find: Find) -> tuple[str, bool]:
    """Return the text with the fixes that the person took, and whether one was refused."""
    from postwright.exchange.terminal import console_for, print_changes
    from postwright.model.finding import apply_fix
    from postwright.model.waiver import context_of

    console = console_for(sys.stdout)
    refused: set[tuple[str, str, str]] = set()
    while True:
        offered = _next_offer(text, find, refused)
        if offered is None:
            return text, bool(refused)
        finding, fix = offered
        changed = apply_fix(text, fix)
        print_changes(console, f"{finding.rule}: {finding.message}", text, changed)
        answer = _answer(f"{fix.label}? [y/N/q] ")
        if answer == "y":
            text = changed
            continue
        refused.add((finding.rule, context_of(text, finding), fix.label))
        if answer == "q":
            return text, True


def _next_offer(text: str, find: Find, refused: set[tuple[str, str, str]]) -> tuple[Finding, Fix] | None:
    """Return the first fix to confirm that was not refused."""
    from postwright.model.waiver import context_of

    for finding in find(text):
        for fix in finding.fixes:
            is_new = (finding.rule, context_of(text, finding), fix.label) not in refused
            if fix.safety == "unsafe" and fix.edits and is_new:
                return finding, fix
    return None


def _answer(question: str) -> str:
    """Ask on the terminal; nothing, and the end of input, mean no."""
    from postwright.exchange.terminal import visible

    print(visible(question), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower()[:1]
