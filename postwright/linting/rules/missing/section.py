"""missing/section: duties or requirements are nowhere in the posting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.linting.requirements import unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import SectionRule

_DUTIES = re.compile(
    r"\b(?:responsib\w+|dut(?:y|ies)|accountabilit\w+|tasks?|day[- ]to[- ]day|you will|you'll|you’ll|your role|"
    r"the role|will be|"
    r"job (?:description|summary)|the (?:position|job|successful candidate|candidate|incumbent) (?:will|is|"
    r"involves|includes)|what you do|"
    r"works? with (?:[a-z]+ ){0,3}(?:customers|clients|teams?|users|partners)|assist\w*|(?:looking for|seeking|"
    r"hiring|need|wanted)[^.\n]{0,80} to [a-z]+|manag(?:e|es|ing)|develop(?:s|"
    r"ing)?|maintain(?:s|ing)?|provid(?:e|es|ing)|support(?:s|ing)?|"
    r"perform(?:s|ing)?|ensur(?:e|es|ing))\b"
)
_REQUIREMENTS = re.compile(
    r"\b(?:requir\w+|qualifi\w+|must|experience[d]?|skills?|skilled|able to|ability|knowledge|degree|diploma|"
    r"certifi\w+|licen[cs]\w+|"
    r"proficien\w+|familiar\w*|competen\w+|you (?:have|are|bring|need)|you've|you’ve|we(?:'re| are) looking for|"
    r"looking for|candidates?|"
    r"background in|eligib\w+|aged? \d+|essential|criteria|training (?:is|will be) (?:given|provided)|no experience)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:(?:full |complete )?(?:jds?|job descriptions?|descriptions?|details|roles?|positions?|openings|"
    r"engineer|developer|more)\b"
    r"[^.\n]{0,40}https?://|see (?:the )?(?:full|complete|attached) (?:job )?description)"
)
"""The text points to the description proper."""
_CUES = {"responsibilities": _DUTIES, "requirements": _REQUIREMENTS}
_LONGEST_STUB = 25
"""Words; a text no longer than this has no sections to miss and is judged as too short instead."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on each required section that has neither a section of its own nor any words of the kind."""
    if len(context.text.split()) <= _LONGEST_STUB:
        return
    if _ELSEWHERE.search(unglued(context)):
        return
    kinds = {section.kind for section in context.reading.sections}
    for kind, cues in _CUES.items():
        if kind in kinds or cues.search(unglued(context)):
            continue
        yield _finding(
            kind, next((s for s in context.guidelines.sections.values() if s.kind == kind and s.required), None)
        )


def _finding(kind: str, section: SectionRule | None) -> Finding:
    name = "duties" if kind == "responsibilities" else kind
    heading = section.heading if section else name.capitalize()
    return Finding(
        rule="",
        severity="warning",
        start=None,
        end=None,
        message=f"The posting says nothing of the {name}.",
        why=section.why if section else "",
        source="; ".join(source.title for source in section.sources) if section else "",
        fixes=(Fix(f"Add a section “{heading}”", "hint"),),
    )


RULE = Rule(
    id="missing/section",
    severity="warning",
    summary="Duties or requirements are nowhere in the posting",
    why="Applicants sort themselves by the duties and requirements; without them everybody applies, or nobody.",
    source="guidelines/sections.yaml: sections that a posting should have",
    check=check,
    fires=(
        Example(
            text="Tallow and Sons is a family firm of candle makers in the third generation. You will pour, trim "
            "and pack "
            "candles by hand in our shop by the harbour, which smells of honey from spring until late autumn.",
        ),
    ),
    silent=(
        Example(
            text="Tallow and Sons looks for a candle maker. You will pour, trim and pack candles by hand. You "
            "need a steady "
            "hand and the ability to follow a recipe. Our shop by the harbour smells of honey.",
        ),
    ),
    known_problems="How to apply has a rule of its own, missing/how-to-apply, since the law of places decides there.",
)
