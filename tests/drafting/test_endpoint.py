"""Settings say which model is called, and a key goes only to the server that it is for."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from postwright.drafting.endpoint import endpoints_of
from postwright.errors import SettingsError
from postwright.settings import Settings


@pytest.fixture(autouse=True)
def no_keys(monkeypatch):
    for name in ("OPENAI_API_KEY", "AZURE_OPENAI_API_KEY", "POSTWRIGHT_API_KEY", "POSTWRIGHT_MODEL"):
        monkeypatch.delenv(name, raising=False)


def settings(**values):
    return Settings(**values)


def shown(endpoint):
    key = endpoint.key.get_secret_value() if endpoint.key else None
    return endpoint.name, endpoint.location.url, endpoint.key_from, key


def test_nothing_set_means_no_model():
    assert endpoints_of(settings()) == ()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"model": "openai:gpt-5-mini"}, ("openai:gpt-5-mini", "https://api.openai.com/v1")),
        ({"model": "OpenAI:gpt-5-mini"}, ("openai:gpt-5-mini", "https://api.openai.com/v1")),
        (
            {"model": "azure:drafts", "base_url": "https://acme.openai.azure.com/"},
            ("azure:drafts", "https://acme.openai.azure.com"),
        ),
        ({"model": "llama3:8b", "base_url": "http://localhost:11434/v1"}, ("llama3:8b", "http://localhost:11434/v1")),
        ({"model": "openai:qwen", "base_url": "http://localhost:8000/v1"}, ("qwen", "http://localhost:8000/v1")),
    ],
)
def test_each_way_to_name_a_model(given, expected):
    (endpoint,) = endpoints_of(settings(**given))
    assert (endpoint.name, endpoint.location.url) == expected


def test_a_fallback_model_stands_at_the_same_address():
    given = settings(model="big", fallback_model="small", base_url="https://models.example/v1", api_key="k")
    assert [shown(endpoint) for endpoint in endpoints_of(given)] == [
        ("big", "https://models.example/v1", "POSTWRIGHT_API_KEY", "k"),
        ("small", "https://models.example/v1", "POSTWRIGHT_API_KEY", "k"),
    ]


def test_a_model_that_is_its_own_fallback_is_one():
    assert len(endpoints_of(settings(model="openai:a", fallback_model="openai:a"))) == 1


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"model": "gpt-5-mini"}, "POSTWRIGHT_MODEL does not say whose model gpt-5-mini is."),
        ({"model": "openai:a", "fallback_model": "b"}, "POSTWRIGHT_FALLBACK_MODEL does not say whose model b is."),
        ({"model": "openai:"}, "POSTWRIGHT_MODEL does not say whose model openai: is."),
        ({"model": "openai:a\nb"}, "POSTWRIGHT_MODEL is not the name of a model."),
        ({"fallback_model": "openai:a"}, "POSTWRIGHT_FALLBACK_MODEL is set and POSTWRIGHT_MODEL is not."),
        ({"model": "azure:drafts"}, "An Azure model needs the address of its resource."),
        (
            {"model": "m", "base_url": "file:///etc/passwd"},
            "POSTWRIGHT_BASE_URL cannot be used: The model's address begins with file:",
        ),
    ],
)
def test_what_cannot_be_used_is_named_with_what_to_do(given, message):
    with pytest.raises(SettingsError) as refused:
        endpoints_of(settings(**given))
    assert refused.value.message == message
    assert refused.value.hint


@pytest.mark.parametrize(
    ("given", "key_from"),
    [
        ({"model": "openai:a"}, "OPENAI_API_KEY"),
        ({"model": "openai:a", "base_url": "https://eu.api.openai.com/v1"}, "OPENAI_API_KEY"),
        ({"model": "openai:a", "base_url": "https://openai.com.evil.example/v1"}, ""),
        ({"model": "openai:a", "base_url": "http://api.openai.com/v1"}, ""),
        ({"model": "openai:a", "base_url": "http://localhost:1/v1"}, ""),
        ({"model": "azure:a", "base_url": "https://acme.openai.azure.com"}, "AZURE_OPENAI_API_KEY"),
        ({"model": "openai:a", "api_key": "own"}, "POSTWRIGHT_API_KEY"),
        ({"model": "openai:a", "base_url": "http://localhost:1/v1", "api_key": "own"}, "POSTWRIGHT_API_KEY"),
    ],
)
def test_a_providers_key_goes_to_that_provider_only(monkeypatch, given, key_from):
    monkeypatch.setenv("OPENAI_API_KEY", "for-openai")
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "for-azure")
    values = {"OPENAI_API_KEY": "for-openai", "AZURE_OPENAI_API_KEY": "for-azure", "POSTWRIGHT_API_KEY": "own"}
    (endpoint,) = endpoints_of(settings(**given))
    assert shown(endpoint)[2:] == (key_from, values.get(key_from))


def test_a_key_of_the_page_is_used_where_the_environment_has_none(monkeypatch):
    page = {"key": SecretStr("secret"), "key_from": "Streamlit's secrets"}
    (endpoint,) = endpoints_of(settings(model="openai:a"), **page)
    assert shown(endpoint)[2:] == ("Streamlit's secrets", "secret")
    assert "secret'" not in repr(endpoint)
    monkeypatch.setenv("OPENAI_API_KEY", "environment")
    (endpoint,) = endpoints_of(settings(model="openai:a"), **page)
    assert shown(endpoint)[2:] == ("OPENAI_API_KEY", "environment")


def test_an_empty_key_is_none():
    (endpoint,) = endpoints_of(settings(model="openai:a", api_key=" "))
    assert (endpoint.key, endpoint.key_from) == (None, "")
