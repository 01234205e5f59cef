"""Every page and state in both themes before axe-core, nothing asked of others, and nothing lost at a width of 320.

A journey leads through the states of a page and yields the name of each; what is found is told by these names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from app_server import Server
from barriers import ALL_RULES, RULES_OF_COLOUR, faults, settled
from playwright.sync_api import Browser, Page, expect
from steps_of_a_person import OVER, begin, edit_text, editor, press, side, state, type_over

from postwright.model.brief import Brief
from postwright.services import Desk
from tests.servers.fake_openai import FakeOpenAI
from tests.servers.scripted_model import MODELS, reply_of

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 800}
OTHER = {"light": "dark", "dark": "light"}
WEAVER = "# Senior Weaver\n\nSalary: £40,000 - £45,000 per year.\n\n## Requirements\n\n- {} years of weaving\n"
TABLE = "Ref,What,Words\n" + "".join(
    f'{number},Weaver,"You weave wool for the town and look after the looms. You need {years} years of weaving."\n'
    for number, years in enumerate((5, 5, 9, 5), 1)
)


@dataclass
class Visit:
    """One window of one server that all states share, with what it asked for."""

    page: Page
    server: Server
    desk: Desk
    examples: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    theme: str = "light"

    def example(self, name: str) -> str:
        """Return the id of an example, kept in the library on first use."""
        if name not in self.examples:
            self.examples[name] = self.desk.new_example(name)
        return self.examples[name]

    @property
    def inflated(self) -> str:
        return self.example("inflated_junior_developer")

    @property
    def sound(self) -> str:
        return self.example("senior_software_systems_engineer")

    def open(self, address: str, seen: str) -> None:
        self.page.goto(f"{self.server.url}/{address}")
        expect(self.page.locator(seen).first).to_be_visible()

    def text(self, posting: str) -> None:
        self.open(f"write?posting={posting}&step=Text", ".cm-content")
        expect(side(self.page).locator(".pw-badge").first).to_be_visible()

    def barriers(self) -> list[str]:
        """Return what is wrong with the page as it stands; the theme is another one afterwards."""
        settled(self.page)
        found = faults(self.page, ALL_RULES)
        self.theme = OTHER[self.theme]
        self.page.emulate_media(color_scheme=self.theme)
        settled(self.page)
        found += [f"{self.theme}: {fault}" for fault in faults(self.page, RULES_OF_COLOUR)]
        self.page.set_viewport_size(NARROW)
        settled(self.page)
        width = self.page.evaluate("document.documentElement.scrollWidth")
        self.page.set_viewport_size(WIDE)
        return found + [f"needs a width of {width}"] * (width > NARROW["width"])


@pytest.fixture(scope="module")
def visit(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """Return a window on a server of its own, whose library is empty at first."""
    server = Server(tmp_path_factory.mktemp("accessible"))
    context = browser.new_context(viewport=WIDE, color_scheme="light", reduced_motion="reduce")
    context.set_default_timeout(60_000)
    here = Visit(context.new_page(), server, server.desk())
    context.on("request", lambda request: here.asked.append(request.url))
    yield here
    context.close()
    server.kill()


@pytest.fixture(scope="module")
def visit_with_model(visit: Visit, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """Return the window on another server, with a model that says too much and takes its time."""
    with FakeOpenAI(lambda asked: reply_of(MODELS["mixed"], asked), models=("mixed",), pause=0.05) as model:
        settings = {"POSTWRIGHT_MODEL": "mixed", "POSTWRIGHT_BASE_URL": model.url}
        server = Server(tmp_path_factory.mktemp("reworded"), settings=settings)
        yield Visit(visit.page, server, server.desk(), theme=visit.theme)
        server.kill()


def library(visit: Visit) -> Iterator[str]:
    if not visit.desk.list_postings():  # run alone or first
        visit.open("", "text=No postings yet")
        yield "empty library"
    assert visit.sound
    assert visit.inflated
    visit.open("", "text=Junior Frontend Developer")
    yield "postings"
    visit.page.get_by_label("Search", exact=True).fill("Ferryman")
    expect(visit.page.get_by_text("No posting has these words")).to_be_visible()
    yield "nothing found"
    visit.open("write", "text=No posting is open")
    yield "no posting is open"
    visit.page.keyboard.press("Control+/")
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    yield "shortcut sheet"


def new(visit: Visit) -> Iterator[str]:
    visit.open("new", "text=Three answers make a first draft")
    visit.page.get_by_role("combobox", name="Which role is it?").press_sequentially("senior regis")
    expect(visit.page.get_by_role("option").first).to_be_visible()
    yield "first posting, with titles offered"


def brief(visit: Visit) -> Iterator[str]:
    visit.open(f"write?posting={visit.sound}", ".st-key-preview h1")
    for group in visit.page.locator("summary").all()[1:]:
        group.click()
    expect(visit.page.get_by_role("heading", name="Nice-to-haves")).to_be_visible()
    yield "all groups of the brief"


def text_at_a_glance(visit: Visit) -> Iterator[str]:
    visit.text(visit.inflated)
    for words in ("must fix", "words", "Grade", "Must-haves", "Law"):
        figure = visit.page.locator(".pw-figure").filter(has_text=words).first
        figure.click()
        expect(visit.page.locator(".pw-panel:visible")).to_have_count(1)
        yield f"figure opened: {words}"
        figure.focus()
        visit.page.keyboard.press("Escape")
    visit.page.get_by_role("tab", name=re.compile("^Where lines come from")).click()
    expect(visit.page.locator(".pw-lines")).to_be_visible()
    yield "where lines come from"


def text_and_findings(visit: Visit) -> Iterator[str]:
    page = visit.page
    visit.text(visit.inflated)
    expect(side(page).get_by_role("button", name="Insert a blank").first).to_be_visible()
    yield "findings with inserts"
    page.locator(".pw-mark").first.hover()
    expect(page.locator(".pw-tip")).to_be_visible()
    yield "finding explained on hover"
    editor(page).focus()
    page.keyboard.press("F8")
    expect(page.locator(".pw-pinned")).to_be_visible()
    yield "finding explained by key"
    entry = page.locator(".pw-item").first
    entry.locator(".pw-head").click()
    entry.get_by_text("Ignore it, or say that it is wrong").click()
    entry.get_by_role("button", name=re.compile("^Ignore ")).click()
    expect(entry.get_by_role("alert")).to_be_visible()
    yield "ignoring refused without a reason"
    settled(page)  # a page that is still being drawn may swallow the click
    page.locator("summary").filter(has_text="What was read in the text").click()
    expect(page.get_by_text("The text, as it was read")).to_be_visible()
    yield "what was read"


def text_not_saved(visit: Visit) -> Iterator[str]:
    page = visit.page
    posting = visit.desk.new_from_brief(Brief.model_validate({"title": "Gardener", "responsibilities": ["Cut hedges"]}))
    visit.text(posting)
    page.route("**/api/text", lambda route: route.abort())
    type_over(page, "Cut hedges", "Cut hedges in autumn")
    expect(state(page)).to_have_text("Not saved")
    yield "not saved"
    page.unroute("**/api/text")


def two_windows(visit: Visit) -> Iterator[str]:
    page = visit.page
    posting = visit.desk.new_from_brief(Brief.model_validate({"title": "Gardener", "responsibilities": ["Cut hedges"]}))
    visit.text(posting)
    other = page.context.new_page()
    other.goto(f"{visit.server.url}/write?posting={posting}&step=Text")
    edit_text(other, "Cut hedges", "Cut hedges in spring")
    other.close()
    type_over(page, "Cut hedges", "Cut hedges in autumn")
    expect(page.get_by_role("region", name="Two versions of this text")).to_be_visible()
    yield "two windows disagree"


def export(visit: Visit) -> Iterator[str]:
    page = visit.page
    visit.open(f"write?posting={visit.inflated}&step=Export", "iframe")
    yield "export"
    page.get_by_role("button", name="Phone", exact=True).click()
    expect(page.get_by_role("button", name="Phone", exact=True)).to_have_attribute("aria-pressed", "true")
    yield "preview as on a phone"


def check(visit: Visit) -> Iterator[str]:
    page = visit.page
    visit.open("check", "textarea")
    page.get_by_label("Paste a posting", exact=True).fill(visit.desk.open(visit.inflated).text)
    page.keyboard.press("Tab")
    expect(page.get_by_role("heading", name="Must fix")).to_be_visible()
    yield "a text is checked"
    page.get_by_role("tab", name="What was read in the text").click()
    page.get_by_role("button", name=re.compile("^Wrong")).first.click()
    expect(page.get_by_text("Reported as wrong").first).to_be_visible()  # the tab stays open
    yield "a reading reported as wrong"
    visit.open("check", "textarea")
    broken = {"name": "old.docx", "mimeType": "text/plain", "buffer": b"PK\x03\x04"}
    page.locator("input[type=file]").set_input_files(broken)
    expect(page.get_by_role("alert")).to_be_visible()
    yield "a document that cannot be read"


def review(visit: Visit) -> Iterator[str]:
    page = visit.page
    for years in (5, 5, 9, 5):
        visit.desk.keep_import(visit.desk.read_pasted(WEAVER.format(years)))
    visit.open("review", "button:has-text('Review '), [role=tab]")
    if not page.get_by_role("tab").count():
        page.get_by_role("button", name=re.compile("^Review ")).click()
    for tab, seen in (("Postings", "table"), ("Groups", "table"), ("Years", "img"), ("Pay", "img")):
        page.get_by_role("tab", name=tab, exact=True).click()
        expect(page.get_by_role("tabpanel", name=tab).get_by_role(seen).first).to_be_visible()
        yield f"review: {tab}"
    visit.open("review?source=An+upload", "text=A folder packed as .zip")
    table = {"name": "jobs.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    page.locator("input[type=file]").set_input_files(table)
    expect(page.get_by_text("What the columns hold")).to_be_visible()
    yield "review: what the columns hold"


def other_pages(visit: Visit) -> Iterator[str]:
    page = visit.page
    visit.open("organisation", "h1")
    page.get_by_role("button", name="Add a pay band").click()
    expect(page.get_by_role("button", name="Remove this band").first).to_be_visible()
    page.get_by_text("Set the severity of rules").click()
    expect(page.get_by_label("Or search all rules")).to_be_visible()
    yield "organisation"
    visit.open("model", "text=No model is set")
    yield "no language model"
    visit.open("about", "text=Where the facts come from")
    yield "about"


def reworded(visit: Visit) -> Iterator[str]:
    page = visit.page
    visit.text(visit.sound)
    begin(page)
    yield "rewording under way"
    expect(page.get_by_text(OVER)).to_be_visible()
    page.get_by_text(re.compile("with a wording that was refused")).click()
    yield "wordings to take and refused"
    visit.open("model", "text=mixed")
    press(page, "Test the connection")
    expect(page.get_by_text("Drafts can be reworded with it")).to_be_visible()
    yield "language model tried"


Journey = Callable[[Visit], Iterator[str]]
JOURNEYS: list[Journey] = [
    library, new, brief, text_at_a_glance, text_and_findings, text_not_saved, two_windows, export, check, review,
    other_pages,
]  # fmt: skip


def travelled(visit: Visit, journey: Journey) -> dict[str, list[str]]:
    """Return what is wrong in each state of a journey, and what was asked of others."""
    wrong = {name: found for name in journey(visit) if (found := visit.barriers())}
    own = (visit.server.url, visit.server.url.replace("http", "ws", 1), "data:", "blob:", "about:")
    if strangers := [url for url in visit.asked if not url.startswith(own)]:
        wrong["asked of others"] = strangers
    visit.asked.clear()
    return wrong


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__)
def test_no_state_has_a_barrier_asks_others_or_needs_more_than_320_pixels(visit: Visit, journey) -> None:
    assert travelled(visit, journey) == {}


def test_rewording_has_no_barrier_either(visit_with_model: Visit) -> None:
    assert travelled(visit_with_model, reworded) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_posting_as_candidates_see_it_has_no_barrier(visit: Visit, scheme) -> None:
    shown = visit.desk.preview(visit.inflated)
    page = visit.page
    page.set_content({"light": shown.light, "dark": shown.dark}[scheme])
    expect(page.get_by_role("heading", name="Junior Frontend Developer")).to_be_visible()
    assert faults(page, ALL_RULES) == []
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    page.set_viewport_size(WIDE)
