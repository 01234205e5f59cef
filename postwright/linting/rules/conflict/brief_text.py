"""conflict/brief-text: the text says another pay, place, amount of years, strength or closing date than the brief.

What: compares the values that both state. What the text leaves out is the affair of the rules of missing/. Why: the
text is what is published, and the brief is what goes into job boards' fields; one of them is wrong. Instead: correct
the text, or the brief if the text is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.linting.requirements import key_words, mentions
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.conflict._dates import Date, dates_after
from postwright.model.finding import Edit, Finding, Fix

if TYPE_CHECKING:
    from postwright.model.brief import Brief, Pay, Requirement, YearRange
    from postwright.model.reading import Demand, PayRead


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for each value in which text and brief differ."""
    brief = context.brief
    if brief is None:
        return
    yield from _pay(context, brief)
    yield from _place(context, brief)
    yield from _years(context, brief)
    yield from _strengths(context, brief)
    yield from _closing(context, brief)


# ---- pay


def _pay(context: Context, brief: Brief) -> Iterator[Finding]:
    read = context.reading.pay
    pays = [*brief.pay, *(level.pay for level in brief.levels if level.pay)]
    pays = [pay for pay in pays if pay.minimum is not None]
    if read is None or read.minimum is None or not pays or any(_same_pay(pay, read) for pay in pays):
        return
    whole = (min(p.minimum or 0 for p in pays), max(p.maximum or p.minimum or 0 for p in pays))
    if (read.minimum, read.maximum) == whole and len(pays) > 1:
        return
    said = " or ".join(dict.fromkeys(_pay_words(pay) for pay in pays))
    yield _finding(
        read.start,
        read.end,
        f"The text offers “{context.text[read.start : read.end]}”, the brief {said}.",
        field=f"pay.{brief.pay[0].id}" if brief.pay else "levels",
        fixes=_pay_fix(context.text, read, pays),
    )


def _same_pay(pay: Pay, read: PayRead) -> bool:
    highest = pay.maximum if pay.maximum is not None else pay.minimum
    return (
        (pay.minimum, highest) == (read.minimum, read.maximum)
        and (not read.currency or pay.currency in (None, read.currency))
        and read.period in (None, pay.period)
    )


def _pay_words(pay: Pay) -> str:
    figures = f"{pay.minimum:,.10g}"
    if pay.maximum is not None and pay.maximum != pay.minimum:
        figures += f" to {pay.maximum:,.10g}"
    return f"{figures} {pay.currency or ''}".strip() + f" a {pay.period}"


_FIGURE = re.compile(r"\d[\d,.]*\d(?![\dkK])|\d(?![\dkK])")


def _pay_fix(text: str, read: PayRead, pays: list[Pay]) -> tuple[Fix, ...]:
    """Return the fix that puts the brief's figures in place of the text's, where both have as many."""
    pay = pays[0]
    wanted = [value for value in dict.fromkeys((pay.minimum, pay.maximum)) if value is not None]
    figures = list(_FIGURE.finditer(text, read.start, read.end))
    if len(pays) > 1 or len(figures) != len(wanted) or read.period not in (None, pay.period):
        return (Fix("Correct the text, or the brief if the text is right", "hint"),)
    edits = tuple(
        Edit(figure.start(), figure.end(), f"{value:,.10g}") for figure, value in zip(figures, wanted, strict=True)
    )
    return (Fix(f"Write {' to '.join(edit.replacement for edit in edits)}, as the brief says", "unsafe", edits),)


# ---- place

_PLACE = re.compile(
    r"\b(?:[Ww]ork in|[Bb]ased in|[Ll]ocated in|[Rr]ole is in|[Jj]ob is in|[Oo]ffice in|[Ss]ite in|[Ll]ocation:\**)\s+"
    r"(?:our\s+)?(?P<city>[A-Z][\w’'.-]+(?: [A-Z][\w’'-]+){0,2})"
)
_REMOTE = re.compile(r"\b(?:this is a (?:fully )?remote|fully remote|100% remote|remote (?:role|position|job)\b)")
_ON_SITE = re.compile(r"\b(?:this is an on-?site|fully on-?site|on-?site (?:role|position|job)\b|no remote work)")


def _place(context: Context, brief: Brief) -> Iterator[Finding]:
    yield from _city(context, brief)
    folded = context.document.folded
    remote, on_site = _REMOTE.search(folded), _ON_SITE.search(folded)
    if brief.workplace == "remote" and on_site and not remote:
        yield _workplace(context, on_site, "remote")
    elif brief.workplace == "on_site" and remote and not on_site:
        yield _workplace(context, remote, "on site")


