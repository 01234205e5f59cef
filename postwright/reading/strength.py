"""How strongly a demand is put: from its own clause, else from the heading or section it stands under."""

from __future__ import annotations

import re

from postwright.late_pattern import late
from postwright.model.words import Strength
from postwright.reading.context import Context

_PREFERRED = (
    r"(?:(?:strongly|highly|very|greatly|also|most|much|much\smore|would\sbe|is|are|be|as|considered|deemed|"
    r"seen\sas)\s){0,3}"
    r"(?:an?\s)?(?:(?:big|huge|strong|definite|added|distinct|great|real|nice|major|considerable|significant|"
    r"large)\s)?"
    r"(?:preferred|preferable|preferrable|desired|desirable|desireable|advantageous|advantage|asset|beneficial|"
    r"benefit(?!s)|helpful|useful|bonus|plus(?!\s(?:years?|\d|an?\b|at\sleast|further|another|one|two|three|four|five|six|"
    r"seven|eight|nine|ten))|"
    r"nice[\s-]to[\s-]have|good[\s-]to[\s-]have|ideal(?!\s(?:candidate|person))|welcome|appreciated|optional|"
    r"(?<=would\sbe\s)(?:nice|great|good|lovely|perfect)|favou?red|favou?rable|given\spreference|recommended|not\s(?:essential|required|necessary|mandatory|a\smust)|pref\b)"
)
_REQUIRED = (
    r"(?:(?:is|are|be|strictly|absolutely)\s){0,2}(?:an?\s)?(?:required|requirement|essential|mandatory|necessary|"
    r"must(?:-have)?|needed|minimum\srequirement|compulsory|non-negotiable)"
)
_MARK = late(
    rf"(?<![a-z])(?:(?P<no>(?:but\s|though\s|although\s)?(?:is\s|are\s)?not\s(?:essential|required|necessary|"
    rf"mandatory|a\smust))|(?P<preferred>{_PREFERRED})|(?P<required>{_REQUIRED}))(?![a-z])"
)
_CLAUSE_END = late(
    r"[;.](?=\s|$)|\s-\s|\s\|\s|\bbut\b(?!\s(?:it\sis\s|is\s|this\sis\s)?not\s(?:ess|req|nec|mand))|\band\s(?:an?|"
    r"the|strong|ability|proven|knowledge)\s(?!plus|bonus|asset)"
)
_LEFT_PREFERRED = late(
    r"(?:^|[.;:,(\s-])(?:ideally|preferabl[ey]|prefer(?:red|ence|ences)?|desired|desirable|nice\sto\shave|"
    r"bonus(?:\spoints)?|a\splus|pluses?|advantageous|optional(?:ly)?|good\sto\shave|would\s(?:love|like|be\sgreat)|"
    r"it\swould\sbe|even\sbetter|great\sif|helpful|beneficial|we'd\slove|recommended|"
    r"plus\sif)(?P<between>[^;.]{0,70})\Z"
)
_LEFT_STOP = late(
    r"^(?:and|with|plus|but)\b|,|\brequired\b|\bmust\b|\bbut\b|\band\sat\sleast|\bwith\sat\sleast|"
    r"\band\s(?:a\s)?minimum|\bplus\b(?!\sif)|\bdegrees?\b|\bor\s(?:equivalent|related)|[)]"
)
_NARROWS = late(r"\.?\s(?:in|with|from|at|as|on|within)\b")
_HEADING_PREFERRED = late(
    r"\b(?:preferred|preferably|preferences?|desired|desirables?|desirable|nice[\s-]to|good[\s-]to|bonus|"
    r"plus(?:es)?|optional|advantageous|advantages?|assets?|ideal(?:ly)?(?!\scandidate)|not\srequired|even\sbetter|"
    r"extra|stand\sout|wish\slist|beneficial)\b"
)
_HEADING_REQUIRED = late(r"\b(?:required|minimum|must|mandatory|essential|basic)\b")
_SENTENCE_WIDE = late(
    r"\b(?:is|are|would\sbe)\s(?:(?:strongly|highly|also|very|greatly)\s)?(?:preferred|desired|desirable|"
    r"advantageous|an?\s(?:\w+\s)?(?:plus|asset|advantage|bonus)|beneficial|helpful|ideal)\b"
)


def strength_of(context: Context) -> Strength:
    """Return the strength of the demand in a context."""
    own = _after(context) or _before(context)
    if own:
        return own
    if context.section == "preferred":
        return "preferred"
    heading = context.heading
    if (
        context.section != "requirements"
        and _HEADING_PREFERRED.search(heading)
        and not _HEADING_REQUIRED.search(heading)
    ):
        return "preferred"
    return "required"


def _after(context: Context) -> Strength | None:
    """Return what a mark behind the amount says, if its clause still speaks of the amount.

    "3 years in sales preferred" does; "3 years in sales, retail preferred" speaks of retail.
    """
    right = context.right
    stop = _CLAUSE_END.search(right)
    clause = right[: stop.start()] if stop else right
    for mark in _MARK.finditer(clause):
        before = clause[: mark.start()]
        if mark["no"]:
            return "preferred"
        verdict: Strength = "required" if mark["required"] else "preferred"
        if _reaches(before, mark[0], clause[mark.end() : mark.end() + 12]):
            return verdict
    return None


def _reaches(between: str, mark: str, after: str) -> bool:
    """Tell whether a mark reaches back over the words between it and the amount."""
    stripped = between.rstrip(" (,[-:")
    if between.count("(") > between.count(")"):  # "(preferred)" alone in its brackets speaks of what stands before them
        inner = between[between.rfind("(") + 1 :]
        if inner.strip():
            return False
        between = between[: between.rfind("(")]
        stripped = between.rstrip()
    if not stripped.strip(" .'"):
        return True
    _, comma, tail = stripped.rpartition(",")
    if not comma or between.rstrip().endswith(","):
        return not re.search(
            r"\b(?:degree|bachelor'?s?|master'?s?|certification|certified|licen[cs]e)\b", stripped[-60:]
        )
    words = tail.split()
    if mark.startswith(("is", "are", "would", "be")) and re.match(r"\s(?:and|or|and/or|etc)\b", tail):
        return True
    return not words and not _NARROWS.match(
        after
    )  # "3 years, preferably in retail": the trade is preferred, not the years


def _before(context: Context) -> Strength | None:
    """Return what a mark before the amount says, where it governs it: "ideally 5 years", "preferred: 5 years"."""
    left = context.left[-160:]
    mark = _LEFT_PREFERRED.search(left)
    if mark is None:
        return None
    return None if _LEFT_STOP.search(mark["between"].lstrip(" ,:")) else "preferred"
