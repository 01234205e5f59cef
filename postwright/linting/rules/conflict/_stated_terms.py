"""The kind of employment, stated twice: full-time and part-time, for good and for a while."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.rules.conflict._stated import Pair, is_of_the_job

if TYPE_CHECKING:
    from postwright.linting.rule import Context

_KIND = (
    r"(?:(?P<full>full[- ]?time)|(?P<part>part[- ]?time)|(?P<lasting>permanent|regular)|"
    r"(?P<passing>temporary|fixed[- ]term))"
)
_KINDS = late(rf"\b{_KIND}\b")
_KIND_ONLY = r"(?:full[- ]?time|part[- ]?time|permanent|regular|temporary|fixed[- ]term)"
_JOB = r"(?:role|position|job|post|vacancy|opportunity|appointment|contract|employment|employee)"
_SAID = late(
    rf"\b(?P<named>(?:this|it) (?:is|will be) an? (?:[a-z-]+,? ){{0,2}}?(?={_KIND_ONLY})"
    rf"|(?:we|we're|company|team) (?:(?:are|is) )?(?:now |currently |also )?(?:hiring|recruiting|seeking|looking for) "
    rf"(?:an? )?(?=(?:full[- ]?time|part[- ]?time) (?!or |and |/))"
    rf"|(?:this|the) {_JOB} (?:is|will be) (?:an? )?(?={_KIND_ONLY})"
    rf"|(?:we|you)(?:'ll| will| can)? (?:offer|get|receive|have|sign|be given|be offered)(?: you)? (?:an? )?"
    rf"(?={_KIND_ONLY}(?:,? [a-z-]+)? (?:contract|employment|job|position|post))"
    rf"|(?:job|employment|contract|position|work|appointment)?(?: type| status| basis| terms?|schedule)? ?: {{1,3}}"
    rf"(?={_KIND_ONLY}))"
    rf"(?:{_KIND_ONLY}(?:,? and |, ?| ?/ ?| )?){{1,3}}(?: ?[a-z-]+)?\b"
    rf"|\b(?:{_KIND_ONLY}(?:,? and |, ?| ?/ ?| )?){{1,3}}(?=\W|$)"
)
"""The job called so in a sentence, or words of the kind that stand at the head of a line or sentence."""
_AXES = (("full", "part", "full-time or part-time"), ("lasting", "passing", "for good or for a while"))
_SIGNS = (("full", "fulltime"), ("part", "parttime"), ("permanent", "regular"), ("temporary", "fixed"))


def conflicts(context: Context) -> Iterator[Pair]:
    """Yield the pair of statements of which one says full-time and the other part-time, or for good and for a while."""
    words = context.document.words
    full, part, lasting, passing = (any(sign in words for sign in signs) for signs in _SIGNS)
    if not (full and part) and not (lasting and passing):
        return
    said = [match for match in _SAID.finditer(context.document.folded) if _holds(context, match)]
    for one, other, fact in _AXES:
        first = next((match for match in said if one in _kinds(match[0])), None)
        second = next((match for match in said if other in _kinds(match[0])), None)
        if first and second and _are_told(context, first, second):  # else choices of a form
            low, high = sorted((first.span(), second.span()))
            yield Pair(fact, low, high, "error")


def _are_told(context: Context, *said: re.Match[str]) -> bool:
    """Say whether a sentence calls the job so, and not only a label; or two labels with words of their own do."""
    folded = context.document.folded
    labels = {match["named"].strip(" :") if match["named"] and ":" in match["named"] else "" for match in said}
    return any(_names_the_job(match, folded) for match in said) or ("" not in labels and len(labels) > 1)


def _names_the_job(said: re.Match[str], folded: str) -> bool:
    if said["named"] is not None:
        return ":" not in said["named"]
    return _POST.match(folded, said.end()) is not None or _POST.search(said[0]) is not None


_POST = late(rf" {_JOB}\b")
"""A job called so at the head of a line: "Part-time post, 11 hours a week"."""


def _kinds(words: str) -> frozenset[str]:
    return frozenset(name for match in _KINDS.finditer(words) for name, value in match.groupdict().items() if value)


def _holds(context: Context, match: re.Match[str]) -> bool:
    if match["named"] is None and not _opens(context, match):
        return False
    kinds = _kinds(match[0])
    both = any(one in kinds and other in kinds for one, other, _ in _AXES)
    lists = ("other.any", "other.terms")
    return not both and is_of_the_job(context, *match.span(), unless=lists, names_job=match["named"] is not None)


def _opens(context: Context, match: re.Match[str]) -> bool:
    """Say whether the words open a sentence or line, which ends with them, goes on behind a mark or names the job."""
    sentences = context.document.sentences
    at = bisect.bisect_right(sentences, match.start(), key=lambda sentence: sentence.start) - 1
    end = match.start() + len(match[0].rstrip(" ,/"))
    if at < 0 or match.start() - sentences[at].start > _MARK or end > sentences[at].end:
        return False
    return end >= sentences[at].end - 1 or _GOES_ON.match(context.text, end) is not None


_MARK = 2
"""Characters of a mark that a line may begin with."""
_GOES_ON = late(rf"\s*[,:;.|\n(]| {_JOB}\b")
