"""What a thing depends on: a condition, choice or possibility that a line adds or loses."""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.amounts import Amount
from postwright.grounding.checks.amounts import matches
from postwright.grounding.comparison import Comparison
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Hit, longest
from postwright.grounding.meaning import SAME
from postwright.model.statement import GroundingFinding

LOOSE = frozenset(("choice", "weak", "vague"))
"""What makes a thing uncertain: one may stand for another."""
_ANY_TIME = frozenset(("whenever", "any"))
"""Words that leave the moment open within the bounds that follow: "whenever you like between 7 and 10"."""


def check(compared: Comparison) -> Iterator[GroundingFinding]:
    """Yield conditions that only one side has."""
    for index, source in enumerate(compared.sources):
        yield from _lost(compared, index, source)
        yield from _turned(compared, source)
    yield from _added(compared)


def _turned(compared: Comparison, source: Examined) -> Iterator[GroundingFinding]:
    """Yield "unless" where the source has "if", or the other way round, and nothing else is denied."""
    statement = compared.statement
    ours, theirs = _ifs(statement), _ifs(source)
    if len({value for value, _ in ours}) != 1 or len({value for value, _ in theirs}) != 1:
        return
    (value, hit), (other, known) = ours[0], theirs[0]
    denied = [
        sum(h.entry.value == "no" and h.entry.id != "polarity.except" for h in t.meaning.of("polarity"))
        for t in (statement, source)
    ]
    if value == other or (denied[0] - denied[1]) % 2:
        return
    if not _concepts(statement, _told(statement, hit)).isdisjoint(_concepts(source, _told(source, known))):
        yield _at(compared, hit, "the entry has it the other way round.")


def _ifs(text: Examined) -> list[tuple[str, Hit]]:
    """Return the words that make a thing hold under a condition ("if") or but for one ("unless")."""
    return [(hit.entry.value, hit) for hit in text.hits("provisos")]


def _concepts(text: Examined, where: list[int]) -> frozenset[str]:
    return frozenset[str]().union(*(text.meaning.concepts[at] for at in where))


def _lost(compared: Comparison, index: int, source: Examined) -> Iterator[GroundingFinding]:
    said = {hit.entry.value for hit in compared.statement.meaning.of("conditions")}
    always = [
        hit
        for hit in compared.about(index, "conditions")
        if hit.entry.value == "always" and not _goes_on_known(compared, hit) and not _is_bounded(compared, hit)
    ]
    for hit in longest(source.meaning.of("conditions")):
        value = hit.entry.value
        if value == "choice":
            lost = said.isdisjoint(LOOSE) and not _says_if(compared)
        elif value == "vague":
            lost = said.isdisjoint(LOOSE | {"trigger", "moment"})
        elif value in ("trigger", "moment"):
            is_other = _amounts_lost(compared, source, hit) and not _says_known(compared)
            lost = _is_dropped(compared, index, source, hit) and (is_other or said.isdisjoint({"trigger", value}))
        else:
            continue
        if lost:
            words = source.prepared.text[hit.start : _end_of_part(source, hit)]
            yield _whole(compared, f"The entry says “{words}”; without it the line promises or demands more.")
            return
    if always and compared.missing[index]:
        hit = always[0]
        yield _at(compared, hit, "no entry says that it is always so.")


def _says_known(compared: Comparison) -> bool:
    """Say whether a moment or trigger of the line is one of which a source speaks."""
    return any(
        hit.entry.value in ("trigger", "moment")
        and any(_is_known(compared, at) for at in _told(compared.statement, hit))
        for hit in compared.statement.meaning.of("conditions")
    )


def _says_if(compared: Comparison) -> bool:
    tokens = compared.statement.prepared.tokens
    return any(tokens[hit.first].low in ("if", "when") for hit in compared.statement.meaning.of("conditions"))


def _goes_on_known(compared: Comparison, hit: Hit) -> bool:
    """Say whether the word behind "every" is a number or stands in a source too."""
    following = hit.last + 1
    statement = compared.statement
    if following >= len(statement.prepared.tokens):
        return False
    counts = any(other.first == following for other in statement.meaning.of("numbers"))
    return (
        counts
        or statement.prepared.tokens[following].kind == "number"
        or (following in statement.meaning.telling and _is_known(compared, following))
    )


def _is_bounded(compared: Comparison, hit: Hit) -> bool:
    """Say whether "always" or the like is what a source says without doubt, or any time within bounds will do."""
    tokens = compared.statement.prepared.tokens
    stems = (tokens[at].stem for at in range(hit.first, hit.last + 1))
    if any(source.prepared.stems.issuperset(stems) for source in compared.sources):
        texts = (*compared.sources, compared.statement)
        loose = [any(each.entry.value in LOOSE for each in text.meaning.of("conditions")) for text in texts]
        return loose[-1] or not any(loose)
    clause = tokens[hit.first].clause
    return tokens[hit.first].low in _ANY_TIME and any(
        hit.last < amount.first and tokens[amount.first].clause == clause for amount in compared.statement.amounts
    )


