"""Lines that a text lacks come to their right places, and nothing else moves."""

from __future__ import annotations

import pytest

from postwright.drafting.placing import Imported, with_item, with_items
from postwright.drafting.render import to_markdown
from postwright.guidelines.load import load_guidelines
from postwright.model.posting import Item, Posting, Section
from postwright.reading.document import parse
from postwright.reading.reader import read_document

BASE = Posting(
    "Beekeeper",
    (
        Section(
            "responsibilities",
            "What you will do",
            (Item("responsibilities:1", "Look after the hives", ("a",)), Item("responsibilities:2", "Sell honey", ())),
        ),
        Section("requirements", "What you need", (Item("requirements:1", "A calm hand", ()),)),
        Section("pay", "Pay", (Item("pay:1", "The pay is 15 euros an hour.", (), form="paragraph"),)),
    ),
)
TEXT = to_markdown(BASE)


def without_lines(*lines: str) -> str:
    text = TEXT
    for line in lines:
        assert line in text
        text = text.replace(line, "")
    return text


def test_a_line_that_was_taken_out_comes_back_where_it_stood():
    assert with_items(BASE, without_lines("- Look after the hives\n"), ["responsibilities:1"]) == TEXT


def test_a_section_that_was_taken_out_comes_back_with_its_heading():
    text = without_lines("## What you need\n\n- A calm hand\n\n")
    assert with_items(BASE, text, ["requirements:1"]) == TEXT


def test_an_edited_line_has_its_composed_words_again_and_own_lines_stay():
    text = TEXT.replace("- Sell honey", "- Sell honey in town\n- Sing to the bees")
    put = TEXT.replace("- Sell honey", "- Sell honey\n- Sing to the bees")
    assert with_items(BASE, text, ["responsibilities:2"]) == put


def test_what_is_there_already_changes_nothing():
    assert with_items(BASE, TEXT, ["pay:1"]) == TEXT


def test_a_new_section_is_put_in_its_order_and_an_item_at_the_end_of_one_that_is_there():
    hours = Section("schedule", "Hours", (Item("schedule:1", "Mornings only.", (), form="paragraph"),))
    assert [section.kind for section in with_item(BASE, hours).sections] == [
        "responsibilities", "requirements", "pay", "schedule",
    ]  # fmt: skip
    need = Section("requirements", "Requirements", (Item("requirements:2", "A veil", ()),))
    assert [item.id for item in with_item(BASE, need).sections[1].items] == ["requirements:1", "requirements:2"]


IMPORTED = """Beekeeper

Responsibilities
* Look after the hives
* Sell honey

Benefits
A jar of honey a month.
"""
PAY = Section("pay", "Pay", (Item("pay:1", "The pay is 15 euros an hour.", (), form="paragraph"),))
DUTY = Section("responsibilities", "What you will do", (Item("responsibilities:3", "Build frames", ()),))


def imported(text: str, section: Section, *, markdown: bool) -> str:
    document = parse(text, format="markdown" if markdown else "plain")
    reading = read_document(document, title="", guidelines=load_guidelines())
    return Imported(text, reading.sections, markdown=markdown).with_section(section)


def test_an_imported_text_gets_a_new_section_between_those_that_come_before_and_after():
    put = IMPORTED.replace("\nBenefits", "\nPay\n\nThe pay is 15 euros an hour.\n\nBenefits")
    assert imported(IMPORTED, PAY, markdown=False) == put


def test_an_imported_list_gets_a_line_of_its_own_kind():
    assert imported(IMPORTED, DUTY, markdown=False) == IMPORTED.replace("* Sell honey", "* Sell honey\n* Build frames")


def test_an_imported_markdown_text_gets_a_markdown_heading_and_escaped_words():
    text = "# Beekeeper\n\n## Responsibilities\n\n- Look after the hives\n"
    written = Section("pay", "Pay", (Item("pay:1", "*15* euros an hour.", (), form="paragraph"),))
    assert imported(text, written, markdown=True) == f"{text}\n## Pay\n\n\\*15\\* euros an hour.\n"


@pytest.mark.parametrize("text", ["", "We look for a beekeeper."])
def test_a_text_without_sections_gets_the_section_at_its_end(text):
    assert imported(text, PAY, markdown=False) == f"{text}\n\nPay\n\nThe pay is 15 euros an hour.\n".lstrip()
