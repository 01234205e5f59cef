"""Findings of one posting -> the object that `postwright lint` prints as JSON (docs/schemas/lint.schema.json)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from postwright.model.finding import Finding, Fix


def lint_object(*, id: str | int, text: str, findings: Iterable[Finding]) -> dict[str, Any]:
    """Return a posting's findings as plain values; offsets index `text`, and are null for what is missing from it."""
    return {"id": id, "text": text, "findings": [_finding(finding) for finding in findings]}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote,
        "message": finding.message,
        "why": finding.why,
        "source": finding.source,
        "arithmetic": finding.arithmetic,
        "field": finding.field,
        "fixes": [_fix(fix) for fix in finding.fixes],
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.start, "end": edit.end, "replacement": edit.replacement} for edit in fix.edits]
    return {"label": fix.label, "safety": fix.safety, "edits": edits}
