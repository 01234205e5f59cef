"""consistency/strength: the same thing is required in one posting and only preferred in another of the same role.

What: compares what is asked beyond doubt (a technology by name, another thing by its words) within one role and rung.
Why: who lacks it is turned away here and welcome there. Instead: decide once for the role, or say what differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from postwright.consistency.groups import Group
from postwright.consistency.rule import COMPARED, Remark, ReviewContext, SetExample, SetRule, named
from postwright.linting.rule import Example


def check(context: ReviewContext) -> Iterator[Remark]:
    """Yield a remark for each thing that a group asks in both strengths, at the first posting of the smaller side."""
    for group in context.groups:
        if len(group.members) > 1:
            yield from _in_group(group, context)


def _in_group(group: Group, context: ReviewContext) -> Iterator[Remark]:
    required: defaultdict[str, list[int]] = defaultdict(list)
    preferred: defaultdict[str, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    for index in group.members:
        for thing in context.postings[index].asked:
            if thing.strength == "required":
                required[thing.key].append(index)
            elif thing.years is None:  # a preferred amount says nothing about the thing itself
                preferred[thing.key].append(index)
            names.setdefault(thing.key, thing.name)
    for key in names:
        must, nice = required.get(key, []), preferred.get(key, [])
        if not must or not nice:
            continue
        fewer, more = (nice, must) if len(nice) <= len(must) else (must, nice)
        says = _verb("only prefer" if fewer is nice else "require", fewer)
        they_say = _verb("require" if fewer is nice else "only prefer", more)
        yield Remark(
            postings=tuple(fewer),
            others=tuple(more[:COMPARED]),
            message=f"{_subject(fewer)} for {group.label} {says} “{names[key]}”; {named(more)} {they_say} it.",
            arithmetic=f"Required in {len(must)}, preferred in {len(nice)} of {len(group.members)} postings.",
            severity="notice",
            group=group.label,
        )


def _subject(postings: list[int]) -> str:
    return "This posting" if len(postings) == 1 else f"This posting and {named(postings[1:])}"


def _verb(verb: str, postings: list[int]) -> str:
    return f"{verb}s" if len(postings) == 1 else verb


def _mill(must: str, nice: str) -> Example:
    return Example(title="Senior Weaver", text=f"Requirements:\n- {must}\n\nNice to have:\n- {nice}\n")


RULE = SetRule(
    id="consistency/strength",
    severity="notice",
    summary="The same thing is required in one posting and preferred in another of the same role and level",
    why="Who lacks it is turned away here and welcome there (readers take what is required as a condition, Mohr 2014).",
    source="House rule: one role asks one thing in one strength; Mohr (2014), Harvard Business Review",
    check=check,
    fires=(
        SetExample(
            postings=(_mill("Python", "Weaving by hand"), _mill("Dyeing wool", "Python")),
            message="This posting for Weaver (senior) only prefers “Python”; no. 1 requires it.",
        ),
    ),
    silent=(
        SetExample(postings=(_mill("Python or Go", "Weaving by hand"), _mill("Dyeing wool", "Python"))),
        SetExample(postings=(_mill("Python", "Weaving by hand"), _mill("Dyeing wool", "5 years of Python"))),
        SetExample(postings=(_mill("Python", "Weaving by hand"), _mill("Python", "Dyeing wool"))),
        SetExample(
            postings=(
                _mill("Python", "Weaving by hand"),
                Example(title="Junior Weaver", text="Requirements:\n- Dyeing wool\n\nNice to have:\n- Python\n"),
            )
        ),
    ),
    known_problems="Teams of one role may need different things; things worded differently are not recognised.",
)
