"""The degree that a text accepts as sufficient, and mentions of degrees that ask for none."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.reading.degree import find_degree
from postwright.reading.document import parse
from postwright.reading.sections import find_sections

GUIDELINES = load_guidelines()


def read_degree(text: str) -> tuple[str, str] | None:
    document = parse(text)
    degree = find_degree(document, find_sections(document, GUIDELINES))
    return None if degree is None else (degree.level, degree.strength)


REQUIRED = [
    ("Education normally gained through completion of high school", "high_school"),
    ("A-levels in two sciences", "high_school"),
    ("An undergrad degree in geography", "bachelor"),
    ("BS Computer Science required", "bachelor"),
    ("Keen and tidyBachelor's degree in botany", "bachelor"),
    ("BS (6 years of practice) or MS (4 years of practice) in botany", "bachelor"),
    ("BCA, B.Tech or BE", "bachelor"),
    ("Honours degree in zoology", "bachelor"),
    ("Any Graduate", "bachelor"),
    ("Bachelor's degree (Master's/PhD preferred) in botany", "bachelor"),
    ("Bachelor's Degree MBA preferred", "bachelor"),
    ("Doctor's degree or master's degree in geology", "master"),
    ("Ph.D.in zoology", "doctorate"),
    ("DO/MD", "professional"),
    ("A recognised Social Work qualification", "professional"),
    ("A university degree or post-graduate qualification in surveying", "unspecified"),
    ("Tertiary qualifications in commerce", "unspecified"),
    ("Education: Music graduate, Masters preferred", "bachelor"),
    ("High school diploma or GED", "high_school"),
    ("High school diploma or equivalent (GED) required", "high_school"),
    ("Education: High school or equivalent (Required)", "high_school"),
    ("An associate's degree in dental hygiene", "associate"),
    ("A two-year degree in drafting", "associate"),
    ("Bachelor's degree in forestry", "bachelor"),
    ("Bachelors Degree required", "bachelor"),
    ("Typically requires a bachelor's degree in computer science and four to six years of work", "bachelor"),
    ("BS in Geology", "bachelor"),
    ("B.Sc. in Nutrition", "bachelor"),
    ("BA/BS in a quantitative field", "bachelor"),
    ("B.Tech in Electronics", "bachelor"),
    ("A four-year degree in hospitality", "bachelor"),
    ("Bachelor's degree required; master's degree preferred", "bachelor"),
    ("Bachelor's or master's degree in statistics", "bachelor"),
    ("Bachelor's degree (MBA preferred) in finance", "bachelor"),
    ("Currently pursuing a bachelor's degree in physics", "bachelor"),
    ("Master's degree in a social science", "master"),
    ("MS or PhD required", "master"),
    ("LLM in maritime law", "master"),
    ("An M.S. in oceanography", "master"),
    ("A graduate degree in public policy", "master"),
    ("MBA required", "master"),
    ("A PhD in immunology", "doctorate"),
    ("Doctorate in clinical psychology (Required)", "doctorate"),
    ("JD from an accredited law school", "professional"),
    ("J.D. required", "professional"),
    ("A law degree and admission to the bar", "professional"),
    ("MD or DO required", "professional"),
    ("Graduate of an accredited school of nursing", "professional"),
    ("A university degree", "unspecified"),
    ("Degree in Philosophy", "unspecified"),
]

WITH_EQUIVALENT = [
    ("BA/S or equivalent (MA/S preferred) in child care", "bachelor"),
    ("High school graduation.\n\nOR\n\nExperience equivalent to six months of shop work", "high_school"),
    ("Bachelor's degree in botany. Experience may be substituted for the required education.", "bachelor"),
    ("Bachelor's degree (Master's preferred) or an equivalent combination of education and experience", "bachelor"),
    ("A bachelor's degree or relevant and proven practical experience", "bachelor"),
    ("Option 1: Bachelor's degree in botany.\nOption 2: 4 years' experience in a garden.", "bachelor"),
    ("Bachelor's degree or equivalent experience", "bachelor"),
    ("Bachelor's degree in marketing, or an equivalent combination of education and experience", "bachelor"),
    ("BA/BS or equivalent practical experience", "bachelor"),
    ("Bachelor's degree, or four years of relevant experience in lieu of a degree", "bachelor"),
    ("Bachelor's degree in statistics. Experience may be substituted for the degree.", "bachelor"),
    ("Master's degree or equivalent work experience", "master"),
    ("Degree in design or equivalent experience", "unspecified"),
    ("Educated to degree level or qualified by experience", "unspecified"),
    ("High school diploma or an equivalent combination of training and experience", "high_school"),
]

PREFERRED = [
    ("A bachelor's degree is highly valued", "bachelor"),
    ("MS/BS degree in botany preferred", "bachelor"),
    ("Graduation from high school is desired, but not required", "high_school"),
    ("Other attractive credentials would include a law degree", "professional"),
    ("Bachelor's degree preferred", "bachelor"),
    ("A master's degree is a plus", "master"),
    ("PhD desirable", "doctorate"),
    ("Preferably with a bachelor's degree in botany", "bachelor"),
    ("Education: Bachelor's (Preferred)", "bachelor"),
    ("Preferred qualifications:\n- Master's degree in library science\n- Ten paintings sold", "master"),
    ("Bachelor's degree in finance, accounting or a related field preferred", "bachelor"),
]

NONE = [
    "A degree may be substituted for two years of experience",
    "What is your highest level of education?\n\nGED\nAssociate degree\nBachelor's degree\nMaster's degree",
    "## Team\n\n- 30+ advanced degrees across the group",
    "Not stated in JD.",
    "Use of MFA and digital identities",
    "Account master and its owners",
    "Continuing Medical Education (CME) programme",
    "We have team members with bachelor's, master's and PhD degrees",
    "Experience with LLM applications or vector search",
    "Current NMC registration",
    "RN license in the state of Ohio",
    "Tuition reimbursement toward a master's degree",
    "A high degree of independence",
    "Turn the valve by 90 degrees",
    "Keep the cellar below 50 degrees Fahrenheit",
    "Scrum Master certification",
    "Fluent in MS Office, MS Excel and MS SQL Server",
    "Our office is in Annapolis, MD 21401",
    "You know JD Edwards",
    "Work with the BA team on specifications",
    "Master data management",
    "Master the art of soldering",
    "Tutor high school students in maths",
    "Current RN licence",
    "Admission to the state bar",
    "Certified public accountant",
    "Sales Associate with a love of shoes",
    "No degree required",
    "## About us\n\nOur founders met during their studies and our team includes several PhDs.",
    "",
]


@pytest.mark.parametrize(("text", "level"), REQUIRED)
def test_a_required_degree_is_read_at_its_lowest_sufficient_level(text: str, level: str) -> None:
    assert read_degree(text) == (level, "required")


@pytest.mark.parametrize(("text", "level"), WITH_EQUIVALENT)
def test_an_equivalent_is_seen(text: str, level: str) -> None:
    assert read_degree(text) == (level, "required_or_equivalent")


@pytest.mark.parametrize(("text", "level"), PREFERRED)
def test_a_degree_that_is_only_wished_for_is_preferred(text: str, level: str) -> None:
    assert read_degree(text) == (level, "preferred")


@pytest.mark.parametrize("text", NONE)
def test_what_asks_for_no_degree_is_read_as_none(text: str) -> None:
    assert read_degree(text) is None


def test_the_span_marks_the_words_that_name_the_degree() -> None:
    text = "What you need\n\n- Patience\n- A bachelor's degree in music"
    document = parse(text)
    degree = find_degree(document, find_sections(document, GUIDELINES))
    assert degree is not None
    assert text[degree.start : degree.end] == "bachelor's"
