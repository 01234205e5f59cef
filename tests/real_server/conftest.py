"""A real `llama-server` with a tiny model; skipped loudly where `make test-server` has not built it."""

from __future__ import annotations

import pytest

from tests.servers.llama import is_built

SKIPPED = "NO TESTS WITH A REAL MODEL SERVER: make test-server builds it (ten minutes, once) and runs them"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, and skip them where there is no server."""
    for item in items:
        if "tests/real_server" in item.path.as_posix():
            item.add_marker("server")
            if not is_built():
                item.add_marker(pytest.mark.skip(reason=SKIPPED))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end of every run that these tests did not run."""
    if not is_built():
        terminalreporter.write_line(SKIPPED, yellow=True, bold=True)
