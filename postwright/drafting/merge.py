"""Three-way merge by item: composed before, composed now, and the text as a person edited it.

Lines that the person left alone follow the brief; edited lines stay; the person's own lines stay after the line that
they were written after; deleted lines stay deleted. Where both the person and the brief changed a line, the edited line
stays and the conflict is reported, so that the page can show both.

    brief before ──compose──▶ base ──┐
    brief now ─────compose──▶ now  ──┼──▶ merged text
    what the person made of base ────┘
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from functools import lru_cache

from postwright.drafting.render import Line, gap, lines, to_markdown
from postwright.model.posting import Form, Posting

SIMILAR = 0.45
"""Share of equal words from which a changed line counts as an edit of the composed one, not as a new line."""
MOST_COMPARISONS = 10_000
"""A region with more pairs of lines is a wholly different text: comparing each pair would take minutes."""

_LIST_MARK = re.compile(r"\s*(?:[-*+•]|\d{1,9}[.)])\s")
_WORDS = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class MergeResult:
    """The merged text and what happened to the person's changes."""

    text: str
    kept: tuple[str, ...]
    """Ids of items (or keys of headings and title) whose edited lines stayed."""
    conflicts: tuple[tuple[str, str, str], ...] = ()
    """(id, line composed now, edited line); the composed line is empty where the brief no longer has the item."""
    removed: tuple[str, ...] = ()
    """Ids of items that the person deleted and that stay deleted."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A line of the edited text: `base` is the composed line that it is or was made from, None for a person's own."""

    text: str
    base: Line | None
    place: int
    """Its number among the filled lines of the edited text."""

    @property
    def edited(self) -> bool:
        return self.base is not None and self.text.rstrip() != self.base.text

    @property
    def form(self) -> Form:
        return "bullet" if _LIST_MARK.match(self.text) else "paragraph"


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line of the merged text, with the number it had in the edited text; None for a line that is new."""

    text: str
    form: Form
    key: str
    place: int | None
    reshaped: bool = False
    """Whether the composed line turned from paragraph to list line or back, so that old spacing does not fit."""


@dataclass
class _Outcome:
    """What is gathered while the lines are settled one by one."""

    placed: list[_Placed] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    conflicts: list[tuple[str, str, str]] = field(default_factory=list)


def merge(base: Posting, now: Posting, edited: str) -> MergeResult:
    """Bring the changes from `base` to `now` into `edited`, the text that a person made of `to_markdown(base)`.

    With `base` equal to `now` the edited text comes back unchanged; with `edited` equal to `to_markdown(base)`
    the result is `to_markdown(now)`.
    """
    if edited == to_markdown(base):
        return MergeResult(to_markdown(now), kept=())
    before, after = lines(base), lines(now)
    written, gaps = _split(edited if base == now else edited.replace("\r\n", "\n"))
    matched = _match(before, written)
    outcome = _settle(matched, after)
    text = edited if base == now else _join(_arrange(outcome.placed, before=before, after=after), gaps)
    present = {line.base.key for line in matched if line.base}
    composed = {line.key for line in after}
    removed = tuple(line.key for line in before if line.key not in present and line.key in composed)
    return MergeResult(text, tuple(outcome.kept), tuple(outcome.conflicts), removed)


@lru_cache(maxsize=64)  # a page asks for what was edited, what is missing, and where each line comes from
def matched_lines(base: Posting, edited: str) -> tuple[Line | None, ...]:
    """Return for each filled line of `edited` the line of `base` that it is or was made from, None for an own one."""
    return tuple(line.base for line in _match(lines(base), _split(edited)[0]))


def _split(text: str) -> tuple[list[str], list[str]]:
    """Return the filled lines, and the raw blanks before each of them and after the last."""
    filled, gaps = [], [""]
    for raw in re.split(r"(\n)", text):
        if raw.strip():
            filled.append(raw)
            gaps.append("")
        else:
            gaps[-1] += raw
    return filled, gaps


def _match(before: tuple[Line, ...], written: list[str]) -> list[_Written]:
    """Find for each written line the composed line that it is, or that it was made from."""
    stripped = [text.rstrip() for text in written]
    composed = [line.text for line in before]
    origin: dict[int, int] = {}
    matcher = difflib.SequenceMatcher(None, composed, stripped, autojunk=False)
    regions: list[tuple[range, range]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            origin.update(zip(range(j1, j2), range(i1, i2), strict=True))
        elif tag == "replace":
            regions.append((range(i1, i2), range(j1, j2)))
    _match_moved(composed, stripped, origin)
    for gone, come in regions:
        _match_edited(composed, stripped, gone, come, origin)
    return [
        _Written(text, before[origin[place]] if place in origin else None, place) for place, text in enumerate(written)
    ]


def _match_moved(composed: list[str], written: list[str], origin: dict[int, int]) -> None:
    """Match lines that stand unchanged elsewhere, once on each side."""
    taken = set(origin.values())
    free = {text: number for number, text in enumerate(composed) if number not in taken}
    for place, text in enumerate(written):
        if place not in origin and text in free:
            origin[place] = free.pop(text)


def _match_edited(composed: list[str], written: list[str], gone: range, come: range, origin: dict[int, int]) -> None:
    """Match changed lines in one replaced region by likeness, the most alike first."""
    if len(gone) * len(come) > MOST_COMPARISONS:
        return
    taken = set(origin.values())
    pairs = [
        (_likeness(composed[number], written[place]), number, place)
        for number in gone
        if number not in taken
        for place in come
        if place not in origin
    ]
    for likeness, number, place in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if likeness < SIMILAR:
            return
        if place not in origin and number not in taken:
            origin[place] = number
            taken.add(number)


def _likeness(one: str, other: str) -> float:
    """Return the share of words, in order, that two lines have in common, from 0 to 1."""
    if one[:2] == "# " and other[:2] == "# ":
        return 1.0
    words = _WORDS.findall(one[:2_000].casefold()), _WORDS.findall(other[:2_000].casefold())
    return difflib.SequenceMatcher(None, words[0], words[1], autojunk=False).ratio()


def _settle(matched: list[_Written], after: tuple[Line, ...]) -> _Outcome:
    """Decide for each written line whether it stays, follows the brief, or goes."""
    composed = {line.key: line for line in after}
    outcome = _Outcome()
    for number, line in enumerate(matched):
        placed = _settled(line, composed, outcome)
        if placed is None and _still_needed(matched, number, composed):
            placed = _Placed(line.text, line.form, "", line.place)
        if placed is not None:
            outcome.placed.append(placed)
    return outcome


def _settled(line: _Written, composed: dict[str, Line], outcome: _Outcome) -> _Placed | None:
    if line.base is None:
        return _Placed(line.text, line.form, "", line.place)
    key, now = line.base.key, composed.get(line.base.key)
    if now is not None and now.text == line.text.rstrip():
        return _Placed(line.text, now.form, key, line.place, reshaped=now.form != line.base.form)
    if not line.edited:
        if now is None:
            return None
        return _Placed(now.text, now.form, key, line.place, reshaped=now.form != line.base.form)
    if now is None or now.text != line.base.text:
        outcome.conflicts.append((key, now.text if now else "", line.text))
    outcome.kept.append(key)
    return _Placed(line.text, line.form, key, line.place)


def _still_needed(matched: list[_Written], number: int, composed: dict[str, Line]) -> bool:
    """Whether a heading that the brief no longer has still stands over lines that are the person's alone."""
    base = matched[number].base
    if base is None or not base.is_heading:
        return False
    below: list[_Written] = []
    for line in matched[number + 1 :]:
        if line.base is not None and line.base.is_heading:
            break
        below.append(line)
    staying = [line for line in below if line.base is None or line.edited]
    return bool(staying) and not any(line.base is not None and line.base.key in composed for line in below)


