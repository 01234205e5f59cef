"""clarity/repeated-items: the same line twice.

What: marks a paragraph or list item whose words, small words left out, all stood in an earlier one. Headings, legal
text, short labels and the lists of two roles or levels are left out. Why: readers wonder what the difference is.
Instead: keep the better one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postwright.late_pattern import late
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
    if len(repeated) > context.guidelines.limits["repeated_items_listed_max"].value:
        yield _finding(
            *repeated[0], f"{len(repeated)} lines stand twice, the first of them here: is a part pasted in twice?"
        )
        return
    for start, end in repeated:
        yield _finding(start, end, "This says what an earlier line says.")


def _repeated(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines that repeat an earlier one, except of another role's or level's list."""
    limits = context.guidelines.limits
    least, least_listed = limits["repeated_item_words_min"].value, limits["repeated_item_listed_words_min"].value
    seen: dict[frozenset[str], SectionSpan] = {}
    for block, words in zip(context.document.blocks, words_of_blocks(context), strict=True):
        is_listed = block.kind == "bullet"
        if len(words) < (least_listed if is_listed else least) or not (is_listed or block.kind == "paragraph"):
            continue
        if _has_a_word_of_its_own(context, words):
            continue
        section = context.reading.section_around(block.start)
        if section is None or _is_a_lead_in(context.text, block.start, block.end):
            continue
        key = frozenset(map(str.lower, words)) - SMALL
        first = seen.get(key)
        if first is None:
            may_well = bool(key & _MAY_WELL) and _repeats_well(context.text, block.start, block.end)
            if section.kind in _SECTIONS and len(key) >= 3 and not may_well:
                seen[key] = section
        elif len(words) < least and first is not section:
            continue
        elif not _are_parallel(context.text, first, section) and not _has_several_roles(context):
            yield block.start, block.end


def _are_parallel(text: str, first: SectionSpan, other: SectionSpan) -> bool:
    """Say whether two lists are of the same kind for two roles: "Baker requirements" and "Head baker requirements"."""
    if first is other or first.kind != other.kind or not first.heading or not other.heading:
        return False
    words = [set(map(str.lower, _WORD.findall(text, *span))) - SMALL for span in (first.heading, other.heading)]
    return bool(words[0] & words[1])


_WORD = late(r"\w+")


def _is_a_lead_in(text: str, start: int, end: int) -> bool:
    """Say whether the line introduces what follows, as headings do: in italics, a slogan, a label without a stop."""
    line = text[start:end].strip()
    return (
        (line[:1] in "_*" and line[-1:] in "_*")
        or line.endswith((":", "!"))
        or (line.istitle() and len(line.split()) <= _LABEL_WORDS and not line.endswith("."))
    )


_LABEL_WORDS = 8


def _has_several_roles(context: Context) -> bool:
    """Say whether the posting describes several roles, levels or teams, each with its own list."""
    found = context.facts.get(_ROLES)
    if found is None:
        steps = {match[0].lower() for match in _STEPS.finditer(context.text)}
        headings = [block for block in context.document.blocks if block.kind == "heading"]
        named = {
            match[0].lower() for block in headings for match in _LEVELS.finditer(context.text, block.start, block.end)
        }
        found = context.facts[_ROLES] = (
            len(steps) > 1
            or len(named) > 1
            or _TWO_TITLES.search(context.reading.title) is not None
            or _SEVERAL.search(context.text) is not None
        )
    return bool(found)


_ROLES = "several roles"
_STEPS = late(
    r"\b(?:GS-?\d{1,2}|(?:level|grade|band|tier|step) (?:\d{1,2}|[IVX]{1,3})\b|"
    r"(?:junior|mid(?:-level)?|senior|lead|principal|staff) (?:level )?(?:\w+ )?"
    r"(?:requirements|responsibilities|programmer|position))",
    re.IGNORECASE,
)
_LEVELS = late(
    r"\b(?:intern|junior|associate|intermediate|mid|senior|sr|lead|staff|principal|head|director|manager|assistant)\b",
    re.IGNORECASE,
)
_TWO_TITLES = late(r"\bor\b|/|\b[IV]+ ?(?:-|–|&|and|to|,) ?[IV]+\b|\broles?\b|\bpositions\b", re.IGNORECASE)
_SEVERAL = late(
    r"\b(?:both|two|three|all|these|following|multiple|several) (?:\w+ )?"
    r"(?:roles|positions|posts|vacancies|levels|teams are)\b|\bextends that of\b",
    re.IGNORECASE,
)


def _has_a_word_of_its_own(context: Context, words: list[str]) -> bool:
    """Say whether the longest word of a line stands nowhere else: most lines need not be looked at further."""
    return len(context.document.words.get(max(words, key=len).lower(), "**")) == 1


def _repeats_well(text: str, start: int, end: int) -> bool:
    return _REPEATS_WELL.search(text, start, end) is not None


_SECTIONS = ("summary", "team", "responsibilities", "requirements", "preferred", "benefits")
"""Elsewhere lines repeat for a reason: answers of questionnaires, legal text, the headers of printed pages."""
_MAY_WELL = frozenset(("http", "https", "www", "year", "years", "month", "months", "experience"))
"""One of these words stands in all that `_REPEATS_WELL` finds."""
_REPEATS_WELL = late(
    r"https?://|www\.|\b(?:more|less|fewer) than \S+ (?:years?|months?)\b|\bor more years\b|"
    r"\b(?:\d+|one|two|three|four|five|six) to (?:\d+|two|three|four|five|six|ten) years (?:of )?experience\W*$|"
    r"\bno experience\b",
    re.IGNORECASE,
)
"""The header of a printed page, and the answers to choose from in a questionnaire."""


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
        Example(
            text=(
                "What you need\n\n- A careful hand with heavy boxes\n- A licence\n\nPhysical demands\n\n- Standing\n"
                "- A careful hand with heavy boxes"
            ),
            quote="A careful hand with heavy boxes",
        ),
        Example(
            text="What you need\n\n- Patience with small children\n- A kind voice\n- Patience with small children",
            quote="Patience with small children",
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
        Example(
            text=(
                "What level 1 does\n\n- Count the stock of the shop each day\n\nWhat level 2 does\n\n"
                "- Count the stock of the shop each day\n- Plan the week"
            )
        ),
        Example(
            text=(
                "What you need\n\n- Patience with small children\n\nNice to have\n\n- Swimming\n"
                "- Patience with small children"
            )
        ),
        Example(text="Hours\n\n- Full time\n- Mornings\n\nContract\n\n- Full time\n- Permanent"),
    ),
)
