"""Several pieces of work, each giving one thing after another -> all that they give, as it comes, by a few threads.

They are begun in order. After one has failed no further one is begun; those under way go on to their end.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
Work = Callable[[threading.Event], Iterator[T]]
"""Gives one thing after another; ends soon after its event is set."""
_POLL = 0.05


def side_by_side(works: Sequence[Work[T]], *, at_once: int, stop: threading.Event) -> Iterator[T]:
    """Yield what the works give, `at_once` of them at a time; ends, with all threads, soon after `stop` is set.

    Raises at the end what the first of those that failed has raised. Works are also told to stop where nobody takes
    what they give any more.
    """
    team = _Team(works, StopOrLeft(stop))
    try:
        yield from team.given(min(at_once, len(works)))
    finally:
        team.halt.set()


class StopOrLeft(threading.Event):
    """Set when it is set itself, or when the person's `stop` is."""

    def __init__(self, stop: threading.Event) -> None:
        super().__init__()
        self._stop = stop

    def is_set(self) -> bool:
        return super().is_set() or self._stop.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        end = None if timeout is None else time.monotonic() + timeout
        while not self.is_set() and (end is None or time.monotonic() < end):
            super().wait(_POLL)
        return self.is_set()


class _End:
    """Stands in the queue for a thread that has ended."""


class _Team(Generic[T]):
    """The threads, and what they share."""

    def __init__(self, works: Sequence[Work[T]], halt: StopOrLeft) -> None:
        self.halt = halt
        self._waiting = list(enumerate(works))
        self._lock = threading.Lock()
        self._given: queue.SimpleQueue[T | _End] = queue.SimpleQueue()
        self._raised: dict[int, BaseException] = {}

    def given(self, threads: int) -> Iterator[T]:
        """Start the threads and yield what they give, until all have ended."""
        for number in range(threads):
            threading.Thread(target=self._run, name=f"side-by-side-{number}", daemon=True).start()
        while threads:
            given = self._given.get()
            if isinstance(given, _End):
                threads -= 1
            else:
                yield given
        if self._raised:
            raise self._raised[min(self._raised)]

    def _run(self) -> None:
        try:
            while (following := self._next()) is not None:
                self._do(*following)
        finally:
            self._given.put(_End())

    def _next(self) -> tuple[int, Work[T]] | None:
        with self._lock:
            over = self.halt.is_set() or bool(self._raised) or not self._waiting
            return None if over else self._waiting.pop(0)

    def _do(self, number: int, work: Work[T]) -> None:
        try:
            for each in work(self.halt):
                self._given.put(each)
        except BaseException as error:  # whatever it is, who takes the things is told
            with self._lock:
                self._raised[number] = error
