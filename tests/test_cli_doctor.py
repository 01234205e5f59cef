"""`postwright doctor` says whether the model can be used, for people and for programs, and by its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from postwright.cli import main
from tests.servers.fake_openai import FakeOpenAI, Reply, failure, items

SCHEMA = json.loads(
    (Path(__file__).resolve().parents[1] / "docs" / "schemas" / "doctor.schema.json").read_text(encoding="utf-8")
)
ANSWER = items(("A", "First line.", ["S"]), ("B", "Second line.", ["S"]))


@pytest.fixture(autouse=True)
def environment(monkeypatch, tmp_path):
    for name in ("MODEL", "BASE_URL", "FALLBACK_MODEL", "API_KEY"):
        monkeypatch.delenv(f"POSTWRIGHT_{name}", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "120")


def set_model(monkeypatch, server, **more):
    values = {"MODEL": "fake", "BASE_URL": server.url, "API_KEY": "sk-very-secret", **more}
    for name, value in values.items():
        monkeypatch.setenv(f"POSTWRIGHT_{name}", value)


def test_without_a_model_it_says_that_none_is_needed(capsys):
    assert main(["doctor"]) == 0
    assert capsys.readouterr().out == (
        "No model is set, and none is needed: drafting, checking and exporting work without.\n"
        'To have drafts reworded, set POSTWRIGHT_MODEL to "openai:NAME" and a key; README.md says how.\n'
    )
    assert main(["doctor", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"models": []}


def test_a_model_that_works_is_shown_with_each_check(capsys, monkeypatch):
    with FakeOpenAI(ANSWER) as server:
        set_model(monkeypatch, server)
        assert main(["doctor"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert (out[0], out[-1]) == (f"fake at {server.url}", "Drafts can be reworded with it.")
    assert [line[2:16].strip() for line in out[1:-1] if line[2] != " "] == [
        "address", "models", "chat", "usage", "strict schema", "streaming", "finish reason",
    ]  # fmt: skip
    assert "very-secret" not in "".join(out)


def test_a_model_that_does_not_work_is_explained_and_ends_with_1(capsys, monkeypatch):
    with FakeOpenAI(failure(401)) as server:
        set_model(monkeypatch, server)
        assert main(["doctor"]) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert "failed 127.0.0.1 does not accept the key of POSTWRIGHT_API_KEY. Set a valid key." in out
    assert out.endswith("Drafts cannot be reworded with it; everything else works.")


def test_for_programs_it_follows_its_schema(capsys, monkeypatch):
    with FakeOpenAI(lambda asked: ANSWER if asked.body["model"] == "fake" else Reply("")) as server:
        set_model(monkeypatch, server, FALLBACK_MODEL="other")
        assert main(["doctor", "--format", "json"]) == 0
    out = capsys.readouterr().out
    found = json.loads(out)
    jsonschema.validate(found, SCHEMA)
    assert [(model["name"], model["usable"], model["abilities"]) for model in found["models"]] == [
        ("fake", True, {"form": "json_schema", "usage": True, "finish_reason": True}),
        ("other", False, None),
    ]
    assert "very-secret" not in out


def test_a_wrong_setting_is_named(capsys, monkeypatch):
    monkeypatch.setenv("POSTWRIGHT_MODEL", "gpt-5-mini")
    assert main(["doctor"]) == 2
    assert capsys.readouterr().err == (
        'postwright: POSTWRIGHT_MODEL does not say whose model gpt-5-mini is. Write "openai:NAME" or '
        '"azure:DEPLOYMENT"; with POSTWRIGHT_BASE_URL, the name that the server knows.\n'
    )


def test_what_the_doctor_found_is_found_anew(capsys, monkeypatch):
    with FakeOpenAI(ANSWER) as server:
        set_model(monkeypatch, server)
        assert main(["doctor"]) == 0
        server._forms = ("tools", "plain")
        assert main(["doctor", "--format", "json"]) == 0
    out = capsys.readouterr().out
    assert '"form": "tools"' in out
