"""The state of a text at a glance: each figure with all that it was counted from."""

from __future__ import annotations

import pytest

from postwright.model.brief import Brief

BRIEF = {
    "title": "Depot Clerk",
    "locations": [{"city": "Denver", "place": "US-CO"}],
    "workplace": "on_site",
    "responsibilities": ["Count the stock", "Order what is missing"],
    "must_have": ["Experience with forklifts", "A calm way with drivers"],
    "languages": [{"name": "Welsh", "level": "fluent"}],
    "pay": [{"minimum": 20, "maximum": 24, "currency": "USD", "period": "hour"}],
    "apply": {"email": "jobs@depot.example"},
}


@pytest.fixture
def posting(desk):
    return desk.new_from_brief(Brief.model_validate(BRIEF))


def glance(desk, posting, old="", new=""):
    text = desk.stored(posting).text
    assert old in text
    return desk.glances.of(posting, text.replace(old, new) if old else text)


def required(found):
    return [(each.text, each.state) for each in found.required]


def asked(found):
    return {each.rule: each.state for each in found.law.asked}


def test_the_length_comes_with_what_is_usual(desk, posting):
    length = glance(desk, posting).length
    limits = desk.guidelines().limits
    assert (length.least, length.most) == (limits["posting_words_min"].value, limits["posting_words_max"].value)
    assert glance(desk, posting, "Count the stock", "Count all of the stock").length.words == length.words + 2


def test_the_grade_says_what_it_was_counted_from_and_nothing_where_there_is_too_little_prose(desk, posting):
    assert glance(desk, posting).grade.measured is None
    easy = "You count the stock each day. You put it on the shelf. You tell us what is gone. We buy it soon. "
    grade = glance(desk, posting, "- Count the stock", easy * 8).grade
    assert grade.measured.in_words.startswith("The prose reads at grade 1: about 1 year of school")
    assert "words in " in grade.measured.arithmetic
    assert grade.most == desk.guidelines().limits["reading_grade_max"].value


def test_what_the_brief_requires_is_counted_entry_by_entry(desk, posting):
    kept = [
        ("Experience with forklifts", "there"), ("A calm way with drivers", "there"), ("Fluent Welsh", "there"),
    ]  # fmt: skip
    assert required(glance(desk, posting)) == kept
    lost = glance(desk, posting, "- Fluent Welsh\n")
    assert required(lost) == [*kept[:2], ("Fluent Welsh", "missing")]


def test_what_was_ignored_is_neither_there_nor_missing(desk, posting):
    text = desk.stored(posting).text.replace("- Fluent Welsh\n", "")
    (finding,) = (f for f in desk.linted(posting, text).sifted.open if f.field == "languages.1")
    desk.ignore(posting, finding, reason="The shop speaks English now", text=text)
    assert required(desk.glances.of(posting, text))[-1] == ("Fluent Welsh", "ignored")


def test_the_law_of_the_place_is_shown_duty_by_duty(desk, posting):
    law = glance(desk, posting).law
    assert law.place_known
    assert "Colorado" in law.places
    assert asked(glance(desk, posting)) == {
        "missing/pay-range": "there",
        "missing/other-compensation": "there",
        "missing/benefits": "missing",
        "missing/how-to-apply": "there",
        "missing/deadline": "missing",
    }
    assert all("Colorado" in each.laws and each.reasons for each in law.asked)
    assert law.as_of.startswith("Law as of ")
    rolling = glance(desk, posting, "jobs@depot.example", "jobs@depot.example. We take applications on a rolling basis")
    assert asked(rolling)["missing/deadline"] == "there"


def test_without_a_place_no_law_was_checked(desk):
    law = glance(desk, desk.new_from_brief(Brief(title="Clerk"))).law
    assert (law.place_known, law.places, law.asked) == (False, "", ())


def test_a_rule_that_the_house_switched_off_and_a_language_that_is_not_read_are_said_to_be_unchecked(desk, posting):
    german = "Wir suchen einen Menschen, der mit uns das Lager führt und die Waren zählt und ordnet. " * 5
    found = desk.glances.of(posting, german)
    assert not found.checked
    assert {each.state for each in (*found.required, *found.law.asked)} == {"unchecked"}
    desk.set_severity("missing/deadline", "off")
    assert asked(glance(desk, posting))["missing/deadline"] == "unchecked"


def test_each_line_has_its_source_and_the_section_in_which_it_stands(desk, posting):
    found = glance(desk, posting, "- Count the stock", "- Count the stock\n- Sing")
    told = {line.text: (line.label, section) for line, section in zip(found.lines, found.sections, strict=True)}
    assert told["- Sing"] == ("Your own words", "responsibilities")
    assert told["- Fluent Welsh"][1] == "requirements"


def test_an_imported_text_has_headings_and_own_words_and_no_requirements_of_a_brief(desk):
    posting = desk.keep_import(desk.read_pasted("# Gardener\n\n## What you will do\n- Cut the hedges\n- Water roses\n"))
    found = glance(desk, posting)
    assert {line.text: line.label for line in found.lines}["## What you will do"] == "Heading"
    assert (found.required, found.taken_out) == ((), ())
