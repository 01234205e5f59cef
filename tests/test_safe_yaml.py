"""YAML becomes plain values; whatever could hurt is refused with the line it stands on."""

from __future__ import annotations

import pytest

from postwright.errors import InputError
from postwright.safe_yaml import MAX_CHARACTERS, MAX_DEPTH, parse


def test_values_are_what_a_person_meant():
    text = """
country: NO
severity: off
answer: yes
postcode: 01234
time: 12:30
day: 2026-11-20
month: 2014-06
version: '1.0'
whole: -12
part: 2.50
truth: [true, false]
nothing: [~, null, ]
empty:
long: 123456789012345678901234567890
no: a key is always text
1: so is this
text: |
  two
  lines
"""
    assert parse(text, name="x") == {
        "country": "NO",
        "severity": "off",
        "answer": "yes",
        "postcode": "01234",
        "time": "12:30",
        "day": "2026-11-20",
        "month": "2014-06",
        "version": "1.0",
        "whole": -12,
        "part": 2.5,
        "truth": [True, False],
        "nothing": [None, None],
        "empty": None,
        "long": "123456789012345678901234567890",
        "no": "a key is always text",
        "1": "so is this",
        "text": "two\nlines\n",
    }


def test_nested_lists_and_mappings():
    assert parse("a:\n- b: 1\n  c: [2, {d: 3}]\n-\n  - 4\n", name="x") == {
        "a": [{"b": 1, "c": [2, {"d": 3}]}, [4]],
    }


@pytest.mark.parametrize("text", ["", "# only a remark\n", "---\n", "null"])
def test_nothing_is_none(text):
    assert parse(text, name="x") is None


def test_merge_key_is_an_ordinary_key():
    assert parse("<<: {a: 1}", name="x") == {"<<": {"a": 1}}


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"

REFUSED = {
    "bomb": (BOMB, "f.yaml, line 1: the anchor `&a` is not allowed. Write the value out wherever it is used."),
    "alias": ("a: *b", "f.yaml, line 1: the alias `*b` is not allowed. Write the value out where it is used."),
    "object": (
        "x: 1\na: !!python/object/apply:os.system [ls]",
        "f.yaml, line 2: the tag `tag:yaml.org,2002:python/object/apply:os.system` is not allowed. "
        "Remove it: values need no tag here.",
    ),
    "own tag": ("a: !x {b: 1}", "f.yaml, line 1: the tag `!x` is not allowed. Remove it: values need no tag here."),
    "key twice": (
        "a: 1\nb: 2\na: 3",
        "f.yaml, line 3: the key `a` stands twice in the same mapping. Keep one of the two.",
    ),
    "list as key": (
        "? [a]\n: 1",
        "f.yaml, line 1: a list or mapping is used as a key. Quote the text if it starts with [ or {.",
    ),
    "two documents": (
        "a: 1\n---\nb: 2",
        "f.yaml, line 2: a second document starts here. Keep one document in a file (no `---` between).",
    ),
    "unclosed": (
        "a: [1,\nb: 2",
        "f.yaml, line 1: a bracket here has no partner. Close it, or leave it out.",
    ),
    "unclosed quotation": (
        'a: 1\nb: "x\nc: 2\n',
        "f.yaml, line 2: a quotation mark here has no partner. Close the quotation, or leave the mark out.",
    ),
    "tab": ("a:\n\t- 1\n", "f.yaml, line 2: a tab stands where blanks must. Indent with blanks."),
    "at sign": ("a: @home", "f.yaml, line 1: a value cannot begin with @. Put it in quotation marks."),
    "colon in words": (
        "a: Nurse: nights\n",
        "f.yaml, line 1: a colon stands here in words that have no quotation marks, or the line is indented too far. "
        "Put words that hold a colon in quotation marks; give the line the indentation of its neighbours.",
    ),
    "no colon": ("a: 1\nsummary\nb: 2\n", "f.yaml, line 2: a colon is missing. Write the field as `name: value`."),
    "indentation": (
        "a:\n  - b\n - c\n",
        "f.yaml, line 3: the line does not go on from what stands above it. "
        "Give it the indentation of its neighbours, and look for a missing or needless quotation mark.",
    ),
    "backslash": (
        'a: "\\d"',
        "f.yaml, line 1: a backslash in double quotation marks. Use single ones: '...'.",
    ),
    "control character": (
        "a: 1\nb: \x01",
        "f.yaml, line 2: it holds a character that YAML does not allow. "
        "Remove control characters and save the file as UTF-8 text.",
    ),
    "deep": (
        "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
        f"f.yaml, line 1: it is nested more than {MAX_DEPTH} levels deep. Write it flatter.",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refused_with_one_line_that_says_where(what):
    text, message = REFUSED[what]
    with pytest.raises(InputError) as caught:
        parse(text, name="f.yaml")
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_very_deep_nesting_is_an_error_and_no_crash(text):
    with pytest.raises(InputError, match=r"^f\.yaml, line 1: "):
        parse(text, name="f.yaml")


def test_too_large_says_how_large():
    with pytest.raises(InputError) as caught:
        parse("x" * (MAX_CHARACTERS + 1), name="f.yaml")
    assert str(caught.value) == "f.yaml is too large: 2,000,001 characters. At most 2,000,000 characters are read."
