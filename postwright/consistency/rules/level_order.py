"""consistency/level-order: a posting asks more years than most postings of the same role on a higher level.

What: compares the least years of entry, mid, senior, staff and principal postings of one role; titles that leave the
level open, or count rungs of their own ("IV", "Band 6"), are left out. Why: a ladder whose rungs are out of order
tells people nothing about where they stand. Instead: lower the one or raise the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter

from postwright.consistency.groups import Group
from postwright.consistency.rule import COMPARED, Remark, ReviewContext, SetExample, SetRule, listed, named
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
    """Yield a remark for each amount that is more than most of a higher level ask."""
    same: defaultdict[float, list[int]] = defaultdict(list)
    for amount, index in _asked(group, context):
        same[amount].append(index)
    asked_above = [(above, _asked(above, context)) for above in higher]
    for amount, indices in same.items():
        for above, asked in asked_above:
            fewer = bisect_left(asked, amount, key=itemgetter(0))
            if fewer * 2 > len(asked):
                yield _remark(group, amount, indices, above, asked, fewer)
                break


def _asked(group: Group, context: ReviewContext) -> list[tuple[float, int]]:
    """Return the years that a group asks with the postings that ask them, rising."""
    years = ((context.postings[index].years, index) for index in group.members)
    return sorted((amount, index) for amount, index in years if amount is not None)


def _remark(
    group: Group, amount: float, indices: list[int], above: Group, asked: list[tuple[float, int]], fewer: int
) -> Remark:
    others = tuple(sorted(index for _, index in asked[:fewer])[:COMPARED])
    also = f" and {named(indices[1:])}" if len(indices) > 1 else ""
    asks = f"{'ask' if also else 'asks'} {in_words(amount)}"
    how_many = "the one that is" if len(asked) == 1 else f"{fewer:,} of {len(asked):,} that are"
    return Remark(
        postings=tuple(indices),
        others=others,
        message=f"This {group.levels[0]} posting for {group.name}{also} {asks}; {how_many} {above.levels[0]} "
        f"{'ask' if fewer > 1 else 'asks'} less: {named(others, of=fewer)}.",
        arithmetic=f"{group.levels[0].capitalize()}: {amount:g}; {above.levels[0]}: "
        f"{listed([years for years, _ in asked])} years.",
        severity="warning",
        group=group.label,
    )


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
