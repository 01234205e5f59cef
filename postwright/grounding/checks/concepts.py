"""Things that are known by name: credentials, benefits, shifts and contracts, workplaces, terms of pay, moments.

Each that a line names must be named by a source, or be what a source's narrower thing is a kind of.
"""

from __future__ import annotations

from collections.abc import Iterator

from postwright.grounding.checks.strength import ASKED
from postwright.grounding.examined import Examined
from postwright.grounding.lexicon import Hit, Lexicon
from postwright.model.statement import GroundingFinding

KINDS = {
    "credentials": "credential", "benefits": "benefit", "schedule": "schedule", "workplace": "place", "reach": "place",
    "pay_terms": "money", "time_words": "time",
}  # fmt: skip
"""The categories, with the kind of finding that each gives."""
_ONLY_IN = {"benefits": ("benefits", "pay"), "pay_terms": ("benefits", "pay")}
_GENERIC = frozenset(("credential.certificate", "credential.qualification", "credential.licence", "credential.diploma"))
"""Kinds of credentials, which may stand behind the name of one."""
_ASKED_ONLY = frozenset(("credential.membership",))
"""Credentials only where something is asked for: elsewhere one is a member of a team or of a pension scheme."""
"""Sections in which the words of a category mean the thing: "that would be a bonus" elsewhere."""


def check(statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon) -> Iterator[GroundingFinding]:
    """Yield everything known by name that no source names."""
    for category, kind in KINDS.items():
        if statement.section in _ONLY_IN.get(category, (statement.section,)):
            yield from _unnamed(statement, sources, lexicon, category, kind)
    yield from _freed(statement, sources)
    if statement.section in _ONLY_IN["pay_terms"]:
        yield from _left_out(statement, sources)


def _freed(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield remote work of which the line no longer says where it is bound to, as its source does."""
    remote = next((hit for hit in statement.hits("workplace") if hit.entry.id == "workplace.remote"), None)
    if remote is None:
        return
    stems = statement.prepared.stems
    for source in sources:
        hits = [hit for hit in source.hits("workplace") if hit.entry.id == "workplace.remote"]
        tokens = source.prepared.tokens
        for hit in hits:
            days = {day.first for day in source.hits("days", "time_words")}
            names = [
                t
                for at, t in enumerate(tokens)
                if at > hit.last and at not in days and t.clause == tokens[hit.last].clause and t.text[0].isupper()
            ]
            covered = {tokens[at].stem for at in source.said_otherwise((statement,))}
            if names and not any(name.stem in stems or name.stem in covered for name in names):
                where = " ".join(name.text for name in names)
                yield GroundingFinding(
                    "place",
                    remote.start,
                    remote.end,
                    f"The sources bind remote work to “{where}”; the line does not.",
                    True,
                )


def _unnamed(
    statement: Examined, sources: tuple[Examined, ...], lexicon: Lexicon, category: str, kind: str
) -> Iterator[GroundingFinding]:
    bounds = {amount.comparator_at[0] for amount in statement.amounts if amount.comparator_at is not None}
    hits = [hit for hit in statement.hits(category) if _counts(statement, hit) and hit.first not in bounds]
    if not hits:
        return
    named = {hit.entry.id for source in sources for hit in source.all_hits(category) if _counts(source, hit)}
    named |= {f"field.{source.field}" for source in sources}
    known = frozenset[str]().union(*(lexicon.wider(id) for id in named))
    clocks = {at for amount in statement.amounts if amount.clock for at in range(amount.first, amount.last + 1)}
    spelled = _expanded(statement, sources)
    otherwise = statement.said_otherwise(sources) | spelled
    frames = [frame for frame in statement.meaning.of("house") if frame.entry.id == "house.frames"]
    for hit in hits:
        if any(f.first <= hit.first and hit.last <= f.last and f.last - f.first > hit.last - hit.first for f in frames):
            continue  # to feel at home in a team
        tokens = range(hit.first, hit.last + 1)
        if hit.entry.id in known or clocks.intersection(tokens) or otherwise.issuperset(tokens):
            continue
        if hit.entry.id in _GENERIC and hit.first - 1 in spelled:
            continue  # General Educational Development certificate
        if hit.entry.id in _ASKED_ONLY and ASKED.isdisjoint(source.field for source in sources):
            continue
        is_timed = category == "time_words" and any(source.hits(category) for source in sources)
        if hit.last > hit.first and not is_timed and _stands_apart(statement, hit, sources):
            continue
        words = statement.words(hit.first, hit.last)
        yield GroundingFinding(kind, hit.start, hit.end, f"“{words}”: no source says so.", True)


def _expanded(statement: Examined, sources: tuple[Examined, ...]) -> set[int]:
    """Return the tokens that spell out an abbreviation of a source."""
    spelled = statement.spelled_out(sources)
    return spelled | statement.said_otherwise(sources, category="abbreviations")


def _stands_apart(statement: Examined, hit: Hit, sources: tuple[Examined, ...]) -> bool:
    """Say whether one source has all words of a thing, if not in a row: "sick pay: full" for "full pay"."""
    own = range(hit.first, hit.last + 1)
    words = [at for at in own if at in statement.meaning.content] or [
        at for at in own if at in statement.meaning.telling
    ]
    stems = {statement.prepared.tokens[at].stem for at in words}
    return bool(stems) and any(stems <= source.prepared.stems for source in sources)


def _counts(examined: Examined, hit: Hit) -> bool:
    """Say whether a phrase means the thing: months are written with a capital."""
    return hit.entry.value != "capital" or examined.prepared.tokens[hit.first].text[0].isupper()


def _left_out(statement: Examined, sources: tuple[Examined, ...]) -> Iterator[GroundingFinding]:
    """Yield where pay is given without the term that its source puts on it: net, pro rata, on target."""
    is_sum = any(amount.is_money for amount in statement.amounts)
    said = {hit.entry.id for hit in statement.hits("pay_terms")}
    for source in sources:
        if source.field not in ("pay", "other_compensation"):
            continue
        if not is_sum and any(amount.is_money for amount in source.amounts):
            continue
        for hit in source.hits("pay_terms"):
            if hit.entry.value == "keep" and hit.entry.id not in said:
                words = source.words(hit.first, hit.last)
                end = len(statement.prepared.text)
                yield GroundingFinding("money", 0, end, f"The sources say “{words}”, and the line does not.", True)
