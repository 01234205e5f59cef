"""Where a posting lists what it prefers: under a heading, or a line that stands for one, that says so."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from itertools import pairwise

from postwright.late_pattern import late
from postwright.linting.rule import Context
from postwright.reading.document import Block

_PREFERRED_HEADING = late(
    r"\b(?:prefer\w*|desir\w+|(?:nice|good|great|lovely)[- ]to[- ]have|nice[- ]to|bonus|plus(?:es)?|assets?|optional|"
    r"advantag\w+|useful|helpful|beneficial|(?:would|will|could|may|might) (?:also )?help|what helps|"
    r"not (?:required|essential|necessary|needed|a must)|would be (?:great|nice|good|lovely|ideal)|(?:great|nice|good) "
    r"if|even better|extras?|pluses|wish ?list|icing|stand out|sets? you apart|we(?:'d| would) (?:also )?love)\b"
)


def preferred_spans(context: Context) -> list[tuple[int, int]]:
    """Return the lists under headings of what is preferred, each up to the next heading or what looks like one."""
    folded = context.document.folded
    headings = [block for block in context.document.blocks if block.kind == "heading"]
    headings = sorted((*headings, *_leads(context)), key=lambda block: block.start)
    spans: list[tuple[int, int]] = []
    for index, heading in enumerate(headings):
        kind = context.reading.section_at(heading.start)
        is_short = kind == "other" and heading.end - heading.start < _SHORT_HEADING
        if not (kind in ("requirements", "preferred") or is_short) or not _PREFERRED_HEADING.search(
            folded, heading.start, heading.end
        ):
            continue
        end = headings[index + 1].start if index + 1 < len(headings) else len(folded)
        spans.append((heading.end, _list_end(context, heading.end, end)))
    for section in context.reading.sections:
        if section.kind == "preferred" and section.heading:
            start = section.heading[1]
            if not any(low <= start < high or low == start for low, high in spans) and _PREFERRED_HEADING.search(
                folded, *section.heading
            ):
                after = next((h.start for h in headings if h.start > start), section.end)
                spans.append((start, _list_end(context, start, min(after, section.end))))
    spans += [span for span in _inline(context) if not any(low <= span[0] < high for low, high in spans)]
    return sorted(spans)


def _inline(context: Context) -> Iterator[tuple[int, int]]:
    """Yield the lists inside long paragraphs, from a label such as "Nice to have:" up to the next label."""
    folded = context.document.folded
    if _SIGNS.isdisjoint(context.document.words):
        return
    for block in context.document.blocks:
        if block.kind == "heading" or block.end - block.start < _LONG:
            continue
        for label in _INLINE_LABEL.finditer(folded, block.start, block.end):
            after = _NEXT_LABEL.search(context.text, label.end(), block.end)
            yield label.end(), after.start() if after else block.end


_LONG = 200
"""Characters of a paragraph that may hold several lists."""
_SIGNS = frozenset(("preferred", "desired", "desirable", "nice", "bonus", "pluses", "optional"))
"""Words of which every such label has one."""
_INLINE_LABEL = late(
    r"(?<![a-z] )\b(?:(?:preferred|desired|desirable|optional|nice[- ]to[- ]haves?|bonus(?: points)?|pluses)"
    r"(?: (?:but not required|skills?|qualifications?|requirements?|experience|criteria|attributes|knowledge|and|"
    r"education|background|technologies)){0,4}) ?[:]"
)
_NEXT_LABEL = late(r"(?<=[a-z.;)!?] )(?:[A-Z][\w'’/&-]+ ){0,4}[A-Z]?[\w'’/&-]+ ?:(?=[ \n])|\n\s*\n")


def _leads(context: Context) -> Iterator[Block]:
    """Yield the lines without the looks of a heading that call the list below preferred: "Useful, not required"."""
    folded = context.document.folded
    for block, below in pairwise(context.document.blocks):
        if block.kind != "paragraph" or below.kind != "bullet" or block.end - block.start > _LONGEST_LEAD:
            continue
        if _PREFERRED_HEADING.search(folded, block.start, block.end) and not folded[block.start : block.end].endswith(
            "."
        ):
            yield block


_LONGEST_LEAD = 60
"""Characters."""
_SHORT_HEADING = 25
"""Characters."""


def _list_end(context: Context, start: int, end: int) -> int:
    """Return where the list that begins after `start` ends: at a line that is none of its bullets, before `end`."""
    blocks = context.document.blocks
    index = bisect.bisect_left(blocks, start, key=lambda block: block.start)
    listed = False
    while index < len(blocks) and blocks[index].start < end:
        if blocks[index].kind == "bullet":
            listed = True
        elif listed:
            return blocks[index].start
        index += 1
    return end
