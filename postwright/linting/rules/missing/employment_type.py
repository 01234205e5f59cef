"""missing/employment-type: full-time or part-time, lasting or for a while, is not said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postwright.linting.requirements import unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

_TYPE = re.compile(
    r"\b(?:full[- ]?time|part[- ]?time|permanent|temporary|temp|temp[- ]to[- ]\w+|contract|contractor|"
    r"contract[- ]to[- ]hire|fixed[- ]term|"
    r"casual|seasonal|freelance\w*|intern|internships?|apprentice\w*|volunteer\w*|per[- ]diem|prn|zero[- ]hours?|"
    r"co-?op|fte|w-?2|"
    r"1099|c2c|corp[- ]to[- ]corp|term of employment|employment type|job type|regular employment|regular status|"
    r"direct hire|flsa|"
    r"non[- ]?exempt|exempt|\d{1,3}(?:\.\d{1,2})? ?(?:-| to )?\d{0,3} ?(?:hours?|hrs)(?: a| per| each|/| every)? ?"
    r"(?:week|wk)|hours per week|weekly hours|"
    r"working hours|work schedule|shifts?|monday|tenure|tenured|tenure[- ]track|postdoc\w*|fellowship|residency|"
    r"secondment|trainee|"
    r"40 ?(?:hours|hrs)|graduate programme|placement)\b"
)


def check(context: Context) -> Iterable[Finding]:
    """Remark where no word of the text or its title says what kind of employment it is."""
    said = f"{unglued(context)} {context.reading.title.lower()}"
    if _TYPE.search(said):
        return
    yield Finding(
        rule="",
        severity="notice",
        start=None,
        end=None,
        message="The posting does not say whether the job is full-time or part-time, lasting or for a while.",
        why="",
        source="",
        fixes=(Fix("Add the kind of employment and the hours", "hint"),),
        field="employment_type",
    )


RULE = Rule(
    id="missing/employment-type",
    severity="notice",
    summary="The kind of employment is not said",
    why="Whether a job is full-time decides for many whether they can apply at all; job sites ask for it as a field.",
    source="schema.org JobPosting, employmentType; a house rule",
    check=check,
    fires=(Example(text="Potter for our workshop. You will throw and glaze."),),
    silent=(
        Example(text="Potter for our workshop, full-time."),
        Example(text="Potter for our workshop, 20 hours a week."),
        Example(text="You will throw and glaze.", title="Pottery intern"),
    ),
)
