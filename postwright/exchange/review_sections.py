"""The parts of a review -> HTML: its table, its groups, its findings and the numbers beside its plots.

Everything from a posting is escaped. The classes begin with `rv-` and are styled by review_style.py; the same parts
stand in the page of its own and on the app's page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from postwright.consistency.figures import findings_by_rule, pay_by_level, remarks_on, years_by_level
from postwright.consistency.record import ReviewedPosting
from postwright.consistency.registry import every_rule, set_rules
from postwright.consistency.review import Review
from postwright.consistency.rule import Piece, Remark
from postwright.exchange.review_plots import pay_plot, rules_plot, years_plot
from postwright.exchange.review_rows import (
    Table,
    Value,
    degree_words,
    level_words,
    pay_table,
    pay_words,
    years_table,
)
from postwright.exchange.showing import SEVERITY_NAMES
from postwright.model.words import SEVERITIES, Severity

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines

_COUNTED = SEVERITIES[:3]
"""Severities with a column in the table of postings."""
_COUNTING = (
    '<p class="rv-note">Must-haves are counted in the text, under its requirements: “A, B and C” is three, “A or B” '
    "is one. A brief may hold them in fewer entries. Across postings: in how many remarks on differences it has a part."
    "</p>"
)
LISTED = 60
"""Numbers of postings that a finding shows."""
Where = Callable[[int], str]
"""Gives the address at which a posting is shown, by its position; empty where there is none."""


def in_the_table(index: int) -> str:
    """Return the address of a posting's row on the same page."""
    return f"#p{index + 1}"


def nowhere(index: int) -> str:
    """Return no address: in a file that is mailed nothing can be opened."""
    return ""


def postings_html(review: Review, *, shown: Sequence[int] | None = None, link: Where = nowhere) -> str:
    """Return the table of postings; `shown` are the positions of those that it has, in this order."""
    across = remarks_on(review)
    indices = range(len(review.postings)) if shown is None else shown
    postings = review.postings
    columns = {
        "Employer": any(postings[index].employer for index in indices),
        "Place": any(postings[index].place for index in indices),
    }
    counted = [SEVERITY_NAMES[severity] for severity in _COUNTED]
    names = ["No.", "Title", *(name for name, used in columns.items() if used), "Level", "Years", "Degree",
             "Must-haves", "Pay", *counted, "Across postings"]  # fmt: skip
    right = {"No.", "Years", "Must-haves", *counted, "Across postings"}
    head = "".join(f'<th scope="col"{_number(name in right)}>{name}</th>' for name in names)
    rows = "".join(_posting_row(index, postings[index], across[index], columns, link) for index in indices)
    body = f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return _scrolled(f'<table class="rv-wide" data-sortable>{body}</table>', "Postings") + _COUNTING


def _posting_row(index: int, posting: ReviewedPosting, across: int, columns: dict[str, bool], link: Where) -> str:
    counts = dict(posting.counts)
    years = "" if posting.years is None else f"{posting.years:g}"
    cells = [f'<td class="rv-number">{index + 1}</td>', f'<th scope="row">{_title(posting, link(index))}</th>']
    cells += [f"<td>{escape(posting.employer)}</td>"] if columns["Employer"] else []
    cells += [f"<td>{escape(posting.place)}</td>"] if columns["Place"] else []
    cells += [
        f"<td>{escape(level_words(posting))}</td>",
        f'<td class="rv-number">{years}</td>',
        f"<td>{escape(degree_words(posting))}</td>",
        f'<td class="rv-number">{posting.must_haves or ""}</td>',
        f'<td class="rv-pay-words" data-value="{_pay_order(posting)}">{escape(pay_words(posting.pay))}</td>',
        *(f'<td class="rv-number">{counts.get(severity, 0)}</td>' for severity in _COUNTED),
        f'<td class="rv-number">{across}</td>',
    ]
    return f'<tr id="p{index + 1}">{"".join(cells)}</tr>'


def _pay_order(posting: ReviewedPosting) -> str:
    pay = posting.pay
    return f"{pay.year_minimum:.0f}" if pay and pay.year_minimum is not None else ""


