"""The options that say what is known of a posting -> the function that lints it, for every command that does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from postwright.cli_inputs import brief_from, has_organisation, house_organisation, understood
from postwright.cli_options import day, known, place_code, selectors
from postwright.model.words import LEVELS

if TYPE_CHECKING:
    import argparse

    from postwright.exchange.document import Imported
    from postwright.guidelines.records import Guidelines
    from postwright.model.finding import Finding

Linter = Callable[["Imported"], "tuple[str, tuple[Finding, ...]]"]
"""Takes a posting and returns the text that was read, which offsets index, and its findings."""


def linter(options: argparse.Namespace, guidelines: Guidelines) -> Linter:
    """Return the function that lints with what `options` say of title, level, place and the rest."""
    from postwright.linting.engine import lint as lint_document

    brief = brief_from(options.brief, guidelines) if options.brief else None
    what_is_known: dict[str, Any] = {
        "guidelines": guidelines,
        "brief": brief,
        "organisation": house_organisation() if brief or has_organisation() else None,
        "date": day(options.date) or (brief.date_posted if brief else None) or dt.date.today(),
        "level": known("level", options.level, LEVELS) if options.level else None,
        "profile": known("profile", options.profile, guidelines.roles) if options.profile else "",
        "places": tuple(place_code(code) for code in options.place),
        "select": selectors(options.select, guidelines),
        "ignore": selectors(options.ignore, guidelines),
    }

    def findings_of(imported: Imported) -> tuple[str, tuple[Finding, ...]]:
        document, reading = understood(imported, options.title or (brief.title if brief else ""), guidelines)
        return reading.text, lint_document(document, reading, **what_is_known)

    return findings_of


def rules_run(options: argparse.Namespace, guidelines: Guidelines) -> frozenset[str]:
    """Return the ids of the rules that `options` and the house let run."""
    from postwright.linting.engine import chosen
    from postwright.linting.registry import all_rules

    rules = chosen(all_rules(guidelines), guidelines, select=tuple(options.select), ignore=tuple(options.ignore))
    return frozenset(rule.id for rule in rules)
