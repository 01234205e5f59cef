"""inflated/pay-below-level: the pay is below the organisation's band for what is asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.linting.headcount import within
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.model.brief import PayBand
    from postwright.model.reading import PayRead


def check(context: Context) -> Iterable[Finding]:
    """Remark where the posting's highest pay is below the least of every band of its one level."""
    pay = context.reading.pay
    if context.organisation is None or len(context.levels) != 1 or pay is None or pay.maximum is None:
        return
    bands = [band for band in context.organisation.pay_bands if _fits(context, band, pay)]
    if not bands:
        return
    band = min(bands, key=lambda band: band.minimum)
    if pay.maximum >= band.minimum:
        return
    per = f"{band.currency} a {band.period}"
    yield Finding(
        rule="",
        severity="warning",
        start=pay.start,
        end=pay.end,
        message=f"The pay ends at {pay.maximum:,.0f} {per}; your band for {band.level} begins at {band.minimum:,.0f}.",
        why="",
        source=f"The organisation's pay bands (pay_bands.{band.id})",
        arithmetic=f"{band.minimum:,.0f} less {pay.maximum:,.0f} are {band.minimum - pay.maximum:,.0f} {per} too "
        f"little.",
        fixes=(Fix("Raise the pay, or lower the level and what is asked", "hint"),),
        field="pay",
    )


def _fits(context: Context, band: PayBand, pay: PayRead) -> bool:
    profile = context.profile.id if context.profile else None
    return (
        band.level == context.levels[0]
        and band.currency == pay.currency
        and band.period == pay.period
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
