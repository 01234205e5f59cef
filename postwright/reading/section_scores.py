"""How well each kind fits each unit: what its words say, and the heading that it stands under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.model.words import SECTION_KINDS, SectionKind
from postwright.reading.section_openings import ends_sentence
from postwright.reading.section_units import is_own_line
from postwright.reading.section_words import KIND_INDEX, KINDS, LONGEST_SCORE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postwright.reading.document import Block, Document
    from postwright.reading.section_units import Unit
    from postwright.reading.section_words import Weights


# The costs and bonuses below are in the units of the weights of words (natural logarithms). They
# were set by hand on postings read for the purpose; no fact about postings hangs on them.
_HEADING = 9.0
_UNDER_HEADING = 2.6
_UNDER_NEUTRAL_HEADING = 1.0
_RUN_IN_LINE = 5.0
_TITLE_LINE = 4.0
_FADING_IN_LISTS = 0.85
_FADING = 0.86
"""What is left of a heading's hold after each blank line that follows its first list or paragraph."""

_HOLD: dict[SectionKind, float] = {
    "summary": 1.4,
    "company": 1.5,
    "team": 2.1,
    "title": 1.0,
    "other": 2.0,
    "location": 2.0,
    "schedule": 2.0,
}
"""How strongly a heading holds the lines under it, where less than `_UNDER_HEADING`."""
_SETTLED: frozenset[SectionKind] = frozenset(("responsibilities", "requirements", "preferred", "summary", "team"))
_SETTLED_BY_SUMMARY: frozenset[SectionKind] = frozenset(("responsibilities", "team"))
_SETTLES = 1.0
"""A heading settles which of these the lines under it are: duties speak of experience and requirements of tasks."""
_ENDING: frozenset[SectionKind] = frozenset(("equal_opportunity", "company", "process", "benefits", "pay", "other"))
_PLAINLY_ELSEWHERE = 3.0
"""A sentence that is plainly of one of these kinds loosens the hold of the heading above."""
FIELDS: frozenset[SectionKind] = frozenset(("title", "pay", "location", "schedule", "team", "process"))
"""Kinds whose run-in heading ("Location: Leeds") governs its own line only."""
_WIDE = late(r"qualif|skill|require|experience|attribute|competenc")
"""A heading that speaks of a list rather than of the one thing after its colon ("Preferred: a ladder")."""
_NEW_REQUIREMENTS = late(r"qualif|require|minimum|must|essential|need|bring|you|looking|candidate|profile")
_NEUTRAL_HEADING = late(r"description|^(?:the )?(?:role|position|job|opportunity|profile)$")


def unit_scores(document: Document, units: list[Unit], weights: Weights) -> Iterator[list[float]]:
    """Yield for each unit how well each kind fits: what it says, and the heading that it stands under."""
    blocks = document.blocks
    above = Above(document)
    title_may_go_on = True
    for number, unit in enumerate(units):
        block = blocks[unit.block]
        above.loosen(unit, block, blocks[unit.block - 1])
        scores = weights.scores(document, unit)
        if title_may_go_on:
            title_may_go_on = _is_title_line(document.text, unit, block, number)
            if title_may_go_on and unit.heading is None:
                scores[KIND_INDEX["title"]] += _TITLE_LINE if max(scores) < 3 else 1.0
        if unit.heading is not None:
            scores = [score * 0.5 for score in scores]
            scores[KIND_INDEX[unit.heading]] += _HEADING if unit.alone else _RUN_IN_LINE
            above.take(unit, unit.heading, block)
        elif not unit.unknown_heading:
            above.pull(scores)
        yield scores


