"""Grounding on the cases that it was developed on: no share may fall below what was reached."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from postwright.grounding.lexicon import lexicon_of
from postwright.grounding.verify import verify
from postwright.guidelines.load import load_guidelines
from postwright.model.statement import Source, Statement

CASES = Path(__file__).parent / "cases"
CAUGHT = {
    **dict.fromkeys(("number", "money", "technology", "benefit", "credential", "link", "name", "comparator"), 0.93),
    **dict.fromkeys(("range", "place", "schedule", "time", "binding"), 0.91),
    **dict.fromkeys(("strength_raised", "strength_lowered", "negation", "alternative", "dropped_part"), 0.92),
    **dict.fromkeys(("role_swapped", "claim", "added_duty", "borrowed_fact", "condition"), 0.82),
}
"""The least share of unfaithful statements that is refused, by kind."""
REJECTED = {"develop.jsonl": 0.05, "final.jsonl": 0.12}
"""The largest share of faithful statements that is refused, by file."""


@pytest.mark.parametrize("file", REJECTED)
def test_on_the_cases_to_develop_on_nothing_reached_is_lost(file: str) -> None:
    lexicon = lexicon_of(load_guidelines())
    cases, refused = Counter[str](), Counter[str]()
    for line in (CASES / file).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        statement = Statement(case["statement"], tuple(Source(**s) for s in case["sources"]), case["section"])
        kind = "faithful" if case["supported"] else case["kind"]
        cases[kind] += 1
        refused[kind] += not verify(statement, lexicon=lexicon).supported
    shares = {kind: refused[kind] / count for kind, count in cases.items()}
    missed = {kind: round(shares[kind], 2) for kind, least in CAUGHT.items() if shares.get(kind, 1.0) < least}
    assert (missed, shares["faithful"] <= REJECTED[file]) == ({}, True)
