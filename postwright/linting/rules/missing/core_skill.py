"""missing/core-skill: the role profile's core skills of which the posting names none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.linting.experience import with_article
from postwright.linting.requirements import key_words, mentions
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import SkillGroup

_SHOWN = 5
"""Terms of a group that a finding names."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on each `must` group of the profile none of whose terms occurs."""
    profile = context.profile
    if profile is None:
        return
    for group in profile.skill_groups:
        if group.need != "must" or _is_named(context, group):
            continue
        terms = ", ".join(group.any_of[:_SHOWN])
        article = with_article(profile.name)
        yield Finding(
            rule="",
            severity="warning" if context.brief is not None and profile.confidence == "high" else "notice",
            start=None,
            end=None,
            message=f"{article[0].upper()}{article[1:]} usually needs “{group.group}”; the posting names none of: "
            f"{terms}.",
            why="",
            source=f"guidelines/roles/{profile.id}.yaml; {'; '.join(s.title for s in profile.sources[:1])}",
            fixes=(Fix(f"Name what the role uses ({terms}), or leave it out on purpose", "hint"),),
            field="must_have",
            confidence=profile.confidence,
        )


def _is_named(context: Context, group: SkillGroup) -> bool:
    guidelines, folded = context.guidelines, context.document.folded
    found = {mention.id for mention in context.reading.technologies} | {
        mention.name.lower() for mention in context.reading.technologies
    }
    terms = (*group.any_of, group.group, *getattr(group, "also", ()))
    for term in terms:
        lowered = term.lower()
        if lowered in found:
            return True
        if term.isupper() and len(term) > 2 and re.search(rf"\b{re.escape(term)}\b", context.text):
            return True  # an ambiguous name that is written as one: "SQL" is never "sequel"
        if lowered not in guidelines.ambiguous_terms and len(lowered) > 1 and mentions(term, folded):
            return True
        words = key_words(term)
        if len(words) > 1 and any(words <= key_words(folded[s.start : s.end]) for s in context.document.sentences):
            return True
    return False


RULE = Rule(
    id="missing/core-skill",
    severity="warning",
    summary="A core skill of the role profile is not named",
    why="Applicants search by it, and screening will ask for it; what is not named cannot be prepared for.",
    source="guidelines/roles/: skill groups of the role profiles",
    check=check,
    fires=(
        Example(
            text="Backend engineer. You build services in Java with a REST API.",
            profile="backend_engineer",
        ),
    ),
    silent=(
        Example(
            text="Backend engineer. You build services in Java with a REST API over PostgreSQL.",
            profile="backend_engineer",
        ),
        Example(text="Backend engineer. You build services in Java with a REST API."),
    ),
    known_problems="Only with a profile given: the rule never guesses one. It warns where the brief chose a profile "
    "of high confidence; otherwise it gives a notice.",
)