class Above:
    """The heading that a unit stands under, and how strongly it still holds."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._kind: SectionKind | None = None
        self._hold = 0.0
        self._level = 0
        self._astray = 0
        """Lines in a row that plainly speak of something else."""
        self._has_body = False
        self._is_neutral = False
        """Under "Description" the content decides."""
        self._one_line = False
        self._is_list = False

    def loosen(self, unit: Unit, block: Block, before: Block) -> None:
        """Weaken the hold at headings of unknown kind and after the list or paragraph that the heading opened."""
        if unit.unknown_heading:
            deeper = block.level > self._level > 0
            self._hold *= 0.8 if deeper or not self._has_body else 0.4
        elif self._absorbs(unit):
            unit.heading, unit.unknown_heading = None, unit.alone
        if self._has_body and _is_past_list(unit, block, before):
            self._hold *= _FADING if block.kind != "bullet" else _FADING_IN_LISTS

    def _absorbs(self, unit: Unit) -> bool:
        """Whether a heading only divides a list of wishes ("Experience: ..." under "Preferred qualifications")."""
        if unit.heading != "requirements" or self._kind != "preferred" or not self._is_list or self._hold <= 0.5:
            return False
        return _NEW_REQUIREMENTS.search(self._heading_text(unit)) is None

    def _heading_text(self, unit: Unit) -> str:
        return self._document.folded[slice(*(unit.heading_span or (0, 0)))]

    def take(self, unit: Unit, kind: SectionKind, block: Block) -> None:
        """Let a new heading govern what follows; a run-in field governs nothing but its own line."""
        if not unit.alone and kind in FIELDS:
            return
        heading = self._heading_text(unit)
        self._kind, self._hold, self._level, self._astray = kind, 1.0, block.level, 0
        self._has_body = not unit.alone
        self._is_list = unit.alone or _WIDE.search(heading) is not None
        self._is_neutral = kind == "summary" and _NEUTRAL_HEADING.search(heading) is not None
        self._one_line = (kind in FIELDS or "report" in heading) and not is_own_line(self._document.text, block)

    def pull(self, scores: list[float]) -> None:
        """Add to the scores of a unit what its heading says; a unit that plainly says otherwise loosens the hold."""
        self._has_body = True
        if self._kind is None:
            return
        own = KIND_INDEX[self._kind]
        self._settle(scores, self._kind)
        said = max(range(KINDS), key=scores.__getitem__)
        elsewhere = SECTION_KINDS[said] in _ENDING and scores[said] - scores[own] >= _PLAINLY_ELSEWHERE
        strength = _UNDER_NEUTRAL_HEADING if self._is_neutral else _HOLD.get(self._kind, _UNDER_HEADING)
        scores[own] += strength * self._hold
        self._astray = self._astray + 1 if elsewhere else 0
        if self._astray > 1 or self._one_line or (elsewhere and scores[said] >= LONGEST_SCORE):
            self._hold *= _FADING
        self._one_line = False

    def _settle(self, scores: list[float], kind: SectionKind) -> None:
        """Take from the kinds that the heading rules out: duties under "Requirements" are still requirements."""
        if kind not in _SETTLED or kind == "team" or self._is_neutral:
            return
        ruled_out = [KIND_INDEX[other] for other in (_SETTLED_BY_SUMMARY if kind == "summary" else _SETTLED)]
        own = KIND_INDEX[kind]
        scores[own] = max(scores[own], self._hold * max(scores[other] for other in ruled_out))
        for other in ruled_out:
            if other != own:
                scores[other] *= 1 - _SETTLES * self._hold


def _is_past_list(unit: Unit, block: Block, above: Block) -> bool:
    """Whether a unit comes after the list or the paragraph that a heading opened."""
    if unit.heading is not None or unit.unknown_heading or not unit.first or unit.border not in ("paragraph", "list"):
        return False
    return not (block.kind == above.kind == "bullet" and unit.border == "paragraph")


def _is_title_line(text: str, unit: Unit, block: Block, number: int) -> bool:
    """Whether a unit can still belong to the header lines: short, not a sentence, not a heading of something else."""
    if unit.alone and unit.heading not in (None, "title"):
        return False
    if number > 8 or unit.heading not in (None, "title", "location", "schedule", "pay"):
        return False
    if block.kind == "bullet":
        return False
    line = text[unit.start : unit.end].strip()
    words = line.split()
    return len(words) <= 12 and not ends_sentence(line) and not (unit.unknown_heading and block.level > 1)
