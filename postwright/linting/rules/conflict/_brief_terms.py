"""Brief against text: kind of employment, hours, number of openings, closing date and start."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.linting.dates import Date, dates_after
from postwright.linting.job_terms import (
    CLOSING,
    EMPLOYMENT_KINDS,
    WEEKLY_HOURS,
    employment_said,
    employment_word,
)
from postwright.linting.openings import openings_said
from postwright.linting.rules.conflict._brief_finding import differs, written
from postwright.model.finding import Finding
from postwright.reading.sought import Sought

if TYPE_CHECKING:
    from postwright.linting.rule import Context
    from postwright.model.brief import Brief

_AGAINST = {
    "full_time": ("part_time", "volunteer", "per_diem"),
    "part_time": ("full_time",),
    "contractor": ("permanent",),
    "temporary": ("permanent",),
    "volunteer": ("full_time", "permanent"),
    "per_diem": ("full_time",),
    "intern": ("permanent",),
}
"""What a text may not say beside the brief's kind of employment."""


def compare(context: Context, brief: Brief) -> Iterator[Finding]:
    """Yield a finding for each value that both state differently."""
    yield from _employment(context, brief)
    yield from _hours(context, brief)
    yield from _openings(context, brief)
    yield from _closing(context, brief)
    yield from _start(context, brief)


def _employment(context: Context, brief: Brief) -> Iterator[Finding]:
    own = brief.employment_type
    if own is None or own not in _AGAINST:
        return
    document = context.document
    if own in EMPLOYMENT_KINDS and employment_said(document, own):
        return
    for kind in _AGAINST[own]:
        found = employment_said(document, kind)
        if found is None or context.reading.section_at(found[0]) in ("benefits", "company", "equal_opportunity"):
            continue
        start, end = employment_word(document, kind, *found)
        yield differs(
            start,
            end,
            f"The text says “{context.text[start:end]}”, the brief says {own.replace('_', '-')}.",
            field="employment_type",
        )
        return


def _hours(context: Context, brief: Brief) -> Iterator[Finding]:
    wanted = {match[1] for match in WEEKLY_HOURS.finditer(brief.hours.lower())}
    found = list(WEEKLY_HOURS.finditer(context.document.folded))
    if len(wanted) != 1 or not found or any(float(match[1]) == float(next(iter(wanted))) for match in found):
        return
    start, end = found[0].span(1)
    yield differs(
        start,
        end,
        f"The text says {found[0][1]} hours a week, the brief {next(iter(wanted))}.",
        field="hours",
        fixes=(written(start, end, next(iter(wanted))),),
    )


def _openings(context: Context, brief: Brief) -> Iterator[Finding]:
    found = openings_said(context.document)
    if found is not None and found.number != brief.openings:
        said, start, end = found.number, found.start, found.end
        yield differs(
            start,
            end,
            f"The text fills {said} {'opening' if said == 1 else 'openings'}, the brief {brief.openings}.",
            field="openings",
            fixes=(written(start, end, str(brief.openings)),),
        )


# ---- dates

_START = Sought(r"\b(?:start(?:ing|s)? (?:date|on)|(?:begin|start)s? (?:work )?on|date of start)\b")


def _closing(context: Context, brief: Brief) -> Iterator[Finding]:
    if brief.closing.date is None and not brief.closing.rolling:
        return
    found = list(dates_after(CLOSING, context.document))
    if not found or any(date.may_be(brief.closing.date) for date in found if brief.closing.date):
        return
    wanted = _day(brief.closing.date) if brief.closing.date else "that applications are rolling"
    yield _other_date(context, found[0], f"The text closes on {{said}}; the brief says {wanted}.", "closing")


def _start(context: Context, brief: Brief) -> Iterator[Finding]:
    try:
        wanted = dt.date.fromisoformat(brief.start)
    except ValueError:
        return
    found = list(dates_after(_START, context.document))
    if found and not any(date.may_be(wanted) for date in found):
        yield _other_date(context, found[0], f"The text starts on {{said}}; the brief says {_day(wanted)}.", "start")


def _other_date(context: Context, date: Date, message: str, field: str) -> Finding:
    said = context.text[date.start : date.end]
    return differs(date.start, date.end, message.replace("{said}", said), field=field)


def _day(date: dt.date) -> str:
    return f"{date:%d %B %Y}".lstrip("0")
