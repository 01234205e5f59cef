"""What a hiring manager does, in a real browser: write, edit, mend, export, and find everything again."""

from __future__ import annotations

import json
from io import BytesIO

import docx
from playwright.sync_api import Browser, Page, expect
from steps_of_a_person import download, edit_text, editor, state, step, text_in, use_fix, write_a_posting


def test_a_posting_written_from_an_empty_start_is_edited_mended_exported_and_still_there(
    page: Page, server, browser: Browser
) -> None:
    address = write_a_posting(page, server.url)
    step(page, "Text")
    edit_text(page, "- Review designs", "- Review designs with the chairman")
    use_fix(page, "chairman", "Replace by “chair”")
    expect(editor(page)).not_to_contain_text("chairman")
    page.get_by_role("button", name="Undo the last fix").click()
    expect(editor(page)).to_contain_text("chairman")
    use_fix(page, "chairman", "Replace by “chair”")
    expect(editor(page)).not_to_contain_text("chairman")
    expect(state(page)).to_have_text("Saved")
    mended = text_in(page)

    step(page, "Export")
    assert download(page, "Markdown").decode().strip() == mended.strip()
    assert "Run the ledger service" in [
        p.text for p in docx.Document(BytesIO(download(page, "Word document"))).paragraphs
    ]
    assert b"<h1>Payments Engineer</h1>" in download(page, "Web page")
    assert b"Run the ledger service" in download(page, "Plain text")
    assert json.loads(download(page, "JSON-LD"))["title"] == "Payments Engineer"
    assert json.loads(download(page, "JSON"))["brief"]["title"] == "Payments Engineer"

    page.reload()
    expect(page.get_by_role("radio", name="Export", exact=True)).to_be_checked()
    elsewhere = browser.new_context().new_page()
    elsewhere.goto(f"{address}&step=Text")
    expect(editor(elsewhere)).to_contain_text("with the chair")
    assert text_in(elsewhere) == mended
    elsewhere.context.close()
