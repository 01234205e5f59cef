"""The figures of a review -> plots in SVG, their widths in percent: they fit every window, and letters keep their size.

Every plot says in words what it shows, and stands beside a table with its numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from math import ceil, floor, log10, sqrt

from postwright.consistency.figures import PayAtLevel, RuleCount, YearsAtLevel

_LEFT, _RIGHT = 1.5, 95.0
"""Percent of the width between which values are drawn."""
_RULES_SHOWN = 20
_RANGES_SHOWN = 24
"""Ranges drawn one by one; of more only the lowest, the highest and the middle."""


def years_plot(rows: Sequence[YearsAtLevel]) -> str:
    """Return a strip for each level: its usual band behind, a mark for each number of years that is asked."""
    rows = [row for row in rows if row.asked]
    if not rows:
        return ""
    highest = max(max(row.asked[-1][0], row.usual[1] if row.usual else 0) for row in rows)
    ticks = _ticks(max(highest, 1))
    top, pitch = 20, 68
    height = top + pitch * len(rows)
    parts = [*_axis(ticks, height, unit="")]
    for number, row in enumerate(rows):
        parts += _strip(row, top + number * pitch, ticks[-1])
    words = "; ".join(_years_words(row) for row in rows)
    return _svg(height, f"Years asked by level. {words}.", parts)


def level_label(row: YearsAtLevel) -> str:
    """Return what a strip is called: "Senior, software"."""
    level = (row.level or "level not said or several").capitalize()
    return f"{level}, {'software' if row.software else 'most fields'}"


def _years_words(row: YearsAtLevel) -> str:
    usual = f", {row.usual[0]:g} to {row.usual[1]:g} usual" if row.usual else ""
    return f"{level_label(row)}: {len(row.asked)} ask {row.asked[0][0]:g} to {row.asked[-1][0]:g}{usual}"


def _strip(row: YearsAtLevel, top: int, most: float) -> Iterator[str]:
    middle = top + 40
    count = f"{len(row.asked)} ask years"
    if row.usual:
        left, right = _x(row.usual[0], most), _x(row.usual[1], most)
        count += f", {row.usual[0]:g}–{row.usual[1]:g} usual" if row.usual[1] else ", none usual"
        yield (
            f'<rect class="rv-usual" x="{left:.2f}%" y="{middle - 14}" width="{max(right - left, 0.4):.2f}%" '
            'height="28" rx="3"/>'
        )
    if row.above:
        count += f", {row.above} above {row.limit:g}"
    yield f'<text x="0" y="{top + 14}">{escape(level_label(row))} <tspan class="rv-faint">· {count}</tspan></text>'
    for position, (years, same) in enumerate(groupby(row.asked, key=lambda asked: asked[0])):
        over = row.limit is not None and years > row.limit
        x, number = _x(years, most), len(list(same))
        yield _years_mark(x, middle, number, years=years, over=over, below=position % 2 == 1)


def _years_mark(x: float, y: int, number: int, *, years: float, over: bool, below: bool) -> str:
    """Return a circle, or a triangle for what lies above the level; the larger the more postings ask it.

    Its number stands above it or `below`, by turns, so that neighbours do not run into each other.
    """
    size = min(4 + sqrt(number), 11)
    tip = f"<title>{years:g} years: {number}</title>"
    label_y = y + size + 11 if below else y - size - 3
    label = f'<text x="{x:.2f}%" y="{label_y:.0f}" text-anchor="middle">{number}</text>' if number > 1 else ""
    if not over:
        return f'<circle class="rv-dot" cx="{x:.2f}%" cy="{y}" r="{size:.1f}">{tip}</circle>{label}'
    path = f"M0 {-size - 1:.1f}L{size + 1:.1f} {size:.1f}L{-size - 1:.1f} {size:.1f}Z"
    return f'<svg x="{x:.2f}%" y="{y}" width="1" height="1"><path class="rv-over" d="{path}">{tip}</path></svg>{label}'


def pay_plot(rows: Sequence[PayAtLevel]) -> str:
    """Return a strip for each level of one currency: a line for each range, or the whole with its middle."""
    if not rows:
        return ""
    currency = rows[0].currency
    ticks = _ticks(max(max(most for _, most, _ in row.ranges) for row in rows))
    top, parts = 20, []
    for row in rows:
        shown = len(row.ranges) <= _RANGES_SHOWN
        body = 6 * len(row.ranges) if shown else 22
        parts += list(_ranges(row, top, ticks[-1], each=shown))
        top += 28 + body + 8
    words = "; ".join(
        f"{_pay_label(row)}: {len(row.ranges)} from {row.ranges[0][0]:,.0f} to "
        f"{max(most for _, most, _ in row.ranges):,.0f}, middle {row.middle:,.0f}"
        for row in rows
    )
    return _svg(top, f"Pay a year in {currency} by level. {words}.", [*_axis(ticks, top, unit=""), *parts])


def _pay_label(row: PayAtLevel) -> str:
    return (row.level or "level not said or several").capitalize()


def _ranges(row: PayAtLevel, top: int, most: float, *, each: bool) -> Iterator[str]:
    highest = max(high for _, high, _ in row.ranges)
    number = len(row.ranges)
    words = f"{number} posting{'s' if number > 1 else ''}, middle {row.middle:,.0f}"
    yield f'<text x="0" y="{top + 14}">{escape(_pay_label(row))} <tspan class="rv-faint">· {words}</tspan></text>'
    body = 6 * len(row.ranges) if each else 22
    first, last = top + 26, top + 20 + body
    if each:
        for position, (low, high, index) in enumerate(row.ranges):
            yield _range(
                _x(low, most), _x(high, most), first + 6 * position, f"no. {index + 1}: {low:,.0f} to {high:,.0f}"
            )
    else:
        y = (first + last) // 2
        left, right = _x(row.ranges[0][0], most), _x(highest, most)
        yield f'<line class="rv-range" x1="{left:.2f}%" x2="{right:.2f}%" y1="{y}" y2="{y}"/>'
    x = _x(row.middle, most)
    yield f'<line class="rv-middle" x1="{x:.2f}%" x2="{x:.2f}%" y1="{first - 5}" y2="{last + 5}"/>'


def _range(left: float, right: float, y: int, words: str) -> str:
    tip = f"<title>{escape(words)}</title>"
    if left == right:
        return f'<circle class="rv-dot" cx="{left:.2f}%" cy="{y}" r="3">{tip}</circle>'
    return f'<line class="rv-range" x1="{left:.2f}%" x2="{right:.2f}%" y1="{y}" y2="{y}">{tip}</line>'


def rules_plot(counts: Sequence[RuleCount]) -> str:
    """Return a bar for each of the rules that spoke most, with its severity in words."""
    shown = sorted(counts, key=lambda count: (-count.findings, count.rule))[:_RULES_SHOWN]
    if not shown:
        return ""
    most = shown[0].findings
    parts = []
    for number, count in enumerate(shown):
        y = 34 * number
        width = max(_RIGHT * count.findings / most, 0.5)
        parts.append(
            f'<text x="0" y="{y + 13}">{escape(count.rule)} <tspan class="rv-faint">· {count.severity} · '
            f"{count.findings:,} in {count.postings:,} postings</tspan></text>"
            f'<g class="rv-{count.severity}"><rect class="rv-bar" x="0" y="{y + 18}" width="{width:.2f}%" height="9" '
            'rx="2"/></g>'
        )
    severities = Counter(count.severity for count in shown)
    words = ", ".join(f"{number} of severity {severity}" for severity, number in severities.items())
    first = f"most often {shown[0].rule}, {shown[0].findings:,} times"
    return _svg(34 * len(shown), f"Findings by rule: {words}; {first}.", parts)


def _svg(height: int, words: str, parts: Sequence[str]) -> str:
    return f'<svg role="img" aria-label="{escape(words, quote=True)}" height="{height}">{"".join(parts)}</svg>'


def _axis(ticks: Sequence[float], height: int, *, unit: str) -> Iterator[str]:
    for tick in ticks:
        x = _x(tick, ticks[-1])
        yield f'<line class="rv-grid" x1="{x:.2f}%" x2="{x:.2f}%" y1="16" y2="{height}"/>'
        yield f'<text class="rv-faint" x="{x:.2f}%" y="11" text-anchor="middle">{_short(tick)}{unit}</text>'


def _x(value: float, most: float) -> float:
    """Return the place of a value in percent of the width."""
    return _LEFT + (_RIGHT - _LEFT) * value / most


def _ticks(most: float) -> list[float]:
    """Return round values from 0 to at least `most`, five or so.

    >>> _ticks(8), _ticks(182_000)
    ([0, 2, 4, 6, 8], [0, 50000, 100000, 150000, 200000])
    """
    rough = most / 5
    power = 10 ** floor(log10(rough)) if rough > 0 else 1
    step = next(step * power for step in (1, 2, 5, 10) if step * power >= rough)
    step = max(step, 1)
    return [step * number for number in range(ceil(most / step) + 1)]


def _short(value: float) -> str:
    """Return an amount as an axis shows it: "8", "150k", "2M"."""
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        if value >= size:
            return f"{value / size:g}{letter}"
    return f"{value:g}"
