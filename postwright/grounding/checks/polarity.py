"""What is denied and what is not: a "no", "never" or "unpaid" that a line adds, loses or moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postwright.grounding.checks.strength import MUST
from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Hit
from postwright.model.statement import GroundingFinding

_IF = frozenset(("if", "where", "when", "unless", "those", "anyone", "who"))
_OTHERWISE = frozenset(("otherwise", "or", "else", "alternatively", "if", "unless", "until", "instead", "without"))
_TIMES: frozenset[str | None] = frozenset(("hours", "benefit", "employment_type"))
_FREE = frozenset(("off", "free", "rest", "holiday", "home", "leave"))
"""Words one of which says that a day is not worked."""
_AT = frozenset(("at", "by", "on", "in", "during"))
_NEEDED = frozenset(("without", "unless"))
REACH = 4
"""Tokens within which a denial and what makes it another thing stand: "never more than", "not a must"."""


@dataclass(frozen=True, slots=True)
class Denial:
    """Words that deny, and the tokens that they may speak of."""

    hit: Hit
    scope: tuple[int, ...]


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield denials without a source, things that a source denies and the line does not."""
    statement = compared.statement
    said = denials(statement, "no")
    limits = _limits(compared)
    for denial in said:
        if denial.hit.first in statement.framing or _is_of_if_not(compared, denial) or _is_exception(compared, denial):
            continue
        if limits and _is_exceptive(statement, denial) and not _turns_limit(compared, denial):
            continue
        if not (_is_known(compared, denial) or _says_otherwise(compared, denial) or _only_hedges(compared, denial)):
            yield _finding(compared, denial.hit, "no entry denies this.")
    for source in compared.sources:
        yield from _half_lost(compared, source, said)
        yield from _moved(compared, source, said)
        yield from _worked(compared, source, said)
        yield from _unbounded(compared, source, said)
        for denial in denials(source, "no"):
            if _is_lost(compared, source, denial, said):
                words = source.prepared.text[
                    denial.hit.start : source.prepared.tokens[max((denial.hit.last, *denial.scope))].end
                ]
                message = f"An entry says “{words}”; the line leaves the denial out."
                yield GroundingFinding("negation", 0, len(statement.prepared.text), message, True)


def _half_lost(compared: Comparison, source: Examined, said: list[Denial]) -> Iterator[GroundingFinding]:
    """Yield where of "no … without" only the "without" is left."""
    limits = any(hit.entry.value == "limit" for hit in compared.statement.meaning.of("exceptions"))
    if len(said) != 1 or limits or not any(hit.entry.value == "exceptive" for hit in _within(compared, said[0].hit)):
        return
    if any(_is_exceptive(source, denial) for denial in denials(source, "no")):
        yield _finding(compared, said[0].hit, "the entry denies this.")


def _moved(compared: Comparison, source: Examined, said: list[Denial]) -> Iterator[GroundingFinding]:
    """Yield the denial of one thing where the source denies another: "never paid out" for "paid out, never in time"."""
    given = denials(source, "no")
    if len(said) != 1 or len(given) != 1:
        return
    statement, (ours,), (theirs,) = compared.statement, said, given
    if not _is_beside(statement, ours) or not _is_beside(source, theirs):
        return
    here, there = _split(statement, ours), _split(source, theirs)
    denied, stated = here[0] & there[1], here[1] & there[0]
    if denied and stated and denied.isdisjoint(there[0] | here[1]) and stated.isdisjoint(there[1] | here[0]):
        yield _finding(compared, ours.hit, "the entry denies something else.")


def _is_beside(text: Examined, denial: Denial) -> bool:
    """Say whether what is denied stands behind the denial, in one part of the sentence."""
    tokens = text.prepared.tokens
    asks = {at for hit in text.meaning.of("strength") for at in range(hit.first, hit.last + 1)}
    return (
        not asks.issuperset(denial.scope)
        and denial.scope[0] > denial.hit.last
        and tokens[denial.scope[0]].part == tokens[denial.hit.last].part
    )


def _split(text: Examined, denial: Denial) -> tuple[frozenset[str], frozenset[str]]:
    """Return what the words that are denied mean, and what the others mean."""
    others = [
        at for at in text.meaning.telling if at not in denial.scope and not denial.hit.first <= at <= denial.hit.last
    ]
    return tuple(frozenset[str]().union(*(text.meaning.concepts[at] for at in own)) for own in (denial.scope, others))  # type: ignore[return-value]


