"""consistency/pay-ranges: two pay ranges for the same role, rung and place have no amount in common.

What: compares stated ranges in one currency and for one period; single figures are left out. Why: two people who do
the same work at the same place are told different things. Instead: agree on one range, or give the postings different
levels.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, islice
from operator import itemgetter

from postwright.consistency.groups import Group
from postwright.consistency.record import PayAsked
from postwright.consistency.recording import place_key
from postwright.consistency.rule import COMPARED, Remark, ReviewContext, SetExample, SetRule, named
from postwright.linting.rule import Example


def check(context: ReviewContext) -> Iterator[Remark]:
    """Yield a remark for each range that ends before another of its group begins."""
    for group in context.groups:
        ranges: defaultdict[tuple[str, str, str], list[tuple[int, PayAsked]]] = defaultdict(list)
        for index in group.members:
            posting = context.postings[index]
            place, pay = place_key(posting.place), posting.pay
            if place and pay and pay.is_range and pay.currency and pay.period:
                ranges[place, pay.currency, pay.period].append((index, pay))
        for same in ranges.values():
            yield from _apart(group, same, context)


def _apart(group: Group, ranges: list[tuple[int, PayAsked]], context: ReviewContext) -> Iterator[Remark]:
    """Yield a remark for each distinct range, lowest first, that others lie wholly above."""
    distinct: defaultdict[tuple[float, float], list[int]] = defaultdict(list)
    for index, pay in ranges:
        distinct[pay.minimum, pay.maximum].append(index)
    rising = sorted(distinct)
    for at, (least, most) in enumerate(rising):
        first = bisect_right(rising, most, lo=at, key=itemgetter(0))
        if first == len(rising):
            continue
        nearest, index = rising[first], distinct[least, most][0]
        above = chain.from_iterable(distinct[other] for other in rising[first : first + COMPARED])
        others, pay = tuple(sorted(islice(above, COMPARED))), ranges[0][1]
        per = f"{pay.currency} {'an' if pay.period == 'hour' else 'a'} {pay.period}"
        yield Remark(
            postings=tuple(distinct[least, most]),
            others=others,
            message=f"The pay for {group.label} at {context.postings[index].place} ends here at {most:,.10g} {per}; "
            f"at {named(others)} it begins at {nearest[0]:,.10g}{' or more' if len(others) > 1 else ''}.",
            arithmetic=f"{least:,.10g} to {most:,.10g} and {nearest[0]:,.10g} to {nearest[1]:,.10g} {per} have no "
            f"amount in common: {nearest[0] - most:,.10g} lie between them.",
            severity="warning" if group.has_level else "notice",
            group=group.label,
        )


def _mill(title: str, pay: str, place: str = "Leeds") -> Example:
    return Example(title=title, text=f"Location: {place}\n\nSalary: {pay} per year.\n\nRequirements:\n- Weaving")


_LOW, _HIGH = "£40,000 - £45,000", "£48,000 - £55,000"

RULE = SetRule(
    id="consistency/pay-ranges",
    severity="warning",
    summary="Two pay ranges for the same role, level and place have no amount in common",
    why="People who do the same work at the same place are offered different pay, and can read it.",
    source="House rule; equal pay for equal work is law in the EU (Directive 2023/970), the UK (Equality Act 2010, "
    "s. 66) and the US (29 U.S.C. 206(d))",
    check=check,
    fires=(
        SetExample(
            postings=(_mill("Senior Weaver", _LOW), _mill("Senior Weaver", _HIGH)),
            message="The pay for Weaver (senior) at Leeds ends here at 45,000 GBP a year; at no. 2 it begins at "
            "48,000.",
        ),
    ),
    silent=(
        SetExample(postings=(_mill("Senior Weaver", _LOW), _mill("Senior Weaver", "£44,000 - £55,000"))),
        SetExample(postings=(_mill("Senior Weaver", _LOW), _mill("Senior Weaver", _HIGH, "Bath"))),
        SetExample(postings=(_mill("Weaver II", _LOW), _mill("Senior Weaver", _HIGH))),
        SetExample(postings=(_mill("Weaver (Band 5)", _LOW), _mill("Weaver (Band 6)", _HIGH))),
        SetExample(postings=(_mill("Senior Weaver", _LOW), _mill("Senior Weaver", "$48,000 - $55,000"))),
    ),
    known_problems="Ranges for part-time work, or of different years, are not told apart where only the text says so.",
)
