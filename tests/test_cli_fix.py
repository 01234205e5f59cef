"""`lint --fix` mends text files: the difference is shown, and nothing is written without a yes."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from postwright.cli import main

TEXT = "Baker\n\nYou bake bread&nbsp;and rolls.<br>You report to the chairman.\n"
FIXED = "Baker\n\nYou bake bread and rolls.\nYou report to the chairman.\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _own_house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path / "house"))
    monkeypatch.delenv("POSTWRIGHT_GUIDELINES", raising=False)
    (tmp_path / "jobs").mkdir()
    monkeypatch.chdir(tmp_path / "jobs")
    Path("p.txt").write_text(TEXT, encoding="utf-8")


def written(name: str = "p.txt") -> str:
    return Path(name).read_text(encoding="utf-8")


def typing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{answer}\n" for answer in answers)))


def test_safe_fixes_are_written_after_a_yes_and_the_difference_was_shown(capsys, monkeypatch):
    typing(monkeypatch, "y")
    assert main(["lint", "p.txt", "--fix"]) == 0
    out, err = capsys.readouterr()
    assert written() == FIXED
    assert out.splitlines() == [
        "p.txt",
        "  line 3",
        "  - You bake bread&nbsp;and rolls.<br>You report to the chairman.",
        "  + You bake bread and rolls.",
        "  + You report to the chairman.",
    ]
    assert err == "Write these changes to p.txt? [y/N] postwright: p.txt: mended.\n"


@pytest.mark.parametrize("answer", ["n", "", "what"])
def test_nothing_is_written_without_a_yes(monkeypatch, answer):
    typing(monkeypatch, answer)
    assert main(["lint", "p.txt", "--fix"]) == 1
    assert written() == TEXT


def test_without_a_terminal_only_the_option_yes_writes(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert main(["lint", "p.txt", "--fix"]) == 1
    assert "nothing was written. Give --yes" in capsys.readouterr().err
    assert written() == TEXT
    assert main(["lint", "p.txt", "--fix", "--yes"]) == 0
    assert written() == FIXED
    assert main(["lint", "p.txt", "--fix", "--yes"]) == 0
    assert capsys.readouterr().err.endswith("p.txt: nothing to mend.\n")


def test_rewordings_are_offered_one_by_one_and_only_those_agreed_are_written(capsys, monkeypatch):
    Path("p.txt").write_text("Baker\n\nAsk the chairman or the foreman.\n", encoding="utf-8")
    typing(monkeypatch, "n", "y")
    assert main(["lint", "p.txt", "--unsafe-fixes"]) == 1
    out, err = capsys.readouterr()
    assert written() == "Baker\n\nAsk the chairman or the supervisor.\n"
    assert "Replace by “chair”? [y/N/q] " in err
    assert "  - Ask the chairman or the foreman." in out.splitlines()


def test_leaving_stops_asking(monkeypatch):
    Path("p.txt").write_text("Baker\n\nAsk the chairman or the foreman.\n", encoding="utf-8")
    typing(monkeypatch, "q", "y")
    assert main(["lint", "p.txt", "--unsafe-fixes"]) == 1
    assert "chairman or the foreman" in written()


def test_rewordings_are_never_applied_without_a_terminal(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert main(["lint", "p.txt", "--unsafe-fixes", "--yes"]) == 2
    assert "needs a terminal" in capsys.readouterr().err
    assert written() == TEXT


def test_an_accepted_finding_is_not_mended(monkeypatch):
    Path("p.txt").write_text("Baker\n\nYou bake bread&nbsp;and rolls.\n\nYou <b>report to us.\n", encoding="utf-8")
    assert main(["waive", "p.txt", "--select", "clarity/stray-markup", "--finding", "1", "--reason", "shown so"]) == 0
    assert main(["lint", "p.txt", "--fix", "--yes"]) == 0
    assert written() == "Baker\n\nYou bake bread&nbsp;and rolls.\n\nYou report to us.\n"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("p.html", b"<p>Baker</p>", "is no text file"),
        ("many.jsonl", b'{"id": 1, "text": "You bake&nbsp;bread."}', "cannot be written back"),
        ("odd.txt", "You bake&nbsp;\u200bbread.\n".encode(), "characters that nobody can see"),
        ("latin.txt", b"Caf\xe9&nbsp;bread\n", "is not UTF-8 text"),
    ],
)
def test_what_cannot_be_written_back_whole_is_refused_and_the_rest_is_done(capsys, name, content, said):
    Path(name).write_bytes(content)
    assert main(["lint", name, "p.txt", "--fix", "--yes"]) == 2
    assert said in capsys.readouterr().err
    assert Path(name).read_bytes() == content
    assert written() == FIXED