def _unbounded(compared: Comparison, source: Examined, said: list[Denial]) -> Iterator[GroundingFinding]:
    """Yield a denial that the source makes for a time only, "not at night", and the line for good."""
    given = denials(source, "no")
    if len(said) != 1 or len(given) != 1 or said[0].hit.first in compared.statement.framing:
        return
    tokens, known = source.prepared.tokens, compared.statement.meaning.all_concepts
    theirs = _split(source, given[0])[0] & _split(compared.statement, said[0])[0]
    for hit in source.hits("schedule", "days", "time_words"):
        is_limit = (hit.first > given[0].hit.last and tokens[hit.first - 1].low in _AT) or tokens[hit.first].low in _AT
        if (
            is_limit
            and theirs
            and all(
                source.meaning.concepts[at].isdisjoint(known)
                for at in range(hit.first, hit.last + 1)
                if tokens[at].low not in _AT
            )
        ):
            words = source.words(hit.first, hit.last)
            message = f"The entry denies it only “{words}”."
            yield GroundingFinding("negation", 0, len(compared.statement.prepared.text), message, True)
            return


def _worked(compared: Comparison, source: Examined, said: list[Denial]) -> Iterator[GroundingFinding]:
    """Yield a day that is off in the source and worked in the line."""
    statement, tokens = compared.statement, source.prepared.tokens
    if (
        said
        or source.field not in _TIMES
        or denials(statement, "implied")
        or not _FREE.isdisjoint(statement.prepared.stems)
    ):
        return
    named = {hit.last: hit for category in ("days", "time_words") for hit in source.hits(category)}
    here = {hit.entry.id for category in ("days", "time_words") for hit in statement.hits(category)}
    for at, token in enumerate(tokens):
        if token.low == "off" and (hit := named.get(at - 1)) is not None and hit.entry.id in here:
            words = source.words(hit.first, at)
            message = f"An entry says “{words}”; the line does not."
            yield GroundingFinding("negation", 0, len(statement.prepared.text), message, True)


def _within(compared: Comparison, hit: Hit) -> Iterator[Hit]:
    return (each for each in compared.statement.meaning.of("exceptions") if hit.first <= each.first <= hit.last)


def denials(text: Examined, value: str) -> list[Denial]:
    """Return the denials of a text; "no more than" and the like are none."""
    comparators = {at for hit in text.meaning.of("comparators") for at in range(hit.first, hit.last + 1)}
    eases = {
        at for hit in text.meaning.of("polarity") if hit.entry.value == "ease" for at in range(hit.first, hit.last + 1)
    }
    compares = {hit.first for hit in text.meaning.of("comparators") if hit.entry.id in ("before.more", "before.less")}
    return [
        Denial(hit, _scope(text, hit))
        for hit in text.meaning.of("polarity")
        if hit.entry.value == value
        and hit.first not in comparators
        and not _is_numero(text, hit)
        and (value != "no" or hit.first not in eases)
        and compares.isdisjoint(range(hit.last + 1, hit.last + 1 + REACH))
    ]


def _is_numero(text: Examined, hit: Hit) -> bool:
    """Say whether "no." stands before a number: "reference no. 12"."""
    behind = text.prepared.tokens[hit.first + 1 : hit.first + 3]
    is_no = text.prepared.tokens[hit.first].low == "no" and len(behind) == 2
    return is_no and behind[0].text == "." and behind[0].glued and behind[1].text[0].isdigit()


def _scope(text: Examined, hit: Hit) -> tuple[int, ...]:
    """Return the words of the clause behind a denial, else those before it; of "…? No, …" those of the question."""
    tokens = text.prepared.tokens
    clause = tokens[hit.first].clause
    asked = next(
        (at for at in range(hit.first - 1, -1, -1) if tokens[at].clause != clause or tokens[at].text == "?"), -1
    )
    is_answer = (
        asked >= 0 and tokens[asked].text == "?" and not any(tokens[at].clause == clause for at in text.meaning.telling)
    )
    if is_answer or (hit.first > 0 and tokens[hit.first - 1].text == "?"):
        clause -= 1
    asks = {at for other in text.meaning.of("strength") for at in range(other.first, other.last + 1)}
    own = [at for at in text.meaning.telling if tokens[at].clause == clause and not hit.first <= at <= hit.last]
    part = tokens[hit.last].part
    behind = [at for at in own if at > hit.last and tokens[at].part == part and at not in asks]
    return tuple(behind or [at for at in own if tokens[at].part == part] or own)


