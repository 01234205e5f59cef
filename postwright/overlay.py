"""Where the organisation's own guidelines lie, found without pydantic-settings for the sake of a quick start.

The answer is that of `Settings.overlay`; a test holds the two together.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def overlay_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the folder laid over the guidelines that ship, or None where there is none."""
    named = environment.get("POSTWRIGHT_GUIDELINES", "").strip()
    if named:
        return Path(named)
    data = environment.get("POSTWRIGHT_DATA_DIR", "").strip()
    folder = (Path(data) if data else _data_folder(environment)) / "guidelines"
    return folder if folder.is_dir() else None


def _data_folder(environment: Mapping[str, str]) -> Path:
    if sys.platform == "linux":  # what platformdirs answers there, without its import
        home = environment.get("XDG_DATA_HOME", "").strip()
        return (Path(home) if home else Path.home() / ".local" / "share") / "postwright"
    from platformdirs import user_data_path

    return user_data_path("postwright", appauthor=False)
