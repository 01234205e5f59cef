"""Rulings -> words for a finding: which law and as of when, why it applies, what would decide it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from postwright.linting.law import NOT_ADVICE, Ruling, is_stale, month_in_words

if TYPE_CHECKING:
    from postwright.linting.rule import Context

MOST_NAMED = 6
"""Laws named one by one in a finding; the rest are counted."""
_OLD = " These facts are older than the house allows: check the statute before you rely on them."


def names(found: Sequence[Ruling]) -> str:
    """Return the places' names in a row, those beyond the most that are named as a number."""
    named = [ruling.jurisdiction.name for ruling in found]
    if len(named) > MOST_NAMED:
        return f"{', '.join(named[: MOST_NAMED - 1])} and {len(named) - MOST_NAMED + 1} other places"
    return " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def explained(found: Sequence[Ruling]) -> str:
    """Return for each law its statute, why it applies, what would decide it, and whom it leaves out."""
    more = len(found) - MOST_NAMED
    rest = f" And {more} more: {', '.join(r.jurisdiction.name for r in found[MOST_NAMED:])}." if more > 0 else ""
    return " ".join(_explained(ruling) for ruling in found[:MOST_NAMED]) + rest


def _explained(ruling: Ruling) -> str:
    law = ruling.jurisdiction
    parts = [*ruling.reasons, *ruling.open_questions]
    exempt = f" It leaves out: {law.exempt}." if law.exempt else ""
    statute = f" ({law.statute})" if law.statute else ""
    return f"{law.name}{statute}: {'; '.join(parts) if parts else ruling.standing}.{exempt}"


def cited(context: Context, found: Sequence[Ruling]) -> str:
    """Return the statutes with the month of the law, and a word about facts that have grown old."""
    shown = found[:MOST_NAMED]
    statutes = "; ".join(dict.fromkeys(f"{r.jurisdiction.name}: {r.jurisdiction.statute}" for r in shown))
    months = sorted({r.jurisdiction.checked for r in found})
    as_of = f"law as of {month_in_words(months[0])}" if months else ""
    stale = any(is_stale(r.jurisdiction.checked, context.guidelines, context.date) for r in found)
    return f"{statutes} ({as_of}). {NOT_ADVICE}{_OLD if stale else ''}"
