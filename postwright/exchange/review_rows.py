"""A review -> tables of plain values: postings, groups, remarks and figures, for every format that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from postwright.consistency.figures import findings_by_rule, pay_by_level, remarks_on, years_by_level
from postwright.consistency.record import PayAsked, ReviewedPosting
from postwright.consistency.review import Review
from postwright.consistency.role_titles import rung_words
from postwright.consistency.rule import Piece
from postwright.english import each
from postwright.model.words import SEVERITIES, DegreeLevel

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines

Value = str | int | float | None
_DEGREES: dict[DegreeLevel, str] = {
    "high_school": "high school", "associate": "associate", "bachelor": "bachelor's", "master": "master's",
    "doctorate": "doctorate", "professional": "professional", "unspecified": "any degree",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """A title, names of columns, and rows of as many values; None is an empty cell."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def tables(review: Review, guidelines: Guidelines) -> tuple[Table, ...]:
    """Return all tables of a review."""
    return (
        postings_table(review),
        groups_table(review),
        remarks_table(review),
        rules_table(review),
        years_table(review, guidelines),
        pay_table(review),
    )


def postings_table(review: Review) -> Table:
    """Return one row for each posting."""
    across = remarks_on(review)
    rows = (_posting_row(number, posting, across[number - 1]) for number, posting in enumerate(review.postings, 1))
    return Table(
        "Postings",
        ("No.", "Id", "Title", "Employer", "Place", "Role", "Level", "Years", "Degree", "Must-haves", "Pay from",
         "Pay to", "Currency", "Pay per", "Errors", "Warnings", "Notices", "Infos", "Across postings", "Words"),
        tuple(rows),
    )  # fmt: skip


def _posting_row(number: int, posting: ReviewedPosting, across: int) -> tuple[Value, ...]:
    counts = dict(posting.counts)
    pay = posting.pay
    return (
        number, posting.id, posting.title, posting.employer, posting.place, posting.role_name, level_words(posting),
        posting.years, degree_words(posting), posting.must_haves or None, pay.minimum if pay else None,
        pay.maximum if pay else None, pay.currency if pay else "", (pay.period or "") if pay else "",
        *(counts.get(severity, 0) for severity in SEVERITIES), across, posting.words,
    )  # fmt: skip


def groups_table(review: Review) -> Table:
    """Return one row for each group of two postings and more."""
    rows = []
    for group in review.groups:
        if len(group.members) < 2:
            continue
        members = [review.postings[index] for index in group.members]
        years = [posting.years for posting in members if posting.years is not None]
        rows.append(
            (
                group.name, rung_words(group.levels, group.rung), members[0].employer, len(members),
                numbers(group.members), min(years, default=None), median(years) if years else None,
                max(years, default=None),
            )
        )  # fmt: skip
    return Table(
        "Groups",
        ("Role", "Level", "Employer", "Postings", "Numbers", "Least years", "Middle", "Most years"),
        tuple(rows),
    )


def remarks_table(review: Review) -> Table:
    """Return one row for each remark across postings."""
    rows = (
        (
            remark.severity, remark.rule, numbers(remark.postings), numbers(remark.others), remark.message,
            remark.arithmetic, difference_words(remark.difference), remark.why, remark.source,
        )
        for remark in review.remarks
    )  # fmt: skip
    return Table(
        "Across postings",
        ("Severity", "Rule", "About", "Compared with", "What", "Arithmetic", "Difference", "Why", "Source"),
        tuple(rows),
    )


def rules_table(review: Review) -> Table:
    """Return one row for each rule that remarked on something."""
    rows = (
        (count.rule, *(dict(count.counts).get(severity) for severity in SEVERITIES), count.findings, count.postings)
        for count in findings_by_rule(review)
    )
    names = ("Errors", "Warnings", "Notices", "Infos")
    return Table("Findings by rule", ("Rule", *names, "Findings", "Postings"), tuple(rows))


def years_table(review: Review, guidelines: Guidelines) -> Table:
    """Return one row for each level and kind of work."""
    rows = (
        (
            row.level or "not said or several", "software" if row.software else "most fields",
            row.usual[0] if row.usual else None, row.usual[1] if row.usual else None, len(row.asked), row.silent,
            row.asked[0][0] if row.asked else None, row.middle, row.asked[-1][0] if row.asked else None,
            row.above if row.limit is not None else None,
        )
        for row in years_by_level(review, guidelines)
    )  # fmt: skip
    return Table(
        "Years by level",
        ("Level", "Band of", "Usual from", "Usual to", "Ask years", "Ask none", "Least", "Middle", "Most",
         "Above the limit"),
        tuple(rows),
    )  # fmt: skip


def pay_table(review: Review) -> Table:
    """Return one row for each currency and level; pay is for a year of full-time work."""
    rows = (
        (
            row.currency, row.level or "not said or several", len(row.ranges), round(row.ranges[0][0]),
            round(row.middle), round(max(most for _, most, _ in row.ranges)),
        )
        for row in pay_by_level(review)
    )  # fmt: skip
    return Table("Pay by level", ("Currency", "Level", "Postings", "Lowest a year", "Middle", "Highest"), tuple(rows))


def level_words(posting: ReviewedPosting) -> str:
    """Return the posting's level for people; empty where none is said."""
    return "" if not posting.levels and not posting.rung else rung_words(posting.levels, posting.rung)


def degree_words(posting: ReviewedPosting) -> str:
    """Return the degree that is asked for people: "bachelor's", "master's or equivalent", "bachelor's preferred"."""
    if posting.degree is None:
        return ""
    ending = {"required": "", "required_or_equivalent": " or equivalent", "preferred": " preferred"}
    return _DEGREES[posting.degree] + ending[posting.degree_strength or "required"]


def pay_words(pay: PayAsked | None) -> str:
    """Return the pay for people: "USD 95,000-120,000 a year"; empty where none is stated."""
    if pay is None:
        return ""
    amounts = dict.fromkeys(f"{amount:,.2f}".removesuffix(".00") for amount in (pay.minimum, pay.maximum))
    return f"{pay.currency} {'–'.join(amounts)}{f' {each(pay.period)}' if pay.period else ''}".strip()


def numbers(indices: Sequence[int], *, most: int = 50) -> str:
    """Return the numbers of postings, the first of them where they are many."""
    shown = ", ".join(str(index + 1) for index in indices[:most])
    return shown if len(indices) <= most else f"{shown} and {len(indices) - most:,} more"


def difference_words(pieces: Sequence[Piece]) -> str:
    """Return a difference on one line: [-missing-] and {+added+} among what is the same."""
    marks = {"same": ("", ""), "missing": ("[-", "-]"), "added": ("{+", "+}")}
    return " ".join(f"{marks[piece.change][0]}{piece.words}{marks[piece.change][1]}" for piece in pieces)
