"""inflated/degree-without-equivalent: a degree is required and no experience accepted in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postwright.late_pattern import late
from postwright.linting.conditions import compiled
from postwright.linting.occupation import (
    has_usual_degree,
    is_licensed,
    is_one_of_several,
    names,
    occupation,
    share_requiring,
)
from postwright.linting.requirements import title_of
from postwright.linting.rule import Context, Example, Rule
from postwright.model.finding import Edit, Finding, Fix
from postwright.model.reading import DegreeRead
from postwright.model.words import DegreeLevel, SectionKind

_JUDGED: tuple[DegreeLevel, ...] = ("associate", "bachelor", "unspecified")
"""A school diploma is no barrier to speak of; higher degrees have inflated/advanced-degree."""
_EQUIVALENT = late(
    r"\b(?:equivalent|equivalence|equal|comparable|in lieu|instead of|in (?:place of|its place|its stead)|substitut\w+|"
    r"or (?:proven |demonstrated |demonstrable |strong |significant |extensive |substantial )+(?:abilit|experience|"
    r"track|skill)|"
    r"or (?:relevant |related |practical |similar |professional |work |industry |commensurate )+(?:experience|exp\b|"
    r"work|background|skills?|training|knowledge|practice|expertise|qualification|certificat|years)|combinations?|"
    r"or [\w+() -]{1,40}(?:years|yrs)|lived experience|or experience|waived|self[- ]taught|is typical|typically|"
    r"demonstrable experience|alternative|"
    r"or (?:an? )?(?:\w+ ){0,2}(?:certificat\w+|credentials?|diploma|apprenticeship|licen[cs]e|qualification|"
    r"training))\b"
)
_EQUIVALENT_BELOW = late(
    r"^\W*or\b|\b(?:equivalen\w+|substitut\w+|in lieu of|in place of (?:the|a) degree|will accept|"
    r"(?:different|other) combinations?|"
    r"(?:it|this|that|which) (?:is|would be) (?:\w+ (?:and|but) )?(?:helpful|preferred|a plus|optional|desirable|"
    r"not (?:required|essential|needed|necessary)))\b"
)
"""What the next line says of another way in."""
_EQUIVALENT_ABOVE = late(r"\bor experience\b(?! (?:in|with|as|of)\b)|\bequivalent\s+to\b|\beither\b")
_JUST_ABOVE = late(r"\bor experience\b")
_ABOVE = 150
"""Characters before the degree's sentence in which another way in would be named."""
_NOT_A_DEMAND: tuple[SectionKind, ...] = ("company", "team", "benefits", "equal_opportunity", "pay", "responsibilities")
_OF_YOU = late(
    r"\byou (?:have|hold|must|need|should|possess)\b|\b(?:require|expect|ask|insist)\w*\b|\b(?:must|mandatory|"
    r"essential)\b"
)
"""Words of a sentence among the duties that asks for something after all."""
_OF_COLLEAGUES = late(
    r"\b(?:of (?:the|our|us|them)\b[^.;,:]{0,25}|our \w+|colleagues|the team|team members|we) (?:all )?(?:have|hold|"
    r"has|"
    r"holds|hold) (?:an? |their )?$"
)
"""What stands before a degree that those who work there have."""
_NOT_ASKED = late(r"\b(?:do not|don't|does not|doesn't|no|not|never|without|nor|rather than)\b[^.;,:]{0,24}$")
_MAY_HAVE = late(r"\bmay (?:also |already |well )?(?:have|hold)\b")
"""How a sentence speaks of what is not asked for."""
_OF_NO_WEIGHT = late(
    r"[^.;\n]{0,30}\b(?:(?:is|are) (?:of )?(?:no |little |not (?:of |what |a )?|unnecessary|unimportant|irrelevant|"
    r"immaterial|nothing)|"
    r"(?:does|do)(?: not|n't) (?:matter|interest|count)|matters? (?:less|little|nothing))"
)
"""What is said behind a degree that nobody asks for: "a degree is of no interest to us"."""
_STUDYING = late(
    r"\b(?:enrol\w+|pursuing|student|working towards?|studying|final year|undergraduate (?:senior|junior)|"
    r"rising (?:senior|junior)|expected graduation|recent(?:ly)? (?:completed |finished |university |tertiary )?"
    r"(?:degree|graduat\w+|tertiary|universit\w+))\b|\b(?:term|definition) \""
)
_OR_BEFORE = late(r"\bor[\s\W\d]{0,8}$")
_BEFORE = 12
"""Characters before the sentence in which an "or" joins it to another way in."""
_FURTHER = 40
"""Characters before a degree in which another one is named."""
_AROUND = 220
"""Characters after the degree in which an equivalent would be named."""
_PHRASE_END = late(
    r"\.(?=\s|$)|[;:\n(]| - | (?=\d)|\b(?:required|preferred|preferably|with|plus|coupled|at a minimum|is|are)\b"
    r"|,? and (?=at least|have|has|\d|[a-z]+ (?:\(\d+\) )?(?:years?|\+)|proven|strong|patience|experience|"
    r"relevant)|(?<=[a-z])(?=\d)"
)
_LONGEST_PHRASE = 200
"""Characters after the degree in which its field of study ends."""


