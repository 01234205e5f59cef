"""The example briefs: ten to publish as they are, two that ask too much."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from postwright.drafting.compose import compose
from postwright.drafting.render import to_markdown
from postwright.exchange.brief_yaml import load_brief
from postwright.guidelines.records import Guidelines
from postwright.linting.engine import lint
from postwright.model.brief import Brief, Organisation
from postwright.model.finding import Finding
from postwright.reading.document import parse
from postwright.reading.reader import read_document

BRIEFS = Path(__file__).resolve().parents[2] / "examples" / "briefs"
GOOD = sorted(path.stem for path in BRIEFS.glob("*.yaml") if not path.stem.startswith("inflated_"))
WRITTEN = dt.date(2026, 11, 25)


def example(name: str) -> Brief:
    return load_brief((BRIEFS / f"{name}.yaml").read_text(encoding="utf-8"), name=name)


def findings(brief: Brief, guidelines: Guidelines) -> tuple[Finding, ...]:
    organisation = Organisation()
    text = to_markdown(compose(brief, organisation=organisation, guidelines=guidelines))
    document = parse(text, format="markdown")
    reading = read_document(document, title=brief.title, guidelines=guidelines)
    return lint(document, reading, guidelines=guidelines, date=WRITTEN, brief=brief, organisation=organisation)


def test_there_are_ten_good_examples() -> None:
    assert len(GOOD) == 10


@pytest.mark.parametrize("name", GOOD)
def test_a_good_example_drafts_to_a_posting_without_error_or_warning(name: str, guidelines: Guidelines) -> None:
    found = findings(example(name), guidelines)
    assert [(f.rule, f.quote, f.message) for f in found if f.severity in ("error", "warning")] == []


@pytest.mark.parametrize("name", GOOD)
def test_a_good_example_says_why_or_how_for_each_must_have(name: str) -> None:
    assert [entry.text for entry in example(name).must_have if not (entry.why_day_one or entry.assessed_by)] == []


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        (
            "inflated_junior_developer",
            {
                "missing/benefits",
                "missing/deadline",
                "inflated/entry-level-years",
                "inflated/older-than-technology",
                "inflated/skill-above-total",
                "inflated/too-many-must-haves",
                "inflated/credential-above-level",
            },
        ),
        (
            "inflated_office_assistant",
            {
                "inflated/degree-without-equivalent",
                "inflated/entry-level-years",
                "inflated/older-than-technology",
                "inflated/too-many-must-haves",
                "missing/benefits",
                "missing/pay-range",
                "wording/age-young",
                "wording/nationality-language",
            },
        ),
    ],
)
def test_an_inflated_example_shows_what_is_wrong(name: str, rules: set[str], guidelines: Guidelines) -> None:
    serious = {f.rule for f in findings(example(name), guidelines) if f.severity in ("error", "warning")}
    assert rules - serious == set()
