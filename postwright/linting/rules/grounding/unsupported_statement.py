"""grounding/unsupported-statement: a sentence says something that no entry of the brief or the house supports.

What: takes each sentence that is not as it was composed, looks for the entries of brief, organisation, house texts and
role profile that it most likely rests on, and remarks on duties, skills, places, names and praise of the employer that
none of them has. Why: what stands only in the text is in no requisition, is not brought into the next version, and
nobody has agreed to it. Instead: add it to the brief, or take it out. Without a brief the rule stays silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.grounding._own_words import remarks
from postwright.linting.rules.grounding.unsupported_promise import BRIEF, TEXT
from postwright.model.finding import Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for each sentence that says more than brief and house do."""
    return remarks(context, promises=False)


RULE = Rule(
    id="grounding/unsupported-statement",
    severity="notice",
    summary="A sentence that no entry of the brief supports.",
    why="What stands only in the text is lost with the next version, and nobody has agreed to it.",
    source="House rule: every statement has a source",
    check=check,
    fires=(
        Example(
            text=TEXT.replace("small town.", "small town. We are the market leader in green spaces."),
            brief=BRIEF,
            quote="We are the market leader in green spaces.",
        ),
        Example(
            text=TEXT.replace("- Cut hedges", "- Train the apprentices and order their tools\n- Cut hedges"),
            brief=BRIEF,
            quote="Train the apprentices and order their tools",
        ),
    ),
    silent=(
        Example(text=TEXT, brief=BRIEF),
        Example(text=TEXT.replace("- Cut hedges and mow the lawns", "- You mow lawns and cut the hedges"), brief=BRIEF),
        Example(text=TEXT.replace("small town.", "small town. We look forward to hearing from you."), brief=BRIEF),
        Example(text=TEXT.replace("small town.", "small town. We are the market leader in green spaces.")),
    ),
    known_problems="A sentence does not say which entries of the brief it rests on; the likeliest are looked for.",
)
