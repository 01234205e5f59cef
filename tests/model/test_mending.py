"""Fixes that do not touch the same words are applied together; of those that overlap the first goes first."""

from __future__ import annotations

import re

import pytest

from postwright.model.finding import Edit, Finding, Fix
from postwright.model.mending import MOST_ROUNDS, applied, mended, without_overlap


def finding(*fixes: Fix, rule: str = "clarity/x") -> Finding:
    return Finding(rule, "warning", 0, 1, "m", "w", "s", fixes=fixes)


def replacing(text: str, word: str, new: str, safety: str = "safe") -> list[Finding]:
    return [
        finding(Fix(f"{word} to {new}", safety, (Edit(found.start(), found.end(), new),)))  # type: ignore[arg-type]
        for found in re.finditer(word, text)
    ]


def test_all_safe_fixes_are_applied_and_others_are_not():
    def find(text: str) -> list[Finding]:
        return [*replacing(text, "aa", "b"), *replacing(text, "cc", "d", "unsafe")]

    result = mended("aa cc aa", find)
    assert result.text == "b cc b"
    assert [fix.label for _, fix in result.done] == ["aa to b", "aa to b"]


def test_of_overlapping_fixes_the_first_is_applied_and_the_other_after_another_look():
    def find(text: str) -> list[Finding]:
        return [
            *replacing(text, "one two", "one 2"),
            *replacing(text, "two three", "two 3"),
            *replacing(text, "2 t", "2-t"),
        ]

    assert mended("one two three", find).text == "one 2-three"


def test_an_edit_that_two_fixes_share_is_made_once():
    both = Edit(0, 1, "X")
    kept = without_overlap(
        [(finding(), Fix("a", "safe", (both,))), (finding(), Fix("b", "safe", (both, Edit(2, 3, "Y"))))]
    )
    assert applied("a b", [fix for _, fix in kept]) == "X Y"


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (Edit(0, 2, ""), Edit(2, 4, ""), True),
        (Edit(0, 3, ""), Edit(2, 4, ""), False),
        (Edit(2, 2, "x"), Edit(2, 2, "y"), False),
        (Edit(2, 2, "x"), Edit(1, 4, ""), False),
        (Edit(4, 4, "x"), Edit(1, 4, ""), False),
        (Edit(5, 5, "x"), Edit(1, 4, ""), True),
    ],
)
def test_edits_that_touch_are_not_made_together(first, second, together):
    fixes = [(finding(), Fix("a", "safe", (first,))), (finding(), Fix("b", "safe", (second,)))]
    assert (len(without_overlap(fixes)) == 2) is together


def test_a_fix_that_never_ends_is_given_up():
    result = mended("a", lambda text: replacing(text, "^a", "aa"))
    assert len(result.done) == MOST_ROUNDS


def test_of_two_ways_to_mend_a_finding_one_is_taken():
    ways = finding(Fix("x", "safe", (Edit(0, 1, "x"),)), Fix("y", "safe", (Edit(4, 5, "y"),)))
    assert mended("a b c", lambda text: [ways] if text == "a b c" else []).text == "x b c"
