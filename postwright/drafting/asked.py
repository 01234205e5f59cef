"""Sections on what is asked of the person: requirements and preferences, with years said unambiguously."""

from __future__ import annotations

import re

from postwright.drafting.environment import say
from postwright.drafting.figures import amount
from postwright.drafting.role import Role, item, section
from postwright.drafting.wording import bullet, capital, line, small
from postwright.model.brief import Credential, Language, Requirement
from postwright.model.posting import Item, Section
from postwright.model.words import SectionKind, Strength

LICENCES_FIRST = frozenset({"health", "transport", "education"})
"""Functions in which nobody may start without the licence, so that it stands before the years."""

_PREPOSITION_LAST = re.compile(r"(?i)\b(?:with|in|of|using|like|on|or|either|as|for|through|under|by)$")
_IS_EXPERIENCE = re.compile(r"(?i)(?:work|use|practice|service)\b|.*\bexperience\b")
_SAYS_LEADING = re.compile(r"(?i)\b(?:lead(?:ing|ership)?|led|manag\w+|supervis\w+|mentor\w*|coach\w*|people|team)\b")
_GERUND = re.compile(r"(?i)(?P<verb>[a-z-]+ing)\s+\S")
_FIELD_IN_ING = re.compile(
    r"(?i)(?:account|advertis|bank|bookkeep|cater|clean|comput|consult|counsell?|engineer|hous|machin|manufactur|market|monitor"
    r"|network|nurs|pack|pick|plumb|print|programm|publish|purchas|recruit|retail|stream|test|trad|train|warehous|weld)ing"
)
"""Fields whose name looks like a doing: "3 years of experience in nursing", not "experience nursing"."""
_CEFR = re.compile(r"(?i)[ABC][12]\+?")
_ADJECTIVE = re.compile(
    r"(?i)(?:fluent|basic|conversational|good|very good|excellent|spoken|written|professional|business|working)"
)
_CLEARANCE = re.compile(
    r"(?i)\b(?:clearance|screen(?:ing|s)?|vetting|checks?|cleared|tests?|testing|exam(?:ination)?s?|fingerprint\w*)\b"
)


def requirements(role: Role) -> tuple[Section, ...]:
    """Return all that the person must have."""
    brief = role.brief
    years = [*_experience(role), *(_requirement(role, entry, "required") for entry in brief.must_have)]
    licences = _licences(role, "required")
    items = [*licences, *years] if role.function in LICENCES_FIRST else years
    items += _education(role, "required")
    if role.function not in LICENCES_FIRST:
        items += licences
    items += _languages(role, "required")
    if brief.clearance:
        text = line(brief.clearance)
        text = say("asked", "clearance", text=text, complete=bool(_CLEARANCE.search(text)))
        items.append(item("requirements", "clearance", bullet(text), strength="required"))
    return section("requirements", role.heading("requirements"), items)


def preferred(role: Role) -> tuple[Section, ...]:
    """Return what is welcome, with the house's word that none of it is a must."""
    items = [_requirement(role, entry, "preferred") for entry in role.brief.nice_to_have]
    items += [*_education(role, "preferred"), *_licences(role, "preferred"), *_languages(role, "preferred")]
    note = role.guidelines.boilerplate.get("preferred", "")
    if items and note:
        items.append(item("preferred", "boilerplate.preferred", line(note), form="paragraph"))
    return section("preferred", role.heading("preferred"), items)


def _experience(role: Role) -> list[Item]:
    """Return the years at each level that states them."""
    brief = role.brief
    several = len(brief.levels) > 1
    subject = small(line(brief.experience_in).rstrip(". "))
    subject = re.sub(r"(?i)^experience (?:in|with) ", "", subject)
    items = []
    for entry in brief.levels:
        if entry.years is None:
            continue
        text = say(
            "asked",
            "experience",
            label=say("levels", "label", level=entry.level) if several else "",
            amount=amount(entry.years),
            subject=subject,
        )
        sources = ("experience_in",) if subject else ()
        items.append(item("requirements", f"levels.{entry.id}", capital(text), *sources, strength="required"))
    return items


