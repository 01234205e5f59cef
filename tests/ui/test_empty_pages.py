"""What each page and panel says where there is nothing yet: what to do."""

from __future__ import annotations

import pytest
import streamlit as st
from page_parts import label_of


@pytest.fixture
def shown(monkeypatch):
    """Return what the components of a page are given, in order."""
    given = []
    monkeypatch.setattr(st.components.v2, "component", lambda *_, **__: lambda *, data, **___: given.append(data))
    return given


def words(app) -> str:
    return "\n".join(each.value for kind in ("markdown", "info", "warning") for each in getattr(app, kind))


@pytest.fixture
def emptied(desk):
    """Return a posting whose text was taken out."""
    posting = desk.new_posting()
    desk.save_text(posting, "", expected_version=desk.open(posting).version)
    return posting


def test_a_text_without_words_says_how_it_gets_some(open_page, emptied, shown):
    app = open_page("write", posting=emptied, step="Text")
    (editor,) = [given for given in shown if given.get("lint")]
    assert editor["placeholder"].startswith("Write or paste the posting here.")
    assert "The text is empty. Write it, or fill in the brief." in words(app)


def test_earlier_versions_say_when_there_will_be_some(open_page, desk, shown):
    app = open_page("write", posting=desk.new_posting(), step="Text")
    assert "Once the text is changed, what it was before is kept here." in words(app)


def test_an_empty_draft_says_so_beside_the_brief(open_page, emptied, shown):
    assert "Fill in a field, or write on the step Text." in words(open_page("write", posting=emptied, step="Brief"))


def test_nothing_to_export_leads_to_where_there_will_be_something(open_page, emptied, shown):
    app = open_page("write", posting=emptied, step="Export")
    assert "The text is empty. Fill in the brief, or write the text" in words(app)
    label_of(app, "button", "Write the text").click().run()
    assert [given for given in shown if given.get("lint")]


def test_a_checked_text_without_findings_says_what_was_looked_at(open_page, desk, monkeypatch):
    monkeypatch.setattr("postwright.services.lint", lambda *_, **__: ())
    app = open_page("check")
    label_of(app, "text_area", "Paste a posting").set_value("Nurse\n\nYou will care for people.").run()
    told = words(app)
    assert "Nothing found. Looked at: what is missing, inflated or contradictory, wording and clarity (" in told
    assert "and no law, because no place was said" in told.replace("\\", "")
    label_of(app, "multiselect", "Places the job can be done in").set_value(["US-CO"]).run()
    assert "the law of Colorado, United States" in words(app).replace("\\", "")


def test_the_organisation_says_what_its_empty_lists_are_for(open_page):
    told = words(open_page("organisation"))
    assert "No place yet" in told
    assert "No pay band yet" in told


def test_reports_say_how_one_is_made(open_page):
    app = open_page("organisation")
    app.session_state["organisation:reports"] = True
    app.run()
    assert "Whoever sees something wrong says so beside it" in words(app)


def test_a_search_for_no_rule_says_how_to_go_on(open_page):
    app = open_page("organisation")
    app.session_state["organisation:rules"] = True
    app.run()
    label_of(app, "text_input", "Or search all rules").set_value("xyzzy").run()
    assert "No rule has these words." in words(app)


def test_the_page_on_models_says_that_none_is_needed_and_how_one_is_connected(open_page):
    app = open_page("model")
    assert "**No model is set**, and none is needed." in words(app)
    assert "POSTWRIGHT_MODEL" in words(app)


def test_no_posting_open_leads_to_one(open_page):
    app = open_page("write")
    assert "No posting is open." in words(app)
    assert [each.label for each in app.button] == ["Start a posting", "Go to the list"]


def test_the_copy_to_keep_is_of_the_file_or_is_made_by_whoever_runs_the_database(open_page, desk, monkeypatch):
    assert "Copy the folder in which it lies" in words(open_page("about"))
    monkeypatch.setattr(type(desk), "location", lambda self: "postgresql+psycopg://desk@db/postings")
    assert "Whoever runs it makes the copies" in words(open_page("about"))


def test_a_pasted_text_without_a_title_is_asked_for_one(open_page):
    app = open_page("check")
    label_of(app, "text_area", "Paste a posting").set_value("You will look after the hedges of the park.").run()
    assert any("does not say its job title" in each.value for each in app.info)
    label_of(app, "text_input", "Job title, if the text does not say it").set_value("Gardener").run()
    assert not any("does not say its job title" in each.value for each in app.info)
