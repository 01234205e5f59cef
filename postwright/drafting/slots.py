"""Hard facts of a line <-> slots such as [[1]], which a model places and which are filled word for word.

What is in a slot cannot be changed by a model, only put somewhere else; what looks like a fact outside one is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from postwright.drafting.wording import capital, small
from postwright.english import article_of
from postwright.model.statement import GroundingFinding

_MARK = re.compile(r"\[\[(\d{1,3})\]\]")
_BRACKETS = re.compile(r"\[\[[^\[\]]{0,80}\]\]|\[\[|\]\]")
"""What stands in double brackets, or a bracket left over: a person's own in a text, a broken slot in an answer."""
_JOINT = re.compile(r"\s*(?:,\s*(?:and\s|or\s)?|\s(?:and|or|to)\s|[/&–-])\s*")
"""What may stand between two facts of a list that are one slot: "Go, Rust or C++" keeps its "or"."""
_ARTICLE = re.compile(r"(?i)(?<!\w)(an?)(\s+)$")
NAMES = frozenset({"name", "technology"})
"""Kinds of facts that may stand in one list."""
_BLANK = "§"
"""Stands for a slot where the words around slots are searched for facts."""


@dataclass(frozen=True, slots=True)
class Span:
    """A fact at [start:end] of a text."""

    start: int
    end: int
    kind: str
    shown: str | None = None
    """What a model is told that it is; None for its own words."""


