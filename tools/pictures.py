"""Take the pictures of the main pages for docs/pictures/, in both themes: `make pictures` (needs Chromium).

The app is started on a library of its own with the examples that ship and with the scripted model of the tests, so that
the pictures can be made again.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from postwright.services import Desk  # noqa: E402  (of this tree, as the server below)
from tests.browser.app_server import Server  # noqa: E402
from tests.servers.fake_openai import FakeOpenAI  # noqa: E402
from tests.servers.scripted_model import MODELS, reply_of  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
SIZE = {"width": 1280, "height": 860}
MODEL = "faithful"
EXAMPLES = ("senior_software_systems_engineer", "registered_nurse", "inflated_junior_developer")
SLOW = 180_000
"""Milliseconds to wait for a page: a busy machine is no failure."""


def main() -> int:
    """Write a picture of each page and theme; return the exit status."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        print("No Chromium was found: install it (apt install chromium).", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    model = FakeOpenAI(lambda asked: reply_of(MODELS[MODEL], asked), models=(MODEL,), port=8123)
    with tempfile.TemporaryDirectory() as home, model, sync_playwright() as playwright:
        server = Server(Path(home), settings={"POSTWRIGHT_MODEL": MODEL, "POSTWRIGHT_BASE_URL": model.url})
        try:
            postings = filled(server.desk())
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            for scheme in ("light", "dark"):
                take(browser, server.url, postings, scheme)
            browser.close()
        finally:
            server.kill()
    return 0


def filled(desk: Desk) -> tuple[str, str]:
    """Keep the examples; return the ids of a sound posting and of one with findings."""
    kept = [desk.new_example(name) for name in EXAMPLES]
    return kept[0], kept[-1]


def take(browser: Browser, url: str, postings: tuple[str, str], scheme: str) -> None:
    """Take all pictures in one theme."""
    context = browser.new_context(viewport=SIZE, color_scheme=scheme, reduced_motion="reduce")
    context.set_default_timeout(SLOW)
    page = context.new_page()
    sound, inflated = (f"{url}/write?posting={posting}&step=" for posting in postings)
    for name, address, seen in (
        ("postings", url, "text=Senior Software Systems Engineer"),
        ("new", f"{url}/new", "text=Write the first draft"),
        ("brief", f"{sound}Brief", ".st-key-preview h1"),
        ("text", f"{inflated}Text", ".cm-content"),
        ("export", f"{sound}Export", "iframe"),
        ("check", f"{url}/check", "h1"),
        ("review", f"{url}/review", "button:has-text('Review 3 postings'), [role=tab]"),
        ("organisation", f"{url}/organisation", "h1"),
        ("model", f"{url}/model", "h1"),
    ):
        page.goto(address, timeout=SLOW)
        page.locator(seen).first.wait_for(timeout=SLOW)
        if name == "new":
            page.get_by_role("combobox", name="Which role is it?").type("senior nur")
            page.get_by_role("option").first.wait_for(timeout=SLOW)
        if name == "review":
            if (button := page.get_by_role("button", name="Review 3 postings")).is_visible():
                button.click()  # the server remembers a review: in the second theme it is there already
            page.get_by_role("tab", name="Postings", exact=True).click()
        elif name == "model":
            page.get_by_role("button", name="Test the connection").click()
            page.get_by_text("Drafts can be reworded with it").first.wait_for(timeout=SLOW)
        page.mouse.move(0, 0)
        settle(page)
        page.screenshot(path=FOLDER / f"{name}-{scheme}.png", animations="disabled", caret="hide")
        print(f"docs/pictures/{name}-{scheme}.png")
    context.close()


def settle(page: Page) -> None:
    """Wait until the page is drawn whole: no rerun is under way and nothing moves."""
    page.locator('[data-test-script-state="notRunning"]').first.wait_for(state="attached", timeout=SLOW)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=SLOW)
    page.wait_for_timeout(2_000)


if __name__ == "__main__":
    sys.exit(main())
