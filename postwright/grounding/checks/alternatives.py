"""Alternatives: "A or B" is neither "A" nor "A and B", and "A and B" is not "A or B"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from postwright.grounding.checks.strength import MUST
from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.grounding.meaning import SAME
from postwright.model.statement import GroundingFinding

_NEAR = 6
"""Tokens before a preposition at which the number stands that it bounds: "three years or over"."""
_AND = frozenset(("and", "&", "plus"))
_ANY_WAY = frozenset(("contact", "process"))
"""Fields whose alternatives are ways of which a line may name one."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield alternatives that the line drops, joins or adds."""
    for index, source in enumerate(compared.sources):
        if source.field in _ANY_WAY and not _says_both(compared, index, source):
            continue
        if _is_denied(source) and _is_denied(compared.statement):
            continue
        yield from _lost(compared, index, source)
        yield from _joined(compared, source)
    yield from _added(compared)
    yield from _one_of_demands(compared)


def _pairs(text: Examined) -> Iterator[tuple[int, int | None, int | None]]:
    """Yield every "or" between things, with the words of content that stand before and behind it."""
    tokens = text.prepared.tokens
    for at, token in enumerate(tokens):
        if token.low != "or" or at + 1 >= len(tokens) or _is_about(text, at):
            continue
        content = _telling(text, token.clause, at)
        left = max((i for i in content if i < at), default=None)
        right = min((i for i in content if i > at), default=None)
        yield at, left, right


def _is_about(text: Examined, at: int) -> bool:
    """Say whether "or" at a token belongs to a number: "three or more", "a year or two"."""
    tokens = text.prepared.tokens
    if tokens[at + 1].low in text.lexicon.grammar.or_ways:
        return any(0 <= at - amount.last <= _NEAR for amount in text.amounts)
    if tokens[at + 1].low != "two":
        return tokens[at + 1].low in text.lexicon.grammar.or_more
    return at + 2 >= len(tokens) or tokens[at + 2].kind == "mark" or tokens[at + 2].low in ("of", "in", "as", "with")


def _telling(text: Examined, clause: int, at: int) -> list[int]:
    """Return the words of content of a clause; where one side of token `at` has none, all that tell something."""
    tokens = text.prepared.tokens
    telling, content = set(text.meaning.telling), set(text.meaning.content)
    found: list[int] = []
    for side in (range(at), range(at + 1, len(tokens))):
        own = [i for i in side if tokens[i].clause == clause and tokens[i].kind in ("word", "number")]
        found += [i for i in own if i in content] or [i for i in own if i in telling]
    return found


def _leaves_choice(text: Examined) -> bool:
    """Say whether a word stands in the text that leaves a choice; "three or more" does not."""
    tokens = text.prepared.tokens
    if _says_so_would(text) or _is_if_not(text):
        return True
    choice = text.lexicon.grammar.choice
    return any(
        token.low in choice and not (token.low == "or" and at + 1 < len(tokens) and _is_about(text, at))
        for at, token in enumerate(tokens)
    )


def _says_so_would(text: Examined) -> bool:
    """Say whether a text has "X will do, as will Y"."""
    so_would = text.lexicon.grammar.so_would
    return any(f"{one.low} {two.low}" in so_would for one, two in pairwise(text.prepared.tokens))


def _is_if_not(text: Examined) -> bool:
    """Say whether a text says what holds where a thing is not so: "if you cannot yet, …"."""
    tokens = text.prepared.tokens
    denied = {tokens[hit.first].part for hit in text.meaning.of("polarity") if hit.entry.value == "no"}
    return any(token.low == "if" and token.part in denied for token in tokens)


def _is_denied(text: Examined) -> bool:
    """Say whether the text denies what it lets choose, so that "no A or B" and "neither A nor B" are the same."""
    tokens = text.prepared.tokens
    denied = {tokens[hit.first].clause for hit in text.meaning.of("polarity") if hit.entry.value == "no"}
    return bool(denied) and all(tokens[at].clause in denied for at, _, _ in _pairs(text))


