"""inflated/advanced-degree: a master's degree or doctorate is required where the work rarely needs it."""

from __future__ import annotations

from collections.abc import Iterable

from postwright.linting.occupation import is_licensed, is_science, share_requiring
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.inflated.degree_without_equivalent import names_equivalent
from postwright.model.finding import Finding, Fix
from postwright.model.words import DegreeLevel

_ADVANCED: dict[DegreeLevel, str] = {
    "master": "A master's degree",
    "doctorate": "A doctorate",
    "professional": "A professional degree",
}


def check(context: Context) -> Iterable[Finding]:
    """Remark on an advanced degree required without an equivalent, in an occupation that is known and no science.

    Where practice needs a licence, how many call the degree required says whether the licence needs it too.
    """
    degree = context.reading.degree
    if degree is None or degree.strength != "required" or degree.level not in _ADVANCED:
        return
    if names_equivalent(context, degree):
        return
    share = share_requiring(context, degree.level)
    limit = context.guidelines.limits["advanced_degree_silent_above_percent"].value
    if share is None or share.percent > limit or is_science(context):
        return
    if degree.level == "professional" and is_licensed(context):
        return  # a nurse's or a vet's own
    yield Finding(
        rule="",
        severity="notice",
        start=degree.start,
        end=degree.end,
        message=f"{_ADVANCED[degree.level]} is required, and no experience is accepted in its place.",
        why="",
        source=share.source,
        arithmetic=share.words,
        fixes=(Fix("Ask for the knowledge that the degree stands for, or make the degree preferred", "hint"),),
        confidence="medium",
    )


RULE = Rule(
    id="inflated/advanced-degree",
    severity="notice",
    summary="An advanced degree is required where the work rarely needs it",
    why="Each step of education asked for above need halves the people who may apply, and raises the pay they expect.",
    source="O*NET 30.1, Education, Training and Experience; Fuller, Raman et al. (2017), Dismissed by Degrees",
    check=check,
    fires=(
        Example(text="Requirements:\n- Master's degree in marketing", title="Backend Engineer", quote="Master's"),
        Example(text="Requirements:\n- MSN required", title="Registered Nurse", quote="MSN"),
        Example(text="Requirements:\n- Juris Doctor required", title="Paralegal", quote="Juris Doctor"),
    ),
    silent=(
        Example(text="Requirements:\n- Master's degree in statistics", title="Research Scientist"),
        Example(text="Requirements:\n- Juris Doctor", title="Attorney"),
        Example(text="Nice to have:\n- Master's degree in marketing", title="Backend Engineer"),
        Example(text="Requirements:\n- Master's degree in music", title="Organ builder"),
    ),
    known_problems="Silent where the occupation is not known.",
)
