"""How fast the writing desk is, in a real browser and under load: prints a table, times nothing in the tests.

    python benchmarks/desk.py                    # keys to underlines and to the draft, long tasks, page ready
    python benchmarks/desk.py --load 50          # 50 people who type in text and brief at once, for 30 seconds

Needs Chromium for the first (apt install chromium). It starts a server of its own with an empty library.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from postwright.model.brief import Brief  # noqa: E402
from postwright.services import Desk, open_desk  # noqa: E402
from postwright.settings import Settings  # noqa: E402
from postwright.web.tokens import Grant, Tokens, secret_of  # noqa: E402

EXAMPLE = "senior_software_systems_engineer"
WORD = "chairman"
JOB_TITLE = "Job title"
TEAM = "Team"
DUTIES = "Responsibilities, one a line, the main ones first"
PROBE = """word => {
  const field = [...document.querySelectorAll('*')]
    .map(e => e.shadowRoot?.querySelector('.pw-with-side .cm-content')).find(Boolean);
  window.probe = { field, key: 0, painted: 0 };
  field.addEventListener('keydown', () => Object.assign(window.probe, { key: performance.now(), painted: 0 }), true);
  new MutationObserver(() => {
    if (window.probe.painted) return;
    const last = [...field.querySelectorAll('.cm-line')].at(-1);
    if (last?.querySelector('.pw-mark')?.textContent === word) {
      window.probe.painted = -1;
      requestAnimationFrame(() => setTimeout(() => (window.probe.painted = performance.now()), 0));
    }
  }).observe(field, { subtree: true, childList: true, attributes: true });
}"""
DRAFT_PROBE = """words => {
  const [draft, field] = [document.querySelector('.pw-draft-body'), document.activeElement.shadowRoot?.activeElement
    ?? document.activeElement];
  window.probe = { key: 0, painted: 0, words };
  field.addEventListener('keydown', event => Object.assign(window.probe, { key: event.timeStamp, painted: 0 }), true);
  new MutationObserver(() => {
    if (window.probe.painted || !draft.textContent.includes(window.probe.words)) return;
    window.probe.painted = -1;
    requestAnimationFrame(() => setTimeout(() => (window.probe.painted = performance.now()), 0));
  }).observe(draft, { subtree: true, childList: true, characterData: true });
}"""
TASKS = """() => {
  window.tasks = [];
  new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(e => e.duration)))
    .observe({ type: 'longtask' });
}"""


# ---- the server


@contextlib.contextmanager
def served(home: Path) -> Iterator[tuple[str, int]]:
    """Start the app with a library of its own; yield its address and the server's process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = os.environ | {"POSTWRIGHT_DATA_DIR": str(home), "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(
        [*command, "--server.headless", "true"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{url}/_stcore/health"):
                break
            time.sleep(0.1)
        yield url, server.pid
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def text_of(length: int, desk: Desk) -> str:
    """Return a posting of about `length` characters, made of the example's lines."""
    lines = desk.stored(desk.new_example(EXAMPLE)).text.split("\n")
    chosen: list[str] = []
    while sum(map(len, chosen)) + len(chosen) < length:
        chosen.append(lines[len(chosen) % len(lines)])
    return "\n".join(chosen) + "\n"


def posting_of(length: int, desk: Desk) -> str:
    """Keep a posting with a text of about `length` characters; return its id."""
    posting = desk.new_example(EXAMPLE)
    stored = desk.stored(posting)
    desk.save_typed(posting, text_of(length, desk), follows=[stored.mark])
    return posting


def memory_of(process: int) -> float:
    """Return the resident memory of a process in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


# ---- in the browser


def in_the_browser(*, trials: int) -> Iterator[tuple[str, str]]:
    """Yield what was measured, and the figure in words."""
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("No Chromium: apt install chromium")
    with tempfile.TemporaryDirectory() as folder:
        desk = open_desk(Settings(data_dir=Path(folder)))
        short, long = posting_of(5_000, desk), posting_of(20_000, desk)
        with served(Path(folder)) as (url, process), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            context = browser.new_context(viewport={"width": 1400, "height": 1000})
            page = context.new_page()
            yield "page ready, cold (server just started, empty browser)", f"{_ready(page, url, short):.0f} ms"
            warm = [_ready(page, url, short) for _ in range(5)]
            yield "page ready, warm", f"{statistics.median(warm):.0f} ms median of {len(warm)}"
            yield "last key to underline painted, 5 KB", _spread(_underlines(page, trials))
            _ready(page, url, long)
            yield "longest task while typing, 20 KB", _longest_task(page)
            yield "last key to underline painted, 20 KB", _spread(_underlines(page, trials))
            yield (
                "brief ready, warm",
                f"{statistics.median(_brief_ready(page, url, short) for _ in range(5)):.0f} ms median",
            )
            yield "last key in a line of the brief to draft painted", _spread(_drafted(page, JOB_TITLE, trials))
            page.locator("summary").filter(has_text="What the person will do").click()
            yield "last key in a list of the brief to draft painted", _spread(_drafted(page, DUTIES, trials))
            yield "memory of the server, one session", f"{memory_of(process):.0f} MB"
            browser.close()


def _ready(page: Any, url: str, posting: str) -> float:
    """Return the milliseconds until the editor can be typed in and its findings are shown."""
    page.goto("about:blank")
    began = time.perf_counter()
    page.goto(f"{url}/write?posting={posting}&step=Text", wait_until="commit")
    page.wait_for_selector(".pw-figure", timeout=120_000)
    return (time.perf_counter() - began) * 1000


def _underlines(page: Any, trials: int) -> list[float]:
    """Return the milliseconds from the last key of a word to the frame in which it is underlined."""
    page.wait_for_timeout(500)
    page.locator(".pw-with-side .cm-content").first.press("Control+End")
    page.keyboard.press("Enter")
    page.evaluate(PROBE, WORD)
    taken = []
    for _ in range(trials):
        page.keyboard.type(WORD, delay=70)
        _wait_until(page, "window.probe.painted > 0")
        taken.append(page.evaluate("window.probe.painted - window.probe.key"))
        for _ in WORD:
            page.keyboard.press("Backspace")
        page.wait_for_timeout(250)
    return taken


def _brief_ready(page: Any, url: str, posting: str) -> float:
    """Return the milliseconds until the brief can be typed in and the draft beside it is shown."""
    page.goto("about:blank")
    began = time.perf_counter()
    page.goto(f"{url}/write?posting={posting}&step=Brief", wait_until="commit")
    page.get_by_label(JOB_TITLE, exact=True).wait_for()
    page.wait_for_selector(".pw-draft-body > *")
    return (time.perf_counter() - began) * 1000


def _drafted(page: Any, field: str, trials: int) -> list[float]:
    """Return the milliseconds from the last key in a field of the brief to the frame in which the draft has it."""
    place = page.get_by_label(field, exact=True)
    place.click()
    place.press("Control+End")
    page.wait_for_timeout(1_000)
    taken = []
    for number in range(trials):
        word = f" Q{number:03}"
        page.evaluate(DRAFT_PROBE, word.strip())
        page.keyboard.type(word, delay=70)
        _wait_until(page, "window.probe.painted > 0")
        taken.append(page.evaluate("window.probe.painted - window.probe.key"))
        page.wait_for_timeout(random.randint(500, 700))
        for _ in word:
            page.keyboard.press("Backspace")
        page.wait_for_timeout(1_000)
    return taken


def _wait_until(page: Any, expression: str) -> None:
    for _ in range(600):  # `wait_for_function` would evaluate a string, which the page's policy forbids
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise TimeoutError(expression)


def _longest_task(page: Any) -> str:
    page.evaluate(TASKS)
    page.wait_for_timeout(1_500)
    page.evaluate("window.tasks.length = 0")
    page.locator(".pw-with-side .cm-content").first.press("Control+End")
    page.keyboard.type("\nWe ask the chairman and the young rockstar. " * 6, delay=60)
    tasks = page.evaluate("window.tasks")
    return f"{max(tasks):.0f} ms ({len(tasks)} over 50 ms)" if tasks else "none over 50 ms"


def _spread(times: Sequence[float]) -> str:
    ordered = sorted(times)
    worst = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"median {statistics.median(ordered):.0f} ms, p95 {worst:.0f} ms, of {len(ordered)}"


# ---- many people at once


@dataclass
class Page:
    """A page's connection, what a browser would know of it, and when its last run was over."""

    connection: Any
    hash: str = ""
    line: str = ""
    """The widget of the brief's line that is typed in, and the part of the page that it stands in."""
    fragment: str = ""
    over: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Person:
    """Somebody who types at the end of a posting's text, and now and then in a field of its brief."""

    posting: str
    token: str
    head: str
    mark: str
    tail: str = ""
    keys: int = 0
    duties: str = ""
    duties_mark: str = ""
    team: str = ""
    page: Page | None = None
    shown: list[float] = field(default_factory=list)
    lints: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    waiting: int = 0

    @property
    def text(self) -> str:
        return f"{self.head}{START}{self.tail}"


START = "\n\nNotes of the person who tests:\n"
KEYS_A_SECOND = 4.0
"""Some 50 words a minute: fast for text that is thought out."""
SAVE_AFTER, SAVE_EVERY = 0.35, 2.0
"""Seconds, as editor/src/saver.js has them."""
SHARE, FEW, LONGEST = 5.0, 1, 4.0
"""How the editor spares a slow server, as editor/src/linting.js has it."""


def under_load(people: int, seconds: float) -> Iterator[tuple[str, str]]:
    """Yield what was measured, and the figure in words."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        desk = open_desk(Settings(data_dir=home))
        with served(home) as (url, process):
            tokens = Tokens(secret_of(Settings(data_dir=home)))
            crowd = [_person(desk, tokens, number) for number in range(people)]
            sessions = asyncio.run(_all_at_once(url, crowd, seconds))
            used = memory_of(process)
        lints = [taken for person in crowd for taken in person.lints]
        saves = [taken for person in crowd for taken in person.saves]
        lost = sum(_lost(desk, person) for person in crowd)
        yield "people", f"{people} for {seconds:.0f} s, {sessions} open pages"
        yield "keys typed, lost", f"{sum(person.keys for person in crowd):,}, {lost:,}"
        yield "lints", f"{_spread(lints)} ({len(lints) / seconds:.0f} a second)"
        yield "lines of the brief shown in the draft", _spread([taken for person in crowd for taken in person.shown])
        yield "saves", f"{_spread(saves)} ({len(saves) / seconds:.0f} a second)"
        yield (
            "answers that were no 200 or 409",
            str(dict(Counter(each for person in crowd for each in person.refused)) or 0),
        )
        yield "memory of the server", f"{used:.0f} MB"


def _person(desk: Desk, tokens: Tokens, number: int) -> Person:
    posting = desk.new_from_brief(
        Brief.model_validate({**_brief(desk), "title": f"Senior Software Systems Engineer {number}", "team": {}})
    )
    stored, duties = desk.stored(posting), desk.stored(posting, "responsibilities")
    token = tokens.issue(Grant(posting, "", f"session {number}"))
    return Person(posting, token, stored.text, stored.mark, duties=duties.text, duties_mark=duties.mark)


def _brief(desk: Desk) -> dict[str, Any]:
    opened = desk.open(desk.new_example(EXAMPLE))
    assert opened is not None
    return opened.brief.model_dump(mode="json")


def _lost(desk: Desk, person: Person) -> int:
    """Return how many of the keys somebody typed the library does not have."""
    tail = desk.stored(person.posting).text.partition(START)[2]
    same = next((at for at, (one, other) in enumerate(zip(tail, person.tail, strict=False)) if one != other), len(tail))
    in_the_text = 0 if tail == person.tail else max(1, len(person.tail) - same)
    in_the_brief = 0 if desk.stored(person.posting, "responsibilities").text == person.duties else 1
    opened = desk.open(person.posting)
    if person.team and (opened is None or opened.brief.team.name != person.team.strip()):
        in_the_brief += 1
    return in_the_text + in_the_brief


async def _all_at_once(url: str, crowd: list[Person], seconds: float) -> int:
    import httpx

    async with contextlib.AsyncExitStack() as stack:
        limits = httpx.Limits(max_connections=None, keepalive_expiry=2)  # the server lets go after 5 s
        client = await stack.enter_async_context(httpx.AsyncClient(base_url=url, timeout=60, limits=limits))
        pages = [await stack.enter_async_context(_page(url, person)) for person in crowd]
        end = time.monotonic() + seconds
        await asyncio.gather(*(_work(client, person, end) for person in crowd))
        return len(pages)


@contextlib.asynccontextmanager
async def _page(url: str, person: Person):  # type: ignore[no-untyped-def]
    """Open a page's connection as a browser does, run its script once, and keep it open."""
    import websockets
    from streamlit.proto.BackMsg_pb2 import BackMsg

    address = f"{url.replace('http', 'ws')}/_stcore/stream"
    async with websockets.connect(address, subprotocols=["streamlit"], max_size=None) as connection:  # type: ignore[list-item]
        person.page = Page(connection)
        ask = BackMsg()
        ask.rerun_script.query_string = f"posting={person.posting}&step=Brief"
        ask.rerun_script.page_name = "write"
        await connection.send(ask.SerializeToString())
        reading = asyncio.create_task(_read(person.page))
        await person.page.over.wait()
        yield connection
        reading.cancel()


async def _read(page: Page) -> None:
    """Take in what the server sends: which widget is the line, and when a run is over."""
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    async for sent in page.connection:
        message = ForwardMsg()
        message.ParseFromString(sent)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            page.hash = message.new_session.page_script_hash
        elif kind == "script_finished":
            page.over.set()
        elif kind == "delta" and message.delta.new_element.text_input.label == TEAM:
            page.line, page.fragment = message.delta.new_element.text_input.id, message.delta.fragment_id


async def _write_the_line(person: Person, end: float) -> None:
    """Type in a line of the brief every few seconds; a pause of 100 ms runs a part of the page."""
    from streamlit.proto.BackMsg_pb2 import BackMsg

    page = person.page
    assert page is not None
    assert page.line, "the brief shows no such line"
    while True:
        await asyncio.sleep(random.uniform(4, 10))
        if time.monotonic() > end:
            return
        person.team, person.keys = f"{person.team} more".lstrip(), person.keys + 5
        ask = BackMsg()
        ask.rerun_script.query_string = f"posting={person.posting}&step=Brief"
        ask.rerun_script.page_script_hash, ask.rerun_script.fragment_id = page.hash, page.fragment
        ask.rerun_script.widget_states.widgets.add(id=page.line, string_value=person.team)
        page.over.clear()
        began = time.perf_counter()
        await page.connection.send(ask.SerializeToString())
        await page.over.wait()
        person.shown.append((time.perf_counter() - began) * 1000)


async def _work(client: Any, person: Person, end: float) -> None:
    await asyncio.sleep(random.random())
    await asyncio.gather(
        _type(client, person, end),
        _lint(client, person, end),
        _write_the_brief(client, person, end),
        _write_the_line(person, end),
    )
    await _save(client, person)


async def _type(client: Any, person: Person, end: float) -> None:
    """Type in bursts with pauses, and save as the editor does."""
    words = "We look after what we build and we ask the chairman when it rains. "
    unsaved_since = None
    saving: asyncio.Task[None] | None = None
    while (now := time.monotonic()) < end:
        if random.random() < 0.04:  # a pause to think
            await asyncio.sleep(random.uniform(0.5, 2.0))
        person.tail += words[person.keys % len(words)]
        person.keys += 1
        unsaved_since = unsaved_since or now
        wait = random.expovariate(KEYS_A_SECOND)
        if (wait > SAVE_AFTER or now - unsaved_since > SAVE_EVERY) and (saving is None or saving.done()):
            unsaved_since = None
            saving = asyncio.create_task(_save(client, person, after=min(wait, SAVE_AFTER)))
        await asyncio.sleep(wait)
    if saving:
        await saving


async def _save(client: Any, person: Person, after: float = 0.0) -> None:
    await asyncio.sleep(after)
    for _ in range(10):
        text = person.text
        status, answer, taken = await _ask(client, person, "PUT", "text", {"text": text, "follows": [person.mark]})
        if status == 200:
            person.mark = answer["mark"]
            person.saves.append(taken)
            return
        if status == 409:  # the brief has changed the lines above
            person.head = answer["text"].partition(START)[0] if START in answer["text"] else answer["text"]
            person.mark = answer["mark"]
        else:
            await asyncio.sleep(0.5)


async def _lint(client: Any, person: Person, end: float) -> None:
    """Ask for findings after each change, one question at a time, a slow server less often."""
    seen = None
    while time.monotonic() < end:
        text = person.text
        if text == seen:
            await asyncio.sleep(0.02)
            continue
        seen = text
        status, _, taken = await _ask(client, person, "POST", "lint", {"text": text})
        if status == 200:
            person.lints.append(taken)
        await asyncio.sleep(min(taken / 1000 * SHARE, LONGEST) if person.waiting > FEW else 0.004)


async def _write_the_brief(client: Any, person: Person, end: float) -> None:
    """Add to a duty every few seconds."""
    while True:
        await asyncio.sleep(random.uniform(4, 10))
        if time.monotonic() > end:
            return
        duties = f"{person.duties} more"
        body = {"field": "responsibilities", "text": duties, "follows": [person.duties_mark]}
        status, answer, _ = await _ask(client, person, "PUT", "text", body)
        if status == 200:
            person.duties, person.duties_mark, person.keys = duties, answer["mark"], person.keys + 5


async def _ask(client: Any, person: Person, method: str, path: str, body: dict[str, Any]) -> tuple[int, Any, float]:
    began = time.perf_counter()
    answer = await client.request(method, f"/api/{path}", json=body, headers={"X-Postwright-Token": person.token})
    taken = (time.perf_counter() - began) * 1000
    person.waiting = int(answer.headers.get("X-Postwright-Waiting", person.waiting))
    if answer.status_code not in (200, 409):
        person.refused.append(f"{method} {path} {answer.status_code} {answer.json().get('error')}")
    return answer.status_code, answer.json(), taken


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--load", type=int, metavar="PEOPLE", help="measure under load instead")
    parser.add_argument("--seconds", type=float, default=30.0, help="how long they type")
    parser.add_argument("--trials", type=int, default=40, help="words typed for a latency")
    given = parser.parse_args()
    figures = under_load(given.load, given.seconds) if given.load else in_the_browser(trials=given.trials)
    for what, figure in figures:
        print(f"{what:55} {figure}", flush=True)


if __name__ == "__main__":
    main()
