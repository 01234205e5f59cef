"""Sections on the work itself: what the role is, its team, its duties, its outcomes."""

from __future__ import annotations

import datetime as dt
import re

from postwright.drafting.environment import say
from postwright.drafting.figures import date
from postwright.drafting.places import located, place_name
from postwright.drafting.role import Role, item, own_words, section
from postwright.drafting.wording import bullet, capital, either, line, paragraphs, sentence, small, without_mark
from postwright.model.posting import Item, Section

_IS_GROUP = re.compile(
    r"(?i)\b(?:teams?|groups?|departments?|units?|wards?|crews?|squads?|office|division|branch|desk|shift|clinic|centre|center)$"
)
_DETERMINED = re.compile(r"(?i)(?:the|our|a|an|its)\s")
_PREDICATE = re.compile(r"[a-z]+s(?:,|\s)")
"""Begins with a verb of the third person: "builds the firmware"."""
_SIZE = re.compile(r"(?i)an? (?:\w+ ){0,2}(?:team|group|unit|crew|department) of \w+(?: \w+)?\.?")
"""Names what the team is: "a team of seven"."""


def summary(role: Role) -> tuple[Section, ...]:
    """Return who hires whom, then what the manager says that the role is for."""
    items = [*_opening(role)]
    items += own_words("summary", "summary", role.brief.summary)
    return section("summary", role.heading("summary"), items)


def _opening(role: Role) -> tuple[Item, ...]:
    brief, title = role.brief, line(role.brief.title)
    if not title:
        return _levels_alone(role)
    adjective = say("summary", "adjective", employment_type=brief.employment_type or "")
    if adjective.replace("-", " ") in title.casefold().replace("-", " "):
        adjective = ""
    several = brief.levels if len(brief.levels) > 1 else ()
    where, place_sources = _whereabouts(role)
    text = say(
        "summary",
        "opening",
        employer=line(role.organisation.name),
        title=title,
        adjective=adjective,
        levels=[say("levels", "word", level=entry.level) for entry in several],
        where=where,
        workplace=brief.workplace,
        noun=role.noun,
    )
    sources = [
        *(["organisation.name"] if role.organisation.name else []),
        *(["employment_type"] if adjective else []),
        *(f"levels.{entry.id}" for entry in several),
        *place_sources,
        *(["workplace"] if brief.workplace else []),
    ]
    if brief.openings > 1:
        text = f"{text} {say('summary', 'openings', number=brief.openings)}"
        sources.append("openings")
    return (item("summary", "title", text, *sources, form="paragraph"),)


def _levels_alone(role: Role) -> tuple[Item, ...]:
    """Return the levels of a posting that has no title to say them with."""
    levels = role.brief.levels
    if not levels:
        return ()
    words = [say("levels", "word", level=entry.level) for entry in levels]
    first, *others = (f"levels.{entry.id}" for entry in levels)
    text = say("summary", "open_at", levels=words, noun=role.noun)
    return (item("summary", first, text, *others, form="paragraph"),)


def _whereabouts(role: Role) -> tuple[str, tuple[str, ...]]:
    """Return the place in few words with its sources: no streets, and nothing where it would be a long list."""
    brief = role.brief
    if brief.workplace == "remote":
        names = [place_name(code) for code in brief.remote_from]
        return (either(names), ("remote_from",)) if 0 < len(names) <= 3 else ("", ())
    short = [located(location.model_copy(update={"street": "", "postal_code": ""})) for location in brief.locations]
    names = list(dict.fromkeys(short))
    if not 0 < len(names) <= 3:
        return "", ()
    return either(names), tuple(f"locations.{location.id}" for location in brief.locations)


def team(role: Role) -> tuple[Section, ...]:
    """Return the team with its purpose, and the reporting line."""
    brief = role.brief
    name, purpose = line(brief.team.name), paragraphs(brief.team.purpose)
    items: list[Item] = []
    if name or purpose:
        first = purpose[0] if purpose else ""
        first = say("team", "is", what=small(first)) if name and _SIZE.fullmatch(first) else first
        text = say(
            "team",
            "joining",
            name=name,
            named_as_group=bool(_IS_GROUP.search(name)),
            has_determiner=bool(_DETERMINED.match(name)),
            purpose=first,
            purpose_is_phrase=bool(_PREDICATE.match(first)),
        )
        items.append(item("team", "team", text, form="paragraph"))
        for number, more in enumerate(purpose[1:], start=2):
            items.append(item("team", "team", sentence(more), form="paragraph", part=str(number)))
    supervisor = line(brief.reporting_line.title)
    if supervisor:
        place = brief.reporting_line.place or ""
        elsewhere = place not in {location.place for location in brief.locations}
        text = say(
            "team",
            "reporting",
            title=small(supervisor) if _DETERMINED.match(supervisor) else supervisor,
            has_determiner=bool(_DETERMINED.match(supervisor)),
            place=place_name(place) if place and elsewhere else "",
        )
        items.append(item("team", "reporting_line", text, form="paragraph"))
    return section("team", role.heading("team"), items)


def responsibilities(role: Role) -> tuple[Section, ...]:
    """Return the duties as the manager wrote them."""
    items = [
        item("responsibilities", f"responsibilities.{entry.id}", bullet(without_mark(line(entry.text))))
        for entry in role.brief.responsibilities
    ]
    return section("responsibilities", role.heading("responsibilities"), items)


def outcomes(role: Role) -> tuple[Section, ...]:
    """Return what is to be achieved, and by when."""
    items = []
    for entry in role.brief.outcomes:
        by, form = _deadline(line(entry.by), role)
        text = say("work", "outcome", text=bullet(line(entry.text)), by=by, form=form)
        items.append(item("responsibilities", f"outcomes.{entry.id}", text))
    return section("responsibilities", role.heading("outcomes"), items)


def _deadline(by: str, role: Role) -> tuple[str, str]:
    """Return the time of an outcome in the second person, and whether "in" or "by" goes before it."""
    try:
        return date(dt.date.fromisoformat(by), country=role.country), "date"
    except ValueError:
        pass
    by = small(by)
    if re.match(r"(?i)(?:by|in|within|after|during|before|from|at|on)\s", by):
        return by, "complete"
    if first := re.fullmatch(r"(?i)(?:(?:the|your)\s+)?first\s+(?P<rest>.+)", by):
        return f"your first {first['rest']}", "early"
    by = re.sub(r"(?i)^the end of (?:the )?first\b", "the end of your first", by)
    return by, "date"


def physical(role: Role) -> tuple[Section, ...]:
    """Return the physical demands as essential functions, with the offer of an accommodation beside them."""
    items = []
    for entry in role.brief.physical:
        function = small(line(entry.function)).rstrip(". ")
        function = function[:1].lower() + function[1:] if function.split(" ")[0].istitle() else function
        text = say("work", "physical", text=capital(bullet(line(entry.text))), function=function)
        items.append(item("requirements", f"physical.{entry.id}", text, strength="required"))
    note = role.guidelines.boilerplate.get("physical_accommodation", "")
    if items and note:
        items.append(item("requirements", "boilerplate.physical_accommodation", line(note), form="paragraph"))
    return section("requirements", role.heading("physical"), items)
