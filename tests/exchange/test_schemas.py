"""The published schemas are current, and hold for what the command line really prints."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from postwright.cli import main
from postwright.exchange import schemas
from postwright.exchange.brief_yaml import filled_values, load_brief

ROOT = Path(__file__).resolve().parents[2]
POSTING = """# Senior Nurse

We pay $40 to $47 an hour. You need 3 to 5 years of ward experience, an associate degree and Epic; we are a family.
"""


def schema(name: str) -> dict[str, object]:
    loaded = json.loads((ROOT / "docs" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(loaded)
    return dict(loaded)


def test_the_published_schemas_are_current(capsys):
    assert schemas.main(["--check"]) == 0, capsys.readouterr().err


def test_a_stale_schema_is_noticed(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(schemas, "FOLDER", tmp_path / "docs")
    monkeypatch.setattr(schemas, "ROOT", ROOT)
    monkeypatch.setattr(schemas, "files", lambda: {ROOT / "docs" / "none.schema.json": "{}"})
    assert schemas.main(["--check"]) == 1
    message = "none.schema.json is not current: run python -m postwright.exchange.schemas\n"
    assert capsys.readouterr().err.replace("\\", "/") == f"docs/{message}"


@pytest.mark.parametrize("text", [POSTING, "x", "# A\n\nWe seek a young rockstar with 40 years of Kubernetes.\n"])
@pytest.mark.parametrize("command", ["lint", "read"])
def test_what_is_printed_holds_to_its_schema(command, text, tmp_path, capsys):
    path = tmp_path / "p.md"
    path.write_text(text, encoding="utf-8")
    main([command, str(path), "--format", "jsonl"])
    printed = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(schema(command)).validate(printed)
    assert printed["text"] == text


def test_the_rules_as_json_hold_to_their_schema_and_are_those_of_the_list(capsys):
    assert main(["rules", "--format", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(schema("rules")).validate(printed)
    main(["rules"])
    words = [line.split()[:2] for line in capsys.readouterr().out.splitlines() if line.startswith("  ") and "/" in line]
    assert [[rule["id"], rule["severity"]] for rule in printed] == [pair for pair in words if "/" in pair[0]]


def test_what_is_listed_of_reports_holds_to_its_schema(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path))
    path = tmp_path / "p.md"
    path.write_text(POSTING, encoding="utf-8")
    main(["read", str(path), "--wrong", "1"])
    main(["read", str(path), "--missed", "family", "--should-be", "nothing"])
    main(["lint", str(path), "--wrong", "1", "--because", "it is right", "--place", "US-CO"])
    assert main(["cases", "--format", "jsonl"]) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [case["about"] for case in printed] == ["title", "missed", "finding"]
    assert [set(case) >= {"rule", "given"} for case in printed] == [False, False, True]
    for case in printed:
        jsonschema.Draft202012Validator(schema("cases")).validate(case)


@pytest.mark.parametrize("path", sorted((ROOT / "examples" / "briefs").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_example_briefs_hold_to_the_schema(path):
    brief = load_brief(path.read_text(encoding="utf-8"), name=path.name)
    jsonschema.Draft202012Validator(schema("brief")).validate(filled_values(brief))


def test_the_schema_of_a_brief_takes_short_forms_and_refuses_unknown_keys():
    validator = jsonschema.Draft202012Validator(schema("brief"))
    validator.validate({"must_have": ["Go", {"text": "Rust", "years": 3}, {"text": "C", "years": "3-5"}]})
    for wrong in ({"titel": "x"}, {"must_have": [{"text": "x", "yeers": 1}]}, {"pay": [{"minimum": -1}]}):
        with pytest.raises(jsonschema.ValidationError):
            validator.validate(wrong)
