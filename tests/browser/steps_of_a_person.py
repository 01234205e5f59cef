"""What a person does on the pages, step by step, for the browser tests."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError, expect

expect.set_options(timeout=60_000)  # a busy machine is no failure

TEXT = "Text of the posting (Markdown)"
OVER = re.compile(r"\d+ lines? passed the check")
"""What the page says once all lines are settled."""
SELECT = """(field, [words, from, to]) => {
  const line = [...field.querySelectorAll('.cm-line')].find(each => each.textContent.includes(words));
  if (!line) throw new Error(`no line has ${words}`);
  const at = line.textContent.indexOf(words);
  const range = document.createRange();
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const [start, end] = [at + from - seen, at + to - seen];
    if (start >= 0 && start <= node.length) range.setStart(node, start);
    if (end >= 0 && end <= node.length) range.setEnd(node, end);
    seen += node.length;
  }
  field.focus();
  const selection = field.getRootNode().getSelection?.() ?? document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}"""
"""Selects in an editor a part of the first line with these words, as a person does with the mouse."""
SELECTED = """field => {
  const selection = field.getRootNode().getSelection?.() ?? document.getSelection();
  const node = selection.anchorNode;
  const line = (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.('.cm-line');
  return [line?.textContent ?? '', selection.toString()];
}"""
"""The line of an editor in which the selection begins, and what is selected."""


def start_posting(page: Page, url: str) -> str:
    """Start an empty posting from the first screen; return its address."""
    page.goto(url)
    page.get_by_role("button", name="Start a posting").click()
    page.get_by_role("button", name="Start with an empty brief").click()
    expect(page.get_by_label("Job title", exact=True)).to_be_visible()
    page.wait_for_url("**/write?posting=*")
    return page.url


def fill(page: Page, label: str, value: str) -> None:
    """Fill a field and leave it, as a person does."""
    field = page.get_by_label(label, exact=True)
    if field.get_attribute("contenteditable"):
        field.click()
        field.press("Control+a")
        for number, line in enumerate(value.split("\n")):
            if number:
                field.press("Enter")
            page.keyboard.insert_text(line)
        return
    field.fill(value)
    field.press("Tab")


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list; open it again where a field that was left before has just closed it."""
    wanted = page.get_by_role("option", name=option, exact=True)
    for _ in range(5):
        page.get_by_role("combobox", name=re.compile(label)).click()
        try:
            wanted.click(timeout=4_000)
        except TimeoutError:
            continue
        return
    raise AssertionError(f"{label} offers no {option}")


def open_group(page: Page, name: str) -> None:
    """Open a group of the brief's fields."""
    page.locator("summary").filter(has_text=re.compile(rf"{name}$")).click()


def step(page: Page, name: str) -> None:
    """Go to a step of the Write page."""
    page.get_by_role("radio", name=name, exact=True).click()


def preview(page: Page) -> Locator:
    """Return the posting as the page shows it."""
    return page.locator(".st-key-preview")


def download(page: Page, label: str) -> bytes:
    """Download one format of the posting."""
    with page.expect_download() as started:
        page.get_by_role("button", name=f"Download {label}", exact=True).click()
    return Path(started.value.path()).read_bytes()


def write_a_posting(page: Page, url: str) -> str:
    """Write a posting with a title, a duty and a pay; return its address."""
    address = start_posting(page, url)
    fill(page, "Job title", "Payments Engineer")
    expect(preview(page).get_by_role("heading", name="Payments Engineer")).to_be_visible()
    open_group(page, "What the person will do")
    fill(page, "Responsibilities, one a line, the main ones first", "Run the ledger service\nReview designs")
    expect(preview(page).get_by_text("Run the ledger service")).to_be_visible()
    open_group(page, "Pay and benefits")
    page.get_by_role("button", name="Add pay").click()
    fill(page, "From", "90000")
    fill(page, "To", "110000")
    choose(page, "Currency", "USD")
    expect(preview(page).get_by_text("110,000")).to_be_visible()
    return address


def editor(page: Page) -> Locator:
    """Return the editor of the posting's text."""
    return page.get_by_label(TEXT, exact=True)


def text_in(page: Page) -> str:
    """Return the text in the editor."""
    return str(
        editor(page).evaluate("field => [...field.querySelectorAll('.cm-line')].map(e => e.textContent).join('\\n')")
    )


def select(page: Page, words: str, start: int = 0, end: int | None = None) -> None:
    """Select words in the editor, or a part of them; again where the editor, just focused, put its own cursor back."""
    expect(editor(page)).to_contain_text(words)
    until = len(words) if end is None else end
    for _ in range(20):
        editor(page).evaluate(SELECT, [words, start, until])
        page.wait_for_timeout(100)
        line, selected = editor(page).evaluate(SELECTED)
        if words in line and selected == words[start:until]:
            return
    raise AssertionError(f"{words!r} cannot be selected")


def edit_text(page: Page, old: str, new: str) -> None:
    """Replace words in the editor by typing, and wait until that is saved."""
    type_over(page, old, new)
    expect(state(page)).to_have_text("Saved")


def type_over(page: Page, old: str, new: str) -> None:
    """Replace words in the editor by typing."""
    select(page, old)
    page.keyboard.insert_text(new)
    expect(editor(page)).to_contain_text(new)


def state(page: Page) -> Locator:
    """Return what the editor says of the text being saved."""
    return page.locator(".pw-with-side .pw-state")


def side(page: Page) -> Locator:
    """Return the findings beside the text."""
    return page.locator(".pw-side")


def finding(page: Page, words: str) -> Locator:
    """Open a finding in the side list; return it."""
    item = page.locator(".pw-item").filter(has_text=words).first
    head = item.locator(".pw-head")
    for _ in range(10):  # an answer on its way may show the finding anew, and closed
        if head.get_attribute("aria-expanded") == "false":
            head.click()
        page.wait_for_timeout(500)
        if head.get_attribute("aria-expanded") == "true":
            return item
    raise AssertionError(f"the finding on {words} does not stay open")


def use_fix(page: Page, words: str, fix: str) -> None:
    """Use a fix of a finding, confirmed where it changes the wording."""
    item = finding(page, words)
    item.get_by_role("button", name=re.compile(f"^{fix}")).click()
    confirm = item.get_by_role("button", name="Use it")
    if confirm.count():
        confirm.click()


def press(page: Page, name: str) -> None:
    """Press the first button of a name."""
    page.get_by_role("button", name=name).first.click()


def begin(page: Page) -> None:
    """Start the rewording; once more where a page that was still being drawn has swallowed the click."""
    begun = page.get_by_role("button", name="Stop").or_(page.get_by_text(OVER)).first
    for _ in range(4):
        press(page, "Reword")
        try:
            begun.wait_for(timeout=8_000)
        except TimeoutError:
            continue
        return
    raise AssertionError("nothing is reworded")
