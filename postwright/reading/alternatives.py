"""Which demands are alternatives to each other or to a degree, and which are part of a larger one."""

from __future__ import annotations

import re
from dataclasses import replace

from postwright.late_pattern import late
from postwright.model.reading import Demand
from postwright.reading.context import Context

DEGREE = (
    r"(?:(?:high\sschool|secondary\sschool)(?:\sdiploma)?|ged|diploma|associate'?s?(?:\sdegree)?|a\.a\.|"
    r"bachelor'?s?|b\.?s\.?c?\.?|b\.?a\.?|b\.?tech|b\.?e\.?|m\.?s\.?c?\.?|m\.?a\.?|"
    r"m\.?tech|mba|master'?s?|ph\.?\s?d\.?|doctora(?:l|te)|post-?graduate|graduate\sdegree|advanced\sdegree|"
    r"undergraduate|degrees?|4-year\sdegree|college|university|jd|j\.d\.|certificate|education|graduation)"
)
_DEGREE_NEAR = late(rf"(?<![a-z.]){DEGREE}(?![a-z])")
_OR_BEFORE = late(
    r"(?:\bor\b|\bor:|^or|/|;|,\sor)\s?(?:an?\s|the\s|have\s|at\sleast\s|minimum\s(?:of\s)?|a\sminimum\sof\s|"
    r"equivalent\s|relevant\s|demonstrated\s|in\slieu,?\s|alternatively,?\s|with\s|possess\s|"
    r"experience\sequivalent\sto\s|over\s|more\sthan\s|"
    r"the\sequivalent\sof\s|an\sequivalent\sof\s|possession\sof\s|completion\sof\s|\()*\Z"
)
_LIEU_BEFORE = late(r"in\slieu\sof\s(?:an?\s|the\s)?(?:[\w'-]+\s){0,3}?(?:degree|education|college)[^.;]{0,30}\Z")
_AFTER_OR = late(r"[,;)]\s?or:?\s(?:\(?[a-h1-8][.)]\s)?\Z")
"""A choice of its own line: "approved by the board, or / Five years of ..."."""
_OR_DEGREE_BEHIND = late(rf"\bor\s(?:with\s|have\s|possess\s)?(?:an?\s|the\s)?(?:[\w'-]+\s)?{DEGREE}(?![a-z])")
_NEXT_CHOICE = late(r"[;,.]?\s*\bor\b[:,]?\s*\(?[b-h2-8][.)]\s")
_THIS_CHOICE = late(r"\bor\b[;:,]?\s*\(?[b-h2-8][.)]\s[^;]*\Z")
_LETTERED = late(r"\bor[,:]?\s\(?[a-h1-8][.)]\s\Z")
"""The last choices of a class specification: "; or c. Two years of ..."."""
_REACH_OF_CHOICES = 900
"""Characters looked back from a lettered choice, or to the heading of alternate education, for an education."""
_ALTERNATE = late(r"\b(?:alternate|alternative)\seducation|\boption\s\d\s?[:.)-]")
_OTHER_PART = late(
    r"\n\W*(?:additional\srequirements|required\s(?:skills|qualifications)|preferred|duties|job\sduties|knowledge|"
    r"benefits|supplemental)"
)
_MAY_STAND_FOR = late(
    r"\b(?:may|can|will|could)\s(?:also\s)?be\s(?:substituted|accepted|counted|considered|used)\b|"
    r"\b(?:substitutes|counts)\sfor\b"
)
_HIGHER_OR_LOWER = late(
    r"(?:(?:ph\.?\s?d|doctor\w*)[^.;]{0,60}?\bor\b[^.;]{0,30}?\b(?:master|m\.?s|mba|bachelor|b\.?s)|"
    r"\b(?:master|m\.?s\.?|mba)[^.;]{0,60}?\bor\b[^.;]{0,30}?\b(?:bachelor|b\.?s|b\.?a)|"
    r"\b(?:bachelor|b\.?s\.?|b\.?a\.?)[^.;]{0,60}?\bor\b[^.;]{0,30}?\b(?:associate|high\sschool|ged))"
    r"[^.;]{0,80}?(?:\bwith|\bplus|\band|\+|&|,)\s?(?:at\sleast\s|a\sminimum\sof\s|minimum\s(?:of\s)?|an?\s(?:additional\s)?)?\Z"
)
"""Two degrees, the lower of them with years beside it: "PhD, or a master's degree with 4 years"."""
_IN_LIEU = late(
    r"in\s(?:lieu|place)\sof\s(?:an?\s|the\s)?(?:[\w'-]+\s){0,4}?(?:degree|education|diploma|college|bachelor|"
    r"university|formal|educational|school|requirement)|(?:substitut\w+|count\w*)\sfor\s(?:an?\s|the\s|"
    r"each\s)?(?:[\w'-]+\s){0,4}?(?:degree|education|college|school)|instead\sof\sa|"
    r"without\s(?:an?\s)?(?:degree|bachelor)|(?:if\s)?no\sdegree"
)
_PART = late(
    r"(?:\b(?:including|include|includes|of\swhich|with|inclusive\sof|among\swhich|to\sinclude|incl\.?|"
    r"and\sof\s(?:that|those)|out\sof\swhich|which\s(?:must|should)?\s?include)\b)\s?(?:,\s)?(?:at\sleast\s|"
    r"a\sminimum\sof\s|minimum\s(?:of\s)?|no\sless\sthan\s|over\s|an?\s|\()*\Z"
)
_PART_AFTER = late(
    r"\s?(?:of\s(?:which|these|those|this|that|them|the\srequired|said))\b|'?\s?of\sthe\s(?:required|above)"
)


