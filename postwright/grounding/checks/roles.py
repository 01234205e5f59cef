"""Who does what for whom: a line may not let others do what the source asks of the reader, nor the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from postwright.grounding.agent_words import OTHER, WE, YOU
from postwright.grounding.agents import Doing
from postwright.grounding.checks.hierarchy import ranks_of
from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.model.statement import GroundingFinding

READER_DOES: frozenset[str | None] = frozenset(
    ("responsibility", "outcome", "must_have", "physical", "travel", "on_call", "summary")
)
"""Fields whose entries speak to the reader where they name nobody."""
TOGETHER: frozenset[str | None] = frozenset(("team", "company"))
"""Fields in which the reader is one of those who are named."""
_TASKS: frozenset[str | None] = frozenset(("responsibility", "outcome", "summary", "process", "team"))
"""Fields in which it counts that somebody unnamed does a thing; "you are experienced" is no passive."""
_ANYBODY = "same.n.people"
"""What a word for nobody in particular means: "people" may stand for customers."""
_PARTICLES = frozenset(("in", "out", "up", "off", "down", "on", "away", "back"))
_BESIDE = 4
"""Tokens before a denial among which the one stands who does not do a thing."""
_NO_OBJECT = frozenset(("to", "for", "with", "from", "by", "at", "of", "about", "after", "on"))
_READER, _FOR = (["you"],), (["for"], ["to"])
_READERS = frozenset(("you", "your"))
_STATES = frozenset(("stay", "stays", "remain", "remains"))
"""Verbs for what comes of the things that somebody does."""
_IT = frozenset(("it", "them"))
_VERBS = frozenset(("light.verbs", "light.more_verbs"))
"""Lists of verbs besides those of synonyms."""
_DOES = frozenset(("does", "do", "doing", "make", "making", "handle", "handling", "take"))
_OVER = frozenset(("lead", "manag", "supervis", "head", "direct", "overse", "guid", "coach", "mentor", "train"))
"""Stems of verbs for standing above others."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield what somebody else does than in the sources."""
    said = compared.statement.doings(reader_does=True)
    for index, source in enumerate(compared.sources):
        known = source.doings(reader_does=source.field in READER_DOES)
        own = [doing for doing in said if compared.owners[doing.verb] == index]
        yield from _swapped(compared, source, own, known)
        yield from _objects_exchanged(compared, source, own, known)
        yield from _joined_in(compared, source, own, known)
        yield from _left_out(compared, source, own, known)
        yield from _named(compared, index, source)


def _swapped(
    compared: Comparison, source: Examined, said: list[Doing], known: tuple[Doing, ...]
) -> Iterator[GroundingFinding]:
    tokens = compared.statement.prepared.tokens
    ranks = (
        {hit.first for _, _, hit in compared.statement.once(ranks_of)} if source.field == "reporting_line" else set()
    )
    empty = compared.lexicon.stems_of("grammar.empty_verbs")
    for doing in said:
        verb = tokens[doing.verb].stem
        if doing.verb in ranks:
            continue
        same = [each for each in known if _is_same(compared, doing.verb, source, each.verb)]
        if verb in empty and not _is_for_reader(compared.statement, doing):
            same = _with_object(compared.statement, doing, source, same)
        if not same or any(not doing.agents.isdisjoint(each.agents) for each in same):
            continue
        if _happens(compared.statement, doing, source, same) or _is_denied(compared.statement, doing, source):
            continue
        if _is_converse(compared.statement, doing, source, same) or _is_left_to(doing, source, same):
            continue
        theirs = same[0].agents
        is_mutual = _is_mutual(compared.statement, doing, source, same[0]) or _does_another(doing, known, same)
        if _ANYBODY in doing.agents and YOU not in theirs:
            continue
        if OTHER in theirs | doing.agents and (source.field not in _TASKS or YOU not in theirs | doing.agents):
            continue
        is_upon_reader = any(
            token.low in _READERS for token in source.prepared.tokens[same[0].verb + 1 : same[0].verb + 3]
        )
        if source.field in TOGETHER and YOU not in theirs and verb not in _OVER and not (is_mutual or is_upon_reader):
            continue
        if WE in theirs | doing.agents and source.field in TOGETHER | {"summary"}:
            continue
        token = tokens[doing.verb]
        yield GroundingFinding(
            "role_swapped",
            token.start,
            token.end,
            f"“{token.text}”: in the entry somebody else does this than in the line.",
            True,
        )


def _is_converse(said: Examined, doing: Doing, source: Examined, same: list[Doing]) -> bool:
    """Say whether others get from the reader what the reader gives them: "staff learn it from you", "stay informed"."""
    tokens = said.prepared.tokens
    verb = tokens[doing.verb]
    if any(YOU not in each.agents or source.prepared.tokens[each.verb].stem == verb.stem for each in same):
        return False
    if verb.low in _STATES:
        return tokens[doing.verb - 1].low == "they" or any(
            not source.meaning.concepts[at].isdisjoint(doing.agents) for at in _done_to(source, same)
        )
    return any(
        one.low == "from" and two.low in _READERS and one.clause == verb.clause
        for one, two in pairwise(tokens[doing.verb + 1 :])
    )


