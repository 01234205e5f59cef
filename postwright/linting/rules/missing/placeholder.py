"""missing/placeholder: a blank of a template was not filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

_BLANKS = (
    r"company|organi[sz]ation|employer|client|name|title|job|role|position|location|city|state|country|office|"
    r"address|department|team|"
    r"manager|supervisor|date|salary|pay|amount|range|rate|number|xx|xxx|years?|degree|field|industry|"
    r"product|project|skills?|"
    r"technolog(?:y|ies)|tools?|languages?|benefits?|tbd|tbc|todo|here|your"
)
_PLACEHOLDER = re.compile(
    r"\[(?:(?:your|the|insert|enter|add|specify|fill in|choose|select|our|list|describe)\b[^\]\[\n]{0,60}|"
    r"(?:[\w/&'-]+,? ){0,3}(?:"
    rf"{_BLANKS}))\](?!\s?[(\[:@])"
    rf"|<(?:(?:insert|enter|add|specify|your|fill in)\b[^<>\n]{{0,60}}|(?:(?:company|job|role|city|hiring|team|"
    rf"employer|client)[ _-])?(?:{_BLANKS}))>"
    r"|\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}|\$\{[^{}\n]{1,60}\}"
    rf"|\{{(?:[\w]+[ _]){{0,3}}(?:{_BLANKS})\}}(?!@)"
    r"|\blorem ipsum\b|\bto be (?:filled in|completed later|inserted)\b"
    r"|\binsert (?:company|job|role|team|city|salary|client|employer) ?(?:name|title|description|here|range)\b"
    r"|(?<![\w$])[$£€](?:x{1,3}|_{2,})(?:,(?:x{3}|_{3}))*k?\b"
)
_LINE = re.compile(r"(?<!\w)_{4,}(?!\w)")
"""Looked for in the text itself: folding takes underscores for marks of emphasis."""
_CAPITALS = re.compile(
    r"(?<![\w-])(?:(?:TODO|FIXME)(?=:)|XX(?:X+)?(?= (?:years?|yrs?|months?|days?|hours?|per ?cent|%|people|"
    r"employees)\b|%|"
    r"\+ ?years?)"
    r"|X(?= ?\+? (?:years?|yrs?|months?) (?:of|in)\b)|XXXX+|%[A-Z][A-Z_]{2,30}%|INSERT (?:[A-Z]+ ){0,3}HERE|"
    r"COMPANY NAME)(?![\w-])"
)
_UNDECIDED = re.compile(
    r"(?:(?:salary|pay|compensation|location|start(?: date)?|start date|closing date|deadline|hours|shift|"
    r"schedule|reports to|department|"
    r"team|benefits|rate|range|duration|date|address|contact|level|bonus)\s{0,2}[:=-]\s{0,3}|\bis |\bare )(tbd|"
    r"tbc|tba|n/?k|xxx?|\?{2,})(?![\w/])"
)


def check(context: Context) -> Iterable[Finding]:
    """Remark on each blank of a template that was left in."""
    folded, text = context.document.folded, context.text
    spans = [(m.start(), m.end()) for m in _PLACEHOLDER.finditer(folded) if not _is_for_the_reader(folded, m)]
    spans += [(m.start(), m.end()) for m in _LINE.finditer(text) if not _is_for_the_reader(folded, m)]
    spans += [(m.start(), m.end()) for m in _CAPITALS.finditer(text)]
    spans += [(m.start(1), m.end(1)) for m in _UNDECIDED.finditer(folded)]
    for start, end in _outermost(spans):
        yield Finding(
            rule="",
            severity="error",
            start=start,
            end=end,
            message=f"“{text[start:end]}” is a blank that was not filled in.",
            why="",
            source="",
            fixes=(Fix("Fill it in, or take the line out", "hint"),),
        )


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans in order, those inside another left out."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


_FOR_THE_READER = re.compile(r"\b(?:signature|signed|sign|subject|subject line|e-?mail title)\b|[\"'] ?$")
_NEAR = 60
"""Characters before a blank in which words say that the applicant is to fill it in."""
_LONGEST_BLANK = 30
"""Underscores; a longer run is a line drawn across the page."""


def _is_for_the_reader(folded: str, match: re.Match[str]) -> bool:
    """Say whether the applicant is to fill the blank in: a form, a subject line to write."""
    if match[0].startswith("_") and match.end() - match.start() > _LONGEST_BLANK:
        return True
    after = folded[match.end() : match.end() + _NEAR] if match[0].startswith("_") else ""
    return bool(_FOR_THE_READER.search(folded[max(0, match.start() - _NEAR) : match.start()] + after))


RULE = Rule(
    id="missing/placeholder",
    severity="error",
    summary="A blank of a template was not filled in",
    why="It tells every reader that nobody read the posting before it went out.",
    source="A house rule",
    check=check,
    fires=(
        Example(text="[Company Name] is looking for a florist.", quote="[Company Name]"),
        Example(text="Salary: TBD", quote="TBD"),
        Example(text="You have XX years of experience with roses.", quote="XX"),
        Example(text="Lorem ipsum dolor sit amet.", quote="Lorem ipsum"),
        Example(text="You report to {{ manager }}.", quote="{{ manager }}"),
        Example(text="Our office is in <insert city>.", quote="<insert city>"),
        Example(text="You have ____ years of experience.", quote="____"),
        Example(text="Pay: $XX,XXX per year.", quote="$XX,XXX"),
    ),
    silent=(
        Example(text="Read [our story](https://example.com/story) and [x] tick the box."),
        Example(text="You write Jinja templates and know what `{{` means; List<String> is no riddle to you."),
        Example(text="Apply at [example.com] and bring XXL gloves."),
        Example(text="Write to us at [email] with the subject “Gardener - [Your Name]”."),
        Example(text="You will clear the TODO list of the team."),
    ),
)
