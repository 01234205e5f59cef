"""Which occupation a posting is for, and whether a licence or a science degree comes with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postwright.linting.requirements import title_of

if TYPE_CHECKING:
    from postwright.guidelines.records import RoleProfile
    from postwright.linting.rule import Context

_LEVEL_WORDS = re.compile(
    r"\b(?:senior|sr|junior|jr|entry[- ]level|mid[- ]level|staff(?! nurse| accountant)|principal|lead|graduate|"
    r"trainee|intern|i{1,3}|iv|v|[1-5])\b\.?|[()]",
)
_SEGMENT = re.compile(r"\s*(?: [-–—|@] |[,(/]| - | at | in ).*$")
_LICENSED = re.compile(
    r"\b(?:nurs\w*|rn|lpn|lvn|cna|physician|doctor|surgeon|dentist|dental|hygienist|pharmac\w+|therap\w+|"
    r"pathologist|psycholog\w+|"
    r"psychiatr\w+|social work\w*|counsel(?:l?or)?s?|attorney|lawyer|solicitor|barrister|paralegal|teacher|"
    r"lecturer|professor|faculty|"
    r"principal investigator|veterinar\w*|optometr\w+|audiolog\w+|dieti[ct]ian|nutritionist|midwife|"
    r"radiograph\w*|sonograph\w*|"
    r"radiolog\w+|respiratory|chiropract\w+|anesthe\w+|anaesthe\w+|clinician|medical (?:officer|director|technologist)|"
    r"laborator(?:y|ies) (?:technologist|scientist)|surveyor|actuar\w+|architect(?=$|,| \()|civil engineer|"
    r"structural engineer|"
    r"geologist|cpa|auditor|bcba|behavior analyst|speech|case manager|school|instructor|librarian|chaplain|"
    r"pastor|police|firefighter|"
    r"air traffic|pilot|clinical)\b",
    re.IGNORECASE,
)
_SCIENCE = re.compile(
    r"\b(?:scientist|research\w*|postdoc\w*|post-doc\w*|fellow|economist|statistician|biolog\w+|chemist\w*|"
    r"physic\w+|bioinformat\w+|"
    r"quant\w*|professor|lecturer|faculty|epidemiolog\w+|toxicolog\w+|microbiolog\w+|geneti\w+|neuro\w+|phd|"
    r"astronom\w+)\b",
    re.IGNORECASE,
)


def occupation(context: Context) -> RoleProfile | None:
    """Return the profile given, else the one of which the title, without words of level, is one of the titles."""
    if context.profile is not None:
        return context.profile
    title = _plain(title_of(context))
    if not title:
        return None
    found = [role for role in context.guidelines.roles.values() if title in {name.lower() for name in role.titles}]
    return found[0] if len({role.onet_soc for role in found}) == 1 else None


def is_licensed(context: Context) -> bool:
    """Say whether the work needs a licence that itself needs a degree (nurse, teacher, attorney and the like)."""
    profile = occupation(context)
    if profile and re.search(r"\blicen[cs]e\b", profile.licence):
        return True
    return bool(_LICENSED.search(title_of(context)))


def is_science(context: Context) -> bool:
    """Say whether an advanced degree is part of the trade, as in research and teaching."""
    return bool(_SCIENCE.search(title_of(context)))


def _plain(title: str) -> str:
    """Return the title in lower case without level words and what follows a dash, comma or bracket."""
    return " ".join(_LEVEL_WORDS.sub(" ", _SEGMENT.sub("", title.lower())).split())
