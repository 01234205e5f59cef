"""clarity/wall-of-text: a paragraph that is too long to be read on a telephone.

What: marks paragraphs with more words than the house's limit (guidelines/limits.yaml, wall_of_text_words); what stands
on one line counts as one paragraph. Why: most readers skim, and most use a telephone. Instead: short paragraphs for the
story, a list for duties and for requirements.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.linting.plain_prose import is_legal
from postwright.linting.prose import Paragraph, paragraphs
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.sources import cited
from postwright.model.finding import Finding, Fix

_LISTED = ("responsibilities", "requirements", "preferred")
"""Sections whose lines readers go through one by one, to see whether each is theirs."""


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for each paragraph above the limit, legal text left out."""
    limits = context.guidelines.limits
    for paragraph in paragraphs(context):
        is_of_list = context.reading.section_at(paragraph.start) in _LISTED
        limit = limits["list_as_text_words" if is_of_list else "wall_of_text_words"]
        if paragraph.words <= limit.value or _is_legal(context, paragraph):
            continue
        yield Finding(
            rule=RULE.id,
            severity="warning",
            start=paragraph.start,
            end=paragraph.end,
            message=f"A paragraph of {paragraph.words} words without a break: most readers will skip it.",
            why=limit.why,
            source=cited(limit.sources),
            arithmetic=f"{paragraph.words} words; the house's limit is {limit.value:g} {limit.unit}",
            fixes=(Fix("Break it up: one thought a paragraph, and lists for duties and requirements", "hint"),),
        )


def _is_legal(context: Context, paragraph: Paragraph) -> bool:
    """Say whether the law wrote the paragraph: by its section, or by its words, at most so many to each of them."""
    if context.reading.section_at(paragraph.start) == "equal_opportunity":
        return True
    limits = context.guidelines.limits
    return paragraph.words <= limits["legal_paragraph_words_max"].value and is_legal(
        context.text, paragraph.start, paragraph.end, words=limits["paragraph_legal_words"].value
    )


_SENTENCES = (
    "The clerk counts what comes in by lorry each morning and writes it into the ledger. ",
    "Boxes are then put on shelves by size, and labels are printed for whatever has none. ",
    "In the afternoon orders are packed, weighed and handed to the driver at the gate. ",
    "Once a week the whole store is counted again and the count is sent to the buyers. ",
)
_WALL = "".join(_SENTENCES * 4).strip()

RULE = Rule(
    id="clarity/wall-of-text",
    severity="warning",
    summary="A paragraph too long to be read on a telephone.",
    why="Postings are skimmed, mostly on a telephone; what stands deep in a long paragraph is not found.",
    source="Textio (2017): about a third of the text in lists; own judgement on the number",
    check=check,
    fires=(Example(text=_WALL, quote=_WALL),),
    silent=(
        Example(text="\n\n".join("".join(_SENTENCES) for _ in range(4))),
        Example(text="\n".join(f"- {sentence.strip()}" for sentence in _SENTENCES * 5)),
    ),
    known_problems="Text that lost its line breaks on the way here is a wall too: paste it with its breaks.",
)
