"""Each wrapper of a writer does one thing, by a clock that tests turn themselves."""

from __future__ import annotations

import random
import threading
from dataclasses import dataclass, field

import pytest

from postwright.drafting.guarded import (
    Budgeted,
    OneOfFew,
    Retrying,
    SystemClock,
    TimeLimited,
    TokenBudget,
    WithFallback,
    guarded,
)
from postwright.drafting.writer import Message, RenderedPrompt, Usage, WriteRequest, WrittenItem
from postwright.errors import (
    AnswerCut,
    AnswerRefused,
    BudgetSpent,
    KeyRefused,
    NoConnection,
    RateLimited,
    ServerTrouble,
    TimedOut,
)

REQUEST = WriteRequest(RenderedPrompt("p", "1", (Message("user", "x" * 430),), {}), (), 100)
A, B, C = (WrittenItem(name, f"Text {name}", (), "model") for name in "abc")
PAID = Usage(10, 5)


@dataclass
class FakeClock:
    time: float = 0.0
    waits: list[float] = field(default_factory=list)

    def now(self):
        return self.time

    def wait(self, seconds, stop):
        self.waits.append(seconds)
        self.time += seconds


class Middle(random.Random):
    """Chance that always falls in the middle."""

    def uniform(self, a, b):
        return (a + b) / 2


class Scripted:
    """A writer that gives what each call's script says: items, usages, errors to raise, functions to call."""

    def __init__(self, *calls, name="model"):
        self.name = name
        self.calls = list(calls)
        self.called = 0

    def write(self, request, *, stop):
        script = self.calls[min(self.called, len(self.calls) - 1)]
        self.called += 1
        for step in script:
            if stop.is_set():
                return
            if isinstance(step, Exception):
                raise step
            if callable(step):
                step()
            else:
                yield step


def written(writer, stop=None):
    """Return what a writer gives, and the error that ended it."""
    found = []
    try:
        for each in writer.write(REQUEST, stop=stop or threading.Event()):
            found.append(each)
    except Exception as error:
        return found, error
    return found, None


def test_a_passing_trouble_is_tried_again_and_no_item_comes_twice():
    clock = FakeClock()
    writer = Scripted([A, PAID, AnswerCut("Cut.")], [ServerTrouble("Busy.")], [A, B, PAID])
    assert written(Retrying(writer, clock, Middle())) == ([A, PAID, B, PAID], None)
    assert clock.waits == [1.0, 2.0]


def test_after_three_tries_the_trouble_is_told():
    writer = Scripted([NoConnection("Nothing answers.")])
    found, error = written(Retrying(writer, FakeClock(), Middle()))
    assert (found, str(error), writer.called) == ([], "Nothing answers.", 3)


@pytest.mark.parametrize("error", [KeyRefused("No."), AnswerRefused("No."), RateLimited("No.", retry_after=31)])
def test_what_does_not_pass_is_told_at_once(error):
    clock, writer = FakeClock(), Scripted([error])
    assert written(Retrying(writer, clock, Middle())) == ([], error)
    assert (clock.waits, writer.called) == ([], 1)


@pytest.mark.parametrize("error", [RateLimited("Busy.", retry_after=7), ServerTrouble("Busy.", retry_after=7)])
def test_a_server_that_says_when_to_come_again_is_not_asked_sooner(error):
    clock = FakeClock()
    assert written(Retrying(Scripted([error], [A]), clock, Middle())) == ([A], None)
    assert clock.waits == [8.0]


def test_waiting_differs_by_chance_but_is_never_shorter_than_asked():
    clock = FakeClock()
    for seed in range(20):
        written(Retrying(Scripted([RateLimited("Busy.", retry_after=5)], [A]), clock, random.Random(seed)))
    assert len(set(clock.waits)) == 20
    assert all(5.5 <= wait <= 6.5 for wait in clock.waits)


def test_stop_ends_the_waiting():
    stop = threading.Event()
    clock = SystemClock()
    threading.Timer(0.05, stop.set).start()
    clock.wait(3600, stop)
    writer = Scripted([ServerTrouble("Busy.")])
    assert written(Retrying(writer, clock, Middle()), stop) == ([], None)


def test_a_call_that_takes_too_long_is_ended_and_told():
    clock = FakeClock()

    def slow():
        clock.time += 70

    writer = Scripted([A, slow, B, slow, C])
    found, error = written(TimeLimited(writer, 120, clock))
    assert found == [A, B]
    assert isinstance(error, TimedOut)
    assert str(error) == (
        "model took longer than 120 seconds. "
        "Try again, reword fewer lines at a time, or set POSTWRIGHT_MODEL_TIMEOUT higher."
    )


