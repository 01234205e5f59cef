"""What a brief asks and offers is read back from its draft: nothing lost, nothing added, nothing moved.

One brief for every role profile at every level, and twenty richer ones from a seeded generator, with sentences around
them that look like demands and are none.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from postwright.drafting.compose import compose
from postwright.drafting.figures import amount
from postwright.drafting.render import to_markdown
from postwright.drafting.starter import offers
from postwright.guidelines.load import load_guidelines
from postwright.guidelines.records import Guidelines, RoleProfile
from postwright.model.brief import Brief, Organisation, Pay, Requirement, YearRange
from postwright.model.reading import Reading
from postwright.model.words import LEVELS, DegreeLevel, Level, PayPeriod
from postwright.reading.reader import read

GUIDELINES = load_guidelines()
PROFILES = sorted(GUIDELINES.roles)

ORGANISATION = Organisation.model_validate(
    {
        "name": "Alder & Finch",
        "description": "Alder & Finch has served the region for 45 years and has 300 people with 20+ years here.",
        "benefits": [
            "Medical insurance from the first month",
            "A pension that vests after 3 years",
            "An extra day of leave for every 2 years with us",
            "A $2,000 budget for courses every year",
        ],
    }
)
"""Its sentences hold years and money that are neither demands nor pay."""

DEGREES: tuple[DegreeLevel, ...] = ("high_school", "associate", "bachelor", "master", "doctorate")
PAYS: tuple[dict[str, Any], ...] = (
    {"minimum": 84_000, "maximum": 109_000, "currency": "USD", "period": "year"},
    {"minimum": 21.5, "maximum": 27, "currency": "USD", "period": "hour"},
    {"minimum": 46_000, "maximum": 58_000, "currency": "GBP", "period": "year"},
    {"minimum": 4_200, "maximum": 5_100, "currency": "EUR", "period": "month"},
    {"minimum": 450, "currency": "EUR", "period": "day"},
    {"minimum": 98_000, "maximum": 120_000, "currency": "CHF", "period": "year"},
    {"minimum": 18, "currency": "GBP", "period": "hour"},
)
PLACES = (("Denver", "US-CO"), ("Leeds", "GB-ENG"), ("Munich", "DE-BY"), ("Toronto", "CA-ON"), ("Austin", "US-TX"))


# ---- briefs


def profile_brief(profile: str, level: Level) -> Brief:
    """The profile's own duties and skills, with the level's usual years; the rest turns with profile and level."""
    record = GUIDELINES.roles[profile]
    turn = PROFILES.index(profile) + LEVELS.index(level)
    offered = offers(profile, GUIDELINES)
    must = [skill.requirement for skill in offered.skills if skill.need == "must"]
    nice = [skill.requirement for skill in offered.skills if skill.need != "must"]
    city, place = PLACES[turn % len(PLACES)]
    return Brief.model_validate(
        {
            "title": record.titles[0].title(),
            "profile": profile,
            "levels": [{"level": level, "years": _band(record, level)}],
            "experience_in": record.experience_in,
            "summary": "You keep a promise that the company made 12 years ago.",
            "responsibilities": [{"text": duty.text} for duty in offered.duties],
            "must_have": [_with_years(each, turn + n if n == 0 else 0) for n, each in enumerate(must)],
            "nice_to_have": [_with_years(each, 1 if n == turn % 3 else 0) for n, each in enumerate(nice)],
            "education": None if turn % 4 == 0 else _education(turn),
            "pay": [PAYS[turn % len(PAYS)]],
            "locations": [{"city": city, "place": place}],
            "workplace": ("on_site", "hybrid", "remote")[turn % 3],
            "employment_type": ("full_time", "part_time", "temporary")[turn % 3],
            "hours": "40 hours a week",
            "closing": {"rolling": True},
            "apply": {"email": "jobs@alderfinch.example"},
        }
    )


def _band(record: RoleProfile, level: Level) -> dict[str, float]:
    band = getattr(GUIDELINES.levels[level], record.band)
    return (
        {"minimum": band.min_years, "maximum": band.max_years}
        if band.max_years > band.min_years
        else {"minimum": band.min_years}
    )


def _with_years(requirement: Requirement, years: int) -> dict[str, Any]:
    values = requirement.model_dump(exclude={"id"})
    return {**values, "years": {"minimum": 1 + years % 4} if years else None}


def _education(turn: int) -> dict[str, Any]:
    return {
        "level": DEGREES[turn % len(DEGREES)],
        "field": ("", "computer science or a related field", "business")[turn % 3],
        "equivalent": turn % 2 == 0,
        "strength": "preferred" if turn % 5 == 1 else "required",
    }


SUBJECTS = (
    "Kubernetes", "production experience with PostgreSQL", "leading incident reviews", "technical leadership",
    "acute care nursing", "month-end close", "work in a warehouse", "managing suppliers", "business-to-business sales",
    "Python services in production", "hands-on experience in customer support", "nursing in a hospital",
    "experience with Terraform and Ansible", "design of web interfaces",
)  # fmt: skip
GROUPS = (("Go", "Rust", "C++"), ("AWS", "Azure"), ("Salesforce", "HubSpot"), ("Excel",), ("Kafka", "Flink"))
YEARS = (
    {"minimum": 1}, {"minimum": 3}, {"minimum": 5}, {"minimum": 0.5}, {"minimum": 1.5}, {"minimum": 2.5},
    {"minimum": 10}, {"minimum": 2, "maximum": 4}, {"minimum": 0, "maximum": 2}, {"minimum": 0.5, "maximum": 1},
    {"minimum": 4, "maximum": 6.5},
)  # fmt: skip


def generated_brief(seed: int) -> Brief:
    """A brief with several of everything, the same for the same seed."""
    draw = random.Random(seed)
    levels = sorted(draw.sample(LEVELS[1:6], k=draw.choice((1, 1, 2, 3))), key=LEVELS.index)
    subjects, groups = draw.sample(SUBJECTS, k=6), draw.sample(GROUPS, k=4)

    def requirement(index: int) -> dict[str, Any]:
        values: dict[str, Any] = {"years": draw.choice((None, *YEARS))}
        if index % 3 == 2:
            return {**values, "alternatives": groups.pop()}
        return {**values, "text": subjects.pop(), "leadership": draw.random() < 0.2}

    return Brief.model_validate(
        {
            "title": draw.choice(("Platform Engineer", "Staff Nurse", "Senior Accountant", "Buyer, Packaging")),
            "openings": draw.choice((1, 4)),
            "levels": [{"level": level, "years": draw.choice(YEARS)} for level in levels],
            "experience_in": draw.choice(("software engineering", "nursing", "procurement", "")),
            "summary": draw.choice(("Our product is 8 years old.", "Half of us joined in the last 2 years.", "")),
            "team": {"name": "Atlas", "purpose": draw.choice(("has been a team for 6 years", "supplies 40 shops", ""))},
            "responsibilities": ["Plan the work of the next two years", "Keep records for at least seven years"],
            "outcomes": [
                {"text": "Take over one service", "by": "the first six months"},
                {"text": "Lead a review", "by": "the end of the first year"},
            ],
            "must_have": [requirement(index) for index in range(4)],
            "nice_to_have": [requirement(index) for index in range(3)],
            "education": _education(draw.randrange(60)) if draw.random() < 0.7 else None,
            "languages": [{"name": "German", "level": draw.choice(("B2", "fluent", ""))}],
            "licences": [{"name": "Driving licence held for 2 years"}],
            "physical": [{"text": "Lift boxes of up to 15 kg", "function": "Stocking shelves"}],
            "pay": draw.sample(PAYS, k=1),
            "other_compensation": ["A bonus of up to $5,000 a year", "Shares that vest over four years"],
            "locations": [{"city": "Denver", "place": "US-CO"}],
            "workplace": draw.choice(("on_site", "hybrid", "remote")),
            "employment_type": draw.choice(("full_time", "temporary")),
            "contract_end": draw.choice((None, "2028-06-30")),
            "hours": draw.choice(("40 hours a week", "three 12-hour shifts a week")),
            "on_call": "one week in six",
            "travel": "up to 10% of the time",
            "process": ["A call of 30 minutes", "A trial day, for which we pay $200"],
            "closing": {"date": "2027-02-01"},
            "apply": {"address": "https://alderfinch.example/jobs/7"},
        }
    )  # fmt: skip


# ---- what is expected of a reader

Asked = tuple[float, float | None, str]
"""Least and most years, and strength."""


def in_order(demands: Iterable[Asked]) -> list[Asked]:
    return sorted(demands, key=str)


def asked(brief: Brief) -> list[Asked]:
    """The demands of a brief."""
    ranges: list[tuple[YearRange | None, str]] = [
        *((entry.years, "required") for entry in brief.levels),
        *((entry.years, "required") for entry in brief.must_have),
        *((entry.years, "preferred") for entry in brief.nice_to_have),
    ]
    return in_order((r.minimum, r.maximum, s) for r, s in ranges if r is not None and amount(r) is not None)


def degree(brief: Brief) -> tuple[str, str] | None:
    education = brief.education
    if education is None:
        return None
    if education.strength == "preferred":
        return education.level, "preferred"
    return education.level, "required_or_equivalent" if education.equivalent else "required"


def offered_pay(brief: Brief) -> tuple[str, float | None, float | None, str | None, PayPeriod]:
    pay: Pay = brief.pay[0]
    highest = pay.minimum if pay.maximum is None else pay.maximum
    return "range" if pay.maximum else "single", pay.minimum, highest, pay.currency, pay.period


def entered(brief: Brief) -> Iterator[str]:
    """The brief's own words in which a technology can stand."""
    for entry in (*brief.must_have, *brief.nice_to_have):
        yield from (entry.text, *entry.alternatives)
    yield from (entry.text for entry in brief.responsibilities)


