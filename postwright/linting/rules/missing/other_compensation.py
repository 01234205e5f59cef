"""missing/other-compensation: the law asks for bonus, commission and equity in the posting, which is silent about them.

What: compares the brief's other compensation with the text, kind by kind; without a brief a notice reminds of the law
where a text that states pay names nothing of the kind. Why: several places require a general description of it beside
the pay. Known problems: without a brief it is not known whether there is any. Instead: one sentence beside the pay, or
that there is no other pay.
"""

from __future__ import annotations

from collections.abc import Iterable

from postwright.late_pattern import late
from postwright.linting.requirements import key_words, unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._duties import asking, law_finding
from postwright.linting.rules.missing._pay_form import is_linked, is_unpaid
from postwright.model.finding import Finding, Fix

_KINDS = tuple(
    late(pattern)
    for pattern in (
        r"\b(?:bonus(?:es)?|incentives?|variable (?:pay|compensation)|on-target|ote|performance pay)\b",
        r"\bcommissions?\b",
        r"\b(?:equity\b(?!,? (?:and|&) inclusion|, inclusion| research| markets?)(?<!diversity, equity)(?<!pay equity)|"
        r"stock (?:options?|grants?|units?|plan|awards?|purchase)|stock\b(?= (?:is|are) (?:granted|offered))|"
        r"(?:company|employee|share) (?:shares?|stock|options?)|shares? (?:in|of) (?:the|our) company|rsus?|esop)\b",
        r"\bprofit[- ]sharing|\bshare of (?:the )?profits?\b",
        r"\b(?:tips|gratuit(?:y|ies)|service charge)\b",
        r"\b(?:overtime|(?:shift|night|weekend|evening|holiday|sunday) (?:premium|differential|allowance|pay|rate|"
        r"supplement|bonus)s?|differentials?|(?:pay|wage) premiums?|on[- ]call (?:pay|allowance))\b",
        r"\b(?:sign(?:ing)?[- ]on|retention|referral|relocation) (?:payment|award|bonus|grant|fee)s?\b",
        r"\bpiece[- ]?rates?\b|\broyalt(?:y|ies)\b|\bper (?:piece|sale|visit|delivery|mile)\b",
        r"\b(?:allowances?|stipends?|per diem|car (?:allowance|scheme)|mileage)\b",
    )
)


_OF_ANY_KIND = late(
    r"\b(?:(?:other|additional|supplemental|extra|premium|total|further) (?:compensation|pay|remuneration|rewards)|"
    r"compensation (?:package|program)|(?:sign(?:ing)?[- ]on|retention|referral) (?:payment|award)|"
    r"(?:pay|wage|shift) premiums?|"
    r"differentials?|(?:weekend|night|evening|holiday|second|third|hazard|longevity|merit) (?:shift )?(?:pay|rates?|"
    r"increases?)|piece[- ]?rates?|royalt(?:y|ies)|per (?:class|visit|sale)|reimburse\w+|13th month|"
    r"thirteenth month)\b"
)
"""Words for other pay at large, or for kinds that briefs seldom name."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on other compensation of the brief of which the text says nothing, where a law asks for it."""
    brief = context.brief
    if brief is None:
        yield from _reminder(context)
        return
    if not brief.other_compensation:
        return
    silent_about = [entry for entry in brief.other_compensation if not _is_told(entry.text, context)]
    laws = asking(context, lambda duties: duties.other_compensation_in_ad is True)
    if not silent_about or not laws.all:
        return
    names = ", ".join(f"“{_braceless(entry.text)}”" for entry in silent_about)
    yield law_finding(
        context,
        laws,
        message=f"{{laws}} {{ask}} for other compensation in the posting; the brief has {names}, the text does not.",
        fixes=(Fix("Describe it in a sentence beside the pay", "hint"),),
        field=f"other_compensation.{silent_about[0].id}",
    )


def _reminder(context: Context) -> Iterable[Finding]:
    """Yield a notice where a law asks for other compensation and a text that states pay names none of any kind."""
    pay = context.reading.pay
    if pay is None or pay.kind == "vague" or is_unpaid(context):
        return
    laws = asking(context, lambda duties: duties.other_compensation_in_ad is True)
    if not laws.all or is_linked(context):
        return
    text = unglued(context)
    if any(kind.search(text) for kind in (*_KINDS, _OF_ANY_KIND)):
        return
    yield law_finding(
        context,
        laws,
        message="{laws} {ask} for bonus, commission, equity or other pay in the posting; this one names none. Whether "
        "there is any is not known here.",
        fixes=(Fix("Describe it in a sentence beside the pay, or say that there is no other pay", "hint"),),
        field="other_compensation",
        ceiling="notice",
    )


def _is_told(entry: str, context: Context) -> bool:
    """Say whether the text names the entry's kind of pay or, for a kind not known here, half of its key words."""
    text, lowered = unglued(context), entry.lower()
    kinds = [kind for kind in _KINDS if kind.search(lowered)]
    if kinds:
        return any(kind.search(text) for kind in kinds)
    words = {word for word in key_words(entry) if not _AMOUNT_WORDS.fullmatch(word)}
    return bool(words) and len(words & key_words(context.text)) * 2 >= len(words)


_AMOUNT_WORDS = late(r"\d.*|hour|hours|year|month|week|day|percent|annual|yearly|amount|salary|pay")
"""Words of an entry that say how much, not what."""


def _braceless(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


_BRIEF = {
    "title": "Sales assistant",
    "locations": [{"city": "Boulder", "place": "US-CO"}],
    "other_compensation": ["A yearly bonus of up to 5 percent"],
}
_EQUITY = {**_BRIEF, "other_compensation": ["Equity in the company"]}

RULE = Rule(
    id="missing/other-compensation",
    severity="error",
    summary="Bonus, commission or equity that the law wants described is not",
    why="Several places require a general description of all other compensation beside the pay.",
    source="guidelines/jurisdictions.yaml: duties on other compensation by place, with statutes",
    check=check,
    fires=(
        Example(text="Sales assistant. Pay: $20 to $22 per hour.", brief=_BRIEF),
        Example(text="Sales assistant. Pay: $20 to $22 per hour. Diversity, equity and inclusion.", brief=_EQUITY),
        Example(text="Sales assistant. Pay: $20 to $22 per hour.", places=("US-CO",)),
    ),
    silent=(
        Example(text="Sales assistant. Pay: $20 to $22 per hour and a yearly bonus.", brief=_BRIEF),
        Example(text="Sales assistant. Pay: $20 to $22 per hour. There is no bonus.", places=("US-CO",)),
        Example(text="Sales assistant. Pay: $20 to $22 per hour, and a share of the tips.", places=("US-CO",)),
        Example(text="Sales assistant. Pay: $20 to $22 per hour.", places=("US-TX",)),
        Example(text="Sales assistant. Pay: $20 to $22 per hour."),
    ),
    known_problems="Without a brief it is not known whether there is any other compensation: there the rule gives a "
    "notice, and only where the text states pay and the place is known.",
)
