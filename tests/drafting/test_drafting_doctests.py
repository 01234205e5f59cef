"""The examples in the docstrings hold."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from postwright.drafting import figures, markdown_escape, places, wording


@pytest.mark.parametrize("module", [figures, markdown_escape, places, wording])
def test_examples_in_docstrings_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert (result.failed, result.attempted > 0) == (0, True)
