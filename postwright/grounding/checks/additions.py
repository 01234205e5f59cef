"""Words that no source has: praise of the employer, duties and facts that were added.

A faithful rewording puts other words in the place of a source's; what is added stands beside all that the source says.
So words with nothing behind them refuse a line where they outnumber the words that it left out: at once, or, where
they are common words that say little, when a part of the sentence consists of nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from postwright.grounding.agent_words import WE, YOU
from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.model.statement import GroundingFinding

MOST_LIGHT = 2
"""Common words that may be added anywhere in a line."""
_JOINS = frozenset((",", "and", "then", "also"))
_NAMED_BEFORE = frozenset(("it", "them", "their", "its", "these", "those"))
_DENYING = ("un", "non", "in", "im", "dis")
_DONE = frozenset(("responsibility", "outcome"))


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield every word with nothing behind it, and the line that shares nothing with its sources."""
    prepared = compared.statement.prepared
    claims = compared.statement.meaning.claims
    if _shares_nothing(compared):
        yield GroundingFinding(
            "no_overlap", 0, len(prepared.text), "The line shares no word with the entries that it cites.", True
        )
        return
    refuses = _says_more(compared, [at for at in compared.added if at not in claims])
    swapped = _swapped_in(compared) | _done_by_others(compared) | _turned_by_prefix(compared) | _narrowing(compared)
    people = _somebody(compared)
    does = any(source.field in _DONE for source in compared.sources)
    for at in compared.added:
        token = prepared.tokens[at]
        if at in people:
            message = f"“{token.text}”: none of the entries that the line cites names such a person."
            yield GroundingFinding("name", token.start, token.end, message, True)
            continue
        if at in claims:
            message = f"“{token.text}” says something about the job or the employer that no entry says."
            kind = "claim"
        else:
            message = f"“{token.text}” stands in none of the entries that the line cites."
            is_more = refuses or at in swapped
            kind = "residue" if not is_more else "added_duty" if does else "borrowed_fact"
        yield GroundingFinding(kind, token.start, token.end, message, refuses or at in claims or at in swapped)


def _somebody(compared: Comparison) -> set[int]:
    """Return the words that name somebody in particular: the inspector, not a colleague or a customer."""
    hits = compared.statement.meaning.of("actors")
    anyone = {hit.first for hit in hits if hit.entry.id == "actor.anyone"}
    short = _initials(compared)
    tokens = compared.statement.prepared.tokens
    named = {hit.first for hit in hits if hit.entry.id == "actor.people"} - anyone
    return {at for at in named if tokens[at].low[0] not in short}


def _initials(compared: Comparison) -> set[str]:
    """Return the letters of abbreviations of the sources that the line does not have: they may stand for anybody."""
    return {
        letter
        for source, missing in zip(compared.sources, compared.missing, strict=True)
        for at in missing
        if source.prepared.tokens[at].text.isupper()
        for letter in source.prepared.tokens[at].low
    }


def _says_more(compared: Comparison, added: list[int]) -> bool:
    """Say whether words without a source do more than to stand for words of a source that the line lacks."""
    meaning = compared.statement.meaning
    if any(_is_further_task(compared, at) for at in added):
        return True
    heavy = [at for at in added if at not in meaning.light]
    lacking = compared.all_missing
    if len(heavy) > lacking or len(added) > lacking + MOST_LIGHT:
        return True
    if len(added) <= lacking:
        return False
    parts = [compared.statement.prepared.tokens[at].part for at in added]
    supported = {compared.statement.prepared.tokens[at].part for at in meaning.content if at not in added}
    things = {hit.first for hit in meaning.hits if hit.entry.id == "light.things"}
    if things.issuperset(added):  # those who use it: those who use the software
        supported |= {
            compared.statement.prepared.tokens[at].part
            for at in meaning.telling
            if at not in added and not meaning.concepts[at].isdisjoint(compared.known)
        }
    return any(many > 1 or part not in supported for part, many in Counter(parts).items())


def _swapped_in(compared: Comparison) -> set[int]:
    """Return the words that stand between the words between which a source has another: "insect cells"."""
    frames = {
        _frame(source, at) for source, missing in zip(compared.sources, compared.missing, strict=True) for at in missing
    }
    modified = {
        source.prepared.tokens[at + 1].stem
        for source, missing in zip(compared.sources, compared.missing, strict=True)
        for at in missing
        if at + 1 in source.meaning.content and at not in source.meaning.light and _modifies(source, at)
    }
    return {
        at
        for at in compared.added
        if _frame(compared.statement, at) in frames
        or (at not in compared.statement.meaning.light and _modifies(compared.statement, at) in modified)
    }


def _narrowing(compared: Comparison) -> set[int]:
    """Return the things right before a word of a source that they narrow: the food of "food manufacturer"."""
    if compared.all_missing:
        return set()
    meaning, tokens = compared.statement.meaning, compared.statement.prepared.tokens
    things = {hit.first for hit in meaning.hits if hit.entry.id == "light.things"}
    placed = {at for at in compared.added if at in things and _opens_phrase(compared, at)}
    return placed | {
        at
        for at in compared.added
        if at in things
        and at + 1 in meaning.content
        and at + 1 not in compared.added
        and tokens[at].part == tokens[at + 1].part
        and not tokens[at].low.endswith("s")
    }