def _title(posting: ReviewedPosting, address: str) -> str:
    name = escape(posting.title or "Untitled")
    title = f'<a href="{escape(address, quote=True)}" target="_self">{name}</a>' if address else name
    if posting.language not in ("en", ""):
        title += ' <span class="rv-id">Not in English: it was not read.</span>'
    id_ = "" if posting.link else f'<span class="rv-id">{escape(str(posting.id))}</span>'
    return f"{title}{id_}{_serious(posting)}"


def _serious(posting: ReviewedPosting) -> str:
    counts = dict(posting.counts)
    number = counts.get("error", 0) + counts.get("warning", 0)
    if not number:
        return ""
    items = "".join(
        f'<li>{_severity(found.severity)} {escape(found.message)} <span class="rv-id">{escape(found.rule)}</span></li>'
        for found in posting.serious
    )
    rest = number - len(posting.serious)
    more = f"<li>and {rest} more</li>" if rest > 0 else ""
    label = f"{number} to mend"
    return f"<details><summary>{label}</summary><ul>{items}{more}</ul></details>"


def groups_html(review: Review, *, where: Where = in_the_table) -> str:
    """Return the groups of two postings and more."""
    groups = [group for group in review.groups if len(group.members) > 1]
    if not groups:
        return "<p>No two postings have the same role and level.</p>"
    rows = "".join(
        f'<tr><th scope="row">{escape(group.label)}</th><td class="rv-number">{len(group.members)}</td>'
        f'<td class="rv-number">{_years(review, group.members)}</td>'
        f"<td>{numbers_html(group.members, where)}</td></tr>"
        for group in groups
    )
    head = (
        '<th scope="col">Role and level</th><th scope="col" class="rv-number">Postings</th>'
        '<th scope="col" class="rv-number">Years asked</th><th scope="col">Numbers</th>'
    )
    return _scrolled(f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>", "Groups")


def _years(review: Review, members: Sequence[int]) -> str:
    asked = sorted(years for index in members if (years := review.postings[index].years) is not None)
    if not asked:
        return ""
    return f"{asked[0]:g}" if asked[0] == asked[-1] else f"{asked[0]:g}–{asked[-1]:g}"


def findings_html(
    remarks: Sequence[Remark], review: Review, *, where: Where = in_the_table, heading: str = "h3"
) -> str:
    """Return the findings across postings, most severe first, by rule."""
    if not remarks:
        return "<p>Nothing to remark on: what can be compared agrees.</p>"
    parts = []
    by_rule = sorted(remarks, key=lambda remark: (SEVERITIES.index(remark.severity), remark.rule))
    for (_, rule), group in groupby(by_rule, key=lambda remark: (remark.severity, remark.rule)):
        found = list(group)
        summary = set_rules()[rule].summary.rstrip(".") if rule in set_rules() else rule
        parts.append(
            f'<{heading}>{escape(summary)} ({len(found)}) <span class="rv-id">{escape(rule)}</span></{heading}>'
        )
        parts += [_finding(remark, review, where) for remark in found]
    return "".join(parts)


def _finding(remark: Remark, review: Review, where: Where) -> str:
    about = ""
    if remark.postings:
        first = review.postings[remark.postings[0]]
        about = f" {numbers_html(remark.postings, where)}: {escape(first.title or str(first.id))}"
    compared = f"<p>Compared with {numbers_html(remark.others, where)}.</p>" if remark.others else ""
    difference = f'<p class="rv-difference">{"".join(_pieces(remark.difference))}</p>' if remark.difference else ""
    return (
        f'<div class="rv-finding"><div>{_severity(remark.severity)}{about}</div>'
        f"<p><strong>{escape(remark.message)}</strong></p>"
        f'<p class="rv-arithmetic">{escape(remark.arithmetic)}</p>{difference}'
        f"<details><summary>Why, and where this comes from</summary><p>{escape(remark.why)}</p>"
        f"<p>Source: {escape(remark.source)}</p>{compared}</details></div>"
    )


def _severity(severity: Severity) -> str:
    return f'<span class="rv-severity rv-{severity}">{SEVERITY_NAMES[severity]}</span>'


def _pieces(pieces: Sequence[Piece]) -> Iterator[str]:
    tags = {"missing": "del", "added": "ins"}
    for piece in pieces:
        tag, words = tags.get(piece.change), escape(piece.words)
        yield f"<{tag}>{words}</{tag}> " if tag else f"{words} "


def numbers_html(indices: Sequence[int], where: Where) -> str:
    """Return the numbers of postings, each leading to where it is shown."""
    shown = [
        f'<a href="{escape(address, quote=True)}" target="_self">{index + 1}</a>'
        if (address := where(index))
        else str(index + 1)
        for index in indices[:LISTED]
    ]
    more = f" and {len(indices) - LISTED:,} more" if len(indices) > LISTED else ""
    return f"no. {', '.join(shown)}{more}"


def years_html(review: Review, guidelines: Guidelines) -> str:
    """Return the plot of years by level with its numbers."""
    rows = years_by_level(review, guidelines)
    plot = years_plot(rows)
    if not plot:
        return "<p>No posting asks for years.</p>"
    caption = (
        "The least years that are asked. Behind: the years that are usual at the level (guidelines/levels.yaml). A "
        "circle lies within the level's limit, a triangle above it; a number says how many postings ask the same."
    )
    return _figure(caption, plot + table_html(years_table(review, guidelines)))


def pay_html(review: Review) -> str:
    """Return the plot of pay by level for each currency, with its numbers."""
    rows = pay_by_level(review)
    if not rows:
        return "<p>No posting states pay in figures with currency and period.</p>"
    plots = "".join(
        f"<p>{escape(currency)} a year</p>{pay_plot(list(same))}"
        for currency, same in groupby(rows, key=lambda row: row.currency)
    )
    caption = (
        "What is paid for a year of full-time work; hourly, daily and monthly pay is worked out for a year. A line is "
        "the range of one posting, a dot a single figure, the upright mark the middle of all."
    )
    return _figure(caption, plots + table_html(pay_table(review)))


def rules_html(review: Review, guidelines: Guidelines) -> str:
    """Return the plot of findings by rule, with its numbers."""
    counts = findings_by_rule(review)
    if not counts:
        return "<p>No rule had anything to remark on.</p>"
    caption = "How often each rule spoke, in all postings together; the 20 that spoke most are drawn."
    rules = every_rule(guidelines)
    summaries = {
        count.rule: rules[count.rule].summary.rstrip(".") if count.rule in rules else count.rule for count in counts
    }
    rows = tuple(
        (summaries[count.rule], count.rule, *(dict(count.counts).get(each) for each in SEVERITIES), count.postings)
        for count in counts
    )
    names = ("Rule", "Id", *(SEVERITY_NAMES[each] for each in SEVERITIES), "Postings")
    return _figure(caption, rules_plot(counts, summaries) + table_html(Table("Findings by rule", names, rows)))


def table_html(table: Table) -> str:
    """Return a table of plain values."""
    numeric = [
        all(isinstance(row[column], (int, float)) or row[column] is None for row in table.rows)
        for column in range(len(table.columns))
    ]
    head = "".join(f'<th scope="col"{_number(numeric[at])}>{name}</th>' for at, name in enumerate(table.columns))
    rows = "".join(
        f"<tr>{''.join(f'<td{_number(numeric[at])}>{_shown(value)}</td>' for at, value in enumerate(row))}</tr>"
        for row in table.rows
    )
    return _scrolled(f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>", table.title)


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return escape(value)
    return "" if value is None else f"{value:,g}" if value < 1e6 else f"{value:,.0f}"


def _number(is_number: bool) -> str:
    return ' class="rv-number"' if is_number else ""


def _scrolled(table: str, name: str) -> str:
    """Return a table that scrolls by itself where the window is narrow, by keyboard too."""
    return f'<div class="rv-scroll" role="region" aria-label="{escape(name, quote=True)}" tabindex="0">{table}</div>'


def _figure(caption: str, body: str) -> str:
    return f'<figure class="rv-figure"><figcaption>{escape(caption)}</figcaption>{body}</figure>'
