"""A real server and a real Chromium; skipped loudly where none is found, a failure where CI=true."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from postwright.services import Desk, open_desk
from postwright.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, and skip them where there is no browser."""
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker("browser")
            if CHROMIUM is None and os.environ.get("CI") != "true":
                item.add_marker(
                    pytest.mark.skip(reason="NO BROWSER TESTS: install Chromium (apt install chromium) to run them")
                )


class Server:
    """The app on a free port, with a library of its own; it can be killed and started again."""

    def __init__(self, home: Path, *flags: str) -> None:
        self.home = home
        self.flags = flags
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        environment = os.environ | {"POSTWRIGHT_DATA_DIR": str(self.home), "HOME": str(self.home)}
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(self.port)]
        with (self.home / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--server.headless", "true", *self.flags], cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health"):
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError((self.home / "server.log").read_text())

    def desk(self) -> Desk:
        """Return a desk over the same library, to set up what a test begins with."""
        return open_desk(Settings(data_dir=self.home))

    def kill(self) -> None:
        """Kill the server as a crash would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return one browser for all tests."""
    assert CHROMIUM, "browser tests need a Chromium: apt install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return a running server that tests share; each makes postings of its own."""
    server = Server(tmp_path_factory.mktemp("library"))
    yield server
    server.kill()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Return a running server with an empty library."""
    server = Server(tmp_path)
    yield server
    server.kill()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a fresh browser window with no memory of others."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, accept_downloads=True)
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()
