"""A person who clicks faster than a slow browser draws: every field still shows what is stored, on every page."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from steps_of_a_person import fill, open_group

from postwright.model.brief import Brief, Organisation

FACTS = {
    "name": "Hedge & Sons",
    "description": "We keep gardens.",
    "benefits": [{"id": 1, "text": "26 days off"}],
    "headcount": [{"place": "US-CA", "employees": 40}],
    "supervisors_at": ["US-NY", "US-CO"],
    "ai_in_hiring": False,
    "language_models": False,
    "pay_bands": [{"id": 1, "level": "lead", "minimum": 90_000, "maximum": 120_000, "currency": "EUR"}],
}
BRIEF = {
    "title": "Gardener",
    "workplace": "hybrid",
    "must_have": [{"text": "cutting hedges", "years": {"minimum": 2}, "alternatives": ["box", "yew"]}],
}
WAITS = (0, 20)
"""Milliseconds between two clicks: the second run begins while the browser has not drawn the first."""
CLICK = "(first, [others, wait]) => [first, ...others].forEach((each, at) => setTimeout(() => each.click(), at * wait))"


@pytest.fixture
def slow(page: Page) -> Page:
    """Return a window of a browser that computes four times slower."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return page


def click(*clicked: Locator, wait: int) -> None:
    """Click one after the other, faster than a person could point."""
    others = [each.element_handle() for each in clicked[1:]]
    clicked[0].evaluate(CLICK, [others, wait])


def link(page: Page, name: str) -> Locator:
    return page.locator(f"a[href$='/{name.lower()}']").first  # an open list of choices hides it by its role


@pytest.mark.parametrize("wait", WAITS)
def test_the_organisation_shows_what_is_stored_and_a_save_of_one_field_keeps_the_others(
    slow: Page, server, wait: int
) -> None:
    desk = server.desk()
    desk.save_organisation(Organisation.model_validate(FACTS))
    slow.goto(f"{server.url}/about")
    click(link(slow, "Organisation"), link(slow, "Organisation"), wait=wait)
    expect(slow.get_by_label("Employer", exact=True)).to_have_value("Hedge & Sons")
    expect(slow.get_by_label("What the employer does", exact=True)).to_have_value("We keep gardens.")
    expect(slow.get_by_label("Benefits, one a line", exact=True)).to_have_value("26 days off")
    expect(slow.get_by_label("Employees in", exact=False).first).to_have_value("40")
    expect(slow.get_by_label("From", exact=True)).to_have_value("90000")
    expect(slow.get_by_role("combobox", name="Level")).to_have_value("Lead")
    expect(slow.get_by_role("combobox", name="Software with AI")).to_have_value("No")
    expect(slow.get_by_text("New York", exact=False).first).to_be_visible()
    expect(slow.get_by_role("switch")).not_to_be_checked()
    fill(slow, "To", "130000")
    changed = {**FACTS, "pay_bands": [{**FACTS["pay_bands"][0], "maximum": 130_000}]}
    expect(slow.get_by_label("To", exact=True)).to_have_value("130000")
    fill(slow, "Logo address", "https://hedge.example/logo.svg")
    kept_as(
        Organisation.model_validate({**changed, "logo_address": "https://hedge.example/logo.svg"}), desk.organisation
    )


def kept_as(wanted: Organisation, stored: Callable[[], Organisation]) -> None:
    """Wait until this is stored; what a person leaves is saved by the next run of the page."""
    for _ in range(100):
        if stored() == wanted:
            return
        time.sleep(0.1)
    assert stored() == wanted


@pytest.mark.parametrize("wait", WAITS)
def test_the_rules_show_the_severities_of_the_house(slow: Page, server, wait: int) -> None:
    server.desk().set_severity("wording/culture-cliche", "error")
    slow.goto(f"{server.url}/organisation")
    slow.locator("summary").filter(has_text="Set the severity of rules").click()
    wording = slow.get_by_role("option", name="Wording", exact=True)
    slow.get_by_role("combobox", name="Group").focus()
    for _ in range(10):  # a list that opens while the page is still drawn closes again
        slow.keyboard.press("ArrowDown")
        slow.wait_for_timeout(1_000)
        if wording.is_visible():
            break
    click(wording, link(slow, "Organisation"), wait=wait)
    expect(severity(slow)).to_have_value("Must fix")


def severity(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Severity of wording/culture-cliche")


@pytest.mark.parametrize("wait", WAITS)
def test_the_brief_shows_what_is_stored(slow: Page, running, wait: int) -> None:
    posting = running.desk().new_from_brief(Brief.model_validate(BRIEF))
    slow.goto(f"{running.url}/write?posting={posting}&step=Text")
    expect(slow.get_by_role("radio", name="Text", exact=True)).to_be_checked()
    brief, text = (slow.get_by_role("radio", name=step, exact=True) for step in ("Brief", "Text"))
    click(brief, text, brief, wait=wait)
    expect(slow.get_by_label("Job title", exact=True)).to_have_value("Gardener")
    open_group(slow, "Place and time")
    expect(slow.get_by_role("combobox", name="Where the work is done")).to_have_value("Hybrid")
    open_group(slow, "What the person needs")
    expect(slow.get_by_label("Must-have 1", exact=True)).to_have_value("cutting hedges")
    expect(slow.get_by_label("Years, at least", exact=True)).to_have_value("2")
    expect(slow.get_by_text("yew", exact=True).first).to_be_visible()
