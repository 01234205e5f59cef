"""conflict/stated-twice: a fact of the job is stated twice and differently.

What: pay in one currency for one period, full-time or part-time, hours a week, holiday, closing date, openings, length
of contract, share of travel, days on site, notice, and the place. Ranges within each other, amounts on a condition, for
a level, a place, a shift or a part of the people are no conflict; nor is anything in a posting for several posts. Why:
readers see both and believe neither. Instead: the right one, once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.linting.levels import has_other_rungs
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.conflict import (
    _stated_amounts,
    _stated_dates,
    _stated_pay,
    _stated_place,
    _stated_terms,
)
from postwright.linting.rules.conflict._stated import names_several_posts
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.linting.rules.conflict._stated import Pair


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at the later of two statements of one fact that cannot both hold."""
    parts = (_stated_pay, _stated_terms, _stated_place, _stated_amounts, _stated_dates)
    pairs = [pair for part in parts for pair in part.conflicts(context)]
    if not pairs or len(context.levels) > 1 or has_other_rungs(context) or names_several_posts(context):
        return
    for pair in pairs:
        yield _finding(context, pair)


def _finding(context: Context, pair: Pair) -> Finding:
    first, second = (" ".join(context.text[slice(*span)].split()) for span in (pair.first, pair.second))
    return Finding(
        rule=RULE.id,
        severity=pair.severity,
        start=pair.second[0],
        end=pair.second[1],
        message=f"Stated twice and differently, {pair.fact}: “{second}” here, “{first}” above.",
        why=RULE.why,
        source=RULE.source,
        fixes=(Fix("Keep the one that is right, or say what each is for", "hint"),),
    )


_CLERK = "# Clerk\n\n{}\n\nYou will keep the files of a notary.\n\n## About the job\n\n{}\n"

RULE = Rule(
    id="conflict/stated-twice",
    severity="error",
    summary="Pay, place, hours or another fact of the job is stated twice and differently.",
    why="Readers see both and trust neither; whichever they rely on, some of them are misled.",
    source="A posting must not contradict itself",
    check=check,
    fires=(
        Example(
            text=_CLERK.format("Salary: £26,000 to £28,000 a year", "We pay a salary of £30,000 to £32,000 a year."),
            quote="£30,000 to £32,000 a year",
        ),
        Example(text=_CLERK.format("Location: Leeds", "You will be based in our York office."), quote="York"),
        Example(
            text=_CLERK.format("Hours: 40 hours a week", "This is a contract of 35 hours a week."),
            quote="35 hours a week",
        ),
        Example(
            text=_CLERK.format("Closing date: 12 February 2027", "Apply by 26 February 2027."),
            quote="26 February 2027",
        ),
        Example(
            text=_CLERK.format("Full-time, permanent", "This is a part-time job in the mornings."),
            quote="This is a part-time job",
        ),
        Example(
            text=_CLERK.format("The job is based in Leeds.", "On site, four days a week at 3 Mill Lane, York."),
            quote="York",
        ),
        Example(
            text=_CLERK.format("Location: Leeds, England", "- Location: York, England (hybrid, two days a week)"),
            quote="York",
        ),
        Example(
            text="We are hiring part-time clerks for a notary in Leeds. You will keep the files.\n\n"
            "This is a full-time job in the mornings.\n",
            quote="This is a full-time job",
        ),
    ),
    silent=(
        Example(
            text=_CLERK.format("Location: Leeds, England", "- Location: York, England\n- Location: Leeds, England")
        ),
        Example(
            text="We are hiring full-time and part-time clerks for a notary in Leeds.\n\nThis is a part-time job.\n"
        ),
        Example(text=_CLERK.format("Salary: £26,000 a year", "On-target earnings are £34,000 a year.")),
        Example(text=_CLERK.format("Salary: £26,000 to £30,000 a year", "The salary is £27,000 to £29,000 a year.")),
        Example(
            text=_CLERK.format("Location: Leeds", "Our head office is in York; you are based in our Leeds office.")
        ),
        Example(text=_CLERK.format("Location: Dallas", "You will be based in our Fort Worth office.")),
        Example(
            text=_CLERK.format("Hours: 40 hours a week", "Contracts of 20 hours a week or more have health cover.")
        ),
        Example(text=_CLERK.format("Full-time, permanent", "Our part-time colleagues share a desk.")),
        Example(text=_CLERK.format("Full-time, permanent", "This is a permanent job, part-time if you wish.")),
        Example(text=_CLERK.format("Full-time or part-time", "This is a part-time job for one of two clerks.")),
        Example(text=_CLERK.format("The job is based in Leeds.", "Our shop is at 3 Mill Lane, York.")),
        Example(text=_CLERK.format("Closing date: 12 February 2027", "For priority review apply by 2 February 2027.")),
    ),
    known_problems="The place is compared for large cities only; three different amounts are taken for a table.",
)
