"""missing/must-have: something that the brief requires is not asked for in the posting.

What: looks for each must-have, required licence, degree and language, the clearance, the level's years, and the travel,
on-call duty and physical demands of the brief; word for word, by technology, or by half of the key words in a sentence.
A word among the duties asks nobody for anything and does not count where there is a list of requirements. Why: whoever
lacks it will be turned down, and has a right to know before applying. Instead: put it in, or take it out of the brief.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from postwright.late_pattern import late
from postwright.linting.requirements import key_words, mentions, technologies_named
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix
from postwright.model.words import Severity

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.model.brief import Brief, Requirement

ENOUGH_SHARED = 0.5
"""Share of an entry's key words that must stand close together: a rewording keeps half, another subject does not."""
ENOUGH_OF_A_NAME = 0.6
"""The same for the name of a licence, whose words others share: "registered nurse" is in the title already."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing that the posting must say; one of `wordings` is enough."""

    field: str
    wordings: tuple[str, ...]
    line: str
    """The bullet that would say it."""
    severity: Severity = "error"
    cue: re.Pattern[str] | None = None
    """Words, one of which must stand beside the key words; alone enough where there are no wordings."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The parts of the text that can ask for something."""

    spans: tuple[tuple[int, int], ...]
    folded: str
    """Their words, folded, a line each."""
    key_words: tuple[frozenset[str], ...]
    technologies: frozenset[str]


def check(context: Context) -> Iterable[Finding]:
    """Remark on each thing that the brief requires and the text does not say."""
    if context.brief is None:
        return
    for entry in _entries(context, context.brief):
        if not _is_said(context, entry):
            yield Finding(
                rule="",
                severity=entry.severity,
                start=None,
                end=None,
                message=f"The brief asks for “{entry.line}”; the posting does not say so.",
                why="",
                source="",
                fixes=(_insertion(context, entry.line),),
                field=entry.field,
            )


# ---- what the brief requires

_LICENCE_WORDS = tuple(
    late(pattern)
    for pattern in (
        r"\b(?:un)?licen[cs]\w*|\blicensure\b",
        r"\b(?:certif\w*|cards?|qualif\w*|accredit\w*|credential\w*|trained)\b",
        r"\b(?:registration|registered with|permit\w*)\b",
    )
)
"""Words for one kind of paper each: a sentence about a licence has one, a title such as "registered nurse" has none."""
_DEGREE = late(r"\b(?:degree|diploma|bachelor|master|ph\.?d|doctor\w*|ged|high school|education|graduate)")
_TRAVEL = late(r"\b(?:travel\w*|trips?|visit\w*|on the road|overnight)\b")
_AMOUNT = late(r"\b(?:years?|yrs?|months?|decades?)\b")
_ON_CALL = late(r"\b(?:on[- ]call|stand-?by|pager|rota|rotation|out[- ]of[- ]hours|after[- ]hours)\b")
_NONE = late(r"(?:none|no|not|n/a|never)\b.*|")


def _entries(context: Context, brief: Brief) -> Iterable[_Entry]:
    for requirement in brief.must_have:
        wordings = requirement.alternatives or (requirement.text,)
        cue = _AMOUNT if _AMOUNT.search(requirement.text.lower()) else None
        yield _Entry(f"must_have.{requirement.id}", wordings, _line(requirement), cue=cue)
    for licence in brief.licences:
        if licence.strength == "required":
            wordings = _names_of(licence.name, context.guidelines)
            cue = next((words for words in _LICENCE_WORDS if words.search(licence.name.lower())), None)
            yield _Entry(f"licences.{licence.id}", wordings, licence.name, cue=cue)
    for language in brief.languages:
        if language.strength == "required":
            yield _Entry(f"languages.{language.id}", (language.name,), f"{language.name} {language.level}".strip())
    if brief.education and brief.education.strength == "required" and context.reading.degree is None:
        yield _Entry("education", (), _degree_line(brief), cue=_DEGREE)
    if brief.clearance and not _NONE.fullmatch(brief.clearance.lower()):
        yield _Entry("clearance", (brief.clearance,), brief.clearance)
    yield from _conditions(context, brief)


def _conditions(context: Context, brief: Brief) -> Iterable[_Entry]:
    """Yield the level's years, where the text counts none at all, and what else comes with the job."""
    for level in brief.levels:
        if level.years and level.years.minimum and not context.reading.demands:
            years = f"{level.years.minimum:g}+ years of experience in {brief.experience_in or 'the work'}"
            yield _Entry(f"levels.{level.id}", (years,), years, cue=late(r"\byears?\b"))
    for field, label, text, cue in (
        ("travel", "Travel", brief.travel, _TRAVEL),
        ("on_call", "On-call duty", brief.on_call, _ON_CALL),
    ):
        if not _NONE.fullmatch(text.lower()):
            line = text if cue.search(text.lower()) else f"{label}: {text}"
            yield _Entry(field, (), line, "warning", cue)
    for demand in brief.physical:
        yield _Entry(f"physical.{demand.id}", (demand.text,), demand.text, "warning")


