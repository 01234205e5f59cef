"""The hostile inputs of the desk's tests through the pages, in one go: they stand there as words, and nothing acts."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from app_server import Server
from playwright.sync_api import Locator, Page, Response
from steps_of_a_person import begin, download, editor, expect, fill, open_group, preview, start_posting, step, text_in

from postwright.drafting.wording import line, without_mark
from postwright.model.brief import Organisation
from tests.desk.test_hostile_inputs import GIVEN
from tests.servers.fake_openai import Asked, FakeOpenAI, Reply
from tests.servers.scripted_writers import lines_in

TOO_LONG = 600
"""Characters: longer ones are refused by the brief; they are uploaded on the page Check a text."""
INPUTS = [
    part
    for given in GIVEN.values()
    for each in (given if isinstance(given, list) else [given])
    for part in (each if isinstance(each, list) else [each])
    if isinstance(part, str)
]
TYPED = [shown for given in INPUTS if len(given) <= TOO_LONG and (shown := line(given))]
"""What a person may type on one line, as it is kept: without unseen characters and line breaks."""
WORDS = [each for each in TYPED if each != GIVEN[27]]
"""The same without marks piled up on a letter, most of which are taken off."""
LONG = [given for given in INPUTS if len(given) > TOO_LONG]
NONSENSE = "vjqx"
"""Stands before what the model echoes, so that grounding finds something in every line."""


@pytest.fixture
def with_echo(tmp_path: Path) -> Iterator[Server]:
    """Run the app with a model that writes hostile inputs in the place of every line, one after the other."""
    turns = itertools.cycle(WORDS)

    def echo(asked: Asked) -> Reply:
        items = [
            {"id": each["id"], "text": f"{NONSENSE} {next(turns)}", "source_ids": each["sources"]}
            for each in lines_in(asked.text)
        ]
        return Reply(json.dumps({"items": items}), piece=1000)

    with FakeOpenAI(echo, models=("echo",)) as model:
        server = Server(tmp_path, settings={"POSTWRIGHT_MODEL": "echo", "POSTWRIGHT_BASE_URL": model.url})
        yield server
        server.kill()


class Watch:
    """What a page did that it must not do."""

    def __init__(self, page: Page, url: str) -> None:
        self.seen: list[str] = []
        own = (url, url.replace("http", "ws", 1), "data:", "blob:")
        page.on("dialog", lambda dialog: (self.seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.on("pageerror", lambda error: self.seen.append(f"error {error}"))
        page.on("request", lambda asked: self.seen.append(asked.url) if not asked.url.startswith(own) else None)
        page.on("response", self._answered)
        page.on("console", lambda said: self.seen.append(said.text) if "Content Security" in said.text else None)
        page.on("popup", lambda popup: self.seen.append(f"window {popup.url}"))
        self._page = page

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.seen.append(f"{response.status} {response.url}")

    def nothing_acted(self) -> None:
        """Fail where something ran, was asked for outside, or broke the page."""
        assert self.seen == []
        expect(self._page.get_by_test_id("stException")).to_have_count(0)
        made = "img[src*=evil], img[onerror], svg[onload], a[href^='javascript:' i], a[href*='crumb.example@']"
        assert [each.evaluate("e => e.outerHTML") for each in self._page.locator(made).all()] == []


def missing(words: Iterable[str], place: Locator) -> list[str]:
    """Return what does not stand in a place as it was typed, save for list marks, a last full stop and capitals."""
    text = " ".join(place.inner_text().replace("\u2060", "").split()).casefold()
    return [each for each in words if without_mark(each).rstrip(".").casefold() not in text]


def test_hostile_inputs_are_words_on_every_page(page: Page, with_echo: Server) -> None:
    server, watch = with_echo, Watch(page, with_echo.url)
    main = page.get_by_test_id("stMain")
    server.desk().save_organisation(Organisation(name="Crumb", description=GIVEN[14]))

    # the brief, and the draft beside it
    address = start_posting(page, server.url)
    posting = address.partition("posting=")[2].partition("&")[0]
    fill(page, "Job title", GIVEN[13])
    expect(preview(page).get_by_role("heading", name=GIVEN[13])).to_be_visible()
    open_group(page, "What the person will do")
    fill(page, "Responsibilities, one a line, the main ones first", "\n".join(TYPED))
    expect(preview(page)).to_contain_text(GIVEN[40])
    assert missing([*WORDS, GIVEN[14]], preview(page)) == []
    watch.nothing_acted()

    # the text
    step(page, "Text")
    expect(editor(page)).to_be_visible()
    editor(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("\n\n" + "\n\n".join(WORDS))
    expect(page.locator(".pw-with-side .pw-state")).to_have_text("Saved")
    assert text_in(page).endswith("\n\n".join(WORDS[-3:]))  # the editor draws what can be seen
    assert server.desk().open(posting).text.endswith("\n\n".join(WORDS))
    page.get_by_text("Read it as a candidate will").click()
    expect(page.locator(".st-key-preview").get_by_role("heading", name=GIVEN[13])).to_be_visible()
    watch.nothing_acted()

    # a model that writes them
    before = server.desk().open(posting).text
    begin(page)
    refused = page.get_by_text("with a wording that was refused")
    expect(refused).to_be_visible()
    refused.click()
    expect(page.locator("p.refused").first).to_be_visible()
    assert missing([f"{NONSENSE} {words}" for words in WORDS[:4]], main) == []
    assert server.desk().open(posting).text == before
    watch.nothing_acted()

    # the export
    page.goto(f"{server.url}/write?posting={posting}&step=Export")
    exported = download(page, "Web page").decode()
    assert "<script>alert" not in exported
    watch.nothing_acted()

    # a text that exists already, and is kept
    page.goto(f"{server.url}/check")
    pasted = page.get_by_role("textbox", name="Paste a posting")
    for number, each in enumerate(LONG):
        file = {"name": f"long-{number}.txt", "mimeType": "text/plain", "buffer": f"Baker\n\n{each}".encode()}
        page.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_text(file["name"])).to_be_visible()
        expect(page.get_by_role("alert").or_(page.get_by_role("tab", name="Findings")).first).to_be_visible()
        watch.nothing_acted()
    page.goto(f"{server.url}/check")
    pasted.fill("Baker\n\nYou bake bread.\n\n" + "\n\n".join(TYPED))
    pasted.press("Tab")
    page.get_by_role("tab", name="What was read in the text").click()
    expect(main).to_contain_text(GIVEN[40])
    page.get_by_role("button", name="Keep it in your postings and edit it").click()
    expect(editor(page)).to_contain_text(GIVEN[7])
    watch.nothing_acted()

    # the lists
    page.goto(server.url)
    expect(main.get_by_role("button", name="Open")).to_have_count(2)
    assert missing([GIVEN[13]], main) == []
    watch.nothing_acted()
    page.goto(f"{server.url}/review")
    expect(page.get_by_role("heading", name="Review")).to_be_visible()
    watch.nothing_acted()
