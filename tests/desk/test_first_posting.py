"""The guided first posting: titles to choose from, the first brief, and what is worth saying first."""

from __future__ import annotations

import pytest

from postwright.desk.first_posting import RoleTitle, first_brief
from postwright.model.brief import Brief, LevelEntry, Location


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("regis nur", RoleTitle("Registered nurse", "registered_nurse")),
        ("staff nurse", RoleTitle("Registered nurse", "registered_nurse")),
        ("Nurse practi", RoleTitle("Nurse practitioner", "")),
        ("senior data eng", RoleTitle("Senior data engineer", "data_engineer")),
        ("Senior platform", RoleTitle("Senior platform engineer", "senior_platform_engineer")),
        ("junior hr", RoleTitle("Junior HR business partner", "hr_business_partner")),
        ("gardener", RoleTitle("Gardener", "")),
    ],
)
def test_a_few_letters_lead_to_a_title_and_the_profile_that_it_names(desk, typed, first):
    assert desk.first_postings.titles(typed)[0] == first


@pytest.mark.parametrize(
    ("title", "nearest"),
    [
        ("Warehouse operative", "warehouse_associate"),
        ("Senior ICU nurse", "registered_nurse"),
        ("Software developer", None),  # one of many
        ("Beekeeper", None),
        ("", None),
    ],
)
def test_a_title_without_a_profile_leads_to_the_only_one_of_its_occupation(desk, title, nearest):
    profile = desk.first_postings.nearest_profile(title)
    assert (profile.id if profile else None) == nearest


@pytest.mark.parametrize("typed", ["", "n", "   ", "qwxz", "\x00"])
def test_nothing_is_offered_where_nothing_fits(desk, typed):
    assert desk.first_postings.titles(typed) == ()


@pytest.mark.parametrize("typed", ["nurse", "teacher", "driver", "welder", "of", "manager", "assistant"])
def test_what_is_offered_is_short_and_written_as_a_title(desk, typed):
    offered = desk.first_postings.titles(typed)
    assert 0 < len(offered) <= 6
    assert len({each.title.casefold() for each in offered}) == len(offered)
    for each in offered:
        assert each.title[0].isupper()
        assert each.profile == "" or each.profile in desk.guidelines().roles


def test_the_first_brief_says_what_was_said_and_nothing_of_the_profile(desk):
    brief = first_brief(
        title="Night Nurse", profile="registered_nurse", level="mid", place="US-CO", workplace="on_site"
    )
    assert brief == Brief(
        title="Night Nurse",
        profile="registered_nurse",
        levels=(LevelEntry(id=1, level="mid"),),
        workplace="on_site",
        locations=(Location(id=1, place="US-CO"),),
    )
    draft = desk.first_postings.draft(brief)
    assert "# Night Nurse" in draft
    assert "Colorado" in draft
    for duty in desk.guidelines().roles["registered_nurse"].duties:
        assert duty not in draft
    assert desk.open(desk.new_from_brief(brief)).text == draft


def test_the_place_of_a_remote_role_is_where_people_may_live():
    brief = first_brief(title="Editor", place="GB", workplace="remote")
    assert (brief.locations, brief.remote_from) == ((), ("GB",))


def test_without_anything_the_brief_is_empty():
    assert first_brief(title="") == Brief()


def test_what_is_worth_most_comes_first_and_each_is_a_field_of_the_brief(desk):
    facts = desk.first_postings.first_facts()
    assert [fact.id for fact in facts][:3] == ["pay", "responsibilities", "must_have"]
    assert [fact.order for fact in facts] == sorted(fact.order for fact in facts)
    assert {fact.id for fact in facts} <= set(Brief.model_fields)
    assert all(fact.sources and fact.why for fact in facts)
