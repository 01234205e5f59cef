"""What a person should know before an export of a posting is used."""

from __future__ import annotations

from collections.abc import Iterable

from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding

FROM_BRIEF = ("jsonld",)
"""Formats whose facts come from the brief."""
_DISAGREE = "conflict/brief-text"


def export_warnings(
    format: str,
    *,
    text: str,
    brief: Brief,
    organisation: Organisation,
    findings: Iterable[Finding],
    problems: Iterable[str],
    unsettled: int,
    plain_import: bool,
    example: bool,
) -> tuple[str, ...]:
    """Return what the person is told before the export is made.

    `problems` are inputs of the brief that were refused, `unsettled` the lines that brief and person both changed,
    `plain_import` says that nobody has filled in a brief, `example` that this is an example to play with.
    """
    found = tuple(findings)
    says = ["This is an example, and the file says so in its title."] if example else []
    says += [f"Text and brief disagree: {f.message}" for f in found if f.rule == _DISAGREE]
    errors = sum(f.severity == "error" for f in found) - sum(f.rule == _DISAGREE for f in found)
    if errors > 0:
        says.append(f"{_count(errors, 'finding')} that must be fixed before it is published.")
    if unsettled:
        says.append(f"{_count(unsettled, 'line')} that you and the brief both changed: choose which one stands.")
    says += [f"The brief holds a value that cannot be used: {problem}." for problem in problems]
    if format in FROM_BRIEF and plain_import:
        says.append("This format takes its facts from the brief, and the brief is empty: fill it in first.")
    if format == "jsonld":
        from postwright.exchange.jsonld import google_missing

        missing = google_missing(brief, organisation, text=text)
        for need in dict.fromkeys(each.need for each in missing):
            listed = "; ".join(each.words for each in missing if each.need == need)
            says.append(f"Missing for Google ({need}): {listed}.")
    return tuple(says)


def _count(number: int, noun: str) -> str:
    return f"There is 1 {noun}" if number == 1 else f"There are {number} {noun}s"
