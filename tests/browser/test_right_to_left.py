"""Names in Hebrew and Arabic script in a real browser: they stand where they belong and turn nothing beside them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect
from steps_of_a_person import editor, fill, preview, text_in

from postwright.model.brief import Brief

NAME, NUMBER = "שרה לוי", "020 7946"
WHOLE = "שרה לוי היא המנהלת"
BRIEF = {"title": "Gardener", "summary": f"Ask {NAME}, {NUMBER}, about it.", "responsibilities": ["Cut hedges", WHOLE]}
EDGES = """(line, parts) => parts.map((part) => {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(part);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + part.length);
    return range.getBoundingClientRect().left;
  }
  throw new Error(`no ${part}`);
})"""
"""Where parts of a line begin on the screen."""


def in_order(line: Locator) -> bool:
    """Return whether the line shows first its English words, then the name, then the number."""
    expect(line).to_be_visible()
    edges = line.evaluate(EDGES, ["Ask", NAME, NUMBER, "about"])
    return edges == sorted(edges)


def test_a_name_turns_nothing_beside_it_in_draft_text_and_preview(page: Page, running) -> None:
    posting = running.desk().new_from_brief(Brief.model_validate(BRIEF))
    address = f"{running.url}/write?posting={posting}&step="
    page.goto(f"{address}Brief")
    assert in_order(preview(page).locator(".pw-draft-body p").filter(has_text=NUMBER))
    page.goto(f"{address}Text")
    assert in_order(editor(page).locator(".cm-line").filter(has_text=NUMBER))
    whole = editor(page).locator(".cm-line").filter(has_text=WHOLE)
    expect(whole).to_have_css("direction", "rtl")
    page.goto(f"{address}Export")
    exported = page.frame_locator("iframe")
    assert in_order(exported.locator("p").filter(has_text=NUMBER))
    expect(exported.locator("li").filter(has_text=WHOLE)).to_have_css("direction", "rtl")


def test_what_is_typed_around_a_name_is_kept_as_it_was_typed(page: Page, running) -> None:
    posting = running.desk().new_from_brief(Brief.model_validate(BRIEF))
    page.goto(f"{running.url}/write?posting={posting}&step=Text")
    expect(editor(page)).to_contain_text(NUMBER)
    page.keyboard.press("Control+End")
    editor(page).focus()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type("Write to محمد علي, 5 p.m., or to שרה.")
    page.keyboard.press("Home")
    page.keyboard.type("Or: ")
    assert text_in(page).endswith("Or: Write to محمد علي, 5 p.m., or to שרה.")


def test_a_field_runs_as_what_is_written_in_it(page: Page, running) -> None:
    posting = running.desk().new_from_brief(Brief(title="Gardener"))
    page.goto(f"{running.url}/write?posting={posting}&step=Brief")
    fill(page, "Job title", WHOLE)
    expect(page.get_by_label("Job title", exact=True)).to_have_css("unicode-bidi", "plaintext")
    expect(preview(page).get_by_role("heading", name=WHOLE)).to_have_css("direction", "rtl")
