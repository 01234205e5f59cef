"""The command line: what goes in, what comes out, where, and with which exit status."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from postwright.cli import main
from postwright.exchange.brief_yaml import load_brief
from postwright.guidelines.load import load_guidelines
from postwright.linting.registry import all_rules

ROOT = Path(__file__).resolve().parents[1]
NURSE_BRIEF = str(ROOT / "examples" / "briefs" / "registered_nurse.yaml")
SENIOR = """Senior Backend Engineer

Requirements:
- 12+ years of experience with Kubernetes
- We want a rockstar\x1b[31m of code
"""


@pytest.fixture(autouse=True)
def _own_house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Keep the tests from the guidelines and the colours of whoever runs them."""
    for name in ("POSTWRIGHT_GUIDELINES", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path / "house"))
    monkeypatch.chdir(tmp_path)
    return


def put(name: str, content: str | bytes) -> str:
    data = content if isinstance(content, bytes) else content.encode()
    Path(name).write_bytes(data)
    return name


def findings(*argv: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, object]]]:
    status = main(["lint", *argv, "--format", "jsonl"])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(data)))


# --- lint


def test_lint_shows_each_finding_with_its_line_its_reason_its_source_and_a_fix(capsys):
    path = put("p.txt", SENIOR)
    assert main(["lint", path, "--select", "inflated/years-above-level", "--date", "2026-11-20"]) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert err.splitlines() == [
        f"postwright: 1 of {len(all_rules(load_guidelines()))} rules are checked "
        "(--select inflated/years-above-level).",
        "postwright: p.txt: 1 control character(s) were removed.",
    ]
    assert lines[:6] == [
        "p.txt  1 warning",
        "",
        "  1. warning inflated/years-above-level  line 4, column 3",
        lines[3],
        "    4 │ - 12+ years of experience with Kubernetes",
        "      │   ^^^^^^^^^",
    ]
    assert lines[3].startswith("    Senior")
    labels = [line.strip().partition(":")[0] for line in lines if line.startswith("    ") and ": " in line]
    assert [label for label in ("Why", "Source", "Fix") if label in labels] == ["Why", "Source", "Fix"]


def test_no_colour_reaches_a_pipe_and_nothing_in_a_text_steers_the_terminal(capsys):
    path = put("p.jsonl", json.dumps({"id": "a\x1b[2J", "text": SENIOR + "\u202eevil \x07 rockstar\n"}))
    main(["lint", path])
    main(["read", path])
    out = capsys.readouterr().out
    assert not set(out) & set("\x1b\x07\u202e\u009b")
    assert "a\ufffd[2J" in out


def test_json_lines_have_exactly_the_published_fields_and_offsets_index_the_text(capsys):
    status, (posting,) = findings(put("p.md", SENIOR), "--select", "inflated/years-above-level", capsys=capsys)
    text = SENIOR.replace("\x1b", "")
    (finding,) = posting.pop("findings")
    assert (status, posting) == (1, {"id": "p.md", "text": text})
    assert text[finding["start"] : finding["end"]] == finding["quote"] == "12+ years"
    assert list(finding) == [
        "rule", "severity", "start", "end", "quote", "message", "why", "source", "arithmetic", "field", "fixes",
    ]  # fmt: skip
    assert [sorted(fix) for fix in finding["fixes"]] == [["edits", "label", "safety"]] * len(finding["fixes"])


def test_json_is_one_array_also_of_nothing(capsys):
    path = put("p.txt", SENIOR)
    assert main(["lint", path, path, "--format", "json", "--select", "inflated/"]) == 1
    assert [posting["id"] for posting in json.loads(capsys.readouterr().out)] == ["p.txt", "p.txt"]
    assert main(["lint", "none.txt", "--format", "json"]) == 2
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(("fail_on", "status"), [("error", 0), ("warning", 1), ("notice", 1), ("info", 1)])
def test_the_exit_status_follows_the_severity(fail_on, status, capsys):
    argv = ["lint", put("p.txt", SENIOR), "--select", "inflated/years-above-level", "--fail-on", fail_on]
    assert main(argv) == status


