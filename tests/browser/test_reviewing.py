"""The review in a real browser: by keyboard alone, with plots, downloads, an upload with columns, and hostile words."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from steps_of_a_person import choose, editor

FOCUSED = "(e => e.matches('button, a, [role=tab]') ? e.innerText : '')(document.activeElement)"
HOSTILE = "=1+1 <script>alert(1)</script> | Weaver"


def weaver(years: int) -> str:
    return f"# Senior Weaver\n\nSalary: £40,000 - £45,000 per year.\n\n## Requirements\n\n- {years} years of weaving\n"


def keep(server, *years: int) -> None:
    for amount in years:
        server.desk().keep_import(server.desk().read_pasted(weaver(amount)))


def press_until(page: Page, key: str, name: str) -> None:
    """Press a key until the button, link or tab of this name has the focus, as somebody without a mouse does."""
    for _ in range(60):
        focused = page.evaluate(FOCUSED)
        if re.search(name, focused or ""):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{name} cannot be reached with {key}")


def saved(page: Page, label: str) -> bytes:
    """Download one form of the review."""
    with page.expect_download() as started:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(started.value.path()).read_bytes()


def test_the_library_is_reviewed_and_a_posting_opened_by_keyboard_alone(page: Page, server) -> None:
    keep(server, 5, 5, 9, 5)
    page.goto(f"{server.url}/review")
    expect(page.get_by_role("button", name="Review 4 postings")).to_be_visible()
    press_until(page, "Tab", "Review 4 postings")
    page.keyboard.press("Enter")
    expect(page.get_by_text("3 of 4 postings for Weaver (senior) ask 5 years; this one asks 9 years.")).to_be_visible()
    press_until(page, "Tab", "^Differences$")
    for tab in ("Postings", "Groups", "Years", "Pay", "Findings by rule", "Differences"):
        press_until(page, "ArrowRight", f"^{tab}$")
        page.keyboard.press("Enter")
        expect(page.get_by_role("tab", name=tab, exact=True)).to_have_attribute("aria-selected", "true")
    press_until(page, "Tab", "^[1-4]$")
    page.keyboard.press("Enter")
    expect(editor(page)).to_contain_text("9 years of weaving")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_plots_are_drawn_with_their_numbers_in_both_themes_and_a_narrow_window(page: Page, running, scheme) -> None:
    keep(running, 5, 5, 9, 5)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 420, "height": 900})
    page.goto(f"{running.url}/review")
    page.get_by_role("button", name=re.compile(r"^Review \d+ postings$")).or_(
        page.get_by_role("tab", name="Years")
    ).click()
    page.get_by_role("tab", name="Years", exact=True).click()
    plot = page.get_by_role("img", name=re.compile("^Years asked by level"))
    expect(plot).to_be_visible()
    band = plot.locator(".rv-usual").first.bounding_box()
    marks = [plot.locator(".rv-dot").nth(n).bounding_box() for n in range(plot.locator(".rv-dot").count())]
    assert band["width"] > 40
    assert all(mark["x"] > 0 and mark["x"] + mark["width"] < 420 for mark in marks)
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    colours = plot.evaluate("e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]")
    assert colours[0] != colours[1]
    expect(page.get_by_role("region", name="Years by level")).to_be_visible()


def test_an_upload_is_mapped_reviewed_and_downloaded_with_hostile_words_as_words(page: Page, server) -> None:
    page.on("dialog", lambda dialog: pytest.fail("a script ran"))
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(["Ref", "What", "Words"])
    for number, years in enumerate((5, 5, 9, 5), 1):
        writer.writerow(
            [
                f"={number}",
                HOSTILE,
                f"You weave wool for the town and you look after the looms of the mill.\n\n{weaver(years)}",
            ]
        )
    writer.writerow(["@5", "Dyer", ""])
    page.goto(f"{server.url}/review?source=An+upload")
    page.locator("input[type=file]").set_input_files(
        {"name": "jobs.csv", "mimeType": "text/csv", "buffer": stream.getvalue().encode()}
    )
    expect(page.get_by_text("What the columns hold")).to_be_visible()
    expect(page.get_by_text("Choose the column that holds the postings' text.")).to_be_visible()
    choose(page, "The posting's text", "Words")
    choose(page, "Job title", "What")
    expect(page.get_by_role("region", name="Preview")).to_contain_text("alert(1)")
    page.get_by_role("button", name="Review the upload").click()
    expect(page.get_by_text(re.compile("^3 of 4 postings for .* ask 5 years"))).to_be_visible()
    page.get_by_text("1 could not be read").click()
    expect(page.get_by_text("jobs.csv, row 6 holds no text.")).to_be_visible()
    page.get_by_role("tab", name="Postings", exact=True).click()
    expect(page.get_by_role("region", name="Postings")).to_contain_text(HOSTILE)
    rows = list(csv.reader(io.StringIO(saved(page, "Postings as CSV").decode("utf-8-sig"))))
    assert [row[1:3] for row in rows[1:]] == [[f"'={number}", f"'{HOSTILE}"] for number in (1, 2, 3, 4)]
    assert len(json.loads(saved(page, "JSON"))["postings"]) == 4
    assert saved(page, "Workbook").startswith(b"PK")
    assert b"<script>alert" not in saved(page, "Web page")
    assert b"consistency/years-outlier" in saved(page, "Differences as CSV")


def test_a_file_that_is_no_archive_gets_one_clear_message(page: Page, server) -> None:
    page.goto(f"{server.url}/review?source=An+upload")
    page.locator("input[type=file]").set_input_files(
        {"name": "jobs.zip", "mimeType": "application/zip", "buffer": b"no archive"}
    )
    page.get_by_role("button", name="Review the upload").click()
    expect(page.get_by_role("alert").filter(has_text="jobs.zip is not a whole ZIP archive")).to_be_visible()
    expect(page.get_by_text("Traceback")).to_have_count(0)
