"""The guided first posting and the examples, as their pages show them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from page_parts import label_of, open_groups, words

from postwright.desk.examples import FAULTY, SOUND
from postwright.model.brief import Brief
from postwright.ui.leading import FRESH


def html(app) -> str:
    return "\n".join(each.proto.body for each in app.get("html"))


def answered(app, title: str):
    app.session_state["start:role"] = SimpleNamespace(title=title)
    return app.run()


def press(app, label: str):
    return label_of(app, "button", label).click().run()


def test_three_questions_and_the_ways_around_them(open_page, shown):
    app = open_page("start")
    assert [each["words"]["label"] for each in shown if "options" in each] == ["Which role is it?"]
    assert [each.label for each in app.selectbox] == ["At which level?", "In which country or region?"]
    assert [each.label for each in app.radio] == ["Where is the work done?"]
    assert [each.label for each in app.button] == [
        "Write the first draft",
        "Start with an empty brief",
        "Paste or upload a posting",
        "Open an example",
        "Open an example with faults",
    ]
    assert "The first draft appears here" in words(app)


def test_titles_are_offered_while_somebody_types(open_page, shown):
    answered(open_page("start"), "regis nur")
    assert shown[-1]["options"][0] == {
        "title": "Registered nurse",
        "note": "With usual duties and skills",
    }


def test_a_draft_stands_beside_the_answers_and_suggestions_are_apart_from_it(open_page, desk, shown):
    app = answered(open_page("start"), "Registered nurse")
    duty = desk.guidelines().roles["registered_nurse"].duties[0]
    assert "Registered nurse" in html(app)
    assert duty not in html(app)
    assert "Not in the posting until you take it" in words(app)
    assert duty in words(app)
    assert desk.list_postings() == []


def test_the_answers_become_the_brief_and_nothing_else_does(open_page, desk, shown):
    app = answered(open_page("start"), "Senior registered nurse")
    label_of(app, "selectbox", "In which country or region?").set_value("US-CO").run()
    label_of(app, "radio", "Where is the work done?").set_value("on_site").run()
    press(app, "Write the first draft")
    page, query = app.session_state["went"]
    assert (page, query["step"]) == ("write", "Brief")
    assert desk.open(query["posting"]).brief == Brief.model_validate(
        {
            "title": "Senior registered nurse",
            "profile": "registered_nurse",
            "levels": [{"level": "senior"}],
            "workplace": "on_site",
            "locations": [{"place": "US-CO"}],
        }
    )
    assert app.session_state[FRESH] == query["posting"]


def test_what_the_profile_offers_can_be_refused_and_the_level_said(open_page, desk, shown):
    app = answered(open_page("start"), "Senior registered nurse")
    label_of(app, "checkbox", "Offer me what such a role usually does and needs (Registered nurse)").uncheck().run()
    label_of(app, "selectbox", "At which level?").set_value("lead").run()
    assert "Suggested" not in words(app)
    press(app, "Write the first draft")
    brief = desk.open(app.session_state["went"][1]["posting"]).brief
    assert (brief.profile, [entry.level for entry in brief.levels]) == ("", ["lead"])


def test_the_nearest_profile_is_offered_and_taken_only_when_asked_for(open_page, desk, shown):
    app = answered(open_page("start"), "Warehouse operative")
    offer = "Offer me what the nearest role that is known usually does and needs (Warehouse associate)"
    assert "Suggested" not in words(app)
    label_of(app, "checkbox", offer).check().run()
    assert desk.guidelines().roles["warehouse_associate"].duties[0] in words(app)
    press(app, "Write the first draft")
    assert desk.open(app.session_state["went"][1]["posting"]).brief.profile == "warehouse_associate"


def test_without_a_role_nothing_is_begun(open_page, desk, shown):
    app = press(open_page("start"), "Write the first draft")
    assert "Say which role it is" in words(app)
    assert desk.list_postings() == []


@pytest.mark.parametrize(
    ("label", "step", "name"), [("Open an example", "Brief", SOUND), ("Open an example with faults", "Text", FAULTY)]
)
def test_an_example_is_opened_to_play_with(open_page, desk, shown, label, step, name):
    app = press(open_page("start"), label)
    assert app.session_state["went"] == ("write", {"posting": desk.examples.open(name), "step": step})
    assert [row.origin for row in desk.list_postings()] == ["example"]


def test_an_example_says_so_in_the_list_and_over_its_page_until_it_is_ones_own(open_page, desk, shown):
    example = desk.examples.open(SOUND)
    assert "Example]" in words(open_page("postings"))
    app = open_page("write", posting=example, step="Text")
    assert app.title[0].value.startswith("Example\\: Senior Software Engineer")
    assert "An example to play with" in words(app)
    press(app, "Make it a posting of my own")
    assert app.title[0].value == "Senior Software Engineer, Platform"
    assert "An example to play with" not in words(app)
    assert "Example]" not in words(open_page("postings"))


def test_the_review_counts_no_example(open_page, desk, shown):
    desk.examples.open(SOUND)
    assert "There are no postings of your own yet" in words(open_page("review"))
    desk.new_posting()
    assert [each.label for each in open_page("review").button] == ["Review 1 posting"]


def test_the_brief_is_given_what_to_say_first_with_the_way_to_it(open_page, desk, shown):
    posting = desk.new_posting(profile="registered_nurse")
    open_page("write", posting=posting)
    (first,) = [given["first"] for given in shown if given.get("first")]
    assert [fact["field"] for fact in first][:3] == ["pay", "responsibilities", "must_have"]
    duties = first[1]
    assert duties["group"] == "What the person will do"
    assert duties["begin"] == "Responsibilities, one a line, the main ones first"
    assert duties["offers"] == len(desk.offered_duties(posting))
    summary = next(fact for fact in first if fact["field"] == "summary")
    assert (summary["empty"], summary["group"]) == (True, "The role")


def test_a_posting_that_was_just_begun_is_greeted_once(open_page, desk, shown):
    posting = desk.new_from_brief(Brief(title="Nurse"))
    app = open_page("write", posting=posting)
    app.session_state[FRESH] = posting
    app.run()
    app.run()
    assert [given["fresh"] for given in shown if "fresh" in given] == [False, True, False]


def test_every_fact_that_is_said_first_leads_to_a_field_that_the_brief_has(open_page, desk, shown):
    posting = desk.new_posting()
    app = open_page("write", posting=posting)
    open_groups(app, posting)
    labels = {each.label for kind in ("button", "text_input", "selectbox", "date_input") for each in getattr(app, kind)}
    labels |= {given["label"] for given in shown if "label" in given}
    first = next(given["first"] for given in shown if given.get("first"))
    assert {fact["begin"] for fact in first} <= labels
    assert {fact["group"] for fact in first} <= {each.label for each in app.expander}


def test_edited_lines_are_listed_on_the_step_brief_only(open_page, desk, shown):
    posting = desk.new_from_brief(Brief.model_validate({"title": "Nurse", "responsibilities": ["Care", "Write notes"]}))
    opened = desk.open(posting)
    desk.save_text(posting, opened.text.replace("- Care\n", ""), expected_version=opened.version)
    listed = "1 line that you took out stays out when the brief changes"
    assert listed in [each.label for each in open_page("write", posting=posting, step="Brief").expander]
    assert listed not in [each.label for each in open_page("write", posting=posting, step="Text").expander]
