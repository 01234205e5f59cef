"""docs/rules.md: what a person reads of a rule can be understood without its code."""

from __future__ import annotations

from postwright.linting.docs import page
from postwright.linting.rule import Example, Rule

BRIEF = {"title": "Driver", "must_have": [{"text": "Vans", "years": {"minimum": 2}}, {"text": "Maps"}]}
LONG = {
    **BRIEF,
    "summary": "You drive parcels from our hall to the shops of four towns and bring the empty boxes back.",
}


def shown(*fires: Example, source: str = "House rule") -> list[str]:
    """Return the lines that begin with a dash, and the one with the source."""
    rule = Rule("a/b", "notice", "Something.", "Because.", source, lambda context: (), fires, ())
    return [line for line in page({"a/b": rule}).splitlines() if line.startswith(("- ", "**Source"))]


def test_what_was_known_besides_the_text_is_told_in_words():
    assert shown(
        Example("Drive.\nRest.", brief=BRIEF, places=("US-CO",)),
        Example("Drive.", organisation={"ai_in_hiring": True}),
    ) == [
        "**Source.** House rule",
        "- `[place: US-CO; brief: title Driver; must have Vans years minimum 2, Maps] Drive. / Rest.`",
        "- `[organisation: ai in hiring yes] Drive.`",
    ]


def test_a_long_brief_is_not_told_twice_in_a_row():
    (_, first, second, third) = shown(
        Example("Drive.", brief=LONG), Example("Rest.", brief=LONG), Example("Sleep.", brief=BRIEF)
    )
    assert first.endswith("and bring the empty boxes back.] Drive.`")
    assert second == "- `[the same brief] Rest.`"
    assert third.startswith("- `[brief: title Driver; must have Vans")


def test_examples_that_look_alike_are_shown_once_and_a_cut_one_says_how_long_it_is():
    (_, only, cut) = shown(Example("Drive."), Example("Drive."), Example("Drive the van. " * 100))
    assert only == "- `Drive.`"
    assert cut.endswith(" … (300 words in all)`")


def test_each_source_is_named_once():
    (source,) = shown(source="HR Dive; own reading (2022); HR Dive (2022); Own reading; statutes named (2026)")
    assert source == "**Source.** HR Dive; own reading (2022); statutes named (2026)"
