"""Amounts of time in every notation, and numbers that are none."""

from __future__ import annotations

import pytest

from postwright.reading.folding import fold
from postwright.reading.numbers import find_amounts, number_value


@pytest.mark.parametrize(
    ("text", "quote", "minimum", "maximum"),
    [
        ("5+ years", "5+ years", 5, None),
        ("5 + yrs", "5 + yrs", 5, None),
        ("5yrs", "5yrs", 5, None),
        ("five years", "five years", 5, None),
        ("five (5) years", "five (5) years", 5, None),
        ("5 (five) years", "5 (five) years", 5, None),
        ("twenty-five years", "twenty-five years", 25, None),
        ("3-5 years", "3-5 years", 3, 5),
        ("3 to 5 years", "3 to 5 years", 3, 5),
        ("3to5 years", "3to5 years", 3, 5),
        ("three-to-five years", "three-to-five years", 3, 5),
        ("3 – 5 years", "3 - 5 years", 3, 5),
        ("three (3) to five (5) years", "three (3) to five (5) years", 3, 5),
        ("3-5+ years", "3-5+ years", 3, None),
        ("0-2 years", "0-2 years", 0, 2),
        ("2 or 3 years", "2 or 3 years", 2, 3),
        ("between 3 and 5 years", "3 and 5 years", 3, 5),
        ("5 years to 7 years", "5 years to 7 years", 5, 7),
        ("6 months to 2 years", "6 months to 2 years", 0.5, 2),
        ("12-18 months", "12-18 months", 1, 1.5),
        ("1 year and 6 months", "1 year and 6 months", 1.5, None),
        ("10 or more years", "10 or more years", 10, None),
        ("10 years or more", "10 years or more", 10, None),
        ("ten plus years", "ten plus years", 10, None),
        ("up to 3 years", "up to 3 years", 0, 3),
        ("no more than 3 years", "no more than 3 years", 0, 3),
        ("less than 1 year", "less than 1 year", 0, 1),
        ("3 years or less", "3 years or less", 0, 3),
        ("not less than 3 years", "3 years", 3, None),
        ("a decade", "a decade", 10, None),
        ("half a decade", "half a decade", 5, None),
        ("two decades", "two decades", 20, None),
        ("one and a half years", "one and a half years", 1.5, None),
        ("2 ½ years", "2 ½ years", 2.5, None),
        ("2.5 years", "2.5 years", 2.5, None),
        ("a year of experience", "a year", 1, None),
        ("5 full years", "5 full years", 5, None),
        ("(3-5) years", "(3-5) years", 3, 5),
        ("experience5 years", "5 years", 5, None),
        ("4 YOE", "4 yoe", 4, None),
        ("3 year(s)", "3 year(s)", 3, None),
    ],
)
def test_reads_an_amount(text: str, quote: str, minimum: float, maximum: float | None) -> None:
    folded = fold(text)
    assert [(folded[a.start : a.end], a.minimum, a.maximum) for a in find_amounts(folded)] == [
        (quote, minimum, maximum)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "twice a year",
        "$5 years",
        "2015 years",
        "1,000 years",
        "several years",
        "years 5",
        "five-yearly",
        "3 yearlings",
        "100000 years",
        "90 years",
    ],
)
def test_reads_no_amount(text: str) -> None:
    assert find_amounts(fold(text)) == []


def test_two_numbers_side_by_side_are_no_range() -> None:
    folded = fold("level 2 and 3 years; grade 7 or 2 years")
    assert [(folded[a.start : a.end], a.minimum, a.maximum) for a in find_amounts(folded)] == [
        ("3 years", 3, None),
        ("2 years", 2, None),
    ]


def test_no_amount_reaches_over_a_border() -> None:
    folded = fold("level 3\n- 10 years")
    assert [(a.start, a.minimum, a.maximum) for a in find_amounts(folded, [0, 10])] == [(10, 10, None)]


def test_an_amount_before_a_noun_is_a_compound() -> None:
    assert [a.compound for a in find_amounts("a 3-year plan, a two year degree, 3 years of work")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("words", "value"), [("twenty-one", 21), ("1 1/2", 1.5), ("eight (8)", 8), ("07", 7), ("two and a half", 2.5)]
)
def test_number_value(words: str, value: float) -> None:
    assert number_value(words) == value