def _city(context: Context, brief: Brief) -> Iterator[Finding]:
    cities = [location for location in brief.locations if location.city]
    text = context.text
    if not cities or any(mentions(location.city, context.document.folded) for location in cities):
        return
    for match in _PLACE.finditer(text):
        if context.reading.section_at(match.start()) in ("company", "team", "equal_opportunity"):
            continue
        yield _finding(
            *match.span("city"),
            f"The text places the job in {match['city']}, the brief in {' or '.join(c.city for c in cities)}.",
            field=f"locations.{cities[0].id}",
            fixes=(Fix(f"Write {cities[0].city}", "unsafe", (Edit(*match.span("city"), cities[0].city),)),)
            if len(cities) == 1
            else (),
        )
        return


def _workplace(context: Context, match: re.Match[str], brief_says: str) -> Finding:
    start, end = match.span()
    return _finding(
        start, end, f"The text says “{context.text[start:end]}”, the brief says {brief_says}.", field="workplace"
    )


# ---- years


def _years(context: Context, brief: Brief) -> Iterator[Finding]:
    """Yield a finding for each entry with years whose amount in the text is another."""
    entries = [(f"must_have.{r.id}", r) for r in brief.must_have] + [
        (f"nice_to_have.{r.id}", r) for r in brief.nice_to_have
    ]
    claimed: set[int] = set()
    for field, requirement in entries:
        if requirement.years is None:
            continue
        about = [d for d in context.reading.demands if id(d) not in claimed and _is_about(context, d, requirement)]
        right = [demand for demand in about if _same_years(requirement.years, demand)]
        claimed |= {id(demand) for demand in right or about}
        if about and not right:
            yield _other_years(context, about[0], requirement.years, field)
    yield from _level_years(context, brief, claimed)


def _level_years(context: Context, brief: Brief, claimed: set[int]) -> Iterator[Finding]:
    allowed = [level for level in brief.levels if level.years]
    counted_in = key_words(brief.experience_in or (context.profile.experience_in if context.profile else ""))
    if not allowed or not counted_in:
        return
    for demand in context.reading.demands:
        if id(demand) in claimed or demand.kind == "management" or not counted_in <= key_words(demand.subject):
            continue
        if not any(level.years and _same_years(level.years, demand) for level in allowed):
            years = allowed[0].years
            assert years is not None
            yield _other_years(context, demand, years, f"levels.{allowed[0].id}")


def _is_about(context: Context, demand: Demand, requirement: Requirement) -> bool:
    said = key_words(demand.subject)
    wanted = key_words(requirement.text)
    named = any(mentions(alternative, demand.subject.lower()) for alternative in requirement.alternatives)
    return bool(said) and (named or (bool(wanted) and (wanted <= said or said <= wanted)))


def _same_years(years: YearRange, demand: Demand) -> bool:
    same_maximum = years.maximum == demand.max_years or (years.maximum == years.minimum and demand.max_years is None)
    return abs(years.minimum - demand.min_years) < _ROUNDING and same_maximum


_ROUNDING = 0.01
"""Years; months do not divide evenly."""


