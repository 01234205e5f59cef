"""How a posting states its pay: open at one end, behind a link, by commission only; and whether any is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.cues import Cues

if TYPE_CHECKING:
    from postwright.linting.rule import Context
    from postwright.model.reading import PayRead

_OPEN_BEFORE = late(
    r"\b(?:from|(?:start(?:s|ing)?|begin(?:s|ning)?|available) (?:at|from)|up to|upto|at least|"
    r"(?:a )?(?:minimum|maximum)(?: (?:salary|pay|wage|rate))?(?: of)?|max\.?|min\.?|as (?:much|high) as|"
    r"no (?:less|more) than|not less than|over|above|in excess of|more than|less than|under|earn up to|upwards? of|"
    r"north of)[\s:~*]{0,3}$"
)
_OPEN_INSIDE = late(
    r"(?:from|up ?to|starting (?:at|from)|at least|min(?:imum)?(?: of)?|max(?:imum)?(?: of)?|over)[\s:]"
)
_OPEN_AFTER = late(
    r"(?:\s{0,2}(?:k|usd|cad|eur|gbp|dollars|(?:an?|per) (?:hour|year|month|week|day|annum)|/ ?(?:hr|hour|yr|year)|"
    r"annually|yearly|hourly|gross)){0,2}"
    r"\s{0,2}(?:and )?(?:\+(?!\s?(?:bonus|commission|equity|benefits|tips|ote|super|overtime|stock|\w+ bonus))|,? ?and "
    r"(?:up|above|over|higher|more)\b|or (?:more|above|higher|over)\b|upwards?\b|minimum\b|"
    r"plus\b(?! (?:an? )?(?:\w+ ){0,2}(?:bonus|benefits|commission|equity|tips|overtime|super|allowance|stock|"
    r"incentive|profit|mileage|differential)))"
)
_OTHER_END = late(r"\bmin(?:imum)?\b[^\d]{0,20}[\d,.]+[^.;]{0,60}\bmax(?:imum)?\b[^\d]{0,20}\d")
_FAR = 100
"""Characters around the amount in which a lowest figure and a highest one may stand as fields of their own."""
_PLUS = late(r"\d\s?k?\+(?=[^\d]*$)")
"""A plus behind the last figure."""
_WINDOW = 32
"""Characters around the amount in which the words for an open end stand."""

_COMMISSION_ONLY = late(
    r"\b(?:commission[- ]only|100 ?% commission|straight commission|(?:solely|exclusively|entirely|only|purely|"
    r"wholly|fully) (?:(?:paid |compensated )?(?:on|by|through) (?:a )?)?commissions?|"
    r"commissions? (?:is|are) the only (?:pay|compensation))\b"
)
_PAY_WORD = r"(?:salary|salaries|pay|compensation|wages?|remuneration|benefits)"
_ADDRESS = r"(?:https?://|www\.|\bqr code\b)"
_LINKED = Cues(
    rf"\b{_PAY_WORD}\b[^.\n]{{0,100}}{_ADDRESS}|{_ADDRESS}[^\s]{{0,80}}(?:salary|pay|compensation|benefits)"
    rf"|\b(?:click|see|view|visit|find|check|follow|refer to|available (?:at|on|here))\b[^.\n]{{0,50}}\b{_PAY_WORD} "
    r"(?:ranges?|scales?|bands?|grades?|tables?|schedules?|information|details|page|calculator)"
)
_FIXED = late(
    r"\bflat[- ]rated?\b|\b(?:fixed|flat|set|single) (?:hourly |annual |monthly |daily )?(?:rate|salary|pay|wage|"
    r"fee)\b|\b(?:rate|salary|pay|wage) is (?:an? )?(?:fixed|set|the same|(?:not |non-)negotiable)|"
    r"\bsame (?:rate|salary|pay|wage) for (?:all|every)"
)
_GOES_ON = late(r" ?\([^()\n]{1,40}\) ?(?:to|-|–|and|up to) ?[$£€]?\s?\d")
"""Behind a figure with a note, the other end of its range: "$20 (start) to $24 (after two years)"."""

_UNREAD = late(
    r"[$£€]\s?\d[\d,.]*k?\s{0,2}(?:-|–|—|to|and)\s{0,2}[$£€]?\s?\d|[$£€]\s?\d[\d,.]*k?\s{0,2}(?:/|per|an?) ?(?:hour|"
    r"hr|year|yr|"
    r"annum|month|week|day)"
)
"""What looks like pay, also where the reader takes it for other money."""


def is_open_ended(context: Context, pay: PayRead) -> bool:
    """Say whether the pay has no lowest or no highest figure: "from 20", "up to 30", "20 and up"."""
    folded = context.document.folded
    inside = folded[pay.start : pay.end]
    if _PLUS.search(inside) or _OPEN_AFTER.match(folded, pay.end):
        return True
    if pay.kind != "single" or _OTHER_END.search(folded, max(0, pay.start - _FAR), pay.end + _FAR):
        return False
    return bool(_OPEN_BEFORE.search(folded, max(0, pay.start - _WINDOW), pay.start) or _OPEN_INSIDE.match(inside))


def is_fixed(context: Context) -> bool:
    """Say whether the text calls its one figure fixed."""
    return bool(_FIXED.search(context.document.folded))


def has_other_end(context: Context, pay: PayRead) -> bool:
    """Say whether the range goes on behind a note to its first figure."""
    return _GOES_ON.match(context.text, pay.end) is not None


def is_commission_only(context: Context) -> bool:
    folded = context.document.folded
    return "commission" in folded and bool(_COMMISSION_ONLY.search(folded))


def is_linked(context: Context) -> bool:
    """Say whether the text refers to a page for pay or benefits."""
    return _LINKED.first(context) is not None


_GENERAL_SCHEDULE = Cues(r"\bgs-?(?:[1-9]|1[0-5])\b(?! (?:grade )?level)")
_OF_EXPERIENCE = late(r"\b(?:equivalent|experience|comparable)\b[^.\n]*$")
"""Words before a grade at which somebody should have worked."""
_BANDS, _PUBLIC_HEALTH = Cues(r"\bband [2-9][a-d]?\b"), Cues(r"\bnhs\b|\bagenda for change\b")
_NEAR = 90
"""Characters before a grade."""


def public_grade(context: Context) -> str:
    """Return the grade by which the posting names its pay, of a table that is public, or "".

    Such tables are the General Schedule of the United States and Agenda for Change of the NHS.
    """
    for grade in _GENERAL_SCHEDULE.all(context):
        if not _OF_EXPERIENCE.search(grade.string, max(0, grade.start() - _NEAR), grade.start()):
            return grade[0].upper()
    band = _BANDS.first(context) if _PUBLIC_HEALTH.first(context) else None
    return band[0].capitalize() if band else ""


def is_unpaid(context: Context) -> bool:
    """Say whether the posting is for volunteers, whom no pay law covers."""
    brief = context.brief
    if brief is not None and brief.employment_type:
        return brief.employment_type == "volunteer"
    return "volunteer" in context.reading.title.lower()


def may_be_unread(context: Context) -> bool:
    """Say whether amounts stand in the text that may be the pay, though they were not read as pay."""
    return bool(_UNREAD.search(context.document.folded))
