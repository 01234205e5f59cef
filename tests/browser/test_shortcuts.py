"""Keyboard shortcuts in a real browser: the sheet that lists them, and that each does what the sheet says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, WebSocket, expect
from steps_of_a_person import edit_text, editor, finding, select, side, state, text_in

from postwright.model.brief import Brief

LIST = Path(__file__).parents[2] / "postwright" / "ui" / "shortcuts" / "shortcuts.json"
DUTIES = ["Cut the hedges", "Plant the beds", "Rake the leaves"]


@pytest.fixture
def text(page: Page, running) -> Page:
    """Return a window on the text of a posting."""
    posting = running.desk().new_from_brief(Brief.model_validate({"title": "Gardener", "responsibilities": DUTIES}))
    page.goto(f"{running.url}/write?posting={posting}&step=Text")
    expect(editor(page)).to_contain_text("Rake the leaves")
    expect(side(page).locator(".pw-badge").first).to_be_visible()
    return page


def sheet(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Keyboard shortcuts")


def opener(page: Page) -> Locator:
    return page.get_by_role("button", name="Keyboard shortcuts")


def sockets_of(page: Page) -> list[WebSocket]:
    """Return a list that grows with each socket that the page opens."""
    sockets: list[WebSocket] = []
    page.on("websocket", lambda socket: sockets.append(socket))
    return sockets


def test_the_sheet_lists_every_shortcut_and_closes_where_one_was(page: Page, running) -> None:
    page.goto(running.url)
    opener(page).click()
    expect(sheet(page)).to_be_visible()
    listed = [each["words"] for group in json.loads(LIST.read_text()) for each in group["shortcuts"]]
    assert sheet(page).get_by_role("definition").all_text_contents() == listed
    page.keyboard.press("Escape")
    expect(sheet(page)).to_be_hidden()
    expect(opener(page)).to_be_focused()
    page.keyboard.press("?")
    sheet(page).get_by_role("button", name="Close").click()
    expect(sheet(page)).to_be_hidden()


def test_a_question_mark_is_a_letter_where_one_writes(text: Page) -> None:
    select(text, DUTIES[0], len(DUTIES[0]))
    text.keyboard.type("?r")
    expect(editor(text)).to_contain_text("Cut the hedges?r")
    expect(sheet(text)).to_be_hidden()
    text.keyboard.press("Control+/")
    expect(sheet(text)).to_be_visible()
    text.keyboard.press("Control+/")
    expect(sheet(text)).to_be_hidden()
    expect(editor(text)).to_be_focused()
    assert "Cut the hedges?r" in text_in(text)


def test_a_question_mark_in_a_search_box_is_a_letter(page: Page, running) -> None:
    running.desk().new_from_brief(Brief(title="Gardener"))
    page.goto(running.url)
    search = page.get_by_label("Search", exact=True)
    search.click()
    page.keyboard.type("??")
    expect(search).to_have_value("??")
    expect(sheet(page)).to_be_hidden()


def test_keys_that_are_pressed_alone_are_switched_off_for_good(page: Page, running) -> None:
    sockets = sockets_of(page)
    page.goto(running.url)
    expect(opener(page)).to_be_visible()
    page.keyboard.press("?")
    sheet(page).get_by_label("Keys that are pressed alone do something (?, R)").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    expect(opener(page)).to_be_visible()
    page.locator("[data-test-script-state=notRunning]").wait_for(state="attached")
    sent: list[object] = []
    sockets[-1].on("framesent", lambda frame: sent.append(frame))
    page.keyboard.press("?")
    page.keyboard.press("r")
    page.keyboard.press("Control+/")
    expect(sheet(page)).to_be_visible()
    assert sent == [], "R drew the page again"
    sheet(page).get_by_role("checkbox").check()
    page.keyboard.press("Escape")
    expect(sheet(page)).to_be_hidden()
    with sockets[-1].expect_event("framesent"):
        page.keyboard.press("r")


def test_keys_lead_through_findings_and_back(page: Page, running) -> None:
    posting = running.desk().new_example("inflated_junior_developer")
    page.goto(f"{running.url}/write?posting={posting}&step=Text")
    expect(side(page).locator(".pw-badge").first).to_be_visible()
    editor(page).focus()
    explained = page.locator(".pw-pinned")
    page.keyboard.press("F8")
    first = explained.text_content()
    page.keyboard.press("F8")
    expect(explained).not_to_have_text(first or "")
    page.keyboard.press("Shift+F8")
    expect(explained).to_have_text(first or "")
    for into in ("Tab", "Alt+Enter"):
        page.keyboard.press(into)
        expect(explained.locator(":focus")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(explained).to_have_count(0)
        expect(editor(page)).to_be_focused()
        page.keyboard.press("F8")
    page.keyboard.press("Escape")
    entry = finding(page, "Svelte")
    entry.get_by_role("button", name="Go to this place").click()
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(entry.locator(".pw-head")).to_be_focused()


def test_keys_of_lists_and_lines_do_what_the_sheet_says(text: Page) -> None:
    def lines() -> list[str]:
        return [line for line in text_in(text).split("\n") if line.removeprefix("- ") in DUTIES]

    select(text, DUTIES[1], len(DUTIES[1]))
    text.keyboard.press("Alt+ArrowUp")
    assert lines() == ["- Plant the beds", "- Cut the hedges", "- Rake the leaves"]
    text.keyboard.press("Alt+ArrowDown")
    assert lines() == [f"- {duty}" for duty in DUTIES]
    text.keyboard.press("Control+]")
    assert "  - Plant the beds" in text_in(text)
    text.keyboard.press("Control+[")
    assert "\n- Plant the beds" in text_in(text)
    text.keyboard.press("Enter")
    assert "- Plant the beds\n- \n" in text_in(text)
    text.keyboard.press("Backspace")
    assert "- Plant the beds\n- \n" not in text_in(text)
    for _ in range(2):
        text.keyboard.press("Control+z")
    assert lines() == [f"- {duty}" for duty in DUTIES]
    text.keyboard.press("Control+Shift+k")
    assert lines() == ["- Cut the hedges", "- Rake the leaves"]
    text.keyboard.press("Control+z")
    assert lines() == [f"- {duty}" for duty in DUTIES]
    text.keyboard.press("Control+y")
    assert lines() == ["- Cut the hedges", "- Rake the leaves"]
    text.keyboard.press("Control+s")
    expect(state(text)).to_have_text("Saved")


def test_a_figure_closes_by_key(text: Page) -> None:
    edit_text(text, DUTIES[0], "Trim the hedges")
    figure = text.get_by_role("button", name="94 words, short")
    figure.focus()
    text.keyboard.press("Enter")
    expect(figure).to_have_attribute("aria-expanded", "true")
    text.keyboard.press("Escape")
    expect(figure).to_have_attribute("aria-expanded", "false")
    expect(figure).to_be_focused()
