"""missing/benefits: no word about benefits."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postwright.linting.requirements import unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._duties import asking, house_finding, law_finding
from postwright.model.finding import Finding, Fix

_BENEFITS = re.compile(
    r"\b(?:benefits?(?: package)?|perks|health ?(?:care|insurance| plan)|medical(?:,| and| &| insurance| cover|"
    r" plan| aid)|dental|"
    r"401 ?\(?k\)?|403 ?\(?b\)?|pension|superannuation|retirement|provident fund|paid (?:time off|leave|"
    r"holidays?|vacation|sick|parental)|"
    r"\d+ (?:days?|weeks?)(?:'|’)? (?:of )?(?:paid |annual )?(?:leave|holidays?|vacation)|annual leave|"
    r"holiday entitlement|pto|"
    r"vacation|parental leave|sick leave|life insurance|private health|tuition (?:reimbursement|assistance)|"
    r"employee (?:assistance|discount)|stock options|equity plan|profit[- ]sharing|bonus(?:es)?|insurance plans?)\b"
)
_OTHER_MEANING = re.compile(
    r"\b(?:cost|health|tax|business|client|customer|patient|user|clinical|public|employee|compensation and|"
    r"pension|disability|"
    r"welfare|social|government|unemployment)[- ]benefits? (?:analyst|administrat\w+|claims?|realiz\w+|"
    r"specialist|manager|analysis)\b"
)


def check(context: Context) -> Iterable[Finding]:
    """Remark where neither a section nor a word tells of benefits."""
    if _tells_of_benefits(context):
        return
    laws = asking(context, lambda duties: duties.benefits_in_ad is True)
    fixes = (Fix("Add what you offer: health cover, retirement plan, paid time off, other benefits", "hint"),)
    if laws.all:
        yield law_finding(
            context,
            laws,
            message="{laws} {ask} for a general description of the benefits in the posting; this one has none.",
            fixes=fixes,
            field="benefits",
        )
    else:
        yield house_finding(
            context,
            message="The posting says nothing about benefits.",
            fixes=fixes,
            place_known=laws.place_known,
            field="benefits",
        )


def _tells_of_benefits(context: Context) -> bool:
    if any(section.kind == "benefits" for section in context.reading.sections):
        return True
    folded = unglued(context)
    return any(not _OTHER_MEANING.match(folded, max(0, m.start() - 12)) for m in _BENEFITS.finditer(folded))


RULE = Rule(
    id="missing/benefits",
    severity="error",
    summary="No word about benefits",
    why="Applicants compare offers by them, and several places require a general description in the posting.",
    source="guidelines/jurisdictions.yaml: duties on benefits by place, with statutes",
    check=check,
    fires=(
        Example(text="Baker wanted. Pay: $21 to $25 per hour.", places=("US-CO",)),
        Example(text="Baker wanted. You will bake bread and rolls."),
    ),
    silent=(
        Example(text="Baker wanted. Pay: $21 to $25 per hour, dental insurance and a pension.", places=("US-CO",)),
        Example(text="Baker wanted. You get 28 days of paid leave."),
    ),
    known_problems="That benefits are described, not whether all of them are, is what is checked.",
)
