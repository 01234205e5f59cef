"""The forms of `postwright lint`: text for people, one JSON array, one JSON object a line; each posting as it comes."""

from __future__ import annotations

import json
from collections import Counter
from typing import IO, Any, Protocol

from postwright.exchange.findings_json import lint_object
from postwright.model.waiver import Sifted
from postwright.model.words import Severity

FORMATS = ("text", "json", "jsonl")


class Report(Protocol):
    """Takes the findings of one posting after the other."""

    def add(self, id: str | int, text: str, sifted: Sifted) -> None:
        """Write one posting's findings, those that somebody accepted left out or apart."""

    def end(self, postings: int, counts: Counter[Severity], unreadable: int) -> None:
        """Write what follows the last posting."""


def report_of(format: str, stream: IO[str], *, show_waived: bool = False) -> Report:
    """Return a report in one of FORMATS that writes to `stream` and lists the accepted findings, or does not."""
    forms: dict[str, type[TextReport] | type[JsonReport] | type[JsonLinesReport]] = {
        "text": TextReport,
        "json": JsonReport,
        "jsonl": JsonLinesReport,
    }
    return forms[format](stream, show_waived=show_waived)


def json_line(value: dict[str, Any]) -> str:
    """Return one object as a line, in ASCII so that every console and pipe takes it."""
    return json.dumps(value) + "\n"


class _Objects:
    """What the JSON forms share: the object of a posting."""

    def __init__(self, stream: IO[str], *, show_waived: bool) -> None:
        self.stream = stream
        self.show_waived = show_waived

    def _object(self, id: str | int, text: str, sifted: Sifted) -> dict[str, Any]:
        waived = sifted.waived if self.show_waived else None
        return lint_object(id=id, text=text, findings=sifted.open, waived=waived)


class JsonLinesReport(_Objects):
    """One object a line."""

    def add(self, id: str | int, text: str, sifted: Sifted) -> None:
        self.stream.write(json_line(self._object(id, text, sifted)))

    def end(self, postings: int, counts: Counter[Severity], unreadable: int) -> None:
        """Nothing follows the last line."""


class JsonReport(_Objects):
    """One array of the same objects, written as they come."""

    opening = "[\n"

    def add(self, id: str | int, text: str, sifted: Sifted) -> None:
        self.stream.write(self.opening + json.dumps(self._object(id, text, sifted), indent=2))
        self.opening = ",\n"

    def end(self, postings: int, counts: Counter[Severity], unreadable: int) -> None:
        self.stream.write("[]\n" if self.opening == "[\n" else "\n]\n")


class TextReport:
    """For people."""

    def __init__(self, stream: IO[str], *, show_waived: bool) -> None:
        from postwright.exchange.terminal import console_for

        self.console = console_for(stream)
        self.show_waived = show_waived

    def add(self, id: str | int, text: str, sifted: Sifted) -> None:
        from postwright.exchange.findings_text import print_findings

        print_findings(self.console, name=str(id), text=text, sifted=sifted, show_waived=self.show_waived)

    def end(self, postings: int, counts: Counter[Severity], unreadable: int) -> None:
        from postwright.exchange.findings_text import print_total

        if postings + unreadable > 1:
            print_total(self.console, postings=postings, findings=counts, unreadable=unreadable)
