"""What was made of things that do not change, kept for the latest of them; they are told apart by identity.

To compare a brief with another costs as much as some of what is made of it, and while somebody types it is the same.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")
MOST = 64


class latest(Generic[Given, Made]):
    """Let a function work once for the same things (`is`); safe for many threads."""

    def __init__(self, make: Callable[Given, Made]) -> None:
        self._make = make
        self._known: OrderedDict[tuple[int, ...], tuple[tuple[object, ...], Made]] = OrderedDict()
        self._lock = threading.Lock()
        self.__doc__ = make.__doc__

    def __call__(self, *things: Given.args, **named: Given.kwargs) -> Made:
        """Return what the function makes of the things (by place, none by name), which are kept as long as that is."""
        key = tuple(map(id, things))
        with self._lock:
            known = self._known.get(key)
            if known is not None:
                self._known.move_to_end(key)
                return known[1]
        made = self._make(*things, **named)
        with self._lock:
            self._known[key] = things, made
            while len(self._known) > MOST:
                self._known.popitem(last=False)
        return made
