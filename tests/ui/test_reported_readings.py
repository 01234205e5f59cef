"""On the page a wrong reading is reported with one click, corrected, and taken back."""

from __future__ import annotations

import pytest
from page_parts import label_of

from postwright.exchange.cases import read_cases

TEXT = "# Tram Driver\n\n## What you need\n\n- 3 years of driving trams\n"


@pytest.fixture
def app(open_page, desk):
    posting = desk.keep_import(desk.read_pasted(TEXT))
    page = open_page("write", posting=posting, step="Text")
    page.session_state["text-read-open"] = True
    return page.run()


def kept(desk):
    return [(case.about, case.quote, case.should_be) for case in read_cases(desk.reports.file)[0]]


def wrong(app, words):
    return next(button for button in app.button if button.label.startswith("Wrong") and words in button.label)


def test_one_click_reports_a_wrong_reading_once(app, desk):
    wrong(app, "3 years or more").click().run()
    assert kept(desk) == [("demand", "3 years", "")]
    assert wrong(app, "3 years or more").disabled
    label_of(app, "text_input", "What it should be").set_value("3 years of trams").run()
    assert kept(desk) == [("demand", "3 years", "3 years of trams")]


def test_a_report_can_be_taken_back(app, desk):
    wrong(app, "Tram Driver").click().run()
    next(button for button in app.button if button.label.startswith("Take back")).click().run()
    assert kept(desk) == []
    assert not wrong(app, "Tram Driver").disabled


def test_words_that_were_passed_over_are_reported_and_others_refused(app, desk):
    label_of(app, "text_input", "The words of the text, exactly as they stand there").set_value("driving trams")
    label_of(app, "button", "Report what was missed").click().run()
    assert kept(desk) == [("missed", "driving trams", "")]
    label_of(app, "text_input", "The words of the text, exactly as they stand there").set_value("flying")
    label_of(app, "button", "Report what was missed").click().run()
    assert "does not say" in app.error[0].value
    assert len(kept(desk)) == 1


def test_a_text_of_many_demands_has_no_more_buttons_than_a_browser_bears(open_page, desk):
    lines = "".join(f"- {number % 9 + 1} years of duty number {number}\n" for number in range(130))
    posting = desk.keep_import(desk.read_pasted(f"# Guard\n\n## What you need\n\n{lines}"))
    page = open_page("write", posting=posting, step="Text")
    page.session_state["text-read-open"] = True
    page.run()
    asked = [button for button in page.button if button.label.startswith("Wrong") and "duty number" in button.label]
    assert len(asked) == 100
    assert [each.value for each in page.caption if each.value.startswith("And ")] == [
        "And 30 more, marked in the text."
    ]
