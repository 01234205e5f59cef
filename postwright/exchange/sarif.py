"""Findings -> SARIF 2.1.0, the exchange form of code scanning tools.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html. Written as it comes: results first, then what
describes them. Only what holds in a file is said of it: a place in a Word document's text is no place in the document.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from postwright import __version__
from postwright.exchange.linted import Linted
from postwright.exchange.showing import Lines, visible
from postwright.model.finding import Edit, Finding, Fix
from postwright.model.waiver import Waiver, context_of
from postwright.model.words import Severity

if TYPE_CHECKING:
    from postwright.linting.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "notice": "note", "info": "note"}
FINGERPRINT = "postwrightContext/v1"
"""Name of the hash by which a finding is known again when the lines around it move: that of accepted findings."""
Object = dict[str, Any]


def results(linted: Linted, *, order: Mapping[str, int]) -> Iterator[Object]:
    """Yield a result for each finding, accepted ones as suppressed; `order` is the place of each rule."""
    lines = Lines(linted.posting.text)
    for finding in linted.sifted.open:
        yield _result(linted, finding, lines, order)
    for finding, waiver in linted.sifted.waived:
        yield {**_result(linted, finding, lines, order), "suppressions": [_suppression(waiver)]}


def run_properties(rules: Sequence[Rule], problems: Sequence[str]) -> Object:
    """Return what stands beside the results of a run."""
    driver = {
        "name": "Postwright",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    notifications = [{"level": "error", "message": {"text": message_text(problem)}} for problem in problems]
    invocation: Object = {"executionSuccessful": not problems}
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    return {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "defaultEncoding": "utf-8",
    }


def dumped(value: Object) -> str:
    """Return an object as JSON in ASCII."""
    return json.dumps(value, indent=1)


def _rule(rule: Rule) -> Object:
    parts = [("Why", rule.why), ("Source", rule.source), ("Known problems", rule.known_problems)]
    said = [(label, words) for label, words in parts if words]
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.replace("/", "-").split("-")),
        "shortDescription": {"text": message_text(rule.summary)},
        "fullDescription": {"text": message_text(rule.why)},
        "help": {
            "text": "\n\n".join(f"{label}: {message_text(words)}" for label, words in said),
            "markdown": "\n\n".join(f"**{label}:** {_as_markdown(words)}" for label, words in said),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["job-posting", rule.id.partition("/")[0]], "severity": rule.severity},
    }


def _result(linted: Linted, finding: Finding, lines: Lines, order: Mapping[str, int]) -> Object:
    posting = linted.posting
    result: Object = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": message_text(f"{finding.message} {finding.arithmetic}".strip())},
        "locations": [_location(linted, finding, lines)],
        "partialFingerprints": {FINGERPRINT: context_of(posting.text, finding)},
    }
    if finding.rule in order:
        result["ruleIndex"] = order[finding.rule]
    if fixes := [_fix(linted, fix, lines) for fix in finding.fixes if fix.edits and posting.in_file in _FIXABLE]:
        result["fixes"] = fixes
    advice = [fix.label for fix in finding.fixes if not fix.edits or posting.in_file not in _FIXABLE]
    properties = {
        "severity": finding.severity, "why": finding.why, "source": finding.source, "quote": finding.quote,
        "briefField": finding.field, "advice": advice,
    }  # fmt: skip
    result["properties"] = {name: value for name, value in properties.items() if value}
    return result


_FIXABLE = ("exact", "columns")


def _location(linted: Linted, finding: Finding, lines: Lines) -> Object:
    posting = linted.posting
    physical: Object = {"artifactLocation": _artifact(linted)}
    if region := _region(linted, finding.start, finding.end, lines):
        physical["region"] = region
    name = linted.title or str(posting.id)
    logical = {"name": name, "fullyQualifiedName": str(posting.id), "kind": "posting"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def _region(linted: Linted, start: int | None, end: int | None, lines: Lines) -> Object:
    """Return the region of a file that a place of the text stands for; the first line for what is missing there.

    Without any line some readers show nothing at all of a result.
    """
    posting = linted.posting
    if posting.line is not None:
        return {"startLine": posting.line}
    if posting.in_file == "no":
        return {}
    if start is None or end is None:
        return {"startLine": 1}
    (line, column), (end_line, end_column) = lines.place(start), lines.place(end)
    if posting.in_file == "lines":
        return {"startLine": line, "endLine": end_line}
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    if posting.in_file == "exact":
        region |= {"charOffset": start, "charLength": end - start}
    return {**region, "snippet": {"text": posting.text[start:end]}}


def _fix(linted: Linted, fix: Fix, lines: Lines) -> Object:
    replacements = [_replacement(linted, edit, lines) for edit in sorted(fix.edits, key=lambda edit: edit.start)]
    return {
        "description": {"text": message_text(fix.label)},
        "artifactChanges": [{"artifactLocation": _artifact(linted), "replacements": replacements}],
        "properties": {"safety": fix.safety},
    }


def _replacement(linted: Linted, edit: Edit, lines: Lines) -> Object:
    region = _region(linted, edit.start, edit.end, lines)
    region.pop("snippet", None)
    words = edit.replacement if linted.posting.in_file == "exact" else edit.replacement.replace("\n", "\r\n")
    return {"deletedRegion": region, **({"insertedContent": {"text": words}} if words else {})}


def _suppression(waiver: Waiver) -> Object:
    words = f"{waiver.reason} ({waiver.owner})" if waiver.owner else waiver.reason
    return {"kind": "external", "status": "accepted", "justification": visible(words)}


def _artifact(linted: Linted) -> Object:
    return {"uri": uri_of(linted.posting.path)}


def uri_of(path: Path | None) -> str:
    """Return a path as a URI, relative where it is; names on disk need not be valid text.

    >>> uri_of(Path("job ads/a:b.md"))
    'job%20ads/a%3Ab.md'
    """
    if path is None:
        return "stdin"
    if path.is_absolute():
        return path.as_uri()
    return quote(os.fsencode(path.as_posix()))


def message_text(words: str) -> str:
    """Return words as the text of a message: they hold no placeholders and no links (section 3.11 of the standard).

    >>> message_text("a {0} and [this](https://example.org)")
    'a {{0}} and [this] (https://example.org)'
    """
    return visible(words).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _as_markdown(words: str) -> str:
    """Return words with what Markdown would take for markup escaped."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", message_text(words))
