"""The forms of `postwright lint`: text for people, one JSON array, one JSON object a line; each posting as it comes."""

from __future__ import annotations

import json
from collections import Counter
from typing import IO, Any, Protocol

from postwright.exchange.findings_json import lint_object
from postwright.model.finding import Finding
from postwright.model.words import Severity

FORMATS = ("text", "json", "jsonl")


class Report(Protocol):
    """Takes the findings of one posting after the other."""

    def add(self, id: str | int, text: str, findings: tuple[Finding, ...]) -> None:
        """Write one posting's findings."""

    def end(self, postings: int, counts: Counter[Severity], unreadable: int) -> None:
        """Write what follows the last posting."""


def report_of(format: str, stream: IO[str]) -> Report:
    """Return a report in one of FORMATS that writes to `stream`."""
    forms: dict[str, type[TextReport] | type[JsonReport] | type[JsonLinesReport]] = {
        "text": TextReport,
        "json": JsonReport,
        "jsonl": JsonLinesReport,
    }
    return forms[format](stream)


def json_line(value: dict[str, Any]) -> str:
    """Return one object as a line, in ASCII so that every console and pipe takes it."""
    return json.dumps(value) + "\n"


class JsonLinesReport:
    """One object a line."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream

    def add(self, id: str | int, text: str, findings: tuple[Finding, ...]) -> None:
        self.stream.write(json_line(lint_object(id=id, text=text, findings=findings)))

    def end(self, postings: int, counts: Counter[Severity], unreadable: int) -> None:
        """Nothing follows the last line."""


class JsonReport:
    """One array of the same objects, written as they come."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream
        self.opening = "[\n"

    def add(self, id: str | int, text: str, findings: tuple[Finding, ...]) -> None:
        self.stream.write(self.opening + json.dumps(lint_object(id=id, text=text, findings=findings), indent=2))
        self.opening = ",\n"

    def end(self, postings: int, counts: Counter[Severity], unreadable: int) -> None:
        self.stream.write("[]\n" if self.opening == "[\n" else "\n]\n")


class TextReport:
    """For people."""

    def __init__(self, stream: IO[str]) -> None:
        from postwright.exchange.terminal import console_for

        self.console = console_for(stream)

    def add(self, id: str | int, text: str, findings: tuple[Finding, ...]) -> None:
        from postwright.exchange.findings_text import print_findings

        print_findings(self.console, name=str(id), text=text, findings=findings)

    def end(self, postings: int, counts: Counter[Severity], unreadable: int) -> None:
        from postwright.exchange.findings_text import print_total

        if postings + unreadable > 1:
            print_total(self.console, postings=postings, findings=counts, unreadable=unreadable)
