"""Rules -> a list by group, or the whole record of one rule, for people."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from postwright.exchange.findings_text import STYLES
from postwright.exchange.terminal import visible

if TYPE_CHECKING:
    from rich.console import Console

    from postwright.linting.rule import Example, RuleRecord, ShownExample
    from postwright.model.words import Severity


def print_rules(console: Console, rules: Mapping[str, RuleRecord], severities: Mapping[str, str]) -> None:
    """Print id, severity and summary of every rule; `severities` are the house's own, by rule id, and marked."""
    for group, members in itertools.groupby(rules.values(), key=lambda rule: rule.id.partition("/")[0]):
        console.print(Text(f"{group}/", style="bold"))
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(min_width=34)
        table.add_column(min_width=7)
        table.add_column(ratio=1)
        for rule in members:
            severity = severities.get(rule.id, rule.severity)
            own = "" if severity == rule.severity else f" (set in profile.yaml; by itself {rule.severity})"
            table.add_row(
                f"  {rule.id}",
                Text(severity, style=_style(severity)),
                Text.assemble(visible(rule.summary), (own, "dim")),
            )
        console.print(table)
        console.print()


def print_rule(console: Console, rule: RuleRecord, *, severity: str) -> None:
    """Print the whole record of a rule."""
    console.print(Text.assemble((rule.id, "bold"), "  ", (severity, _style(severity))))
    console.print(visible(rule.summary))
    for label, words in (("Why", rule.why), ("Source", rule.source), ("Known problems", rule.known_problems)):
        if words:
            console.print()
            console.print(Text.assemble((f"{label}: ", "bold"), visible(words)))
    _print_examples(console, "Finds", rule.fires)
    _print_examples(console, "Stays silent on", rule.silent)


def _print_examples(console: Console, label: str, examples: Sequence[ShownExample]) -> None:
    if examples:
        console.print()
        console.print(Text(f"{label}:", style="bold"))
    for example in examples:
        for posting in example.postings:
            _print_posting(console, posting)
        if example.message:
            console.print(Text(f"      → {visible(example.message)}"))
        console.print()


def _print_posting(console: Console, example: Example) -> None:
    """Print one posting of an example with what it is given with."""
    shown = Text("\n".join(visible(line) for line in example.text.strip().splitlines()) or "(an empty text)")
    if example.quote:
        shown.highlight_words([visible(example.quote)], style="bold underline")
    for line in shown.wrap(console, console.width - 6):
        console.print(Text.assemble(("    │ ", "dim"), line))
    if given := _given(example):
        console.print(Text(f"      ({visible(given)})", style="dim"))


def _given(example: Example) -> str:
    """Return what the example's posting is given with: title, level, places, profile, brief."""
    parts = [
        f"title: {example.title}" if example.title else "",
        f"level: {example.level}" if example.level else "",
        f"places: {', '.join(example.places)}" if example.places else "",
        f"profile: {example.profile}" if example.profile else "",
        "with a brief" if example.brief else "",
        "with the organisation's facts" if example.organisation else "",
    ]
    return "; ".join(part for part in parts if part)


def _style(severity: str) -> str:
    styles: Mapping[Severity, str] = STYLES
    return next((style for name, style in styles.items() if name == severity), "dim")
