"""All rules by id: the modules under rules/, found by their file names, and one rule per wording category.

A file dropped into `rules/<group>/` is a rule; there is no list to edit. Files that begin with `_` hold what the rules
of a group share.
"""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from postwright.errors import GuidelineError
from postwright.linting import rules as rules_package
from postwright.linting.rule import Rule, RuleRecord

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines


class RegistryError(Exception):
    """A mistake in a rule module, for the one who writes it: a wrong id, no RULE, or an id used twice."""


def all_rules(guidelines: Guidelines) -> dict[str, Rule]:
    """Return every rule by id, sorted by id: code rules and the rules made from `guidelines.wording`."""
    for known, rules in _built:
        if known is guidelines:
            return rules
    from postwright.linting.lexicon import wording_rules

    rules = dict(sorted(merged(code_rules(), {rule.id: rule for rule in wording_rules(guidelines)}).items()))
    unknown = (name for name in guidelines.severities if name not in rules and not _is_known(name, guidelines))
    refuse_unknown(unknown, rules)
    _built.append((guidelines, rules))
    del _built[:-_KEPT]
    return rules


def refuse_unknown(names: Iterable[str], rules: Mapping[str, RuleRecord]) -> None:
    """Raise GuidelineError for the first id of `names`, from a profile, with the one of `rules` that was meant."""
    for name in names:
        best = nearest(name, rules)
        raise GuidelineError(
            f"profile.yaml, key severities.{name}: there is no such rule.",
            hint=f"Did you mean `{best}`?" if best else "`postwright rules` lists them all.",
        )


def _is_known(name: str, guidelines: Guidelines) -> bool:
    """Say whether an id that is no rule here may stand in a profile: of many postings, or of wordings all off."""
    from postwright.linting.lexicon import rule_id as of_category

    return name.startswith(OF_MANY) or name in {of_category(entry.category) for entry in guidelines.wording.values()}


OF_MANY = "consistency/"
"""Rules across postings, whose ids are checked where they are known."""
_KEPT = 4
_built: list[tuple[Guidelines, dict[str, Rule]]] = []
"""The latest guidelines with their rules, told apart by identity: building anew is always correct, only slower."""


@cache
def code_rules() -> dict[str, Rule]:
    """Return the rules that have a module, by id."""
    found: dict[str, Rule] = {}
    for path in rule_files():
        found = merged(found, {rule_id(path): _load(path)})
    return found


def rule_files() -> list[Path]:
    """Return the files of the code rules, sorted."""
    root = Path(rules_package.__path__[0])
    return sorted(path for path in root.glob("*/*.py") if not path.name.startswith("_"))


def rule_id(path: Path) -> str:
    """Return the id that a rule in `path` must have.

    >>> rule_id(Path("rules/inflated/years_above_level.py"))
    'inflated/years-above-level'
    """
    return f"{path.parent.name}/{path.stem.replace('_', '-')}"


def merged(first: dict[str, Rule], second: dict[str, Rule]) -> dict[str, Rule]:
    """Return both together; an id in both is refused, since its findings would be doubled."""
    twice = sorted(first.keys() & second.keys())
    if twice:
        raise RegistryError(f"two rules have the id {twice[0]}: a module under rules/ and a wording category?")
    return {**first, **second}


def matches(rule: str, selector: str) -> bool:
    """Say whether `selector` (an id, or the beginning of ids such as "wording") means the rule with the id `rule`."""
    return rule.startswith(selector)


def nearest(selector: str, rules: Mapping[str, RuleRecord]) -> str:
    """Return the id most like `selector`, or "" where none is near."""
    close = difflib.get_close_matches(selector, rules, n=1, cutoff=0.5)
    if not close:
        by_name = {id_.partition("/")[2]: id_ for id_ in rules}
        close = [by_name[name] for name in difflib.get_close_matches(selector, by_name, n=1, cutoff=0.5)]
    return close[0] if close else ""


def _load(path: Path) -> Rule:
    module = importlib.import_module(f"{rules_package.__name__}.{path.parent.name}.{path.stem}")
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule):
        raise RegistryError(f"{path} defines no RULE")
    if rule.id != rule_id(path):
        raise RegistryError(f"{path} holds the rule {rule.id}; its file name says {rule_id(path)}")
    return rule