def _degree_line(brief: Brief) -> str:
    assert brief.education is not None
    field = f" in {brief.education.field}" if brief.education.field else ""
    return f"a {brief.education.level.replace('_', ' ')} degree{field}"


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


# ---- whether the text asks for it


def _is_said(context: Context, entry: _Entry) -> bool:
    asked = _asked(context)
    if not entry.wordings:
        return bool(entry.cue and entry.cue.search(context.document.folded))
    return any(_says(context, asked, wording, entry.cue) for wording in entry.wordings)


def _says(context: Context, asked: _Asked, wording: str, cue: re.Pattern[str] | None) -> bool:
    """Say whether the text has the wording: word for word, by its technologies, or by half of its key words."""
    if mentions(wording, asked.folded):
        return True
    named = technologies_named(wording, context.guidelines)
    if named and named <= asked.technologies:
        return True
    words = key_words(wording.replace("/", " ")) - _NO_KEY_WORDS
    if not words:
        return wording.lower().strip() in asked.folded
    needed = max(len(words) * (ENOUGH_SHARED if cue is None else ENOUGH_OF_A_NAME), 1)
    head = _head(wording) if len(words) == 2 else frozenset()
    return any(
        len(words & said) >= needed
        and head <= said
        and (cue is None or cue.search(context.document.folded, start, end))
        for said, (start, end) in zip(asked.key_words, asked.spans, strict=True)
    )


def _head(wording: str) -> frozenset[str]:
    """Return the stem of the word that the others only describe: "portfolio" of "a portfolio of printed work"."""
    stems = [stem for word in re.split(r"\bof\b", wording.lower())[0].split() for stem in key_words(word)]
    return frozenset(stem for stem in stems[-1:] if stem not in _NO_KEY_WORDS)


_NO_KEY_WORDS = frozenset(("us", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
_ASKS_NOTHING = frozenset(("company", "benefits", "pay", "equal_opportunity"))
"""Sections that never ask the candidate for anything."""
_ASKS_SELDOM = frozenset(("responsibilities", "team", "process"))
"""Sections that ask for something only in a sentence that says so."""
_ASKING = late(
    r"\b(?:experience\w*|knowledge|requir\w*|must|abilit\w+|able to|proficien\w+|familiar\w*|skill\w*|licen[cs]\w*|"
    r"certif\w*|degree|years?|need|understanding|background|expert\w*|fluen\w+|competen\w+|qualif\w*|looking for)\b"
)


def _asked(context: Context) -> _Asked:
    """Return the sentences and lines that can ask for something; once per posting."""
    known = context.facts.get("asked for")
    if known is None:
        known = context.facts["asked for"] = _asked_parts(context)
    return cast("_Asked", known)


def _asked_parts(context: Context) -> _Asked:
    text, folded, reading = context.text, context.document.folded, context.reading
    spans = [(s.start, s.end) for s in context.document.sentences]
    spans += [(b.start, b.end) for b in context.document.blocks if b.kind in ("bullet", "table_row")]
    if any(section.kind == "requirements" for section in reading.sections):
        spans = [span for span in spans if _can_ask(context, *span)]
    return _Asked(
        spans=tuple(spans),
        folded="\n".join(folded[start:end] for start, end in spans),
        key_words=tuple(key_words(text[start:end].replace("/", " ")) for start, end in spans),
        technologies=frozenset(mention.id for start, end in spans for mention in reading.technologies_in(start, end)),
    )


def _can_ask(context: Context, start: int, end: int) -> bool:
    section = context.reading.section_at(start)
    if section in _ASKS_NOTHING:
        return False
    return section not in _ASKS_SELDOM or bool(_ASKING.search(context.document.folded, start, end))


_MARKER = late(r"[ \t]*(?:[-*+•·]|\d{1,2}[.)])[ \t]+")


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
    summary="Something that the brief requires is not asked for in the posting",
    why="Whoever lacks it will be turned down, and has a right to know before applying.",
    source="The brief of this posting",
    check=check,
    fires=(
        Example(text="Requirements:\n- Experience with Rust\n- A calm hand with smokers", brief=_BRIEF),
        Example(text="Requirements:\n- Punctual", brief=_LICENCE),
        Example(text="Duties:\n- You drive the forklift\n\nRequirements:\n- Punctual", brief=_LICENCE),
        Example(text="Requirements:\n- Punctual", brief={"languages": [{"name": "Welsh", "level": "fluent"}]}),
        Example(text="Requirements:\n- Punctual", brief={"travel": "Two days a month"}),
    ),
    silent=(
        Example(text="Requirements:\n- You control swarms each spring\n- Rust", brief=_BRIEF),
        Example(text="Requirements:\n- A license to drive forklifts", brief=_LICENCE),
        Example(text="Requirements:\n- Punctual"),
        Example(text="Requirements:\n- Fluent Welsh", brief={"languages": [{"name": "Welsh", "level": "B2"}]}),
        Example(text="You travel twice a month.", brief={"travel": "Two days a month"}),
        Example(text="Requirements:\n- Punctual", brief={"travel": "None", "on_call": "No on-call duty"}),
    ),
    known_problems="A wording that keeps fewer than half of the brief's key words counts as missing.",
)
