"""inflated/degree-without-equivalent: a degree is required and no experience accepted in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postwright.linting.occupation import is_licensed, occupation
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix
from postwright.model.reading import DegreeRead
from postwright.model.words import DegreeLevel, SectionKind, Severity

_JUDGED: tuple[DegreeLevel, ...] = ("associate", "bachelor", "unspecified")
"""A school diploma is no barrier to speak of; higher degrees have inflated/advanced-degree."""
_EQUIVALENT = re.compile(
    r"\b(?:equivalent|equivalence|equal|comparable|in lieu|instead of|in place of|substitut\w+|or (?:relevant |"
    r"related |practical |similar |"
    r"\d\+? years|professional |work |industry |commensurate )+|combination of|lived experience|or experience|"
    r"waived|self[- ]taught|is typical|demonstrable experience)\b"
)
_NOT_A_DEMAND: tuple[SectionKind, ...] = ("company", "team", "benefits", "equal_opportunity", "pay", "responsibilities")
_STUDYING = re.compile(
    r"\b(?:enrol\w+|pursuing|student|working towards?|studying|final year)\b|\b(?:term|definition) \""
)
_OR_BEFORE = re.compile(r"\bor[\s\W\d]{0,8}$")
_BEFORE = 12
"""Characters before the sentence in which an "or" joins it to another way in."""
_AROUND = 220
"""Characters after the degree in which an equivalent would be named."""
_FIELD = re.compile(
    r"(?:'s)?(?: degrees?)?(?:\s?\([^()]{1,40}\))?"
    r"(?: (?:in|of) [^.;:\n()]{0,140}?\b(?:related|relevant|similar|technical|appropriate|other|"
    r"quantitative) (?:[\w-]+ )?(?:field|discipline|subject|area|study)s?(?: of study)?"
    r"| (?:in|of) [^.,;:\n()]{2,80}?(?=\s*(?:[.,;:\n()]|$| and | with | plus | required| or )))?"
)


def check(context: Context) -> Iterable[Finding]:
    """Remark on a required degree without an equivalent, by how usual a degree is in the occupation."""
    degree = context.reading.degree
    if degree is None or degree.strength != "required" or degree.level not in _JUDGED:
        return
    if is_licensed(context) or names_equivalent(context, degree) or "intern" in context.levels:
        return
    known = occupation(context)
    share = known.degree_required_percent if known else None
    limits = context.guidelines.limits
    if share is not None and share > limits["degree_silent_above_percent"].value:
        return
    severity: Severity = "notice"
    arithmetic = "How many of the occupation call a degree required is not known here."
    if known and share is not None:
        severity = "warning" if share < limits["degree_warning_below_percent"].value else "notice"
        arithmetic = (
            f"{share:g} percent of those who work as {known.onet_title} call a bachelor's degree or more required."
        )
    yield Finding(
        rule="",
        severity=severity,
        start=degree.start,
        end=degree.end,
        message="A degree is required and nothing counts in its place.",
        why="",
        source=f"O*NET 30.1, {known.onet_title}" if known and share is not None else "",
        arithmetic=arithmetic,
        fixes=(_insertion(context, degree),),
    )


def names_equivalent(context: Context, degree: DegreeRead) -> bool:
    """Say whether an equivalent or another way in stands nearby after all, or the degree is not the posting's demand.

    Of two readings the one that blames nobody is taken.
    """
    if context.reading.section_at(degree.start) in _NOT_A_DEMAND:
        return True
    folded = context.document.folded
    sentence = next((s for s in context.document.sentences if s.start <= degree.start < s.end), None)
    start = sentence.start if sentence else degree.start
    end = min(max(sentence.end if sentence else 0, degree.end), degree.end + _AROUND)
    before = folded[max(0, start - _BEFORE) : start]
    if re.search(r"\bor (?:an? |post[- ]?)?$", folded[max(0, degree.start - _BEFORE) : degree.start]):
        return True
    return bool(
        _EQUIVALENT.search(folded, start, end) or _OR_BEFORE.search(before) or _STUDYING.search(folded, start, end)
    )


def _insertion(context: Context, degree: DegreeRead) -> Fix:
    match = _FIELD.match(context.document.folded, degree.end)
    end = match.end() if match else degree.end
    end = len(context.text[:end].rstrip())
    return Fix("Accept experience in its place", "unsafe", (Edit(end, end, " or equivalent experience"),))


RULE = Rule(
    id="inflated/degree-without-equivalent",
    severity="notice",
    summary="A degree is required and no experience accepted in its place",
    why="It turns away people who learnt the work by doing it; where most of the occupation have no degree, most "
    "of them.",
    source="Fuller, Raman et al. (2017), Dismissed by Degrees; O*NET 30.1, Education, Training and Experience",
    check=check,
    fires=(
        Example(text="Requirements:\n- Bachelor's degree in history", title="Archive guide", quote="Bachelor's"),
        Example(
            text="Requirements:\n- Bachelor's degree required",
            title="Bookkeeper",
            profile="bookkeeper",
            quote="Bachelor's",
        ),
    ),
    silent=(
        Example(text="Requirements:\n- Bachelor's degree in history or equivalent experience", title="Archive guide"),
        Example(text="Nice to have:\n- Bachelor's degree in history", title="Archive guide"),
        Example(text="Requirements:\n- Bachelor's degree in nursing", title="Registered Nurse"),
        Example(
            text="Requirements:\n- Bachelor's degree in computer science",
            title="Data Engineer",
            profile="data_engineer",
        ),
    ),
    known_problems="The occupation is known only with a profile or where the title is one of a profile's titles.",
)
