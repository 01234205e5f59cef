"""A document and its reading -> findings: what is known of the posting, the rules run over it, the result sorted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from postwright.linting.levels import levels_of_title
from postwright.linting.registry import all_rules, matches
from postwright.linting.rule import Context, Rule
from postwright.linting.severity import in_house
from postwright.model.finding import Finding
from postwright.model.words import SEVERITIES, Level

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines, RoleProfile
    from postwright.model.brief import Brief, Organisation
    from postwright.model.reading import Reading
    from postwright.reading.document import Document

CRASHED = "engine/rule-crashed"
LANGUAGE_RULE = "clarity/language"
UNDERSTOOD = ("en", "")
"""Languages that are checked; "" is a text too short to tell."""


def lint(
    document: Document,
    reading: Reading,
    *,
    guidelines: Guidelines,
    date: dt.date,
    brief: Brief | None = None,
    organisation: Organisation | None = None,
    level: Level | None = None,
    profile: str = "",
    places: tuple[str, ...] = (),
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> tuple[Finding, ...]:
    """Return all findings, most severe first, then by place; those without a place come last of their severity.

    `level`, `profile` and `places` stand in where there is no brief, or it does not say. `select` and `ignore` hold
    rule ids or beginnings of ids. `date` is the posting's: laws and ages of technologies are judged on it.
    """
    context = context_of(
        document,
        reading,
        guidelines=guidelines,
        date=date,
        brief=brief,
        organisation=organisation,
        level=level,
        profile=profile,
        places=places,
    )
    rules = chosen(all_rules(guidelines), guidelines, select=select, ignore=ignore)
    if reading.language not in UNDERSTOOD:
        rules = [rule for rule in rules if rule.id == LANGUAGE_RULE]
    findings = [finding for rule in rules for finding in run(rule, context)]
    return tuple(sorted(dict.fromkeys(findings), key=_order))


def context_of(
    document: Document,
    reading: Reading,
    *,
    guidelines: Guidelines,
    date: dt.date,
    brief: Brief | None = None,
    organisation: Organisation | None = None,
    level: Level | None = None,
    profile: str = "",
    places: tuple[str, ...] = (),
) -> Context:
    """Return all that is known of the posting, as the rules are given it."""
    return Context(
        document=document,
        reading=reading,
        guidelines=guidelines,
        date=date,
        levels=levels_of(brief, level, reading),
        places=places_of(brief) or places,
        profile=_profile(brief, profile, guidelines),
        brief=brief,
        organisation=organisation,
    )


def levels_of(brief: Brief | None, flag: Level | None, reading: Reading) -> tuple[Level, ...]:
    """Return the posting's levels: from the brief, else the caller's flag, else the title's words, else none."""
    if brief and brief.levels:
        return tuple(dict.fromkeys(entry.level for entry in brief.levels))
    if flag:
        return (flag,)
    return levels_of_title(reading.title, reading.title_level)


def places_of(brief: Brief | None) -> tuple[str, ...]:
    """Return the codes of all places that the brief's posting can reach: work, remote work, the supervisor."""
    if brief is None:
        return ()
    codes = [*(location.place for location in brief.locations), *brief.remote_from]
    if brief.reporting_line.place:
        codes.append(brief.reporting_line.place)
    return tuple(dict.fromkeys(codes))


def chosen(
    rules: dict[str, Rule], guidelines: Guidelines, *, select: tuple[str, ...], ignore: tuple[str, ...]
) -> list[Rule]:
    """Return the rules to run. One that the house has switched off runs only when selected by its whole id."""
    return [
        rule
        for id_, rule in rules.items()
        if (not select or any(matches(id_, selector) for selector in select))
        and not any(matches(id_, selector) for selector in ignore)
        and (guidelines.severities.get(id_) != "off" or id_ in select)
    ]


def run(rule: Rule, context: Context) -> list[Finding]:
    """Return the rule's findings, complete and with the house's severity; a crash becomes a finding of its own."""
    try:
        return [_complete(finding, rule, context) for finding in rule.check(context)]
    except Exception as error:  # one broken rule must not cost the person all other findings
        return [_crash(rule, error)]


def _complete(finding: Finding, rule: Rule, context: Context) -> Finding:
    """Return the finding with what its rule says of all its findings, and the quote of its place."""
    quote = finding.quote
    if finding.start is not None and finding.end is not None:
        if not 0 <= finding.start < finding.end <= len(context.text):
            raise ValueError(f"the span {finding.start}-{finding.end} lies outside the text")
        quote = context.text[finding.start : finding.end]
    return replace(
        finding,
        rule=rule.id,
        severity=in_house(
            finding.severity,
            finding.confidence,
            of_rule=rule.severity,
            house=context.guidelines.severities.get(rule.id),
        ),
        why=finding.why or rule.why,
        source=finding.source or rule.source,
        quote=quote,
    )


def _crash(rule: Rule, error: Exception) -> Finding:
    return Finding(
        rule=CRASHED,
        severity="info",
        start=None,
        end=None,
        message=f"The rule {rule.id} could not be run on this posting: {type(error).__name__}: {error}",
        why="All other rules were run. What this one would have found is not known.",
        source="A fault in Postwright or in a house rule; please report it with the posting's text.",
    )


def _profile(brief: Brief | None, flag: str, guidelines: Guidelines) -> RoleProfile | None:
    return guidelines.roles.get((brief.profile if brief else "") or flag)


def _order(finding: Finding) -> tuple[int, bool, int, int, str, str]:
    """Return the sort key: severity, then place (no place last), then the rule."""
    start = finding.start if finding.start is not None else 0
    return (
        SEVERITIES.index(finding.severity),
        finding.start is None,
        start,
        finding.end or 0,
        finding.rule,
        finding.message,
    )
