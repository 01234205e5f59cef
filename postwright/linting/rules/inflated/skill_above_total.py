"""inflated/skill-above-total: more years in one skill than in all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.experience import in_words, is_total, required_demands, with_years
from postwright.linting.requirements import title_of
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix

if TYPE_CHECKING:
    from postwright.model.reading import Demand


def check(context: Context) -> Iterable[Finding]:
    """Remark on each skill that asks for more years than the posting asks for in total."""
    if len(context.levels) > 1:
        return
    included = _above_what_includes_them(context)
    if included:
        yield from included
        return
    skills: list[Demand] = []
    others: list[Demand] = []
    for demand in required_demands(context):
        if demand.part_of is None and demand.group is None and _is_skill(context, demand):
            skills.append(demand)
        elif demand.kind in ("general", "skill", "management"):
            others.append(demand)
    whole = [demand for demand in (*skills, *others) if _is_of_all(context, demand)]
    if len(whole) == 1:
        yield from _above(context, whole[0])
        return
    totals = [demand for demand in others if demand.group is None and is_total(context, demand)]
    parts = [demand for demand in others if demand not in totals and _is_part_of_the_trade(context, demand)]
    plain = [total for total in totals if not total.subject or _names_the_trade(context, total)]
    if parts and plain:
        skills += parts
        others = [demand for demand in others if demand not in parts]
    if not skills or not totals:
        return
    total = max(totals, key=_most)
    most = max(_most(demand) for demand in (*others, *_alternatives(context)))  # who has those has been at work as long
    for demand in skills:
        if demand.min_years > most:
            yield _finding(demand, total)


def _above_what_includes_them(context: Context) -> list[Finding]:
    """Return a finding for each amount that is said to be part of a smaller one: "2 years, including 4 of payroll"."""
    demands, found = context.reading.demands, []
    for whole, part in pairwise(demands):
        between = context.document.folded[whole.end : part.start] if part.start > whole.end else ""
        is_part = len(between) <= _LONGEST_BETWEEN and (
            _INCLUDES.search(between) is not None
            or (_WORK_AS_SUCH.fullmatch(whole.subject.lower()) is not None and _WITH.fullmatch(between) is not None)
        )
        if is_part and whole.group is None and part.strength == "required" and part.min_years > _most(whole):
            found.append(_finding(part, whole))
    return found


_LONGEST_BETWEEN = 120
"""Characters between an amount and its part."""
_WITH = late(r"[^.;\n]* experience,? with (?:a )?(?:minimum of|at least|no less than) $")
"""Behind the years of all work, the beginning of a part of them: "3 years of experience, with at least 5 in sales"."""
_INCLUDES = late(
    r"^[^.;\n]*\b(?:including|inclusive of|of which|of that|of those|of these|thereof|among (?:them|these)|"
    r"out of which|incl\.?)[^.;\n]{0,40}$"
)


def _head(context: Context) -> str:
    """Return the last word of the title's first part, lower case: "accountant" of "Senior Accountant - Leeds"."""
    words = re.findall(r"[a-z]{4,}", re.split(r" [-–|] |[,(/|]", title_of(context).lower())[0])
    return words[-1] if words else ""


def _is_part_of_the_trade(context: Context, demand: Demand) -> bool:
    """Say whether the years are counted in one kind of the title's own work: "closing books as an accountant"."""
    head = _head(context)
    is_own = bool(head) and re.search(rf"\bas an? (?:[a-z]+ )?{re.escape(head)}\b", demand.subject.lower()) is not None
    return is_own and demand.kind == "general" and demand.part_of is None and demand.group is None


def _names_the_trade(context: Context, demand: Demand) -> bool:
    """Say whether the years are counted in the title's trade as such: "accounting" for an accountant."""
    head = _head(context)[:_SAME]
    return len(head) == _SAME and any(word.startswith(head) for word in demand.subject.lower().split())


_SAME = 5
"""Letters that the trade and who practises it share."""


def _above(context: Context, whole: Demand) -> Iterable[Finding]:
    """Yield a finding for each demand above the one that is said to be all there is: "5 years in total"."""
    most = max(map(_most, (whole, *_alternatives(context))))
    for demand in required_demands(context):
        is_apart = demand.part_of is not None or demand.group is not None or _SCHOOLING.search(demand.subject.lower())
        if not is_apart and demand.min_years > most:
            yield _finding(demand, whole)


def _is_of_all(context: Context, demand: Demand) -> bool:
    """Say whether the sentence itself calls the years all that is asked: "in total", "overall"."""
    sentence = next((s for s in context.document.sentences if s.start <= demand.start < s.end), None)
    if (
        sentence is None
        or demand.group is not None
        or len(context.reading.demands_in(sentence.start, sentence.end)) > 1
    ):
        return False
    folded = context.document.folded
    if _DEFINES.search(folded, demand.end, sentence.end):
        return False
    if _ALL_BEFORE.search(folded, sentence.start, demand.start):
        return True
    if _ALL_BEHIND.match(folded, demand.end):
        return True
    if _ALL.search(folded, demand.end, sentence.end) and _OF_ALL.search(folded, demand.end, sentence.end):
        return True
    is_asked = context.reading.section_at(demand.start) == "requirements"
    return is_asked and _WORK_AS_SUCH.fullmatch(demand.subject.lower()) is not None


