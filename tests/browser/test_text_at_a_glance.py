"""Above and beside the editor: figures, inserts, where lines come from; in a real browser."""

from __future__ import annotations

import re

import pytest
from app_server import Server
from playwright.sync_api import Locator, Page, expect
from steps_of_a_person import edit_text, editor, side, state

from postwright.model.brief import Brief

BRIEF = {
    "title": "Depot Clerk",
    "locations": [{"city": "Denver", "place": "US-CO"}],
    "workplace": "on_site",
    "responsibilities": ["Count the stock", "Order what is missing"],
    "must_have": ["Experience with forklifts", "A calm way with drivers"],
}


def open_text(page: Page, server: Server, old: str = "", new: str = "") -> str:
    """Keep a posting whose text was edited, open it and wait until all is known; return its id."""
    desk = server.desk()
    posting = desk.new_from_brief(Brief.model_validate(BRIEF))
    opened = desk.open(posting)
    assert old in opened.text
    desk.save_text(posting, opened.text.replace(old, new), expected_version=opened.version)
    page.goto(f"{server.url}/write?posting={posting}&step=Text")
    expect(figure(page, "Must-haves")).to_be_visible()
    return posting


def figure(page: Page, words: str) -> Locator:
    return page.locator(".pw-figure").filter(has_text=words)


def panel(page: Page) -> Locator:
    return page.locator(".pw-panel:visible")


def lines(page: Page) -> Locator:
    page.get_by_role("tab", name=re.compile("^Where lines come from")).click()
    return page.locator(".pw-lines")


def stored(server: Server, posting: str) -> str:
    return server.desk().stored(posting).text


def test_what_the_brief_says_of_a_finding_is_inserted_in_its_place_and_undo_takes_it_back(page: Page, running) -> None:
    posting = open_text(page, running, "- A calm way with drivers\n", "")
    before = stored(running, posting)
    side(page).get_by_role("button", name="Insert “A calm way with drivers”").first.click()
    expect(side(page)).to_contain_text("Done: Inserted “A calm way with drivers”")
    expect(state(page)).to_have_text("Saved")
    assert "- Experience with forklifts\n- A calm way with drivers\n" in stored(running, posting)
    expect(figure(page, "Must-haves 2 of 2")).to_be_visible()
    side(page).get_by_role("button", name="Undo").click()
    expect(figure(page, "Must-haves 1 of 2")).to_be_visible()
    expect(state(page)).to_have_text("Saved")
    assert stored(running, posting) == before


def test_a_blank_is_selected_so_that_typing_fills_it_in_and_is_reported_until_then(page: Page, running) -> None:
    posting = open_text(page, running)
    finding = page.locator(".pw-item").filter(has_text="for the pay or the pay range")
    finding.get_by_role("button", name="Insert a blank to fill in").click()
    expect(page.locator(".pw-mark", has_text="[Add the lowest and the highest amount").first).to_be_visible()
    page.keyboard.type("$20 to $24 an hour.")
    expect(editor(page)).not_to_contain_text("[Add")
    expect(state(page)).to_have_text("Saved")
    assert "## Pay\n\n$20 to $24 an hour.\n" in stored(running, posting)


def test_the_brief_s_field_is_opened_where_only_a_person_knows_the_fact(page: Page, running) -> None:
    open_text(page, running)
    finding = page.locator(".pw-item").filter(has_text="for the pay or the pay range")
    finding.get_by_role("button", name=re.compile("^Fill in the brief: pay")).click()
    expect(page.get_by_role("button", name="Add pay")).to_be_visible()


def test_a_line_that_was_taken_out_is_listed_and_put_back_where_it_stood(page: Page, running) -> None:
    posting = open_text(page, running, "- Count the stock\n", "")
    listed = lines(page).get_by_role("region", name="The brief says it, the text no longer does")
    expect(listed).to_contain_text("Brief: responsibility 1, “Count the stock”")
    listed.get_by_role("button", name="Put back").click()
    expect(listed).to_have_count(0)
    expect(state(page)).to_have_text("Saved")
    assert "- Count the stock\n- Order what is missing\n" in stored(running, posting)
    page.keyboard.press("Control+z")
    expect(listed).to_contain_text("Count the stock")


