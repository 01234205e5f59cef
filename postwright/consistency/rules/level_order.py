"""consistency/level-order: a posting asks more years than most postings of the same role on a higher level.

What: compares the least years of entry, mid, senior, staff and principal postings of one role; titles that leave the
level open, or count rungs of their own ("IV", "Band 6"), are left out. Why: a ladder whose rungs are out of order
tells people nothing about where they stand. Instead: lower the one or raise the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from postwright.consistency.groups import Group
from postwright.consistency.rule import Remark, ReviewContext, SetExample, SetRule, listed, named
from postwright.consistency.rules._writing import years
from postwright.linting.experience import in_words
from postwright.model.words import LEVELS, Level

_LADDER: tuple[Level, ...] = ("entry", "mid", "senior", "staff", "principal")
"""The rungs of one craft, lowest first; a lead or manager stands beside it."""


def check(context: ReviewContext) -> Iterator[Remark]:
    """Yield a remark for each posting that asks more than most of a higher level."""
    ladders: defaultdict[tuple[str, str], dict[Level, Group]] = defaultdict(dict)
    for group in context.groups:
        if len(group.levels) == 1 and not group.rung and group.levels[0] in _LADDER:
            ladders[group.employer, group.role][group.levels[0]] = group
    for groups in ladders.values():
        for level, group in sorted(groups.items(), key=lambda pair: LEVELS.index(pair[0])):
            higher = [groups[above] for above in _LADDER[_LADDER.index(level) + 1 :] if above in groups]
            yield from _against(group, higher, context)


def _against(group: Group, higher: list[Group], context: ReviewContext) -> Iterator[Remark]:
    asked_above = [
        (above, {index: amount for index in above.members if (amount := context.postings[index].years) is not None})
        for above in higher
    ]
    for index in group.members:
        amount = context.postings[index].years
        if amount is None:
            continue
        for above, asked in asked_above:
            fewer = tuple(other for other, years_there in asked.items() if years_there < amount)
            if len(fewer) * 2 <= len(asked):
                continue
            yield Remark(
                postings=(index,),
                others=fewer,
                message=f"This {group.levels[0]} posting for {group.name} asks {in_words(amount)}; "
                f"{_how_many(fewer, asked)} {above.levels[0]} {'ask' if len(fewer) > 1 else 'asks'} less: "
                f"{named(fewer)}.",
                arithmetic=f"{group.levels[0].capitalize()}: {amount:g}; {above.levels[0]}: "
                f"{listed(list(asked.values()))} years.",
                severity="warning",
                group=group.label,
            )
            break


def _how_many(fewer: tuple[int, ...], asked: dict[int, float]) -> str:
    return "the one that is" if len(asked) == 1 else f"{len(fewer)} of {len(asked)} that are"


RULE = SetRule(
    id="consistency/level-order",
    severity="warning",
    summary="A lower level asks more years than a higher level of the same role",
    why="A ladder whose rungs are out of order tells nobody where they stand, and the higher posting looks misnamed.",
    source="House rule: a rung asks no more than the one above it (guidelines/levels.yaml)",
    check=check,
    fires=(
        SetExample(
            postings=(years("Weaver II", 7), years("Senior Weaver", 5)),
            message="This mid posting for Weaver asks 7 years; the one that is senior asks less: no. 2.",
        ),
        SetExample(
            postings=(
                years("Senior Weaver", 5),
                years("Junior Weaver", 6),
                years("Senior Weaver", 4),
                years("Senior Weaver", 8),
            ),
            message="This entry posting for Weaver asks 6 years; 2 of 3 that are senior ask less: no. 1 and 3.",
        ),
    ),
    silent=(
        SetExample(postings=(years("Weaver II", 5), years("Senior Weaver", 5))),
        SetExample(postings=(years("Weaver", 7), years("Senior Weaver", 5))),
        SetExample(postings=(years("Weaver II", 7), years("Senior Dyer", 5))),
        SetExample(postings=(years("Senior Weaver", 7), years("Lead Weaver", 5))),
        SetExample(postings=(years("Mid/Senior Weaver", 7), years("Staff Weaver", 5))),
    ),
    known_problems="Years of different things are compared by the highest amount.",
)