def _modifies(text: Examined, at: int) -> str:
    """Return the stem of the noun right behind a word; empty where none stands there."""
    tokens = text.prepared.tokens
    before = tokens[at - 1].low if at else ""
    is_task = text.field in _DONE or text.section == "responsibilities"
    grammar = text.lexicon.grammar
    is_verb = before == "to" or any(before in words for words in (grammar.joined, grammar.you, grammar.helpers))
    if is_verb or (is_task and (not at or tokens[at].opens)):
        return ""  # a verb
    if at + 1 >= len(tokens) or tokens[at + 1].part != tokens[at].part or tokens[at].low.endswith(("ing", "ed", "s")):
        return ""
    return tokens[at + 1].stem if at + 1 in text.meaning.content else ""


def _opens_phrase(compared: Comparison, at: int) -> bool:
    """Say whether a word stands alone behind "in" or "at": a further fact, "in a hotel"."""
    tokens = compared.statement.prepared.tokens
    before = at - 1
    while before > 0 and tokens[before].low in ("a", "an", "the", "our"):
        before -= 1
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    is_last = following is None or following.kind == "mark" or following.part != tokens[at].part
    return is_last and tokens[before].low in ("in", "at") and tokens[before].part == tokens[at].part


def _frame(text: Examined, at: int) -> tuple[str, ...]:
    """Return the words right before and behind a word; marks are the same as an end."""
    tokens = text.prepared.tokens
    before, behind = (tokens[n] if 0 <= n < len(tokens) else None for n in (at - 1, at + 1))
    return tuple("" if token is None or token.kind == "mark" else token.stem for token in (before, behind))


def _done_by_others(compared: Comparison) -> set[int]:
    """Return the verbs without a source that, where tasks are told, neither the reader nor the employer does."""
    meaning = compared.statement.meaning
    if not any(source.field in _DONE for source in compared.sources):
        return set()
    common = {hit.first for hit in meaning.hits if hit.entry.id == "light.verbs"}
    tokens = compared.statement.prepared.tokens
    others = _whose_verbs_are_missing(compared)
    ranks = {at for hit in meaning.of("hierarchy") for at in range(hit.first, hit.last + 1)}
    return {
        doing.verb
        for doing in compared.statement.doings(reader_does=True)
        if doing.verb in compared.added
        and doing.verb not in common | ranks
        and doing.agents.isdisjoint((YOU, WE, *others))
        and not any(token.low == "they" for token in tokens[max(0, doing.verb - 3) : doing.verb])
    }


def _whose_verbs_are_missing(compared: Comparison) -> set[str]:
    """Return those who do something in a source for which the line may have another word."""
    return {
        agent
        for source, missing in zip(compared.sources, compared.missing, strict=True)
        for doing in source.doings(reader_does=True)
        if doing.verb in missing
        for agent in doing.agents
    }


def _turned_by_prefix(compared: Comparison) -> set[int]:
    """Return the words that deny what a source says: "unredacted" for "redacted"."""
    tokens = compared.statement.prepared.tokens
    return {
        at
        for at in compared.added
        if any(
            f"{prefix}{tokens[at].stem}" in compared.known
            or (
                tokens[at].low.startswith(prefix)
                and compared.lexicon.stem(tokens[at].low[len(prefix) :].lstrip("-")) in compared.known
            )
            for prefix in _DENYING
        )
    }


def _is_further_task(compared: Comparison, at: int) -> bool:
    """Say whether an added word is a verb of its own upon something named before: "…, and mentor them"."""
    tokens = compared.statement.prepared.tokens
    if not 0 < at < len(tokens) - 1 or tokens[at - 1].low not in _JOINS or tokens[at + 1].low not in _NAMED_BEFORE:
        return False
    part = tokens[at].part
    return all(n == at or tokens[n].part != part or n in compared.added for n in compared.statement.meaning.content)


def _shares_only_light(compared: Comparison) -> bool:
    """Say whether a line has other things than its only source, and nothing in common with it but light words."""
    meaning = compared.statement.meaning
    heavy = [at for at in meaning.content if at not in meaning.light]
    lost = [at for at in compared.missing[0] if at not in compared.sources[0].meaning.light]
    if len(compared.sources) > 1 or len(heavy) < MOST_LIGHT or len(lost) < MOST_LIGHT:
        return False
    return all(at in compared.added for at in heavy)


def _shares_nothing(compared: Comparison) -> bool:
    meaning = compared.statement.meaning
    if _shares_only_light(compared):
        return True
    if len(compared.added) < len(meaning.content) or not (meaning.content or compared.all_missing):
        return False
    if any(
        known.values == said.values
        for s in compared.sources
        for known in s.amounts
        for said in compared.statement.amounts
    ):
        return False
    return all(meaning.concepts[at].isdisjoint(compared.known) for at in meaning.telling)
