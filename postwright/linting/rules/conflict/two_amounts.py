"""conflict/two-amounts: two different amounts of experience for the same thing.

What: compares demands with the same subject and strength. Alternatives ("BS and 5 years or MS and 3 years"), amounts
that are part of others, and postings for several levels are no conflict. Why: readers take the larger one, recruiters
the smaller. Instead: one amount.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from postwright.linting.levels import levels_in
from postwright.linting.requirements import first_requirement, title_of
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix
from postwright.model.reading import Demand
from postwright.reading.document import Block, Sentence

_WORD = re.compile(r"[a-z]+[+#]*")
_EMPTY = frozenset(
    ("a", "an", "the", "of", "in", "with", "to", "for", "on", "and", "or", "as", "experience", "relevant", "related",
     "professional", "work", "working", "practical", "hands", "similar", "equivalent", "total", "overall", "prior",
     "previous", "progressive", "your", "field", "fields", "role", "roles", "position", "positions", "industry", "job",
     "combined", "s", "demonstrated", "proven", "direct", "our")
)  # fmt: skip
_CUT = re.compile(r",|;|\(|\bor\b|\band\b|\bto\b(?<!-to)(?!-)|\bwith\b|\bwho\b|\bincluding\b|\bsuch\b|\bat least\b")
"""Words behind which a subject says more than what the years are in."""
_RUNGS = frozenset(
    ("senior", "junior", "lead", "staff", "principal", "sr", "jr", "head", "chief", "associate", "assistant", "trainee",
     "manager", "director", "engineer", "developer", "specialist", "officer")
)  # fmt: skip
_PATHS = re.compile(
    r"\b(?:degree|diploma|bachelor|master|ph\.?d|doctora|associate|ged|high school|level|lieu|substitut|additional|"
    r"at least one|each|every|combination|either|if|substitute|in addition|"
    r"or(?! (?:a |an )?(?:related|similar|relevant|equivalent|comparable|other|more|higher|above|greater|longer)))\b"
)
"""Words of a sentence that tie its amount to a way in, to a level or to another amount."""


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding at the later of two different amounts for the same thing."""
    if len(context.levels) > 1 or len(context.reading.demands) < _TWO:
        return
    first: dict[tuple[str, str], Demand] = {}
    told: set[tuple[str, str]] = set()
    for demand in context.reading.demands:
        key = (_subject(context, demand), f"{demand.strength} {demand.kind == 'management'}")
        tied = demand.group is not None or demand.part_of is not None
        if not key[0] or demand.min_years == 0 or tied or _is_of_a_path(context, demand):
            continue
        other = first.setdefault(key, demand)
        if key in told or _same(other, demand) or not _can_be_compared(context, other, demand):
            continue
        told.add(key)
        yield Finding(
            rule=RULE.id,
            severity="error",
            start=demand.start,
            end=demand.end,
            message=f"Two amounts for {demand.subject}: “{demand.quote}” here, “{other.quote}” above.",
            why=RULE.why,
            source=RULE.source,
            arithmetic=f"{other.min_years:g} years above, {demand.min_years:g} years here",
            fixes=(Fix("Keep the amount that the work needs, once", "hint"),),
        )


_TWO = 2


def _subject(context: Context, demand: Demand) -> str:
    """Return the words that say what the years are in; the posting's own occupation as its title names it."""
    glued = first_requirement(demand.subject)
    if _DEGREE.search(glued.lower()) or not _is_next_to_amount(context, demand):
        return ""
    words = _telling(glued)
    own = _occupation(context)
    if own and (own in f" {' '.join(words)} " or (len(words) > 1 and f" {' '.join(words)} " in own)):
        return own
    cut = _CUT.search(glued.lower())
    return " ".join(sorted(set(_telling(glued[: cut.start()] if cut else glued))))


def _is_next_to_amount(context: Context, demand: Demand) -> bool:
    """Say whether nothing of weight stands between amount and subject: not "3 years of leadership with bakers"."""
    if demand.subject_span is None or demand.subject_span[0] < demand.end:
        return True
    return not _telling(context.text[demand.end : demand.subject_span[0]])


def _telling(subject: str) -> list[str]:
    lowered = subject.lower().replace("b2b", "business")
    words = [word for word in _WORD.findall(lowered) if word not in _EMPTY]
    return [word.removesuffix("s") if len(word) > _SHORT else word for word in words]


_SHORT = 4
"""Letters of a word that keeps its s."""


