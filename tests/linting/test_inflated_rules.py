"""What a posting asks for beyond what its level, its technologies and its own figures allow."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.linting.engine import lint
from postwright.linting.experience import in_words, with_article, with_years
from postwright.linting.levels import levels_in
from postwright.linting.must_haves import count_requirements
from postwright.linting.requirements import key_words, mentions, stem
from postwright.linting.rules.inflated.older_than_technology import months_since
from postwright.model.brief import Brief
from postwright.model.finding import Finding, apply_fix
from postwright.model.words import Level
from postwright.reading.document import parse
from postwright.reading.reader import read_document

GUIDELINES = load_guidelines()
DATE = dt.date(2026, 11, 20)


def found(
    rule: str,
    text: str,
    *,
    title: str = "",
    level: Level | None = None,
    profile: str = "",
    brief: dict[str, Any] | None = None,
    date: dt.date = DATE,
) -> tuple[Finding, ...]:
    document = parse(text)
    return lint(
        document,
        read_document(document, title=title, guidelines=GUIDELINES),
        guidelines=GUIDELINES,
        date=date,
        brief=Brief.model_validate(brief) if brief is not None else None,
        level=level,
        profile=profile,
        select=(f"inflated/{rule}",),
    )


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.severity, finding.quote, finding.message) for finding in findings]


ABOVE = "years-above-level"


def test_years_above_the_level_are_told_with_their_arithmetic_and_a_fix() -> None:
    text = "Requirements:\n- 12+ years of software engineering experience\n"
    (finding,) = found(ABOVE, text, title="Senior Software Engineer")
    assert told((finding,)) == [
        ("warning", "12+ years", "Senior in software: 4 to 8 years is usual; this asks for 12, far above.")
    ]
    assert finding.arithmetic == "12 years asked, 8 at most are usual: 4 more."
    assert apply_fix(text, finding.fixes[0]) == "Requirements:\n- 8+ years of software engineering experience\n"
    assert [fix.safety for fix in finding.fixes] == ["unsafe", "hint"]


def test_a_level_that_is_given_counts_before_the_title() -> None:
    text = "Requirements:\n- 9+ years of software engineering experience\n"
    assert found(ABOVE, text, title="Senior Software Engineer", level="staff") == ()


def test_outside_software_a_small_excess_is_only_a_notice() -> None:
    text = "Requirements:\n- 10 years of experience in upholstery\n"
    assert [finding.severity for finding in found(ABOVE, text, title="Senior Upholsterer")] == ["notice"]


def test_several_levels_are_judged_by_the_most_generous_unless_the_line_names_one() -> None:
    brief = {
        "title": "Software Engineer",
        "levels": [{"level": "mid"}, {"level": "senior"}],
        "profile": "software_engineer",
    }
    text = "Requirements:\n- {} of software engineering experience\n"
    assert found(ABOVE, text.format("7 years"), brief=brief) == ()
    named = "Requirements:\n- Mid-level: 7 years of software engineering experience\n"
    assert [finding.quote for finding in found(ABOVE, named, brief=brief)] == ["7 years"]


@pytest.mark.parametrize("title", ["Product Manager", "Account Manager", "Staff Nurse", "Software Engineer"])
def test_titles_that_name_no_certain_level_are_left_alone(title: str) -> None:
    assert found(ABOVE, "Requirements:\n- 20 years of experience in the trade\n", title=title) == ()


def test_of_alternatives_the_least_counts() -> None:
    text = (
        "Requirements:\n- Bachelor's degree and 8 years of experience or Master's degree and 12 years of experience\n"
    )
    assert found(ABOVE, text, title="Senior Software Engineer") == ()


OLDER = "older-than-technology"


def test_more_years_than_a_technology_exists_is_an_error_to_the_month() -> None:
    text = "Requirements:\n- 12 years of experience with Kubernetes\n"  # first public in June 2014
    assert [f.severity for f in found(OLDER, text, date=dt.date(2026, 4, 30))] == ["error"]
    assert [f.severity for f in found(OLDER, text, date=dt.date(2026, 6, 1))] != ["error"]


def test_years_of_several_things_together_are_not_counted_against_the_youngest() -> None:
    assert found(OLDER, "Requirements:\n- 10 years of Java and LangChain\n") == ()
    assert found(OLDER, "Requirements:\n- 10 years in data engineering with dbt and Airflow\n") == ()


def test_both_may_be_too_young() -> None:
    (finding,) = found(OLDER, "Requirements:\n- 15 years of experience with Kubernetes or Terraform\n")
    assert (finding.severity, finding.quote) == ("error", "15 years")


def test_months_are_counted_from_the_release_to_the_posting() -> None:
    assert months_since("2014-06", DATE) == 149
    assert months_since("2014", DATE) == 154
    assert months_since("soon", DATE) is None


@pytest.mark.parametrize(
    ("title", "severities"),
    [
        ("Junior Bookkeeper", {"1 year": [], "2 years": [], "3+ years": ["warning"]}),
        ("Trainee Bookkeeper", {"1 year": [], "2 years": ["notice"], "3+ years": ["warning"]}),
    ],
)
def test_an_entry_level_job_asks_for_no_years(title: str, severities: dict[str, list[str]]) -> None:
    text = "Requirements:\n- {} of experience in bookkeeping\n"
    said = {
        years: [finding.severity for finding in found("entry-level-years", text.format(years), title=title)]
        for years in severities
    }
    assert said == severities


DEGREE = "degree-without-equivalent"


@pytest.mark.parametrize(
    ("title", "profile", "severities"),
    [
        ("Bookkeeper", "", ["warning"]),  # 18.7 percent call a degree required
        ("Organ tuner", "", ["notice"]),  # nothing known
        ("Data Engineer", "", []),  # 95.2 percent
        ("Registered Nurse", "", []),  # licensed
        ("Senior Bookkeeper (Leeds)", "", ["warning"]),
    ],
)
def test_a_degree_is_judged_by_the_occupation(title: str, profile: str, severities: list[str]) -> None:
    text = "Requirements:\n- Bachelor's degree in accounting or a related field\n- Patience\n"
    findings = found(DEGREE, text, title=title, profile=profile)
    assert [finding.severity for finding in findings] == severities


def test_the_fix_accepts_experience_after_the_field_of_study() -> None:
    text = "Requirements:\n- Bachelor's degree in music, physics or a related field, and patience\n"
    (finding,) = found(DEGREE, text, title="Organ tuner")
    added = "- Bachelor's degree in music, physics or a related field or equivalent experience, and patience"
    assert apply_fix(text, finding.fixes[0]) == f"Requirements:\n{added}\n"


def test_a_certificate_that_needs_years_itself_is_offered_in_its_early_form() -> None:
    text = "Requirements:\n- CISSP certification\n"
    (finding,) = found("credential-above-level", text, title="Junior Security Analyst")
    assert finding.message == (
        "CISSP itself asks for 5 years of experience (4 years with every waiver); "
        "at entry level, 0 to 2 years are usual."
    )
    assert apply_fix(text, finding.fixes[0]) == "Requirements:\n- Associate of ISC2 certification\n"


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Python, SQL and Git", 3),
        ("Experience with Python, SQL and Git", 3),
        ("Go or Rust or C++", 1),
        ("Java and Kubernetes", 2),
        ("Knowledge of planning, purchasing and stock control principles", 1),
        ("Excellent written, verbal and visual communication skills", 1),
        ("Tools such as Jira, Confluence and Slack", 1),
        ("A driving licence", 1),
        ("", 1),
    ],
)
def test_requirements_are_counted_not_lines(line: str, count: int) -> None:
    assert count_requirements(line) == count


def test_key_words_are_what_a_rewording_keeps() -> None:
    assert key_words("Production experience with Kubernetes") == key_words("You have Kubernetes in production")
    assert stem("deployment") == stem("deploying") == stem("deploys")
    assert mentions("unit test", "she writes unit tests")
    assert not mentions("go", "a good day")


def test_levels_are_read_from_a_line_but_not_from_the_people_in_it() -> None:
    assert levels_in("Senior level: 6+ years") == ("senior",)
    assert levels_in("presenting to senior stakeholders") == ()


def test_years_are_put_in_words() -> None:
    assert [in_words(years) for years in (0.5, 1, 2.5)] == ["6 months", "1 year", "2.5 years"]
    assert with_years("a decade", minimum=8, maximum=8) is None
    assert with_years("Ten to twelve years", minimum=6, maximum=8) == "Six to eight years"
    assert [with_article(name) for name in ("Accountant", "Registered nurse", "SDR")] == [
        "an accountant",
        "a registered nurse",
        "an SDR",
    ]


def test_must_haves_of_a_brief_are_counted_and_what_is_not_counted_is_said() -> None:
    brief: dict[str, Any] = {"must_have": [f"Knot {number}" for number in range(12)]}
    (alone,) = found("too-many-must-haves", "You tie knots.", brief=brief)
    more = brief | {"education": {"level": "bachelor"}, "languages": [{"name": "Dutch", "level": "B2"}]}
    (beside,) = found("too-many-must-haves", "You tie knots.", brief=more)
    assert alone.arithmetic == "The brief has 12 must-haves. 12 − 10 = 2 too many."
    assert beside.arithmetic == "The brief has 12 must-haves (degree, languages not counted). 12 − 10 = 2 too many."
