"""HR sets the severity of rules on the page Organisation; the findings follow, and only profile.yaml is written."""

from __future__ import annotations

import pytest

from postwright.errors import GuidelineError
from postwright.model.brief import Brief

RULE = "wording/culture-cliche"


@pytest.fixture
def app(open_page, monkeypatch):
    monkeypatch.setattr("postwright.desk.house.LOOK_AGAIN_AFTER", -1.0)  # the page and the test have a desk each
    page = open_page("organisation")
    page.session_state["organisation:rules"] = True
    page.session_state["organisation:rules:group"] = "wording"
    return page.run()


def choice(app, rule: str = RULE):
    return next(each for each in app.selectbox if each.key == f"organisation:rule:{rule}")


@pytest.fixture
def posting(desk):
    posting = desk.new_from_brief(Brief(title="Baker"))
    desk.save_text(posting, "# Baker\n\nWe want a rockstar.\n", expected_version=desk.open(posting).version)
    return posting


def severities(desk, posting):
    return [finding.severity for finding in desk.findings(posting) if finding.rule == RULE]


def test_a_rule_is_raised_switched_off_and_put_back(app, desk, posting, tmp_path):
    assert severities(desk, posting) == ["notice"]
    choice(app).set_value("error").run()
    assert severities(desk, posting) == ["warning"]
    choice(app).set_value("off").run()
    assert severities(desk, posting) == []
    assert any(f"`{RULE}`: Off (ships as Should fix)" in each.value for each in app.markdown)
    assert [path.name for path in (tmp_path / "guidelines").iterdir()] == ["profile.yaml"]
    choice(app).set_value("").run()
    assert severities(desk, posting) == ["notice"]


def test_each_rule_is_shown_with_its_summary_and_an_example(app):
    shown = [each.value for each in app.markdown]
    assert any(RULE in value and "Clichés about people and culture" in value for value in shown)
    assert any("work hard, play hard" in each.value.replace("\\", "") for each in app.caption)


def test_rules_are_searched_over_all_groups(app):
    next(each for each in app.text_input if each.key == "organisation:rules:search").set_value("older-than").run()
    keys = [each.key for each in app.selectbox if each.key.startswith("organisation:rule:")]
    assert keys == ["organisation:rule:inflated/older-than-technology"]


def test_a_profile_that_hr_has_broken_is_named_on_the_page(desk, tmp_path):
    (tmp_path / "guidelines").mkdir(exist_ok=True)
    profile = tmp_path / "guidelines" / "profile.yaml"
    profile.write_text("severities: {wording/culture-clich: off}\n", encoding="utf-8")
    with pytest.raises(GuidelineError, match="there is no such rule"):
        desk.rules()
