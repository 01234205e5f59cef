"""A review -> tables on a terminal: every posting with what it asks, then what they say differently."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from postwright.consistency.figures import findings_by_rule, remarks_on
from postwright.consistency.record import PayAsked, ReviewedPosting
from postwright.consistency.review import Review
from postwright.consistency.rule import Piece, Remark
from postwright.exchange.findings_text import STYLES
from postwright.exchange.review_rows import level_words, numbers
from postwright.exchange.terminal import count, visible
from postwright.model.words import SEVERITIES

if TYPE_CHECKING:
    from rich.console import Console

_POSTINGS_SHOWN = 200
"""Rows of the table; a file holds all of them."""
_TITLE_AT_LEAST = 16
_TABLE_AT_LEAST = 80
"""Columns below which cells would be cut to nothing: a narrower terminal breaks the lines itself."""
_COLUMNS_IN_WORDS = (
    "must: requirements; E/W/N: errors, warnings and notices of the posting itself; across: findings beside the others"
)
_REMARKS_SHOWN = 100
_RULES_SHOWN = 12
_WIDEST = {"level": 16, "degree": 13, "pay": 17}
"""Columns of the terminal that a column of the table takes at most; what is longer ends in an ellipsis."""


def print_review(console: Console, review: Review, *, unread: int) -> None:
    """Print the table, the groups, the findings across postings and the rules that spoke most."""
    _print_postings(console, review)
    _print_groups(console, review)
    _print_remarks(console, review)
    _print_rules(console, review)
    print_total(console, review, unread=unread)


def print_total(console: Console, review: Review, *, unread: int) -> None:
    """Print in one line how much was reviewed and found."""
    groups = sum(1 for group in review.groups if len(group.members) > 1)
    told = [
        count(found, severity)
        for severity in SEVERITIES
        if (found := sum(1 for remark in review.remarks if remark.severity == severity))
    ]
    line = f"{count(len(review.postings), 'posting')}, {count(groups, 'group')} of the same role and level; "
    line += f"across postings: {', '.join(told) or 'no findings'}"
    if unread:
        line += f"; {count(unread, 'input')} could not be read"
    console.print(Text(line, style="bold"))


def _print_postings(console: Console, review: Review) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 1), header_style="bold", expand=True)
    for name, right in (("no.", True), ("title", False), ("level", False), ("years", True), ("degree", False),
                        ("must", True), ("pay", False), ("E/W/N", True), ("across", True)):  # fmt: skip
        is_title, cut = name == "title", _WIDEST.get(name)
        table.add_column(
            name, justify="right" if right else "left", ratio=1 if is_title else None, max_width=cut, no_wrap=True,
            min_width=_TITLE_AT_LEAST if is_title else None,
        )  # fmt: skip
    across = remarks_on(review)
    for index, posting in enumerate(review.postings[:_POSTINGS_SHOWN]):
        counts = dict(posting.counts)
        table.add_row(
            str(index + 1), visible(posting.title) or Text(visible(str(posting.id)), style="dim"),
            visible(level_words(posting)), "" if posting.years is None else f"{posting.years:g}",
            _degree(posting), str(posting.must_haves or ""), _pay(posting.pay),
            "/".join(str(counts.get(severity, 0)) for severity in SEVERITIES[:3]), str(across[index] or ""),
        )  # fmt: skip
    console.print(table, width=max(console.width, _TABLE_AT_LEAST), no_wrap=True, crop=False, overflow="ignore")
    console.print(Text(_COLUMNS_IN_WORDS, style="dim"))
    if len(review.postings) > _POSTINGS_SHOWN:
        console.print(f"and {len(review.postings) - _POSTINGS_SHOWN:,} more: --out review.html holds all.")
    console.print()


def _degree(posting: ReviewedPosting) -> str:
    """Return the degree that is demanded; in brackets where it is not the only way."""
    name = posting.degree.replace("_", " ") if posting.degree else ""
    return f"({name})" if name and posting.degree_strength != "required" else name


def _pay(pay: PayAsked | None) -> str:
    """Return the pay in few letters: "USD 95-120k" a year, "USD 18-22/hour"."""
    if pay is None:
        return ""
    large = pay.minimum >= 10_000
    amounts = dict.fromkeys(f"{amount / 1000:.0f}" if large else f"{amount:g}" for amount in (pay.minimum, pay.maximum))
    per = f"/{pay.period}" if pay.period not in (None, "year") else ""
    return f"{pay.currency} {'–'.join(amounts)}{'k' if large else ''}{per}".strip()


def _print_groups(console: Console, review: Review) -> None:
    groups = [group for group in review.groups if len(group.members) > 1]
    if not groups:
        return
    console.print(Text("The same role and level", style="bold"))
    for group in groups:
        console.print(Text(f"  {visible(group.label)}: no. {numbers(group.members)}"))
    console.print()


def _print_remarks(console: Console, review: Review) -> None:
    for severity, remarks in itertools.groupby(review.remarks[:_REMARKS_SHOWN], key=lambda remark: remark.severity):
        for remark in remarks:
            where = f"  no. {numbers(remark.postings, most=10)}" if remark.postings else ""
            console.print(Text.assemble((f"  {severity:<8}", STYLES[severity]), (remark.rule, "bold"), where))
            _print_remark(console, remark)
            console.print()
    if len(review.remarks) > _REMARKS_SHOWN:
        console.print(f"and {len(review.remarks) - _REMARKS_SHOWN:,} more: --out review.html holds all.\n")


def _print_remark(console: Console, remark: Remark) -> None:
    for words in (remark.message, remark.arithmetic):
        if words:
            console.print(Padding(Text(visible(words)), (0, 0, 0, 4), expand=False))
    if remark.difference:
        shown = Text(" ").join(_piece(piece) for piece in remark.difference)
        console.print(Padding(shown, (0, 0, 0, 4), expand=False))


def _piece(piece: Piece) -> Text:
    words = visible(piece.words)
    if piece.change == "same":
        return Text(words, style="dim")
    return Text(f"[-{words}-]", style="red") if piece.change == "missing" else Text(f"{{+{words}+}}", style="green")


def _print_rules(console: Console, review: Review) -> None:
    counts = sorted(findings_by_rule(review), key=lambda found: -found.findings)[:_RULES_SHOWN]
    if not counts:
        return
    table = Table.grid(padding=(0, 2, 0, 0))
    for right in (False, False, True):
        table.add_column(justify="right" if right else "left")
    for found in counts:
        table.add_row(f"  {found.rule}", Text(found.severity, style=STYLES[found.severity]), f"{found.findings:,}")
    console.print(Text("Findings by rule, the most frequent", style="bold"))
    console.print(table)
    console.print()
