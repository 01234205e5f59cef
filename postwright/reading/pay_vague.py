"""Pay that is spoken of without a figure: "competitive salary", "pay depends on experience", "DOE"."""

from __future__ import annotations

import re
from itertools import islice

from postwright.late_pattern import late
from postwright.model.reading import PayRead
from postwright.reading.pay_amounts import MOST_AMOUNTS

_VAGUE_WORDS = (
    r"(?:(?:very |highly |extremely |market )?(?:competitive|attractive|excellent|generous|great|good|top|"
    r"above[- ]market|"
    r"market[- ]leading|industry[- ]leading|lucrative|negotiable|commensurate|handsome|fair|"
    r"best[- ]in[- ]class|outstanding)"
    r"(?:,? (?:and |& )?(?:[a-z-]+),?){0,2}? (?:base |annual |total |starting |monthly )?"
    r"(?:salary|salaries|pay|compensation|remuneration|wages?|renumeration)\b(?! (?:transparency|equity|"
    r"increases?|reviews?|time|raises?))"
    r"|(?:salary|salaries|pay|compensation|remuneration|wages?|hourly rate|pay rate)"
    r"(?: (?:range|package|rate|level|offered|for this (?:position|role)|and benefits))?"
    r"(?:(?: is| are| will be| to be| shall be|:|/ ?salary:?| -| –)+| ?\()? ?(?:highly |very |fully )?"
    r"(?:competitive|commensurate|negotiable|doe\b|dependent (?:on|upon)|depend(?:s|ing) (?:on|upon)|"
    r"based (?:on|upon)|according to|"
    r"open to (?:discussion|negotiation)|open\b(?! until)|tbd\b|tbc\b|to be (?:discussed|determined|agreed|"
    r"confirmed|negotiated)|attractive|"
    r"determined by|per company|market)"
    r"|(?:competitive|commensurate) (?:with|to) (?:experience|qualifications|skills|education)"
    r"|paid (?:competitively|internship\b|position|fellowship)|remuneration/ ?salary: ?open)"
)
_VAGUE = late(rf"\b{_VAGUE_WORDS}")
_SIGN = late(
    "competitive|attractive|excellent|generous|great|good|top|above|leading|lucrative|negotiable|commensurate|handsome|"
    "fair|best|outstanding|doe|depend|based|according|open|tb[dc]|to be|determined|per company|market|paid"
)
"""Words one of which is in everything that `_VAGUE` finds."""
_GLUED_VAGUE = late(_VAGUE_WORDS)
_GLUE = late(r"(?<=[a-z])(?=[A-Z])")
_VAGUE_ABBREVIATION = late(
    r"\b(?i:salary|pay|rates?|wages?|compensation|remuneration|package|hour(?:ly)?|annum|year|\d[\d,.]*k?)"
    r"\b[^;\n]{0,30}?\b(?P<after>DOE)\b(?!['’]s)|(?:^|, )(?P<alone>DOE)[ .]*$",
    re.MULTILINE,
)


def _vague_words(text: str, lowered: str) -> re.Match[str] | None:
    """Return the first vague statement around one of the words for pay."""
    past = 0
    for word in islice(_PAY_WORD.finditer(lowered), MOST_AMOUNTS):
        start, end = max(past, word.start() - _VAGUE_REACH), word.end() + _VAGUE_REACH
        match = _SIGN.search(lowered, start, end) and _VAGUE.search(lowered, start, end)
        if match is not None:
            return match
        for joint in _GLUE.finditer(text, start, min(word.end(), end)):
            match = _GLUED_VAGUE.match(lowered, joint.start())
            if match is not None:
                return match
        past = word.start()
    return None


_PAY_WORD = late(
    r"salar|\bpay\b|compensation|remuneration|renumeration|wage|rate\b|commensurate|\bpaid\b|competitive (?:with|to)"
)
_VAGUE_REACH = 70


def vague_pay(text: str, lowered: str) -> PayRead | None:
    words = _vague_words(text, lowered)
    abbreviation = None if words or "DOE" not in text else _VAGUE_ABBREVIATION.search(text)
    if words:
        start, end = words.span()
    elif abbreviation:
        start, end = abbreviation.span("after" if abbreviation["after"] else "alone")
    else:
        return None
    return PayRead("vague", None, None, "", None, start, end)
