"""The word lists of grounding are whole: what lies within something lies within something that is there."""

from __future__ import annotations

from postwright.grounding.grammar import CATEGORY, names_of_classes
from postwright.guidelines.load import load_guidelines


def test_what_an_entry_lies_within_is_there() -> None:
    entries = load_guidelines().grounding
    assert [(id, wider) for id, entry in entries.items() for wider in entry.within if wider not in entries] == []


def test_a_unit_a_number_and_a_comparator_say_what_they_stand_for() -> None:
    named = ("units", "numbers", "comparators", "currencies", "days", "opposites")
    assert [id for id, e in load_guidelines().grounding.items() if e.category in named and not e.value] == []


def test_the_closed_classes_of_words_are_those_that_grounding_knows() -> None:
    ids = (id.removeprefix(f"{CATEGORY}.") for id, e in load_guidelines().grounding.items() if e.category == CATEGORY)
    assert {name for name in ids if not name.startswith("place_")} == names_of_classes()


def test_an_irregular_word_says_what_it_counts_as() -> None:
    irregular = [entry for entry in load_guidelines().grounding.values() if entry.category == "irregular"]
    assert [entry.id for entry in irregular if not entry.value] == []
