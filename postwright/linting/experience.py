"""Demands of a reading -> what is really asked in years, and how the same words look with other years.

Of alternatives ("BS and 5 years or MS and 3") the least counts; what is only preferred asks for nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postwright.english import article_of
from postwright.late_pattern import late
from postwright.linting.requirements import title_of
from postwright.model.words import LEVELS, Level

if TYPE_CHECKING:
    from postwright.guidelines.records import Band, Guidelines, LevelRecord
    from postwright.linting.rule import Context
    from postwright.model.reading import Demand

_NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_NUMBER = late(rf"\d+(?:\.\d+)?|\b(?:{'|'.join(_NUMBER_WORDS)})\b", re.IGNORECASE)


_ONE_YEAR = r"(?<![\d.-])((?:1|one|one \(1\)) )years\b(?:(['’])(?!s))?|(?<![\d.-])(?P<short>1 yr)s\b"


def required_demands(context: Context) -> tuple[Demand, ...]:
    """Return the demands that a candidate cannot do without: of alternatives the one with the fewest years.

    An amount that only stands in for a degree ("or 8 years in lieu of a degree") is no demand of its own.
    """
    demands = context.reading.demands
    kept = []
    for demand in demands:
        if demand.strength != "required":
            continue
        if demand.group is None:
            if demand.kind != "credential_path":
                kept.append(demand)
            continue
        alternatives = [other for other in demands if other.group == demand.group]
        if demand is min(alternatives, key=lambda other: other.min_years):
            kept.append(demand)
    return tuple(kept)


_OR_AT_THE_END = late(r"\bor\b[\s\W]*$")
_OR_AT_THE_START = late(r"[\s\W]*\bor\b")


def has_another_way(context: Context, demand: Demand) -> bool:
    """Say whether an "or" joins the demand's line to the line before or after it: another way in stands there."""
    blocks, folded = context.document.blocks, context.document.folded
    at = next((i for i, block in enumerate(blocks) if block.start <= demand.start < block.end), None)
    if at is None:
        return False
    before, own, after = blocks[max(0, at - 1)], blocks[at], blocks[min(at + 1, len(blocks) - 1)]
    lines = (folded[block.start : block.end] for block in (before, own))
    return any(_OR_AT_THE_END.search(line[-_SHORT:]) for line in lines) or any(
        _OR_AT_THE_START.match(folded, block.start, min(block.end, block.start + _SHORT)) for block in (own, after)
    )


_SHORT = 20
"""Characters at the edge of a line in which an "or" joins it to the next."""


_WORDS_OF_A_TOTAL = frozenset(
    (
        *(
            "total",
            "overall",
            "general",
            "dev",
            "professional",
            "industry",
            "work",
            "working",
            "full",
            "time",
            "commercial",
            "relevant",
        ),
        *("software", "engineering", "development", "engineer", "developer", "programming", "it", "experience", "of"),
        *("in", "the", "as", "a", "an", "and", "or", "field", "prior", "progressive", "practical", "related", "your"),
        *(
            "similar",
            "comparable",
            "same",
            "role",
            "position",
            "job",
            "post",
            "capacity",
            "career",
            "working",
            "life",
            "all",
        ),
        *("designing", "building", "developing", "delivering", "solutions", "systems", "applications", "products"),
    )
)
"""Words of a subject that takes in everything a person has done in the trade; any other word narrows it."""
_SPELT_OUT = {"ux": ("user", "experience"), "qa": ("quality",), "hr": ("human", "resources"), "ml": ("machine",)}
"""Abbreviations in subjects, and the words of a title that they stand for."""
_SAME_WORD = 5
"""Letters that a word of the subject and one of the title must share: "accounting" is an accountant's trade."""

_SAYS_TOTAL = late(r"\b(?:total|overall|in all|behind you|under your belt|to your name)\b")
_LABEL_OF_TOTAL = late(
    r"\bexperience(?: level| required| needed| range)?(?: \((?:minimum|required)\))?\s?[:-]\s?"
    r"(?:minimum (?:of )?|min\.? |at least )?$|\byears of experience\b.{0,12}$"
)
_OF_SOMETHING = late(r"(?<!experience)(?<!exp)(?<!minimum)[a-z0-9+#)]\s?\(\s?(?:at least |minimum (?:of )?|min\.? )?$")
"""What stands before an amount in brackets, which belongs to the words before them."""
_NEAR = 24
"""Characters on either side of an amount in which "total" belongs to it."""
_PLAIN_EXPERIENCE = late(
    r"['’]?s? (?:of )?(?:(?:relevant|professional|work|working|industry|hands-on|proven|solid) ){0,2}experience"
    r"(?= ?[.,;()\n]| to join| (?:is |are )?(?:required|essential|needed|necessary|mandatory|minimum|a must)|"
    r" or more|$)"
)
"""What follows an amount that is counted in nothing in particular."""


