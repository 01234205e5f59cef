"""Meaning of a line against its source: rewordings pass, what changes who, whether, how far or how much does not."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from postwright.grounding.lexicon import lexicon_of
from postwright.grounding.verify import verify
from postwright.guidelines.load import load_guidelines
from postwright.model.statement import BriefField, GroundingFinding, Judgement, Source, Statement
from postwright.model.words import SectionKind

SECTION: dict[str, SectionKind] = {
    "must_have": "requirements",
    "nice_to_have": "preferred",
    "responsibility": "responsibilities",
    "outcome": "responsibilities",
    "reporting_line": "team",
    "team": "team",
    "summary": "summary",
    "company": "company",
    "benefit": "benefits",
    "process": "process",
    "language": "requirements",
    "education": "requirements",
    "licence": "requirements",
    "travel": "location",
    "location": "location",
    "workplace": "location",
    "on_call": "schedule",
    "hours": "schedule",
    "employment_type": "schedule",
    "pay": "pay",
    "other_compensation": "pay",
    "clearance": "requirements",
    "physical": "requirements",
}
"""Where an entry of a field stands; elsewhere it is "other"."""
CASES = [
    line.split(" | ")
    for line in (Path(__file__).parent / "cases" / "meaning.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def judged(field: str, source: str, text: str) -> Judgement:
    statement = Statement(text, (Source(cast(BriefField, field), source),), SECTION.get(field, "other"))
    return verify(statement, lexicon=lexicon_of(load_guidelines()))


@pytest.mark.parametrize(("field", "source", "text"), [rest for kind, *rest in CASES if kind == "faithful"])
def test_a_faithful_rewording_passes(field: str, source: str, text: str) -> None:
    assert judged(field, source, text).supported


@pytest.mark.parametrize(("field", "source", "text"), [rest for kind, *rest in CASES if kind != "faithful"])
def test_an_unfaithful_line_is_refused(field: str, source: str, text: str) -> None:
    assert not judged(field, source, text).supported


def test_a_finding_says_what_was_found_and_why() -> None:
    assert judged("nice_to_have", "Dutch", "You must know Dutch.") == Judgement(
        False,
        (
            GroundingFinding(
                "strength_raised", 4, 8, "The entry is only nice to have, but the line demands it.", refuses=True
            ),
        ),
    )


def test_added_words_are_each_pointed_out() -> None:
    added = judged("responsibility", "clean the pool", "You clean the pool and supervise the lifeguards.")
    assert [(finding.kind, finding.start, finding.end) for finding in added.findings] == [
        ("added_duty", 23, 32),
        ("added_duty", 37, 47),
    ]


def test_a_word_that_may_stand_for_another_is_shown_and_refuses_nothing() -> None:
    shown = judged("responsibility", "guide classes through the museum", "You take classes on tours of the museum.")
    assert shown == Judgement(
        True,
        (
            GroundingFinding(
                "residue", 20, 25, "“tours” stands in none of the entries that the line cites.", refuses=False
            ),
        ),
    )


def test_of_two_sources_each_is_judged_by_its_own_words() -> None:
    sources = (Source("must_have", "welding"), Source("nice_to_have", "soldering"))
    lexicon = lexicon_of(load_guidelines())
    texts = ("You can weld; soldering is a plus.", "Welding is a plus; you must know soldering.")
    kinds = [
        {finding.kind for finding in verify(Statement(text, sources, "requirements"), lexicon=lexicon).findings}
        for text in texts
    ]
    assert kinds == [set(), {"strength_raised", "strength_lowered"}]
