"""What a server can do is remembered by address and model, and a broken file is no trouble."""

from __future__ import annotations

import json
import threading

import pytest

from postwright.drafting.abilities import Abilities, AbilityBook
from postwright.drafting.addresses import located
from postwright.drafting.endpoint import Endpoint

HERE = Endpoint("openai", "small", located("http://localhost:1/v1"))
THERE = Endpoint("openai", "small", located("https://models.example/v1"))


def test_what_was_found_is_remembered_for_that_address_and_model(tmp_path):
    book = AbilityBook(tmp_path / "data" / "model-abilities.json")
    assert book.of(HERE) is None
    book.remember(HERE, Abilities("tools", usage=False))
    book.remember(THERE, Abilities("json_schema"))
    again = AbilityBook(tmp_path / "data" / "model-abilities.json")
    assert (again.of(HERE), again.of(THERE)) == (Abilities("tools", usage=False), Abilities("json_schema"))
    again.forget(HERE)
    assert json.loads((tmp_path / "data" / "model-abilities.json").read_text()) == {
        "https://models.example/v1 small": {"form": "json_schema", "usage": True, "finish_reason": True}
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"http://localhost:1/v1 small": {"form": "verse"}}',
        '{"http://localhost:1/v1 small": []}',
        "[" * 9999,
    ],
)
def test_a_broken_file_is_found_out_anew(tmp_path, text):
    path = tmp_path / "abilities.json"
    path.write_text(text)
    book = AbilityBook(path)
    assert book.of(HERE) is None
    book.remember(HERE, Abilities("plain"))
    assert book.of(HERE) == Abilities("plain")


def test_where_nothing_can_be_written_nothing_fails(tmp_path):
    (tmp_path / "file").write_text("")
    book = AbilityBook(tmp_path / "file" / "abilities.json")
    book.remember(HERE, Abilities("plain"))
    assert book.of(HERE) is None


def test_threads_do_not_lose_what_another_one_remembers(tmp_path):
    book = AbilityBook(tmp_path / "abilities.json")
    endpoints = [Endpoint("openai", f"m{number}", located("http://localhost:1/v1")) for number in range(20)]
    threads = [threading.Thread(target=book.remember, args=(each, Abilities("plain"))) for each in endpoints]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [book.of(each) for each in endpoints] == [Abilities("plain")] * 20
    assert [path.name for path in tmp_path.iterdir()] == ["abilities.json"]
