"""Near-identical titles are one role on one rung; a different word is a different role."""

from __future__ import annotations

import pytest

from postwright.consistency.role_titles import has_several_rungs, role_title, rung_words
from postwright.guidelines.load import load_guidelines
from postwright.model.words import Level
from postwright.reading.title import title_level


def role_and_rung(title: str, *, place: str = "", employer: str = "") -> tuple[str, str]:
    level = title_level(title, load_guidelines())
    levels: tuple[Level, ...] = (level,) if level else ()
    role = role_title(title, load_guidelines(), levels=levels, place=place, employer=employer)
    return role.key, rung_words(levels, role.rung)


@pytest.mark.parametrize(
    "title",
    [
        "Sr. Platform Engineer",
        "Senior Engineer, Platform",
        "Senior Platform Engineer (m/f/d)",
        "SENIOR PLATFORM ENGINEERS",
        "Platform Engineer III",
        "Senior Platform Engineer - Austin, TX 78701",
        "Senior Platform Engineer (Remote)",
        "Senior Platform Engineer | Full-time | London",
        "Req 20417 - Senior Platform Engineer",
        "Senior Platform Engr. – Berlin, Germany",
    ],
)
def test_spellings_of_one_title_are_one_role_on_one_rung(title):
    assert role_and_rung(title) == ("engineer platform", "senior")


@pytest.mark.parametrize(
    ("title", "role", "rung"),
    [
        ("Platform Engineer II", "engineer platform", "mid"),
        ("Platform Engineer", "engineer platform", "level not said"),
        ("Product Engineer", "engineer product", "level not said"),
        ("Platform Engineer IV", "engineer platform", "senior iv"),
        ("Lead Platform Engineer", "engineer platform", "lead"),
        ("Staff Platform Engineer", "engineer platform", "staff"),
        ("Staff Nurse", "nurse staff", "level not said"),
        ("Nurse (Band 5)", "nurse", "grade 5"),
        ("Nurse (Band 6)", "nurse", "grade 6"),
        ("Sales Manager", "manager sale", "manager"),
        ("Senior Sales Manager", "manager sale", "senior manager"),
        ("Director of Sales", "director sale", "director"),
        ("Associate Software Engineer", "engineer software", "entry"),
        ("Sales Associate", "associate sale", "level not said"),
        ("Team Lead, Customer Service", "customer lead service team", "lead"),
        ("Assistant Director", "assistant director", "director"),
        ("Assistant to the Director", "assistant director to", "level not said"),
        ("DevOps Engineer", "devop engineer", "level not said"),
        ("Dev Ops Engineer", "devop engineer", "level not said"),
        ("Full-Stack Developer", "developer fullstack", "level not said"),
        ("Intern, Platform Engineering", "engineering intern platform", "intern"),
        ("Senior", "senior", "senior"),
        ("", "", "level not said"),
        ("()[]|/,;", "", "level not said"),
    ],
)
def test_what_differs_in_a_word_or_a_rung_is_another_role_or_rung(title, role, rung):
    assert role_and_rung(title) == (role, rung)


@pytest.mark.parametrize(
    ("title", "rung"),
    [
        ("Senior/Staff Engineer", "senior/staff"),
        ("Engineer I or II", "i or ii"),
        ("Mid to Senior Engineer", "mid to senior"),
    ],
)
def test_a_title_that_leaves_the_rung_open_says_so(title, rung):
    role = role_title(title, load_guidelines(), levels=("senior",))
    assert (role.key, role.rung, has_several_rungs(role.rung)) == ("engineer", rung, True)


def test_the_place_and_the_employer_are_no_part_of_the_role():
    assert role_and_rung("Weaver - White Plains", place="White Plains, NY") == ("weaver", "level not said")
    assert role_and_rung("Mill Ltd | Weaver", employer="Mill Ltd") == ("weaver", "level not said")


def test_the_name_of_a_role_keeps_its_order_and_its_joining_words():
    names = [
        role_title(title, load_guidelines(), levels=()).name
        for title in ("Director of Data Science", "UX Designer", "QA engineer")
    ]
    assert names == ["Director of Data Science", "UX Designer", "QA Engineer"]


@pytest.mark.parametrize(
    "title",
    ["=1+1", "<script>alert(1)</script>", "a" * 100_000, "(" * 50_000, "- " * 50_000, "\u202eabc\x00"],
)
def test_a_hostile_title_has_a_role_like_any_other(title):
    assert isinstance(role_title(title, load_guidelines(), levels=("senior",)).key, str)
