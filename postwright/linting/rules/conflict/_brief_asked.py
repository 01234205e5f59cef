"""Brief against text: years, degree, and whether a thing is required or preferred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.requirements import key_words, mentions
from postwright.linting.rules.conflict._brief_finding import CORRECT, differs, written
from postwright.linting.rules.conflict._preferred_lists import preferred_spans
from postwright.model.finding import Finding, Fix
from postwright.model.words import DegreeLevel, Strength

if TYPE_CHECKING:
    from postwright.linting.rule import Context
    from postwright.model.brief import Brief, Requirement, YearRange
    from postwright.model.reading import Demand


def compare(context: Context, brief: Brief) -> Iterator[Finding]:
    """Yield a finding for each value that both state differently."""
    yield from _years(context, brief)
    yield from _degree(context, brief)
    yield from _strengths(context, brief)


# ---- years


def _years(context: Context, brief: Brief) -> Iterator[Finding]:
    """Yield a finding for each entry with years whose amount in the text is another."""
    entries = [(f"must_have.{r.id}", r) for r in brief.must_have] + [
        (f"nice_to_have.{r.id}", r) for r in brief.nice_to_have
    ]
    claimed: set[int] = set()
    for field, requirement in entries:
        years = requirement.years or _years_in(requirement.text)
        if years is None:
            continue
        about = [d for d in context.reading.demands if id(d) not in claimed and _is_about(d, requirement)]
        right = [demand for demand in about if _same_years(years, demand)]
        claimed |= {id(demand) for demand in right or about}
        if about and not right:
            yield _other_years(about[0], years, field)
    yield from _level_years(context, brief, claimed)


def _years_in(text: str) -> YearRange | None:
    """Return the plain amount that a requirement's own words open with: "Two years of work on a ward"."""
    found = _AMOUNT.match(text.lower())
    if found is None:
        return None
    from postwright.model.brief import YearRange  # there is a brief, so it is loaded

    number = _NUMBERS.get(found["number"]) or int(found["number"])
    return YearRange(minimum=number / _MONTHS_A_YEAR if found["unit"].startswith("month") else number)


_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)}
_AMOUNT = late(
    rf"(?:at least |a minimum of |minimum )?(?P<number>\d{{1,2}}|{'|'.join(_WORDS)})\+? (?P<unit>years?|months?)['’]? "
    r"(?!old)(?:of )?"
)
_MONTHS_A_YEAR = 12


def _level_years(context: Context, brief: Brief, claimed: set[int]) -> Iterator[Finding]:
    allowed = [level for level in brief.levels if level.years]
    counted_in = key_words(brief.experience_in or (context.profile.experience_in if context.profile else ""))
    if not allowed or not counted_in:
        return
    for demand in context.reading.demands:
        if id(demand) in claimed or demand.kind == "management" or not _all_in(counted_in, key_words(demand.subject)):
            continue
        if not any(level.years and _same_years(level.years, demand) for level in allowed):
            years = allowed[0].years
            assert years is not None
            yield _other_years(demand, years, f"levels.{allowed[0].id}")


def _is_about(demand: Demand, requirement: Requirement) -> bool:
    said, wanted = key_words(demand.subject), key_words(_AMOUNT.sub("", requirement.text.lower(), count=1))
    named = any(mentions(alternative, demand.subject.lower()) for alternative in requirement.alternatives)
    return bool(said) and (named or (bool(wanted) and (wanted <= said or said <= wanted)))


_STEM = 6
"""Letters that two forms of a word share: administration, administrator."""


def _all_in(wanted: frozenset[str], said: frozenset[str]) -> bool:
    return all(
        word in said or any(word[:_STEM] == other[:_STEM] for other in said if len(other) >= _STEM) for word in wanted
    )


def _same_years(years: YearRange, demand: Demand) -> bool:
    same_maximum = years.maximum == demand.max_years or (years.maximum == years.minimum and demand.max_years is None)
    return abs(years.minimum - demand.min_years) < _ROUNDING and same_maximum


_ROUNDING = 0.01
"""Years; months do not divide evenly."""


def _other_years(demand: Demand, years: YearRange, field: str) -> Finding:
    wanted = f"{years.minimum:g}" if years.maximum is None else f"{years.minimum:g} to {years.maximum:g}"
    more = " or more" if years.maximum is None else ""
    return differs(
        demand.start,
        demand.end,
        f"The text asks for “{demand.quote}”, the brief for {wanted}{more} years.",
        field=field,
        fixes=_years_fix(demand, years),
    )


