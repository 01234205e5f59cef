"""Who stands above whom: a line may not let the reader lead those to whom the source lets the reader report.

"Reports to the registrar; three clerks report to the post" is not "you report to three clerks", however it is put.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Hit, longest
from postwright.model.statement import GroundingFinding

_TOLD: frozenset[str | None] = frozenset(("reporting_line", "team", "summary", "responsibility", "outcome"))
"""Fields that say who stands above whom."""
_ORGANISED: frozenset[str | None] = frozenset(("reporting_line", "team"))
"""Fields in which nobody stands below the reader unless they say so."""
_YOU = frozenset(("you", "you'll", "you're", "you've", "you'd"))
_LINKS = frozenset(
    ("and", "or", ",", "&", "to", "as", "well", "both", "the", "a", "an", "also", "by", "of", "our", "your")
)
_BE = frozenset(("is", "are", "be", "being", "been", "was", "were"))
_FURTHER = frozenset(("and", ",", "or", "while", "but", "as"))
_JOINS = frozenset(("and", "or", "while", "but"))
_RELATIVE = frozenset(("who", "which", "that"))


@dataclass(frozen=True, slots=True)
class Person:
    """One who is named, from token `first` to token `last`; the reader has no words."""

    first: int
    last: int
    head: frozenset[str]
    words: frozenset[str]

    @property
    def is_reader(self) -> bool:
        return not self.head

    def is_same(self, other: Person) -> bool:
        """Say whether two are the same, as far as their names tell."""
        if self.is_reader or other.is_reader:
            return self.is_reader and other.is_reader
        is_part = self.words <= other.words or other.words <= self.words
        return not self.head.isdisjoint(other.head) and is_part


Rank = tuple[Person, Person, Hit]
"""The one above, the one below, and the words that say so."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield where somebody stands above another whom the source has the other way round."""
    said = compared.statement.once(ranks_of)
    denies = any(hit.entry.value == "no" for hit in compared.statement.meaning.of("polarity"))
    for index, source in enumerate(compared.sources):
        if source.field not in _TOLD:
            continue
        given = source.once(ranks_of)
        for above, below, hit in said:
            if compared.owners[hit.first] != index or any(_are(pair, above, below) for pair in given):
                continue
            if denies:
                continue
            if any(_are(pair, below, above) for pair in given):
                yield _finding(compared, hit, "in the entry it is the other way round.")
            elif (
                not above.is_reader
                and not below.is_reader
                and any(pair[0].is_reader and pair[1].is_same(below) for pair in given)
            ):
                yield _finding(compared, hit, "in the entry they report to the reader.")
            elif above.is_reader and source.field in _ORGANISED and not any(pair[0].is_reader for pair in given):
                yield _finding(compared, hit, "in the entry the reader stands above nobody.")


def _are(pair: Rank, above: Person, below: Person) -> bool:
    return pair[0].is_same(above) and pair[1].is_same(below)


def ranks_of(text: Examined) -> list[Rank]:
    """Return who stands above whom, in the order of the text."""
    tokens = text.prepared.tokens
    people = _people(text)
    found: list[Rank] = []
    before: Person | None = None
    hits = list(longest(text.meaning.of("hierarchy")))
    for at, hit in enumerate(hits):
        if hit.entry.value == "boss":
            found += _of_boss(text, people, hit)
            continue
        clause = tokens[hit.first].clause
        is_passive = (
            hit.entry.value == "down"
            and hit.first > 0
            and tokens[hit.first - 1].low in _BE
            and tokens[hit.first].low.endswith(("ed", "led"))
        )
        counts = {amount.first for amount in text.amounts}
        if tokens[hit.first].low == "under" and not counts.isdisjoint((hit.last + 1, hit.first)):
            continue  # under 95%
        if is_passive or any(p.first <= hit.first <= p.last for p in people):
            continue
        subject = _subject(text, people, hit, before)
        end = next((h.first for h in hits[at + 1 :] if h.entry.value != "boss"), len(tokens))
        behind = [p for p in people if hit.last < p.first < end and tokens[p.first].clause == clause]
        if end < len(tokens) and len(behind) > 1 and not _is_further(text, behind[-1], end):
            behind.pop()  # the one of whom the next words speak
        for other in _objects(text, hit, behind):
            pair = (other, subject) if hit.entry.value == "up" else (subject, other)
            found.append((*pair, hit))
        before = subject
    return found


def _is_further(text: Examined, person: Person, end: int) -> bool:
    return any(token.low in _FURTHER | _RELATIVE for token in text.prepared.tokens[person.last + 1 : end])


