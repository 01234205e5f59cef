"""What every section needs to know about the role: brief, organisation, house rules and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from postwright.drafting.environment import say
from postwright.drafting.places import country_of
from postwright.drafting.wording import blocks, bullet, sentence
from postwright.guidelines.records import Guidelines, RoleProfile
from postwright.model.brief import Brief, Organisation
from postwright.model.posting import Form, Item, Section
from postwright.model.words import SectionKind, Strength

ON_THE_SPOT = frozenset({"health", "operations", "transport", "retail", "service", "education"})
"""Functions of role profiles whose postings speak of a job and shifts rather than of a role and an office."""


@dataclass(frozen=True)
class Role:
    """A brief with the organisation and the guidelines that it is drafted by."""

    brief: Brief
    organisation: Organisation
    guidelines: Guidelines

    @cached_property
    def profile(self) -> RoleProfile | None:
        return self.guidelines.roles.get(self.brief.profile)

    @cached_property
    def function(self) -> str:
        return self.profile.function if self.profile else ""

    @property
    def noun(self) -> str:
        """What the posting calls itself: a "job" where the work is done on the spot, a "role" elsewhere."""
        return "job" if self.function in ON_THE_SPOT else "role"

    @cached_property
    def country(self) -> str:
        """The country whose habits dates follow; "" where the places are of several."""
        brief = self.brief
        return country_of(tuple(location.place for location in brief.locations) + brief.remote_from)

    @cached_property
    def technology_names(self) -> frozenset[str]:
        """All names and aliases of technologies, case folded."""
        return frozenset(
            name.casefold()
            for record in self.guidelines.technologies.values()
            for name in (record.name, *record.aliases)
        )

    def is_technology(self, name: str) -> bool:
        return name.casefold() in self.technology_names

    def heading(self, section: str) -> str:
        """Return the heading of the house section `section`; the templates' own where the guidelines have none."""
        rule = self.guidelines.sections.get(section)
        return rule.heading if rule and rule.heading else say("headings", section)


def item(
    kind: SectionKind,
    field: str,
    text: str,
    *more_sources: str,
    strength: Strength | None = None,
    form: Form = "bullet",
    part: str = "",
) -> Item:
    """Return an item that came from `field`; `part` tells several items of one field apart."""
    return Item(
        id=f"{kind}:{field}{'.' if part else ''}{part}",
        text=text,
        sources=(field, *more_sources),
        strength=strength,
        form=form,
    )


def own_words(kind: SectionKind, field: str, text: str) -> list[Item]:
    """Return a longer text as somebody wrote it: a paragraph or list line each."""
    return [
        item(
            kind,
            field,
            sentence(block) if form == "paragraph" else bullet(block),
            form=form,
            part="" if number == 1 else str(number),
        )
        for number, (block, form) in enumerate(blocks(text), start=1)
    ]


def section(kind: SectionKind, heading: str, items: list[Item]) -> tuple[Section, ...]:
    """Return the section as a run of none or one: without items there is no section."""
    filled = tuple(each for each in items if each.text)
    return (Section(kind, heading, filled),) if filled else ()