def _is_left_to(doing: Doing, source: Examined, same: list[Doing]) -> bool:
    """Say whether the source denies that the reader does a thing and names those who do: "no, that is done by …"."""
    denied = {hit.first for hit in source.meaning.of("polarity") if hit.entry.value == "no"}
    return any(
        not denied.isdisjoint(range(each.verb - 2, each.verb + 3))
        and any(
            not source.meaning.concepts[at].isdisjoint(doing.agents)
            for at in range(each.verb + 2, len(source.prepared.tokens))
        )
        for each in same
        if YOU in each.agents and YOU not in doing.agents
    )


def _objects_exchanged(
    compared: Comparison, source: Examined, said: list[Doing], known: tuple[Doing, ...]
) -> Iterator[GroundingFinding]:
    """Yield where two people do the same and the line gives the one what the other does it to."""
    statement = compared.statement
    for doing in said:
        same = [each for each in known if _is_same(compared, doing.verb, source, each.verb)]
        own = [each for each in same if not doing.agents.isdisjoint(each.agents)]
        others = [each for each in same if doing.agents.isdisjoint(each.agents)]
        objects = _meant_by(statement, _done_to(statement, [doing]))
        if not (own and others and objects):
            continue
        is_own = not objects.isdisjoint(_meant_by(source, _done_to(source, own)))
        if not is_own and not objects.isdisjoint(_meant_by(source, _done_to(source, others))):
            token = statement.prepared.tokens[doing.verb]
            message = f"“{token.text}”: in the entry somebody else does it to this."
            yield GroundingFinding("role_swapped", token.start, token.end, message, True)


def _joined_in(
    compared: Comparison, source: Examined, said: list[Doing], known: tuple[Doing, ...]
) -> Iterator[GroundingFinding]:
    """Yield where those to whom the source lets the reader do a thing do it together with the reader."""
    for doing in said:
        if YOU not in doing.agents or doing.agents == {YOU}:
            continue
        same = [each for each in known if _is_same(compared, doing.verb, source, each.verb)]
        objects = _meant_by(source, _done_to(source, same))
        others = doing.agents - {YOU}
        if same and not others.isdisjoint(objects) and all(others.isdisjoint(each.agents) for each in same):
            yield _placed(compared, doing.verb, "in the entry it is done to those who do it here.")


def _left_out(
    compared: Comparison, source: Examined, said: list[Doing], known: tuple[Doing, ...]
) -> Iterator[GroundingFinding]:
    """Yield where the reader does what somebody does in the source of whom the line says nothing."""
    if source.field not in ("responsibility", "outcome"):
        return
    statement, tokens = compared.statement, compared.statement.prepared.tokens
    verbs = {hit.first for hit in source.meaning.hits if hit.entry.id in _VERBS or hit.entry.category == "same_verbs"}
    for each in known:
        if each.verb not in verbs and source.prepared.tokens[each.verb].low not in _DOES:
            continue
        if not each.agents.isdisjoint((YOU, WE, OTHER)) or not each.agents.isdisjoint(statement.meaning.all_concepts):
            continue
        following = source.prepared.tokens[each.verb + 1 : each.verb + 3]
        if any(token.low == "you" for token in following):
            continue
        objects = _meant_by(source, _done_to(source, [each]))
        for at in statement.meaning.content:
            if statement.meaning.concepts[at].isdisjoint(objects) or compared.owners[at] >= len(compared.sources):
                continue
            own = [doing for doing in said if doing.verb < at and tokens[doing.verb].part == tokens[at].part]
            bare = at > 1 and tokens[at - 1].low in compared.lexicon.grammar.objects and tokens[at - 2].low in _DOES
            if bare or any(doing.agents == {YOU} for doing in own):
                yield _placed(compared, at, "in the entry somebody else does this.")
                return


def _with_object(statement: Examined, doing: Doing, source: Examined, known: list[Doing]) -> list[Doing]:
    """Return those of the doings of a source that are done to the same by somebody named."""
    objects = _told_by(statement, _done_to(statement, [doing]))
    named = [each for each in known if each.agents - {OTHER} and each.agents.isdisjoint((YOU, WE))]
    if _is_upon_it(statement, doing.verb):
        return [each for each in named if _is_upon_it(source, each.verb)]
    return [each for each in named if not objects.isdisjoint(_told_by(source, _done_to(source, [each])))]


def _is_upon_it(text: Examined, verb: int) -> bool:
    """Say whether a verb is done to what was named before."""
    return any(token.low in _IT for token in text.prepared.tokens[verb + 1 : verb + 2])


def _told_by(text: Examined, where: Iterator[int]) -> frozenset[str]:
    """Return what the first word that tells something means."""
    return next((text.meaning.concepts[at] for at in where if at in text.meaning.telling), frozenset())


