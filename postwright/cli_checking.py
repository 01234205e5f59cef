"""What holds postings -> postings with their findings, in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postwright.cli_linter import Linter
from postwright.errors import DocumentError

if TYPE_CHECKING:
    from postwright.exchange.document import Imported
    from postwright.exchange.inputs import Input
    from postwright.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """A posting with its title, given or read, and all that was found in it."""

    posting: Imported
    title: str
    findings: tuple[Finding, ...]


def check_all(inputs: Iterable[Input | DocumentError], lints: Linter) -> Iterator[Checked | DocumentError]:
    """Yield each posting with its findings, or what is wrong with it."""
    for found in inputs:
        yield found if isinstance(found, DocumentError) else check(found, lints)


def check(found: Input, lints: Linter) -> Checked | DocumentError:
    """Return one posting with its findings, or what is wrong with it: nothing in one posting ends the run."""
    from postwright.exchange.inputs import read_input

    try:
        posting = read_input(found)
        reading, findings = lints.read_and_lint(posting)
        return Checked(posting, reading.title, findings)
    except DocumentError as error:
        return error
    except Exception as error:  # a fault of ours that this posting meets must not cost the others
        place = found.name if found.line is None else f"{found.name}, line {found.line}"
        return DocumentError(
            f"{place} could not be checked: {type(error).__name__}: {error}.",
            hint="This is a fault in Postwright; please report it with the posting.",
        )
