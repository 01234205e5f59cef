"""Addresses in a line stand in its sources, letter by letter."""

from __future__ import annotations

from postwright.grounding.lexicon import lexicon_of
from postwright.grounding.verify import verify
from postwright.guidelines.load import load_guidelines
from postwright.model.statement import GroundingFinding, Judgement, Source, Statement


def judged(text: str, source: str) -> Judgement:
    statement = Statement(text, (Source("contact", source),), "process")
    return verify(statement, lexicon=lexicon_of(load_guidelines()))


def test_an_address_of_a_source_may_be_repeated() -> None:
    assert judged("Write to jobs@mill.example.", "jobs@mill.example, or by post") == Judgement(True, ())


def test_another_address_is_refused() -> None:
    assert judged("Apply at https://mill.example/job", "https://mill.example/jobs") == Judgement(
        False,
        (GroundingFinding("link", 9, 33, "The address “https://mill.example/job” stands in no source.", True),),
    )
