"""A disk that is full while somebody types: the editor says so, keeps trying, and saves once there is room."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from app_server import Server
from playwright.sync_api import Page, expect
from steps_of_a_person import editor, preview, state

from postwright.model.brief import Brief

resource = pytest.importorskip("resource", reason="file sizes can be limited on Linux only")


@dataclass(frozen=True)
class Disk:
    """A server whose disk can be filled and given room again, and what is said while it is full."""

    server: Server
    fill: Callable[[], object]
    give_room: Callable[[], object]
    said: str


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Disk]:
    """Return a disk of a few megabytes that a file fills."""
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "none", tmp_path], capture_output=True).returncode:
        pytest.skip("only root may mount a file system")
    server = Server(tmp_path)
    rest = tmp_path / "rest"
    yield Disk(server, lambda: fill(rest), rest.unlink, "The disk that holds the library is full.")
    server.kill()
    subprocess.run(["umount", "--lazy", tmp_path], check=True)


@pytest.fixture
def refusing(tmp_path: Path) -> Iterator[Disk]:
    """Return a disk that takes nothing from the server, as one does that has failed."""
    server = Server(tmp_path)

    def limit(size: int) -> None:
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    yield Disk(server, lambda: limit(0), lambda: limit(resource.RLIM_INFINITY), "failed to read or write")
    server.kill()


def fill(file: Path) -> None:
    with file.open("wb", buffering=0) as stream:
        try:
            while stream.write(os.urandom(4096)):
                pass
        except OSError:
            return


@pytest.mark.parametrize("kind", ["small", "refusing"])
def test_what_is_typed_while_the_disk_is_full_is_saved_by_itself_once_there_is_room(
    page: Page, request: pytest.FixtureRequest, kind: str
) -> None:
    disk: Disk = request.getfixturevalue(kind)
    desk = disk.server.desk()
    posting = desk.new_from_brief(Brief.model_validate({"title": "Gardener", "responsibilities": ["Cut the hedges"]}))
    page.goto(f"{disk.server.url}/write?posting={posting}&step=Text")
    editor(page).press("Control+End")
    page.keyboard.type("\nKept while there was room.")
    expect(state(page)).to_have_text("Saved")
    disk.fill()
    page.keyboard.insert_text("\n" + "Typed while the disk was full. " * 300)
    problem = page.locator(".pw-left > .pw-problem").first
    expect(problem).to_contain_text(disk.said)
    expect(problem).to_contain_text("a text and a brief are saved by themselves as soon as this is mended")
    expect(state(page)).to_have_text("Not saved")
    page.keyboard.type("\nAnd on.")
    expect(editor(page)).to_contain_text("And on.")
    assert "Typed while" not in desk.stored(posting).text
    disk.give_room()
    expect(state(page)).to_have_text("Saved")
    kept = desk.stored(posting).text
    assert "Kept while there was room." in kept
    assert kept.rstrip().endswith("And on.")
    assert kept.count("Typed while the disk was full.") == 300


@pytest.mark.parametrize("kind", ["small", "refusing"])
def test_a_line_of_the_brief_that_was_typed_while_the_disk_was_full_is_saved_by_itself_too(
    page: Page, request: pytest.FixtureRequest, kind: str
) -> None:
    disk: Disk = request.getfixturevalue(kind)
    desk = disk.server.desk()
    posting = desk.new_from_brief(Brief(title="Gardener"))
    page.goto(f"{disk.server.url}/write?posting={posting}&step=Brief")
    team = page.get_by_label("Team", exact=True)
    expect(team).to_be_visible()
    disk.fill()
    team.click()
    page.keyboard.type("Hedges and roses")
    alert = page.get_by_role("alert").filter(has_text=disk.said)
    expect(alert).to_contain_text("a brief are saved by themselves as soon as this is mended")
    expect(page.get_by_text("It could not be saved, and is tried again by itself").first).to_be_visible()
    expect(team).to_have_value("Hedges and roses")
    assert desk.open(posting).brief.team.name == ""
    disk.give_room()
    expect(page.get_by_text("What could not be saved before is saved now.")).to_be_visible()
    expect(page.get_by_text("tried again by itself")).to_have_count(0)
    expect(preview(page)).to_contain_text("You will join the Hedges and roses team.")
    assert desk.open(posting).brief.team.name == "Hedges and roses"
