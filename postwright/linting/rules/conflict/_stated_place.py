"""The place of work, stated twice: a line of its own names one city, the prose puts the job into another.

Or the prose alone puts it into two: "the job is based in Leeds", "on site at 3 Mill Lane, York".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postwright.guidelines.made_once import made_once
from postwright.late_pattern import late
from postwright.linting.place_names import regions
from postwright.linting.rules.conflict._stated import Pair, are_apart, is_of_the_job

if TYPE_CHECKING:
    from postwright.guidelines.records import Guidelines
    from postwright.linting.rule import Context

_NAME = r"[A-Z][\w’'-]+\.?(?: [A-Z][\w’'-]+){0,2}"
_LABEL = late(
    r"(?m)^[ |*_#-]{0,6}(?:(?:Job |Work )?(?:Location|LOCATION|Place of [Ww]ork|Based in|Where)[*_]{0,2}"
    r"[ \t]*[:|\n-][*_\s]{0,4}|Based (?:in|at) )"
    rf"(?P<city>{_NAME})(?P<rest>[^\n|]{{0,80}})"
)
"""A line "Location: Leeds"; behind the city only the names of what it lies in."""
_REST = late(
    r"^(?:, ?[A-Z][\w.]*(?: [A-Z]\w+){0,2}){0,3}[\s*_.]*(?:[,;(]? ?(?:[Oo]n-?[ ]?site|[Oo]ffice)\)?[\s*_.]*)?$"
)
_PROSE = late(
    r"\b(?:[Yy]ou(?:’ll|'ll| will)? (?:be |are )?(?:based|located|work(?:ing)?)|"
    r"(?:[Tt]his|[Tt]he) (?:role|position|job|post|vacancy) (?:is|will be)(?:(?: [a-z-]+,?){0,3}? and)?(?: based|"
    r" located)?|"
    r"[Jj]oin(?:ing)? (?:us|our(?: [a-z]+){1,3})|"
    r"[Tt]his is an? (?:[\w-]+ ){0,2}(?:role|position|job|post)) "
    r"(?:full[- ]time |on[- ]?site |office[- ]based )?(?:in|at|from|out of) (?:our |the )?"
    r"(?:(?:[a-z]+ )?(?:office|site|depot|factory|plant|store|shop|branch|clinic|facility|warehouse|headquarters|hq|"
    r"campus|hospital|school|yard|workshop|premises|studio|location|lab|laboratory|hub|centre|center|base) (?:in|at) )?"
    rf"(?P<city>{_NAME})"
)
ADDRESS = late(
    r"\b(?:[Oo]n[- ]?site|[Hh]ybrid|[Bb]ased|days? a week|[Ww]ork(?:ing)? on[- ]?site)[^.\n]{0,40}? (?:at|in) "
    rf"(?:our office (?:at|in) )?(?:\d{{1,5}} [^.\n,]{{3,40}}|[^.\n,\d]{{3,40}} \d{{1,5}}[a-z]?), (?P<city>{_NAME})"
)
"""Where the work is done, with its street: "on site, two days a week at 3 Mill Lane, York"."""


_CHOICE = late(r"[^.\n]{0,20}?(?:/| and| or| &) ?(?:our )?[A-Z]")
"""Behind a city, another name: "York or Leeds", "York, Leeds and Hull"."""


def conflicts(context: Context) -> Iterator[Pair]:
    """Yield the pair of a labelled city and another one in which the prose puts the job."""
    text, words = context.text, context.document.words
    if _SIGNS.isdisjoint(words):
        return
    labels = list(_LABEL.finditer(text))
    if not labels:
        yield from _in_prose(context)
    if len(labels) == _TWO:
        yield from _in_labels(context, labels)
    if len(labels) != 1 or not _REST.match(labels[0]["rest"]):
        return
    label, cities = labels[0], _cities(context.guidelines)
    own = _known(label["city"], cities) or _beside_region(label["city"], label["rest"])
    if own is None:
        return
    its = cities.get(own, frozenset((own,)))
    for match in (*_PROSE.finditer(text), *ADDRESS.finditer(text)):
        other = _known(match["city"], cities) or _beside_region(match["city"], text[match.end() : match.end() + _FAR])
        if other is None or label.start() <= match.start() < label.end():
            continue
        if not its.isdisjoint(cities.get(other, (other,))):
            continue
        start = match.start("city")
        span = (start, start + len(other))
        named = any(text.lower().find(name, label.end()) >= 0 for name, ids in cities.items() if ids & its)
        chosen = _CHOICE.match(text, span[1]) is not None
        if not named and not chosen and is_of_the_job(context, *span, unless=("other.any", "other.place")):
            first, second = sorted(((label.start("city"), label.start("city") + len(own)), span))
            yield Pair("the place", first, second, "error")
        return


def _in_labels(context: Context, labels: list[re.Match[str]]) -> Iterator[Pair]:
    """Yield the two lines that name different places of work, apart from one another: side by side they are a list."""
    one, other = labels
    cities, text = _cities(context.guidelines), context.text
    spans = [label.span("city") for label in labels]
    if not all(_REST.match(_PLAIN_REST.sub("", label["rest"])) for label in labels) or not are_apart(context, *spans):
        return
    known = [_known(label["city"], cities) for label in labels]
    if known[0] is None or known[1] is None:
        same_region = bool(one["rest"].strip()) and one["rest"].strip(" .*_") == other["rest"].strip(" .*_")
        differ = same_region and one["city"].lower() != other["city"].lower()
    else:
        differ = cities[known[0]].isdisjoint(cities[known[1]])
    named_again = text.count(other["city"]) > 1 or _is_for_all(one, other)
    if (
        differ
        and not named_again
        and all(is_of_the_job(context, *span, unless=("other.any", "other.place"), names_job=True) for span in spans)
    ):
        yield Pair("the place", spans[0], spans[1], "error")


def _is_for_all(*labels: re.Match[str]) -> bool:
    """Say whether a label names no place, or several."""
    return any(_NO_PLACE.search(label["city"] + label["rest"]) is not None for label in labels)


_NO_PLACE = late(r"(?i)\b(?:remote|anywhere|various|multiple|nationwide|flexible|travel\w*|and|or)\b|/|&")
_PLAIN_REST = late(r" ?\([^()\n]{0,60}\)?")
"""What stands in brackets behind a place: "(hybrid, two days a week)"."""
_SIGNS = frozenset(("location", "place", "based", "site", "onsite", "located", "hybrid"))
_TWO = 2


def _in_prose(context: Context) -> Iterator[Pair]:
    """Yield the pair of cities into which the prose puts the job, where there are just two."""
    text, cities = context.text, _cities(context.guidelines)
    found: list[tuple[int, int, str]] = []
    for pattern, unless in ((_PROSE, "other.place"), (ADDRESS, "other.address")):
        for match in pattern.finditer(text):
            city = _known(match["city"], cities)
            if city is None:
                continue
            start = match.start("city")
            span = (start, start + len(city))
            if _CHOICE.match(text, span[1]) or not is_of_the_job(
                context, *span, unless=("other.any", unless), names_job=pattern is _PROSE
            ):
                return
            found.append((*span, city))
    found.sort()
    names = list(dict.fromkeys(city for *_, city in found))
    if len(names) == _TWO and cities[names[0]].isdisjoint(cities[names[1]]):
        first, second = (next((start, end) for start, end, city in found if city == name) for name in names)
        yield Pair("the place", first, second, "error")


def _beside_region(words: str, rest: str) -> str | None:
    """Return a city that is known by the state or province behind it: "Joliet, Illinois"."""
    region = _REGION.match(rest)
    if region is None or (region[1] not in regions() and region[1].split()[0] not in regions()):
        return None
    return words.rstrip(".").lower()


_REGION = late(r", ?([A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)")
_FAR = 30
"""Characters behind a city in which its state stands."""


def _known(words: str, cities: dict[str, frozenset[str]]) -> str | None:
    """Return the known city that `words` begin with; None for "York County", whose city is another."""
    parts = words.rstrip(".").split(" ")
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count]).lower()
        if name in cities:
            return name
    return None


@made_once
def _cities(guidelines: Guidelines) -> dict[str, frozenset[str]]:
    """Return the names of cities, in lower case, each with the cities that it may be or lie around."""
    known: dict[str, frozenset[str]] = {}
    for row in guidelines.stated_twice["cities"].words:
        names = row.split("|")
        for name in names:
            known[name] = known.get(name, frozenset()) | {names[0]}
    return known
