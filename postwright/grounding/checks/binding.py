"""What belongs together: numbers, days, moments, names and people keep the words that they have in the sources.

"24 nurses and 9 assistants" is not "9 nurses and 24 assistants", "hens daily, goats twice a week" is not "goats daily,
hens twice a week". Two tests: two marks of a line have changed places where the words near the one stand near the other
in the source; and a mark is misplaced where it has words of another mark of the source and none of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise, permutations

from postwright.grounding.amounts import Amount
from postwright.grounding.checks.amounts import matches
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Lexicon, longest
from postwright.grounding.prepared import Token
from postwright.model.statement import GroundingFinding

_YOU, _WE = "@you", "@we"
"""What words that say who gives mean: the reader, the employer."""
_WORKPLACES = frozenset(("workplace.home", "workplace.office"))
_OFTEN = "often"
_LISTS = frozenset((",", "and", "or", "&", "/", "-", "to"))
"""What stands between the members of a list."""
_FEW = 3
"""Ordinals up to which "first" and the like tell an order; others are days of the month."""
_MOST_WORDS = 30
"""Words of a line by which it is told what belongs to which mark."""
_OF_PLACES = frozenset(("location", "workplace", "travel"))
"""Fields whose entries begin with the names of places."""
_YEARS = range(1900, 2100)
"""Numbers without a unit that are taken for years."""
_MOST_MARKS = 12
"""Marks of a line that are looked at for having changed places; no honest line has more."""
_PART, _CLAUSE, _FAR = 4, 12, 14
"""Tokens that a word in another part and in another clause counts as farther away, and the farthest that counts."""
_TIED = 5
"""Tokens from one mark to another that belongs to it at most."""
_CLEAR = 3
"""Tokens that a word is nearer to one mark than to the other where it clearly belongs to it."""


@dataclass(slots=True)
class Mark:
    """A day, moment, number, name or "how often" in a text, with the words that belong to it."""

    source: Examined
    first: int
    last: int
    group: str
    """What it can be confused with: marks of one group."""
    key: str
    amount: Amount | None = None
    words: list[frozenset[str]] = field(default_factory=list)
    """What each of its words means."""

    def is_same(self, other: Mark) -> bool:
        """Say whether two marks, of a line and of a source, say the same."""
        if self.amount is None or other.amount is None:
            return self.amount is other.amount and self.key == other.key
        one, two = self.amount, other.amount
        return len(one.values) == len(two.values) and all(
            matches(self.source, one, n, other.source, two, n) for n in range(len(one.values))
        )

    def shares(self, words: list[frozenset[str]]) -> bool:
        """Say whether one of its words means what one of these means."""
        return any(not own.isdisjoint(other) for own in self.words for other in words)


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield every mark with the words of another."""
    given = [mark for source in sources for mark in source.once(marks)]
    groups = Counter(mark.group for mark in given)
    if not any(count > 1 for count in groups.values()):
        return
    said = statement.once(marks)
    for mark in said:
        own = [each for each in given if mark.is_same(each)]
        others = [each for each in given if each.group == mark.group and not mark.is_same(each)]
        if own and others and (taken := _taken(mark, own, others, said)) is not None:
            yield _finding(statement, mark, taken)
    for mark, other in _exchanged(statement, said, given):
        yield _finding(statement, mark, other)


def _finding(statement: Examined, mark: Mark, taken: Mark) -> GroundingFinding:
    words, theirs = statement.words(mark.first, mark.last), taken.source.words(taken.first, taken.last)
    start, end = statement.span(mark.first, mark.last)
    message = f"“{words}”: in the sources these words belong to “{theirs}”."
    return GroundingFinding("binding", start, end, message, True)


# ---- a mark with the words of another


def _taken(mark: Mark, own: list[Mark], others: list[Mark], said: list[Mark]) -> Mark | None:
    """Return the mark of the sources whose words a mark of the line has."""
    theirs = [word for other in others for word in other.words]
    ours = [word for each in own for word in each.words]
    mine = _only(ours, theirs)
    if not mine:
        return None
    has_own, known = mark.shares(mine), mark.source.meaning.all_concepts
    is_replaced = any(word.isdisjoint(known) for word in mine)
    for other in others:
        alone = _only(other.words, ours)
        rivals = [each for each in said if each.is_same(other)]
        if not mark.shares(alone):
            continue
        is_one = other.amount is not None and other.amount.weak  # "a researcher"
        if not rivals and (not has_own or (is_replaced and not is_one)):
            return other
        if not has_own and any(each.shares(mine) or not each.shares(alone) for each in rivals):
            return other
    return None


