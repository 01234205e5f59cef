"""inflated/stacked-years: years asked for skill by skill."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.experience import has_another_way, in_words, is_total, required_demands
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.model.reading import Demand


def check(context: Context) -> Iterable[Finding]:
    """Remark once where the posting counts years separately in more skills than the house's limit."""
    limit = context.guidelines.limits.get("max_skill_years")
    if limit is None or len(context.levels) > 1:
        return
    demands = max(_by_list(context), key=_skills_of, default=[])
    skills = _skills_of(demands)
    if skills <= limit.value:
        return
    total = sum(demand.min_years * _skills(demand) for demand in demands)
    listed = ", ".join(f"{in_words(d.min_years)} of {d.subject}" for d in demands[:4])
    yield Finding(
        rule="",
        severity="notice",
        start=demands[0].start,
        end=demands[0].end,
        message=f"Years are asked for in {skills} skills one by one; few people can say how long they used each.",
        why="",
        source=f"guidelines/limits.yaml, {limit.id}: {'; '.join(source.title for source in limit.sources)}",
        arithmetic=f"{listed}{' and more' if len(demands) > 4 else ''}: {total:g} in all, if they do not overlap.",
        fixes=(Fix("Ask for years once, in the work as a whole, and name the skills without years", "hint"),),
    )


def _skills_of(demands: list[Demand]) -> int:
    return sum(map(_skills, demands))


def _skills(demand: Demand) -> int:
    """Return in how many skills the years are counted: of "three years each of Python, SQL and Scala" in three."""
    listed = _EACH.match(demand.subject.lower())
    if listed is None or _CHOICE.search(demand.subject.lower()):
        return 1
    return len([part for part in _PARTED.split(demand.subject[listed.end() :]) if part.strip()])


_EACH = late(r"(?:experience )?each (?:of|in|with) ")
_CHOICE = late(r"\bor\b|/|\b(?:any|some|one|two|three) of\b")
_PARTED = late(r",|\band\b|&")
_SOME_OF = late(r"\b(?:any|some|one|two|three)(?: or more)? of(?: the following| these)?\b")
"""A choice among skills, in the sentence or in the line that leads up to it."""
_DEGREE = late(r"\b(?:degree|diploma|bachelor\w*|master\w*) (?:and|plus|with) (?:at least )?$")
"""What stands before years that go with a degree: one of several ways in."""
_NEAR = 40
"""Characters before the years in which it stands."""


def _by_list(context: Context) -> list[list[Demand]]:
    """Return the demands in single skills by the section that they stand in: a page with several posts has several."""
    lists: dict[int, dict[str, Demand]] = {}
    for demand in required_demands(context):
        section = context.reading.section_around(demand.start)
        if demand.kind == "credential_path" or not demand.subject or demand.min_years < 1 or section is None:
            continue
        if is_total(context, demand) or has_another_way(context, demand) or _is_a_choice(context, demand):
            continue
        if _DEGREE.search(context.document.folded[max(0, demand.start - _NEAR) : demand.start]):
            continue
        lists.setdefault(section.start, {}).setdefault(demand.subject.lower(), demand)
    return [sorted(skills.values(), key=lambda demand: demand.start) for skills in lists.values()]


def _is_a_choice(context: Context, demand: Demand) -> bool:
    """Say whether the skill is one of several to choose from: by its own line, or by the one that opens its list."""
    blocks, folded = context.document.blocks, context.document.folded
    at = bisect_right(blocks, demand.start, key=lambda block: block.start) - 1
    own = blocks[at]
    if _SOME_OF.search(folded, own.start, own.end):
        return True
    while at > 0 and blocks[at].kind == "bullet":
        at -= 1
    lead = blocks[at]
    return own.kind == "bullet" and _SOME_OF.search(folded, lead.start, lead.end) is not None


RULE = Rule(
    id="inflated/stacked-years",
    severity="notice",
    summary="Years asked for skill by skill",
    why="People seldom know their years in each tool, so the careful ones do not apply; years in a tool also "
    "predict little.",
    source="guidelines/limits.yaml, max_skill_years",
    check=check,
    fires=(
        Example(
            text="Requirements:\n- 3 years of Java\n- 4 years of Python\n- 2 years of Docker\n- 5 years of SQL",
            quote="3 years",
        ),
        Example(
            title="Weaver",
            text="Requirements:\n- You bring at least two years each of dyeing, spinning, felting and knitting.",
            quote="two years",
        ),
    ),
    silent=(
        Example(text="Requirements:\n- 3 years of Java\n- 4 years of Python\n- Docker\n- SQL"),
        Example(
            text="Weaver requirements:\n- 2 years of looms\n- 1 year of dyeing\n\nMaster weaver requirements:\n"
            "- 6 years of looms\n- 3 years of pattern design",
        ),
        Example(
            text="Requirements:\n- 2 years of looms, or\n- 3 years of dyeing, or\n- 2 years of spinning, or\n"
            "- 4 years of felting",
        ),
        Example(
            text="Requirements:\n\nYou have one or more of the following:\n- 2 years of looms\n- 3 years of dyeing\n"
            "- 2 years of spinning\n- 4 years of felting",
        ),
        Example(text="Requirements:\n- Two years each of dyeing and spinning"),
        Example(text="Requirements:\n- 5 years of software engineering\n- Java, Python, Docker and SQL"),
    ),
)
