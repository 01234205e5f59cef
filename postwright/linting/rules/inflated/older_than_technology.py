"""inflated/older-than-technology: more years in a technology than it has existed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from postwright.linting.experience import in_words, with_years
from postwright.linting.law import MONTHS
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import Technology
    from postwright.model.reading import Demand, TechnologyMention

_MONTHS_A_YEAR = 12
_LEADING = re.compile(
    r"(?:[\s:,(*_-]|\b(?:of|with|in|using|on|for|as|an?|the|hands|working|work|professional|commercial|"
    r"production|practical|proven|"
    r"solid|strong|deep|demonstrated|recent|relevant|prior|experience|experienced|expertise|programming|coding|"
    r"developing|developer|"
    r"development|building|administering|deploying|managing|running|operating|writing|engineer|engineering|"
    r"either|and|or|both|"
    r"apps?|applications?|knowledge|level|industry|least|plus)\b)*"
)
_TRAILING = re.compile(
    r"(?:[\s:,.;)*_+-]|\b(?:experience|development|developer|engineering|engineer|programming|administration|"
    r"admin|in|production|"
    r"environments?|clusters?|apps?|applications?|platform|framework|required|is|a|must|or|and|professional|"
    r"coding|scripting|"
    r"at|scale|minimum|models?|years?)\b)*"
)
_JOINT = re.compile(r"(?:[\s,/&+]|\b(?:and|or)\b)*")


def check(context: Context) -> Iterable[Finding]:
    """Remark on each demand that nobody, or hardly anybody, can meet, since the technology is too young."""
    for demand in context.reading.demands:
        mentions = _bound_to(context, demand)
        found = [context.guidelines.technologies[m.id] for m in mentions if m.id in context.guidelines.technologies]
        if not found or len(found) < len(mentions):
            continue
        oldest = min(found, key=lambda technology: technology.first_public)
        finding = _judge(context, demand, oldest)
        if finding:
            yield finding


def _bound_to(context: Context, demand: Demand) -> list[TechnologyMention]:
    """Return the technologies that the years are counted in, and nothing where anything else may be meant.

    "10 years of Java and LangChain" is bound to both; "10 years of backend work, lately with LangChain" to none.
    """
    span = demand.subject_span
    if span is None:
        return []
    folded = context.document.folded
    mentions = sorted((m for m in context.reading.technologies_in(*span) if m.end <= span[1]), key=lambda m: m.start)
    if not mentions:
        return []
    # "Python: 5 years" names the technology before the amount, "5 years of Python" after it.
    if not _LEADING.fullmatch(folded, span[0], mentions[0].start) or not _TRAILING.fullmatch(
        folded, mentions[-1].end, span[1]
    ):
        return []
    between = pairwise(mentions)
    return mentions if all(_JOINT.fullmatch(folded, a.end, max(a.end, b.start)) for a, b in between) else []


def _judge(context: Context, demand: Demand, technology: Technology) -> Finding | None:
    limits = context.guidelines.limits
    asked = round(demand.min_years * _MONTHS_A_YEAR)
    age = months_since(technology.first_public, context.date)
    if age is None:
        return None
    if asked > age + limits["technology_grace_months"].value:
        return _finding(
            context, demand, technology, age, technology.first_public, "first public release", is_error=True
        )
    stable = months_since(technology.stable_1_0, context.date)
    if stable is not None and asked > stable + limits["stable_release_grace_months"].value:
        return _finding(
            context, demand, technology, stable, technology.stable_1_0, "first stable release", is_error=False
        )
    return None


def months_since(released: str, date: dt.date) -> int | None:
    """Return the whole months from `released` (a month, or a year counted from its first day) to `date`.

    >>> months_since("2022-10", dt.date(2026, 11, 20)), months_since("1995", dt.date(2026, 11, 20))
    (49, 382)
    """
    year, _, rest = released.partition("-")
    month = rest[:2] or "01"
    if not (year.isdigit() and month.isdigit()):
        return None
    return (date.year - int(year)) * _MONTHS_A_YEAR + date.month - int(month)


def _finding(
    context: Context, demand: Demand, technology: Technology, age: int, released: str, event: str, *, is_error: bool
) -> Finding:
    sure = technology.confidence == "high"
    years, months = divmod(max(age, 0), _MONTHS_A_YEAR)
    exists = " and ".join(
        p
        for p in (in_words(years) if years else "", f"{months} months" if months != 1 else "1 month")
        if p and not p.startswith("0")
    )
    asked = in_words(demand.min_years)
    who = "nobody can have that" if is_error else "only those who used it before then can have that"
    on = f"{MONTHS[context.date.month - 1]} {context.date.year}"
    lower = with_years(demand.quote, minimum=max(years, 1), maximum=max(years, 1)) if years >= 1 else None
    fixes = [Fix(f"Ask for “{lower}”", "unsafe", (Edit(demand.start, demand.end, lower),))] if lower else []
    return Finding(
        rule="",
        severity=("error" if sure else "warning") if is_error else "notice",
        start=demand.start,
        end=demand.end,
        message=f"{technology.name} had its {event} in {_month(released)}; {asked} of it is more than {on} "
        f"allows: {who}.",
        why="",
        source=f"guidelines/technologies.yaml, {technology.id}: {'; '.join(s.title for s in technology.sources[:2])}",
        arithmetic=f"From {_month(released)} to {on} are {exists or 'no months'}; {asked} are asked.",
        fixes=(*fixes, Fix("Say what the person must have done with it", "hint")),
        confidence=technology.confidence,
    )


def _month(released: str) -> str:
    year, _, rest = released.partition("-")
    return f"{MONTHS[int(rest[:2]) - 1]} {year}" if rest[:2].isdigit() else year


RULE = Rule(
    id="inflated/older-than-technology",
    severity="error",
    summary="More years in a technology than it has existed",
    why="Nobody honest can meet it, and everybody who knows the technology sees that the posting was not checked.",
    source="guidelines/technologies.yaml: months of first public and first stable releases",
    check=check,
    fires=(
        Example(text="Requirements:\n- 8 years of experience with LangChain", quote="8 years"),
        Example(text="Requirements:\n- 15+ years of Kubernetes experience", quote="15+ years"),
    ),
    silent=(
        Example(text="Requirements:\n- 8 years of experience with Kubernetes"),
        Example(text="Requirements:\n- 8 years of backend engineering, lately with LangChain"),
        Example(text="Requirements:\n- 10 years of Java and Kubernetes"),
        Example(text="Our company has worked with open source for 15 years and now uses LangChain."),
    ),
    known_problems="Where years are asked in several technologies together, only the oldest of them is judged.",
)
