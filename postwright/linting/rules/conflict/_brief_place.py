"""Brief against text: city, state or province, workplace and days on site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.headcount import within
from postwright.linting.place_names import regions
from postwright.linting.requirements import mentions
from postwright.linting.rules.conflict._brief_finding import differs, written
from postwright.linting.rules.conflict._stated_place import ADDRESS
from postwright.model.finding import Finding
from postwright.model.words import Workplace

if TYPE_CHECKING:
    from postwright.linting.rule import Context
    from postwright.model.brief import Brief

_PLACE = late(
    r"\b(?:[Ww]ork(?:s|ing)? (?:on[- ]site )?in|[Bb]ased in|[Ll]ocated in|[Rr]ole is in|[Jj]ob is in|[Oo]ffice in|"
    r"[Ss]ite in|"
    r"[Oo]n[- ]site in|[Ll]ocation ?:\**|[Pp]lace of work ?:\**)\s+(?:our\s+)?"
    r"(?P<city>[A-Z][\w’'.-]+(?: [A-Z][\w’'-]+){0,2})(?:, (?P<region>[A-Z][\w.]+(?: [A-Z][\w]+){0,2}))?"
)
_CITY_AND_REGION = late(
    r"\bin (?P<city>[A-Z][\w’'.-]+(?: [A-Z][\w’'-]+){0,2}), (?P<region>[A-Z][\w.]+(?: [A-Z][\w]+){0,2})"
)
_OF_THE_JOB = ("title", "summary", "location", "other")
"""Sections in which a city with its state is where the job is."""
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
    places = (*_PLACE.finditer(context.text), *_with_region(context), *ADDRESS.finditer(context.text))
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


def _with_region(context: Context) -> Iterator[re.Match[str]]:
    """Yield "in Boise, Idaho" where the posting speaks of the job itself."""
    for match in _CITY_AND_REGION.finditer(context.text):
        if context.reading.section_at(match.start()) in _OF_THE_JOB and _known_region(match["region"])[0]:
            yield match


def _region(context: Context, brief: Brief) -> Iterator[Finding]:
    """Yield a finding where another state or province stands behind the brief's own city, or is the place itself."""
    locations = [location for location in brief.locations if "-" in location.place]
    known = regions()
    for location in locations:
        if not location.city or location.city in known:
            continue
        behind = late(rf"\b{re.escape(location.city)}, (?P<region>[A-Z][\w.]+(?: [A-Z][\w]+){{0,2}})")
        for match in behind.finditer(context.text):
            code, name = _known_region(match["region"])
            if code and not any(within(other.place, code) for other in brief.locations):
                start = match.start("region")
                yield differs(
                    start,
                    start + len(name),
                    f"The text puts {location.city} in {name}; the brief's place is {location.place}.",
                    field=f"locations.{location.id}",
                )
                return


def _known_region(words: str) -> tuple[str, str]:
    """Return code and name of the region that `words` begin with, or two empty strings."""
    parts = words.rstrip(".").split()
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count])
        if name in regions():
            return regions()[name], name
    return "", ""


# ---- workplace

_REMOTE = late(
    r"\bthis is a (?:fully |100% )?remote\b|\b(?:fully|100%|completely|entirely) remote(?:ly)?\b|"
    r"\bremote(?:[- ]first)? (?:role|position|job|opportunity|contract)\b(?! (?:is|are) not)|\(remote\)|"
    r"\bwork from anywhere\b|"
    r"\b(?:location|workplace|work mode|work type) ?: ?\**(?:fully )?remote\b|\bjob is (?:fully )?remote\b|"
    r"\bwork from home full[- ]time\b"
)
_HYBRID = late(
    r"\bhybrid (?:role|position|job|work\w*|model|schedule|arrangement|basis|opportunity|set-?up|environment)\b|"
    r"\(hybrid\)|"
    r"\b(?:location|workplace|work mode|work type) ?: ?\**hybrid\b|\bjob is hybrid\b|"
    r"\b(?:\d|one|two|three|four) days? (?:a|per|each) week (?:on[- ]?site|in (?:the|our) office|at (?:the|our) office|"
    r"from home|at home|remote)"
)
_ON_SITE = late(
    r"\bthis is an on[- ]?site\b|\b(?:fully|100%|entirely) on[- ]?site\b|\bon[- ]?site (?:role|position|job)\b|"
    r"\bno remote work\b|\bin[- ]person (?:role|position|job)\b|\(on[- ]?site\)|\bnot (?:a )?remote\b|"
    r"\b(?:location|workplace|work mode|work type) ?: ?\**on[- ]?site\b|\bjob is on[- ]?site\b|"
    r"\bfive days a week (?:in (?:the|our) office|on[- ]?site)\b"
)
_NOT = late(r"\b(?:not|no|never|isn't|isn’t|than|non)[- ](?:a |an |be )?$")
_CLAIMS: dict[Workplace, re.Pattern[str]] = {"remote": _REMOTE, "hybrid": _HYBRID, "on_site": _ON_SITE}


def _workplace(context: Context, brief: Brief) -> Iterator[Finding]:
    if brief.workplace is None:
        return
    claims = {place: found for place, cue in _CLAIMS.items() if (found := _claim(cue, context))}
    if not claims or brief.workplace in claims:
        return
    start, end = min(claims.values())
    yield differs(
        start,
        end,
        f"The text says “{context.text[start:end]}”, the brief says {brief.workplace.replace('_', ' ')}.",
        field="workplace",
    )


def _claim(cue: re.Pattern[str], context: Context) -> tuple[int, int] | None:
    folded = context.document.folded
    for found in cue.finditer(folded):
        if not _NOT.search(folded, max(0, found.start() - 12), found.start()):
            return found.span()
    return None


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
