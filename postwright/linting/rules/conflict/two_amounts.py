"""conflict/two-amounts: two different amounts of experience for the same thing.

What: compares demands with the same subject and strength. Alternatives ("BS and 5 years or MS and 3 years"), amounts
that are part of others, and postings for several levels are no conflict. Why: readers take the larger one, recruiters
the smaller. Instead: one amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postwright.linting.levels import levels_in
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix
from postwright.model.reading import Demand

_WORD = re.compile(r"[a-z0-9][\w+#.]*")
_EMPTY = frozenset(
    (
        *(
            "a",
            "an",
            "the",
            "of",
            "in",
            "with",
            "to",
            "for",
            "on",
            "and",
            "or",
            "as",
            "experience",
            "relevant",
            "related",
        ),
        *(
            "professional",
            "work",
            "working",
            "practical",
            "hands",
            "similar",
            "equivalent",
            "total",
            "overall",
            "prior",
        ),
        *("previous", "progressive", "your", "field", "role", "roles", "position", "industry", "job", "combined"),
    )
)
_PATHS = re.compile(
    r"\b(?:degree|diploma|bachelor|master|ph\.?d|doctora|associate|ged|high school|\bor\b|level|lieu|"
    r"equivalent|substitut|additional|at least one|each|every)"
)
"""Words of a line that tie its amount to a way in, to a level or to another amount."""


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at the later of two different amounts for the same thing."""
    if len(context.levels) > 1:
        return
    first: dict[tuple[str, str], Demand] = {}
    told: set[tuple[str, str]] = set()
    for demand in context.reading.demands:
        key = (_subject(demand), demand.strength)
        tied = demand.group is not None or demand.part_of is not None
        if not key[0] or tied or _is_of_a_path(context, demand):
            continue
        other = first.setdefault(key, demand)
        if key in told or _same(other, demand) or not _can_be_compared(context, other, demand):
            continue
        told.add(key)
        yield Finding(
            rule=RULE.id,
            severity="error",
            start=demand.start,
            end=demand.end,
            message=f"Two amounts for {demand.subject}: “{demand.quote}” here, “{other.quote}” above.",
            why=RULE.why,
            source=RULE.source,
            arithmetic=f"{other.min_years:g} years above, {demand.min_years:g} years here",
            fixes=(Fix("Keep the amount that the work needs, once", "hint"),),
        )


def _subject(demand: Demand) -> str:
    return " ".join(word for word in _WORD.findall(demand.subject.lower()) if word not in _EMPTY)


def _can_be_compared(context: Context, one: Demand, other: Demand) -> bool:
    """Say whether both speak of one job: not on one line, nor in two lists of requirements, as for two levels."""
    sections = [context.reading.section_around(d.start) for d in (one, other)]
    lists = [section for section in sections if section and section.kind in ("requirements", "preferred")]
    two_lists = len(lists) == 2 and lists[0] is not lists[1]
    return not two_lists and _line(context, one) != _line(context, other)


def _same(one: Demand, other: Demand) -> bool:
    return one.min_years == other.min_years


def _line(context: Context, demand: Demand) -> tuple[int, int]:
    """Return the span of the line that the demand stands on."""
    start = context.text.rfind("\n", 0, demand.start) + 1
    stop = context.text.find("\n", demand.end)
    return start, stop if stop >= 0 else len(context.text)


def _is_of_a_path(context: Context, demand: Demand) -> bool:
    start, stop = _line(context, demand)
    folded = context.document.folded
    line = folded[max(start, demand.start - _NEAR) : min(stop, demand.end + _NEAR)]
    above = folded[max(0, start - _ABOVE) : start]
    return bool(_PATHS.search(line) or _DEGREE_ABOVE.search(above) or levels_in(line) or levels_in(above))


_DEGREE_ABOVE = re.compile(r"\b(?:ph\.?d|master|bachelor|journeyman)\b|\bdegree\b(?=[^.]*$)")
_ABOVE = 60
"""Characters of the lines above in which the level or degree stands that an amount belongs to."""
_NEAR = 160
"""Characters on either side that can tie an amount to a degree or a level."""

_SHOP = "Baker\n\nRequirements\n\n- {}\n- A food hygiene certificate\n- {}\n"

RULE = Rule(
    id="conflict/two-amounts",
    severity="error",
    summary="Two different amounts of experience for the same thing.",
    why="Readers take the larger amount and stay away; whoever screens may take the smaller.",
    source="A posting must not contradict itself",
    check=check,
    fires=(
        Example(
            text=_SHOP.format("3+ years of experience in bread baking", "At least 5 years of bread baking experience"),
            quote="5 years",
        ),
    ),
    silent=(
        Example(text=_SHOP.format("3+ years of experience in bread baking", "5+ years of experience in retail")),
        Example(text=_SHOP.format("Bachelor's degree and 3 years of baking", "No degree: 5 years of baking")),
        Example(text=_SHOP.format("3+ years of experience in bread baking", "3 to 5 years of bread baking")),
    ),
    known_problems="Amounts on one line are taken for alternatives.",
)