def _figures_missing(compared: Comparison, source: Examined) -> set[int]:
    """Return the numbers of a source where the line has none."""
    tokens = compared.statement.prepared.tokens
    if any(token.kind == "number" for token in tokens) or any(True for _ in compared.statement.meaning.of("numbers")):
        return set()
    return {at for at, token in enumerate(source.prepared.tokens) if token.kind == "number" and token.text != "1"}


def _lost(compared: Comparison, index: int, source: Examined) -> Iterator[GroundingFinding]:
    has_or = _leaves_choice(compared.statement) and not _is_lesser(compared, source)
    missing = set(compared.missing[index]) | _figures_missing(compared, source)
    for at, left, right in _pairs(source):
        gone = next((side for side in (left, right) if side is not None and side in missing), None)
        if gone is None and has_or:
            continue
        if gone is not None and len(compared.added) > 0 and has_or:
            continue
        if left is None and right is None:
            continue
        tokens = source.prepared.tokens
        first, last = (left if left is not None else at), (right if right is not None else at)
        words = source.prepared.text[tokens[first].start : tokens[last].end]
        yield GroundingFinding(
            "alternative",
            0,
            len(compared.statement.prepared.text),
            f"The entry leaves a choice, “{words}”; the line does not.",
            True,
        )
        return


def _joined(compared: Comparison, source: Examined) -> Iterator[GroundingFinding]:
    """Yield "A and B" where the source has "A or B"."""
    statement = compared.statement
    tokens = statement.prepared.tokens
    if any(token.low in statement.lexicon.grammar.choice - {"or", "any"} for token in tokens):
        return
    if _says_so_would(statement):
        return
    numbers = {hit.first for hit in statement.meaning.of("numbers")}
    for members in _lists(source):
        for at, token in enumerate(tokens):
            if token.low not in _AND or _is_of_phrase(statement, at):
                continue
            content = [i for i in _telling(statement, token.clause, at) if i not in numbers]
            left = max((i for i in content if i < at), default=None)
            right = min((i for i in content if i > at), default=None)
            if left is None or right is None:
                continue
            one, other = (_members_with(statement, i, source, members) for i in (left, right))
            if one and other and one.isdisjoint(other):
                words = statement.words(left, right)
                yield GroundingFinding(
                    "alternative", *statement.span(left, right), f"“{words}”: the entry leaves a choice here.", True
                )
                return


def _is_of_phrase(text: Examined, at: int) -> bool:
    """Say whether an "and" is part of one term: "health and safety"."""
    return any(hit.first < at < hit.last for hit in text.meaning.hits if hit.entry.category in SAME)


def _lists(source: Examined) -> Iterator[list[list[int]]]:
    """Yield the members of every list with "or" before its last: the words of content of each."""
    tokens = source.prepared.tokens
    for clause in {tokens[at].clause for at, _, _ in _pairs(source)}:
        members: list[list[int]] = [[]]
        for at, token in enumerate(tokens):
            if token.clause != clause:
                continue
            if token.low in ("or", ",", "/"):
                members.append([])
            elif token.low in _AND:
                members = [[]]
                break
            elif at in source.meaning.telling:
                members[-1].append(at)
        found = [member for member in members if member]
        if len(found) > 1:
            yield found


def _members_with(statement: Examined, at: int, source: Examined, members: list[list[int]]) -> frozenset[int]:
    """Return the numbers of the members that a word of the statement is part of."""
    concepts, stem = statement.meaning.concepts[at], statement.prepared.tokens[at].stem
    same = [any(source.prepared.tokens[i].stem == stem for i in member) for member in members]
    if not any(same):
        same = [any(not concepts.isdisjoint(source.meaning.concepts[i]) for i in member) for member in members]
    return frozenset(number for number, is_same in enumerate(same) if is_same)


def _says_both(compared: Comparison, index: int, source: Examined) -> bool:
    """Say whether the line has both sides of every choice."""
    missing = set(compared.missing[index]) | _figures_missing(compared, source)
    figures = {token.text for token in compared.statement.prepared.tokens if token.kind == "number"}
    tokens = source.prepared.tokens
    return all(
        side is not None and side not in missing and (tokens[side].kind != "number" or tokens[side].text in figures)
        for _, *sides in _pairs(source)
        for side in sides
    )


