"""Several works side by side: all that they give, in order begun, ended by a stop, an error, or nobody who takes it."""

from __future__ import annotations

import threading

import pytest

from postwright.drafting.side_by_side import StopOrLeft, side_by_side

WAIT = 30
"""Seconds after which a test fails that should not have waited at all."""


def gives(*things):
    return lambda stop: iter(things)


def test_all_that_the_works_give_comes():
    given = side_by_side([gives("a", "b"), gives("c"), gives()], at_once=2, stop=threading.Event())
    assert sorted(given) == ["a", "b", "c"]


def test_one_at_a_time_comes_in_order():
    works = [gives(number, number) for number in range(5)]
    assert [*side_by_side(works, at_once=1, stop=threading.Event())] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_no_more_are_under_way_than_may_be_and_they_are_begun_in_order():
    lock, under_way, most, begun = threading.Lock(), [0], [0], []

    def work(number):
        def run(stop):
            with lock:
                begun.append(number)
                under_way[0] += 1
                most[0] = max(most[0], under_way[0])
            yield number
            with lock:
                under_way[0] -= 1

        return run

    assert sorted(side_by_side([work(n) for n in range(20)], at_once=3, stop=threading.Event())) == [*range(20)]
    assert begun == sorted(begun)
    assert most[0] <= 3


def test_after_one_has_failed_those_under_way_go_on_and_no_other_is_begun():
    failed = threading.Event()

    def fails(stop):
        yield "before"
        failed.set()
        raise ValueError("first")

    def goes_on(stop):
        assert failed.wait(WAIT)
        yield "after"

    given = []
    with pytest.raises(ValueError, match="first"):
        given.extend(side_by_side([goes_on, fails, gives("never")], at_once=2, stop=threading.Event()))
    assert given == ["before", "after"]


def test_of_several_that_failed_the_first_in_order_is_told():
    both = threading.Barrier(2, timeout=WAIT)

    def fails(name):
        def run(stop):
            both.wait()
            raise ValueError(name)
            yield

        return run

    with pytest.raises(ValueError, match="one"):
        list(side_by_side([fails("one"), fails("two")], at_once=2, stop=threading.Event()))


def waits_for_its_stop(seen, begun):
    def run(stop):
        begun.release()
        yield "begun"
        seen.append(stop.wait(WAIT))

    return run


def test_a_stop_reaches_all_that_are_under_way():
    stop, seen, begun = threading.Event(), [], threading.Semaphore(0)
    given = side_by_side([waits_for_its_stop(seen, begun)] * 3, at_once=2, stop=stop)
    next(given)
    for _ in range(2):
        assert begun.acquire(timeout=WAIT)
    stop.set()
    assert list(given) == ["begun"]
    assert seen == [True, True]


def test_works_that_nobody_listens_to_any_more_are_stopped():
    seen, begun = [], threading.Semaphore(0)
    before = {*threading.enumerate()}
    given = side_by_side([waits_for_its_stop(seen, begun)] * 2, at_once=2, stop=threading.Event())
    next(given)
    for _ in range(2):
        assert begun.acquire(timeout=WAIT)
    under_way = {*threading.enumerate()} - before
    given.close()
    for thread in under_way:
        thread.join(WAIT)
    assert seen == [True, True]


def test_a_stop_or_its_own_setting_sets_it():
    stop = threading.Event()
    halt = StopOrLeft(stop)
    assert (halt.is_set(), halt.wait(0)) == (False, False)
    stop.set()
    assert (halt.is_set(), halt.wait()) == (True, True)
    halt = StopOrLeft(threading.Event())
    halt.set()
    assert (halt.is_set(), halt.wait(WAIT)) == (True, True)
