"""What is sought only where matches can begin is what a search of the whole text finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.guidelines.load import load_guidelines
from postwright.linting.registry import all_rules
from postwright.reading import sought
from postwright.reading.document import parse
from postwright.reading.sought import FIRST, Sought


@cache
def patterns() -> tuple[str, ...]:
    """Return the patterns that the rules seek."""
    all_rules(load_guidelines())
    return tuple(sought._BEGINNINGS._patterns)


@cache
def learnt(pattern: str) -> Sought:
    """Return the pattern, searched so often that its beginnings are used."""
    one, document = Sought(pattern), parse("a text")
    for _ in range(FIRST):
        assert list(one.finditer(document)) == list(re.finditer(pattern, document.folded))
    return one


def words_of(pattern: str) -> list[str]:
    """Return the words and marks in a pattern, of which texts are made that come near to matching it."""
    return [
        *re.findall(r"[a-z0-9]+|[|(:;.]", re.sub(r"\\[a-z]|\(\?[^a-z]?", " ", pattern)),
        "5",
        "week",
        "é",
        "a’b",
        "\n",
    ]


@st.composite
def near_texts(draw: st.DrawFn) -> tuple[str, str, int, int]:
    """Draw a shipped pattern, a text of its own words, and a stretch of the text."""
    pattern = draw(st.sampled_from(patterns()))
    words = draw(st.lists(st.sampled_from(words_of(pattern)), max_size=30))
    text = "".join(f"{word}{draw(st.sampled_from(' ' * 6 + '-x'))}" for word in words)
    start = draw(st.integers(0, len(text)))
    return pattern, text, start, draw(st.integers(start, len(text) + 2))


@given(near_texts())
def test_the_places_found_are_those_of_a_whole_search(drawn: tuple[str, str, int, int]) -> None:
    pattern, text, start, end = drawn
    document = parse(text)
    expected = [match.span() for match in re.finditer(pattern, document.folded)]
    assert [match.span() for match in learnt(pattern).finditer(document)] == expected
    part = re.compile(pattern).search(document.folded, start, end)
    found = learnt(pattern).search(document, start, end)
    assert (found and found.span()) == (part and part.span())


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"\b(?:guru|jedi)s?\b", "Gurus and a jedi, no gurukul", ["gurus", "jedi"]),
        (r"\bguru|jedi", "A superjedi, a supergùru, a superguru", ["jedi"]),
        (r" (?:is|are) a plus\b|\(plus\)", "Rust is a plus; Go (plus).", [" is a plus", "(plus)"]),
        (r"\w+ only", "Adults only", ["adults only"]),
    ],
)
def test_marks_words_and_patterns_without_beginnings(pattern: str, text: str, expected: list[str]) -> None:
    def found() -> Iterator[str]:
        return (match[0] for match in Sought(pattern).finditer(parse(text)))

    assert list(found()) == expected
    assert [match[0] for match in learnt(pattern).finditer(parse(text))] == expected
