"""One fact, the pay, through brief, text, finding, JSON-LD and DOCX: they agree or the export says so."""

from __future__ import annotations

import json
from io import BytesIO

import docx
from playwright.sync_api import Page, expect
from steps_of_a_person import download, edit_text, editor, fill, open_group, side, step

from postwright.model.brief import Brief

DISAGREE = "Text and brief disagree"


def brief() -> Brief:
    pay = {"minimum": 90_000, "maximum": 110_000, "currency": "USD", "period": "year"}
    return Brief.model_validate(
        {"title": "Payments Engineer", "pay": [pay], "responsibilities": ["Run the ledger service", "Review designs"]}
    )


def pay_in_the_docx(page: Page) -> str:
    paragraphs = [each.text for each in docx.Document(BytesIO(download(page, "Word document"))).paragraphs]
    return next(text for text in paragraphs if "USD" in text or "$" in text)


def highest_pay_in_the_json_ld(page: Page) -> float:
    return float(json.loads(download(page, "JSON-LD"))["baseSalary"]["value"]["maxValue"])


def change_pay_in_the_brief(page: Page, highest: str) -> None:
    step(page, "Brief")
    open_group(page, "Pay and benefits")
    fill(page, "To", highest)


def test_a_pay_changed_in_the_brief_reaches_an_edited_text_and_every_export(page: Page, running) -> None:
    page.goto(f"{running.url}/write?posting={running.desk().new_from_brief(brief())}&step=Text")
    edit_text(page, "Review designs", "Review designs with care")
    change_pay_in_the_brief(page, "120000")
    expect(page.locator(".st-key-preview")).to_contain_text("120,000")
    expect(page.locator(".st-key-preview")).to_contain_text("Review designs with care")
    expect(page.get_by_text("1 edited line stays as you wrote it")).to_be_visible()
    step(page, "Export")
    assert "120,000" in pay_in_the_docx(page)
    assert highest_pay_in_the_json_ld(page) == 120_000
    expect(page.get_by_text(DISAGREE)).to_have_count(0)


def test_a_pay_edited_in_the_text_and_then_in_the_brief_is_told_apart_even_after_the_server_was_killed(
    page: Page, server
) -> None:
    address = f"{server.url}/write?posting={server.desk().new_from_brief(brief())}"
    page.goto(f"{address}&step=Text")
    edit_text(page, "110,000", "115,000")
    change_pay_in_the_brief(page, "120000")
    expect(page.get_by_text("The brief changed a line that you had edited")).to_be_visible()
    server.kill()
    server.start()

    page.goto(f"{address}&step=Text")
    expect(editor(page)).to_contain_text("115,000")
    expect(side(page)).to_contain_text("120,000")
    step(page, "Export")
    expect(page.get_by_text(DISAGREE)).to_be_visible()
    assert "115,000" in pay_in_the_docx(page)
    assert highest_pay_in_the_json_ld(page) == 120_000

    step(page, "Text")
    page.get_by_role("button", name="Take the brief's").click()
    expect(editor(page)).to_contain_text("120,000")
    step(page, "Export")
    expect(page.get_by_text(DISAGREE)).to_have_count(0)
    assert "120,000" in pay_in_the_docx(page)
