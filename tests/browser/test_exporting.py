"""The step Export in a real browser: what candidates will see, copied with its formatting, and a PDF."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from playwright.sync_api import Browser, Page, expect
from steps_of_a_person import download

from postwright.model.brief import Brief

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> [x](javascript:alert(3)) #eval(1)"
COPY = "Copy with formatting"
FRAME = "iframe[title='The posting as candidates will see it']"


def exporting(running, **fields: object) -> str:
    """Keep a posting; return the address of its step Export."""
    posting = running.desk().new_from_brief(Brief.model_validate(fields))
    return f"{running.url}/write?posting={posting}&step=Export"


def colours(page: Page) -> str:
    return page.frame_locator(FRAME).locator("body").evaluate("e => getComputedStyle(e).backgroundColor")


def test_the_preview_is_the_exported_page_and_runs_nothing(page: Page, running) -> None:
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    page.goto(exporting(running, title="Gardener", responsibilities=["Cut the hedges", HOSTILE]))
    frame = page.frame_locator(FRAME)
    expect(frame.get_by_role("heading", name="Gardener", level=1)).to_be_visible()
    expect(frame.get_by_text("<script>alert(1)</script>")).to_be_visible()
    assert page.locator(FRAME).get_attribute("sandbox") == ""
    exported = download(page, "Web page").decode()
    assert page.locator(FRAME).get_attribute("srcdoc").partition("<body>")[2] == exported.partition("<body>")[2]


def test_the_preview_has_two_widths_and_both_colour_schemes_by_keyboard(page: Page, running) -> None:
    page.goto(exporting(running, title="Gardener", responsibilities=["Cut the hedges"]))
    frame = page.locator(FRAME)
    wide = page.get_by_role("button", name="Careers page", exact=True)
    expect(wide).to_have_attribute("aria-pressed", "true")
    assert frame.bounding_box()["width"] > 600
    wide.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Phone", exact=True)).to_have_attribute("aria-pressed", "true")
    assert frame.bounding_box()["width"] == 390
    assert colours(page) == "rgb(255, 255, 255)"
    page.get_by_role("button", name="Dark", exact=True).press("Space")
    expect(page.frame_locator(FRAME).locator("body")).to_have_css("background-color", "rgb(23, 24, 28)")


def test_a_link_in_the_preview_leads_nowhere_and_the_posting_stays(page: Page, running) -> None:
    asked: list[str] = []
    page.context.route("https://**", lambda route: (asked.append(route.request.url), route.abort()))
    page.goto(exporting(running, title="Gardener", summary="See https://example.com/jobs for more."))
    page.frame_locator(FRAME).get_by_role("link").first.click()
    expect(page.get_by_text("Links do not open in the preview.")).to_be_visible()
    expect(page.frame_locator(FRAME).get_by_role("heading", name="Gardener", level=1)).to_be_visible()


def test_the_posting_is_copied_with_its_formatting_and_it_is_said(browser: Browser, running) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(exporting(running, title="Gardener", responsibilities=["Cut the hedges"]))
    page.get_by_role("button", name=COPY).press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    kept = page.evaluate(
        "navigator.clipboard.read().then(async ([item]) => Promise.all(['text/html', 'text/plain']"
        ".map(async type => (await item.getType(type)).text())))"
    )
    assert "<h1>Gardener</h1>" in kept[0]
    assert "<li>Cut the hedges</li>" in kept[0]
    assert kept[1].replace("\r", "").startswith("Gardener\n\n")
    assert "- Cut the hedges" in kept[1]
    context.close()


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("navigator.clipboard.write = () => Promise.reject(new Error('no'))", "Copied."),
        (
            "navigator.clipboard.write = () => Promise.reject(new Error('no')); document.execCommand = () => false",
            "This browser does not let the page copy.",
        ),
    ],
    ids=["the old way", "no way"],
)
def test_where_the_browser_refuses_to_copy_the_old_way_is_tried_and_else_it_says_what_to_do(
    page: Page, running, broken: str, said: str
) -> None:
    page.goto(exporting(running, title="Gardener", responsibilities=["Cut the hedges"]))
    expect(page.get_by_role("button", name=COPY)).to_be_visible()
    page.evaluate(f"() => {{ {broken} }}")
    page.get_by_role("button", name=COPY).click()
    expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()


def test_a_pdf_is_downloaded_and_a_narrow_window_loses_nothing(page: Page, running) -> None:
    page.set_viewport_size({"width": 420, "height": 900})
    page.goto(exporting(running, title="Gardener", responsibilities=["Cut the hedges"]))
    expect(page.get_by_role("button", name="Phone", exact=True)).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    with pdfplumber.open(io.BytesIO(download(page, "PDF"))) as document:
        assert "• Cut the hedges" in document.pages[0].extract_text()
