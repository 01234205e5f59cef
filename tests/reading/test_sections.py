"""Sections: headings of every form, no headings, glued text; and our own drafts exactly."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.reading.document import parse
from postwright.reading.sections import find_sections

GUIDELINES = load_guidelines()


def sections(text: str) -> list[tuple[str, str]]:
    """Return kind and text of each section, blank space at its ends left out."""
    found = find_sections(parse(text), GUIDELINES)
    return [(section.kind, text[section.start : section.end].strip()) for section in found]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in sections(text)]


DUTIES = "- Prune the apple trees\n- Lead visitors through the orchard"
NEEDS = "- Two years of experience in an orchard\n- Ability to climb ladders"

HEADINGS = [
    f"## Responsibilities\n\n{DUTIES}\n\n## Requirements\n\n{NEEDS}",
    f"**What you'll do**\n\n{DUTIES}\n\n**What you'll bring**\n\n{NEEDS}",
    f"**Duties:**\n{DUTIES}\n**Qualifications:**\n{NEEDS}",
    f"Key responsibilities:\n{DUTIES}\nMinimum qualifications:\n{NEEDS}",
    f"RESPONSIBILITIES\n{DUTIES}\nREQUIREMENTS\n{NEEDS}",
    f"What will you do?\n{DUTIES}\nWho are you?\n{NEEDS}",
    f"In this role, you will:\n{DUTIES}\n\nYou might thrive in this role if you:\n{NEEDS}",
    f"Essential Duties and Responsibilities\n\n{DUTIES}\n\nEducation and Experience\n\n{NEEDS}",
    f"Your day-to-day at the orchard – what you will do:\n{DUTIES}\nMust-haves:\n{NEEDS}",
]


@pytest.mark.parametrize("text", HEADINGS)
def test_headings_of_every_form_open_sections(text: str) -> None:
    assert kinds(text) == ["responsibilities", "requirements"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ResponsibilitiesPrune the apple trees in winter.Lead visitors through the orchard."
            "RequirementsTwo years of experience in an orchard.Ability to climb ladders.",
            [
                (
                    "responsibilities",
                    "ResponsibilitiesPrune the apple trees in winter.Lead visitors through the orchard.",
                ),
                ("requirements", "RequirementsTwo years of experience in an orchard.Ability to climb ladders."),
            ],
        ),
        (
            "Responsibilities: Prune the apple trees. Lead visitors through the orchard. Requirements: Two years of "
            "experience in an orchard. Ability to climb ladders. Benefits: Paid time off and health insurance.",
            [
                ("responsibilities", "Responsibilities: Prune the apple trees. Lead visitors through the orchard."),
                ("requirements", "Requirements: Two years of experience in an orchard. Ability to climb ladders."),
                ("benefits", "Benefits: Paid time off and health insurance."),
            ],
        ),
        (
            "Benefits include a pension and paid holidays for all. Preferred QualificationsExperience with drones",
            [
                ("benefits", "Benefits include a pension and paid holidays for all."),
                ("preferred", "Preferred QualificationsExperience with drones"),
            ],
        ),
    ],
)
def test_glued_text_is_cut_where_a_heading_was_joined(text: str, expected: list[tuple[str, str]]) -> None:
    assert sections(text) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            "We are an equal opportunity employer and do not discriminate by race or religion.",
            "equal_opportunity",
        ),
        ("To apply, send your resume and a cover letter by 3 May.", "process"),
        ("The salary range for this position is $50,000 to $60,000 a year.", "pay"),
        ("We offer health insurance, paid time off and a pension scheme.", "benefits"),
        ("This is a full-time position, Monday to Friday, 40 hours per week.", "schedule"),
        ("The position is based in our office in Leeds, with remote work on Fridays.", "location"),
        ("Orchard House is a family-owned company, founded in 1921 and headquartered in Kent.", "company"),
        ("We are looking for a gardener who joins us to care for the trees.", "summary"),
        ("You must have a bachelor's degree in botany and five years of experience in orchards.", "requirements"),
    ],
)
def test_without_headings_a_line_is_judged_by_what_it_says(line: str, kind: str) -> None:
    assert kinds(line) == [kind]


def test_run_in_fields_govern_their_own_line_only() -> None:
    text = (
        "Job title: Gardener\nLocation: Leeds\nSalary: £27,000 a year\n\n"
        "We are looking for a gardener who cares for our trees."
    )
    assert sections(text) == [
        ("title", "Job title: Gardener"),
        ("location", "Location: Leeds"),
        ("pay", "Salary: £27,000 a year"),
        ("summary", "We are looking for a gardener who cares for our trees."),
    ]


def test_a_preferred_block_keeps_its_sub_headings() -> None:
    text = (
        "Requirements:\n- A ladder\n\nPreferred qualifications:\n"
        "Education: a course in botany\nExperience: one year in a garden"
    )
    assert kinds(text) == ["requirements", "preferred"]


def test_legal_notices_and_pay_end_a_list_of_requirements() -> None:
    text = (
        f"Requirements\n{NEEDS}\n\nThe salary range is $40,000 - $45,000 a year.\n\n"
        "We are an equal opportunity employer. All qualified applicants will receive consideration "
        "without regard to race, color, religion, sex, sexual orientation, gender identity or national origin."
    )
    assert kinds(text) == ["requirements", "pay", "equal_opportunity"]


HOUSE_DRAFT = """# Senior Gardener

