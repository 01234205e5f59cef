"""missing/core-skill: the role profile's core skills of which the posting names none.

What: looks for each skill group that the profile calls a must. A profile that was chosen is gone through group by
group; without one the title may name it ("Data Analyst"), and then only a posting that lacks most groups is remarked
on. Why: applicants search by these words. Instead: name what the role uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.linting.elsewhere import is_elsewhere
from postwright.linting.experience import with_article
from postwright.linting.occupation import profile_of_title
from postwright.linting.requirements import key_words, mentions, title_of
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import RoleProfile, SkillGroup

_SHOWN = 5
"""Terms of a group that a finding names."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on each `must` group of the profile none of whose terms occurs."""
    profile = context.profile
    if profile is None:
        yield from _by_title(context)
        return
    for group in _not_named(context, profile):
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


def _not_named(context: Context, profile: RoleProfile) -> list[SkillGroup]:
    return [group for group in profile.skill_groups if group.need == "must" and not _is_named(context, group)]


def _by_title(context: Context) -> Iterable[Finding]:
    """Remark once where a profile that the title names has several core skills, of which the posting lacks most."""
    if context.brief is not None and context.brief.must_have:
        return  # whoever chose the must-haves chose what to leave out
    profile = profile_of_title(title_of(context), context.guidelines)
    if profile is None:
        return
    limits = context.guidelines.limits
    if is_elsewhere(context):
        return
    if len({mention.id for mention in context.reading.technologies}) >= limits["technologies_enough"].value:
        return  # the posting has words enough of its own to be searched by
    missing = _not_named(context, profile)
    musts = sum(group.need == "must" for group in profile.skill_groups)
    if len(missing) < max(limits["core_skills_missing_min"].value, musts * limits["core_skills_missing_share"].value):
        return
    groups = [f"“{group.group}” ({_some_of(group)})" for group in missing]
    yield Finding(
        rule="",
        severity="notice",
        start=None,
        end=None,
        message=f"By its title this is the work of {with_article(profile.name)}. Postings for it usually say which "
        f"they use: {', '.join(groups[:-1])} and {groups[-1]}; this one says nothing of them.",
        why="",
        source=f"guidelines/roles/{profile.id}.yaml; {'; '.join(s.title for s in profile.sources[:1])}",
        arithmetic=f"Core skills that are not named: {len(missing)} of {musts}.",
        fixes=(Fix("Name what the role uses, or leave it out on purpose", "hint"),),
        field="must_have",
        confidence="low",
    )


def _some_of(group: SkillGroup) -> str:
    return ", ".join(group.any_of[:3])


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
        if len(term) > 2 and _is_written_as_name(term, context.text):
            return True
        if lowered not in guidelines.ambiguous_terms and len(lowered) > 1 and mentions(term, folded):
            return True
        words = key_words(term)
        if len(words) > 1 and any(words <= key_words(folded[s.start : s.end]) for s in context.document.sentences):
            return True
    return False


def _is_written_as_name(term: str, text: str) -> bool:
    """Say whether an ambiguous name is written as one: "SQL" is never "sequel", "with Excel" is no verb."""
    if term not in text:
        return False
    if term.isupper():
        return re.search(rf"\b{re.escape(term)}\b", text) is not None
    return term != term.lower() and re.search(rf"(?<=[a-z,(/&] |.[(/]){re.escape(term)}\b", text) is not None


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
        Example(title="Data Analyst", text="You make sense of numbers.\n\nRequirements:\n- Patience\n- Clear writing"),
    ),
    silent=(
        Example(
            text="Backend engineer. You build services in Java with a REST API over PostgreSQL.",
            profile="backend_engineer",
        ),
        Example(text="Backend engineer. You build services in Java with a REST API."),
        Example(
            title="Data Analyst",
            text="You do data analysis and draw charts in Tableau.\n\nRequirements:\n- Clear writing",
        ),
        Example(
            title="Data Analyst",
            text="You make sense of numbers.\n\nRequirements:\n- Kubernetes, Terraform, Docker and Ansible",
        ),
        Example(title="Data Analyst", text="You make sense of numbers. See the full job description on our page."),
        Example(title="Program Manager", text="You run a programme for parks.\n\nRequirements:\n- Patience"),
        Example(title="Analyst", text="You make sense of numbers.\n\nRequirements:\n- Patience"),
    ),
    known_problems="Without a profile the title must be one of a profile's, and the rule speaks only where at least "
    "two core skills and half of them are not named. It warns where the brief chose a profile of high confidence; "
    "otherwise it gives a notice.",
)
