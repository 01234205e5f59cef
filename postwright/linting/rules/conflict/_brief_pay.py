"""Brief against text: every base pay that the text states must be one of the brief's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.english import each
from postwright.late_pattern import late
from postwright.linting.rules.conflict._brief_finding import CORRECT, differs
from postwright.linting.yearly import a_year
from postwright.model.finding import Edit, Finding, Fix

if TYPE_CHECKING:
    from postwright.linting.rule import Context
    from postwright.model.brief import Brief, Pay
    from postwright.model.reading import PayRead

_ROUNDING = 0.01
"""Share by which a converted amount may differ: "3,500 a month (42,000 a year)"."""
_AMOUNT = r"(?:[$£€]|usd|eur|gbp|cad|aud|chf|inr) ?(\d[\d,.]*\d|\d)(k)?"
_RANGE = late(
    rf"{_AMOUNT}\s{{0,2}}(?:-|–|—|to|and)\s{{0,2}}(?:[$£€]|usd|eur|gbp|cad|aud|chf|inr)? ?(\d[\d,.]*\d|\d)(k)?"
)
_LABEL = late(r"\b(?:salary|base pay|base|pay range|pay|wages?|hourly rate|rate of pay|remuneration|compensation)\b")
_OTHER = late(
    r"\b(?:bonus\w*|commissions?|ote|on-target|equity|allowance|stipend|budget|revenue|quota|sign[- ]on|relocation|"
    r"funding|series|sales|portfolio|differential|overtime|night|weekend)\b"
)


def compare(context: Context, brief: Brief) -> Iterator[Finding]:
    """Yield a finding for each statement of pay that is none of the brief's."""
    pays = [*brief.pay, *(level.pay for level in brief.levels if level.pay)]
    pays = [pay for pay in pays if pay.minimum is not None]
    read = context.reading.pay
    if not pays:
        return
    field = f"pay.{brief.pay[0].id}" if brief.pay else "levels"
    if read is not None and read.minimum is not None and not _is_of_the_brief(context, pays, read):
        yield differs(
            read.start,
            read.end,
            f"The text offers “{context.text[read.start : read.end]}”, the brief {_said(pays)}.",
            field=field,
            fixes=_fix(context.text, read, pays),
        )
        return
    for start, end, least, most in _others(context, read):
        if not any(_are_near(least, most, pay, context) for pay in pays):
            yield differs(
                start, end, f"The text also offers “{context.text[start:end]}”, the brief {_said(pays)}.", field=field
            )


def _is_of_the_brief(context: Context, pays: list[Pay], read: PayRead) -> bool:
    if any(_same(pay, read, context) for pay in pays):
        return True
    whole = (min(p.minimum or 0 for p in pays), max(p.maximum or p.minimum or 0 for p in pays))
    return len(pays) > 1 and (read.minimum, read.maximum) == whole


def _same(pay: Pay, read: PayRead, context: Context) -> bool:
    if read.currency and pay.currency not in (None, read.currency):
        return False
    highest = pay.maximum if pay.maximum is not None else pay.minimum
    if read.period in (None, pay.period):
        return (pay.minimum, highest) == (read.minimum, read.maximum)
    wanted = [a_year(amount, pay.period, context.guidelines) for amount in (pay.minimum, highest)]
    given = [a_year(amount, read.period, context.guidelines) for amount in (read.minimum, read.maximum)]
    return all(
        one is not None and other is not None and abs(one - other) <= one * _ROUNDING
        for one, other in zip(wanted, given, strict=True)
    )


def _others(context: Context, read: PayRead | None) -> Iterator[tuple[int, int, float, float]]:
    """Yield the spans and amounts of further ranges on lines that speak of base pay."""
    folded = context.document.folded
    for match in _RANGE.finditer(folded):
        if read is not None and match.start() < read.end and read.start < match.end():
            continue
        start = max(folded.rfind("\n", 0, match.start()) + 1, match.start() - _LINE)
        before = folded[start : match.start()]
        if not _LABEL.search(before) or _OTHER.search(before) or _OTHER.search(folded, match.end(), match.end() + 40):
            continue
        least, most = _number(match[1], match[2] or match[4]), _number(match[3], match[4])
        if least is not None and most is not None and least < most:
            yield match.start(), match.end(), least, most


_LINE = 120
"""Characters of a line before an amount in which the word for pay stands."""


def _are_near(least: float, most: float, pay: Pay, context: Context) -> bool:
    """Say whether the amounts are the brief's in any period, since the text's period was not read."""
    highest = pay.maximum if pay.maximum is not None else pay.minimum
    yearly = [a_year(amount, pay.period, context.guidelines) for amount in (pay.minimum, highest)]
    if yearly[0] is None or yearly[1] is None:
        return True
    for period in ("hour", "day", "week", "month", "year"):
        given = [a_year(amount, period, context.guidelines) for amount in (least, most)]
        if all(
            one and abs(one - wanted) <= wanted * _ROUNDING for one, wanted in zip(given, yearly, strict=True) if wanted
        ):
            return True
    return False


def _number(figures: str, thousands: str | None) -> float | None:
    try:
        return float(figures.replace(",", "").rstrip(".")) * (1000 if thousands else 1)
    except ValueError:
        return None


def _said(pays: list[Pay]) -> str:
    return " or ".join(dict.fromkeys(_words(pay) for pay in pays))


def _words(pay: Pay) -> str:
    figures = f"{pay.minimum:,.10g}"
    if pay.maximum is not None and pay.maximum != pay.minimum:
        figures += f" to {pay.maximum:,.10g}"
    return f"{figures} {pay.currency or ''}".strip() + f" {each(pay.period)}"


_FIGURE = late(r"\d[\d,.]*\d(?![\dkK])|\d(?![\dkK])")


def _fix(text: str, read: PayRead, pays: list[Pay]) -> tuple[Fix, ...]:
    """Return the fix that puts the brief's figures in place of the text's, where both have as many."""
    pay = pays[0]
    wanted = [value for value in dict.fromkeys((pay.minimum, pay.maximum)) if value is not None]
    figures = list(_FIGURE.finditer(text, read.start, read.end))
    if len(pays) > 1 or len(figures) != len(wanted) or read.period not in (None, pay.period):
        return (CORRECT,)
    edits = tuple(
        Edit(figure.start(), figure.end(), f"{value:,.10g}") for figure, value in zip(figures, wanted, strict=True)
    )
    return (Fix(f"Write {' to '.join(edit.replacement for edit in edits)}, as the brief says", "unsafe", edits),)