def test_unreadable_inputs_are_reported_and_the_rest_is_done(capsys):
    put("binary.txt", b"\x00\x01\x02")
    put("broken.docx", b"PK\x03\x04 broken")
    put("broken.pdf", b"%PDF-1.4 broken")
    put("many.jsonl", '{"id": 1, "text": "Nurse"}\nnonsense\n{"id": 2, "text": "Cook"}\n')
    put("good.txt", "Nurse\n")
    status, postings = findings(
        "gone.txt", "binary.txt", "broken.docx", "broken.pdf", "many.jsonl", "good.txt", capsys=capsys
    )
    assert status == 2
    assert [posting["id"] for posting in postings] == [1, 2, "good.txt"]
    main(["lint", "gone.txt", "binary.txt", "broken.docx", "broken.pdf", "many.jsonl", "good.txt"])
    out, err = capsys.readouterr()
    assert [line.split(".")[0] for line in err.splitlines()] == [
        "postwright: gone",
        "postwright: binary",
        "postwright: broken",
        "postwright: broken",
        "postwright: many",
    ]
    assert "Traceback" not in err
    assert out.splitlines()[-1].startswith("3 postings: ")
    assert out.splitlines()[-1].endswith("; 5 inputs could not be read")


def test_a_level_a_title_and_a_place_are_used(capsys):
    text = "Requirements:\n- 12+ years of experience with Kubernetes\n"
    path = put("p.txt", text)
    rules = ("--select", "inflated/years-above-level", "--select", "missing/pay-range", "--date", "2026-11-20")

    def found(*more: str) -> list[tuple[object, object]]:
        _, (posting,) = findings(path, *rules, *more, capsys=capsys)
        return [(finding["rule"], finding["severity"]) for finding in posting["findings"]]

    assert ("inflated/years-above-level", "warning") not in found()
    assert ("inflated/years-above-level", "warning") in found("--level", "Mid")
    assert ("inflated/years-above-level", "warning") in found("--title", "Senior Backend Engineer")
    assert ("missing/pay-range", "error") in found("--place", "us-co")


