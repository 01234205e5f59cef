"""missing/must-have: a must-have or required licence of the brief is not in the posting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from postwright.linting.requirements import key_words, mentions, technologies_named
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.model.brief import Requirement

ENOUGH_SHARED = 0.5
"""Share of an entry's key words that must stand close together: a rewording keeps half, another subject does not."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing that the posting must say; one of `wordings` is enough."""

    field: str
    wordings: tuple[str, ...]
    line: str
    """The bullet that would say it."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on each must-have and required licence of the brief that the text does not say."""
    if context.brief is None:
        return
    for entry in _entries(context):
        if not any(_says(context, wording) for wording in entry.wordings):
            yield Finding(
                rule="",
                severity="error",
                start=None,
                end=None,
                message=f"The brief asks for “{entry.line}”; the posting does not say so.",
                why="",
                source="",
                fixes=(_insertion(context, entry.line),),
                field=entry.field,
            )


def _entries(context: Context) -> Iterable[_Entry]:
    assert context.brief is not None
    for requirement in context.brief.must_have:
        wordings = requirement.alternatives or (requirement.text,)
        yield _Entry(f"must_have.{requirement.id}", wordings, _line(requirement))
    for licence in context.brief.licences:
        if licence.strength == "required":
            yield _Entry(f"licences.{licence.id}", _names_of(licence.name, context.guidelines), licence.name)


def _line(requirement: Requirement) -> str:
    """Return the requirement as a plain line; the composed one is worded better."""
    named = " or ".join(requirement.alternatives)
    text = ": ".join(part for part in (requirement.text, named) if part)
    if requirement.years is None:
        return text
    years = f"{requirement.years.minimum:g}"
    years += f" to {requirement.years.maximum:g} years" if requirement.years.maximum else "+ years"
    return f"{text} ({years})"


def _names_of(licence: str, guidelines: Guidelines) -> tuple[str, ...]:
    """Return the licence's name with the other names of the certificate that it is."""
    lowered = licence.lower()
    for record in guidelines.certifications.values():
        names = (record.name, *record.aliases)
        if any(name.lower() == lowered for name in names):
            return (licence, *names)
    return (licence,)


def _says(context: Context, wording: str) -> bool:
    """Say whether the text has the wording: word for word, by its technologies, or by half of its key words."""
    folded = context.document.folded
    if mentions(wording, folded):
        return True
    named = technologies_named(wording, context.guidelines)
    if named and named <= {mention.id for mention in context.reading.technologies}:
        return True
    words = key_words(wording)
    if not words:
        return wording.lower().strip() in folded
    needed = len(words) * ENOUGH_SHARED
    return any(len(words & said) >= max(needed, 1) for said in _key_words_by_block(context))


def _key_words_by_block(context: Context) -> tuple[frozenset[str], ...]:
    """Return the key words of each block and, for long ones, of each sentence; once per posting."""
    known = context.facts.get("key words by block")
    if known is None:
        spans = [(s.start, s.end) for s in context.document.sentences]
        spans += [(b.start, b.end) for b in context.document.blocks if b.kind in ("bullet", "table_row")]
        known = tuple(key_words(context.text[start:end]) for start, end in spans)
        context.facts["key words by block"] = known
    return cast("tuple[frozenset[str], ...]", known)


_MARKER = re.compile(r"[ \t]*(?:[-*+•·]|\d{1,2}[.)])[ \t]+")


def _insertion(context: Context, line: str) -> Fix:
    """Return the fix that adds a bullet to the requirements, or the advice to do so where there is no list."""
    section = next((s for s in context.reading.sections if s.kind == "requirements"), None)
    bullets = [
        block
        for block in context.document.blocks
        if section and block.kind == "bullet" and section.start <= block.start < section.end
    ]
    if not bullets:
        return Fix(f"Add to the requirements: {line}", "hint")
    last = bullets[-1]
    marker = (
        context.text[last.line_start : last.start]
        if _MARKER.fullmatch(context.text, last.line_start, last.start)
        else "- "
    )
    marker = re.sub(r"\d+", "-", marker).replace("-.", "-").replace("-)", "-")
    return Fix(f"Add to the requirements: {line}", "unsafe", (Edit(last.end, last.end, f"\n{marker}{line}"),))


_BRIEF = {"title": "Beekeeper", "must_have": [{"text": "Swarm control in spring"}, {"alternatives": ["Go", "Rust"]}]}
_LICENCE = {"title": "Driver", "licences": [{"name": "Forklift licence"}]}

RULE = Rule(
    id="missing/must-have",
    severity="error",
    summary="A must-have or required licence of the brief is not in the posting",
    why="Whoever lacks it will be turned down, and has a right to know before applying.",
    source="The brief of this posting",
    check=check,
    fires=(
        Example(text="Requirements:\n- Experience with Rust\n- A calm hand with smokers", brief=_BRIEF),
        Example(text="Requirements:\n- Punctual", brief=_LICENCE),
    ),
    silent=(
        Example(text="Requirements:\n- You control swarms each spring\n- Rust", brief=_BRIEF),
        Example(text="Requirements:\n- A license to drive forklifts", brief=_LICENCE),
        Example(text="Requirements:\n- Punctual"),
    ),
    known_problems="A wording that keeps fewer than half of the brief's key words counts as missing.",
)
