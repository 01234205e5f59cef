"""Work on several processes, the results in the order of the items; no more than a few chunks are ever in memory.

A process that dies (killed for want of memory, a crash in a library) costs the one item that it dies of: the chunks
under way are done again, one at a time, and the one that kills again is taken apart.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from postwright.errors import PostwrightError

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 3
"""Chunks under way for each process: enough that none waits, few enough to keep memory flat."""


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """An item whose process died of it."""

    item: T


def in_order(
    work: Callable[[Sequence[T]], list[R]],
    chunks: Iterable[list[T]],
    *,
    jobs: int,
    prepare: Callable[..., None],
    given: tuple[Any, ...] = (),
) -> Iterator[R | Lost[T]]:
    """Yield what `work` makes of the items of all chunks, in order, on `jobs` processes.

    `work` and `prepare` are functions of a module; each process calls `prepare(*given)` once. Raises PostwrightError
    where no process can be started at all.
    """
    pool = _Pool(jobs, prepare, given)
    waiting: deque[tuple[list[T], Future[list[R]]]] = deque()
    try:
        for chunk in chunks:
            waiting.append((chunk, pool.submit(work, chunk)))
            if len(waiting) >= jobs * AHEAD:
                yield from _first(pool, work, waiting)
        while waiting:
            yield from _first(pool, work, waiting)
    except BaseException:
        pool.kill()
        raise
    pool.close()


def cores() -> int:
    """Return how many processes can run at once here."""
    if sys.platform == "linux":
        return max(len(os.sched_getaffinity(0)), 1)
    return os.cpu_count() or 1


def _first(
    pool: _Pool, work: Callable[[Sequence[T]], list[R]], waiting: deque[tuple[list[T], Future[list[R]]]]
) -> Iterator[R | Lost[T]]:
    """Yield the results of the first chunk that is under way; where a process has died, of all of them."""
    chunk, future = waiting[0]
    if not isinstance(future.exception(), BrokenProcessPool):
        waiting.popleft()
        yield from future.result()
        return
    pool.renew()
    under_way = list(waiting)
    waiting.clear()
    for chunk, future in under_way:
        if isinstance(future.exception(), BrokenProcessPool):
            yield from _alone(pool, work, chunk)
        else:
            yield from future.result()


def _alone(pool: _Pool, work: Callable[[Sequence[T]], list[R]], chunk: list[T]) -> Iterator[R | Lost[T]]:
    """Yield the results of a chunk while nothing else is under way: whatever dies then, dies of it."""
    future = pool.submit(work, chunk)
    if not isinstance(future.exception(), BrokenProcessPool):
        yield from future.result()
        return
    pool.renew()
    if len(chunk) == 1:
        yield Lost(chunk[0])
        return
    for item in chunk:
        yield from _alone(pool, work, [item])


class _Pool:
    """Worker processes that can be replaced when one of them dies, and that end with this process."""

    def __init__(self, jobs: int, prepare: Callable[..., None], given: tuple[Any, ...]) -> None:
        self._jobs = jobs
        self._start = (prepare, given)
        self._others = set(multiprocessing.active_children())
        self._executor = self._started()

    def submit(self, work: Callable[[Sequence[T]], list[R]], chunk: Sequence[T]) -> Future[list[R]]:
        """Return the result to come; a dead pool gives one that has failed."""
        try:
            return self._executor.submit(work, chunk)
        except BrokenProcessPool as error:
            failed: Future[list[R]] = Future()
            failed.set_exception(error)
            return failed

    def renew(self) -> None:
        """Start new processes in place of a dead pool's."""
        self.kill()
        self._executor = self._started()

    def close(self) -> None:
        """End the processes when all work is done."""
        self._executor.shutdown(wait=True)

    def kill(self) -> None:
        """End the processes at once, whatever they are at."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        for process in set(multiprocessing.active_children()) - self._others:
            process.terminate()

    def _started(self) -> ProcessPoolExecutor:
        # Never fork: this process may have threads (a progress bar), and a forked lock can stay locked for ever.
        method = "spawn" if "forkserver" not in multiprocessing.get_all_start_methods() else "forkserver"
        context = multiprocessing.get_context(method)
        executor = ProcessPoolExecutor(self._jobs, context, _begin, self._start)
        with _without_interrupts():
            try:
                for probe in [executor.submit(_nothing) for _ in range(self._jobs)]:
                    probe.result()
            except (BrokenProcessPool, OSError) as error:
                executor.shutdown(wait=False, cancel_futures=True)
                raise PostwrightError(
                    f"Worker processes cannot be started: {error}", hint="Give --jobs 1 to do without them."
                ) from None
        return executor


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Leave Ctrl-C alone while processes start: they inherit that, and only this one is to answer it."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not the main thread: nobody's Ctrl-C arrives here
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin(prepare: Callable[..., None], given: tuple[Any, ...]) -> None:
    """Begin a worker: leave Ctrl-C to the parent, end with it, and prepare."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare(*given)


def _end_with_parent() -> None:
    """End this process when its parent has: a killed parent cannot tell."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _nothing() -> None:
    """Do nothing: shows that a process can be started."""
