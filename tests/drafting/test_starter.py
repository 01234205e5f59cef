"""A new brief from a role profile."""

from __future__ import annotations

import pytest

from postwright.drafting.compose import compose
from postwright.drafting.starter import offers, starter_brief
from postwright.errors import InputError
from postwright.guidelines.records import Guidelines
from postwright.model.brief import Brief, Organisation, Requirement


def test_a_started_brief_says_nothing_that_an_empty_one_does_not(guidelines: Guidelines) -> None:
    for profile in guidelines.roles:
        started = compose(starter_brief(profile, guidelines), organisation=Organisation(), guidelines=guidelines)
        assert started == compose(Brief(), organisation=Organisation(), guidelines=guidelines)


def test_every_profile_offers_its_duties_and_skills(guidelines: Guidelines) -> None:
    for profile, record in guidelines.roles.items():
        offered = offers(profile, guidelines)
        assert tuple(duty.text for duty in offered.duties) == record.duties
        assert [(skill.group, skill.need) for skill in offered.skills] == [
            (g.group, g.need) for g in record.skill_groups
        ]


def test_a_skill_group_is_offered_as_alternatives(guidelines: Guidelines) -> None:
    skills = {skill.group: skill.requirement for skill in offers("python_ml_streaming_lead", guidelines).skills}
    assert skills["Python"] == Requirement(text="Python")
    assert skills["data handling"] == Requirement(alternatives=("pandas", "NumPy", "Polars", "PySpark", "SQL"))


def test_an_unknown_profile_is_refused_with_the_known_ones(guidelines: Guidelines) -> None:
    with pytest.raises(InputError, match=r"no role profile “astronaut”\. Use one of: account_executive, accountant"):
        starter_brief("astronaut", guidelines)
