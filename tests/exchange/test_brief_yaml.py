"""Briefs in YAML and JSON: what is read back, and what each mistake is told."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from postwright.errors import BriefError
from postwright.exchange.brief_fields import FIELD_NOTES
from postwright.exchange.brief_yaml import (
    check_profile,
    dump_brief,
    dump_brief_json,
    load_brief,
    template_brief,
)
from postwright.guidelines.load import load_guidelines
from postwright.model.brief import (
    Apply,
    Brief,
    Closing,
    Education,
    LevelEntry,
    Location,
    Pay,
    Requirement,
    Team,
    TextEntry,
    YearRange,
)

FULL = Brief(
    title="Registered Nurse {{ 7*7 }}",
    requisition_id="0123",
    openings=2,
    profile="registered_nurse",
    levels=(LevelEntry(id=1, level="mid", years=YearRange(minimum=2, maximum=4.5)),),
    team=Team(name="Ward 4: medical", purpose="We care for 24 beds.\n\nDay and night."),
    locations=(Location(id=3, city="Aurora", place="US-CO"),),
    closing=Closing(date=dt.date(2027, 3, 31)),
    pay=(Pay(id=1, minimum=38.5, maximum=47, currency="USD", period="hour"),),
    benefits=(TextEntry(id=1, text="# not a comment: 'quoted' \"twice\""),),
    must_have=(
        Requirement(id=2, text="care on a medical ward", years=YearRange(minimum=1)),
        Requirement(id=7, alternatives=("Epic", "Cerner", "no")),
    ),
    education=Education(level="associate", field="nursing", equivalent=False),
    apply=Apply(email="jobs@example.com", direct=True),
)


@pytest.mark.parametrize("write", [dump_brief, lambda brief: dump_brief(brief, commented=False), dump_brief_json])
def test_a_brief_is_read_back_as_it_was_written(write):
    assert load_brief(write(FULL)) == FULL


def test_a_brief_can_be_written_in_short_forms():
    text = """
        title: Data Analyst
        requisition_id: 1042
        must_have:
          - SQL
          - {text: dashboards, years: 3-5}
          - {text: statistics, years: 2}
          - {text: Python, years: 1+}
        hours:
        remote_from: [us-co, DE]
        pay: [{minimum: 50, currency: usd}]
    """
    assert load_brief(text) == Brief(
        title="Data Analyst",
        requisition_id="1042",
        must_have=(
            Requirement(id=1, text="SQL"),
            Requirement(id=2, text="dashboards", years=YearRange(minimum=3, maximum=5)),
            Requirement(id=3, text="statistics", years=YearRange(minimum=2)),
            Requirement(id=4, text="Python", years=YearRange(minimum=1)),
        ),
        remote_from=("US-CO", "DE"),
        pay=(Pay(id=1, minimum=50, currency="USD"),),
    )


def test_json_is_read_too_and_a_byte_order_mark_is_no_part_of_it():
    assert load_brief('\ufeff{"title": "Nurse",\t"openings": 3}') == Brief(title="Nurse", openings=3)


def test_all_problems_are_listed_at_once_each_with_its_field_in_plain_words():
    text = """
        titel: Nurse
        openings: many
        levels: [{level: seniour}]
        team: Ward 4
        locations: [{place: Denver}]
        pay: [{minimum: 50, maximum: 40}]
        closing: {date: soon}
        benefits: none
        must_have:
          - {text: care, yeers: 3}
          - {text: charting, years: -2}
          - {why_day_one: because}
        nice_to_have: [{text: x, id: 5, years: {minimum: 3, maximum: 1}}]
    """
    with pytest.raises(BriefError) as caught:
        load_brief(text, name="nurse.yaml")
    levels = "intern, entry, mid, senior, staff, principal, lead, manager, director, executive"
    assert sorted(caught.value.problems) == sorted(
        [
            ("titel", 'titel: there is no field "titel" here. Did you mean "title"?'),
            ("openings", "openings: it must be a number"),
            ("levels.1", f'level 1, level: "seniour" is not one of {levels}. Did you mean "senior"?'),
            ("team", "team: it must be a group of `name: value` lines, such as `name: Ward 4`"),
            (
                "locations.1",
                'location 1, place: "Denver" is not a place code; write the country, with the state where there is'
                " one: US, US-CO, CA-ON, DE",
            ),
            ("pay.1", "pay 1: the maximum pay is below the minimum pay"),
            ("closing", "closing date, date: it must be a date such as 2026-12-31"),
            ("benefits", "benefit: it must be a list; start each entry with `- `, such as `- text: none`"),
            ("must_have.1", 'must-have 1, yeers: there is no field "yeers" here. Did you mean "years"?'),
            ("must_have.2", "must-have 2, years, minimum: -2 is too small; 0 is the least"),
            ("must_have.3", "must-have 3: say what is needed: a text or at least one alternative"),
            ("nice_to_have.5", "nice-to-have 1, years: the most years are fewer than the least years"),
        ]
    )
    assert caught.value.message.startswith("nurse.yaml cannot be used:\n  ")


def test_a_contract_that_ends_before_it_starts_is_refused():
    with pytest.raises(BriefError) as caught:
        load_brief("start: 2027-05-01\ncontract_end: 2027-04-30", name="b.yaml")
    assert str(caught.value) == (
        "b.yaml cannot be used: line 2, end of contract: the contract ends before it starts. "
        "Mend what is named here and try again."
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "b.yaml is empty."),
        ("# only a comment\n", "b.yaml is empty."),
        ("title:\n", "b.yaml is empty."),
        ("- a\n- b\n", "b.yaml is not a brief: it must be a list of `field: value` lines."),
        ("just words", "b.yaml is not a brief: it must be a list of `field: value` lines."),
        ("title: !!python/object/apply:os.system ['ls']", "b.yaml, line 1: the tag "
         "`tag:yaml.org,2002:python/object/apply:os.system` is not allowed."),
        ("a: &a [x, x]\nb: [*a, *a]\n", "b.yaml, line 1: the anchor `&a` is not allowed."),
        ("title: a\ntitle: b\n", "b.yaml, line 2: the key `title` stands twice in the same mapping."),
        ('{"title": "a", "title": "b"}', "b.yaml: the key `title` stands twice in the same object."),
        ('{"pay": [{"minimum": NaN}]}', "b.yaml: NaN is not a number that a brief can have."),
        ("title: [", "b.yaml, line 2: a value or a closing bracket is missing."),
        ('{"title": ' + "[" * 100_000, "b.yaml is nested too deeply."),
        ("x" * 500_001, "b.yaml is too large for a brief: 500,001 characters."),
    ],
)  # fmt: skip
def test_a_file_that_is_no_brief_gets_one_clear_message(text, message):
    with pytest.raises(BriefError) as caught:
        load_brief(text, name="b.yaml")
    assert caught.value.message == message
    assert caught.value.hint


def test_infinite_pay_is_refused():
    with pytest.raises(BriefError) as caught:
        load_brief("pay: [{minimum: .inf, currency: USD}]")
    assert caught.value.problems == (("pay.1", "pay 1, minimum: it must be a number"),)


def test_an_unknown_profile_is_refused_with_the_nearest():
    roles = load_guidelines().roles
    with pytest.raises(BriefError) as caught:
        check_profile(Brief(profile="registered-nurs"), roles)
    assert caught.value.problems == (
        ("profile", 'there is no role profile "registered-nurs". Did you mean "registered_nurse"?'),
    )
    check_profile(Brief(profile="registered_nurse"), roles)
    check_profile(Brief(), roles)


def test_every_field_of_the_model_is_explained_in_its_order():
    assert {note.name for note in FIELD_NOTES} == set(Brief.model_fields)
    for note in FIELD_NOTES:
        assert load_brief(note.example) == Brief.model_validate(
            {note.name: load_brief(note.example).model_dump()[note.name]}
        ), note.name


@pytest.mark.parametrize("profile", ["", "registered_nurse", "backend_engineer"])
def test_a_template_says_nothing_but_its_profile_until_lines_are_uncommented(profile):
    text = template_brief(load_guidelines().roles[profile] if profile else None)
    values = load_brief(text) if profile else None
    assert values == (Brief(profile=profile) if profile else None)
    filled = load_brief(uncommented(text))
    assert filled.must_have
    assert filled.responsibilities
    assert filled.pay


def uncommented(template: str) -> str:
    """Return the template with every example made real: the lines from `#field:` to the next blank line."""
    lines, inside = [], False
    for line in template.splitlines():
        inside = bool(re.match(r"#[a-z_]+:", line)) or (inside and line.startswith("#"))
        lines.append(line[1:] if inside else line)
    return "\n".join(lines)


def test_a_template_offers_the_duties_and_skills_of_its_profile():
    profile = load_guidelines().roles["registered_nurse"]
    filled = load_brief(uncommented(template_brief(profile)))
    assert tuple(entry.text for entry in filled.responsibilities) == profile.duties
    groups = [group.any_of for group in profile.skill_groups if group.need == "must"]
    assert [entry.alternatives or (entry.text,) for entry in filled.must_have] == groups


def test_what_is_dumped_as_json_is_json():
    assert json.loads(dump_brief_json(Brief(title="Nurse", openings=2))) == {"title": "Nurse", "openings": 2}
