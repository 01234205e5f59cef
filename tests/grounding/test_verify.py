"""What is refused before any check, hostile characters, and very long texts."""

from __future__ import annotations

import pytest

from postwright.grounding.lexicon import lexicon_of
from postwright.grounding.verify import verify
from postwright.guidelines.load import load_guidelines
from postwright.model.statement import GroundingFinding, Judgement, Source, Statement


def judged(text: str, *sources: str) -> Judgement:
    statement = Statement(text, tuple(Source("responsibility", source) for source in sources), "responsibilities")
    return verify(statement, lexicon=lexicon_of(load_guidelines()))


def test_a_line_that_is_too_long_is_refused() -> None:
    text = "bake " * 121
    message = "The line has 605 characters; 600 are judged at most."
    assert judged(text, "bake") == Judgement(False, (GroundingFinding("too_long", 0, 605, message, True),))


def test_a_line_without_sources_is_refused() -> None:
    finding = GroundingFinding("unknown_source", 0, 9, "The line names no source.", True)
    assert judged("You bake.", "  ") == Judgement(False, (finding,))


@pytest.mark.parametrize("text", ["What you can be", "And you, too."])
def test_a_line_without_any_word_of_content_is_refused(text: str) -> None:
    message = "The line shares no word with the entries that it cites."
    assert judged(text, "bake bread").findings == (GroundingFinding("no_overlap", 0, len(text), message, True),)


def test_a_span_is_that_of_the_text_as_given() -> None:
    text = "You bake f\u200bour hundred lo\u00adaves."
    (finding,) = judged(text, "bake 300 loaves").findings
    assert text[finding.start : finding.end] == "f\u200bour hundred"


@pytest.mark.parametrize("piece", ["1", "1,", "1 ", "a.", "@a", "0-", "£", "A B ", "every "])
def test_a_source_of_a_hundred_thousand_characters_is_judged(piece: str) -> None:
    """A pattern that is not linear would hang here for minutes."""
    findings = judged("You bake four hundred loaves.", (piece * 100_000)[:100_000]).findings
    assert "number" in {finding.kind for finding in findings}
