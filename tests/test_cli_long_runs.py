"""A long run of `postwright lint`: on several processes, interrupted, gone on with, and watched."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from postwright import cli_checking
from postwright.cli import main

ROOT = Path(__file__).resolve().parents[1]
TEXT = "# Baker\n\nWe want a rockstar baker.\n"
ONLY = ("--select", "wording/culture-cliche")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
LINT = [sys.executable, "-m", "postwright", "lint"]


@pytest.fixture(autouse=True)
def _own_house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("POSTWRIGHT_GUIDELINES", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path / "house"))
    (tmp_path / "jobs").mkdir()
    monkeypatch.chdir(tmp_path / "jobs")


def put(name: str, content: str) -> str:
    Path(name).write_text(content, encoding="utf-8")
    return name


def lines(*ids: object) -> str:
    return "".join(json.dumps({"id": id, "text": f"{TEXT}Number {id}.\n"}) + "\n" for id in ids)


def ids_in(path: str) -> list[object]:
    return [json.loads(line)["id"] for line in Path(path).read_text(encoding="utf-8").splitlines()]


# --- several processes


def test_several_processes_write_what_one_writes(capsys):
    put("p.jsonl", lines(*range(60)) + "nonsense\n" + lines(*range(60, 90)))
    put("b.md", TEXT)
    seen = []
    for jobs in ("1", "2"):
        assert main(["lint", "p.jsonl", "b.md", "none.md", *ONLY, "--format", "jsonl", "--jobs", jobs]) == 2
        seen.append(capsys.readouterr())
    assert seen[0] == seen[1]
    assert [json.loads(line)["id"] for line in seen[0].out.splitlines()] == [*range(90), "b.md"]


def test_what_is_known_of_the_postings_reaches_the_processes(capsys):
    put("p.jsonl", json.dumps({"id": 1, "text": "Requirements:\n- 12+ years of experience with Kubernetes\n"}) + "\n")
    brief = str(ROOT / "examples" / "briefs" / "senior_platform_engineer.yaml")
    for more in (["--level", "mid"], ["--brief", brief], ["--place", "US-CO", "--date", "2026-11-20"]):
        seen = []
        for jobs in ("1", "2"):
            main(["lint", "p.jsonl", *more, "--format", "jsonl", "--jobs", jobs])
            seen.append(capsys.readouterr())
        assert seen[0] == seen[1]


@pytest.mark.parametrize("jobs", ["two", "-1", "1.5", "1000", ""])
def test_a_wrong_number_of_processes_is_refused(jobs, capsys):
    assert main(["lint", put("p.md", TEXT), f"--jobs={jobs}"]) == 2
    assert f'"{jobs}" is not a number of processes. Write 1 to 256, or 0' in capsys.readouterr().err


def test_a_posting_that_a_process_dies_of_is_reported_and_the_rest_is_done(tmp_path):
    put("p.jsonl", lines("a", "b", "deadly", "c"))
    code = put(
        "deadly.py",
        "import os, sys\n"
        "from postwright import cli_checking\n"
        "real = cli_checking.check\n"
        "def check(found, lints):\n"
        "    if b'deadly' in (found.content or b''):\n"
        "        os._exit(9)\n"
        "    return real(found, lints)\n"
        "cli_checking.check = check\n"
        "if __name__ == '__main__':\n"
        "    from postwright.cli import main\n"
        "    sys.exit(main(sys.argv[1:]))\n",
    )
    command = [sys.executable, code, "lint", "p.jsonl", *ONLY, "--jobs", "2", "-o", "out.jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert (done.returncode, done.stderr.splitlines()[1:]) == (
        2,
        [
            "postwright: p.jsonl, line 3 was not checked: the process that did it ended suddenly. "
            "Memory may have run out: try it alone."
        ],
    )
    assert ids_in("out.jsonl") == ["a", "b", "c"]


def test_chunks_are_many_lines_or_few_files_and_never_many_bytes():
    from postwright.exchange.inputs import Input

    def sizes(*inputs: Input) -> list[int]:
        return [len(chunk) for chunk in cli_checking.chunked(iter(inputs))]

    assert sizes(*[Input("p", line=1, content=b"x" * 100)] * 70) == [31, 31, 8]
    assert sizes(*[Input("p", line=1, content=b"x" * 1_000_000)] * 3) == [1, 1, 1]
    assert sizes(*[Input("p.md", Path("p.md"))] * 9) == [4, 4, 1]


# --- interrupted, and gone on with


def interrupted(*more: str) -> subprocess.CompletedProcess[str]:
    """Run in a group of its own, and press Ctrl-C when something was written."""
    with subprocess.Popen(
        [*LINT, "p.jsonl", *ONLY, "-o", "out.jsonl", *more],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # tests in the background ignore it
    ) as process:  # fmt: skip
        part = Path("out.jsonl.part")
        for _ in range(600):
            if process.poll() is not None or (part.exists() and part.stat().st_size):
                break
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a group are of Unix")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_cleanly_and_the_run_can_be_gone_on_with(jobs):
    put("p.jsonl", lines(*range(2_000)))
    done = interrupted("--jobs", jobs)
    assert (done.returncode, done.stdout, done.stderr.splitlines()[1:]) == (
        130,
        "",
        [
            f"postwright: What is done is kept in {Path('out.jsonl.part').absolute()}; --resume goes on with it.",
            "Interrupted.",
        ],
    )
    assert not Path("out.jsonl").exists()
    kept = Path("out.jsonl.part").read_bytes().count(b"\n")
    assert 0 < kept < 2_000
    done = subprocess.run(
        [*LINT, "p.jsonl", *ONLY, "-o", "out.jsonl", "--resume", "--jobs", jobs, "--fail-on", "notice"],
        capture_output=True, text=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.splitlines()[1:]) == (1, [f"postwright: {kept:,} postings are done already."])
    assert ids_in("out.jsonl") == list(range(2_000))
    assert sorted(path.name for path in Path().iterdir()) == ["out.jsonl", "p.jsonl"]


def test_a_run_that_is_gone_on_with_counts_what_was_done_before(capsys):
    put("p.jsonl", lines(1, 2))
    main(["lint", "p.jsonl", *ONLY, "-o", "whole.jsonl"])
    first, second = Path("whole.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    put("out.jsonl.part", first + second[:30])
    put("p.jsonl", lines(1) + '{"id": 2, "text": "Baker"}\n')
    capsys.readouterr()
    assert main(["lint", "p.jsonl", *ONLY, "-o", "out.jsonl", "--resume", "--fail-on", "notice"]) == 1
    assert capsys.readouterr().err.splitlines()[1:] == ["postwright: 1 postings are done already."]
    assert Path("out.jsonl").read_text(encoding="utf-8").startswith(first)
    assert ids_in("out.jsonl") == [1, 2]


def test_an_interrupted_run_is_not_overwritten(capsys):
    put("p.jsonl", lines(1))
    put("out.jsonl.part", "something\n")
    assert main(["lint", "p.jsonl", "-o", "out.jsonl"]) == 2
    assert "holds the lines of an interrupted run. Go on with it: --resume; or remove it first." in (
        capsys.readouterr().err
    )
    assert main(["lint", "p.jsonl", "-o", "out.jsonl", "--resume"]) == 2
    assert "line 1 is none that `postwright lint` has written." in capsys.readouterr().err
    assert Path("out.jsonl.part").read_text(encoding="utf-8") == "something\n"


@pytest.mark.parametrize("more", [[], ["-o", "out.html"], ["--format", "jsonl"], ["-o", "x.jsonl", "--format", "json"]])
def test_only_json_lines_in_a_file_can_be_gone_on_with(more, capsys):
    assert main(["lint", put("p.md", TEXT), "--resume", *more]) == 2
    assert "--resume goes on with an output of JSON lines." in capsys.readouterr().err


def test_without_anything_to_go_on_with_the_run_is_begun(capsys):
    put("p.jsonl", lines(1))
    assert main(["lint", "p.jsonl", *ONLY, "-o", "out.jsonl", "--resume"]) == 0
    assert "There is no output to go on with; out.jsonl is begun." in capsys.readouterr().err
    assert ids_in("out.jsonl") == [1]


# --- watched


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of Unix")
@pytest.mark.parametrize(
    ("argv", "is_shown"),
    [
        (["p.jsonl", "-o", "out.jsonl"], True),
        (["p.md", "-o", "out.jsonl"], False),
        (["p.md", "p.md", "-o", "out.txt"], True),
    ],
)
def test_a_bar_is_shown_on_a_terminal_where_several_postings_are_expected(argv, is_shown):
    import pty

    put("p.jsonl", lines(*range(30)) + "nonsense\n")
    put("p.md", TEXT)
    ours, theirs = pty.openpty()
    with subprocess.Popen([*LINT, *argv, *ONLY], stderr=theirs, env={**ENVIRONMENT, "TERM": "xterm"}) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # the other end was closed
            pass
        process.wait()
    os.close(ours)
    assert ("━".encode() in shown) == is_shown
    if "p.jsonl" in argv:
        assert b"line 31 is not valid JSON" in shown


def test_no_bar_reaches_a_file_or_a_pipe(capsys):
    put("p.jsonl", lines(*range(30)))
    main(["lint", "p.jsonl", *ONLY, "-o", "out.jsonl"])
    assert "━" not in capsys.readouterr().err
