"""The brief of an imported text, proposed line by line from what was read in it."""

from __future__ import annotations

import datetime as dt

import pytest

from postwright.desk.read_brief import Proposal
from postwright.model.brief import Brief

TEXT = """# Senior Gardener

## About the role
We look after the parks of the town. You will join a crew of six.

## What you will do
- Cut the hedges
- Water the roses

## What you need
- Two years of experience in a garden
- Spanish is a plus

## Nice to have
- Knowledge of roses

## What we offer
- 28 days of holiday

## Pay
$18 to $22 an hour
"""


@pytest.fixture
def posting(desk):
    return desk.keep_import(desk.read_pasted(TEXT), title="Senior Gardener")


def proposed(desk, posting):
    return [(each.field, each.words, each.line) for each in desk.read_briefs.proposals(posting)]


def test_each_line_is_proposed_where_it_belongs_with_its_place_in_the_text(desk, posting):
    assert proposed(desk, posting) == [
        ("title", "Senior Gardener", 1),
        ("levels", "Senior Gardener", 1),
        ("summary", "We look after the parks of the town. You will join a crew of six.", 4),
        ("responsibilities", "Cut the hedges", 7),
        ("responsibilities", "Water the roses", 8),
        ("must_have", "Two years of experience in a garden", 11),
        ("nice_to_have", "Spanish is a plus", 12),
        ("nice_to_have", "Knowledge of roses", 15),
        ("benefits", "28 days of holiday", 18),
        ("pay", "$18 to $22 an hour", 21),
    ]
    for each in desk.read_briefs.proposals(posting):
        assert " ".join(TEXT[each.start : each.end].split()) == each.words
    assert desk.open(posting).brief == Brief()


def test_what_is_taken_is_in_the_brief_and_the_text_stays(desk, posting):
    desk.read_briefs.take(posting, [each.id for each in desk.read_briefs.proposals(posting)])
    opened = desk.open(posting)
    assert opened.text == TEXT
    assert opened.problems == {}
    assert opened.brief == Brief.model_validate(
        {
            "title": "Senior Gardener",
            "levels": [{"level": "senior"}],
            "summary": "We look after the parks of the town. You will join a crew of six.",
            "responsibilities": ["Cut the hedges", "Water the roses"],
            "must_have": ["Two years of experience in a garden"],
            "nice_to_have": ["Spanish is a plus", "Knowledge of roses"],
            "benefits": ["28 days of holiday"],
            "pay": [{"minimum": 18, "maximum": 22, "currency": "USD", "period": "hour"}],
        }
    )
    assert desk.read_briefs.proposals(posting) == ()
    labels = {line.text: line.label for line in desk.lines.sources(posting)}
    assert labels["- Water the roses"] == "Brief: responsibility 2, “Water the roses”"


def test_only_what_was_ticked_is_taken_and_what_the_brief_has_is_proposed_no_more(desk, posting):
    roses = next(each for each in desk.read_briefs.proposals(posting) if each.words == "Water the roses")
    desk.read_briefs.take(posting, [roses.id, "must_have:Fly"])
    assert desk.open(posting).brief == Brief.model_validate({"responsibilities": ["Water the roses"]})
    assert ("responsibilities", "Water the roses", 8) not in proposed(desk, posting)
    assert ("responsibilities", "Cut the hedges", 7) in proposed(desk, posting)


def test_a_line_that_was_edited_meanwhile_is_not_taken(desk, posting):
    hedges = next(each for each in desk.read_briefs.proposals(posting) if each.words == "Cut the hedges")
    desk.save_text(posting, TEXT.replace("hedges", "lawns"), expected_version=1)
    desk.read_briefs.take(posting, [hedges.id])
    assert desk.open(posting).brief == Brief()


def test_prose_and_unknown_sections_are_left_to_the_person(desk):
    words = "Cook\n\nWhat you will do\nYou run the kitchen and plan the menus.\n\nAbout us\n- We have a cat\n"
    posting = desk.keep_import(desk.read_pasted(words), title="Cook")
    assert proposed(desk, posting) == [("title", "Cook", 1)]


TERMS = """# Baker

Boise, Idaho (on-site)

This is a full-time position with 38 hours a week.

## What you need
- Associate degree in baking or a related field, or equivalent experience
- PMP certification preferred
- Clean hands

## How to apply
Apply by 3 March 2027: send your application to ovens@bakery.example.
"""


def test_the_terms_of_the_job_are_proposed_and_taken_as_fields(desk):
    posting = desk.keep_import(desk.read_pasted(TERMS), title="Baker")
    found = {each.field: each.values for each in desk.read_briefs.proposals(posting)}
    assert found["locations"] == {"city": "Boise", "place": "US-ID"}
    assert "must_have" in found
    desk.read_briefs.take(posting, [each.id for each in desk.read_briefs.proposals(posting)])
    brief = desk.open(posting).brief
    assert desk.open(posting).problems == {}
    assert (brief.workplace, brief.employment_type, brief.hours) == ("on_site", "full_time", "38 hours a week")
    assert brief.education is not None
    assert (brief.education.level, brief.education.field, brief.education.equivalent) == (
        "associate",
        "baking or a related field",
        True,
    )
    assert [(each.name, each.strength) for each in brief.licences] == [("PMP certification", "preferred")]
    assert [each.text for each in brief.must_have] == ["Clean hands"]
    assert brief.closing.date == dt.date(2027, 3, 3)
    assert brief.apply.email == "ovens@bakery.example"
    assert {each.field for each in desk.read_briefs.proposals(posting)} == set()