def _years_fix(demand: Demand, years: YearRange) -> tuple[Fix, ...]:
    """Return the fix that puts the brief's number in place of the only one in the quote."""
    figures = list(re.finditer(r"\d+(?:\.\d+)?", demand.quote))
    if len(figures) != 1 or years.maximum is not None or demand.max_years is not None:
        return (CORRECT,)
    start, end = (demand.start + bound for bound in figures[0].span())
    return (written(start, end, f"{years.minimum:g}"),)


# ---- degree

_RANKS: dict[DegreeLevel, int] = {
    "high_school": 0, "associate": 1, "bachelor": 2, "master": 3, "doctorate": 4,
}  # fmt: skip


def _degree(context: Context, brief: Brief) -> Iterator[Finding]:
    """Yield a finding where the lowest degree that the text accepts, or its strength, is another than the brief's."""
    wanted, read = brief.education, context.reading.degree
    if wanted is None or read is None or wanted.level not in _RANKS or read.level not in _RANKS:
        return
    said = context.text[read.start : read.end]
    if wanted.level != read.level:
        yield differs(
            read.start,
            read.end,
            f"The text asks for “{said}”, the brief for a degree of another level: {wanted.level.replace('_', ' ')}.",
            field="education",
        )
    elif (wanted.strength == "preferred") != (read.strength == "preferred"):
        strength = "preferred" if read.strength == "preferred" else "required"
        yield differs(
            read.start, read.end, f"The text makes the degree {strength}; in the brief it is {wanted.strength}.",
            field="education",
        )  # fmt: skip


# ---- strength

_SHARED = 0.8
"""Share of an entry's key words that a line must have to be its line."""


def _strengths(context: Context, brief: Brief) -> Iterator[Finding]:
    """Yield a finding for each entry that stands only under the other strength."""
    entries = list(_entries(brief))
    words = [key_words(text) for _, _, text in entries]
    places: dict[int, list[tuple[Strength, int, int]]] = {}
    lead_is_soft, liked = False, preferred_spans(context)
    for block in context.document.blocks:
        section = context.reading.section_at(block.start)
        if block.kind != "bullet":
            lead_is_soft = bool(_SOFT_LEAD.search(context.document.folded, block.start, block.end))
        if section not in ("requirements", "preferred") or block.kind not in ("bullet", "paragraph"):
            continue
        if block.end - block.start > _LONGEST:
            continue  # a paragraph asks for several things, some of them softly
        said = key_words(context.text[block.start : block.end])
        shares = [len(wanted & said) / len(wanted) if len(wanted) > 1 else 0.0 for wanted in words]
        best = max(range(len(shares)), key=shares.__getitem__, default=-1)
        if best >= 0 and shares[best] >= _SHARED:
            soft = lead_is_soft or section == "preferred"
            soft = soft or any(start <= block.start < end for start, end in liked)
            soft = soft or bool(_SOFT.search(context.document.folded, block.start, block.end))
            places.setdefault(best, []).append(("preferred" if soft else "required", block.start, block.end))
    for index, found in places.items():
        wanted_strength, field, _ = entries[index]
        if all(strength != wanted_strength for strength, _, _ in found):
            strength, start, end = found[0]
            yield differs(
                start,
                end,
                f"The text makes this {strength}; in the brief it is {wanted_strength}.",
                field=field,
                fixes=(Fix("Move the line, or change the entry in the brief", "hint"),),
            )


def _entries(brief: Brief) -> Iterator[tuple[Strength, str, str]]:
    """Yield strength, field and words of all that the brief asks for."""
    for entry in brief.must_have:
        yield "required", f"must_have.{entry.id}", " ".join((entry.text, *entry.alternatives))
    for entry in brief.nice_to_have:
        yield "preferred", f"nice_to_have.{entry.id}", " ".join((entry.text, *entry.alternatives))
    for licence in brief.licences:
        yield licence.strength, f"licences.{licence.id}", licence.name
    for language in brief.languages:
        yield language.strength, f"languages.{language.id}", f"{language.level} {language.name}"


_LONGEST = 260
"""Characters of a line that asks for one thing."""
_SOFT_LEAD = late(
    r"\b(?:great|nice|good to have|even better|bonus|welcome|helpful|extra|ideal\w*|prefer\w*|plus|stand out|desir\w*|"
    r"optional|love it if|advantage\w*|beneficial|would also)\b"
)
"""Words of the line above a list that make all of it welcome only."""
_SOFT = late(
    r"\b(?:preferred|preferably|ideally|a plus|an? (?:asset|advantage)|nice to have|bonus|desirable|optional)\b"
)