def _requirement(role: Role, entry: Requirement, strength: Strength) -> Item:
    preferred = strength == "preferred"
    field = f"{'nice_to_have' if preferred else 'must_have'}.{entry.id}"
    kind: SectionKind = "preferred" if preferred else "requirements"
    text = _wording(role, entry)
    if preferred and entry.can_be_learned:
        text = say("asked", "learnable", text=text)
    return item(kind, field, bullet(text), strength=strength)


def _wording(role: Role, entry: Requirement) -> str:
    """Return the entry as a noun phrase, with its years before it and its alternatives inside."""
    subject = _subject(entry)
    years = amount(entry.years) if entry.years else None
    if years is None:
        return subject if subject and not role.is_technology(subject) else _alternatives_alone(role, entry)
    form = _form(role, entry, subject)
    inside = small(subject or say("asked", "one_of", alternatives=_alternatives(entry), tools=False))
    return say("asked", "skill_years", amount=years, subject=inside, form=form)


def _alternatives(entry: Requirement) -> list[str]:
    return [line(alternative) for alternative in entry.alternatives if line(alternative)]


def _alternatives_alone(role: Role, entry: Requirement) -> str:
    alternatives = _alternatives(entry) or [line(entry.text).rstrip(". ")]
    tools = any(role.is_technology(alternative) for alternative in alternatives)
    return say("asked", "one_of", alternatives=alternatives, tools=tools)


def _subject(entry: Requirement) -> str:
    """Return the text with its alternatives, unless the text names them already; "" without a text."""
    text, alternatives = line(entry.text).rstrip(". "), _alternatives(entry)
    named = all(alternative.casefold() in text.casefold() for alternative in alternatives)
    if not text or named:
        return text
    return say(
        "asked",
        "text_with",
        text=text.rstrip(":"),
        alternatives=alternatives,
        open_ended=bool(_PREPOSITION_LAST.search(text)),
        has_bracket=text.endswith(")"),
    )


def _form(role: Role, entry: Requirement, subject: str) -> str:
    """Return how the subject follows "3 years of": named, doing, with, in or leading; templates/sections/asked.j2."""
    if _IS_EXPERIENCE.match(subject):
        return "named"
    if entry.leadership and not _SAYS_LEADING.search(subject):
        return "leading"
    if not subject:
        return "with"
    gerund = _GERUND.match(subject)
    if gerund and not _FIELD_IN_ING.fullmatch(gerund["verb"]):
        return "doing"
    return "with" if _starts_with_technology(role, subject) else "in"


def _starts_with_technology(role: Role, subject: str) -> bool:
    """Whether the first one to three words are a technology's name."""
    words = re.split(r"[\s,(:]+", subject, maxsplit=3)[:3]
    return any(role.is_technology(" ".join(words[:length])) for length in range(1, len(words) + 1))


def _education(role: Role, strength: Strength) -> list[Item]:
    education = role.brief.education
    if education is None or education.strength != strength:
        return []
    text = say(
        "asked", "education", level=education.level, field=small(line(education.field)), equivalent=education.equivalent
    )
    return [item(_section_of(strength), "education", capital(text), strength=strength)]


def _licences(role: Role, strength: Strength) -> list[Item]:
    return [
        item(_section_of(strength), f"licences.{entry.id}", _credential(entry), strength=strength)
        for entry in role.brief.licences
        if entry.strength == strength
    ]


def _credential(entry: Credential) -> str:
    return bullet(line(entry.name))


def _languages(role: Role, strength: Strength) -> list[Item]:
    return [
        item(_section_of(strength), f"languages.{entry.id}", _language(entry), strength=strength)
        for entry in role.brief.languages
        if entry.strength == strength
    ]


def _language(entry: Language) -> str:
    name, level = line(entry.name), line(entry.level)
    if not level:
        kind = "none"
    elif _CEFR.fullmatch(level):
        level, kind = level.upper().rstrip("+"), "cefr"
    elif _ADJECTIVE.fullmatch(level):
        level, kind = small(level), "adjective"
    else:
        level, kind = small(level), "words"
    return capital(say("asked", "language", name=name, level=level, kind=kind))


def _section_of(strength: Strength) -> SectionKind:
    return "requirements" if strength == "required" else "preferred"