def _subject(text: Examined, people: list[Person], hit: Hit, before: Person | None) -> Person:
    """Return the one before the words; in a list of what somebody does the one of the words before; else the reader."""
    tokens = text.prepared.tokens
    nearest = next(
        (p for p in reversed(people) if p.last < hit.first and tokens[p.last].clause == tokens[hit.first].clause), None
    )
    reader = Person(hit.first, hit.first, frozenset(), frozenset())
    if nearest is None:
        return reader
    between = [token.low for token in tokens[nearest.last + 1 : hit.first]]
    if not _RELATIVE.isdisjoint(between) or _FURTHER.isdisjoint(between):
        return nearest
    if tokens[hit.last].low == "by" and _JOINS.isdisjoint(between):
        return nearest  # five translators, led by an editor
    return before or (nearest if nearest.is_reader else reader)


def _objects(text: Examined, hit: Hit, people: list[Person]) -> Iterator[Person]:
    """Yield those right behind the words and those joined to them; words that name nobody known may mean people too."""
    tokens = text.prepared.tokens
    numbers = {hit.first for hit in text.meaning.of("numbers")}
    past = hit.last + 1
    if past < len(tokens) and tokens[past].low == "your":  # under your lead
        yield Person(past, past, frozenset(), frozenset())
        return
    for person in people:
        if any(
            i not in numbers and tokens[i].kind == "word" and tokens[i].low not in _LINKS
            for i in range(past, person.first)
        ):
            break
        past = person.last + 1
        yield person
    if past > hit.last + 1:
        return
    while past < len(tokens) and (past in numbers or tokens[past].kind == "number" or tokens[past].low in _LINKS):
        past += 1
    run = _run(text, past)
    if run:
        yield Person(run[0], run[-1], text.meaning.concepts[run[-1]], frozenset(tokens[i].stem for i in run[:-1]))


def _run(text: Examined, begin: int) -> list[int]:
    """Return the words in a row from a token on that name one thing."""
    telling, tokens = set(text.meaning.telling), text.prepared.tokens
    run: list[int] = []
    while begin in telling and tokens[begin].part == tokens[(run or [begin])[0]].part:
        run.append(begin)
        begin += 1
    return run


def _of_boss(text: Examined, people: list[Person], hit: Hit) -> Iterator[Rank]:
    """Yield "your manager is the registrar" and "the registrar is your manager"."""
    tokens = text.prepared.tokens
    if not hit.first or tokens[hit.first - 1].low not in ("your", "direct"):
        return
    reader = Person(hit.first, hit.first, frozenset(), frozenset())
    clause = tokens[hit.first].clause
    own = [p for p in people if tokens[p.first].clause == clause and not p.is_reader]
    own = [p for p in own if not p.first <= hit.first <= p.last]
    behind = [p for p in own if p.first > hit.last]
    is_told = any(token.low in _BE | {"will"} for token in tokens[hit.last + 1 : hit.last + 3])
    chosen = behind[:1] if is_told else [p for p in own if p.last < hit.first][-1:]
    for person in chosen:
        yield person, reader, hit


def _people(text: Examined) -> list[Person]:
    """Return all who are named, with the words before that are part of the name, and the reader."""
    tokens = text.prepared.tokens
    numbers = {hit.first for hit in text.meaning.of("numbers")}
    content = {at for at in text.meaning.telling if tokens[at].kind == "word" and at not in numbers}
    verbs = {hit.first for hit in text.meaning.of("hierarchy") if hit.entry.value != "boss"}
    found: list[Person] = []
    for hit in longest(text.meaning.of("actors")):
        first = hit.first
        if hit.entry.value == "you":
            found.append(Person(first, hit.last, frozenset(), frozenset()))
            continue
        if hit.entry.value != "other" or (first in verbs and _is_asked(text, first)):
            continue
        while (
            first > 0
            and first - 1 in content
            and first - 1 not in verbs
            and tokens[first - 1].part == tokens[first].part
        ):
            first -= 1
        while found and not found[-1].is_reader and found[-1].last >= first - 1:  # "assistant site manager" is one
            first = min(first, found.pop().first)
        words = frozenset(tokens[at].stem for at in range(first, hit.first))
        found.append(Person(first, hit.last, text.meaning.concepts[hit.last], words))
    found += [Person(at, at, frozenset(), frozenset()) for at, token in enumerate(tokens) if token.low in _YOU]
    return sorted(found, key=lambda person: person.first)


def _is_asked(text: Examined, at: int) -> bool:
    """Say whether a word for a person is a verb here: "you lead", "to head"."""
    tokens = text.prepared.tokens
    if tokens[at].low.endswith("s") and (at == 0 or tokens[at - 1].kind == "mark"):
        return True  # "leads a team"
    before = tokens[at - 1].low if at else ""
    is_name = tokens[at].text[0].isupper() and text.field in _ORGANISED
    return before in _YOU or before in ("to", "will", "and") or (tokens[at].opens and not is_name)


def _finding(compared: Comparison, hit: Hit, why: str) -> GroundingFinding:
    words = compared.statement.prepared.text[hit.start : hit.end]
    return GroundingFinding("role_swapped", hit.start, hit.end, f"“{words}”: {why}", True)
