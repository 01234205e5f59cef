"""inflated/older-than-technology: more years in a technology than it has existed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from postwright.late_pattern import late
from postwright.linting.experience import in_words, with_years
from postwright.linting.law import MONTHS
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix

if TYPE_CHECKING:
    from postwright.guidelines.records import Technology
    from postwright.model.reading import Demand, TechnologyMention

_MONTHS_A_YEAR = 12
_NO_RELEASE = frozenset(("method", "compliance", "certification"))
"""Categories of names for ways of working, laws and titles: nobody can say to the month when those began."""

_LEADING = late(
    r"(?:[\s:,(*_-]|\b(?:of|with|in|using|on|for|as|an?|the|hands|working|work|professional|commercial|"
    r"production|practical|proven|solid|strong|deep|demonstrated|recent|relevant|prior|modern|real|world|direct|"
    r"(?:(?:software |web |mobile )?(?:development|engineering|programming) )?experience|experienced|expertise|"
    r"programming|coding|developing|building|administering|administrating|deploying|managing|running|operating|"
    r"maintaining|supporting|configuring|automating|writing|designing|shipping|delivering|implementing|either|and|or|"
    r"both|has|have|having|run|ran|used|built|worked|(?:ci/cd )?pipelines|"
    r"(?:web |mobile )?(?:apps?|applications?)|clusters?|products?|services?|solutions?|features?|models?|knowledge|"
    r"agents?|chatbots?|bots|apis|websites|sites|dashboards|pipelines|workflows|flows|jobs|workloads|systems|software|"
    r"code|prompts?|prompting|orchestrating|integrating|training|fine-tuning|testing|teaching|over|via|through|"
    r"level|industry|least|plus|full|time)\b)*"
)
"""Words before the name that leave the years with it: "building web apps with React"."""
_TRAILING = late(
    r"(?:[\s:.;)*_-]+[a-z]+(?:-[a-z]+)?){0,5}?(?:[\s:,.;)(*_+-]|\b(?:experience|required|preferred|minimum|must|is|"
    r"an?|in|production|at|scale|or more|years?)\b)*"
)
"""Words after the name up to the end, none of which opens the list to something else."""
_WIDENS = late(
    r"\b(?:or|and|similar|equivalents?|comparable|other|others|related|like|such|including|etc|alternatives?|"
    r"competitors?|e\.?g|i\.?e|family|ecosystem|predecessors?|formerly|technologies|tools)\b|[/&(]"
)
_GOES_ON = late(r"(?:or|and|similar|equivalent|comparable|other|such|including|etc)\b|/")
_JOINT = late(r"(?:[\s,/&+]|\b(?:and|or)\b)*")
_VERSION = late(r"\s?v?\d")


def check(context: Context) -> Iterable[Finding]:
    """Remark on each demand that nobody, or hardly anybody, can meet, since the technology is too young."""
    for demand in context.reading.demands:
        if demand.min_years <= _YOUNGEST:
            continue
        mentions = _bound_to(context, demand)
        found = [_dated(context, mention) for mention in mentions]
        known = [technology for technology in found if technology is not None]
        if not known or len(known) < len(found):
            continue
        finding = _judge(context, demand, min(known, key=lambda technology: technology.first_public))
        if finding:
            yield finding


_YOUNGEST = 0.5
"""Years; no technology that postings name is younger."""


def _bound_to(context: Context, demand: Demand) -> list[TechnologyMention]:
    """Return the technologies that the years are counted in, and nothing where anything else may be meant.

    "10 years of Java and LangChain" is bound to both; "10 years of backend work, lately with LangChain" to none.
    """
    span = demand.subject_span
    if span is None:
        return _before(context, demand)
    folded = context.document.folded
    opening = folded.rfind("(", *span)
    if span[1] <= demand.start and opening >= 0 and folded.find(")", opening, span[1]) < 0:
        span = (opening + 1, span[1])  # "pipelines (GitHub Actions: 12 years)"
    mentions = [mention for mention in context.reading.technologies_in(*span) if mention.start < span[1]]
    if not mentions:
        return _between(context, demand, span)
    span = (span[0], max(span[1], mentions[-1].end))  # "the Model Context Protocol (MCP)"
    if len(mentions) > 1 and _is_way_of_working(context, mentions[0]):  # "prompt engineering with GPT-4"
        between = folded[mentions[0].end : mentions[1].start]
        if _WITH_IT.fullmatch(between):
            mentions = mentions[1:]
            span = (mentions[0].start, span[1])
    first, last = mentions[0], mentions[-1]
    if not _LEADING.fullmatch(folded, span[0], first.start) or not _TRAILING.fullmatch(folded, last.end, span[1]):
        return []
    # "Python: 5 years" names the technology before the amount, "5 years of Python" after it.
    after = max(span[1], demand.end) if span[0] < demand.start else span[1]
    if _WIDENS.search(folded, last.end, span[1]) or _GOES_ON.match(folded, *_next_word(folded, after)):
        return []
    joined = all(_JOINT.fullmatch(folded, a.end, max(a.end, b.start)) for a, b in pairwise(mentions))
    return mentions if joined else []


def _between(context: Context, demand: Demand, span: tuple[int, int]) -> list[TechnologyMention]:
    """Return the technology that stands between the amount and its subject: "5 years' Go experience building tills"."""
    mentions = list(context.reading.technologies_in(demand.end, span[0])) if demand.end < span[0] else []
    if len(mentions) != 1:
        return []
    folded = context.document.folded
    its = _LEADING.fullmatch(folded, demand.end, mentions[0].start) or _BEFORE_IT.fullmatch(
        folded, demand.end, mentions[0].start
    )
    return mentions if its and _ITS.fullmatch(folded, mentions[0].end, span[0]) else []


_BEFORE_IT = late(r"['’]?s? (?:of )?(?:(?:hands-on|practical|professional|commercial|solid|real) )*")
_ITS = late(r" (?:experience|work|development|practice) (?:in |of |with )?")
_WITH_IT = late(r"\s(?:(?:done|work|in|on|for)\s)?(?:with|using|in|on)\s(?:the\s)?")


def _is_way_of_working(context: Context, mention: TechnologyMention) -> bool:
    technology = context.guidelines.technologies.get(mention.id)
    return technology is not None and (
        technology.category in _NO_RELEASE or technology.name.lower().endswith((" engineering", " testing"))
    )


_IN_IT = late(
    r"(?:experts?|specialists?|experienced|skilled|proficient|fluent|proficiency|expertise|experience|mastery|skills?|"
    r"knowledge|developers?|engineers?) (?:in|of|with|on|using) $"
)
_WITH_YEARS = late(r",? (?:with|having|for|over) (?:at least |over |more than |a minimum of |around |about )?$")
_JUST_EXPERIENCE = late(
    r"['’]?s?(?: of)?(?: hands-on| practical| professional| commercial)?(?: experience)?\s*(?:[.;,)]|$)"
)
_LONGEST_LEAD = 24


def _before(context: Context, demand: Demand) -> list[TechnologyMention]:
    """Return the technology of "expert in Rust with 12 years' experience", whose years have no subject of their own."""
    folded, sentences = context.document.folded, context.document.sentences
    sentence = next((s for s in sentences if s.start <= demand.start < s.end), None)
    if sentence is None or not _JUST_EXPERIENCE.match(folded, demand.end, sentence.end):
        return []
    mentions = list(context.reading.technologies_in(sentence.start, sentence.end))
    if len(mentions) != 1:
        return []
    (mention,) = mentions
    lead = folded[max(sentence.start, mention.start - _LONGEST_LEAD) : mention.start]
    bound = _IN_IT.search(lead) and _WITH_YEARS.fullmatch(folded, mention.end, demand.start)
    return [mention] if bound else []


def _next_word(folded: str, at: int) -> tuple[int, int]:
    """Return the span of the word or sign after `at` in its line; a subject may end before "or similar"."""
    while at < len(folded) and folded[at] in " ,;-":
        at += 1
    return at, min(at + _LONGEST_WORD, len(folded))


_LONGEST_WORD = 16


def _dated(context: Context, mention: TechnologyMention) -> Technology | None:
    """Return the technology whose dates count for a mention; None where there are none to count by."""
    technologies = context.guidelines.technologies
    technology = technologies.get(mention.id)
    if technology is None or technology.category in _NO_RELEASE:
        return None
    folded = context.document.folded
    if technology.bare_as and not (
        any(character.isdigit() for character in folded[mention.start : mention.end])
        or _VERSION.match(folded, mention.end)
    ):
        return technologies.get(technology.bare_as, technology)
    return technology


def _judge(context: Context, demand: Demand, technology: Technology) -> Finding | None:
    limits = context.guidelines.limits
    asked = round(demand.min_years * _MONTHS_A_YEAR)
    age = months_since(technology.first_public, context.date)
    if age is None:
        return None
    if asked > age + limits["technology_grace_months"].value:
        return _finding(
            context, demand, technology, age, technology.first_public, "first public release", is_error=True
        )
    stable = months_since(technology.stable_1_0, context.date)
    is_early = asked > age - limits["early_use_months"].value
    if stable is not None and is_early and asked > stable + limits["stable_release_grace_months"].value:
        return _finding(
            context, demand, technology, stable, technology.stable_1_0, "first stable release", is_error=False
        )
    return None


def months_since(released: str, date: dt.date) -> int | None:
    """Return the whole months from `released` (a month, or a year counted from its first day) to `date`.

    >>> months_since("2022-10", dt.date(2026, 11, 20)), months_since("1995", dt.date(2026, 11, 20))
    (49, 382)
    """
    year, _, rest = released.partition("-")
    month = rest[:2] or "01"
    if not (year.isdigit() and month.isdigit()):
        return None
    return (date.year - int(year)) * _MONTHS_A_YEAR + date.month - int(month)


def _finding(
    context: Context, demand: Demand, technology: Technology, age: int, released: str, event: str, *, is_error: bool
) -> Finding:
    sure = technology.confidence == "high"
    years, months = divmod(max(age, 0), _MONTHS_A_YEAR)
    exists = " and ".join(
        p
        for p in (in_words(years) if years else "", f"{months} months" if months != 1 else "1 month")
        if p and not p.startswith("0")
    )
    asked = in_words(demand.min_years)
    who = "nobody can have that" if is_error else "only those who used it before then can have that"
    on = f"{MONTHS[context.date.month - 1]} {context.date.year}"
    most = _most_years(context, technology)
    lower = with_years(demand.quote, minimum=most, maximum=most) if most >= 1 else None
    fixes = [Fix(f"Ask for “{lower}”", "unsafe", (Edit(demand.start, demand.end, lower),))] if lower else []
    return Finding(
        rule="",
        severity=("error" if sure else "warning") if is_error else "notice",
        start=demand.start,
        end=demand.end,
        message=f"{technology.name} had its {event} in {_month(released)}; {asked} of it is more than {on} "
        f"allows: {who}.",
        why="",
        source=f"guidelines/technologies.yaml, {technology.id}: {'; '.join(s.title for s in technology.sources[:2])}",
        arithmetic=f"From {_month(released)} to {on} are {exists or 'no months'}; {asked} are asked.",
        fixes=(*fixes, Fix("Say what the person must have done with it", "hint")),
        confidence=technology.confidence,
    )


def _most_years(context: Context, technology: Technology) -> int:
    """Return the whole years for which the technology has existed in a stable form, else at all."""
    ages = [months_since(released, context.date) for released in (technology.first_public, technology.stable_1_0)]
    return min((age for age in ages if age is not None), default=0) // _MONTHS_A_YEAR


def _month(released: str) -> str:
    year, _, rest = released.partition("-")
    return f"{MONTHS[int(rest[:2]) - 1]} {year}" if rest[:2].isdigit() else year


RULE = Rule(
    id="inflated/older-than-technology",
    severity="error",
    summary="More years in a technology than it has existed",
    why="Nobody honest can meet it, and everybody who knows the technology sees that the posting was not checked.",
    source="guidelines/technologies.yaml: months of first public and first stable releases",
    check=check,
    fires=(
        Example(text="Requirements:\n- Nine years' hands-on LangChain experience building bots", quote="Nine years"),
        Example(text="Requirements:\n- 8 years of experience with LangChain", quote="8 years"),
        Example(text="Requirements:\n- 15+ years of Kubernetes experience", quote="15+ years"),
        Example(text="Requirements:\n- 9 years of prompt engineering with GPT-4", quote="9 years"),
        Example(
            text="Requirements:\n- 9 years of running agents over the Model Context Protocol (MCP)", quote="9 years"
        ),
        Example(
            text="Requirements:\n- Expert in TypeScript with 18 years' experience",
            quote="18 years",
        ),
    ),
    silent=(
        Example(text="Requirements:\n- Developer of TypeScript tools with 18 years' experience"),
        Example(text="Requirements:\n- Expert in TypeScript or C with 18 years' experience"),
        Example(text="Requirements:\n- 8 years of experience with Kubernetes"),
        Example(text="Requirements:\n- 8 years of backend engineering, lately with LangChain"),
        Example(text="Requirements:\n- 10 years of Java and Kubernetes"),
        Example(text="Our company has worked with open source for 15 years and now uses LangChain."),
    ),
    known_problems="Where years are asked in several technologies together, only the oldest of them is judged.",
)
