"""One thing changes in a YAML file; every other line stays as the person wrote it."""

from __future__ import annotations

import doctest

import pytest

from postwright import yaml_lines
from postwright.safe_yaml import parse
from postwright.yaml_lines import with_item, with_value

BLOCK = "# ours\nseverities:\n    a/b: off\n\n    # agreed\n    c/d: info # in May\n# end\nother: 1\n"


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(yaml_lines).failed == 0


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("c/d", "error", ("    c/d: info # in May\n", "    c/d: error # in May\n")),
        ("e/f", "off", ("    c/d: info # in May\n", "    c/d: info # in May\n    e/f: off\n")),
        ("a/b", None, ("    a/b: off\n", "")),
        ("e/f", None, ("", "")),
    ],
)
def test_a_value_is_set_added_or_taken_out_and_nothing_else_changes(name, value, line):
    assert with_value(BLOCK, "severities", name, value) == BLOCK.replace(*line)


@pytest.mark.parametrize(
    "text",
    [
        "", "# c\n", "severities:", "severities:\n", "severities: # none\n", "severities: {}  # none\nx: 1\n",
        "severities: ~\r\n", "x: 1", "severities: {a/b: off, c/d: 'info'}\n", "severities:\n  a/b: off",
    ],
)  # fmt: skip
@pytest.mark.parametrize("value", ["off", None])
def test_however_a_mapping_is_written_it_reads_as_wanted_afterwards(text, value):
    before = parse(text, name="t") or {}
    wanted = {**(before.get("severities") or {}), "e/f": value}  # type: ignore[union-attr]
    after = parse(with_value(text, "severities", "e/f", value), name="t") or {}
    kept = {name: given for name, given in wanted.items() if given is not None}
    assert (after.get("severities") or {}) == kept  # type: ignore[union-attr]
    assert {**after, "severities": 0} == {**before, "severities": 0}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "text", ["", "waivers: []\n", "waivers:\n- a: 1\n  b: |\n    x\n    y\n\n# end\n", "waivers: [{a: 1}]", "z: 1\n"]
)
def test_an_item_is_put_at_the_end_of_a_list_however_it_is_written(text):
    before = (parse(text, name="t") or {}).get("waivers") or []  # type: ignore[union-attr]
    after = parse(with_item(text, "waivers", "k: 9\nm: 8\n"), name="t")
    wanted = [{key: str(value) for key, value in entry.items()} for entry in [*before, {"k": 9, "m": 8}]]
    assert [{key: str(value) for key, value in entry.items()} for entry in after["waivers"]] == wanted  # type: ignore[index,call-overload]


def test_an_item_takes_the_place_of_another():
    text = "waivers:\n  - a: 1 # one\n  # two\n  - a: 2\n"
    assert with_item(text, "waivers", "a: 3\n", instead_of=0) == "waivers:\n  - a: 3\n  # two\n  - a: 2\n"
