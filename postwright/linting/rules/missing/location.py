"""missing/location: where the work is done is not said."""

from __future__ import annotations

from collections.abc import Iterable

from postwright.linting.requirements import unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._place_words import ADDRESS, NAMES, WORKPLACE
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
    own = [s for s in context.reading.sections if s.kind != "equal_opportunity"]
    if any(NAMES.search(folded, s.start, s.end) or ADDRESS.search(context.text, s.start, s.end) for s in own):
        return True
    brief = context.brief
    cities = [location.city.lower() for location in brief.locations if location.city] if brief else []
    return any(city in folded for city in cities)


RULE = Rule(
    id="missing/location",
    severity="notice",
    summary="Where the work is done is not said",
    why="Applicants need it before anything else, job sites refuse postings without it, and pay law follows the place.",
    source="schema.org JobPosting and Google's job posting guidelines: jobLocation is required; a house rule",
    check=check,
    fires=(Example(text="Weaver for our mill. You will set up looms."),),
    silent=(
        Example(text="Weaver for our mill in Leeds. You will set up looms."),
        Example(text="You will set up looms in our mill.", title="Weaver (Porto)"),
        Example(text="This is a remote role. You will draw weaving patterns."),
        Example(text="Weaver wanted. Boise, ID. You will set up looms."),
    ),
    known_problems="Any name of a place in the posting's own sections counts, also where it is not the place of work.",
)
