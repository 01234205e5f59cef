"""Who is worked for next: one text at a time, of one editor only its latest text; saves wait for nobody."""

from __future__ import annotations

import threading

import anyio
import pytest

from postwright.web.turns import Overtaken, Turns

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Held:
    """Work that goes on until it is let go, and what was done, in order."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.begun = False
        self._go = threading.Event()

    def hold(self) -> str:
        self.begun = True
        self._go.wait(30)
        return self.do("held")

    def let_go(self) -> None:
        self._go.set()

    def do(self, name: str) -> str:
        self.done.append(name)
        return name


async def until(condition) -> None:
    while not condition():
        await anyio.sleep(0.001)


async def test_texts_are_looked_at_one_after_the_other_in_the_order_of_asking():
    turns, held = Turns(), Held()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(turns.in_turn, "Ada", held.hold)
        await until(lambda: held.begun)
        for who in ("Ben", "Cleo", "Dora"):
            tasks.start_soon(turns.in_turn, who, lambda who=who: held.do(who))
        await until(lambda: turns.waiting == 3)
        held.let_go()
    assert held.done == ["held", "Ben", "Cleo", "Dora"]
    assert turns.waiting == 0


async def test_a_newer_text_of_an_editor_takes_the_place_of_the_one_that_waits():
    turns, held = Turns(), Held()
    answers: list[str] = []

    async def ask(who: str, text: str) -> None:
        try:
            answers.append(await turns.in_turn(who, lambda: held.do(text)))
        except Overtaken:
            answers.append(f"overtaken: {text}")

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(turns.in_turn, "Ada", held.hold)
        await until(lambda: held.begun)
        for who, text in (("Ben", "b1"), ("Cleo", "c1"), ("Ben", "b2"), ("Ben", "b3")):
            tasks.start_soon(ask, who, text)
            await anyio.sleep(0.001)
        held.let_go()
    assert held.done == ["held", "b3", "c1"]
    assert answers == ["overtaken: b1", "overtaken: b2", "b3", "c1"]


async def test_whoever_saves_waits_for_nobodys_findings():
    turns, held = Turns(), Held()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(turns.in_turn, "Ada", held.hold)
        await until(lambda: held.begun)
        tasks.start_soon(turns.in_turn, "Ben", lambda: held.do("Ben"))
        await until(lambda: turns.waiting == 1)
        await turns.save(lambda: held.do("saved"))
        held.let_go()
    assert held.done == ["saved", "held", "Ben"]


async def test_findings_come_while_somebody_saves():
    turns, held = Turns(), Held()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(turns.save, held.hold)
        await until(lambda: held.begun)
        await turns.in_turn("Ben", lambda: held.do("Ben"))
        held.let_go()
    assert held.done == ["Ben", "held"]


async def test_whoever_goes_away_while_waiting_keeps_nobody_from_his_turn():
    turns, held = Turns(), Held()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(turns.in_turn, "Ada", held.hold)
        await until(lambda: held.begun)
        with anyio.move_on_after(0.01):
            await turns.in_turn("Ben", lambda: held.do("Ben"))
        tasks.start_soon(turns.in_turn, "Cleo", lambda: held.do("Cleo"))
        await until(lambda: turns.waiting == 1)
        held.let_go()
    assert held.done == ["held", "Cleo"]


async def test_work_that_fails_gives_the_turn_on():
    turns, held = Turns(), Held()

    def fail() -> None:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        await turns.in_turn("Ada", fail)
    assert await turns.in_turn("Ben", lambda: held.do("Ben")) == "Ben"