def _occupation(context: Context) -> str:
    """Return the last words of the title's first part, without words of level, between spaces: " travel agent "."""
    name = re.split(r" [-–|] |[,(/|:]", title_of(context))[0]
    words = [word for word in _telling(name) if word not in _RUNGS or word in ("engineer", "developer")]
    return f" {' '.join(words[-_TWO:])} " if len(words) >= _TWO else ""


def _can_be_compared(context: Context, one: Demand, other: Demand) -> bool:
    """Say whether both speak of one job: not in one sentence, nor in two lists of requirements, as for two levels."""
    sections = [context.reading.section_around(d.start) for d in (one, other)]
    lists = [section for section in sections if section and section.kind in ("requirements", "preferred")]
    two_lists = len(lists) == _TWO and lists[0] is not lists[1] and all(section.heading for section in lists)
    if _line_above(context, one) and _line_above(context, other):
        return False  # "Master in statistics", 5 years; "PhD in statistics", 2 years
    if two_lists:
        return False
    apart = _sentence(context, one) is not _sentence(context, other)
    end = max(one.end, one.subject_span[1] if one.subject_span else 0)
    glued = not context.text[end : other.start].strip(" .")
    return apart or glued


def _line_above(context: Context, demand: Demand) -> bool:
    """Say whether the line above is short and names a degree or a level, as a heading does."""
    sentence, blocks = _sentence(context, demand), context.document.blocks
    if sentence is None or not sentence.block:
        return False
    before, folded = blocks[sentence.block - 1], context.document.folded
    words = folded[before.start : before.end]
    is_line = before.kind == blocks[sentence.block].kind == "paragraph" and len(words) < _SHORT_LINE
    return is_line and (_DEGREE.search(words) is not None or bool(levels_in(words)))


def _same(one: Demand, other: Demand) -> bool:
    return one.min_years == other.min_years


def _sentence(context: Context, demand: Demand) -> Sentence | None:
    sentences = context.document.sentences
    index = bisect.bisect_right(sentences, demand.start, key=lambda sentence: sentence.start) - 1
    return sentences[index] if index >= 0 else None


def _is_of_a_path(context: Context, demand: Demand) -> bool:
    """Say whether the amount belongs to a degree, a level or an alternative, by its sentence or the heading above."""
    sentence = _sentence(context, demand)
    if sentence is None:
        return True
    folded, blocks = context.document.folded, context.document.blocks
    start, end = max(sentence.start, demand.start - _NEAR), min(sentence.end, demand.end + _NEAR)
    end = min((d.start for d in context.reading.demands if demand.end <= d.start < end), default=end)
    behind = demand.subject_span[1] if demand.subject_span and demand.subject_span[1] > demand.end else demand.end
    if any(_PATHS.search(folded, *part) for part in ((start, demand.start), (demand.start, demand.end), (behind, end))):
        return True
    if levels_in(folded[start:end]):
        return True
    above = next(
        (b for b in reversed(blocks[max(0, sentence.block - _LIST) : sentence.block]) if _leads(folded, b)), None
    )
    words = folded[above.start : above.end] if above else ""
    is_title = above is blocks[0]
    return bool(_DEGREE.search(words)) or (not is_title and bool(levels_in(words)))


def _leads(folded: str, block: Block) -> bool:
    """Say whether a line may be the heading of the lines below."""
    return block.kind == "heading" or folded[block.start : block.end].rstrip().endswith(":")


_DEGREE = re.compile(r"\b(?:ph\.?d|master|bachelor|journeyman|degree|diploma|[bm]sc?)\b")
_LIST = 30
"""Lines above in which the heading is looked for."""
_SHORT_LINE = 120
"""Characters of a line that may be a heading without the looks of one: "Journeyman", "PhD in statistics"."""
_NEAR = 160
"""Characters on either side that can tie an amount to a degree or a level."""

_SHOP = "Baker\n\nRequirements\n\n- {}\n- A food hygiene certificate\n- {}\n"

RULE = Rule(
    id="conflict/two-amounts",
    severity="error",
    summary="Two different amounts of experience for the same thing.",
    why="Readers take the larger amount and stay away; whoever screens may take the smaller.",
    source="A posting must not contradict itself",
    check=check,
    fires=(
        Example(
            text=_SHOP.format("3+ years of experience in bread baking", "At least 5 years of bread baking experience"),
            quote="5 years",
        ),
    ),
    silent=(
        Example(text=_SHOP.format("3+ years of experience in bread baking", "5+ years of experience in retail")),
        Example(text=_SHOP.format("Bachelor's degree and 3 years of baking", "No degree: 5 years of baking")),
        Example(text=_SHOP.format("3+ years of experience in bread baking", "3 to 5 years of bread baking")),
    ),
    known_problems="Amounts on one line are taken for alternatives.",
)
