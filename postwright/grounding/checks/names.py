"""Names of people, places, products, clients, schools and technologies: each must stand in a source.

A name is known by its capital inside a sentence, by its shape (NetSuite, SAP, B1, C++), or as a known technology.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.comparison import SHORTEST_FAMILY, has_family
from postwright.grounding.examined import Examined
from postwright.grounding.facts import is_shaped_as_a_name
from postwright.grounding.lexicon import Lexicon
from postwright.grounding.prepared import Token
from postwright.grounding.support import counted, unsupported
from postwright.model.statement import GroundingFinding

_NAMED_FIELDS = frozenset(("contact", "reporting_line", "location"))
"""Fields whose text is names, so that the first word of a line is one too where nothing else stands behind it."""
_DENIED = frozenset(("not", "no", "without", "except", "apart", "excluding", "than", "but", "n't", "never"))


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield every name that no source has, neighbouring words of one name together."""
    tokens = statement.prepared.tokens
    novel = set(unsupported(statement, sources, lexicon)) | _capitals(statement, sources)
    novel -= {at for at in statement.framing if tokens[at].opens} | _of_family(statement, sources, novel)
    is_named = any(source.field in _NAMED_FIELDS for source in sources)
    run: list[int] = []
    for at, token in enumerate(tokens):
        is_one = at in novel and (is_shaped_as_a_name(token) or _is_a_name(statement, at, is_named=is_named))
        if run and (not is_one or at != run[-1] + 1):
            yield _finding(statement, run, lexicon)
            run = []
        if is_one:
            run.append(at)
    if run:
        yield _finding(statement, run, lexicon)
    yield from _denied(statement, sources)
    yield from _small_technologies(statement, sources)


def _of_family(statement: Examined, sources: tuple[Examined, ...], novel: set[int]) -> set[int]:
    """Return the words of one family with a source's: the Parliament of "parliamentary"."""
    tokens = statement.prepared.tokens
    words = frozenset(token.low for source in sources for token in source.prepared.words)
    named = {at for hit in statement.hits("places") for at in range(hit.first, hit.last + 1)}
    return {
        at
        for at in novel - named
        if not is_shaped_as_a_name(tokens[at]) and len(tokens[at].low) >= SHORTEST_FAMILY
        if has_family(tokens[at].low, words)
    }


def _is_a_name(statement: Examined, at: int, *, is_named: bool) -> bool:
    """Say whether a capital tells a name; at the beginning of a sentence only before another, or in a contact."""
    tokens = statement.prepared.tokens
    if not tokens[at].text[0].isupper():
        return False
    if not tokens[at].opens or is_named:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    is_two = following is not None and following.kind == "word" and following.text[0].isupper()
    return is_two and statement.section in _SECTIONS_WITH_NAMES


_SECTIONS_WITH_NAMES = frozenset(("company", "summary", "team", "process", "location"))


def _capitals(statement: Examined, sources: tuple[Examined, ...]) -> set[int]:
    """Return the indexes of common words in capitals that no source writes so: "US" is not "us", "Wells" not "well"."""
    known = {token.text for source in sources for token in source.prepared.words}
    covered = statement.said_otherwise(sources) | statement.once(counted)
    plain = statement.lexicon.stems("plain_words")
    return {
        at
        for at, token in enumerate(statement.prepared.tokens)
        if token.text[0].isupper()
        and token.text not in known
        and at not in covered
        and (
            token.text.isupper()
            if token.low in _WORDS_TOO
            else not token.opens and token.stem in plain and token.low not in plain and token.low.endswith("s")
        )
    }


_WORDS_TOO = frozenset(("us", "it", "go", "pa", "or"))


def _finding(statement: Examined, run: list[int], lexicon: Lexicon) -> GroundingFinding:
    start, end = statement.span(run[0], run[-1])
    words = statement.words(run[0], run[-1])
    kind = "name"
    if any(hit.first <= run[0] <= hit.last for hit in statement.hits("places")):
        kind = "place"
    elif any(first <= run[0] <= last for _, first, last in statement.technologies) or (
        is_shaped_as_a_name(statement.prepared.tokens[run[0]])
        and statement.section not in ("process", "team", "company")
    ):
        kind = "technology"
    return GroundingFinding(kind, start, end, f"“{words}” stands in no source.", True)


def _denied(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield names that stand in the sources only to say that they are not meant."""
    tokens = statement.prepared.tokens
    times = {hit.first for hit in statement.hits("time_words", "days")}
    for at, token in enumerate(tokens):
        if (
            at in times
            or token.kind != "word"
            or not ((token.text[0].isupper() and not token.opens) or is_shaped_as_a_name(token))
        ):
            continue
        places = [(source, n) for source in sources for n, t in enumerate(source.prepared.tokens) if t.low == token.low]
        if (
            places
            and all(_is_denied(source.prepared.tokens, n) for source, n in places)
            and not _is_excepted(tokens, at)
        ):
            yield GroundingFinding(
                "technology", token.start, token.end, f"“{token.text}”: the sources say that it is not meant.", True
            )


def _is_denied(tokens: tuple[Token, ...], at: int) -> bool:
    before = [token for token in tokens[max(0, at - 3) : at] if token.clause == tokens[at].clause]
    behind = [token.low for token in tokens[at + 1 : at + 6] if token.clause == tokens[at].clause]
    until_comma = behind[: behind.index(",")] if "," in behind else behind
    denied = {"not", "no"} & set(behind[:2]) or {"not", "never"} & set(until_comma)
    return any(token.low in _DENIED or token.low.endswith("n't") for token in before) or bool(
        denied and behind[:1] != [","]
    )


def _is_excepted(tokens: tuple[Token, ...], at: int) -> bool:
    """Say whether a line denies a name too, or has it as the only one: "only in carnival week"."""
    return _is_denied(tokens, at) or any(token.low == "only" for token in tokens[max(0, at - 3) : at])


def _small_technologies(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield known technologies written without a capital, or at the beginning of a sentence."""
    known = {id for source in sources for id, _, _ in source.technologies}
    stems = frozenset[str]().union(*(source.prepared.stems for source in sources))
    spelled = statement.said_otherwise(sources, category="abbreviations")
    for id, first, last in statement.technologies:
        if spelled.issuperset(range(first, last + 1)):
            continue
        token = statement.prepared.tokens[first]
        if id in known or (token.text[0].isupper() and not token.opens) or is_shaped_as_a_name(token):
            continue
        if all(statement.prepared.tokens[at].stem in stems for at in range(first, last + 1)):
            continue
        start, end = statement.span(first, last)
        words = statement.words(first, last)
        yield GroundingFinding("technology", start, end, f"“{words}” stands in no source.", True)
