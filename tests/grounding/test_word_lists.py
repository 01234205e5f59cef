"""The word lists of grounding are whole: what lies within something lies within something that is there."""

from __future__ import annotations

from postwright.guidelines.load import load_guidelines


def test_what_an_entry_lies_within_is_there() -> None:
    entries = load_guidelines().grounding
    assert [(id, wider) for id, entry in entries.items() for wider in entry.within if wider not in entries] == []


def test_a_unit_a_number_and_a_comparator_say_what_they_stand_for() -> None:
    named = ("units", "numbers", "comparators", "currencies", "days", "opposites")
    assert [id for id, e in load_guidelines().grounding.items() if e.category in named and not e.value] == []
