"""Items are read from an answer as soon as each is complete, whatever pieces it comes in."""

from __future__ import annotations

import json

import pytest

from postwright.drafting.answers import AnswerReader
from postwright.drafting.writer import WrittenItem

TWO = {
    "items": [
        {"id": "a", "text": 'Say "hello" \\ {to} [everyone]', "source_ids": ["must_have.1"]},
        {"id": "b", "text": "Größe: 5 µm\nund mehr", "source_ids": []},
    ]
}
READ = [
    WrittenItem("a", 'Say "hello" \\ {to} [everyone]', ("must_have.1",), "m"),
    WrittenItem("b", "Größe: 5 µm und mehr", (), "m"),
]


def read(text: str, *, piece: int = 1) -> tuple[list[WrittenItem], AnswerReader]:
    reader = AnswerReader("m")
    found = [item for start in range(0, len(text), piece) for item in reader.feed(text[start : start + piece])]
    return found, reader


@pytest.mark.parametrize("piece", [1, 2, 3, 7, 10_000])
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_an_answer_is_read_whatever_its_pieces(piece, indent, ascii_only):
    found, reader = read(json.dumps(TWO, indent=indent, ensure_ascii=ascii_only), piece=piece)
    assert (found, reader.whole, reader.unusable) == (READ, True, 0)


def test_an_item_is_there_before_the_answer_ends():
    reader = AnswerReader("m")
    assert list(reader.feed('{"items": [{"id": "a", "text": "One", "source_ids": []')) == []
    assert list(reader.feed("}")) == [WrittenItem("a", "One", (), "m")]
    assert not reader.whole


@pytest.mark.parametrize(
    "around", ["```json\n%s\n```", "Sure, [here] it is:\n%s\nHope that helps!", "\ufeff%s", "<answer>%s</answer>"]
)
def test_what_stands_around_the_object_is_passed_over(around):
    found, reader = read(around % json.dumps(TWO))
    assert (found, reader.whole) == (READ, True)


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ({"id": "a", "source_ids": []}, "no text"),
        ({"id": "a", "text": " \n", "source_ids": []}, "blank text"),
        ({"id": 1, "text": "One", "source_ids": []}, "a number for an id"),
        ({"id": "a", "text": "One", "source_ids": "s"}, "no list of sources"),
        ({"id": "a", "text": "One", "source_ids": [1]}, "a number for a source"),
        ({"id": "a", "text": "half a \ud800 pair", "source_ids": []}, "half of a surrogate pair"),
        ({"id": "a", "text": "a\x00b", "source_ids": []}, "a control character"),
    ],
)
def test_what_is_no_item_is_counted_and_never_given(entry, why):
    found, reader = read(json.dumps({"items": [entry, TWO["items"][0]]}))
    assert (found, reader.whole, reader.unusable) == (READ[:1], False, 1), why


@pytest.mark.parametrize("text", ["", "  \n", "I would rather not.", '{"items": []}', "[]", '{"items": [', "{}"])
def test_what_holds_no_items_is_not_whole(text):
    found, reader = read(text)
    assert (found, reader.whole, reader.empty) == ([], False, not text.strip())


def test_objects_within_items_and_other_keys_do_not_disturb():
    text = '{"note": {"x": [{"id": 1}]}, "items": [{"id": "a", "text": "One", "source_ids": [], "more": {"y": [{}]}}]}'
    assert read(text)[0] == [WrittenItem("a", "One", (), "m")]
