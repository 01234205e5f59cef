"""consistency/degree-outlier: one posting demands a higher degree than every other of its role and rung.

What: where most postings of a group ask for a lower degree or for none, remarks on the few that demand more. A degree
that is only preferred counts as none. Why: the same work cannot need a master's degree at one desk only. Instead: ask
what the others ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.consistency.groups import Group
from postwright.consistency.record import ReviewedPosting
from postwright.consistency.rule import COMPARED, Remark, ReviewContext, SetExample, SetRule, named
from postwright.consistency.rules._writing import asking
from postwright.model.words import DegreeLevel

_RISING: tuple[DegreeLevel, ...] = ("high_school", "associate", "bachelor", "master", "doctorate")
_NAMES = ("no degree", "a high-school diploma", "an associate degree", "a bachelor's degree", "a master's degree",
          "a doctorate")  # fmt: skip
"""Names of the ranks: 0 is no degree, then _RISING."""


def check(context: ReviewContext) -> Iterator[Remark]:
    """Yield a remark for each posting that demands more than most others of its group."""
    for group in context.groups:
        yield from _in_group(group, context)


def _in_group(group: Group, context: ReviewContext) -> Iterator[Remark]:
    ranks = {index: rank for index in group.members if (rank := _rank(context.postings[index])) is not None}
    if len(ranks) < context.limit("consistency_postings_min"):
        return
    for rank in range(_BACHELOR, len(_NAMES)):
        above = tuple(index for index, own in ranks.items() if own >= rank)
        here = tuple(index for index in above if ranks[index] == rank and _demands(context.postings[index]))
        if not here or len(above) > context.limit("consistency_outlier_share") * len(ranks):
            continue
        below = tuple(index for index, own in ranks.items() if own < rank)
        usual = max(ranks[other] for other in below)
        at_most = _NAMES[usual] if usual == 0 else f"{_NAMES[usual]} at most"
        counts = [(rank_, sum(1 for other in ranks.values() if other == rank_)) for rank_ in range(len(_NAMES))]
        yield Remark(
            postings=here,
            others=below[:COMPARED],
            message=f"{len(below)} of {len(ranks)} postings for {group.label} ask for {at_most}; {_these(here)} "
            f"{_NAMES[rank]}.",
            arithmetic="; ".join(f"{_NAMES[rank_]}: {count}" for rank_, count in counts if count) + ".",
            severity="notice",
            group=group.label,
        )


def _these(here: tuple[int, ...]) -> str:
    return "this one demands" if len(here) == 1 else f"this one and {named(here[1:])} demand"


def _demands(posting: ReviewedPosting) -> bool:
    return posting.degree_strength == "required"


_BACHELOR = 1 + _RISING.index("bachelor")


def _rank(posting: ReviewedPosting) -> int | None:
    """Return how high a degree is asked, 0 for none; None for a degree that has no place in the order."""
    if posting.degree is None or posting.degree_strength == "preferred":
        return 0
    return 1 + _RISING.index(posting.degree) if posting.degree in _RISING else None


_BACHELORS = asking("Senior Weaver", "Bachelor's degree in textiles", "Weaving by hand")
_MASTERS = asking("Senior Weaver", "Master's degree in textiles", "Weaving by hand")

RULE = SetRule(
    id="consistency/degree-outlier",
    severity="notice",
    summary="One posting demands a higher degree than the others of its role and level",
    why="The same work cannot need the higher degree at one desk only; the posting turns away people whom the others "
    "take.",
    source="guidelines/limits.yaml, consistency_postings_min, consistency_outlier_share: own judgement; Fuller, Raman "
    "et al. (2017), Dismissed by Degrees",
    check=check,
    fires=(
        SetExample(
            postings=(_BACHELORS, _BACHELORS, _MASTERS, _BACHELORS),
            message="3 of 4 postings for Weaver (senior) ask for a bachelor's degree at most; this one demands a "
            "master's degree.",
        ),
    ),
    silent=(
        SetExample(postings=(_BACHELORS, _BACHELORS, _MASTERS)),
        SetExample(postings=(_BACHELORS, _BACHELORS, _MASTERS, _MASTERS)),
        SetExample(
            postings=(*(_BACHELORS for _ in range(3)), asking("Senior Weaver", "Master's degree in textiles preferred"))
        ),
    ),
)
