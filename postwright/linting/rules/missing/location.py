"""missing/location: where the work is done is not said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.guidelines.made_once import made_once
from postwright.late_pattern import late
from postwright.linting.cues import Cues
from postwright.linting.place_words import BASED, COUNTRY_LETTERS, SEATED, WORKPLACE, addresses, place_names
from postwright.linting.requirements import offset_in_folded
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.model.reading import SectionSpan


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
    folded, title = context.document.folded, context.reading.title
    names, address = place_names(context.guidelines), addresses(context.guidelines)
    if any(section.kind == "location" and _says_where(context, section) for section in context.reading.sections):
        return True
    if (
        _WORKPLACES.first(context)
        or WORKPLACE.search(title.lower())
        or names.search(title.lower())
        or address.search(title)
    ):
        return True
    if any(
        _is_place_of_work(context, offset_in_folded(context, match.start()))
        for match in _named(context.guidelines).all(context)
    ):
        return True
    text = context.text
    based = BASED.finditer(text) if "based" in context.document.words else ()
    if any(context.reading.section_at(match.start()) not in _ELSEWHERE for match in based):
        return True
    if any(_is_place_of_work(context, match.start()) for match in COUNTRY_LETTERS.finditer(text)):
        return True
    named = (match for pattern in (address, SEATED) for match in pattern.finditer(text))
    if any(context.reading.section_at(match.start()) not in _ELSEWHERE for match in named):
        return True
    brief = context.brief
    cities = [location.city.lower() for location in brief.locations if location.city] if brief else []
    return any(city in folded for city in cities)


_WORKPLACES = Cues(WORKPLACE.pattern)


@made_once
def _named(guidelines: Guidelines) -> Cues:
    return Cues(place_names(guidelines).pattern)


def _says_where(context: Context, section: SectionSpan) -> bool:
    """Say whether a section on the place has more than words for any place."""
    begin = section.heading[1] if section.heading else section.start
    if section.heading and _AND_TIMES.search(context.document.folded, *section.heading):
        return _AT_A_PLACE.search(context.text, begin, section.end) is not None
    return not _ANYWHERE.fullmatch(context.document.folded, begin, section.end)


_AND_TIMES = late(r"\b(?:schedules?|hours|shifts?|times?|start|travel|terms|contract|pay|salary)\b")
"""Words of a heading under which more than the place stands."""
_AT_A_PLACE = late(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Aa]cross|[Ll]ocations?:|[Pp]lace:) (?:our |the )?[A-Z0-9](?!\d?:)"
)
"""In the text's own case: a place by its name or number."""
_ANYWHERE = late(
    r"(?:\W|\b(?:locations?|place of work|workplace|where|any|of|our|the|sites?|offices?|branch(?:es)?|stores?|"
    r"various|multiple|"
    r"several|flexible|tb[cda]|to|be|confirmed|advised|announced|agreed|decided|one|negotiable|open|at|in|on|a|an|"
    r"you|choose|"
    r"yours?|as|and|or|discussed|request|see|below|depending|needs?)\b)*"
)
_ELSEWHERE = ("equal_opportunity", "benefits")
_OF_OTHER_THINGS = ("company", "responsibilities", "requirements", "preferred", "process")
"""Sections whose places are those of customers, laws, schools and history, unless they are said to be of the work."""
_OF_PERMITS = late(
    r"\b(?:customers?|clients?|markets?|suppliers?|users?|patients|partners|readers|guests|visitors|subsidiar\w+|"
    r"competitors|"
    r"export\w*|ship\w*|sells?|sold|founded|established|travel\w*|trips?|knowledge|experience|law|regulations?|"
    r"authori[sz]\w+|eligib\w+|legal\w*|right|permitted|permit|entitled|lawful\w*|visa|citizen\w*|resid\w+|degree|"
    r"university|certif\w+|licen[cs]\w+)\b[^.]*$"
)
_PERMIT = late(
    r"[\w.]+(?: states| kingdom)?(?:'s|’s)? (?:customers?|clients?|markets?|suppliers?|law\b|laws|gaap|tax|"
    r"regulation|standards?|"
    r"citizen|person|national|work authori|visa|passport|green card|"
    r"security)"
)
"""Words before and behind the name of a country that speak of who may work there, or of what was learned there."""
_SEATED = late(
    r"\b(?:anywhere|available|hiring|recruiting|roles?|positions?|jobs?|posts?|opportunit\w+|performed|must be in|"
    r"resid\w+|live|living|"
    r"candidates|based|offices?|headquarter\w*|hq|located|location|site|team|work\w*|home|here)\b[^.]*$"
)
"""Words before a place in the company's own story that make it the place of work too."""
_LONGEST_ADDRESS = 5
"""Words."""
_NEAR = 70
"""Characters before the name of a place."""


def _is_place_of_work(context: Context, at: int) -> bool:
    """Say whether the name of a place may be that of the place of work: not of a permit, a customer, the history."""
    section = context.reading.section_at(at)
    before = context.document.folded[max(0, at - _NEAR) : at]
    permit = _OF_PERMITS.search(before) or _PERMIT.match(context.document.folded, at)
    if section in _ELSEWHERE or permit:
        return False
    return section not in _OF_OTHER_THINGS or bool(_SEATED.search(before)) or _stands_alone(context, at)


def _stands_alone(context: Context, at: int) -> bool:
    """Say whether a line has little more than the place: an address at the end, a line of the header."""
    blocks = context.document.blocks
    block = blocks[bisect_right(blocks, at, key=lambda block: block.start) - 1]
    return len(context.text[block.start : block.end].split()) <= _LONGEST_ADDRESS


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
        Example(text="Weaver for our mill. Knowledge of a SaaS-based planner for firms helps."),
        Example(text="Weaver for our mill. You will set up looms. You are authorized to work in the United States."),
    ),
    silent=(
        Example(text="Weaver for our mill in Leeds. You will set up looms."),
        Example(text="You will set up looms in our mill.", title="Weaver (Porto)"),
        Example(text="This is a remote role. You will draw weaving patterns."),
        Example(text="Weaver wanted. Boise, ID. You will set up looms."),
        Example(text="Weaver for a Harrogate-based mill. You will set up looms."),
    ),
    known_problems="Any name of a place in the posting's own sections counts, also where it is not the place of work.",
)
