"""From an empty library to a first draft by keyboard alone, what is missing, and the example; in a real browser."""

from __future__ import annotations

import re

from app_server import Server
from playwright.sync_api import Locator, Page, expect
from steps_of_a_person import editor, fill, preview, side, state, step

from postwright.model.brief import Brief

MOST_TABS = 30
FOCUSED = """() => {
  let here = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  if (!here.matches('a, button, input, [contenteditable]')) return '';
  const name = here.getAttribute('aria-label') ?? here.labels?.[0]?.textContent ?? here.textContent;
  return name.replace(/\\s+/g, ' ').trim();
}"""
"""The name of what has the focus, in components too."""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until something of this name has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if name in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"{name} is not reached with Tab")


def missing(page: Page) -> Locator:
    return page.get_by_role("region", name="Still missing")


def test_a_first_posting_is_begun_and_gone_on_with_by_keyboard_alone(page: Page, server: Server) -> None:
    page.goto(server.url)
    expect(page.get_by_role("button", name="Start a posting")).to_be_visible()
    tab_to(page, "Start a posting")
    page.keyboard.press("Enter")
    role = page.get_by_role("combobox", name="Which role is it?")
    expect(role).to_be_focused()  # the first question has the cursor
    page.keyboard.type("senior regis")
    expect(page.get_by_role("option", name=re.compile("^Senior registered nurse"))).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(role).to_have_value("Senior registered nurse")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(preview(page).get_by_role("heading", name="Senior registered nurse")).to_be_visible()
    expect(preview(page)).to_contain_text("Not in the posting until you take it")
    tab_to(page, "In which country or region?")
    page.keyboard.type("Colorado")
    expect(page.get_by_role("option", name="Colorado, United States")).to_be_visible()
    page.keyboard.press("Enter")
    expect(preview(page)).to_contain_text("in Colorado")
    tab_to(page, "On site")
    page.keyboard.press("Space")
    expect(preview(page)).to_contain_text("You will work on site in Colorado.")
    tab_to(page, "Write the first draft")
    page.keyboard.press("Enter")
    expect(missing(page)).to_be_focused()  # the person stands before what is still missing
    entries = missing(page).locator("li .pw-go")
    expect(entries.nth(0)).to_have_text("What it pays")
    expect(missing(page).locator("li").nth(0)).to_contain_text("The law asks for it")
    expect(missing(page).locator("li").nth(1)).to_contain_text("6 to pick from the role profile")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Responsibilities, one a line, the main ones first")).to_be_focused()
    page.keyboard.type("Care for the patients of the night")
    expect(preview(page).locator(".pw-draft-body")).to_contain_text("Care for the patients of the night")
    expect(entries.nth(1)).to_have_text("What the person needs on the first day")
    (posting,) = server.desk().list_postings()
    brief = server.desk().open(posting.id).brief
    assert brief == Brief.model_validate(
        {
            "title": "Senior registered nurse",
            "profile": "registered_nurse",
            "levels": [{"level": "senior"}],
            "locations": [{"place": "US-CO"}],
            "workplace": "on_site",
            "responsibilities": ["Care for the patients of the night"],
        }
    )


def test_titles_are_left_alone_with_escape_and_chosen_with_a_click(page: Page, running: Server) -> None:
    page.goto(f"{running.url}/new")
    role = page.get_by_role("combobox", name="Which role is it?")
    role.type("nurse pract")
    expect(page.get_by_role("option", name="Nurse practitioner", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(role).to_have_value("nurse pract")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    page.get_by_role("option", name="Nurse practitioner", exact=True).click()
    expect(role).to_have_value("Nurse practitioner")
    expect(role).to_be_focused()
    expect(preview(page).get_by_role("heading", name="Nurse practitioner")).to_be_visible()


def test_what_is_missing_gets_less_while_the_brief_is_filled_in_and_says_when_nothing_is(
    page: Page, running: Server
) -> None:
    posting = running.desk().new_example("registered_nurse")
    page.goto(f"{running.url}/write?posting={posting}&step=Brief")
    expect(page.get_by_role("region", name="Nothing is missing")).to_be_visible()
    fill(page, "Reports to (job title)", "")
    expect(missing(page).locator(".pw-go")).to_have_text(["Whom the role reports to"])
    missing(page).get_by_role("button", name="Whom the role reports to").click()
    expect(page.get_by_label("Reports to (job title)", exact=True)).to_be_focused()


def test_on_a_phone_a_button_leads_to_the_draft_and_back(page: Page, running: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    posting = running.desk().new_from_brief(Brief(title="Gardener"))
    page.goto(f"{running.url}/write?posting={posting}&step=Brief")
    title = page.get_by_label("Job title", exact=True)
    expect(title).to_be_visible()
    page.get_by_role("button", name=re.compile(r"Show the draft \(\d+ things are still missing\)")).click()
    expect(missing(page)).to_be_in_viewport()
    expect(title).not_to_be_in_viewport()
    page.get_by_role("button", name="Back to the brief").click()
    expect(title).to_be_in_viewport()


def test_an_example_is_marked_played_with_and_gone_with_one_click(page: Page, server: Server) -> None:
    page.goto(server.url)
    page.get_by_role("button", name="Open an example with faults").click()
    expect(editor(page)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Example: Junior Frontend Developer")
    expect(side(page).locator(".pw-item").first).to_be_visible()
    expect(state(page)).to_have_text("Saved")
    step(page, "Export")
    expect(page.frame_locator("iframe").locator("h1")).to_have_text("Example: Junior Frontend Developer")
    with page.expect_download() as started:
        page.get_by_role("button", name="Download Markdown").click()
    assert started.value.suggested_filename == "example-junior-frontend-developer.md"
    page.get_by_role("button", name="Delete the example").click()
    expect(page.get_by_text("Deleted: Example")).to_be_visible()
    expect(page.get_by_role("button", name="Start a posting")).to_be_visible()
    assert server.desk().list_postings() == []


IMPORTED = """Gardener

What you will do
- Cut the hedges
- Water the roses

What you need
- Two years of experience in a garden
"""


def test_an_imported_text_leads_to_its_brief_which_takes_what_was_read_and_gives_what_is_missing(
    page: Page, running: Server
) -> None:
    desk = running.desk()
    posting = desk.keep_import(desk.read_pasted(IMPORTED), title="Gardener")
    kept = desk.stored(posting).text
    page.goto(f"{running.url}/write?posting={posting}&step=Text")
    lacking = page.locator(".pw-item").filter(has_text="names no pay")
    lacking.get_by_role("button", name=re.compile("^Fill in the brief: pay")).click()
    expect(page.get_by_role("button", name="Add pay")).to_be_visible()
    roses = page.get_by_role("checkbox", name=re.compile("^Water the roses"))
    expect(roses).to_be_checked()
    roses.locator("xpath=ancestor-or-self::label").click()
    page.get_by_role("button", name="Take what is ticked of 4 lines into the brief").click()
    expect(page.get_by_text("3 taken into the brief.")).to_be_visible()
    page.get_by_role("button", name="Add pay").click()
    fill(page, "From", "21")
    expect(page.get_by_label("From", exact=True)).to_have_value("21")
    step(page, "Text")
    expect(page.get_by_role("tab", name=re.compile("^Where lines come from"))).to_be_visible()
    brief = desk.open(posting).brief
    assert [entry.text for entry in brief.responsibilities] == ["Cut the hedges"]
    assert brief.pay[0].minimum == 21
    assert desk.stored(posting).text == kept