def is_total(context: Context, demand: Demand) -> bool:
    """Say whether the years are those of a whole working life in the trade: the title's own, or nothing narrower."""
    words = _words(demand.subject)
    folded = context.document.folded
    if not words:
        before, near = max(0, demand.start - _NEAR), folded[max(0, demand.start - _NEAR) : demand.end + _NEAR]
        if _OF_SOMETHING.search(folded[before : demand.start]):
            return False
        is_labelled = _LABEL_OF_TOTAL.search(folded[before : demand.start]) is not None
        return bool(
            is_labelled
            or _is_under_label(context, demand)
            or _SAYS_TOTAL.search(near)
            or _PLAIN_EXPERIENCE.match(folded, demand.end)
        )
    narrowing = [part for word in words if word not in _WORDS_OF_A_TOTAL for part in _SPELT_OUT.get(word, (word,))]
    title = _words(title_of(context))
    initials = "".join(word[0] for word in title)
    return all(
        any(_is_same(word, other) for other in title) or (len(word) > 1 and word in initials) for word in narrowing
    )


def _is_under_label(context: Context, demand: Demand) -> bool:
    """Say whether the amount stands alone in its line under a line that says no more than "Experience"."""
    blocks, folded = context.document.blocks, context.document.folded
    at = next((i for i, block in enumerate(blocks) if block.start <= demand.start < block.end), 0)
    alone = not (folded[blocks[at].start : demand.start] + folded[demand.end : blocks[at].end]).strip(" .:*-")
    return at > 0 and alone and _LABEL.fullmatch(folded, blocks[at - 1].start, blocks[at - 1].end) is not None


_LABEL = late(
    r"\W*(?:(?:work|required|minimum|total|relevant|level of|years of) ){0,2}experience(?: (?:required|level|"
    r"needed))?\W*"
)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", re.sub(r"\b(front|back|full)[- ](?=end|stack)", r"\1", text.lower()))


def _is_same(word: str, other: str) -> bool:
    return word == other or (len(word) >= _SAME_WORD and word[:_SAME_WORD] == other[:_SAME_WORD])


def band_of(context: Context, level: Level, *, software: bool) -> tuple[LevelRecord, Band] | None:
    """Return the level's record with the band of years that applies; "Senior Manager" has a rung of its own."""
    record = _record(context.guidelines, level, context.reading.title)
    return (record, record.software if software else record.general) if record else None


def _record(guidelines: Guidelines, level: Level, title: str) -> LevelRecord | None:
    records = [record for record in guidelines.levels.values() if record.ladder == level]
    lowered = title.lower()
    wider = [r for r in records if r.id != level and any(word in lowered for word in r.title_words)]
    return next(iter(wider), None) or next((r for r in records if r.id == level), None)


def highest(levels: tuple[Level, ...]) -> Level:
    """Return the level that stands highest on the ladder."""
    return max(levels, key=LEVELS.index)


def in_words(years: float) -> str:
    """Return years as a person writes them.

    >>> in_words(8.0), in_words(1), in_words(0.5), in_words(2.5)
    ('8 years', '1 year', '6 months', '2.5 years')
    """
    if 0 < years < 1:
        months = round(years * 12)
        return f"{months} month{'s' if months != 1 else ''}"
    return f"{years:g} year{'s' if years != 1 else ''}"


def with_article(name: str) -> str:
    """Return "an accountant", "a nurse", "an SDR"."""
    name = name if name[:2].isupper() else f"{name[:1].lower()}{name[1:]}"
    return f"{article_of(name)} {name}"


def with_years(quote: str, *, minimum: float, maximum: float) -> str | None:
    """Return the quote asking for `maximum` years, or for `minimum` to `maximum` where it states a range.

    A range whose ends are the same becomes one number. None where the words do not allow it ("a decade").

    >>> with_years("12+ years", minimum=8, maximum=8), with_years("ten (10) years", minimum=8, maximum=8)
    ('8+ years', 'eight (8) years')
    >>> with_years("10-12 years", minimum=6, maximum=8), with_years("3 to 5 years'", minimum=1, maximum=1)
    ('6-8 years', "1 year's")
    """
    found = [match[0].lower() for match in _NUMBER.finditer(quote)]
    values = sorted({_value(number) for number in found})
    if not 1 <= len(values) <= 2 or "month" in quote.lower():
        return None
    new = {values[0]: minimum, values[-1]: maximum} if len(values) == 2 else {values[0]: maximum}

    def replaced(match: re.Match[str]) -> str:
        years = new[_value(match[0].lower())]
        if match[0][0].isdigit() or years != int(years) or years >= len(_NUMBER_WORDS):
            return f"{years:g}"
        word = _NUMBER_WORDS[int(years)]
        return word.capitalize() if match[0][0].isupper() else word

    lower = _NUMBER.sub(replaced, quote)
    if len(values) == 2 and minimum == maximum:
        lower = re.sub(r"(\S+?)\s*(?:[-–—]|\bto\b|\bor\b)\s*\1(?!\w)", r"\1", lower, count=1)
    return re.sub(_ONE_YEAR, _one_year, lower, flags=re.IGNORECASE)


def _one_year(found: re.Match[str]) -> str:
    """Return "1 year", "1 year's" or "1 yr" for its plural."""
    return found["short"] or f"{found[1]}year{f'{found[2]}s' if found[2] else ''}"


def _value(number: str) -> float:
    return float(number) if number[0].isdigit() else float(_NUMBER_WORDS.index(number))
