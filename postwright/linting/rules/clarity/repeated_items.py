"""clarity/repeated-items: the same line twice.

What: marks a paragraph or list item whose words, small words left out, all stood in an earlier one. Headings, legal
text and short labels are left out. Why: readers wonder what the difference is. Instead: keep the better one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postwright.linting.prose import words_of_blocks
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix
from postwright.model.reading import SectionSpan

SMALL = frozenset(
    (
        *("a", "an", "and", "the", "of", "in", "to", "for", "with", "on", "at", "by", "as", "or"),
        *("our", "your", "you", "will", "be", "is", "are", "it", "its", "this", "that"),
    )
)
"""Words that do not make two lines different."""


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at each line that repeats an earlier one; one for all where the whole posting stands twice."""
    repeated = list(_repeated(context))
    if len(repeated) > _MANY:
        yield _finding(
            *repeated[0], f"{len(repeated)} lines stand twice, the first of them here: is a part pasted in twice?"
        )
        return
    for start, end in repeated:
        yield _finding(start, end, "This says what an earlier line says.")


def _repeated(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines that repeat an earlier one, except of another list of the same kind (another role)."""
    least = context.guidelines.limits["repeated_item_words_min"].value
    seen: dict[frozenset[str], SectionSpan] = {}
    for block, words in zip(context.document.blocks, words_of_blocks(context), strict=True):
        if len(words) < least or block.kind not in ("bullet", "paragraph") or _has_a_word_of_its_own(context, words):
            continue
        section = context.reading.section_around(block.start)
        if section is None or section.kind not in _SECTIONS:
            continue
        key = frozenset(map(str.lower, words)) - SMALL
        first = seen.get(key)
        if first is None:
            if len(key) >= 3 and not _REPEATS_WELL.search(context.text, block.start, block.end):
                seen[key] = section
        elif first is section or first.kind != section.kind:
            yield block.start, block.end


def _has_a_word_of_its_own(context: Context, words: list[str]) -> bool:
    """Say whether the longest word of a line stands nowhere else: most lines need not be looked at further."""
    return len(context.document.words.get(max(words, key=len).lower(), "**")) == 1


_SECTIONS = ("summary", "team", "responsibilities", "requirements", "preferred", "benefits")
"""Elsewhere lines repeat for a reason: answers of questionnaires, legal text, the headers of printed pages."""
_REPEATS_WELL = re.compile(
    r"https?://|www\.|\b(?:more|less|fewer) than \S+ (?:years?|months?)\b|\bor more years\b", re.IGNORECASE
)
"""The header of a printed page, and the answers to choose from in a questionnaire."""
_MANY = 4
"""Repeated lines after which the cause is one: a part of the text pasted in twice."""


def _finding(start: int, end: int, message: str) -> Finding:
    return Finding(
        rule=RULE.id,
        severity="notice",
        start=start,
        end=end,
        message=message,
        why=RULE.why,
        source=RULE.source,
        fixes=(Fix("Keep the better of the two", "hint"),),
    )


RULE = Rule(
    id="clarity/repeated-items",
    severity="notice",
    summary="The same line stands twice.",
    why="Readers look for the difference, and the list of demands seems longer than it is.",
    source="Own reading of postings (2026)",
    check=check,
    fires=(
        Example(
            text=(
                "What you will do\n\n- Count the stock of the shop each day\n- Order bread\n"
                "- Count the stock in the shop each day"
            ),
            quote="Count the stock in the shop each day",
        ),
    ),
    silent=(
        Example(
            text="What you will do\n\n- Count the stock of the shop each day\n- Count the stock of the store each week"
        ),
        Example(
            text=(
                "What you need\n\n- Experience of ovens:\n- Less than 1 year of experience\n- Five or more years\n"
                "- Experience of tills:\n- Less than 1 year of experience\n- Five or more years of it"
            )
        ),
        Example(text="Hours\n\n- Full time\n- Mornings\n\nContract\n\n- Full time\n- Permanent"),
    ),
)
