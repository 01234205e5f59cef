"""A review -> one HTML page that loads nothing: table, groups, findings and plots with their numbers.

It needs no script; a small one lets the table be sorted, and the page's policy allows no other.
"""

from __future__ import annotations

import base64
import hashlib
from html import escape
from typing import TYPE_CHECKING

from postwright.consistency.review import Review
from postwright.exchange.review_files import Made
from postwright.exchange.review_sections import (
    findings_html,
    groups_html,
    pay_html,
    postings_html,
    rules_html,
    years_html,
)
from postwright.exchange.review_style import PAGE_STYLE, STYLE
from postwright.exchange.showing import SEVERITY_NAMES
from postwright.model.words import SEVERITIES

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines

_SORT = """
for (const table of document.querySelectorAll('table[data-sortable]')) {
  const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = head.ariaSort === 'ascending';
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.ariaSort = down ? 'descending' : 'ascending';
      const value = row => {
        const cell = row.cells[column];
        return cell.dataset.value ?? (cell.querySelector('a') ?? cell.firstChild)?.textContent.trim() ?? '';
      };
      const rows = [...body.rows].map(row => [value(row), row]);
      rows.sort(([a], [b]) => {
        if (a === '' || b === '') return (a === '') - (b === '');
        const one = Number(a), two = Number(b);
        const order = isNaN(one) || isNaN(two) ? a.localeCompare(b) : one - two;
        return down ? -order : order;
      });
      body.append(...rows.map(([, row]) => row));
    });
  });
}
""".strip()


def to_html(review: Review, guidelines: Guidelines, made: Made) -> str:
    """Return the page."""
    name = f"Review of {made.name}"
    digest = base64.b64encode(hashlib.sha256(_SORT.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'"
    )
    sections = (
        ("findings", "What the postings say differently", findings_html(review.remarks, review)),
        ("postings", "All postings", postings_html(review)),
        ("groups", "The same role and level", groups_html(review)),
        ("years", "Years by level", years_html(review, guidelines)),
        ("pay", "Pay by level", pay_html(review)),
        ("rules", "Findings by rule", rules_html(review, guidelines)),
        ("unread", "What could not be read", _unread(made)),
    )
    shown = [(key, title, body) for key, title, body in sections if body]
    links = "".join(f'<li><a href="#{key}">{escape(title)}</a></li>' for key, title, _ in shown)
    bodies = "".join(
        f'<section id="{key}" aria-labelledby="{key}-h"><h2 id="{key}-h">{escape(title)}</h2>{body}</section>\n'
        for key, title, body in shown
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{escape(name)}</title>\n<style>\n{STYLE}\n{PAGE_STYLE}\n</style>\n</head>\n"
        f'<body>\n<main class="rv">\n<h1>{escape(name)}</h1>\n<p>{escape(summary(review, made))}</p>\n'
        f'<nav aria-label="Parts of this page"><ul>{links}</ul></nav>\n{bodies}</main>\n'
        f"<script>{_SORT}</script>\n</body>\n</html>\n"
    )


def summary(review: Review, made: Made) -> str:
    """Return in one line how much was reviewed, when, and what was found across the postings."""
    number = len(review.postings)
    groups = sum(1 for group in review.groups if len(group.members) > 1)
    told = [
        f"{found:,} {SEVERITY_NAMES[severity].lower()}"
        for severity in SEVERITIES
        if (found := sum(1 for remark in review.remarks if remark.severity == severity))
    ]
    words = f"{number:,} posting{'s' if number != 1 else ''}, {groups:,} group{'s' if groups != 1 else ''} of the same "
    return f"{words}role and level. Across postings: {', '.join(told) or 'nothing to remark on'}. As of {made.on}."


def _unread(made: Made) -> str:
    return f"<ul>{''.join(f'<li>{escape(words)}</li>' for words in made.unread)}</ul>" if made.unread else ""