def _is_dropped(compared: Comparison, index: int, source: Examined, hit: Hit) -> bool:
    """Say whether nothing of what a condition of a source names is in the line."""
    depends = _depends(source, hit)
    known = compared.statement.meaning.all_concepts
    own = (at for at in source.meaning.content if hit.first <= at <= hit.last)
    if any(not source.meaning.concepts[at].isdisjoint(known) for at in own):
        return False  # with approval
    told = _told(source, hit)
    if _amounts_lost(compared, source, hit):
        return True
    if not told and hit.entry.value == "moment":
        return False  # "and €80 each year after"
    if depends:
        besides = [at for at in told if at not in depends and source.meaning.concepts[at].isdisjoint(known)]
        lost = len(besides) + sum(at in compared.missing[index] for at in depends)
        return 2 * lost >= len(told)
    spans = [amount for amount in source.amounts if 0 < amount.first - hit.last <= 2]
    if hit.entry.value == "moment" and spans and all(spans[0].first <= at <= spans[0].last for at in told):
        return not _is_said(compared, source, spans[0])
    return all(source.meaning.concepts[at].isdisjoint(known) for at in told)


def _amounts_lost(compared: Comparison, source: Examined, hit: Hit) -> bool:
    """Say whether a condition gives numbers and the line has none of them."""
    tokens = source.prepared.tokens
    own = [
        amount
        for amount in source.amounts
        if hit.last < amount.first and tokens[amount.first].part == tokens[hit.last].part and not amount.weak
    ]
    return bool(own) and not any(_is_said(compared, source, amount) for amount in own)


def _is_said(compared: Comparison, source: Examined, amount: Amount) -> bool:
    return any(
        matches(compared.statement, said, n, source, amount, end)
        for said in compared.statement.amounts
        for n in range(len(said.values))
        for end in range(len(amount.values))
    )


def _depends(text: Examined, hit: Hit) -> list[int]:
    """Return the words of content of the part of a sentence that a condition opens."""
    tokens = text.prepared.tokens
    if hit.last + 1 >= len(tokens):
        return []
    part = tokens[hit.last + 1].part
    return [at for at in text.meaning.content if at > hit.last and tokens[at].part == part]


def _told(text: Examined, hit: Hit) -> list[int]:
    """Return all words that tell something of the part of a sentence that a condition opens."""
    tokens = text.prepared.tokens
    part = tokens[min(hit.last + 1, len(tokens) - 1)].part
    return [at for at in text.meaning.telling if at > hit.last and tokens[at].part == part]


def _is_known(compared: Comparison, at: int) -> bool:
    return not compared.statement.meaning.concepts[at].isdisjoint(compared.known)


def _end_of_part(text: Examined, hit: Hit) -> int:
    tokens = text.prepared.tokens
    return max(token.end for token in tokens[hit.first :] if token.part == tokens[hit.last].part)


def _added(compared: Comparison) -> Iterator[GroundingFinding]:
    known = {hit.entry.value for source in compared.sources for hit in source.meaning.of("conditions")}
    known |= {"vague"} if "rare" in known else set()
    nice = any(source.field == "nice_to_have" for source in compared.sources)
    for hit in compared.statement.meaning.of("conditions"):
        if hit.entry.value == "moment" and (_is_within(compared.statement, hit) or _is_of_period(compared, hit)):
            continue
        if hit.entry.value == "vague" and known.isdisjoint(LOOSE | {"trigger", "moment"}) and not nice:
            yield _at(compared, hit, "no entry names such a condition.")
        if (
            hit.entry.value in ("trigger", "moment")
            and not nice
            and known.isdisjoint(LOOSE | {"trigger", "moment", "time"})
            and not any(at not in compared.added for at in _depends(compared.statement, hit))
            and not any(_is_known(compared, at) for at in _told(compared.statement, hit))
        ):
            yield _at(compared, hit, "no entry names such a condition.")


def _is_within(text: Examined, hit: Hit) -> bool:
    """Say whether a word is part of a phrase that means something else: the "once" of "at once"."""
    return any(
        other.first <= hit.first and hit.last <= other.last and other.last - other.first > hit.last - hit.first
        for other in text.meaning.hits
        if other.entry.category in (*SAME, "plain_words", "house", "light")
    )


def _is_of_period(compared: Comparison, hit: Hit) -> bool:
    """Say whether "once" counts: "once a fortnight", "once every two weeks"."""
    return any(period.first == hit.last + 1 for period in compared.statement.periods)


def _at(compared: Comparison, hit: Hit, why: str) -> GroundingFinding:
    words = compared.statement.prepared.text[hit.start : hit.end]
    return GroundingFinding("condition", hit.start, hit.end, f"“{words}”: {why}", True)


def _whole(compared: Comparison, message: str) -> GroundingFinding:
    return GroundingFinding("condition", 0, len(compared.statement.prepared.text), message, True)
