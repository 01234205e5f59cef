"""consistency/years-outlier: one posting asks far more, or far fewer, years than the others of its role and rung.

What: where most postings of a group agree to within a year, remarks on each that lies far from their middle. Why: two
people hired for the same work should meet the same bar. Instead: ask what the others ask, or give the posting another
level.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from postwright.consistency.groups import Group
from postwright.consistency.rule import COMPARED, Remark, ReviewContext, SetExample, SetRule, listed
from postwright.consistency.rules._writing import years
from postwright.linting.experience import in_words


def check(context: ReviewContext) -> Iterator[Remark]:
    """Yield a remark for each posting far from what most of its group ask."""
    for group in context.groups:
        yield from _in_group(group, context)


def _in_group(group: Group, context: ReviewContext) -> Iterator[Remark]:
    asked = {index: amount for index in group.members if (amount := context.postings[index].years) is not None}
    if len(asked) < context.limit("consistency_postings_min"):
        return
    middle, same = median(asked.values()), context.limit("consistency_same_years")
    agreeing = tuple(index for index, amount in asked.items() if abs(amount - middle) <= same)
    if len(agreeing) < context.limit("consistency_agreeing_share") * len(asked):
        return
    usual = _usual([asked[index] for index in agreeing])
    for index, amount in asked.items():
        apart = amount - middle
        if abs(apart) < context.limit("consistency_years_apart"):
            continue
        more = "more" if apart > 0 else "less"
        yield Remark(
            postings=(index,),
            others=agreeing[:COMPARED],
            message=f"{len(agreeing)} of {len(asked)} postings for {group.label} ask {usual}; this one asks "
            f"{in_words(amount)}.",
            arithmetic=f"Years asked: {listed(list(asked.values()))}. The middle is {middle:g}; {amount:g} is "
            f"{in_words(abs(apart))} {more}.",
            severity="warning" if apart > 0 and group.has_level else "notice",
            group=group.label,
        )


def _usual(amounts: list[float]) -> str:
    least, most = min(amounts), max(amounts)
    return in_words(most) if least == most else f"{least:g} to {in_words(most)}"


RULE = SetRule(
    id="consistency/years-outlier",
    severity="warning",
    summary="One posting asks far more or fewer years than the others of its role and level",
    why="People hired for the same work should meet the same bar; those who are asked more will hear of it.",
    source="guidelines/limits.yaml, consistency_postings_min, consistency_agreeing_share, consistency_years_apart, "
    "consistency_same_years: own judgement",
    check=check,
    fires=(
        SetExample(
            postings=(
                years("Senior Weaver", 5),
                years("Sr. Weaver", 5),
                years("Senior Weaver (m/f/d)", 8),
                years("Senior Weaver", 5),
            ),
            message="3 of 4 postings for Weaver (senior) ask 5 years; this one asks 8 years.",
        ),
        SetExample(
            postings=(years("Weaver II", 4), years("Weaver II", 1), years("Weaver II", 4), years("Weaver II", 5)),
            message="3 of 4 postings for Weaver (mid) ask 4 to 5 years; this one asks 1 year.",
        ),
    ),
    silent=(
        SetExample(postings=(years("Senior Weaver", 5), years("Senior Weaver", 8), years("Senior Weaver", 5))),
        SetExample(postings=(years("Weaver", 2), years("Weaver", 5), years("Weaver", 8), years("Weaver", 12))),
        SetExample(postings=(*(years("Senior Weaver", 5) for _ in range(3)), years("Senior Weaver", 7))),
        SetExample(postings=(*(years("Senior Weaver", 5) for _ in range(3)), years("Senior Dyer", 9))),
        SetExample(postings=(*(years("Senior Weaver", 5) for _ in range(3)), years("Lead Weaver", 9))),
    ),
    known_problems="Years of different things (weaving, leading people) are compared by the highest amount.",
)
