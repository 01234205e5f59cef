"""missing/pay-range: no pay, or pay in a form that the law of a place refuses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._duties import asking, house_finding, law_finding
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.model.reading import PayRead

_OPEN_BEFORE = re.compile(
    r"\b(?:from|starting (?:at|from)|starts? (?:at|from)|up to|at least|minimum(?: of)?|as much as|no less than|"
    r"beginning at|"
    r"earn up to)[\s:~*]{0,3}$"
)
_OPEN_AFTER = re.compile(
    r"\s{0,2}(?:\+|and up\b|and above\b|or more\b|upwards?\b|plus\b(?! (?:bonus|benefits|commission|equity)))"
)
_WINDOW = 24
"""Characters around the amount in which the words for an open end stand."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on missing pay, else on pay in a form that a law refuses."""
    pay = context.reading.pay
    if pay is None or pay.kind == "vague":
        yield from _missing(context, pay)
    elif _is_open_ended(context, pay):
        yield from _open_ended(context, pay)
    elif pay.kind == "single":
        yield from _one_figure(context, pay)


def _missing(context: Context, pay: PayRead | None) -> Iterable[Finding]:
    laws = asking(context, lambda duties: duties.pay_in_ad == "required")
    span = (pay.start, pay.end) if pay else None
    said = "this one only says it in words" if pay else "this one names none"
    if laws.all:
        yield law_finding(
            context,
            laws,
            message=f"{{laws}} {{ask}} for the pay or the pay range in the posting; {said}.",
            fixes=(Fix("Add the lowest and the highest pay that you would offer, with currency and period", "hint"),),
            span=span,
            field="pay",
        )
        return
    before = asking(context, lambda duties: duties.pay_in_ad == "before_interview")
    if before.all:
        yield law_finding(
            context,
            before,
            message=f"{{laws}} {{ask}} that applicants learn the pay before the interview; the posting is the "
            f"easiest place, "
            f"and {said}.",
            fixes=(Fix("Add the pay range, or plan how applicants get it before the interview", "hint"),),
            span=span,
            field="pay",
            ceiling="notice",
        )
        return
    yield house_finding(
        context,
        message="The posting names no pay."
        if pay is None
        else "The posting names the pay only in words, without a figure.",
        fixes=(Fix("Add the lowest and the highest pay that you would offer, with currency and period", "hint"),),
        place_known=laws.place_known,
        field="pay",
    )


def _is_open_ended(context: Context, pay: PayRead) -> bool:
    folded = context.document.folded
    before = folded[max(0, pay.start - _WINDOW) : pay.start]
    inside = folded[pay.start : pay.end]
    if _OPEN_AFTER.match(folded, pay.end) or inside.endswith("+"):
        return True
    return pay.kind == "single" and bool(
        _OPEN_BEFORE.search(before) or re.match(r"(?:from|up to|starting at) ", inside)
    )


def _open_ended(context: Context, pay: PayRead) -> Iterable[Finding]:
    laws = asking(context, lambda d: d.pay_in_ad == "required" and d.open_ended_pay_allowed is False)
    if laws.all:
        yield law_finding(
            context,
            laws,
            message="{laws} {ask} for a range that is closed at both ends; this one is open.",
            fixes=(Fix("State the lowest and the highest pay that you would offer", "hint"),),
            span=(pay.start, pay.end),
            field="pay",
        )


def _one_figure(context: Context, pay: PayRead) -> Iterable[Finding]:
    laws = asking(context, lambda d: d.pay_in_ad == "required" and d.pay_form == "closed_range")
    if laws.all:
        yield law_finding(
            context,
            laws,
            message="{laws} {ask} for the least and the most pay; one figure is enough only where the pay is fixed.",
            fixes=(Fix("State the lowest and the highest pay, or say that the pay is fixed", "hint"),),
            span=(pay.start, pay.end),
            field="pay",
            ceiling="notice",
        )


_COLORADO = {
    "title": "Payroll clerk",
    "locations": [{"city": "Denver", "place": "US-CO"}],
}

RULE = Rule(
    id="missing/pay-range",
    severity="error",
    summary="No pay, or pay in a form that the law of a place refuses",
    why="Pay is what applicants look for first, and many places require it in the posting itself.",
    source="guidelines/jurisdictions.yaml: pay transparency laws by place, with statutes",
    check=check,
    fires=(
        Example(text="Join us as a payroll clerk. You will run the weekly payroll.", brief=_COLORADO),
        Example(text="Join us as a payroll clerk. You will run the weekly payroll.", places=("US-CO",)),
        Example(text="Join us as a payroll clerk. You will run the weekly payroll."),
        Example(
            text="Pay: from $24 per hour.",
            places=("US-CO",),
            quote="$24 per hour",
        ),
    ),
    silent=(
        Example(text="Pay: $24 to $29 per hour.", places=("US-CO",)),
        Example(text="Salary: $70,000 - $85,000 per year.", places=("US-NY-NYC",)),
        Example(text="Salary: EUR 41,000 per year.", places=("AT",)),
        Example(text="Salary: $70,000 per year.", places=("US-CO",)),
    ),
    known_problems="Whether a link to the pay is enough differs by place and is not judged.",
)
