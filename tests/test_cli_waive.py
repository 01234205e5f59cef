"""On the command line a finding is accepted by its number, with a reason; it stays out while its words stay."""

from __future__ import annotations

import datetime as dt
import getpass
import json
from pathlib import Path

import jsonschema
import pytest

from postwright.cli import main
from postwright.exchange.schemas import lint_schema
from postwright.exchange.waiver_file import read_waivers

TEXT = "# Baker\n\nWe want a rockstar baker and a ninja of bread.\n"
ONLY = ("--select", "wording/culture-cliche", "--fail-on", "notice")


@pytest.fixture(autouse=True)
def _own_house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("POSTWRIGHT_DATA_DIR", str(tmp_path / "house"))
    monkeypatch.delenv("POSTWRIGHT_GUIDELINES", raising=False)
    monkeypatch.setattr(getpass, "getuser", lambda: "ada")
    (tmp_path / "jobs").mkdir()
    monkeypatch.chdir(tmp_path / "jobs")
    Path("p.md").write_text(TEXT, encoding="utf-8")


def waive(*more: str, path: str = "p.md") -> int:
    return main(["waive", path, "--reason", "our band", *ONLY[:2], *more])


def left(capsys, path: str = "p.md") -> list[list[str]]:
    capsys.readouterr()
    main(["lint", path, *ONLY, "--format", "jsonl"])
    lines = capsys.readouterr().out.splitlines()
    return [[finding["quote"] for finding in json.loads(line)["findings"]] for line in lines]


def test_an_accepted_finding_is_left_out_and_its_record_says_who_and_why(capsys):
    assert waive("--finding", "1", "--until", "2999-03-31") == 0
    assert capsys.readouterr().err == (
        "postwright: Accepted until 2999-03-31: wording/culture-cliche “rockstar” (our band). "
        "Kept in p.md.waivers.yaml.\n"
    )
    (record,) = read_waivers(Path("p.md.waivers.yaml"))
    waiver = record.waiver
    assert (waiver.quote, waiver.reason, waiver.owner) == ("rockstar", "our band", "ada")
    assert (waiver.expires, record.posting) == (dt.date(2999, 3, 31), "")
    assert left(capsys) == [["ninja"]]


def test_numbers_stay_the_same_when_other_findings_are_accepted(capsys):
    assert waive("--finding", "1") == 0
    assert waive("--finding", "2", "--owner", "Grace Hopper") == 0
    assert left(capsys) == [[]]
    assert main(["lint", "p.md", *ONLY]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "p.md  no findings; 2 accepted"
    assert main(["lint", "p.md", *ONLY, "--show-waived"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert "  2. accepted wording/culture-cliche  line 3, column 32" in shown
    assert "    Accepted: our band (Grace Hopper)" in shown


def test_it_survives_edits_elsewhere_and_ends_with_its_words(capsys):
    waive("--finding", "1", "--finding", "2")
    Path("p.md").write_text("# Baker\n\nA new line.\n\n" + TEXT, encoding="utf-8")
    assert left(capsys) == [[]]
    Path("p.md").write_text(TEXT.replace("a rockstar baker", "one rockstar cook"), encoding="utf-8")
    assert left(capsys) == [["rockstar", "ninja"]]


def test_unused_and_ended_records_are_told_on_stderr_only(capsys):
    waive("--finding", "1", "--finding", "2")
    path = Path("p.md.waivers.yaml")
    path.write_text(path.read_text(encoding="utf-8") + "    until: 2001-01-01\n", encoding="utf-8")
    Path("p.md").write_text("# Baker\n\nWe want a baker and a ninja of bread.\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["lint", "p.md", *ONLY, "--format", "jsonl"]) == 1
    out, err = capsys.readouterr()
    assert list(json.loads(out)) == ["id", "text", "findings"]
    assert err.splitlines()[1:] == [
        "postwright: p.md.waivers.yaml: wording/culture-cliche “rockstar” (our band): "
        "nothing needs it; take the record out.",
        "postwright: p.md.waivers.yaml: wording/culture-cliche “ninja” (our band): "
        "it ended on 2001-01-01 and no longer holds.",
    ]
    assert main(["lint", "p.md", "--select", "clarity/length"]) == 0
    assert ".waivers.yaml" not in capsys.readouterr().err


def test_accepted_findings_are_in_the_json_only_when_asked_for(capsys):
    waive("--finding", "1", "--until", "2999-03-31")
    capsys.readouterr()
    main(["lint", "p.md", *ONLY, "--format", "jsonl", "--show-waived"])
    posting = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(lint_schema()).validate(posting)
    (waived,) = posting["waived"]
    assert (waived["finding"]["quote"], waived["reason"], waived["owner"], waived["until"]) == (
        "rockstar", "our band", "ada", "2999-03-31",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--finding", "3"), "There is no finding 3. `postwright lint` shows 1 to 2; give the same options as there"),
        (("--finding", "1", "--reason", "  "), "A finding is ignored for a reason, and none was given."),
        (("--finding", "1", "--until", "2001-01-01"), "2001-01-01 is past, so the finding would not be ignored"),
        (("--finding", "1", "--until", "soon"), '"soon" is not a date.'),
        (("--finding", "1", "--finding", "9"), "There is no finding 9."),
    ],
)
def test_what_cannot_be_accepted_is_refused_and_nothing_is_written(capsys, more, said):
    assert waive(*more) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["p.md"]


def test_a_reason_must_be_given(capsys):
    assert main(["waive", "p.md", "--finding", "1"]) == 2
    assert "--reason" in capsys.readouterr().err


def test_one_posting_of_many_is_named_by_its_id(capsys):
    lines = [json.dumps({"id": key, "text": TEXT}) for key in ("a", "b")]
    Path("many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert waive("--finding", "1", path="many.jsonl") == 2
    assert "holds more than one posting. Say which: --posting ID." in capsys.readouterr().err
    assert waive("--finding", "1", "--posting", "c", path="many.jsonl") == 2
    assert waive("--finding", "1", "--posting", "b", path="many.jsonl") == 0
    assert left(capsys, "many.jsonl") == [["rockstar", "ninja"], ["ninja"]]


def test_the_file_of_the_folder_is_used_where_there_is_one_and_another_where_it_is_named(capsys):
    Path(".postwright-waivers.yaml").write_text("# all our bands\n", encoding="utf-8")
    assert waive("--finding", "1") == 0
    assert waive("--finding", "2", "--waivers", "mine.yaml") == 0
    assert [record.posting for record in read_waivers(Path(".postwright-waivers.yaml"))] == ["p.md"]
    assert left(capsys) == [["ninja"]]
    main(["lint", "p.md", *ONLY, "--format", "jsonl", "--waivers", "mine.yaml"])
    assert [f["quote"] for f in json.loads(capsys.readouterr().out)["findings"]] == ["rockstar"]


def test_a_broken_file_of_records_stops_the_run(capsys):
    Path("p.md.waivers.yaml").write_text("waivers: [{rule: a/b}]\n", encoding="utf-8")
    assert main(["lint", "p.md", *ONLY]) == 2
    assert "p.md.waivers.yaml, record 1, key reason: it is missing." in capsys.readouterr().err
