"""All rules that look at many postings, by id: the modules under rules/, found by their file names."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from postwright.consistency import rules as rules_package
from postwright.consistency.rule import SetRule
from postwright.linting.registry import OF_MANY, RegistryError, all_rules, refuse_unknown

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.linting.rule import RuleRecord

GROUP = "consistency"


def every_rule(guidelines: Guidelines) -> Mapping[str, RuleRecord]:
    """Return the records of all rules by id, sorted by id: those of one posting and those across postings."""
    rules: dict[str, RuleRecord] = {**all_rules(guidelines), **set_rules()}
    refuse_unknown((name for name in guidelines.severities if name.startswith(OF_MANY) and name not in rules), rules)
    return dict(sorted(rules.items()))


@cache
def set_rules() -> dict[str, SetRule]:
    """Return every rule across postings by id, sorted by id."""
    return {rule_id(path): _load(path) for path in rule_files()}


def rule_files() -> list[Path]:
    """Return the files of the rules, sorted; those that begin with `_` hold what rules share."""
    root = Path(rules_package.__path__[0])
    return sorted(path for path in root.glob("*.py") if not path.name.startswith("_"))


def rule_id(path: Path) -> str:
    """Return the id that a rule in `path` must have.

    >>> rule_id(Path("rules/years_outlier.py"))
    'consistency/years-outlier'
    """
    return f"{GROUP}/{path.stem.replace('_', '-')}"


def _load(path: Path) -> SetRule:
    rule = getattr(importlib.import_module(f"{rules_package.__name__}.{path.stem}"), "RULE", None)
    if not isinstance(rule, SetRule):
        raise RegistryError(f"{path} defines no RULE")
    if rule.id != rule_id(path):
        raise RegistryError(f"{path} holds the rule {rule.id}; its file name says {rule_id(path)}")
    return rule
