"""The routes: each takes JSON and a token, does one use case of the desk, and answers with JSON.

An error is answered as {"error", "message", "hint"}: what is wrong and what the person can do about it.
"""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from postwright.desk.finding_names import names_of
from postwright.errors import DocumentError, InputError, PostwrightError, StorageError, TextConflict
from postwright.exchange.difference import changes
from postwright.exchange.limits import MAX_TYPED_CHARACTERS
from postwright.model.brief import MOST_ENTRIES
from postwright.model.finding import Finding
from postwright.services import Desk, Linted
from postwright.web.glance_wire import glance_json
from postwright.web.limits import Rate, RateLimit, TooLarge, body_of
from postwright.web.tokens import Grant, Tokens
from postwright.web.turns import Overtaken, Turns
from postwright.web.wire import Json, change_json, linted_json, stored_json

TOKEN = "x-postwright-token"
WAITING = "x-postwright-waiting"
"""Tells an editor how many others wait for their findings, so that it asks less often."""
LINTS = Rate(per_second=25, at_once=50)
"""One editor asks again only when it was answered; a fast typist makes some ten changes a second."""
SAVES = Rate(per_second=8, at_once=30)
ACTIONS = Rate(per_second=5, at_once=20)
TOO_LONG = f"Shorten it to {MAX_TYPED_CHARACTERS:,} characters: until then it is kept in this browser only."
OVERTAKEN_WAIT = 1
"""Seconds after which an editor that has asked twice at once may ask again."""

Use = Callable[[Desk, Grant, Json], Json]


@dataclass(frozen=True, slots=True)
class Api:
    """What the routes work with; desk and tokens are made when they are first needed."""

    desk: Callable[[], Desk]
    tokens: Callable[[], Tokens]
    clock: Callable[[], float] = time.monotonic

    def routes(self) -> list[Route]:
        """Return all routes."""
        lints, saves, actions = (RateLimit(rate, clock=self.clock) for rate in (LINTS, SAVES, ACTIONS))
        turns = Turns()
        return [
            Route("/api/lint", self._endpoint(lint, lints, turns), methods=["POST"]),
            Route("/api/text", self._endpoint(save, saves, turns, saves=True), methods=["PUT"]),
            Route("/api/state", self._endpoint(state, actions), methods=["POST"]),
            Route("/api/glance", self._endpoint(glance, saves, turns), methods=["POST"]),
            Route("/api/lines/insert", self._endpoint(insert, actions, turns), methods=["POST"]),
            Route("/api/lines/add", self._endpoint(add_to_brief, actions), methods=["POST"]),
            Route("/api/lines/undo-add", self._endpoint(undo_add, actions), methods=["POST"]),
            Route("/api/findings/ignore", self._endpoint(ignore, actions), methods=["POST"]),
            Route("/api/findings/stop-ignoring", self._endpoint(stop_ignoring, actions), methods=["POST"]),
            Route("/api/findings/wrong", self._endpoint(report_wrong, actions), methods=["POST"]),
            Route("/api/findings/not-wrong", self._endpoint(take_report_back, actions), methods=["POST"]),
            Route("/api/findings/safe-fixes", self._endpoint(safe_fixes, actions, turns), methods=["POST"]),
        ]

    def _endpoint(
        self, use: Use, limit: RateLimit, turns: Turns | None = None, *, saves: bool = False
    ) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            grant = self.tokens().grant_of(request.headers.get(TOKEN, ""))
            if grant is None:
                return _refusal(
                    401,
                    "token",
                    "This page has been open for too long.",
                    "Reload it: your text is kept in this browser.",
                )
            if wait := limit.wait(grant.session):
                return _refusal(429, "rate", "Too many requests.", "", **{"Retry-After": f"{wait:.2f}"})
            try:
                asked = json.loads(await body_of(request))
                if not isinstance(asked, dict):
                    raise ValueError("no object")
            except TooLarge:
                return _too_long()
            except ValueError:
                return _refusal(400, "request", "The request is not of the form that is read.", "Reload the page.")
            work = partial(self._answer, use, grant, asked)
            if turns is None:
                return await to_thread.run_sync(work)
            try:
                who = grant.session if use is lint else object()
                answered = await (turns.save(work) if saves else turns.in_turn(who, work))
            except Overtaken:
                said = "A newer text of this page is looked at instead."
                answered = _refusal(429, "overtaken", said, "", **{"Retry-After": f"{OVERTAKEN_WAIT}"})
            answered.headers[WAITING] = str(turns.waiting)
            return answered

        return answer

    def _answer(self, use: Use, grant: Grant, asked: Json) -> Response:
        try:
            return JSONResponse(use(self.desk(), grant, asked))
        except TextConflict as conflict:
            field = _words(asked, "field")
            stored = self.desk().stored(grant.posting_id, field)
            return JSONResponse(
                {"error": "conflict", "message": conflict.message, "hint": "", **stored_json(stored, with_text=True)},
                409,
            )
        except DocumentError as error:
            return _refusal(413, "too-long", error.message, error.hint)
        except InputError as error:
            return _refusal(422, "input", error.message, error.hint)
        except StorageError as error:
            return _refusal(503, "storage", error.message, error.hint)
        except PostwrightError as error:
            return _refusal(500, "house", error.message, error.hint)


# ---- what can be asked