def relate(demands: list[Demand], contexts: list[Context], folded: str) -> list[Demand]:
    """Return the demands with their kinds of path, groups and wholes filled in."""
    related = list(demands)
    _mark_parts(related, contexts)
    _mark_paths(related, contexts, folded)
    return related


def _mark_parts(demands: list[Demand], contexts: list[Context]) -> None:
    """Set `part_of` where a demand is included in the one before."""
    for index in range(1, len(demands)):
        context, demand = contexts[index], demands[index]
        if contexts[index - 1].sentence != context.sentence:
            continue
        above = demands[index - 1].part_of
        whole = index - 1 if above is None else above
        if demand.min_years > demands[whole].min_years:
            continue
        if _PART.search(context.left) or _PART_AFTER.match(context.right):
            demands[index] = replace(demand, part_of=whole)


def _mark_paths(demands: list[Demand], contexts: list[Context], folded: str) -> None:
    """Group demands that are alternatives ("BS + 5 or MS + 3") and mark those that an education stands beside."""
    group = 0
    index = 0
    while index < len(demands):
        last = index
        while last + 1 < len(demands) and _alternative(demands, contexts, last, folded):
            last += 1
        members = [i for i in range(index, last + 1) if demands[i].part_of is None]
        if len(members) > 1:
            group += 1
            beside = [i for i in members if _has_degree(contexts[i], folded)]
            is_path = len(beside) >= 2 or any(_offered_instead(contexts[i], folded) for i in members)
            for member in members:
                kind = "credential_path" if is_path else demands[member].kind
                demands[member] = replace(demands[member], group=group, kind=kind)
        elif members and _replaces_degree(contexts[members[0]], folded):
            demands[members[0]] = replace(demands[members[0]], kind="credential_path")
        index = last + 1


