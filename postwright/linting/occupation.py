"""Which occupation of O*NET a posting is for, and what that says of licences and advanced degrees.

A title leads to an occupation as a whole, without its words of level, or by what stands before a dash, comma, bar or
bracket; "* developer" in the table stands for all titles that end so. Anything else leads nowhere: half of all titles
name no one occupation, and a wrong one would accuse wrongly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from postwright.guidelines.made_once import made_once
from postwright.guidelines.occupations import NOWHERE, ONE_OF
from postwright.late_pattern import late
from postwright.linting.requirements import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from postwright.guidelines.occupations import Occupation
    from postwright.guidelines.records import Guidelines, RoleProfile
    from postwright.linting.rule import Context
    from postwright.model.words import DegreeLevel

_LONGEST_TITLE = 200
"""Characters of a title that are looked at."""
_BRACKETS = late(r"\([^()]*\)|\[[^\[\]]*\]")
_SEGMENT = late(r"\s[-–—]|[-–—]\s|[|,/:;–—@]|\b(?:at|in|for|with)\s")
_WITH_END = late("(front|back)[- ]end")
_PARTED = late(r"[^a-z0-9+ ]+")
_LEVEL = late(
    r"\b(?:senior|sr|snr|junior|jr|jnr|entry level|mid level|mid|intermediate|staff|principal|graduate|trainee|"
    r"apprentice|intern|experienced|expert|i{1,3}|iv|v|\d{1,2}|level|remote|hybrid|on ?site|full time|part time|"
    r"permanent|temporary|temp|contract|seasonal|urgent(?:ly)?|now hiring|band \d+|grade \d+|gs \d+)\b"
)
_LEVEL_AT_THE_EDGE = late(r"^(?:lead|associate|assoc|head) | lead$")
"""Words of level only at the edge: "Sales Associate" and "Lead Abatement Worker" are occupations."""
_OF_A_MANAGER = late(r"\b(?:director|head|vp|vice president|manager) ")
"""Titles that end with what the person answers for: "Director of Data Engineering"."""


def occupation(context: Context) -> Occupation | None:
    """Return the occupation of the posting's role profile, else the one that its title leads to, else None."""
    if "occupation" not in context.facts:
        context.facts["occupation"] = _occupation(context)
    return cast("Occupation | None", context.facts["occupation"])


def is_one_of_several(context: Context) -> bool:
    """Say whether the title may be one of several occupations."""
    known = occupation(context)
    return known is not None and ONE_OF in known.soc


def _occupation(context: Context) -> Occupation | None:
    known = context.guidelines.occupations
    if context.profile is not None:
        return known.get(context.profile.onet_soc)
    return known.get(code_of_title(title_of(context), context.guidelines))


def code_of_title(title: str, guidelines: Guidelines) -> str:
    """Return the O*NET-SOC code that a job title leads to, or "".

    >>> code_of_title("Senior Data Analyst II - Remote", guidelines)  # doctest: +SKIP
    '15-2051.01'
    """
    code = ""
    for number, plain in enumerate(_forms(title[:_LONGEST_TITLE].lower())):
        code = _code(plain, guidelines) or code
        if code and (code != NOWHERE or number % 2):  # too wide with its words of level may be narrow without them
            break
    return "" if code == NOWHERE else code


def _forms(title: str) -> Iterator[str]:
    """Yield the title, then its first segment, each whole and without words of level."""
    title = _BRACKETS.sub(" ", title)
    for text in (title, _SEGMENT.split(title, maxsplit=1)[0]):
        words = _plain(text)
        yield words
        yield " ".join(_LEVEL_AT_THE_EDGE.sub(" ", " ".join(_LEVEL.sub(" ", words).split())).split())


def _plain(text: str) -> str:
    text = _WITH_END.sub(r"\1end", text).replace("full-stack", "fullstack").replace("full stack", "fullstack")
    return " ".join(_PARTED.sub(" ", text.replace("&", " and ")).split())


def _code(plain: str, guidelines: Guidelines) -> str:
    """Return the code of a title in plain words, in the singular too, or of how it ends; `-` where it is too wide."""
    for words in (plain, plain.removesuffix("s")):
        code = guidelines.occupations.code_of(words)
        if code in ("", NOWHERE):
            code = _titles_of_profiles(guidelines).get(words, code)
        if code:
            return code
    parts = plain.removesuffix("s").split()
    if _OF_A_MANAGER.search(plain):
        return ""
    for number in range(1, len(parts)):
        ending = " ".join(parts[number:])
        code = guidelines.occupations.code_of(f"* {ending}")
        if code:
            return code
        if guidelines.occupations.code_of(ending) == NOWHERE:
            return NOWHERE
    return ""


def profile_of_title(title: str, guidelines: Guidelines) -> RoleProfile | None:
    """Return the one role profile that a job title names, or None: nothing is guessed of titles that only resemble.

    The title, without its words of level, is one of the profile's, and the occupation that it leads to is of the
    profile's minor group, so that "project manager" of a bridge is not taken for one of software.
    """
    code = code_of_title(title, guidelines)
    if not code:
        return None
    named = _profiles_by_title(guidelines)
    for plain in _forms(title[:_LONGEST_TITLE].lower()):
        for profile in named.get(plain.removesuffix("s"), ()):
            if profile.onet_soc[:_MINOR_GROUP] == code[:_MINOR_GROUP]:
                return profile
    return None


