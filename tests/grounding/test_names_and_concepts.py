"""Names, technologies, credentials, benefits, shifts, workplaces and moments stand in a source, or are refused."""

from __future__ import annotations

import pytest

from postwright.grounding.lexicon import lexicon_of
from postwright.grounding.verify import verify
from postwright.guidelines.load import load_guidelines
from postwright.model.statement import BriefField, Source, Statement
from postwright.model.words import SectionKind


def kinds(text: str, section: SectionKind, *sources: tuple[BriefField, str]) -> set[str]:
    statement = Statement(text, tuple(Source(field, words) for field, words in sources), section)
    judgement = verify(statement, lexicon=lexicon_of(load_guidelines()))
    return {finding.kind for finding in judgement.findings if finding.refuses}


@pytest.mark.parametrize(
    ("text", "section", "field", "source"),
    [
        ("You know Postgres well.", "requirements", "must_have", "PostgreSQL"),
        ("You are based in Leeds, England.", "location", "location", "Leeds"),
        ("You hold a doctorate in botany.", "requirements", "education", "PhD in botany"),
        ("On top of your pay there are ten days of leave.", "benefits", "benefit", "10 days holiday"),
        ("You are on call one week in six.", "schedule", "on_call", "every sixth week"),
        ("You work from home two days a week.", "location", "workplace", "hybrid, 2 days from home"),
        ("Write to Ada Moss.", "process", "contact", "Ada Moss"),
    ],
)
def test_the_same_thing_by_another_name_is_supported(
    text: str, section: SectionKind, field: BriefField, source: str
) -> None:
    assert kinds(text, section, (field, source)) == set()


@pytest.mark.parametrize(
    ("text", "section", "field", "source", "kind"),
    [
        ("You know MySQL.", "requirements", "must_have", "PostgreSQL", "technology"),
        ("You know python and excel.", "requirements", "must_have", "Python", "technology"),
        ("You know AngularJS.", "requirements", "must_have", "Angular, not AngularJS", "technology"),
        ("Based in Bradford.", "location", "location", "Leeds", "name"),
        ("Work from anywhere.", "location", "workplace", "remote in Spain", "place"),
        ("You hold a master's in botany.", "requirements", "education", "bachelor's degree in botany", "credential"),
        ("A crane licence helps.", "preferred", "nice_to_have", "forklift licence", "credential"),
        ("Ten days of leave and a sauna.", "benefits", "benefit", "10 days holiday", "benefit"),
        ("A pension that we match.", "benefits", "benefit", "company pension", "benefit"),
        ("Your pay is £20 an hour net.", "pay", "pay", "£20 an hour", "money"),
        ("You work early and night shifts.", "schedule", "hours", "early shifts", "schedule"),
        ("Ring Bob Moss.", "process", "contact", "Ada Moss", "name"),
        ("You start in March.", "process", "process", "start in May", "time"),
        ("You report at the end of the shift.", "responsibilities", "responsibility", "report at the start of it",
         "time"),
    ],
)  # fmt: skip
def test_what_no_source_names_is_refused(
    text: str, section: SectionKind, field: BriefField, source: str, kind: str
) -> None:
    assert kind in kinds(text, section, (field, source))
