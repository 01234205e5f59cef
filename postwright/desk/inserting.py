"""A finding on what a text lacks -> what can be inserted: composed lines that say it, else a blank to be filled in.

Nothing is invented: what is inserted comes from the brief, the organisation or a house text, as the posting is composed
from them. Where only a person knows the content, the heading is inserted with a blank, which missing/placeholder
reports as an error until it is filled in; the page leads to the brief's field too, the better place for a fact.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from postwright.desk.checks import Checks
from postwright.desk.house import House
from postwright.desk.stored_brief import stored_brief
from postwright.desk.wordings import worded_posting
from postwright.drafting.compose import compose
from postwright.drafting.environment import say
from postwright.drafting.merge import merge
from postwright.drafting.placing import Imported, with_item, with_items, without
from postwright.drafting.role import Role
from postwright.drafting.trace import trace
from postwright.errors import InputError
from postwright.library.records import PostingRecord
from postwright.model.finding import Finding
from postwright.model.posting import Form, Item, Posting, Section
from postwright.model.words import SectionKind


@dataclass(frozen=True, slots=True)
class _Place:
    """Where what a finding misses is said in a composed posting."""

    kind: SectionKind
    sources: tuple[str, ...]
    """Beginnings of the ids of what it is composed from, beside the finding's own field."""
    blank: str = ""
    """The phrase of templates/sections/blanks.j2 for a person to fill in; empty where there is none."""
    form: Form = "paragraph"


_PLACES: Mapping[str, _Place] = {
    "must_have": _Place("requirements", ("must_have",), "must_have", "bullet"),
    "licences": _Place("requirements", ()),
    "languages": _Place("requirements", ()),
    "education": _Place("requirements", ()),
    "clearance": _Place("requirements", ()),
    "levels": _Place("requirements", ()),
    "physical": _Place("requirements", ()),
    "responsibilities": _Place("responsibilities", ("responsibilities", "outcomes"), "responsibilities", "bullet"),
    "pay": _Place("pay", ("pay", "levels"), "pay"),
    "other_compensation": _Place("pay", ()),
    "benefits": _Place("benefits", ("benefits", "organisation.benefits"), "benefits", "bullet"),
    "locations": _Place("location", ("locations", "remote_from", "workplace"), "locations"),
    "travel": _Place("location", ()),
    "employment_type": _Place("schedule", ("employment_type", "hours", "contract_end"), "employment_type"),
    "on_call": _Place("schedule", ()),
    "closing": _Place("process", ("closing",), "closing"),
    "apply": _Place("process", ("apply", "organisation.careers_address"), "apply"),
    "reporting_line": _Place("team", ("reporting_line",), "reporting_line"),
}
"""By the field of the brief that a finding is about."""

BLANKS = tuple(place.blank for place in _PLACES.values() if place.blank)
MISSING = "missing/"
"""Rules on what a text lacks; what it has too much of is not mended by more."""
BLANK = "blank"
"""The field of an item that is a blank."""


@lru_cache(maxsize=1)
def blank_lines() -> frozenset[str]:
    """Return the words of all blanks."""
    return frozenset(say("blanks", blank) for blank in BLANKS)


@dataclass(frozen=True, slots=True)
class Insert:
    """What can be inserted for a finding: composed items, or a blank where only a person knows the content."""

    rule: str
    field: str
    items: tuple[str, ...] = ()
    text: str = ""
    """The words of those items."""
    blank: str = ""


@dataclass(frozen=True, slots=True)
class Inserted:
    """A text with what was inserted; `blank` is what stands there to be filled in, empty where nothing does."""

    text: str
    blank: str = ""


class Inserts:
    """What can be inserted into the text of one posting."""

    def __init__(self, posting: PostingRecord, text: str, *, house: House, checks: Checks) -> None:
        self._posting, self._text, self._house, self._checks = posting, text, house, checks
        self._imported = posting.origin == "import"
        self._brief = stored_brief(posting.brief)
        self.composed: Posting = (
            compose(self._brief, organisation=house.organisation, guidelines=house.guidelines)
            if self._imported
            else worded_posting(posting)
        )

    def of(self, findings: Sequence[Finding]) -> dict[tuple[str, str], Insert]:
        """Return what can be inserted for each finding without a place, by rule and field."""
        there = self._there()
        found = {}
        for finding in findings:
            lacks = finding.start is None and finding.field and finding.rule.startswith(MISSING)
            insert = self._for(finding, there) if lacks else None
            if insert is not None:
                found[finding.rule, finding.field] = insert
        return found

    def _for(self, finding: Finding, there: Collection[str]) -> Insert | None:
        name = finding.field.partition(".")[0]
        place = _PLACES.get(name)
        if place is None:
            return None
        items = [item for item in self._items(finding, place) if item.id not in there]
        if items:
            words = " ".join(item.text for item in items)
            return Insert(finding.rule, finding.field, tuple(item.id for item in items), words)
        core = finding.rule == "missing/core-skill"  # what the role uses is chosen in the brief
        return Insert(finding.rule, finding.field, blank="" if core else place.blank)

    def _items(self, finding: Finding, place: _Place) -> list[Item]:
        """Return the composed items that say what the finding misses."""
        if finding.rule == "missing/core-skill":
            return []
        exact = "." in finding.field
        return [
            item
            for section in self.composed.sections
            if section.kind == place.kind
            for item in section.items
            if any(source == finding.field or (not exact and _begins(source, place.sources)) for source in item.sources)
        ]

    def _there(self) -> frozenset[str]:
        """Return the items of which the text has a line, edited or not."""
        return frozenset(line.base.key for line in trace(self.composed, self._text) if line.base)

    def with_items(self, items: Collection[str]) -> Inserted:
        """Return the text with composed items in it; `InputError` where the brief does not make one (any more)."""
        known = {item.id for item in self.composed.items()}
        if not items or not set(items) <= known:
            raise InputError("The brief does not make this line any more.", hint="Look at the findings again.")
        if not self._imported:
            return Inserted(with_items(self.composed, self._text, items))
        text = self._text
        others = without(self.composed, known - set(items))
        for section in (section for section in others.sections if section.items):
            text = self._into_import(text, section)
        return Inserted(text)

    def with_blank(self, blank: str) -> Inserted:
        """Return the text with a blank of `BLANKS` under the heading of its section."""
        place = next((place for place in _PLACES.values() if place.blank == blank and blank), None)
        if place is None:
            raise InputError("There is nothing of this kind to insert.", hint="Look at the findings again.")
        words = say("blanks", blank)
        role = Role(self._brief, self._house.organisation, self._house.guidelines)
        item = Item(f"{place.kind}:{BLANK}.{blank}", words, (BLANK,), form=place.form)
        section = Section(place.kind, role.heading(place.kind), (item,))
        if self._imported:
            return Inserted(self._into_import(self._text, section), words)
        return Inserted(merge(self.composed, with_item(self.composed, section), self._text).text, words)

    def _into_import(self, text: str, section: Section) -> str:
        posting = self._posting
        reading = self._checks.of(replace(posting, text=text)).reading
        return Imported(text, reading.sections, markdown=posting.format == "markdown").with_section(section)


def _begins(source: str, names: Sequence[str]) -> bool:
    return any(source == name or source.startswith(f"{name}.") for name in names)
