"""The adapter and the doctor against a real `llama-server`, whose tiny model writes fluent nonsense that is refused."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

import pytest

from postwright.desk.examples import FOLDER
from postwright.desk.model import ConfiguredModel
from postwright.drafting.abilities import Abilities, AbilityBook, Form
from postwright.drafting.chat import Chat
from postwright.drafting.compose import compose
from postwright.drafting.doctor import examine
from postwright.drafting.endpoint import Endpoint, endpoints_of
from postwright.drafting.hard_facts import fact_finder
from postwright.drafting.langchain_writer import LangchainWriter
from postwright.drafting.material import Material, material
from postwright.drafting.requests import Asker
from postwright.drafting.rewriting import Rewriter
from postwright.drafting.rewritten import ItemResult
from postwright.drafting.writer import Message, RenderedPrompt, Usage, WriteRequest, WrittenItem
from postwright.errors import AnswerError
from postwright.exchange.brief_yaml import load_brief
from postwright.grounding.lexicon import Lexicon, lexicon_of
from postwright.grounding.verify import verify
from postwright.guidelines.load import load_guidelines
from postwright.model.brief import Organisation
from postwright.services import open_desk
from postwright.settings import Settings
from tests.servers.llama import llama_server

IDS = ("A", "B", "C")
ENTRY = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "enum": list(IDS)},
        "text": {"type": "string"},
        "source_ids": {"type": "array", "items": {"type": "string", "enum": ["S"]}, "maxItems": 2},
    },
    "required": ["id", "text", "source_ids"],
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "properties": {"items": {"type": "array", "items": ENTRY, "minItems": 1, "maxItems": 3}},
    "required": ["items"],
    "additionalProperties": False,
}
REQUEST = WriteRequest(
    RenderedPrompt("rewrite", "1", (Message("system", "Reword."), Message("user", "The night shift bakes.")), SCHEMA),
    (),
    1500,
)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with llama_server() as address:
        yield address


@pytest.fixture
def endpoint(url) -> Endpoint:
    return endpoints_of(Settings(model="tiny", base_url=url))[0]


@pytest.fixture
def book(tmp_path) -> AbilityBook:
    return AbilityBook(tmp_path / "abilities.json")


def test_the_doctor_finds_what_it_can_do(endpoint, book):
    checks = {check.name: check.result for check in examine(endpoint, book, seconds=60, stop=threading.Event())}
    assert checks == {
        "address": "ok",
        "models": "limited",
        "chat": "ok",
        "usage": "ok",
        "strict schema": "ok",
        "streaming": "ok",
        "finish reason": "ok",
    }
    assert book.of(endpoint) == Abilities("json_schema")


def test_with_a_strict_schema_every_answer_is_of_its_form(endpoint, book):
    for _ in range(5):
        *items, usage = LangchainWriter(Chat(endpoint), book).write(REQUEST, stop=threading.Event())
        assert 1 <= len(items) <= 3
        assert {type(each) for each in items} == {WrittenItem}
        assert {each.id for each in items} <= set(IDS)
        assert isinstance(usage, Usage)
        assert usage.output_tokens > 0
    assert book.of(endpoint) == Abilities("json_schema")


@pytest.mark.parametrize("form", ["tools", "json_object", "plain"])
def test_in_a_lesser_form_an_answer_is_of_it_or_is_refused_as_a_whole(endpoint, book, form: Form):
    book.remember(endpoint, Abilities(form))
    given: list[WrittenItem | Usage] = []
    with contextlib.suppress(AnswerError):
        given += LangchainWriter(Chat(endpoint), book).write(REQUEST, stop=threading.Event())
    assert all(each.text.strip() for each in given if isinstance(each, WrittenItem))


def test_stop_ends_an_answer_in_the_middle(endpoint):
    stop, parts = threading.Event(), []
    for part in Chat(endpoint).stream(
        REQUEST.prompt.messages, form="plain", schema={}, max_output_tokens=100_000, usage=True, stop=stop
    ):
        parts.append(part)
        stop.set()
    assert len(parts) == 1


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return lexicon_of(load_guidelines())


@pytest.fixture(scope="module")
def nurse(lexicon) -> Material:
    """Return what is sent of an example brief."""
    file, house = FOLDER / "registered_nurse.yaml", Organisation()
    brief = load_brief(file.read_text(encoding="utf-8"), name=file.name)
    composed = compose(brief, organisation=house, guidelines=load_guidelines())
    return material(composed, brief, house, find_facts=fact_finder(lexicon))


def test_its_fluent_nonsense_is_refused(book, lexicon, nurse):
    texts: set[str] = set()
    for seed in range(1, 9):  # a server with a seed says the same each time
        with llama_server("--seed", str(seed)) as url:
            (endpoint,) = endpoints_of(Settings(model="tiny", base_url=url))
            given = LangchainWriter(Chat(endpoint), book).write(REQUEST, stop=threading.Event())
            texts |= {each.text for each in given if isinstance(each, WrittenItem)}
    assert len(texts) >= 8
    supported = [
        (text, line.text)
        for text in texts
        for line in nurse.lines
        if verify(line.statement(text, line.item.sources), lexicon=lexicon).supported
    ]
    assert supported == []


def test_a_whole_draft_of_nonsense_is_put_back(endpoint, book, lexicon, nurse):
    rewriter = Rewriter(
        LangchainWriter(Chat(endpoint), book),
        Asker(load_guidelines(), None, b"secret"),
        lambda statement: verify(statement, lexicon=lexicon),
        find_facts=fact_finder(lexicon),
    )
    events = list(rewriter.rewrite(nurse, stop=threading.Event()))
    results = [event for event in events if isinstance(event, ItemResult)]
    assert len(results) == len(nurse.lines)
    assert {(each.outcome, each.text == each.before) for each in results} == {("put_back", True)}


def test_at_the_desk_it_is_tried_stopped_gone_on_with_after_a_restart_and_refused(url, tmp_path):
    file = FOLDER / "registered_nurse.yaml"
    settings = Settings(data_dir=tmp_path, model="tiny", base_url=url)
    desk = open_desk(settings, model=ConfiguredModel(settings))
    assert not [check for check in desk.rewritings.try_model(threading.Event()) if check.result == "failed"]
    posting = desk.new_from_brief(load_brief(file.read_text(encoding="utf-8"), name=file.name))
    composed = desk.open(posting).text
    desk.rewritings.start(posting)
    desk.rewritings.stop(posting)
    stopped = desk.rewritings.wait(posting)
    assert stopped is not None
    assert (stopped.state, bool(stopped.left)) == ("stopped", True)
    desk.close()
    desk = open_desk(settings, model=ConfiguredModel(settings))
    desk.rewritings.again(posting)
    done = desk.rewritings.wait(posting)
    assert done is not None
    assert (done.state, len(done.results), done.report.kept, done.report.repaired) == ("done", 12, 0, 0)
    assert {attempt.model for result in done.results for attempt in result.attempts} <= {"tiny", ""}
    assert desk.rewritings.accept(posting).text == composed
    desk.close()
