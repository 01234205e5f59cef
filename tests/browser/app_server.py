"""The app as a process of its own, for the browser tests."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from postwright.services import Desk, open_desk
from postwright.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


_OF_A_WORKER = 2_000
"""Ports that the servers of one worker of pytest-xdist choose from."""


def _free_port() -> int:
    """Return a port of this worker's own that is free: a server that is killed and started again finds it free again.

    They lie below those that the system gives to connections.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    first = 12_000 + worker * _OF_A_WORKER
    for port in random.sample(range(first, first + _OF_A_WORKER), _OF_A_WORKER):
        with socket.socket() as free:
            try:
                free.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError(f"no port is free from {first} to {first + _OF_A_WORKER}")


class Server:
    """The app on a free port, with a library of its own; it can be killed and started again."""

    def __init__(self, home: Path, *flags: str, settings: Mapping[str, str] | None = None) -> None:
        self.home = home
        self.flags = flags
        self.settings = settings or {}
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")  # compiled house rules, for all servers
        environment = os.environ | {
            "POSTWRIGHT_DATA_DIR": str(self.home),
            "HOME": str(self.home),
            "XDG_CACHE_HOME": cache,
            **self.settings,
        }
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
