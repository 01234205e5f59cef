"""inflated/pay-below-level: the pay is below the organisation's band for what is asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.english import each
from postwright.linting.headcount import within
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix
from postwright.model.words import PayPeriod

if TYPE_CHECKING:
    from postwright.model.brief import PayBand
    from postwright.model.reading import PayRead


_A_YEAR: dict[PayPeriod, float] = {"year": 1, "month": 12, "week": 52}
"""How often a pay period fits into a year; hours and days depend on the contract."""


def check(context: Context) -> Iterable[Finding]:
    """Remark where the posting's highest pay is below the least of every band of its one level."""
    pay = context.reading.pay
    if context.organisation is None or len(context.levels) != 1 or pay is None or pay.maximum is None:
        return
    bands = [band for band in context.organisation.pay_bands if _fits(context, band, pay)]
    if not bands:
        return
    # Of several bands the one that asks for least, each in the period of the posting's pay.
    band, times = min(((band, _times(pay, band)) for band in bands), key=lambda pair: pair[0].minimum / pair[1])
    asked = pay.maximum * times
    if asked >= band.minimum:
        return
    per = f"{band.currency} {each(band.period)}"
    stated = f"{pay.maximum:,.0f} {band.currency}{f' {each(pay.period)}' if pay.period else ''}"
    worked_out = "" if times == 1 else f"{stated} are {asked:,.0f} {per}. "
    yield Finding(
        rule="",
        severity="warning",
        start=pay.start,
        end=pay.end,
        message=f"The pay ends at {stated}; your band for {band.level} begins at {band.minimum:,.0f} {per}.",
        why="",
        source=f"The organisation's pay bands (pay_bands.{band.id})",
        arithmetic=f"{worked_out}{band.minimum:,.0f} − {asked:,.0f} = {band.minimum - asked:,.0f} {per} too little.",
        fixes=(Fix("Raise the pay, or lower the level and what is asked", "hint"),),
        field="pay",
    )


def _times(pay: PayRead, band: PayBand) -> float:
    """Return by what the posting's pay is multiplied to stand in the band's period."""
    if pay.period is None or pay.period == band.period:
        return 1
    return _A_YEAR[pay.period] / _A_YEAR[band.period]


def _fits(context: Context, band: PayBand, pay: PayRead) -> bool:
    profile = context.profile.id if context.profile else None
    return (
        band.level == context.levels[0]
        and band.currency == pay.currency
        and (band.period == pay.period or (band.period in _A_YEAR and pay.period in _A_YEAR))
        and band.profile in (None, profile)
        and (band.place is None or any(within(place, band.place) for place in context.places))
    )


_ORGANISATION = {"pay_bands": [{"level": "senior", "minimum": 70000, "maximum": 90000, "currency": "EUR"}]}

RULE = Rule(
    id="inflated/pay-below-level",
    severity="warning",
    summary="The pay is below the organisation's band for the level asked",
    why="The posting asks for one level and pays another; colleagues at that level will notice.",
    source="The organisation's pay bands",
    check=check,
    fires=(
        Example(
            text="Salary: EUR 50,000 - 60,000 per year.",
            title="Senior Editor",
            organisation=_ORGANISATION,
            quote="EUR 50,000 - 60,000 per year",
        ),
    ),
    silent=(
        Example(text="Salary: EUR 68,000 - 75,000 per year.", title="Senior Editor", organisation=_ORGANISATION),
        Example(text="Salary: EUR 50,000 - 60,000 per year.", title="Editor", organisation=_ORGANISATION),
        Example(text="Salary: EUR 50,000 - 60,000 per year.", title="Senior Editor"),
    ),
)
