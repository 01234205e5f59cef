"""The sentences of a posting that a person wrote, with what no source supports; worked out once for both rules.

Lines that stand as they were composed are the house's own words, and are not judged; nor are blanks that wait to be
filled in, of which missing/placeholder speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from postwright.latest import latest
from postwright.linting.rule import Context
from postwright.model.finding import Finding, Fix
from postwright.model.words import Severity

if TYPE_CHECKING:
    from postwright.grounding.own_words import Judged, OwnSentence
    from postwright.guidelines.records import Guidelines, RoleProfile
    from postwright.model.brief import Brief, Organisation
    from postwright.model.statement import GroundingFinding, Source

PROMISES = frozenset(("money", "benefit"))
"""Kinds of findings on what the posting promises."""
WORDS = frozenset(("residue", "added_duty", "borrowed_fact"))
"""Kinds of findings on single words."""
NO_OVERLAP = "no_overlap"
"""The kind of finding on a sentence that has nothing of its sources: of a sentence of one's own, which cites none."""
_YEARS = ("year", "yrs")


def remarks(context: Context, *, promises: bool) -> Iterator[Finding]:
    """Yield a finding for each own sentence with something that no source supports: promises, or all else."""
    if context.brief is None:
        return
    for sentence in _own_sentences(context, context.brief):
        added = [each for each in sentence.judgement.findings if each.refuses]
        promised = [each for each in added if _is_promise(context, each)]
        if bool(promised) == promises and added:
            yield _remark(sentence, promised or added, "warning" if promises else "notice")


def _remark(sentence: OwnSentence, added: list[GroundingFinding], severity: Severity) -> Finding:
    first = added[0]
    what = "It has no word in common with any." if first.kind == NO_OVERLAP else first.message
    return Finding(
        rule="",
        severity=severity,
        start=sentence.start,
        end=sentence.end,
        message=f"No entry of the brief supports this sentence. {what}",
        why="",
        source="",
        fixes=(Fix("Add it to the brief, or take it out of the text", "hint"),),
        confidence="medium",
    )


def _is_promise(context: Context, found: GroundingFinding) -> bool:
    if found.kind in PROMISES or _names_benefit(context, found):
        return True
    words = context.text[found.start : found.end].lower()
    return found.kind in ("number", "time") and any(unit in words for unit in _YEARS)


def _names_benefit(context: Context, found: GroundingFinding) -> bool:
    """Say whether single words without support name a benefit: a gym, a company car."""
    from postwright.grounding.lexicon import lexicon_of
    from postwright.grounding.prepared import Prepared

    if found.kind not in WORDS:
        return False
    lexicon = lexicon_of(context.guidelines)
    words = Prepared(context.text[found.start : found.end], lexicon.stem)
    return bool(lexicon.find(words, "benefits"))


def _own_sentences(context: Context, brief: Brief) -> tuple[OwnSentence, ...]:
    known = context.facts.get("own sentences")
    if known is None:
        known = context.facts["own sentences"] = tuple(_judged(context, brief))
    return cast("tuple[OwnSentence, ...]", known)


def _judged(context: Context, brief: Brief) -> Iterator[OwnSentence]:
    from postwright.grounding.lexicon import lexicon_of
    from postwright.grounding.own_words import own_sentences
    from postwright.linting.rules.missing._blanks import blanks

    house = _house(brief, context.organisation, context.guidelines, context.profile)
    unfilled = {_key(context.text[start:end]) for start, end in blanks(context.document)}
    return own_sentences(
        context.document,
        context.reading,
        house.sources,
        lexicon=lexicon_of(context.guidelines),
        leave_out=lambda text: (key := _key(text)) in house.composed or key in unfilled,
        judged=house.judged,
    )


@dataclass(frozen=True)
class _House:
    """What a brief and the house say; a text is linted often while it is typed."""

    composed: str
    """The letters and digits of the composed text, a line each."""
    sources: tuple[Source, ...]
    judged: Judged


@latest
def _house(
    brief: Brief, organisation: Organisation | None, guidelines: Guidelines, profile: RoleProfile | None
) -> _House:
    from postwright.drafting.compose import compose
    from postwright.drafting.render import lines
    from postwright.model.brief import Organisation

    organisation = organisation or Organisation()
    posting = compose(brief, organisation=organisation, guidelines=guidelines)
    composed = "\n".join(_key(line.text) for line in lines(posting))
    return _House(composed, tuple(_sources(brief, organisation, guidelines, profile)), {})


@lru_cache(maxsize=2048)
def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _sources(
    brief: Brief, organisation: Organisation, guidelines: Guidelines, profile: RoleProfile | None
) -> Iterator[Source]:
    """Yield all that a sentence may rest on: brief, organisation, the house's texts and the role profile."""
    from postwright.drafting.places import place_name
    from postwright.model.brief_sources import sources_of
    from postwright.model.statement import Source

    yield from sources_of(brief, organisation, place_name=place_name)
    yield from (Source("company", text) for text in guidelines.boilerplate.values())
    yield from (Source("responsibility", duty) for duty in (profile.duties if profile else ()))
