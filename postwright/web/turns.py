"""Who is worked for next of those who wait for findings, each for their latest text only; saves wait for nobody's.

Python runs one thread at a time, so that more texts linted at once would only keep each other waiting, and all saves.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TypeVar

import anyio
from anyio import to_thread

Made = TypeVar("Made")
SAVES_AT_ONCE = 2
"""More would wait for the library's turn, each with a thread and a connection of its own."""


class Overtaken(Exception):
    """The same editor has asked for a newer text meanwhile."""


@dataclass(eq=False, slots=True)
class _Place:
    """A place in the queue of those who wait for findings."""

    called: anyio.Event = field(default_factory=anyio.Event)
    overtaken: bool = False


class Turns:
    """The turns of one server; used from its event loop only, and made anywhere."""

    def __init__(self) -> None:
        self._waiting: dict[Hashable, _Place] = {}
        self._busy = False
        self._savers: anyio.CapacityLimiter | None = None

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._waiting)

    async def save(self, work: Callable[[], Made]) -> Made:
        """Do what must not wait for anybody's findings, in a thread."""
        self._savers = self._savers or anyio.CapacityLimiter(SAVES_AT_ONCE)
        return await to_thread.run_sync(work, limiter=self._savers)

    async def in_turn(self, who: Hashable, work: Callable[[], Made]) -> Made:
        """Do what keeps a processor busy, in a thread, when those before have had their turn.

        Raises `Overtaken` where the same `who` asks again before that; the newer one takes the place in the queue.
        """
        place, before = _Place(), self._waiting.get(who)
        self._waiting[who] = place
        if before is not None:
            before.overtaken = True
            before.called.set()
        self._call_next()
        try:
            await place.called.wait()
        except BaseException:
            self._give_up(who, place)
            raise
        if place.overtaken:
            raise Overtaken
        try:
            return await to_thread.run_sync(work)
        finally:
            self._busy = False
            self._call_next()

    def _give_up(self, who: Hashable, place: _Place) -> None:
        if self._waiting.get(who) is place:
            del self._waiting[who]
        elif place.called.is_set() and not place.overtaken:
            self._busy = False
            self._call_next()

    def _call_next(self) -> None:
        if self._waiting and not self._busy:
            self._busy = True
            self._waiting.pop(next(iter(self._waiting))).called.set()
