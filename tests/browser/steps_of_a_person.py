"""What a person does on the pages, step by step, for the browser tests."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError, expect

expect.set_options(timeout=20_000)  # a busy machine is no failure

TEXT = "Text of the posting (Markdown)"


def start_posting(page: Page, url: str) -> str:
    """Start an empty posting from the first screen; return its address."""
    page.goto(url)
    page.get_by_role("button", name="Start a posting").click()
    expect(page.get_by_label("Job title", exact=True)).to_be_visible()
    page.wait_for_url("**/write?posting=*")
    return page.url


def fill(page: Page, label: str, value: str) -> None:
    """Fill a field and leave it, as a person does."""
    field = page.get_by_label(label, exact=True)
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


def edit_text(page: Page, old: str, new: str) -> None:
    """Replace words in the text field and leave it."""
    field = page.get_by_label(TEXT, exact=True)
    expect(field).to_have_value(re.compile(re.escape(old)))
    field.fill(field.input_value().replace(old, new))
    field.press("Control+Enter")
