"""inflated/years-above-role: more years than people in the occupation call required, where no level is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.experience import has_another_way, in_words, required_demands, with_years
from postwright.linting.levels import levels_of_line
from postwright.linting.occupation import occupation, survey_of
from postwright.linting.requirements import title_of
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix

if TYPE_CHECKING:
    from postwright.guidelines.occupations import Occupation
    from postwright.model.reading import Demand

_A_GRADE = late(r"\b(?:gs|band|grade|level|class|tier|expert|multiple|all levels)\b", re.IGNORECASE)
"""A title with one of these says a level, only not one of the ladder's."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on the longest required demand that exceeds what three in four of the occupation call required.

    Where the survey is small, old or imprecise, nine in ten count instead of three in four; of people and employers
    those who ask for more.
    """
    if context.levels or _A_GRADE.search(title_of(context)):
        return
    demands = [d for d in required_demands(context) if d.kind in ("general", "skill") and d.part_of is None]
    if not demands:
        return
    known = occupation(context)
    if known is None:
        return
    usual, said, source = _usual(known)
    least = min((d.min_years for d in demands if d.group is not None), default=None)
    longest = max(demands, key=lambda demand: demand.min_years)
    if usual is None:
        return
    limits = context.guidelines.limits
    many = max(usual + limits["role_excess_years"].value, limits["role_years_silent_below"].value)
    if longest.min_years < many or (least is not None and least < many):
        return
    if levels_of_line(context, longest) or has_another_way(context, longest) or _is_of_another_title(context):
        return
    yield _finding(longest, usual, said=said, source=source)


def _is_of_another_title(context: Context) -> bool:
    """Say whether the text is for another job than the title: it looks for one, and never names the title's."""
    title = title_of(context)
    words = re.findall(r"[a-z]{3,}", re.split(r" [-–|] |[,(/|]", title)[0].lower())
    sought = _SOUGHT.search(context.text)
    if not words or sought is None:
        return False
    head = words[-1].removesuffix("s")
    body = context.document.folded.replace(title.lower(), " ", 1 if " " not in title else -1)
    return head not in sought["name"].lower() and head not in body


_SOUGHT = late(
    r"\b(?:[Ll]ooking for|[Ss]eeking|[Hh]iring|[Rr]ecruiting|[Ii]n this role, the|[Aa]s) (?:an?|the|our)? ?"
    r"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,3})"
)
"""The name of a job in the text, in the text's own case."""


def _usual(known: Occupation) -> tuple[float | None, str, str]:
    """Return the years that hardly anybody of the occupation goes beyond, that in a sentence, and the source."""
    people, employers, share = known.years_p75, known.employer_years_p75, "Three in four"
    if known.doubts or people is None:
        people, employers, share = known.years_p90, known.employer_years_p90, "Nine in ten"
    if people is None:  # employers alone say nothing of jobs that ask for no years
        return None, "", ""
    if employers is not None and employers > people:
        said = f"{share} employers of “{known.name}” who ask for experience ask for {in_words(employers)} or less"
        return employers, said, "BLS, Occupational Requirements Survey 2020"
    return people, f"{share} “{known.name}” asked called {in_words(people)} or less required", survey_of(known)


def _finding(demand: Demand, usual: float, *, said: str, source: str) -> Finding:
    return Finding(
        rule="",
        severity="notice",
        start=demand.start,
        end=demand.end,
        message=f"{said}; this asks for {in_words(demand.min_years)}.",
        why="",
        source=source,
        arithmetic=f"{demand.min_years:g} − {usual:g} = {demand.min_years - usual:.2g} years more. "
        "The figures are of all levels together, as the title names none.",
        fixes=_fixes(demand, usual),
        confidence="medium",
    )


def _fixes(demand: Demand, usual: float) -> tuple[Fix, ...]:
    level = Fix("Say in the title which level the role has, if it is a senior one", "hint")
    least = max(1, round(usual))
    lower = with_years(demand.quote, minimum=least, maximum=least)
    if lower is None:
        return (level,)
    return (level, Fix(f"Ask for “{lower}”", "unsafe", (Edit(demand.start, demand.end, lower),)))


RULE = Rule(
    id="inflated/years-above-role",
    severity="notice",
    summary="More years than the occupation usually needs, and no level that would explain it",
    why="Those who do this work seldom needed as much to be hired; without a level in the title nobody can tell why "
    "this job does.",
    source="O*NET 30.1 (December 2025), experience required to be hired, by occupation (guidelines/occupations.tsv)",
    check=check,
    fires=(
        Example(
            text="Requirements:\n- 8 years of experience in bookkeeping",
            title="Bookkeeper",
            quote="8 years",
        ),
        Example(
            text="Requirements:\n- At least ten years of experience with reports and dashboards\n- 3 years of SQL",
            title="Data Analyst - Leeds (Remote)",
            quote="ten years",
        ),
    ),
    silent=(
        Example(text="Requirements:\n- 4 years of experience in bookkeeping", title="Bookkeeper"),
        Example(text="Requirements:\n- 8 years of experience in bookkeeping", title="Senior Bookkeeper"),
        Example(text="Requirements:\n- 8 years of experience in bookkeeping", title="Bookkeeper", level="lead"),
        Example(text="Nice to have:\n- 8 years of experience in bookkeeping", title="Bookkeeper"),
        Example(text="Requirements:\n- 20 years of experience in the field", title="Director of first impressions"),
        Example(text="Requirements:\n- 9 years of experience in the field", title="Enterprise Architect"),
        Example(
            text="We are looking for a Solution Consultant.\n\nRequirements:\n- 9 years of experience in warehouses",
            title="Data Analyst",
        ),
        Example(
            text="Requirements:\n- Bachelor's degree and 2 years of experience, or 10 years of experience",
            title="Data Analyst",
        ),
    ),
    known_problems="The title must lead to one occupation of O*NET, which about four in ten do; surveys ask about 20 "
    "people an occupation, in the United States only.",
)