def test_standard_input_is_read(monkeypatch, capsys):
    stdin(monkeypatch, b"Nurse\r\n12 beds\r\n")
    status, postings = findings("-", capsys=capsys)
    assert [(posting["id"], posting["text"]) for posting in postings] == [("-", "Nurse\n12 beds\n")]
    assert status in (0, 1)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--level", "seniour"], 'There is no level "seniour". Did you mean "senior"?'),
        (["--profile", "registered-nurs"], 'There is no profile "registered-nurs". Did you mean "registered_nurse"?'),
        (["--fail-on", "eror"], 'There is no severity "eror". Did you mean "error"?'),
        (["--format", "jsn"], 'There is no format "jsn". Did you mean "json"?'),
        (["--place", "Denver"], '"Denver" is not a place.'),
        (["--place", "QQ-1"], '"QQ-1" is not a place.'),
        (["--date", "20th May"], '"20th May" is not a date.'),
        (["--select", "inflated/year-above-level"], 'There is no rule "inflated/year-above-level". Did you mean '
         '"inflated/years-above-level"?'),
        (["--brief", "gone.yaml"], "gone.yaml does not exist."),
        (["--titel", "x"], 'Unrecognized arguments: --titel x. Did you mean "--title"?'),
    ],
)  # fmt: skip
def test_a_wrong_option_is_refused_with_the_nearest_right_one(argv, message, capsys):
    assert main(["lint", put("p.txt", "Nurse"), *argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"postwright: {message}" in err


def test_a_mistyped_command_is_refused_with_the_nearest(capsys):
    assert main(["lnt"]) == 2
    assert capsys.readouterr().err.endswith('Did you mean "lint"?\n')
    assert main([]) == 2
    assert main(["--help"]) == 0


# --- read


def test_read_marks_what_was_understood(capsys):
    text = "# Senior Nurse\n\n## What you need\n\n- 5+ years of ward experience\n"
    assert main(["read", put("p.md", text)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["p.md", "1 title: “Senior Nurse”, level senior"]
    place = next(index for index, line in enumerate(lines) if "5+ years" in line)
    assert lines[place] == " " * 22 + " │ - 5+ years of ward experience"
    assert lines[place + 1].startswith(" " * 22 + " │   ^^^^^^^^ 4 demand: 5 years or more, ")
    assert any(line.lstrip().startswith("3 requirements │ ") for line in lines)
    assert lines[-2].startswith("Read: 1 demand; no degree; no pay")


def test_read_writes_every_field_also_of_nothing(capsys):
    assert main(["read", put("p.txt", "Hello"), "--format", "jsonl"]) == 0
    reading = json.loads(capsys.readouterr().out)
    assert [part["kind"] for part in reading.pop("sections")]
    assert reading == {
        "id": "p.txt",
        "text": "Hello",
        "title_level": "none",
        "demands": [],
        "degree": {"level": "none", "strength": "none", "start": None, "end": None},
        "pay": {"kind": "none", **dict.fromkeys(("minimum", "maximum", "currency", "period", "start", "end"))},
        "technologies": [],
    }  # fmt: skip


def test_json_lines_keep_their_ids_and_their_text(capsys):
    text = "2 years\r\n\tof care \u202e"
    path = put("p.jsonl", json.dumps({"id": 17, "title": "Senior Nurse", "text": text}))
    assert main(["read", path, "--format", "jsonl"]) == 0
    reading = json.loads(capsys.readouterr().out)
    assert (reading["id"], reading["text"], reading["title_level"]) == (17, text, "senior")


# --- draft


def test_a_draft_goes_to_standard_output_and_remarks_to_standard_error(capsys):
    assert main(["draft", NURSE_BRIEF]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"# {load_brief(Path(NURSE_BRIEF).read_text(encoding='utf-8')).title}\n\n## ")
    assert err.splitlines()[0].endswith("no findings") or "notice" in err or "info" in err


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("p.md", b"# "),
        ("p.html", b"<!DOCTYPE html>"),
        ("p.docx", b"PK"),
        ("p.jsonld", b"{"),
        ("p.json", b'{\n  "form"'),
    ],
)
def test_the_ending_of_the_file_gives_the_format(name, start, capsys):
    assert main(["draft", NURSE_BRIEF, "-o", name]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{name}: ")
    assert Path(name).read_bytes().startswith(start)


def test_the_format_that_is_asked_for_wins(capsys):
    assert main(["draft", NURSE_BRIEF, "-o", "p.txt", "--format", "html"]) == 0
    assert Path("p.txt").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert main(["draft", NURSE_BRIEF, "-o", "p.rtf"]) == 2
    assert 'There is no format ".rtf".' in capsys.readouterr().err


def test_a_word_document_can_go_through_a_pipe(capsysbinary):
    assert main(["draft", NURSE_BRIEF, "--format", "docx"]) == 0
    assert docx.Document(io.BytesIO(capsysbinary.readouterr().out)).paragraphs[0].style.name == "Heading 1"


def test_what_google_requires_and_the_brief_lacks_is_said_before_json_ld_is_used(capsys):
    assert main(["draft", put("b.yaml", "title: Nurse\n"), "--format", "jsonld"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["title"] == "Nurse"
    assert "  Google requires the day of posting (date_posted)\n" in err
    assert "  Google requires where the work is (locations)\n" in err


def test_user_text_is_never_template_source(capsys):
    brief = put("b.yaml", "title: '{{ 7*7 }} {% for x in y %}'\nsummary: '${7*7} {{ config }}'\n")
    for name in ("md", "html", "txt", "json", "jsonld"):
        assert main(["draft", brief, "--format", name]) == 0
        out = capsys.readouterr().out
        assert "{{ 7*7 }} {% for x in y %}" in out
        assert "49" not in out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "b.yaml is empty."),
        ("title: [", "b.yaml, line 2: a value or a closing bracket is missing."),
        ("pay: [{minimum: 5, maximum: 4}]", "b.yaml cannot be used: line 1, pay 1: the maximum pay is below the "
         "minimum pay."),
        ("must_have: [{text: x, years: -1}]", "b.yaml cannot be used: line 1, must-have 1, years, minimum: -1 is too "
         "small; 0 is the least."),
        ("profile: nurse_registered", 'role profile: there is no role profile "nurse_registered".'),
        ("a: &a [1]\nb: *a", "b.yaml, line 1: the anchor `&a` is not allowed."),
        ("title: !!python/name:os.system x", "b.yaml, line 1: the tag `tag:yaml.org,2002:python/name:os.system` is not "
         "allowed."),
        (b"title: \x00", "b.yaml is no text. A brief is YAML or JSON, saved as UTF-8."),
    ],
)  # fmt: skip
def test_a_brief_that_cannot_be_used_gets_one_message_and_writes_nothing(content, message, capsys):
    assert main(["draft", put("b.yaml", content), "-o", "p.md"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.startswith(f"postwright: {message}")) == ("", True), err
    assert not Path("p.md").exists()


def test_a_draft_does_not_replace_its_brief(capsys):
    brief = put("b.yaml", "title: Nurse\n")
    assert main(["draft", brief, "-o", "./b.yaml", "--format", "md"]) == 2
    assert Path("b.yaml").read_text(encoding="utf-8") == "title: Nurse\n"
    assert "is the brief itself" in capsys.readouterr().err


def test_a_draft_in_word_lints_like_the_draft(capsys):
    main(["draft", NURSE_BRIEF, "-o", "p.docx"])
    capsys.readouterr()
    assert docx.Document("p.docx").paragraphs[0].style.name == "Heading 1"
    assert main(["lint", "p.docx", "--brief", NURSE_BRIEF]) == 0


# --- rules, explain, brief


def test_rules_lists_every_rule_once(capsys):
    assert main(["rules"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    ids = [words[0] for words in lines if words and "/" in words[0] and not words[0].endswith("/")]
    assert "inflated/years-above-level" in ids
    assert len(ids) == len(set(ids))


def test_explain_prints_the_record(capsys):
    assert main(["explain", "inflated/years-above-level"]) == 0
    by_id = capsys.readouterr().out
    assert main(["explain", "years-above-level"]) == 0
    assert capsys.readouterr().out == by_id
    assert by_id.startswith("inflated/years-above-level  warning\n")
    assert [label for label in ("Why:", "Source:", "Finds:", "Stays silent on:") if f"\n{label}" in by_id] == [
        "Why:", "Source:", "Finds:", "Stays silent on:",
    ]  # fmt: skip
    assert main(["explain", "inflated/years-over-level"]) == 2
    assert 'Did you mean "inflated/years-above-level"?' in capsys.readouterr().err


def test_a_template_can_be_drafted_as_it_is_printed(capsys):
    assert main(["brief", "--profile", "registered-nurse"]) == 0
    out, err = capsys.readouterr()
    assert (load_brief(out).profile, err) == ("registered_nurse", "")
    assert main(["draft", put("b.yaml", out)]) == 0


# --- the process


def test_a_closed_pipe_is_no_error_to_shout_about():
    put("p.jsonl", "".join(json.dumps({"id": n, "text": SENIOR}) + "\n" for n in range(400)))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "postwright", "read", "p.jsonl", "--format", "jsonl"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_output_that_cannot_be_written_is_said_without_a_traceback():
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w") as full:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-m", "postwright", "read", put("p.txt", "Nurse"), "--format", "jsonl"],
            stdout=full, stderr=subprocess.PIPE, text=True, env=environment, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        2,
        "postwright: the output cannot be written: No space left on device.\n",
    )


LOADED = """
import sys
from postwright.cli import main
main(["lint", sys.argv[1], "--format", sys.argv[2]])
heavy = ("sqlalchemy", "alembic", "streamlit", "pydantic", "pydantic_settings", "langchain", "langchain_core",
         "langchain_openai", "openai", "docx", "lxml", "pdfplumber", "bs4", "jinja2", "yaml", "markdown_it", "typer")
print([name for name in heavy if name in sys.modules], file=sys.stderr)
"""


@pytest.mark.parametrize("format", ["text", "jsonl"])
def test_linting_a_text_loads_nothing_that_it_does_not_need(format):
    path = put("p.txt", SENIOR.replace("\x1b", "") * 40)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    code = [sys.executable, "-c", LOADED, path, format]
    subprocess.run(code, capture_output=True, env=environment, check=True)  # compiles the guidelines where nobody has
    done = subprocess.run(code, capture_output=True, text=True, env=environment, check=True)
    assert done.stderr.splitlines()[-1] == "[]"
