"""missing/pay-range: no pay, or pay in a form that the law of a place refuses.

What: judges the posting's pay by the law of every place that it reaches: no figure at all, an open end ("from 20"), one
figure where both ends are asked for, a range wider than the law allows. Why: pay is what applicants look for first, and
many places require it in the posting itself. Known problems: whether the figures are true is not known. Instead: both
ends of the range that you expect to pay, with currency and period.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._duties import Asking, asking, house_finding, law_finding
from postwright.linting.rules.missing._pay_form import (
    has_other_end,
    is_commission_only,
    is_fixed,
    is_linked,
    is_open_ended,
    is_unpaid,
    may_be_unread,
    public_grade,
)
from postwright.linting.yearly import a_year
from postwright.model.finding import Finding, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import AdDuties
    from postwright.model.reading import PayRead

_ADD = (Fix("Add the lowest and the highest pay that you would offer, with currency and period", "hint"),)


def check(context: Context) -> Iterable[Finding]:
    """Remark on missing pay, else on pay in a form that a law refuses."""
    pay = context.reading.pay
    if pay is None or pay.kind == "vague":
        if not is_unpaid(context):
            yield from _missing(context, pay)
    elif (is_open := is_open_ended(context, pay)) or pay.kind == "single":
        if not is_fixed(context) and not has_other_end(context, pay):
            yield from (_open_ended if is_open else _one_figure)(context, pay)
    else:
        yield from _too_wide(context, pay)


# ---- no figure


def _missing(context: Context, pay: PayRead | None) -> Iterable[Finding]:
    asked = asking(context, lambda duties: duties.pay_in_ad == "required")
    laws = _not_content(context, asked)
    span = (pay.start, pay.end) if pay else None
    said = "this one only says it in words" if pay else "this one names none"
    if laws.all:
        linked = is_linked(context)
        link = " Whether a link to it is enough there is not settled, or it is not." if linked else ""
        doubtful = (linked and all(law.jurisdiction.duties.inline_required is None for law in laws.all)) or (
            pay is None and may_be_unread(context)
        )
        yield law_finding(
            context,
            laws,
            message=f"{{laws}} {{ask}} for the pay or the pay range in the posting; {said}.{link}",
            fixes=_ADD,
            span=span,
            field="pay",
            ceiling="warning" if doubtful else "error",
        )
        return
    before = asking(context, lambda duties: duties.pay_in_ad == "before_interview")
    if before.all:
        yield law_finding(
            context,
            before,
            message=f"{{laws}} {{ask}} that applicants learn the pay before the interview; the posting is the "
            f"easiest place, and {said}.",
            fixes=(Fix("Add the pay range, or plan how applicants get it before the interview", "hint"),),
            span=span,
            field="pay",
            ceiling="notice",
        )
    elif not asked.all:
        grade = public_grade(context)
        named = "the pay only in words, without a figure" if pay else "no pay"
        if grade:
            named = f"the pay only by its grade ({grade}), which readers must look up"
        yield house_finding(
            context,
            message=f"The posting names {named}.",
            fixes=_ADD,
            place_known=laws.place_known,
            field="pay",
            severity="info" if grade else "notice",
        )


def _not_content(context: Context, laws: Asking) -> Asking:
    """Return the laws that neither a statement of commission nor a link satisfies."""
    if not laws.all:
        return laws
    by_commission, linked = is_commission_only(context), is_linked(context)

    def content(duties: AdDuties) -> bool:
        return (by_commission and duties.commission_statement_enough) or (linked and duties.inline_required is False)

    return laws.without(content)


# ---- a figure in a form that is refused


def _open_ended(context: Context, pay: PayRead) -> Iterable[Finding]:
    laws = _not_exempt(
        context, asking(context, lambda d: d.pay_in_ad == "required" and d.open_ended_pay_allowed is not True), pay
    )
    refusing = laws.without(lambda duties: duties.open_ended_pay_allowed is None)
    if refusing.all:
        yield law_finding(
            context,
            refusing,
            message="{laws} {ask} for a range that is closed at both ends; this one is open.",
            fixes=(Fix("State the lowest and the highest pay that you would offer", "hint"),),
            span=(pay.start, pay.end),
            field="pay",
        )
    elif laws.all:
        yield law_finding(
            context,
            laws,
            message="{laws} {ask} for the pay and do not say that an open end is enough; this pay is open at one end.",
            fixes=(Fix("State the lowest and the highest pay that you would offer", "hint"),),
            span=(pay.start, pay.end),
            field="pay",
            ceiling="notice",
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


def _too_wide(context: Context, pay: PayRead) -> Iterable[Finding]:
    least, most = (a_year(amount, pay.period, context.guidelines) for amount in (pay.minimum, pay.maximum))
    if least is None or most is None:
        return

    def refuses(duties: AdDuties) -> bool:
        widest = duties.range_width_max
        return widest is not None and most - least > widest and pay.currency in ("", duties.yearly_in)

    laws = _not_exempt(context, asking(context, refuses), pay)
    if laws.all:
        duties = laws.all[0].jurisdiction.duties
        yield law_finding(
            context,
            laws,
            message=f"{{laws}} {{ask}} for a range no wider than {duties.range_width_max:,.0f} {duties.yearly_in} a "
            f"year; this one is {most - least:,.0f} wide.",
            fixes=(Fix("Narrow the range, or post each level with its own", "hint"),),
            span=(pay.start, pay.end),
            field="pay",
        )


def _not_exempt(context: Context, laws: Asking, pay: PayRead) -> Asking:
    """Return the laws that hold for pay as high as this."""
    highest = a_year(pay.maximum if pay.maximum is not None else pay.minimum, pay.period, context.guidelines)

    def exempt(duties: AdDuties) -> bool:
        limit = duties.pay_exempt_above
        return bool(limit and highest and highest > limit and pay.currency in ("", duties.yearly_in))

    return laws.without(exempt)


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
        Example(text="London weighting is 15% of the basic salary (with a minimum of £3,722 to a maximum of £4,743)."),
        Example(
            text="Pay: from $24 per hour.",
            places=("US-CO",),
            quote="$24 per hour",
        ),
        Example(
            text="Salary: CAD 60,000 to 125,000 per year.",
            places=("CA-ON",),
            quote="CAD 60,000 to 125,000 per year",
        ),
    ),
    silent=(
        Example(text="Pay: $24 to $29 per hour.", places=("US-CO",)),
        Example(text="Salary: $70,000 - $85,000 per year.", places=("US-NY-NYC",)),
        Example(text="Salary: EUR 41,000 per year.", places=("AT",)),
        Example(text="Salary: from EUR 41,000 per year.", places=("AT",)),
        Example(text="Salary: $70,000 per year.", places=("US-CO",)),
        Example(text="Pay is a flat rate of $31 per hour.", places=("US-NY-NYC",)),
        Example(text="Sales agent, paid solely on commission.", places=("US-VT",)),
        Example(text="For the pay range of this job see https://example.com/pay-ranges.", places=("US-CO",)),
        Example(text="Salary: CAD 180,000 to 260,000 per year.", places=("CA-ON",)),
        Example(text="Minimum salary range between $70,000 - $85,000 + bonus + shares.", places=("US-NY-NYC",)),
        Example(text="Sales Adviser. You will receive: £25,000 basic salary. You will sell roses."),
        Example(text="This role has a salary of £25-35k OTE depending on experience."),
        Example(text="We compensate the fellow at $76,320. You will sell roses."),
        Example(text="PAYE - £24.00 (equal to £46,000 if you worked all year). You will sell roses."),
        Example(text="£38,976 to £42,767Permanent. You will sell roses."),
        Example(text="Volunteers read to the residents.", title="Volunteer reader", places=("US-CO",)),
    ),
    known_problems="It cannot know whether the figures are the ones that will be offered.",
)