def test_the_time_limit_counts_new_tries_and_waiting():
    clock = FakeClock()
    writer = Scripted([ServerTrouble("Busy.", retry_after=25)])
    found, error = written(TimeLimited(Retrying(writer, clock, Middle()), 30, clock))
    assert (found, type(error), writer.called) == ([], TimedOut, 2)


def test_a_stop_within_the_time_is_no_time_out():
    stop = threading.Event()
    assert written(TimeLimited(Scripted([A, stop.set, B]), 120, FakeClock()), stop) == ([A], None)


def test_a_second_model_gives_only_what_the_first_did_not():
    writer = WithFallback(Scripted([A, KeyRefused("No.")], name="one"), Scripted([A, B, PAID], name="two"))
    assert written(writer) == ([A, B, PAID], None)
    assert writer.name == "one, else two"


def test_where_the_second_model_fails_too_its_trouble_is_told():
    second = KeyRefused("No key.")
    assert written(WithFallback(Scripted([NoConnection("None.")]), Scripted([second]))) == ([], second)


def test_a_budget_is_for_all_calls_of_a_draft():
    budget = TokenBudget(220)
    writer = Budgeted(Scripted([A, PAID]), budget)
    assert written(writer) == ([A, PAID], None)
    assert (written(writer), budget.left) == (([A, PAID], None), 190)
    budget.use(Usage(0, 1))
    found, error = written(writer)
    assert (found, type(error)) == ([], BudgetSpent)
    assert error.message == "The 220 tokens for rewording one draft are used up."


def test_what_an_unusable_answer_cost_counts_too():
    budget = TokenBudget(1000)
    written(Budgeted(Scripted([PAID, AnswerRefused("No.")]), budget))
    assert budget.left == 985


def test_calls_side_by_side_do_not_count_on_the_same_tokens():
    budget, stop = TokenBudget(300), threading.Event()
    first = Budgeted(Scripted([A, PAID]), budget).write(REQUEST, stop=stop)
    assert next(first) == A  # 200 of the 300 are set aside for it
    found = []
    second = threading.Thread(target=lambda: found.append(written(Budgeted(Scripted([B, PAID]), budget))))
    second.start()
    second.join(0.2)
    assert found == []
    assert list(first) == [PAID]
    second.join(30)
    assert (found, budget.left) == ([([B, PAID], None)], 270)


def test_who_waits_for_tokens_hears_a_stop():
    budget, stop = TokenBudget(300), threading.Event()
    first = Budgeted(Scripted([A, PAID]), budget).write(REQUEST, stop=stop)
    next(first)
    found = []
    second = threading.Thread(target=lambda: found.append(written(Budgeted(Scripted([B]), budget), stop)))
    second.start()
    stop.set()
    second.join(30)
    assert found == [([], None)]


def test_a_call_that_is_left_or_fails_gives_back_what_was_set_aside():
    budget = TokenBudget(200)
    left = Budgeted(Scripted([A, B]), budget).write(REQUEST, stop=threading.Event())
    next(left)
    left.close()
    written(Budgeted(Scripted([KeyRefused("No.")]), budget))
    assert written(Budgeted(Scripted([C]), budget)) == ([C], None)


def test_only_so_many_calls_are_under_way_at_once():
    at_once, stop = threading.Semaphore(1), threading.Event()
    first = OneOfFew(Scripted([A, B]), at_once).write(REQUEST, stop=stop)
    assert next(first) == A
    waiting = threading.Event()
    waiting.set()
    assert written(OneOfFew(Scripted([C]), at_once), waiting) == ([], None)
    first.close()
    assert written(OneOfFew(Scripted([C]), at_once)) == ([C], None)


def test_all_together():
    clock = FakeClock()
    first = Scripted([A, PAID, AnswerCut("Cut.")], [KeyRefused("Withdrawn.")], name="one")
    second = Scripted([A, B, PAID], name="two")
    budget = TokenBudget(1000)
    writer = guarded(
        [first, second], seconds=60, budget=budget, at_once=threading.Semaphore(1), clock=clock, chance=Middle()
    )
    assert written(writer) == ([A, PAID, B, PAID], None)
    assert (writer.name, clock.waits, budget.left) == ("one, else two", [1.0], 970)
