"""House rules as they ship, loaded once."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Guidelines


@pytest.fixture(scope="session")
def guidelines() -> Guidelines:
    return load_guidelines()
