"""What level a job title names, and which line of a text is its title."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.reading.document import parse
from postwright.reading.sections import find_sections
from postwright.reading.title import find_title, title_level

GUIDELINES = load_guidelines()

NAMED = [
    ("Software Engineering Intern", "intern"),
    ("Marketing Internship, Summer 2027", "intern"),
    ("Working Student Data Engineering", "intern"),
    ("Mechanical Engineering Co-op", "intern"),
    ("Junior Bookkeeper", "entry"),
    ("Jr. Network Technician", "entry"),
    ("Graduate Civil Engineer", "entry"),
    ("Electrician Apprentice", "entry"),
    ("Management Trainee", "entry"),
    ("Entry-Level Lab Technician", "entry"),
    ("Analyst, Early Career", "entry"),
    ("Associate Software Engineer", "entry"),
    ("Payroll Clerk I", "entry"),
    ("Data Engineer 1", "entry"),
    ("Insurance Adjuster I or II", "entry"),
    ("Software Engineer II", "mid"),
    ("Budget Analyst 2", "mid"),
    ("Mid-Level Ruby Developer", "mid"),
    ("Intermediate Architect", "mid"),
    ("Midweight Product Designer", "mid"),
    ("Senior Nurse Practitioner", "senior"),
    ("Sr. Tax Accountant", "senior"),
    ("Snr Quantity Surveyor", "senior"),
    ("Systems Analyst III", "senior"),
    ("Senior Data Engineer II", "senior"),
    ("Senior / Principal Geophysicist", "senior"),
    ("Senior Associate, Restructuring", "senior"),
    ("Senior or Staff Firmware Engineer", "senior"),
    ("Staff Software Engineer", "staff"),
    ("Staff Machine Learning Engineer, Search", "staff"),
    ("Software Engineer, Staff", "staff"),
    ("Principal Hydrologist", "principal"),
    ("Distinguished Engineer", "principal"),
    ("Lead Pastry Cook", "lead"),
    ("Team Lead, Claims", "lead"),
    ("Warehouse Shift Leader", "lead"),
    ("Product Manager", "manager"),
    ("Senior Account Manager", "manager"),
    ("Assistant Store Manager", "manager"),
    ("Night Supervisor", "manager"),
    ("Director of Nursing", "director"),
    ("Associate Director, Clinical Operations", "director"),
    ("Head of People", "director"),
    ("Chief Nursing Officer", "executive"),
    ("VP of Sales", "executive"),
    ("Vice President, Treasury", "executive"),
    ("CTO", "executive"),
]

SILENT = [
    "Registered Nurse",
    "Staff Nurse",
    "Staff Accountant",
    "Staff Attorney",
    "Staff Geotechnical Engineer",
    "Sales Associate",
    "Associate, Global Markets",
    "Account Executive",
    "Executive Assistant",
    "Executive Assistant to the Chief Financial Officer",
    "Assistant to the City Manager",
    "Lead Generation Specialist",
    "Lead Abatement Worker",
    "Senior Living Concierge",
    "Senior Center Cook",
    "Data Entry Clerk",
    "Internal Auditor",
    "International Trade Lawyer",
    "School Principal",
    "Principal Investigator",
    "Chief of Staff",
    "Graduate Admissions Counselor",
    "Internship Coordinator",
    "Band 6 Occupational Therapist",
    "IT Specialist GS-12",
    "HGV Class 1 Driver",
    "Java Developer, 5 years",
    "Warehouse Operative (2 positions)",
    "Cybersecurity Analyst, Tier 3",
    "Midwife",
    "Physician",
    "",
]


@pytest.mark.parametrize(("title", "level"), NAMED)
def test_a_level_word_or_numeral_names_the_rung(title: str, level: str) -> None:
    assert title_level(title, GUIDELINES) == level


@pytest.mark.parametrize("title", SILENT)
def test_a_title_without_a_level_word_names_no_rung(title: str) -> None:
    assert title_level(title, GUIDELINES) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Ward Clerk\n\nYou will greet visitors and keep the records of the ward in order.", "Ward Clerk"),
        ("Job title: Bicycle Mechanic\nLocation: Ghent\n\nYou will repair bicycles.", "Bicycle Mechanic"),
        ("Assistant Gardener\nBath, UK\n\nWe are looking for someone who likes roses.", "Assistant Gardener"),
        ("We are looking for a gardener who likes roses.", ""),
        ("About us\n\nWe grow roses and sell them all over the country.", ""),
        ("", ""),
    ],
)
def test_the_title_line_is_found_or_nothing_is_claimed(text: str, title: str) -> None:
    document = parse(text)
    assert find_title(document, find_sections(document, GUIDELINES)) == title
