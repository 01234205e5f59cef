"""What else happens at a desk: two windows, clicks with unsaved typing, imports, the list, hostile input, refusals."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from app_server import Server
from playwright.sync_api import Browser, Page, expect
from steps_of_a_person import edit_text, editor, fill, state, step, type_over, use_fix

from postwright.model.brief import Brief

HOSTILE = "{{ 7*7 }} <script>alert(1)</script> $100 to $200 :material/home: [x](javascript:alert(1)) -- \u202eevil\x07"
SHOWN = "{{ 7*7 }} <script>alert(1)</script> $100 to $200 :material/home: [x](javascript:alert(1)) -- evil"


def posting(running: Server, **fields: object) -> str:
    """Keep a posting; return its address."""
    return f"{running.url}/write?posting={running.desk().new_from_brief(Brief.model_validate(fields))}"


def words_of(text: str) -> str:
    """Return a text without the word joiners that keep Streamlit from replacing parts of it."""
    return text.replace("\u2060", "")


def test_a_link_and_a_reload_keep_the_step(page: Page, running) -> None:
    address = posting(running, title="Gardener")
    page.goto(f"{address}&step=Text")
    expect(editor(page)).to_be_visible()
    step(page, "Export")
    page.wait_for_url("**step=Export*")
    page.reload()
    expect(page.get_by_role("button", name="Download Markdown")).to_be_visible()


def test_a_fix_clicked_while_typing_is_unsaved_loses_neither(page: Page, running) -> None:
    address = posting(running, title="Gardener", responsibilities=["Report to the chairman", "Cut the hedges"])
    page.goto(f"{address}&step=Text")
    expect(page.locator(".pw-mark", has_text="chairman")).to_be_visible()
    type_over(page, "Cut the hedges", "Cut the tall hedges")
    use_fix(page, "chairman", "Replace by “chair”")
    expect(editor(page)).to_contain_text("Report to the chair- Cut the tall hedges")
    expect(state(page)).to_have_text("Saved")


def test_typing_is_kept_when_the_page_is_left_at_once(page: Page, running) -> None:
    address = posting(running, title="Gardener", responsibilities=["Cut the hedges"])
    page.goto(f"{address}&step=Text")
    type_over(page, "Cut the hedges", "Cut the tall hedges")
    page.get_by_role("link", name="About").click(delay=100)  # as long as a finger takes
    expect(page.get_by_role("heading", name="About Postwright")).to_be_visible()
    page.goto(f"{address}&step=Text")
    expect(editor(page)).to_contain_text("Cut the tall hedges")


def test_two_windows_that_change_one_line_show_both_and_lose_none(page: Page, running, browser: Browser) -> None:
    address = f"{posting(running, title='Gardener', responsibilities=['Cut the hedges'])}&step=Text"
    other = browser.new_context().new_page()
    for window in (page, other):
        window.goto(address)
        expect(editor(window)).to_be_visible()
    edit_text(other, "Cut the hedges", "Cut the hedges in spring")
    type_over(page, "Cut the hedges", "Cut the hedges in autumn")
    merge = page.get_by_role("region", name="Two versions of this text")
    expect(merge.get_by_label("Typed here")).to_be_checked()
    expect(merge).to_contain_text("in autumn")
    expect(merge).to_contain_text("in spring")
    merge.get_by_label("Both").check()
    merge.get_by_role("button", name="Use the chosen lines").click()
    expect(editor(page)).to_contain_text("Cut the hedges in autumn- Cut the hedges in spring")
    expect(state(page)).to_have_text("Saved")
    other.reload()
    expect(editor(other)).to_contain_text("in autumn- Cut the hedges in spring")
    other.context.close()


def test_a_word_document_is_checked_and_kept(page: Page, running, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Senior Accountant", 1)
    document.add_paragraph("You close the books and need 15 years of experience in accounting.")
    document.save(tmp_path / "old posting.docx")
    page.goto(f"{running.url}/check")
    page.locator("input[type=file]").set_input_files(tmp_path / "old posting.docx")
    expect(page.get_by_text("15 years").first).to_be_visible()
    page.get_by_role("button", name="Keep it in your postings and edit it").click()
    expect(page.get_by_role("heading", name="Senior Accountant").first).to_be_visible()
    expect(editor(page)).to_contain_text("You close the books")


@pytest.mark.parametrize(
    ("name", "content"),
    [("posting.txt", bytes(range(256)) * 40), ("posting.docx", b"PK\x03\x04 broken")],
)
def test_a_document_that_cannot_be_read_gets_one_clear_message(page: Page, running, name: str, content: bytes) -> None:
    page.goto(f"{running.url}/check")
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/plain", "buffer": content})
    expect(page.get_by_role("alert")).to_have_count(1)
    expect(page.get_by_role("alert")).to_contain_text(name)
    expect(page.get_by_text("Traceback")).to_have_count(0)


def test_a_deleted_posting_comes_back_by_undo(page: Page, server) -> None:
    for title in ("Gardener", "Baker"):
        server.desk().new_from_brief(Brief(title=title))
    page.goto(server.url)
    page.get_by_role("button", name="Delete Gardener").click()
    expect(page.get_by_role("button", name="Open Gardener")).to_have_count(0)
    page.get_by_role("button", name="Undo the deletion").click()
    expect(page.get_by_role("button", name="Open Gardener")).to_be_visible()
    page.get_by_role("button", name="Duplicate Baker").click()
    expect(page.get_by_role("button", name="Open Baker")).to_have_count(2)
    page.get_by_label("Search", exact=True).fill("gard")
    expect(page.get_by_role("button", name="Open Baker")).to_have_count(0)


def test_a_hostile_title_is_text_everywhere(page: Page, running) -> None:
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    page.goto(posting(running, title="Gardener"))
    fill(page, "Job title", HOSTILE)
    heading = page.locator("h1").first
    expect(heading).to_contain_text("7*7")
    assert words_of(heading.inner_text()) == SHOWN
    expect(page.locator(".st-key-preview h1")).to_have_text(SHOWN)
    step(page, "Text")
    expect(page.locator(".st-key-preview h1").first).to_have_text(SHOWN)
    step(page, "Export")
    expect(page.frame_locator("iframe").locator("h1")).to_have_text(SHOWN)
    page.goto(running.url)
    row = page.locator("p", has_text="7*7").first
    expect(row).to_be_visible()
    assert words_of(row.inner_text()) == SHOWN
    assert page.locator("a[href^='javascript']").count() == 0


def test_a_server_open_to_the_network_refuses_to_show_anything(page: Page, tmp_path: Path) -> None:
    server = Server(tmp_path, "--server.address", "0.0.0.0")
    try:
        page.goto(server.url)
        expect(page.get_by_role("alert")).to_contain_text("POSTWRIGHT_ALLOW_REMOTE")
        expect(page.get_by_role("button", name="Start a posting")).to_have_count(0)
    finally:
        server.kill()
