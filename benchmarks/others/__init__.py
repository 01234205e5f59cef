"""Other linters, each in a process of its own that lints the same texts whenever it is told to."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Worker:
    """A process that holds the texts; `seconds` is one more pass over all of them."""

    def __init__(self, name: str, command: list[str], texts: list[str], *, folder: Path) -> None:
        self.name = name
        self._process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self._say(json.dumps(texts))

    def seconds(self) -> float:
        """Return the CPU seconds of one pass."""
        self._say("again")
        assert self._process.stdout is not None
        return float(self._process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)

    def _say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()


def workers(folder: Path, texts: list[str]) -> Iterator[Worker]:
    """Yield a worker for each linter that is installed in `folder` (benchmarks/README.md says how)."""
    python = folder / "bin" / "python"
    if python.exists():
        yield Worker("proselint", [str(python), str(HERE / "proselint_worker.py")], texts, folder=folder)
    for package, script in (("alex", "alex_worker.mjs"), ("write-good", "write_good_worker.mjs")):
        if (folder / "node_modules" / package).is_dir():
            yield Worker(package, ["node", str(HERE / script)], texts, folder=folder)
