"""Says at the end of every run that the Word document was not opened in LibreOffice, where there is none."""

from __future__ import annotations

import shutil

import pytest

NOT_TRIED = "NOT TRIED IN LIBREOFFICE: install it (apt install libreoffice-writer) to open the Word document there"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say so loudly."""
    if shutil.which("soffice") is None:
        terminalreporter.write_line(NOT_TRIED, yellow=True, bold=True)
