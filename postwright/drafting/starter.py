"""Role profile -> what a new brief starts with, and what the profile offers to pick from.

Nothing offered is in the brief: an offer becomes an entry, and so can reach the posting, only when a person picks it.
"""

from __future__ import annotations

from dataclasses import dataclass

from postwright.errors import InputError
from postwright.guidelines.records import Guidelines, Need, SkillGroup
from postwright.model.brief import Brief, Requirement, TextEntry


@dataclass(frozen=True, slots=True)
class OfferedSkill:
    """A skill group of the profile, worded as a requirement: one of its alternatives is enough."""

    group: str
    need: Need
    requirement: Requirement


@dataclass(frozen=True, slots=True)
class Offers:
    """What a profile offers to pick from."""

    duties: tuple[TextEntry, ...]
    skills: tuple[OfferedSkill, ...]
    nice_to_have: tuple[Requirement, ...]


def starter_brief(profile: str, guidelines: Guidelines) -> Brief:
    """Return a brief that holds the profile's id and nothing else.

    Raises InputError for an unknown profile.
    """
    _known(profile, guidelines)
    return Brief(profile=profile)


def offers(profile: str, guidelines: Guidelines) -> Offers:
    """Return the usual duties, skill groups and extras of the profile; entries are not numbered yet (id 0).

    Raises InputError for an unknown profile.
    """
    record = guidelines.roles[_known(profile, guidelines)]
    return Offers(
        duties=tuple(TextEntry(text=duty) for duty in record.duties),
        skills=tuple(OfferedSkill(group.group, group.need, _as_requirement(group)) for group in record.skill_groups),
        nice_to_have=tuple(Requirement(text=text) for text in record.nice_to_have),
    )


def _as_requirement(group: SkillGroup) -> Requirement:
    if len(group.any_of) == 1:
        return Requirement(text=group.any_of[0])
    return Requirement(alternatives=group.any_of)


def _known(profile: str, guidelines: Guidelines) -> str:
    if profile not in guidelines.roles:
        raise InputError(
            f"There is no role profile “{profile}”.", hint=f"Use one of: {', '.join(sorted(guidelines.roles))}."
        )
    return profile
