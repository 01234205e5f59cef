"""grounding/unsupported-promise: a sentence promises money, a benefit or a number of years that no entry supports.

What: takes each sentence that is not as it was composed, looks for the entries of brief, organisation, house texts and
role profile that it most likely rests on, and compares amounts, benefits and years with them. Why: people rely on what
a posting promises, and the law holds the employer to pay and benefits that it names. Instead: add it to the brief, from
where it reaches job boards too, or take it out. Without a brief the rule stays silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.grounding._own_words import remarks
from postwright.model.finding import Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for each sentence that promises more than brief and house say."""
    return remarks(context, promises=True)


BRIEF: dict[str, object] = {
    "title": "Gardener",
    "summary": "You look after the park of a small town.",
    "responsibilities": [{"text": "cut hedges and mow the lawns"}],
    "must_have": [{"text": "gardening", "years": {"minimum": 2}}],
    "benefits": [{"text": "25 days of holiday"}],
    "pay": [{"minimum": 24000, "maximum": 27000, "currency": "GBP", "period": "year"}],
}
TEXT = (
    "# Gardener\n\nYou look after the park of a small town.\n\n## What you will do\n\n"
    "- Cut hedges and mow the lawns\n\n"
    "## Requirements\n\n- At least 2 years of gardening\n\n## Benefits\n\n- 25 days of holiday\n"
)

RULE = Rule(
    id="grounding/unsupported-promise",
    severity="warning",
    summary="Money, a benefit or years in the text that no entry of the brief supports.",
    why="People rely on what a posting promises, and job boards get only what the brief holds.",
    source="House rule: nothing is promised without a source",
    check=check,
    fires=(
        Example(text=TEXT + "- Private health insurance\n", brief=BRIEF, quote="Private health insurance"),
        Example(text=TEXT + "- A bonus of £1,500\n", brief=BRIEF, quote="A bonus of £1,500"),
        Example(
            text=TEXT.replace("- At least 2 years", "- At least 5 years"),
            brief=BRIEF,
            quote="At least 5 years of gardening",
        ),
    ),
    silent=(
        Example(text=TEXT, brief=BRIEF),
        Example(text=TEXT.replace("- 25 days of holiday", "- Holiday: twenty-five days a year"), brief=BRIEF),
        Example(text=TEXT + "- Private health insurance\n"),
    ),
    known_problems="A sentence does not say which entries of the brief it rests on; the likeliest are looked for.",
)
