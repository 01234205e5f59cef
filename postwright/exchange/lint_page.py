"""Findings of a run -> one HTML page to open, print or mail: contents, counts by rule, then every posting."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import IO

from postwright import __version__
from postwright.exchange.findings_html import badges, meta, name_of, posting_html, shown
from postwright.exchange.findings_style import STYLE
from postwright.exchange.html_page import head
from postwright.exchange.lint_reports import Report
from postwright.exchange.linted import Linted, Run, Totals
from postwright.exchange.showing import SEVERITY_NAMES, count
from postwright.model.words import SEVERITIES, Severity

_IN_MEMORY = 8_000_000
"""Characters of postings above which they wait for the head of the page on disk."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the contents."""

    name: str
    id: str
    counts: tuple[int, ...]
    """Findings by severity, in the order of SEVERITIES."""


class HtmlReport(Report):
    """Keeps a line for each posting; the postings themselves wait in a file until the totals are known."""

    def __init__(self, stream: IO[str], run: Run) -> None:
        super().__init__(stream, run)
        self.entries: list[_Entry] = []
        self.first: Linted | None = None
        self.body = tempfile.SpooledTemporaryFile(  # noqa: SIM115 (closed in `end`)
            mode="w+", max_size=_IN_MEMORY, encoding="utf-8", errors="replace", newline="\n"
        )

    def add(self, linted: Linted) -> None:
        if self.entries:
            self._write(linted)
        else:  # whether it stands alone decides its form
            self.first = linted
        counts = Counter(finding.severity for finding in linted.sifted.open)
        self.entries.append(_Entry(name_of(linted), str(linted.posting.id), tuple(counts[each] for each in SEVERITIES)))

    def end(self, totals: Totals) -> None:
        several = len(self.entries) > 1
        alone = self.first if self.first and not several else None
        title = name_of(alone) if alone else "Job postings"
        about = meta(alone) if alone else f"{count(totals.postings, 'posting')}: {badges(totals.by_severity)}"
        self.stream.write(head(f"{title} – checked", style=STYLE))
        self.stream.write(f'<body>\n<div class="page">\n<header><h1>{shown(title)}</h1>\n')
        self.stream.write(f'<p class="meta">Checked on {self.run.date:%d %B %Y} · {about}</p></header>\n')
        self.stream.write(self._unreadable(totals))
        if several:
            self.stream.write(self._by_rule(totals))
            self._write_contents()
        if self.first:
            self.stream.write(self._posting(self.first, 1))
        self.body.seek(0)
        shutil.copyfileobj(self.body, self.stream)
        self.body.close()
        self.stream.write(_FOOT)

    def _write(self, linted: Linted) -> None:
        self.body.write(self._posting(linted, len(self.entries) + 1))

    def _posting(self, linted: Linted, number: int) -> str:
        alone = len(self.entries) == 1 and number == 1
        return posting_html(linted, number=number, alone=alone, show_waived=self.run.show_waived)

    def _unreadable(self, totals: Totals) -> str:
        if not totals.unreadable:
            return ""
        items = "".join(f"<li>{shown(problem)}</li>" for problem in self.problems)
        more = totals.unreadable - len(self.problems)
        rest = f"<li>and {more:,} more</li>" if more else ""
        return f"<h3>{count(totals.unreadable, 'input')} could not be read</h3><ul>{items}{rest}</ul>\n"

    def _by_rule(self, totals: Totals) -> str:
        rules = self.run.rules()
        rows = "".join(
            f"<tr><td>{_word(each.severity)}</td>"
            f"<td>{shown(rules[each.rule].summary.rstrip('.')) if each.rule in rules else ''} "
            f'<span class="rule"><code>{escape(each.rule)}</code></span></td>'
            f'<td class="number">{each.findings:,}</td><td class="number">{each.postings:,}</td></tr>\n'
            for each in totals.by_rule()
        )
        return (
            '<h3>What was found</h3><div class="scroll"><table><thead><tr><th></th><th>Rule</th>'
            f'<th class="number">Findings</th><th class="number">Postings</th></tr></thead><tbody>{rows}'
            "</tbody></table></div>\n"
            if rows
            else ""
        )

    def _write_contents(self) -> None:
        headings = "".join(f'<th class="number">{SEVERITY_NAMES[severity]}</th>' for severity in SEVERITIES)
        self.stream.write(
            '<h3 id="contents">Postings</h3><div class="scroll"><table><thead><tr><th class="number"></th>'
            f"<th>Posting</th>{headings}</tr></thead><tbody>\n"
        )
        for number, entry in enumerate(self.entries, 1):
            cells = "".join(f'<td class="number">{each:,}</td>' if each else "<td></td>" for each in entry.counts)
            id = f' <span class="meta">{shown(entry.id)}</span>' if entry.id != entry.name else ""
            self.stream.write(
                f'<tr><td class="number">{number:,}</td><td><a href="#p{number}">{shown(entry.name)}</a>{id}</td>'
                f"{cells}</tr>\n"
            )
        self.stream.write("</tbody></table></div>\n")


def _word(severity: Severity) -> str:
    return f'<span class="word {severity}">{SEVERITY_NAMES[severity]}</span>'


_FOOT = (
    f"<footer>Made by Postwright {escape(__version__)}. Remarks about law are screening, not legal advice. "
    "Numbers in the text lead to the remarks, and back.</footer>\n</div>\n</body>\n</html>\n"
)
