"""Rewritings as jobs of this process: each in a thread of its own, every settled line kept in the library at once.

A page may be closed and opened again; a job whose process has gone is known by its owner and called interrupted.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import platform
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from postwright.desk.rewriting_values import result_json
from postwright.drafting.rewritten import Asking, Event, ItemResult, Over, Unanswered
from postwright.drafting.writer import Usage
from postwright.errors import PostwrightError
from postwright.library.records import RewritingRecord, RewritingState
from postwright.library.rewritings import RewritingStore

SILENT_AFTER = dt.timedelta(minutes=15)
"""After which a job on another machine that has kept nothing new is taken to be gone."""
LISTEN_EVERY = 1.0
"""Seconds between two looks at whether another process has asked for a stop."""
LAST_WORD = 5.0
"""Seconds that a desk which closes waits for its jobs to note that they were interrupted."""

Work = Callable[[threading.Event], Iterator[Event]]
"""Begins to reword; ends soon after its event is set."""

_at_work: set[str] = set()
"""Owner of every job that this process does, whichever desk began it."""
_logger = logging.getLogger(__name__)


class Jobs:
    """The rewritings that one desk does."""

    def __init__(self, store: RewritingStore) -> None:
        self._store = store
        self._threads: dict[int, tuple[threading.Thread, threading.Event]] = {}
        self._lock = threading.Lock()
        self._closing = False

    def begin(self, record: RewritingRecord, work: Work) -> RewritingRecord | None:
        """Begin a job; None where one of the same posting is under way."""
        owner = f"{platform.node()}|{os.getpid()}|{uuid.uuid4().hex}"
        begun: RewritingRecord | None = None
        _at_work.add(owner)  # before it is kept: whoever looks must not find it gone
        try:
            begun = self._store.begin(replace(record, owner=owner), is_gone=is_gone)
        finally:
            if begun is None:
                _at_work.discard(owner)
        if begun is None:
            return None
        stop = threading.Event()
        thread = threading.Thread(target=self._do, args=(begun, work, stop), name=f"rewriting-{begun.id}", daemon=True)
        with self._lock:
            self._threads[begun.id] = (thread, stop)
            thread.start()
        return begun

    def stop(self, record: RewritingRecord) -> None:
        """Ask a job to stop, wherever it is done; elsewhere that is heard within a second or at the next line."""
        self._store.ask_to_stop(record.id)
        with self._lock:
            job = self._threads.get(record.id)
        if job is not None:
            job[1].set()

    def wait(self, record: RewritingRecord) -> None:
        """Wait until a job of this desk is over."""
        with self._lock:
            job = self._threads.get(record.id)
        if job is not None:
            job[0].join()

    def close(self) -> None:
        """Stop all jobs of this desk; they are kept as interrupted."""
        with self._lock:
            self._closing = True
            jobs = list(self._threads.values())
        for _, stop in jobs:
            stop.set()
        for thread, _ in jobs:
            thread.join(LAST_WORD)

    def _do(self, record: RewritingRecord, work: Work, stop: threading.Event) -> None:
        threading.Thread(target=self._listen, args=(record.id, stop), daemon=True).start()
        try:
            self._fold(record, work, stop)
        except PostwrightError as error:  # the library itself: nothing more can be kept
            _logger.warning("A rewriting could not be kept: %s", error.message)
        finally:
            stop.set()  # nothing is asked for that nobody takes
            _at_work.discard(record.owner)
            with self._lock:
                self._threads.pop(record.id, None)

    def _listen(self, rewriting_id: int, stop: threading.Event) -> None:
        """Hear a stop that another process asks for, while no line comes that would tell of it."""
        while not stop.wait(LISTEN_EVERY):
            with suppress(PostwrightError):  # a library that cannot be read now is asked again
                if self._store.is_to_stop(rewriting_id):
                    stop.set()

    def _fold(self, record: RewritingRecord, work: Work, stop: threading.Event) -> None:
        """Keep each event as it comes, and how it ended."""
        state: RewritingState = "done"
        try:
            for event in work(stop):
                record = after(record, event)
                if self._store.save(record):
                    stop.set()
        except PostwrightError as error:
            state, record = "failed", _with_problem(record, (), error.message, error.hint)
        except Exception as error:
            _logger.error("A rewriting broke: %s", type(error).__name__)  # its message may hold words of a brief
            record = _with_problem(
                record, (), "Something went wrong in Postwright itself.", f"Report {type(error).__name__}."
            )
            state = "failed"
        if state == "done" and stop.is_set() and len(record.results) < len(record.items):
            state = "interrupted" if self._closing else "stopped"
        self._store.save(replace(record, state=state, asking={}))


def after(record: RewritingRecord, event: Event) -> RewritingRecord:
    """Return how far a rewriting is after an event."""
    if isinstance(event, ItemResult):
        order = {item: place for place, item in enumerate(record.items)}
        results = sorted((*record.results, result_json(event)), key=lambda result: order[result["item_id"]])
        return replace(record, results=tuple(results))
    if isinstance(event, Asking):
        asking = {**record.asking, str(event.request): {"headings": list(event.headings), "repair": event.repair}}
        return replace(record, asking=asking, prompts=tuple(dict.fromkeys((*record.prompts, event.prompt))))
    if isinstance(event, Over):
        over = str(event.request)
        return replace(record, asking={number: asked for number, asked in record.asking.items() if number != over})
    if isinstance(event, Unanswered):
        return _with_problem(record, event.headings, event.message, event.hint)
    if isinstance(event, Usage):
        return replace(
            record,
            input_tokens=record.input_tokens + event.input_tokens,
            output_tokens=record.output_tokens + event.output_tokens,
        )
    return record


def _with_problem(record: RewritingRecord, headings: Sequence[str], message: str, hint: str) -> RewritingRecord:
    problem = {"headings": list(headings), "message": message, "hint": hint}
    return replace(record, problems=(*record.problems, problem))


def is_gone(record: RewritingRecord) -> bool:
    """Whether nobody does a job any more that is said to run."""
    machine, _, rest = record.owner.partition("|")
    process = rest.partition("|")[0]
    if machine != platform.node():
        return dt.datetime.now(dt.UTC) - record.changed > SILENT_AFTER
    if process == str(os.getpid()):
        return record.owner not in _at_work
    return not _is_alive(int(process))


def _is_alive(process: int) -> bool:
    if os.name != "posix":  # there os.kill would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
