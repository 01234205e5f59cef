"""The editor in a real browser: marks, keys, fixes, saving through every mishap, two windows, narrow, by keyboard."""

from __future__ import annotations

import re

import pytest
from app_server import Server
from playwright.sync_api import Browser, Locator, Page, Route, expect
from steps_of_a_person import (
    edit_text,
    editor,
    fill,
    finding,
    open_group,
    select,
    side,
    state,
    step,
    text_in,
    type_over,
)

from postwright.exchange.limits import MAX_TYPED_CHARACTERS
from postwright.model.brief import Brief

DUTIES = ["Report to the chairman", "Cut the hedges"]


def open_text(page: Page, server: Server, *duties: str) -> str:
    """Keep a posting, open its text and wait until it is checked; return the posting's id."""
    brief = Brief.model_validate({"title": "Gardener", "responsibilities": list(duties or DUTIES)})
    posting = server.desk().new_from_brief(brief)
    page.goto(f"{server.url}/write?posting={posting}&step=Text")
    expect(editor(page)).to_be_visible()
    expect(side(page).locator(".pw-badge").first).to_be_visible()
    return posting


def stored(server: Server, posting: str) -> str:
    return server.desk().stored(posting).text


def mark(page: Page, words: str) -> Locator:
    return page.locator(".pw-mark", has_text=words).first


def card(page: Page) -> Locator:
    return page.locator(".pw-pinned")


def at_the_end(page: Page) -> None:
    editor(page).press("Control+End")


def test_typing_underlines_what_is_found_and_typing_on_keeps_it_in_its_place(page: Page, running) -> None:
    open_text(page, running, "Cut the hedges")
    select(page, "Cut the hedges", start=14)
    page.keyboard.type(" of the chairman")
    expect(mark(page, "chairman")).to_be_visible()
    expect(mark(page, "chairman")).to_have_attribute("aria-description", re.compile("^(Must fix|Should fix|Worth)"))
    editor(page).press("Control+Home")
    page.keyboard.type("🚑 שרה ")
    expect(mark(page, "chairman")).to_have_text("chairman")
    expect(side(page)).to_contain_text("chairman")


def test_hovering_explains_a_finding_with_its_reason_and_source(page: Page, running) -> None:
    open_text(page, running)
    mark(page, "chairman").hover()
    tip = page.locator(".pw-tip")
    expect(tip).to_contain_text("chairman")
    expect(tip).to_contain_text("Source: ")
    expect(tip).to_contain_text("Rule: wording/")
    expect(tip.get_by_role("button", name=re.compile("^Replace by “chair”"))).to_be_visible()


