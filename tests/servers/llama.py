"""A real `llama-server` with the tiny model of `tools/tiny_model.py`, where `make test-server` has built it."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

VERSION = "0.3.36"
"""Of llama-cpp-python, whose source package has the server's source in it."""
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "postwright"
BINARY = _CACHE / f"llama-server-{VERSION}" / "llama-server"
MODEL = _CACHE / f"llama-server-{VERSION}" / "tiny.gguf"
_STARTS_WITHIN = 30
"""Seconds; it takes a quarter of one on a machine that has nothing else to do."""


def is_built() -> bool:
    """Return whether both are there."""
    return BINARY.is_file() and MODEL.is_file()


@contextlib.contextmanager
def llama_server(*options: str) -> Iterator[str]:
    """Run the server on this machine and give its address, with /v1."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [BINARY, "--model", MODEL, "--host", "127.0.0.1", "--port", str(port), "--threads", "1", "--seed", "1"]
    process = subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/health", process)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.kill()
        process.wait()


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(_STARTS_WITHIN * 20):
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"{BINARY} did not start")
