"""conflict/title-level: the title names one level, the text another.

What: compares the title's level word with the level that the text gives to the same role ("we are looking for a junior
engineer"), with "no experience needed", and with the years asked for where they are far below the level's band. An
entry-level title with senior demands is inflated/entry-level-years. Why: the wrong people apply. Instead: one level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postwright.linting.levels import is_software, manages_no_people
from postwright.linting.requirements import title_of
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.sources import cited
from postwright.model.finding import Finding, Fix
from postwright.model.words import Level
from postwright.reading.title import title_level

_CLASSES: dict[Level, str] = {
    "intern": "early",
    "entry": "early",
    "mid": "middle",
    "senior": "upper",
    "staff": "upper",
    "principal": "upper",
    "lead": "upper",
    "manager": "management",
    "director": "management",
    "executive": "management",
}
_APART = (("early", "middle"), ("early", "upper"), ("early", "management"), ("middle", "upper"))
"""Classes that nobody takes for one another. Seniors manage and managers are senior: that pair is no conflict."""

_ROLE = re.compile(
    r"\b(?:looking for|seeking|hiring|searching for|recruiting|join us as|join our team as|as our(?: new)?|role of|"
    r"position of)"
    r"(?: for)?(?: an?)?(?P<new> new)? (?P<role>(?:[\w+#/&-]+ ){1,5}?[\w+#/&-]+)",
)
_GENERIC = frozenset(("candidate", "professional", "person", "individual", "colleague", "role", "position"))
_NO_EXPERIENCE = re.compile(
    r"\b(?:no (?:prior |previous |work |professional )?experience (?:is )?(?:needed|necessary|required)|"
    r"this is an? (?:entry[- ]level|junior) (?:role|position|job|opportunity))\b"
)


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding where the text's level is another than the title's."""
    level = context.reading.title_level
    if level is None or len(context.levels) > 1:
        return
    yield from _other_level_named(context, level)
    yield from _no_experience(context, level)
    yield from _too_few_years(context, level)


def _other_level_named(context: Context, level: Level) -> Iterator[Finding]:
    own_words = frozenset(re.findall(r"[a-z]{3,}", title_of(context).lower())) | _GENERIC
    for match in _ROLE.finditer(context.document.folded):
        role = match["role"]
        nouns = frozenset(role.split()[1:])
        named = title_level(role, context.guidelines)
        if named is None or not nouns & own_words or not _are_apart(level, named):
            continue
        start, end = match.span("role")
        yield _finding(
            start,
            end,
            f"The title says {level}, the text looks for “{context.text[start:end]}”.",
        )
        return


def _are_apart(one: Level, other: Level) -> bool:
    pair = (_CLASSES[one], _CLASSES[other])
    return pair in _APART or pair[::-1] in _APART


def _no_experience(context: Context, level: Level) -> Iterator[Finding]:
    if _CLASSES[level] != "upper":
        return
    match = _NO_EXPERIENCE.search(context.document.folded)
    if match:
        said = context.text[match.start() : match.end()]
        yield _finding(match.start(), match.end(), f"The title says {level}, the text says “{said}”.")


def _too_few_years(context: Context, level: Level) -> Iterator[Finding]:
    """Yield a notice where the most that is required lies well below the level's least years."""
    required = [d for d in context.reading.demands if d.strength == "required" and d.group is None]
    software = is_software(context)
    if not required or software is None or _CLASSES[level] != "upper" or level == "lead" or manages_no_people(context):
        return
    record = next((r for r in context.guidelines.levels.values() if r.ladder == level), None)
    if record is None:
        return
    band = record.software if software else record.general
    margin = context.guidelines.limits["understated_margin_years"]
    most = max(required, key=lambda demand: demand.min_years)
    near = context.document.folded[max(0, most.start - _NEAR) : most.end + _NEAR]
    if most.kind != "general" or _OTHER_LADDER.search(near) or most.min_years >= band.min_years - margin.value:
        return
    yield Finding(
        rule=RULE.id,
        severity="notice",
        start=most.start,
        end=most.end,
        message=f"The title says {level}, but the most experience asked for is “{most.quote}”.",
        why=margin.why,
        source=cited(band.sources),
        arithmetic=(
            f"{level} in {'software' if software else 'general'}: {band.min_years:g} to {band.max_years:g} years is "
            f"usual; this asks for {most.min_years:g}"
        ),
        fixes=(Fix("Check the title: is this the level you would hire at?", "hint"),),
        confidence=band.confidence,
    )


_OTHER_LADDER = re.compile(r"\bspeciali[sz]ed experience|\bgrade\b|\bgs-?\d|\bnext lower")
"""Words of a civil service, which counts years within its own grades."""
_NEAR = 120
"""Characters on either side of the amount in which they stand."""


def _finding(start: int, end: int, message: str) -> Finding:
    return Finding(
        rule=RULE.id,
        severity="error",
        start=start,
        end=end,
        message=message,
        why=RULE.why,
        source=RULE.source,
        fixes=(Fix("Name one level in title and text", "hint"),),
    )


RULE = Rule(
    id="conflict/title-level",
    severity="error",
    summary="The title names one level, the text another.",
    why="The level decides on pay and on who applies; with two of them the wrong people do.",
    source="A posting must not contradict itself; years from guidelines/levels.yaml",
    check=check,
    fires=(
        Example(
            title="Senior Accountant",
            text="We are looking for a junior accountant who keeps the books of two shops.",
            quote="junior accountant",
        ),
        Example(
            title="Senior Software Engineer",
            text="You will write software for tills. No experience needed, we will train you.",
            quote="No experience needed",
        ),
    ),
    silent=(
        Example(
            title="Senior Accountant",
            text="You will mentor junior accountants. We are also looking for a junior clerk.",
        ),
        Example(title="Senior Accountant", text="We are looking for an experienced accountant for two shops."),
        Example(title="Engineering Manager", text="We are looking for a senior engineering leader."),
        Example(title="Staff Nurse", text="We are looking for a junior nurse or a nurse who returns to work."),
    ),
)
