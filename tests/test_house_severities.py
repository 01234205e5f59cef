"""The house's profile on the command line: off, lower, higher; a misspelt rule is a clear error; `rules` shows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postwright.cli import main

TEXT = "# Baker\n\nWe want a rockstar who reports to the chairman.\n"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path / "home"))
    monkeypatch.delenv("POSTWRIGHT_GUIDELINES", raising=False)
    folder = tmp_path / "home" / "guidelines"
    folder.mkdir(parents=True)
    (tmp_path / "p.md").write_text(TEXT, encoding="utf-8")

    def profile(content: str) -> str:
        (folder / "profile.yaml").write_text(content, encoding="utf-8")
        return str(tmp_path / "p.md")

    return profile


def severities(capsys, path: str) -> dict[str, str]:
    main(["lint", path, "--format", "jsonl", "--select", "wording"])
    return {found["rule"]: found["severity"] for found in json.loads(capsys.readouterr().out)["findings"]}


@pytest.mark.parametrize(
    ("content", "cliche"),
    [
        ("", "notice"),
        ("severities: {wording/culture-cliche: off}", None),
        ("severities: {wording/culture-cliche: info}", "info"),
        (
            "severities: {wording/culture-cliche: error}",
            "warning",
        ),  # its gravest become errors
    ],
)
def test_a_rule_is_switched_off_lowered_and_raised(house, capsys, content, cliche):
    found = severities(capsys, house(content))
    assert found.pop("wording/culture-cliche", None) == cliche
    assert found == {"wording/gendered-title": "warning"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("wording/culture-clich: off", "there is no such rule. Did you mean `wording/culture-cliche`?"),
        ("clarity/length: of", "`of` is no severity."),
        ("wording/religion: 3", "`3` is no severity."),
    ],
)
def test_a_mistake_is_a_clear_error_on_every_command(house, capsys, content, said):
    path = house(f"severities: {{{content}}}")
    for command in (["lint", path], ["rules"]):
        assert main(command) == 2
        assert f"key severities.{content.partition(':')[0]}: {said}" in capsys.readouterr().err


def test_a_misspelt_rule_across_postings_is_an_error_where_they_are_known(house, capsys):
    house("severities: {consistency/year-outlier: off}")
    assert main(["rules"]) == 2
    assert "Did you mean `consistency/years-outlier`?" in capsys.readouterr().err


def test_rules_shows_the_severity_of_the_house(house, capsys):
    house("severities: {wording/culture-cliche: off}")
    assert main(["rules"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if "wording/culture-cliche" in line)
    assert line.split()[1] == "off"
    house("severities: {wording/culture-cliche: off}")
    assert main(["explain", "wording/culture-cliche"]) == 0
    assert capsys.readouterr().out.startswith("wording/culture-cliche  off\n")
