"""clarity/wall-of-text: a paragraph that is too long to be read on a telephone.

What: marks paragraphs with more words than the house's limit (guidelines/limits.yaml, wall_of_text_words); what stands
on one line counts as one paragraph. Why: most readers skim, and most use a telephone. Instead: short paragraphs for the
story, a list for duties and for requirements.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.guidelines.made_once import made_once
from postwright.late_pattern import late
from postwright.linting.plain_prose import is_legal
from postwright.linting.prose import Paragraph, paragraphs
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.sources import cited
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines

_LISTED = ("responsibilities", "requirements", "preferred")
"""Sections whose lines readers go through one by one, to see whether each is theirs."""


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for each paragraph above the limit, legal text left out."""
    limits = context.guidelines.limits
    for paragraph in paragraphs(context):
        if paragraph.words <= limits["list_as_text_words"].value:
            continue
        is_of_list = _has_several_parts(context, paragraph) or (
            context.reading.section_at(paragraph.start) in _LISTED and _is_a_list_in_prose(context, paragraph)
        )
        limit = limits["list_as_text_words" if is_of_list else "wall_of_text_words"]
        if paragraph.words <= limit.value or _is_legal(context, paragraph):
            continue
        yield Finding(
            rule=RULE.id,
            severity="warning" if paragraph.words > limits["wall_of_text_words"].value else "notice",
            start=paragraph.start,
            end=paragraph.end,
            message=f"A paragraph of {paragraph.words} words without a break: most readers will skip it.",
            why=limit.why,
            source=cited(limit.sources),
            arithmetic=f"{paragraph.words} words; the house's limit is {limit.value:g} {limit.unit}",
            fixes=(Fix("Break it up: one thought a paragraph, and lists for duties and requirements", "hint"),),
        )


def _has_several_parts(context: Context, paragraph: Paragraph) -> bool:
    """Say whether headings stand amid the paragraph: the posting's parts were run together."""
    folded, headings = context.document.folded, _headings(context.guidelines)
    inside = (s for s in context.document.sentences if paragraph.start <= s.start < paragraph.end)
    openings = (folded[s.start : s.end].partition(":")[0].strip(" .:*#_–-") for s in inside)
    return sum(opening in headings for opening in openings) > 1


@made_once
def _headings(guidelines: Guidelines) -> frozenset[str]:
    return frozenset(heading for section in guidelines.sections.values() for heading in section.headings)


def _is_a_list_in_prose(context: Context, paragraph: Paragraph) -> bool:
    """Say whether the paragraph is duties or requirements one after another, and not the story around them."""
    folded = context.document.folded
    if folded.count(";", paragraph.start, paragraph.end) >= _JOINTS:
        return True
    inside = [s for s in context.document.sentences if paragraph.start <= s.start < paragraph.end]
    listed = sum(
        bool(_ONE_OF_THEM.search(folded, s.start, s.end) or _OPENS_WITH_A_VERB.match(folded, s.start, s.end))
        for s in inside
    )
    return 2 * listed >= len(inside)


_JOINTS = 3
"""Semicolons with which a paragraph is a list."""
_ONE_OF_THEM = late(
    r"\b(?:you|your|must|should|shall|ability|able|experience\w*|knowledge|skill\w*|degree|responsib\w+|dut(?:y|ies)|"
    r"require\w*|candidates?|applicants?|incumbent|proficien\w+|familiar\w*|certif\w+|strong|excellent)\b"
)
"""A sentence that names a duty or a requirement by its words."""
_OPENS_WITH_A_VERB = late(
    r"\W*(?:\w+ly )?(?:[a-z]{3,}ing|[a-z]*(?:[fgp]y|i[sz]e|ate|ide|ive|o[psv]e?|age|ure|ish|a[it]n|ign|ort|orm|uct|ect|"
    r"ent|end|ead|eck|elp|ild|her|ver|ack|ord|ute|are|ist|ess)|"
    r"[a-z]{3,}[enptdkrs](?=,? (?:the|all|our|and|with|to|in|on|for|a|an)\b))"
    r"(?!(?: [\w-]+){0,2} (?:is|are|was|were|has|have|had|will|can|of|we|you|it)\b)\b"
)
"""A sentence that tells a duty: it begins with a verb, by its ending or by what follows, and has no subject."""


def _is_legal(context: Context, paragraph: Paragraph) -> bool:
    """Say whether the law wrote the paragraph: by its words, of which fewer tell where its section is about it."""
    limits = context.guidelines.limits
    if context.reading.section_at(paragraph.start) == "equal_opportunity" and is_legal(
        context.text, paragraph.start, paragraph.end, words=limits["sentence_legal_words"].value
    ):
        return True
    return paragraph.words <= limits["legal_paragraph_words_max"].value and is_legal(
        context.text, paragraph.start, paragraph.end, words=limits["paragraph_legal_words"].value
    )


_SENTENCES = (
    "The clerk counts what comes in by lorry each morning and writes it into the ledger. ",
    "Boxes are then put on shelves by size, and labels are printed for whatever has none. ",
    "In the afternoon orders are packed, weighed and handed to the driver at the gate. ",
    "Once a week the whole store is counted again and the count is sent to the buyers. ",
)
_DUTIES = (
    "You count what comes in and you write it into the ledger before the lorry leaves the gate in the morning. "
    "You must label the boxes and you should keep the shelves in order, so that whoever comes finds them at once. "
    * 3
    + "You are responsible for the keys and you hand them to the guard in the evening, when the last lorry has left. "
    * 2
).strip()
_DUTIES_IN_A_ROW = " ".join(
    (
        "Count what comes in by lorry and write it into the ledger before the driver leaves the gate.",
        "Label boxes that have none and shelve heavy goods below the light ones near the door.",
        "Organise weekly counts, reporting differences that nobody can explain to the buyers upstairs.",
        "Developing better routes through the halls so that fewer steps are walked each day.",
        "Maintain lifts, trucks and scales, calling whoever mends them when they stand still.",
    )
    * 2
)
_STORY = (
    "Our firm was founded by two brothers in a shed by the river and now has four halls with a view of the hills. "
    "We like what is old and mend it where others throw it away, and people come from far to see how. "
)
_PARTS = (
    "Responsibilities. " + "".join(_SENTENCES) + "Requirements. " + "".join(_SENTENCES[:2]) * 2 + "Benefits. A canteen."
)
_WALL = "".join(_SENTENCES * 4).strip()

RULE = Rule(
    id="clarity/wall-of-text",
    severity="warning",
    summary="A paragraph too long to be read on a telephone.",
    why="Postings are skimmed, mostly on a telephone; what stands deep in a long paragraph is not found.",
    source="Textio (2017): about a third of the text in lists; own judgement on the number",
    check=check,
    fires=(
        Example(text=_WALL, quote=_WALL),
        Example(text="# Clerk\n\n## Responsibilities\n\n" + _DUTIES, quote=_DUTIES),
        Example(text="# Clerk\n\n## Responsibilities\n\n" + _DUTIES_IN_A_ROW, quote=_DUTIES_IN_A_ROW),
        Example(text=_PARTS, quote=_PARTS),
    ),
    silent=(
        Example(text="# Clerk\n\n## Responsibilities\n\n" + _STORY * 3),
        Example(text="\n\n".join("".join(_SENTENCES) for _ in range(4))),
        Example(text="\n".join(f"- {sentence.strip()}" for sentence in _SENTENCES * 5)),
    ),
    known_problems="Text that lost its line breaks on the way here is a wall too: paste it with its breaks. "
    "A list told in prose gets a notice, and a warning only where any paragraph of its length would.",
)