def _other_years(context: Context, demand: Demand, years: YearRange, field: str) -> Finding:
    wanted = f"{years.minimum:g}" if years.maximum is None else f"{years.minimum:g} to {years.maximum:g}"
    more = " or more" if years.maximum is None else ""
    return _finding(
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
        return (Fix("Correct the text, or the brief if the text is right", "hint"),)
    start, end = (demand.start + bound for bound in figures[0].span())
    return (Fix(f"Write {years.minimum:g}, as the brief says", "unsafe", (Edit(start, end, f"{years.minimum:g}"),)),)


# ---- strength

_SHARED = 0.8
"""Share of an entry's key words that a line must have to be its line."""


def _strengths(context: Context, brief: Brief) -> Iterator[Finding]:
    """Yield a finding for each entry that stands only under the other strength."""
    entries = [("required", f"must_have.{r.id}", r) for r in brief.must_have] + [
        ("preferred", f"nice_to_have.{r.id}", r) for r in brief.nice_to_have
    ]
    words = [key_words(" ".join((r.text, *r.alternatives))) for _, _, r in entries]
    places: dict[int, list[tuple[str, int, int]]] = {}
    for block in context.document.blocks:
        section = context.reading.section_at(block.start)
        if section not in ("requirements", "preferred") or block.kind not in ("bullet", "paragraph"):
            continue
        said = key_words(context.text[block.start : block.end])
        shares = [len(wanted & said) / len(wanted) if len(wanted) > 1 else 0.0 for wanted in words]
        best = max(range(len(shares)), key=shares.__getitem__, default=-1)
        if best >= 0 and shares[best] >= _SHARED:
            strength = (
                "preferred" if section == "preferred" or _softened(context, block.start, block.end) else "required"
            )
            places.setdefault(best, []).append((strength, block.start, block.end))
    for index, found in places.items():
        wanted_strength, field, _ = entries[index]
        if all(strength != wanted_strength for strength, _, _ in found):
            strength, start, end = found[0]
            yield _finding(
                start,
                end,
                f"The text makes this {strength}; in the brief it is {wanted_strength}.",
                field=field,
                fixes=(Fix("Move the line, or change the entry in the brief", "hint"),),
            )


_SOFT = re.compile(
    r"\b(?:preferred|preferably|ideally|a plus|an? (?:asset|advantage)|nice to have|bonus|desirable|optional)\b"
)


def _softened(context: Context, start: int, end: int) -> bool:
    return bool(_SOFT.search(context.document.folded, start, end))


# ---- closing date

_CLOSING = re.compile(
    r"\b(?:apply (?:by|before|until|no later than)|closing date|deadline|applications? (?:close|are due|"
    r"must be received)|(?:role|posting|position|job) closes)\b"
)


def _closing(context: Context, brief: Brief) -> Iterator[Finding]:
    if brief.closing.date is None and not brief.closing.rolling:
        return
    found = list(dates_after(_CLOSING, context.document.folded))
    if not found or any(date.may_be(brief.closing.date) for date in found if brief.closing.date):
        return
    yield _other_date(context, found[0], brief)


def _other_date(context: Context, date: Date, brief: Brief) -> Finding:
    wanted = f"{brief.closing.date:%d %B %Y}".lstrip("0") if brief.closing.date else "that applications are rolling"
    return _finding(
        date.start,
        date.end,
        f"The text closes on {context.text[date.start : date.end]}; the brief says {wanted}.",
        field="closing",
    )


def _finding(start: int, end: int, message: str, *, field: str, fixes: tuple[Fix, ...] = ()) -> Finding:
    return Finding(
        rule=RULE.id,
        severity="error",
        start=start,
        end=end,
        message=message,
        why=RULE.why,
        source=RULE.source,
        fixes=fixes or (Fix("Correct the text, or the brief if the text is right", "hint"),),
        field=field,
    )


_BRIEF: dict[str, object] = {
    "title": "Baker",
    "workplace": "on_site",
    "locations": [{"city": "Denver", "place": "US-CO"}],
    "pay": [{"minimum": 41000, "maximum": 47000, "currency": "USD", "period": "year"}],
    "closing": {"date": "2027-01-22"},
    "must_have": [{"text": "bread baking", "years": {"minimum": 3}}, {"text": "food hygiene certificate"}],
    "nice_to_have": [{"text": "pastry and cake decoration"}],
}
_TEXT = (
    "# Baker\n\nYou will work in Denver, Colorado.\n\n## Requirements\n\n- 3+ years of bread baking\n"
    "- A food hygiene certificate\n\n## Nice to have\n\n- Pastry and cake decoration\n\n## Pay\n\n"
    "The salary is $41,000 to $47,000 a year.\n\n## How to apply\n\nApply by January 22, 2027.\n"
)

RULE = Rule(
    id="conflict/brief-text",
    severity="error",
    summary="The text states another value than the brief.",
    why="The text is what people read, the brief is what job boards get: one of them is wrong.",
    source="House rule: text and brief must agree",
    check=check,
    fires=(
        Example(
            text=_TEXT.replace("$41,000 to $47,000", "$40,000 to $47,000"),
            brief=_BRIEF,
            quote="$40,000 to $47,000 a year",
        ),
        Example(text=_TEXT.replace("Denver", "Boulder"), brief=_BRIEF, quote="Boulder"),
        Example(text=_TEXT.replace("3+ years", "5+ years"), brief=_BRIEF, quote="5+ years"),
        Example(text=_TEXT.replace("January 22", "February 1"), brief=_BRIEF, quote="February 1, 2027"),
        Example(
            text=_TEXT.replace("- A food hygiene certificate\n", "").replace(
                "## Nice to have\n\n", "## Nice to have\n\n- A food hygiene certificate\n"
            ),
            brief=_BRIEF,
            quote="A food hygiene certificate",
        ),
    ),
    silent=(
        Example(text=_TEXT, brief=_BRIEF),
        Example(text=_TEXT.replace("Apply by January 22, 2027.", "Apply by 22 January."), brief=_BRIEF),
        Example(text="# Baker\n\nYou will bake bread in our shop.", brief=_BRIEF),
        Example(text=_TEXT.replace("Denver", "Boulder")),
    ),
    known_problems="Only the first pay stated in the text is compared, and places only by their city.",
)
