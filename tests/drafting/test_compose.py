"""Composing a posting: whole drafts, their sources, and the wording of each field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright.drafting.compose import compose
from postwright.drafting.environment import say
from postwright.drafting.markdown_escape import escape
from postwright.drafting.render import item_spans, to_markdown
from postwright.errors import TemplateError
from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Guidelines
from postwright.model.brief import Brief, Organisation, field_ids
from postwright.model.posting import Posting

NO_BOILERPLATE: dict[str, str] = {}


@pytest.fixture
def draft(guidelines: Guidelines) -> Any:
    """Draft a brief given as values, without house sentences, so that only the brief speaks."""
    from dataclasses import replace

    bare = replace(guidelines, boilerplate=NO_BOILERPLATE)

    def compose_values(organisation: dict[str, Any] | None = None, **brief: Any) -> Posting:
        return compose(
            Brief.model_validate(brief), organisation=Organisation.model_validate(organisation or {}), guidelines=bare
        )

    return compose_values


def texts(posting: Posting, kind: str) -> list[str]:
    return [item.text for section in posting.sections if section.kind == kind for item in section.items]


def test_an_empty_brief_has_no_text_of_its_own(draft: Any) -> None:
    assert draft() == Posting(title="", sections=())
    assert to_markdown(draft()) == ""


def test_a_small_brief_drafts_to_this_posting(draft: Any) -> None:
    posting = draft(
        organisation={
            "name": "Fernhill Hospital",
            "benefits": ["Pension plan"],
            "description": "We run two hospitals.",
        },
        title="Registered Nurse",
        profile="registered_nurse",
        openings=2,
        employment_type="part_time",
        hours="24 hours a week",
        locations=[{"city": "Portland", "place": "US-OR"}],
        workplace="on_site",
        team={"name": "Ward 3", "purpose": "cares for adults after surgery"},
        responsibilities=["assess patients."],
        licences=[{"name": "RN license"}],
        must_have=[{"text": "acute care nursing", "years": {"minimum": 1}}],
        nice_to_have=[{"text": "charting in Epic", "can_be_learned": True}],
        pay=[{"minimum": 40, "maximum": 52.5, "currency": "USD", "period": "hour"}],
        closing={"date": "2027-01-15"},
        apply={"address": "https://fernhill.example/1"},
    )
    assert to_markdown(posting) == (
        "# Registered Nurse\n\n"
        "## About the role\n\n"
        "Join Fernhill Hospital as a part-time Registered Nurse in Portland, Oregon. We are filling 2 positions.\n\n"
        "## The team\n\n"
        "You will join the Ward 3 team, which cares for adults after surgery.\n\n"
        "## What you will do\n\n"
        "- Assess patients\n\n"
        "## What you need\n\n"
        "- RN license\n"
        "- At least 1 year of experience in acute care nursing\n\n"
        "## Nice to have\n\n"
        "- Charting in Epic, which you can learn on the job\n\n"
        "## Pay\n\n"
        "The base pay is $40.00 to $52.50 an hour.\n\n"
        "## Benefits\n\n"
        "- Pension plan\n\n"
        "## Where you will work\n\n"
        "You will work on site in Portland, Oregon.\n\n"
        "## Hours and contract\n\n"
        "This is a part-time job: 24 hours a week.\n\n"
        "## How to apply\n\n"
        "Apply by January 15, 2027: https://fernhill.example/1\n\n"
        "## About us\n\n"
        "We run two hospitals.\n"
    )
    assert {item.id: item.sources for item in posting.items()} == {
        "summary:title": (
            "title", "organisation.name", "employment_type", "locations.1", "workplace", "openings",
        ),
        "team:team": ("team",),
        "responsibilities:responsibilities.1": ("responsibilities.1",),
        "requirements:licences.1": ("licences.1",),
        "requirements:must_have.1": ("must_have.1",),
        "preferred:nice_to_have.1": ("nice_to_have.1",),
        "pay:pay.1": ("pay.1",),
        "benefits:organisation.benefits.1": ("organisation.benefits.1",),
        "location:workplace": ("workplace", "locations.1"),
        "schedule:employment_type": ("employment_type", "hours"),
        "process:apply": ("apply", "closing"),
        "company:organisation.description": ("organisation.description",),
    }  # fmt: skip
    assert [item.strength for item in posting.items() if item.strength] == ["required", "required", "preferred"]


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ({"minimum": 4, "maximum": 6}, "4 to 6 years of experience in software engineering"),
        ({"minimum": 3}, "At least 3 years of experience in software engineering"),
        ({"minimum": 1}, "At least 1 year of experience in software engineering"),
        ({"minimum": 0, "maximum": 1}, "0 to 1 year of experience in software engineering"),
        ({"minimum": 0.5, "maximum": 1}, "6 to 12 months of experience in software engineering"),
        ({"minimum": 2.5}, "At least 2.5 years of experience in software engineering"),
        ({"minimum": 0}, "No previous experience in software engineering needed"),
    ],
)
def test_years_at_the_level(draft: Any, years: dict[str, float], expected: str) -> None:
    posting = draft(levels=[{"level": "mid", "years": years}], experience_in="software engineering")
    assert texts(posting, "requirements") == [expected]


def test_levels_without_a_title_are_said_too(draft: Any) -> None:
    posting = draft(levels=[{"level": "mid"}, {"level": "senior"}])
    (section,) = posting.sections
    assert [(item.text, item.sources) for item in section.items] == [
        ("This role is open at mid or senior level.", ("levels.1", "levels.2"))
    ]


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [
        ("a team of seven", "You will join the Parks team, which is a team of seven."),
        ("A small group of four gardeners.", "You will join the Parks team, which is a small group of four gardeners."),
        ("builds gardens", "You will join the Parks team, which builds gardens."),
        (
            "A team of seven looks after nine parks.",
            "You will join the Parks team. A team of seven looks after nine parks.",
        ),
    ],
)
def test_what_the_team_is_or_does_follows_its_name(draft: Any, purpose: str, expected: str) -> None:
    assert texts(draft(team={"name": "Parks", "purpose": purpose}), "team") == [expected]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("now", "You will start immediately."),
        ("ASAP", "You will start as soon as possible."),
        ("in spring", "You will start in spring."),
    ],
)
def test_a_start_in_one_word_becomes_a_sentence(draft: Any, start: str, expected: str) -> None:
    assert texts(draft(start=start), "schedule") == [expected]


@pytest.mark.parametrize(
    ("clearance", "expected"),
    [
        ("Secret", "Secret security clearance"),
        ("drug test", "Drug test"),
        ("fingerprinting", "Fingerprinting"),
        ("background check", "Background check"),
    ],
)
def test_only_a_clearance_is_called_one(draft: Any, clearance: str, expected: str) -> None:
    assert texts(draft(clearance=clearance), "requirements") == [expected]


def test_marks_at_the_end_of_what_was_typed_do_not_reach_the_line(draft: Any) -> None:
    posting = draft(
        levels=[{"level": "lead", "years": {"minimum": 5}}], title="Lead", experience_in="sales.",
        benefits=["free coffee;", "a bicycle,"],
    )  # fmt: skip
    assert texts(posting, "requirements") == ["At least 5 years of experience in sales"]
    assert texts(posting, "benefits") == ["Free coffee", "A bicycle"]


def test_several_levels_each_state_their_years_and_pay(draft: Any) -> None:
    posting = draft(
        title="Backend Engineer",
        levels=[
            {"level": "mid", "years": {"minimum": 2, "maximum": 4}, "pay": {"minimum": 90_000, "maximum": 110_000}},
            {"level": "senior", "years": {"minimum": 5}, "pay": {"minimum": 120_000, "maximum": 150_000}},
        ],
    )
    assert [*texts(posting, "summary"), *texts(posting, "requirements"), *texts(posting, "pay")] == [
        "We are hiring a Backend Engineer at mid or senior level.",
        "Mid level: 2 to 4 years of relevant experience",
        "Senior level: at least 5 years of relevant experience",
        "The base salary depends on the level you join at:",
        "Mid level: 90,000 to 110,000 a year",
        "Senior level: 120,000 to 150,000 a year",
    ]


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        ({"alternatives": ["Go", "Rust", "C++"]}, "Experience with Go, Rust or C++"),
        ({"alternatives": ["CPA", "a degree in law"]}, "CPA or a degree in law"),
        ({"alternatives": ["Linux", "networking"]}, "Experience with Linux or networking"),
        ({"text": "Python"}, "Experience with Python"),
        ({"alternatives": ["Go", "Rust"], "years": {"minimum": 3}}, "At least 3 years of experience with Go or Rust"),
        ({"text": "Kubernetes", "years": {"minimum": 2}}, "At least 2 years of experience with Kubernetes"),
        (
            {"text": "Production experience with Kubernetes", "years": {"minimum": 2, "maximum": 3}},
            "2 to 3 years of production experience with Kubernetes",
        ),
        ({"text": "leading a team", "years": {"minimum": 2}}, "At least 2 years of experience leading a team"),
        (
            {"text": "nursing in a hospital", "years": {"minimum": 2}},
            "At least 2 years of experience in nursing in a hospital",
        ),
        ({"text": "work in a warehouse", "years": {"minimum": 0.5}}, "At least 6 months of work in a warehouse"),
        (
            {"text": "software engineering", "leadership": True, "years": {"minimum": 2}},
            "At least 2 years of experience leading people in software engineering",
        ),
        ({"text": "a systems language", "alternatives": ["C", "Rust"]}, "A systems language (C or Rust)"),
        ({"text": "experience with", "alternatives": ["C", "Rust"]}, "Experience with C or Rust"),
        ({"text": "C or Rust in production", "alternatives": ["C", "Rust"]}, "C or Rust in production"),
        ({"text": "iPad apps for schools"}, "iPad apps for schools"),
        ({"text": "attention to detail."}, "Attention to detail"),
    ],
)
def test_requirements_read_naturally(draft: Any, requirement: dict[str, Any], expected: str) -> None:
    assert texts(draft(must_have=[requirement]), "requirements") == [expected]


@pytest.mark.parametrize(
    ("education", "expected"),
    [
        (
            {"level": "bachelor", "field": "computer science"},
            "Bachelor's degree in computer science or equivalent experience",
        ),
        (
            {"level": "bachelor", "field": "computer science or a related field"},
            "Bachelor's degree in computer science or a related field, or equivalent experience",
        ),
        ({"level": "master", "equivalent": False}, "Master's degree"),
        ({"level": "high_school"}, "High school diploma or equivalent experience"),
        ({"level": "unspecified", "field": "law"}, "Degree in law or equivalent experience"),
    ],
)
def test_education(draft: Any, education: dict[str, Any], expected: str) -> None:
    assert texts(draft(education=education), "requirements") == [expected]
    preferred = draft(education={**education, "strength": "preferred"})
    assert (texts(preferred, "requirements"), texts(preferred, "preferred")) == ([], [expected])


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ({"name": "German", "level": "b2"}, "German at level B2 or above"),
        ({"name": "Polish", "level": "fluent"}, "Fluent Polish"),
        ({"name": "Welsh"}, "Knowledge of Welsh"),
        ({"name": "French", "level": "good enough to read contracts"}, "French (good enough to read contracts)"),
    ],
)
def test_languages(draft: Any, language: dict[str, str], expected: str) -> None:
    assert texts(draft(languages=[language]), "requirements") == [expected]


@pytest.mark.parametrize(
    ("pay", "expected"),
    [
        (
            {"minimum": 120_000, "maximum": 150_000, "currency": "USD"},
            "The base salary is $120,000 to $150,000 a year.",
        ),
        ({"minimum": 24, "currency": "EUR", "period": "hour"}, "The base pay is €24 an hour."),
        (
            {"minimum": 4000, "maximum": 4000, "currency": "EUR", "period": "month"},
            "The base salary is €4,000 a month.",
        ),
        (
            {"minimum": 95_000, "maximum": 110_000, "currency": "CHF"},
            "The base salary is CHF 95,000 to 110,000 a year.",
        ),
        (
            {"minimum": 13.4, "maximum": 14, "currency": "GBP", "period": "hour"},
            "The base pay is £13.40 to £14.00 an hour.",
        ),
    ],
)
def test_pay(draft: Any, pay: dict[str, Any], expected: str) -> None:
    assert texts(draft(pay=[pay]), "pay") == [expected]


def test_us_dollars_in_canada_are_written_by_code(draft: Any) -> None:
    posting = draft(locations=[{"place": "CA-ON"}], pay=[{"minimum": 90_000, "currency": "USD"}])
    assert texts(posting, "pay") == ["The base salary is USD 90,000 a year."]


def test_pay_by_place_writes_two_kinds_of_dollars_by_code(draft: Any) -> None:
    posting = draft(
        pay=[
            {"minimum": 100, "maximum": 120, "currency": "USD", "period": "hour", "place": "US-CO"},
            {"minimum": 110, "maximum": 130, "currency": "CAD", "period": "hour", "place": "CA-ON"},
            {"minimum": 90, "currency": "USD", "period": "hour"},
        ],
        other_compensation=["Commission of 5%"],
    )
    assert [(item.text, item.sources) for item in posting.items()] == [
        ("The base pay depends on where you work:", ("pay.1", "pay.2", "pay.3")),
        ("Colorado: USD 100 to 120 an hour", ("pay.1",)),
        ("Ontario: CAD 110 to 130 an hour", ("pay.2",)),
        ("Everywhere else: USD 90 an hour", ("pay.3",)),
        ("On top of the base pay:", ("other_compensation.1",)),
        ("Commission of 5%", ("other_compensation.1",)),
    ]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({"workplace": "remote"}, "This is a remote role."),
        (
            {"workplace": "remote", "remote_from": ["NL"]},
            "This is a remote role. You can live anywhere in the Netherlands.",
        ),
        (
            {"workplace": "remote", "remote_from": ["US-NY", "US-WA", "CA-ON"]},
            "This is a remote role. You can live in New York State, Washington State or Ontario.",
        ),
        (
            {"workplace": "hybrid", "days_on_site": 2, "locations": [{"city": "Berlin", "place": "DE-BE"}]},
            "This is a hybrid role: 2 days a week on site in Berlin, Germany, the rest from home.",
        ),
        (
            {
                "workplace": "hybrid",
                "locations": [{"city": "Austin", "place": "US-TX"}, {"city": "Albany", "place": "US-NY"}],
            },
            "This is a hybrid role: you work partly on site in Austin, Texas or Albany, New York and partly from home.",
        ),
        ({"locations": [{"place": "GB-SCT"}]}, "This role is in Scotland."),
        ({"travel": "Up to 10% of the time"}, "Expect to travel up to 10% of the time."),
        ({"travel": "none"}, "No travel is needed."),
        ({"travel": "Up to 30%"}, "Expect up to 30% travel."),
        ({"travel": "20-30 %."}, "Expect 20-30 % travel."),
        ({"visa": "no sponsorship"}, "We cannot sponsor a visa for this role."),
        ({"visa": "No sponsorship in the first year."}, "No sponsorship in the first year."),
        ({"travel": "You visit each site once a year"}, "You visit each site once a year."),
        ({"visa": "no"}, "We cannot sponsor a visa for this role."),
        ({"visa": "we sponsor visas"}, "We sponsor visas."),
    ],
)
def test_location(draft: Any, place: dict[str, Any], expected: str) -> None:
    assert texts(draft(**place), "location") == [expected]


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ({"employment_type": "full_time"}, "This is a full-time role."),
        ({"employment_type": "intern", "hours": "20 hours a week"}, "This is an internship: 20 hours a week."),
        (
            {"employment_type": "temporary", "contract_end": "2027-06-30"},
            "This is a temporary role until 30 June 2027.",
        ),
        (
            {"employment_type": "full_time", "contract_end": "2027-06-30"},
            "This is a full-time role, for a fixed term, until 30 June 2027.",
        ),
        ({"hours": "Monday to Friday, 9 to 5"}, "You will work Monday to Friday, 9 to 5."),
        ({"employment_type": "other", "hours": "You choose your hours"}, "You choose your hours."),
        ({"start": "As soon as possible"}, "You will start as soon as possible."),
        ({"start": "March 2027"}, "You will start in March 2027."),
        ({"start": "Easter at the latest"}, "You will start Easter at the latest."),
        ({"start": "2027-02-01"}, "You will start on 1 February 2027."),
        ({"on_call": "One week in six"}, "You will be on call one week in six."),
        ({"on_call": "none"}, "There is no on-call duty."),
    ],
)
def test_schedule(draft: Any, schedule: dict[str, Any], expected: str) -> None:
    assert texts(draft(**schedule), "schedule") == [expected]


@pytest.mark.parametrize(
    ("process", "expected"),
    [
        (
            {"apply": {"email": "jobs@a.example"}, "requisition_id": "R-1", "closing": {"date": "2027-01-05"}},
            ["Send your application (reference R-1) to jobs@a.example by 5 January 2027."],
        ),
        (
            {"apply": {"email": "jobs@a.example", "address": "https://a.example"}, "closing": {"date": "2027-01-05"}},
            ["By 5 January 2027, send your application to jobs@a.example, or apply here: https://a.example"],
        ),
        (
            {
                "apply": {"address": "https://a.example", "instructions": "no CV is needed"},
                "closing": {"rolling": True},
            },
            [
                "Apply here: https://a.example",
                "Applications are rolling: we read them as they arrive, and there is no closing date.",
                "No CV is needed.",
            ],
        ),
        (
            {"closing": {"date": "2027-01-05"}, "requisition_id": "R-1"},
            ["Apply by 5 January 2027.", "The reference of this role is R-1."],
        ),
        ({"process": ["A call", "A trial day"]}, ["After you apply:", "A call", "A trial day"]),
        ({"contact": {"name": "Ann Lee"}}, ["If you have a question about the role, ask Ann Lee."]),
        (
            {"contact": {"email": "a@a.example", "phone": "+44 1"}},
            ["If you have a question about the role, write to a@a.example or call +44 1."],
        ),
    ],
)
def test_process(draft: Any, process: dict[str, Any], expected: list[str]) -> None:
    assert texts(draft(**process), "process") == expected


def test_without_an_address_of_its_own_the_role_is_applied_for_at_the_careers_page(draft: Any) -> None:
    posting = draft(organisation={"careers_address": "https://a.example/jobs"}, closing={"date": "2027-01-05"})
    assert [(item.text, item.sources) for item in posting.items()] == [
        ("Apply by 5 January 2027: https://a.example/jobs", ("organisation.careers_address", "closing"))
    ]


def test_benefits_of_organisation_and_role_stand_once(draft: Any) -> None:
    posting = draft(
        organisation={"benefits": ["Pension plan", "Free lunch"]}, benefits=["free lunch.", "Company bicycle"]
    )
    assert [(item.text, item.sources) for item in posting.items()] == [
        ("Pension plan", ("organisation.benefits.1",)),
        ("Free lunch", ("organisation.benefits.2",)),
        ("Company bicycle", ("benefits.2",)),
    ]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("", "Ship it"),
        ("the first three months", "Ship it in your first three months"),
        ("the end of the first year", "Ship it by the end of your first year"),
        ("within ten weeks", "Ship it within ten weeks"),
        ("2027-05-01", "Ship it by 1 May 2027"),
    ],
)
def test_outcomes_say_when(draft: Any, by: str, expected: str) -> None:
    posting = draft(outcomes=[{"text": "ship it", "by": by}])
    assert [(section.heading, [item.text for item in section.items]) for section in posting.sections] == [
        ("What you will achieve", [expected])
    ]


def test_house_sentences_are_cited_and_the_organisations_own_go_before_them(guidelines: Guidelines) -> None:
    brief = Brief.model_validate(
        {"nice_to_have": ["Rust"], "physical": [{"text": "lift 10 kg", "function": "Stocking"}]}
    )
    posting = compose(brief, organisation=Organisation(equal_opportunity="All are welcome."), guidelines=guidelines)
    house = guidelines.boilerplate
    assert [(item.text, item.sources) for item in posting.items()] == [
        ("Lift 10 kg, as part of stocking", ("physical.1",)),
        (house["physical_accommodation"], ("boilerplate.physical_accommodation",)),
        ("Experience with Rust", ("nice_to_have.1",)),
        (house["preferred"], ("boilerplate.preferred",)),
        ("All are welcome.", ("organisation.equal_opportunity",)),
        (house["accommodation"], ("boilerplate.accommodation",)),
    ]


def test_what_people_type_is_never_template_source(draft: Any) -> None:
    posting = draft(
        title="{{ 7*7 }}",
        summary="{% for x in range(9) %}{{ x }}{% endfor %} {{ ''.__class__ }}",
        must_have=["{{ config }}"],
        team={"name": "{# gone #}"},
    )
    assert [item.text for item in posting.items()] == [
        "We are hiring a {{ 7*7 }}.",
        "{% for x in range(9) %}{{ x }}{% endfor %} {{ ''.__class__ }}.",
        "You will join the {# gone #} team.",
        "{{ config }}",
    ]


def test_control_and_bidirectional_characters_do_not_reach_the_posting(draft: Any) -> None:
    assert draft(title="Nurse\u202e II\u0007\u200b").title == "Nurse II"


def test_markup_that_people_type_stays_text(draft: Any) -> None:
    posting = draft(title="Developer, C#", responsibilities=["# 1 thing", "write *good* code", "use snake_case"])
    text = to_markdown(posting)
    assert text.endswith("- \\# 1 thing\n- Write \\*good\\* code\n- Use snake_case\n")
    assert text.startswith("# Developer, C#\n")


def test_spans_point_at_the_items_of_the_text(draft: Any) -> None:
    posting = draft(title="Nurse", responsibilities=["Assess", "1. Record"], visa="No")
    text = to_markdown(posting)
    assert [(key, text[start:end]) for key, start, end in item_spans(posting)] == [
        ("summary:title", "We are hiring a Nurse."),
        ("responsibilities:responsibilities.1", "Assess"),
        ("responsibilities:responsibilities.2", "1\\. Record"),
        ("location:visa", "We cannot sponsor a visa for this role."),
    ]


def test_a_phrase_without_its_value_is_an_error_that_names_file_and_phrase() -> None:
    with pytest.raises(TemplateError, match=r"sections/process\.j2: the phrase “closing” cannot be worded"):
        say("process", "closing")


def test_a_longer_text_keeps_its_paragraphs_and_lists(draft: Any) -> None:
    posting = draft(
        summary="You run\nthe shop.\n\nEach day you:\n- open\n- sell.", responsibilities=["• count the till"]
    )
    assert [(item.text, item.form) for item in posting.items()] == [
        ("You run the shop.", "paragraph"),
        ("Each day you:", "paragraph"),
        ("Open", "bullet"),
        ("Sell", "bullet"),
        ("Count the till", "bullet"),
    ]


FULL: dict[str, Any] = {
    "title": "Engineer", "requisition_id": "R-1", "openings": 2, "profile": "backend_engineer", "summary": "You build.",
    "levels": [{"level": "mid", "years": {"minimum": 2}}], "experience_in": "software", "team": {"name": "Core"},
    "reporting_line": {"title": "Head"}, "locations": [{"city": "Rome", "place": "IT"}], "workplace": "hybrid",
    "days_on_site": 2, "employment_type": "full_time", "hours": "40 hours", "start": "soon",
    "contract_end": "2028-01-01",
    "closing": {"rolling": True}, "pay": [{"minimum": 1, "currency": "EUR"}], "other_compensation": ["Bonus"],
    "benefits": ["Lunch"], "must_have": ["Go"], "nice_to_have": ["Rust"], "responsibilities": ["Build"],
    "outcomes": [{"text": "Ship", "by": "the first month"}], "education": {"level": "bachelor"},
    "licences": [{"name": "CPA"}], "languages": [{"name": "Italian"}], "travel": "none", "on_call": "none",
    "physical": [{"text": "Lift"}], "clearance": "Secret", "visa": "no", "process": ["Call"],
    "apply": {"email": "a@b.example"}, "contact": {"name": "Ann"},
}  # fmt: skip


def test_every_filled_field_is_cited_and_every_citation_is_a_filled_field(draft: Any) -> None:
    brief = Brief.model_validate(FULL)
    cited = {source for item in draft(**FULL).items() for source in item.sources}
    silent = {"profile"}
    """Chooses the wording, and says nothing of its own."""
    assert cited == set(field_ids(brief)) - silent


@pytest.mark.parametrize("field", sorted(set(FULL) - {"title"}))
def test_a_posting_without_a_field_is_the_posting_less_its_lines(draft: Any, field: str) -> None:
    whole = to_markdown(draft(**FULL))
    rest = draft(**{name: value for name, value in FULL.items() if name != field})
    assert not {source.split(".")[0] for item in rest.items() for source in item.sources} & {field}
    assert "  " not in to_markdown(rest)
    assert to_markdown(rest) != whole or field in ("profile",)


def filled_with(value: Any, text: Callable[[], str]) -> Any:
    """`value` with every free text in it replaced."""
    if isinstance(value, dict):
        fixed = {"profile", "place", "level", "workplace", "employment_type", "date", "contract_end", "currency"}
        filled = {key: each if key in fixed else filled_with(each, text) for key, each in value.items()}
        if "email" in filled:  # one with blanks is refused
            filled["email"] = "".join(each for each in filled["email"] if each.isprintable() and not each.isspace())
        return filled
    if isinstance(value, list):
        return [filled_with(each, text) for each in value]
    return text() if isinstance(value, str) else value


@given(st.data())
@settings(max_examples=150)
def test_whatever_people_type_becomes_lines_that_show_it_as_text(data: st.DataObject) -> None:
    alphabet = st.sampled_from("aZ9é中 \n\t.-*#{}%<>&`_[]()|\\\"'$€,;:!?/\u202e\u200b\x07")
    text = st.text(alphabet, min_size=1, max_size=12).filter(lambda s: s.strip())
    values = filled_with(FULL, lambda: data.draw(text))
    posting = compose(Brief.model_validate(values), organisation=Organisation(), guidelines=load_guidelines())
    items, markdown = posting.items(), to_markdown(posting)
    assert len({item.id for item in items}) == len(items)
    assert all(item.text == " ".join(item.text.split()) != "" for item in items)
    assert [markdown[start:end] for _, start, end in item_spans(posting)] == [escape(item.text) for item in items]
    assert markdown.count("\n- ") == sum(item.form == "bullet" for item in items)


def test_the_same_brief_gives_the_same_posting_with_unique_ids(draft: Any) -> None:
    ids = [item.id for item in draft(**FULL).items()]
    assert draft(**FULL) == draft(**FULL)
    assert len(ids) == len(set(ids))
