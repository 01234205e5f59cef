"""Wrappers of a writer, each one concern: new tries, a time limit, a second model, a budget, calls at once.

`guarded` puts them together in the order in which they make sense. Each passes on what comes at once, gives no item
twice, and ends soon after `stop` is set.
"""

from __future__ import annotations

import contextlib
import random
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Protocol

from postwright.drafting.requests import estimated_tokens
from postwright.drafting.writer import Usage, Writer, WriteRequest, WrittenItem
from postwright.errors import BudgetSpent, RateLimited, ServerTrouble, TimedOut, WriterError

TRIES = 3
FIRST_WAIT = 1.0
"""Seconds before the second try; doubled before each further one."""
LONGEST_WAIT = 30.0
"""Seconds: who is told to wait longer is told so."""
_POLL = 0.05


class Clock(Protocol):
    """Time, for waiting and for limits."""

    def now(self) -> float:
        """Return seconds since some moment."""

    def wait(self, seconds: float, stop: threading.Event) -> None:
        """Wait, but not on after `stop` is set."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> float:
        return time.monotonic()

    def wait(self, seconds: float, stop: threading.Event) -> None:
        end = time.monotonic() + seconds
        while not stop.is_set() and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, _POLL))


def guarded(
    writers: Sequence[Writer],
    *,
    seconds: float,
    budget: TokenBudget,
    at_once: threading.Semaphore,
    clock: Clock | None = None,
    chance: random.Random | None = None,
) -> Writer:
    """Return one writer of the model and those that take over from it.

    `seconds` is the limit of a whole call to each; `budget` is for one draft; `at_once` is shared by all drafts.
    """
    clock, chance = clock or SystemClock(), chance or random.Random()
    limited = [TimeLimited(Retrying(writer, clock, chance), seconds, clock) for writer in writers]
    first: Writer = limited[-1]
    for writer in reversed(limited[:-1]):
        first = WithFallback(writer, first)
    return OneOfFew(Budgeted(first, budget), at_once)


class Retrying:
    """Asks again where the same request may go well a little later."""

    def __init__(self, writer: Writer, clock: Clock, chance: random.Random) -> None:
        self._writer, self._clock, self._chance = writer, clock, chance

    @property
    def name(self) -> str:
        """The name of the writer within."""
        return self._writer.name

    def write(self, request: WriteRequest, *, stop: threading.Event) -> Iterator[WrittenItem | Usage]:
        """Yield what the writer gives, over up to `TRIES` tries."""
        given: set[str] = set()
        for number in range(TRIES):
            try:
                yield from _new(self._writer.write(request, stop=stop), given)
                return
            except WriterError as error:
                pause = self._pause(error, number)
                if pause is None or number == TRIES - 1:
                    raise
            self._clock.wait(pause, stop)
            if stop.is_set():
                return

    def _pause(self, error: WriterError, number: int) -> float | None:
        """Return the seconds to wait, never less than the server asks for; None where waiting does not help."""
        asked = error.retry_after if isinstance(error, RateLimited | ServerTrouble) and error.retry_after else 0.0
        if not error.passing or asked > LONGEST_WAIT:
            return None
        return asked + FIRST_WAIT * 2.0**number * self._chance.uniform(0.5, 1.5)  # not all callers at one moment


class TimeLimited:
    """Ends a call that takes too long, new tries and waiting included, also where the server trickles."""

    def __init__(self, writer: Writer, seconds: float, clock: Clock) -> None:
        self._writer, self._seconds, self._clock = writer, seconds, clock

    @property
    def name(self) -> str:
        """The name of the writer within."""
        return self._writer.name

    def write(self, request: WriteRequest, *, stop: threading.Event) -> Iterator[WrittenItem | Usage]:
        """Yield what the writer gives in time, then raise `TimedOut` where that was not all."""
        until = StopOrDeadline(stop, self._clock, self._seconds)
        yield from self._writer.write(request, stop=until)
        if until.is_set() and not stop.is_set():
            raise TimedOut(
                f"{self.name} took longer than {self._seconds:g} seconds.",
                hint="Try again, reword fewer lines at a time, or set POSTWRIGHT_MODEL_TIMEOUT higher.",
            )


class StopOrDeadline(threading.Event):
    """Set when the person's `stop` is set, or when the time is over."""

    def __init__(self, stop: threading.Event, clock: Clock, seconds: float) -> None:
        super().__init__()
        self._stop, self._clock, self._end = stop, clock, clock.now() + seconds

    def is_set(self) -> bool:
        return self._stop.is_set() or self._clock.now() >= self._end

    def wait(self, timeout: float | None = None) -> bool:
        left = max(self._end - self._clock.now(), 0.0)
        self._clock.wait(left if timeout is None else min(timeout, left), self._stop)
        return self.is_set()


