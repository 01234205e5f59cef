"""What becomes a slot of a line: the facts that grounding finds, and what is withheld from a model."""

from __future__ import annotations

from collections.abc import Iterable

from postwright.drafting.slots import FindFacts, Span
from postwright.drafting.withheld import withheld
from postwright.grounding.facts import facts_of
from postwright.grounding.lexicon import Lexicon
from postwright.grounding.prepared import Prepared


def fact_finder(lexicon: Lexicon, *, names: Iterable[str] = ()) -> FindFacts:
    """Return how the facts of a line are found; `names` are people whose names are withheld."""
    people = tuple(names)

    def found(text: str) -> list[Span]:
        prepared = Prepared(text)
        facts = [
            Span(prepared.back(fact.start), prepared.back(fact.end, is_end=True), fact.kind)
            for fact in facts_of(prepared, lexicon)
        ]
        hidden = [Span(part.start, part.end, "withheld", part.shown) for part in withheld(text, names=people)]
        return [*facts, *hidden]

    return found
