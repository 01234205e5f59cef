"""The compiled guidelines on disk: one JSON file a version, in the user's cache folder.

A cache may be missing, read-only, full or broken at any time without anyone noticing anything but the speed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

from postwright.pattern_cache import cache_folder

KEPT = 6
"""Files kept: a few overlays and versions side by side; each is about half a megabyte."""


def default_folder() -> Path | None:
    """Return the folder for compiled guidelines in the user's cache, or None where the system names none."""
    folder = cache_folder()
    return folder / "guidelines" if folder else None


def code_version() -> bytes:
    """Return a hash of the code that compiles, so that a changed record shape never meets an old file."""
    here = Path(__file__).parent
    total = hashlib.blake2b(digest_size=16)
    for module in ("records.py", "schema.py", "compile.py", "codec.py", "section_weights.py", "starts.py", "needs.py"):
        with contextlib.suppress(OSError):
            total.update((here / module).read_bytes())
    return total.digest()


def read(folder: Path, key: str) -> dict[str, Any] | None:
    """Return the values stored under `key`, or None where there are none or they are damaged."""
    try:
        digest, _, body = _path(folder, key).read_bytes().partition(b"\n")
    except OSError:
        return None
    if digest != _digest(body):
        return None
    content = json.loads(body)
    return content if isinstance(content, dict) else None


def write(folder: Path, key: str, content: dict[str, Any]) -> None:
    """Store `content` under `key`, whole or not at all; does nothing where the folder cannot be written."""
    import tempfile

    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_digest(body) + b"\n" + body)
            os.replace(name, _path(folder, key))
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
        _forget_old(folder)


def _path(folder: Path, key: str) -> Path:
    return folder / f"compiled-{key}.json"


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).hexdigest().encode()


def _forget_old(folder: Path) -> None:
    """Remove all but the newest files."""
    files = sorted(folder.glob("compiled-*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in files[KEPT:]:
        path.unlink(missing_ok=True)