def _is_conditional(text: Examined, at: int) -> bool:
    """Say whether the other side of an "or" depends on something: "or £16 if you hold a certificate"."""
    tokens = text.prepared.tokens
    return any(token.low in ("if", "when", "once") and token.part == tokens[at].part for token in tokens[at + 1 :])


def _choices(text: Examined) -> int:
    """Return how many words leave a choice; "either" is one with the "or" behind it."""
    tokens = text.prepared.tokens
    last_or = max((at for at, token in enumerate(tokens) if token.low == "or"), default=-1)
    return sum(
        token.low in text.lexicon.grammar.choosing
        and not (token.low == "or" and at + 1 < len(tokens) and _is_about(text, at))
        and not (token.low == "either" and at < last_or)
        for at, token in enumerate(tokens)
    )


def _is_lesser(compared: Comparison, source: Examined) -> bool:
    """Say whether a choice between whole demands, "A or B and C, or D", has become a smaller one."""
    tokens = source.prepared.tokens
    ors = [at for at, token in enumerate(tokens) if token.low == "or"]
    is_choice_of_wholes = len(ors) > 1 and any(tokens[at - 1].low == "," for at in ors[1:])
    return is_choice_of_wholes and _choices(compared.statement) < len(ors)


def _added(compared: Comparison) -> Iterator[GroundingFinding]:
    if any(
        token.low in ("or", "/", "either", "any") for source in compared.sources for token in source.prepared.tokens
    ):
        return
    if any(token.low == "whether" for token in compared.statement.prepared.tokens):
        return
    if any(hit.entry.value == "no" for hit in compared.statement.meaning.of("polarity")):
        return
    if any(
        hit.entry.value in ("choice", "trigger")
        for source in compared.sources
        for hit in source.meaning.of("conditions")
    ):
        return
    lists = any(token.low == "(" for source in compared.sources for token in source.prepared.tokens)
    for at, left, right in _pairs(compared.statement):
        if left is None or right is None or lists or _is_conditional(compared.statement, at):
            continue
        if _fields_of(compared, left) | _fields_of(compared, right) <= {"nice_to_have"}:
            continue  # whoever has the one or the other is welcome
        token = compared.statement.prepared.tokens[at]
        yield GroundingFinding(
            "alternative", token.start, token.end, "The line leaves a choice that no entry leaves.", True
        )


def _fields_of(compared: Comparison, at: int) -> frozenset[str | None]:
    """Return the fields of the sources that a word of the line may come from."""
    return frozenset(compared.sources[index].field for index in _sources_of(compared, at))


def _sources_of(compared: Comparison, at: int) -> frozenset[int]:
    concepts = compared.statement.meaning.concepts[at]
    return frozenset(
        index for index, source in enumerate(compared.sources) if not concepts.isdisjoint(source.meaning.all_concepts)
    )


def _one_of_demands(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield an "or" between two demands, each of which stands in an entry of its own."""
    if len(compared.sources) < 2:
        return
    given = {pair for source in compared.sources for pair in _followed(source)}
    for at, left, right in _pairs(compared.statement):
        tokens = compared.statement.prepared.tokens
        if left is None or right is None or _is_conditional(compared.statement, at) or tokens[at + 1].stem in given:
            continue
        one, other = _sources_of(compared, left), _sources_of(compared, right)
        fields = {compared.sources[index].field for index in one | other}
        if len(one) == len(other) == 1 and one != other and fields <= MUST:
            message = "The entries ask for both; the line leaves a choice."
            yield GroundingFinding("alternative", tokens[at].start, tokens[at].end, message, True)


def _followed(text: Examined) -> Iterator[str]:
    """Yield the stems of the words right behind each "or"."""
    return (behind.stem for token, behind in pairwise(text.prepared.tokens) if token.low == "or")
