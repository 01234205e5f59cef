"""The whole reading: offsets always valid, never a crash, the same twice, silent about other languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Guidelines
from postwright.model.reading import Reading, SectionSpan
from postwright.reading.document import parse
from postwright.reading.reader import read, read_document

POSTING = """# Senior Weaver

We weave wool in the valley.

## What you will do
- Run twelve looms
- Teach two apprentices

## What you need
- 5+ years of experience in weaving, including one year supervising staff
- A diploma in textiles or equivalent experience

## Nice to have
- 2 years of experience with Python

## Pay
$50,000 to $60,000 a year
"""


@pytest.fixture(scope="module")
def guidelines() -> Guidelines:
    return load_guidelines()


def spans(reading: Reading) -> list[tuple[int, int]]:
    found = [(s.start, s.end) for s in reading.sections] + [(d.start, d.end) for d in reading.demands]
    found += [d.subject_span for d in reading.demands if d.subject_span is not None]
    found += [(t.start, t.end) for t in (*reading.technologies, *reading.credentials)]
    return found + [(one.start, one.end) for one in (reading.degree, reading.pay) if one is not None]


def check(reading: Reading, text: str) -> None:
    """Assert what holds for every reading of every text."""
    assert reading.text == text
    assert all(0 <= start < end <= len(text) for start, end in spans(reading))
    assert all(text[demand.start : demand.end] == demand.quote for demand in reading.demands)
    assert [demand.start for demand in reading.demands] == sorted(demand.start for demand in reading.demands)
    borders = [(section.start, section.end) for section in reading.sections]
    assert [end for _, end in borders[:-1]] == [start for start, _ in borders[1:]]
    if text:
        assert (borders[0][0], borders[-1][1]) == (0, len(text))


def test_reads_a_whole_posting(guidelines: Guidelines) -> None:
    reading = read(POSTING, guidelines=guidelines)
    check(reading, POSTING)
    assert (reading.title, reading.title_level, reading.language) == ("Senior Weaver", "senior", "en")
    assert [(d.quote, d.min_years, d.strength, d.kind, d.part_of) for d in reading.demands] == [
        ("5+ years", 5, "required", "general", None),
        ("one year", 1, "required", "management", 0),
        ("2 years", 2, "preferred", "skill", None),
    ]
    assert reading.pay is not None
    assert (reading.pay.minimum, reading.pay.maximum, reading.pay.currency) == (50000, 60000, "USD")


def test_a_given_title_wins_over_the_text(guidelines: Guidelines) -> None:
    reading = read(POSTING, title="Junior Weaver", guidelines=guidelines)
    assert (reading.title, reading.title_level) == ("Junior Weaver", "entry")


def test_nothing_is_claimed_about_a_text_in_another_language(guidelines: Guidelines) -> None:
    text = (
        "Wir suchen eine Weberin mit 5 Jahren Erfahrung in der Arbeit mit Wolle und mit der Pflege von Maschinen. "
        "Das Gehalt liegt bei 50.000 Euro im Jahr, und wir bieten dir einen Platz in einem kleinen Team."
    )
    reading = read(text, guidelines=guidelines)
    assert reading == Reading(
        text=text, title="", language="de", title_level=None, sections=(SectionSpan("other", 0, len(text)),),
        demands=(), degree=None, pay=None, technologies=(), credentials=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "\x00\x01\x02", "\u202e\u2066", "\ud800", "   \n\t", "�" * 50, "5 years", "İ" * 9 + " 5 years"]
)
def test_a_text_that_hardly_says_anything_is_read(text: str, guidelines: Guidelines) -> None:
    check(read(text, guidelines=guidelines), text)


def test_reading_a_document_is_reading_its_text(guidelines: Guidelines) -> None:
    assert read_document(parse(POSTING), guidelines=guidelines) == read(POSTING, guidelines=guidelines)


WORD = st.sampled_from(
    ["5+", "years", "three", "(3)", "experience", "of", "in", "Python", "required", "preferred", "or", "BS", "+", "-",
     "\n", "\n- ", "## Requirements\n", "months", "a", "decade", "at least", "to", ".", ",", ";", ":", "(", ")", "**",
     "&ndash;", "$50,000", "degree", "\u00a0", "’", "of which", "We have", "you", "must", "1/2", "½", "0", "99", "000"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(WORD, max_size=60).map(" ".join), st.lists(WORD, max_size=60).map("".join)
)


@settings(max_examples=150)
@given(TEXTS)
def test_every_text_is_read_with_valid_offsets_and_twice_the_same(text: str) -> None:
    guidelines = load_guidelines()
    reading = read(text, guidelines=guidelines)
    check(reading, text)
    assert read(text, guidelines=guidelines) == reading


@settings(max_examples=40)
@given(cut=st.integers(min_value=0, max_value=len(POSTING)))
def test_every_beginning_of_a_posting_is_read(cut: int) -> None:
    check(read(POSTING[:cut], guidelines=load_guidelines()), POSTING[:cut])


HISTORY = st.sampled_from(
    [
        "We have been weaving for more than 30 years.",
        "Founded 25 years ago, Larkspur Mills has grown every year.",
        "Our team brings 80 years of combined experience in wool.",
        "With over 40 years of experience, Larkspur Mills is the leading maker of felt.",
        "For the last 12 years we have been named a top workplace.",
    ]
)


@settings(max_examples=15)
@given(histories=st.lists(HISTORY, min_size=1, max_size=3))
def test_company_history_changes_no_demand(histories: list[str]) -> None:
    guidelines = load_guidelines()
    before = POSTING + "\n## About us\n"
    reading = read(before, guidelines=guidelines)
    told = read(before + " ".join(histories) + "\n", guidelines=guidelines)
    assert told.demands == reading.demands
    opened = read("## About us\n" + " ".join(histories) + "\n\n" + POSTING, guidelines=guidelines)
    assert [replace(d, start=0, end=0, subject_span=None) for d in opened.demands] == [
        replace(d, start=0, end=0, subject_span=None) for d in reading.demands
    ]
