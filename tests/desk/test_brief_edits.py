"""A form changes one field at a time: one bad field never loses the rest, and nothing typed is lost."""

import datetime as dt

import pytest

from postwright.desk.brief_edits import Draft, with_field
from postwright.errors import BriefError
from postwright.model.brief import Brief, Education, Pay, Requirement, TextEntry, YearRange

FILLED = Brief(
    title="Nurse",
    pay=(Pay(id=1, minimum=70_000, maximum=80_000, currency="USD"),),
    must_have=(Requirement(id=1, text="Triage"), Requirement(id=2, alternatives=("Go", "Rust"))),
    responsibilities=(TextEntry(id=1, text="Care"), TextEntry(id=2, text="Plan"), TextEntry(id=3, text="Teach")),
)


def ids(brief: Brief, name: str) -> list[tuple[int, str]]:
    return [(entry.id, entry.text) for entry in getattr(brief, name)]


@pytest.mark.parametrize(
    ("path", "value", "changes"),
    [
        ("title", "  Senior Nurse ", {"title": "Senior Nurse"}),
        ("openings", 3.0, {"openings": 3}),
        ("openings", None, {}),
        ("team.purpose", "Heals", {"team": {"name": "", "purpose": "Heals"}}),
        ("contract_end", dt.date(2027, 1, 1), {"contract_end": dt.date(2027, 1, 1)}),
        ("workplace", "remote", {"workplace": "remote"}),
        ("remote_from", ["US-CO", "DE"], {"remote_from": ("US-CO", "DE")}),
        ("reporting_line.place", "", {}),
        ("education.level", "bachelor", {"education": Education(level="bachelor")}),
        ("pay.1.maximum", None, {"pay": (Pay(id=1, minimum=70_000, currency="USD"),)}),
    ],
)
def test_a_valid_value_is_taken_and_nothing_else_changes(path, value, changes):
    expected = Brief.model_validate({**FILLED.model_dump(), **changes})
    assert with_field(FILLED, path, value) == expected
    assert Draft(FILLED).set(path, value) == Draft(expected)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("openings", 0.0, "openings: 0 is too small; 1 is the least"),
        ("pay.1.minimum", 90_000.0, "pay 1: the maximum pay is below the minimum pay"),
        ("pay.1.currency", "dollars", "is not a currency code"),
        ("must_have.1.years.minimum", -1.0, "-1 is too small; 0 is the least"),
        ("title", "x" * 700, "it is too long: 700 characters; 600 is the most"),
    ],
)
def test_a_bad_value_is_kept_beside_the_brief_and_named(path, value, problem):
    with pytest.raises(BriefError) as refused:
        with_field(FILLED, path, value)
    assert refused.value.problems[0][0] == path
    draft = Draft(FILLED).set(path, value)
    assert draft.brief == FILLED
    assert draft.raw() == {path: value}
    assert set(draft.problems()) == {path}
    assert problem in draft.problems()[path]


def test_a_refused_value_is_taken_as_soon_as_another_makes_it_valid():
    draft = Draft(FILLED).set("pay.1.minimum", 90_000.0)
    assert draft.raw() == {"pay.1.minimum": 90_000}
    draft = draft.set("pay.1.maximum", 95_000.0)
    assert draft == Draft(with_field(with_field(FILLED, "pay.1.maximum", 95_000), "pay.1.minimum", 90_000))


def test_a_maximum_typed_before_its_minimum_waits_for_it():
    draft = Draft(FILLED).set("must_have.1.years.maximum", 5.0)
    assert draft.brief == FILLED
    draft = draft.set("must_have.1.years.minimum", 3.0)
    assert draft.brief.must_have[0].years == YearRange(minimum=3, maximum=5)
    assert draft.unsaved == {}


def test_a_field_of_study_typed_before_the_degree_waits_for_it():
    draft = Draft(FILLED).set("education.field", "nursing").set("education.level", "bachelor")
    assert draft.brief.education == Education(level="bachelor", field="nursing")


def test_a_closing_date_beside_rolling_applications_is_shown_as_a_date_and_taken_later():
    draft = Draft(FILLED).set("closing.rolling", True).set("closing.date", dt.date(2027, 3, 1))
    assert draft.raw() == {"closing.date": dt.date(2027, 3, 1)}
    assert "rolling" in draft.problems()["closing.date"]
    draft = draft.set("closing.rolling", False)
    assert (draft.brief.closing.date, draft.raw()) == (dt.date(2027, 3, 1), {})