def test_everything_is_done_by_keyboard_alone(page: Page, running) -> None:
    posting = open_text(page, running)
    editor(page).focus()
    page.keyboard.press("F8")
    expect(card(page)).to_contain_text("chairman")
    expect(page.get_by_role("status").filter(has_text="Finding 1 of ")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("button", name=re.compile("^Replace by “chair”"))).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Shift+F8")
    expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card(page).get_by_role("button", name="Use it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(editor(page)).to_contain_text("Report to the chair-")
    page.keyboard.press("Control+z")
    expect(editor(page)).to_contain_text("Report to the chairman")
    page.keyboard.press("Control+y")
    expect(editor(page)).to_contain_text("Report to the chair-")
    expect(state(page)).to_have_text("Saved")
    assert "Report to the chair\n" in stored(running, posting)
    page.keyboard.press("Tab")  # the editor is no trap
    expect(editor(page)).not_to_be_focused()


def test_a_list_entry_leads_to_its_place_and_back(page: Page, running) -> None:
    open_text(page, running)
    entry = finding(page, "chairman")
    expect(entry).to_have_attribute("data-active", "")
    expect(mark(page, "chairman")).to_have_class(re.compile("pw-active"))
    entry.get_by_role("button", name="Go to this place").click()
    expect(editor(page)).to_be_focused()
    expect(card(page)).to_contain_text("chairman")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(entry.locator(".pw-head")).to_be_focused()


def test_an_ignored_finding_stays_ignored_through_edits_and_a_reload_and_speaks_again(page: Page, running) -> None:
    open_text(page, running)
    entry = finding(page, "chairman")
    entry.get_by_text("Ignore it, or say that it is wrong").click()
    entry.get_by_role("button", name=re.compile("^Ignore ")).click()
    expect(entry.get_by_role("alert")).to_contain_text("Say why it can be ignored")
    entry.get_by_label("Why", exact=True).fill("It is the name of our band")
    entry.get_by_role("button", name=re.compile("^Ignore ")).click()
    expect(mark(page, "chairman")).to_have_count(0)
    edit_text(page, "Cut the hedges", "Cut the tall hedges")
    expect(mark(page, "chairman")).to_have_count(0)
    page.reload()
    side(page).get_by_text("Ignored (1)").click()
    expect(side(page)).to_contain_text("It is the name of our band")
    side(page).get_by_role("button", name="Show it again").click()
    expect(mark(page, "chairman")).to_be_visible()


def test_a_finding_is_called_wrong_and_the_report_taken_back(page: Page, running) -> None:
    open_text(page, running)
    entry = finding(page, "chairman")
    entry.get_by_text("Ignore it, or say that it is wrong").click()
    entry.get_by_role("button", name=re.compile("^This finding is wrong")).click()
    expect(entry).to_contain_text("Reported as wrong")
    entry.get_by_role("button", name="Take the report back").click()
    expect(entry).not_to_contain_text("Reported as wrong")


def test_what_was_typed_a_moment_ago_is_there_after_a_reload_and_in_another_browser(
    page: Page, running, browser: Browser
) -> None:
    posting = open_text(page, running)
    type_over(page, "Cut the hedges", "Cut the very tall hedges")
    page.reload()
    expect(editor(page)).to_contain_text("very tall")
    expect(state(page)).to_have_text("Saved")
    assert "Cut the very tall hedges" in stored(running, posting)
    other = browser.new_context().new_page()
    other.goto(page.url)
    expect(editor(other)).to_contain_text("very tall")
    other.context.close()


def test_typing_through_a_killed_and_restarted_server_is_kept(page: Page, server) -> None:
    posting = open_text(page, server)
    edit_text(page, "Cut the hedges", "Cut the hedges before the crash")
    server.kill()
    at_the_end(page)
    page.keyboard.type("\nTyped during the outage.")
    expect(page.locator(".pw-left > .pw-problem").first).to_contain_text("No connection to the server")
    server.start()
    expect(state(page)).to_have_text("Saved")
    assert "before the crash" in stored(server, posting)
    assert "Typed during the outage." in stored(server, posting)


def test_a_tab_closed_while_the_server_is_dead_loses_nothing(page: Page, server) -> None:
    posting = open_text(page, server)
    server.kill()
    at_the_end(page)
    page.keyboard.type("\nTyped and closed.")
    expect(page.locator(".pw-left > .pw-problem").first).to_contain_text("No connection to the server")
    context = page.context
    page.close()
    server.start()
    again = context.new_page()
    again.goto(f"{server.url}/write?posting={posting}&step=Text")
    expect(editor(again)).to_contain_text("Typed and closed.")
    expect(state(again)).to_have_text("Saved")
    assert "Typed and closed." in stored(server, posting)


def test_a_dropped_connection_is_told_and_what_was_typed_saved_when_it_is_back(page: Page, running) -> None:
    posting = open_text(page, running)
    page.context.set_offline(True)
    type_over(page, "Cut the hedges", "Cut the hedges offline")
    expect(state(page)).to_have_text("Not saved")
    page.context.set_offline(False)
    expect(state(page)).to_have_text("Saved")
    assert "Cut the hedges offline" in stored(running, posting)


def test_two_windows_that_change_different_lines_get_both_without_a_question(
    page: Page, running, browser: Browser
) -> None:
    posting = open_text(page, running)
    other = browser.new_context().new_page()
    other.goto(page.url)
    expect(editor(other)).to_contain_text("Cut the hedges")
    edit_text(other, "# Gardener", "# Head Gardener")
    edit_text(page, "Cut the hedges", "Cut the tall hedges")
    expect(editor(page)).to_contain_text("Head Gardener")
    assert "# Head Gardener" in stored(running, posting)
    assert "Cut the tall hedges" in stored(running, posting)
    other.context.close()


def test_a_text_over_the_limit_is_refused_where_everybody_sees_it_and_never_cut(page: Page, running) -> None:
    posting = open_text(page, running)
    before = stored(running, posting)
    at_the_end(page)
    page.evaluate("text => navigator.clipboard?.writeText(text).catch(() => {})", "x")
    editor(page).evaluate(
        """(field, words) => {
          const data = new DataTransfer();
          data.setData("text/plain", words);
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        "\n" + "We tend to the gardens of the town. " * (MAX_TYPED_CHARACTERS // 36 + 1),
    )
    expect(page.locator(".pw-left > .pw-problem").first).to_contain_text("at most 200,000 can be saved here")
    expect(state(page)).to_have_text("Not saved")
    assert stored(running, posting) == before
    page.keyboard.press("Control+z")
    expect(state(page)).to_have_text("Saved")
    assert stored(running, posting) == before


def test_what_stands_below_the_text_is_seen_once_the_editor_moves_it_no_more(page: Page, running) -> None:
    waiting: list[Route] = []
    page.route("**/editor-*.js", lambda route: waiting.append(route))
    posting = running.desk().new_example("senior_software_systems_engineer")
    page.goto(f"{running.url}/write?posting={posting}&step=Text")
    below = page.get_by_text("Earlier versions")
    expect(below).to_be_attached()
    expect(below).to_be_hidden()
    for each in waiting:
        each.continue_()
    expect(below).to_be_visible()
    there = below.bounding_box()
    page.wait_for_timeout(2_000)
    assert below.bounding_box() == there


def test_a_long_field_of_the_brief_reaches_the_posting_without_being_left(page: Page, running) -> None:
    posting = running.desk().new_from_brief(Brief(title="Gardener"))
    page.goto(f"{running.url}/write?posting={posting}")
    open_group(page, "What the person will do")
    fill(page, "Responsibilities, one a line, the main ones first", "Cut the hedges\nWater the roses")
    expect(page.locator(".st-key-preview")).to_contain_text("Water the roses")
    page.keyboard.type(" by hand")
    expect(page.locator(".st-key-preview")).to_contain_text("Water the roses by hand")
    step(page, "Text")
    expect(editor(page)).to_contain_text("Water the roses by hand")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_window_has_findings_under_the_text_and_nothing_to_scroll_sideways(
    page: Page, running, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 700})
    open_text(page, running, "Report to the chairman", "Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    text, findings = editor(page).bounding_box(), side(page).bounding_box()
    assert findings["y"] > text["y"] + text["height"]
    assert findings["x"] + findings["width"] <= 320
    editor(page).focus()
    page.keyboard.press("F8")
    box = card(page).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_names_in_hebrew_and_arabic_keep_their_lines_in_order(page: Page, running) -> None:
    open_text(page, running, "Report to שרה לוי (CTO), the chairman", "Work with محمد علي and 3 others")
    expect(mark(page, "chairman")).to_be_visible()
    lines = page.locator(".cm-line")
    assert lines.filter(has_text="שרה").evaluate("e => getComputedStyle(e).direction") == "ltr"
    at_the_end(page)
    page.keyboard.type("\n\nשרה לוי היא המנהלת")
    assert lines.last.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert text_in(page).endswith("שרה לוי היא המנהלת")


def test_what_a_posting_contains_is_text_and_nothing_is_asked_of_others(page: Page, running) -> None:
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text) if "Content Security" in message.text else None)
    open_text(
        page,
        running,
        "Ask the chairman <img src=x onerror=alert(1)>",
        "[x](javascript:alert(1)) ![i](https://example.org/i.png)",
    )
    finding(page, "chairman")
    select(page, "chairman")
    page.wait_for_timeout(300)
    assert [
        url for url in asked if not url.startswith((running.url, running.url.replace("http", "ws"), "data:", "blob:"))
    ] == []
