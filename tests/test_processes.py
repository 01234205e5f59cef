"""Results come in order from several processes, and a process that dies costs the one item that it dies of."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence

import pytest

from postwright.errors import PostwrightError
from postwright.processes import AHEAD, Lost, cores, in_order

_factor = 0


def prepare(factor: int) -> None:
    global _factor
    _factor = factor


def fail_to_prepare() -> None:
    os._exit(3)


def multiply(chunk: Sequence[int]) -> list[int]:
    for number in chunk:
        if number < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return [number * _factor for number in chunk]


def chunks(numbers: Sequence[int], size: int = 4) -> Iterator[list[int]]:
    for start in range(0, len(numbers), size):
        yield list(numbers[start : start + size])


def test_results_come_in_the_order_of_the_items():
    numbers = list(range(200))
    found = list(in_order(multiply, chunks(numbers), jobs=2, prepare=prepare, given=(3,)))
    assert found == [3 * number for number in numbers]


def test_whatever_kills_a_process_is_lost_and_all_else_is_done():
    numbers = [*range(1, 11), -1, *range(11, 31), -2, -3, 31]
    found = list(in_order(multiply, chunks(numbers), jobs=2, prepare=prepare, given=(2,)))
    assert found == [Lost(number) if number < 0 else number * 2 for number in numbers]


def test_only_a_few_chunks_are_taken_ahead_of_what_is_used():
    taken = 0

    def counted() -> Iterator[list[int]]:
        nonlocal taken
        for chunk in chunks(range(1000)):
            taken += 1
            yield chunk

    results = in_order(multiply, counted(), jobs=2, prepare=prepare, given=(1,))
    for expected in range(100):
        assert next(results) == expected
        assert taken <= expected // 4 + 2 * AHEAD + 1
    results.close()  # type: ignore[attr-defined]
    assert taken < 50


def test_no_process_is_left_when_the_results_are_no_longer_wanted():
    before = set(multiprocessing.active_children())
    results = in_order(multiply, chunks(range(1000)), jobs=2, prepare=prepare, given=(1,))
    next(results)
    ours = set(multiprocessing.active_children()) - before
    results.close()  # type: ignore[attr-defined]
    for process in ours:
        process.join(10)
    assert [process for process in ours if process.is_alive()] == []


def test_processes_that_cannot_start_are_said():
    with pytest.raises(PostwrightError, match=r"Worker processes cannot be started: .* Give --jobs 1"):
        list(in_order(multiply, chunks(range(8)), jobs=2, prepare=fail_to_prepare))


def test_there_is_at_least_one_core():
    assert cores() >= 1
