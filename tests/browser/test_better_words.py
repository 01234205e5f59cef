"""Rewording in a real browser against a scripted server: progress, refresh in the middle, stop, refusals, undo."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from app_server import Server
from playwright.sync_api import Page
from steps_of_a_person import OVER, begin, expect, press

from postwright.exchange.brief_yaml import load_brief
from tests.servers.fake_openai import FakeOpenAI
from tests.servers.scripted_model import MODELS, reply_of

BRIEF = Path(__file__).resolve().parents[2] / "examples/briefs/senior_software_systems_engineer.yaml"
Open = Callable[..., Server]


@pytest.fixture
def with_model(tmp_path: Path) -> Iterator[Open]:
    """Return a function that starts the app with a scripted model; `pause` is in seconds."""
    running: list[tuple[Server, FakeOpenAI]] = []

    def start(name: str, *, pause: float = 0.0) -> Server:
        model = FakeOpenAI(lambda asked: reply_of(MODELS[name], asked), models=(name,), pause=pause)
        model.__enter__()
        settings = {"POSTWRIGHT_MODEL": name, "POSTWRIGHT_BASE_URL": model.url}
        running.append((Server(tmp_path, settings=settings), model))
        return running[-1][0]

    yield start
    for server, model in running:
        server.kill()
        model.__exit__(None, None, None)


def open_text(page: Page, server: Server) -> str:
    """Keep the example brief and open its text; return the posting's id."""
    posting = server.desk().new_from_brief(load_brief(BRIEF.read_text(encoding="utf-8"), name=BRIEF.name))
    page.goto(f"{server.url}/write?posting={posting}&step=Text")
    return posting


def test_a_draft_is_reworded_across_a_refresh_and_taken_over_and_back(page: Page, with_model: Open):
    server = with_model("mixed", pause=0.01)
    posting = open_text(page, server)
    composed = server.desk().open(posting).text
    begin(page)
    page.reload()
    expect(page.get_by_text(OVER)).to_be_visible()
    page.get_by_text(re.compile("with a wording that was refused")).click()
    expect(page.get_by_text("in the entry somebody else does this than in the line").first).to_be_visible()
    assert server.desk().open(posting).text == composed
    press(page, "Take all")
    expect(page.get_by_role("button", name="Put the composed wording back")).to_be_visible()
    assert server.desk().open(posting).text != composed
    press(page, "Put the composed wording back")
    expect(page.get_by_role("button", name="Put the composed wording back")).to_have_count(0)
    assert server.desk().open(posting).text == composed


def test_a_rewording_that_is_stopped_keeps_what_had_come(page: Page, with_model: Open):
    server = with_model("faithful", pause=0.2)
    open_text(page, server)
    begin(page)
    press(page, "Stop")
    expect(page.get_by_text("Stopped. What had come by then is here.")).to_be_visible()


def test_all_that_will_be_sent_can_be_seen_before_and_names_nobody(page: Page, with_model: Open):
    server = with_model("faithful")
    open_text(page, server)
    page.get_by_text("See what will be sent").click()
    page.get_by_role("button", name=re.compile("Request 1")).click()
    sent = page.locator("[data-testid=stCode]").filter(has_text="Kestrel Robotics").first
    expect(sent).to_be_visible()
    assert "Dana Whitfield" not in "".join(page.locator("[data-testid=stCode]").all_inner_texts())


def test_a_liar_changes_nothing(page: Page, with_model: Open):
    server = with_model("liar")
    posting = open_text(page, server)
    composed = server.desk().open(posting).text
    begin(page)
    expect(page.get_by_text(OVER)).to_be_visible()
    expect(page.get_by_text(re.compile("with a wording that was refused"))).to_be_visible()
    assert server.desk().open(posting).text == composed


def test_the_page_of_the_model_tries_the_connection(page: Page, with_model: Open):
    server = with_model("faithful")
    page.goto(f"{server.url}/model")
    press(page, "Test the connection")
    expect(page.get_by_text("Drafts can be reworded with it")).to_be_visible()
