"""The whole way without a mouse: from an empty library to an exported posting, by keys alone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect
from steps_of_a_person import TEXT, editor, preview, state, text_in

FOCUSED = """() => {
  let each = document.activeElement;
  while (each?.shadowRoot?.activeElement) each = each.shadowRoot.activeElement;
  if (!each || each.matches('body, main')) return '';
  const words = (element) => {
    const copy = element.cloneNode(true);
    for (const icon of copy.querySelectorAll('[aria-hidden=true]')) icon.remove();
    return copy.textContent.trim();
  };
  return each.getAttribute('aria-label') || (each.labels?.[0] && words(each.labels[0])) || words(each);
}"""
"""What has the focus, by its name."""


def go_to(page: Page, *names: str, key: str = "Tab") -> None:
    """Press a key until the focus is on what has one of these names."""
    passed: list[str] = []
    for _ in range(150):
        focused = str(page.evaluate(FOCUSED))
        if focused in names:
            return
        passed.append(focused)
        page.keyboard.press(key)
    raise AssertionError(f"{names} is not reached with {key}, only {passed}")


def write(page: Page, field: str, *lines: str) -> None:
    """Go to a field and write in it."""
    go_to(page, field)
    for number, line in enumerate(lines):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.insert_text(line)
    page.keyboard.press("Tab")


def press(page: Page, name: str) -> None:
    """Go to a button and press it."""
    go_to(page, name)
    page.keyboard.press("Enter")


def step(page: Page, name: str) -> None:
    """Go back to the steps of the page, where any of them may get the focus, and choose one with the arrows."""
    go_to(page, "Brief", "Text", "Export", key="Shift+Tab")
    go_to(page, "Brief", key="ArrowLeft")
    go_to(page, name, key="ArrowRight")
    page.keyboard.press("Space")
    expect(page.get_by_role("radio", name=name, exact=True)).to_be_checked()


def test_a_posting_is_written_mended_and_exported_without_a_mouse(page: Page, server) -> None:
    page.goto(server.url)
    expect(page.get_by_role("heading", name="No postings yet")).to_be_visible()
    press(page, "Start a posting")
    expect(page.get_by_role("combobox", name="Which role is it?")).to_be_focused()
    press(page, "Start with an empty brief")
    expect(page.get_by_label("Job title", exact=True)).to_be_visible()
    write(page, "Job title", "Junior Payments Clerk")
    expect(preview(page).get_by_role("heading", name="Junior Payments Clerk")).to_be_visible()
    press(page, "What the person will do")
    write(page, "Responsibilities, one a line, the main ones first", "Book the payments", "Answer the suppliers")
    expect(preview(page).get_by_text("Answer the suppliers")).to_be_visible()
    press(page, "What the person needs")
    press(page, "Add a must-have")
    expect(page.get_by_label("Must-have 1", exact=True)).to_be_visible()
    go_to(page, "Must-have 1", key="Shift+Tab")
    write(page, "Must-have 1", "8 years of experience in bookkeeping")
    expect(preview(page).get_by_text("8 years of experience in bookkeeping")).to_be_visible()

    step(page, "Text")
    expect(editor(page)).to_contain_text("8 years of experience in bookkeeping")
    expect(page.locator(".pw-mark").first).to_be_visible()
    go_to(page, TEXT)
    page.keyboard.press("F8")
    explained = page.locator(".pw-pinned")
    expect(explained).to_contain_text("8 years")
    page.keyboard.press("Tab")
    expect(explained.locator(":focus")).to_contain_text("Ask for “1 year”")
    page.keyboard.press("Enter")
    expect(explained.locator(":focus")).to_contain_text("Use it")
    page.keyboard.press("Enter")
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("Write to us until the end of May.")
    page.keyboard.press("Control+s")
    expect(state(page)).to_have_text("Saved")
    assert "8 years" not in text_in(page)

    step(page, "Export")
    expect(page.get_by_role("button", name="Download Web page")).to_be_visible()
    go_to(page, "Download Web page")
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    exported = Path(started.value.path()).read_text(encoding="utf-8")
    assert "<h1>Junior Payments Clerk</h1>" in exported
    assert "Write to us until the end of May." in exported
    assert "8 years" not in exported
