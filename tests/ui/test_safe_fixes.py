"""All safe fixes at once: what would change is shown first, and nothing changes without a yes."""

from __future__ import annotations

import pytest
from page_parts import label_of

from postwright.model.brief import Brief

TEXT = "# Baker\n\nYou like the nightâ€™s quiet and the baker’s bread.\n"


@pytest.fixture
def posting(desk):
    posting = desk.new_from_brief(Brief(title="Baker"))
    desk.save_text(posting, TEXT, expected_version=desk.open(posting).version)
    return posting


@pytest.fixture
def app(open_page, posting):
    return open_page("write", posting=posting, step="Text")


def test_the_changes_are_shown_applied_after_a_yes_and_undone(app, desk, posting):
    before = desk.open(posting).text
    label_of(app, "button", "Apply the safe fix").click().run()
    shown = [each.value for each in app.markdown if each.value.startswith("Line ")]
    assert any("red-background" in line and "nightâ€™s" in line and "night’s" in line for line in shown)
    assert desk.open(posting).text == before
    label_of(app, "button", "Apply them").click().run()
    assert "night’s quiet" in desk.open(posting).text
    label_of(app, "button", "Undo").click().run()
    assert desk.open(posting).text == before


def test_nothing_changes_where_the_answer_is_no(app, desk, posting):
    before = desk.open(posting).text
    label_of(app, "button", "Apply the safe fix").click().run()
    label_of(app, "button", "Leave it as it is").click().run()
    assert desk.open(posting).text == before
    assert label_of(app, "button", "Apply the safe fix")


def test_an_ignored_finding_is_not_mended_and_without_safe_fixes_nothing_is_offered(app, desk, posting):
    for finding in desk.findings(posting):
        if any(fix.safety == "safe" for fix in finding.fixes):
            desk.ignore(posting, finding, reason="It is meant so")
    app.run()
    assert not [button for button in app.button if button.label.startswith("Apply")]