def _is_known(compared: Comparison, denial: Denial) -> bool:
    """Say whether a source denies, or all but denies, what the denial may speak of."""
    wanted = _concepts(compared.statement, denial)
    for source in compared.sources:
        for value in ("no", "implied"):
            for known in denials(source, value):
                theirs = _concepts(source, known)
                if not wanted or not theirs or not wanted.isdisjoint(theirs):
                    return True
    return False


def _limits(compared: Comparison) -> bool:
    """Say whether a source limits a thing or asks for it, so that a line may say what is not without it."""
    return any(
        source.field in MUST or any(hit.entry.value == "limit" for hit in source.meaning.of("exceptions"))
        for source in compared.sources
    )


def _is_of_if_not(compared: Comparison, denial: Denial) -> bool:
    """Say whether "if you have none" is what a source calls "otherwise"."""
    tokens = compared.statement.prepared.tokens
    part = tokens[denial.hit.first].part
    opens = any(tokens[at].low in _IF and tokens[at].part == part for at in range(denial.hit.first))
    return opens and any(token.low in _OTHERWISE for source in compared.sources for token in source.prepared.tokens)


def _is_exception(compared: Comparison, denial: Denial) -> bool:
    """Say whether "except if" is what a source calls "unless"."""
    return (
        any(_within(compared, denial.hit))
        and any(
            hit.entry.value == "exceptive" for source in compared.sources for hit in source.meaning.of("exceptions")
        )
        and len(denials(compared.statement, "no")) == 1
    )


def _is_exceptive(text: Examined, denial: Denial) -> bool:
    """Say whether a denial only limits: "not until", "never without", "nothing else"."""
    clause = text.prepared.tokens[denial.hit.first].clause
    others = [
        hit
        for hit in text.meaning.of("exceptions")
        if hit.entry.value == "exceptive" and text.prepared.tokens[hit.first].clause == clause
    ]
    is_one = any(denial.hit.first <= hit.first <= denial.hit.last for hit in others)
    if is_one:  # the "without" of "never without"
        return len([each for each in denials(text, "no") if text.prepared.tokens[each.hit.first].clause == clause]) > 1
    return any(
        hit.first > denial.hit.last or text.prepared.tokens[hit.first].low in _NEEDED for hit in others
    )  # not until; without a licence you cannot


def _turns_limit(compared: Comparison, denial: Denial) -> bool:
    """Say whether a denial takes back the very limit of a source: "not before the offer" for "before the offer"."""
    statement = compared.statement
    for hit in statement.meaning.of("exceptions"):
        if hit.first < denial.hit.last or hit.entry.value != "exceptive":
            continue
        for source in compared.sources:
            if any(each.scope for each in denials(source, "no")):
                continue
            for known in source.meaning.of("exceptions"):
                same = statement.prepared.tokens[hit.first].low == source.prepared.tokens[known.first].low
                if same and not _behind(statement, hit).isdisjoint(_behind(source, known)):
                    return True
    return False


def _behind(text: Examined, hit: Hit) -> frozenset[str]:
    """Return what the words of the part of a sentence that a word opens mean."""
    tokens = text.prepared.tokens
    own = (at for at in text.meaning.telling if at > hit.last and tokens[at].part == tokens[hit.last].part)
    return frozenset[str]().union(*(text.meaning.concepts[at] for at in own))


def _concepts(text: Examined, denial: Denial) -> frozenset[str]:
    clause = text.prepared.tokens[denial.hit.first].clause
    own = [at for at in text.meaning.telling if text.prepared.tokens[at].clause == clause]
    return frozenset[str]().union(*(text.meaning.concepts[at] for at in (*denial.scope, *own)))


