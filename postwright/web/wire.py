"""What the editor is told, as JSON: findings with what can be done about them, ignored ones, changes of a text.

Offsets count code points of the text that was sent; the editor turns them into its own units.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postwright.desk.finding_names import names_of
from postwright.desk.following import Stored
from postwright.desk.reports import FindingKey, finding_key
from postwright.desk.values import Linted
from postwright.exchange.cases import Case
from postwright.exchange.difference import Change
from postwright.model.finding import Finding
from postwright.model.waiver import Waiver

Json = dict[str, Any]


def linted_json(linted: Linted, reported: Mapping[FindingKey, Case]) -> Json:
    """Return all that the editor shows of a linted text."""
    sifted, text = linted.sifted, linted.reading.text
    return {
        "order": linted.order,
        "findings": [
            finding_json(finding, name, reported.get(finding_key(finding, text)) if reported else None)
            for finding, name in zip(sifted.open, names_of(sifted.open), strict=True)
        ],
        "ignored": [{"message": finding.message, **waiver_json(waiver)} for finding, waiver in sifted.waived],
        "idle": [
            *(_idle(waiver, f"ended on {waiver.expires}: it is found again") for waiver in sifted.expired),
            *(_idle(waiver, "nothing in the text needs it any more") for waiver in sifted.unused),
        ],
        "safe": sum(any(fix.safety == "safe" and fix.edits for fix in finding.fixes) for finding in sifted.open),
    }


def finding_json(finding: Finding, name: str, case: Case | None) -> Json:
    """Return one finding; `reported` is why somebody called it wrong, null where nobody did."""
    return {
        "id": name,
        "rule": finding.rule,
        "severity": finding.severity,
        "start": finding.start,
        "end": finding.end,
        "message": finding.message,
        "why": finding.why,
        "source": finding.source,
        "arithmetic": finding.arithmetic,
        "fixes": [
            {
                "label": fix.label,
                "safety": fix.safety,
                "edits": [[edit.start, edit.end, edit.replacement] for edit in fix.edits],
            }
            for fix in finding.fixes
        ],
        "field": finding.field,
        "reported": None if case is None else case.should_be,
    }


def waiver_json(waiver: Waiver) -> Json:
    """Return an accepted finding's record."""
    return {
        "rule": waiver.rule,
        "context": waiver.context,
        "quote": waiver.quote,
        "reason": waiver.reason,
        "owner": waiver.owner,
        "until": None if waiver.expires is None else waiver.expires.isoformat(),
    }


def _idle(waiver: Waiver, state: str) -> Json:
    return {**waiver_json(waiver), "state": state}


def stored_json(stored: Stored, *, with_text: bool) -> Json:
    """Return what is stored, the text itself only where the editor does not have it."""
    return {"order": stored.order, "mark": stored.mark, **({"text": stored.text} if with_text else {})}


def change_json(change: Change) -> Json:
    """Return one changed stretch of lines."""
    return {
        "line": change.line,
        "before": change.before,
        "old": change.old,
        "new": change.new,
        "after": change.after,
    }
