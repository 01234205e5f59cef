"""The small guidelines folder as a root, an overlay beside it, and a loader with a cache of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_guidelines import SMALL, write_files

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Guidelines


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path / "guidelines", SMALL)


@pytest.fixture
def overlay(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Write the given files into an overlay folder called "house" and return it."""
    return lambda files: write_files(tmp_path / "house", files)


@pytest.fixture
def load(root: Path, tmp_path: Path) -> Callable[..., Guidelines]:
    """Load the small guidelines with a cache folder of the test's own."""

    def load_small(overlay: Path | None = None, **changed: Any) -> Guidelines:
        return load_guidelines(overlay, **{"root": root, "cache_folder": tmp_path / "cache", **changed})

    return load_small
