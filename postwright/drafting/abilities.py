"""What a model's server was found to be able to do, remembered in a small JSON file by address and model.

The file may be deleted at any time: what it said is found out again. It holds no key and nothing of any brief.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from postwright.drafting.endpoint import Endpoint

Form = Literal["json_schema", "tools", "json_object", "plain"]
"""How an answer is asked for, from the surest to the least sure."""
FORMS: tuple[Form, ...] = get_args(Form)
_MOST_BYTES = 1_000_000
_changing = threading.Lock()
"""Shared by all books: each draft has one of its own, and they are of one file."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What one server can do with one model."""

    form: Form
    usage: bool = True
    """Whether it can be asked to count tokens while it streams."""
    finish_reason: bool = True
    """Whether it says why an answer ended; of one that does not, a whole JSON value must do."""


class AbilityBook:
    """The file, safe for the threads of a process; of two processes the later word stands."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, endpoint: Endpoint) -> Abilities | None:
        """Return what is remembered, or None."""
        return _abilities(self._entries().get(_key(endpoint)))

    def remember(self, endpoint: Endpoint, abilities: Abilities) -> None:
        """Keep what was found; where the file cannot be written it is found out again next time."""
        self._change(endpoint, asdict(abilities))

    def forget(self, endpoint: Endpoint) -> None:
        """Drop what is remembered, since the server has changed."""
        self._change(endpoint, None)

    def _change(self, endpoint: Endpoint, entry: dict[str, Any] | None) -> None:
        with _changing, contextlib.suppress(OSError):
            entries = self._entries()
            if entries.get(_key(endpoint)) == entry:
                return
            entries.pop(_key(endpoint), None)
            if entry is not None:
                entries[_key(endpoint)] = entry
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _replace(self._path, json.dumps(entries, indent=1, sort_keys=True) + "\n")

    def _entries(self) -> dict[str, Any]:
        try:
            with self._path.open(encoding="utf-8") as stream:
                entries = json.loads(stream.read(_MOST_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        return entries if isinstance(entries, dict) else {}


def _key(endpoint: Endpoint) -> str:
    return f"{endpoint.location.url} {endpoint.model}"


def _abilities(entry: Any) -> Abilities | None:
    if not isinstance(entry, dict) or entry.get("form") not in FORMS:
        return None
    usage, finish_reason = entry.get("usage"), entry.get("finish_reason")
    if not isinstance(usage, bool) or not isinstance(finish_reason, bool):
        return None
    return Abilities(entry["form"], usage, finish_reason)


def _replace(path: Path, text: str) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
