"""How far a long run has come, on standard error: only where a person looks on and nothing else is written there."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from postwright.errors import DocumentError

if TYPE_CHECKING:
    from postwright.exchange.inputs import Input
    from postwright.exchange.linted import Totals

Advance = Callable[["Input | DocumentError"], None]


def is_watched(paths: Sequence[str], output: Path | None) -> bool:
    """Say whether a bar is shown: on a terminal, for several postings, and not between lines of the report itself."""
    if not sys.stderr.isatty() or (output is None and sys.stdout.isatty()):
        return False
    return len(paths) > 1 or any(Path(path).suffix in (".jsonl", ".ndjson") or os.path.isdir(path) for path in paths)


@contextlib.contextmanager
def progress(paths: Sequence[str], output: Path | None, totals: Totals) -> Iterator[Advance]:
    """Show a bar while the block runs; the function given is told of each input that is begun."""
    if not is_watched(paths, output):
        yield lambda found: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    from postwright.exchange.terminal import console_for

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console_for(sys.stderr), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("0 postings", total=bytes_in(paths))

        def advance(found: Input | DocumentError) -> None:
            bar.update(task, advance=size_of(found), description=f"{totals.postings:,} postings")

        yield advance


def bytes_in(paths: Sequence[str]) -> int | None:
    """Return how many bytes there are to read; None where standard input is among them."""
    from postwright.exchange.folders import files_in

    total = 0
    for given in paths:
        if given == "-":
            return None
        path = Path(given)
        files = (file for file in files_in(path) if isinstance(file, Path)) if path.is_dir() else iter([path])
        for file in files:
            with contextlib.suppress(OSError, ValueError):
                total += file.stat().st_size
    return total


def size_of(found: Input | DocumentError) -> int:
    """Return how many bytes an input stands for."""
    if isinstance(found, DocumentError) or (found.content is None and found.path is None):
        return 0
    if found.content is not None:
        return len(found.content)
    with contextlib.suppress(OSError, ValueError):
        return found.path.stat().st_size if found.path else 0
    return 0
