"""`postwright lint`: many postings, every format, where the output goes, and how a run ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from postwright.cli import main
from postwright.guidelines.load import load_guidelines
from postwright.linting.registry import all_rules

ROOT = Path(__file__).resolve().parents[1]
TEXT = "# Baker\n\nWe want a rockstar baker and a ninja of bread.\n"
ONLY = ("--select", "wording/culture-cliche")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture(autouse=True)
def _own_house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("POSTWRIGHT_GUIDELINES", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path / "house"))
    (tmp_path / "jobs").mkdir()
    monkeypatch.chdir(tmp_path / "jobs")


def put(name: str, content: str | bytes = TEXT) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def lines(count: int) -> str:
    return "".join(json.dumps({"id": number, "text": TEXT}) + "\n" for number in range(count))


# --- what is read


def test_a_folder_is_linted_and_what_is_left_out_is_said_once(capsys):
    for name in ("in/b.md", "in/a/x.txt", "in/.git/config", "in/logo.png"):
        put(name)
    put("in/c.jsonl", lines(2) + "nonsense\n")
    assert main(["lint", "in", *ONLY, "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["in/a/x.txt", "in/b.md", 0, 1]
    assert err.splitlines()[1:] == [
        "postwright: in/c.jsonl, line 3 is not valid JSON: Expecting value. Each line must be an object such as "
        '{"id": "1", "title": "Nurse", "text": "..."}.',
        "postwright: in: 2 files are left out: 1 hidden, 1 .png.",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")
@pytest.mark.parametrize("format", ["text", "json", "jsonl", "sarif", "github", "html"])
def test_a_name_that_is_no_text_can_be_written_in_every_format(format, capsys):
    Path("in").mkdir()
    with open(os.fsencode("in/") + b"caf\xe9.md", "wb") as file:
        file.write(TEXT.encode())
    assert main(["lint", "in", *ONLY, "--format", format, "--fail-on", "notice"]) == 1
    capsys.readouterr().out.encode()


def test_a_fault_of_ours_costs_one_posting_only(monkeypatch, capsys):
    from postwright.reading import document

    def parse(text: str, **more: object) -> document.Document:
        if "ninja" in text:
            raise RecursionError("too deep")
        return real(text, **more)  # type: ignore[arg-type]

    real = document.parse
    monkeypatch.setattr(document, "parse", parse)
    put("p.jsonl", '{"id": 1, "text": "Baker"}\n{"id": 2, "text": "ninja"}\n{"id": 3, "text": "Cook"}\n')
    assert main(["lint", "p.jsonl", "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == [1, 3]
    assert err == (
        "postwright: p.jsonl, line 2 could not be checked: RecursionError: too deep. "
        "This is a fault in Postwright; please report it with the posting.\n"
    )


# --- what is written


def test_several_postings_end_with_a_count_for_each_rule(capsys):
    put("a.md")
    put("b.md", "# Cook\n\nA rockstar cook.\n")
    main(["lint", "a.md", "b.md", *ONLY])
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "severity  rule                    findings  postings",
        "notice    wording/culture-cliche         3         2",
        "",
        "2 postings: 3 notices",
    ]
    main(["lint", "a.md", *ONLY])
    assert "postings" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("r.txt", b"p.md  2 notices\n"),
        ("r.json", b'[\n{\n  "id": "p.md"'),
        ("r.jsonl", b'{"id": "p.md"'),
        ("r.sarif", b'{\n"$schema": "https://docs.oasis-open.org/sarif/'),
        ("r.html", b"<!DOCTYPE html>\n"),
    ],
)
def test_the_ending_of_the_file_gives_the_format(name, start, capsys):
    put("p.md")
    assert main(["lint", "p.md", *ONLY, "-o", name]) == 0
    assert capsys.readouterr().out == ""
    assert Path(name).read_bytes().startswith(start)
    assert sorted(path.name for path in Path().iterdir()) == ["p.md", name]


def test_a_file_says_what_standard_output_would(capsys):
    put("p.md", TEXT + "caf\u00e9 \u4e2d\u6587\n")
    for format in ("text", "json", "jsonl", "sarif", "github", "html"):
        main(["lint", "p.md", *ONLY, "--format", format, "-o", "out"])
        main(["lint", "p.md", *ONLY, "--format", format])
        assert Path("out").read_text(encoding="utf-8") == capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["-o", "none/r.html"], "none/r.html cannot be written: No such file or directory."),
        (["-o", "."], ".: the ending tells no format."),
        (["-o", ".", "--format", "html"], ". cannot be written: Is a directory."),
        (["-o", "r.rtf"], "r.rtf: the ending tells no format. Give --format, or one of .htm, .html, .json,"),
        (["-o", "p.md", "--format", "text"], "p.md is one of the postings. Choose another name with -o."),
        (["-o", "./p.md", "--format", "text"], "p.md is one of the postings."),
        (["--format", "sarf"], 'There is no format "sarf". Did you mean "sarif"?'),
    ],
)
def test_a_place_that_cannot_be_written_is_refused_before_anything_is_done(argv, message, capsys):
    put("p.md")
    assert main(["lint", "p.md", *argv]) == 2
    out, err = capsys.readouterr()
    assert (out, err.startswith(f"postwright: {message}")) == ("", True), err
    assert Path("p.md").read_text(encoding="utf-8") == TEXT
    assert [path.name for path in Path().iterdir()] == ["p.md"]


def test_what_was_there_stays_until_the_report_is_complete(monkeypatch, capsys):
    from postwright.exchange import lint_reports

    put("p.md")
    put("r.html", "earlier")

    def interrupted(self: object, linted: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(lint_reports.TextReport, "add", interrupted)
    assert main(["lint", "p.md", "--format", "text", "-o", "r.html"]) == 130
    assert Path("r.html").read_text(encoding="utf-8") == "earlier"
    assert sorted(path.name for path in Path().iterdir()) == ["p.md", "r.html"]


def test_a_report_in_the_folder_that_it_is_about_is_not_linted_the_next_time(capsys):
    put("in/p.md")
    for _ in range(2):
        main(["lint", "in", *ONLY, "-o", "in/r.html"])
        assert "Job postings" not in Path("in/r.html").read_text(encoding="utf-8")


def test_a_sarif_log_of_real_rules_follows_the_schema(capsys):
    sys.path.insert(0, str(ROOT / "tests" / "exchange"))
    try:
        from sarif_schema import SARIF
    finally:
        sys.path.pop(0)
    put("p.md", TEXT + "\nRequirements:\n- 12+ years of Kubernetes\n- PhD\n")
    put("w.txt", TEXT.replace("\n", "\r\n"))
    put("p.jsonl", lines(1))
    main(["lint", "p.md", "w.txt", "p.jsonl", "gone.md", "--level", "mid", "--format", "sarif"])
    log = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(all_rules(load_guidelines()))
    assert all(run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place.get("region", {})
        if "snippet" in region:
            file = Path(place["artifactLocation"]["uri"]).read_bytes().decode()
            line = file.splitlines()[region["startLine"] - 1]
            if region["startLine"] == region["endLine"]:
                assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


# --- which rules


def notes(capsys, *argv: str) -> list[str]:
    put("p.md")
    status = main(["lint", "p.md", *argv, "--format", "jsonl"])
    err = capsys.readouterr().err
    assert status in (0, 1), err
    return err.splitlines()


def test_what_select_and_ignore_do_is_said(capsys):
    every = list(all_rules(load_guidelines()))

    def those(beginning: str) -> int:
        return sum(rule.startswith(beginning) for rule in every)

    assert notes(capsys) == []
    assert notes(capsys, "--select", "wording") == [
        f"postwright: {those('wording/')} of {len(every)} rules are checked (--select wording)."
    ]
    assert notes(capsys, "--select", "inflated/years", "--ignore", "missing/") == [
        f"postwright: {those('inflated/years')} of {len(every)} rules are checked "
        "(--select inflated/years, --ignore missing/).",
        "postwright: --ignore missing/ leaves out nothing that the other options do not leave out already.",
    ]
    assert notes(capsys, "--ignore", "clarity") == [
        f"postwright: {len(every) - those('clarity/')} of {len(every)} rules are checked (--ignore clarity)."
    ]


def test_a_group_and_the_beginning_of_a_name_select_their_rules_only(capsys):
    put("p.md", TEXT + "\nRequirements:\n- 12+ years of Kubernetes\n")

    def found(*argv: str) -> set[str]:
        main(["lint", "p.md", *argv, "--level", "mid", "--format", "jsonl"])
        return {each["rule"] for each in json.loads(capsys.readouterr().out)["findings"]}

    assert {rule.partition("/")[0] for rule in found("--select", "wording")} == {"wording"}
    assert {rule.startswith("inflated/years") for rule in found("--select", "inflated/years")} == {True}
    assert not {rule for rule in found("--ignore", "wording") if rule.startswith("wording/")}


def test_a_run_without_rules_is_refused(capsys):
    put("p.md")
    assert main(["lint", "p.md", "--select", "wording", "--ignore", "wording"]) == 2
    assert capsys.readouterr().err == (
        "postwright: No rule is left to check: --select wording, --ignore wording. `postwright rules` lists them all.\n"
    )


def test_a_rule_that_the_house_has_switched_off_is_named_when_a_prefix_does_not_select_it(monkeypatch, capsys):
    put("house/profile.yaml", "severities:\n  wording/culture-cliche: 'off'\n")
    monkeypatch.setenv("POSTWRIGHT_GUIDELINES", str(Path("house").absolute()))
    off = "postwright: --select wording: the house has switched off wording/culture-cliche; only a whole id selects it."
    assert off in notes(capsys, "--select", "wording")
    assert off not in notes(capsys, "--select", "wording", "--select", "wording/culture-cliche")


# --- the process


def test_a_closed_standard_output_is_said_and_a_file_needs_none():
    put("p.md")
    command = [sys.executable, "-m", "postwright", "lint", "p.md", *ONLY]
    shell = ["sh", "-c", 'exec "$@" >&-', "sh"]
    done = subprocess.run([*shell, *command], stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[1:] == ["postwright: the output cannot be written: not writable."]
    done = subprocess.run(
        [*shell, *command, "-o", "r.html"], stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, check=False
    )
    assert (done.returncode, len(done.stderr.splitlines()), Path("r.html").exists()) == (0, 1, True)


def test_a_full_disk_leaves_the_earlier_report():
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    put("p.md")
    done = subprocess.run(
        [sys.executable, "-m", "postwright", "lint", "p.md", *ONLY, "--format", "html", "-o", "/dev/full"],
        stderr=subprocess.PIPE, text=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "/dev/full cannot be written: No space left on device." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "sarif", "github", "html"])
def test_a_reader_that_goes_away_is_no_error_to_shout_about(format):
    put("p.jsonl", lines(3_000))
    with subprocess.Popen(
        [sys.executable, "-m", "postwright", "lint", "p.jsonl", *ONLY, "--format", format],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert len(process.stderr.read().splitlines()) == 1
        assert process.wait() == 141
