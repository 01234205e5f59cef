"""Where the organisation's guidelines and the reported readings lie, found without pydantic-settings for a quick start.

The answers are those of `Settings`; a test holds the two together.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from postwright.errors import SettingsError

READING_CASES_FILE = "reading-cases.jsonl"


def overlay_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the folder laid over the guidelines that ship, or None where there is none."""
    named = environment.get("POSTWRIGHT_GUIDELINES", "").strip()
    if named:
        return Path(named)
    folder = data_folder(environment) / "guidelines"
    try:
        return folder if folder.is_dir() else None
    except PermissionError:
        raise SettingsError(
            f"The data folder {folder.parent} may not be read.",
            hint="Ask for the right to read it, or name another one in POSTWRIGHT_DATA_DIR.",
        ) from None


def reading_cases_file(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the file of reported readings; it need not exist."""
    return data_folder(environment) / READING_CASES_FILE


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the library and of all that is kept beside it."""
    data = environment.get("POSTWRIGHT_DATA_DIR", "").strip()
    return Path(data) if data else _usual_data_folder(environment)


def _usual_data_folder(environment: Mapping[str, str]) -> Path:
    if sys.platform == "linux":  # what platformdirs answers there, without its import
        home = environment.get("XDG_DATA_HOME", "").strip()
        return (Path(home) if home else Path.home() / ".local" / "share") / "postwright"
    from platformdirs import user_data_path

    return user_data_path("postwright", appauthor=False)
