"""missing/benefits: no word about benefits, or none that says which.

What: looks for a section of benefits or a benefit by name. Where a law asks for a description, praise alone ("great
benefits") is none. Why: applicants compare offers by them. Known problems: that benefits are described, not whether all
of them are, is what is checked. Instead: health cover, retirement plan, paid time off and what else you offer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from postwright.late_pattern import late
from postwright.linting.cues import Cues
from postwright.linting.requirements import unglued
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._duties import asking, house_finding, law_finding
from postwright.linting.rules.missing._pay_form import is_linked, is_unpaid
from postwright.model.finding import Finding, Fix
from postwright.reading.sought import Sought

_NAMED = Cues(
    r"\b(?:health ?(?:care )?(?:insurance|plan|cover\w*|benefits?|package)|"
    r"(?:private|free|subsidi[sz]ed|family|employer[- ]paid|company[- ]paid) health ?care|"
    r"health ?care,? (?:and |& )?(?:dental|vision|pension|401|retirement|paid|holiday|leave|life)|"
    r"(?:dental|pension|leave|vacation|401\(k\)|retirement|vision),? (?:and |& )?health(?: ?care)?|health(?: and|,|/|"
    r" &) dental|"
    r"medical(?:,| and| &|/| insurance| cover\w*| plan|"
    r" aid| benefits)|dental(?= ?(?:[,;.)/&|-]|$)|  | (?:insurance|cover\w*|plans?|care|"
    r"benefits?|reimburse\w*|scheme|vision|401)| (?:and|or|plus) (?:vision|medical|life|health|optical|retire\w*|"
    r"pension|401|disability|eye))|"
    r"vision (?:insurance|plan|cover\w*|care)|401 ?\(?k\)?|403 ?\(?b\)?|pension|superannuation|"
    r"retirement (?:plan|savings|benefit\w*|scheme)|provident fund|(?:employer|company)[- ](?:paid|sponsored|matched)|"
    r"(?:paid|unpaid|unlimited|annual|generous|flexible) (?:time[- ]off|leave|holidays?|vacations?|sick\w*|parental|"
    r"maternity|family|volunteer\w*|training)|"
    r"\d+ (?:days?|weeks?)(?:'|’)? (?:of )?(?:paid |annual |sick )?(?:leave|holidays?|vacation|pto)|"
    r"holiday (?:entitlement|allowance|pay)|bank holidays|\bpto\b|vacation (?:days|time|pay|allowance)|parental leave|"
    r"maternity (?:leave|pay)|sick (?:leave|pay|days|time)|life (?:insurance|assurance)|private health\w*|"
    r"disability insurance|insurance (?:plans?|benefits|cover\w*)|(?:health|group|accident|medical) insurance|"
    r"tuition (?:reimbursement|assistance|support)|student loan|employee (?:assistance|discounts?|stock|share)|"
    r"staff discounts?|"
    r"relocation (?:assistance|package|support|expenses)|flexible (?:hours|working|schedule)|flexitime|flextime|"
    r"wellness|wellbeing|gym|child ?care (?:vouchers?|support|allowance)|cycle to work|season ticket|company car|"
    r"car allowance|free (?:parking|lunch\w*|meals?|food|snacks|breakfast|accommodation|uniform)|"
    r"accommodation (?:is )?provided|meals? (?:are |is )?provided|housing (?:allowance|provided|is provided)|"
    r"home[- ]office (?:budget|allowance|stipend)|training budget|learning budget|(?:phone|internet|meal|travel|"
    r"education|training|clothing|uniform) (?:allowance|stipend|budget)|workers['’]? compensation)\b"
)
_GENERAL = late(r"benefit(?:s(?: (?:packages?|plans?|programs?))?| (?:packages?|plans?|programs?))\b|perks\b")
_EXTRA_PAY = (
    "bonus", "stock option", "share option", "esop", "rsus", "equity package", "profit sharing", "profit-sharing",
    "insurance", "vacation",
)  # fmt: skip
"""No benefits in the sense of the laws, but a word about what there is besides the pay."""
_PRAISE = Sought(
    r"\b(?:(?:great|excellent|competitive|comprehensive|attractive|generous|good|full|amazing|outstanding|superb|"
    r"fantastic|rich|robust|industry[- ]leading|market[- ]leading|top|best[- ]in[- ]class|exceptional|strong|usual|"
    r"standard|other|company|employee|fringe|many|various) (?:\w+ ){0,2})?(?:benefits(?: packages?)?|"
    r"benefit packages?|perks)\b"
)
_OTHER_MEANING = late(
    r"(?:\b(?:cost|tax|business|client|customers?|patients?|users?|clinical|public|disability|welfare|"
    r"social|government|unemployment|economic|environmental|mutual|key|product|clear|business|for the|to the) )"
    r"benefits?\b|\b(?:compensation (?:and|&) )?benefits? (?:analyst|administrat\w+|claims?|realiz\w+|realis\w+|"
    r"specialist|manager|analysis|from|"
    r"of "
    r"(?:the|our|using|this|a)|to (?:the|our|customers|clients)|those|society|both|everyone|patients|all of)\b"
)
_ADD = (Fix("Add what you offer: health cover, retirement plan, paid time off, other benefits", "hint"),)


def check(context: Context) -> Iterable[Finding]:
    """Remark where neither a section nor a word tells of benefits, or where a law asks and only praise is there."""
    text = unglued(context)
    if _names_some(context, text) or is_unpaid(context) or _has_a_list(context):
        return
    laws = asking(context, lambda duties: duties.benefits_in_ad is True)
    if laws.all and is_linked(context):
        laws = laws.without(lambda duties: duties.inline_required is False)
    general = _general(text)
    if laws.all and general is None:
        yield law_finding(
            context,
            laws,
            message="{laws} {ask} for a general description of the benefits in the posting; this one has none.",
            fixes=_ADD,
            field="benefits",
        )
    elif laws.all:
        yield law_finding(
            context,
            laws,
            message="{laws} {ask} for a general description of the benefits in the posting; this one only says that "
            "there are some.",
            fixes=_ADD,
            span=_praise(context),
            field="benefits",
            ceiling="warning",
        )
    elif general is None and not any(words in text for words in _EXTRA_PAY):
        yield house_finding(
            context,
            message="The posting says nothing about benefits.",
            fixes=_ADD,
            place_known=laws.place_known,
            field="benefits",
        )


_HEADING = late(
    r"\b(?:benefits?|perks|we (?:can )?offer|we provide|you(?:'ll| will)? get|on offer|rewards|in it for you)\b"
)
_FEWEST_WORDS = 8
"""Words below the heading of benefits that tell of some; fewer are praise."""


def _has_a_list(context: Context) -> bool:
    """Say whether something stands below a heading of benefits, also where no benefit is known by its name."""
    folded = context.document.folded
    return any(
        section.kind == "benefits"
        and section.heading is not None
        and _HEADING.search(folded, *section.heading)
        and sum(map(_words_that_tell, _LINE.findall(folded, section.heading[1], section.end))) >= _FEWEST_WORDS
        for section in context.reading.sections
    )


def _words_that_tell(line: str) -> int:
    """Return how many words of a sentence may name a benefit: none where it speaks of pay, or of benefits at large."""
    return 0 if _AT_LARGE.search(line) else len(line.split())


_LINE = late(r"[^\n.!?;]+")
_AT_LARGE = late(
    r"[$£€]\s?\d|\d\s?(?:€|eur|usd|gbp)|\b(?:salary|wages?|benefits?|perks|paid \d|bonus(?:es)?|commissions?|"
    r"packages?|pay)\b"
)


_SURE = (
    "health insurance", "401(k)", "401k", "paid time off", "pension", "medical insurance", "life insurance",
    "annual leave", "parental leave", "paid leave", "paid vacation", "paid holiday", "tuition reimbursement",
)  # fmt: skip
"""What many postings say: looked for before the long pattern is tried."""


def _names_some(context: Context, text: str) -> bool:
    if any(words in text for words in _SURE):
        return True
    if len(text) != len(context.text):  # its offsets are not those of the sections
        return _NAMED.first(context) is not None
    return any(not _is_of_the_work(context, match) for match in _NAMED.all(context))


def _is_of_the_work(context: Context, match: re.Match[str]) -> bool:
    """Say whether a word for insurance or care names a trade or a duty: "enter insurance claims", "a dental office"."""
    if not _TRADE.search(match[0]):
        return False
    words = context.document.folded[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]
    return context.reading.section_at(match.start()) in _OF_THE_WORK and not _OFFERED.search(words)


_OF_THE_WORK = frozenset(("responsibilities", "requirements", "preferred", "title", "company"))
_TRADE = late(r"medical|dental|health|vision|insurance|child ?care|pension|retirement|leave")
_OFFERED = late(
    r"\b(?:we (?:offer|provide|give|pay)|you (?:get|receive|enjoy)|offer(?:s|ed|ing)?|benefits?|eligible|paid|"
    r"free|package|"
    r"perks?|cover(?:age|ed)?|plans?|match\w*|subsidi\w+|allowance|discounts?|dental (?:and|&) vision|"
    r"medical,? (?:and )?dental|health,? (?:and )?dental)\b"
)
"""Words beside one for care that make it something on offer, wherever it stands."""
_BESIDE = 60
"""Characters on either side of a word for care."""


def _general(text: str) -> re.Match[str] | None:
    """Return a word for benefits of the employee, which names none."""
    if "benefit" not in text and "perks" not in text:
        return None
    return next((m for m in _GENERAL.finditer(text) if not _OTHER_MEANING.search(text, *_around(m))), None)


def _around(match: re.Match[str]) -> tuple[int, int]:
    return max(0, match.start() - 24), match.end() + 16


def _praise(context: Context) -> tuple[int, int] | None:
    """Return where the text speaks of benefits; its offsets are those of the text itself, not of the unglued one."""
    folded = context.document.folded
    found = next(
        (m for m in _PRAISE.finditer(context.document) if not _OTHER_MEANING.search(folded, *_around(m))), None
    )
    return found.span() if found else None


RULE = Rule(
    id="missing/benefits",
    severity="error",
    summary="No word about benefits, or none that says which",
    why="Applicants compare offers by them, and several places require a general description in the posting.",
    source="guidelines/jurisdictions.yaml: duties on benefits by place, with statutes",
    check=check,
    fires=(
        Example(text="Baker wanted. Pay: $21 to $25 per hour.", places=("US-CO",)),
        Example(text="Baker wanted. You will bake bread and rolls."),
        Example(text="Baker wanted. We have great benefits.", places=("US-NJ",), quote="great benefits"),
        Example(
            text="# Baker\n\n## Pay and benefits\n$21 an hour. There is no bonus and no commission for this job.",
            places=("US-CO",),
            quote="benefits",
        ),
    ),
    silent=(
        Example(text="Baker wanted. Pay: $21 to $25 per hour, dental insurance and a pension.", places=("US-CO",)),
        Example(text="Baker wanted. You get 28 days of paid leave."),
        Example(text="Baker wanted. We have great benefits."),
        Example(text="Baker wanted. Benefits are listed at https://example.com/benefits.", places=("US-CO",)),
    ),
    known_problems="That benefits are described, not whether all of them are, is what is checked.",
)