def _only(words: list[frozenset[str]], others: list[frozenset[str]]) -> list[frozenset[str]]:
    return [word for word in words if all(word.isdisjoint(other) for other in others)]


# ---- two marks that have changed places


def _exchanged(statement: Examined, said: list[Mark], given: list[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Yield the first two marks, of the line and of the sources: the words of each are nearer to the other there."""
    both = [(mark, same[0]) for mark in said[:_MOST_MARKS] if len(same := [m for m in given if mark.is_same(m)]) == 1]
    if len(both) < 2:
        return
    yield from _tied_elsewhere(both)
    words = _shared_words(statement, given)[:_MOST_WORDS]
    for (one, its), (other, others) in combinations(both, 2):
        if one.group != other.group or its is others or _is_list(one, other) or _is_list(its, others):
            continue
        things = words + [
            (_Place(mark.source, mark.first), _Place(same.source, same.first))
            for mark, same in both
            if mark.group != one.group or (mark not in (one, other) and same not in (its, others))
        ]
        if _is_turned(one, other, its, others, things):
            yield one, others
            return


def _tied_elsewhere(both: list[tuple[Mark, Mark]]) -> Iterator[tuple[Mark, Mark]]:
    """Yield numbers right beside another that belongs to a third in the source: "€2,700 in the first year"."""
    numbers = [pair for pair in both if pair[0].amount is not None]
    for (one, its), (other, others) in permutations(numbers, 2):
        if one.group == other.group or its.source is not others.source or not _are_tied(one, other):
            continue
        rivals = [m for m in its.source.once(marks) if m.group == its.group and m is not its]
        place = _Place(others.source, others.first)
        is_theirs = any(_are_tied(rival, others) and _nearer(rival, its, place) >= _CLEAR for rival in rivals)
        if is_theirs and not _are_tied(its, others):
            yield one, others
            return


def _are_tied(one: Mark, other: Mark) -> bool:
    """Say whether two marks stand beside each other in one part of a sentence."""
    tokens = one.source.prepared.tokens
    between = max(one.first, other.first) - min(one.last, other.last)
    return one.source is other.source and between <= _TIED and tokens[one.first].part == tokens[other.first].part


@dataclass(frozen=True, slots=True)
class _Place:
    """A token of a text."""

    text: Examined
    at: int


def _is_list(one: Mark, other: Mark) -> bool:
    """Say whether two marks stand in one list, so that what is said of the one is said of the other."""
    if one.source is not other.source:
        return False
    first, last = sorted((one, other), key=lambda mark: mark.first)
    between = one.source.prepared.tokens[first.last + 1 : last.first]
    content = one.source.meaning.content if one.amount else ()
    is_bare = not any(mark.first <= at <= mark.last for mark in (one, other) for at in content)
    return is_bare and all(token.low in _LISTS for token in between)


def _is_turned(one: Mark, other: Mark, its: Mark, others: Mark, things: list[tuple[_Place, _Place]]) -> bool:
    """Say whether words that are nearer to one of two marks in the line are nearer to the other in the source."""
    nearer = [(_nearer(one, other, here), _nearer(its, others, there)) for here, there in things]
    clear = [(ours > 0, theirs > 0) for ours, theirs in nearer if min(abs(ours), abs(theirs)) >= _CLEAR]
    if its.source is not others.source:
        return 2 * sum(ours != theirs for ours, theirs in clear) > len(clear)
    apart = [(ours, theirs) for (ours, theirs), other in combinations(clear, 2) if other == (not ours, not theirs)]
    return 2 * sum(ours != theirs for ours, theirs in apart) > len(apart)


def _nearer(one: Mark, other: Mark, place: _Place) -> int:
    """Return by how many tokens a word is nearer to one mark than to another."""
    return _distance(other, place) - _distance(one, place)


def _distance(mark: Mark, place: _Place) -> int:
    if mark.source is not place.text:
        return _FAR
    tokens, at = mark.source.prepared.tokens, place.at
    word, near = tokens[at], tokens[mark.first if at < mark.first else mark.last]
    parted = _PART * (word.part != near.part) + _CLAUSE * (word.clause != near.clause)
    return min(_FAR, max(mark.first - at, at - mark.last, 0) + parted)


def _shared_words(statement: Examined, given: list[Mark]) -> list[tuple[_Place, _Place]]:
    """Return the words that the line and its sources have once."""
    here, there = _by_meaning([statement]), _by_meaning(list(dict.fromkeys(mark.source for mark in given)))
    found = {
        ours[0]: theirs[0]
        for concept, ours in here.items()
        if len(ours) == 1 and len(theirs := there.get(concept, [])) == 1
    }
    return list(found.items())


def _by_meaning(texts: list[Examined]) -> dict[str, list[_Place]]:
    """Return the words of some texts, but for numbers and units, by what they mean."""
    found: dict[str, list[_Place]] = {}
    for text in texts:
        taken = {hit.first for hit in text.hits("numbers", "currencies")}
        amounts = {at for amount in text.amounts for at in range(amount.first, amount.last + 1)}
        taken |= {hit.first for hit in text.hits("units")} & amounts
        for at in text.meaning.telling:
            if at not in taken and text.prepared.tokens[at].kind == "word":
                for concept in text.meaning.concepts[at]:
                    found.setdefault(concept, []).append(_Place(text, at))
        for at, token in enumerate(text.prepared.tokens):
            if token.low in text.lexicon.grammar.in_order:
                found.setdefault(token.low, []).append(_Place(text, at))
    return found


# ---- the marks of a text


def marks(text: Examined) -> list[Mark]:
    """Return the marks of a text, each with its words: those of one group part a text among them."""
    groups: dict[str, list[Mark]] = {}
    for mark in sorted(_found(text), key=lambda mark: mark.first):
        groups.setdefault(mark.group, []).append(mark)
    for group in groups.values():
        _fill(text, group)
    return [mark for group in groups.values() for mark in group]


def _fill(text: Examined, group: list[Mark]) -> None:
    """Give each mark of one group the words between it and its neighbours."""
    tokens, telling = text.prepared.tokens, set(text.meaning.telling)
    grammar = text.lexicon.grammar
    sides = ((_YOU, grammar.side_you), (_WE, grammar.side_we))
    spans = [(mark.first, mark.last) for mark in group] + [(period.first, period.last) for period in text.periods]
    left_out = {at for first, last in spans for at in range(first, last + 1)}
    left_out |= {hit.first for hit in text.meaning.of("numbers")}
    for at, mark in enumerate(group):
        begin = _cut(text, group[at - 1].last + 1, mark.first) if at else 0
        end = _cut(text, mark.last + 1, group[at + 1].first) if at + 1 < len(group) else len(tokens)
        comma = next((index for index in range(mark.last + 1, end) if tokens[index].text == ","), end)
        if any(index in telling for index in (*range(begin, mark.first), *range(mark.last + 1, comma))):
            end = next((index for index in range(mark.last + 1, end) if tokens[index].text == ","), end)
        for index in range(begin, end):
            if index in left_out or tokens[index].kind != "word":
                continue
            if index in telling and _is_near(tokens, index, mark):
                mark.words.append(text.meaning.concepts[index])
            mark.words += [frozenset((side,)) for side, words in sides if tokens[index].low in words]
    for one, two in pairwise(group):
        between = range(one.last + 1, two.first)
        if not any(index in telling or tokens[index].low in grammar.side_you | grammar.side_we for index in between):
            one.words = two.words = one.words + two.words  # Monday to Friday


def _is_near(tokens: tuple[Token, ...], at: int, mark: Mark) -> bool:
    """Say whether a word stands in the sentence part of a mark; a mark alone in brackets has the words before them."""
    if tokens[at].clause == tokens[mark.first].clause:
        return True
    is_in_brackets = mark.first > 0 and tokens[mark.first - 1].text == "(" and tokens[mark.last + 1 : mark.last + 2]
    return bool(is_in_brackets) and at < mark.first and tokens[at].clause == tokens[mark.first].clause - 1


def _cut(text: Examined, begin: int, end: int) -> int:
    """Return the token at which the words of one mark end and those of the next begin."""
    tokens, grammar = text.prepared.tokens, text.lexicon.grammar
    for at in range(begin, end):
        if tokens[at].clause != tokens[begin - 1].clause and tokens[at].text not in "()":
            return at
    for kind in (grammar.cut_first, grammar.cut_next, grammar.cut_last):
        for at in range(end - 1, begin - 1, -1):
            if tokens[at].low in kind:
                return at
    return end


def _names(text: Examined) -> Iterator[Mark]:
    """Yield the names in a text, words in a row as one; codes such as "B2" stand by themselves."""
    tokens = text.prepared.tokens
    places = _placed(text)
    run: list[int] = []
    for at, token in enumerate(tokens):
        is_code = token.kind == "word" and any(map(str.isdigit, token.text))
        is_capital = token.kind == "word" and token.text[0].isupper() and token.low != "i"
        is_name = is_capital and (not token.opens or (at in places and not _is_capital(tokens, at + 1)))
        if run and (is_code or not is_name):
            yield Mark(text, run[0], run[-1], "name", text.words(run[0], run[-1]).lower())
            run = []
        if is_code:
            yield Mark(text, at, at, "code", token.low)
        elif is_name:
            run.append(at)
    if run:
        yield Mark(text, run[0], run[-1], "name", text.words(run[0], run[-1]).lower())


def _placed(text: Examined) -> set[int]:
    """Return the tokens that may name a place though they open a sentence."""
    if text.field in _OF_PLACES:
        return {at for at, token in enumerate(text.prepared.tokens) if token.opens}
    return {hit.first for hit in text.hits("places")}


def _is_capital(tokens: tuple[Token, ...], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[0].isupper()


def _opens_clause(text: Examined, amount: Amount) -> bool:
    """Say whether "once" means "as soon as": a word follows that belongs to no number."""
    tokens = text.prepared.tokens
    following = tokens[amount.last + 1] if amount.last + 1 < len(tokens) else None
    return (
        following is not None and following.kind == "word" and following.low not in text.lexicon.grammar.counting_often
    )


def _is_in_month(text: Examined, amount: Amount) -> bool:
    """Say whether a month stands beside a number: the first of September."""
    beside = range(amount.first - 2, amount.last + 4)
    return any(hit.entry.value == "capital" and hit.first in beside for hit in text.hits("time_words"))


def _group_of(amount: Amount) -> str:
    if amount.form == "times":
        return _OFTEN
    is_year = not amount.unit and all(value in _YEARS for value in amount.plain)
    group = "clock" if amount.is_clock else "year" if is_year else amount.unit
    return f"{group} by number" if amount.form == "ordinal" else group


def _found(text: Examined) -> Iterator[Mark]:
    held: set[int] = set()
    beside: set[int] = set()
    tokens, group = text.prepared.tokens, ""
    grammar = text.lexicon.grammar
    for amount in text.amounts:
        before = tokens[amount.first - 1].low if amount.first else ""
        is_word = amount.weak and (amount.form not in ("cardinal", "times") or before in grammar.numbered)
        is_word = is_word or (amount.form == "times" and _opens_clause(text, amount))
        is_order = max(amount.plain) <= _FEW or _is_in_month(text, amount)
        if is_word or (amount.form == "ordinal" and not amount.unit and is_order):
            continue
        held.update(range(amount.first, amount.last + 1))
        beside.update((amount.first - 1, amount.last + 1))
        following = tokens[amount.last + 1].low if amount.last + 1 < len(tokens) else ""
        is_elliptic = (
            not following
            or following in grammar.elliptic
            or (following.endswith("ing") and not following.endswith("thing"))
        )
        if amount.unit or not is_elliptic:  # "two years of Go, five of Java"
            group = _group_of(amount)
        yield Mark(text, amount.first, amount.last, group, "", amount)
    for period in text.periods:
        if held.isdisjoint(range(period.first - 2, period.last + 1)):
            held.update(range(period.first, period.last + 1))
            yield Mark(text, period.first, period.last, _OFTEN, f"{period.size:g} {period.unit}")
    for hit in text.hits("days", "time_words"):
        is_named = hit.entry.value != "capital" or text.prepared.tokens[hit.first].text[0].isupper()
        if is_named and held.isdisjoint(range(hit.first, hit.last + 1)):
            held.update(range(hit.first, hit.last + 1))
            yield Mark(text, hit.first, hit.last, hit.entry.category, hit.entry.id)
    for hit in longest(text.meaning.of("degrees")):
        if held.isdisjoint(range(hit.first, hit.last + 1)):
            yield Mark(text, hit.first, hit.last, "degree", hit.entry.value)
    for hit in text.hits("workplace", "places"):
        if hit.entry.id in _WORKPLACES and held.isdisjoint(range(hit.first, hit.last + 1)):
            yield Mark(text, hit.first, hit.last, "name", hit.entry.id)
    for mark in _names(text):
        if held.isdisjoint(range(mark.first, mark.last + 1)) and beside.isdisjoint((mark.first, mark.last)):
            yield mark  # the "Class" of "Class 1" is no name