def check(context: Context) -> Iterable[Finding]:
    """Remark on a required degree without an equivalent, by how usual a degree is in the occupation."""
    degree = context.reading.degree
    if degree is None or degree.strength != "required" or degree.level not in _JUDGED:
        return
    if is_licensed(context) or names_equivalent(context, degree) or "intern" in context.levels:
        return
    if names(title_of(context), "graduate_schemes", context.guidelines):
        return
    fields = context.text[degree.end : _end_of_phrase(context, degree)].split(" or ", 1)[0]  # the widest of a choice
    if names(fields, "degree_usual_fields", context.guidelines):
        return
    may_be_another = is_one_of_several(context)  # the largest figure of several says nothing of the others
    share = None if may_be_another else share_requiring(context, degree.level)
    limits = context.guidelines.limits
    silent_above = limits["degree_silent_above_percent"].value
    if share is None:
        known = None if may_be_another else occupation(context)
        if known is not None and (known.held_degree or 0) > silent_above:
            return  # nobody was asked, but nearly all who do the work have one
        if known is None and has_usual_degree(context):
            return
    elif share.percent > silent_above:
        return
    rare_below = limits["degree_warning_below_percent"].value
    is_rare = share is not None and share.is_sure and share.percent < rare_below
    yield Finding(
        rule="",
        severity="warning" if is_rare else "notice",
        start=degree.start,
        end=degree.end,
        message="A degree is required, and no experience is accepted in its place.",
        why="",
        source=share.source if share else "",
        arithmetic=share.words if share else "How usual a degree is in this occupation is not known here.",
        fixes=(_insertion(context, degree),),
    )


def names_equivalent(context: Context, degree: DegreeRead) -> bool:
    """Say whether an equivalent or another way in stands nearby after all, or the degree is not the posting's demand.

    Of two readings the one that blames nobody is taken.
    """
    folded = context.document.folded
    sentence = next((s for s in context.document.sentences if s.start <= degree.start < s.end), None)
    section = context.reading.section_at(degree.start)
    asked = sentence is not None and _OF_YOU.search(folded, sentence.start, sentence.end) is not None
    if section in _NOT_A_DEMAND and not (section == "responsibilities" and asked):
        return True
    if sentence and _NOT_ASKED.search(folded[sentence.start : degree.start]):
        return True
    if sentence and _OF_COLLEAGUES.search(folded[sentence.start : degree.start]):
        return True
    if sentence and _MAY_HAVE.search(folded, sentence.start, degree.start):
        return True
    if sentence and _OF_NO_WEIGHT.match(folded, degree.end, max(sentence.end, degree.end)):
        return True
    start = sentence.start if sentence else degree.start
    end = min(max(sentence.end if sentence else 0, degree.end), degree.end + _AROUND)
    before = folded[max(0, start - _BEFORE) : start]
    or_before = folded[max(0, degree.start - _FURTHER) : degree.start]
    if re.search(r"\bor (?:an? |post[- ]?)?$", or_before) and not _ADVANCED_BEFORE.search(or_before):
        return True
    return bool(
        _EQUIVALENT.search(folded, start, end)
        or _EQUIVALENT_BELOW.search(folded, end, _end_of_next_line(folded, end))
        or _EQUIVALENT_ABOVE.search(folded, max(0, start - _ABOVE), start)
        or _JUST_ABOVE.search(folded, _start_above(context, start), start)
        or _OR_BEFORE.search(before)
        or _STUDYING.search(folded, start, end)
    )


_ADVANCED_BEFORE = late(
    r"\b(?:juris doctor(?:ate)?|j\.?d\.?|ll\.?m\.?|doctorate|doctoral degree|ph\.?d\.?|mba|"
    r"master(?:['’]?s)?(?: degree)?),? or "
    r"(?:an? )?$"
)
"""A choice between advanced degrees, which is no other way in."""


def _start_above(context: Context, start: int) -> int:
    """Return where the sentence or line above begins."""
    above = [sentence.start for sentence in context.document.sentences if start - _ABOVE <= sentence.start < start]
    return above[-1] if above else max(0, start - _ABOVE)


