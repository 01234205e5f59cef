"""Every page and state in both themes before axe-core, nothing asked of others, and nothing lost at a width of 320."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from app_server import Server
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from steps_of_a_person import edit_text, editor, side, type_over

from postwright.model.brief import Brief
from postwright.services import Desk

STREAMLITS_OWN = {
    # Streamlit 1.67 gives the drop zone of st.file_uploader both a role that hides it and a label; it cannot be set.
    ("presentation-role-conflict", 'data-testid="stFileUploaderDropzone"'),
}
"""What axe-core finds in Streamlit's own elements: the rule, and what marks the element; nothing else is let pass."""
DRAWN = """() => [...document.querySelectorAll('[data-stale]')].every(
  each => each.dataset.stale !== 'true' && getComputedStyle(each).opacity === '1')"""
"""Whether nothing is pale any more because a rerun had not drawn it yet."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = Axe()


@dataclass
class Visit:
    """One window of one server that all states share, with what it asked for."""

    page: Page
    server: Server
    desk: Desk
    inflated: str
    sound: str
    asked: list[str] = field(default_factory=list)

    def open(self, address: str, seen: str) -> None:
        self.page.goto(f"{self.server.url}/{address}")
        expect(self.page.locator(seen).first).to_be_visible()

    def text(self) -> None:
        self.open(f"write?posting={self.inflated}&step=Text", ".cm-content")
        expect(side(self.page).locator(".pw-badge").first).to_be_visible()


@pytest.fixture(scope="module")
def visit(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """Return a window on a server of its own, with the examples in its library."""
    server = Server(tmp_path_factory.mktemp("accessible"))
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(60_000)
    desk = server.desk()
    here = Visit(
        context.new_page(),
        server,
        desk,
        inflated=desk.new_example("inflated_junior_developer"),
        sound=desk.new_example("senior_software_systems_engineer"),
    )
    context.on("request", lambda request: here.asked.append(request.url))
    yield here
    context.close()
    server.kill()


def postings(visit: Visit) -> None:
    visit.open("", "text=Junior Frontend Developer")


def no_posting(visit: Visit) -> None:
    visit.open("write", "text=No posting is open")


def brief(visit: Visit) -> None:
    visit.open(f"write?posting={visit.sound}", ".st-key-preview h1")
    for group in visit.page.locator("summary").all()[1:]:
        group.click()
    expect(visit.page.get_by_role("heading", name="Nice-to-haves")).to_be_visible()


def text_hovered(visit: Visit) -> None:
    visit.text()
    visit.page.locator(".pw-mark").first.hover()
    expect(visit.page.locator(".pw-tip")).to_be_visible()


def text_by_keyboard(visit: Visit) -> None:
    visit.text()
    editor(visit.page).focus()
    visit.page.keyboard.press("F8")
    expect(visit.page.locator(".pw-pinned")).to_be_visible()


def text_refused_and_opened(visit: Visit) -> None:
    visit.text()
    entry = visit.page.locator(".pw-item").first
    entry.locator(".pw-head").click()
    entry.get_by_text("Ignore it, or say that it is wrong").click()
    entry.get_by_role("button", name=re.compile("^Ignore ")).click()
    expect(entry.get_by_role("alert")).to_be_visible()
    settled(visit.page)  # a page that is still being drawn may swallow the click
    visit.page.locator("summary").filter(has_text="What was read in the text").click()
    expect(visit.page.get_by_text("The text, as it was read")).to_be_visible()


def two_windows(visit: Visit) -> None:
    posting = visit.desk.new_from_brief(Brief.model_validate({"title": "Gardener", "responsibilities": ["Cut hedges"]}))
    address = f"write?posting={posting}&step=Text"
    visit.open(address, ".cm-content")
    other = visit.page.context.new_page()
    other.goto(f"{visit.server.url}/{address}")
    edit_text(other, "Cut hedges", "Cut hedges in spring")
    other.close()
    type_over(visit.page, "Cut hedges", "Cut hedges in autumn")
    expect(visit.page.get_by_role("region", name="Two versions of this text")).to_be_visible()


def export(visit: Visit) -> None:
    visit.open(f"write?posting={visit.inflated}&step=Export", "iframe")


def export_on_a_phone(visit: Visit) -> None:
    export(visit)
    visit.page.get_by_role("button", name="Phone", exact=True).click()
    expect(visit.page.get_by_role("button", name="Phone", exact=True)).to_have_attribute("aria-pressed", "true")


def check(visit: Visit) -> None:
    visit.open("check", "textarea")
    visit.page.get_by_label("Paste a posting", exact=True).fill(visit.desk.open(visit.inflated).text)
    visit.page.keyboard.press("Tab")
    expect(visit.page.get_by_role("heading", name="Must fix")).to_be_visible()


def check_reported(visit: Visit) -> None:
    check(visit)
    visit.page.get_by_role("tab", name="What was read in the text").click()
    visit.page.get_by_role("button", name=re.compile("^Wrong")).first.click()
    expect(visit.page.get_by_text("Reported as wrong").first).to_be_visible()  # the tab stays open


def check_unreadable(visit: Visit) -> None:
    visit.open("check", "textarea")
    broken = {"name": "old.docx", "mimeType": "text/plain", "buffer": b"PK\x03\x04"}
    visit.page.locator("input[type=file]").set_input_files(broken)
    expect(visit.page.get_by_role("alert")).to_be_visible()


def review(visit: Visit) -> None:
    visit.open("review", "button:has-text('Review '), [role=tab]")
    if not visit.page.get_by_role("tab").count():
        visit.page.get_by_role("button", name=re.compile("^Review ")).click()
    visit.page.get_by_role("tab", name="Postings", exact=True).click()
    expect(visit.page.get_by_role("tabpanel").get_by_role("table").first).to_be_visible()


def organisation(visit: Visit) -> None:
    visit.open("organisation", "h1")
    visit.page.get_by_role("button", name="Add a pay band").click()
    expect(visit.page.get_by_role("button", name="Remove this band").first).to_be_visible()
    visit.page.get_by_text("Set the severity of rules").click()
    expect(visit.page.get_by_label("Or search all rules")).to_be_visible()


def language_model(visit: Visit) -> None:
    visit.open("model", "text=No model is set")


def about(visit: Visit) -> None:
    visit.open("about", "text=Where the facts come from")


STATES: list[Callable[[Visit], None]] = [
    postings, no_posting, brief, text_hovered, text_by_keyboard, text_refused_and_opened, two_windows, export,
    export_on_a_phone, check, check_reported, check_unreadable, review, organisation, language_model, about,
]  # fmt: skip


def faults(page: Page) -> list[str]:
    """Return what axe-core finds in the page as it stands, but for what is Streamlit's own."""
    found = AXE.run(page, options={"resultTypes": ["violations"], "runOnly": RULES}).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
        if not any(rule["id"] == known and mark in node["html"] for known, mark in STREAMLITS_OWN)
    ]


def settled(page: Page) -> None:
    """Wait until the page is drawn whole, and its colours are those of the theme."""
    page.locator('[data-test-script-state="notRunning"]').first.wait_for(state="attached")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    page.wait_for_timeout(300)
    page.wait_for_function(DRAWN)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_state_has_no_barrier_in_both_themes_asks_nobody_and_fits_320_pixels(visit: Visit, state) -> None:
    page = visit.page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    state(visit)
    settled(page)
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    settled(page)
    assert faults(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    own = (visit.server.url, visit.server.url.replace("http", "ws", 1), "data:", "blob:", "about:")
    assert [url for url in visit.asked if not url.startswith(own)] == []