def _says_otherwise(compared: Comparison, denial: Denial) -> bool:
    """Say whether the denial is part of words that say the same as words of a source: "without help", "alone"."""
    return any(
        hit.first <= denial.hit.first <= hit.last and hit.last > hit.first and hit.entry.id in compared.known
        for hit in compared.statement.meaning.hits
    )


def _only_hedges(compared: Comparison, denial: Denial) -> bool:
    """Say whether a denial only says how much is asked for: "a plus, not a must", "there is no way around it"."""
    asks = compared.statement.meaning.of("strength")
    if compared.sources[compared.owners[denial.hit.first]].field == "nice_to_have":
        return any(hit.entry.value == "nice" for hit in asks)
    return any(source.field in MUST for source in compared.sources) and any(
        hit.entry.value == "must" and hit.first <= denial.hit.first <= hit.last for hit in asks
    )


def _is_lost(compared: Comparison, source: Examined, denial: Denial, said: list[Denial]) -> bool:
    statement = compared.statement
    tokens = statement.prepared.tokens
    if _is_exceptive(source, denial) and any(h.entry.value == "limit" for h in statement.meaning.of("exceptions")):
        return False
    behind = source.prepared.tokens[denial.hit.last + 1 : denial.hit.last + 2]
    is_if_not = denial.hit.first > 0 and source.prepared.tokens[denial.hit.first - 1].low == "if"
    if is_if_not and all(token.kind == "mark" for token in behind):
        return _OTHERWISE.isdisjoint(token.low for token in tokens)
    if _is_all_on_site(statement, source, denial) or _is_long_ago(statement, denial, source):
        return False
    if not denial.scope:
        return not said and not source.meaning.content
    wanted = frozenset[str]().union(*(source.meaning.concepts[at] for at in denial.scope))
    spoken = [at for at in statement.meaning.telling if not statement.meaning.concepts[at].isdisjoint(wanted)]
    if not spoken:
        return False
    clauses = {tokens[at].clause for at in spoken}
    parts = {tokens[at].part for at in spoken}
    explicit = any(
        tokens[known.hit.first].clause in clauses or not set(spoken).isdisjoint(known.scope) or not known.scope
        for known in said
    )
    implied = any(tokens[known.hit.first].part in parts for known in denials(statement, "implied")) or any(
        _stands_for(compared, source, denial, hit) for hit in statement.meaning.hits
    )
    return not explicit and not implied


def _is_all_on_site(statement: Examined, source: Examined, denial: Denial) -> bool:
    """Say whether "on site only" stands for "no remote work"."""
    away = any(
        hit.entry.id in _AWAY and not set(denial.scope).isdisjoint(range(hit.first, hit.last + 1))
        for hit in source.all_hits("workplace")
    )
    tokens = statement.prepared.tokens
    return away and any(
        hit.entry.id == "workplace.office"
        and any(
            tokens[at].low in _WHOLLY and tokens[at].clause == tokens[hit.first].clause
            for at in range(max(0, hit.first - 4), min(len(tokens), hit.last + 4))
        )
        for hit in statement.all_hits("workplace")
    )


_AWAY = frozenset(("workplace.remote", "workplace.home", "workplace.hybrid"))
_WHOLLY = frozenset(("only", "entirely", "fully", "wholly", "completely", "exclusively", "always", "all", "solely"))


def _is_long_ago(statement: Examined, denial: Denial, source: Examined) -> bool:
    """Say whether "the last visit was a year ago" stands for "no visit for a year"."""
    lows = {token.low for token in statement.prepared.tokens}
    behind = {token.low for token in source.prepared.tokens[denial.hit.last + 1 :]}
    return "last" in lows and "ago" in lows and not behind.isdisjoint(("for", "since", "in"))


def _stands_for(compared: Comparison, source: Examined, denial: Denial, hit: Hit) -> bool:
    """Say whether words of the line say what words of the source with the denial in them say."""
    return any(
        own.entry.id == hit.entry.id
        and own.first <= denial.hit.first <= own.last
        and own.entry.category.startswith(("same", "syn"))
        for own in source.meaning.hits
    )


def _finding(compared: Comparison, hit: Hit, why: str) -> GroundingFinding:
    words = compared.statement.prepared.text[hit.start : hit.end]
    return GroundingFinding("negation", hit.start, hit.end, f"“{words}”: {why}", True)