def technologies(brief: Brief, guidelines: Guidelines) -> tuple[set[str], set[str]]:
    """Ids of technologies that are an entry or alternative by themselves, and of all whose name stands in the brief."""
    alone, named = set(), set()
    words = [text.casefold() for text in entered(brief)]
    together = "\n".join(words)
    for record in guidelines.technologies.values():
        for name in (name.casefold() for name in (record.name, *record.aliases)):
            if name in words:
                alone.add(record.id)
            if name in together and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", together):
                named.add(record.id)
    return alone, named


def check(brief: Brief, guidelines: Guidelines) -> None:
    text = to_markdown(compose(brief, organisation=ORGANISATION, guidelines=guidelines))
    reading: Reading = read(text, title=brief.title, guidelines=guidelines, format="markdown")
    demands = in_order((d.min_years, d.max_years, d.strength) for d in reading.demands)
    assert demands == asked(brief), [demand.quote for demand in reading.demands]
    assert (reading.degree and (reading.degree.level, reading.degree.strength)) == degree(brief)
    pay = reading.pay
    assert pay is not None
    assert (pay.kind, pay.minimum, pay.maximum, pay.currency, pay.period) == offered_pay(brief)
    alone, named = technologies(brief, guidelines)
    found = {mention.id for mention in reading.technologies}
    assert (alone - found, found - named) == (set(), set())


# ---- the tests


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_at_every_level_is_read_back(profile: str, guidelines: Guidelines) -> None:
    for level in LEVELS:
        check(profile_brief(profile, level), guidelines)


@pytest.mark.parametrize("seed", range(20))
def test_a_generated_brief_is_read_back(seed: int, guidelines: Guidelines) -> None:
    check(generated_brief(seed), guidelines)


def test_the_generator_gives_the_same_brief_for_the_same_seed() -> None:
    assert [generated_brief(seed) for seed in range(20)] == [generated_brief(seed) for seed in range(20)]
