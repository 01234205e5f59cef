"""From whom and to whom: a line may not take from those to whom the source gives, nor give to those it takes from.

"Report losses to the manager" is not "receive reports of losses from the manager"; "collect feedback from teachers for
the publisher" is not "collect feedback from the publisher for teachers".
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.model.statement import GroundingFinding

_DONE: frozenset[str | None] = frozenset(
    ("responsibility", "must_have", "nice_to_have", "outcome", "summary", "team", "process", "reporting_line")
)
"""Fields that say what somebody does for others."""
_FROM, _TOWARDS = frozenset(("from",)), frozenset(("to", "for"))
_WITH, _FOR = frozenset(("with", "alongside")), frozenset(("for", "behalf"))
_PREPOSITIONS = frozenset(
    ("from", "to", "for", "into", "with", "alongside", "by", "of", "in", "on", "at", "about", "between", "behalf",
     "under", "through", "over", "after", "before", "within", "across", "around", "near", "against", "as", "than")
)  # fmt: skip
_OPENERS = frozenset(("who", "which", "that", "what", "where", "when", "if", "so", "how", "you", "we", "they"))
"""Behind these begins another clause, in which the preposition before has no part."""
_ASKING = frozenset(("ask", "interview", "survey", "consult", "listen", "collect", "gather", "get", "receive", "take"))
"""Verbs whose object is the one from whom something comes."""
_TELLING = frozenset(
    ("same.v.tell", "same.v.advise", "same.v.train", "same.v.teach", "same.v.lead", "same.v.supervise")
)
"""Lists of verbs that are done to people, who do not take part."""
_VERBS = "light.verbs"
_NO_OBJECT = "-"
_FARTHEST = 5
"""Tokens from a preposition to a word that it governs at most."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield the first of the people who stand behind "from" where a source has them behind "to" or "for"."""
    statement = compared.statement
    said = _governed(statement)
    if not said:
        return
    for index, source in enumerate(compared.sources):
        if source.field not in _DONE:
            continue
        given = _governed(source)
        given.update(dict.fromkeys(_not_objects(source, given), _NO_OBJECT))
        exchanged = _exchanged(statement, said, source, given)
        known = {token.low for token in source.prepared.tokens}
        for at, preposition in said.items():
            if compared.owners[at] != index or _modifies(statement, at):
                continue
            stem = statement.prepared.tokens[at].stem
            theirs = {given[other] for other in given if source.prepared.tokens[other].stem == stem}
            if not theirs:
                continue
            is_told = theirs <= _WITH and not preposition and _is_told(statement, at)
            if is_told or _is_turned(preposition, theirs, known) or at in exchanged:
                token = statement.prepared.tokens[at]
                words = f"{preposition} … {token.text}" if preposition else token.text
                message = f"“{words}”: in the entry it is the other way round."
                yield GroundingFinding("role_swapped", token.start, token.end, message, True)
                return


def _modifies(text: Examined, at: int) -> bool:
    """Say whether a word for people only stands before another noun: "user acceptance test"."""
    tokens = text.prepared.tokens
    return (
        at + 1 in text.meaning.content and tokens[at + 1].part == tokens[at].part and tokens[at].low == tokens[at].stem
    )


def _is_turned(said: str, given: set[str], known: set[str]) -> bool:
    if said in _FROM:
        return given <= _TOWARDS or (given == {""} and not known & (_FROM | _ASKING))
    if said in _TOWARDS:
        return given <= _FROM or (said in _FOR and given <= _WITH)
    return said in _FOR and given <= _WITH


def _is_told(statement: Examined, at: int) -> bool:
    """Say whether one of the people is told, taught or led: what is done with them is not done to them."""
    part = statement.prepared.tokens[at].part
    return any(
        hit.entry.id in _TELLING
        and at - _FARTHEST <= hit.last < at
        and statement.prepared.tokens[hit.first].part == part
        for hit in statement.meaning.hits
    )


def _exchanged(statement: Examined, said: dict[int, str], source: Examined, given: dict[int, str]) -> set[int]:
    """Return the people who stand behind a preposition where the source has others, who stand elsewhere in the line."""
    ours = {at: (statement.prepared.tokens[at].stem, word) for at, word in said.items()}
    theirs = {(source.prepared.tokens[at].stem, word.strip("-")) for at, word in given.items()}
    both = {stem for stem, _ in ours.values()} & {stem for stem, _ in theirs}
    found = set()
    for at, (stem, word) in ours.items():
        others = {other for other, their in theirs if their == word and other in both and other != stem}
        moved = {other for other in others if (other, word) not in ours.values()}
        if word in _TOWARDS | _FROM and stem in both and (stem, word) not in theirs and moved:
            found.add(at)
    return found


def _people(text: Examined) -> set[int]:
    return {at for hit in text.meaning.of("actors") if hit.entry.value for at in range(hit.first, hit.last + 1)}


def _not_objects(source: Examined, given: dict[int, str]) -> list[int]:
    """Return the people without a preposition who do a thing themselves or only stand before another noun."""
    tokens, content = source.prepared.tokens, source.meaning.content
    agents = frozenset[str]().union(*(doing.agents for doing in source.doings(reader_does=True)))
    found = []
    for at, preposition in given.items():
        is_first = not any(tokens[other].clause == tokens[at].clause for other in content if other < at)
        modifies = at + 1 in content or (at + 1 < len(tokens) and "'" in tokens[at].low + tokens[at + 1].low)
        if "'" in tokens[at].low or (
            not preposition and (is_first or modifies or not source.meaning.concepts[at].isdisjoint(agents))
        ):
            found.append(at)
    return found


def _governed(text: Examined) -> dict[int, str]:
    """Return the preposition before each of the people; "" where none stands before them in their part."""
    tokens = text.prepared.tokens
    verbs = {hit.first for hit in text.meaning.hits if hit.entry.category == "same_verbs" or hit.entry.id == _VERBS}
    found = {}
    for at in sorted(_people(text).intersection(text.meaning.content)):
        preposition = ""
        for back in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
            low = tokens[back].low
            if tokens[back].part != tokens[at].part or low in _OPENERS or back in verbs:
                break
            if low in _PREPOSITIONS:
                preposition = "behalf" if low == "of" and tokens[back - 1].low == "behalf" else low
                break
        found[at] = preposition
    return found