def test_a_line_of_ones_own_is_in_the_brief_after_one_click_and_stands_once(page: Page, running) -> None:
    posting = open_text(page, running, "- Count the stock\n", "- Count the stock\n- Greet the drivers\n")
    own = lines(page).get_by_role("region", name="Your own lines")
    own.get_by_role("button", name=re.compile("^Add to the brief: responsibility")).click()
    expect(side(page)).to_contain_text("Done: The line is in the brief: responsibility")
    expect(own).to_have_count(0)
    brief = running.desk().open(posting).brief
    assert [entry.text for entry in brief.responsibilities] == [
        "Count the stock", "Order what is missing", "Greet the drivers",
    ]  # fmt: skip
    assert stored(running, posting).count("Greet the drivers") == 1


def test_a_line_that_was_added_to_the_brief_is_taken_out_of_it_again_with_undo(page: Page, running) -> None:
    posting = open_text(page, running, "- Count the stock\n", "- Count the stock\n- Greet the drivers.\n")
    before = stored(running, posting)
    own = lines(page).get_by_role("region", name="Your own lines")
    own.get_by_role("button", name=re.compile("^Add to the brief: responsibility")).click()
    side(page).get_by_role("button", name="Undo").click()
    expect(own).to_contain_text("Greet the drivers.")
    assert stored(running, posting) == before
    assert len(running.desk().open(posting).brief.responsibilities) == 2


def test_findings_that_say_the_same_are_said_once_with_a_way_to_each(page: Page, running) -> None:
    twice = "- Count the stock with passion\n- Sort the stock with passion\n"
    open_text(page, running, "- Count the stock\n", twice)
    figure(page, "worth a look").click()
    said = panel(page).locator("li").filter(has_text="passion")
    expect(said).to_have_count(1)
    expect(said).to_contain_text("2 times: line ")
    said.get_by_role("button").nth(1).click()
    opened = side(page).locator(".pw-head:focus")
    expect(opened).to_contain_text(re.compile("Line 10.*passion"))


def test_another_list_of_the_brief_is_chosen_by_keyboard_from_the_strip_under_the_text(page: Page, running) -> None:
    posting = open_text(page, running, "- Count the stock\n", "- Count the stock\n- A forklift licence of your own\n")
    lines(page).get_by_role("button", name="A forklift licence of your own").first.click()
    expect(editor(page)).to_be_focused()
    strip = page.locator(".pw-strip")
    expect(strip).to_contain_text("Your own words")
    page.keyboard.press("Escape")
    strip.get_by_role("button", name=re.compile("^As something else")).focus()
    page.keyboard.press("Enter")
    expect(strip.get_by_role("button", name="must-have", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(side(page)).to_contain_text("Done: The line is in the brief: must-have")
    assert "- A calm way with drivers\n- A forklift licence of your own\n" in stored(running, posting)


def test_figures_open_what_they_are_made_of_and_follow_the_text_while_it_keeps_the_focus(page: Page, running) -> None:
    open_text(page, running)
    figure(page, "Law:").click()
    expect(panel(page)).to_contain_text("Not in the text: The last day for applications")
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    expect(figure(page, "Law:")).to_be_focused()
    edit_text(page, "- Count the stock", "We take applications on a rolling basis.")
    expect(figure(page, "Law: 3 still needed")).to_be_visible()
    expect(editor(page)).to_be_focused()
    figure(page, "words").click()
    expect(panel(page)).to_contain_text("Usual are 150 to 1,000 words")
    figure(page, "must fix").click()
    panel(page).get_by_role("button").first.click()
    expect(side(page).locator(".pw-head:focus")).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("width", [320, 420])
def test_a_narrow_window_shows_every_figure_and_its_panel(page: Page, running, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_text(page, running)
    figure(page, "Law:").click()
    box = panel(page).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
