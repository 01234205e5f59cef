"""missing/deadline: no closing date, where the law of a place asks for one or for a word that there is none.

What: looks for a last day to apply, for "open until filled" and for a rolling intake. Dates of other things (the start,
the end of a contract, deadlines of the work) do not count. Why: applicants need to know how long they have. Instead:
"Apply by 30 November" or "We take applications on a rolling basis".
"""

from __future__ import annotations

from collections.abc import Iterable

from postwright.linting.cues import Cues
from postwright.linting.rule import Context, Example, Rule
from postwright.linting.rules.missing._duties import asking, law_finding
from postwright.model.finding import Finding, Fix

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = (
    r"(?:(?:\d{1,2}(?::\d\d)? ?(?:a\.?m\.?|p\.?m\.?)?|noon|midnight|close of business|cob|"
    r"eod)(?: \w{2,4})?,? (?:on |of )?)?"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}|"
    r"(?:the )?end of)"
)
_SENDING = (
    r"(?:(?:get|have|hand) (?:\w+ ){1,4}in\b|appl(?:y|ying|ication|ications|icants)|submi\w+|send|e-?mail|resum\w+|"
    r"résum\w+|cv|cover letter|interest|"
    r"respond|received?|contact|call us|write|get in touch|reach out)"
)
_DEADLINE = Cues(
    r"\b(?:clos(?:ing|e|es|ed|ure)[- ]date|closing (?:on|by|for applications)|"
    r"closes? (?:on )?(?:\d|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|"
    r"(?:appl(?:y|ication|ications)|submission|filing|final|closing)[^.\n]{0,24} deadline|"
    r"(?<!planning )(?<!project )(?<!delivery )(?<!tax )(?<!filing )(?<!reporting )(?<!print )(?<!press )"
    r"(?<!production )(?<!budget )(?<!grant )(?<!client )"
    r"deadline(?: date)?(?: (?:for|to|of) (?:the )?(?:appl\w*|submi\w*|receipt|receiv\w*|this)|(?=\s?[:=])|(?= [-–] )|"
    r" is)|"
    r"applications? (?:will not be accepted after|(?:received )?after|close|end|are due|due|must be (?:received|"
    r"submitted|in)|should (?:be received|reach|arrive)|"
    r"window|period|will (?:close|remain open|be (?:accepted|taken|reviewed|considered))|"
    r"(?:are|is) (?:accepted|reviewed|considered|open|taken|welcome))|"
    r"(?:accept|review|consider|tak)(?:ing|e|s)? applications|"
    r"rolling (?:basis|intake|admission|review|applications?|deadline|recruitment)|"
    r"(?:until|till|til) (?:it is |it's |(?:the |this |all |suitable )*(?:positions?|roles?|jobs?|posts?|vacanc\w+|"
    r"candidates?|places?)(?: (?:is|are|has been|have been))? )?(?:filled|found)|"
    r"open (?:until|till|continuously)|(?:an |on an )?ongoing basis|continuous(?:ly)? (?:basis|recruit\w*|open)|"
    r"no (?:closing date|(?:application )?deadline|end date|cut-?off)|"
    r"apply (?:by|before|until|no later than|on or before|within|as soon|early)|"
    r"last (?:day|date) (?:to|for|of) (?:appl\w*|submi\w*|receipt|receiv\w*)|"
    r"(?:job |this |the )?(?:posting|post|vacancy|advert\w*|ad|role|position|requisition|opening|job|search|window)"
    r"(?: \w+){0,3} (?:clos(?:e|es|ing)|ends?|expir(?:es|e|y|ation)|remain(?:s)? (?:open|posted)|be (?:posted|open)|"
    r"stays? open|open (?:through|until))|"
    r"(?:open|opening) (?:and|to|/) clos(?:e|ing)|review of applications (?:will )?begins?|"
    r"(?:we )?(?:will )?hire as soon as)\b"
    rf"|\b{_SENDING}\b(?:[^.\n]|\.(?=\S)){{0,120}}\b(?:by|before|until|till|no later than|not later than|on or before|"
    rf"prior to|"
    rf"through) {_DAY}"
    rf"|\b(?:by|before|until|no later than|on or before) {_DAY}(?:[^.\n]|\.(?=\S)){{0,60}}\b{_SENDING}\b"
)


def check(context: Context) -> Iterable[Finding]:
    """Remark where a law asks for the deadline and the text has neither a date nor a rolling intake."""
    laws = asking(context, lambda duties: duties.deadline_in_ad is True)
    if not laws.all or _DEADLINE.first(context):
        return
    yield law_finding(
        context,
        laws,
        message="{laws} {ask} for the last day for applications, or a word that there is none; this posting has "
        "neither.",
        fixes=(Fix("Add the closing date, or that applications are taken on a rolling basis", "hint"),),
        field="closing",
    )


RULE = Rule(
    id="missing/deadline",
    severity="error",
    summary="No closing date where the law of a place asks for one",
    why="Applicants need to know how long they have, and the law of some places says so.",
    source="guidelines/jurisdictions.yaml: duties on deadlines by place, with statutes",
    check=check,
    fires=(
        Example(text="Ski instructor. Pay: $25 to $35 per hour. Write to jobs@example.com.", places=("US-CO",)),
        Example(text="Ski instructor. You keep a tight deadline. The season begins on 1 December.", places=("US-CO",)),
    ),
    silent=(
        Example(text="Ski instructor. Please apply by 30 November 2026.", places=("US-CO",)),
        Example(text="Ski instructor. Applications are accepted on a rolling basis.", places=("US-CO",)),
        Example(text="Ski instructor. Send your letter no later than Friday, November 27.", places=("US-CO",)),
        Example(text="Ski instructor. Pay: $25 to $35 per hour.", places=("US-CA",)),
        Example(text="Ski instructor. Pay: $25 to $35 per hour."),
    ),
)
