"""What a number belongs to: the words around it must be those around the same number in one source.

"24 nurses and 9 assistants" is not "9 nurses and 24 assistants". The text is cut into one stretch for each number; a
number is misplaced where its stretch shares words with that of another number and none with its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from postwright.grounding.amounts import Amount, unit_of
from postwright.grounding.checks.amounts import matches
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Lexicon
from postwright.grounding.prepared import Token
from postwright.model.statement import GroundingFinding

_JOINS = frozenset((",", "and", "or", "but", "while", "plus", "including", "with"))
_PREPOSITIONS = frozenset(
    ("in", "of", "within", "for", "after", "at", "to", "by", "on", "from", "over", "during", "before")
)


_MEASURES = frozenset(("minute", "day", "month", "%", "km", "mile", "kg", "lb", "byte"))
"""Units that say nothing of what is counted; a night or a weekend does."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words that belong to one number, as stems; `amount` is None for "a" and "an"."""

    amount: Amount | None
    before: frozenset[str]
    behind: frozenset[str]
    source: Examined
    tied: frozenset[str] = frozenset()
    """The numbers right beside it, with nothing but a preposition between: "£18.60 after 40 hours"."""

    @property
    def stems(self) -> frozenset[str]:
        return self.before | self.behind


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield every number whose words belong to another number, or to nothing, in the sources."""
    if not statement.amounts:
        return
    known = [stretch for source in sources for stretch in stretches(source, lexicon)]
    if not known:
        return
    here = stretches(statement, lexicon)
    for said in here:
        amount = said.amount
        if amount is None or (amount.clock and not amount.plain[0].is_integer()) or amount.is_clock:
            continue
        own = [k for k in known if k.amount is not None and _same(statement, amount, k.source, k.amount)]
        if not own:
            continue
        shared = _taken(
            said, own, [k for k in known if k not in own and not (k.amount and k.amount.is_clock)], here, statement
        )
        if shared:
            start, end = statement.span(amount.first, amount.last)
            words = statement.words(amount.first, amount.last)
            message = (
                f"“{words}” is said of “{_words_of(statement, shared)}”; in the sources it belongs to something else."
            )
            yield GroundingFinding("binding", start, end, message, True)


def _taken(
    said: Stretch, own: list[Stretch], others: list[Stretch], here: tuple[Stretch, ...], statement: Examined
) -> frozenset[str]:
    """Return the words of a number that are those of another number in the sources; none where it has its own."""
    ties = said.tied - _union(k.tied for k in own)
    unit = said.amount.unit if said.amount else ""
    alike = [k for k in others if unit and k.amount is not None and k.amount.unit == unit]
    if ties and any(k.tied & ties for k in alike) and not _is_tied_anyhow(said, own):
        return frozenset((*said.stems, *ties))
    behind = _union(k.behind for k in own)
    if said.behind and behind:  # "two account executives": what stands behind a number counts for more
        common = _in_several(own, others)
        tells_more = said.behind - common and behind - common
        if said.behind & behind and (said.stems & behind - common or not tells_more):
            return frozenset()
        for k in own:
            if said.behind & k.before and said.before & k.behind and not _is_moment(said, k):
                return said.behind & k.before
        return next((found for k in others if (found := k.behind & said.behind - common)), frozenset())
    theirs = _union(k.stems for k in own)
    if said.stems & theirs:
        return frozenset()
    for other in others:
        shared = other.stems & said.stems
        is_apart = all(k.source is not other.source for k in own)
        if shared and (theirs or _is_swapped(other, here, statement, is_apart=is_apart)):
            return shared
    return frozenset()


def _is_moment(said: Stretch, own: Stretch) -> bool:
    """Say whether both numbers say when: "permanent after six months", "after six months it becomes permanent"."""
    return all(
        stretch.amount is not None
        and any(
            token.low in ("after", "within", "once", "following", "before")
            for token in stretch.source.prepared.tokens[max(0, stretch.amount.first - 4) : stretch.amount.first]
        )
        for stretch in (said, own)
    )


def _in_several(own: list[Stretch], others: list[Stretch]) -> frozenset[str]:
    """Return the words that stand behind a number and behind another one too, and so tell nothing."""
    return _union(k.behind for k in own) & _union(k.behind for k in others)


def _is_tied_anyhow(said: Stretch, own: list[Stretch]) -> bool:
    return bool(said.tied & _union(k.tied for k in own))


def _is_swapped(other: Stretch, here: tuple[Stretch, ...], statement: Examined, *, is_apart: bool) -> bool:
    """Say whether the number that the words belong to stands in the statement too, without them.

    Without any words it counts only where the two numbers stand in different sources.
    """
    if other.amount is None:
        return False
    found = [s for s in here if s.amount is not None and _same(statement, s.amount, other.source, other.amount)]
    return any(s.stems or is_apart for s in found) and not any(s.stems & other.stems for s in found)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def _same(statement: Examined, amount: Amount, source: Examined, known: Amount) -> bool:
    return len(amount.values) == len(known.values) and all(
        matches(statement, amount, n, source, known, n) for n in range(len(amount.values))
    )


def _words_of(statement: Examined, stems: frozenset[str]) -> str:
    return " ".join(token.text for token in statement.prepared.words if token.stem in stems) or "another number"


def stretches(examined: Examined, lexicon: Lexicon) -> tuple[Stretch, ...]:
    """Return the text cut into one stretch for each number, articles included."""
    tokens = examined.prepared.tokens
    marks = _marks(examined)
    if not marks:
        return ()
    plain = lexicon.idle
    left_out = {at for period in examined.periods for at in range(period.first, period.last + 1)}
    for hit in examined.hits("units", "numbers", "comparators", "currencies"):
        if hit.entry.category != "units" or unit_of(hit.entry)[0] in _MEASURES:
            left_out.update(range(hit.first, hit.last + 1))
    for amount in examined.amounts:
        left_out.update(range(amount.first, amount.last + 1) if amount.joint else (amount.first,))
    cuts = [0, *(_cut(tokens, one, other) for one, other in pairwise(marks)), len(tokens)]
    found = []
    for number, (first, last, of) in enumerate(marks):
        clauses = (tokens[first].clause, tokens[last].clause)
        words = [
            (at, token.stem)
            for at, token in enumerate(tokens[cuts[number] : cuts[number + 1]], start=cuts[number])
            if token.kind == "word"
            and token.clause in clauses
            and at not in left_out
            and not {token.low, token.stem} & plain
        ]
        before = frozenset(stem for at, stem in words if at < first)
        behind = frozenset(stem for at, stem in words if at > first)
        found.append(Stretch(of, before, behind, examined, _tied(tokens, marks, number)))
    return tuple(found)


def _tied(tokens: Sequence[Token], marks: Sequence[tuple[int, int, Amount | None]], number: int) -> frozenset[str]:
    """Return the numbers beside a number that no comma, conjunction or clause parts from it."""
    found = set()
    for one, two in ((number - 1, number), (number, number + 1)):
        if one < 0 or two >= len(marks):
            continue
        other = marks[two if one == number else one][2]
        between = tokens[marks[one][1] + 1 : marks[two][0]]
        is_parted = any(t.low in _JOINS or t.clause != tokens[marks[one][1]].clause for t in between)
        if other is not None and not is_parted and len(between) <= _NEAR and not other.weak:
            found.add("#" + "-".join(f"{value:g}" for value in other.values))
    return frozenset(found)


_NEAR = 6
"""Tokens between two numbers that belong to each other."""


def _marks(examined: Examined) -> list[tuple[int, int, Amount | None]]:
    """Return where the numbers and the articles stand."""
    taken = {at for amount in examined.amounts for at in range(amount.first, amount.last + 1)}
    taken |= {at for period in examined.periods for at in range(period.first, period.last + 1)}
    marks: list[tuple[int, int, Amount | None]] = [
        (a.first, a.last, a) for a in examined.amounts if not (a.form == "ordinal" and a.weak)
    ]
    for at, token in enumerate(examined.prepared.tokens):
        if token.low in ("a", "an") and at not in taken and at and examined.prepared.tokens[at - 1].low in (",", "and"):
            marks.append((at, at, None))
    return sorted(marks, key=lambda mark: mark[0])


def _cut(tokens: Sequence[Token], left: tuple[int, int, Amount | None], right: tuple[int, int, Amount | None]) -> int:
    """Return the token at which the stretch of the left number ends and that of the right one begins."""
    begin, end = left[1] + 1, right[0]
    if right[2] is not None and right[2].comparator_at is not None:
        end = max(begin, min(end, right[2].comparator_at[0]))
    for at in range(begin, end):
        if tokens[at].clause != tokens[begin - 1].clause:
            return at
    for mark in (_JOINS, _PREPOSITIONS):
        for at in range(end - 1, begin - 1, -1):
            if tokens[at].low in mark:
                return at
    return end
