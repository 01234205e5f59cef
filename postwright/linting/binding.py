"""A posting -> the laws that bind it or may: duties to say something, bans on asking for past pay, forbidden wording.

Worked out once for each posting, and remembered for the next one that reaches the same places on the same day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from postwright.guidelines.made_once import made_once
from postwright.guidelines.records import AdDuties, Jurisdiction
from postwright.linting.law import Ruling, rulings
from postwright.linting.reach import Reach, reach_of

if TYPE_CHECKING:
    from postwright.guidelines.records import AdvertisingLaw, Guidelines
    from postwright.linting.rule import Context

_MOST_KEPT = 200
"""Places and days whose rulings are kept for the next posting."""


def reach(context: Context) -> Reach:
    """Return where the posting reaches, computed once."""
    known = context.facts.get("reach")
    if known is None:
        known = context.facts["reach"] = reach_of(context)
    return cast("Reach", known)


def duties(context: Context) -> tuple[Ruling, ...]:
    """Return how the laws stand that ask for something in the posting."""
    return _remembered(context, "duties", lambda guidelines: tuple(guidelines.jurisdictions.values()))


def history_bans(context: Context) -> tuple[Ruling, ...]:
    """Return how the laws stand that forbid asking for past pay."""
    return _remembered(context, "history", _banning)


def advertising(context: Context) -> tuple[Ruling, ...]:
    """Return how the laws stand that forbid wordings; `jurisdiction.id` is the id of the advertising law."""
    return _remembered(context, "advertising", _forbidding)


def _remembered(
    context: Context, what: str, laws: Callable[[Guidelines], tuple[Jurisdiction, ...]]
) -> tuple[Ruling, ...]:
    where = reach(context)
    headcount = context.organisation.headcount if context.organisation else ()
    key = (what, where, tuple((row.place, row.employees) for row in headcount), context.date)
    kept = _kept(context.guidelines)
    found = kept.get(key)
    if found is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        found = kept[key] = rulings(where, laws=laws(context.guidelines), headcount=headcount, date=context.date)
    return found


@made_once
def _kept(_: Guidelines) -> dict[object, tuple[Ruling, ...]]:
    return {}


@made_once
def _banning(guidelines: Guidelines) -> tuple[Jurisdiction, ...]:
    """Return the laws that forbid asking for past pay, each with the first day of that ban."""
    return tuple(
        replace(
            law,
            statute=law.salary_history_law or law.statute,
            exempt="",  # what the pay duty leaves out
            duties=replace(law.duties, effective=law.duties.salary_history_from or law.duties.effective),
        )
        for law in guidelines.jurisdictions.values()
        if law.duties.salary_history_question_banned
    )


@made_once
def _forbidding(guidelines: Guidelines) -> tuple[Jurisdiction, ...]:
    return tuple(_as_jurisdiction(law) for law in guidelines.advertising.values())


def _as_jurisdiction(law: AdvertisingLaw) -> Jurisdiction:
    """Return the law as a row that asks for nothing, so that the same questions are asked of it."""
    no_duties = AdDuties(
        pay_in_ad="none",
        pay_form=None,
        open_ended_pay_allowed=None,
        benefits_in_ad=False,
        other_compensation_in_ad=False,
        deadline_in_ad=False,
        how_to_apply_in_ad=False,
        inline_required=None,
        ai_use_disclosure=False,
        vacancy_status=False,
        salary_history_question_banned=False,
        remote_reach="performed_there",
        employer_min=law.employer_min,
        effective=law.effective,
        ends=None,
        employees_counted=law.employees_counted,
    )
    return Jurisdiction(
        id=law.id,
        name=law.where,
        places=law.places,
        status="in_force",
        duties=no_duties,
        statute=law.law,
        notes=law.rule,
        sources=law.sources,
        confidence=law.confidence,
        checked=law.checked,
    )
