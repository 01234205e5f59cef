"""Settings come from the environment, with each default in one place, and a bad one is named."""

from pathlib import Path

import pytest
from platformdirs import user_data_path

from postwright.errors import SettingsError
from postwright.settings import load_settings


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch):
    import os

    for name in list(os.environ):
        if name.startswith("POSTWRIGHT_") or name in ("OPENAI_API_KEY", "AZURE_OPENAI_API_KEY"):
            monkeypatch.delenv(name)


def test_the_defaults_need_nothing():
    settings = load_settings()
    folder = user_data_path("postwright", appauthor=False)
    assert settings.model_dump() == {
        "data_dir": folder,
        "database_url": "",
        "guidelines": None,
        "allow_remote": False,
        "secret": None,
        "model": "",
        "base_url": "",
        "fallback_model": "",
        "azure_api_version": "2024-10-21",
        "model_timeout": 120.0,
        "model_tokens": 60_000,
        "model_concurrency": 2,
        "api_key": None,
        "openai_api_key": None,
        "azure_openai_api_key": None,
    }
    assert settings.library_url == f"sqlite:///{folder.as_posix()}/postwright.sqlite3"
    assert settings.overlay == folder / "guidelines"


def test_each_value_can_be_set(monkeypatch, tmp_path):
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("POSTWRIGHT_GUIDELINES", str(tmp_path / "house"))
    monkeypatch.setenv("POSTWRIGHT_DATABASE_URL", "postgresql+psycopg://host/name")
    monkeypatch.setenv("POSTWRIGHT_ALLOW_REMOTE", "true")
    settings = load_settings()
    assert settings.overlay == tmp_path / "house"
    assert settings.library_url == "postgresql+psycopg://host/name"
    assert settings.allow_remote is True


def test_a_value_that_cannot_be_used_is_named(monkeypatch):
    monkeypatch.setenv("POSTWRIGHT_ALLOW_REMOTE", "perhaps")
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert refused.value.message.startswith("POSTWRIGHT_ALLOW_REMOTE cannot be used:")


def test_a_number_out_of_its_range_is_named(monkeypatch):
    monkeypatch.setenv("POSTWRIGHT_MODEL_TIMEOUT", "0")
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert str(refused.value) == (
        "POSTWRIGHT_MODEL_TIMEOUT cannot be used: Input should be greater than 0. Correct it or leave it out."
    )


@pytest.mark.parametrize("variable", ["POSTWRIGHT_API_KEY", "OPENAI_API_KEY", "AZURE_OPENAI_API_KEY"])
def test_a_key_is_shown_nowhere(monkeypatch, variable):
    monkeypatch.setenv(variable, "sk-kept-to-itself")
    settings = load_settings()
    shown = repr(settings) + str(settings.model_dump()) + settings.model_dump_json()
    assert "kept-to-itself" not in shown
    assert getattr(settings, variable.removeprefix("POSTWRIGHT_").lower()).get_secret_value() == "sk-kept-to-itself"


def test_linting_reads_no_settings():
    import subprocess
    import sys

    code = (
        "import sys, postwright.reading, postwright.linting, postwright.guidelines.records;"
        "print('postwright.settings' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert shown.stdout == "False\n"