## About the role

Orchard House is hiring a full-time Senior Gardener in Kent. You will join the tree team.

## The team

You report to the Head Gardener. We offer no benefits here, but equal opportunity matters to us.

## What you will do

- Prune the apple trees
- Five years of experience is what our visitors bring

## What you need

- 3 to 5 years of experience in an orchard

## Nice to have

- A forklift licence

## Pay

The base salary is £31,000 to £34,000 a year.

On top of the base salary:

- A harvest bonus

## Benefits

- A pension

## How to apply

Apply by 4 June 2027.

After you apply:

- A walk through the orchard

## Equal opportunity

We decide on merit.
"""


def test_our_own_drafts_are_exactly_what_their_headings_say() -> None:
    found = find_sections(parse(HOUSE_DRAFT), GUIDELINES)
    assert [section.kind for section in found] == [
        "title", "summary", "team", "responsibilities", "requirements", "preferred", "pay", "benefits",
        "process", "equal_opportunity",
    ]  # fmt: skip
    assert [HOUSE_DRAFT[start:end] for section in found if section.heading for start, end in [section.heading]] == [
        "About the role", "The team", "What you will do", "What you need", "Nice to have", "Pay", "Benefits",
        "How to apply", "Equal opportunity",
    ]  # fmt: skip


@pytest.mark.parametrize("rule", [rule for rule in GUIDELINES.sections.values() if rule.heading])
def test_every_house_heading_opens_its_section(rule) -> None:  # type: ignore[no-untyped-def]
    text = f"## {rule.heading}\n\nx\n"
    assert kinds(text) == [rule.kind]


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n", "x", "...", "# ", "- ", "İİİ", "a\u0000b", "\ud83c\udf4e Apples", "•" * 50, "Pay:",
        "Requirements", "A:" * 40, HOUSE_DRAFT, HOUSE_DRAFT.replace("\n", ""), HOUSE_DRAFT.upper(), *HEADINGS,
    ],
)  # fmt: skip
def test_sections_touch_and_cover_the_whole_text(text: str) -> None:
    found = find_sections(parse(text), GUIDELINES)
    assert "".join(text[section.start : section.end] for section in found) == text
    assert all(section.start < section.end for section in found)
    assert all(
        section.heading is None or section.start <= section.heading[0] < section.heading[1] <= section.end
        for section in found
    )


@pytest.mark.parametrize("cut", range(0, len(HOUSE_DRAFT), 37))
def test_every_beginning_of_a_text_is_covered_too(cut: int) -> None:
    text = HOUSE_DRAFT[:cut]
    found = find_sections(parse(text), GUIDELINES)
    assert "".join(text[section.start : section.end] for section in found) == text
