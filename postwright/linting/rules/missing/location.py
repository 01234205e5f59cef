"""missing/location: where the work is done is not said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postwright.linting.place_words import ADDRESS, COUNTRY_LETTERS, NAMES, WORKPLACE
from postwright.linting.requirements import unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix


def check(context: Context) -> Iterable[Finding]:
    """Remark where nothing in text or title tells of a place or of remote work."""
    if _tells_of_place(context):
        return
    yield Finding(
        rule="",
        severity="notice",
        start=None,
        end=None,
        message="The posting does not say where the work is done: no place, and no word on remote or hybrid work.",
        why="",
        source="",
        fixes=(Fix("Add city and country, and whether the work is on site, hybrid or remote", "hint"),),
        field="locations",
    )


def _tells_of_place(context: Context) -> bool:
    if any(section.kind == "location" for section in context.reading.sections):
        return True
    folded, title = context.document.folded, context.reading.title
    if WORKPLACE.search(unglued(context)) or WORKPLACE.search(title.lower()) or NAMES.search(title.lower()):
        return True
    if any(_is_place_of_work(context, match.start()) for match in NAMES.finditer(folded)):
        return True
    text = context.text
    if any(_is_place_of_work(context, match.start()) for match in COUNTRY_LETTERS.finditer(text)):
        return True
    if any(context.reading.section_at(match.start()) not in _ELSEWHERE for match in ADDRESS.finditer(text)):
        return True
    brief = context.brief
    cities = [location.city.lower() for location in brief.locations if location.city] if brief else []
    return any(city in folded for city in cities)


_ELSEWHERE = ("equal_opportunity", "benefits")
_OF_PERMITS = re.compile(
    r"\b(?:authori[sz]\w+|eligib\w+|legal\w*|right|permitted|permit|entitled|lawful\w*|visa|citizen\w*|resid\w+|degree|"
    r"university|certif\w+|licen[cs]\w+)\b[^.]*$"
)
_PERMIT = re.compile(
    r"[\w.]+(?: states| kingdom)? (?:citizen|person|national|work authori|visa|passport|green card|"
    r"security)"
)
"""Words before and behind the name of a country that speak of who may work there, or of what was learned there."""
_SEATED = re.compile(r"\b(?:based|offices?|headquarter\w*|hq|located|location|site|team|work\w*|home|here)\b[^.]*$")
"""Words before a place in the company's own story that make it the place of work too."""
_NEAR = 70
"""Characters before the name of a place."""


def _is_place_of_work(context: Context, at: int) -> bool:
    """Say whether the name of a place may be that of the place of work: not of a permit, a customer, the history."""
    section = context.reading.section_at(at)
    before = context.document.folded[max(0, at - _NEAR) : at]
    permit = _OF_PERMITS.search(before) or _PERMIT.match(context.document.folded, at)
    if section in _ELSEWHERE or permit:
        return False
    return section != "company" or _SEATED.search(before) is not None


RULE = Rule(
    id="missing/location",
    severity="notice",
    summary="Where the work is done is not said",
    why="Applicants need it before anything else, job sites refuse postings without it, and pay law follows the place.",
    source="schema.org JobPosting and Google's job posting guidelines: jobLocation is required; a house rule",
    check=check,
    fires=(
        Example(text="Weaver for our mill. You will set up looms."),
        Example(text="Weaver for our mill. You will set up looms. Tell us about you."),
        Example(text="Weaver for our mill. You will set up looms. You are authorized to work in the United States."),
    ),
    silent=(
        Example(text="Weaver for our mill in Leeds. You will set up looms."),
        Example(text="You will set up looms in our mill.", title="Weaver (Porto)"),
        Example(text="This is a remote role. You will draw weaving patterns."),
        Example(text="Weaver wanted. Boise, ID. You will set up looms."),
    ),
    known_problems="Any name of a place in the posting's own sections counts, also where it is not the place of work.",
)
