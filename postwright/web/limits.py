"""How much one session may ask of the routes: the size of a request and how many in a short time."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request

from postwright.exchange.limits import MAX_TYPED_CHARACTERS

MAX_BODY = 6 * MAX_TYPED_CHARACTERS + 10_000
"""Bytes of a request: no character takes more than 6 in JSON, and a longer text must still be refused in words."""
SESSIONS = 5_000
"""Sessions whose use is remembered; the ones that were silent longest are forgotten."""


class TooLarge(Exception):
    """A request has more bytes than are read."""


async def body_of(request: Request) -> bytes:
    """Return the body of a request; stop reading one that is too large."""
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > MAX_BODY:
        raise TooLarge
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_BODY:
            raise TooLarge
        parts.append(part)
    return b"".join(parts)


@dataclass(frozen=True, slots=True)
class Rate:
    """Requests a second in the long run, and how many at once."""

    per_second: float
    at_once: int


class RateLimit:
    """Counts the requests of each session: a bucket that fills at a steady rate; safe for many threads."""

    def __init__(self, rate: Rate, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, session: str) -> float:
        """Count a request; return 0 where it may be done, else the seconds after which to come again."""
        with self._lock:
            now = self._clock()
            left, since = self._left.pop(session, (float(self._rate.at_once), now))
            left = min(float(self._rate.at_once), left + (now - since) * self._rate.per_second)
            allowed = left >= 1
            self._left[session] = (left - 1 if allowed else left, now)
            while len(self._left) > SESSIONS:
                self._left.popitem(last=False)
            return 0.0 if allowed else (1 - left) / self._rate.per_second
