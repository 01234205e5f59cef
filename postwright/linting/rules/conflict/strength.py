"""conflict/strength: the same thing is required in one place and preferred in another.

What: compares what stands under requirements with what stands under preferred, or is called a plus. Lines that offer a
choice ("Go or Rust", "languages such as Go") and amounts that differ ("3 years" required, "5 years" preferred) are no
conflict. Why: nobody can tell whether to apply. Instead: say it once, where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.conflict._items import Asked, asked
from postwright.model.finding import Finding, Fix


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at the preferred one of each pair."""
    things = list(asked(context))
    required: dict[str, Asked] = {}
    for thing in things:
        if thing.strength == "required":
            required.setdefault(thing.key, thing)
    told: set[str] = set()
    for thing in things:
        other = required.get(thing.key)
        if thing.strength == "required" or other is None or thing.key in told or thing.years != other.years:
            continue
        told.add(thing.key)
        wanted, liked = context.text[other.start : other.end], context.text[thing.start : thing.end]
        yield Finding(
            rule=RULE.id,
            severity="error",
            start=thing.start,
            end=thing.end,
            message=f"“{liked}” is preferred here, and required elsewhere: “{wanted}”.",
            why=RULE.why,
            source=RULE.source,
            fixes=(
                Fix("Keep it once: under requirements if nobody can start without it, else under preferred", "hint"),
            ),
        )


_SHOP = "Baker\n\nRequirements\n\n- {}\n- A food hygiene certificate\n\nNice to have\n\n- {}\n"

RULE = Rule(
    id="conflict/strength",
    severity="error",
    summary="The same thing is required in one place and preferred in another.",
    why="Readers take what is required as a condition (Mohr 2014); who lacks it cannot tell whether to apply.",
    source="A posting must not contradict itself; Mohr (2014), Harvard Business Review",
    check=check,
    fires=(
        Example(text=_SHOP.format("Experience with Python", "Python"), quote="Python"),
        Example(text=_SHOP.format("Knowledge of sourdough baking", "Sourdough baking"), quote="Sourdough baking"),
    ),
    silent=(
        Example(text=_SHOP.format("One of Python, Go or Java", "Python")),
        Example(text=_SHOP.format("3+ years of Python", "5+ years of Python")),
        Example(text=_SHOP.format("Python", "A certificate in Python")),
        Example(text=_SHOP.format("Knowledge of sourdough baking", "Knowledge of rye baking")),
    ),
    known_problems="Things worded differently (“K8s”, “container orchestration”) are not recognised as the same.",
)