def test_years_that_are_emptied_go():
    draft = Draft(with_field(FILLED, "must_have.1.years.minimum", 3)).set("must_have.1.years.minimum", None)
    assert draft == Draft(FILLED)


def test_lines_keep_their_ids_when_one_is_changed_removed_or_put_between():
    changed = with_field(FILLED, "responsibilities", "Care\nPlan shifts\nTeach")
    assert ids(changed, "responsibilities") == [(1, "Care"), (2, "Plan shifts"), (3, "Teach")]
    removed = with_field(FILLED, "responsibilities", "Care\n\n  Teach  \n")
    assert ids(removed, "responsibilities") == [(1, "Care"), (3, "Teach")]
    between = with_field(FILLED, "responsibilities", "Care\nListen\nPlan\nTeach")
    assert ids(between, "responsibilities") == [(1, "Care"), (4, "Listen"), (2, "Plan"), (3, "Teach")]


def test_an_added_requirement_waits_beside_the_brief_until_it_says_something():
    draft = Draft(FILLED).add("must_have")
    assert draft.brief == FILLED
    assert [entry.id for entry in draft.shown().must_have] == [1, 2, 3]
    assert draft.problems() == {}
    draft = draft.set("must_have.3.years.minimum", 2.0)
    assert draft.problems() == {"must_have.3.text": "say what is needed, or remove this entry"}
    assert draft.shown().must_have[2].years.minimum == 2
    draft = draft.set("must_have.3.text", "Wound care")
    assert draft == Draft(
        Brief.model_validate(
            {
                **FILLED.model_dump(),
                "must_have": [
                    *FILLED.must_have,
                    Requirement(id=3, text="Wound care", years=YearRange(minimum=2)),
                ],
            }
        )
    )


def test_a_requirement_that_is_emptied_leaves_the_brief_and_comes_back_in_its_place():
    emptied = Draft(FILLED).set("must_have.1.text", "")
    assert [entry.id for entry in emptied.brief.must_have] == [2]
    assert [entry.id for entry in emptied.shown().must_have] == [1, 2]
    assert emptied.set("must_have.1.text", "Triage") == Draft(FILLED)


def test_a_bad_field_of_an_entry_that_says_nothing_yet_is_named():
    draft = Draft(FILLED).add("must_have").set("must_have.3.years.minimum", 99.0)
    assert draft.raw() == {"must_have.3.years.minimum": 99}
    assert "99 is too large" in draft.problems()["must_have.3.years.minimum"]


@pytest.mark.parametrize(
    "name",
    ["levels", "locations", "pay", "outcomes", "licences", "languages", "physical", "process", "nice_to_have"],
)
def test_every_list_can_be_added_to_and_taken_from(name):
    draft = Draft(Brief()).add(name)
    assert [entry.id for entry in getattr(draft.shown(), name)] == [1]
    assert draft.remove(name, 1) == Draft(Brief())


def test_removing_an_entry_drops_what_was_refused_in_it():
    draft = Draft(FILLED).set("pay.1.minimum", 90_000.0).remove("pay", 1)
    assert draft == Draft(Brief.model_validate({**FILLED.model_dump(), "pay": []}))


def test_a_field_that_is_not_there_is_an_error_that_says_so():
    for path in ("colour", "must_have.9.text", "title.text", "team.colour.deep"):
        with pytest.raises(BriefError):
            Draft(FILLED).set(path, "x")


def test_characters_that_cannot_be_seen_or_kept_are_dropped():
    draft = Draft(FILLED).set("title", "Nu\x00r\u202ese\ud800")
    assert draft.brief.title == "Nurse\ufffd"


def test_what_looks_like_a_template_stays_text():
    assert with_field(FILLED, "title", "{{ 7*7 }}").title == "{{ 7*7 }}"


def test_the_given_brief_and_draft_are_never_changed():
    before = FILLED.model_dump()
    draft = Draft(FILLED)
    draft.set("title", "x").add("pay").remove("must_have", 1).set("openings", -1.0)
    assert (draft.brief.model_dump(), draft.unsaved) == (before, {})
