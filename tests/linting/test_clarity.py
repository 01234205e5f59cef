"""What the rules of clarity mark, and what their fixes make of it."""

from __future__ import annotations

import datetime as dt

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.linting.prose import syllables, words_of_sentences
from postwright.linting.rule import Context
from postwright.linting.rules.clarity.reading_grade import flesch_kincaid
from postwright.model.finding import Finding, apply_fix
from postwright.reading.document import parse
from postwright.reading.reader import read_document


def findings(text: str, rule: str) -> list[Finding]:
    guidelines = load_guidelines()
    document = parse(text)
    reading = read_document(document, guidelines=guidelines)
    return list(lint(document, reading, guidelines=guidelines, date=dt.date(2026, 11, 20), select=(rule,)))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("A baker in good **shops** starts early.", "A baker in good shops starts early."),
        ("You join a **warm team of bakers and start early.", "You join a warm team of bakers and start early."),
        ("Bread&nbsp;and rolls, R&amp;D and caf&eacute;s.", "Bread and rolls, R&D and cafés."),
        ("You bake.<br>You clean <b>ovens</b>.", "You bake.\nYou clean ovens."),
        ("We like the nightâ€™s quiet â€“ you too.", "We like the night’s quiet – you too."),
    ],
)
def test_the_safe_fix_takes_stray_markup_out(text: str, mended: str) -> None:
    (found,) = findings(text, "clarity/stray-markup")
    assert [fix.safety for fix in found.fixes] == ["safe"]
    assert apply_fix(text, found.fixes[0]) == mended


def test_each_left_over_emphasis_is_marked() -> None:
    text = "A baker in good **shops** starts early.\n\nMany a baker in **towns** walks to work."
    assert [f.quote for f in findings(text, "clarity/stray-markup")] == ["**shops**", "**towns**"]


def test_many_emphases_are_a_way_of_writing() -> None:
    text = "You bake **bread**, you bake **rolls**, you sell **cakes** and you clean **ovens** daily."
    assert findings(text, "clarity/stray-markup") == []


def test_a_wall_is_what_stands_on_one_line_and_says_how_long_it_is() -> None:
    sentence = "The baker mixes the dough at four and bakes it at five before the shop opens. "
    wall = (sentence * 13).strip()
    (found,) = findings(f"Baker\n\n{wall}\n\nCome and see us.", "clarity/wall-of-text")
    assert (found.quote, found.severity) == (wall, "warning")
    assert found.message == "A paragraph of 208 words without a break: most readers will skip it."
    assert found.arithmetic == "208 words; the house's limit is 180 words in one paragraph without a list or break"


def test_length_says_the_figures_and_that_they_are_disputed() -> None:
    (found,) = findings("You bake bread. " * 350, "clarity/length")
    assert (found.severity, found.message) == (
        "notice",
        "The posting has 1,050 words; most that do well have 300 to 700.",
    )
    assert "disputed" in found.why
    assert findings("", "clarity/length") == []


def test_the_same_line_in_the_lists_of_two_roles_is_no_repetition() -> None:
    line = "- Keep the oven clean and the floor dry\n"
    twice = f"## What you need\n\n{line}- A steady hand\n{line}"
    two_roles = f"## Baker requirements\n\n{line}\n## Head baker requirements\n\n{line}"
    assert len(findings(twice, "clarity/repeated-items")) == 1
    assert findings(two_roles, "clarity/repeated-items") == []


def test_words_and_syllables_are_counted_as_a_reader_would() -> None:
    document = parse("State-of-the-art CI/CD, R&D and the baker’s 24-hour shop.")
    reading = read_document(document, guidelines=load_guidelines())
    context = Context(document, reading, load_guidelines(), dt.date(2026, 11, 25))
    assert words_of_sentences(context) == [
        ["State-of-the-art", "CI/CD", "R&D", "and", "the", "baker’s", "24-hour", "shop"]
    ]
    assert [syllables(word) for word in ("bread", "bakery", "responsibilities", "CI/CD")] == [1, 3, 6, 1]
    assert round(flesch_kincaid(words=100, sentences=5, syllables=150), 2) == 9.91
