"""Brief and draft together: what is typed reaches the draft at once and stays in its field; a choice by keyboard."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect
from steps_of_a_person import edit_text, editor, fill, open_group, preview, step

from postwright.model.brief import Brief


def place_of(page: Page, field: Locator) -> float:
    """Return how far below the window's top a field stands, once the page has been drawn whole."""
    expect(page.locator(".pw-draft-counts")).not_to_be_empty()
    seen, now = -1.0, 0.0
    while seen != now:
        seen = now
        page.wait_for_timeout(700)
        now = (field.bounding_box() or {"y": -2.0})["y"]
    return now


def posting(running, **fields: object) -> str:
    """Keep a posting; return its address."""
    return f"{running.url}/write?posting={running.desk().new_from_brief(Brief.model_validate(fields))}"


def test_a_line_reaches_the_draft_while_it_is_typed_and_focus_and_place_stay(page: Page, running) -> None:
    needs = [{"text": f"knowledge of tool {number}"} for number in range(1, 7)]
    page.goto(posting(running, title="Gardener", must_have=needs))
    open_group(page, "What the person needs")
    field = page.get_by_label("Must-have 5", exact=True)
    field.click()
    field.press("End")
    page.keyboard.type(" and", delay=120)
    expect(preview(page)).to_contain_text("Knowledge of tool 5 and")
    field.evaluate("field => field.scrollIntoView({ block: 'center' })")
    before = place_of(page, field)
    page.keyboard.type("  of hedges ", delay=120)  # slow enough to be saved between the words
    expect(preview(page)).to_contain_text("Knowledge of tool 5 and of hedges")
    expect(field).to_be_focused()
    expect(field).to_have_value("knowledge of tool 5 and  of hedges ")
    assert place_of(page, field) == before
    expect(page.locator(".pw-changed")).to_have_text("Knowledge of tool 5 and of hedges")
    expect(preview(page)).to_contain_text("Just changed: 1 line")
    page.reload()
    expect(preview(page)).to_contain_text("Knowledge of tool 5 and of hedges")


def test_a_list_reaches_the_draft_without_its_field_being_left(page: Page, running) -> None:
    page.goto(posting(running, title="Gardener"))
    open_group(page, "What the person will do")
    fill(page, "Responsibilities, one a line, the main ones first", "Cut the hedges\nWater the roses")
    expect(preview(page)).to_contain_text("Water the roses")
    expect(page.get_by_label("Responsibilities, one a line, the main ones first", exact=True)).to_be_focused()


def test_a_group_closed_while_its_field_is_typed_in_keeps_the_words_and_its_draft_has_them(page: Page, running) -> None:
    page.goto(posting(running, title="Gardener"))
    steps = "Hiring steps, one a line"
    expect(page.get_by_label("Job title", exact=True)).to_be_visible()
    expect(page.get_by_label("Travel", exact=True)).to_have_count(0)
    open_group(page, "Conditions")  # both are opened before the first has its fields
    open_group(page, "Applying")
    page.get_by_label(steps, exact=True).click()
    page.keyboard.type("A walk through the garden")
    open_group(page, "Applying")
    page.get_by_label("Travel", exact=True).click()
    page.keyboard.type("Two days a month")
    open_group(page, "Conditions")
    expect(preview(page)).to_contain_text("A walk through the garden")
    expect(preview(page)).to_contain_text("Travel: two days a month")
    open_group(page, "Conditions")
    expect(page.get_by_label("Travel", exact=True)).to_have_value("Two days a month")
    page.reload()
    expect(preview(page)).to_contain_text("Travel: two days a month")
    open_group(page, "Applying")
    expect(page.get_by_label(steps, exact=True)).to_have_text("A walk through the garden")


def test_where_brief_and_person_changed_a_line_the_choice_is_made_by_keyboard_and_outlives_a_reload(
    page: Page, running
) -> None:
    address = posting(running, title="Gardener", responsibilities=["Cut the hedges", "Water the roses"])
    page.goto(f"{address}&step=Text")
    edit_text(page, "Cut the hedges", "Cut the tall hedges")
    edit_text(page, "Water the roses", "Water the red roses")
    step(page, "Brief")
    open_group(page, "What the person will do")
    fill(
        page,
        "Responsibilities, one a line, the main ones first",
        "Cut the hedges in spring\nWater the roses in summer",
    )
    choices = page.locator(".pw-choice")
    expect(choices).to_have_count(2)
    page.reload()
    expect(choices).to_have_count(2)
    choices.first.get_by_role("button", name="Take the brief's").focus()
    page.keyboard.press("Enter")
    expect(choices).to_have_count(1)
    expect(choices.first.get_by_role("button", name="Keep my line")).to_be_focused()
    expect(preview(page)).to_contain_text("Cut the hedges in spring")
    step(page, "Text")
    expect(choices).to_have_count(1)
    choices.first.get_by_role("button", name="Keep my line").focus()
    page.keyboard.press("Enter")
    expect(choices).to_have_count(0)
    expect(editor(page)).to_contain_text("Cut the hedges in spring- Water the red roses")
