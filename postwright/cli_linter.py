"""The options that say what is known of a posting -> the function that lints it, for every command that does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from postwright.cli_inputs import brief_from, has_organisation, house_organisation, understood
from postwright.cli_options import day, known, place_code, selectors
from postwright.model.words import LEVELS

if TYPE_CHECKING:
    import argparse

    from postwright.exchange.document import Imported
    from postwright.guidelines.records import Guidelines
    from postwright.linting.rule import Rule
    from postwright.model.finding import Finding
    from postwright.model.reading import Reading


@dataclass(frozen=True)
class Linter:
    """Lints postings with what is known beside their texts; `known` are options of `postwright.linting.engine.lint`."""

    title: str
    known: Mapping[str, Any]

    def __call__(self, imported: Imported) -> tuple[str, tuple[Finding, ...]]:
        """Return the text that was read, which offsets index, and its findings."""
        reading, findings = self.read_and_lint(imported)
        return reading.text, findings

    def read_and_lint(self, imported: Imported) -> tuple[Reading, tuple[Finding, ...]]:
        """Return what was read in a posting, and its findings."""
        from postwright.linting.engine import lint

        document, reading = understood(imported, self.title, self.known["guidelines"])
        return reading, lint(document, reading, **self.known)


def linter(options: argparse.Namespace, guidelines: Guidelines) -> Linter:
    """Return the function that lints with what `options` say of title, level, place and the rest."""
    brief = brief_from(options.brief, guidelines) if options.brief else None
    what_is_known = {
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
    return Linter(options.title or (brief.title if brief else ""), what_is_known)


def rules_run(options: argparse.Namespace, guidelines: Guidelines) -> Mapping[str, Rule]:
    """Return the rules that `options` and the house let run, by id, with the house's severities."""
    from postwright.linting.engine import chosen
    from postwright.linting.registry import all_rules

    rules = chosen(all_rules(guidelines), guidelines, select=tuple(options.select), ignore=tuple(options.ignore))
    severities = guidelines.severities
    return {
        rule.id: replace(rule, severity=house) if (house := severities.get(rule.id)) and house != "off" else rule
        for rule in rules
    }
