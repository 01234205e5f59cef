"""Values given on the command line -> what the engine takes; one that is not known is refused with the nearest."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from postwright.errors import InputError

if TYPE_CHECKING:
    import argparse

    from postwright.guidelines.records import Guidelines
    from postwright.linting.rule import RuleRecord


MOST_JOBS = 256
"""A typing error above it: no machine has the memory."""


def unknown(what: str, given: str, names: Iterable[str]) -> NoReturn:
    """Refuse a value, with the nearest known one."""
    from postwright.exchange.nearest import did_you_mean

    choices = sorted(names) if not isinstance(names, tuple) else list(names)
    raise InputError(
        f'There is no {what} "{given}".{did_you_mean(given, choices)}', hint=f"Choose one of {', '.join(choices)}."
    )


def known(what: str, given: str, names: Iterable[str]) -> Any:
    """Return `given` where it is one of `names`; spelling with - or _ and capitals is forgiven."""
    folded = given.strip().lower()
    for candidate in (given, folded, folded.replace("-", "_"), folded.replace("_", "-")):
        if candidate in names:
            return candidate
    unknown(what, given, names)


def day(given: str) -> dt.date | None:
    """Return a date written as YYYY-MM-DD."""
    if not given:
        return None
    try:
        return dt.date.fromisoformat(given.strip())
    except ValueError:
        raise InputError(f'"{given}" is not a date.', hint="Write it as 2026-12-31.") from None


def number_of_jobs(given: str) -> int:
    """Return a number of processes; 0 stands for all cores."""
    if not given.strip().isdecimal() or int(given) > MOST_JOBS:
        raise InputError(
            f'"{given}" is not a number of processes.',
            hint=f"Write 1 to {MOST_JOBS}, or 0 for as many as there are cores.",
        )
    return int(given)


def place_code(given: str) -> str:
    """Return a place code, in capitals."""
    from postwright.drafting.places import place_names
    from postwright.exchange.places import is_place, near_places

    code = given.strip().upper().replace("_", "-")
    country, dash, part = code.partition("-")
    code = f"{place_names().short.get(country, country)}{dash}{part}"
    if not re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}", code) or not is_place(code):
        raise InputError(
            f'"{given}" is not a place.{near_places(code)}',
            hint="Write the country, with the state where there is one: US, US-CO, CA-ON, DE.",
        )
    return code


def selectors(given: Sequence[str], guidelines: Guidelines) -> tuple[str, ...]:
    """Return rule ids or beginnings of ids, each of which must select something."""
    from postwright.linting.registry import all_rules

    return selectors_of(given, all_rules(guidelines) if given else {})


def selectors_of(given: Sequence[str], rules: Mapping[str, RuleRecord]) -> tuple[str, ...]:
    """Return ids of `rules` or beginnings of their ids, each of which must select something."""
    for selector in given:
        if not any(rule == selector or rule.startswith(selector) for rule in rules):
            refuse_rule(selector, rules)
    return tuple(given)


def selection_notes(options: argparse.Namespace, run: Collection[str], guidelines: Guidelines) -> Iterator[str]:
    """Yield what --select and --ignore do to a run that checks the rules `run`. Refuses to check none."""
    from postwright.linting.registry import all_rules, matches

    rules = all_rules(guidelines)
    given = [*(f"--select {each}" for each in options.select), *(f"--ignore {each}" for each in options.ignore)]
    if not run:
        raise InputError(f"No rule is left to check: {', '.join(given)}.", hint="`postwright rules` lists them all.")
    yield f"{len(run):,} of {len(rules):,} rules are checked ({', '.join(given)})."
    off = [rule for rule in rules if guidelines.severities.get(rule) == "off"]
    for selector in options.select:
        if off_here := [rule for rule in off if matches(rule, selector) and rule not in run]:
            yield f"--select {selector}: the house has switched off {', '.join(off_here)}; only a whole id selects it."
    for selector in options.ignore:
        others = tuple(each for each in options.ignore if each != selector)
        if not any(
            matches(rule, selector)
            and (not options.select or any(matches(rule, each) for each in options.select))
            and not any(matches(rule, each) for each in others)
            for rule in rules
        ):
            yield f"--ignore {selector} leaves out nothing that the other options do not leave out already."


def rule_named(given: str, rules: Mapping[str, RuleRecord]) -> RuleRecord:
    """Return the rule with this id, or the only one with this name in any group."""
    given = given.strip().lower().replace("_", "-")
    if given in rules:
        return rules[given]
    named = [id for id in rules if id.partition("/")[2] == given]
    if own := [id for id in rules if id.partition("/")[0] == given.strip("/")]:
        raise InputError(f'"{given}" is a group of rules.', hint=f"Name one of them: {', '.join(own)}.")
    if len(named) > 1:
        raise InputError(f'"{given}" is the name of several rules.', hint=f"Name one of them: {', '.join(named)}.")
    if len(named) != 1:
        refuse_rule(given, rules)
    return rules[named[0]]


def refuse_rule(given: str, rules: Mapping[str, RuleRecord]) -> NoReturn:
    """Refuse a rule that there is not, with the nearest one."""
    from postwright.linting.registry import nearest

    best = nearest(given, rules)
    raise InputError(
        f'There is no rule "{given}".' + (f' Did you mean "{best}"?' if best else ""),
        hint="`postwright rules` lists them all.",
    )
