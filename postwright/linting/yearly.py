"""Pay of any period -> pay a year of full-time work, by the hours and days that the house counts to a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.model.words import PayPeriod


def periods_a_year(period: PayPeriod, guidelines: Guidelines) -> float:
    """Return how many of the period are paid in a year of full-time work (guidelines/limits.yaml)."""
    if period in ("hour", "day"):
        return guidelines.limits[f"{period}s_a_year"].value
    return {"week": 52.0, "month": 12.0, "year": 1.0}[period]


def a_year(amount: float | None, period: PayPeriod | None, guidelines: Guidelines) -> float | None:
    """Return the amount a year; None where amount or period is not known."""
    return None if amount is None or period is None else amount * periods_a_year(period, guidelines)
