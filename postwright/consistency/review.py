"""Records of postings -> the review: their groups and what the rules across postings say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from postwright.consistency.groups import Group, employers_of, grouped
from postwright.consistency.record import ReviewedPosting
from postwright.consistency.registry import set_rules
from postwright.consistency.rule import Remark, ReviewContext, SetRule
from postwright.linting.registry import matches
from postwright.linting.severity import in_house
from postwright.model.words import SEVERITIES

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.model.brief import Organisation

CRASHED = "engine/rule-crashed"


@dataclass(frozen=True, slots=True)
class Review:
    """Postings beside each other; a posting is known by its position, which people see as a number from 1."""

    postings: tuple[ReviewedPosting, ...]
    groups: tuple[Group, ...]
    """Of one posting and more."""
    remarks: tuple[Remark, ...]
    """Most severe first, then by posting."""


def review(
    postings: Sequence[ReviewedPosting],
    *,
    guidelines: Guidelines,
    organisation: Organisation | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Review:
    """Return the postings with their groups and remarks; `select` and `ignore` are rule ids or their beginnings."""
    employers = employers_of(postings)
    groups = grouped(postings, employers)
    context = ReviewContext(postings, employers, groups, guidelines, organisation)
    rules = [
        rule
        for id_, rule in set_rules().items()
        if (not select or any(matches(id_, selector) for selector in select))
        and not any(matches(id_, selector) for selector in ignore)
        and (guidelines.severities.get(id_) != "off" or id_ in select)
    ]
    remarks = [remark for rule in rules for remark in run(rule, context)]
    return Review(tuple(postings), groups, tuple(sorted(remarks, key=_order)))


def run(rule: SetRule, context: ReviewContext) -> list[Remark]:
    """Return the rule's remarks, complete and with the house's severity; a crash becomes a remark of its own."""
    try:
        return [_complete(remark, rule, context.guidelines) for remark in rule.check(context)]
    except Exception as error:  # one broken rule must not cost the person all others
        return [_crash(rule, error)]


def _complete(remark: Remark, rule: SetRule, guidelines: Guidelines) -> Remark:
    return replace(
        remark,
        rule=rule.id,
        severity=in_house(
            remark.severity, remark.confidence, of_rule=rule.severity, house=guidelines.severities.get(rule.id)
        ),
        why=remark.why or rule.why,
        source=remark.source or rule.source,
    )


def _crash(rule: SetRule, error: Exception) -> Remark:
    return Remark(
        postings=(),
        others=(),
        message=f"The rule {rule.id} could not be run on these postings: {type(error).__name__}: {error}",
        arithmetic="",
        severity="info",
        rule=CRASHED,
        why="All other rules were run. What this one would have found is not known.",
        source="A fault in Postwright or in a house rule; please report it.",
    )


def _order(remark: Remark) -> tuple[int, int, str, str]:
    first = remark.postings[0] if remark.postings else -1
    return (SEVERITIES.index(remark.severity), first, remark.rule, remark.message)
