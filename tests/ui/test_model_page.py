"""The page Language model and the switch that forbids models, without a model and with one that cannot be used."""

from __future__ import annotations

import threading

import streamlit as st
from page_parts import label_of
from pydantic import SecretStr

from postwright.desk.model import ConfiguredModel
from postwright.drafting.abilities import AbilityBook
from postwright.drafting.doctor import examine
from postwright.drafting.endpoint import endpoints_of
from postwright.settings import Settings
from postwright.ui.common import _key_among_secrets
from postwright.ui.model import TRIED
from tests.servers.fake_openai import FakeOpenAI, items


def words_of(app) -> str:
    return "\n".join(each.value for each in [*app.markdown, *app.error, *app.warning])


def test_without_a_model_the_page_says_that_none_is_needed_and_how_to_connect_one(open_page):
    words = words_of(open_page("model"))
    assert "**No model is set**, and none is needed." in words
    assert "`POSTWRIGHT_MODEL`" in words
    assert "`OPENAI_API_KEY`" in words


def test_a_wrong_setting_is_told_with_what_to_do(open_page, monkeypatch):
    monkeypatch.setenv("POSTWRIGHT_MODEL", "some-model")
    monkeypatch.setenv("POSTWRIGHT_BASE_URL", "file:///etc/passwd")
    app = open_page("model")
    assert [error.value for error in app.error if "address" in error.value]
    assert not app.button


def test_a_model_that_is_set_is_named_with_its_address_and_never_its_key(open_page, monkeypatch):
    monkeypatch.setenv("POSTWRIGHT_MODEL", "some-model")
    monkeypatch.setenv("POSTWRIGHT_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("POSTWRIGHT_API_KEY", "not-to-be-seen")
    app = open_page("model")
    assert "**In use: some\\-model**" in words_of(app)
    assert "http://127.0.0.1:9/v1" in words_of(app)
    assert "not-to-be-seen" not in words_of(app)


def test_a_test_of_the_connection_explains_its_failure(open_page, monkeypatch):
    monkeypatch.setenv("POSTWRIGHT_MODEL", "some-model")
    monkeypatch.setenv("POSTWRIGHT_BASE_URL", "http://127.0.0.1:9/v1")
    app = open_page("model")
    label_of(app, "button", "Test the connection").click().run()
    assert [status.label for status in app.status] == ["Drafts cannot be reworded with it; everything else works"]
    assert "**Its list of models** does not work" in words_of(app)


def test_all_that_is_tried_has_a_name_on_the_page(tmp_path):
    with FakeOpenAI(items(("A", "First line.", ["S"]), ("B", "Second line.", ["S"])), models=("some-model",)) as server:
        (endpoint,) = endpoints_of(Settings(model="some-model", base_url=server.url))
        book = AbilityBook(tmp_path / "abilities.json")
        tried = [check.name for check in examine(endpoint, book, seconds=20, stop=threading.Event())]
    assert tried == [*TRIED]


def test_the_organisation_can_switch_models_off(open_page, desk, monkeypatch):
    monkeypatch.setenv("POSTWRIGHT_MODEL", "some-model")
    monkeypatch.setenv("POSTWRIGHT_BASE_URL", "http://127.0.0.1:9/v1")
    label_of(open_page("organisation"), "toggle", "A language model may reword drafts").set_value(False).run()
    assert desk.organisation().language_models is False
    assert "switched language models off" in words_of(open_page("model"))


class Secrets(dict):
    """What stands in .streamlit/secrets.toml."""

    def load_if_toml_exists(self) -> bool:
        return True


def test_a_key_among_the_secrets_reaches_the_model_and_no_text(monkeypatch):
    monkeypatch.setattr(st, "secrets", Secrets(OPENAI_API_KEY=" not-to-be-seen "))
    key, key_from = _key_among_secrets()
    assert key is not None
    assert (key.get_secret_value(), str(key), key_from) == (
        "not-to-be-seen",
        "**********",
        "OPENAI_API_KEY in secrets.toml",
    )


def test_trying_no_model_finds_nothing(desk):
    assert list(desk.rewritings.try_model(threading.Event())) == []
    assert desk.rewritings.models() == ()


def test_the_configured_model_tells_name_and_address(tmp_path):
    settings = Settings(data_dir=tmp_path, model="openai:some-model")
    model = ConfiguredModel(settings, key=SecretStr("x"), key_from="secrets.toml")
    assert [(each.name, each.key_from) for each in model.addresses()] == [("openai:some-model", "secrets.toml")]
