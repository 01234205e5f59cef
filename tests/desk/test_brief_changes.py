"""Which fields a form draws again after a change."""

from __future__ import annotations

import pytest

from postwright.desk.brief_changes import fields_to_draw, problems_differ
from postwright.model.brief import Brief
from postwright.ui.brief_form import DUTIES_OFFERED, GROUPS, SKILLS_OFFERED

PAY = {"minimum": 10, "currency": "USD"}


@pytest.fixture
def posting(desk):
    return desk.new_from_brief(
        Brief.model_validate({"title": "Nurse", "must_have": [{"text": "care"}], "pay": [PAY], "hours": "40"})
    )


def drawn(desk, posting, path, value, *, typed=None):
    before = desk.open(posting)
    after = desk.set_field(posting, path, value)
    return fields_to_draw(before, after, typed=path if typed is None else typed)


@pytest.mark.parametrize(("path", "value"), [("title", "Night Nurse"), ("must_have.1.text", "care at night")])
def test_a_field_that_was_typed_in_is_left_alone(desk, posting, path, value):
    assert drawn(desk, posting, path, value) == frozenset()


def test_what_changed_elsewhere_is_drawn_again(desk, posting):
    before = desk.open(posting)
    desk.set_field(posting, "hours", "20")
    after = desk.set_field(posting, "title", "Night Nurse")
    assert fields_to_draw(before, after, typed="title") == {"hours"}


def test_a_refused_value_is_drawn_with_its_problem_and_again_when_it_is_taken(desk, posting):
    before = desk.open(posting)
    refused = desk.set_field(posting, "pay.1.maximum", 5)
    assert fields_to_draw(before, refused, typed="pay.1.maximum") == {"pay"}
    assert problems_differ(before, refused)
    assert drawn(desk, posting, "pay.1.maximum", 20) == {"pay"}


def test_an_added_entry_is_drawn(desk, posting):
    before = desk.open(posting)
    assert fields_to_draw(before, desk.add_entry(posting, "must_have")) == {"must_have"}


def test_every_field_of_a_brief_belongs_to_a_group():
    shown = frozenset.union(*(group.fields for group in GROUPS))
    assert shown == {*Brief.model_fields, DUTIES_OFFERED, SKILLS_OFFERED}