def nearest_profile(title: str, guidelines: Guidelines) -> RoleProfile | None:
    """Return the only role profile of the occupation that a job title leads to, else of its broad group, or None.

    It may not fit, as one occupation of O*NET holds several trades: a person is asked.
    """
    code = code_of_title(title, guidelines)
    for length in (_OCCUPATION, _BROAD_GROUP) if code else ():
        found = [role for role in guidelines.roles.values() if role.onet_soc[:length] == code[:length]]
        if found:
            return found[0] if len(found) == 1 else None
    return None


_OCCUPATION, _BROAD_GROUP = 7, 6
"""Characters of a code that name its occupation and its broad group: "53-7065" and "53-706" of "53-7065.00"."""


_MINOR_GROUP = 5
"""Characters of a code that name its minor group: "15-12" of "15-1252.00"."""


@made_once
def _profiles_by_title(guidelines: Guidelines) -> dict[str, tuple[RoleProfile, ...]]:
    found: dict[str, tuple[RoleProfile, ...]] = {}
    for profile in guidelines.roles.values():
        for title in profile.titles:
            found[_plain(title.lower())] = (*found.get(_plain(title.lower()), ()), profile)
    return found


@made_once
def _titles_of_profiles(guidelines: Guidelines) -> dict[str, str]:
    """Return the codes of the titles that role profiles give, an organisation's own among them."""
    roles = guidelines.roles.values()
    return {title.lower(): role.onet_soc for role in roles for title in role.titles if role.onet_soc}


def is_licensed(context: Context) -> bool:
    """Say whether the work needs a licence that itself needs a degree (nurse, teacher, attorney and the like)."""
    known = occupation(context)
    if known is not None and known.regulated:
        return True
    profile = context.profile
    if profile is not None and re.search(r"\blicen[cs]e\b", profile.licence):
        return True
    return names(title_of(context), "licensed", context.guidelines)


def is_science(context: Context) -> bool:
    """Say whether an advanced degree is part of the trade, as in research and teaching."""
    known = occupation(context)
    return (known is not None and known.regulated == "research") or names(
        title_of(context), "research", context.guidelines
    )


def has_usual_degree(context: Context) -> bool:
    """Say whether the title is of a trade in which nearly all jobs ask for a degree, whatever the occupation is."""
    return names(title_of(context), "degree_usual", context.guidelines)


def names(title: str, id_: str, guidelines: Guidelines) -> bool:
    """Say whether a title has one of the words listed under `id_` in guidelines/title_words.yaml."""
    pattern = _patterns(guidelines).get(id_)
    return pattern is not None and pattern.search(title.lower()) is not None


@made_once
def _patterns(guidelines: Guidelines) -> dict[str, re.Pattern[str]]:
    return {
        id_: late(rf"\b(?:{'|'.join(re.escape(w).replace(chr(92) + '*', chr(92) + 'w*') for w in row.words)})\b")
        for id_, row in guidelines.title_words.items()
    }


def survey_of(known: Occupation) -> str:
    """Return the survey that the figures of an occupation come from, in words."""
    asked = f", {known.people:g} people asked" if known.people else ""
    when = f" in {known.surveyed}" if known.surveyed else ""
    return f"O*NET {known.release or '30.1'}, {known.soc} {known.name}{asked}{when} (guidelines/occupations.tsv)"


# ---- how many call a degree required


@dataclass(frozen=True, slots=True)
class Share:
    """How many of an occupation call a degree required; where people and employers disagree, the larger share."""

    percent: float
    words: str
    """The figures as a sentence."""
    source: str
    is_sure: bool
    """Whether the survey is neither small nor old, or employers were asked too."""


_REQUIRED: dict[DegreeLevel, str] = {
    "associate": "an associate degree or some college",
    "bachelor": "a bachelor's degree or more",
    "unspecified": "a bachelor's degree or more",
    "master": "a master's degree or more",
    "doctorate": "a master's degree or more",
    "professional": "a master's or professional degree or more",
}
_BLS = "BLS, Occupational Requirements Survey 2020"


def share_requiring(context: Context, level: DegreeLevel) -> Share | None:
    """Return how many in the posting's occupation call a degree of this level required; None where nobody was asked."""
    known = occupation(context)
    if known is None or level not in _REQUIRED:
        return None
    people = {
        "associate": known.associate,
        "master": known.advanced,
        "doctorate": known.advanced,
        "professional": known.advanced,
    }.get(level, known.degree)
    employers = known.employer_degree if level in ("bachelor", "unspecified") else None
    profile = context.profile
    if profile is not None and profile.degree_required_percent is not None and level in ("bachelor", "unspecified"):
        people = profile.degree_required_percent
    if people is None and employers is None:
        return None
    degree = _REQUIRED[level]
    said = f"{people:.0f} percent of “{known.name}” call {degree} required" if people is not None else ""
    asked = f"{employers:.0f} percent of employers ask “{known.name}” for one" if employers is not None else ""
    if said and asked:
        asked = f"of employers {employers:.0f} percent ask for one"
    sources = [survey_of(known)] if people is not None else []
    return Share(
        percent=max(value for value in (people, employers) if value is not None),
        words=f"{'; '.join(part for part in (said, asked) if part)}.",
        source="; ".join([*sources, _BLS] if employers is not None else sources),
        is_sure=not {"small", "old"}.intersection(known.doubts.split("+")) or employers is not None,
    )
