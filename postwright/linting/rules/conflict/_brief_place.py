"""Brief against text: city, state or province, workplace and days on site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.headcount import within
from postwright.linting.job_terms import PLACE, known_region, places_with_region, workplaces_said
from postwright.linting.place_names import regions
from postwright.linting.requirements import mentions
from postwright.linting.rules.conflict._brief_finding import differs, written
from postwright.linting.rules.conflict._stated_place import ADDRESS
from postwright.model.finding import Finding

if TYPE_CHECKING:
    from postwright.linting.rule import Context
    from postwright.model.brief import Brief

_OTHERS = ("company", "team", "equal_opportunity")
"""Sections whose places are those of the employer."""


def compare(context: Context, brief: Brief) -> Iterator[Finding]:
    """Yield a finding for each value that both state differently."""
    yield from _city(context, brief)
    yield from _region(context, brief)
    yield from _workplace(context, brief)
    yield from _days(context, brief)


def _city(context: Context, brief: Brief) -> Iterator[Finding]:
    cities = [location for location in brief.locations if location.city]
    if not cities or any(mentions(location.city, context.document.folded) for location in cities):
        return
    places = (*PLACE.finditer(context.text), *places_with_region(context.reading), *ADDRESS.finditer(context.text))
    for match in sorted(places, key=lambda match: match.start()):
        if context.reading.section_at(match.start()) in _OTHERS or match["city"] in regions():
            continue
        fixes = (written(*match.span("city"), cities[0].city),) if len(cities) == 1 else ()
        yield differs(
            *match.span("city"),
            f"The text places the job in {match['city']}, the brief in {' or '.join(c.city for c in cities)}.",
            field=f"locations.{cities[0].id}",
            fixes=fixes,
        )
        return


def _region(context: Context, brief: Brief) -> Iterator[Finding]:
    """Yield a finding where another state or province stands behind the brief's own city, or is the place itself."""
    locations = [location for location in brief.locations if "-" in location.place]
    known = regions()
    for location in locations:
        if not location.city or location.city in known:
            continue
        behind = late(rf"\b{re.escape(location.city)}, (?P<region>[A-Z][\w.]+(?: [A-Z][\w]+){{0,2}})")
        for match in behind.finditer(context.text):
            code, name = known_region(match["region"])
            if code and not any(within(other.place, code) for other in brief.locations):
                start = match.start("region")
                yield differs(
                    start,
                    start + len(name),
                    f"The text puts {location.city} in {name}; the brief's place is {location.place}.",
                    field=f"locations.{location.id}",
                )
                return


def _workplace(context: Context, brief: Brief) -> Iterator[Finding]:
    if brief.workplace is None:
        return
    claims = workplaces_said(context.document)
    if not claims or brief.workplace in claims:
        return
    start, end = min(claims.values())
    yield differs(
        start,
        end,
        f"The text says “{context.text[start:end]}”, the brief says {brief.workplace.replace('_', ' ')}.",
        field="workplace",
    )


_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_DAYS = late(
    r"\b(?P<days>[1-5]|one|two|three|four|five) days? (?:a|per|each|/) ?week (?:on[- ]?site|in (?:the|our) \w+|"
    r"at (?:the|our) office)"
)


def _days(context: Context, brief: Brief) -> Iterator[Finding]:
    if brief.days_on_site is None:
        return
    found = list(_DAYS.finditer(context.document.folded))
    days = [_NUMBERS.get(match["days"]) or int(match["days"]) for match in found]
    if days and brief.days_on_site not in days:
        start, end = found[0].span("days")
        yield differs(
            start,
            end,
            f"The text asks for {days[0]} days a week on site, the brief for {brief.days_on_site:g}.",
            field="days_on_site",
            fixes=(written(start, end, f"{brief.days_on_site:g}"),),
        )
