"""Findings -> GitHub workflow commands: annotations beside the lines of a pull request.

The form and its escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions and
actions/toolkit, packages/core/src/command.ts. A text of a posting can never begin a command of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from postwright.exchange.jsonl_in import encodable
from postwright.exchange.linted import Linted
from postwright.exchange.marks import shortened
from postwright.exchange.showing import Lines, visible
from postwright.model.finding import Finding
from postwright.model.words import Severity

LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "notice": "notice", "info": "notice"}

_LONGEST_QUOTE = 120


def annotations_of(linted: Linted) -> Iterator[str]:
    """Yield the annotation of each finding, without a line end."""
    lines = Lines(linted.posting.text)
    for finding in linted.sifted.open:
        properties = {**_place(linted, finding, lines), "title": finding.rule}
        yield command(LEVELS[finding.severity], _message(linted, finding), properties)


def command(name: str, message: str, properties: Mapping[str, str | int]) -> str:
    """Return a workflow command, everything in it escaped.

    >>> command("error", "50% of it\\nis missing", {"file": "a,b.md", "line": 3})
    '::error file=a%2Cb.md,line=3::50%25 of it%0Ais missing'
    """
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name}{' ' if given else ''}{given}::{_message_data(message)}"


def _place(linted: Linted, finding: Finding, lines: Lines) -> dict[str, str | int]:
    """Return file and, as far as they hold there, line and columns."""
    posting = linted.posting
    if posting.path is None:
        return {}
    place: dict[str, str | int] = {"file": visible(encodable(posting.path.as_posix()))}
    if posting.line is not None:
        return {**place, "line": posting.line}
    if posting.in_file == "no" or finding.start is None or finding.end is None:
        return place
    line, column = lines.place(finding.start)
    end_line, end_column = lines.place(finding.end)
    if posting.in_file == "lines" or line != end_line:  # columns are for a place within one line
        return {**place, "line": line, "endLine": end_line}
    return {**place, "line": line, "endLine": end_line, "col": column, "endColumn": end_column}


def _message(linted: Linted, finding: Finding) -> str:
    """Return what an annotation says: it stands far from the text, so it quotes it where the line does not show it."""
    posting = linted.posting
    is_elsewhere = posting.line is not None or posting.in_file == "no"
    parts = [
        f"{finding.message} {finding.arithmetic}".strip(),
        f"In {posting.id}: “{shortened(finding.quote, to=_LONGEST_QUOTE)}”" if is_elsewhere and finding.quote else "",
        f"Why: {finding.why}",
        f"Source: {finding.source}",
        *(f"Fix: {fix.label}" for fix in finding.fixes),
    ]
    return "\n".join(visible(part) for part in parts if part)


def _message_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message_data(text).replace(":", "%3A").replace(",", "%2C")
