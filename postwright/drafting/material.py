"""Composed posting -> the lines that may be sent for rewording, each with its slots and sources.

Pay, benefits, place, times, how to apply and legal text are never sent, nor a line that rests on any of them: templates
put them in word for word. Of what is sent, contacts and people's names are slots whose content stays here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from postwright.drafting.places import place_name
from postwright.drafting.slots import FindFacts, Slotted, slotted
from postwright.drafting.withheld import people, redacted
from postwright.drafting.wording import line
from postwright.grounding.prepared import MOST_CHARACTERS
from postwright.model.brief import Brief, Organisation
from postwright.model.brief_sources import sources_of
from postwright.model.posting import Item, Posting, Section
from postwright.model.statement import BriefField, Source, Statement
from postwright.model.words import SectionKind, Strength

SECTIONS = frozenset({"summary", "company", "team", "responsibilities", "requirements", "preferred"})
"""Kinds of sections whose wording is a matter of taste."""
FIELDS = frozenset(
    {
        "summary", "team", "reporting_line", "responsibilities", "outcomes", "must_have", "nice_to_have", "levels",
        "experience_in", "organisation.description",
    }
)  # fmt: skip
"""Entries that may be reworded. Degrees, licences, languages, clearance and physical demands have reviewed wordings."""

_FIELD_OF_LINE: Mapping[str, BriefField] = {
    "summary": "summary", "team": "team", "reporting_line": "reporting_line", "responsibilities": "responsibility",
    "outcomes": "outcome", "organisation.description": "company",
}  # fmt: skip

_FIELD_OF_SECTION: Mapping[SectionKind, BriefField] = {
    "summary": "summary", "team": "team", "company": "company", "responsibilities": "responsibility",
    "requirements": "must_have", "preferred": "nice_to_have",
}  # fmt: skip
OWN_LINE = "own_line"
"""Id of a line that no item stands behind, and of the source that it is for itself."""


@dataclass(frozen=True, slots=True)
class MaterialLine:
    """A line that may be sent."""

    item: Item
    section: Section
    text: str
    """What stands there now: the composed wording, or the edited one of a line that was selected."""
    sent: Slotted
    """The same with slots in the place of facts."""
    stands: Source
    """The line as a source of its own rewording."""
    entries: tuple[Source, ...]
    """The entries that it rests on, as they were written; what a model may cite."""
    seen: str = ""
    """A wording that a model made of it before, with slots."""

    def statement(self, text: str, cited: Collection[str]) -> Statement:
        """Return a wording with what it rests on: the line itself, and those entries that it cites."""
        entries = tuple(entry for entry in self.entries if entry.id in cited)
        return Statement(text, (self.stands, *entries), self.section.kind)


@dataclass(frozen=True, slots=True)
class Material:
    """What may be sent of a posting."""

    role: Mapping[str, object]
    """Title and levels, without people's names."""
    names: tuple[str, ...]
    """People that the brief names: never sent."""
    lines: tuple[MaterialLine, ...]


def material(
    posting: Posting,
    brief: Brief,
    organisation: Organisation,
    *,
    find_facts: FindFacts,
    edited: Mapping[str, str] | None = None,
    only: Collection[str] | None = None,
    seen: Mapping[str, str] | None = None,
) -> Material:
    """Return what may be sent of `posting`, which was composed from `brief`.

    `edited` are the person's own wordings by item id: they are left out unless `only` selects them. `only` are the ids
    of the items that are wanted, None for all. `seen` are earlier wordings of a model, by item id, with slots.
    """
    edited, names = edited or {}, people(brief)
    entries = {
        source.id: source
        for source in reversed(sources_of(brief, organisation, place_name=place_name))
        if source.field != "pay"
    }
    shared = Counter((section.kind, item.sources[0]) for section in posting.sections for item in section.items)
    lines = []
    for section in posting.sections:
        for item in section.items:
            wanted = item.id in only if only is not None else item.id not in edited
            if not wanted or not may_be_sent(section, item):
                continue
            text = edited.get(item.id, item.text)
            sent = _sent(text, find_facts)
            if sent is None:
                continue
            is_part = shared[section.kind, item.sources[0]] > 1
            own = () if is_part else tuple(entries[id_] for id_ in item.sources if id_ in entries)
            stands = Source(_field_of(item), text, item.sources[0])
            earlier = (seen or {}).get(item.id, "")
            lines.append(MaterialLine(item, section, text, sent, stands, own, redacted(earlier, names=names)))
    return Material(_role(brief, names), names, tuple(lines))


def _sent(text: str, find_facts: FindFacts) -> Slotted | None:
    """Return the line with its slots; None where it is too long to be judged, or all of it is facts."""
    if len(text) > MOST_CHARACTERS:
        return None
    sent = slotted(text, find_facts(text))
    return sent if sent.has_words else None


def _role(brief: Brief, names: tuple[str, ...]) -> dict[str, object]:
    role: dict[str, object] = {"title": redacted(line(brief.title), names=names)}
    if brief.levels:
        role["levels"] = [entry.level for entry in brief.levels]
    return role


def own_line(text: str, kind: SectionKind, *, brief: Brief, find_facts: FindFacts) -> Material:
    """Return a person's own line, in a section of `kind`, as material that rests on itself alone; none where it may not
    be sent."""
    field = _FIELD_OF_SECTION.get(kind)
    names = people(brief)
    sent = _sent(text, find_facts)
    if field is None or sent is None:
        return Material(_role(brief, names), names, ())
    strength: Strength | None = "required" if field == "must_have" else "preferred" if field == "nice_to_have" else None
    item = Item(OWN_LINE, text, (OWN_LINE,), strength)
    section = Section(kind, "", (item,))
    return Material(
        _role(brief, names), names, (MaterialLine(item, section, text, sent, Source(field, text, OWN_LINE), ()),)
    )


def may_be_sent(section: Section, item: Item) -> bool:
    """Whether a line's section and all that it rests on may be reworded by a model."""
    return section.kind in SECTIONS and all(_name(source) in FIELDS for source in item.sources)


def _name(source: str) -> str:
    """Return the field that a source id names, without the number of its entry."""
    return source if source.startswith("organisation.") else source.partition(".")[0]


def _field_of(item: Item) -> BriefField:
    if item.strength:
        return "must_have" if item.strength == "required" else "nice_to_have"
    return _FIELD_OF_LINE[_name(item.sources[0])]