FindFacts = Callable[[str], Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Slot:
    """The words behind [[number]], and what a model is told of them."""

    number: int
    text: str
    shown: str
    opens: bool = False
    """Whether it is a number that stood first, with a capital that says nothing: "At least 5 years"."""

    @property
    def mark(self) -> str:
        return f"[[{self.number}]]"


@dataclass(frozen=True, slots=True)
class Slotted:
    """A text with slots in the place of its facts."""

    text: str
    slots: tuple[Slot, ...]

    @property
    def has_words(self) -> bool:
        """Whether there is anything beside the slots to word: two words or more."""
        return len(re.findall(r"[^\W\d_]{2,}", _MARK.sub(" ", self.text))) > 1

    def told(self) -> dict[str, str]:
        """Return what a model is told of each slot, by its mark."""
        return {slot.mark: slot.shown for slot in self.slots}


@dataclass(frozen=True, slots=True)
class Filled:
    """What a model wrote with its slots filled, and what is wrong with it; findings count characters of `text`."""

    text: str
    findings: tuple[GroundingFinding, ...] = ()


def slotted(text: str, spans: Iterable[Span]) -> Slotted:
    """Return `text` with its facts as slots, numbered from 1; facts that overlap or make a list are one."""
    own = [Span(*match.span(), "bracket") for match in _BRACKETS.finditer(text)]
    made, past = "", 0
    slots: list[Slot] = []
    for span in _joined(text, [*spans, *own]):
        words = text[span.start : span.end]
        opens = span.kind == "number" and _opens(made)
        slot = Slot(len(slots) + 1, words, words if span.shown is None else span.shown, opens)
        slots.append(slot)
        made += text[past : span.start] + slot.mark
        past = span.end
    return Slotted(made + text[past:], tuple(slots))


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order: overlapping ones as one, and lists of one kind as one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        last = joined[-1] if joined else None
        if last and span.start < last.end:
            shown = last.shown if last.shown is not None else span.shown
            joined[-1] = Span(last.start, max(last.end, span.end), last.kind, shown)
        elif last and _belong_together(text[last.end : span.start], last, span):
            joined[-1] = Span(last.start, span.end, last.kind)
        else:
            joined.append(span)
    return joined


def _belong_together(between: str, last: Span, span: Span) -> bool:
    """Whether two facts are one slot: a list of one kind, or a name with its number ("Unit 4")."""
    if last.shown is not None or span.shown is not None:
        return False
    named = (last.kind in NAMES, span.kind in NAMES)
    if between == " ":
        return named in ((True, False), (False, True))
    return (last.kind == span.kind or all(named)) and bool(_JOINT.fullmatch(between))


def fill(written: str, of: Slotted, *, find_facts: FindFacts) -> Filled:
    """Return what a model wrote of `of` with each slot's words in its place.

    Each slot must stand in it exactly once and no other, and no fact may stand outside the slots that does not stand
    outside them in `of` too.
    """
    slots = {slot.mark: slot for slot in of.slots}
    made, at, past = "", [0] * (len(written) + 1), 0
    for match in [*_MARK.finditer(written), None]:
        until = match.start() if match else len(written)
        at[past:until] = range(len(made), len(made) + until - past)
        made += written[past:until]
        if match:
            slot = slots.get(match[0])
            made = _with_article(made, slot.text) if slot else made
            at[match.start() : match.end()] = [len(made)] * len(match[0])
            made += _fitting(slot, before=made) if slot else match[0]
            past = match.end()
    at[len(written)] = len(made)
    found = [*_wrong_marks(written, of), *_outside(written, of, find_facts)]
    moved = [replace(finding, start=at[finding.start], end=at[finding.end]) for finding in found]
    return Filled(made, tuple(sorted(moved, key=lambda finding: (finding.start, finding.end))))


def _wrong_marks(written: str, of: Slotted) -> Iterable[GroundingFinding]:
    seen: set[str] = set()
    known = {slot.mark for slot in of.slots}
    for match in _BRACKETS.finditer(written):
        if match[0] not in known:
            message = f"“{match[0]}” stands for nothing of this line."
            yield GroundingFinding("slot_invented", *match.span(), message, refuses=True)
        elif match[0] in seen:
            words = next(slot.shown for slot in of.slots if slot.mark == match[0])
            yield GroundingFinding("slot_twice", *match.span(), f"“{words}” stands in it twice.", refuses=True)
        seen.add(match[0])
    for slot in of.slots:
        if slot.mark not in seen:
            message = f"“{slot.shown}” ({slot.mark}) is left out."
            yield GroundingFinding("dropped_part", 0, len(written), message, refuses=True)


def _outside(written: str, of: Slotted, find_facts: FindFacts) -> Iterable[GroundingFinding]:
    """Yield the facts between the slots that the line itself does not have between its slots."""
    plain, offsets = _blanked(written)
    before, _ = _blanked(of.text)
    for fact in find_facts(plain):
        words = plain[fact.start : fact.end]
        if not re.search(rf"(?i)(?<!\w){re.escape(words)}(?!\w)", before):
            message = f"“{words}” is not in the brief for this line."
            yield GroundingFinding(fact.kind, offsets[fact.start], offsets[fact.end - 1] + 1, message, refuses=True)


def _blanked(text: str) -> tuple[str, list[int]]:
    """Return the text with each slot as one mark, and for each of its characters the offset in `text`."""
    made, past = "", 0
    offsets: list[int] = []
    for match in [*_MARK.finditer(text), None]:
        until = match.start() if match else len(text)
        made += text[past:until]
        offsets += range(past, until)
        if match:
            made += _BLANK
            offsets.append(match.start())
            past = match.end()
    return made, offsets


def _with_article(before: str, words: str) -> str:
    """Return the text before a slot with the article that its words want."""
    found = _ARTICLE.search(before)
    if not found:
        return before
    article = article_of(words)
    return f"{before[: found.start()]}{article.capitalize() if found[1][0].isupper() else article}{found[2]}"


def _fitting(slot: Slot, *, before: str) -> str:
    """Return a slot's words with a first letter that fits its place."""
    if _opens(before):
        return capital(slot.text)
    return small(slot.text) if slot.opens else slot.text


def _opens(before: str) -> bool:
    """Whether a sentence begins behind this text."""
    return not before.strip() or before.rstrip().endswith((".", "!", "?"))
