"""`postwright ground`: a posting with its brief, and statements with their sources line by line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from postwright.cli import main

BRIEF = """
title: Baker
hours: 30 hours a week, early shifts
benefits:
  - 26 days of holiday
responsibilities:
  - Bake sourdough bread and rolls
must_have:
  - two years in a bakery
"""


def items(path: Path, *lines: str) -> Path:
    file = path / "items.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def item(**values: object) -> str:
    sources = [{"field": "benefit", "text": "26 days of holiday"}]
    return json.dumps({"id": "b1", "sources": sources, "section": "benefits", **values})


def test_each_line_is_judged_with_its_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = items(tmp_path, item(statement="You have 26 days of leave."), item(id=7, statement="28 days of holiday."))
    status = main(["ground", "--items", str(file)])
    assert status == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"id": "b1", "supported": True, "findings": []},
        {
            "id": 7,
            "supported": False,
            "findings": [
                {
                    "kind": "time",
                    "start": 0,
                    "end": 7,
                    "message": "“28 days”: it stands in no source; they say “26 days”.",
                }
            ],
        },
    ]


def test_a_bad_line_is_reported_and_the_rest_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = items(
        tmp_path,
        "not json",
        item(statement="26 days of holiday.", section=7),
        item(),
        item(statement="26 days of holiday.", sources=[{"field": "perk", "text": "x"}]),
        item(statement="26 days of holiday."),
    )
    status = main(["ground", "--items", str(file)])
    output = capsys.readouterr()
    assert status == 2
    assert [json.loads(line)["supported"] for line in output.out.splitlines()] == [True]
    assert [line.partition(", line ")[2][:30] for line in output.err.splitlines() if ", line " in line] == [
        "1 is not JSON. Each line must ",
        "2: there is no section 7. Use ",
        '3 has no "statement". Each lin',
        '4: there is no field "perk". U',
    ]


def test_a_sentence_of_a_posting_that_its_brief_does_not_say_is_pointed_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "brief.yaml").write_text(BRIEF, encoding="utf-8")
    posting = tmp_path / "posting.md"
    posting.write_text(
        "# Baker\n\n## Responsibilities\n\n- You bake sourdough bread and rolls.\n\n## Benefits\n\n"
        "- You have 26 days of holiday.\n- There is a sauna.\n",
        encoding="utf-8",
    )
    status = main(["ground", str(posting), "--brief", str(tmp_path / "brief.yaml")])
    assert status == 1
    assert "There is a sauna." in capsys.readouterr().out
    main(["ground", str(posting), "--brief", str(tmp_path / "brief.yaml"), "--format", "json"])
    judged = json.loads(capsys.readouterr().out)
    assert [sentence["supported"] for sentence in judged["sentences"]] == [True, True, False]


def test_it_starts_without_database_pages_or_model_stack(tmp_path: Path) -> None:
    file = items(tmp_path, item(statement="26 days of holiday."))
    code = (
        "import sys; from postwright.cli import main; main(sys.argv[1:]);"
        "print(sorted({'sqlalchemy', 'streamlit', 'langchain', 'openai'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "ground", "--items", str(file)], capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "[]"
