"""A statement or a source as the checks see it: prepared, with its facts, and what it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, cast

from postwright.grounding.agents import Doing, doings
from postwright.grounding.amounts import Amount, amounts_of
from postwright.grounding.framing import framing_of
from postwright.grounding.lexicon import Hit, Lexicon
from postwright.grounding.meaning import Meaning, meaning_of
from postwright.grounding.periods import Period, periods_of
from postwright.grounding.prepared import Prepared
from postwright.grounding.support import said_otherwise, spelled_out_in
from postwright.model.statement import BriefField, Source
from postwright.model.words import SectionKind

Made = TypeVar("Made")

SAYING_THE_SAME = (
    "synonyms",
    "abbreviations",
    "credentials",
    "schedule",
    "workplace",
    "pay_terms",
    "time_words",
    "places",
)
"""Categories in which the words of an entry say the same."""
_SPEAKS_OF = dict.fromkeys(("process", "contact", "summary", "other"), "application")
"""Of what fields and sections speak, in the words of the values of guidelines/grounding/house.yaml."""
MOST_KEPT = 2_000
"""Sources whose facts are kept: those of many briefs."""


@dataclass(eq=False)
class Examined:
    """A text with its facts; a statement has a section, a source a field."""

    prepared: Prepared
    lexicon: Lexicon
    section: SectionKind = "other"
    field: BriefField | None = None

    @cached_property
    def synonyms(self) -> tuple[Hit, ...]:
        """Phrases for which others may stand, overlapping ones included."""
        return self.lexicon.all(self.prepared, *SAYING_THE_SAME)

    @cached_property
    def abbreviations(self) -> frozenset[str]:
        """The letters of the abbreviations that stand in it."""
        return frozenset(letters for _, letters in self.prepared.abbreviations)

    @cached_property
    def framing(self) -> frozenset[int]:
        """The tokens of a lead-in, which states nothing."""
        return framing_of(self)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """How often things happen."""
        return periods_of(self.prepared, self.lexicon)

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """What is counted, and how much of it."""
        taken = (at for period in self.periods for at in range(period.first, period.last + 1))
        return amounts_of(self.prepared, self.lexicon, frozenset(taken))

    def hits(self, *categories: str) -> tuple[Hit, ...]:
        """Return the phrases of some categories of the lexicon, in order; searched once."""
        found = self._hits.get(categories)
        if found is None:
            found = self._hits[categories] = self.lexicon.find(self.prepared, *categories)
        return found

    @cached_property
    def _hits(self) -> dict[tuple[str, ...], tuple[Hit, ...]]:
        return {}

    def all_hits(self, *categories: str) -> tuple[Hit, ...]:
        """Return the phrases of some categories, those within others too; searched once."""
        key = ("all", *categories)
        found = self._hits.get(key)
        if found is None:
            found = self._hits[key] = self.lexicon.all(self.prepared, *categories)
        return found

    @cached_property
    def technologies(self) -> tuple[tuple[str, int, int], ...]:
        """The known technologies that it names: id, first and last token."""
        return tuple(self.lexicon.technologies_in(self.prepared))

    def said_otherwise(self, sources: tuple[Examined, ...], *, category: str = "") -> set[int]:
        """Return the indexes of tokens in phrases of which a source has a synonym, all or those of one category."""
        return self._against(sources, category, lambda: said_otherwise(self, sources, category=category))

    def spelled_out(self, sources: tuple[Examined, ...]) -> set[int]:
        """Return the indexes of tokens that spell out an abbreviation of a source, or abbreviate words of one."""
        return self._against(sources, "spelled out", lambda: spelled_out_in(self.prepared, sources))

    def _against(self, sources: tuple[Examined, ...], what: str, make: Callable[[], set[int]]) -> set[int]:
        """Return what is made of the text and its sources; kept for a statement, since sources outlive many of them."""
        if self.field is not None:
            return make()
        key = (what, *map(id, sources))
        found = self._set_against.get(key)
        if found is None:
            found = self._set_against[key] = make()
        return found

    @cached_property
    def _set_against(self) -> dict[tuple[object, ...], set[int]]:
        return {}

    def words(self, first: int, last: int) -> str:
        """Return the text from one token to another."""
        return self.prepared.text[self.prepared.tokens[first].start : self.prepared.tokens[last].end]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the offsets of the text from one token to another."""
        return self.prepared.tokens[first].start, self.prepared.tokens[last].end

    @cached_property
    def meaning(self) -> Meaning:
        """What its words mean."""
        return meaning_of(self.prepared, self.lexicon, speaks_of=_SPEAKS_OF.get(self.field or self.section, ""))

    def once(self, make: Callable[[Examined], Made]) -> Made:
        """Return what a check makes of the text; made once."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])

    @cached_property
    def _made(self) -> dict[object, object]:
        return {}

    def doings(self, *, reader_does: bool) -> tuple[Doing, ...]:
        """Return who does what in it; worked out once."""
        found = self._doings.get(reader_does)
        if found is None:
            found = self._doings[reader_does] = tuple(doings(self, reader_does=reader_does))
        return found

    @cached_property
    def _doings(self) -> dict[bool, tuple[Doing, ...]]:
        return {}


def examined(text: str, lexicon: Lexicon, *, section: SectionKind = "other") -> Examined:
    """Return a statement, ready for the checks."""
    return Examined(Prepared(text, lexicon.stem), lexicon, section=section)


_kept: OrderedDict[tuple[int, str, str], Examined] = OrderedDict()


def examined_source(source: Source, lexicon: Lexicon) -> Examined:
    """Return a source, ready for the checks; the latest are kept, since many lines cite the same."""
    key = (id(lexicon), source.field, source.text)
    found = _kept.get(key)
    if found is None or found.lexicon is not lexicon:
        found = _kept[key] = Examined(Prepared(source.text, lexicon.stem), lexicon, field=source.field)
        if len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return found
