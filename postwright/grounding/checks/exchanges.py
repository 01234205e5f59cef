"""Two things that have changed places: "from English into French" is not "from French into English".

Each word stands behind a preposition, or behind none. Where two words of a line have taken each other's places, the
line says the opposite of its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.grounding.meaning import SAME
from postwright.model.statement import GroundingFinding

_ALIKE = (frozenset(("", "with")), frozenset(("with", "to")))
"""Places of things that are alike: "compare orders with invoices"."""
_OTHER = "other"
"""The place behind prepositions that say nothing of who does what to whom."""
_BOTH_WAYS = {"from", "to"}
"""Places that are turned round whatever is done."""
_NEAR = 6
"""Tokens behind a verb among which those stand to whom it is done."""
_MOST = 24
"""Words of a line that are looked at; no honest line has more of them in common with an entry."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield the first of two words of the line that have changed places."""
    statement = compared.statement
    here = statement.once(_places)
    for source in compared.sources:
        there = source.once(_places)
        turned = _turned(statement, source) or _turned(source, statement)
        if turned is not None:
            token = statement.prepared.tokens[turned[0] if turned[2] is statement else turned[1]]
            message = f"“{token.text}”: in the entry it is done the other way round."
            yield GroundingFinding("role_swapped", token.start, token.end, message, True)
            return
        both = list(_shared(statement, here, source, there))[:_MOST]
        for (one, its), (other, others) in combinations(both, 2):
            places = here[one], here[other]
            if (
                places[0] != places[1]
                and places == (there[others], there[its])
                and frozenset(places) not in _ALIKE
                and _OTHER not in places
                and (set(places) == _BOTH_WAYS or _does_the_same(statement, one, source, its))
            ):
                token = statement.prepared.tokens[max(one, other)]
                words = statement.words(max(one, other), max(one, other))
                message = f"“{words}”: in the entry two things stand the other way round."
                yield GroundingFinding("role_swapped", token.start, token.end, message, True)
                return


def _turned(one: Examined, other: Examined) -> tuple[int, int, Examined] | None:
    """Return the verb that one text has in the passive, "owned by them", and the other upon the same, "owns them"."""
    tokens, theirs = one.prepared.tokens, other.prepared.tokens
    people = {at for hit in one.meaning.of("actors") if hit.entry.value for at in range(hit.first, hit.last + 1)}
    grammar = one.lexicon.grammar
    for verb in range(len(tokens) - 2):
        if tokens[verb + 1].low != "by" or not tokens[verb].low.endswith(grammar.participle_endings):
            continue
        head = _head(one, verb + 2)
        if head is None or not (head in people or _names_somebody(one, head)):
            continue
        who = one.meaning.concepts[head]
        for at, token in enumerate(theirs):
            is_active = token.stem == tokens[verb].stem and not _is_passive(other, at)
            behind = (n for n in range(at + 1, min(at + _NEAR, len(theirs))) if theirs[n].part == token.part)
            if is_active and any(not who.isdisjoint(other.meaning.concepts[n]) for n in behind):
                return verb, at, one
    return None


def _names_somebody(text: Examined, at: int) -> bool:
    """Say whether a word is a name or ends as words for people do."""
    token = text.prepared.tokens[at]
    return token.text[0].isupper() or token.low.endswith(text.lexicon.grammar.people_endings)


def _head(text: Examined, begin: int) -> int | None:
    """Return the last of the words in a row that name somebody, right behind "by" or behind "the" and the like."""
    tokens, telling = text.prepared.tokens, text.meaning.telling
    near = range(begin, min(begin + 3, len(tokens)))
    at = next((n for n in near if n in telling), None)
    if at is None or any(tokens[n].low not in text.lexicon.grammar.before_nouns for n in range(begin, at)):
        return None
    while at + 1 in telling and tokens[at + 1].kind == "word" and tokens[at + 1].part == tokens[at].part:
        at += 1
    return at


def _is_passive(text: Examined, at: int) -> bool:
    tokens = text.prepared.tokens
    before = [token.low for token in tokens[max(0, at - 3) : at]]
    return bool(text.lexicon.grammar.be.intersection(before)) or any(
        token.low == "by" for token in tokens[at + 1 : at + 3]
    )


def _does_the_same(statement: Examined, one: int, source: Examined, its: int) -> bool:
    """Say whether two parts have a verb in common: who introduces people to things explains things to people."""
    return any(
        not statement.meaning.concepts[ours].isdisjoint(source.meaning.concepts[theirs])
        for ours in _in_part(statement, one)
        for theirs in _in_part(source, its)
    )


def _in_part(text: Examined, at: int) -> list[int]:
    """Return the verbs of the part of a sentence that a word stands in."""
    tokens = text.prepared.tokens
    return [verb for verb in text.once(_verbs) if tokens[verb].part == tokens[at].part]


def _verbs(text: Examined) -> frozenset[int]:
    """Return the words that are verbs, as far as lists know."""
    hits = (hit for hit in text.meaning.hits if hit.entry.category == "same_verbs" or hit.entry.id == "light.verbs")
    return frozenset(hit.first for hit in hits if _may_be_verb(text, hit.first))


def _may_be_verb(text: Examined, at: int) -> bool:
    """Say whether a word stands where verbs do, or has the form of one behind he, she or it."""
    token = text.prepared.tokens[at]
    before = text.prepared.tokens[at - 1] if at else None
    grammar = text.lexicon.grammar
    if token.opens or before is None or before.kind == "mark":
        return True
    opens = before.low in grammar.before_verbs or before.low in grammar.helpers or before.low in grammar.be
    return opens or token.low.endswith(("s", "ed"))


def _places(text: Examined) -> dict[int, str]:
    """Return the place of each word that tells something: its preposition, or "" for none."""
    tokens = text.prepared.tokens
    verbs = text.once(_verbs)
    phrases = {
        at
        for hit in text.meaning.hits
        if hit.entry.category in SAME and hit.last > hit.first
        for at in range(hit.first, hit.last + 1)
    }
    telling = set(text.meaning.telling) - verbs
    grammar = text.lexicon.grammar
    found: dict[int, str] = {}
    place, clause = "", -1
    for at, token in enumerate(tokens):
        if token.clause != clause or token.low in grammar.clause_openers:
            place, clause = "", token.clause
        if token.low in grammar.places and at not in phrases and not token.glued:
            is_behalf = token.low == "of" and at > 0 and tokens[at - 1].low == "behalf"
            place = "for" if is_behalf else grammar.places[token.low]
        elif at in verbs and at > 0 and tokens[at - 1].low in grammar.before_verbs:
            place = ""
        elif at in telling and token.kind == "word" and "'" not in token.low:
            found[at] = place
    return found


def _shared(
    statement: Examined, here: dict[int, str], source: Examined, there: dict[int, str]
) -> Iterator[tuple[int, int]]:
    """Yield the words that both texts have once, by their tokens."""
    ours, theirs = _once(statement, here), _once(source, there)
    seen: set[int] = set()
    for concept, at in ours.items():
        other = theirs.get(concept)
        if other is not None and at not in seen:
            seen.add(at)
            yield at, other


def _once(text: Examined, places: dict[int, str]) -> dict[str, int]:
    """Return what the words mean that only one word of the text means."""
    found: dict[str, list[int]] = {}
    for at in places:
        for concept in text.meaning.concepts[at]:
            found.setdefault(concept, []).append(at)
    return {concept: where[0] for concept, where in found.items() if len(where) == 1}
