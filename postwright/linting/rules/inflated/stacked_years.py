"""inflated/stacked-years: years asked for skill by skill."""

from __future__ import annotations

from collections.abc import Iterable

from postwright.linting.experience import in_words, required_demands
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix


def check(context: Context) -> Iterable[Finding]:
    """Remark once where the posting counts years separately in more skills than the house's limit."""
    limit = context.guidelines.limits.get("max_skill_years")
    if limit is None or len(context.levels) > 1:
        return
    skills = {
        d.subject.lower(): d for d in required_demands(context) if d.kind == "skill" and d.subject and d.min_years >= 1
    }
    demands = sorted(skills.values(), key=lambda demand: demand.start)
    if len(demands) <= limit.value:
        return
    total = sum(demand.min_years for demand in demands)
    listed = ", ".join(f"{in_words(d.min_years)} of {d.subject}" for d in demands[:4])
    yield Finding(
        rule="",
        severity="notice",
        start=demands[0].start,
        end=demands[0].end,
        message=f"Years are counted in {len(demands)} skills one by one; few people can add them up.",
        why="",
        source=f"guidelines/limits.yaml, {limit.id}: {'; '.join(source.title for source in limit.sources)}",
        arithmetic=f"{listed}{' and more' if len(demands) > 4 else ''}: {total:g} in all, if they do not overlap.",
        fixes=(Fix("Ask for years once, in the work as a whole, and name the skills without years", "hint"),),
    )


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
    ),
    silent=(
        Example(text="Requirements:\n- 3 years of Java\n- 4 years of Python\n- Docker\n- SQL"),
        Example(text="Requirements:\n- 5 years of software engineering\n- Java, Python, Docker and SQL"),
    ),
)
