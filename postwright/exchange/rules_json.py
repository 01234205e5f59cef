"""Rules -> the array that `postwright rules --format json` prints (docs/schemas/rules.schema.json)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postwright.linting.rule import RuleRecord


def rules_json(rules: Mapping[str, RuleRecord], severities: Mapping[str, str]) -> str:
    """Return the records of all rules without their examples; `severities` are the house's own, by rule id."""
    records = [
        {
            "id": rule.id,
            "severity": severities.get(rule.id, rule.severity),
            "default": rule.severity,
            "summary": rule.summary,
            "why": rule.why,
            "source": rule.source,
            "known_problems": rule.known_problems,
        }
        for rule in rules.values()
    ]
    return json.dumps(records, indent=2) + "\n"
