"""A few words about a role -> titles to choose from, and the brief that a guided first posting begins with.

A role profile only offers: its duties and skills stay offers until a person takes them. What a person says here (title,
level, place) is a fact of the brief, and all that is in the first draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postwright.desk.brief_edits import cleaned
from postwright.desk.house import House
from postwright.drafting.compose import compose
from postwright.drafting.render import to_markdown
from postwright.guidelines.made_once import made_once
from postwright.guidelines.records import FirstFact, Guidelines, RoleProfile
from postwright.linting.occupation import nearest_profile, profile_of_title
from postwright.model.brief import Brief, LevelEntry, Location
from postwright.model.words import Level, Workplace
from postwright.reading.title import title_level

MOST_TITLES = 6
"""Titles offered at once: as many as are read at a glance."""
_SHORTEST = 2
"""Characters from which titles are looked for."""
_LONGEST = 4
"""Words of a title that somebody would write over a posting."""


class FirstPostings:
    """What a page asks before there is a posting."""

    def __init__(self, house: House) -> None:
        self._house = house

    def titles(self, typed: str) -> tuple[RoleTitle, ...]:
        """Return job titles that have the words typed, with the role profile that each names."""
        return role_titles(cleaned(typed), self._house.guidelines)

    def profile(self, title: str) -> RoleProfile | None:
        """Return the role profile that a job title names, or None."""
        return profile_of_title(title, self._house.guidelines) if title else None

    def nearest_profile(self, title: str) -> RoleProfile | None:
        """Return the role profile of the occupation that a job title leads to, where there is just one, or None."""
        return nearest_profile(title, self._house.guidelines) if title else None

    def level(self, title: str) -> Level | None:
        """Return the level that the words of a job title say, or None."""
        return title_level(title, self._house.guidelines) if title else None

    def draft(self, brief: Brief) -> str:
        """Return the draft that a brief makes, as Markdown; nothing is kept."""
        return to_markdown(compose(brief, organisation=self._house.organisation, guidelines=self._house.guidelines))

    def first_facts(self) -> tuple[FirstFact, ...]:
        """Return what a new posting should say first, what is worth most to a reader before the rest."""
        facts = self._house.guidelines.first_facts.values()
        return tuple(sorted(facts, key=lambda fact: (fact.order, fact.id)))


@dataclass(frozen=True, slots=True)
class RoleTitle:
    """A job title to choose, with the role profile that it names; empty where no profile is for it."""

    title: str
    profile: str


def role_titles(typed: str, guidelines: Guidelines, *, most: int = MOST_TITLES) -> tuple[RoleTitle, ...]:
    """Return titles that have all the words typed, the last one maybe begun: role profiles first, then O*NET's.

    Words of level before them ("Senior") stay before what is offered.
    """
    words = typed.split()
    if len("".join(words)) < _SHORTEST:
        return ()
    found = _with_words(words, guidelines, most)
    rest = words
    while not found and len(rest) > 1 and rest[0].casefold() in _level_words(guidelines):
        rest = rest[1:]
        found = _with_words(rest, guidelines, most)
    lead = " ".join(words[: len(words) - len(rest)])
    return tuple(RoleTitle(_after(lead, each.title), each.profile) for each in found)


def first_brief(
    *,
    title: str,
    profile: str = "",
    level: Level | None = None,
    place: str | None = None,
    workplace: Workplace | None = None,
) -> Brief:
    """Return a brief that says what a person said, and nothing else."""
    remote = workplace == "remote"
    return Brief(
        title=cleaned(title),
        profile=profile,
        levels=(LevelEntry(id=1, level=level),) if level else (),
        workplace=workplace,
        locations=(Location(id=1, place=place),) if place and not remote else (),
        remote_from=(place,) if place and remote else (),
    )


def _with_words(words: Sequence[str], guidelines: Guidelines, most: int) -> list[RoleTitle]:
    wanted = [word.casefold() for word in words]
    profiles = [
        RoleTitle(role.name, role.id)
        for role in sorted(guidelines.roles.values(), key=lambda role: (len(role.name), role.name))
        if any(_has(title, wanted) for title in (role.name, *role.titles))
    ]
    named = {each.title.casefold() for each in profiles}
    others = sorted((not title.startswith(wanted[0]), len(title), title) for title in _found(wanted, guidelines))
    titles = [title for _, _, title in others if title not in named][:most]
    return [*profiles, *(_offered(title, guidelines) for title in titles)][:most]


def _found(wanted: Sequence[str], guidelines: Guidelines) -> Iterator[str]:
    return (title for title in _onet_titles(guidelines) if wanted[0] in title and _has(title, wanted))


def _has(title: str, wanted: Sequence[str]) -> bool:
    """Return whether each word wanted begins a word of the title."""
    words = title.casefold().replace("-", " ").replace("/", " ").split()
    return all(any(word.startswith(each) for word in words) for each in wanted)


def _offered(title: str, guidelines: Guidelines) -> RoleTitle:
    profile = profile_of_title(title, guidelines)
    return RoleTitle(title[:1].upper() + title[1:], profile.id if profile else "")


@made_once
def _onet_titles(guidelines: Guidelines) -> tuple[str, ...]:
    """Return the titles of the table that can be written as they stand: it is in lower case and without plurals."""
    titles = {title: title.split() for title in guidelines.occupations.titles()}
    ends = {words[-1] for words in titles.values()}
    return tuple(
        title
        for title, words in titles.items()
        if len(words) <= _LONGEST
        and not any(map(_is_short_form, words))
        and not any(word.removesuffix("s") in ends for word in words if word.endswith("s"))
        and not (words[-1].endswith("ve") and f"{words[-1][:-2]}fe" in ends)
    )


def _is_short_form(word: str) -> bool:
    """Return whether a word may be an abbreviation ("hr", "cnc"), which a title writes in capitals."""
    return not set(word) & set("aeiouy") or (len(word) <= _SHORT and word not in _JOINING)


_SHORT = 3
"""Letters of a word that may be an abbreviation."""
_JOINING = ("of", "or", "in", "at", "to", "and", "for")


@made_once
def _level_words(guidelines: Guidelines) -> frozenset[str]:
    return frozenset(word for level in guidelines.levels.values() for word in level.title_words if " " not in word)


def _after(lead: str, title: str) -> str:
    """Return a title after words of level: "Senior" and "Data analyst" are "Senior data analyst"."""
    if not lead:
        return title
    rest = title if title.split()[0].isupper() else title[:1].lower() + title[1:]
    return f"{lead[:1].upper()}{lead[1:]} {rest}"
