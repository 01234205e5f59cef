"""How a wording's matches can begin."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.starts import branches, match_starts


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


@pytest.mark.parametrize(
    ("pattern", "alternatives"),
    [
        (r"(?<!\w)(?:gurus?|(?:rock|pop)[- ]stars?)(?!\w)", ["gurus?", "(?:rock|pop)[- ]stars?"]),
        (r"\b(?:a[|)]b|c\|d|[]|]e)\b", ["a[|)]b", r"c\|d", "[]|]e"]),
        (r"(?<!\w)(?:guru)(?!\w)", ["guru"]),
        (r"(?:a|b)c", ["(?:a|b)c"]),
        (r"(?<!\w)(?:a|b)(?!\w)|c", [r"(?<!\w)(?:a|b)(?!\w)|c"]),
        (r"(?<!\w)(?:(a)\1|b)(?!\w)", [r"(?<!\w)(?:(a)\1|b)(?!\w)"]),
        (r"guru|jedi", ["guru|jedi"]),
    ],
)
def test_the_alternatives_of_a_pattern_that_is_one_group(pattern: str, alternatives: list[str]) -> None:
    assert [pattern[start:end] for start, end in branches(pattern)] == alternatives


def test_every_wording_that_ships_is_looked_up_by_its_beginnings() -> None:
    wordings = load_guidelines().wording.values()
    assert [entry.id for entry in wordings if not all(branch.starts for branch in entry.branches)] == []
    assert [entry.id for entry in wordings if not entry.branches] == []