def _arrange(placed: list[_Placed], *, before: tuple[Line, ...], after: tuple[Line, ...]) -> list[_Placed]:
    """Put new lines in and follow the brief's order, unless the person has an order of their own."""
    blocks = _blocks(placed)
    order = [block[0].key for block in blocks if block[0].key]
    composed_before = [line.key for line in before if line.key in order]
    composed_now = [line.key for line in after if line.key in order]
    if order == composed_before and set(composed_now) == set(order):
        blocks = _reordered(blocks, composed_now)
    known = {line.key for line in before}
    heading: Line | None = None
    for number, line in enumerate(after):
        if line.is_heading:
            heading = line
        if line.key in known:
            continue
        place = _place_for(number, after, blocks)
        if heading is not None and not line.is_heading and not _is_open(heading, after, blocks):
            blocks.insert(place, [_new(heading)])
            place += 1
        blocks.insert(place, [_new(line)])
    return [line for block in blocks for line in block]


def _new(line: Line) -> _Placed:
    return _Placed(line.text, line.form, line.key, None)


def _is_open(heading: Line, after: tuple[Line, ...], blocks: list[list[_Placed]]) -> bool:
    """Whether the section of `heading` is there: its heading or any of its lines."""
    keys = {block[0].key for block in blocks}
    start = after.index(heading)
    section = [heading.key]
    for line in after[start + 1 :]:
        if line.is_heading:
            break
        section.append(line.key)
    return not keys.isdisjoint(section)


def _blocks(placed: list[_Placed]) -> list[list[_Placed]]:
    """Return each composed line with the person's own lines after it; own lines at the top are a block of their own."""
    blocks: list[list[_Placed]] = []
    for line in placed:
        if line.key or not blocks:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def _reordered(blocks: list[list[_Placed]], order: list[str]) -> list[list[_Placed]]:
    """Return the blocks in the order of the keys; a block without a key stays first."""
    rank = {key: number for number, key in enumerate(order)}
    return sorted(blocks, key=lambda block: rank.get(block[0].key, -1))


def _place_for(number: int, after: tuple[Line, ...], blocks: list[list[_Placed]]) -> int:
    """Return where in `blocks` the line `after[number]` belongs: behind the nearest line before it that is there."""
    places = {block[0].key: place for place, block in enumerate(blocks) if block[0].key}
    for line in reversed(after[:number]):
        if line.key in places:
            return places[line.key] + 1
    later = (places[line.key] for line in after[number + 1 :] if line.key in places)
    return next(later, len(blocks))


def _join(placed: list[_Placed], gaps: list[str]) -> str:
    """Return the text, with the edited text's own blanks between lines that stood side by side in it."""
    if not placed:
        return ""
    text = gaps[0] if placed[0].place == 0 else ""
    previous: _Placed | None = None
    for line in placed:
        text += (_gap_between(previous, line, gaps) if previous else "") + line.text
        previous = line
    return text + (gaps[-1] if placed[-1].place == len(gaps) - 2 else "\n")


def _gap_between(previous: _Placed, line: _Placed, gaps: list[str]) -> str:
    side_by_side = previous.place is not None and line.place == previous.place + 1
    if side_by_side and line.place is not None and not (previous.reshaped or line.reshaped):
        return gaps[line.place]
    return gap(previous.form, line.form)
