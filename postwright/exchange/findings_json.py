"""Findings of one posting -> the object that `postwright lint` prints as JSON (docs/schemas/lint.schema.json)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from postwright.model.finding import Finding, Fix
from postwright.model.waiver import Waiver


def lint_object(
    *,
    id: str | int,
    text: str,
    findings: Iterable[Finding],
    waived: Iterable[tuple[Finding, Waiver]] | None = None,
) -> dict[str, Any]:
    """Return a posting's findings as plain values; offsets index `text`, and are null for what is missing from it.

    The key `waived` is there only where accepted findings are asked for.
    """
    asked = {} if waived is None else {"waived": [_waived(finding, waiver) for finding, waiver in waived]}
    return {"id": id, "text": text, "findings": [_finding(finding) for finding in findings], **asked}


def _waived(finding: Finding, waiver: Waiver) -> dict[str, Any]:
    return {
        "finding": _finding(finding),
        "reason": waiver.reason,
        "owner": waiver.owner,
        "until": waiver.expires.isoformat() if waiver.expires else None,
    }


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
