"""A brief with a role profile -> what the profile offers, and what is usual; none of it is in the brief yet."""

from __future__ import annotations

import re

from postwright.drafting.starter import offers
from postwright.guidelines.records import Band, Guidelines
from postwright.model.brief import Brief
from postwright.model.words import Level


def offered_duties(brief: Brief, guidelines: Guidelines) -> list[str]:
    """Return the usual duties of the profile that are not in the brief yet."""
    if brief.profile not in guidelines.roles:
        return []
    taken = {entry.text.casefold() for entry in brief.responsibilities}
    return [duty.text for duty in offers(brief.profile, guidelines).duties if duty.text.casefold() not in taken]


def offered_skills(brief: Brief, guidelines: Guidelines) -> list[str]:
    """Return the skill groups of the profile of which the brief asks for nothing yet."""
    if brief.profile not in guidelines.roles:
        return []
    asked = " ".join(
        " ".join([entry.text, *entry.alternatives]).casefold() for entry in (*brief.must_have, *brief.nice_to_have)
    )
    groups = {
        skill.group: [word for word in (skill.requirement.text, *skill.requirement.alternatives) if word]
        for skill in offers(brief.profile, guidelines).skills
    }
    return [group for group, words in groups.items() if not any(_names(asked, word) for word in words)]


def usual_years(brief: Brief, guidelines: Guidelines) -> dict[Level, Band]:
    """Return the years that are usual at each level of the brief, for a role of its profile."""
    profile = guidelines.roles.get(brief.profile)
    rungs = {rung.ladder: rung for rung in reversed(guidelines.levels.values())}
    levels = [entry.level for entry in brief.levels if entry.level in rungs]
    software = profile is not None and profile.band == "software"
    return {level: rungs[level].software if software else rungs[level].general for level in levels}


def _names(words: str, term: str) -> bool:
    """Return whether `words` has `term` as whole words: "Go" is not in "going"."""
    return re.search(rf"(?<!\w){re.escape(term.casefold())}(?!\w)", words) is not None
