"""The quick way to the organisation's guidelines agrees with the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from postwright.overlay import overlay_folder, reading_cases_file
from postwright.settings import load_settings


@pytest.mark.parametrize("named", ["POSTWRIGHT_GUIDELINES", "POSTWRIGHT_DATA_DIR", "XDG_DATA_HOME", ""])
def test_the_command_line_and_the_settings_find_the_same_folder(named, monkeypatch, tmp_path):
    for name in ("POSTWRIGHT_GUIDELINES", "POSTWRIGHT_DATA_DIR", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    if named:
        monkeypatch.setenv(named, str(tmp_path / "named"))
    expected = load_settings().overlay
    assert overlay_folder() == (expected if named == "POSTWRIGHT_GUIDELINES" else None)
    expected.mkdir(parents=True)
    assert overlay_folder() == expected
    assert reading_cases_file() == load_settings().reading_cases


def test_a_named_folder_that_is_missing_is_not_passed_over(monkeypatch):
    monkeypatch.setenv("POSTWRIGHT_GUIDELINES", "nowhere")
    assert overlay_folder() == Path("nowhere")
