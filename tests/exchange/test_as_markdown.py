"""A pasted text gets its headings and lists marked, and loses no word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.exchange.as_markdown import as_markdown
from postwright.exchange.plain import plain_text
from postwright.guidelines.load import load_guidelines
from postwright.reading.document import parse
from postwright.reading.reader import read_document


def marked(text: str, *, title: str = "") -> str:
    document = parse(text, format="plain")
    return as_markdown(document, read_document(document, title=title, guidelines=load_guidelines()))


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]", text))


def test_title_headings_and_lists_are_marked() -> None:
    text = "Gardener\n\nWhat you will do\n• Cut the hedges\n• Water roses\nPay\n£14 an hour"
    assert marked(text, title="Gardener") == (
        "# Gardener\n\n## What you will do\n\n- Cut the hedges\n- Water roses\n\n## Pay\n\n£14 an hour\n"
    )


def test_a_title_in_capitals_is_the_title_that_was_given_in_small_letters() -> None:
    text = marked("CORD WINDER\n\nYou wind cord.", title="Cord Winder")
    assert text == "# CORD WINDER\n\nYou wind cord.\n"


def test_a_line_with_a_label_and_its_value_is_no_heading() -> None:
    assert "#" not in marked("Gardener wanted for our parks.\n\nQualification: a diploma\n\nLocation: Leeds")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("You will:\n3. Cut hedges\n4. Water roses", "3. Cut hedges\n4. Water roses"),
        ("You will:\n1. Cut hedges\n1. Water roses", "1. Cut hedges\n\n- 1) Water roses"),
        ("You will:\n(a) cut the hedges\n(b) water the roses", "- (a) cut the hedges\n- (b) water the roses"),
        ("Cut the hedges.\n\n7.\n\nWater the roses.", "Cut the hedges.\n\n7.\n\nWater the roses."),
    ],
)
def test_numbers_and_letters_of_a_list_are_exported_as_they_were(text: str, shown: str) -> None:
    assert shown in plain_text(marked(text))


def test_a_line_break_that_was_lost_parts_the_blocks_again() -> None:
    text = "We look after parks and join forces with the schools of our teamRequirements:\n- Two years in a garden"
    assert "our team\n\n## Requirements:\n\n- Two years in a garden" in marked(text)


def test_a_markdown_text_is_not_touched() -> None:
    text = "# Nurse\n\n* Care\n"
    document = parse(text)
    assert as_markdown(document, read_document(document, guidelines=load_guidelines())) == text


@given(st.text(alphabet="ab Cd\n-•*1.)#:(", max_size=80))
def test_no_letter_and_no_figure_is_lost(text: str) -> None:
    assert letters(marked(text)) == letters(text)
