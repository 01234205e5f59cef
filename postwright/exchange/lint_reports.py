"""The forms of `postwright lint`, each written as the postings come: none keeps more of a run than its totals."""

from __future__ import annotations

import json
from typing import IO, Any

from postwright.exchange.findings_json import lint_object
from postwright.exchange.linted import Linted, Run, Totals

FORMATS = ("text", "json", "jsonl", "sarif", "github", "html")
ENDINGS = {
    ".txt": "text", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".sarif": "sarif", ".html": "html",
    ".htm": "html",
}  # fmt: skip
"""The form that a file's ending asks for."""
_MOST_PROBLEMS = 1000
"""Unreadable inputs that a report names; all are counted."""


class Report:
    """Takes one posting after the other and writes it; each form is a subclass."""

    def __init__(self, stream: IO[str], run: Run) -> None:
        self.stream = stream
        self.run = run
        self.problems: list[str] = []

    def add(self, linted: Linted) -> None:
        """Write one posting's findings."""
        raise NotImplementedError

    def problem(self, words: str) -> None:
        """Take note of an input that could not be read."""
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(words)

    def end(self, totals: Totals) -> None:
        """Write what follows the last posting."""


def report_of(format: str, stream: IO[str], run: Run) -> Report:
    """Return a report in one of FORMATS that writes to `stream`."""
    if format == "html":
        from postwright.exchange.lint_page import HtmlReport

        return HtmlReport(stream, run)
    forms: dict[str, type[Report]] = {
        "text": TextReport,
        "json": JsonReport,
        "jsonl": JsonLinesReport,
        "sarif": SarifReport,
        "github": GithubReport,
    }
    return forms[format](stream, run)


def json_line(value: dict[str, Any]) -> str:
    """Return one object as a line, in ASCII so that every console and pipe takes it."""
    return json.dumps(value) + "\n"


class JsonLinesReport(Report):
    """One object a line."""

    def add(self, linted: Linted) -> None:
        self.stream.write(json_line(_object(linted, self.run)))


class JsonReport(Report):
    """One array of the same objects."""

    opening = "[\n"

    def add(self, linted: Linted) -> None:
        self.stream.write(self.opening + json.dumps(_object(linted, self.run), indent=2))
        self.opening = ",\n"

    def end(self, totals: Totals) -> None:
        self.stream.write("[]\n" if self.opening == "[\n" else "\n]\n")


class TextReport(Report):
    """For people, in a terminal."""

    def __init__(self, stream: IO[str], run: Run) -> None:
        from postwright.exchange.terminal import console_for

        super().__init__(stream, run)
        self.console = console_for(stream)

    def add(self, linted: Linted) -> None:
        from postwright.exchange.findings_text import print_findings

        print_findings(
            self.console,
            name=str(linted.posting.id),
            text=linted.posting.text,
            sifted=linted.sifted,
            show_waived=self.run.show_waived,
        )

    def end(self, totals: Totals) -> None:
        from postwright.exchange.findings_text import print_by_rule, print_total

        if totals.postings > 1:
            print_by_rule(self.console, totals.by_rule())
        if totals.postings + totals.unreadable > 1:
            print_total(self.console, totals)


class SarifReport(Report):
    """One SARIF log with one run."""

    opening = ""

    def __init__(self, stream: IO[str], run: Run) -> None:
        super().__init__(stream, run)
        self.rules = list(run.rules().values())
        self.order = {rule.id: place for place, rule in enumerate(self.rules)}

    def add(self, linted: Linted) -> None:
        from postwright.exchange.sarif import dumped, results

        for result in results(linted, order=self.order):
            self._open()
            self.stream.write(f"{self.opening}{dumped(result)}")
            self.opening = ",\n"

    def end(self, totals: Totals) -> None:
        from postwright.exchange.sarif import dumped, run_properties

        self._open()
        beside = dumped(run_properties(self.rules, self.problems)).removeprefix("{")
        self.stream.write(f"\n],{beside}]\n}}\n")

    def _open(self) -> None:
        from postwright.exchange.sarif import SCHEMA

        if not self.opening:
            self.stream.write(f'{{\n"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n"results": [\n')
            self.opening = "\n"


class GithubReport(Report):
    """Annotations for a workflow on GitHub."""

    def add(self, linted: Linted) -> None:
        from postwright.exchange.github import annotations_of

        for annotation in annotations_of(linted):
            self.stream.write(f"{annotation}\n")

    def problem(self, words: str) -> None:
        from postwright.exchange.github import command
        from postwright.exchange.showing import visible

        self.stream.write(f"{command('error', visible(words), {'title': 'postwright'})}\n")


def _object(linted: Linted, run: Run) -> dict[str, Any]:
    posting, sifted = linted.posting, linted.sifted
    waived = sifted.waived if run.show_waived else None
    return lint_object(id=posting.id, text=posting.text, findings=sifted.open, waived=waived)
