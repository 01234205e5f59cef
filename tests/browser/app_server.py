"""The app as a process of its own, for the browser tests."""

from __future__ import annotations

import os
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


class Server:
    """The app on a free port, with a library of its own; it can be killed and started again."""

    def __init__(self, home: Path, *flags: str, settings: Mapping[str, str] | None = None) -> None:
        self.home = home
        self.flags = flags
        self.settings = settings or {}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
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
