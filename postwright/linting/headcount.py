"""Employees by place -> how many work at one place or in all, within the bounds that the rows allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postwright.model.brief import Headcount

UNBOUNDED = 10**9
"""Employees: no upper bound is known."""


@dataclass(frozen=True, slots=True)
class Employees:
    """A number of employees that is known only within bounds, both included."""

    least: int = 0
    most: int = UNBOUNDED

    def __str__(self) -> str:
        if self.least == self.most:
            return str(self.least)
        return f"{self.least} or more" if self.most == UNBOUNDED else f"{self.least} to {self.most}"


def within(inner: str, outer: str) -> bool:
    """Say whether the place `inner` is `outer` or lies in it: US-NY-NYC lies in US-NY and in US."""
    return inner == outer or inner.startswith(outer + "-")


def employees_at(place: str, headcount: Sequence[Headcount]) -> Employees | None:
    """Return how many employees work at `place`, or None where no row says anything about it.

    A row for a wider place bounds the number from above; rows for places inside it from below.
    """
    exact = next((row.employees for row in headcount if row.place == place), None)
    if exact is not None:
        return Employees(exact, exact)
    inside = sum(row.employees for row in _widest(row for row in headcount if within(row.place, place)))
    around = [row for row in headcount if within(place, row.place)]
    if not around and not inside:
        return None
    most = UNBOUNDED
    if around:
        narrowest = max(around, key=lambda row: len(row.place))
        elsewhere = [
            row
            for row in headcount
            if row is not narrowest and within(row.place, narrowest.place) and not within(row.place, place)
        ]
        most = max(narrowest.employees - sum(row.employees for row in _widest(elsewhere)), inside)
    return Employees(inside, most)


def employees_in_all(headcount: Sequence[Headcount]) -> Employees:
    """Return how many employees the organisation has; a row for a wider place includes the rows inside it."""
    if not headcount:
        return Employees()
    total = sum(row.employees for row in _widest(headcount))
    return Employees(total, total)


def _widest(rows: Iterable[Headcount]) -> list[Headcount]:
    """Return the rows that lie in no other row, so that nobody is counted twice."""
    rows = list(rows)
    return [row for row in rows if not any(other is not row and within(row.place, other.place) for other in rows)]
