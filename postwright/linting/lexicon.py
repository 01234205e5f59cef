"""The wording guidelines as rules: one rule per category, made from data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.linting.rule import Rule

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines


def wording_rules(guidelines: Guidelines) -> list[Rule]:
    """Return one rule per category of `guidelines.wording`."""
    return []
