"""Cues find what their pattern finds, also where words have lost the space between them."""

from __future__ import annotations

import datetime as dt

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.linting.cues import Cues
from postwright.linting.requirements import unglued
from postwright.linting.rule import Context
from postwright.reading.document import parse
from postwright.reading.reader import read_document

PATTERN = r"\b(?:paid (?:time[- ]off|leave)|dental|gym\b|\d+ days? of (?:leave|rest)|e-?mail us)"


def context(text: str) -> Context:
    guidelines = load_guidelines()
    document = parse(text)
    return Context(
        document=document,
        reading=read_document(document, guidelines=guidelines),
        guidelines=guidelines,
        date=dt.date(2026, 11, 20),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We give paid leave and dental cover.", ["dental", "paid leave"]),
        ("What we offerPaid time offDental planE-mail us", ["dental", "e-mail us", "paid time off"]),
        ("You get 25 days of leave. Gym membership.", ["25 days of leave", "gym"]),
        ("Prepaid leave is a word game, gymnastics too.", []),
        ("", []),
    ],
)
def test_the_first_texts_and_all_later_ones_are_searched_alike(text: str, expected: list[str]) -> None:
    cues, one = Cues(PATTERN), context(text)
    for _ in range(12):
        assert sorted(match[0] for match in cues.all(one)) == expected
        assert (cues.first(one) is not None) == bool(expected)


def test_a_match_tells_where_it_stands_in_the_unglued_text() -> None:
    cues, one = Cues(PATTERN), context("What we offerPaid leave")
    for _ in range(12):
        (match,) = cues.all(one)
        assert unglued(one)[match.start() : match.end()] == "paid leave"


def test_a_pattern_whose_beginnings_cannot_be_told_is_searched_plainly() -> None:
    cues, one = Cues(r"\w+ leave"), context("You get paid leave.")
    assert [[match[0] for match in cues.all(one)] for _ in range(12)] == [["paid leave"]] * 12