def test_where_a_remote_person_may_live_is_proposed(desk):
    words = "Baker of recipes\n\nThis is a remote role. You can live in Colorado, Idaho or the United Kingdom.\n"
    posting = desk.keep_import(desk.read_pasted(words), title="Baker of recipes")
    desk.read_briefs.take(posting, [each.id for each in desk.read_briefs.proposals(posting)])
    brief = desk.open(posting).brief
    assert (brief.workplace, brief.remote_from) == ("remote", ("US-CO", "US-ID", "GB"))


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("This is a remote role. You can live in Idaho or by the sea.", "remote_from"),
        ("This is a hybrid role. You can live in Idaho or Oregon.", "remote_from"),
        ("Location: Boise, Idaho / Salem, Oregon", "locations"),
        ("Location: Boise, Idaho\nThe second office is located in Salem, Oregon", "locations"),
        ("This is a remote role.\nIt can be a hybrid role, too.", "workplace"),
        ("We ask for 20 to 30 hours a week.", "hours"),
        ("This is a full-time role, or a part-time role.", "employment_type"),
        ("We supply many full-time roles to bakeries.", "employment_type"),
        ("Apply by 3/4/2027.", "closing.date"),
        ("Apply by 3 March.", "closing.date"),
        ("Apply to a@bakery.example. Send your questions on applying to b@bakery.example.", "apply.email"),
    ],
)
def test_what_may_be_one_or_another_is_left_to_the_person(desk, words, field):
    posting = desk.keep_import(desk.read_pasted(f"Baker\n\n{words}\n"), title="Baker")
    assert field not in {each.field for each in desk.read_briefs.proposals(posting)}


def test_a_degree_with_years_or_another_demand_stays_a_must_have(desk):
    words = "Baker\n\nWhat you need\n- Bachelor's degree in baking and 3 years of experience\n- Clean hands\n"
    posting = desk.keep_import(desk.read_pasted(words), title="Baker")
    assert [each.words for each in desk.read_briefs.proposals(posting) if each.field == "must_have"] == [
        "Bachelor's degree in baking and 3 years of experience",
        "Clean hands",
    ]


def test_vague_pay_and_another_language_propose_nothing(desk):
    vague = desk.keep_import(desk.read_pasted("Cook\n\nPay\nA competitive salary\n"))
    assert "pay" not in {each.field for each in desk.read_briefs.proposals(vague)}
    german = desk.keep_import(
        desk.read_pasted(
            "Gärtner\n\nAufgaben\n- Sie schneiden die Hecken\n- Sie gießen die Rosen und pflegen die Beete\n"
        )
    )
    assert desk.read_briefs.proposals(german) == ()
    assert not desk.read_briefs.understood(german)


def test_a_posting_that_was_drafted_from_its_brief_proposes_nothing(desk):
    assert desk.read_briefs.proposals(desk.new_example("registered_nurse")) == ()


def test_a_proposal_is_a_value():
    one = Proposal("pay:x", "pay", "x", 0, 1, 1, {})
    assert one == Proposal("pay:x", "pay", "x", 0, 1, 1, {})


@pytest.mark.parametrize(
    "name",
    ["accountant", "customer_support_adviser_part_time", "account_executive", "registered_nurse",
     "senior_platform_engineer", "warehouse_associate"],
)  # fmt: skip
def test_a_brief_that_was_read_from_a_text_adds_no_finding_to_it(desk, name):
    text = desk.open(desk.new_example(name)).text
    posting = desk.keep_import(desk.read_upload(text.encode(), "posting.md"))
    before = {(finding.rule, finding.start) for finding in desk.findings(posting)}
    proposals = desk.read_briefs.proposals(posting)
    assert len(proposals) > 8
    desk.read_briefs.take(posting, [each.id for each in proposals])
    assert desk.open(posting).problems == {}
    after = {(finding.rule, finding.start) for finding in desk.findings(posting)}
    assert after - before == set()


def test_a_line_added_to_the_brief_of_an_import_does_not_accuse_all_the_others(desk, posting):
    before = desk.findings(posting)
    desk.lines.add_to_brief(posting, TEXT, start=TEXT.index("- Cut"), field="responsibilities")
    assert [finding.rule for finding in desk.findings(posting) if finding not in before] == []


def test_a_pasted_text_is_kept_with_its_headings_and_lists_marked(desk):
    posting = desk.keep_import(desk.read_pasted("Gardener\n\nWhat you will do\n• Cut the hedges\n• Water roses"))
    opened = desk.open(posting)
    assert (opened.format, opened.text) == (
        "markdown", "Gardener\n\n## What you will do\n\n- Cut the hedges\n- Water roses\n",
    )  # fmt: skip
    assert "<h2>What you will do</h2>" in desk.preview(posting).rich
