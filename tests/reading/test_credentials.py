"""Certificates and licences with their strength, and mentions that ask for none."""

from __future__ import annotations

import pytest

from postwright.guidelines.load import load_guidelines
from postwright.reading.credentials import find_credentials
from postwright.reading.document import parse
from postwright.reading.sections import find_sections

GUIDELINES = load_guidelines()


def asked(text: str) -> list[tuple[str, str, str]]:
    document = parse(text)
    mentions = find_credentials(document, find_sections(document, GUIDELINES), GUIDELINES)
    return [(mention.id, mention.strength, text[mention.start : mention.end]) for mention in mentions]


FOUND = [
    ("CISSP required", [("cissp", "required", "CISSP")]),
    ("CISSP preferred", [("cissp", "preferred", "CISSP")]),
    ("A PMP is a plus", [("pmp", "preferred", "PMP")]),
    ("Must hold an active CPA licence", [("cpa", "required", "CPA")]),
    (
        "Certified Public Accountant designation is highly desirable",
        [("cpa", "preferred", "Certified Public Accountant")],
    ),
    ("Security certification such as CISSP or CISM", [("cissp", "required", "CISSP"), ("cism", "required", "CISM")]),
    ("CISA required; CISM preferred", [("cisa", "required", "CISA"), ("cism", "preferred", "CISM")]),
    ("Nice to have:\n- TOGAF certification", [("togaf", "preferred", "TOGAF")]),
]

NONE = [
    "Work with CPA firms on the year-end close",
    "We pay for your CPA exam fees",
    "Briefings for the CIA and other agencies",
    "An expert practitioner in the craft",
    "The police officer in charge",
    "## Benefits\n\n- We reimburse the CISSP exam",
    "",
]


@pytest.mark.parametrize(("text", "mentions"), FOUND)
def test_a_credential_is_read_with_the_strength_of_its_clause(text: str, mentions: list[tuple[str, str, str]]) -> None:
    assert asked(text) == mentions


@pytest.mark.parametrize("text", NONE)
def test_what_asks_for_no_credential_is_silent(text: str) -> None:
    assert asked(text) == []
