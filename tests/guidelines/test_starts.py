"""How a wording's matches can begin."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.starts import match_starts


@pytest.mark.parametrize(
    ("pattern", "starts"),
    [
        (r"\bhappy hour\b", ("happy ho",)),
        (r"(?<!\w)(?:gurus?|jedi)(?!\w)", ("guru", "jedi")),
        (r"\bcraftsm[ae]n\b", ("craftsma", "craftsme")),
        (r"\b(?:very )?big\b", ("big", "very big")),
        (r"\b[- ]?x", (" x", "-x", "x")),
        (r"\d+ years", tuple("0123456789")),
        (r"(?-i:MBB)\b", ("mbb",)),
        (r"\w+ only", ()),
        (r".x", ()),
        (r"(?:a|)b?", ()),
    ],
)
def test_the_beginnings_of_a_pattern(pattern: str, starts: tuple[str, ...]) -> None:
    assert match_starts(pattern) == starts


def test_every_wording_that_ships_is_looked_up_by_its_beginnings() -> None:
    assert [entry.id for entry in load_guidelines().wording.values() if not entry.starts] == []
