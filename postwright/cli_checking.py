"""What holds postings -> postings with their findings, in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

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


def check_all(
    inputs: Iterable[Input | DocumentError], lints: Linter, *, jobs: int = 1
) -> Iterator[Checked | DocumentError]:
    """Yield each posting with its findings, or what is wrong with it, in order, on `jobs` processes (0: all cores)."""
    if jobs == 1:
        for found in inputs:
            yield found if isinstance(found, DocumentError) else check(found, lints)
        return
    from postwright.overlay import overlay_folder
    from postwright.processes import Lost, cores, in_order

    known = {name: value for name, value in lints.known.items() if name != "guidelines"}
    given = (lints.title, known, overlay_folder())
    for result in in_order(_check_chunk, chunked(inputs), jobs=jobs or cores(), prepare=_prepare, given=given):
        yield _lost(result.item) if isinstance(result, Lost) else result


def chunked(inputs: Iterable[Input | DocumentError]) -> Iterator[list[Input | DocumentError]]:
    """Yield inputs in lists that are worth sending: many short lines, few files, never many bytes."""
    chunk: list[Input | DocumentError] = []
    weight = 0
    for found in inputs:
        chunk.append(found)
        if isinstance(found, DocumentError) or found.content is not None:
            weight += _LIGHTEST + (0 if isinstance(found, DocumentError) else len(found.content or b""))
        else:
            weight += _FILE
        if weight >= _CHUNK:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk


_CHUNK = 64_000
"""Bytes of lines that are sent at once: some tens of milliseconds of work."""
_LIGHTEST = 2_000
"""The least that a posting counts."""
_FILE = 16_000
"""What a file counts, whose size is not known before it is read."""
_lints: Linter | None = None
"""The linter of a worker process."""


def _prepare(title: str, known: dict[str, Any], overlay: Path | None) -> None:
    """Load the guidelines, once for each worker process."""
    global _lints
    from postwright.guidelines.load import load_guidelines

    _lints = Linter(title, {**known, "guidelines": load_guidelines(overlay)})


def _check_chunk(chunk: Sequence[Input | DocumentError]) -> list[Checked | DocumentError]:
    """Check some postings in a worker process."""
    if _lints is None:
        raise RuntimeError("the worker process was not prepared")
    return [found if isinstance(found, DocumentError) else check(found, _lints) for found in chunk]


def _lost(found: Input | DocumentError) -> DocumentError:
    if isinstance(found, DocumentError):
        return found
    return DocumentError(
        f"{place_of(found)} was not checked: the process that did it ended suddenly.",
        hint="Memory may have run out: try it alone.",
    )


def place_of(found: Input) -> str:
    """Return the file of an input, and the line where it has one."""
    return found.name if found.line is None else f"{found.name}, line {found.line}"


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
        return DocumentError(
            f"{place_of(found)} could not be checked: {type(error).__name__}: {error}.",
            hint="This is a fault in Postwright; please report it with the posting.",
        )
