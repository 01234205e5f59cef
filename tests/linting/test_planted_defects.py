"""Defects planted one at a time in many wordings are found where they stand; near-misses stay silent.

Each file of planted/ belongs to one rule. `line` stands alone under the heading Requirements, `text` is the whole
posting; `quote` is what the finding marks, null where it has no place, and `severity` is asserted where it is given.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding
from postwright.reading.document import parse
from postwright.reading.reader import read_document

GUIDELINES = load_guidelines()
FILES = sorted((Path(__file__).parent / "planted").glob("*.yaml"))
DATE = dt.date(2026, 11, 20)


def cases(kind: str) -> list[object]:
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES]
    return [
        pytest.param(file["rule"], case, id=f"{file['rule']}-{number}")
        for file in files
        for number, case in enumerate(file[kind], start=1)
    ]


def findings(rule: str, case: dict[str, Any]) -> tuple[Finding, ...]:
    document = parse(case.get("text") or f"Requirements:\n- {case['line']}\n")
    return lint(
        document,
        read_document(document, title=case.get("title", ""), guidelines=GUIDELINES),
        guidelines=GUIDELINES,
        date=case.get("date", DATE),
        brief=Brief.model_validate(case["brief"]) if "brief" in case else None,
        organisation=Organisation.model_validate(case["organisation"]) if "organisation" in case else None,
        level=case.get("level"),
        profile=case.get("profile", ""),
        select=(rule,),
    )


@pytest.mark.parametrize(("rule", "case"), cases("found"))
def test_a_planted_defect_is_found_where_it_stands(rule: str, case: dict[str, Any]) -> None:
    found = findings(rule, case)
    assert [(finding.rule, finding.quote or None) for finding in found] == [(rule, case["quote"])]
    assert case.get("severity") in (None, found[0].severity)


@pytest.mark.parametrize(("rule", "case"), cases("silent"))
def test_a_near_miss_stays_silent(rule: str, case: dict[str, Any]) -> None:
    assert [(finding.quote, finding.message) for finding in findings(rule, case)] == []