def _alternative(demands: list[Demand], contexts: list[Context], index: int, folded: str) -> bool:
    """Tell whether the next demand is an alternative to this one: joined by "or", each with an education of its own."""
    between = folded[demands[index].end : demands[index + 1].start]
    if len(between) > 420:
        return False
    joined = re.search(r"(?:\bor\b|[/;,])", between)
    if not joined:
        return False
    if re.search(
        r"(?:^|[.;,\n(]|\s)or:?\s*(?:\([a-z0-9]\)\s*|[-•*]\s*)?(?:an?\s|at\sleast\s|minimum\s(?:of\s)?|the\s|"
        r"in\slieu\s)*\Z",
        between,
    ) and not re.search(r"\b(?:and|plus)\s", between[-12:]):
        return contexts[index].block_index == contexts[index + 1].block_index or len(between) < 260
    own = _has_degree(contexts[index + 1], folded) and _DEGREE_NEAR.search(between) is not None
    if not own or contexts[index].block_index != contexts[index + 1].block_index:
        return False
    if re.search(rf"(?:\bor\b|[;/])[^.;]{{0,40}}?{DEGREE}", between):
        return True
    listed = contexts[index].sentence == contexts[index + 1].sentence and re.search(
        rf",[^.;,]{{0,30}}?{DEGREE}", between
    )
    if not listed:
        return False
    added = contexts[index].left.rstrip().endswith("+") and contexts[index + 1].left.rstrip().endswith("+")
    return added or re.search(r"\bor\b", contexts[index].rest) is not None


_REACH_OF_DEGREE = 260
"""Characters before an amount in which its degree stands, the fields of study listed between them."""
_STOP = late(r";|\.\s(?=[a-z]{3})|\n\s*\n")


def _last_stop(words: str) -> int:
    """Return where the last clause of `words` begins."""
    return max((stop.end() for stop in _STOP.finditer(words)), default=0)


def _has_degree(context: Context, folded: str) -> bool:
    """Tell whether an education stands beside the amount: in the clause before it, or right behind it."""
    before = folded[max(context.previous_end, context.amount.start - _REACH_OF_DEGREE) : context.amount.start]
    before = before[_last_stop(before) :]
    after = context.right[:60]
    return (
        _DEGREE_NEAR.search(before) is not None
        or re.search(rf"\b(?:with|w/)\s?(?:an?\s)?(?:[\w'-]+\s)?{DEGREE}", after) is not None
    )


def _under_alternate_education(before: str) -> bool:
    """Tell whether the last words of its kind above are those that offer another way than the usual education."""
    offers = [match.end() for match in _ALTERNATE.finditer(before)]
    return bool(offers) and _OTHER_PART.search(before, offers[-1]) is None and _DEGREE_NEAR.search(before) is not None


def _offered_instead(context: Context, folded: str) -> bool:
    """Tell whether the text says in words that the experience is another way than the education."""
    if _IN_LIEU.search(context.rest[:120]) or _LIEU_BEFORE.search(context.left):
        return True
    if _MAY_STAND_FOR.search(context.rest) and _DEGREE_NEAR.search(context.left):
        return True
    if _HIGHER_OR_LOWER.search(context.left[-_REACH_OF_DEGREE:]):
        return True
    far = folded[max(0, context.amount.start - _REACH_OF_CHOICES) : context.amount.start]
    if _has_degree(context, folded) and (
        _OR_DEGREE_BEHIND.search(context.rest[:100])
        or _THIS_CHOICE.search(far[-300:])
        or _NEXT_CHOICE.search(folded[context.amount.end : context.amount.end + 500].split("\n\n")[0])
    ):
        return True
    lettered = _LETTERED.search(" ".join(far[-30:].split()) + " ") is not None
    return _under_alternate_education(far) or (lettered and _DEGREE_NEAR.search(far) is not None)


def _replaces_degree(context: Context, folded: str) -> bool:
    """Tell whether the experience stands in for a degree: "a bachelor's degree or four years of experience"."""
    if _offered_instead(context, folded):
        return True
    before = " ".join(folded[max(0, context.amount.start - 500) : context.amount.start].split()) + " "
    if not _AFTER_OR.search(before[-12:]):
        before = before[-230:]
    return _OR_BEFORE.search(before) is not None and _DEGREE_NEAR.search(before) is not None