def lint(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Return the findings of {"text"}."""
    return _linted(desk, grant, _text(asked))


def save(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Keep {"text", "field", "follows": [fingerprints]}."""
    follows = asked.get("follows")
    if not isinstance(follows, list) or not all(isinstance(mark, str) for mark in follows):
        raise InputError("A save must say what it follows.", hint="Reload the page.")
    text, field = _text(asked), _words(asked, "field")
    stored = desk.save_typed(grant.posting_id, text, follows=follows[:20], field=field)
    return stored_json(stored, with_text=not field and stored.text != text)


def state(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Return what is stored at {"field"}; the text itself where {"order"} is not the stored one."""
    stored = desk.stored(grant.posting_id, _words(asked, "field"))
    return stored_json(stored, with_text=stored.order != asked.get("order"))


def ignore(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Accept the finding {"finding"} of {"text"} for {"reason"}, to the end of {"until"}."""
    text = _text(asked)
    finding = _finding(desk.linted(grant.posting_id, text), asked)
    desk.ignore(
        grant.posting_id,
        finding,
        reason=_words(asked, "reason"),
        owner=grant.owner,
        expires=_day(asked, "until"),
        text=text,
    )
    return _linted(desk, grant, text)


def stop_ignoring(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Forget the record of {"rule", "context"}: what it covers speaks again."""
    text = _text(asked)
    sifted = desk.linted(grant.posting_id, text).sifted
    rule, context = _words(asked, "rule"), _words(asked, "context")
    for waiver in (*(waiver for _, waiver in sifted.waived), *sifted.expired, *sifted.unused):
        if (waiver.rule, waiver.context) == (rule, context):
            desk.stop_ignoring(grant.posting_id, waiver)
    return _linted(desk, grant, text)


def report_wrong(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Keep that the finding {"finding"} of {"text"} is wrong, and {"because"}."""
    text = _text(asked)
    linted = desk.linted(grant.posting_id, text)
    desk.reports.add_finding(
        _finding(linted, asked), linted.reading, given=linted.given, because=_words(asked, "because")
    )
    return _linted(desk, grant, text)


def take_report_back(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Take back that the finding {"finding"} of {"text"} was called wrong."""
    text = _text(asked)
    linted = desk.linted(grant.posting_id, text)
    case = desk.reports.of_finding(_finding(linted, asked), linted.reading)
    if case is not None:
        desk.reports.withdraw(case)
    return _linted(desk, grant, text)


def safe_fixes(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Return {"text"} with all safe fixes applied, and what they change; nothing is saved."""
    text = _text(asked)
    mended = desk.safe_fixes(grant.posting_id, text)
    return {
        "text": mended.text,
        "count": len(mended.done),
        "changes": [change_json(change) for change in changes(text, mended.text)],
    }


def glance(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Return the state of {"text"} at a glance, and where each of its lines comes from."""
    return glance_json(desk.glances.of(grant.posting_id, _text(asked)))


def insert(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Return {"text"} with the composed {"items"} in it, or with a {"blank"} to be filled in; nothing is saved."""
    inserts = desk.glances.inserts(grant.posting_id, _text(asked))
    blank, items = _words(asked, "blank"), asked.get("items", [])
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise InputError("“items” must be a list of words.", hint="Reload the page.")
    inserted = inserts.with_blank(blank) if blank else inserts.with_items(items[:MOST_ENTRIES])
    return {"text": inserted.text, "blank": inserted.blank}


def add_to_brief(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Take the line at {"start"} of the saved {"text"} into the list {"field"} of the brief; return what is stored.

    With the number of the "entry" that it became, for `undo_add`.
    """
    start = _number(asked, "start")
    entry = desk.lines.add_to_brief(grant.posting_id, _text(asked), start=start, field=_words(asked, "field"))
    return {**stored_json(desk.stored(grant.posting_id), with_text=True), "entry": entry}


def undo_add(desk: Desk, grant: Grant, asked: Json) -> Json:
    """Take the {"entry"} of {"field"} out that a line became, and put {"text"} in the place of {"after"}."""
    desk.lines.undo_add(
        grant.posting_id,
        field=_words(asked, "field"),
        entry=_number(asked, "entry"),
        after=_words(asked, "after"),
        before=_text(asked),
    )
    return stored_json(desk.stored(grant.posting_id), with_text=True)


# ---- what was asked


def _linted(desk: Desk, grant: Grant, text: str) -> Json:
    linted = desk.linted(grant.posting_id, text)
    return linted_json(linted, desk.reports.of_findings(linted.reading.title))


def _finding(linted: Linted, asked: Json) -> Finding:
    """Return the open finding that is meant; `InputError` where the text does not have it (any more)."""
    wanted = _words(asked, "finding")
    found = linted.sifted.open
    for finding, name in zip(found, names_of(found), strict=True):
        if name == wanted:
            return finding
    raise InputError("This finding is not in the text any more.", hint="Look at the findings again.")


def _text(asked: Json) -> str:
    text = _words(asked, "text")
    if len(text) > MAX_TYPED_CHARACTERS:
        raise DocumentError(
            f"This text is too long for a posting: {len(text):,} characters.",
            hint=TOO_LONG,
        )
    return text


def _words(asked: Json, name: str) -> str:
    words = asked.get(name, "")
    if not isinstance(words, str):
        raise InputError(f"“{name}” must be words.", hint="Reload the page.")
    return words


def _number(asked: Json, name: str) -> int:
    number = asked.get(name)
    if not isinstance(number, int):
        raise InputError(f"“{name}” must be a number.", hint="Reload the page.")
    return number


def _day(asked: Json, name: str) -> dt.date | None:
    words = _words(asked, name) if asked.get(name) is not None else ""
    try:
        return dt.date.fromisoformat(words) if words else None
    except ValueError:
        raise InputError(f"“{words}” is no day.", hint="Write it as 2027-03-31, or leave it empty.") from None


def _refusal(status: int, error: str, message: str, hint: str, **headers: str) -> Response:
    return JSONResponse({"error": error, "message": message, "hint": hint}, status, headers)


def _too_long() -> Response:
    return _refusal(
        413,
        "too-long",
        "This text is too long for a posting.",
        TOO_LONG,
    )
