"""The figures of a review -> plots in HTML, their widths in percent: they fit every window, letters keep their size.

Marks are letters (a circle, a triangle) and borders, which print and show without colours; no drawing is loaded. Every
plot says in words what it shows, and stands beside a table with its numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from math import ceil, floor, log10, sqrt

from postwright.consistency.figures import PayAtLevel, RuleCount, YearsAtLevel
from postwright.exchange.showing import SEVERITY_NAMES

_LEFT, _RIGHT = 2.0, 95.0
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
    words = "; ".join(_years_words(row) for row in rows)
    return _plot(f"Years asked by level. {words}.", ticks, [_years_strip(row, ticks[-1]) for row in rows])


def level_label(row: YearsAtLevel) -> str:
    """Return what a strip is called: "Senior, software"."""
    level = (row.level or "level not said or several").capitalize()
    return f"{level}, {'software' if row.software else 'most fields'}"


def _years_words(row: YearsAtLevel) -> str:
    usual = f", {row.usual[0]:g} to {row.usual[1]:g} usual" if row.usual else ""
    amounts = f"{row.asked[0][0]:g} to {row.asked[-1][0]:g}"
    return f"{level_label(row)}: {_ask(row)} {amounts}{usual}"


def _ask(row: YearsAtLevel) -> str:
    return f"{len(row.asked)} ask{'s' if len(row.asked) == 1 else ''}"


def _years_strip(row: YearsAtLevel, most: float) -> str:
    count = f"{_ask(row)} years"
    band = ""
    if row.usual:
        left, right = _x(row.usual[0], most), _x(row.usual[1], most)
        count += f", {row.usual[0]:g}–{row.usual[1]:g} usual" if row.usual[1] else ", none usual"
        band = f'<i class="rv-usual" style="left:{left:.2f}%;width:{max(right - left, 0.5):.2f}%"></i>'
    if row.above:
        count += f", {row.above} above {row.limit:g}"
    marks = "".join(_years_marks(row, most))
    return _strip(level_label(row), count, f'<div class="rv-track rv-years">{band}{marks}</div>')


def _years_marks(row: YearsAtLevel, most: float) -> Iterator[str]:
    """Yield a circle for each number of years, or a triangle for what lies above the level; larger for more postings.

    The number of postings stands above a mark or below it, by turns, so that neighbours do not run into each other.
    """
    for position, (years, same) in enumerate(groupby(row.asked, key=lambda asked: asked[0])):
        number, x = len(list(same)), _x(years, most)
        over = row.limit is not None and years > row.limit
        size = min(11 + 3 * sqrt(number), 26)
        kind, letter = ("rv-over", "▲") if over else ("rv-dot", "●")
        tip = f"{years:g} years: {number}"
        yield f'<b class="{kind}" style="left:{x:.2f}%;font-size:{size:.0f}px" title="{tip}">{letter}</b>'
        if number > 1:
            side = "rv-below" if position % 2 else "rv-above"
            yield f'<span class="{side}" style="left:{x:.2f}%">{number:,}</span>'


def pay_plot(rows: Sequence[PayAtLevel]) -> str:
    """Return a strip for each level of one currency: a line for each range, or the whole with its middle."""
    if not rows:
        return ""
    ticks = _ticks(max(_highest(row) for row in rows))
    words = "; ".join(
        f"{_pay_label(row)}: {len(row.ranges)} from {row.ranges[0][0]:,.0f} to {_highest(row):,.0f}, middle "
        f"{row.middle:,.0f}"
        for row in rows
    )
    strips = [_pay_strip(row, ticks[-1]) for row in rows]
    return _plot(f"Pay a year in {rows[0].currency} by level. {words}.", ticks, strips)


def _highest(row: PayAtLevel) -> float:
    return max(most for _, most, _ in row.ranges)


def _pay_label(row: PayAtLevel) -> str:
    return (row.level or "level not said or several").capitalize()


def _pay_strip(row: PayAtLevel, most: float) -> str:
    number = len(row.ranges)
    words = f"{number} posting{'s' if number > 1 else ''}, middle {row.middle:,.0f}"
    if number <= _RANGES_SHOWN:
        lines = [
            _range(_x(low, most), _x(high, most), f"no. {index + 1}: {low:,.0f} to {high:,.0f}")
            for low, high, index in row.ranges
        ]
    else:
        tip = f"{row.ranges[0][0]:,.0f} to {_highest(row):,.0f}"
        lines = [_range(_x(row.ranges[0][0], most), _x(_highest(row), most), tip)]
    middle = f'<i class="rv-middle" style="left:{_x(row.middle, most):.2f}%"></i>'
    return _strip(_pay_label(row), words, f'<div class="rv-track rv-pay">{"".join(lines)}{middle}</div>')


def _range(left: float, right: float, words: str) -> str:
    if right - left < 0.05:
        return f'<div class="rv-line"><b class="rv-dot" style="left:{left:.2f}%" title="{escape(words)}">●</b></div>'
    style = f"margin-left:{left:.2f}%;width:{right - left:.2f}%"
    return f'<div class="rv-line"><i class="rv-range" style="{style}" title="{escape(words)}"></i></div>'


def rules_plot(counts: Sequence[RuleCount], summaries: Mapping[str, str]) -> str:
    """Return a bar for each of the rules that spoke most, in parts by severity, with the numbers in words.

    `summaries` says of each rule what it finds.
    """
    shown = sorted(counts, key=lambda count: (-count.findings, count.rule))[:_RULES_SHOWN]
    if not shown:
        return ""
    strips = []
    for count in shown:
        told = ", ".join(f"{number:,} {SEVERITY_NAMES[severity].lower()}" for severity, number in count.counts)
        words = f"{told} in {count.postings:,} posting{'s' if count.postings > 1 else ''}"
        parts = "".join(
            f'<i class="rv-bar rv-{severity}" style="width:{100 * number / shown[0].findings:.2f}%"></i>'
            for severity, number in count.counts
        )
        strips.append(_strip(summaries[count.rule], words, f'<div class="rv-bars">{parts}</div>'))
    words = "; ".join(f"{summaries[count.rule]} {count.findings:,}" for count in shown)
    return _plot(f"Findings by rule: {words}.", (), strips)


def _plot(words: str, ticks: Sequence[float], strips: Sequence[str]) -> str:
    """Return a plot, for screen readers one picture with its words."""
    axis = "".join(f'<span style="left:{_x(tick, ticks[-1]):.2f}%">{_short(tick)}</span>' for tick in ticks)
    lines = "".join(f'<i style="left:{_x(tick, ticks[-1]):.2f}%"></i>' for tick in ticks)
    head = f'<div class="rv-axis">{axis}</div><div class="rv-lines">{lines}</div>' if ticks else ""
    return f'<div class="rv-plot" role="img" aria-label="{escape(words, quote=True)}">{head}{"".join(strips)}</div>'


def _strip(label: str, words: str, track: str) -> str:
    return (
        f'<div class="rv-strip"><div class="rv-label">{escape(label)} <span>· {escape(words)}</span></div>{track}</div>'
    )


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