_ALL = late("total|overall|altogether|in all")
"""Words one of which is in everything that `_OF_ALL` finds."""
_OF_ALL = late(
    r"\bexperience (?:in [\w -]{3,30} )?(?:in total|overall|altogether|in all)\b(?! of)|"
    r"['’]?s? (?:of )?(?:total|overall) (?:\w+ ){0,2}experience\b"
)
_ALL_BEFORE = late(r"\b(?:(?:a )?total of|(?:total|overall) (?:work )?experience(?: of| ?:)) (?:at least |about )?$")
_DEFINES = late(r"\b(?:equivalent to|equals?|counts? as|is defined|means)\b")
"""Words of a sentence that says how years are counted and asks for none."""
_ALL_BEHIND = late(r"['’]?s? (?:in total|in all|overall|altogether)\b(?! of)")
_WORK_AS_SUCH = late(
    r"(?:total |overall |professional |paid |full-time )*(?:(?:professional|work|working) )?experience"
)
"""A subject that narrows nothing: whoever has worked that long has no more years in anything."""
_SCHOOLING = late(
    r"\b(?:apprentic\w*|train\w*|school\w*|stud(?:y|ies)|educat\w*|volunt\w*|residen\w*|degree|college)\b"
)
"""Years that are no years at work."""


def _most(demand: Demand) -> float:
    return max(demand.max_years or 0, demand.min_years)


def _alternatives(context: Context) -> list[Demand]:
    return [demand for demand in context.reading.demands if demand.group is not None and demand.strength == "required"]


_LEADING = late(r"(?:managing|leading|supervising|directing|running)\b")
"""Work that comes with a rank: a page with several posts asks more of the higher one."""


_AS_A = late(r"\bas (?:an? )?$")
_SHORT = 8
"""Characters in which "as an" stands before the name of a job: "four years as an SRE"."""


def _is_skill(context: Context, demand: Demand) -> bool:
    """Say whether the years are counted in one tool: the subject is a technology, not a trade that uses some."""
    if demand.kind == "management" or not demand.subject or _LEADING.match(demand.subject.lower()):
        return False
    span = demand.subject_span
    as_job = span is not None and _AS_A.search(context.document.folded, max(0, span[0] - _SHORT), span[0]) is not None
    if (demand.kind == "general" or as_job) and is_total(context, demand):
        return False
    named = span is not None and bool(context.reading.technologies_in(*span))
    return named or (demand.kind == "skill" and not is_total(context, demand))


def _finding(demand: Demand, total: Demand) -> Finding:
    lower = with_years(demand.quote, minimum=total.min_years, maximum=total.min_years)
    fix = Fix(f"Ask for “{lower}”", "unsafe", (Edit(demand.start, demand.end, lower),)) if lower else None
    skill = demand.subject or "the skill"
    return Finding(
        rule="",
        severity="warning",
        start=demand.start,
        end=demand.end,
        message=f"{in_words(demand.min_years).capitalize()} of {skill}, but only {in_words(total.min_years)} in all: "
        f"nobody with {in_words(total.min_years)} can have that.",
        why="",
        source="",
        arithmetic=f"“{demand.quote}” is {demand.min_years - total.min_years:g} more than “{total.quote}”.",
        fixes=(*([fix] if fix else []), Fix("Raise the total, or lower the years of the skill", "hint")),
    )


RULE = Rule(
    id="inflated/skill-above-total",
    severity="warning",
    summary="More years in one skill than in all",
    why="The two demands contradict each other; the larger one is what screening will apply.",
    source="Arithmetic of the posting's own figures",
    check=check,
    fires=(
        Example(
            title="Bookkeeper",
            text="What you need\n\n- Overall 2 years of work experience, with at least 4 years in payroll",
            quote="4 years",
        ),
        Example(
            text="Requirements:\n- 3+ years of professional software development experience\n- 5+ years of "
            "experience with Python",
            quote="5+ years",
        ),
        Example(
            title="Bookkeeper",
            text="What you need\n\n- One year of experience in bookkeeping\n- QuickBooks: 4 years",
            quote="4 years",
        ),
        Example(
            text="What you need\n\n- Two years of experience in bakeries in total\n- Three years as a head baker",
            title="Bakery Manager",
            quote="Three years",
        ),
        Example(
            text="What you need\n\n- Two years of experience in bakeries, including four years of making bread",
            title="Bakery Manager",
            quote="four years",
        ),
    ),
    silent=(
        Example(
            title="Bookkeeper",
            text="What you need\n\n- Overall 6 years of work experience, with at least 4 years in payroll",
        ),
        Example(
            text="What you need\n\n- Two years of work experience\n- An apprenticeship: 3 years of training",
            title="Bookkeeper",
        ),
        Example(
            text="What you need\n\n- Four years of experience in bakeries, including two years of making bread",
            title="Bakery Manager",
        ),
        Example(
            text="What you need\n\n- Four years of experience in bakeries in total\n- Three years as a head baker",
            title="Bakery Manager",
        ),
        Example(
            text="Requirements:\n- 5+ years of professional software development experience\n- 3+ years of "
            "experience with Python",
        ),
        Example(
            text="Requirements:\n- 3+ years of professional software development experience\nNice to have:\n"
            "- 5+ years of experience with Python",
        ),
        Example(
            title="Bookkeeper",
            text="What you need\n\n- One year of experience in payroll\n- QuickBooks: 4 years",
        ),
        Example(
            text="Requirements:\n- 3+ years of software development\n- 6 years of managing engineers\n"
            "- 5 years of Python",
        ),
    ),
)