def _meant_by(text: Examined, where: Iterator[int]) -> frozenset[str]:
    """Return what words of content mean."""
    return frozenset[str]().union(*(text.meaning.concepts[at] for at in where if at in text.meaning.content))


def _does_another(doing: Doing, known: tuple[Doing, ...], same: list[Doing]) -> bool:
    """Say whether the source names those who do it in the line, and has them do another thing."""
    return any(each not in same and not doing.agents.isdisjoint(each.agents - {YOU, WE}) for each in known)


def _is_mutual(said: Examined, doing: Doing, source: Examined, known: Doing) -> bool:
    """Say whether each does to the other what the other does to the one: "A supports B", "B supports A"."""
    return _is_behind(source, known.verb, doing.agents) and _is_behind(said, doing.verb, known.agents)


def _is_behind(text: Examined, verb: int, people: frozenset[str]) -> bool:
    tokens = text.prepared.tokens
    return any(
        not text.meaning.concepts[at].isdisjoint(people)
        for at in range(verb + 1, len(tokens))
        if tokens[at].clause == tokens[verb].clause
    )


def _is_for_reader(said: Examined, doing: Doing) -> bool:
    """Say whether somebody named does a thing for the reader or to them: "two doctors work for you"."""
    tokens = said.prepared.tokens
    behind = [token.low for token in tokens[doing.verb + 1 : doing.verb + 3]]
    return behind[:1] in _READER or (behind[:1] in _FOR and behind[1:] in _READER)


def _happens(said: Examined, doing: Doing, source: Examined, same: list[Doing]) -> bool:
    """Say whether what is done to somebody in the source happens with them: "settle babies in", "babies settle in"."""
    tokens, content = said.prepared.tokens, said.meaning.telling
    at = doing.verb + 1
    while at < len(tokens) and tokens[at].low in _PARTICLES:
        at += 1
    if at < len(tokens) and (at in content or tokens[at].low in said.lexicon.grammar.objects):
        return False
    if any(token.low == "by" and token.clause == tokens[doing.verb].clause for token in tokens[at:]):
        return False
    return any(not source.meaning.concepts[at].isdisjoint(doing.agents) for at in _done_to(source, same))


def _done_to(source: Examined, same: list[Doing]) -> Iterator[int]:
    """Yield the words right behind the verbs: what they are done to."""
    tokens = source.prepared.tokens
    for doing in same:
        for at in range(doing.verb + 1, min(doing.verb + 5, len(tokens))):
            if tokens[at].part != tokens[doing.verb].part or tokens[at].low in _NO_OBJECT:
                break
            yield at


def _is_denied(said: Examined, doing: Doing, source: Examined) -> bool:
    """Say whether somebody does not do a thing, as in the source: "contractors never isolate circuits"."""
    tokens = said.prepared.tokens
    is_denied = any(
        hit.entry.value == "no" and hit.first < doing.verb and tokens[hit.first].part == tokens[doing.verb].part
        for hit in said.meaning.of("polarity")
    )
    return is_denied and any(
        not source.meaning.concepts[at].isdisjoint(doing.agents)
        for hit in source.meaning.of("polarity")
        if hit.entry.value == "no"
        for at in range(max(0, hit.first - _BESIDE), hit.first)
    )


def _is_same(compared: Comparison, one: int, source: Examined, other: int) -> bool:
    """Say whether two verbs are one, or stand in one list of verbs that say the same."""
    ours, theirs = compared.statement.meaning.concepts[one], source.meaning.concepts[other]
    if compared.statement.prepared.tokens[one].stem == source.prepared.tokens[other].stem:
        return True
    return any(concept.startswith("same.v.") for concept in ours & theirs)


def _named(compared: Comparison, index: int, source: Examined) -> Iterator[GroundingFinding]:
    """Yield where the reader is put in the place of somebody else."""
    if source.field in ("reporting_line", "team"):
        for at, token in enumerate(compared.statement.prepared.tokens):
            if token.low == "as" and compared.owners[at] == index:
                yield from _as_somebody(compared, at, source)


def _as_somebody(compared: Comparison, at: int, source: Examined) -> Iterator[GroundingFinding]:
    """Yield "As shift leader you …" where the shift leader is somebody else."""
    tokens = compared.statement.prepared.tokens
    named = []
    for index in range(at + 1, min(at + 6, len(tokens))):
        if (tokens[index].low.startswith("you") and tokens[index].low != "your") or tokens[index].low == ",":
            break
        named.append(index)
    else:
        return
    known = source.meaning.all_concepts
    content = [i for i in named if i in compared.statement.meaning.telling]
    titles = any(other.field in ("title", "level") for other in compared.sources)
    if content and not titles and all(not compared.statement.meaning.concepts[i].isdisjoint(known) for i in content):
        yield _placed(compared, content[-1], "in the entry this is somebody else.")


def _placed(compared: Comparison, at: int, why: str) -> GroundingFinding:
    token = compared.statement.prepared.tokens[at]
    return GroundingFinding("role_swapped", token.start, token.end, f"“{token.text}”: {why}", True)
