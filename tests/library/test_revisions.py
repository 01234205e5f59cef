"""A revision gives way to the next only where nothing of it is lost."""

import pytest

from postwright.library.revisions import only_adds


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", True),
        ("", "a", True),
        ("a", "", False),
        ("You lead.", "You lead a team.", True),
        ("You lead a team.", "You lead.", False),
        ("aaa", "aaaa", True),
        ("abab", "ababab", True),
        ("one two", "one 2 two", True),
        ("one two", "two one", False),
        ("teh", "the", False),
    ],
)
def test_only_a_pure_insertion_adds_only(before, after, expected):
    assert only_adds(before, after) is expected
