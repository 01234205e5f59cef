"""What axe-core finds in a page as it stands, and whether the page is drawn whole: for the tests of accessibility."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

STREAMLITS_OWN = {
    # Streamlit 1.67 gives the drop zone of st.file_uploader both a role that hides it and a label; it cannot be set.
    ("presentation-role-conflict", 'data-testid="stFileUploaderDropzone"'),
}
"""What axe-core finds in Streamlit's own elements: the rule, and what marks the element; nothing else is let pass."""
ALL_RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
RULES_OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
DRAWN = """() => [...document.querySelectorAll('[data-stale]')].every(
  each => each.dataset.stale !== 'true' && getComputedStyle(each).opacity === '1')"""
"""Whether nothing is pale any more because a rerun had not drawn it yet."""
AXE = Axe()


def faults(page: Page, rules: dict[str, object]) -> list[str]:
    """Return what axe-core finds in the page, but for what is Streamlit's own."""
    found = AXE.run(page, options={"resultTypes": ["violations"], "runOnly": rules}).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
        if not any(rule["id"] == known and mark in node["html"] for known, mark in STREAMLITS_OWN)
    ]


def settled(page: Page) -> None:
    """Wait until the page is drawn whole, and its colours are those of the theme."""
    page.locator('[data-test-script-state="notRunning"]').first.wait_for(state="attached")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    page.wait_for_timeout(300)
    page.wait_for_function(DRAWN)
