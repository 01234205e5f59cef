"""Slots: facts a model places and cannot change; what is withheld never leaves."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postwright.drafting.slots import Filled, Slot, Slotted, Span, fill, slotted
from postwright.drafting.withheld import AN_ADDRESS, redacted, withheld
from postwright.model.statement import GroundingFinding

TOOLS = re.compile(r"Java|Go|Rust")
FIGURES = re.compile(r"\d+ years?|\d+")


def find_facts(text):
    return [
        *(Span(*match.span(), "technology") for match in TOOLS.finditer(text)),
        *(Span(*match.span(), "number") for match in FIGURES.finditer(text)),
    ]


def slots_of(text):
    return slotted(text, find_facts(text))


def test_facts_become_numbered_slots_and_a_list_of_a_kind_is_one():
    assert slots_of("Use Java, Go or Rust for 3 years") == Slotted(
        "Use [[1]] for [[2]]", (Slot(1, "Java, Go or Rust", "Java, Go or Rust"), Slot(2, "3 years", "3 years"))
    )


def test_a_name_keeps_its_number():
    assert slots_of("Join Java 3 in Go").text == "Join [[1]] in [[2]]"


def test_double_brackets_of_a_person_are_a_slot_themselves():
    assert slots_of("See [[2]] and 5 notes") == Slotted(
        "See [[1]] and [[2]] notes", (Slot(1, "[[2]]", "[[2]]"), Slot(2, "5", "5"))
    )


def test_slots_are_filled_word_for_word_wherever_the_model_puts_them():
    of = slots_of("At least 3 years of Java")
    assert fill("With [[2]] you have worked for at least [[1]]", of, find_facts=find_facts) == Filled(
        "With Java you have worked for at least 3 years"
    )


def test_a_slot_takes_the_article_and_the_capital_of_its_place():
    of = slotted("Up to 3 shifts as SRE", [Span(0, 7, "number"), Span(18, 21, "technology")])
    assert (
        fill("You take a [[2]] shift, [[1]]", of, find_facts=lambda text: []).text == "You take an SRE shift, up to 3"
    )
    assert fill("[[1]] shifts as a [[2]]", of, find_facts=lambda text: []).text == "Up to 3 shifts as an SRE"


@pytest.mark.parametrize(
    ("written", "filled", "finding"),
    [
        ("Work", "Work", GroundingFinding("dropped_part", 0, 4, "“Java” ([[1]]) is left out.", True)),
        ("[[1]] [[1]]", "Java Java", GroundingFinding("slot_twice", 5, 9, "“Java” stands in it twice.", True)),
        (
            "[[1]] and [[2]]",
            "Java and [[2]]",
            GroundingFinding("slot_invented", 9, 14, "“[[2]]” stands for nothing of this line.", True),
        ),
        (
            "[[1]] and [[x]]",
            "Java and [[x]]",
            GroundingFinding("slot_invented", 9, 14, "“[[x]]” stands for nothing of this line.", True),
        ),
        (
            "[[1]] or Go",
            "Java or Go",
            GroundingFinding("technology", 8, 10, "“Go” is not in the brief for this line.", True),
        ),
        (
            "Work [[1]] 7 years",
            "Work Java 7 years",
            GroundingFinding("number", 10, 17, "“7 years” is not in the brief for this line.", True),
        ),
    ],
)
def test_a_slot_lost_repeated_or_invented_and_a_fact_outside_slots_are_refused(written, filled, finding):
    assert fill(written, slots_of("Work in Java"), find_facts=find_facts) == Filled(filled, (finding,))


@given(
    st.lists(st.sampled_from(["Java", "[[2]]", "7 years", "Go", "bread", "and", "a", "."]), max_size=9), st.randoms()
)
def test_whatever_a_text_holds_its_slots_come_back_word_for_word_in_any_order(words, chance):
    text = " ".join(words)
    of = slots_of(text)
    pieces = re.split(r"(\[\[\d+\]\])", of.text)
    assert fill(of.text, of, find_facts=find_facts) == Filled(text)
    chance.shuffle(pieces)
    filled = fill(" bread ".join(pieces), of, find_facts=find_facts)
    assert filled.findings == ()
    assert all(slot.text.casefold() in filled.text.casefold() for slot in of.slots)


def test_a_line_of_facts_alone_has_no_words_to_reword():
    assert [slots_of(text).has_words for text in ("Java", "3 years of Java", "3 years of work in Java")] == [
        False,
        False,
        True,
    ]


# --- what is withheld


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Write to jobs@crumb.example or call +44 113 496 0158.",
            f"Write to {AN_ADDRESS} or call (a telephone number).",
        ),
        ("See https://crumb.example/a?b=1, then www.crumb.example", f"See {AN_ADDRESS}, then {AN_ADDRESS}"),
        ("Ring (212) 555-0100 or 020 7946 0000", "Ring (a telephone number) or (a telephone number)"),
        ("Dr. Ada Byron and Lee help you", "(a name) and (a name) help you"),
        ("You report to Ann-Marie Lee.", "You report to (a name)."),
        ("Lift 40 lb (18 kg) 1,200 times; 2026-01-05; $120,000 to $140,000; 24/7", None),
        ("Markets in Leeds, 10 to 12 people, C++ and Node.js", None),
    ],
)
def test_names_and_addresses_are_withheld_and_figures_are_not(text, shown):
    assert redacted(text, names=["Ann-Marie Lee"]) == (shown or text)


def test_a_part_that_lies_in_another_is_withheld_once():
    text = "mailto:ann@crumb.example"
    assert [(part.start, part.end) for part in withheld(text, names=["Crumb"])] == [(0, len(text))]