def _end_of_next_line(folded: str, end: int) -> int:
    start = end
    while start < len(folded) and folded[start] in "\n\r \t":
        start += 1
    newline = folded.find("\n", start, start + _AROUND)
    return min(newline if newline >= 0 else start + _AROUND, len(folded))


def _insertion(context: Context, degree: DegreeRead) -> Fix:
    """Return the fix that puts an equivalent behind the degree, where its phrase ends plainly; else advice."""
    end = _end_of_phrase(context, degree)
    if not compiled(_PLAIN_END).match(context.text, end):
        return Fix("Say that equivalent experience is accepted in its place", "hint")
    return Fix("Accept experience in its place", "unsafe", (Edit(end, end, " or equivalent experience"),))


_PLAIN_END = (
    r"\s*(?:\n|$)|[;.](?!(?-i: ?[a-z]| ?Degree))|"
    r",? and\b|,? (?:plus|with) (?:at least |a minimum of |over )?(?:\d|one|two|three|four|five|six|seven|eight|ten)|"
    r",? (?:is |are )?(?:required|preferred|mandatory|essential|a must)| \((?:required|preferred|essential)\)"
)
"""What may stand after "or equivalent experience" without being torn from the degree."""


def _end_of_phrase(context: Context, degree: DegreeRead) -> int:
    """Return where "Bachelor's degree in music, physics or a related field" ends, as far as that is plain."""
    text, folded = context.text, context.document.folded
    block = next((b for b in context.document.blocks if b.start <= degree.start < b.end), None)
    limit = min(block.end if block else len(text), degree.end + _LONGEST_PHRASE)
    limit = max(limit, degree.end)
    stop = _PHRASE_END.search(folded, degree.end, limit)
    end = stop.start() if stop else limit
    comma = folded.find(",", degree.end, end)
    if comma >= 0:
        final = max(folded.rfind(" or ", comma, end), folded.rfind(" and ", comma, end))
        after = folded.find(",", final + 4, end) if final >= 0 else comma
        end = after if after >= 0 else end
    return degree.end + len(text[degree.end : end].rstrip(" ,"))


RULE = Rule(
    id="inflated/degree-without-equivalent",
    severity="notice",
    summary="A degree is required and no experience accepted in its place",
    why="It turns away people who learnt the work by doing it; where most of the occupation have no degree, most "
    "of them.",
    source="Fuller, Raman et al. (2017), Dismissed by Degrees; O*NET 30.1, Education, Training and Experience",
    check=check,
    fires=(
        Example(text="Requirements:\n- Bachelor's degree in history", title="Archive guide", quote="Bachelor's"),
        Example(
            text="Requirements:\n- Bachelor's degree in history or a similar subject",
            title="Archive guide",
            quote="Bachelor's",
        ),
        Example(
            text="Requirements:\n- You must be a graduate of any discipline",
            title="Archive guide",
            quote="must be a graduate",
        ),
        Example(
            text="Requirements:\n- Bachelor's degree required",
            title="Bookkeeper",
            profile="bookkeeper",
            quote="Bachelor's",
        ),
    ),
    silent=(
        Example(text="Requirements:\n- Bachelor's degree in history or equivalent experience", title="Archive guide"),
        Example(text="Nice to have:\n- Bachelor's degree in history", title="Archive guide"),
        Example(text="Requirements:\n- You may have a Bachelor's degree in history", title="Archive guide"),
        Example(
            text="Requirements:\n- A bachelor's degree in history. It is helpful but not required",
            title="Archive guide",
        ),
        Example(
            text="Requirements:\n- Bachelor's degree in history and 4 years of tours. The right candidate could also "
            "have a different combination, such as 8 years of tours",
            title="Archive guide",
        ),
        Example(text="Requirements:\n- A current undergraduate senior in history", title="Archive guide"),
        Example(text="Requirements:\n- Bachelor's degree in finance", title="Assistant Controller"),
        Example(text="Requirements:\n- Bachelor's degree in civil engineering", title="Archive guide"),
        Example(text="Requirements:\n- Recent university degree in history", title="Archive guide"),
        Example(text="Requirements:\n- Quote job number 0417HT-22AA in your letter", title="Archive guide"),
        Example(text="Requirements:\n- Bachelor's degree in nursing", title="Registered Nurse"),
        Example(
            text="Requirements:\n- Bachelor's degree in computer science",
            title="Data Engineer",
            profile="data_engineer",
        ),
    ),
    known_problems="The occupation is known with a profile, or where the title leads to one of O*NET's, which about "
    "four in ten do.",
)
