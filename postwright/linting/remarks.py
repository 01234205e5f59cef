"""Does a wording deserve a remark where it stands? Its section, its sentence, and what else the posting says decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting import frames
from postwright.linting.conditions import CONDITIONS, compiled, sentence_around
from postwright.linting.rule import Context

if TYPE_CHECKING:
    from postwright.guidelines.records import WordingEntry

AROUND = 100
"""Characters before and after a hit in which its `exceptions` and its `within` are searched (guidelines/wording)."""


def span_to_mark(entry: WordingEntry, start: int, end: int, context: Context) -> tuple[int, int] | None:
    """Return what to mark for the entry's match text[start:end], or None where it deserves no remark.

    The wording must be the posting's own: in a section that it concerns, not denied, not quoted.
    """
    section = context.reading.section_at(start)
    if entry.sections and section not in entry.sections:
        return None
    if section == "equal_opportunity" and not (entry.severity in _GRAVE and (entry.within or entry.frames)):
        return None
    text = context.text
    span = framed_span(entry, text, start, end)
    if span is None:
        return None
    start, end = span
    sentence_start, sentence_end = sentence_around(context, start, end)
    if (
        _LEGAL.search(text, sentence_start, sentence_end)
        or (section == "equal_opportunity" and _WELCOME.search(text, sentence_start, sentence_end))
        or _is_denied(text, max(sentence_start, start - AROUND), start)
        or _DENIED_AFTER.match(text, end, min(sentence_end, end + AROUND))
        or _is_quoted(text, start, end)
        or any(CONDITIONS[name](context, start, end) for name in entry.unless)
    ):
        return None
    return span


def framed_span(entry: WordingEntry, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the frame or the `within` of the entry around text[start:end]; the span itself without any."""
    if not entry.within and not entry.frames:
        return start, end
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    for pattern in worth_trying(entry.within, entry.within_needs, text, low, high):
        for match in compiled(pattern).finditer(text, low, high):
            if match.start() < end and match.end() > start:
                return min(start, match.start()), max(end, match.end())
    return frames.around(entry.frames, text, low, start, end, high)


def is_said_of_others(start: int, end: int, context: Context) -> bool:
    """Say whether text[start:end], a name for people, is a plural and nothing around it says that they are hired."""
    text = context.text
    if not _PLURAL.search(text, start, end) or context.reading.section_at(start) == "title":
        return False
    return frames.around(("sought",), text, max(0, start - AROUND), start, end, min(len(text), end + AROUND)) is None


_PLURAL = late(r"(?:[mw]en|ies|sses|[a-rt-z]s)\Z", re.IGNORECASE)


def worth_trying(patterns: tuple[str, ...], needs: tuple[str, ...], text: str, low: int, high: int) -> Iterator[str]:
    """Yield the patterns whose needed words, if any are known, stand in text[low:high]."""
    if not needs:
        yield from patterns
        return
    near = text[low:high].lower()
    for pattern, words in _with_words(patterns, needs):
        for word in words:
            if word in near:
                yield pattern
                break


@lru_cache(maxsize=8192)
def _with_words(patterns: tuple[str, ...], needs: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each pattern with the words that it needs; "", which is everywhere, where none are known."""
    return tuple((pattern, tuple(needed.split("\n"))) for pattern, needed in zip(patterns, needs, strict=True))


_LEGAL = late(
    r"\b(?:regardless of|without regard to|irrespective of|without discrimination|equal (?:employment )?opportunit|"
    r"discriminat(?:e|es|ed|ing|ion) (?:against|on|based|because|in)|not discriminate|"
    r"protected (?:class|characteristic|status|veteran)|"
    r"reasonable (?:accommodation|adjustment)s?\b)",
    re.IGNORECASE,
)
"""A sentence that says whom the employer does not exclude names the groups without meaning them."""
_GRAVE = ("error", "warning")
"""Severities that count in the part on equal opportunity too, where the wording stands in a frame of its own."""
_WELCOME = late(
    r"\b(?:equal|opportunit|diver[st]|inclusi|welcom|encourag|status|accommodat|adjust|comply|complian|laws?\b|rights|"
    r"eligib|protect|veteran|harass|toleran|respect|belong|represent|backgrounds|committed)",
    re.IGNORECASE,
)
"""Words of which a sentence on equal opportunity has at least one."""
_DENIED = late(
    r"(?:\b(?:do|does|did|are|is|need|must|should|will|would|can)(?: not|n['’]t)|\bnever|\bwithout|\brather than|"
    r"\binstead of|\bno need (?:for|to)|\bnot(?! only)|\bno longer)\s+(?:[\w,’'-]+\s+){0,5}[\"“‘']?$",
    re.IGNORECASE,
)
"""What stands before a wording that the posting says it does not want; at the end of what is searched."""
_DENIED_AFTER = late(
    r"[^.;:!?\n]{0,40}?\b(?:is|are)(?: not|n['’]t) "
    r"(?:needed|required|necessary|expected|essential|mandatory|asked for|a must)\b",
    re.IGNORECASE,
)
"""What stands after a wording that the posting says it does not ask for."""
_NEGATION = late(r"not|n['’]t|never|without|rather|instead|\bno\b", re.IGNORECASE)


def _is_denied(text: str, start: int, end: int) -> bool:
    """Say whether text[start:end] ends with words that deny what follows; few texts have such words at all."""
    negation = _NEGATION.search(text, start, end)
    return negation is not None and _DENIED.search(text, max(start, negation.start() - 12), end) is not None


_QUOTES = {'"': '"', "“": "”", "‘": "’", "«": "»"}


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Say whether quotation marks enclose exactly these words."""
    return start > 0 and end < len(text) and _QUOTES.get(text[start - 1]) == text[end]
