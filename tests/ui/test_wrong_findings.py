"""Where a text is only checked a finding is reported as wrong and taken back; HR sees all reports."""

from __future__ import annotations

import json

import pytest
from page_parts import label_of

from postwright.exchange.cases import read_cases
from postwright.model.brief import Brief

TEXT = "# Nurse\n\nAsk the chairman.\n"


def button(app, label):
    return next(each for each in app.button if each.label.split(" :small[")[0] == label and "chairman" in each.label)


def kept(desk):
    return [(case.rule, case.quote, case.should_be) for case in read_cases(desk.reports.file)[0]]


@pytest.fixture
def posting(desk):
    posting = desk.new_from_brief(Brief(title="Nurse"))
    desk.save_text(posting, TEXT, expected_version=desk.open(posting).version)
    return posting


def test_a_text_that_is_only_checked_takes_reports_and_has_nothing_to_ignore(open_page, desk):
    app = open_page("check")
    label_of(app, "text_area", "Paste a posting").set_value(TEXT).run()
    assert not any(each.label.startswith("Ignore") for each in app.button)
    button(app, "This finding is wrong").click().run()
    assert kept(desk) == [("wording/gendered-title", "chairman", "")]
    assert [each.label.partition(" :small[")[0] for each in app.button if "chairman" in each.label] == [
        "Take the report back"
    ]
    button(app, "Take the report back").click().run()
    assert kept(desk) == []
    assert button(app, "This finding is wrong")


def test_hr_sees_all_reports_with_whether_they_are_still_so_and_takes_them_as_a_file(open_page, desk, posting):
    checked = desk.checked(posting)
    finding = next(each for each in checked.findings if each.quote == "chairman")
    desk.reports.add_finding(finding, checked.reading, given=checked.given, because="It is a name")
    desk.reports.add_missed(checked.reading, "Ask", should_be="a demand")
    app = open_page("organisation")
    assert not any("It is a name" in each.value for each in app.markdown)
    app.session_state["organisation:reports"] = True
    app.run()
    shown = [each.value for each in app.markdown]
    assert "2 reported, 2 still so by the present rules." in shown
    assert "Wrong because: It is a name" in shown
    assert "Should be: a demand" in shown
    assert [json.loads(line)["about"] for line in desk.reports.as_lines().splitlines()] == ["finding", "missed"]
    next(each for each in app.button if each.label.startswith("Remove :small[the report")).click().run()
    assert kept(desk) == [("wording/gendered-title", "chairman", "It is a name")]