class WithFallback:
    """Lets a second model do what the first one could not."""

    def __init__(self, first: Writer, second: Writer) -> None:
        self._first, self._second = first, second

    @property
    def name(self) -> str:
        """The names of both."""
        return f"{self._first.name}, else {self._second.name}"

    def write(self, request: WriteRequest, *, stop: threading.Event) -> Iterator[WrittenItem | Usage]:
        """Yield what the first gives, then, where it failed, what only the second gives."""
        given: set[str] = set()
        try:
            yield from _new(self._first.write(request, stop=stop), given)
        except WriterError:
            if stop.is_set():
                return
            yield from _new(self._second.write(request, stop=stop), given)


class TokenBudget:
    """The tokens that one draft may still use, in and out together; safe for threads.

    A call under way has its most set aside, so that calls side by side do not each count on the same tokens.
    """

    def __init__(self, tokens: int) -> None:
        self.tokens = tokens
        self._used = 0
        self._aside = 0
        self._changed = threading.Condition()

    @property
    def left(self) -> int:
        """How many there are."""
        with self._changed:
            return self.tokens - self._used

    def use(self, usage: Usage) -> None:
        """Count what an answer cost."""
        with self._changed:
            self._used += usage.input_tokens + usage.output_tokens

    @contextlib.contextmanager
    def set_aside(self, tokens: int, *, stop: threading.Event) -> Iterator[bool]:
        """Keep so many for a call; waits for what other calls leave over, and gives False once `stop` is set.

        `BudgetSpent` where there are not enough, and no call is under way that could leave any over.
        """
        granted = self._granted(tokens, stop)
        try:
            yield granted
        finally:
            if granted:
                with self._changed:
                    self._aside -= tokens
                    self._changed.notify_all()

    def _granted(self, tokens: int, stop: threading.Event) -> bool:
        with self._changed:
            while not stop.is_set():
                if self._used + self._aside + tokens <= self.tokens:
                    self._aside += tokens
                    return True
                if not self._aside:
                    raise BudgetSpent(
                        f"The {self.tokens:,} tokens for rewording one draft are used up.",
                        hint="What is worded so far stays. To spend as many again, word the rest again; "
                        "POSTWRIGHT_MODEL_TOKENS sets how many there are.",
                    )
                self._changed.wait(_POLL)
        return False


class Budgeted:
    """Begins no call for which there may not be enough tokens left."""

    def __init__(self, writer: Writer, budget: TokenBudget) -> None:
        self._writer, self._budget = writer, budget

    @property
    def name(self) -> str:
        """The name of the writer within."""
        return self._writer.name

    def write(self, request: WriteRequest, *, stop: threading.Event) -> Iterator[WrittenItem | Usage]:
        """Yield what the writer gives; `BudgetSpent` before it is called where the budget does not reach."""
        sent = estimated_tokens(message.text for message in request.prompt.messages)
        with self._budget.set_aside(sent + request.max_output_tokens, stop=stop) as granted:
            for given in self._writer.write(request, stop=stop) if granted else ():
                if isinstance(given, Usage):
                    self._budget.use(given)
                yield given


class OneOfFew:
    """Waits for its turn: only so many calls are under way at once."""

    def __init__(self, writer: Writer, at_once: threading.Semaphore) -> None:
        self._writer, self._at_once = writer, at_once

    @property
    def name(self) -> str:
        """The name of the writer within."""
        return self._writer.name

    def write(self, request: WriteRequest, *, stop: threading.Event) -> Iterator[WrittenItem | Usage]:
        """Yield what the writer gives once it is its turn."""
        while not self._at_once.acquire(timeout=_POLL):
            if stop.is_set():
                return
        try:
            yield from self._writer.write(request, stop=stop)
        finally:
            self._at_once.release()


def _new(written: Iterator[WrittenItem | Usage], given: set[str]) -> Iterator[WrittenItem | Usage]:
    """Yield what is new: each item once, every usage."""
    for each in written:
        if isinstance(each, WrittenItem):
            if each.id in given:
                continue
            given.add(each.id)
        yield each
