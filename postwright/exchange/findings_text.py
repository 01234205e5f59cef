"""Findings -> a report for people: each with the line it stands in, why it matters, its source and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from postwright.exchange.linted import RuleTotal, Totals
from postwright.exchange.showing import Lines, count, counts_in_words, visible
from postwright.exchange.terminal import Row, carets, marked, rows_of
from postwright.model.finding import Finding, Fix
from postwright.model.waiver import Sifted, Waiver
from postwright.model.words import Severity

if TYPE_CHECKING:
    from rich.console import Console

STYLES: Mapping[Severity, str] = {
    "error": "bold red",
    "warning": "bold yellow",
    "notice": "bold cyan",
    "info": "bold blue",
}
_INDENT = 4


def print_findings(console: Console, *, name: str, text: str, sifted: Sifted, show_waived: bool = False) -> None:
    """Print one posting's findings with their numbers, in the order they are given; accepted ones last, or counted."""
    accepted = f"; {len(sifted.waived)} accepted" if sifted.waived else ""
    console.print(Text.assemble((visible(name), "bold"), f"  {summary(sifted.open)}{accepted}"))
    numbers = {finding: number for number, finding in enumerate(sifted.all, 1)}
    lines = Lines(text)
    explained: set[str] = set()
    for finding in sifted.open:
        console.print()
        _print_finding(console, finding, text, lines, number=numbers[finding], explain=finding.rule not in explained)
        explained.add(finding.rule)
    for finding, waiver in sifted.waived if show_waived else ():
        console.print()
        _print_waived(console, finding, waiver, lines, number=numbers[finding])
    console.print()


def summary(findings: Iterable[Finding]) -> str:
    """Return the counts by severity in words, most severe first: "1 error, 2 notices"."""
    return counts_in_words(Counter(finding.severity for finding in findings))


def print_total(console: Console, totals: Totals) -> None:
    """Print the counts of a run over several postings."""
    line = f"{count(totals.postings, 'posting')}: {counts_in_words(totals.by_severity)}"
    if totals.unreadable:
        line += f"; {count(totals.unreadable, 'input')} could not be read"
    console.print(Text(line, style="bold"))


def print_by_rule(console: Console, totals: Sequence[RuleTotal]) -> None:
    """Print how often each rule found something, and in how many postings."""
    if not totals:
        return
    from rich.table import Table  # costs its import, and a single posting needs none

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    table.add_column("severity", min_width=8)
    table.add_column("rule")
    for heading in ("findings", "postings"):
        table.add_column(heading, justify="right")
    for each in totals:
        severity = Text(each.severity, style=STYLES[each.severity])
        table.add_row(severity, each.rule, f"{each.findings:,}", f"{each.postings:,}")
    console.print(table)
    console.print()


def _print_finding(console: Console, finding: Finding, text: str, lines: Lines, *, number: int, explain: bool) -> None:
    severity = finding.severity
    head = (f"{number:>3}. ", "dim"), (f"{severity:<8}", STYLES[severity]), (finding.rule, "bold")
    console.print(Text.assemble(*head, _where(finding, lines)))
    _print_words(console, finding.message)
    if finding.start is not None and finding.end is not None:
        _print_excerpt(console, text, lines, finding.start, finding.end, style=STYLES[severity])
    _print_words(console, finding.arithmetic)
    if explain:  # said once for each rule: a posting with nine clichés is not to be lectured nine times
        _print_words(console, finding.why, label="Why")
        _print_words(console, finding.source, label="Source")
    for fix in finding.fixes:
        _print_words(console, _fix_words(fix, text), label="Fix")


def _print_waived(console: Console, finding: Finding, waiver: Waiver, lines: Lines, *, number: int) -> None:
    head = (f"{number:>3}. ", "dim"), ("accepted ", "green"), (finding.rule, "bold")
    console.print(Text.assemble(*head, _where(finding, lines)))
    _print_words(console, finding.message)
    until = f", until {waiver.expires}" if waiver.expires else ""
    _print_words(console, f"{waiver.reason}{f' ({waiver.owner})' if waiver.owner else ''}{until}", label="Accepted")


def _where(finding: Finding, lines: Lines) -> str:
    if finding.start is None:
        return ""
    line, column = lines.place(finding.start)
    return f"  line {line}, column {column}"


def _print_words(console: Console, words: str, *, label: str = "") -> None:
    if words:
        shown = Text.assemble((f"{label}: ", "bold"), visible(words)) if label else Text(visible(words))
        console.print(Padding(shown, (0, 0, 0, _INDENT), expand=False))


def _fix_words(fix: Fix, text: str) -> str:
    if not fix.edits:
        return fix.label
    words = "; ".join(
        f"“{text[edit.start : edit.end]}” → “{edit.replacement}”"
        if edit.replacement
        else f"remove “{text[edit.start : edit.end]}”"
        for edit in fix.edits
        if len(edit.replacement) + edit.end - edit.start <= 120
    )
    return f"{fix.label}: {words}" if words else fix.label


def _print_excerpt(console: Console, text: str, lines: Lines, start: int, end: int, *, style: str) -> None:
    """Print the row in which a span begins, with the span underlined and carets below it."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    number = str(lines.place(start)[0])
    width = console.width - _INDENT - len(number) - 3
    row = _row_around(text, line_start, line_end, start, min(end, line_end), width=width)
    gutter = " " * _INDENT
    console.print(
        Text.assemble(gutter, (f"{number} │ ", "dim"), marked(text, row, [(start, end, f"{style} underline")])),
        no_wrap=True, crop=False, overflow="ignore",
    )  # fmt: skip
    under = carets(text, row, start, min(end, row.end))
    console.print(
        Text.assemble(gutter, (f"{' ' * len(number)} │ ", "dim"), (under, style)),
        no_wrap=True, crop=False, overflow="ignore",
    )  # fmt: skip


def _row_around(text: str, line_start: int, line_end: int, start: int, end: int, *, width: int) -> Row:
    """Return a row with the span in it and some words before it; the whole line where it fits."""
    if line_end - line_start > width:
        lead = max(line_start, min(start - width // 4, end - width + 1), start - width + 1)
        space = text.find(" ", lead, start)
        line_start = lead if lead == line_start or space < 0 else space + 1
    return next(iter(rows_of(text, line_start, line_end, width=width)), Row(line_start, line_end))


def print_serious(console: Console, findings: Sequence[Finding]) -> None:
    """Print errors and warnings in a line each."""
    for finding in findings:
        if finding.severity in ("error", "warning"):
            line = Text.assemble(
                (f"  {finding.severity:<8}", STYLES[finding.severity]), finding.rule, "  ", visible(finding.message)
            )
            console.print(line)
