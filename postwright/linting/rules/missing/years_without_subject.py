"""missing/years-without-subject: years of experience, but not in what."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

_NAMES_SOMETHING = re.compile(
    r"\b(?:in|with|as|of (?!experience|work|relevant|prior|professional)|using|related|relevant|similar|role|"
    r"field|industry)\b"
)


def check(context: Context) -> Iterable[Finding]:
    """Remark on each demand that names nothing and whose sentence names nothing either."""
    for demand in context.reading.demands:
        if demand.subject or demand.group is not None or demand.kind != "general":
            continue
        if _sentence_tells(context, demand.start, demand.end):
            continue
        yield Finding(
            rule="",
            severity="notice",
            start=demand.start,
            end=demand.end,
            message=f"“{demand.quote}”: experience in what?",
            why="",
            source="",
            fixes=(Fix("Say in what the experience should be", "hint"),),
        )


def _sentence_tells(context: Context, start: int, end: int) -> bool:
    """Say whether anything but the amount stands in the sentence, so that a reader knows what is meant."""
    sentence = next((s for s in context.document.sentences if s.start <= start < s.end), None)
    if sentence is None:
        return True
    before = context.document.folded[max(0, start - 2) : start]
    if ":" in before:
        return True  # a field of a form ("Experience: 3 years"), where the job's own trade is meant
    rest = context.document.folded[sentence.start : start] + " " + context.document.folded[end : sentence.end]
    words = re.findall(r"[a-z]{3,}", rest)
    empty = {
        "experience",
        "years",
        "year",
        "minimum",
        "least",
        "required",
        "work",
        "the",
        "and",
        "you",
        "have",
        "must",
        "need",
    }
    return bool(_NAMES_SOMETHING.search(rest)) or len([w for w in words if w not in empty]) > 0


RULE = Rule(
    id="missing/years-without-subject",
    severity="notice",
    summary="Years of experience, but not in what",
    why="Readers cannot tell whether their experience counts, and screeners will each decide for themselves.",
    source="Coffman, Collis & Kulkarni (2024), Whether to Apply: clear, exact bars help qualified people to apply",
    check=check,
    fires=(Example(text="Requirements:\n- 5 years of experience\n- A steady hand", quote="5 years"),),
    silent=(
        Example(text="Requirements:\n- 5 years of experience in glass blowing\n- A steady hand"),
        Example(text="Requirements:\n- A steady hand"),
    ),
)
