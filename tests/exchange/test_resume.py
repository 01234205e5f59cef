"""What an interrupted run has written is found again by place, id and text; nothing is lost and nothing done twice."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from postwright.errors import DocumentError, InputError, StorageError
from postwright.exchange.inputs import Input, inputs_of
from postwright.exchange.resume import Earlier, earlier_of, growing, part_of, refuse_to_lose, still_to_do


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def put(name: str, content: str) -> Path:
    path = Path(name)
    path.write_text(content, encoding="utf-8")
    return path


def postings(*ids: object) -> str:
    return "".join(json.dumps({"id": id, "text": f"text of {id}"}) + "\n" for id in ids)


def done(*ids: object) -> str:
    findings = [{"severity": "notice", "rule": "a/x"}]
    return "".join(json.dumps({"id": id, "text": f"text of {id}", "findings": findings}) + "\n" for id in ids)


def left(paths: list[str], earlier: Earlier) -> tuple[list[object], int, list[str]]:
    """Return what is still to do as (file, line), how many were counted, and what was reported."""
    counted: list[object] = []
    reported: list[str] = []
    inputs = (each for each in inputs_of(paths) if isinstance(each, Input | DocumentError))
    rest = still_to_do(
        inputs, earlier, count=lambda found: counted.extend(found), report=lambda error: reported.append(error.message)
    )
    return (
        [(each.name, each.line) if isinstance(each, Input) else each.message for each in rest],
        len(counted),
        reported,
    )


def interrupt(path: Path, written: str) -> None:
    """Write something and be interrupted."""
    try:
        with growing(path, None) as stream:
            stream.write(written.encode())
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        return
    pytest.fail("the interrupt was swallowed")


def test_what_has_a_line_is_skipped_and_a_cut_line_is_done_again():
    put("p.jsonl", postings(1, 2, 3, 4))
    earlier = Earlier(put("out.jsonl.part", done(1, 2) + done(3)[:25]))
    assert left(["p.jsonl"], earlier) == ([("p.jsonl", 3), ("p.jsonl", 4)], 2, [])
    assert (earlier.lines, earlier.end) == (2, len(done(1, 2)))


def test_a_line_without_its_end_is_not_done_even_where_it_could_be_read():
    put("p.jsonl", postings(1, 2))
    assert left(["p.jsonl"], Earlier(put("out", done(1, 2)[:-1])))[0] == [("p.jsonl", 2)]


def test_ids_may_repeat():
    put("p.jsonl", postings(1, 1, 2, 1))
    assert left(["p.jsonl"], Earlier(put("out", done(1, 1))))[0] == [("p.jsonl", 3), ("p.jsonl", 4)]


def test_bad_lines_are_reported_again_and_a_posting_that_was_lost_comes_first():
    put("p.jsonl", postings(1) + "nonsense\n" + postings(2, 3, 4))
    assert left(["none.md", "p.jsonl"], Earlier(put("out", done(1, 3)))) == (
        [("p.jsonl", 3), ("p.jsonl", 5)],
        2,
        ["none.md does not exist.", "p.jsonl, line 2 is not valid JSON: Expecting value."],
    )


def test_a_file_that_is_older_than_the_output_is_not_read_again_and_a_changed_one_is_noticed():
    for name in ("a.md", "b.md"):
        put(name, f"text of {name}")
        os.utime(name, (1, 1))
    earlier = Earlier(put("out", done("a.md", "b.md")))
    assert left(["a.md", "b.md"], earlier)[0] == []
    Path("a.md").chmod(0o000)
    assert left(["a.md", "b.md"], earlier)[0] == []
    put("b.md", "another text")
    os.utime("b.md", (4e9, 4e9))
    with pytest.raises(InputError, match=r"out, line 2 \(b\.md\) is about none of these postings\."):
        left(["a.md", "b.md"], earlier)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (done(9), "out, line 1 (9) is about none of these postings."),
        (done(1, 2, 3), "out, line 3 (3) is about none of these postings."),
        (done(1).replace("text of", "words of"), "out, line 1 (1) is about none of these postings."),
        (postings(1), "out, line 1 is none that `postwright lint` has written."),
        ("[]\n", "out, line 1 is none that `postwright lint` has written."),
        (done(1) + "nonsense\n", "out, line 2 is none that `postwright lint` has written."),
    ],
)
def test_lines_of_another_run_are_refused(lines, message):
    put("p.jsonl", postings(1, 2))
    with pytest.raises(InputError) as caught:
        left(["p.jsonl"], Earlier(put("out", lines)))
    assert caught.value.message == message
    assert Path("out").read_text(encoding="utf-8") == lines


def test_other_postings_are_noticed_before_they_fill_memory():
    put("p.jsonl", postings(*range(5_000)))
    with pytest.raises(InputError, match="about none"):
        left(["p.jsonl"], Earlier(put("out", done(4_000))))


def test_a_complete_output_takes_its_name_and_an_interrupted_one_stays_beside_it():
    out = Path("out.jsonl")
    put("out.jsonl", "earlier\n")
    interrupt(out, done(1))
    assert (out.read_text(encoding="utf-8"), part_of(out).read_text(encoding="utf-8")) == ("earlier\n", done(1))
    with pytest.raises(InputError, match="holds the lines of an interrupted run"):
        refuse_to_lose(out)
    earlier = earlier_of(out)
    assert earlier is not None
    list(earlier)
    with growing(out, earlier) as stream:
        stream.write(done(2).encode())
    assert out.read_text(encoding="utf-8") == done(1, 2)
    assert not part_of(out).exists()
    refuse_to_lose(out)


def test_an_interrupted_run_that_wrote_nothing_leaves_nothing():
    interrupt(Path("out.jsonl"), "")
    assert list(Path().iterdir()) == []


def test_the_output_of_a_shell_is_gone_on_with_where_it_is():
    out = put("out.jsonl", done(1) + '{"id": 2, "te')
    earlier = earlier_of(out)
    assert earlier is not None
    list(earlier)
    with growing(out, earlier) as stream:
        stream.write(done(2).encode())
    assert out.read_text(encoding="utf-8") == done(1, 2)


def test_a_folder_that_does_not_exist_is_said():
    with pytest.raises(StorageError, match="cannot be written: No such file or directory"), growing(Path("no/x"), None):
        pass
    assert earlier_of(Path("no/x")) is None
